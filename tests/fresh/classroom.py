# ruff: noqa: E501
"""Wrong answers as people type them in class: typos, loops over examples, long names, code copied from elsewhere and half changed.

Written before anything was seen of what is said about them, and the same since. `#!` ends each line that is mistaken; where a line
is missing, its neighbours. Exercise → name → source.
"""

import re

CLASSROOM = {
    "vectorization.flatten_images": {
        "loop-with-typo": """
def flatten_images(images):
    m, height, width, channels = images.shape
    out = np.zeros((height * width * channels, m))
    for k in range(m):
        out[:, k] = images[0].flatten()  #!
    return out
""",
        "width-for-height": """
def flatten_images(images):
    m, h, w, c = images.shape
    X = images.reshape(m, h * h * c)  #!
    return X.T
""",
        "list-comprehension-in-rows": """
def flatten_images(images):
    return np.array([img.reshape(-1) for img in images])  #!
""",
    },
    "vectorization.normalize_rows": {
        "norm-of-all": """
def normalize_rows(x):
    length = np.linalg.norm(x)  #!
    length = np.where(length == 0, 1, length)
    return x / length
""",
        "row-by-row-by-its-sum": """
def normalize_rows(x):
    result = np.zeros(x.shape)
    for i, row in enumerate(x):
        size = np.sqrt(sum(row))  #!
        if size > 0:
            result[i] = row / size
    return result
""",
        "minus-the-mean": """
def normalize_rows(x):
    centred = x - x.mean(axis=1, keepdims=True)  #!
    lengths = np.linalg.norm(centred, axis=1, keepdims=True)
    lengths[lengths == 0] = 1
    return centred / lengths
""",
    },
    "vectorization.computation_graph": {
        "typo-in-db": """
def computation_graph(a, b, c):
    product = b * c
    total = a + product
    J = 3 * total
    grad_total = 3.0
    grad_product = grad_total
    return J, {"da": grad_total, "db": grad_product * b, "dc": grad_product * b}  #!
""",
        "added-up-twice": """
def computation_graph(a, b, c):
    u = b * c
    v = a + u
    J = 3 * v
    dv = 3
    du = dv * v  #!
    da = dv
    return J, {"da": da, "db": du * c, "dc": du * b}
""",
    },
    "vectorization.propagate_loop": {
        "dw-overwritten": """
def propagate_loop(w, b, X, Y):
    n, m = X.shape
    cost = 0.0
    grad_w = np.zeros((n, 1))
    grad_b = 0.0
    for i in range(m):
        z = b
        for j in range(n):
            z += w[j, 0] * X[j, i]
        a = 1 / (1 + math.exp(-z)) if False else 1 / (1 + np.exp(-z))
        cost += -(Y[0, i] * np.log(a) + (1 - Y[0, i]) * np.log(1 - a))
        for j in range(n):
            grad_w[j, 0] = (a - Y[0, i]) * X[j, i]  #!
        grad_b += a - Y[0, i]
    return {"dw": grad_w / m, "db": grad_b / m}, cost / m
""",
        "z-starts-outside": """
def propagate_loop(w, b, X, Y):
    n, m = X.shape
    J, db = 0.0, 0.0
    dw = np.zeros((n, 1))
    z = b  #!
    for i in range(m):  #!
        for j in range(n):
            z = z + w[j][0] * X[j][i]
        a = 1.0 / (1.0 + np.exp(-z))
        y = Y[0][i]
        J = J - y * np.log(a) - (1 - y) * np.log(1 - a)
        dz = a - y
        for j in range(n):
            dw[j][0] = dw[j][0] + X[j][i] * dz
        db = db + dz
    return {"dw": dw / m, "db": db / m}, J / m
""",
        "divides-in-the-loop": """
def propagate_loop(w, b, X, Y):
    n, m = X.shape
    cost = 0
    dw = np.zeros((n, 1))
    db = 0
    for i in range(m):
        z = sum(w[k, 0] * X[k, i] for k in range(n)) + b
        a = 1 / (1 + np.exp(-z))
        cost -= Y[0, i] * np.log(a) + (1 - Y[0, i]) * np.log(1 - a)
        dz = a - Y[0, i]
        for k in range(n):
            dw[k, 0] += X[k, i] * dz
        db += dz
        dw = dw / m  #!
    db /= m
    cost /= m
    return {"dw": dw, "db": db}, cost
""",
    },
    "logistic_regression.sigmoid": {
        "e-to-the-plus": """
def sigmoid(z):
    ez = np.exp(z)
    return 1 / (1 + ez)  #!
""",
        "bracket-too-late": """
def sigmoid(z):
    denominator = 1 + np.exp(-z)
    return 1 / denominator - z * 0 + 1  #!
""",
        "math-exp": """
def sigmoid(z):
    import math
    return 1 / (1 + math.exp(-z))  #!
""",
    },
    "logistic_regression.initialize_with_zeros": {
        "flat": """
def initialize_with_zeros(dim):
    w = np.zeros(dim)  #!
    b = 0.0
    return w, b
""",
        "bias-for-each": """
def initialize_with_zeros(dim):
    w = np.zeros((dim, 1))
    b = np.zeros((dim, 1))  #!
    return w, b
""",
    },
    "logistic_regression.propagate": {
        "dw-lost-its-m": """
def propagate(w, b, X, Y):
    num_examples = X.shape[1]
    predictions = sigmoid(np.dot(w.T, X) + b)
    log_likelihood = np.multiply(Y, np.log(predictions)) + np.multiply(1 - Y, np.log(1 - predictions))
    cost = -np.sum(log_likelihood) / num_examples
    residual = predictions - Y
    gradient_w = np.dot(X, residual.T)  #!
    gradient_b = np.sum(residual) / num_examples
    return {"dw": gradient_w, "db": gradient_b}, cost
""",
        "label-in-the-wrong-log": """
def propagate(w, b, X, Y):
    m = X.shape[1]
    yhat = sigmoid(np.dot(w.T, X) + b)
    J = -1 / m * np.sum(Y * np.log(yhat) + (1 - Y) * np.log(1 - Y))  #!
    dw = 1 / m * X @ (yhat - Y).T
    db = 1 / m * np.sum(yhat - Y)
    return {"dw": dw, "db": db}, J
""",
        "squared-error": """
def propagate(w, b, X, Y):
    m = X.shape[1]
    a = sigmoid(np.dot(w.T, X) + b)
    cost = np.mean((a - Y) ** 2)  #!
    dz = a - Y
    dw = np.dot(X, dz.T) / m
    db = dz.mean()
    return {"dw": dw, "db": db}, cost
""",
        "minus-only-the-first-term": """
def propagate(w, b, X, Y):
    m = Y.size
    A = sigmoid(w.T.dot(X) + b)
    first = -Y * np.log(A)
    second = (1 - Y) * np.log(1 - A)  #!
    cost = (first + second).sum() / m  #!
    grads = {"dw": X.dot((A - Y).T) / m, "db": (A - Y).sum() / m}
    return grads, cost
""",
        "forgot-b": """
def propagate(w, b, X, Y):
    m = X.shape[1]
    scores = w.T @ X  #!
    A = sigmoid(scores)
    cost = (-1 / m) * np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A))
    dz = A - Y
    grads = {"dw": X @ dz.T / m, "db": np.sum(dz) / m}
    return grads, cost
""",
    },
    "logistic_regression.optimize": {
        "cost-every-time": """
def optimize(w, b, X, Y, num_iterations, learning_rate):
    costs = []
    for step in range(num_iterations):
        grads, cost = propagate(w, b, X, Y)
        dw, db = grads["dw"], grads["db"]
        w = w - learning_rate * dw
        b = b - learning_rate * db
        costs.append(cost)  #!
    return {"w": w, "b": b}, {"dw": dw, "db": db}, costs
""",
        "rate-twice": """
def optimize(w, b, X, Y, num_iterations, learning_rate):
    history = []
    for t in range(num_iterations):
        grads, J = propagate(w, b, X, Y)
        w = w - learning_rate * grads["dw"]
        b = b - learning_rate * learning_rate * grads["db"]  #!
        if not t % 100:
            history.append(J)
    return {"w": w, "b": b}, grads, history
""",
        "b-from-dw": """
def optimize(w, b, X, Y, num_iterations, learning_rate):
    costs = []
    for i in range(num_iterations):
        grads, cost = propagate(w, b, X, Y)
        dw = grads["dw"]
        db = grads["dw"]  #!
        w = w - learning_rate * dw
        b = b - learning_rate * db
        if i % 100 == 0:
            costs.append(cost)
    params = {"w": w, "b": b}
    grads = {"dw": dw, "db": db}
    return params, grads, costs
""",
    },
    "logistic_regression.predict": {
        "or-equal-and-upside-down": """
def predict(w, b, X):
    A = sigmoid(np.dot(w.T, X) + b)
    labels = np.zeros((1, X.shape[1]))
    for i in range(A.shape[1]):
        if A[0, i] < 0.5:  #!
            labels[0, i] = 1
    return labels
""",
        "one-row-too-many": """
def predict(w, b, X):
    m = X.shape[1]
    w = w.reshape(X.shape[0], 1)
    A = sigmoid(np.dot(w.T, X) + b)
    Y_prediction = np.zeros((1, X.shape[0]))  #!
    for i in range(m):
        Y_prediction[0, i] = 1 if A[0, i] > 0.5 else 0
    return Y_prediction
""",
        "threshold-of-the-score": """
def predict(w, b, X):
    score = w.T @ X + b
    probability = sigmoid(score)
    return np.where(score > 0.5, 1.0, 0.0)  #!
""",
        "flat": """
def predict(w, b, X):
    probs = sigmoid(w.T @ X + b)
    return np.array([1.0 if p > 0.5 else 0.0 for p in probs[0]])  #!
""",
    },
    "one_hidden_layer.layer_sizes": {
        "examples-for-outputs": """
def layer_sizes(X, Y):
    input_size = X.shape[0]
    hidden_size = 4
    output_size = Y.shape[1]  #!
    return (input_size, hidden_size, output_size)
""",
        "len-of-columns": """
def layer_sizes(X, Y):
    n_x = len(X[0])  #!
    n_y = len(Y)
    return n_x, 4, n_y
""",
    },
    "one_hidden_layer.initialize_parameters": {
        "b1-per-input": """
def initialize_parameters(n_x, n_h, n_y):
    params = {}
    params["W1"] = np.random.randn(n_h, n_x) * 0.01
    params["b1"] = np.zeros((n_x, 1))  #!
    params["W2"] = np.random.randn(n_y, n_h) * 0.01
    params["b2"] = np.zeros((n_y, 1))
    return params
""",
        "typo-in-a-key": """
def initialize_parameters(n_x, n_h, n_y):
    W1 = 0.01 * np.random.randn(n_h, n_x)
    W2 = 0.01 * np.random.randn(n_y, n_h)
    return {"W1": W1, "b1": np.zeros((n_h, 1)), "W1 ": W2, "b2": np.zeros((n_y, 1))}  #!
""",
    },
    "one_hidden_layer.forward_propagation": {
        "second-layer-from-z1": """
def forward_propagation(X, parameters):
    W1, b1 = parameters["W1"], parameters["b1"]
    W2, b2 = parameters["W2"], parameters["b2"]
    hidden_in = W1 @ X + b1
    hidden_out = np.tanh(hidden_in)
    out_in = W2 @ hidden_in + b2  #!
    out = sigmoid(out_in)
    return out, {"Z1": hidden_in, "A1": hidden_out, "Z2": out_in, "A2": out}
""",
        "relu-from-another-course": """
def forward_propagation(X, parameters):
    Z1 = np.dot(parameters["W1"], X) + parameters["b1"]
    A1 = np.maximum(Z1, 0)  #!
    Z2 = np.dot(parameters["W2"], A1) + parameters["b2"]
    A2 = sigmoid(Z2)
    cache = dict(Z1=Z1, A1=A1, Z2=Z2, A2=A2)
    return A2, cache
""",
        "b1-again": """
def forward_propagation(X, parameters):
    W1 = parameters["W1"]
    b1 = parameters["b1"]
    W2 = parameters["W2"]
    b2 = parameters["b1"]  #!
    Z1 = np.dot(W1, X) + b1
    A1 = np.tanh(Z1)
    Z2 = np.dot(W2, A1) + b2
    A2 = sigmoid(Z2)
    return A2, {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}
""",
        "cache-without-z2": """
def forward_propagation(X, parameters):
    Z1 = parameters["W1"] @ X + parameters["b1"]
    A1 = np.tanh(Z1)
    Z2 = parameters["W2"] @ A1 + parameters["b2"]
    A2 = sigmoid(Z2)
    cache = {"Z1": Z1, "A1": A1, "A2": A2}  #!
    return A2, cache
""",
    },
    "one_hidden_layer.compute_cost": {
        "second-term-with-plus": """
def compute_cost(A2, Y):
    m = Y.shape[1]
    positive = np.dot(Y, np.log(A2).T)
    negative = np.dot(1 - Y, np.log(1 + A2).T)  #!
    return float(np.squeeze(-(positive + negative) / m))
""",
        "loop-one-short": """
def compute_cost(A2, Y):
    m = Y.shape[1]
    total = 0
    for i in range(1, m):  #!
        y, a = Y[0, i], A2[0, i]
        total += y * np.log(a) + (1 - y) * np.log(1 - a)
    return -total / m
""",
    },
    "one_hidden_layer.backward_propagation": {
        "two-at-once": """
def backward_propagation(parameters, cache, X, Y):
    m = X.shape[1]
    W2 = parameters["W2"]
    A1, A2 = cache["A1"], cache["A2"]
    dZ2 = A2 - Y
    dW2 = np.dot(dZ2, A1.T)  #!
    db2 = np.sum(dZ2, axis=1, keepdims=True) / m
    dZ1 = np.dot(W2.T, dZ2) * (1 - np.power(A1, 2))
    dW1 = np.dot(dZ1, X.T) / m
    db1 = np.sum(dZ1, axis=0, keepdims=True) / m  #!
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}
""",
        "slope-without-square": """
def backward_propagation(parameters, cache, X, Y):
    m = Y.shape[1]
    delta2 = cache["A2"] - Y
    delta1 = np.dot(parameters["W2"].T, delta2) * (1 - cache["A1"])  #!
    grads = {}
    grads["dW2"] = delta2.dot(cache["A1"].T) / m
    grads["db2"] = delta2.mean(axis=1, keepdims=True)
    grads["dW1"] = delta1.dot(X.T) / m
    grads["db1"] = delta1.mean(axis=1, keepdims=True)
    return grads
""",
        "b1-from-the-second-layer": """
def backward_propagation(parameters, cache, X, Y):
    m = X.shape[1]
    A1 = cache["A1"]
    A2 = cache["A2"]
    dZ2 = A2 - Y
    dW2 = (1 / m) * np.dot(dZ2, A1.T)
    db2 = (1 / m) * np.sum(dZ2, axis=1, keepdims=True)
    dZ1 = np.dot(parameters["W2"].T, dZ2) * (1 - A1 ** 2)
    dW1 = (1 / m) * np.dot(dZ1, X.T)
    db1 = (1 / m) * np.sum(dZ2, axis=1, keepdims=True)  #!
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}
""",
        "hidden-from-w1": """
def backward_propagation(parameters, cache, X, Y):
    m = X.shape[1]
    W1 = parameters["W1"]
    W2 = parameters["W2"]
    A1 = cache["A1"]
    A2 = cache["A2"]
    dZ2 = A2 - Y
    dW2 = np.dot(dZ2, A1.T) / m
    db2 = np.sum(dZ2, axis=1, keepdims=True) / m
    dZ1 = np.dot(W1.T, dZ2) * (1 - A1 ** 2)  #!
    dW1 = np.dot(dZ1, X.T) / m
    db1 = np.sum(dZ1, axis=1, keepdims=True) / m
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}
""",
    },
    "one_hidden_layer.update_parameters": {
        "one-forgotten": """
def update_parameters(parameters, grads, learning_rate):
    W1 = parameters["W1"] - learning_rate * grads["dW1"]
    b1 = parameters["b1"] - learning_rate * grads["db1"]
    W2 = parameters["W2"] - learning_rate * grads["dW2"]
    b2 = parameters["b2"]  #!
    return {"W1": W1, "b1": b1, "W2": W2, "b2": b2}
""",
        "loop-with-a-fixed-rate": """
def update_parameters(parameters, grads, learning_rate=1.2):
    updated = {}
    for name in ["W1", "b1", "W2", "b2"]:
        updated[name] = parameters[name] - 1.2 * grads["d" + name]  #!
    return updated
""",
        "climbs": """
def update_parameters(parameters, grads, learning_rate):
    new = {}
    for name, value in parameters.items():
        step = learning_rate * grads["d" + name]
        new[name] = value + step  #!
    return new
""",
    },
    "one_hidden_layer.predict": {
        "rounded-hidden": """
def predict(parameters, X):
    A2, cache = forward_propagation(X, parameters)
    return (cache["Z2"] > 0.5).astype(float)  #!
""",
        "probabilities": """
def predict(parameters, X):
    A2, _ = forward_propagation(X, parameters)
    predictions = A2 > 0.5
    return A2  #!
""",
    },
    "deep_network.initialize_parameters_deep": {
        "one-layer-short": """
def initialize_parameters_deep(layer_dims):
    parameters = {}
    L = len(layer_dims)
    for l in range(1, L - 1):  #!
        parameters["W" + str(l)] = np.random.randn(layer_dims[l], layer_dims[l - 1]) / np.sqrt(layer_dims[l - 1])
        parameters["b" + str(l)] = np.zeros((layer_dims[l], 1))
    return parameters
""",
        "sizes-turned": """
def initialize_parameters_deep(layer_dims):
    params = {}
    for i in range(1, len(layer_dims)):
        n_in, n_out = layer_dims[i - 1], layer_dims[i]
        params[f"W{i}"] = np.random.randn(n_in, n_out) / np.sqrt(n_in)  #!
        params[f"b{i}"] = np.zeros((n_out, 1))
    return params
""",
    },
    "deep_network.linear_forward": {
        "turned": """
def linear_forward(A, W, b):
    Z = np.dot(A.T, W.T) + b  #!
    return Z, (A, W, b)
""",
        "cache-with-z": """
def linear_forward(A, W, b):
    Z = W @ A + b
    cache = (Z, W, b)  #!
    return Z, cache
""",
    },
    "deep_network.linear_activation_forward": {
        "relu-everywhere": """
def linear_activation_forward(A_prev, W, b, activation):
    Z, linear_cache = linear_forward(A_prev, W, b)
    if activation == "sigmoid":
        A, activation_cache = relu(Z)  #!
    elif activation == "relu":
        A, activation_cache = relu(Z)
    elif activation == "tanh":
        A, activation_cache = tanh(Z)
    else:
        A, activation_cache = leaky_relu(Z)
    return A, (linear_cache, activation_cache)
""",
        "no-tanh": """
def linear_activation_forward(A_prev, W, b, activation):
    Z, linear_cache = linear_forward(A_prev, W, b)
    if activation == "sigmoid":
        A, activation_cache = sigmoid(Z)
    elif activation == "relu":
        A, activation_cache = relu(Z)  #!
    cache = (linear_cache, activation_cache)  #!
    return A, cache  #!
""",
    },
    "deep_network.L_model_forward": {
        "last-weights-too-early": """
def L_model_forward(X, parameters):
    caches = []
    A = X
    L = len(parameters) // 2
    for l in range(1, L):
        A, cache = linear_activation_forward(A, parameters["W" + str(l)], parameters["b" + str(l)], "relu")
        caches.append(cache)
    AL, cache = linear_activation_forward(A, parameters["W" + str(l)], parameters["b" + str(l)], "sigmoid")  #!
    caches.append(cache)
    return AL, caches
""",
        "always-from-x": """
def L_model_forward(X, parameters):
    caches = []
    L = len(parameters) // 2
    A = X
    for l in range(1, L + 1):
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        kind = "sigmoid" if l == L else "relu"
        A, cache = linear_activation_forward(X, W, b, kind)  #!
        caches.append(cache)
    return A, caches
""",
        "cache-of-the-last-lost": """
def L_model_forward(X, parameters):
    caches = []
    A = X
    number_of_layers = len(parameters) // 2
    for layer in range(1, number_of_layers):
        A_prev = A
        A, cache = linear_activation_forward(A_prev, parameters["W%d" % layer], parameters["b%d" % layer], activation="relu")
        caches.append(cache)
    AL, last_cache = linear_activation_forward(A, parameters["W%d" % number_of_layers], parameters["b%d" % number_of_layers], activation="sigmoid")
    caches.append(cache)  #!
    return AL, caches
""",
    },
    "deep_network.compute_cost": {
        "log-of-the-label": """
def compute_cost(AL, Y):
    m = Y.shape[1]
    cost = -(1 / m) * np.sum(AL * np.log(Y + 1e-8) + (1 - AL) * np.log(1 - Y + 1e-8))  #!
    return np.squeeze(cost)
""",
    },
    "deep_network.linear_backward": {
        "m-from-rows": """
def linear_backward(dZ, cache):
    A_prev, W, b = cache
    m = len(A_prev)  #!
    dW = dZ @ A_prev.T / m
    db = dZ.sum(axis=1, keepdims=True) / m
    dA_prev = W.T @ dZ
    return dA_prev, dW, db
""",
        "a-prev-over-m": """
def linear_backward(dZ, cache):
    A_prev, W, b = cache
    m = A_prev.shape[1]
    dW = 1.0 / m * np.dot(dZ, A_prev.T)
    db = 1.0 / m * np.sum(dZ, axis=1, keepdims=True)
    dA_prev = 1.0 / m * np.dot(W.T, dZ)  #!
    return dA_prev, dW, db
""",
    },
    "deep_network.linear_activation_backward": {
        "sigmoid-slope-by-hand": """
def linear_activation_backward(dA, cache, activation):
    linear_cache, activation_cache = cache
    if activation == "relu":
        dZ = relu_backward(dA, activation_cache)
    elif activation == "tanh":
        dZ = tanh_backward(dA, activation_cache)
    else:
        s = 1 / (1 + np.exp(activation_cache))
        dZ = dA * s * (1 + s)  #!
    return linear_backward(dZ, linear_cache)
""",
        "relu-mask-turned": """
def linear_activation_backward(dA, cache, activation):
    linear_cache, Z = cache
    if activation == "relu":
        dZ = np.array(dA, copy=True)
        dZ[Z > 0] = 0  #!
    elif activation == "sigmoid":
        dZ = sigmoid_backward(dA, Z)
    else:
        dZ = tanh_backward(dA, Z)
    dA_prev, dW, db = linear_backward(dZ, linear_cache)
    return dA_prev, dW, db
""",
    },
    "deep_network.L_model_backward": {
        "stale-gradient": """
def L_model_backward(AL, Y, caches):
    grads = {}
    L = len(caches)
    dAL = -(np.divide(Y, AL) - np.divide(1 - Y, 1 - AL))
    dA, dW, db = linear_activation_backward(dAL, caches[L - 1], "sigmoid")
    grads["dA" + str(L - 1)], grads["dW" + str(L)], grads["db" + str(L)] = dA, dW, db
    for l in reversed(range(L - 1)):
        dA_prev, dW, db = linear_activation_backward(dA, caches[l], "relu")  #!
        grads["dA" + str(l)] = dA_prev
        grads["dW" + str(l + 1)] = dW
        grads["db" + str(l + 1)] = db
    return grads
""",
        "sign-of-the-start": """
def L_model_backward(AL, Y, caches):
    grads = {}
    L = len(caches)
    Y = Y.reshape(AL.shape)
    dAL = np.divide(Y, AL) - np.divide(1 - Y, 1 - AL)  #!
    grads["dA" + str(L - 1)], grads["dW" + str(L)], grads["db" + str(L)] = linear_activation_backward(dAL, caches[-1], "sigmoid")
    for l in range(L - 2, -1, -1):
        a, w, b = linear_activation_backward(grads["dA" + str(l + 1)], caches[l], "relu")
        grads["dA" + str(l)] = a
        grads["dW" + str(l + 1)] = w
        grads["db" + str(l + 1)] = b
    return grads
""",
    },
    "deep_network.update_parameters": {
        "stops-at-the-last-but-one": """
def update_parameters(params, grads, learning_rate):
    new = dict(params)
    L = len(params) // 2
    for l in range(1, L):  #!
        new["W" + str(l)] = params["W" + str(l)] - learning_rate * grads["dW" + str(l)]
        new["b" + str(l)] = params["b" + str(l)] - learning_rate * grads["db" + str(l)]
    return new
""",
        "b-with-dw": """
def update_parameters(params, grads, learning_rate):
    result = {}
    for l in range(len(params) // 2):
        result[f"W{l + 1}"] = params[f"W{l + 1}"] - learning_rate * grads[f"dW{l + 1}"]
        result[f"b{l + 1}"] = params[f"b{l + 1}"] - learning_rate * grads[f"db{l}"]  #!
    return result
""",
    },
    "deep_network.predict": {
        "mean-threshold": """
def predict(X, parameters):
    probs, caches = L_model_forward(X, parameters)
    return (probs > probs.mean()).astype(int)  #!
""",
    },
}


def source_of(marked):
    """The answer itself, without the marks."""
    return re.sub(r"  #!$", "", marked.lstrip("\n"), flags=re.M)


def mistaken_lines(marked):
    return {number for number, line in enumerate(marked.lstrip("\n").splitlines(), 1) if line.endswith("#!")}
