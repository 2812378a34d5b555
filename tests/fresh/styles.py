# ruff: noqa: E501
"""Wrong answers as learners write them: their own names, loops, helpers, habits. Written before anything was seen of what is
said about them, and the same since. Of each style: a right answer, and what goes wrong in it: name → (what is right, what stands
there instead). Three of the styles are wrong themselves: `check` was right to say so.
"""

STYLES = []
RIGHT_AFTER_ALL = {("deep_network.L_model_backward", "key-24")}  # dA0 … may be there or not, whatever they are called


def style(id, right, **wrong):
    STYLES.append((id, right.strip("\n") + "\n", wrong))


style(
    "vectorization.flatten_images",
    """
def flatten_images(images):
    number = images.shape[0]
    flat = images.reshape(number, -1)
    return flat.T
""",
    no_transpose=("flat.T", "flat"),
    the_other_way=("images.reshape(number, -1)\n    return flat.T", "images.reshape(-1, number)\n    return flat"),
    divided=("flat.T", "flat.T / 255"),
    one_long=("images.reshape(number, -1)", "images.reshape(-1)"),
    first_only=("    return flat.T", "    return flat[0].T"),
    last_axis=("images.shape[0]", "images.shape[-1]"),
)
style(
    "vectorization.flatten_images",
    """
def flatten_images(images):
    columns = []
    for picture in images:
        columns.append(picture.ravel())
    X = np.stack(columns, axis=1)
    return X
""",
    stacked_in_rows=("axis=1", "axis=0"),
    fortran=("picture.ravel()", "picture.ravel(order='F')"),
    returned_early=(
        "    X = np.stack(columns, axis=1)\n    return X",
        "        X = np.stack(columns, axis=1)\n        return X",
    ),
    a_list=("    X = np.stack(columns, axis=1)\n    return X", "    return columns"),
)
style(
    "vectorization.normalize_rows",
    """
def normalize_rows(x):
    lengths = np.sqrt(np.sum(x ** 2, axis=1, keepdims=True))
    return x / lengths
""",
    columns=("axis=1", "axis=0"),
    no_root=("np.sqrt(np.sum(x ** 2, axis=1, keepdims=True))", "np.sum(x ** 2, axis=1, keepdims=True)"),
    no_square=("x ** 2", "x"),
    no_keepdims=(", keepdims=True", ""),
    whole=("axis=1, keepdims=True", "keepdims=True"),
    mean=("np.sum(", "np.mean("),
    times=("x / lengths", "x * lengths"),
    absolute=("np.sqrt(np.sum(x ** 2, axis=1, keepdims=True))", "np.sum(np.abs(x), axis=1, keepdims=True)"),
)
style(
    "vectorization.computation_graph",
    """
def computation_graph(a, b, c):
    u = b * c
    v = a + u
    J = 3 * v
    dv = 3
    da = dv * 1
    du = dv * 1
    db = du * c
    dc = du * b
    return J, {"da": da, "db": db, "dc": dc}
""",
    swapped=("db = du * c\n    dc = du * b", "db = du * b\n    dc = du * c"),
    sum_instead=("u = b * c", "u = b + c"),
    slope_one=("dv = 3", "dv = 1"),
    dc_of_v=("dc = du * b", "dc = v * b"),
    two_times=("J = 3 * v", "J = 2 * v"),
    wrong_key=('"dc": dc', '"dC": dc'),
    da_is_a=("da = dv * 1", "da = dv * a"),
)
style(
    "vectorization.propagate_loop",
    """
def propagate_loop(w, b, X, Y):
    n, m = X.shape
    J = 0.0
    dw = np.zeros((n, 1))
    db = 0.0
    for i in range(m):
        z = b
        for j in range(n):
            z += w[j, 0] * X[j, i]
        a = 1 / (1 + math.exp(-z))
        J += -(Y[0, i] * math.log(a) + (1 - Y[0, i]) * math.log(1 - a))
        dz = a - Y[0, i]
        for j in range(n):
            dw[j, 0] += X[j, i] * dz
        db += dz
    J = J / m
    dw = dw / m
    db = db / m
    return {"dw": dw, "db": db}, J
""".replace("math.", "np."),
    no_bias=("z = b\n", "z = 0\n"),
    sign_of_dz=("dz = a - Y[0, i]", "dz = Y[0, i] - a"),
    forgot_mean_dw=("    dw = dw / m\n", ""),
    forgot_mean_J=("    J = J / m\n", ""),
    overwritten_db=("db += dz", "db = dz"),
    overwritten_dw=("dw[j, 0] += X", "dw[j, 0] = X"),
    plus_exp=("np.exp(-z)", "np.exp(z)"),
    indices=("dw[j, 0] += X[j, i]", "dw[j, 0] += X[i, j]"),
    mean_in_loop=("        db += dz\n    J = J / m", "        db += dz\n        J = J / m"),
    one_too_few=("range(m)", "range(m - 1)"),
    cost_sign=("J += -(", "J += ("),
    cost_half=(" + (1 - Y[0, i]) * np.log(1 - a)", ""),
    z_not_reset=(
        "    db = 0.0\n    for i in range(m):\n        z = b\n",
        "    db = 0.0\n    z = b\n    for i in range(m):\n",
    ),
    divided_by_n=("dw = dw / m", "dw = dw / n"),
)
style(
    "logistic_regression.sigmoid",
    """
def sigmoid(z):
    e = np.exp(-z)
    s = 1 / (1 + e)
    return s
""",
    plus=("np.exp(-z)", "np.exp(z)"),
    minus_e=("1 + e", "1 - e"),
    parentheses=("1 / (1 + e)", "1 / 1 + e"),
    math_exp=("np.exp(-z)", "math.exp(-z)"),
    returns_e=("return s", "return e"),
    nothing=("    return s\n", "    print(s)\n"),
    slope=("return s", "return s * (1 - s)"),
)
style(
    "logistic_regression.initialize_with_zeros",
    """
def initialize_with_zeros(dim):
    w = np.zeros(shape=(dim, 1))
    b = 0.0
    return w, b
""",
    flat=("(dim, 1)", "(dim,)"),
    row=("(dim, 1)", "(1, dim)"),
    ones=("np.zeros", "np.ones"),
    order=("return w, b", "return b, w"),
    bias_array=("b = 0.0", "b = np.zeros((dim, 1))"),
    forgot_b=("return w, b", "return w"),
)
style(
    "logistic_regression.propagate",
    """
def propagate(w, b, X, Y):
    n_examples = X.shape[1]

    # forward
    logits = w.T @ X + b
    probs = sigmoid(logits)
    losses = Y * np.log(probs) + (1 - Y) * np.log(1 - probs)
    cost = -losses.mean()

    # backward
    diff = probs - Y
    grad_w = X @ diff.T / n_examples
    grad_b = diff.mean()
    grads = {"dw": grad_w, "db": grad_b}
    return grads, cost
""",
    sum_of_losses=("-losses.mean()", "-losses.sum()"),
    no_minus=("-losses.mean()", "losses.mean()"),
    label_first=("probs - Y", "Y - probs"),
    grad_b_sum=("diff.mean()", "diff.sum()"),
    grad_b_keep=("diff.mean()", "diff.mean(axis=1, keepdims=True)"),
    no_bias=("w.T @ X + b", "w.T @ X"),
    no_sigmoid=("probs = sigmoid(logits)", "probs = logits"),
    not_divided=(" / n_examples", ""),
    log_of_label=("np.log(1 - probs)", "np.log(1 - Y)"),
    no_transpose_w=("w.T @ X", "w @ X"),
    no_transpose_diff=("X @ diff.T", "X @ diff"),
    transposed_result=("X @ diff.T / n_examples", "diff @ X.T / n_examples"),
    features=("X.shape[1]", "X.shape[0]"),
    squares=("cost = -losses.mean()", "cost = ((probs - Y) ** 2).mean()"),
    twice_sigmoid=("diff = probs - Y", "diff = sigmoid(probs) - Y"),
    slope_too_much=("diff = probs - Y", "diff = (probs - Y) * probs * (1 - probs)"),
    not_returned=("return grads, cost", "return grads"),
    swapped=("return grads, cost", "return cost, grads"),
    bare=('grads = {"dw": grad_w, "db": grad_b}', 'grads = {"w": grad_w, "b": grad_b}'),
    product_with_dot=("Y * np.log(probs)", "np.dot(Y, np.log(probs))"),
    m_of_notebook=("n_examples = X.shape[1]", "n_examples = len(X)"),
)
style(
    "logistic_regression.optimize",
    """
def optimize(w, b, X, Y, num_iterations=100, learning_rate=0.01):
    w = copy.deepcopy(w)
    b = copy.deepcopy(b)
    history = []
    for step in range(num_iterations):
        gradients, J = propagate(w, b, X, Y)
        dw = gradients["dw"]
        db = gradients["db"]
        w = w - learning_rate * dw
        b = b - learning_rate * db
        if step % 100 == 0:
            history.append(J)
    params = {"w": w, "b": b}
    grads = {"dw": dw, "db": db}
    return params, grads, history
""".replace("copy.deepcopy(w)", "w + 0.0").replace("    b = copy.deepcopy(b)\n", ""),
    uphill=("w = w - learning_rate * dw", "w = w + learning_rate * dw"),
    b_with_dw=("b = b - learning_rate * db", "b = b - learning_rate * dw"),
    b_forgotten=("        b = b - learning_rate * db\n", ""),
    every=("        if step % 100 == 0:\n            history.append(J)", "        history.append(J)"),
    ten=("step % 100", "step % 10"),
    no_rate=("w - learning_rate * dw", "w - dw"),
    return_inside=(
        '    params = {"w": w, "b": b}\n    grads = {"dw": dw, "db": db}\n    return',
        '        params = {"w": w, "b": b}\n        grads = {"dw": dw, "db": db}\n        return',
    ),
    one_more=("range(num_iterations)", "range(1, num_iterations)"),
    order=("params, grads, history\n", "params, history, grads\n"),
    after_hundred=("step % 100 == 0", "step % 100 == 99"),
    overwritten_cost=("history.append(J)", "history = [J]"),
    gradient_once=(
        "    for step in range(num_iterations):\n        gradients, J = propagate(w, b, X, Y)",
        "    gradients, J = propagate(w, b, X, Y)\n    for step in range(num_iterations):",
    ),
)
style(
    "logistic_regression.predict",
    """
def predict(w, b, X):
    m = X.shape[1]
    result = np.zeros((1, m))
    p = sigmoid(np.dot(w.T, X) + b)
    for i in range(m):
        if p[0, i] > 0.5:
            result[0, i] = 1
        else:
            result[0, i] = 0
    return result
""",
    probabilities=("    return result", "    return p"),
    below=("p[0, i] > 0.5", "p[0, i] < 0.5"),
    zero=("p[0, i] > 0.5", "p[0, i] > 0"),
    no_bias=("np.dot(w.T, X) + b", "np.dot(w.T, X)"),
    early=("            result[0, i] = 0\n    return", "            result[0, i] = 0\n        return"),
    column=("np.zeros((1, m))", "np.zeros((m, 1))"),
    first_always=("p[0, i] > 0.5", "p[0, 0] > 0.5"),
    features=("X.shape[1]", "X.shape[0]"),
    no_sigmoid=("sigmoid(np.dot(w.T, X) + b)", "np.dot(w.T, X) + b"),
)
style(
    "one_hidden_layer.forward_propagation",
    """
def forward_propagation(X, parameters):
    W1, b1, W2, b2 = (parameters[name] for name in ("W1", "b1", "W2", "b2"))
    hidden_in = np.matmul(W1, X) + b1
    hidden = np.tanh(hidden_in)
    out_in = np.matmul(W2, hidden) + b2
    out = sigmoid(out_in)
    return out, {"Z1": hidden_in, "A1": hidden, "Z2": out_in, "A2": out}
""",
    names_mixed=('("W1", "b1", "W2", "b2")', '("W1", "W2", "b1", "b2")'),
    sigmoid_hidden=("np.tanh(hidden_in)", "sigmoid(hidden_in)"),
    tanh_out=("sigmoid(out_in)", "np.tanh(out_in)"),
    x_again=("np.matmul(W2, hidden)", "np.matmul(W2, X)"),
    not_activated=("np.matmul(W2, hidden)", "np.matmul(W2, hidden_in)"),
    b1_twice=("hidden) + b2", "hidden) + b1"),
    z_as_a=('"A1": hidden,', '"A1": hidden_in,'),
    without_a2=(', "A2": out}', "}"),
    z2_returned=("return out, {", "return out_in, {"),
    order=("np.matmul(W1, X)", "np.matmul(X, W1)"),
)
style(
    "one_hidden_layer.compute_cost",
    """
def compute_cost(A2, Y):
    m = Y.shape[1]
    cost = 0
    for i in range(m):
        if Y[0, i] == 1:
            cost = cost - np.log(A2[0, i])
        else:
            cost = cost - np.log(1 - A2[0, i])
    return cost / m
""",
    plus=("cost = cost - np.log(A2[0, i])", "cost = cost + np.log(A2[0, i])"),
    both_alike=("np.log(1 - A2[0, i])", "np.log(A2[0, i])"),
    sum_only=("cost / m", "cost"),
    zero_label=("Y[0, i] == 1", "Y[0, i] == 0"),
    last_only=("cost = cost - np.log(1", "cost = -np.log(1"),
    early=("    return cost / m", "        return cost / m"),
    log10=("np.log(A2[0, i])", "np.log10(A2[0, i])"),
)
style(
    "one_hidden_layer.backward_propagation",
    """
def backward_propagation(parameters, cache, X, Y):
    m = X.shape[1]
    W2 = parameters["W2"]
    A1 = cache["A1"]
    A2 = cache["A2"]
    error_out = A2 - Y
    dW2 = error_out.dot(A1.T) / m
    db2 = error_out.sum(axis=1, keepdims=True) / m
    error_hidden = W2.T.dot(error_out) * (1 - A1 ** 2)
    dW1 = error_hidden.dot(X.T) / m
    db1 = error_hidden.sum(axis=1, keepdims=True) / m
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}
""",
    no_slope=(" * (1 - A1 ** 2)", ""),
    sigmoid_slope=("(1 - A1 ** 2)", "A1 * (1 - A1)"),
    slope_not_squared=("(1 - A1 ** 2)", "(1 - A1)"),
    square_outside=("(1 - A1 ** 2)", "(1 - A1) ** 2"),
    sum_everything=("error_hidden.sum(axis=1, keepdims=True)", "error_hidden.sum()"),
    db2_axis0=("error_out.sum(axis=1, keepdims=True)", "error_out.sum(axis=0, keepdims=True)"),
    a2_for_a1=("error_out.dot(A1.T)", "error_out.dot(A2.T)"),
    x_not_transposed=("error_hidden.dot(X.T)", "error_hidden.dot(X)"),
    w2_not_transposed=("W2.T.dot(error_out)", "W2.dot(error_out)"),
    w1_instead=('parameters["W2"]', 'parameters["W1"]'),
    z1_in_slope=("A1 ** 2", "X ** 2"),
    sign=("error_out = A2 - Y", "error_out = Y - A2"),
    twice_divided=("error_out = A2 - Y", "error_out = (A2 - Y) / m"),
    mixed_keys=('"dW1": dW1, "db1": db1, "dW2": dW2', '"dW1": dW2, "db1": db1, "dW2": dW1'),
    no_mean_db1=("error_hidden.sum(axis=1, keepdims=True) / m", "error_hidden.sum(axis=1, keepdims=True)"),
    slope_of_out=("error_out = A2 - Y", "error_out = (A2 - Y) * A2 * (1 - A2)"),
    a1_for_x=("error_hidden.dot(X.T)", "error_hidden.dot(A1.T)"),
)
style(
    "one_hidden_layer.update_parameters",
    """
def update_parameters(parameters, grads, learning_rate=1.2):
    result = dict()
    for key in parameters:
        result[key] = parameters[key] - learning_rate * grads["d" + key]
    return result
""",
    plus=("] - learning", "] + learning"),
    no_rate=("learning_rate * grads", "grads"),
    old=("return result", "return parameters"),
    early=("    return result", "        return result"),
    only_step=("parameters[key] - learning_rate * grads", "learning_rate * grads"),
    key=('grads["d" + key]', "grads[key]"),
    fixed_rate=("learning_rate * grads", "0.01 * grads"),
)
style(
    "one_hidden_layer.predict",
    """
def predict(parameters, X):
    probs, _ = forward_propagation(X, parameters)
    return (probs > 0.5).astype(int)
""",
    rounding_up=("(probs > 0.5).astype(int)", "np.ceil(probs)"),
    swapped=("forward_propagation(X, parameters)", "forward_propagation(parameters, X)"),
    cache=("probs, _ =", "_, probs ="),
    low=("probs > 0.5", "probs > 0.05"),
    raw=("(probs > 0.5).astype(int)", "probs"),
    not_unpacked=("probs, _ =", "probs ="),
)
style(
    "one_hidden_layer.leaky_relu",
    """
def leaky_relu(z):
    return np.where(z > 0, z, 0.01 * z)
""",
    tenth=("0.01", "0.1"),
    minus=("0.01 * z", "-0.01 * z"),
    constant=("0.01 * z", "0.01"),
    other_way=("z > 0", "z < 0"),
)
style(
    "one_hidden_layer.tanh_derivative",
    """
def tanh_derivative(z):
    t = (np.exp(z) - np.exp(-z)) / (np.exp(z) + np.exp(-z))
    return 1 - t * t
""",
    sigmoidal=("1 - t * t", "t * (1 - t)"),
    z=("1 - t * t", "1 - z * z"),
    not_squared=("1 - t * t", "1 - t"),
    plus=("1 - t * t", "1 + t * t"),
)
style(
    "deep_network.initialize_parameters_deep",
    """
def initialize_parameters_deep(layer_dims):
    rng = np.random.default_rng(3)
    params = {}
    for i, (before, now) in enumerate(zip(layer_dims[:-1], layer_dims[1:])):
        params["W" + str(i + 1)] = rng.standard_normal((now, before)) / np.sqrt(before)
        params["b" + str(i + 1)] = np.zeros((now, 1))
    return params
""",
    turned=("(now, before)", "(before, now)"),
    scaled=(" / np.sqrt(before)", " * 0.01"),
    unscaled=(" / np.sqrt(before)", ""),
    bias_flat=("(now, 1)", "(now,)"),
    from_zero=('"W" + str(i + 1)', '"W" + str(i)'),
    divided_whole=("np.sqrt(before)", "before"),
)
style(
    "deep_network.linear_forward",
    """
def linear_forward(A, W, b):
    out = np.einsum("ij,jk->ik", W, A)
    out = out + b
    return out, (A, W, b)
""",
    no_b=("    out = out + b\n", ""),
    cache_short=("(A, W, b)\n", "(A, W)\n"),
    cache_out=("out, (A, W, b)", "out, (out, W, b)"),
    minus_b=("out + b", "out - b"),
    cache_order=("out, (A, W, b)", "out, (W, A, b)"),
)
style(
    "deep_network.linear_activation_forward",
    """
def linear_activation_forward(A_prev, W, b, activation):
    functions = {"sigmoid": sigmoid, "relu": relu, "tanh": tanh}
    Z, first = linear_forward(A_prev, W, b)
    A, second = functions[activation](Z)
    return A, (first, second)
""",
    relu_is_tanh=('"relu": relu', '"relu": tanh'),
    caches_turned=("(first, second)", "(second, first)"),
    only_one=("A, (first, second)", "A, first"),
    no_tanh=(', "tanh": tanh', ""),
    on_a=("functions[activation](Z)", "functions[activation](A_prev)"),
    z_returned=("return A,", "return Z,"),
    capital=('"relu": relu', '"ReLU": relu'),
)
style(
    "deep_network.L_model_forward",
    """
def L_model_forward(X, parameters):
    caches = []
    L = len(parameters) // 2
    A = X
    for l in range(1, L):
        A, cache = linear_activation_forward(A, parameters["W%d" % l], parameters["b%d" % l], "relu")
        caches += [cache]
    AL, cache = linear_activation_forward(A, parameters["W%d" % L], parameters["b%d" % L], "sigmoid")
    caches += [cache]
    return AL, caches
""",
    count=("len(parameters) // 2", "len(parameters)"),
    one_layer_more=("range(1, L)", "range(1, L + 1)"),
    always_x=(
        'linear_activation_forward(A, parameters["W%d" % l]',
        'linear_activation_forward(X, parameters["W%d" % l]',
    ),
    last_relu=('"sigmoid"', '"relu"'),
    last_cache=('% L], "sigmoid")\n    caches += [cache]', '% L], "sigmoid")'),
    reset=("        caches += [cache]\n    AL", "        caches = [cache]\n    AL"),
    last_x=('linear_activation_forward(A, parameters["W%d" % L]', 'linear_activation_forward(X, parameters["W%d" % L]'),
    from_zero=("range(1, L)", "range(L)"),
)
style(
    "deep_network.compute_cost",
    """
def compute_cost(AL, Y):
    m = Y.size
    positive = np.sum(np.log(AL[Y == 1]))
    negative = np.sum(np.log(1 - AL[Y == 0]))
    return -(positive + negative) / m
""",
    no_minus=("-(positive", "(positive"),
    same=("np.log(1 - AL[Y == 0])", "np.log(AL[Y == 0])"),
    half=("(positive + negative)", "positive"),
    whole=(" / m", ""),
    difference=("positive + negative", "positive - negative"),
    counts=("Y.size", "Y.shape[0]"),
    two=("-(positive + negative) / m", "-(positive + negative) / (2 * m)"),
)
style(
    "deep_network.linear_backward",
    """
def linear_backward(dZ, cache):
    A_prev, W, b = cache
    m = A_prev.shape[1]
    inv = 1.0 / m
    dW = inv * (dZ @ A_prev.T)
    db = inv * np.sum(dZ, axis=1).reshape(-1, 1)
    dA_prev = W.T @ dZ
    return dA_prev, dW, db
""",
    rows=("A_prev.shape[1]", "A_prev.shape[0]"),
    flat=(".reshape(-1, 1)", ""),
    axis0=("axis=1).reshape(-1, 1)", "axis=0).reshape(-1, 1)"),
    mean_too=("W.T @ dZ", "inv * (W.T @ dZ)"),
    order=("return dA_prev, dW, db", "return dW, db, dA_prev"),
    unpacked=("A_prev, W, b = cache", "W, A_prev, b = cache"),
    no_t=("W.T @ dZ", "W @ dZ"),
    t_wrong=("dZ @ A_prev.T", "dZ.T @ A_prev"),
    not_mean_w=("inv * (dZ @ A_prev.T)", "dZ @ A_prev.T"),
    da_of_a=("W.T @ dZ", "W.T @ dW"),
)
style(
    "deep_network.linear_activation_backward",
    """
def linear_activation_backward(dA, cache, activation):
    linear, act = cache
    if activation == "relu":
        d = relu_backward(dA, act)
    if activation == "sigmoid":
        d = sigmoid_backward(dA, act)
    if activation == "tanh":
        d = tanh_backward(dA, act)
    return linear_backward(d, linear)
""",
    turned=("linear, act = cache", "act, linear = cache"),
    not_used=("linear_backward(d, linear)", "linear_backward(dA, linear)"),
    same=("d = tanh_backward", "d = sigmoid_backward"),
    only_d=("return linear_backward(d, linear)", "return d"),
    wrong_cache=("relu_backward(dA, act)", "relu_backward(dA, linear)"),
)
style(
    "deep_network.L_model_backward",
    """
def L_model_backward(AL, Y, caches):
    grads = {}
    L = len(caches)
    Y = Y.reshape(AL.shape)
    dA = -(Y / AL) + (1 - Y) / (1 - AL)
    for l in range(L, 0, -1):
        kind = "sigmoid" if l == L else "relu"
        dA, dW, db = linear_activation_backward(dA, caches[l - 1], kind)
        grads[f"dA{l - 1}"] = dA
        grads[f"dW{l}"] = dW
        grads[f"db{l}"] = db
    return grads
""",
    sign=("-(Y / AL)", "(Y / AL)"),
    minus=("+ (1 - Y)", "- (1 - Y)"),
    all_relu=('"sigmoid" if l == L else "relu"', '"relu"'),
    cache_off=("caches[l - 1]", "caches[-l]"),
    key=('f"dA{l - 1}"', 'f"dA{l}"'),
    forward=("range(L, 0, -1)", "range(1, L + 1)"),
    stops_early=("range(L, 0, -1)", "range(L, 1, -1)"),
    fused=("-(Y / AL) + (1 - Y) / (1 - AL)", "AL - Y"),
    order=("dA, dW, db = linear", "dW, db, dA = linear"),
)
style(
    "deep_network.update_parameters",
    """
def update_parameters(params, grads, learning_rate):
    out = {}
    L = len(params) // 2
    for l in range(L):
        out["W" + str(l + 1)] = params["W" + str(l + 1)] - learning_rate * grads["dW" + str(l + 1)]
        out["b" + str(l + 1)] = params["b" + str(l + 1)] - learning_rate * grads["db" + str(l + 1)]
    return out
""",
    b_plus=('params["b" + str(l + 1)] - ', 'params["b" + str(l + 1)] + '),
    short=("range(L)", "range(L - 1)"),
    w_twice=('grads["db" + str(l + 1)]', 'grads["dW" + str(l + 1)]'),
    all_first=('grads["dW" + str(l + 1)]', 'grads["dW1"]'),
    count=("len(params) // 2", "len(params)"),
)
style(
    "deep_network.predict",
    """
def predict(X, parameters):
    probs, caches = L_model_forward(X, parameters)
    answer = np.zeros(probs.shape)
    answer[probs > 0.5] = 1
    return answer
""",
    other=("answer[probs > 0.5] = 1", "answer[probs < 0.5] = 1"),
    ones=("np.zeros", "np.ones"),
    shape_of_x=("np.zeros(probs.shape)", "np.zeros(X.shape)"),
    probs=("return answer", "return probs"),
    half=("= 1\n", "= 0.5\n"),
)
style(
    "logistic_regression.model",
    """
def model(X_train, Y_train, X_test, Y_test, num_iterations=2000, learning_rate=0.5):
    w, b = initialize_with_zeros(X_train.shape[0])
    params, grads, costs = optimize(w, b, X_train, Y_train, num_iterations, learning_rate)
    w, b = params["w"], params["b"]
    return {"costs": costs, "w": w, "b": b, "Y_prediction_test": predict(w, b, X_test), "Y_prediction_train": predict(w, b, X_train)}
""",
    examples=("X_train.shape[0]", "X_train.shape[1]"),
    untrained=('    w, b = params["w"], params["b"]\n', ""),
    test_trained=("optimize(w, b, X_train, Y_train", "optimize(w, b, X_test, Y_test"),
    both_train=('"Y_prediction_test": predict(w, b, X_test)', '"Y_prediction_test": predict(w, b, X_train)'),
    rate=("num_iterations, learning_rate)\n    w", "num_iterations, 0.005)\n    w"),
    arguments=("num_iterations, learning_rate)\n    w", "learning_rate, num_iterations)\n    w"),
)


def wrong_answers():
    """(exercise, name, source, the right answer it differs from) of each."""
    for number, (id, right, wrong) in enumerate(STYLES):
        for name, (old, new) in wrong.items():
            yield id, f"{name}-{number}", right.replace(old, new, 1), right
