"""Wrong and right answers of the notebook `deep_network`: the step, the training, the answers."""

from grader.answers import Alternative, Misconception

STEP = 'value - learning_rate * grads["d" + name]'
COSTS_LOST = ("shapes", "values", "sizes")
KEEP_COST = "        if i % 100 == 0:\n            costs.append(compute_cost(AL, Y))\n"
UPDATE = "parameters = update_parameters(parameters, grads, learning_rate)"
DECIDE = "(AL > 0.5).astype(int)"

MISCONCEPTIONS = {
    "update_parameters": (
        Misconception(
            "uphill",
            edit=("value - learning_rate", "value + learning_rate"),
            sentence="The step goes uphill: the gradient points to where the cost grows, so subtract it.",
        ),
        Misconception(
            "learning-rate-forgotten",
            edit=("learning_rate * grads", "grads"),
            sentence="The step is the whole gradient. Multiply it by the learning rate.",
        ),
        Misconception(
            "divided-by-the-learning-rate",
            edit=(STEP, 'value - grads["d" + name] / learning_rate'),
            sentence="The gradient is divided by the learning rate. A small rate means small steps: multiply.",
        ),
        Misconception(
            "learning-rate-written-into-the-code",
            edit=("learning_rate * grads", "0.0075 * grads"),
            sentence="0.0075 is written into the code. The learning rate is an argument: use it.",
            leaves=("shapes",),
        ),
        Misconception(
            "biases-left-out",
            edit=(STEP, STEP + ' if name.startswith("W") else value'),
            sentence="The biases never move. They learn by the same rule as the weights.",
        ),
        Misconception(
            "weights-left-out",
            edit=(STEP, STEP + ' if name.startswith("b") else value'),
            sentence="The weights never move. They learn by the same rule as the biases.",
        ),
        Misconception(
            "output-layer-left-out",
            source="""def update_parameters(params, grads, learning_rate):
    L = len(params) // 2
    updated = dict(params)
    for l in range(1, L):
        updated[f"W{l}"] = params[f"W{l}"] - learning_rate * grads[f"dW{l}"]
        updated[f"b{l}"] = params[f"b{l}"] - learning_rate * grads[f"db{l}"]
    return updated
""",
            sentence="The output layer never moves: range leaves its end out. Go through all L layers.",
        ),
        Misconception(
            "first-layer-left-out",
            source="""def update_parameters(params, grads, learning_rate):
    L = len(params) // 2
    updated = dict(params)
    for l in range(1, L):
        updated[f"W{l + 1}"] = params[f"W{l + 1}"] - learning_rate * grads[f"dW{l + 1}"]
        updated[f"b{l + 1}"] = params[f"b{l + 1}"] - learning_rate * grads[f"db{l + 1}"]
    return updated
""",
            sentence="Layer 1 never moves: the loop begins at 1 and adds 1 once more.",
        ),
        Misconception(
            "two-layers-written-into-the-code",
            source="""def update_parameters(params, grads, learning_rate):
    W1 = params["W1"] - learning_rate * grads["dW1"]
    b1 = params["b1"] - learning_rate * grads["db1"]
    W2 = params["W2"] - learning_rate * grads["dW2"]
    b2 = params["b2"] - learning_rate * grads["db2"]
    return {"W1": W1, "b1": b1, "W2": W2, "b2": b2}
""",
            sentence="Two layers are written into the code. Go through all names there are.",
        ),
        Misconception(
            "entries-counted-as-layers",
            source="""def update_parameters(params, grads, learning_rate):
    L = len(params)
    updated = {}
    for l in range(L):
        updated[f"W{l + 1}"] = params[f"W{l + 1}"] - learning_rate * grads[f"dW{l + 1}"]
        updated[f"b{l + 1}"] = params[f"b{l + 1}"] - learning_rate * grads[f"db{l + 1}"]
    return updated
""",
            sentence="The loop counts the entries of the dictionary. Each layer has two of them, W and b: halve it.",
        ),
        Misconception(
            "d-forgotten",
            edit=('grads["d" + name]', "grads[name]"),
            sentence="The slopes are looked up under the parameters' own names. A slope's name has a d in front.",
        ),
        Misconception(
            "keys-of-the-slopes",
            edit=("updated[name]", 'updated["d" + name]'),
            sentence="The new values stand under the slopes' names. They are parameters: W1, b1, …",
        ),
        Misconception(
            "step-instead-of-parameter",
            edit=(STEP, '-learning_rate * grads["d" + name]'),
            sentence="These are the steps alone. A new parameter is the old one plus its step.",
        ),
        Misconception(
            "result-thrown-away",
            edit=("updated[name] = " + STEP, "updated[name] = value\n        value = " + STEP),
            sentence="The new value is computed and not kept: the dictionary holds the old one.",
        ),
        Misconception(
            "return-inside-the-loop",
            edit=("    return updated", "        return updated"),
            sentence="The return stands inside the loop, so only W1 is updated. Move it to the left.",
        ),
        Misconception(
            "nothing-returned",
            source="""def update_parameters(params, grads, learning_rate):
    for name in params:
        params[name] = params[name] - learning_rate * grads["d" + name]
""",
            sentence="Nothing is returned. Return the dictionary with the new values.",
        ),
    ),
    "L_layer_model": (
        Misconception(
            "never-updates",
            edit=(UPDATE, "update_parameters(parameters, grads, learning_rate)"),
            sentence="The updated parameters are thrown away: update_parameters returns new ones, and they have to "
            "be kept.",
        ),
        Misconception(
            "uphill",
            edit=(UPDATE, UPDATE.replace("learning_rate", "-learning_rate")),
            sentence="The steps go uphill: the parameters move along the gradient instead of against it.",
        ),
        Misconception(
            "draws-inside-the-loop",
            edit=(
                "        AL, caches =",
                "        parameters = initialize_parameters_deep(layer_dims)\n        AL, caches =",
            ),
            sentence="New weights are drawn in each round of the loop, so nothing learned is kept. Draw once, before "
            "the loop.",
        ),
        Misconception(
            "forward-once",
            edit=(
                "    for i in range(num_iterations):\n        AL, caches = L_model_forward(X, parameters)\n",
                "    AL, caches = L_model_forward(X, parameters)\n    for i in range(num_iterations):\n",
            ),
            sentence="The forward pass stands before the loop, so every step uses the slopes of the start. Repeat it "
            "in each round.",
        ),
        Misconception(
            "one-step-too-few",
            edit=("range(num_iterations)", "range(1, num_iterations)"),
            sentence="There is one step too few: range(num_iterations) already counts from 0.",
        ),
        Misconception(
            "one-step-too-many",
            edit=("range(num_iterations)", "range(num_iterations + 1)"),
            sentence="There is one step too many: range(num_iterations) already has num_iterations rounds.",
        ),
        Misconception(
            "iterations-written-into-the-code",
            edit=("range(num_iterations)", "range(100)"),
            sentence="The number of iterations is written into the code. It is an argument: use it.",
        ),
        Misconception(
            "learning-rate-written-into-the-code",
            edit=(UPDATE, UPDATE.replace("learning_rate", "0.0075")),
            sentence="0.0075 is written into the code. The learning rate is an argument: use it.",
        ),
        Misconception(
            "labels-and-probabilities-swapped",
            edit=("L_model_backward(AL, Y, caches)", "L_model_backward(Y, AL, caches)"),
            sentence="L_model_backward gets labels and probabilities in the wrong order: AL first, then Y.",
        ),
        Misconception(
            "costs-never-kept",
            edit=(KEEP_COST, ""),
            sentence="costs stays empty. Keep the cost at iterations 0, 100, 200, …",
            leaves=COSTS_LOST,
        ),
        Misconception(
            "every-cost-kept",
            edit=("if i % 100 == 0", "if True"),
            sentence="Every cost is kept. Keep those of iterations 0, 100, 200, …",
            leaves=COSTS_LOST,
        ),
        Misconception(
            "costs-from-100",
            edit=("if i % 100 == 0", "if i > 0 and i % 100 == 0"),
            sentence="The first cost, at iteration 0, is missing. It tells how bad the start is.",
            leaves=COSTS_LOST,
        ),
        Misconception(
            "costs-from-99",
            edit=("if i % 100 == 0", "if (i + 1) % 100 == 0"),
            sentence="The costs are those of iterations 99, 199, … Keep the ones whose number divides by 100: 0, "
            "100, 200, …",
            leaves=COSTS_LOST,
        ),
        Misconception(
            "cost-after-the-step",
            edits=(
                (KEEP_COST, ""),
                (UPDATE, UPDATE + "\n" + KEEP_COST.replace("AL, Y", "L_model_forward(X, parameters)[0], Y").rstrip()),
            ),
            sentence="The cost is computed after the step. Keep the cost of the parameters that the step starts from.",
            leaves=COSTS_LOST,
        ),
        Misconception(
            "cost-arguments-swapped",
            edit=("compute_cost(AL, Y)", "compute_cost(Y, AL)"),
            sentence="compute_cost gets labels and probabilities in the wrong order: AL first, then Y.",
            leaves=COSTS_LOST,
        ),
        Misconception(
            "costs-kept-between-calls",
            source="""def L_layer_model(X, Y, layer_dims, learning_rate, num_iterations, costs=[]):
    parameters = initialize_parameters_deep(layer_dims)
    for i in range(num_iterations):
        AL, caches = L_model_forward(X, parameters)
        if i % 100 == 0:
            costs.append(compute_cost(AL, Y))
        parameters = update_parameters(parameters, L_model_backward(AL, Y, caches), learning_rate)
    return parameters, costs
""",
            sentence="costs=[] in the first line makes one list for all calls, so each training adds to the costs of the "
            "last. Make the list inside the function.",
            leaves=COSTS_LOST,
        ),
        Misconception(
            "costs-not-returned",
            edit=("return parameters, costs", "return parameters"),
            sentence="Only the parameters are returned. Return both: parameters, costs.",
            leaves=COSTS_LOST,
        ),
        Misconception(
            "costs-first",
            edit=("return parameters, costs", "return costs, parameters"),
            sentence="The two results are in the wrong order: parameters first, then costs.",
        ),
        Misconception(
            "return-inside-the-loop",
            edit=("    return parameters, costs", "        return parameters, costs"),
            sentence="The return stands inside the loop, so the training ends after one step. Move it to the left.",
        ),
    ),
    "predict": (
        Misconception(
            "probabilities",
            edit=(DECIDE, "AL"),
            sentence="These are probabilities. predict should decide: 1 or 0.",
        ),
        Misconception(
            "reversed",
            edit=("AL > 0.5", "AL < 0.5"),
            sentence="The answers are the wrong way round: 1 means a cat.",
        ),
        Misconception(
            "threshold-0.4",
            edit=("AL > 0.5", "AL > 0.4"),
            sentence="The threshold lies at 0.4. It should be 0.5.",
        ),
        Misconception(
            "threshold-0.6",
            edit=("AL > 0.5", "AL > 0.6"),
            sentence="The threshold lies at 0.6. It should be 0.5.",
        ),
        Misconception(
            "threshold-0",
            edit=("AL > 0.5", "AL > 0"),
            sentence="Probabilities are always above 0, so every answer is 1. 0 is the threshold for z; for a it is "
            "0.5.",
        ),
        Misconception(
            "threshold-on-z",
            edits=(("AL, _ =", "_, caches ="), ("AL > 0.5", "caches[-1][1] > 0.5")),
            sentence="z was compared with 0.5. The threshold is for the probability σ(z); for z itself it would be 0.",
        ),
        Misconception(
            "threshold-at-the-mean",
            edit=("AL > 0.5", "AL > np.mean(AL)"),
            sentence="The threshold is the mean of the probabilities, so an answer depends on the other pictures. It "
            "should be 0.5.",
        ),
        Misconception(
            "cut-off",
            edit=(DECIDE, "AL.astype(int)"),
            sentence="astype(int) cuts decimals off, so every probability below 1 becomes 0. Compare with 0.5 first.",
        ),
        Misconception(
            "minus-one-for-no",
            edit=(DECIDE, "np.where(AL > 0.5, 1, -1)"),
            sentence="No cat is −1 here. The labels are 1 and 0.",
        ),
        Misconception(
            "names-instead-of-numbers",
            edit=(DECIDE, 'np.where(AL > 0.5, "cat", "non-cat")'),
            sentence="The answers are words. Numbers are wanted, 1 and 0, so that they can be compared with Y.",
        ),
        Misconception(
            "one-answer-for-all",
            edit=(DECIDE, "np.full(AL.shape, AL[0, 0] > 0.5)"),
            sentence="Every example gets the answer of the first. Compare each probability.",
        ),
        Misconception(
            "rank-1",
            edit=(DECIDE, "(AL[0] > 0.5).astype(int)"),
            sentence="The answer has one axis, (m,). Keep both: (1, m), like Y.",
            leaves=("values", "untouched"),
        ),
        Misconception(
            "pair-not-taken-apart",
            edit=("AL, _ = L_model_forward", "AL = L_model_forward"),
            sentence="L_model_forward returns a pair, the probabilities and the caches. Take the first part.",
        ),
        Misconception(
            "arguments-swapped",
            source="""def predict(parameters, X):
    AL, _ = L_model_forward(X, parameters)
    return (AL > 0.5).astype(int)
""",
            sentence="The arguments are declared in the wrong order: X first, then the parameters.",
        ),
    ),
}

