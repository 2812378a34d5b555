"""Wrong and right answers to `deep_network.zigzag`."""

from grader.answers import right, wrong

LAYER = "2 * relu(y)[0] - 4 * relu(y - 0.5)[0]"
ONLY_ONE = "shapes untouched"

ANSWERS = (
    wrong("never-turns", "4 *", "2 *",
          "With the weight 2 the second unit stops the curve at 1, and does not turn it. At x = 1 the sum has to be 0 again.",
          needs=r"\b2\b"),
    wrong("turns-too-little", "4 *", "3 *",
          "The second unit has the weight 3: at x = 1 that leaves 2 − 3/2 = 1/2. The sum has to be 0 there.", needs=r"\b3\b"),
    wrong("second-unit-wakes-at-one", "y - 0.5", "y - 1",
          "The second unit wakes up at 1, the end of the interval. It has to wake up in the middle, at one half."),
    wrong("second-unit-wakes-too-early", "y - 0.5", "y + 0.5",
          "The second unit has the bias +1/2, so it is awake everywhere. With −1/2 it wakes up at one half."),
    wrong("half-outside-the-unit", "relu(y - 0.5)[0]", "relu(y)[0] - 0.5",
          "The half is subtracted outside the second unit. It is the unit's bias, so it belongs inside the brackets."),
    wrong("second-unit-added", "[0] - 4", "[0] + 4",
          "The second unit is added. It has to pull the curve down: subtract it."),
    wrong("first-weight-one", "2 * relu", "relu",
          "The first unit has the weight 1, so the curve reaches only 1/2 in the middle. It has to reach 1."),
    wrong("folds-the-input-again", LAYER, "2 * relu(x)[0] - 4 * relu(x - 0.5)[0]",
          "It folds once, however many layers are asked for. A layer's input is the output of the layer below.",
          holds=ONLY_ONE),
    wrong("one-layer-too-few", "range(layers)", "range(layers - 1)",
          "It folds once too rarely: range(layers - 1) leaves one layer out. For one layer it should fold once."),
    wrong("one-layer-too-many", "range(layers)", "range(layers + 1)", "It folds once too often."),
    wrong("layers-added", """
        def zigzag(x, layers):
            total = 0 * x
            y = x
            for _ in range(layers):
                y = 2 * relu(y)[0] - 4 * relu(y - 0.5)[0]
                total = total + y
            return total
        """, "The outputs of all layers are added up. Only the last one counts.", holds=ONLY_ONE),
    wrong("multiplied-instead-of-repeated", """
        def zigzag(x, layers):
            return layers * (2 * relu(x)[0] - 4 * relu(x - 0.5)[0])
        """, "One fold is multiplied by the number of layers. Depth repeats: each layer folds what the one below gives.",
          holds=ONLY_ONE),
    wrong("writes-into-x", """
        def zigzag(x, layers):
            y = x
            for _ in range(layers):
                y *= 2
                y[y > 1] = 2 - y[y > 1]
            return y
        """, "y is x itself, not a copy, so the caller's numbers are changed. Make a new array.",
          holds="shapes values sizes"),
    wrong("nothing-returned", "    return y", "    y", "Nothing is returned."),

    right("by-triangles", LAYER, "1 - np.abs(2 * y - 1)"),
    right("by-where", LAYER, "np.where(y < 0.5, 2 * y, 2 - 2 * y)"),
    right("by-maximum", LAYER, "2 * np.maximum(0, y) - 4 * np.maximum(0, y - 0.5)"),
    right("by-minimum", LAYER, "2 * np.minimum(y, 1 - y)"),
    right("by-itself", """
        def zigzag(x, layers):
            if layers == 0:
                return x
            up, _ = relu(x)
            down, _ = relu(x - 0.5)
            return zigzag(2 * up - 4 * down, layers - 1)
        """),
    right("by-matrices", """
        def zigzag(x, layers):
            W1, b1, W2 = np.array([[1.0], [1.0]]), np.array([[0.0], [-0.5]]), np.array([[2.0, -4.0]])
            a = x
            for l in range(layers):
                Z, cache = linear_forward(a, W1, b1)
                A, cache = relu(Z)
                a = np.dot(W2, A)
            return a
        """),
    right("while-loop", """
        def zigzag(x, layers):
            out = np.copy(x)
            l = 0
            while l < layers:
                h1 = relu(out)[0]
                h2 = relu(out - 1/2)[0]
                out = 2*h1 - 4*h2
                l += 1
            return out
        """),
)
