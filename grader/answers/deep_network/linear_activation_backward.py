"""Wrong and right answers to `deep_network.linear_activation_backward`."""

from grader.answers import right, sentences, wrong

CHOICE = 'activate_backward = {"sigmoid": sigmoid_backward, "relu": relu_backward, "tanh": tanh_backward}[activation]'
DZ = "dZ = activate_backward(dA, activation_cache)"

ANSWERS = (
    wrong("activation-forgotten", DZ, "dZ = dA",
          "dA goes into the linear half as it is. First it has to pass the activation: dZ = dA times its slope."),
    wrong("relu-always", CHOICE, "activate_backward = relu_backward",
          "The slope of ReLU is used whatever activation the layer has. Look at the name.", holds="shapes untouched"),
    wrong("sigmoid-always", CHOICE, "activate_backward = sigmoid_backward",
          "The slope of the sigmoid is used whatever activation the layer has. Look at the name.",
          holds="shapes untouched"),
    wrong("names-mixed-up",
          '"sigmoid": sigmoid_backward, "relu": relu_backward', '"sigmoid": relu_backward, "relu": sigmoid_backward',
          'The names are mixed up: "sigmoid" gives the slope of ReLU, and "relu" that of the sigmoid.'),
    wrong("tanh-missing", CHOICE,
          ('if activation == "sigmoid":\n'
           "        activate_backward = sigmoid_backward\n"
           '    if activation == "relu":\n'
           "        activate_backward = relu_backward"), sentences.NO_TANH_BRANCH, holds="shapes values sizes untouched"),
    wrong("tanh-not-in-the-dictionary", ', "tanh": tanh_backward}', "}", sentences.NO_TANH_ENTRY,
          holds="shapes values sizes untouched"),
    wrong("relu-for-every-other-name",
          CHOICE, 'activate_backward = sigmoid_backward if activation == "sigmoid" else relu_backward',
          sentences.RELU_FOR_THE_REST, holds="shapes values sizes untouched"),
    wrong("tanh-by-the-sigmoid", '"tanh": tanh_backward}', '"tanh": sigmoid_backward}',
          "The slope of tanh was computed with the sigmoid, s(1 − s): the mistake of the note. It is 1 − tanh²(z).",
          holds="shapes values sizes untouched"),
    wrong("tanh-without-the-square", '"tanh": tanh_backward}', '"tanh": lambda dA, Z: dA * (1 - np.tanh(Z))}',
          "The square is missing: the slope of tanh is 1 − tanh²(z).", holds="shapes values sizes untouched"),
    wrong("tanh-slope-of-z", '"tanh": tanh_backward}', '"tanh": lambda dA, Z: dA * (1 - Z**2)}',
          "1 − a² was taken with z for a. The cache holds Z: apply tanh to it first.", holds="shapes values sizes untouched"),
    wrong("sigmoid-slope-of-z", '"sigmoid": sigmoid_backward', '"sigmoid": lambda dA, Z: dA * Z * (1 - Z)',
          "a(1 − a) was taken with z for a. The cache holds Z: apply the sigmoid to it first.",
          holds="shapes tanh untouched"),
    wrong("relu-itself-as-its-slope", '"relu": relu_backward', '"relu": lambda dA, Z: dA * np.maximum(0, Z)',
          "dA is multiplied by ReLU(z). Its slope is 1 where z is positive, whatever z is, and 0 elsewhere.",
          holds="shapes tanh untouched"),
    wrong("relu-looks-at-da", '"relu": relu_backward', '"relu": lambda dA, Z: dA * (dA > 0)',
          "ReLU's slope was decided by the sign of dA. It is 1 where Z is positive.", holds="shapes tanh untouched"),
    wrong("leaky-relu", '"relu": relu_backward', '"relu": lambda dA, Z: np.where(Z > 0, dA, 0.01 * dA)',
          "This is the slope of leaky ReLU. ReLU lets nothing back where z is negative.",
          holds="shapes tanh untouched"),
    wrong("derivative-twice", DZ, "dZ = activate_backward(activate_backward(dA, activation_cache), activation_cache)",
          "The activation's slope is multiplied in twice. dA stands behind the activation: pass it once.",
          holds="shapes untouched"),
    wrong("forward-functions", CHOICE,
          'activate_backward = lambda dA, Z: {"sigmoid": sigmoid, "relu": relu, "tanh": tanh}[activation](dA)[0]',
          "dA went through the activation itself. On the way back it is multiplied by the activation's slope."),
    wrong("writes-into-da", '"relu": relu_backward', '"relu": lambda dA, Z: [dA.__setitem__(Z <= 0, 0), dA][1]',
          "The zeros of ReLU are written into dA itself, which belongs to the caller. Work on a copy.",
          holds="shapes values tanh sizes"),
    wrong("caches-swapped", "linear_cache, activation_cache = cache", "activation_cache, linear_cache = cache",
          "The two caches are swapped. The pair is (linear cache, activation cache): the activation needs Z, the second."),
    wrong("input-instead-of-z", DZ, "dZ = activate_backward(dA, linear_cache[0])",
          "The activation's slope was taken at A_prev, what went into the layer. It is taken at Z."),
    wrong("halves-in-the-forward-order", DZ, "dA_prev, dW, db = linear_backward(dA, linear_cache)",
          "return linear_backward(dZ, linear_cache)", "return activate_backward(dA_prev, activation_cache), dW, db",
          "The halves are in the order of the way forward. Backwards the activation comes first, then the linear half."),
    wrong("dz-only", "return linear_backward(dZ, linear_cache)", "return dZ",
          "Only dZ is returned. It has to pass the linear half as well, which gives dA_prev, dW and db."),
    wrong("return-order", "return linear_backward(dZ, linear_cache)",
          "dA_prev, dW, db = linear_backward(dZ, linear_cache)\n    return dW, db, dA_prev", sentences.ORDER_BACKWARD),

    right("classic", """
        def linear_activation_backward(dA, cache, activation):
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
        """),
    right("everything-inside", """
        def linear_activation_backward(dA, cache, activation):
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
        """),
    right("tanh-by-the-sigmoid-of-2z",
          '"tanh": tanh_backward}', '"tanh": lambda dA, Z: 4 * sigmoid_backward(dA, 2 * Z)}'),
    right("tanh-by-cosh", '"tanh": tanh_backward}', '"tanh": lambda dA, Z: dA / np.cosh(Z) ** 2}'),
    right("relu-by-product", '"relu": relu_backward', '"relu": lambda dA, Z: dA * (Z >= 0)'),
    right("relu-by-where", '"relu": relu_backward', '"relu": lambda dA, Z: np.where(Z > 0, dA, 0)'),
    right("relu-by-heaviside", '"relu": relu_backward', '"relu": lambda dA, Z: np.multiply(dA, np.heaviside(Z, 0))'),
    right("by-name", CHOICE,
          'activate_backward = {"sigmoid": sigmoid_backward, "relu": relu_backward}.get(activation, tanh_backward)'),
    right("float32", DZ, "dZ = activate_backward(dA.astype(np.float32), activation_cache)"),
    right("a-list", "return linear_backward(dZ, linear_cache)", "return list(linear_backward(dZ, linear_cache))"),
)
