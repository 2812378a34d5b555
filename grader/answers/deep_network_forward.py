"""Wrong and right answers of the notebook `deep_network`: one layer forward, the whole network forward, the cost."""

from grader.answers import Alternative, Misconception

SUM = "W @ A + b  #"
LINEAR_CACHE_LOST = ("values", "untouched")

ACTIVATE = "A, activation_cache = activate(Z)"
CHOICE = 'activate = {"sigmoid": sigmoid, "relu": relu, "tanh": tanh}[activation]'
PAIR = "return A, (linear_cache, activation_cache)"
ONE_ACTIVATION_RIGHT = ("shapes", "cache", "untouched")

LAYER = 'linear_activation_forward(A, parameters[f"W{l}"], parameters[f"b{l}"], activation)'
ACTIVATION = 'activation = "sigmoid" if l == L else "relu"'
CACHES_LOST = ("values", "untouched")

MEAN = "-np.mean(np.log(right))"
RIGHT = "np.where(Y == 1, AL, 1 - AL)"

MISCONCEPTIONS = {
    "linear_forward": (
        Misconception(
            "bias-forgotten",
            edit=(SUM, "W @ A  #"),
            sentence="The bias is missing: Z = W A + b.",
        ),
        Misconception(
            "bias-subtracted",
            edit=(SUM, "W @ A - b  #"),
            sentence="The bias is subtracted. It is added to the weighted sum.",
        ),
        Misconception(
            "factors-swapped",
            edit=(SUM, "A @ W + b  #"),
            sentence="The factors stand in the wrong order. W (n, n_prev) comes first: its columns meet the rows of "
            "A (n_prev, m).",
        ),
        Misconception(
            "elementwise-product",
            edit=(SUM, "W * A + b  #"),
            sentence="W * A multiplies element by element. A weighted sum for each unit and each example is a matrix "
            "product: @.",
        ),
        Misconception(
            "weights-turned",
            edit=(SUM, "W.T @ A + b  #"),
            sentence="W is transposed. It already has one row for each unit, so it takes A (n_prev, m) as it is.",
        ),
        Misconception(
            "bias-lying-down",
            edit=(SUM, "W @ A + b.T  #"),
            sentence="b is laid on its side, (1, n). As a column it is added to every example; that is what "
            "broadcasting needs.",
        ),
        Misconception(
            "one-bias-for-all-units",
            edit=(SUM, "W @ A + b[0]  #"),
            sentence="The first unit's bias is added to every unit. Each unit has its own: add the whole column b.",
        ),
        Misconception(
            "activation-already-applied",
            edit=(SUM, "np.maximum(0, W @ A + b)  #"),
            sentence="The activation is applied already. This is the linear half of a layer: Z may be negative.",
        ),
        Misconception(
            "axes-squeezed-away",
            edit=(SUM, "np.squeeze(W @ A + b)  #"),
            sentence="np.squeeze takes axes of length 1 away, so with one example or one unit Z is no matrix any more. Z is "
            "(n, m), always.",
            leaves=("shapes", "values", "cache", "untouched"),
        ),
        Misconception(
            "cache-without-bias",
            edit=("(A, W, b)\n", "(A, W)\n"),
            sentence="The cache lacks b. It holds all three inputs, A, W and b: the way back takes three out.",
            leaves=LINEAR_CACHE_LOST,
        ),
        Misconception(
            "cache-of-z-and-w",
            edit=("(A, W, b)\n", "(Z, W)\n"),
            sentence="The cache holds Z and W. The linear half keeps what it was given: A, W and b. Z is kept by the "
            "activation.",
            leaves=LINEAR_CACHE_LOST,
        ),
        Misconception(
            "z-kept-instead-of-a",
            edit=("(A, W, b)\n", "(Z, W, b)\n"),
            sentence="The cache holds Z where A belongs. The slope of the weights needs what came in.",
            leaves=LINEAR_CACHE_LOST,
        ),
        Misconception(
            "cache-in-another-order",
            edit=("(A, W, b)\n", "(W, A, b)\n"),
            sentence="The cache is in another order. It is A, then W, then b; who takes it apart relies on that.",
            leaves=LINEAR_CACHE_LOST,
        ),
        Misconception(
            "cache-spread-out",
            edit=("return Z, (A, W, b)\n", "return Z, A, W, b\n"),
            sentence="Four things are returned. They should be two: Z, and one cache that holds A, W and b.",
        ),
        Misconception(
            "cache-first",
            edit=("return Z, (A, W, b)\n", "return (A, W, b), Z\n"),
            sentence="The two results are in the wrong order: Z first, then the cache.",
        ),
        Misconception(
            "cache-not-returned",
            edit=("return Z, (A, W, b)\n", "return Z\n"),
            sentence="Only Z is returned. The cache belongs to the answer: the way back needs A, W and b.",
        ),
        Misconception(
            "printed-not-returned",
            edit=("return Z, (A, W, b)\n", "print(Z, (A, W, b))\n"),
            sentence="The results are printed and not returned. What other code shall use has to be returned.",
        ),
    ),
    "linear_activation_forward": (
        Misconception(
            "relu-always",
            edit=(CHOICE, "activate = relu"),
            sentence="ReLU is used whatever activation was asked for. Look at the name.",
            leaves=ONE_ACTIVATION_RIGHT,
        ),
        Misconception(
            "sigmoid-always",
            edit=(CHOICE, "activate = sigmoid"),
            sentence="The sigmoid is used whatever activation was asked for. Look at the name.",
            leaves=ONE_ACTIVATION_RIGHT,
        ),
        Misconception(
            "names-mixed-up",
            edit=('{"sigmoid": sigmoid, "relu": relu,', '{"sigmoid": relu, "relu": sigmoid,'),
            sentence='The names are mixed up: "sigmoid" gives ReLU and "relu" gives the sigmoid.',
        ),
        Misconception(
            "tanh-missing",
            edit=(
                CHOICE,
                'if activation == "sigmoid":\n        activate = sigmoid\n    if activation == "relu":\n        '
                "activate = relu",
            ),
            sentence='There is no branch for "tanh", so nothing is chosen. Three names can come.',
            leaves=("shapes", "values", "cache", "untouched"),
        ),
        Misconception(
            "tanh-not-in-the-dictionary",
            edit=('"relu": relu, "tanh": tanh}', '"relu": relu}'),
            sentence='The choice has no entry for "tanh". Three names can come.',
            leaves=("shapes", "values", "cache", "untouched"),
        ),
        Misconception(
            "relu-for-every-other-name",
            edit=(CHOICE, 'activate = sigmoid if activation == "sigmoid" else relu'),
            sentence="Whatever is not the sigmoid counts as ReLU, and so does tanh. Three names can come.",
            leaves=("shapes", "values", "cache", "untouched"),
        ),
        Misconception(
            "sigmoid-for-every-other-name",
            edit=(CHOICE, 'activate = relu if activation == "relu" else sigmoid'),
            sentence="Whatever is not ReLU counts as the sigmoid, and so does tanh. Three names can come.",
            leaves=("shapes", "values", "cache", "untouched"),
        ),
        Misconception(
            "tanh-without-the-factor-2",
            edit=(ACTIVATE, ACTIVATE + '\n    if activation == "tanh":\n        A = 2 * sigmoid(Z)[0] - 1'),
            sentence="tanh(z) is 2σ(2z) − 1. The 2 inside the sigmoid got lost.",
            leaves=("shapes", "values", "cache", "untouched"),
        ),
        Misconception(
            "leaky-relu",
            edit=(ACTIVATE, ACTIVATE + '\n    if activation == "relu":\n        A = np.maximum(0.01 * Z, Z)'),
            sentence='This is leaky ReLU, which lets a hundredth of negative numbers through. "relu" lets nothing '
            "through.",
            leaves=("shapes", "tanh", "cache", "untouched"),
        ),
        Misconception(
            "activation-forgotten",
            edit=(ACTIVATE, "A = activation_cache = Z"),
            sentence="A is Z itself: the activation was not applied.",
        ),
        Misconception(
            "pair-handed-on",
            edit=(ACTIVATE, "A, activation_cache = activate(Z), Z"),
            sentence="A is the pair that the activation function returns. Its first part is A, its second the cache.",
        ),
        Misconception(
            "activation-before-the-sum",
            edits=(
                ("linear_forward(A_prev, W, b)", "linear_forward(activate(A_prev)[0], W, b)"),
                (ACTIVATE, "A, activation_cache = Z, A_prev"),
            ),
            sentence="The halves are in the wrong order: first the weighted sum, then the activation of that sum.",
        ),
        Misconception(
            "bias-forgotten",
            edit=("Z, linear_cache = linear_forward(A_prev, W, b)", "Z, linear_cache = W @ A_prev, (A_prev, W, b)"),
            sentence="The bias is missing: use linear_forward, which adds it.",
        ),
        Misconception(
            "caches-swapped",
            edit=(PAIR, "return A, (activation_cache, linear_cache)"),
            sentence="The two caches are swapped: first the linear one, then the activation's.",
            leaves=LINEAR_CACHE_LOST,
        ),
        Misconception(
            "linear-cache-only",
            edit=(PAIR, "return A, linear_cache"),
            sentence="The cache is that of the linear half alone. The way back needs Z as well: return the pair of "
            "both caches.",
            leaves=LINEAR_CACHE_LOST,
        ),
        Misconception(
            "caches-joined",
            edit=(PAIR, "return A, (*linear_cache, activation_cache)"),
            sentence="The caches are joined into one tuple of four. They should stay a pair: (linear cache, "
            "activation cache).",
            leaves=LINEAR_CACHE_LOST,
        ),
        Misconception(
            "a-kept-instead-of-z",
            edit=(PAIR, "return A, (linear_cache, A)"),
            sentence="The second cache holds A. The backward functions of utils take Z, as the activation function "
            "returned it.",
            leaves=("shapes", "values", "untouched"),
        ),
        Misconception(
            "relu-writes-into-z",
            edit=(ACTIVATE, ACTIVATE + '\n    if activation == "relu":\n        Z[Z <= 0] = 0'),
            sentence="ReLU is written into Z itself, so the cache has lost the negative numbers. Make a new array "
            "for A.",
            leaves=("shapes", "values", "tanh", "untouched"),
        ),
        Misconception(
            "cache-first",
            edit=(PAIR, "return (linear_cache, activation_cache), A"),
            sentence="The two results are in the wrong order: A first, then the cache.",
        ),
        Misconception(
            "z-returned-too",
            edit=(PAIR, "return A, Z, (linear_cache, activation_cache)"),
            sentence="Three things are returned. They should be two: A, and the cache, which already holds Z.",
        ),
    ),
    "L_model_forward": (
        Misconception(
            "sigmoid-in-every-layer",
            edit=(ACTIVATION, 'activation = "sigmoid"'),
            sentence="Every layer uses the sigmoid. The hidden layers use ReLU; only the last one makes probabilities.",
        ),
        Misconception(
            "relu-in-every-layer",
            edit=(ACTIVATION, 'activation = "relu"'),
            sentence="The last layer uses ReLU, so its answers are no probabilities. It needs the sigmoid.",
        ),
        Misconception(
            "activations-the-wrong-way-round",
            edit=("if l == L", "if l != L"),
            sentence="The activations are the wrong way round: ReLU in the hidden layers, the sigmoid in the last.",
        ),
        Misconception(
            "tanh-at-the-output",
            edit=('"sigmoid" if l == L', '"tanh" if l == L'),
            sentence="The last layer uses tanh, which runs from −1 to 1. A probability needs the sigmoid.",
        ),
        Misconception(
            "tanh-in-the-hidden-layers",
            edit=('else "relu"', 'else "tanh"'),
            sentence="The hidden layers use tanh. This network uses ReLU there.",
        ),
        Misconception(
            "sigmoid-one-layer-early",
            edit=("if l == L ", "if l == L - 1 "),
            sentence="The sigmoid sits in layer L − 1, and the last layer has ReLU. Layers are counted from 1, so "
            "the last is L.",
        ),
        Misconception(
            "one-layer-early",
            edit=("range(1, L + 1)", "range(1, L)"),
            sentence="The loop stops one layer early: range leaves its end out. The output layer is never computed.",
        ),
        Misconception(
            "every-layer-from-x",
            edit=("forward(A, parameters", "forward(X, parameters"),
            sentence="Every layer starts from X. The output of a layer is the input of the next: pass A on.",
        ),
        Misconception(
            "output-layer-fed-one-layer-early",
            source="""def L_model_forward(X, parameters):
    caches = []
    A = X
    L = len(parameters) // 2
    for l in range(1, L):
        A_prev = A
        A, cache = linear_activation_forward(A_prev, parameters[f"W{l}"], parameters[f"b{l}"], "relu")
        caches.append(cache)
    AL, cache = linear_activation_forward(A_prev, parameters[f"W{L}"], parameters[f"b{L}"], "sigmoid")
    caches.append(cache)
    return AL, caches
""",
            sentence="The output layer gets A_prev, what went into the last hidden layer. It needs A, what came out "
            "of it.",
        ),
        Misconception(
            "output-layer-inside-the-loop",
            source="""def L_model_forward(X, parameters):
    L = len(parameters) // 2
    A, caches = X, []
    for l in range(1, L):
        A, cache = linear_activation_forward(A, parameters[f"W{l}"], parameters[f"b{l}"], "relu")
        caches.append(cache)
        AL, cache = linear_activation_forward(A, parameters[f"W{L}"], parameters[f"b{L}"], "sigmoid")
        caches.append(cache)
    return AL, caches
""",
            sentence="The output layer stands inside the loop, so it is computed after every hidden layer. It comes once, "
            "after the loop.",
            leaves=("untouched",),
        ),
        Misconception(
            "first-weights-in-every-layer",
            edit=('parameters[f"W{l}"], parameters[f"b{l}"]', 'parameters["W1"], parameters["b1"]'),
            sentence="Every layer uses W1 and b1. The names are made of a letter and the layer's number.",
        ),
        Misconception(
            "first-bias-in-every-layer",
            edit=('parameters[f"b{l}"]', 'parameters["b1"]'),
            sentence="Every layer adds b1. Each layer has a bias of its own.",
        ),
        Misconception(
            "entries-counted-as-layers",
            edit=("len(parameters) // 2", "len(parameters)"),
            sentence="L counts the entries of the dictionary. Each layer has two of them, W and b: halve it.",
        ),
        Misconception(
            "half-a-number",
            edit=("len(parameters) // 2", "len(parameters) / 2"),
            sentence="/ gives a number with a decimal point, and range takes whole numbers only: divide with //.",
        ),
        Misconception(
            "two-layers-written-into-the-code",
            edit=("L = len(parameters) // 2", "L = 2"),
            sentence="The number of layers is written into the code. Each layer has two entries: count them.",
            leaves=("untouched",),
        ),
        Misconception(
            "return-inside-the-loop",
            edit=("    return A, caches", "        return A, caches"),
            sentence="The return stands inside the loop, so the function ends after layer 1. Move it to the left.",
        ),
        Misconception(
            "caches-never-filled",
            edit=("        caches.append(cache)\n", ""),
            sentence="caches stays empty. Append each layer's cache as soon as it is there.",
            leaves=CACHES_LOST,
        ),
        Misconception(
            "caches-overwritten",
            edit=("caches.append(cache)", "caches = [cache]"),
            sentence="The caches overwrite each other, so only the last one is left. Append them to the list.",
            leaves=CACHES_LOST,
        ),
        Misconception(
            "caches-kept-between-calls",
            edits=(
                ("def L_model_forward(X, parameters):", "def L_model_forward(X, parameters, caches=[]):"),
                ("A, caches = X, []", "A = X"),
            ),
            sentence="The caches of earlier calls are still in the list: a default value, like a list of the notebook, is "
            "made only once. Begin with a new list inside the function.",
            leaves=("values", "untouched"),
        ),
        Misconception(
            "last-cache-missing",
            edit=("        caches.append(cache)", "        if l < L:\n            caches.append(cache)"),
            sentence="The output layer's cache is missing from the list. The way back begins with it.",
            leaves=CACHES_LOST,
        ),
        Misconception(
            "caches-backwards",
            edit=("caches.append(cache)", "caches.insert(0, cache)"),
            sentence="The caches stand in the wrong order. caches[0] belongs to layer 1.",
            leaves=CACHES_LOST,
        ),
        Misconception(
            "linear-caches-only",
            edit=("caches.append(cache)", "caches.append(cache[0])"),
            sentence="Only the linear caches are kept. The way back needs Z as well: append the whole pair.",
            leaves=CACHES_LOST,
        ),
        Misconception(
            "caches-by-name",
            edits=(("A, caches = X, []", "A, caches = X, {}"), ("caches.append(cache)", "caches[l] = cache")),
            sentence="caches is a dictionary. It should be a list, in the order of the layers.",
            leaves=CACHES_LOST,
        ),
        Misconception(
            "caches-first",
            edit=("return A, caches", "return caches, A"),
            sentence="The two results are in the wrong order: AL first, then the caches.",
        ),
        Misconception(
            "output-squeezed",
            edit=("return A, caches", "return np.squeeze(A), caches"),
            sentence="np.squeeze makes AL one axis, (m,). Keep both: (1, m), like Y.",
            leaves=("values", "caches", "pictures", "untouched"),
        ),
        Misconception(
            "answers-instead-of-probabilities",
            edit=("return A, caches", "return (A > 0.5).astype(float), caches"),
            sentence="The probabilities are rounded to answers. The cost needs the probabilities; predict will decide.",
        ),
        Misconception(
            "pictures-divided-again",
            edit=("A, caches = X, []", "A, caches = X / 255, []"),
            sentence="X is divided by 255 here. The pictures are scaled once, before training; a network takes X as "
            "it is.",
        ),
    ),
    "compute_cost": (
        Misconception(
            "lost-bracket",
            edit=(MEAN, "np.mean(-Y * np.log(AL) + (1 - Y) * np.log(1 - AL))"),
            sentence="The minus sign belongs to both terms: −(y log a + (1 − y) log(1 − a)). Without the bracket pictures "
            "without a cat have a negative loss.",
        ),
        Misconception(
            "positive-term-only",
            edit=(MEAN, "-np.mean(Y * np.log(AL))"),
            sentence="Only the cats are counted: the term for the other pictures, (1 − y) log(1 − a), is missing.",
        ),
        Misconception(
            "negative-term-only",
            edit=(MEAN, "-np.mean((1 - Y) * np.log(1 - AL))"),
            sentence="Only the pictures without a cat are counted: the term y log a is missing.",
        ),
        Misconception(
            "sign",
            edit=("-np.mean", "np.mean"),
            sentence="The cost is negative: the logarithm of a probability is below 0, so a minus sign belongs in "
            "front.",
        ),
        Misconception(
            "summed",
            edit=("np.mean", "np.sum"),
            sentence="The cost is a sum over the examples, not their mean. Divide by m, the columns of Y (its rows "
            "are 1).",
        ),
        Misconception(
            "averaged-twice",
            edit=(MEAN, MEAN + " / Y.shape[1]"),
            sentence="The mean is divided by m once more. np.mean has done it already.",
        ),
        Misconception(
            "number-of-pictures-written-into-the-code",
            edit=(MEAN, "-np.sum(np.log(right)) / 209"),
            sentence="209 is written into the code. Read the number of examples from the shape of Y.",
        ),
        Misconception(
            "log10",
            edit=("np.log(", "np.log10("),
            sentence="log10 is the logarithm to base 10. The natural one, np.log, is meant.",
        ),
        Misconception(
            "log2",
            edit=("np.log(", "np.log2("),
            sentence="log2 is the logarithm to base 2. The natural one, np.log, is meant.",
        ),
        Misconception(
            "log-of-the-mean",
            edit=(MEAN, "-np.log(np.mean(right))"),
            sentence="This is the logarithm of the mean. Take the logarithm of each probability first, then the mean.",
        ),
        Misconception(
            "squared-error",
            edit=(MEAN, "np.mean((AL - Y) ** 2)"),
            sentence="This is the squared error. The cost of this network is the cross-entropy.",
        ),
        Misconception(
            "half-the-squared-error",
            edit=(MEAN, "np.mean((AL - Y) ** 2) / 2"),
            sentence="This is half the squared error. The cost of this network is the cross-entropy.",
        ),
        Misconception(
            "absolute-error",
            edit=(MEAN, "np.mean(np.abs(AL - Y))"),
            sentence="This is the mean distance from the label. The cost of this network is the cross-entropy.",
        ),
        Misconception(
            "share-of-wrong-answers",
            edit=(MEAN, "np.mean((AL > 0.5) != Y)"),
            sentence="This is the share of wrong answers. It is flat almost everywhere, so it has no slope to go down.",
        ),
        Misconception(
            "labels-the-wrong-way-round",
            edit=(RIGHT, "np.where(Y == 1, 1 - AL, AL)"),
            sentence="The labels are used the wrong way round: a where y = 1, and 1 − a where y = 0.",
        ),
        Misconception(
            "arguments-swapped",
            edit=(MEAN, "-np.mean(AL * np.log(Y) + (1 - AL) * np.log(1 - Y))"),
            sentence="Labels and probabilities are swapped. The logarithm of a label is infinite; take it of the "
            "probabilities.",
        ),
        Misconception(
            "clipped",
            edit=(RIGHT, "np.clip(" + RIGHT + ", 0.01, 0.99)"),
            sentence="The probabilities are clipped, so a network that is very sure and wrong pays too little.",
            leaves=("shapes", "sizes", "untouched"),
        ),
        Misconception(
            "large-fudge",
            edit=("np.log(right)", "np.log(right + 0.01)"),
            sentence="0.01 is added inside the logarithm. That changes every cost. If a logarithm of 0 must be "
            "avoided, 1e-12 will do.",
        ),
        Misconception(
            "one-loss-for-each-example",
            edit=("float(" + MEAN + ")", "-np.log(right)"),
            sentence="These are the losses of the single examples. The cost is one number, their mean.",
        ),
        Misconception(
            "cost-in-a-matrix",
            edit=("float(" + MEAN + ")", "-np.mean(np.log(right), axis=1, keepdims=True)"),
            sentence="The cost has shape (1, 1). It should be a plain number: float(…) or np.squeeze makes it one.",
            leaves=("values", "untouched"),
        ),
        Misconception(
            "writes-into-al",
            edit=("right = " + RIGHT, "right = AL\n    right[Y == 0] = 1 - right[Y == 0]"),
            sentence="right is AL itself, not a copy, so the caller's probabilities are changed. Make a new array.",
            leaves=("shapes", "values", "sizes"),
        ),
        Misconception(
            "printed-not-returned",
            edit=("return float(", "print("),
            sentence="The cost is printed and not returned. What other code shall use has to be returned.",
        ),
    ),
}

