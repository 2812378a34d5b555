"""Wrong and right answers to `logistic_regression.lost_bracket`."""

from grader.answers import right, wrong

ANSWERS = (
    wrong("bracket-put-back",
          "-y * np.log(y_hat) + (1 - y) * np.log(1 - y_hat)", "-(y * np.log(y_hat) + (1 - y) * np.log(1 - y_hat))",
          "This is the right loss, with its bracket. The question is what the note's formula gives without it."),
    wrong("a-cat-instead", "    y = 0  # not a cat\n", "    y = 1\n",
          "This is for a picture with a cat, y = 1, where the note's formula happens to be right. Take y = 0."),
    wrong("log-of-y-hat", "(1 - y) * np.log(1 - y_hat)", "(1 - y) * np.log(y_hat)",
          "The second term holds the logarithm of 1 − ŷ, not of ŷ."),
    wrong("logarithm-lost", "np.log(1 - y_hat)", "(1 - y_hat)",
          "The logarithm got lost: the term is log(1 − ŷ), not 1 − ŷ."),

    right("shortened", """
        def lost_bracket(y_hat):
            return np.log(1 - y_hat)
        """),
    right("log1p", """
        def lost_bracket(y_hat):
            return float(np.log1p(-y_hat))
        """),
)
