"""Wrong and right answers of the notebook `deep_network`: the table of shapes, and the first parameters."""

from grader.answers import Alternative, Misconception

DRAW = "np.random.randn(n, n_prev) / np.sqrt(n_prev)"
ONLY_THE_SCALE_LOST = ("shapes", "values", "sizes", "layers")

MISCONCEPTIONS = {
    "network_shapes": (
        Misconception(
            "weights-transposed",
            edit=("= (n, n_prev)", "= (n_prev, n)"),
            sentence="Every W stands the wrong way round. It has a row for each unit of its own layer and a column for each "
            "unit of the layer before: (n[l], n[l−1]).",
        ),
        Misconception(
            "one-bias-for-each-example",
            edit=("= (n, 1)", "= (n, m)"),
            sentence="b has m columns. Each unit has one bias, the same for every example: b is a single column.",
        ),
        Misconception(
            "bias-of-the-layer-before",
            edit=("= (n, 1)", "= (n_prev, 1)"),
            sentence="b has as many rows as the layer before has units. The units of its own layer need one each: "
            "n[l] rows.",
        ),
        Misconception(
            "bias-with-one-axis",
            edit=("= (n, 1)", "= (n,)"),
            sentence="b has one axis, (n,). It is a column, and a column has two: n[l] rows and 1 column.",
        ),
        Misconception(
            "examples-in-rows",
            edits=(
                ("(layer_dims[0], m)", "(m, layer_dims[0])"),
                ('shapes[f"Z{l}"] = (n, m)', 'shapes[f"Z{l}"] = (m, n)'),
                ('shapes[f"A{l}"] = (n, m)', 'shapes[f"A{l}"] = (m, n)'),
            ),
            sentence="The examples stand in rows. In this course every example is a column: Z and A are (n[l], m).",
        ),
        Misconception(
            "activations-of-the-layer-before",
            edit=('shapes[f"A{l}"] = (n, m)', 'shapes[f"A{l}"] = (n_prev, m)'),
            sentence="A[l] has the size of the layer before. It is what layer l puts out, so it has the shape of Z[l].",
        ),
        Misconception(
            "input-forgotten",
            edit=('{"A0": (layer_dims[0], m)}', "{}"),
            sentence='The input is missing. It is "A0", (n[0], m): no layer of its own, but layer 1 takes it in.',
        ),
        Misconception(
            "output-layer-forgotten",
            edit=("range(1, len(layer_dims))", "range(1, len(layer_dims) - 1)"),
            sentence="The last layer is missing. layer_dims has L + 1 entries, and range leaves its end out: "
            "range(1, L + 1).",
        ),
        Misconception(
            "layers-counted-from-0",
            source="""def network_shapes(layer_dims, m):
    shapes = {"A0": (layer_dims[0], m)}
    for l in range(len(layer_dims) - 1):
        shapes[f"W{l}"] = (layer_dims[l + 1], layer_dims[l])
        shapes[f"b{l}"] = (layer_dims[l + 1], 1)
        shapes[f"Z{l}"] = (layer_dims[l + 1], m)
        shapes[f"A{l + 1}"] = (layer_dims[l + 1], m)
    return shapes
""",
            sentence="The layers are counted from 0. The input is layer 0 and has no weights, so the first W is W1.",
        ),
        Misconception(
            "input-counted-as-a-layer",
            edit=("range(1, len(layer_dims))", "range(len(layer_dims))"),
            sentence="Layer 0 got weights, too. The input only stands there and computes nothing: begin with layer 1.",
            leaves=("values", "sizes", "untouched"),
        ),
        Misconception(
            "return-inside-the-loop",
            edit=("    return shapes", "        return shapes"),
            sentence="The return stands inside the loop, so only layer 1 is described. Move it to the left.",
        ),
        Misconception(
            "m-written-into-the-code",
            edit=("    shapes = {", "    m = 209\n    shapes = {"),
            sentence="209 is written into the code. Other sets have other numbers of pictures: use m.",
            leaves=("layers", "untouched"),
        ),
        Misconception(
            "depth-written-into-the-code",
            edit=("range(1, len(layer_dims))", "range(1, 5)"),
            sentence="The number of layers is written into the code. It is one less than the entries of layer_dims.",
            leaves=("untouched",),
        ),
        Misconception(
            "takes-the-list-apart",
            source="""def network_shapes(layer_dims, m):
    n_prev = layer_dims.pop(0)
    shapes = {"A0": (n_prev, m)}
    for l, n in enumerate(layer_dims, start=1):
        shapes[f"W{l}"], shapes[f"b{l}"] = (n, n_prev), (n, 1)
        shapes[f"Z{l}"], shapes[f"A{l}"] = (n, m), (n, m)
        n_prev = n
    return shapes
""",
            sentence="pop takes the first entry out of the caller's own list, which is one layer shorter afterwards. Read the "
            "entry with [0] instead.",
            leaves=("values", "sizes", "layers"),
        ),
    ),
    "initialize_parameters_deep": (
        Misconception(
            "zero-weights",
            edit=(DRAW, "np.zeros((n, n_prev))"),
            sentence="The weights are zero. All units of a layer would compute the same, and learn the same, for ever.",
        ),
        Misconception(
            "equal-weights",
            edit=(DRAW, "np.ones((n, n_prev)) / np.sqrt(n_prev)"),
            sentence="All weights of a layer are equal, so all its units learn the same. Only random numbers make "
            "them differ.",
        ),
        Misconception(
            "random-biases",
            edit=("np.zeros((n, 1))", "np.random.randn(n, 1)"),
            sentence="The biases are random. They start at zero: the weights already make the units differ.",
        ),
        Misconception(
            "no-scale",
            edit=(DRAW, "np.random.randn(n, n_prev)"),
            sentence="The weights are not divided by √n[l−1]. With many inputs the sums are large, and the sigmoid "
            "saturates.",
            leaves=ONLY_THE_SCALE_LOST,
        ),
        Misconception(
            "scale-0.01",
            edit=("/ np.sqrt(n_prev)", "* 0.01"),
            sentence="The weights are 0.01 times normal numbers. In a deep network the signal dies on its way: "
            "divide by √n[l−1].",
            leaves=ONLY_THE_SCALE_LOST,
        ),
        Misconception(
            "uniform-weights",
            edit=("np.random.randn(n, n_prev)", "np.random.rand(n, n_prev)"),
            sentence="np.random.rand draws evenly from 0 to 1, so no weight is negative. np.random.randn draws "
            "normal numbers.",
            leaves=ONLY_THE_SCALE_LOST,
        ),
        Misconception(
            "root-of-the-own-size",
            edit=("np.sqrt(n_prev)", "np.sqrt(n)"),
            sentence="The weights are divided by the root of the layer's own size. A unit adds up as many numbers as the "
            "layer before has units: √n[l−1].",
            leaves=ONLY_THE_SCALE_LOST,
        ),
        Misconception(
            "root-forgotten",
            edit=("np.sqrt(n_prev)", "n_prev"),
            sentence="The weights are divided by n[l−1] itself, which makes them far too small. Divide by its square "
            "root.",
            leaves=ONLY_THE_SCALE_LOST,
        ),
        Misconception(
            "multiplied-by-the-root",
            edit=("/ np.sqrt(n_prev)", "* np.sqrt(n_prev)"),
            sentence="The weights are multiplied by √n[l−1]. The more inputs a unit has, the smaller its weights "
            "should be: divide.",
            leaves=ONLY_THE_SCALE_LOST,
        ),
        Misconception(
            "same-seed-for-every-layer",
            edit=("        n, n_prev =", "        np.random.seed(1)\n        n, n_prev ="),
            sentence="The seed is set anew for every layer, so every layer draws the same numbers. Layers of one size start as "
            "copies. Let the function set no seed at all.",
            leaves=("shapes", "values", "scale", "sizes"),
        ),
        Misconception(
            "weights-transposed",
            edit=("randn(n, n_prev)", "randn(n_prev, n)"),
            sentence="Every W stands the wrong way round: it has a row for each unit of its own layer, (n[l], n[l−1]).",
        ),
        Misconception(
            "randn-with-a-tuple",
            edit=("randn(n, n_prev)", "randn((n, n_prev))"),
            sentence="np.random.randn takes the sizes as separate arguments: single brackets. np.zeros takes one "
            "tuple.",
        ),
        Misconception(
            "zeros-with-two-arguments",
            edit=("np.zeros((n, 1))", "np.zeros(n, 1)"),
            sentence="np.zeros takes the shape as one tuple: double brackets. np.random.randn takes the sizes "
            "separately.",
        ),
        Misconception(
            "biases-with-one-axis",
            edit=("np.zeros((n, 1))", "np.zeros(n)"),
            sentence="b has one axis, (n,). Added to Z it would be laid along the examples. Make it a column, (n, 1).",
        ),
        Misconception(
            "biases-lying-down",
            edit=("np.zeros((n, 1))", "np.zeros((1, n))"),
            sentence="b lies down as a row. It is a column: one row for each unit.",
        ),
        Misconception(
            "biases-of-the-layer-before",
            edit=("np.zeros((n, 1))", "np.zeros((n_prev, 1))"),
            sentence="b has as many rows as the layer before has units. The units of its own layer need one each: "
            "(n[l], 1).",
        ),
        Misconception(
            "output-layer-forgotten",
            edit=("range(1, len(layer_dims))", "range(1, len(layer_dims) - 1)"),
            sentence="The last layer gets no parameters. layer_dims has L + 1 entries, and range leaves its end out: "
            "range(1, L + 1).",
        ),
        Misconception(
            "keys-from-0",
            edits=(
                ('parameters[f"W{l}"]', 'parameters[f"W{l - 1}"]'),
                ('parameters[f"b{l}"]', 'parameters[f"b{l - 1}"]'),
            ),
            sentence="The names begin with W0 and b0. The input is layer 0 and has no weights: the first are W1 and "
            "b1.",
        ),
        Misconception(
            "input-counted-as-a-layer",
            edit=("range(1, len(layer_dims))", "range(len(layer_dims))"),
            sentence="Layer 0 got weights, too. The input only stands there and computes nothing: begin with layer 1. "
            "Others count the layers by the entries of the dictionary.",
            leaves=("values", "scale", "layers"),
        ),
        Misconception(
            "only-the-last-layer-kept",
            edits=(
                ("    parameters = {}\n", ""),
                ("        n, n_prev =", "        parameters = {}\n        n, n_prev ="),
            ),
            sentence="The dictionary is emptied in each round of the loop, so only the last layer is left. Make it "
            "before the loop.",
        ),
        Misconception(
            "return-inside-the-loop",
            edit=("    return parameters", "        return parameters"),
            sentence="The return stands inside the loop, so only layer 1 gets parameters. Move it to the left.",
        ),
        Misconception(
            "two-layers-written-into-the-code",
            edit=("range(1, len(layer_dims))", "range(1, 3)"),
            sentence="The number of layers is written into the code. It is one less than the entries of layer_dims.",
            leaves=("scale",),
        ),
        Misconception(
            "whole-numbers",
            edit=(DRAW, "(" + DRAW + ").astype(int)"),
            sentence="The weights were cut to whole numbers, and most of them became 0. Leave them as they are drawn.",
        ),
    ),
}

