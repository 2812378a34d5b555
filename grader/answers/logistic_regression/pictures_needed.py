"""Wrong and right answers to `logistic_regression.pictures_needed`."""

from grader.answers import right, wrong

ANSWERS = (
    wrong("one-standard-error", "4 * p * (1 - p)", "p * (1 - p)",
          "This makes one standard error as small as the margin. Two of them should fit: that takes four times as many."),
    wrong("factor-two", "4 * p * (1 - p)", "2 * p * (1 - p)",
          "The 2 of \"two standard errors\" has to be squared as well: it becomes 4."),
    wrong("margin-not-squared", "margin**2", "margin",
          "The margin has to be squared: half the margin takes four times as many pictures, not twice."),
    wrong("root-kept", "math.ceil(4 * p * (1 - p) / margin**2)", "math.ceil(2 * np.sqrt(p * (1 - p)) / margin)",
          "This is the root of the number wanted. m stands under the root, so square both sides."),
    wrong("rounded-down", "math.ceil(", "math.floor(",
          "It is rounded down, so two standard errors are a little more than the margin. Round up."),
    wrong("rounded-to-the-nearest", "math.ceil(", "round(",
          "Rounding to the nearest whole number can give one picture too few. Round up.", holds="whole"),
    wrong("not-rounded", "math.ceil(4 * p * (1 - p) / margin**2)", "4 * p * (1 - p) / margin**2",
          "There are no parts of pictures. Give the next whole number."),
    wrong("p-alone", "p * (1 - p)", "p",
          "1 − p is missing: the standard error is the root of p(1 − p)/m."),
    wrong("largest-scatter", "4 * p * (1 - p)", "1",
          "This takes p = 0.5, where the scatter is largest. For the given p fewer pictures will do."),
    wrong("one-more", "math.ceil(4 * p * (1 - p) / margin**2)", "math.ceil(4 * p * (1 - p) / margin**2) + 1",
          "This is one more than needed. math.ceil already rounds up."),
    wrong("always-one-up", "math.ceil(4 * p * (1 - p) / margin**2)", "int(4 * p * (1 - p) / margin**2) + 1",
          "int(…) + 1 is one too many where the number is whole already. math.ceil is not.", holds="values"),
    wrong("doubled-not-squared", "/ margin**2", "/ margin * 2",
          "The margin has to be squared. margin ** 2 is its square; divided by margin and times 2 is something else."),

    right("half-the-margin", "4 * p * (1 - p) / margin**2", "p * (1 - p) / (margin / 2) ** 2"),
    right("np-ceil", "math.ceil(4 * p * (1 - p) / margin**2)", "int(np.ceil(4 * p * (1 - p) / margin**2))"),
    right("counted-up", """
        def pictures_needed(p, margin):
            m = 1
            while 2 * np.sqrt(p * (1 - p) / m) > margin:
                m += 1
            return m
        """),
    right("a-decimal-number", "math.ceil(4 * p * (1 - p) / margin**2)", "np.ceil((2 * np.sqrt(p * (1 - p)) / margin) ** 2)"),
)
