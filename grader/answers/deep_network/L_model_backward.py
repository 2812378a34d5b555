"""Wrong and right answers to `deep_network.L_model_backward`."""

from grader.answers import right, sentences, wrong

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

ANSWERS = (
    wrong("dz-sign", OUTPUT_DZ, "dZ = Y - AL",
          "All slopes have the wrong sign: at the output dZ is prediction minus label. "
          "(With dA the minus sign stands in front: −(y/a − (1 − y)/(1 − a)).)"),
    wrong("dz-of-the-sigmoid-only", OUTPUT_DZ, "dZ = AL * (1 - AL)",
          "a(1 − a) is the slope of the sigmoid alone. Times the slope of the loss it becomes dZ = AL − Y."),
    wrong("dz-times-sigmoid-slope", OUTPUT_DZ, "dZ = (AL - Y) * AL * (1 - AL)",
          "The sigmoid's slope is multiplied in once too often: with the cross-entropy it cancels, and AL − Y is left."),
    wrong("da-taken-for-dz", OUTPUT_DZ, "dZ = -(Y / AL - (1 - Y) / (1 - AL))",
          "This is dA of the output, the slope along AL. It has to pass the sigmoid before the linear half."),
    wrong("bracket-lost-in-da", OUTPUT_DZ, "dZ = sigmoid_backward(-Y / AL - (1 - Y) / (1 - AL), caches[-1][1])",
          "The bracket got lost: dA = −(y/a − (1 − y)/(1 − a)). The second term has a plus sign in the end."),
    wrong("relu-at-the-output", OUTPUT_DZ, "dZ = relu_backward(-(Y / AL - (1 - Y) / (1 - AL)), caches[-1][1])",
          "The output layer is taken back through ReLU. Its activation is the sigmoid."),
    wrong("labels-turned", OUTPUT_DZ, "dZ = AL - Y.T",
          "Y is turned on its side, so AL − Y became a square of all pairs of examples. Both are rows, (1, m)."),
    wrong("averaged-twice", OUTPUT_DZ, "dZ = (AL - Y) / Y.shape[1]",
          "dZ is divided by m, and linear_backward divides once more. dZ belongs to each example by itself."),
    wrong("not-averaged", BY_HAND.format(mean="", blame="(W.T @ dZ)", slope="(Z_prev > 0)"), sentences.SUMS_NOT_MEANS),
    wrong("activation-slope-forgotten", HIDDEN, 'linear_backward(grads[f"dA{l}"], caches[l - 1][0])',
          "The hidden layers have lost their activation on the way back: dZ is dA times the slope of ReLU."),
    wrong("slope-at-the-wrong-layer", BY_HAND.format(mean=" / m", blame="(W.T @ dZ)", slope="(W.T @ dZ > 0)"),
          "ReLU's slope was decided by the slopes that come back. It is 1 where the layer's own Z is positive."),
    wrong("weights-of-the-layer-below", BY_HAND.format(mean=" / m", blame="(W_prev.T @ dZ)", slope="(Z_prev > 0)"),
          "The blame for layer l goes back through the weights that its output met, W[l+1]. W[l] comes later."),
    wrong("hidden-layers-as-sigmoid", HIDDEN, HIDDEN.replace("relu", "sigmoid"),
          "The hidden layers are taken back through the sigmoid. They went forward through ReLU."),
    wrong("hidden-layers-as-tanh", HIDDEN, HIDDEN.replace("relu", "tanh"),
          "The hidden layers are taken back through tanh. They went forward through ReLU."),
    wrong("output-layer-for-every-layer", HIDDEN, 'linear_activation_backward(dZ, caches[l - 1], "relu")',
          "Every layer gets what belongs to the output layer. A layer gets the dA that the layer above has just given."),
    wrong("cache-of-the-layer-above", HIDDEN, HIDDEN.replace("caches[l - 1]", "caches[l]"),
          "The cache is that of a layer above, so its Z has another shape. Layer l's cache stands at place l − 1."),
    wrong("cache-of-the-layer-below", HIDDEN, HIDDEN.replace("caches[l - 1]", "caches[l - 2]"),
          "The cache is that of the layer below, and for layer 1 that of the output. Layer l's cache stands at place l − 1."),
    wrong("always-the-topmost-da", HIDDEN, HIDDEN.replace("dA{l}", "dA{L - 1}"),
          "Every hidden layer reads dA[L−1]. That is right for layer L − 1 only; layer l needs dA[l].",
          holds="untouched"),
    wrong("forwards", "reversed(range(1, L))", "range(1, L)",
          "The loop runs upwards, from layer 1. The slopes come from the output: begin with layer L − 1.",
          holds="untouched"),
    wrong("one-layer-early", "reversed(range(1, L))", "reversed(range(2, L))",
          "The loop stops one layer early: layer 1 gets no slopes."),
    wrong("output-layer-not-kept", OUTPUT_GRADS, 'grads[f"dA{L - 1}"], _, _ = linear_backward(dZ, linear_cache)',
          "The output layer's dW and db are computed and thrown away. Keep them in grads."),
    wrong("keys-shifted-by-one",
          HIDDEN_GRADS, 'grads[f"dA{l - 1}"], grads[f"dW{l + 1}"], grads[f"db{l + 1}"] = dA_prev, dW, db',
          "The names are shifted by one, so the slopes of one layer overwrite those of another. "
          "caches are counted from 0, layers from 1."),
    wrong("keys-without-d", OUTPUT_GRADS, OUTPUT_GRADS.replace("dW{L}", "W{L}").replace("db{L}", "b{L}"),
          HIDDEN_GRADS, HIDDEN_GRADS.replace("dW{l}", "W{l}").replace("db{l}", "b{l}"),
          "The keys are those of the parameters. A slope's name has a d in front: \"dW1\", \"db1\"."),
    wrong("keys-in-small-letters", OUTPUT_GRADS, OUTPUT_GRADS.replace("dW{L}", "dw{L}"),
          HIDDEN_GRADS, HIDDEN_GRADS.replace("dW{l}", "dw{l}"),
          'The keys are "dw1", "dw2" in small letters. They are "dW1", "dW2": Python tells them apart.'),
    wrong("dw-and-db-swapped",
          OUTPUT_GRADS, 'grads[f"dA{L - 1}"], grads[f"db{L}"], grads[f"dW{L}"] = linear_backward(dZ, linear_cache)',
          HIDDEN_GRADS, 'grads[f"dA{l - 1}"], grads[f"db{l}"], grads[f"dW{l}"] = dA_prev, dW, db',
          "dW and db are swapped. A layer's way back gives dA_prev, dW, db, in this order."),
    wrong("two-layers-written-into-the-code", "L = len(caches)", "L = 2",
          "The number of layers is written into the code. There is one cache for each: count them.", holds="untouched"),
    wrong("return-inside-the-loop", "    return grads", "        return grads",
          "The return stands inside the loop, so the way back ends at layer L − 1. Move it to the left.",
          holds="untouched"),
    wrong("writes-into-al", OUTPUT_DZ, "dZ = AL\n    dZ -= Y",
          "dZ is AL itself, not a copy, so -= changes the caller's probabilities. Make a new array.",
          holds="shapes values slope sizes"),
    wrong("empties-the-caches", "linear_cache, _ = caches[L - 1]", "linear_cache, _ = caches.pop()",
          HIDDEN, HIDDEN.replace("caches[l - 1]", "caches.pop()"),
          "pop takes the caches out of the caller's own list. Read them by their places instead.",
          holds="shapes values slope sizes"),

    right("classic", """
        def L_model_backward(AL, Y, caches):
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
        """),
    right("classic-with-other-names-for-da", """
        def L_model_backward(AL, Y, caches):
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
        """),
    right("one-loop", """
        def L_model_backward(AL, Y, caches):
            L, grads = len(caches), {}
            dA = (1 - Y) / (1 - AL) - Y / AL
            for l in range(L, 0, -1):
                activation = "sigmoid" if l == L else "relu"
                dA, grads["dW%d" % l], grads["db%d" % l] = linear_activation_backward(dA, caches[l - 1], activation)
            return grads
        """),
    right("by-hand", BY_HAND.format(mean=" / m", blame="(W.T @ dZ)", slope="(Z_prev > 0)")),
    right("by-hand-with-the-activations", BY_HAND.format(mean=" / m", blame="W.T @ dZ", slope="np.sign(A_prev)")),
    right("linear-backward-around-the-activation", """
        def L_model_backward(AL, Y, caches):
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
        """),
    right("without-da0", "    return grads", '    grads.pop("dA0")\n    return grads'),
    right("pairs-of-caches", """
        def L_model_backward(AL, Y, caches):
            grads, dA_next = {}, None
            for l, (linear_cache, Z) in reversed(list(enumerate(caches, start=1))):
                dZ = AL - Y if dA_next is None else dA_next * (Z > 0)
                dA_next, grads[f"dW{l}"], grads[f"db{l}"] = linear_backward(dZ, linear_cache)
            return grads
        """),
    right("float32", OUTPUT_DZ, "dZ = (AL - Y).astype(np.float32)"),
    right("further-keys", "    return grads", '    grads["dZ"] = dZ\n    grads["layers"] = L\n    return grads'),
    right("with-asserts", OUTPUT_DZ, "assert AL.shape == Y.shape\n    " + OUTPUT_DZ),
)