ALTERNATIVES = {
    "network_shapes": (
        Alternative(
            "pairs-of-sizes",
            source="""def network_shapes(layer_dims, m):
    shapes = {"A0": (layer_dims[0], m)}
    for l, (n_prev, n) in enumerate(zip(layer_dims, layer_dims[1:]), start=1):
        shapes.update({f"W{l}": (n, n_prev), f"b{l}": (n, 1), f"Z{l}": (n, m), f"A{l}": (n, m)})
    return shapes
""",
        ),
        Alternative(
            "classic",
            source="""def network_shapes(layer_dims, m):
    shapes = {}
    L = len(layer_dims)
    shapes["A0"] = (layer_dims[0], m)
    for l in range(1, L):
        shapes["W" + str(l)] = (layer_dims[l], layer_dims[l - 1])
        shapes["b" + str(l)] = (layer_dims[l], 1)
        shapes["Z" + str(l)] = (layer_dims[l], m)
        shapes["A" + str(l)] = (layer_dims[l], m)
        assert shapes["W" + str(l)] == (layer_dims[l], layer_dims[l - 1])
    return shapes
""",
        ),
        Alternative(
            "counted-from-0-inside",
            source="""def network_shapes(layer_dims, m):
    shapes = dict(A0=(layer_dims[0], m))
    for l in range(len(layer_dims) - 1):
        shapes["W%d" % (l + 1)] = layer_dims[l + 1], layer_dims[l]
        shapes["b%d" % (l + 1)] = layer_dims[l + 1], 1
        for letter in "ZA":
            shapes["%s%d" % (letter, l + 1)] = layer_dims[l + 1], m
    return shapes
""",
        ),
        Alternative(
            "measured-on-arrays",
            source="""def network_shapes(layer_dims, m):
    A = np.empty((layer_dims[0], m), dtype=np.int8)
    shapes = {"A0": A.shape}
    for l in range(1, len(layer_dims)):
        W = np.empty((layer_dims[l], A.shape[0]), dtype=np.int8)
        A = Z = np.empty((len(W), m), dtype=np.int8)
        shapes[f"W{l}"], shapes[f"b{l}"] = W.shape, np.zeros((len(W), 1)).shape
        shapes[f"Z{l}"], shapes[f"A{l}"] = Z.shape, A.shape
    return shapes
""",
        ),
        Alternative(
            "lists-for-tuples", edit=("return shapes", "return {name: list(pair) for name, pair in shapes.items()}")
        ),
        Alternative("with-slopes", edit=('shapes[f"b{l}"] = (n, 1)', 'shapes[f"b{l}"] = shapes[f"db{l}"] = (n, 1)')),
    ),
    "initialize_parameters_deep": (
        Alternative("root-of-two-over-n", edit=("/ np.sqrt(n_prev)", "* np.sqrt(2 / n_prev)")),
        Alternative("power-of-minus-one-half", edit=("/ np.sqrt(n_prev)", "* n_prev**-0.5")),
        Alternative("normal", edit=(DRAW, "np.random.normal(0, 1 / np.sqrt(n_prev), (n, n_prev))")),
        Alternative("standard-normal", edit=("np.random.randn(n, n_prev)", "np.random.standard_normal((n, n_prev))")),
        Alternative(
            "generator", edit=("np.random.randn(n, n_prev)", "np.random.default_rng().standard_normal((n, n_prev))")
        ),
        Alternative(
            "seeded-generator",
            edits=(
                ("    parameters = {}\n", "    parameters, rng = {}, np.random.default_rng(5)\n"),
                ("np.random.randn(n, n_prev)", "rng.standard_normal((n, n_prev))"),
            ),
        ),
        Alternative("seeded-once", edit=("    parameters = {}\n", "    np.random.seed(3)\n    parameters = {}\n")),
        Alternative("float32", edit=(DRAW, "(" + DRAW + ").astype(np.float32)")),
        Alternative("zeros-by-a-list", edit=("np.zeros((n, 1))", "np.zeros(shape=[n, 1])")),
        Alternative("zeros-reshaped", edit=("np.zeros((n, 1))", "np.zeros(n).reshape(-1, 1)")),
        Alternative("columns-turned", edit=("np.random.randn(n, n_prev)", "np.random.randn(n_prev, n).T")),
        Alternative(
            "biases-in-a-second-loop",
            source="""def initialize_parameters_deep(layer_dims):
    sizes = list(zip(layer_dims[1:], layer_dims[:-1]))
    W = {f"W{l}": np.random.randn(*shape) / np.sqrt(shape[1]) for l, shape in enumerate(sizes, 1)}
    b = {f"b{l}": np.zeros((n, 1)) for l, (n, _) in enumerate(sizes, 1)}
    return {**b, **W}
""",
        ),
        Alternative(
            "classic",
            source="""def initialize_parameters_deep(layer_dims):
    np.random.seed(1)
    parameters = {}
    L = len(layer_dims)            # number of layers in the network
    for l in range(1, L):
        parameters['W' + str(l)] = np.random.randn(layer_dims[l], layer_dims[l-1]) / np.sqrt(layer_dims[l-1])
        parameters['b' + str(l)] = np.zeros((layer_dims[l], 1))
        assert(parameters['W' + str(l)].shape == (layer_dims[l], layer_dims[l-1]))
        assert(parameters['b' + str(l)].shape == (layer_dims[l], 1))
    return parameters
""",
        ),
    ),
}
