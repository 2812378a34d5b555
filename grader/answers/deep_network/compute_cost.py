"""Wrong and right answers to `deep_network.compute_cost`."""

from grader.answers import right, sentences, wrong

MEAN = "-np.mean(np.log(right))"
RIGHT = "np.where(Y == 1, AL, 1 - AL)"

ANSWERS = (
    wrong("lost-bracket", MEAN, "np.mean(-Y * np.log(AL) + (1 - Y) * np.log(1 - AL))", sentences.MINUS_LOST),
    wrong("positive-term-only", MEAN, "-np.mean(Y * np.log(AL))", sentences.CATS_ONLY),
    wrong("negative-term-only", MEAN, "-np.mean((1 - Y) * np.log(1 - AL))",
          "Only the pictures without a cat are counted: the term y log a is missing."),
    wrong("sign", "-np.mean", "np.mean", sentences.COST_NEGATIVE),
    wrong("summed", "np.mean", "np.sum",
          sentences.COST_SUMMED),
    wrong("averaged-twice", MEAN, MEAN + " / Y.shape[1]",
          "The mean is divided by m once more. np.mean has done it already."),
    wrong("number-of-pictures-written-into-the-code", MEAN, "-np.sum(np.log(right)) / 209",
          "209 is written into the code. Read the number of examples from the shape of Y."),
    wrong("log10", "np.log(", "np.log10(", sentences.LOG_10),
    wrong("log2", "np.log(", "np.log2(", "log2 is the logarithm to base 2. The natural one, np.log, is meant."),
    wrong("log-of-the-mean", MEAN, "-np.log(np.mean(right))",
          "This is the logarithm of the mean. Take the logarithm of each probability first, then the mean."),
    wrong("squared-error", MEAN, "np.mean((AL - Y) ** 2)", sentences.SQUARED_ERROR_NETWORK),
    wrong("half-the-squared-error", MEAN, "np.mean((AL - Y) ** 2) / 2",
          "This is half the squared error. The cost of this network is the cross-entropy."),
    wrong("absolute-error", MEAN, "np.mean(np.abs(AL - Y))",
          "This is the mean distance from the label. The cost of this network is the cross-entropy."),
    wrong("share-of-wrong-answers", MEAN, "np.mean((AL > 0.5) != Y)",
          "This is the share of wrong answers. It is flat almost everywhere, so it has no slope to go down."),
    wrong("labels-the-wrong-way-round", RIGHT, "np.where(Y == 1, 1 - AL, AL)",
          "The labels are used the wrong way round: a where y = 1, and 1 − a where y = 0."),
    wrong("arguments-swapped", MEAN, "-np.mean(AL * np.log(Y) + (1 - AL) * np.log(1 - Y))",
          "Labels and probabilities are swapped. The logarithm of a label is infinite; take it of the probabilities."),
    wrong("clipped", RIGHT, "np.clip(" + RIGHT + ", 0.01, 0.99)",
          "The probabilities are clipped, so a network that is very sure and wrong pays too little.",
          holds="shapes sizes untouched"),
    wrong("zero-times-log-of-zero", MEAN, "-np.mean(Y * np.log(AL) + (1 - Y) * np.log(1 - AL))",
          "Where a probability is exactly 0 or 1 this is nan: 0 times log 0 has no value. "
          "Take the logarithm only of the probability that counts.", holds="shapes values sizes untouched"),
    wrong("nan-replaced", MEAN, "-np.mean(np.nan_to_num(Y * np.log(AL) + (1 - Y) * np.log(1 - AL)))",
          "nan_to_num hides what went wrong: it also turns a cost that is infinite into a number. "
          "Take the logarithm only of the probability that counts.", holds="shapes values sizes untouched"),
    wrong("nan-cost-taken-for-0", MEAN, "np.nan_to_num(-np.mean(Y * np.log(AL) + (1 - Y) * np.log(1 - AL)))",
          "Here a cost of nan is reported as 0, as if the network made no mistake at all. "
          "Take the logarithm only of the probability that counts.", holds="shapes values sizes untouched"),
    wrong("tiny-clip", RIGHT, "np.clip(" + RIGHT + ", 1e-10, 1 - 1e-10)",
          "The probabilities are clipped or shifted: a network that is certain and wrong pays 23, where the cost is infinite.",
          holds="shapes values sizes untouched"),
    wrong("tinier-clip", RIGHT, "np.clip(" + RIGHT + ", 1e-15, 1 - 1e-15)",
          "The probabilities are clipped or shifted: a network that is certain and wrong pays 35, where the cost is infinite.",
          holds="shapes values sizes untouched"),
    wrong("tiny-fudge", "np.log(right)", "np.log(right + 1e-8)",
          "A small number is added inside the logarithm: a network that is certain and wrong pays 18, where the cost is "
          "infinite.", holds="shapes values sizes untouched"),
    wrong("large-fudge", "np.log(right)", "np.log(right + 0.01)",
          "0.01 is added inside the logarithm. That changes every cost."),
    wrong("one-loss-for-each-example", "float(" + MEAN + ")", "-np.log(right)",
          "These are the losses of the single examples. The cost is one number, their mean."),
    wrong("cost-in-a-matrix", "float(" + MEAN + ")", "-np.mean(np.log(right), axis=1, keepdims=True)",
          "The cost has shape (1, 1). It should be a plain number: float(…) or np.squeeze makes it one.",
          holds="values sure untouched"),
    wrong("writes-into-al", "right = " + RIGHT, "right = AL\n    right[Y == 0] = 1 - right[Y == 0]",
          "right is AL itself, not a copy, so the caller's probabilities are changed. Make a new array.",
          holds="shapes values sizes sure"),
    wrong("printed-not-returned", "return float(", "print(", sentences.COST_PRINTED),

    right("two-terms-by-where", MEAN,
          "-np.mean(np.where(Y == 1, np.log(AL), 0) + np.where(Y == 0, np.log(1 - AL), 0))"),
    right("unused-parameters", """
        def compute_cost(AL, Y, parameters):
            m = Y.shape[1]
            logprobs = np.log(np.where(Y == 1, AL, 1 - AL))
            cost = -np.sum(logprobs) / m
            return float(np.squeeze(cost))
        """),
    right("chosen-by-sums", RIGHT, "Y * AL + (1 - Y) * (1 - AL)"),
    right("divided-by-minus-m", MEAN, "np.sum(np.log(right)) / -Y.shape[1]"),
    right("number-of-examples-by-size", MEAN, "-np.sum(np.log(right)) / Y.size"),
    right("log1p", MEAN, "-np.mean(np.where(Y == 1, np.log(AL), np.log1p(-AL)))"),
    right("powers", RIGHT, "AL**Y * (1 - AL) ** (1 - Y)"),
    right("one-minus-distance", RIGHT, "1 - np.abs(Y - AL)"),
    right("float32", RIGHT, RIGHT + ".astype(np.float32)"),
    right("zero-axes", "float(" + MEAN + ")", "np.array(" + MEAN + ")"),
    right("loop", """
        def compute_cost(AL, Y):
            total = 0
            for a, y in zip(AL[0], Y[0]):
                if y == 1:
                    total -= np.log(a)
                else:
                    total -= np.log(1 - a)
            return total / len(Y[0])
        """),
    right("by-masks", """
        def compute_cost(AL, Y):
            cats, others = AL[Y == 1], AL[Y == 0]
            return (np.log(cats).sum() + np.log(1 - others).sum()) / -AL.shape[1]
        """),
)
