"""Wrong and right answers to `one_hidden_layer.predict`."""

from grader.answers import right, sentences, wrong

DECISION = "(A2 > 0.5).astype(int)"

ANSWERS = (
    wrong("probabilities", DECISION, "A2", sentences.PROBABILITIES),
    wrong("threshold-0.4", "> 0.5).", "> 0.4).", sentences.THRESHOLD_04),
    wrong("threshold-0.6", "> 0.5).", "> 0.6).", sentences.THRESHOLD_06),
    wrong("threshold-0", "> 0.5).", "> 0).",
          "Every probability is above 0, so the answer is always 1. The threshold is 0.5."),
    wrong("threshold-on-z", "A2, _ =", "_, cache =", DECISION, "(cache['Z2'] > 0.5).astype(int)",
          "Z2 was compared with 0.5. The threshold is for the probability; for Z2 itself it would be 0."),
    wrong("hidden-layer-decides", "A2, _ =", "_, cache =", DECISION, "(cache['A1'] > 0.5).astype(int)",
          "A1 was compared with 0.5: these are the hidden units. The network's answer is A2."),
    wrong("reversed", "> 0.5).", "< 0.5).", "The answers are the wrong way round: 1 where the probability is high."),
    wrong("cut-off", DECISION, "A2.astype(int)", sentences.CUT_OFF),
    wrong("minus-one-for-no", DECISION, "np.where(A2 > 0.5, 1, -1)", "No is written as −1. The classes are 1 and 0."),
    wrong("counted", DECISION, "np.sum(A2 > 0.5)",
          "The answers are added up to one number. Each example gets an answer of its own."),
    wrong("one-answer-for-all", DECISION, "np.array([[int(np.mean(A2) > 0.5)]])",
          "There is one answer for all examples together. Each example gets an answer of its own."),
    wrong("python-if", DECISION, "1 if A2 > 0.5 else 0",
          "Python's if decides once, for one number. A whole row is compared entry by entry by NumPy."),
    wrong("pair-taken-for-a2", "A2, _ =", "A2 =",
          "forward_propagation returns two things, A2 and the cache. Take the first."),
    wrong("call-swapped", "forward_propagation(X, parameters)", "forward_propagation(parameters, X)",
          "The arguments of forward_propagation are handed over in the wrong order: X first, then the parameters."),
    wrong("new-parameters",
          "    A2, _ =", "    parameters = initialize_parameters(len(X), len(parameters['W1']), 1)\n    A2, _ =",
          "New random parameters are drawn in here. Use those that were learned."),
    wrong("rank-1", DECISION, "(A2 > 0.5).astype(int)[0]", sentences.ONE_AXIS, holds="values untouched"),
    wrong("a-column", DECISION, "(A2 > 0.5).astype(int).T",
          "The answers stand in a column. Examples are columns here, so they stand in one row: (1, m).",
          holds="values untouched"),
    wrong("a-list", DECISION, f"{DECISION}.tolist()",
          "The answer is a list. An array of shape (1, m) is wanted, so that it can be compared with Y.",
          holds="values untouched"),
    wrong("printed-not-returned", f"return {DECISION}", f"print({DECISION})",
          "The answers are printed and not returned. Other code can use only what is returned."),

    right("booleans", DECISION, "A2 > 0.5"),
    right("floats", DECISION, "1.0 * (A2 >= 0.5)"),
    right("rounded", DECISION, "np.round(A2)"),
    right("where", DECISION, "np.where(A2 > 0.5, 1, 0)"),
    right("sign-of-z", "A2, _ =", "_, cache =", DECISION, "(cache['Z2'] > 0).astype(np.int8)"),
    right("mask", f"return {DECISION}", "Y = np.zeros_like(A2)\n    Y[A2 > 0.5] = 1\n    return Y"),
    right("against-the-other-class", DECISION, "np.argmax(np.vstack([1 - A2, A2]), axis=0, keepdims=True)"),
    right("loop", """
        def predict(parameters, X):
            A2, cache = forward_propagation(X, parameters)
            predictions = np.zeros((1, X.shape[1]))
            for i in range(A2.shape[1]):
                if A2[0, i] > 0.5:
                    predictions[0, i] = 1
                else:
                    predictions[0, i] = 0
            return predictions
        """),
    right("everything-inside", """
        def predict(parameters, X):
            A1 = np.tanh(np.dot(parameters["W1"], X) + parameters["b1"])
            A2 = 1 / (1 + np.exp(-np.dot(parameters["W2"], A1) - parameters["b2"]))
            return np.array([[1 if a > 0.5 else 0 for a in A2.ravel()]])
        """),
)
