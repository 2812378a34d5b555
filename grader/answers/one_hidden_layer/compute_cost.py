"""Wrong and right answers to `one_hidden_layer.compute_cost`."""

from grader.answers import right, sentences, wrong

LOSSES = "losses = -(Y * np.log(A2) + (1 - Y) * np.log(1 - A2))"
MEAN = "return float(np.mean(losses))"

ANSWERS = (
    wrong("summed", "np.mean(losses)", "np.sum(losses)",
          sentences.COST_SUMMED),
    wrong("averaged-twice", "np.mean(losses)", "np.mean(losses) / Y.shape[1]",
          "The cost is divided by m twice: the mean has done it already."),
    wrong("halved", "np.mean(losses)", "np.mean(losses) / 2",
          "The cost is divided by 2m. The 2 belongs to the squared error: here it is m."),
    wrong("m-minus-1", "np.mean(losses)", "np.sum(losses) / (Y.shape[1] - 1)",
          "The sum is divided by m − 1. A mean over m examples divides by m."),
    wrong("m-written-into-the-code", "np.mean(losses)", "np.sum(losses) / 400",
          "400 is written into the code. Read the number of examples from the shape of Y."),
    wrong("lost-bracket", LOSSES, "losses = -Y * np.log(A2) + (1 - Y) * np.log(1 - A2)",
          "The minus sign belongs to both terms: −(y log a + (1 − y) log(1 − a)). "
          "Without the bracket, being sure and wrong about a 0 is rewarded."),
    wrong("positive-term-only", LOSSES, "losses = -Y * np.log(A2)",
          "Only the examples with y = 1 are counted: the term for the others, (1 − y) log(1 − a), is missing."),
    wrong("negative-term-only", LOSSES, "losses = -(1 - Y) * np.log(1 - A2)",
          "Only the examples with y = 0 are counted: the term for the others, y log a, is missing."),
    wrong("no-choice-by-label", LOSSES, "losses = -(np.log(A2) + np.log(1 - A2))",
          "Both logarithms count for every example. y and 1 − y should choose one of them."),
    wrong("terms-swapped", LOSSES, "losses = -(Y * np.log(1 - A2) + (1 - Y) * np.log(A2))",
          "The two logarithms are swapped: where y = 1, log a counts."),
    wrong("cost-sign", LOSSES, "losses = Y * np.log(A2) + (1 - Y) * np.log(1 - A2)", sentences.COST_NEGATIVE),
    wrong("log-of-the-labels", LOSSES, "losses = -(A2 * np.log(Y) + (1 - A2) * np.log(1 - Y))",
          "A2 and Y are swapped, and the logarithm of 0 is taken. The logarithm is of the probability."),
    wrong("squared-error", LOSSES, "losses = (A2 - Y) ** 2", sentences.SQUARED_ERROR_NETWORK),
    wrong("absolute-error", LOSSES, "losses = np.abs(A2 - Y)",
          "This is the mean distance from the labels. The cost of this network is the cross-entropy."),
    wrong("wrong-answers-counted", LOSSES, "losses = (A2 > 0.5) != Y",
          "This is the share of wrong answers. It has no useful slope: the cost is the cross-entropy."),
    wrong("log10", LOSSES, "losses = -(Y * np.log10(A2) + (1 - Y) * np.log10(1 - A2))",
          "log10 is the logarithm to base 10. The natural one is meant."),
    wrong("log2", LOSSES, "losses = -(Y * np.log2(A2) + (1 - Y) * np.log2(1 - A2))",
          "log2 is the logarithm to base 2. The natural one is meant."),
    wrong("sigmoid-again", "    losses = ", "    A2 = sigmoid(A2)\n    losses = ",
          "The sigmoid is applied once more. A2 already holds probabilities."),
    wrong("fudge-too-large", LOSSES, "losses = -(Y * np.log(A2 + 0.01) + (1 - Y) * np.log(1 - A2 + 0.01))",
          "0.01 is added inside the logarithms. That changes every cost. (1e-8 would do no harm.)"),
    wrong("clipped", "    losses = ", "    A2 = np.clip(A2, 0.05, 0.95)\n    losses = ", sentences.CLIPPED,
          holds="shapes sizes untouched"),
    wrong("product-without-transpose",
          MEAN, "return float(-(np.dot(Y, np.log(A2)) + np.dot(1 - Y, np.log(1 - A2)))[0, 0] / Y.shape[1])",
          "np.dot of two rows does not fit: (1, m) times (1, m). Turn the second into a column."),
    wrong("every-label-with-every-probability",
          MEAN, "return float(-np.sum(Y.T @ np.log(A2) + (1 - Y).T @ np.log(1 - A2)) / Y.shape[1])",
          "A column times a row pairs every label with every probability. "
          "Turn the second factor, not the first: row times column."),
    wrong("whole-number-division", "float(np.mean(losses))", "float(np.sum(losses) // Y.shape[1])",
          "// cuts the decimals off. Divide with a single stroke."),
    wrong("one-loss-each", MEAN, "return losses",
          "These are the losses of the single examples. The cost is their mean, one number."),
    wrong("axes-kept", MEAN, "return np.mean(losses, axis=1, keepdims=True)",
          "The cost is an array of shape (1, 1). It should be a plain number: take the mean over everything.",
          holds="values untouched"),
    wrong("printed-not-returned", "return float", "print", sentences.COST_PRINTED),
    wrong("writes-into-a2", "    losses = ", "    A2 += 1e-9\n    losses = ",
          "It adds a little to A2 itself, which belongs to the caller and is needed on the way back. Use a new array.",
          holds="shapes values sizes"),

    right("classic-with-parameters", """
        def compute_cost(A2, Y, parameters):
            m = Y.shape[1]
            W1 = parameters["W1"]
            W2 = parameters["W2"]
            logprobs = np.multiply(np.log(A2), Y) + np.multiply((1 - Y), np.log(1 - A2))
            cost = - np.sum(logprobs) / m
            cost = float(np.squeeze(cost))
            assert (isinstance(cost, float))
            return cost
        """),
    right("by-products",
          MEAN, "return np.squeeze(-(np.dot(Y, np.log(A2).T) + np.dot(1 - Y, np.log(1 - A2).T)) / Y.shape[1])"),
    right("numpy-number", MEAN, "return np.average(losses)"),
    right("an-array-without-axes", MEAN, "return np.array(1.0 / Y.size * losses.sum())"),
    right("divided-by-minus-m", MEAN, "return np.sum(-losses) / -Y.shape[1]"),
    right("chosen-by-label", LOSSES, "losses = -np.log(np.where(Y == 1, A2, 1 - A2))"),
    right("distance-from-the-label", LOSSES, "losses = -np.log(1 - np.abs(Y - A2))"),
    right("log1p", LOSSES, "losses = -(Y * np.log(A2) + (1 - Y) * np.log1p(-A2))"),
    right("xlogy",
          LOSSES, "from scipy.special import xlog1py, xlogy\n\n    losses = -(xlogy(Y, A2) + xlog1py(1 - Y, -A2))"),
    right("from-z", LOSSES, "z = np.log(A2 / (1 - A2))\n    losses = np.logaddexp(0, z) - Y * z"),
    right("tiny-fudge", LOSSES, "losses = -(Y * np.log(A2 + 1e-8) + (1 - Y) * np.log(1 - A2 + 1e-8))"),
    right("tiny-clip", "    losses = ", "    A2 = np.clip(A2, 1e-10, 1 - 1e-10)\n    losses = "),
    right("float32", "    losses = ", "    A2 = A2.astype(np.float32)\n    losses = "),
    right("loop", """
        def compute_cost(A2, Y):
            cost = 0
            for a, y in zip(A2[0], Y[0]):
                if y == 1:
                    cost -= np.log(a)
                else:
                    cost -= np.log(1 - a)
            return cost / len(Y[0])
        """),
)
