"""Wrong and right answers to `deep_network.L_layer_model`."""

from grader.answers import right, sentences, wrong

KEEP_COST = "        if i % 100 == 0:\n            costs.append(compute_cost(AL, Y))\n"
UPDATE = "parameters = update_parameters(parameters, grads, learning_rate)"

ANSWERS = (
    wrong("never-updates", UPDATE, "update_parameters(parameters, grads, learning_rate)", sentences.UPDATE_THROWN_AWAY),
    wrong("uphill", UPDATE, UPDATE.replace("learning_rate", "-learning_rate"),
          "The steps go uphill: the parameters move along the gradient instead of against it."),
    wrong("draws-inside-the-loop",
          "        AL, caches =", "        parameters = initialize_parameters_deep(layer_dims)\n        AL, caches =",
          "New weights are drawn in each round of the loop, so nothing learned is kept. Draw once, before the loop."),
    wrong("forward-once", "    for i in range(num_iterations):\n        AL, caches = L_model_forward(X, parameters)\n",
          "    AL, caches = L_model_forward(X, parameters)\n    for i in range(num_iterations):\n",
          "The forward pass stands before the loop, so every step uses the slopes of the start. Repeat it in each round."),
    wrong("one-step-too-few", "range(num_iterations)", "range(1, num_iterations)", sentences.ONE_STEP_TOO_FEW),
    wrong("one-step-too-many", "range(num_iterations)", "range(num_iterations + 1)",
          sentences.ONE_STEP_TOO_MANY),
    wrong("iterations-written-into-the-code", "range(num_iterations)", "range(100)",
          "The number of iterations is written into the code. It is an argument: use it."),
    wrong("learning-rate-written-into-the-code", UPDATE, UPDATE.replace("learning_rate", "0.0075"),
          sentences.RATE_FIXED),
    wrong("labels-and-probabilities-swapped", "L_model_backward(AL, Y, caches)", "L_model_backward(Y, AL, caches)",
          "L_model_backward gets labels and probabilities in the wrong order: AL first, then Y."),
    wrong("costs-never-kept", KEEP_COST, "",
          "costs stays empty. Keep the cost at iterations 0, 100, 200, …", holds="shapes values sizes"),
    wrong("every-cost-kept", "if i % 100 == 0", "if True", sentences.EVERY_COST, holds="shapes values sizes"),
    wrong("costs-from-100", "if i % 100 == 0", "if i > 0 and i % 100 == 0",
          "The first cost, at iteration 0, is missing. It tells how bad the start is.", holds="shapes values sizes"),
    wrong("costs-from-99", "if i % 100 == 0", "if (i + 1) % 100 == 0",
          "The costs are those of iterations 99, 199, … Keep the ones whose number divides by 100: 0, 100, 200, …",
          holds="shapes values sizes"),
    wrong("cost-after-the-step", KEEP_COST, "",
          UPDATE, UPDATE + "\n" + KEEP_COST.replace("AL, Y", "L_model_forward(X, parameters)[0], Y").rstrip(),
          "The cost is computed after the step. Keep the cost of the parameters that the step starts from.",
          holds="shapes values sizes"),
    wrong("cost-arguments-swapped", "compute_cost(AL, Y)", "compute_cost(Y, AL)",
          "compute_cost gets labels and probabilities in the wrong order: AL first, then Y.",
          holds="shapes values sizes"),
    wrong("costs-kept-between-calls", """
        def L_layer_model(X, Y, layer_dims, learning_rate, num_iterations, costs=[]):
            parameters = initialize_parameters_deep(layer_dims)
            for i in range(num_iterations):
                AL, caches = L_model_forward(X, parameters)
                if i % 100 == 0:
                    costs.append(compute_cost(AL, Y))
                parameters = update_parameters(parameters, L_model_backward(AL, Y, caches), learning_rate)
            return parameters, costs
        """,
          "costs=[] in the first line makes one list for all calls, so each training adds to the costs of the last. "
          "Make the list inside the function.", holds="shapes values sizes"),
    wrong("costs-not-returned", "return parameters, costs", "return parameters",
          "Only the parameters are returned. Return both: parameters, costs.", holds="shapes values sizes"),
    wrong("costs-first", "return parameters, costs", "return costs, parameters",
          "The two results are in the wrong order: parameters first, then costs."),
    wrong("return-inside-the-loop", "    return parameters, costs", "        return parameters, costs",
          "The return stands inside the loop, so the training ends after one step. Move it to the left."),

    right("classic", """
        def L_layer_model(X, Y, layers_dims, learning_rate=0.0075, num_iterations=3000, print_cost=False):
            np.random.seed(1)
            costs = []                         # keep track of cost
            parameters = initialize_parameters_deep(layers_dims)
            for i in range(0, num_iterations):
                AL, caches = L_model_forward(X, parameters)
                cost = compute_cost(AL, Y)
                grads = L_model_backward(AL, Y, caches)
                parameters = update_parameters(parameters, grads, learning_rate)
                if print_cost and i % 100 == 0:
                    print("Cost after iteration {}: {}".format(i, np.squeeze(cost)))
                if i % 100 == 0 or i == num_iterations:
                    costs.append(cost)
            return parameters, costs
        """),
    right("plain-loop", """
        def L_layer_model(X, Y, layer_dims, learning_rate, num_iterations):
            parameters, costs = initialize_parameters_deep(layer_dims), []
            for i in range(num_iterations):
                AL, caches = L_model_forward(X, parameters)
                if not i % 100:
                    costs += [compute_cost(AL, Y)]
                parameters = update_parameters(parameters, L_model_backward(AL, Y, caches), learning_rate)
            return parameters, costs
        """),
    right("everything-inside", """
        def L_layer_model(X, Y, layer_dims, learning_rate, num_iterations):
            m, L, costs = X.shape[1], len(layer_dims) - 1, []
            W = [np.random.normal(scale=n_prev**-0.5, size=(n, n_prev)) for n_prev, n in zip(layer_dims, layer_dims[1:])]
            b = [np.zeros((n, 1)) for n in layer_dims[1:]]
            for i in range(num_iterations):
                A = [X]
                for l in range(L):
                    Z = W[l] @ A[l] + b[l]
                    A.append(np.maximum(Z, 0) if l < L - 1 else 1 / (1 + np.exp(-Z)))
                if i % 100 == 0:
                    costs.append(-np.mean(Y * np.log(A[L]) + (1 - Y) * np.log(1 - A[L])))
                dZ = A[L] - Y
                for l in range(L - 1, -1, -1):
                    dW, db = dZ @ A[l].T / m, dZ.mean(axis=1, keepdims=True)
                    dZ = W[l].T @ dZ * (A[l] > 0)
                    W[l], b[l] = W[l] - learning_rate * dW, b[l] - learning_rate * db
            parameters = {f"W{l + 1}": W[l] for l in range(L)} | {f"b{l + 1}": b[l] for l in range(L)}
            return parameters, costs
        """),
    right("weights-drawn-another-way", "    costs = []\n",
          ("    generator = np.random.default_rng()\n"
           "    for name in parameters:\n"
           '        if name[0] == "W":\n'
           "            n, n_prev = parameters[name].shape\n"
           "            parameters[name] = generator.normal(0, np.sqrt(2 / n_prev), (n, n_prev))\n"
           "    costs = []\n")),
    right("generator-of-the-notebook", """
        rng = np.random.default_rng(1)


        def start(layer_dims):
            parameters = {}
            for l in range(1, len(layer_dims)):
                parameters[f"W{l}"] = rng.normal(size=(layer_dims[l], layer_dims[l - 1])) / np.sqrt(layer_dims[l - 1])
                parameters[f"b{l}"] = np.zeros((layer_dims[l], 1))
            return parameters


        def L_layer_model(X, Y, layer_dims, learning_rate, num_iterations):
            parameters, costs = start(layer_dims), []
            for i in range(num_iterations):
                AL, caches = L_model_forward(X, parameters)
                if i % 100 == 0:
                    costs.append(compute_cost(AL, Y))
                parameters = update_parameters(parameters, L_model_backward(AL, Y, caches), learning_rate)
            return parameters, costs
        """),
    right("python-s-own-generator", """
        from random import Random

        dice = Random(3)


        def L_layer_model(X, Y, layer_dims, learning_rate, num_iterations):
            parameters, costs = {}, []
            for l, (n_prev, n) in enumerate(zip(layer_dims, layer_dims[1:]), start=1):
                parameters[f"W{l}"] = np.array([dice.gauss(0, n_prev**-0.5) for _ in range(n * n_prev)]).reshape(n, n_prev)
                parameters[f"b{l}"] = np.zeros((n, 1))
            for i in range(num_iterations):
                AL, caches = L_model_forward(X, parameters)
                if i % 100 == 0:
                    costs.append(compute_cost(AL, Y))
                parameters = update_parameters(parameters, L_model_backward(AL, Y, caches), learning_rate)
            return parameters, costs
        """),
    right("every-cost-then-a-hundredth", "        if i % 100 == 0:\n            costs", "        costs",
          "return parameters, costs", "return parameters, costs[::100]"),
    right("costs-as-an-array", "return parameters, costs", "return parameters, np.array(costs)"),
    right("while", "    for i in range(num_iterations):\n", "    i = 0\n    while i < num_iterations:\n",
          UPDATE, UPDATE + "\n        i += 1"),
    right("float32", "    parameters = initialize", "    X = X.astype(np.float32)\n    parameters = initialize"),
    right("a-list", "return parameters, costs", "return [parameters, costs]"),
)
