"""Wrong and right answers of the notebook `deep_network`: a layer backward, the slope of tanh, the network backward."""

from grader.answers import Alternative, Misconception

DW = "dW = dZ @ A_prev.T / m"
DB = "db = np.sum(dZ, axis=1, keepdims=True) / m"
DA = "dA_prev = W.T @ dZ"
M = "m = A_prev.shape[1]"
DW_LOST = ("shapes", "dA_prev", "db", "untouched")
DB_LOST = ("shapes", "dA_prev", "dW", "untouched")
DA_LOST = ("shapes", "dW", "db", "untouched")
MEANS_LOST = ("shapes", "dA_prev", "untouched")

CHOICE = 'activate_backward = {"sigmoid": sigmoid_backward, "relu": relu_backward, "tanh": tanh_backward}[activation]'
DZ = "dZ = activate_backward(dA, activation_cache)"
TANH_LOST = ("shapes", "values", "untouched")
ORDINARY_LOST = ("shapes", "tanh", "untouched")

OUTPUT_DZ = "dZ = AL - Y.astype(AL.dtype)"
HIDDEN = 'linear_activation_backward(grads[f"dA{l}"], caches[l - 1], "relu")'
OUTPUT_GRADS = 'grads[f"dA{L - 1}"], grads[f"dW{L}"], grads[f"db{L}"] = linear_backward(dZ, linear_cache)'
HIDDEN_GRADS = 'grads[f"dA{l - 1}"], grads[f"dW{l}"], grads[f"db{l}"] = dA_prev, dW, db'

# The whole way back by hand, with the places that a mistake changes left open.
BY_HAND = """def L_model_backward(AL, Y, caches):
    grads, m = {{}}, AL.shape[1]
    dZ = AL - Y
    for l in range(len(caches), 0, -1):
        (A_prev, W, b), Z = caches[l - 1]
        grads[f"dW{{l}}"] = dZ @ A_prev.T{mean}
        grads[f"db{{l}}"] = np.sum(dZ, axis=1, keepdims=True){mean}
        if l > 1:
            (_, W_prev, _), Z_prev = caches[l - 2]
            dZ = {blame} * {slope}
    return grads
"""

