"""Wrong and right answers to `deep_network.initialize_parameters_deep`."""

from grader.answers import right, sentences, wrong

DRAW = "np.random.randn(n, n_prev) / np.sqrt(n_prev)"

ANSWERS = (
    wrong("zero-weights", DRAW, "np.zeros((n, n_prev))",
          "The weights are zero. All units of a layer would compute the same, and learn the same, for ever."),
    wrong("equal-weights", DRAW, "np.ones((n, n_prev)) / np.sqrt(n_prev)",
          "All weights of a layer are equal, so all its units learn the same. Only random numbers make them differ."),
    wrong("random-biases", "np.zeros((n, 1))", "np.random.randn(n, 1)",
          "The biases are random. They start at zero: the weights already make the units differ."),
    wrong("no-scale", DRAW, "np.random.randn(n, n_prev)",
          "The weights are not divided by √n[l−1]. With many inputs the sums are large, and the sigmoid saturates.",
          holds="shapes values sizes layers"),
    wrong("scale-0.01", "/ np.sqrt(n_prev)", "* 0.01",
          "The weights are 0.01 times normal numbers. In a deep network the signal dies on its way: divide by √n[l−1].",
          holds="shapes values sizes layers"),
    wrong("uniform-weights", "np.random.randn(n, n_prev)", "np.random.rand(n, n_prev)",
          "np.random.rand draws evenly from 0 to 1, so no weight is negative. np.random.randn draws normal numbers.",
          holds="shapes values sizes layers"),
    wrong("root-of-the-own-size", "np.sqrt(n_prev)", "np.sqrt(n)",
          "The weights are divided by the root of the layer's own size. "
          "A unit adds up as many numbers as the layer before has units: √n[l−1].", holds="shapes values sizes layers"),
    wrong("root-forgotten", "np.sqrt(n_prev)", "n_prev",
          "The weights are divided by n[l−1] itself, which makes them far too small. Divide by its square root.",
          holds="shapes values sizes layers"),
    wrong("multiplied-by-the-root", "/ np.sqrt(n_prev)", "* np.sqrt(n_prev)",
          "The weights are multiplied by √n[l−1]. The more inputs a unit has, the smaller its weights should be: divide.",
          holds="shapes values sizes layers"),
    wrong("same-seed-for-every-layer", "        n, n_prev =", "        np.random.seed(1)\n        n, n_prev =",
          "The seed is set anew for every layer, so every layer draws the same numbers. "
          "Layers of one size start as copies. Let the function set no seed at all.",
          holds="shapes values scale sizes"),
    wrong("weights-transposed", "randn(n, n_prev)", "randn(n_prev, n)",
          "Every W stands the wrong way round: it has a row for each unit of its own layer, (n[l], n[l−1])."),
    wrong("randn-with-a-tuple", "randn(n, n_prev)", "randn((n, n_prev))",
          "np.random.randn takes the sizes as separate arguments: single brackets. np.zeros takes one tuple."),
    wrong("zeros-with-two-arguments", "np.zeros((n, 1))", "np.zeros(n, 1)",
          "np.zeros takes the shape as one tuple: double brackets. np.random.randn takes the sizes separately."),
    wrong("biases-with-one-axis", "np.zeros((n, 1))", "np.zeros(n)",
          "b has one axis, (n,). Added to Z it would be laid along the examples. Make it a column, (n, 1)."),
    wrong("biases-lying-down", "np.zeros((n, 1))", "np.zeros((1, n))",
          "b lies down as a row. It is a column: one row for each unit."),
    wrong("biases-of-the-layer-before", "np.zeros((n, 1))", "np.zeros((n_prev, 1))",
          "b has as many rows as the layer before has units. The units of its own layer need one each: (n[l], 1)."),
    wrong("output-layer-forgotten", "range(1, len(layer_dims))", "range(1, len(layer_dims) - 1)",
          "The last layer gets no parameters. layer_dims has L + 1 entries, and range leaves its end out: range(1, L + 1)."),
    wrong("keys-from-0", 'parameters[f"W{l}"]', 'parameters[f"W{l - 1}"]',
          'parameters[f"b{l}"]', 'parameters[f"b{l - 1}"]',
          "The names begin with W0 and b0. The input is layer 0 and has no weights: the first are W1 and b1."),
    wrong("input-counted-as-a-layer", "range(1, len(layer_dims))", "range(len(layer_dims))",
          "Layer 0 got weights, too. The input only stands there and computes nothing: begin with layer 1. "
          "Others count the layers by the entries of the dictionary.", holds="values scale layers"),
    wrong("only-the-last-layer-kept", "    parameters = {}\n", "",
          "        n, n_prev =", "        parameters = {}\n        n, n_prev =",
          "The dictionary is emptied in each round of the loop, so only the last layer is left. Make it before the loop."),
    wrong("return-inside-the-loop", "    return parameters", "        return parameters",
          "The return stands inside the loop, so only layer 1 gets parameters. Move it to the left."),
    wrong("two-layers-written-into-the-code", "range(1, len(layer_dims))", "range(1, 3)", sentences.DEPTH_FIXED,
          holds="scale"),
    wrong("whole-numbers", DRAW, "(" + DRAW + ").astype(int)",
          "The weights were cut to whole numbers, and most of them became 0. Leave them as they are drawn."),

    right("root-of-two-over-n", "/ np.sqrt(n_prev)", "* np.sqrt(2 / n_prev)"),
    right("power-of-minus-one-half", "/ np.sqrt(n_prev)", "* n_prev**-0.5"),
    right("normal", DRAW, "np.random.normal(0, 1 / np.sqrt(n_prev), (n, n_prev))"),
    right("standard-normal", "np.random.randn(n, n_prev)", "np.random.standard_normal((n, n_prev))"),
    right("generator", "np.random.randn(n, n_prev)", "np.random.default_rng().standard_normal((n, n_prev))"),
    right("one-generator", "    parameters = {}\n", "    parameters, rng = {}, np.random.default_rng()\n",
          "np.random.randn(n, n_prev)", "rng.standard_normal((n, n_prev))"),
    right("seeded-once", "    parameters = {}\n", "    np.random.seed(3)\n    parameters = {}\n"),
    right("float32", DRAW, "(" + DRAW + ").astype(np.float32)"),
    right("zeros-by-a-list", "np.zeros((n, 1))", "np.zeros(shape=[n, 1])"),
    right("zeros-reshaped", "np.zeros((n, 1))", "np.zeros(n).reshape(-1, 1)"),
    right("columns-turned", "np.random.randn(n, n_prev)", "np.random.randn(n_prev, n).T"),
    right("biases-in-a-second-loop", """
        def initialize_parameters_deep(layer_dims):
            sizes = list(zip(layer_dims[1:], layer_dims[:-1]))
            W = {f"W{l}": np.random.randn(*shape) / np.sqrt(shape[1]) for l, shape in enumerate(sizes, 1)}
            b = {f"b{l}": np.zeros((n, 1)) for l, (n, _) in enumerate(sizes, 1)}
            return {**b, **W}
        """),
    right("classic", """
        def initialize_parameters_deep(layer_dims):
            np.random.seed(1)
            parameters = {}
            L = len(layer_dims)            # number of layers in the network
            for l in range(1, L):
                parameters['W' + str(l)] = np.random.randn(layer_dims[l], layer_dims[l-1]) / np.sqrt(layer_dims[l-1])
                parameters['b' + str(l)] = np.zeros((layer_dims[l], 1))
                assert(parameters['W' + str(l)].shape == (layer_dims[l], layer_dims[l-1]))
                assert(parameters['b' + str(l)].shape == (layer_dims[l], 1))
            return parameters
        """),
)
