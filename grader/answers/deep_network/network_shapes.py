"""Wrong and right answers to `deep_network.network_shapes`."""

from grader.answers import right, sentences, wrong

ANSWERS = (
    wrong("weights-transposed", "= (n, n_prev)", "= (n_prev, n)",
          "Every W stands the wrong way round. It has a row for each unit of its own layer and a column for each unit "
          "of the layer before: (n[l], n[l−1])."),
    wrong("one-bias-for-each-example", "= (n, 1)", "= (n, m)",
          "b has m columns. Each unit has one bias, the same for every example: b is a single column."),
    wrong("bias-of-the-layer-before", "= (n, 1)", "= (n_prev, 1)",
          "b has as many rows as the layer before has units. The units of its own layer need one each: n[l] rows."),
    wrong("bias-with-one-axis", "= (n, 1)", "= (n,)",
          "b has one axis, (n,). It is a column, and a column has two: n[l] rows and 1 column."),
    wrong("examples-in-rows", "(layer_dims[0], m)", "(m, layer_dims[0])",
          'shapes[f"Z{l}"] = (n, m)', 'shapes[f"Z{l}"] = (m, n)',
          'shapes[f"A{l}"] = (n, m)', 'shapes[f"A{l}"] = (m, n)',
          "The examples stand in rows. In this course every example is a column: Z and A are (n[l], m)."),
    wrong("activations-of-the-layer-before", 'shapes[f"A{l}"] = (n, m)', 'shapes[f"A{l}"] = (n_prev, m)',
          "A[l] has the size of the layer before. It is what layer l puts out, so it has the shape of Z[l]."),
    wrong("input-forgotten", '{"A0": (layer_dims[0], m)}', "{}",
          'The input is missing. It is "A0", (n[0], m): no layer of its own, but layer 1 takes it in.'),
    wrong("output-layer-forgotten", "range(1, len(layer_dims))", "range(1, len(layer_dims) - 1)",
          "The last layer is missing. layer_dims has L + 1 entries, and range leaves its end out: range(1, L + 1)."),
    wrong("layers-counted-from-0", """
        def network_shapes(layer_dims, m):
            shapes = {"A0": (layer_dims[0], m)}
            for l in range(len(layer_dims) - 1):
                shapes[f"W{l}"] = (layer_dims[l + 1], layer_dims[l])
                shapes[f"b{l}"] = (layer_dims[l + 1], 1)
                shapes[f"Z{l}"] = (layer_dims[l + 1], m)
                shapes[f"A{l + 1}"] = (layer_dims[l + 1], m)
            return shapes
        """, "The layers are counted from 0. The input is layer 0 and has no weights, so the first W is W1."),
    wrong("input-counted-as-a-layer", "range(1, len(layer_dims))", "range(len(layer_dims))",
          "Layer 0 got weights, too. The input only stands there and computes nothing: begin with layer 1.",
          holds="values sizes untouched"),
    wrong("return-inside-the-loop", "    return shapes", "        return shapes",
          "The return stands inside the loop, so only layer 1 is described. Move it to the left."),
    wrong("m-written-into-the-code", "    shapes = {", "    m = 209\n    shapes = {",
          "209 is written into the code. Other sets have other numbers of pictures: use m.", holds="layers untouched"),
    wrong("depth-written-into-the-code", "range(1, len(layer_dims))", "range(1, 5)", sentences.DEPTH_FIXED,
          holds="untouched"),
    wrong("takes-the-list-apart", """
        def network_shapes(layer_dims, m):
            n_prev = layer_dims.pop(0)
            shapes = {"A0": (n_prev, m)}
            for l, n in enumerate(layer_dims, start=1):
                shapes[f"W{l}"], shapes[f"b{l}"] = (n, n_prev), (n, 1)
                shapes[f"Z{l}"], shapes[f"A{l}"] = (n, m), (n, m)
                n_prev = n
            return shapes
        """,
          "pop takes the first entry out of the caller's own list, which is one layer shorter afterwards. "
          "Read the entry with [0] instead.", holds="values layers sizes"),

    right("pairs-of-sizes", """
        def network_shapes(layer_dims, m):
            shapes = {"A0": (layer_dims[0], m)}
            for l, (n_prev, n) in enumerate(zip(layer_dims, layer_dims[1:]), start=1):
                shapes.update({f"W{l}": (n, n_prev), f"b{l}": (n, 1), f"Z{l}": (n, m), f"A{l}": (n, m)})
            return shapes
        """),
    right("classic", """
        def network_shapes(layer_dims, m):
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
        """),
    right("counted-from-0-inside", """
        def network_shapes(layer_dims, m):
            shapes = dict(A0=(layer_dims[0], m))
            for l in range(len(layer_dims) - 1):
                shapes["W%d" % (l + 1)] = layer_dims[l + 1], layer_dims[l]
                shapes["b%d" % (l + 1)] = layer_dims[l + 1], 1
                for letter in "ZA":
                    shapes["%s%d" % (letter, l + 1)] = layer_dims[l + 1], m
            return shapes
        """),
    right("measured-on-arrays", """
        def network_shapes(layer_dims, m):
            A = np.empty((layer_dims[0], m), dtype=np.int8)
            shapes = {"A0": A.shape}
            for l in range(1, len(layer_dims)):
                W = np.empty((layer_dims[l], A.shape[0]), dtype=np.int8)
                A = Z = np.empty((len(W), m), dtype=np.int8)
                shapes[f"W{l}"], shapes[f"b{l}"] = W.shape, np.zeros((len(W), 1)).shape
                shapes[f"Z{l}"], shapes[f"A{l}"] = Z.shape, A.shape
            return shapes
        """),
    right("lists-for-tuples", "return shapes", "return {name: list(pair) for name, pair in shapes.items()}"),
    right("with-slopes", 'shapes[f"b{l}"] = (n, 1)', 'shapes[f"b{l}"] = shapes[f"db{l}"] = (n, 1)'),
)
