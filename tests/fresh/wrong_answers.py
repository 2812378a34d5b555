"""Wrong answers written from the docstrings alone, before the claims about them were read. Exercise → name → source."""

WRONG = {
    "one_hidden_layer.layer_sizes": {
        "counts-examples": """def layer_sizes(X, Y):
    return X.shape[1], 4, Y.shape[1]
""",
        "one-output-always": """def layer_sizes(X, Y):
    n_x = X.shape[0]
    return n_x, 4, 1
""",
        "hidden-as-many-as-inputs": """def layer_sizes(X, Y):
    n_x, n_y = X.shape[0], Y.shape[0]
    n_h = n_x
    return n_x, n_h, n_y
""",
    },
    "one_hidden_layer.initialize_parameters": {
        "random-biases": """def initialize_parameters(n_x, n_h, n_y):
    return {"W1": np.random.randn(n_h, n_x) * 0.01, "b1": np.random.randn(n_h, 1) * 0.01,
            "W2": np.random.randn(n_y, n_h) * 0.01, "b2": np.random.randn(n_y, 1) * 0.01}
""",
        "turned-over": """def initialize_parameters(n_x, n_h, n_y):
    W1 = np.random.randn(n_x, n_h) * 0.01
    W2 = np.random.randn(n_h, n_y) * 0.01
    return {"W1": W1, "b1": np.zeros((n_h, 1)), "W2": W2, "b2": np.zeros((n_y, 1))}
""",
        "never-negative": """def initialize_parameters(n_x, n_h, n_y):
    W1 = np.random.rand(n_h, n_x) * 0.01
    W2 = np.random.rand(n_y, n_h) * 0.01
    return {"W1": W1, "b1": np.zeros((n_h, 1)), "W2": W2, "b2": np.zeros((n_y, 1))}
""",
        "all-units-alike": """def initialize_parameters(n_x, n_h, n_y):
    row = np.random.randn(1, n_x) * 0.01
    W1 = np.repeat(row, n_h, axis=0)
    W2 = np.random.randn(n_y, n_h) * 0.01
    return {"W1": W1, "b1": np.zeros((n_h, 1)), "W2": W2, "b2": np.zeros((n_y, 1))}
""",
    },
    "one_hidden_layer.relu": {
        "overwrites": """def relu(z):
    z = np.asarray(z)
    z[z < 0] = 0
    return z
""",
        "capped": """def relu(z):
    return np.clip(z, 0, 1)
""",
    },
    "one_hidden_layer.leaky_relu": {
        "steeper": """def leaky_relu(z):
    return np.where(z > 0, z, 0.1 * z)
""",
        "shifted": """def leaky_relu(z):
    return np.maximum(0.01, z)
""",
    },
    "one_hidden_layer.sigmoid_derivative": {
        "z-taken-for-a": """def sigmoid_derivative(z):
    return z * (1 - z)
""",
    },
    "one_hidden_layer.tanh_derivative": {
        "not-squared": """def tanh_derivative(z):
    return 1 - np.tanh(z)
""",
        "z-squared": """def tanh_derivative(z):
    return 1 - z ** 2
""",
    },
    "one_hidden_layer.relu_derivative": {
        "the-function-itself": """def relu_derivative(z):
    return np.where(z > 0, z, 0)
""",
    },
    "one_hidden_layer.mistaken_tanh_slope": {
        "whole-distance-forgotten": """def mistaken_tanh_slope(z):
    step = 1e-6
    s = sigmoid(z)
    return s * (1 - s), (np.tanh(z + step) - np.tanh(z - step)) / step
""",
    },
    "one_hidden_layer.forward_propagation": {
        "relu-inside": """def forward_propagation(X, parameters):
    Z1 = np.dot(parameters["W1"], X) + parameters["b1"]
    A1 = np.maximum(0, Z1)
    Z2 = np.dot(parameters["W2"], A1) + parameters["b2"]
    A2 = sigmoid(Z2)
    return A2, {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}
""",
        "first-bias-for-all": """def forward_propagation(X, parameters):
    Z1 = parameters["W1"] @ X + parameters["b1"][0]
    A1 = np.tanh(Z1)
    Z2 = parameters["W2"] @ A1 + parameters["b2"][0]
    A2 = sigmoid(Z2)
    return A2, {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}
""",
        "skips-the-first-activation": """def forward_propagation(X, parameters):
    Z1 = parameters["W1"] @ X + parameters["b1"]
    A1 = np.tanh(Z1)
    Z2 = parameters["W2"] @ Z1 + parameters["b2"]
    A2 = sigmoid(Z2)
    return A2, {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}
""",
        "keeps-A2-only": """def forward_propagation(X, parameters):
    Z1 = parameters["W1"] @ X + parameters["b1"]
    Z2 = parameters["W2"] @ np.tanh(Z1) + parameters["b2"]
    A2 = sigmoid(Z2)
    return A2, {"A2": A2}
""",
    },
    "one_hidden_layer.compute_cost": {
        "large-fudge": """def compute_cost(A2, Y):
    eps = 0.01
    return -np.mean(Y * np.log(A2 + eps) + (1 - Y) * np.log(1 - A2 + eps))
""",
        "per-example": """def compute_cost(A2, Y):
    return -(Y * np.log(A2) + (1 - Y) * np.log(1 - A2))
""",
        "divided-by-rows": """def compute_cost(A2, Y):
    m = Y.shape[0]
    return -np.sum(Y * np.log(A2) + (1 - Y) * np.log(1 - A2)) / m
""",
        "halved": """def compute_cost(A2, Y):
    m = Y.shape[1]
    return -np.sum(Y * np.log(A2) + (1 - Y) * np.log(1 - A2)) / (2 * m)
""",
    },
    "one_hidden_layer.backward_propagation": {
        "slope-from-Z1": """def backward_propagation(parameters, cache, X, Y):
    m = X.shape[1]
    dZ2 = cache["A2"] - Y
    dW2 = np.dot(dZ2, cache["A1"].T) / m
    db2 = np.sum(dZ2, axis=1, keepdims=True) / m
    dZ1 = np.dot(parameters["W2"].T, dZ2) * (1 - np.power(cache["Z1"], 2))
    dW1 = np.dot(dZ1, X.T) / m
    db1 = np.sum(dZ1, axis=1, keepdims=True) / m
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}
""",
        "biases-summed-away": """def backward_propagation(parameters, cache, X, Y):
    m = X.shape[1]
    A1, A2 = cache["A1"], cache["A2"]
    dZ2 = A2 - Y
    dZ1 = np.dot(parameters["W2"].T, dZ2) * (1 - A1 * A1)
    return {"dW1": np.dot(dZ1, X.T) / m, "db1": np.sum(dZ1) / m, "dW2": np.dot(dZ2, A1.T) / m, "db2": np.sum(dZ2) / m}
""",
        "output-slope-twice": """def backward_propagation(parameters, cache, X, Y):
    m = X.shape[1]
    A1, A2 = cache["A1"], cache["A2"]
    dZ2 = (A2 - Y) * A2 * (1 - A2)
    dZ1 = np.dot(parameters["W2"].T, dZ2) * (1 - A1 * A1)
    return {"dW1": np.dot(dZ1, X.T) / m, "db1": dZ1.mean(axis=1, keepdims=True),
            "dW2": np.dot(dZ2, A1.T) / m, "db2": dZ2.mean(axis=1, keepdims=True)}
""",
        "averaged-in-the-second-layer-only": """def backward_propagation(parameters, cache, X, Y):
    m = X.shape[1]
    A1, A2 = cache["A1"], cache["A2"]
    dZ2 = A2 - Y
    dZ1 = np.dot(parameters["W2"].T, dZ2) * (1 - A1 * A1)
    return {"dW1": np.dot(dZ1, X.T), "db1": np.sum(dZ1, axis=1, keepdims=True),
            "dW2": np.dot(dZ2, A1.T) / m, "db2": np.sum(dZ2, axis=1, keepdims=True) / m}
""",
    },
    "one_hidden_layer.update_parameters": {
        "rate-written-in": """def update_parameters(parameters, grads, learning_rate):
    learning_rate = 1.2
    return {k: parameters[k] - learning_rate * grads["d" + k] for k in parameters}
""",
        "biases-stay": """def update_parameters(parameters, grads, learning_rate):
    W1 = parameters["W1"] - learning_rate * grads["dW1"]
    W2 = parameters["W2"] - learning_rate * grads["dW2"]
    return {"W1": W1, "b1": parameters["b1"], "W2": W2, "b2": parameters["b2"]}
""",
    },
    "one_hidden_layer.nn_model": {
        "begins-anew-each-time": """def nn_model(X, Y, n_h, num_iterations):
    n_x, _, n_y = layer_sizes(X, Y)
    for i in range(num_iterations + 1):
        parameters = initialize_parameters(n_x, n_h, n_y)
        A2, cache = forward_propagation(X, parameters)
        grads = backward_propagation(parameters, cache, X, Y)
        if i > 0:
            parameters = update_parameters(parameters, grads, 1.2)
    return parameters
""",
        "always-four-units": """def nn_model(X, Y, n_h, num_iterations):
    n_x, n_h, n_y = layer_sizes(X, Y)
    parameters = initialize_parameters(n_x, n_h, n_y)
    for i in range(num_iterations):
        A2, cache = forward_propagation(X, parameters)
        grads = backward_propagation(parameters, cache, X, Y)
        parameters = update_parameters(parameters, grads, 1.2)
    return parameters
""",
        "slow-rate": """def nn_model(X, Y, n_h, num_iterations):
    n_x, _, n_y = layer_sizes(X, Y)
    parameters = initialize_parameters(n_x, n_h, n_y)
    for i in range(num_iterations):
        A2, cache = forward_propagation(X, parameters)
        grads = backward_propagation(parameters, cache, X, Y)
        parameters = update_parameters(parameters, grads, 0.012)
    return parameters
""",
    },
    "one_hidden_layer.predict": {
        "above-the-mean": """def predict(parameters, X):
    A2, _ = forward_propagation(X, parameters)
    return (A2 > np.mean(A2)).astype(int)
""",
        "flat": """def predict(parameters, X):
    A2, _ = forward_propagation(X, parameters)
    return np.array([1 if a > 0.5 else 0 for a in A2.ravel()])
""",
    },
    "deep_network.network_shapes": {
        "bias-for-each-example": """def network_shapes(layer_dims, m):
    shapes = {"A0": (layer_dims[0], m)}
    for l in range(1, len(layer_dims)):
        n = layer_dims[l]
        shapes.update({f"W{l}": (n, layer_dims[l - 1]), f"b{l}": (n, m), f"Z{l}": (n, m), f"A{l}": (n, m)})
    return shapes
""",
        "last-layer-missing": """def network_shapes(layer_dims, m):
    shapes = {"A0": (layer_dims[0], m)}
    for l in range(1, len(layer_dims) - 1):
        n = layer_dims[l]
        shapes.update({f"W{l}": (n, layer_dims[l - 1]), f"b{l}": (n, 1), f"Z{l}": (n, m), f"A{l}": (n, m)})
    return shapes
""",
    },
    "deep_network.initialize_parameters_deep": {
        "tiny": """def initialize_parameters_deep(layer_dims):
    parameters = {}
    for l in range(1, len(layer_dims)):
        parameters["W" + str(l)] = np.random.randn(layer_dims[l], layer_dims[l - 1]) * 0.01
        parameters["b" + str(l)] = np.zeros((layer_dims[l], 1))
    return parameters
""",
        "scaled-by-its-own-size": """def initialize_parameters_deep(layer_dims):
    parameters = {}
    for l in range(1, len(layer_dims)):
        parameters["W" + str(l)] = np.random.randn(layer_dims[l], layer_dims[l - 1]) / np.sqrt(layer_dims[l])
        parameters["b" + str(l)] = np.zeros((layer_dims[l], 1))
    return parameters
""",
        "flat-biases": """def initialize_parameters_deep(layer_dims):
    parameters = {}
    for l in range(1, len(layer_dims)):
        parameters["W" + str(l)] = np.random.randn(layer_dims[l], layer_dims[l - 1]) / layer_dims[l - 1] ** 0.5
        parameters["b" + str(l)] = np.zeros(layer_dims[l])
    return parameters
""",
    },
    "deep_network.linear_forward": {
        "keeps-Z": """def linear_forward(A, W, b):
    Z = np.dot(W, A) + b
    return Z, (Z, W, b)
""",
        "adds-b-before": """def linear_forward(A, W, b):
    Z = W @ A
    Z = Z + b.sum()
    return Z, (A, W, b)
""",
    },
    "deep_network.linear_activation_forward": {
        "no-tanh": """def linear_activation_forward(A_prev, W, b, activation):
    Z, linear_cache = linear_forward(A_prev, W, b)
    if activation == "relu":
        A, activation_cache = relu(Z)
    else:
        A, activation_cache = sigmoid(Z)
    return A, (linear_cache, activation_cache)
""",
        "keeps-A-not-Z": """def linear_activation_forward(A_prev, W, b, activation):
    Z, linear_cache = linear_forward(A_prev, W, b)
    A, _ = {"sigmoid": sigmoid, "relu": relu, "tanh": tanh}[activation](Z)
    return A, (linear_cache, A)
""",
    },
    "deep_network.L_model_forward": {
        "last-cache-forgotten": """def L_model_forward(X, parameters):
    caches, A, L = [], X, len(parameters) // 2
    for l in range(1, L):
        A, cache = linear_activation_forward(A, parameters[f"W{l}"], parameters[f"b{l}"], "relu")
        caches.append(cache)
    AL, cache = linear_activation_forward(A, parameters[f"W{L}"], parameters[f"b{L}"], "sigmoid")
    return AL, caches
""",
        "newest-first": """def L_model_forward(X, parameters):
    caches, A, L = [], X, len(parameters) // 2
    for l in range(1, L + 1):
        A, cache = linear_activation_forward(A, parameters[f"W{l}"], parameters[f"b{l}"], "relu" if l < L else "sigmoid")
        caches.insert(0, cache)
    return A, caches
""",
        "tanh-inside": """def L_model_forward(X, parameters):
    caches, A, L = [], X, len(parameters) // 2
    for l in range(1, L + 1):
        A, cache = linear_activation_forward(A, parameters[f"W{l}"], parameters[f"b{l}"], "tanh" if l < L else "sigmoid")
        caches.append(cache)
    return A, caches
""",
    },
    "deep_network.compute_cost": {
        "base-2": """def compute_cost(AL, Y):
    return float(-np.mean(Y * np.log2(AL) + (1 - Y) * np.log2(1 - AL)))
""",
        "labels-cut": """def compute_cost(AL, Y):
    right = AL ** Y
    return float(-np.mean(np.log(right)))
""",
    },
    "deep_network.linear_backward": {
        "all-units-summed": """def linear_backward(dZ, cache):
    A_prev, W, b = cache
    m = A_prev.shape[1]
    return np.dot(W.T, dZ), np.dot(dZ, A_prev.T) / m, np.sum(dZ, keepdims=True) / m
""",
        "slopes-averaged-too": """def linear_backward(dZ, cache):
    A_prev, W, b = cache
    m = A_prev.shape[1]
    dZ = dZ / m
    return np.dot(W.T, dZ), np.dot(dZ, A_prev.T), np.sum(dZ, axis=1, keepdims=True)
""",
        "in-place": """def linear_backward(dZ, cache):
    A_prev, W, b = cache
    m = A_prev.shape[1]
    dA_prev = np.dot(W.T, dZ)
    dZ /= m
    return dA_prev, np.dot(dZ, A_prev.T), np.sum(dZ, axis=1, keepdims=True)
""",
    },
    "deep_network.linear_activation_backward": {
        "precedence": """def linear_activation_backward(dA, cache, activation):
    linear_cache, Z = cache
    if activation == "relu":
        dZ = dA * Z > 0
    elif activation == "sigmoid":
        dZ = sigmoid_backward(dA, Z)
    else:
        dZ = tanh_backward(dA, Z)
    return linear_backward(dZ, linear_cache)
""",
        "slope-forgotten": """def linear_activation_backward(dA, cache, activation):
    linear_cache, activation_cache = cache
    return linear_backward(dA, linear_cache)
""",
    },
    "deep_network.L_model_backward": {
        "sign-inside": """def L_model_backward(AL, Y, caches):
    grads, L = {}, len(caches)
    dA = -(Y / AL) - (1 - Y) / (1 - AL)
    for l in range(L, 0, -1):
        kind = "sigmoid" if l == L else "relu"
        dA, grads[f"dW{l}"], grads[f"db{l}"] = linear_activation_backward(dA, caches[l - 1], kind)
        grads[f"dA{l - 1}"] = dA
    return grads
""",
        "counted-from-0": """def L_model_backward(AL, Y, caches):
    grads, L = {}, len(caches)
    dA = -(Y / AL - (1 - Y) / (1 - AL))
    for l in range(L - 1, -1, -1):
        kind = "sigmoid" if l == L - 1 else "relu"
        dA, grads[f"dW{l}"], grads[f"db{l}"] = linear_activation_backward(dA, caches[l], kind)
        grads[f"dA{l}"] = dA
    return grads
""",
        "all-sigmoid": """def L_model_backward(AL, Y, caches):
    grads, L = {}, len(caches)
    dA = -(Y / AL - (1 - Y) / (1 - AL))
    for l in range(L, 0, -1):
        dA, grads[f"dW{l}"], grads[f"db{l}"] = linear_activation_backward(dA, caches[l - 1], "sigmoid")
        grads[f"dA{l - 1}"] = dA
    return grads
""",
        "first-layer-left-out": """def L_model_backward(AL, Y, caches):
    grads, L = {}, len(caches)
    dA = -(Y / AL - (1 - Y) / (1 - AL))
    for l in range(L, 1, -1):
        kind = "sigmoid" if l == L else "relu"
        dA, grads[f"dW{l}"], grads[f"db{l}"] = linear_activation_backward(dA, caches[l - 1], kind)
        grads[f"dA{l - 1}"] = dA
    return grads
""",
    },
    "deep_network.update_parameters": {
        "last-layer-forgotten": """def update_parameters(params, grads, learning_rate):
    new = dict(params)
    for l in range(1, len(params) // 2):
        new[f"W{l}"] = params[f"W{l}"] - learning_rate * grads[f"dW{l}"]
        new[f"b{l}"] = params[f"b{l}"] - learning_rate * grads[f"db{l}"]
    return new
""",
        "nothing-returned": """def update_parameters(params, grads, learning_rate):
    for name in params:
        params[name] = params[name] - learning_rate * grads["d" + name]
""",
    },
    "deep_network.L_layer_model": {
        "costs-from-100": """def L_layer_model(X, Y, layer_dims, learning_rate, num_iterations):
    parameters, costs = initialize_parameters_deep(layer_dims), []
    for i in range(1, num_iterations + 1):
        AL, caches = L_model_forward(X, parameters)
        parameters = update_parameters(parameters, L_model_backward(AL, Y, caches), learning_rate)
        if i % 100 == 0:
            costs.append(compute_cost(AL, Y))
    return parameters, costs
""",
        "forward-once": """def L_layer_model(X, Y, layer_dims, learning_rate, num_iterations):
    parameters, costs = initialize_parameters_deep(layer_dims), []
    AL, caches = L_model_forward(X, parameters)
    for i in range(num_iterations):
        if i % 100 == 0:
            costs.append(compute_cost(AL, Y))
        parameters = update_parameters(parameters, L_model_backward(AL, Y, caches), learning_rate)
    return parameters, costs
""",
    },
    "deep_network.predict": {
        "probabilities": """def predict(X, parameters):
    AL, caches = L_model_forward(X, parameters)
    return AL
""",
        "one-answer-for-all": """def predict(X, parameters):
    AL, _ = L_model_forward(X, parameters)
    p = np.zeros((1, X.shape[1]))
    if AL[0, 0] > 0.5:
        p = p + 1
    return p
""",
    },
}
