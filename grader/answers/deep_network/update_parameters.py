"""Wrong and right answers to `deep_network.update_parameters`."""

from grader.answers import right, sentences, wrong

STEP = 'value - learning_rate * grads["d" + name]'

ANSWERS = (
    wrong("uphill", "value - learning_rate", "value + learning_rate", sentences.UPHILL),
    wrong("learning-rate-forgotten", "learning_rate * grads", "grads", sentences.RATE_MISSING),
    wrong("divided-by-the-learning-rate", STEP, 'value - grads["d" + name] / learning_rate',
          "The gradient is divided by the learning rate. A small rate means small steps: multiply."),
    wrong("learning-rate-written-into-the-code", "learning_rate * grads", "0.0075 * grads", sentences.RATE_FIXED,
          holds="shapes"),
    wrong("biases-left-out", STEP, STEP + ' if name.startswith("W") else value',
          sentences.BIASES_LEFT_OUT),
    wrong("weights-left-out", STEP, STEP + ' if name.startswith("b") else value',
          "The weights never move. They learn by the same rule as the biases."),
    wrong("output-layer-left-out", """
        def update_parameters(params, grads, learning_rate):
            L = len(params) // 2
            updated = dict(params)
            for l in range(1, L):
                updated[f"W{l}"] = params[f"W{l}"] - learning_rate * grads[f"dW{l}"]
                updated[f"b{l}"] = params[f"b{l}"] - learning_rate * grads[f"db{l}"]
            return updated
        """, "The output layer never moves: range leaves its end out. Go through all L layers."),
    wrong("first-layer-left-out", """
        def update_parameters(params, grads, learning_rate):
            L = len(params) // 2
            updated = dict(params)
            for l in range(1, L):
                updated[f"W{l + 1}"] = params[f"W{l + 1}"] - learning_rate * grads[f"dW{l + 1}"]
                updated[f"b{l + 1}"] = params[f"b{l + 1}"] - learning_rate * grads[f"db{l + 1}"]
            return updated
        """, "Layer 1 never moves: the loop begins at 1 and adds 1 once more."),
    wrong("two-layers-written-into-the-code", """
        def update_parameters(params, grads, learning_rate):
            W1 = params["W1"] - learning_rate * grads["dW1"]
            b1 = params["b1"] - learning_rate * grads["db1"]
            W2 = params["W2"] - learning_rate * grads["dW2"]
            b2 = params["b2"] - learning_rate * grads["db2"]
            return {"W1": W1, "b1": b1, "W2": W2, "b2": b2}
        """, "Two layers are written into the code. Go through all names there are."),
    wrong("entries-counted-as-layers", """
        def update_parameters(params, grads, learning_rate):
            L = len(params)
            updated = {}
            for l in range(L):
                updated[f"W{l + 1}"] = params[f"W{l + 1}"] - learning_rate * grads[f"dW{l + 1}"]
                updated[f"b{l + 1}"] = params[f"b{l + 1}"] - learning_rate * grads[f"db{l + 1}"]
            return updated
        """, "The loop counts the entries of the dictionary. Each layer has two of them, W and b: halve it."),
    wrong("d-forgotten", 'grads["d" + name]', "grads[name]",
          "The slopes are looked up under the parameters' own names. A slope's name has a d in front."),
    wrong("keys-of-the-slopes", "updated[name]", 'updated["d" + name]',
          "The new values stand under the slopes' names. They are parameters: W1, b1, …"),
    wrong("step-instead-of-parameter", STEP, '-learning_rate * grads["d" + name]',
          "These are the steps alone. A new parameter is the old one plus its step."),
    wrong("result-thrown-away", "updated[name] = " + STEP, "updated[name] = value\n        value = " + STEP,
          "The new value is computed and not kept: the dictionary holds the old one."),
    wrong("return-inside-the-loop", "    return updated", "        return updated",
          "The return stands inside the loop, so only W1 is updated. Move it to the left."),
    wrong("nothing-returned", """
        def update_parameters(params, grads, learning_rate):
            for name in params:
                params[name] = params[name] - learning_rate * grads["d" + name]
        """, "Nothing is returned. Return the dictionary with the new values."),

    right("classic", """
        def update_parameters(params, grads, learning_rate):
            parameters = params.copy()
            L = len(parameters) // 2 # number of layers in the neural network
            for l in range(L):
                parameters["W" + str(l + 1)] = parameters["W" + str(l + 1)] - learning_rate * grads["dW" + str(l + 1)]
                parameters["b" + str(l + 1)] = parameters["b" + str(l + 1)] - learning_rate * grads["db" + str(l + 1)]
            return parameters
        """),
    right("writes-into-the-dictionary", """
        def update_parameters(params, grads, learning_rate):
            for l in range(1, len(params) // 2 + 1):
                params["W%d" % l] = params["W%d" % l] - learning_rate * grads["dW%d" % l]
                params["b%d" % l] = params["b%d" % l] - learning_rate * grads["db%d" % l]
            return params
        """),
    right("writes-into-the-arrays", """
        def update_parameters(params, grads, learning_rate):
            for name in params:
                params[name] -= learning_rate * grads["d" + name]
            return params
        """),
    right("deep-copy", """
        def update_parameters(params, grads, learning_rate):
            import copy
            new = copy.deepcopy(params)
            for name, array in new.items():
                array -= learning_rate * grads[f"d{name}"]
            return new
        """),
    right("comprehension", """
        def update_parameters(params, grads, learning_rate):
            return {name: params[name] - learning_rate * grads["d" + name] for name in params}
        """),
    right("by-functions", STEP, 'np.subtract(value, np.multiply(grads["d" + name], learning_rate))'),
    right("plus-minus", STEP, 'value + -learning_rate * grads["d" + name]'),
    right("float32", STEP, "(" + STEP + ").astype(np.float32)"),
)
