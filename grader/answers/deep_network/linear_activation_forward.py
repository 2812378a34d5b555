"""Wrong and right answers to `deep_network.linear_activation_forward`."""

from grader.answers import right, sentences, wrong

ACTIVATE = "A, activation_cache = activate(Z)"
CHOICE = 'activate = {"sigmoid": sigmoid, "relu": relu, "tanh": tanh}[activation]'
PAIR = "return A, (linear_cache, activation_cache)"

ANSWERS = (
    wrong("relu-always", CHOICE, "activate = relu",
          "ReLU is used whatever activation was asked for. Look at the name.", holds="shapes cache untouched"),
    wrong("sigmoid-always", CHOICE, "activate = sigmoid",
          "The sigmoid is used whatever activation was asked for. Look at the name.", holds="shapes cache untouched"),
    wrong("names-mixed-up", '{"sigmoid": sigmoid, "relu": relu,', '{"sigmoid": relu, "relu": sigmoid,',
          'The names are mixed up: "sigmoid" gives ReLU and "relu" gives the sigmoid.'),
    wrong("tanh-missing", CHOICE,
          ('if activation == "sigmoid":\n'
           "        activate = sigmoid\n"
           '    if activation == "relu":\n'
           "        activate = relu"), sentences.NO_TANH_BRANCH, holds="shapes values cache sizes untouched"),
    wrong("tanh-not-in-the-dictionary", '"relu": relu, "tanh": tanh}', '"relu": relu}', sentences.NO_TANH_ENTRY,
          holds="shapes values cache sizes untouched"),
    wrong("relu-for-every-other-name", CHOICE, 'activate = sigmoid if activation == "sigmoid" else relu',
          sentences.RELU_FOR_THE_REST, holds="shapes values cache sizes untouched"),
    wrong("sigmoid-for-every-other-name", CHOICE, 'activate = relu if activation == "relu" else sigmoid',
          "Whatever is not ReLU counts as the sigmoid, and so does tanh. Three names can come.",
          holds="shapes values cache sizes untouched"),
    wrong("tanh-without-the-factor-2",
          ACTIVATE, ACTIVATE + '\n    if activation == "tanh":\n        A = 2 * sigmoid(Z)[0] - 1',
          "tanh(z) is 2σ(2z) − 1. The 2 inside the sigmoid got lost.", holds="shapes values cache sizes untouched"),
    wrong("leaky-relu", ACTIVATE, ACTIVATE + '\n    if activation == "relu":\n        A = np.maximum(0.01 * Z, Z)',
          'This is leaky ReLU, which lets a hundredth of negative numbers through. "relu" lets nothing through.',
          holds="shapes tanh cache untouched"),
    wrong("activation-forgotten", ACTIVATE, "A = activation_cache = Z",
          "A is Z itself: the activation was not applied."),
    wrong("pair-handed-on", ACTIVATE, "A, activation_cache = activate(Z), Z",
          "A is the pair that the activation function returns. Its first part is A, its second the cache."),
    wrong("activation-before-the-sum", "linear_forward(A_prev, W, b)", "linear_forward(activate(A_prev)[0], W, b)",
          ACTIVATE, "A, activation_cache = Z, A_prev",
          "The halves are in the wrong order: first the weighted sum, then the activation of that sum."),
    wrong("bias-forgotten",
          "Z, linear_cache = linear_forward(A_prev, W, b)", "Z, linear_cache = W @ A_prev, (A_prev, W, b)",
          "The bias is missing: use linear_forward, which adds it."),
    wrong("caches-swapped", PAIR, "return A, (activation_cache, linear_cache)",
          "The two caches are swapped: first the linear one, then the activation's.", holds="values untouched"),
    wrong("linear-cache-only", PAIR, "return A, linear_cache",
          "The cache is that of the linear half alone. The way back needs Z as well: return the pair of both caches.",
          holds="values untouched"),
    wrong("caches-joined", PAIR, "return A, (*linear_cache, activation_cache)",
          "The caches are joined into one tuple of four. They should stay a pair: (linear cache, activation cache).",
          holds="values untouched"),
    wrong("a-kept-instead-of-z", PAIR, "return A, (linear_cache, A)",
          "The second cache holds A. The backward functions of utils take Z, as the activation function returned it.",
          holds="shapes values untouched"),
    wrong("relu-writes-into-z", ACTIVATE, ACTIVATE + '\n    if activation == "relu":\n        Z[Z <= 0] = 0',
          "ReLU is written into Z itself, so the cache has lost the negative numbers. Make a new array for A.",
          holds="shapes values tanh untouched"),
    wrong("cache-first", PAIR, "return (linear_cache, activation_cache), A",
          "The two results are in the wrong order: A first, then the cache."),
    wrong("z-returned-too", PAIR, "return A, Z, (linear_cache, activation_cache)",
          "Three things are returned. They should be two: A, and the cache, which already holds Z."),

    right("classic", """
        def linear_activation_forward(A_prev, W, b, activation):
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
        """),
    right("everything-inside", """
        def linear_activation_forward(A_prev, W, b, activation):
            Z = W @ A_prev + b
            if activation == "sigmoid":
                A = 1 / (1 + np.exp(-Z))
            elif activation == "tanh":
                A = np.tanh(Z)
            else:
                A = Z * (Z > 0)
            return A, ((A_prev, W, b), Z)
        """),
    right("match", """
        def linear_activation_forward(A_prev, W, b, activation):
            Z, linear_cache = linear_forward(A_prev, W, b)
            match activation:
                case "sigmoid":
                    A, _ = sigmoid(Z)
                case "relu":
                    A = np.where(Z > 0, Z, 0.0)
                case "tanh":
                    A = (np.exp(Z) - np.exp(-Z)) / (np.exp(Z) + np.exp(-Z))
            return A, (linear_cache, Z)
        """),
    right("tanh-by-the-sigmoid", '"tanh": tanh}', '"tanh": lambda Z: (2 * sigmoid(2 * Z)[0] - 1, Z)}'),
    right("relu-by-clip", '"relu": relu,', '"relu": lambda Z: (np.clip(Z, 0, None), Z),'),
    right("relu-by-abs", '"relu": relu,', '"relu": lambda Z: ((Z + np.abs(Z)) / 2, Z),'),
    right("called-by-name", CHOICE, "activate = {f.__name__: f for f in (sigmoid, relu, tanh)}[activation]"),
    right("caches-as-a-list", PAIR, "return A, [linear_cache, activation_cache]"),
    right("z-copied", PAIR, "return A, (linear_cache, Z.copy())"),
)
