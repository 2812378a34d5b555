"""Wrong and right answers to `deep_network.tanh_mistake`."""

from grader.answers import right, sentences, wrong

ANSWERS = (
    wrong("distance-with-a-sign", "np.abs(wrong - right)", "wrong - right",
          "Without the absolute value a slope that is too small counts as a negative distance."),
    wrong("distance-with-a-sign-right-first", "np.abs(wrong - right)", "right - wrong",
          "Without the absolute value a slope that is too large counts as a negative distance."),
    wrong("mean-distance", "np.max(", "np.mean(", "This is the mean distance. The largest one is asked for."),
    wrong("smallest-distance", "np.max(", "np.min(", "This is the smallest distance. The largest one is asked for."),
    wrong("distance-of-the-largest-slopes", "np.max(np.abs(wrong - right))", "np.abs(np.max(wrong) - np.max(right))",
          "This compares the largest wrong slope with the largest right one. "
          "Take the distance at each z first, then the largest."),
    wrong("every-distance", "float(np.max(np.abs(wrong - right)))", "np.abs(wrong - right)",
          "These are the distances at every z. One number is asked for: the largest."),
    wrong("wrong-slope-only", "np.abs(wrong - right)", "wrong",
          "This is the wrong slope alone. How far is it from the right one?"),
    wrong("right-slope-only", "np.abs(wrong - right)", "right",
          "This is the right slope alone. How far is the wrong one from it?"),
    wrong("ratio", "np.abs(wrong - right)", "wrong / right",
          "This is the ratio of the slopes. A distance is a difference."),
    wrong("curves-instead-of-slopes", "wrong, right = s * (1 - s), 1 - a**2", "wrong, right = s, a",
          "These are the curves themselves, sigmoid and tanh. Compare their slopes."),
    wrong("tanh-in-the-wrong-formula", "s * (1 - s)", "a * (1 - a)",
          "The wrong formula is taken with tanh. The notes compute it with the sigmoid: s(1 − s), s = σ(z)."),
    wrong("z-in-the-wrong-formula", "s * (1 - s)", "Z * (1 - Z)",
          "The wrong formula is taken with z itself. The notes compute it with the sigmoid: s(1 − s), s = σ(z)."),
    wrong("sigmoids-formula-for-the-right-slope", "1 - a**2", "a * (1 - a)",
          "a(1 − a) is the formula for the sigmoid. The slope of tanh is 1 − tanh²(z)."),
    wrong("sigmoid-in-the-right-slope", "1 - a**2", "1 - s**2",
          "The right slope is computed with the sigmoid, and so it is a mistake of its own. It is 1 − tanh²(z)."),
    wrong("square-forgotten", "1 - a**2", "1 - a", sentences.SQUARE_MISSING),
    wrong("z-instead-of-tanh", "1 - a**2", "1 - Z**2",
          "The slope of tanh was computed from z itself. It is 1 − a², where a = tanh(z)."),
    wrong("pair-not-taken-apart", "s, _ = sigmoid(Z)", "s = sigmoid(Z)",
          "sigmoid of utils returns a pair, (A, cache). Take its first part."),

    right("by-the-backward-functions",
          "wrong, right = s * (1 - s), 1 - a**2", "wrong, right = sigmoid_backward(1, Z), tanh_backward(1, Z)"),
    right("by-cosh", "1 - a**2", "1 / np.cosh(Z) ** 2"),
    right("by-exponentials", "s, _ = sigmoid(Z)", "s = 1 / (1 + np.exp(-Z))"),
    right("indexed", "a, _ = tanh(Z)", "a = tanh(Z)[0]"),
    right("numpy-number", "float(np.max(np.abs(wrong - right)))", "np.abs(right - wrong).max()"),
    right("largest-norm", "np.max(np.abs(wrong - right))", "np.linalg.norm(np.ravel(wrong - right), np.inf)"),
    right("loop", """
        def tanh_mistake(Z):
            largest = 0.0
            for z in Z.ravel():
                s = 1 / (1 + np.exp(-z))
                distance = abs(s * (1 - s) - (1 - np.tanh(z) ** 2))
                if distance > largest:
                    largest = distance
            return largest
        """),
)
