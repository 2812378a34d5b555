"""Wrong and right answers to `one_hidden_layer.nn_model`."""

from grader.answers import right, sentences, wrong

START_INSIDE = "Every round begins with new random weights, so nothing is kept. Draw them once, before the loop."

ANSWERS = (
    wrong("uphill", "grads, 1.2)", "grads, -1.2)",
          "It climbs: the cost grows with every step. The learning rate is +1.2, and the gradient is subtracted."),
    wrong("never-updates", "        parameters = update", "        update", sentences.UPDATE_THROWN_AWAY),
    wrong("one-step-too-many", "range(num_iterations)", "range(num_iterations + 1)",
          sentences.ONE_STEP_TOO_MANY),
    wrong("one-step-too-few", "range(num_iterations)", "range(1, num_iterations)", sentences.ONE_STEP_TOO_FEW),
    wrong("another-learning-rate", "grads, 1.2)", "grads, 0.01)",
          "The learning rate is 0.01. In this function it is 1.2."),
    wrong("hidden-units-from-layer-sizes", "n_x, _, n_y", "n_x, n_h, n_y",
          "n_h was taken from layer_sizes, which always says 4. Use the n_h that was asked for."),
    wrong("start-inside-the-loop", "        _, cache = forward",
          "        parameters = initialize_parameters(n_x, n_h, n_y)\n        _, cache = forward",
          START_INSIDE),
    wrong("start-inside-the-loop-alone", """
        def nn_model(X, Y, n_h, num_iterations):
            n_x, _, n_y = layer_sizes(X, Y)
            for _ in range(num_iterations):
                parameters = initialize_parameters(n_x, n_h, n_y)
                _, cache = forward_propagation(X, parameters)
                grads = backward_propagation(parameters, cache, X, Y)
                parameters = update_parameters(parameters, grads, 1.2)
            return parameters
        """, START_INSIDE),
    wrong("forward-once",
          "    for _ in range(num_iterations):\n        _, cache = forward_propagation(X, parameters)\n",
          "    _, cache = forward_propagation(X, parameters)\n    for _ in range(num_iterations):\n",
          "The forward pass stands before the loop. The activations change with every step: compute them anew."),
    wrong("gradients-once",
          ("    for _ in range(num_iterations):\n"
           "        _, cache = forward_propagation(X, parameters)\n"
           "        grads = backward_propagation(parameters, cache, X, Y)\n"),
          ("    _, cache = forward_propagation(X, parameters)\n"
           "    grads = backward_propagation(parameters, cache, X, Y)\n"
           "    for _ in range(num_iterations):\n"), sentences.GRADIENTS_ONCE),
    wrong("output-layer-only", "        parameters = update_parameters(parameters, grads, 1.2)\n",
          ("        new = update_parameters(parameters, grads, 1.2)\n"
           '        parameters = {**parameters, "W2": new["W2"], "b2": new["b2"]}\n'),
          "Only W2 and b2 learn. The hidden layer learns, too."),
    wrong("zero-start",
          "    for _ in", "    parameters = {name: 0 * array for name, array in parameters.items()}\n    for _ in",
          "It starts from zeros. Then all hidden units learn the same: start from initialize_parameters."),
    wrong("sizes-swapped", "initialize_parameters(n_x, n_h, n_y)", "initialize_parameters(n_h, n_x, n_y)",
          "The sizes are handed over in the wrong order: input, hidden layer, output."),
    wrong("arguments-swapped", "forward_propagation(X, parameters)", "forward_propagation(parameters, X)",
          "The arguments of forward_propagation are in the wrong order: X first, then the parameters."),
    wrong("pair-taken-for-the-cache", "_, cache = forward", "cache = forward",
          "forward_propagation returns two things, A2 and the cache. Take them apart."),
    wrong("iterations-written-into-the-code", "range(num_iterations)", "range(100)",
          "It always takes 100 steps. num_iterations says how many."),
    wrong("return-inside-the-loop", "    return parameters", "        return parameters",
          "The return stands inside the loop, so training ends after one step. Move it to the left."),
    wrong("gradients-returned", "    return parameters", "    return grads if num_iterations else parameters",
          "The gradients are returned. What was learned is in the parameters."),
    wrong("not-returned", "    return parameters\n", "", sentences.NOT_RETURNED),

    right("classic", """
        def nn_model(X, Y, n_h, num_iterations=10000, print_cost=False):
            np.random.seed(3)
            n_x = layer_sizes(X, Y)[0]
            n_y = layer_sizes(X, Y)[2]
            parameters = initialize_parameters(n_x, n_h, n_y)
            W1 = parameters["W1"]
            b1 = parameters["b1"]
            for i in range(0, num_iterations):
                A2, cache = forward_propagation(X, parameters)
                cost = compute_cost(A2, Y)
                grads = backward_propagation(parameters, cache, X, Y)
                parameters = update_parameters(parameters, grads, learning_rate=1.2)
                if print_cost and i % 1000 == 0:
                    print("Cost after iteration %i: %f" % (i, cost))
            return parameters
        """),
    right("sizes-from-the-arrays", "n_x, _, n_y = layer_sizes(X, Y)", "n_x, n_y = len(X), len(Y)"),
    right("while",
          "    for _ in range(num_iterations):\n", "    while num_iterations > 0:\n        num_iterations -= 1\n"),
    right("everything-inside", """
        def nn_model(X, Y, n_h, num_iterations):
            (n_x, m), rate = X.shape, 1.2
            W2, W1 = 0.01 * np.random.randn(1, n_h), 0.01 * np.random.randn(n_h, n_x)
            b1, b2 = np.zeros((n_h, 1)), np.zeros((1, 1))
            for _ in range(num_iterations):
                A1 = np.tanh(W1 @ X + b1)
                dZ2 = (sigmoid(W2 @ A1 + b2) - Y) / m
                dZ1 = W2.T @ dZ2 * (1 - A1**2)
                W1, b1 = W1 - rate * dZ1 @ X.T, b1 - rate * dZ1.sum(axis=1, keepdims=True)
                W2, b2 = W2 - rate * dZ2 @ A1.T, b2 - rate * dZ2.sum(axis=1, keepdims=True)
            return {"W1": W1, "b1": b1, "W2": W2, "b2": b2}
        """),
    right("own-generator", "    for _ in",
          ("    random = np.random.default_rng()\n"
           '    parameters |= {"W1": random.normal(0, 0.01, (n_h, n_x)), "W2": random.normal(0, 0.01, (n_y, n_h))}\n'
           "    for _ in")),
    right("generator-of-the-notebook", """
        rng = np.random.default_rng(1)


        def start(n_x, n_h, n_y):
            draw = lambda rows, columns: rng.standard_normal((rows, columns)) * 0.01
            return {"W1": draw(n_h, n_x), "b1": np.zeros((n_h, 1)), "W2": draw(n_y, n_h), "b2": np.zeros((n_y, 1))}


        def nn_model(X, Y, n_h, num_iterations):
            parameters = start(X.shape[0], n_h, Y.shape[0])
            for _ in range(num_iterations):
                A2, cache = forward_propagation(X, parameters)
                parameters = update_parameters(parameters, backward_propagation(parameters, cache, X, Y), 1.2)
            return parameters
        """),
    right("generator-as-a-default",
          "n_h, num_iterations):", "n_h, num_iterations, draw=np.random.RandomState(5).randn):",
          "    for _ in",
          "    parameters = parameters | {'W1': 0.01 * draw(n_h, n_x), 'W2': 0.01 * draw(n_y, n_h)}\n    for _ in"),
    right("python-s-own-random", """
        import random


        def nn_model(X, Y, n_h, num_iterations):
            rows = {"W1": (n_h, X.shape[0]), "W2": (Y.shape[0], n_h)}
            parameters = {name: np.array([[random.gauss(0, 0.01) for _ in range(columns)] for _ in range(n)])
                          for name, (n, columns) in rows.items()}
            parameters |= {"b1": np.zeros((n_h, 1)), "b2": np.zeros((Y.shape[0], 1))}
            for _ in range(num_iterations):
                cache = forward_propagation(X, parameters)[1]
                parameters = update_parameters(parameters, backward_propagation(parameters, cache, X, Y), 1.2)
            return parameters
        """),
    right("forward-pass-for-nothing", "    for _ in",
          "    A2, cache = forward_propagation(X, parameters)\n    cost = compute_cost(A2, Y)\n    for _ in"),
    right("costs-kept-too", "grads, 1.2)\n", "grads, 1.2)\n        costs = [compute_cost(_, Y)]\n"),
)