ALTERNATIVES = {
    "linear_forward": (
        Alternative("np-dot", edit=(SUM, "np.dot(W, A) + b  #")),
        Alternative("dot-method", edit=(SUM, "W.dot(A) + b  #")),
        Alternative("matmul-and-add", edit=(SUM, "np.add(np.matmul(W, A), b)  #")),
        Alternative("einsum", edit=(SUM, 'np.einsum("ij,jk->ik", W, A) + b  #')),
        Alternative("turned-twice", edit=(SUM, "(A.T @ W.T).T + b  #")),
        Alternative("float32", edit=(SUM, "W.astype(np.float32) @ A.astype(np.float32) + b  #")),
        Alternative(
            "bias-as-a-row-of-ones", edit=(SUM, "np.hstack([W, b]) @ np.vstack([A, np.ones((1, A.shape[1]))])  #")
        ),
        Alternative("cache-as-a-list", edit=("return Z, (A, W, b)\n", "return [Z, [A, W, b]]\n")),
        Alternative(
            "loop",
            source="""def linear_forward(A, W, b):
    n, m = W.shape[0], A.shape[1]
    Z = np.zeros((n, m))
    for unit in range(n):
        for example in range(m):
            Z[unit, example] = sum(w * a for w, a in zip(W[unit], A[:, example])) + b[unit, 0]
    return Z, (A, W, b)
""",
        ),
        Alternative(
            "classic",
            source="""def linear_forward(A, W, b):
    Z = np.dot(W, A) + b
    assert(Z.shape == (W.shape[0], A.shape[1]))
    cache = (A, W, b)
    return Z, cache
""",
        ),
    ),
    "linear_activation_forward": (
        Alternative(
            "classic",
            source="""def linear_activation_forward(A_prev, W, b, activation):
    if activation == "sigmoid":
        # Inputs: "A_prev, W, b". Outputs: "A, activation_cache".
        Z, linear_cache = linear_forward(A_prev, W, b)
        A, activation_cache = sigmoid(Z)
    elif activation == "relu":
        Z, linear_cache = linear_forward(A_prev, W, b)
        A, activation_cache = relu(Z)
    elif activation == "tanh":
        Z, linear_cache = linear_forward(A_prev, W, b)
        A, activation_cache = tanh(Z)
    assert (A.shape == (W.shape[0], A_prev.shape[1]))
    cache = (linear_cache, activation_cache)
    return A, cache
""",
        ),
        Alternative(
            "everything-inside",
            source="""def linear_activation_forward(A_prev, W, b, activation):
    Z = W @ A_prev + b
    if activation == "sigmoid":
        A = 1 / (1 + np.exp(-Z))
    elif activation == "tanh":
        A = np.tanh(Z)
    else:
        A = Z * (Z > 0)
    return A, ((A_prev, W, b), Z)
""",
        ),
        Alternative(
            "match",
            source="""def linear_activation_forward(A_prev, W, b, activation):
    Z, linear_cache = linear_forward(A_prev, W, b)
    match activation:
        case "sigmoid":
            A, _ = sigmoid(Z)
        case "relu":
            A = np.where(Z > 0, Z, 0.0)
        case "tanh":
            A = (np.exp(Z) - np.exp(-Z)) / (np.exp(Z) + np.exp(-Z))
    return A, (linear_cache, Z)
""",
        ),
        Alternative("tanh-by-the-sigmoid", edit=('"tanh": tanh}', '"tanh": lambda Z: (2 * sigmoid(2 * Z)[0] - 1, Z)}')),
        Alternative("relu-by-clip", edit=('"relu": relu,', '"relu": lambda Z: (np.clip(Z, 0, None), Z),')),
        Alternative("relu-by-abs", edit=('"relu": relu,', '"relu": lambda Z: ((Z + np.abs(Z)) / 2, Z),')),
        Alternative(
            "called-by-name", edit=(CHOICE, "activate = {f.__name__: f for f in (sigmoid, relu, tanh)}[activation]")
        ),
        Alternative("caches-as-a-list", edit=(PAIR, "return A, [linear_cache, activation_cache]")),
        Alternative("z-copied", edit=(PAIR, "return A, (linear_cache, Z.copy())")),
    ),
    "L_model_forward": (
        Alternative(
            "classic",
            source="""def L_model_forward(X, parameters):
    caches = []
    A = X
    L = len(parameters) // 2                  # number of layers in the neural network
    for l in range(1, L):
        A_prev = A
        A, cache = linear_activation_forward(A_prev, parameters['W' + str(l)], parameters['b' + str(l)], "relu")
        caches.append(cache)
    AL, cache = linear_activation_forward(A, parameters['W' + str(L)], parameters['b' + str(L)], activation="sigmoid")
    caches.append(cache)
    assert(AL.shape == (1, X.shape[1]))
    return AL, caches
""",
        ),
        Alternative(
            "everything-inside",
            source="""def L_model_forward(X, parameters):
    L, A, caches = int(len(parameters) / 2), X, []
    for l in range(L):
        W, b = parameters["W%i" % (l + 1)], parameters["b%i" % (l + 1)]
        Z = np.dot(W, A) + b
        caches += [((A, W, b), Z)]
        A = np.maximum(Z, 0) if l < L - 1 else 1 / (1 + np.exp(-Z))
    return A, caches
""",
        ),
        Alternative(
            "recursion",
            source="""def L_model_forward(X, parameters):
    def up_to(l):
        if l == 0:
            return X, []
        A, caches = up_to(l - 1)
        A, cache = linear_activation_forward(A, parameters[f"W{l}"], parameters[f"b{l}"], "sigmoid" if l == L else "relu")
        return A, caches + [cache]
    L = sum(name.startswith("W") for name in parameters)
    return up_to(L)
""",
        ),
        Alternative(
            "while-there-are-weights",
            source="""def L_model_forward(X, parameters):
    A, caches, l = X, [], 1
    while f"W{l}" in parameters:
        last = f"W{l + 1}" not in parameters
        A, cache = linear_activation_forward(A, parameters[f"W{l}"], parameters[f"b{l}"], ["relu", "sigmoid"][last])
        caches.append(cache)
        l += 1
    return A, caches
""",
        ),
        Alternative("caches-as-a-tuple", edit=("return A, caches", "return A, tuple(caches)")),
        Alternative("shift-for-half", edit=("len(parameters) // 2", "len(parameters) >> 1")),
        Alternative("with-prints", edit=("return A, caches", "print(A.shape, len(caches))\n    return A, caches")),
        Alternative(
            "float32",
            edit=(
                "A, caches = X, []",
                "A, caches = X.astype(np.float32), []\n"
                "    parameters = {name: array.astype(np.float32) for name, array in parameters.items()}",
            ),
        ),
    ),
    "compute_cost": (
        Alternative("two-terms", edit=(MEAN, "-np.mean(Y * np.log(AL) + (1 - Y) * np.log(1 - AL))")),
        Alternative(
            "classic",
            source="""def compute_cost(AL, Y):
    m = Y.shape[1]
    cost = (-1 / m) * np.sum(np.multiply(Y, np.log(AL)) + np.multiply(1 - Y, np.log(1 - AL)))
    cost = np.squeeze(cost)      # To make sure your cost's shape is what we expect.
    assert(cost.shape == ())
    return cost
""",
        ),
        Alternative(
            "classic-by-products",
            source="""def compute_cost(AL, Y):
    m = Y.shape[1]
    cost = (1./m) * (-np.dot(Y,np.log(AL).T) - np.dot(1-Y, np.log(1-AL).T))
    cost = np.squeeze(cost)
    return cost
""",
        ),
        Alternative(
            "unused-parameters",
            source="""def compute_cost(AL, Y, parameters):
    m = Y.shape[1]
    logprobs = np.multiply(np.log(AL), Y) + np.multiply(np.log(1 - AL), 1 - Y)
    cost = -np.sum(logprobs) / m
    return float(np.squeeze(cost))
""",
        ),
        Alternative("divided-by-minus-m", edit=(MEAN, "np.sum(np.log(right)) / -Y.shape[1]")),
        Alternative("number-of-examples-by-size", edit=(MEAN, "-np.sum(np.log(right)) / Y.size")),
        Alternative("log1p", edit=(MEAN, "-np.mean(np.where(Y == 1, np.log(AL), np.log1p(-AL)))")),
        Alternative("powers", edit=(RIGHT, "AL**Y * (1 - AL) ** (1 - Y)")),
        Alternative("one-minus-distance", edit=(RIGHT, "1 - np.abs(Y - AL)")),
        Alternative("tiny-fudge", edit=("np.log(right)", "np.log(right + 1e-8)")),
        Alternative("tiny-clip", edit=(RIGHT, "np.clip(" + RIGHT + ", 1e-10, 1 - 1e-10)")),
        Alternative("float32", edit=(RIGHT, RIGHT + ".astype(np.float32)")),
        Alternative("zero-axes", edit=("float(" + MEAN + ")", "np.array(" + MEAN + ")")),
        Alternative(
            "by-the-log-odds",
            edit=(MEAN, "np.mean(np.logaddexp(0, np.log(AL / (1 - AL))) - Y * np.log(AL / (1 - AL)))"),
        ),
        Alternative(
            "loop",
            source="""def compute_cost(AL, Y):
    from math import log
    total = 0
    for a, y in zip(AL[0], Y[0]):
        if y == 1:
            total -= log(a)
        else:
            total -= log(1 - a)
    return total / len(Y[0])
""",
        ),
        Alternative(
            "by-masks",
            source="""def compute_cost(AL, Y):
    cats, others = AL[Y == 1], AL[Y == 0]
    return (np.log(cats).sum() + np.log(1 - others).sum()) / -AL.shape[1]
""",
        ),
    ),
}
