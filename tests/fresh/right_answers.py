"""Right answers written from the docstrings alone, before the claims about them were read. Exercise → name → source."""

RIGHT = {
    "one_hidden_layer.layer_sizes": {
        "unpacked": """def layer_sizes(X, Y):
    (n_x, m), (n_y, _) = X.shape, Y.shape
    assert Y.shape[1] == m
    return (n_x, 4, n_y)
""",
        "lengths": """def layer_sizes(X, Y):
    n_h = 4
    return len(X), n_h, len(Y)
""",
    },
    "one_hidden_layer.initialize_parameters": {
        "classic": """def initialize_parameters(n_x, n_h, n_y):
    np.random.seed(2)
    W1 = np.random.randn(n_h, n_x) * 0.01
    b1 = np.zeros(shape=(n_h, 1))
    W2 = np.random.randn(n_y, n_h) * 0.01
    b2 = np.zeros(shape=(n_y, 1))
    assert (W1.shape == (n_h, n_x))
    assert (b1.shape == (n_h, 1))
    parameters = {"W1": W1, "b1": b1, "W2": W2, "b2": b2}
    return parameters
""",
        "generator": """def initialize_parameters(n_x, n_h, n_y):
    draw = np.random.default_rng().normal
    return {"b1": np.full((n_h, 1), 0.0), "b2": np.full([n_y, 1], 0.0),
            "W1": draw(0, 0.01, (n_h, n_x)), "W2": draw(scale=1e-2, size=(n_y, n_h))}
""",
    },
    "one_hidden_layer.relu": {
        "half-the-sum": """def relu(z):
    return (np.abs(z) + z) / 2
""",
        "masked": """def relu(z):
    return z * (z > 0)
""",
    },
    "one_hidden_layer.leaky_relu": {
        "the-larger": """def leaky_relu(z, slope=0.01):
    return np.maximum(slope * z, z)
""",
    },
    "one_hidden_layer.sigmoid_derivative": {
        "cosh": """def sigmoid_derivative(z):
    return 0.25 / np.cosh(z / 2) ** 2
""",
    },
    "one_hidden_layer.tanh_derivative": {
        "cosh": """def tanh_derivative(z):
    return 1 / np.cosh(z) ** 2
""",
        "difference-of-squares": """def tanh_derivative(z):
    t = np.tanh(z)
    return (1 - t) * (1 + t)
""",
    },
    "one_hidden_layer.relu_derivative": {
        "heaviside": """def relu_derivative(z):
    return np.heaviside(z, 0)
""",
    },
    "one_hidden_layer.leaky_relu_derivative": {
        "sum": """def leaky_relu_derivative(z):
    return 0.01 + 0.99 * (np.asarray(z) > 0)
""",
    },
    "one_hidden_layer.mistaken_tanh_slope": {
        "by-hand": """def mistaken_tanh_slope(z):
    h = 1e-6
    s = 1 / (1 + np.exp(-z))
    up, down = np.tanh(z + h), np.tanh(z - h)
    return [s - s ** 2, (up - down) / 2e-6]
""",
    },
    "one_hidden_layer.forward_propagation": {
        "classic": """def forward_propagation(X, parameters):
    W1 = parameters['W1']
    b1 = parameters['b1']
    W2 = parameters['W2']
    b2 = parameters['b2']

    Z1 = np.dot(W1, X) + b1
    A1 = np.tanh(Z1)
    Z2 = np.dot(W2, A1) + b2
    A2 = 1 / (1 + np.exp(-Z2))

    assert(A2.shape == (1, X.shape[1]))

    cache = {"Z1": Z1,
             "A1": A1,
             "Z2": Z2,
             "A2": A2}
    return A2, cache
""",
        "one-example-after-another": """def forward_propagation(X, parameters):
    m = X.shape[1]
    n_h = parameters["W1"].shape[0]
    cache = {"Z1": np.zeros((n_h, m)), "A1": np.zeros((n_h, m)), "Z2": np.zeros((1, m)), "A2": np.zeros((1, m))}
    for i in range(m):
        x = X[:, i].reshape(-1, 1)
        z1 = parameters["W1"].dot(x) + parameters["b1"]
        a1 = (np.exp(z1) - np.exp(-z1)) / (np.exp(z1) + np.exp(-z1))
        z2 = parameters["W2"].dot(a1) + parameters["b2"]
        cache["Z1"][:, i], cache["A1"][:, i] = z1[:, 0], a1[:, 0]
        cache["Z2"][:, i], cache["A2"][:, i] = z2[:, 0], sigmoid(z2)[:, 0]
    return cache["A2"], cache
""",
    },
    "one_hidden_layer.compute_cost": {
        "classic": """def compute_cost(A2, Y, parameters):
    m = Y.shape[1]
    W1 = parameters['W1']
    W2 = parameters['W2']
    logprobs = np.multiply(np.log(A2), Y) + np.multiply((1 - Y), np.log(1 - A2))
    cost = - np.sum(logprobs) / m
    cost = np.squeeze(cost)
    assert(isinstance(cost, float))
    return cost
""",
        "products": """def compute_cost(A2, Y):
    m = Y.shape[1]
    cost = (-1 / m) * (np.dot(Y, np.log(A2).T) + np.dot(1 - Y, np.log(1 - A2).T))
    return np.squeeze(cost)
""",
        "one-log": """def compute_cost(A2, Y):
    total = 0
    for a, y in zip(A2[0], Y[0]):
        total -= np.log(abs(1 - y - a))
    return total / len(A2[0])
""",
    },
    "one_hidden_layer.backward_propagation": {
        "classic": """def backward_propagation(parameters, cache, X, Y):
    m = X.shape[1]

    W1 = parameters['W1']
    W2 = parameters['W2']
    A1 = cache['A1']
    A2 = cache['A2']

    dZ2 = A2 - Y
    dW2 = (1 / m) * np.dot(dZ2, A1.T)
    db2 = (1 / m) * np.sum(dZ2, axis=1, keepdims=True)
    dZ1 = np.multiply(np.dot(W2.T, dZ2), 1 - np.power(A1, 2))
    dW1 = (1 / m) * np.dot(dZ1, X.T)
    db1 = (1 / m) * np.sum(dZ1, axis=1, keepdims=True)

    grads = {"dW1": dW1,
             "db1": db1,
             "dW2": dW2,
             "db2": db2}
    return grads
""",
        "from-Z1-alone": """def backward_propagation(parameters, cache, X, Y):
    A1 = np.tanh(cache["Z1"])
    A2 = 1 / (1 + np.exp(-(parameters["W2"] @ A1 + parameters["b2"])))
    error = (A2 - Y) / Y.size
    back = np.outer(parameters["W2"], error) * tanh_derivative(cache["Z1"])
    return dict(dW1=back @ X.T, db1=back.sum(1)[:, np.newaxis], dW2=error @ A1.T, db2=error.sum().reshape(1, 1))
""",
        "example-by-example": """def backward_propagation(parameters, cache, X, Y):
    n, m = X.shape
    grads = {"d" + k: np.zeros(v.shape) for k, v in parameters.items()}
    for i in range(m):
        dz2 = cache["A2"][0, i] - Y[0, i]
        grads["db2"][0, 0] += dz2 / m
        for j in range(len(cache["A1"])):
            a = cache["A1"][j, i]
            grads["dW2"][0, j] += dz2 * a / m
            dz1 = parameters["W2"][0, j] * dz2 * (1 - a * a)
            grads["db1"][j, 0] += dz1 / m
            grads["dW1"][j] += dz1 * X[:, i] / m
    return grads
""",
    },
    "one_hidden_layer.mistaken_dZ1": {
        "written-out": """def mistaken_dZ1(parameters, cache, Y):
    W2, b2, h = parameters["W2"], parameters["b2"], 0.000001
    claimed = float(W2[0, 0] * (cache["A2"][0, 0] - Y[0, 0]))

    def loss(z):
        a1 = np.tanh(cache["Z1"][:, 0])
        a1[0] = np.tanh(z)
        a = 1 / (1 + np.exp(-(W2[0] @ a1 + b2[0, 0])))
        return -np.log(a) if Y[0, 0] == 1 else -np.log(1 - a)

    z = cache["Z1"][0, 0]
    return claimed, (loss(z + h) - loss(z - h)) / (2 * h)
""",
    },
    "one_hidden_layer.update_parameters": {
        "classic": """def update_parameters(parameters, grads, learning_rate=1.2):
    W1, b1, W2, b2 = parameters["W1"], parameters["b1"], parameters["W2"], parameters["b2"]
    dW1, db1, dW2, db2 = grads["dW1"], grads["db1"], grads["dW2"], grads["db2"]
    W1 = W1 - learning_rate * dW1
    b1 = b1 - learning_rate * db1
    W2 = W2 - learning_rate * dW2
    b2 = b2 - learning_rate * db2
    return {"W1": W1, "b1": b1, "W2": W2, "b2": b2}
""",
        "deep-copy": """def update_parameters(parameters, grads, learning_rate):
    import copy
    new = copy.deepcopy(parameters)
    for key in new:
        new[key] -= learning_rate * grads["d" + key]
    return new
""",
    },
    "one_hidden_layer.nn_model": {
        "classic": """def nn_model(X, Y, n_h, num_iterations=10000, print_cost=False):
    np.random.seed(3)
    n_x = layer_sizes(X, Y)[0]
    n_y = layer_sizes(X, Y)[2]
    parameters = initialize_parameters(n_x, n_h, n_y)
    W1 = parameters['W1']
    for i in range(0, num_iterations):
        A2, cache = forward_propagation(X, parameters)
        cost = compute_cost(A2, Y)
        grads = backward_propagation(parameters, cache, X, Y)
        parameters = update_parameters(parameters, grads, learning_rate=1.2)
        if print_cost and i % 1000 == 0:
            print("Cost after iteration %i: %f" % (i, cost))
    return parameters
""",
        "inlined": """def nn_model(X, Y, n_h, num_iterations):
    p = initialize_parameters(X.shape[0], n_h, Y.shape[0])
    m = X.shape[1]
    while num_iterations > 0:
        A1 = np.tanh(p["W1"] @ X + p["b1"])
        dZ2 = sigmoid(p["W2"] @ A1 + p["b2"]) - Y
        dZ1 = (p["W2"].T @ dZ2) * (1 - A1 ** 2)
        p = {"W1": p["W1"] - 1.2 / m * dZ1 @ X.T, "b1": p["b1"] - 1.2 * dZ1.mean(axis=1, keepdims=True),
             "W2": p["W2"] - 1.2 / m * dZ2 @ A1.T, "b2": p["b2"] - 1.2 * dZ2.mean(axis=1, keepdims=True)}
        num_iterations -= 1
    return p
""",
    },
    "one_hidden_layer.predict": {
        "classic": """def predict(parameters, X):
    A2, cache = forward_propagation(X, parameters)
    predictions = np.round(A2)
    return predictions
""",
        "booleans": """def predict(parameters, X):
    return forward_propagation(X, parameters)[1]["Z2"] > 0
""",
    },
    "deep_network.network_shapes": {
        "pairs": """def network_shapes(layer_dims, m):
    found = dict(A0=(layer_dims[0], m))
    for l, (before, now) in enumerate(zip(layer_dims, layer_dims[1:]), start=1):
        found.update({"W%d" % l: (now, before), "b%d" % l: (now, 1), "Z%d" % l: (now, m), "A%d" % l: (now, m)})
    return found
""",
    },
    "deep_network.initialize_parameters_deep": {
        "classic": """def initialize_parameters_deep(layer_dims):
    np.random.seed(3)
    parameters = {}
    L = len(layer_dims)
    for l in range(1, L):
        parameters['W' + str(l)] = np.random.randn(layer_dims[l], layer_dims[l-1]) / np.sqrt(layer_dims[l-1])
        parameters['b' + str(l)] = np.zeros((layer_dims[l], 1))
        assert(parameters['W' + str(l)].shape == (layer_dims[l], layer_dims[l-1]))
        assert(parameters['b' + str(l)].shape == (layer_dims[l], 1))
    return parameters
""",
        "he": """def initialize_parameters_deep(layer_dims):
    p = {}
    for l, n in enumerate(layer_dims[1:]):
        p[f"W{l + 1}"] = np.random.normal(0, (2 / layer_dims[l]) ** 0.5, (n, layer_dims[l]))
        p[f"b{l + 1}"] = np.zeros(n).reshape(-1, 1)
    return p
""",
    },
    "deep_network.linear_forward": {
        "classic": """def linear_forward(A, W, b):
    Z = W.dot(A) + b
    assert(Z.shape == (W.shape[0], A.shape[1]))
    cache = (A, W, b)
    return Z, cache
""",
        "einsum-and-list": """def linear_forward(A, W, b):
    return [np.einsum("ij,jm->im", W, A) + b, [A, W, b]]
""",
    },
    "deep_network.linear_activation_forward": {
        "if-elif": """def linear_activation_forward(A_prev, W, b, activation):
    Z, linear_cache = linear_forward(A_prev, W, b)
    if activation == "sigmoid":
        A, activation_cache = sigmoid(Z)
    elif activation == "relu":
        A, activation_cache = relu(Z)
    elif activation == "tanh":
        A, activation_cache = tanh(Z)
    assert (A.shape == (W.shape[0], A_prev.shape[1]))
    cache = (linear_cache, activation_cache)
    return A, cache
""",
        "own-formulas": """def linear_activation_forward(A_prev, W, b, activation):
    Z = np.matmul(W, A_prev) + b
    if activation == "relu":
        A = np.where(Z < 0, 0, Z)
    else:
        A = np.tanh(Z) if activation == "tanh" else (1 + np.tanh(Z / 2)) / 2
    return A, ((A_prev, W, b), Z)
""",
    },
    "deep_network.L_model_forward": {
        "classic": """def L_model_forward(X, parameters):
    caches = []
    A = X
    L = len(parameters) // 2
    for l in range(1, L):
        A_prev = A
        A, cache = linear_activation_forward(A_prev, parameters['W' + str(l)], parameters['b' + str(l)],
                                             activation="relu")
        caches.append(cache)
    AL, cache = linear_activation_forward(A, parameters['W' + str(L)], parameters['b' + str(L)], activation="sigmoid")
    caches.append(cache)
    assert(AL.shape == (1, X.shape[1]))
    return AL, caches
""",
        "count-the-weights": """def L_model_forward(X, parameters):
    caches, layer, A = [], 1, X
    while f"W{layer}" in parameters:
        W, b = parameters[f"W{layer}"], parameters[f"b{layer}"]
        Z = W @ A + b
        caches += [((A, W, b), Z)]
        last = f"W{layer + 1}" not in parameters
        A = sigmoid(Z)[0] if last else relu(Z)[0]
        layer += 1
    return A, caches
""",
    },
    "deep_network.compute_cost": {
        "classic": """def compute_cost(AL, Y):
    m = Y.shape[1]
    p = np.copy(AL)
    p[Y == 0] = 1 - p[Y == 0]
    cost = (-1./m) * np.sum(np.log(p))
    cost = np.squeeze(cost)
    assert(cost.shape == ())
    return cost
""",
        "average": """def compute_cost(AL, Y):
    return -np.average(np.log(np.abs(1 - Y - AL)))
""",
    },
    "deep_network.linear_backward": {
        "classic": """def linear_backward(dZ, cache):
    A_prev, W, b = cache
    m = A_prev.shape[1]
    dW = 1./m * np.dot(dZ, A_prev.T)
    db = 1./m * np.sum(dZ, axis=1, keepdims=True)
    dA_prev = np.dot(W.T, dZ)
    assert (dA_prev.shape == A_prev.shape)
    assert (dW.shape == W.shape)
    assert (db.shape == b.shape)
    return dA_prev, dW, db
""",
        "mean-of-outer-products": """def linear_backward(dZ, cache):
    A_prev, W = cache[0], cache[1]
    dW = np.mean(dZ[:, None, :] * A_prev[None, :, :], axis=2)
    return (dZ.T @ W).T, dW, np.mean(dZ, axis=1).reshape(len(W), 1)
""",
    },
    "deep_network.linear_activation_backward": {
        "if-elif": """def linear_activation_backward(dA, cache, activation):
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
""",
        "own-slopes": """def linear_activation_backward(dA, cache, activation):
    (A_prev, W, b), Z = cache
    s = 1 / (1 + np.exp(-Z))
    slope = {"relu": 1.0 * (Z > 0), "sigmoid": s * (1 - s), "tanh": 1 - np.tanh(Z) ** 2}[activation]
    return linear_backward(dA * slope, (A_prev, W, b))
""",
    },
    "deep_network.L_model_backward": {
        "classic": """def L_model_backward(AL, Y, caches):
    grads = {}
    L = len(caches)
    m = AL.shape[1]
    Y = Y.reshape(AL.shape)

    dAL = dAL = - (np.divide(Y, AL) - np.divide(1 - Y, 1 - AL))

    current_cache = caches[L-1]
    grads["dA" + str(L-1)], grads["dW" + str(L)], grads["db" + str(L)] = linear_activation_backward(
        dAL, current_cache, activation="sigmoid")

    for l in reversed(range(L-1)):
        current_cache = caches[l]
        dA_prev_temp, dW_temp, db_temp = linear_activation_backward(
            grads["dA" + str(l + 1)], current_cache, activation="relu")
        grads["dA" + str(l)] = dA_prev_temp
        grads["dW" + str(l + 1)] = dW_temp
        grads["db" + str(l + 1)] = db_temp

    return grads
""",
        "older-names": """def L_model_backward(AL, Y, caches):
    grads = {}
    L = len(caches)
    dAL = -(np.divide(Y, AL) - np.divide(1 - Y, 1 - AL))
    grads["dA" + str(L)], grads["dW" + str(L)], grads["db" + str(L)] = linear_activation_backward(
        dAL, caches[L - 1], "sigmoid")
    for l in reversed(range(L - 1)):
        grads["dA" + str(l + 1)], grads["dW" + str(l + 1)], grads["db" + str(l + 1)] = linear_activation_backward(
            grads["dA" + str(l + 2)], caches[l], "relu")
    return grads
""",
        "inlined": """def L_model_backward(AL, Y, caches):
    grads, m = {}, Y.shape[1]
    dZ = AL - Y
    for l in range(len(caches), 0, -1):
        (A_prev, W, b), Z = caches[l - 1]
        grads[f"dW{l}"] = dZ @ A_prev.T / m
        grads[f"db{l}"] = dZ.mean(axis=1, keepdims=True)
        if l > 1:
            grads[f"dA{l - 1}"] = W.T @ dZ
            dZ = grads[f"dA{l - 1}"] * (caches[l - 2][1] > 0)
    return grads
""",
    },
    "deep_network.update_parameters": {
        "classic": """def update_parameters(parameters, grads, learning_rate):
    L = len(parameters) // 2
    for l in range(L):
        parameters["W" + str(l+1)] = parameters["W" + str(l+1)] - learning_rate * grads["dW" + str(l+1)]
        parameters["b" + str(l+1)] = parameters["b" + str(l+1)] - learning_rate * grads["db" + str(l+1)]
    return parameters
""",
        "comprehension": """def update_parameters(params, grads, learning_rate):
    return {key: np.add(value, -learning_rate * grads[f"d{key}"]) for key, value in params.items()}
""",
    },
    "deep_network.L_layer_model": {
        "classic": """def L_layer_model(X, Y, layers_dims, learning_rate=0.0075, num_iterations=3000, print_cost=False):
    costs = []
    parameters = initialize_parameters_deep(layers_dims)
    for i in range(0, num_iterations):
        AL, caches = L_model_forward(X, parameters)
        cost = compute_cost(AL, Y)
        grads = L_model_backward(AL, Y, caches)
        parameters = update_parameters(parameters, grads, learning_rate)
        if print_cost and i % 100 == 0:
            print("Cost after iteration %i: %f" % (i, cost))
        if i % 100 == 0:
            costs.append(cost)
    return parameters, costs
""",
        "every-hundredth-of-all": """def L_layer_model(X, Y, layer_dims, learning_rate, num_iterations):
    parameters, costs = initialize_parameters_deep(layer_dims), []
    for _ in range(num_iterations):
        AL, caches = L_model_forward(X, parameters)
        costs += [compute_cost(AL, Y)]
        parameters = update_parameters(parameters, L_model_backward(AL, Y, caches), learning_rate)
    return parameters, costs[::100]
""",
    },
    "deep_network.predict": {
        "classic": """def predict(X, parameters):
    m = X.shape[1]
    p = np.zeros((1, m))
    probas, caches = L_model_forward(X, parameters)
    for i in range(0, probas.shape[1]):
        if probas[0, i] > 0.5:
            p[0, i] = 1
        else:
            p[0, i] = 0
    return p
""",
        "ceiling": """def predict(X, parameters):
    return np.ceil(L_model_forward(X, parameters)[0] - 0.5)
""",
    },
}