ALTERNATIVES = {
    "update_parameters": (
        Alternative(
            "classic",
            source="""def update_parameters(params, grads, learning_rate):
    parameters = params.copy()
    L = len(parameters) // 2 # number of layers in the neural network
    for l in range(L):
        parameters["W" + str(l + 1)] = parameters["W" + str(l + 1)] - learning_rate * grads["dW" + str(l + 1)]
        parameters["b" + str(l + 1)] = parameters["b" + str(l + 1)] - learning_rate * grads["db" + str(l + 1)]
    return parameters
""",
        ),
        Alternative(
            "writes-into-the-dictionary",
            source="""def update_parameters(params, grads, learning_rate):
    for l in range(1, len(params) // 2 + 1):
        params["W%d" % l] = params["W%d" % l] - learning_rate * grads["dW%d" % l]
        params["b%d" % l] = params["b%d" % l] - learning_rate * grads["db%d" % l]
    return params
""",
        ),
        Alternative(
            "writes-into-the-arrays",
            source="""def update_parameters(params, grads, learning_rate):
    for name in params:
        params[name] -= learning_rate * grads["d" + name]
    return params
""",
        ),
        Alternative(
            "deep-copy",
            source="""def update_parameters(params, grads, learning_rate):
    import copy
    new = copy.deepcopy(params)
    for name, array in new.items():
        array -= learning_rate * grads[f"d{name}"]
    return new
""",
        ),
        Alternative(
            "comprehension",
            source="""def update_parameters(params, grads, learning_rate):
    return {name: params[name] - learning_rate * grads["d" + name] for name in params}
""",
        ),
        Alternative("by-functions", edit=(STEP, 'np.subtract(value, np.multiply(grads["d" + name], learning_rate))')),
        Alternative("plus-minus", edit=(STEP, 'value + -learning_rate * grads["d" + name]')),
        Alternative("float32", edit=(STEP, "(" + STEP + ").astype(np.float32)")),
    ),
    "L_layer_model": (
        Alternative(
            "classic",
            source="""def L_layer_model(X, Y, layers_dims, learning_rate=0.0075, num_iterations=3000, print_cost=False):
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
""",
        ),
        Alternative(
            "plain-loop",
            source="""def L_layer_model(X, Y, layer_dims, learning_rate, num_iterations):
    parameters, costs = initialize_parameters_deep(layer_dims), []
    for i in range(num_iterations):
        AL, caches = L_model_forward(X, parameters)
        if not i % 100:
            costs += [compute_cost(AL, Y)]
        parameters = update_parameters(parameters, L_model_backward(AL, Y, caches), learning_rate)
    return parameters, costs
""",
        ),
        Alternative(
            "everything-inside",
            source="""def L_layer_model(X, Y, layer_dims, learning_rate, num_iterations):
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
""",
        ),
        Alternative(
            "weights-drawn-another-way",
            edit=(
                "    costs = []\n",
                "    generator = np.random.default_rng()\n"
                "    for name in parameters:\n"
                '        if name[0] == "W":\n'
                "            n, n_prev = parameters[name].shape\n"
                "            parameters[name] = generator.normal(0, np.sqrt(2 / n_prev), (n, n_prev))\n"
                "    costs = []\n",
            ),
        ),
        Alternative(
            "generator-of-the-notebook",
            source="""rng = np.random.default_rng(1)


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
""",
        ),
        Alternative(
            "python-s-own-generator",
            source="""from random import Random

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
""",
        ),
        Alternative(
            "every-cost-then-a-hundredth",
            edits=(
                ("        if i % 100 == 0:\n            costs", "        costs"),
                ("return parameters, costs", "return parameters, costs[::100]"),
            ),
        ),
        Alternative("costs-as-an-array", edit=("return parameters, costs", "return parameters, np.array(costs)")),
        Alternative(
            "while",
            edits=(
                ("    for i in range(num_iterations):\n", "    i = 0\n    while i < num_iterations:\n"),
                (UPDATE, UPDATE + "\n        i += 1"),
            ),
        ),
        Alternative(
            "float32", edit=("    parameters = initialize", "    X = X.astype(np.float32)\n    parameters = initialize")
        ),
        Alternative("a-list", edit=("return parameters, costs", "return [parameters, costs]")),
    ),
    "predict": (
        Alternative(
            "classic-loop",
            source="""def predict(X, parameters):
    m = X.shape[1]
    n = len(parameters) // 2 # number of layers in the neural network
    p = np.zeros((1, m))
    probas, caches = L_model_forward(X, parameters)
    for i in range(0, probas.shape[1]):
        if probas[0, i] > 0.5:
            p[0, i] = 1
        else:
            p[0, i] = 0
    return p
""",
        ),
        Alternative("booleans", edit=(DECIDE, "AL > 0.5")),
        Alternative("at-least-one-half", edit=(DECIDE, "(AL >= 0.5) * 1.0")),
        Alternative("where", edit=(DECIDE, "np.where(AL > 0.5, 1, 0)")),
        Alternative("rounded", edit=(DECIDE, "np.round(AL)")),
        Alternative("cut-after-adding-one-half", edit=(DECIDE, "(AL + 0.5).astype(int)")),
        Alternative("sign-of-z", edits=(("AL, _ =", "_, caches ="), ("AL > 0.5", "caches[-1][1] > 0"))),
        Alternative(
            "mask",
            edit=(
                "return " + DECIDE,
                "answers = np.zeros(AL.shape, dtype=int)\n    answers[AL > 0.5] = 1\n    return answers",
            ),
        ),
        Alternative(
            "writes-into-al", edit=("return " + DECIDE, "AL[AL > 0.5] = 1\n    AL[AL <= 0.5] = 0\n    return AL")
        ),
        Alternative(
            "everything-inside",
            source="""def predict(X, parameters):
    A, L = X, len(parameters) // 2
    for l in range(1, L):
        A = np.maximum(0, parameters[f"W{l}"] @ A + parameters[f"b{l}"])
    return np.heaviside(parameters[f"W{L}"] @ A + parameters[f"b{L}"], 0)
""",
        ),
        Alternative(
            "one-example-at-a-time",
            edit=(
                "AL, _ = L_model_forward(X, parameters)",
                "AL = np.hstack([L_model_forward(x[:, None], parameters)[0] for x in X.T])",
            ),
        ),
    ),
}
