"""Wrong and right answers to `logistic_regression.sigmoid`."""

from grader.answers import right, sentences, wrong

ANSWERS = (
    wrong("exponent-sign", "top / (1 + small)", "1 - top / (1 + small)",
          "The curve falls instead of rising: this is σ(−z)."),
    wrong("tanh-instead", "return top / (1 + small)", "return np.tanh(z)",
          "This is tanh, which runs from −1 to 1. The sigmoid runs from 0 to 1."),
    wrong("one-forgotten", "top / (1 + small)", "top / small",
          "The 1 in the denominator is missing: 1 / (1 + e^(−z))."),
    wrong("derivative-instead", "return top / (1 + small)", "return top / (1 + small) * (1 - top / (1 + small))",
          "This is the slope of the sigmoid, σ(1 − σ), not the sigmoid itself."),
    wrong("rounded", "return top / (1 + small)", "return np.round(top / (1 + small))",
          "The result is rounded to 0 or 1. It should stay a probability; the decision comes later, in predict."),
    wrong("overflows", "return top / (1 + small)", "return np.exp(z) / (1 + np.exp(z))",
          "For large z this divides infinity by infinity, which is nan. Only exponentials of numbers ≤ 0 are safe.",
          holds="shapes values number untouched"),
    wrong("arrays-only", "small = np.exp", "z.shape\n    small = np.exp", sentences.ARRAYS_ONLY,
          holds="shapes values untouched"),
    wrong("writes-into-z", """
        def sigmoid(z):
            z *= -1
            return 1 / (1 + np.exp(z))
        """,
          "It flips the sign inside z itself: the caller's numbers are changed. Write −z instead.",
          holds="shapes values number extreme"),
    wrong("brackets-forgotten", "return top / (1 + small)", "return 1 / 1 + np.exp(-z)",
          "Without brackets only the first 1 is divided: 1 / 1 + e^(−z) is more than 1. "
          "The sum 1 + e^(−z) belongs below the fraction."),
    wrong("power-of-e-forgotten", "return top / (1 + small)", "return 1 / (1 + z)",
          "The power of e is missing: 1 / (1 + e^(−z)), not 1 / (1 + z)."),
    wrong("top-always-one", "np.where(z >= 0, 1, small)", "1",
          "Negative z get the answers of positive ones: for z < 0 the top of the fraction is the power of e, not 1."),
    wrong("if-for-the-whole-array", "top = np.where(z >= 0, 1, small)", "top = 1 if z >= 0 else small",
          "An if decides once, for the whole array, and Python refuses. np.where decides place by place."),
    wrong("list-by-math-exp", """
        def sigmoid(z):
            import math

            return [1 / (1 + math.exp(-value)) for value in z]
        """,
          "A list comes back, and math.exp takes one number at a time. "
          "NumPy's exponential takes numbers and arrays of any shape.", holds="untouched"),

    right("plain", "return top / (1 + small)", "return 1 / (1 + np.exp(-z))"),
    right("scipy", "return top / (1 + small)", "from scipy.special import expit\n    return expit(z)"),
    right("by-tanh", "return top / (1 + small)", "return 0.5 * (1 + np.tanh(z / 2))"),
    right("by-logaddexp", "return top / (1 + small)", "return np.exp(-np.logaddexp(0, -z))"),
    right("reciprocal", "return top / (1 + small)", "return 1 / (1 / np.exp(z) + 1)"),
    right("power-of-e", "return top / (1 + small)", "return np.power(1 + np.e ** -np.asarray(z, dtype=float), -1)"),
    right("with-a-name", "return top / (1 + small)", "s = 1.0 / (1.0 + np.exp(-1.0 * z))\n    return s"),
    right("float32", "return top / (1 + small)",
          "return (top / (1 + small)).astype(np.float32) if np.ndim(z) else top / (1 + small)"),
    right("both-sides-written-out", """
        def sigmoid(z):
            z = np.asarray(z, dtype=float)
            result = np.empty_like(z)
            rising = z >= 0
            result[rising] = 1 / (1 + np.exp(-z[rising]))
            power = np.exp(z[~rising])
            result[~rising] = power / (1 + power)
            return result
        """),
)
