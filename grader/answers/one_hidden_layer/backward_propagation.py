"""Wrong and right answers to `one_hidden_layer.backward_propagation`."""

from grader.answers import right, sentences, wrong

SLOPE_TANH = "dZ1 = W2.T @ dZ2 * (1 - A1**2)"
DW1 = "dW1 = dZ1 @ X.T / m"
DB1 = "db1 = np.sum(dZ1, axis=1, keepdims=True) / m"
DW2 = "dW2 = dZ2 @ A1.T / m"
DB2 = "db2 = np.sum(dZ2, axis=1, keepdims=True) / m"

ANSWERS = (
    wrong("slope-of-tanh-forgotten", SLOPE_TANH, "dZ1 = W2.T @ dZ2",
          "dZ1 lacks the slope of tanh. What comes back through W2 passes the bend: times g1′(Z1).",
          holds="shapes output untouched"),
    wrong("slope-of-the-sigmoid", SLOPE_TANH, "dZ1 = W2.T @ dZ2 * sigmoid(cache['Z1']) * (1 - sigmoid(cache['Z1']))",
          "dZ1 was made with the slope of the sigmoid. The hidden layer bends with tanh.",
          holds="shapes output untouched"),
    wrong("formula-of-the-sigmoid", SLOPE_TANH, "dZ1 = W2.T @ dZ2 * A1 * (1 - A1)",
          "a(1 − a) is the slope of the sigmoid. The hidden layer bends with tanh: 1 − a².",
          holds="shapes output untouched"),
    wrong("slope-of-the-output-layer", SLOPE_TANH, "dZ1 = W2.T @ dZ2 * A2 * (1 - A2)",
          "dZ1 was made with g2′, the slope of the output layer. It needs g1′: the slope of the hidden layer at Z1.",
          holds="shapes output untouched"),
    wrong("slope-of-relu", SLOPE_TANH, "dZ1 = W2.T @ dZ2 * (A1 > 0)",
          "dZ1 was made with the slope of ReLU. The hidden layer bends with tanh.", holds="shapes output untouched"),
    wrong("square-forgotten", SLOPE_TANH, "dZ1 = W2.T @ dZ2 * (1 - A1)",
          "The square is missing in the slope of tanh: 1 − a² and not 1 − a.", holds="shapes output untouched"),
    wrong("z1-for-a1", SLOPE_TANH, "dZ1 = W2.T @ dZ2 * (1 - cache['Z1'] ** 2)",
          "Z1 was squared. The slope of tanh is 1 − a², made of the output A1.", holds="shapes output untouched"),
    wrong("tanh-twice", SLOPE_TANH, "dZ1 = W2.T @ dZ2 * (1 - np.tanh(A1) ** 2)",
          "tanh was applied to A1, which is tanh(Z1) already. Take either A1 as it is or tanh(Z1).",
          holds="shapes output untouched"),
    wrong("slope-applied-twice", SLOPE_TANH, "dZ1 = W2.T @ dZ2 * (1 - A1**2) * (1 - A1**2)",
          "The slope of tanh is multiplied in twice. Once is right.", holds="shapes output untouched"),
    wrong("w2-not-transposed", SLOPE_TANH, "dZ1 = W2 @ dZ2 * (1 - A1**2)", sentences.W2_NOT_TRANSPOSED),
    wrong("w1-for-w2", "W2, A1, A2 =", "W1, A1, A2 =", 'parameters["W2"], cache', 'parameters["W1"], cache',
          SLOPE_TANH, "dZ1 = W1.T @ dZ2 * (1 - A1**2)",
          "dZ1 was made with W1. The way back from the output to the hidden layer leads through W2."),
    wrong("w2-forgotten", SLOPE_TANH, "dZ1 = dZ2 * (1 - A1**2)",
          "dZ1 lacks W2: a hidden unit counts as much as its weight to the output.", holds="shapes output untouched"),
    wrong("dz2-forgotten", SLOPE_TANH, "dZ1 = W2.T * (1 - A1**2)",
          "dZ1 lacks dZ2: what comes from the output, the mistake on each example, has to arrive in the hidden layer.",
          holds="shapes output untouched"),
    wrong("dz2-sign", "dZ2 = A2 - Y", "dZ2 = Y - A2",
          "dZ2 has the wrong sign: it is prediction minus label. All gradients are turned with it."),
    wrong("labels-forgotten", "dZ2 = A2 - Y", "dZ2 = A2",
          "dZ2 lacks the labels: it is prediction minus label. Nothing can be learned without right answers."),
    wrong("dz2-times-sigmoid-slope", "dZ2 = A2 - Y", "dZ2 = (A2 - Y) * A2 * (1 - A2)",
          "The sigmoid's slope is multiplied in once too often: with the cross-entropy it cancels. "
          "(For a squared error this would be right.)"),
    wrong("dz2-of-the-sigmoid-only", "dZ2 = A2 - Y", "dZ2 = A2 * (1 - A2)",
          "A2(1 − A2) is the slope of the sigmoid alone. Times the slope of the loss it becomes A2 − Y."),
    wrong("da2-taken-for-dz2", "dZ2 = A2 - Y", "dZ2 = -Y / A2 + (1 - Y) / (1 - A2)",
          "This is dA2, the slope along A2. For dZ2 the slope of the sigmoid is still missing."),
    wrong("gradients-not-averaged", DW1, DW1.removesuffix(" / m"), DB1, DB1.removesuffix(" / m"),
          DW2, DW2.removesuffix(" / m"), DB2, DB2.removesuffix(" / m"),
          "The gradients are sums over the examples. The cost is a mean, so its slopes are means too: divide by m."),
    wrong("weights-not-averaged", DW1, DW1.removesuffix(" / m"), DW2, DW2.removesuffix(" / m"),
          "dW1 and dW2 are sums over the examples. The cost is a mean, so its slopes are means too: divide by m."),
    wrong("biases-not-averaged", DB1, DB1.removesuffix(" / m"), DB2, DB2.removesuffix(" / m"),
          "db1 and db2 are sums over the examples. The cost is a mean, so its slopes are means too: divide by m."),
    wrong("hidden-layer-not-averaged", DW1, DW1.removesuffix(" / m"), DB1, DB1.removesuffix(" / m"),
          "The 1/m is missing in the hidden layer. All four gradients are means over the examples.",
          holds="shapes output untouched"),
    wrong("dw1-not-averaged", DW1, DW1.removesuffix(" / m"),
          "dW1 is a sum over the examples. The cost is a mean, so its slope is one too: divide by m.",
          holds="shapes output untouched"),
    wrong("dw2-not-averaged", DW2, DW2.removesuffix(" / m"),
          "dW2 is a sum over the examples. The cost is a mean, so its slope is one too: divide by m.",
          holds="shapes hidden untouched"),
    wrong("averaged-twice", "dZ2 = A2 - Y", "dZ2 = (A2 - Y) / m",
          "dZ2 is divided by m, and the gradients made of it once more. Once is enough."),
    wrong("m-from-the-rows", "m = X.shape[1]", "m = X.shape[0]",
          "m was read from the rows of X, which count the features. The examples are its columns."),
    wrong("m-written-into-the-code", "m = X.shape[1]", "m = 400",
          "400 is written into the code. Read the number of examples from the shape of X."),
    wrong("db1-summed-over-everything", DB1, "db1 = np.sum(dZ1) / m",
          "db1 is one number: the sum ran over the units, too. "
          "Each hidden unit has a bias of its own: sum along the examples only.", holds="output untouched"),
    wrong("db1-averaged-over-everything", DB1, "db1 = np.mean(dZ1)",
          "db1 is one number: the mean ran over the units, too. "
          "Each hidden unit has a bias of its own: take the mean along the examples only.", holds="output untouched"),
    wrong("db1-along-the-wrong-axis", DB1, "db1 = np.sum(dZ1, axis=0, keepdims=True) / m",
          "db1 was summed along axis 0, over the units. The examples lie along axis 1.", holds="output untouched"),
    wrong("axes-not-kept", DB1, "db1 = np.sum(dZ1, axis=1) / m", DB2, "db2 = np.sum(dZ2, axis=1) / m",
          "db1 and db2 have one axis only: keepdims=True is missing. Such a bias would be added as a row.",
          holds="output hidden slope pictures untouched"),
    wrong("db2-as-a-number", DB2, "db2 = np.sum(dZ2) / m",
          "db2 is a plain number. A gradient has the shape of its variable: b2 is (1, 1).",
          holds="output hidden slope pictures untouched"),
    wrong("db1-from-dz2", DB1, "db1 = np.sum(dZ2, axis=1, keepdims=True) / m",
          "db1 was made of dZ2. It belongs to the hidden layer: dZ1.", holds="output untouched"),
    wrong("db1-from-dw1", DB1, "db1 = np.sum(dW1, axis=1, keepdims=True) / m",
          "db1 was made of dW1. It is the mean of dZ1 over the examples.", holds="shapes output untouched"),
    wrong("db2-from-dw2", DB2, "db2 = np.sum(dW2, axis=1, keepdims=True) / m",
          "db2 was made of dW2. It is the mean of dZ2 over the examples.", holds="shapes hidden untouched"),
    wrong("dw2-from-z1", DW2, "dW2 = dZ2 @ cache['Z1'].T / m",
          "dW2 was made with Z1. What goes into layer 2 is A1, after the bend.", holds="shapes hidden untouched"),
    wrong("dw2-from-x", DW2, "dW2 = dZ2 @ X.T / m",
          "dW2 was made with X. What goes into layer 2 is A1.", holds="hidden untouched"),
    wrong("dw2-from-a2", DW2, "dW2 = dZ2 @ A2.T / m",
          "dW2 was made with A2, what comes out of layer 2. What goes in counts: A1.", holds="hidden untouched"),
    wrong("dw1-from-a1", DW1, "dW1 = dZ1 @ A1.T / m",
          "dW1 was made with A1, what comes out of layer 1. What goes in counts: X.", holds="output untouched"),
    wrong("dw2-elementwise", DW2, "dW2 = dZ2 * A1 / m",
          "dW2 keeps one column for each example: * adds nothing up. A matrix product multiplies and adds at once.",
          holds="hidden untouched"),
    wrong("x-not-transposed", DW1, "dW1 = dZ1 @ X / m",
          "dZ1 times X does not fit: (n_h, m) times (n_x, m). Transpose X, so that the examples meet and are summed."),
    wrong("dw1-turned", DW1, "dW1 = X @ dZ1.T / m",
          "dW1 lies on its side. A gradient has the shape of its variable: W1 is (n_h, n_x).",
          holds="output untouched"),
    wrong("dw2-turned", DW2, "dW2 = A1 @ dZ2.T / m",
          "dW2 is a column. A gradient has the shape of its variable: W2 is (1, n_h).",
          holds="output hidden slope pictures untouched"),
    wrong("gradients-negative", 'return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}',
          'return {"dW1": -dW1, "db1": -db1, "dW2": dW2, "db2": db2}',
          "dW1 and db1 have the wrong sign. The minus comes later, with the step in update_parameters.",
          holds="shapes output untouched"),
    wrong("layers-swapped",
          '"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2', '"dW1": dW2, "db1": db2, "dW2": dW1, "db2": db1',
          "The gradients of the two layers are swapped."),
    wrong("keys-without-d",
          '"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2', '"W1": dW1, "b1": db1, "W2": dW2, "b2": db2',
          'The keys lack their d: "dW1", "db1", "dW2", "db2". "W1" is the name of the weights themselves.'),
    wrong("keys-in-small-letters", '"dW1": dW1, "db1": db1, "dW2": dW2', '"dw1": dW1, "db1": db1, "dw2": dW2',
          'Two keys are misspelt: "dW1" and "dW2" have a capital W. Python tells them apart.'),
    wrong("a-tuple", '{"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}', "dW1, db1, dW2, db2",
          'The gradients come as a tuple. A dictionary with the keys "dW1", "db1", "dW2", "db2" is wanted.'),
    wrong("unknown-name",
          'W2, A1, A2 = parameters["W2"], cache["A1"], cache["A2"]', 'W2, A1 = parameters["W2"], cache["A1"]',
          "`A2` has no value here. Take every array out of parameters or cache first."),
    wrong("printed-not-returned", 'return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}',
          'print({"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2})',
          "The gradients are printed and not returned. Other code can use only what is returned."),
    wrong("writes-into-the-cache", "dZ2 = A2 - Y", "dZ2 = A2\n    dZ2 -= Y",
          "dZ2 is another name for A2, and −= writes into it: the cache is spoilt. A plain minus makes a new array.",
          holds="shapes output hidden slope sizes pictures"),

    right("classic", """
        def backward_propagation(parameters, cache, X, Y):
            m = X.shape[1]
            W1 = parameters["W1"]
            W2 = parameters["W2"]
            A1 = cache["A1"]
            A2 = cache["A2"]
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
        """),
    right("slope-from-z1", SLOPE_TANH, "dZ1 = W2.T @ dZ2 * (1 - np.tanh(cache['Z1']) ** 2)"),
    right("slope-by-your-function", SLOPE_TANH, "dZ1 = tanh_derivative(cache['Z1']) * (W2.T @ dZ2)"),
    right("slope-by-cosh", SLOPE_TANH, "dZ1 = W2.T @ dZ2 / np.cosh(cache['Z1']) ** 2"),
    right("column-times-row", SLOPE_TANH, "dZ1 = W2.T * dZ2 * (1 - A1**2)"),
    right("outer-product", SLOPE_TANH, "dZ1 = np.outer(W2, dZ2) * (1 - A1 * A1)"),
    right("by-da", "dZ2 = A2 - Y", "dA2 = (1 - Y) / (1 - A2) - Y / A2\n    dZ2 = dA2 * A2 * (1 - A2)",
          SLOPE_TANH, "dA1 = np.dot(W2.T, dZ2)\n    dZ1 = dA1 - dA1 * A1**2"),
    right("averaged-first", "dZ2 = A2 - Y", "dZ2 = (A2 - Y) / m", DW1, DW1.removesuffix(" / m"),
          DB1, DB1.removesuffix(" / m"), DW2, DW2.removesuffix(" / m"), DB2, DB2.removesuffix(" / m")),
    right("means", DB1, "db1 = dZ1.mean(axis=1, keepdims=True)", DB2, "db2 = np.average(dZ2, axis=-1)[:, np.newaxis]"),
    right("sums-by-products", DB1, "db1 = dZ1 @ np.ones((m, 1)) / m", DB2, "db2 = np.array([[np.sum(dZ2) / m]])"),
    right("einsum", DW1, "dW1 = np.einsum('hi,xi->hx', dZ1, X) / m", DW2, "dW2 = np.einsum('yi,hi->yh', dZ2, A1) / m"),
    right("transposed-products", DW1, "dW1 = (X @ dZ1.T).T / m", DW2, "dW2 = np.dot(A1, dZ2.T).T / m"),
    right("m-from-y", "m = X.shape[1]", "m = Y.size"),
    right("whole-pass-anew",
          "    dZ2 = A2 - Y", "    A2, cache = forward_propagation(X, parameters)\n    dZ2 = A2 - Y"),
    right("further-keys", '{"dW1": dW1,', '{"dZ1": dZ1, "dZ2": dZ2, "dW1": dW1,'),
    right("float32", "    dZ2 = A2 - Y",
          "    X, W2, A1, A2 = (array.astype(np.float32) for array in (X, W2, A1, A2))\n    dZ2 = A2 - Y"),
    right("one-example-at-a-time", """
        def backward_propagation(parameters, cache, X, Y):
            m = X.shape[1]
            grads = {"d" + name: np.zeros_like(array) for name, array in parameters.items()}
            for i in range(m):
                x, a1 = X[:, i : i + 1], cache["A1"][:, i : i + 1]
                dz2 = cache["A2"][0, i] - Y[0, i]
                dz1 = parameters["W2"].T * dz2 * (1 - a1**2)
                grads["dW2"] += dz2 * a1.T / m
                grads["db2"] += dz2 / m
                grads["dW1"] += dz1 * x.T / m
                grads["db1"] += dz1 / m
            return grads
        """),
)
