"""Wrong and right answers to `logistic_regression.dz_gap`."""

from grader.answers import right, wrong

ANSWERS = (
    wrong("wrong-way-round", "claimed - true_slope", "true_slope - claimed",
          "The difference is taken the wrong way round: the note's number first."),
    wrong("claimed-only", "return claimed - true_slope", "return claimed",
          "This is what the note claims. Subtract the true slope from it."),
    wrong("true-slope-only", "return claimed - true_slope", "return true_slope",
          "This is the true slope alone. The question is how far the note's number is from it."),
    wrong("slope-sign", "true_slope = a - y", "true_slope = y - a",
          "The true slope has the wrong sign: it is prediction minus label."),
    wrong("slope-along-a", "true_slope = a - y", "true_slope = (a - y) / (a * (1 - a))",
          "This takes the slope along a. The slope along z is one link further: times a(1 − a)."),
    wrong("sigmoid-forgotten", "a = sigmoid(z)", "a = z", "z is the weighted sum. The probability a is its sigmoid."),
    wrong("sign-taken-away", "return claimed - true_slope", "return abs(claimed - true_slope)",
          "The sign of the gap matters: do not take it away."),

    right("nudged", "true_slope = a - y",
          ("loss = lambda z: -(y * np.log(sigmoid(z)) + (1 - y) * np.log(1 - sigmoid(z)))\n"
           "    true_slope = (loss(z + 1e-5) - loss(z - 1e-5)) / 2e-5")),
    right("one-line", """
        def dz_gap(z, y):
            a = 1 / (1 + np.exp(-z))
            return y - a**2
        """),
)
