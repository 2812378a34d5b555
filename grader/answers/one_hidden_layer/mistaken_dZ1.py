"""Wrong and right answers to `one_hidden_layer.mistaken_dZ1`."""

from grader.answers import right, sentences, wrong

ANSWERS = (
    wrong("right-formula", 'claimed = (W2.T @ (cache["A2"] - Y))[0, 0]',
          'claimed = (W2.T @ (cache["A2"] - Y) * (1 - cache["A1"] ** 2))[0, 0]',
          "claimed is the right dZ1. The question is what the formula without g1′ gives.", holds="measured untouched"),
    wrong("claimed-sign", 'cache["A2"] - Y', 'Y - cache["A2"]',
          "claimed has the wrong sign: dZ2 is prediction minus label.", holds="measured untouched"),
    wrong("claimed-for-every-unit", "Y))[0, 0]", "Y))",
          "claimed is a whole matrix. One number is wanted: hidden unit 0, example 0.", holds="measured untouched"),
    wrong("last-unit", "Y))[0, 0]", "Y))[-1, 0]",
          "claimed belongs to the last hidden unit. Take row 0.", holds="measured untouched"),
    wrong("w2-not-transposed", "W2.T @", "W2 @", sentences.W2_NOT_TRANSPOSED),
    wrong("a1-nudged", 'cache["Z1"][:, :1]', 'cache["A1"][:, :1]', "np.tanh(z1)", "z1",
          "A1 was nudged, after the bend, so both numbers agree. Nudge Z1: the bend is what the formula forgets.",
          holds="claimed untouched"),
    wrong("all-units-nudged", "z1[0, 0] += nudge", "z1 += nudge",
          "All hidden units were nudged at once. Nudge one number: Z1[0, 0].", holds="claimed untouched"),
    wrong("cost-of-all-examples", 'cache["Z1"][:, :1].copy()', 'cache["Z1"].copy()',
          "compute_cost(a2, Y[:, :1])", "compute_cost(a2, Y)",
          "measured is m times too small: the cost of all examples is their mean. The loss of example 0 is wanted.",
          holds="claimed untouched"),
    wrong("bend-forgotten", "np.tanh(z1)", "z1",
          "After the nudge the bend is missing: what goes into layer 2 is tanh of z1.", holds="claimed untouched"),
    wrong("activations-not-computed-anew", "np.tanh(z1)", 'cache["A1"][:, :1]',
          "measured is 0, because nothing that follows the nudge is computed anew: A1 in the cache belongs to the old Z1.",
          holds="claimed untouched", needs=r"\['A1'\]"),
    wrong("b2-forgotten", "np.tanh(z1) + b2", "np.tanh(z1)",
          "The bias b2 is missing when everything is computed anew.", holds="claimed untouched"),
    wrong("divided-by-one-step", "/ (2 * step)", "/ step",
          "measured is twice as large as it should be: from one side to the other it is two steps.",
          holds="claimed untouched"),
    wrong("lost-bracket", "/ (2 * step)", "/ 2 * step", sentences.STEP_BRACKET_LOST, holds="claimed untouched"),
    wrong("wrong-way-round", "losses[0] - losses[1]", "losses[1] - losses[0]",
          "measured has the wrong sign: take the loss a step above minus the loss a step below.",
          holds="claimed untouched"),
    wrong("order-of-results", "return claimed, measured", "return measured, claimed", sentences.MEASURED_FIRST),
    wrong("difference-only", "return claimed, measured", "return claimed - measured", sentences.DIFFERENCE),
    wrong("nudges-pile-up", "    losses = []\n", '    losses = []\n    z1 = cache["Z1"][:, :1].copy()\n',
          '        z1 = cache["Z1"][:, :1].copy()\n        z1[0', "        z1[0",
          "measured is half as large as it should be: both nudges go into one array, "
          "so the second only takes the first one back. Begin with a fresh copy each time.", holds="claimed untouched"),
    wrong("writes-into-the-cache", "[:, :1].copy()", "[:, :1]", "(step, -step)", "(step, -2 * step)",
          "The nudges go into the cache itself: z1 is a window on it, not a copy. Nudge a copy.",
          holds="claimed measured"),

    right("single-numbers", '(W2.T @ (cache["A2"] - Y))[0, 0]', 'W2[0, 0] * (cache["A2"][0, 0] - Y[0, 0])'),
    right("column-times-row", '(W2.T @ (cache["A2"] - Y))', '(W2.T * (cache["A2"] - Y))'),
    right("all-examples-times-m", 'cache["Z1"][:, :1].copy()', 'cache["Z1"].copy()',
          "compute_cost(a2, Y[:, :1])", "Y.shape[1] * compute_cost(a2, Y)"),
    right("chain-rule", "(losses[0] - losses[1]) / (2 * step)", 'claimed * (1 - cache["A1"][0, 0] ** 2)'),
    right("own-loss", """
        def mistaken_dZ1(parameters, cache, Y):
            W2, b2, y = parameters["W2"], parameters["b2"], Y[0, 0]

            def loss(nudge):
                z1 = cache["Z1"][:, 0] + nudge * np.eye(len(cache["Z1"]))[0]
                z2 = float(W2[0] @ np.tanh(z1)) + b2.item()
                return np.logaddexp(0, z2) - y * z2

            claimed = np.dot(W2.T, cache["A2"] - Y)[0][0]
            measured = (loss(1e-5) - loss(-1e-5)) / 2e-5
            return [float(claimed), float(measured)]
        """),
    right("one-side", "(step, -step)", "(step, 0)", "/ (2 * step)", "/ step"),
)
