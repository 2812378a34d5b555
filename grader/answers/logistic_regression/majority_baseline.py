"""Wrong and right answers to `logistic_regression.majority_baseline`."""

from grader.answers import right, wrong

ANSWERS = (
    wrong("always-cat", "max(cats, 1 - cats)", "cats",
          "This is the share that \"always cat\" gets right. Where there are fewer cats than others, \"never cat\" does better.",
          holds="untouched"),
    wrong("never-cat", "max(cats, 1 - cats)", "1 - cats",
          "This is the share that \"never cat\" gets right. Where there are more cats than others, \"always cat\" does better."),
    wrong("the-worse-one", "max(cats, 1 - cats)", "min(cats, 1 - cats)",
          "This is the worse of the two constant answers. A model has to beat the better one."),
    wrong("counted-not-shared", "np.mean(Y)", "np.sum(Y)", "1 - cats", "Y.size - cats",
          "This counts pictures. Divide by how many there are, the columns of Y (len(Y) is 1): a share is wanted."),
    wrong("one-half", "return max(cats, 1 - cats)", "return 0.5",
          "A coin gets one half. A constant answer gets more where one kind of picture is more frequent."),
    wrong("rounded", "max(cats, 1 - cats)", "round(max(cats, 1 - cats))",
          "The share is rounded to a whole number."),
    wrong("difference-of-the-shares", "max(cats, 1 - cats)", "abs(cats - (1 - cats))",
          "This is how far the two shares are apart. The larger of the two is wanted."),
    wrong("printed-not-returned", "return max(cats, 1 - cats)", "print(max(cats, 1 - cats))",
          "The share is printed and not returned. Other code can use only what is returned."),

    right("counted", "max(cats, 1 - cats)", "np.max(np.bincount(Y[0])) / Y.shape[1]"),
    right("two-comparisons", "max(cats, 1 - cats)", "max(np.mean(Y == 1), np.mean(Y == 0))"),
    right("from-the-middle", "max(cats, 1 - cats)", "0.5 + abs(cats - 0.5)"),
    right("an-if", "    return max(cats, 1 - cats)", "    if cats > 0.5:\n        return cats\n    return 1 - cats"),
    right("loop", """
        def majority_baseline(Y):
            cats = 0
            for i in range(Y.shape[1]):
                if Y[0, i] == 1:
                    cats += 1
            others = Y.shape[1] - cats
            return np.maximum(cats, others) / Y.shape[1]
        """),
)
