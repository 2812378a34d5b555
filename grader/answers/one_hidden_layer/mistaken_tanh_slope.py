"""Wrong and right answers to `one_hidden_layer.mistaken_tanh_slope`."""

from grader.answers import right, sentences, wrong

MEASURED = "(np.tanh(z + step) - np.tanh(z - step)) / (2 * step)"

ANSWERS = (
    wrong("right-formula", "sigmoid(z) * (1 - sigmoid(z))", "1 - np.tanh(z) ** 2",
          "claimed is the right slope of tanh. The question is what the wrong formula, with the sigmoid, gives.",
          holds="measured"),
    wrong("z-taken-for-a", "sigmoid(z) * (1 - sigmoid(z))", "z * (1 - z)",
          "claimed is z(1 − z). The formula on trial is made of σ(z).", holds="measured"),
    wrong("tanh-for-the-sigmoid", "sigmoid(z) * (1 - sigmoid(z))", "np.tanh(z) * (1 - np.tanh(z))",
          "claimed was computed with tanh. The formula on trial takes the sigmoid: that is its mistake.",
          holds="measured"),
    wrong("sigmoid-nudged", MEASURED, "(sigmoid(z + step) - sigmoid(z - step)) / (2 * step)",
          "The sigmoid was nudged, so of course both numbers agree. Nudge tanh: its slope is on trial.",
          holds="claimed"),
    wrong("divided-by-one-step", "/ (2 * step)", "/ step",
          "measured is twice as large as it should be: from z − step to z + step it is two steps.", holds="claimed"),
    wrong("one-side-over-two-steps", "np.tanh(z - step)", "np.tanh(z)",
          "measured is half as large as it should be: the way is one step long, and it is divided by two.",
          holds="claimed"),
    wrong("large-step-to-one-side", MEASURED, "(np.tanh(z + 0.1) - np.tanh(z)) / 0.1",
          "measured is the slope somewhere to the right of z. Take a small step to both sides.", holds="claimed"),
    wrong("lost-bracket", "/ (2 * step)", "/ 2 * step", sentences.STEP_BRACKET_LOST, holds="claimed"),
    wrong("not-divided", " / (2 * step)", "",
          "measured is the change of tanh. Divide it by the length of the way: two steps.", holds="claimed"),
    wrong("wrong-way-round", "np.tanh(z + step) - np.tanh(z - step)", "np.tanh(z - step) - np.tanh(z + step)",
          "measured has the wrong sign: take the value on the right minus the value on the left.", holds="claimed"),
    wrong("order-of-results", "return claimed, measured", "return measured, claimed", sentences.MEASURED_FIRST),
    wrong("difference-only", "return claimed, measured", "return claimed - measured", sentences.DIFFERENCE),

    right("with-the-derivative", "sigmoid(z) * (1 - sigmoid(z))", "sigmoid_derivative(z)"),
    right("one-side", MEASURED, "(np.tanh(z + step) - np.tanh(z)) / step"),
    right("exact", MEASURED, "tanh_derivative(z)"),
    right("larger-step", "    claimed = ", "    step = 1e-4\n    claimed = "),
    right("a-list-of-floats", "return claimed, measured", "return [float(claimed), float(measured)]"),
    right("math", """
        def mistaken_tanh_slope(z):
            import math

            a = 1 / (1 + math.exp(-z))
            return a * (1 - a), (math.tanh(z + 1e-6) - math.tanh(z - 1e-6)) / 2e-6
        """),
)
