"""Wrong and right answers to `deep_network.L_model_forward`."""

from grader.answers import right, wrong

OUTSIDE = """
        def L_model_forward(X, parameters):
            L, A, caches = len(parameters) // 2, X, []
            for l in range(1, L):
                A, cache = linear_activation_forward(A, parameters[f"W{l}"], parameters[f"b{l}"], "relu")
                caches.append(cache)
            AL, cache = linear_activation_forward(A, parameters[f"W{L}"], parameters[f"b{L}"], "sigmoid")
            return AL, [*caches, cache]
        """  # the output layer after the loop

ANSWERS = (
    wrong("sigmoid-in-every-layer", 'activation = "sigmoid" if l == L else "relu"', 'activation = "sigmoid"',
          "Every layer uses the sigmoid. The hidden layers use ReLU; only the last one makes probabilities."),
    wrong("relu-in-every-layer", 'activation = "sigmoid" if l == L else "relu"', 'activation = "relu"',
          "The last layer uses ReLU, so its answers are not probabilities. It needs the sigmoid."),
    wrong("activations-the-wrong-way-round", "if l == L", "if l != L",
          "The activations are the wrong way round: ReLU in the hidden layers, the sigmoid in the last."),
    wrong("tanh-at-the-output", '"sigmoid" if l == L', '"tanh" if l == L',
          "The last layer uses tanh, which runs from −1 to 1. A probability needs the sigmoid."),
    wrong("tanh-in-the-hidden-layers", 'else "relu"', 'else "tanh"',
          "The hidden layers use tanh. This network uses ReLU there."),
    wrong("sigmoid-one-layer-early", "if l == L ", "if l == L - 1 ",
          "The sigmoid sits in layer L − 1, and the last layer has ReLU. Layers are counted from 1, so the last is L."),
    wrong("one-layer-early", "range(1, L + 1)", "range(1, L)",
          "The loop stops one layer early: range leaves its end out. The output layer is never computed."),
    wrong("every-layer-from-x", "forward(A, parameters", "forward(X, parameters",
          "Every layer starts from X. The output of a layer is the input of the next: pass A on."),
    wrong("every-hidden-layer-from-x",
          OUTSIDE.replace(" A, cache = linear_activation_forward(A,", " A, cache = linear_activation_forward(X,"),
          "Every hidden layer starts from X. The output of a layer is the input of the next: pass A on.", holds="untouched"),
    wrong("output-layer-from-x",
          OUTSIDE.replace("AL, cache = linear_activation_forward(A,", "AL, cache = linear_activation_forward(X,"),
          "The output layer starts from X. It needs A, what the last hidden layer gives."),
    wrong("hidden-layer-left-out", OUTSIDE.replace("range(1, L)", "range(1, L - 1)"),
          "The last hidden layer is left out: range leaves its end out by itself, so range(1, L) goes up to layer L − 1."),
    wrong("hidden-caches-overwritten", OUTSIDE.replace("caches.append(cache)", "caches = [cache]"),
          "The caches of the hidden layers overwrite each other, so only the last one is left. Append them to the list.",
          holds="values untouched"),
    wrong("output-layer-fed-one-layer-early", """
        def L_model_forward(X, parameters):
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
        """, "The output layer gets A_prev, what went into the last hidden layer. It needs A, what came out of it."),
    wrong("output-layer-inside-the-loop", """
        def L_model_forward(X, parameters):
            L = len(parameters) // 2
            A, caches = X, []
            for l in range(1, L):
                A, cache = linear_activation_forward(A, parameters[f"W{l}"], parameters[f"b{l}"], "relu")
                caches.append(cache)
                AL, cache = linear_activation_forward(A, parameters[f"W{L}"], parameters[f"b{L}"], "sigmoid")
                caches.append(cache)
            return AL, caches
        """,
          "The output layer stands inside the loop, so it is computed after every hidden layer. "
          "It comes once, after the loop.", holds="untouched"),
    wrong("first-weights-in-every-layer",
          'parameters[f"W{l}"], parameters[f"b{l}"]', 'parameters["W1"], parameters["b1"]',
          "Every layer uses W1 and b1. The names are made of a letter and the layer's number."),
    wrong("first-bias-in-every-layer", 'parameters[f"b{l}"]', 'parameters["b1"]',
          "Every layer adds b1. Each layer has a bias of its own."),
    wrong("entries-counted-as-layers", "len(parameters) // 2", "len(parameters)",
          "L counts the entries of the dictionary. Each layer has two of them, W and b: halve it."),
    wrong("half-a-number", "len(parameters) // 2", "len(parameters) / 2",
          "/ gives a number with a decimal point, and range takes whole numbers only: divide with //."),
    wrong("two-layers-written-into-the-code", "L = len(parameters) // 2", "L = 2",
          "The number of layers is written into the code. Each layer has two entries: count them.", holds="untouched"),
    wrong("return-inside-the-loop", "    return A, caches", "        return A, caches",
          "The return stands inside the loop, so the function ends after layer 1. Move it to the left."),
    wrong("caches-never-filled", "        caches.append(cache)\n", "",
          "caches stays empty. Append each layer's cache as soon as it is there.", holds="values untouched"),
    wrong("caches-overwritten", "caches.append(cache)", "caches = [cache]",
          "The caches overwrite each other, so only the last one is left. Append them to the list.",
          holds="values untouched"),
    wrong("caches-kept-between-calls",
          "def L_model_forward(X, parameters):", "def L_model_forward(X, parameters, caches=[]):",
          "A, caches = X, []", "A = X",
          "The caches of earlier calls are still in the list: a default value, like a list of the notebook, "
          "is made only once. Begin with a new list inside the function.", holds="values untouched"),
    wrong("last-cache-missing", "        caches.append(cache)", "        if l < L:\n            caches.append(cache)",
          "The output layer's cache is missing from the list. The way back begins with it.", holds="values untouched"),
    wrong("caches-backwards", "caches.append(cache)", "caches.insert(0, cache)",
          "The caches stand in the wrong order. caches[0] belongs to layer 1.", holds="values untouched"),
    wrong("linear-caches-only", "caches.append(cache)", "caches.append(cache[0])",
          "Only the linear caches are kept. The way back needs Z as well: append the whole pair.",
          holds="values untouched"),
    wrong("caches-by-name", "A, caches = X, []", "A, caches = X, {}", "caches.append(cache)", "caches[l] = cache",
          "caches is a dictionary. It should be a list, in the order of the layers.", holds="values untouched"),
    wrong("caches-first", "return A, caches", "return caches, A",
          "The two results are in the wrong order: AL first, then the caches."),
    wrong("output-squeezed", "return A, caches", "return np.squeeze(A), caches",
          "np.squeeze makes AL one axis, (m,). Keep both: (1, m), like Y.", holds="values caches pictures untouched"),
    wrong("answers-instead-of-probabilities", "return A, caches", "return (A > 0.5).astype(float), caches",
          "The probabilities are rounded to answers. The cost needs the probabilities; predict will decide."),
    wrong("pictures-divided-again", "A, caches = X, []", "A, caches = X / 255, []",
          "X is divided by 255 here. The pictures are scaled once, before training; a network takes X as it is."),

    right("classic", """
        def L_model_forward(X, parameters):
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
        """),
    right("everything-inside", """
        def L_model_forward(X, parameters):
            L, A, caches = int(len(parameters) / 2), X, []
            for l in range(L):
                W, b = parameters["W%i" % (l + 1)], parameters["b%i" % (l + 1)]
                Z = np.dot(W, A) + b
                caches += [((A, W, b), Z)]
                A = np.maximum(Z, 0) if l < L - 1 else 1 / (1 + np.exp(-Z))
            return A, caches
        """),
    right("recursion", """
        def L_model_forward(X, parameters):
            def up_to(l):
                if l == 0:
                    return X, []
                A, caches = up_to(l - 1)
                A, cache = linear_activation_forward(A, parameters[f"W{l}"], parameters[f"b{l}"], "sigmoid" if l == L else "relu")
                return A, caches + [cache]
            L = sum(name.startswith("W") for name in parameters)
            return up_to(L)
        """),
    right("while-there-are-weights", """
        def L_model_forward(X, parameters):
            A, caches, l = X, [], 1
            while f"W{l}" in parameters:
                last = f"W{l + 1}" not in parameters
                A, cache = linear_activation_forward(A, parameters[f"W{l}"], parameters[f"b{l}"], ["relu", "sigmoid"][last])
                caches.append(cache)
                l += 1
            return A, caches
        """),
    right("caches-as-a-tuple", "return A, caches", "return A, tuple(caches)"),
    right("shift-for-half", "len(parameters) // 2", "len(parameters) >> 1"),
    right("with-prints", "return A, caches", "print(A.shape, len(caches))\n    return A, caches"),
    right("float32", "A, caches = X, []",
          ("A, caches = X.astype(np.float32), []\n"
           "    parameters = {name: array.astype(np.float32) for name, array in parameters.items()}")),
)