MISCONCEPTIONS = {
    "linear_backward": (
        Misconception(
            "not-averaged",
            edits=((DW, "dW = dZ @ A_prev.T"), (DB, "db = np.sum(dZ, axis=1, keepdims=True)")),
            sentence="dW and db are sums over the examples. The cost is a mean, so its slopes are means too: divide "
            "by m.",
            leaves=MEANS_LOST,
        ),
        Misconception(
            "dw-not-averaged",
            edit=(DW, "dW = dZ @ A_prev.T"),
            sentence="dW is a sum over the examples. The cost is a mean, so its slope is one too: divide by m.",
            leaves=DW_LOST,
        ),
        Misconception(
            "db-not-averaged",
            edit=(DB, "db = np.sum(dZ, axis=1, keepdims=True)"),
            sentence="db is a sum over the examples. The cost is a mean, so its slope is one too: divide by m.",
            leaves=DB_LOST,
        ),
        Misconception(
            "averaged-twice",
            edits=((DW, DW + " / m"), (DB, DB + " / m")),
            sentence="dW and db are divided by m twice. Once is enough.",
            leaves=MEANS_LOST,
        ),
        Misconception(
            "da-averaged",
            edit=(DA, DA + " / m"),
            sentence="dA_prev is divided by m. It belongs to each example by itself; only dW and db are means.",
            leaves=DA_LOST,
        ),
        Misconception(
            "m-counts-the-inputs",
            edit=(M, "m = A_prev.shape[0]"),
            sentence="m was read from the rows of A_prev, which count the units of the layer before. The examples "
            "are its columns.",
            leaves=MEANS_LOST,
        ),
        Misconception(
            "m-counts-the-units",
            edit=(M, "m = dZ.shape[0]"),
            sentence="m was read from the rows of dZ, which count the units. The examples are its columns.",
            leaves=MEANS_LOST,
        ),
        Misconception(
            "m-from-another-cell",
            edit=("    m = A_prev.shape[1]\n", ""),
            sentence="`m` is not defined inside the function. A name from another cell is not known here: read the number of "
            "examples from the shape of an argument.",
        ),
        Misconception(
            "m-written-into-the-code",
            edit=(M, "m = 209"),
            sentence="209 is written into the code. Read the number of examples from the shape of A_prev.",
            leaves=MEANS_LOST,
        ),
        Misconception(
            "db-summed-over-everything",
            edit=(DB, "db = np.sum(dZ) / m"),
            sentence="db is one number: the sum ran over all units. Each unit has a slope of its own: axis=1, "
            "keepdims=True.",
            leaves=("dA_prev", "dW", "untouched"),
        ),
        Misconception(
            "db-summed-over-everything-and-kept",
            edit=(DB, "db = np.sum(dZ, keepdims=True) / m"),
            sentence="db is (1, 1): the sum ran over all units. Each unit has a slope of its own: sum along axis=1 "
            "only.",
            leaves=("dA_prev", "dW", "untouched"),
        ),
        Misconception(
            "db-without-keepdims",
            edit=(DB, "db = np.sum(dZ, axis=1) / m"),
            sentence="db has one axis, (n,). b is a column, and its slope has to be one too: keepdims=True.",
            leaves=("dA_prev", "dW", "db", "untouched"),
        ),
        Misconception(
            "db-over-the-units",
            edit=(DB, "db = np.sum(dZ, axis=0, keepdims=True) / m"),
            sentence="db was summed over the units, axis 0. Sum over the examples, the columns: axis=1.",
            leaves=("dA_prev", "dW", "untouched"),
        ),
        Misconception(
            "db-not-summed",
            edit=(DB, "db = dZ / m"),
            sentence="db still has one column for each example. A bias serves them all: sum over axis 1.",
            leaves=("dA_prev", "dW", "untouched"),
        ),
        Misconception(
            "db-from-dw",
            edit=(DB, "db = np.sum(dW, axis=1, keepdims=True) / m"),
            sentence="db was taken from dW. It is the mean of dZ.",
            leaves=DB_LOST,
        ),
        Misconception(
            "dw-turned",
            edit=(DW, "dW = A_prev @ dZ.T / m"),
            sentence="dW is transposed. A derivative has the shape of its variable, (n, n_prev): dZ comes first.",
            leaves=("dA_prev", "db", "untouched"),
        ),
        Misconception(
            "dw-elementwise",
            edit=(DW, "dW = dZ * A_prev / m"),
            sentence="dZ * A_prev multiplies element by element. Every unit meets every input: a matrix product, summed over the "
            "examples.",
        ),
        Misconception(
            "transpose-forgotten",
            edit=(DW, "dW = dZ @ A_prev / m"),
            sentence="dZ (n, m) and A_prev (n_prev, m) do not fit. The examples have to meet: turn A_prev.",
        ),
        Misconception(
            "w-not-turned",
            edit=(DA, "dA_prev = W @ dZ"),
            sentence="W (n, n_prev) and dZ (n, m) do not fit. On the way back the units' blame goes to the inputs: "
            "turn W.",
        ),
        Misconception(
            "da-turned",
            edit=(DA, "dA_prev = dZ.T @ W"),
            sentence="dA_prev is transposed: the examples stand in rows. It has the shape of A_prev, (n_prev, m).",
            leaves=("dW", "db", "untouched"),
        ),
        Misconception(
            "activation-applied-here",
            edit=(DA, DA + " * (A_prev > 0)"),
            sentence="dA_prev has the slope of an activation in it. That belongs to the layer before, which applies "
            "it itself.",
            leaves=DA_LOST,
        ),
        Misconception(
            "cache-taken-apart-wrongly",
            edit=("A_prev, W, _ = cache", "W, A_prev, _ = cache"),
            sentence="The cache is taken apart in the wrong order. It is A_prev, then W, then b.",
        ),
        Misconception(
            "return-order",
            edit=("return dA_prev, dW, db", "return dW, db, dA_prev"),
            sentence="The three results are in the wrong order: dA_prev, then dW, then db.",
        ),
        Misconception(
            "dz-divided-in-place",
            edits=(
                (M, M + "\n    dZ /= m"),
                (DW, "dW = dZ @ A_prev.T"),
                (DB, "db = np.sum(dZ, axis=1, keepdims=True)"),
            ),
            sentence="dZ /= m writes into the caller's dZ, and dA_prev is divided along with it. Divide dW and db "
            "instead.",
            leaves=("shapes", "dW", "db"),
        ),
    ),
    "tanh_mistake": (
        Misconception(
            "distance-with-a-sign",
            edit=("np.abs(wrong - right)", "wrong - right"),
            sentence="Without the absolute value a slope that is too small counts as a negative distance.",
        ),
        Misconception(
            "distance-with-a-sign-right-first",
            edit=("np.abs(wrong - right)", "right - wrong"),
            sentence="Without the absolute value a slope that is too large counts as a negative distance.",
        ),
        Misconception(
            "mean-distance",
            edit=("np.max(", "np.mean("),
            sentence="This is the mean distance. The largest one is asked for.",
        ),
        Misconception(
            "smallest-distance",
            edit=("np.max(", "np.min("),
            sentence="This is the smallest distance. The largest one is asked for.",
        ),
        Misconception(
            "distance-of-the-largest-slopes",
            edit=("np.max(np.abs(wrong - right))", "np.abs(np.max(wrong) - np.max(right))"),
            sentence="This compares the largest wrong slope with the largest right one. Take the distance at each z first, then "
            "the largest.",
        ),
        Misconception(
            "every-distance",
            edit=("float(np.max(np.abs(wrong - right)))", "np.abs(wrong - right)"),
            sentence="These are the distances at every z. One number is asked for: the largest.",
        ),
        Misconception(
            "wrong-slope-only",
            edit=("np.abs(wrong - right)", "wrong"),
            sentence="This is the wrong slope alone. How far is it from the right one?",
        ),
        Misconception(
            "right-slope-only",
            edit=("np.abs(wrong - right)", "right"),
            sentence="This is the right slope alone. How far is the wrong one from it?",
        ),
        Misconception(
            "ratio",
            edit=("np.abs(wrong - right)", "wrong / right"),
            sentence="This is the ratio of the slopes. A distance is a difference.",
        ),
        Misconception(
            "curves-instead-of-slopes",
            edit=("wrong, right = s * (1 - s), 1 - a**2", "wrong, right = s, a"),
            sentence="These are the curves themselves, sigmoid and tanh. Compare their slopes.",
        ),
        Misconception(
            "tanh-in-the-wrong-formula",
            edit=("s * (1 - s)", "a * (1 - a)"),
            sentence="The wrong formula is taken with tanh. The notes compute it with the sigmoid: s(1 − s), s = σ(z).",
        ),
        Misconception(
            "sigmoid-in-the-right-slope",
            edit=("1 - a**2", "1 - s**2"),
            sentence="The right slope is computed with the sigmoid, and so it is a mistake of its own. It is 1 − "
            "tanh²(z).",
        ),
        Misconception(
            "square-forgotten",
            edit=("1 - a**2", "1 - a"),
            sentence="The square is missing: the slope of tanh is 1 − tanh²(z).",
        ),
        Misconception(
            "z-instead-of-tanh",
            edit=("1 - a**2", "1 - Z**2"),
            sentence="The slope of tanh was computed from z itself. It is 1 − a², where a = tanh(z).",
        ),
        Misconception(
            "pair-not-taken-apart",
            edit=("s, _ = sigmoid(Z)", "s = sigmoid(Z)"),
            sentence="sigmoid of utils returns a pair, (A, cache). Take its first part.",
        ),
    ),
    "linear_activation_backward": (
        Misconception(
            "activation-forgotten",
            edit=(DZ, "dZ = dA"),
            sentence="dA goes into the linear half as it is. First it has to pass the activation: dZ = dA times its "
            "slope.",
        ),
        Misconception(
            "relu-always",
            edit=(CHOICE, "activate_backward = relu_backward"),
            sentence="The slope of ReLU is used whatever activation the layer has. Look at the name.",
            leaves=("shapes", "untouched"),
        ),
        Misconception(
            "sigmoid-always",
            edit=(CHOICE, "activate_backward = sigmoid_backward"),
            sentence="The slope of the sigmoid is used whatever activation the layer has. Look at the name.",
            leaves=("shapes", "untouched"),
        ),
        Misconception(
            "names-mixed-up",
            edit=(
                '"sigmoid": sigmoid_backward, "relu": relu_backward',
                '"sigmoid": relu_backward, "relu": sigmoid_backward',
            ),
            sentence='The names are mixed up: "sigmoid" gives the slope of ReLU, and "relu" that of the sigmoid.',
        ),
        Misconception(
            "tanh-missing",
            edit=(
                CHOICE,
                'if activation == "sigmoid":\n        activate_backward = sigmoid_backward\n'
                '    if activation == "relu":\n        activate_backward = relu_backward',
            ),
            sentence='There is no branch for "tanh", so nothing is chosen. Three names can come.',
            leaves=TANH_LOST,
        ),
        Misconception(
            "tanh-not-in-the-dictionary",
            edit=(', "tanh": tanh_backward}', "}"),
            sentence='The choice has no entry for "tanh". Three names can come.',
            leaves=TANH_LOST,
        ),
        Misconception(
            "relu-for-every-other-name",
            edit=(CHOICE, 'activate_backward = sigmoid_backward if activation == "sigmoid" else relu_backward'),
            sentence="Whatever is not the sigmoid counts as ReLU, and so does tanh. Three names can come.",
            leaves=TANH_LOST,
        ),
        Misconception(
            "tanh-by-the-sigmoid",
            edit=('"tanh": tanh_backward}', '"tanh": sigmoid_backward}'),
            sentence="The slope of tanh was computed with the sigmoid, s(1 − s): the mistake of the note. It is 1 − "
            "tanh²(z).",
            leaves=TANH_LOST,
        ),
        Misconception(
            "tanh-without-the-square",
            edit=('"tanh": tanh_backward}', '"tanh": lambda dA, Z: dA * (1 - np.tanh(Z))}'),
            sentence="The square is missing: the slope of tanh is 1 − tanh²(z).",
            leaves=TANH_LOST,
        ),
        Misconception(
            "tanh-slope-of-z",
            edit=('"tanh": tanh_backward}', '"tanh": lambda dA, Z: dA * (1 - Z**2)}'),
            sentence="1 − a² was taken with z for a. The cache holds Z: apply tanh to it first.",
            leaves=TANH_LOST,
        ),
        Misconception(
            "sigmoid-slope-of-z",
            edit=('"sigmoid": sigmoid_backward', '"sigmoid": lambda dA, Z: dA * Z * (1 - Z)'),
            sentence="a(1 − a) was taken with z for a. The cache holds Z: apply the sigmoid to it first.",
            leaves=ORDINARY_LOST,
        ),
        Misconception(
            "relu-itself-as-its-slope",
            edit=('"relu": relu_backward', '"relu": lambda dA, Z: dA * np.maximum(0, Z)'),
            sentence="dA is multiplied by ReLU(z). Its slope is 1 where z is positive, whatever z is, and 0 elsewhere.",
            leaves=ORDINARY_LOST,
        ),
        Misconception(
            "relu-looks-at-da",
            edit=('"relu": relu_backward', '"relu": lambda dA, Z: dA * (dA > 0)'),
            sentence="ReLU's slope was decided by the sign of dA. It is 1 where Z is positive.",
            leaves=ORDINARY_LOST,
        ),
        Misconception(
            "leaky-relu",
            edit=('"relu": relu_backward', '"relu": lambda dA, Z: np.where(Z > 0, dA, 0.01 * dA)'),
            sentence="This is the slope of leaky ReLU. ReLU lets nothing back where z is negative.",
            leaves=ORDINARY_LOST,
        ),
        Misconception(
            "derivative-twice",
            edit=(DZ, "dZ = activate_backward(activate_backward(dA, activation_cache), activation_cache)"),
            sentence="The activation's slope is multiplied in twice. dA stands behind the activation: pass it once.",
            leaves=("shapes", "untouched"),
        ),
        Misconception(
            "forward-functions",
            edit=(
                CHOICE,
                'activate_backward = lambda dA, Z: {"sigmoid": sigmoid, "relu": relu, "tanh": tanh}[activation](dA)[0]',
            ),
            sentence="dA went through the activation itself. On the way back it is multiplied by the activation's "
            "slope.",
        ),
        Misconception(
            "writes-into-da",
            edit=('"relu": relu_backward', '"relu": lambda dA, Z: [dA.__setitem__(Z <= 0, 0), dA][1]'),
            sentence="The zeros of ReLU are written into dA itself, which belongs to the caller. Work on a copy.",
            leaves=("shapes", "values", "tanh", "sizes"),
        ),
        Misconception(
            "caches-swapped",
            edit=("linear_cache, activation_cache = cache", "activation_cache, linear_cache = cache"),
            sentence="The two caches are swapped. The pair is (linear cache, activation cache): the activation needs "
            "Z, the second.",
        ),
        Misconception(
            "input-instead-of-z",
            edit=(DZ, "dZ = activate_backward(dA, linear_cache[0])"),
            sentence="The activation's slope was taken at A_prev, what went into the layer. It is taken at Z.",
        ),
        Misconception(
            "halves-in-the-forward-order",
            edits=(
                (DZ, "dA_prev, dW, db = linear_backward(dA, linear_cache)"),
                (
                    "return linear_backward(dZ, linear_cache)",
                    "return activate_backward(dA_prev, activation_cache), dW, db",
                ),
            ),
            sentence="The halves are in the order of the way forward. Backwards the activation comes first, then the "
            "linear half.",
        ),
        Misconception(
            "dz-only",
            edit=("return linear_backward(dZ, linear_cache)", "return dZ"),
            sentence="Only dZ is returned. It has to pass the linear half as well, which gives dA_prev, dW and db.",
        ),
        Misconception(
            "return-order",
            edit=(
                "return linear_backward(dZ, linear_cache)",
                "dA_prev, dW, db = linear_backward(dZ, linear_cache)\n    return dW, db, dA_prev",
            ),
            sentence="The three results are in the wrong order: dA_prev, then dW, then db.",
        ),
    ),
    "L_model_backward": (
        Misconception(
            "dz-sign",
            edit=(OUTPUT_DZ, "dZ = Y - AL"),
            sentence="All slopes have the wrong sign: at the output dZ is prediction minus label. (With dA the minus sign stands "
            "in front: −(y/a − (1 − y)/(1 − a)).)",
        ),
        Misconception(
            "dz-of-the-sigmoid-only",
            edit=(OUTPUT_DZ, "dZ = AL * (1 - AL)"),
            sentence="a(1 − a) is the slope of the sigmoid alone. Times the slope of the loss it becomes dZ = AL − Y.",
        ),
        Misconception(
            "dz-times-sigmoid-slope",
            edit=(OUTPUT_DZ, "dZ = (AL - Y) * AL * (1 - AL)"),
            sentence="The sigmoid's slope is multiplied in once too often: with the cross-entropy it cancels, and AL "
            "− Y is left.",
        ),
        Misconception(
            "da-taken-for-dz",
            edit=(OUTPUT_DZ, "dZ = -(Y / AL - (1 - Y) / (1 - AL))"),
            sentence="This is dA of the output, the slope along AL. It has to pass the sigmoid before the linear half.",
        ),
        Misconception(
            "bracket-lost-in-da",
            edit=(OUTPUT_DZ, "dZ = sigmoid_backward(-Y / AL - (1 - Y) / (1 - AL), caches[-1][1])"),
            sentence="The bracket got lost: dA = −(y/a − (1 − y)/(1 − a)). The second term has a plus sign in the end.",
        ),
        Misconception(
            "relu-at-the-output",
            edit=(OUTPUT_DZ, "dZ = relu_backward(-(Y / AL - (1 - Y) / (1 - AL)), caches[-1][1])"),
            sentence="The output layer is taken back through ReLU. Its activation is the sigmoid.",
        ),
        Misconception(
            "labels-turned",
            edit=(OUTPUT_DZ, "dZ = AL - Y.T"),
            sentence="Y is turned on its side, so AL − Y became a square of all pairs of examples. Both are rows, "
            "(1, m).",
        ),
        Misconception(
            "averaged-twice",
            edit=(OUTPUT_DZ, "dZ = (AL - Y) / Y.shape[1]"),
            sentence="dZ is divided by m, and linear_backward divides once more. dZ belongs to each example by itself.",
        ),
        Misconception(
            "not-averaged",
            source=BY_HAND.format(mean="", blame="(W.T @ dZ)", slope="(Z_prev > 0)"),
            sentence="dW and db are sums over the examples. The cost is a mean, so its slopes are means too: divide "
            "by m.",
        ),
        Misconception(
            "activation-slope-forgotten",
            edit=(HIDDEN, 'linear_backward(grads[f"dA{l}"], caches[l - 1][0])'),
            sentence="The hidden layers have lost their activation on the way back: dZ is dA times the slope of ReLU.",
        ),
        Misconception(
            "slope-at-the-wrong-layer",
            source=BY_HAND.format(mean=" / m", blame="(W.T @ dZ)", slope="(W.T @ dZ > 0)"),
            sentence="ReLU's slope was decided by the slopes that come back. It is 1 where the layer's own Z is "
            "positive.",
        ),
        Misconception(
            "weights-of-the-layer-below",
            source=BY_HAND.format(mean=" / m", blame="(W_prev.T @ dZ)", slope="(Z_prev > 0)"),
            sentence="The blame for layer l goes back through the weights that its output met, W[l+1]. W[l] comes "
            "later.",
        ),
        Misconception(
            "hidden-layers-as-sigmoid",
            edit=(HIDDEN, HIDDEN.replace("relu", "sigmoid")),
            sentence="The hidden layers are taken back through the sigmoid. They went forward through ReLU.",
        ),
        Misconception(
            "hidden-layers-as-tanh",
            edit=(HIDDEN, HIDDEN.replace("relu", "tanh")),
            sentence="The hidden layers are taken back through tanh. They went forward through ReLU.",
        ),
        Misconception(
            "output-layer-for-every-layer",
            edit=(HIDDEN, 'linear_activation_backward(dZ, caches[l - 1], "relu")'),
            sentence="Every layer gets what belongs to the output layer. A layer gets the dA that the layer above "
            "has just given.",
        ),
        Misconception(
            "cache-of-the-layer-above",
            edit=(HIDDEN, HIDDEN.replace("caches[l - 1]", "caches[l]")),
            sentence="The cache is that of a layer above, so its Z has another shape. Layer l's cache stands at "
            "place l − 1.",
        ),
        Misconception(
            "cache-of-the-layer-below",
            edit=(HIDDEN, HIDDEN.replace("caches[l - 1]", "caches[l - 2]")),
            sentence="The cache is that of the layer below, and for layer 1 that of the output. Layer l's cache "
            "stands at place l − 1.",
        ),
        Misconception(
            "always-the-topmost-da",
            edit=(HIDDEN, HIDDEN.replace("dA{l}", "dA{L - 1}")),
            sentence="Every hidden layer reads dA[L−1]. That is right for layer L − 1 only; layer l needs dA[l].",
            leaves=("untouched",),
        ),
        Misconception(
            "forwards",
            edit=("reversed(range(1, L))", "range(1, L)"),
            sentence="The loop runs upwards, from layer 1. The slopes come from the output: begin with layer L − 1.",
            leaves=("untouched",),
        ),
        Misconception(
            "one-layer-early",
            edit=("reversed(range(1, L))", "reversed(range(2, L))"),
            sentence="The loop stops one layer early: layer 1 gets no slopes.",
        ),
        Misconception(
            "output-layer-not-kept",
            edit=(OUTPUT_GRADS, 'grads[f"dA{L - 1}"], _, _ = linear_backward(dZ, linear_cache)'),
            sentence="The output layer's dW and db are computed and thrown away. Keep them in grads.",
        ),
        Misconception(
            "keys-shifted-by-one",
            edit=(HIDDEN_GRADS, 'grads[f"dA{l - 1}"], grads[f"dW{l + 1}"], grads[f"db{l + 1}"] = dA_prev, dW, db'),
            sentence="The names are shifted by one, so the slopes of one layer overwrite those of another. caches are counted "
            "from 0, layers from 1.",
        ),
        Misconception(
            "keys-without-d",
            edits=(
                (OUTPUT_GRADS, OUTPUT_GRADS.replace("dW{L}", "W{L}").replace("db{L}", "b{L}")),
                (HIDDEN_GRADS, HIDDEN_GRADS.replace("dW{l}", "W{l}").replace("db{l}", "b{l}")),
            ),
            sentence='The keys are those of the parameters. A slope\'s name has a d in front: "dW1", "db1".',
        ),
        Misconception(
            "keys-in-small-letters",
            edits=(
                (OUTPUT_GRADS, OUTPUT_GRADS.replace("dW{L}", "dw{L}")),
                (HIDDEN_GRADS, HIDDEN_GRADS.replace("dW{l}", "dw{l}")),
            ),
            sentence='The keys are "dw1", "dw2" in small letters. They are "dW1", "dW2": Python tells them apart.',
        ),
        Misconception(
            "dw-and-db-swapped",
            edits=(
                (
                    OUTPUT_GRADS,
                    'grads[f"dA{L - 1}"], grads[f"db{L}"], grads[f"dW{L}"] = linear_backward(dZ, linear_cache)',
                ),
                (HIDDEN_GRADS, 'grads[f"dA{l - 1}"], grads[f"db{l}"], grads[f"dW{l}"] = dA_prev, dW, db'),
            ),
            sentence="dW and db are swapped. A layer's way back gives dA_prev, dW, db, in this order.",
        ),
        Misconception(
            "two-layers-written-into-the-code",
            edit=("L = len(caches)", "L = 2"),
            sentence="The number of layers is written into the code. There is one cache for each: count them.",
            leaves=("untouched",),
        ),
        Misconception(
            "return-inside-the-loop",
            edit=("    return grads", "        return grads"),
            sentence="The return stands inside the loop, so the way back ends at layer L − 1. Move it to the left.",
            leaves=("untouched",),
        ),
        Misconception(
            "writes-into-al",
            edit=(OUTPUT_DZ, "dZ = AL\n    dZ -= Y"),
            sentence="dZ is AL itself, not a copy, so -= changes the caller's probabilities. Make a new array.",
            leaves=("shapes", "values", "slope", "sizes"),
        ),
        Misconception(
            "empties-the-caches",
            edits=(
                ("linear_cache, _ = caches[L - 1]", "linear_cache, _ = caches.pop()"),
                (HIDDEN, HIDDEN.replace("caches[l - 1]", "caches.pop()")),
            ),
            sentence="pop takes the caches out of the caller's own list. Read them by their places instead.",
            leaves=("shapes", "values", "slope", "sizes"),
        ),
    ),
}

