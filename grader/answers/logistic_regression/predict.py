"""Wrong and right answers to `logistic_regression.predict`."""

from grader.answers import right, sentences, wrong

ANSWERS = (
    wrong("threshold-on-z", "np.where(A > 0.5, 1, 0)", "np.where(w.T @ X + b > 0.5, 1, 0)", sentences.THRESHOLD_ON_Z),
    wrong("threshold-0.6", "A > 0.5", "A > 0.6", sentences.THRESHOLD_06),
    wrong("threshold-0.4", "A > 0.5", "A > 0.4", sentences.THRESHOLD_04),
    wrong("reversed", "A > 0.5, 1, 0", "A > 0.5, 0, 1", sentences.REVERSED),
    wrong("probabilities", "np.where(A > 0.5, 1, 0)", "A", sentences.PROBABILITIES),
    wrong("rank-1", "np.where(A > 0.5, 1, 0)", "np.where(A > 0.5, 1, 0)[0]", sentences.ONE_AXIS,
          holds="values untouched"),
    wrong("bias-forgotten", "w.T @ X + b", "w.T @ X", sentences.BIAS_MISSING),
    wrong("cut-off", "np.where(A > 0.5, 1, 0)", "A.astype(int)", sentences.CUT_OFF),
    wrong("threshold-0.05", "A > 0.5", "A > 0.05", "The threshold is 0.05, ten times too low."),
    wrong("one-answer-for-all", "np.where(A > 0.5, 1, 0)", "np.where(np.mean(A) > 0.5, 1, 0)",
          "One decision was made for all pictures together. Each picture gets its own."),
    wrong("column", "np.where(A > 0.5, 1, 0)", "np.where(A > 0.5, 1, 0).T",
          "The answers stand in a column, (m, 1). They belong in a row, (1, m), like Y.", holds="values untouched"),
    wrong("nested-list", "np.where(A > 0.5, 1, 0)", "np.where(A > 0.5, 1, 0).tolist()",
          "A list comes back. Return the NumPy array (1, m).", holds="values untouched"),

    right("comparison", "np.where(A > 0.5, 1, 0)", "(A > 0.5).astype(float)"),
    right("booleans", "np.where(A > 0.5, 1, 0)", "A >= 0.5"),
    right("rounded", "np.where(A > 0.5, 1, 0)", "np.round(A)"),
    right("sign-of-z", "np.where(A > 0.5, 1, 0)", "1 * (w.T @ X + b > 0)"),
    right("loop", """
        def predict(w, b, X):
            m = X.shape[1]
            Y_prediction = np.zeros((1, m))
            w = w.reshape(X.shape[0], 1)
            A = sigmoid(np.dot(w.T, X) + b)
            for i in range(A.shape[1]):
                Y_prediction[0, i] = 1 if A[0, i] > 0.5 else 0
            assert Y_prediction.shape == (1, m)
            return Y_prediction
        """),
    right("mask", "return np.where(A > 0.5, 1, 0)", "A[A > 0.5] = 1\n    A[A < 1] = 0\n    return A"),
    right("heaviside", "np.where(A > 0.5, 1, 0)", "np.heaviside(A - 0.5, 0)"),
    right("floor", "np.where(A > 0.5, 1, 0)", "np.floor(A + 0.5)"),
    right("list-comprehension", "np.where(A > 0.5, 1, 0)", "np.array([[1 if a > 0.5 else 0 for a in A[0]]])"),
)
