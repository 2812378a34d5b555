"""Wrong and right answers to `deep_network.predict`."""

from grader.answers import right, sentences, wrong

DECIDE = "(AL > 0.5).astype(int)"

ANSWERS = (
    wrong("probabilities", DECIDE, "AL", sentences.PROBABILITIES),
    wrong("reversed", "AL > 0.5", "AL < 0.5", sentences.REVERSED),
    wrong("threshold-0.4", "AL > 0.5", "AL > 0.4", sentences.THRESHOLD_04),
    wrong("threshold-0.6", "AL > 0.5", "AL > 0.6", sentences.THRESHOLD_06),
    wrong("threshold-0", "AL > 0.5", "AL > 0",
          "Probabilities are always above 0, so every answer is 1. 0 is the threshold for z; for a it is 0.5."),
    wrong("threshold-on-z", "AL, _ =", "_, caches =", "AL > 0.5", "caches[-1][1] > 0.5", sentences.THRESHOLD_ON_Z),
    wrong("threshold-at-the-mean", "AL > 0.5", "AL > np.mean(AL)",
          "The threshold is the mean of the probabilities, so an answer depends on the other pictures. It should be 0.5."),
    wrong("cut-off", DECIDE, "AL.astype(int)", sentences.CUT_OFF),
    wrong("minus-one-for-no", DECIDE, "np.where(AL > 0.5, 1, -1)", "No cat is −1 here. The labels are 1 and 0."),
    wrong("names-instead-of-numbers", DECIDE, 'np.where(AL > 0.5, "cat", "non-cat")',
          "The answers are words. Numbers are wanted, 1 and 0, so that they can be compared with Y."),
    wrong("one-answer-for-all", DECIDE, "np.full(AL.shape, AL[0, 0] > 0.5)",
          "Every example gets the answer of the first. Compare each probability."),
    wrong("rank-1", DECIDE, "(AL[0] > 0.5).astype(int)", sentences.ONE_AXIS, holds="values untouched"),
    wrong("pair-not-taken-apart", "AL, _ = L_model_forward", "AL = L_model_forward",
          "L_model_forward returns a pair, the probabilities and the caches. Take the first part."),
    wrong("arguments-swapped", """
        def predict(parameters, X):
            AL, _ = L_model_forward(X, parameters)
            return (AL > 0.5).astype(int)
        """, "The arguments are declared in the wrong order: X first, then the parameters."),
    wrong("call-swapped", "L_model_forward(X, parameters)", "L_model_forward(parameters, X)",
          "The arguments of L_model_forward are handed over in the wrong order: X first, then the parameters.",
          lacks=r"def \w+\(parameters"),

    right("classic-loop", """
        def predict(X, parameters):
            m = X.shape[1]
            n = len(parameters) // 2 # number of layers in the neural network
            p = np.zeros((1, m))
            probas, caches = L_model_forward(X, parameters)
            for i in range(0, probas.shape[1]):
                if probas[0, i] > 0.5:
                    p[0, i] = 1
                else:
                    p[0, i] = 0
            return p
        """),
    right("booleans", DECIDE, "AL > 0.5"),
    right("at-least-one-half", DECIDE, "(AL >= 0.5) * 1.0"),
    right("where", DECIDE, "np.where(AL > 0.5, 1, 0)"),
    right("rounded", DECIDE, "np.round(AL)"),
    right("cut-after-adding-one-half", DECIDE, "(AL + 0.5).astype(int)"),
    right("sign-of-z", "AL, _ =", "_, caches =", "AL > 0.5", "caches[-1][1] > 0"),
    right("mask",
          "return " + DECIDE, "answers = np.zeros(AL.shape, dtype=int)\n    answers[AL > 0.5] = 1\n    return answers"),
    right("writes-into-al", "return " + DECIDE, "AL[AL > 0.5] = 1\n    AL[AL <= 0.5] = 0\n    return AL"),
    right("everything-inside", """
        def predict(X, parameters):
            A, L = X, len(parameters) // 2
            for l in range(1, L):
                A = np.maximum(0, parameters[f"W{l}"] @ A + parameters[f"b{l}"])
            return np.heaviside(parameters[f"W{L}"] @ A + parameters[f"b{L}"], 0)
        """),
    right("one-example-at-a-time", "AL, _ = L_model_forward(X, parameters)",
          "AL = np.hstack([L_model_forward(x[:, None], parameters)[0] for x in X.T])"),
)
