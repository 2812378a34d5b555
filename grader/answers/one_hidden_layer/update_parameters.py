"""Wrong and right answers to `one_hidden_layer.update_parameters`."""

from grader.answers import right, sentences, wrong

STEP = 'updated[name] = parameters[name] - learning_rate * grads["d" + name]'

ANSWERS = (
    wrong("uphill", STEP, STEP.replace(" - ", " + "), sentences.UPHILL),
    wrong("learning-rate-forgotten", "learning_rate * grads", "grads", sentences.RATE_MISSING),
    wrong("learning-rate-written-into-the-code", "learning_rate * grads", "1.2 * grads",
          "1.2 is written into the code. Use learning_rate, whatever it is.", holds="shapes"),
    wrong("divided-by-the-learning-rate", STEP, 'updated[name] = parameters[name] - grads["d" + name] / learning_rate',
          "The gradient is divided by the learning rate. Multiply: a small rate is a small step."),
    wrong("steps-only", STEP, 'updated[name] = -learning_rate * grads["d" + name]',
          "This is the step alone. The new parameter is the old one plus the step."),
    wrong("multiplied-instead", STEP, 'updated[name] = parameters[name] * (1 - learning_rate * grads["d" + name])',
          "The parameter is multiplied by 1 minus the step. Subtract the step instead."),
    wrong("biases-not-updated",
          "    return updated", '    return {**updated, "b1": parameters["b1"], "b2": parameters["b2"]}',
          "The biases stay as they were. They learn by the same rule as the weights."),
    wrong("hidden-layer-not-updated",
          "    return updated", '    return {**updated, "W1": parameters["W1"], "b1": parameters["b1"]}',
          "The hidden layer stays as it was. All four parameters learn."),
    wrong("nothing-updated", "    return updated", "    return parameters",
          "The old parameters are returned. Return the new ones."),
    wrong("bias-moved-by-its-weights",
          "    return updated", '    return {**updated, "b1": parameters["b1"] - learning_rate * grads["dW1"]}',
          "b1 was moved by the gradient of W1, and broadcasting made it as wide as W1. b1 has a gradient of its own."),
    wrong("step-taken-twice", "learning_rate * grads", "2 * learning_rate * grads",
          "The step is twice as long as it should be: was it taken twice?"),
    wrong("a-parameter-forgotten", 'in ("W1", "b1", "W2", "b2")', 'in ("W1", "b1", "W2")',
          '"b2" is missing from the result. All four parameters belong in it.'),
    wrong("return-inside-the-loop", "    return updated", "        return updated",
          "The return stands inside the loop, so it ends after the first parameter. Move it to the left."),
    wrong("keys-of-the-gradients", "updated[name] =", 'updated["d" + name] =',
          'The keys of the result begin with d. The parameters are called "W1", "b1", "W2", "b2".'),
    wrong("missing-d", 'grads["d" + name]', "grads[name]",
          'grads has no key "W1". Its keys begin with d: "dW1", "db1", "dW2", "db2".'),
    wrong("gradients-returned", "    return updated", "    return grads",
          "The gradients are returned. Return the new parameters."),
    wrong("a-tuple", "    return updated", "    return tuple(updated.values())",
          'The parameters come as a tuple. A dictionary with the keys "W1", "b1", "W2", "b2" is wanted.'),
    wrong("not-returned", "    return updated\n", "", sentences.NOT_RETURNED),

    right("classic", """
        def update_parameters(parameters, grads, learning_rate=1.2):
            W1 = parameters["W1"]
            b1 = parameters["b1"]
            W2 = parameters["W2"]
            b2 = parameters["b2"]
            dW1 = grads["dW1"]
            db1 = grads["db1"]
            dW2 = grads["dW2"]
            db2 = grads["db2"]
            W1 = W1 - learning_rate * dW1
            b1 = b1 - learning_rate * db1
            W2 = W2 - learning_rate * dW2
            b2 = b2 - learning_rate * db2
            parameters = {"W1": W1,
                          "b1": b1,
                          "W2": W2,
                          "b2": b2}
            return parameters
        """),
    right("comprehension", """
        def update_parameters(parameters, grads, learning_rate):
            return {name: np.subtract(value, learning_rate * grads[f"d{name}"]) for name, value in parameters.items()}
        """),
    right("copies-first", """
        def update_parameters(parameters, grads, learning_rate):
            import copy

            parameters = copy.deepcopy(parameters)
            for name in parameters:
                parameters[name] -= learning_rate * grads["d" + name]
            return parameters
        """),
    right("writes-into-the-dictionary", "    updated = {}\n", "    updated = parameters\n",
          STEP, 'updated[name] -= learning_rate * grads["d" + name]'),
    right("by-layer", """
        def update_parameters(parameters, grads, learning_rate):
            new = dict(parameters)
            for l in range(1, len(parameters) // 2 + 1):
                new["W%d" % l] = new["W%d" % l] + np.multiply(-learning_rate, grads["dW%d" % l])
                new["b" + str(l)] = new["b" + str(l)] - grads["db" + str(l)] * learning_rate
            return new
        """),
    right("float32", "    updated = {}\n", "    updated = {}\n    learning_rate = np.float32(learning_rate)\n"),
)
