"""Wrong and right answers to `logistic_regression.lost_bracket`."""

from grader.answers import right, wrong

ANSWERS = (
    wrong("as-noted", "np.abs(noted)", "noted.copy()",
          "These are the note's own numbers. A loss is never negative: where the note's number is, its sign is wrong.",
          holds="shapes labels untouched"),
    wrong("every-sign-turned", "np.abs(noted)", "-noted",
          "Every sign is turned round. For cats (y = 1) the note happens to be right; only the others need it.",
          holds="shapes labels untouched"),
    wrong("labels-the-wrong-way-round", "noted > 0, 1, 0", "noted > 0, 0, 1",
          "The labels are the wrong way round. For a cat the note gives −log ŷ, and that is positive.",
          holds="shapes losses untouched"),
    wrong("labels-plus-and-minus-one", "np.where(noted > 0, 1, 0)", "np.sign(noted)",
          "Labels are 1 and 0. This gives 1 and −1.",
          holds="shapes losses untouched"),
    wrong("above-one-half", "noted > 0", "noted > 0.5",
          "A cat is recognised by the sign of its number. It need not be above 0.5: that threshold is for probabilities.",
          holds="shapes losses untouched"),
    wrong("cost-in-place-of-losses", "np.abs(noted)", "np.mean(np.abs(noted))",
          "This is the mean. Return one loss for each picture.", holds="labels untouched"),
    wrong("probabilities", "np.abs(noted)", "np.exp(-np.abs(noted))",
          "This is the probability that the right answer got. The loss is minus its logarithm.",
          holds="shapes labels untouched"),
    wrong("log-again", "np.abs(noted)", "-np.log(np.abs(noted))",
          "The note's number is a logarithm already. Do not take another one.",
          holds="shapes labels untouched"),
    wrong("all-cats", "np.where(noted > 0, 1, 0)", "np.ones_like(noted)",
          "Every label is 1. Which of the note's numbers can only come from a picture without a cat?",
          holds="shapes losses untouched"),
    wrong("written-into-noted", "return Y, np.abs(noted)", "noted[noted < 0] *= -1\n    return Y, noted",
          "The right losses were written into `noted`. Somebody else may still need its numbers: make a new array.",
          holds="shapes labels losses sizes"),

    right("by-the-sign", "np.abs(noted)", "np.where(noted > 0, noted, -noted)"),
    right("booleans", "np.where(noted > 0, 1, 0)", "noted > 0"),
    right("product-with-the-sign", "np.abs(noted)", "noted * np.sign(noted)"),
    right("square-root-of-the-square", "np.abs(noted)", "np.sqrt(noted**2)"),
    right("larger-of-two", "np.abs(noted)", "np.maximum(noted, -noted)"),
    right("half-of-the-sign", "np.where(noted > 0, 1, 0)", "(np.sign(noted) + 1) / 2"),
    right("loop", """
        def lost_bracket(noted):
            Y, losses = np.zeros(noted.shape), np.zeros(noted.shape)
            for i in range(noted.shape[1]):
                if noted[0, i] > 0:
                    Y[0, i] = 1
                    losses[0, i] = noted[0, i]
                else:
                    losses[0, i] = -noted[0, i]
            return Y, losses
        """),
    right("by-the-label", """
        def lost_bracket(noted):
            Y = 1 * (noted > 0)
            return Y, Y * noted - (1 - Y) * noted
        """),
    right("copy-and-mask", "np.abs(noted)", "np.concatenate([noted]) * np.where(noted < 0, -1, 1)"),
)