ALTERNATIVES = {
    "linear_backward": (
        Alternative(
            "classic",
            source="""def linear_backward(dZ, cache):
    A_prev, W, b = cache
    m = A_prev.shape[1]
    dW = 1./m * np.dot(dZ, A_prev.T)
    db = 1./m * np.sum(dZ, axis = 1, keepdims = True)
    dA_prev = np.dot(W.T, dZ)
    assert (dA_prev.shape == A_prev.shape)
    assert (dW.shape == W.shape)
    assert (db.shape == b.shape)
    return dA_prev, dW, db
""",
        ),
        Alternative(
            "einsum",
            edits=(
                (DW, 'dW = np.einsum("ik,jk->ij", dZ, A_prev) / m'),
                (DA, 'dA_prev = np.einsum("ij,ik->jk", W, dZ)'),
            ),
        ),
        Alternative("db-by-mean", edit=(DB, "db = dZ.mean(axis=1, keepdims=True)")),
        Alternative("db-reshaped", edit=(DB, "db = (np.sum(dZ, axis=1) / m).reshape(-1, 1)")),
        Alternative("db-by-ones", edit=(DB, "db = dZ @ np.ones((m, 1)) / m")),
        Alternative("db-by-newaxis", edit=(DB, "db = np.average(dZ, axis=1)[:, np.newaxis]")),
        Alternative("m-from-dz", edit=(M, "_, m = np.shape(dZ)")),
        Alternative("dz-divided-first", edit=(DW, "dW = (dZ / m) @ A_prev.T")),
        Alternative("dw-turned-twice", edit=(DW, "dW = (A_prev @ dZ.T).T / m")),
        Alternative("da-turned-twice", edit=(DA, "dA_prev = (dZ.T @ W).T")),
        Alternative(
            "float32", edit=(M, M + "\n    A_prev, W, dZ = (array.astype(np.float32) for array in (A_prev, W, dZ))")
        ),
        Alternative("in-place-on-its-own-array", edit=(DW, "dW = dZ @ A_prev.T\n    dW /= m")),
        Alternative("a-list", edit=("return dA_prev, dW, db", "return [dA_prev, dW, db]")),
        Alternative(
            "loop",
            source="""def linear_backward(dZ, cache):
    A_prev, W, b = cache
    m = dZ.shape[1]
    dA_prev, dW, db = np.zeros_like(A_prev), np.zeros_like(W), np.zeros_like(b)
    for i in range(m):
        dz, a = dZ[:, i], A_prev[:, i]
        dW += np.outer(dz, a) / m
        db[:, 0] += dz / m
        dA_prev[:, i] = W.T @ dz
    return dA_prev, dW, db
""",
        ),
    ),
    "tanh_mistake": (
        Alternative(
            "by-the-backward-functions",
            edit=("wrong, right = s * (1 - s), 1 - a**2", "wrong, right = sigmoid_backward(1, Z), tanh_backward(1, Z)"),
        ),
        Alternative("by-cosh", edit=("1 - a**2", "1 / np.cosh(Z) ** 2")),
        Alternative("by-exponentials", edit=("s, _ = sigmoid(Z)", "s = 1 / (1 + np.exp(-Z))")),
        Alternative("indexed", edit=("a, _ = tanh(Z)", "a = tanh(Z)[0]")),
        Alternative("numpy-number", edit=("float(np.max(np.abs(wrong - right)))", "np.abs(right - wrong).max()")),
        Alternative(
            "largest-norm", edit=("np.max(np.abs(wrong - right))", "np.linalg.norm(np.ravel(wrong - right), np.inf)")
        ),
        Alternative(
            "loop",
            source="""def tanh_mistake(Z):
    largest = 0.0
    for z in Z.ravel():
        s = 1 / (1 + np.exp(-z))
        distance = abs(s * (1 - s) - (1 - np.tanh(z) ** 2))
        if distance > largest:
            largest = distance
    return largest
""",
        ),
    ),
    "linear_activation_backward": (
        Alternative(
            "classic",
            source="""def linear_activation_backward(dA, cache, activation):
    linear_cache, activation_cache = cache
    if activation == "relu":
        dZ = relu_backward(dA, activation_cache)
        dA_prev, dW, db = linear_backward(dZ, linear_cache)
    elif activation == "sigmoid":
        dZ = sigmoid_backward(dA, activation_cache)
        dA_prev, dW, db = linear_backward(dZ, linear_cache)
    elif activation == "tanh":
        dZ = tanh_backward(dA, activation_cache)
        dA_prev, dW, db = linear_backward(dZ, linear_cache)
    return dA_prev, dW, db
""",
        ),
        Alternative(
            "everything-inside",
            source="""def linear_activation_backward(dA, cache, activation):
    (A_prev, W, b), Z = cache
    m = Z.shape[1]
    if activation == "relu":
        dZ = np.array(dA, copy=True)
        dZ[Z <= 0] = 0
    elif activation == "sigmoid":
        s = 1 / (1 + np.exp(-Z))
        dZ = dA * s * (1 - s)
    else:
        dZ = dA * (1 - np.power(np.tanh(Z), 2))
    return W.T @ dZ, dZ @ A_prev.T / m, dZ.sum(axis=1, keepdims=True) / m
""",
        ),
        Alternative(
            "tanh-by-the-sigmoid-of-2z",
            edit=('"tanh": tanh_backward}', '"tanh": lambda dA, Z: 4 * sigmoid_backward(dA, 2 * Z)}'),
        ),
        Alternative("tanh-by-cosh", edit=('"tanh": tanh_backward}', '"tanh": lambda dA, Z: dA / np.cosh(Z) ** 2}')),
        Alternative("relu-by-product", edit=('"relu": relu_backward', '"relu": lambda dA, Z: dA * (Z >= 0)')),
        Alternative("relu-by-where", edit=('"relu": relu_backward', '"relu": lambda dA, Z: np.where(Z > 0, dA, 0)')),
        Alternative(
            "relu-by-heaviside",
            edit=('"relu": relu_backward', '"relu": lambda dA, Z: np.multiply(dA, np.heaviside(Z, 0))'),
        ),
        Alternative(
            "by-name",
            edit=(
                CHOICE,
                'activate_backward = {"sigmoid": sigmoid_backward, "relu": relu_backward}.get(activation, '
                "tanh_backward)",
            ),
        ),
        Alternative("float32", edit=(DZ, "dZ = activate_backward(dA.astype(np.float32), activation_cache)")),
        Alternative(
            "a-list",
            edit=("return linear_backward(dZ, linear_cache)", "return list(linear_backward(dZ, linear_cache))"),
        ),
    ),
    "L_model_backward": (
        Alternative(
            "classic",
            source="""def L_model_backward(AL, Y, caches):
    grads = {}
    L = len(caches) # the number of layers
    m = AL.shape[1]
    Y = Y.reshape(AL.shape) # after this line, Y is the same shape as AL
    dAL = dAL = - (np.divide(Y, AL) - np.divide(1 - Y, 1 - AL))
    current_cache = caches[L-1]
    grads["dA" + str(L-1)], grads["dW" + str(L)], grads["db" + str(L)] = \\
        linear_activation_backward(dAL, current_cache, activation = "sigmoid")
    for l in reversed(range(L-1)):
        current_cache = caches[l]
        dA_prev_temp, dW_temp, db_temp = linear_activation_backward(grads["dA" + str(l + 1)], current_cache, "relu")
        grads["dA" + str(l)] = dA_prev_temp
        grads["dW" + str(l + 1)] = dW_temp
        grads["db" + str(l + 1)] = db_temp
    return grads
""",
        ),
        Alternative(
            "classic-with-other-names-for-da",
            source="""def L_model_backward(AL, Y, caches):
    grads = {}
    L = len(caches)
    Y = Y.reshape(AL.shape)
    dAL = -(np.divide(Y, AL) - np.divide(1 - Y, 1 - AL))
    current_cache = caches[L-1]
    dZ = sigmoid_backward(dAL, current_cache[1])
    grads["dA" + str(L)], grads["dW" + str(L)], grads["db" + str(L)] = linear_backward(dZ, current_cache[0])
    for l in reversed(range(L-1)):
        current_cache = caches[l]
        dZ = relu_backward(grads["dA" + str(l + 2)], current_cache[1])
        dA_prev_temp, dW_temp, db_temp = linear_backward(dZ, current_cache[0])
        grads["dA" + str(l + 1)] = dA_prev_temp
        grads["dW" + str(l + 1)] = dW_temp
        grads["db" + str(l + 1)] = db_temp
    return grads
""",
        ),
        Alternative(
            "one-loop",
            source="""def L_model_backward(AL, Y, caches):
    L, grads = len(caches), {}
    dA = (1 - Y) / (1 - AL) - Y / AL
    for l in range(L, 0, -1):
        activation = "sigmoid" if l == L else "relu"
        dA, grads["dW%d" % l], grads["db%d" % l] = linear_activation_backward(dA, caches[l - 1], activation)
    return grads
""",
        ),
        Alternative("by-hand", source=BY_HAND.format(mean=" / m", blame="(W.T @ dZ)", slope="(Z_prev > 0)")),
        Alternative(
            "by-hand-with-the-activations",
            source=BY_HAND.format(mean=" / m", blame="W.T @ dZ", slope="np.sign(A_prev)"),
        ),
        Alternative(
            "linear-backward-around-the-activation",
            source="""def L_model_backward(AL, Y, caches):
    grads = {}
    L = len(caches) # the number of layers
    m = AL.shape[1]
    Y = Y.reshape(AL.shape)
    dAL = -(np.divide(Y, AL) - np.divide(1 - Y, 1 - AL))
    current_cache = caches[-1]
    grads["dA" + str(L)], grads["dW" + str(L)], grads["db" + str(L)] = linear_backward(
        sigmoid_backward(dAL, current_cache[1]), current_cache[0])
    for l in reversed(range(L - 1)):
        current_cache = caches[l]
        dA_prev_temp, dW_temp, db_temp = linear_backward(
            relu_backward(grads["dA" + str(l + 2)], current_cache[1]), current_cache[0])
        grads["dA" + str(l + 1)] = dA_prev_temp
        grads["dW" + str(l + 1)] = dW_temp
        grads["db" + str(l + 1)] = db_temp
    return grads
""",
        ),
        Alternative(
            "without-da0",
            edit=("    return grads", '    grads.pop("dA0")\n    return grads'),
        ),
        Alternative(
            "pairs-of-caches",
            source="""def L_model_backward(AL, Y, caches):
    grads, dA_next = {}, None
    for l, (linear_cache, Z) in reversed(list(enumerate(caches, start=1))):
        dZ = AL - Y if dA_next is None else dA_next * (Z > 0)
        dA_next, grads[f"dW{l}"], grads[f"db{l}"] = linear_backward(dZ, linear_cache)
    return grads
""",
        ),
        Alternative("float32", edit=(OUTPUT_DZ, "dZ = (AL - Y).astype(np.float32)")),
        Alternative(
            "further-keys", edit=("    return grads", '    grads["dZ"] = dZ\n    grads["layers"] = L\n    return grads')
        ),
        Alternative("with-asserts", edit=(OUTPUT_DZ, "assert AL.shape == Y.shape\n    " + OUTPUT_DZ)),
    ),
}
