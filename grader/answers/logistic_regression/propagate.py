"""Wrong and right answers to `logistic_regression.propagate`."""

from grader.answers import right, sentences, wrong

COST = "-np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A))"

ANSWERS = (
    wrong("cost-summed", "-np.mean(Y", "-np.sum(Y",
          "The cost is a sum over the pictures, not their mean. Divide by m, the columns of X.",
          holds="shapes grads slope untouched"),
    wrong("dw-not-averaged", "X @ dZ.T / m", "X @ dZ.T",
          "dw is a sum over the pictures. The cost is a mean, so its slope is one too: divide by m.",
          holds="shapes cost untouched"),
    wrong("db-summed", "db = np.mean(dZ)", "db = np.sum(dZ)",
          "db is a sum over the pictures. The cost is a mean, so its slope is one too: divide by m.",
          holds="shapes cost untouched"),
    wrong("gradients-not-averaged", "X @ dZ.T / m", "X @ dZ.T", "db = np.mean(dZ)", "db = np.sum(dZ)",
          "dw and db are sums over the pictures. The cost is a mean, so its slopes are means too: divide by m.",
          holds="shapes cost untouched"),
    wrong("averaged-twice", "X @ dZ.T / m", "X @ dZ.T / m / m", "np.mean(dZ)", "np.mean(dZ) / m",
          "dw and db are divided by m twice. Once is enough.", holds="shapes cost untouched"),
    wrong("m-from-the-rows", "m = X.shape[1]", "m = X.shape[0]",
          "np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A))", "np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A)) / m",
          "np.mean(dZ)", "np.sum(dZ) / m",
          "m was read from the rows of X, which count the features. The pictures are its columns."),
    wrong("dw-with-m-from-the-rows", "m = X.shape[1]", "m = X.shape[0]",
          "dw is divided by the number of features. m counts the pictures, the columns of X.",
          holds="shapes cost untouched"),
    wrong("dz-sign", "dZ = A - Y", "dZ = Y - A",
          "dZ has the wrong sign: it is prediction minus label.", holds="shapes cost untouched"),
    wrong("dz-of-the-sigmoid-only", "dZ = A - Y", "dZ = A * (1 - A)",
          "A(1 − A) is the slope of the sigmoid alone. Times the slope of the loss it becomes dZ = A − Y.",
          holds="shapes cost untouched"),
    wrong("dz-times-sigmoid-slope", "dZ = A - Y", "dZ = (A - Y) * A * (1 - A)",
          "The sigmoid's slope A(1 − A) is multiplied in once too often: "
          "with the cross-entropy it cancels, and dZ = A − Y is left. (This would be right for a squared error.)",
          holds="shapes cost untouched"),
    wrong("lost-bracket", COST, "np.mean(-Y * np.log(A) + (1 - Y) * np.log(1 - A))", sentences.MINUS_LOST,
          holds="shapes grads slope untouched"),
    wrong("positive-term-only", COST, "-np.mean(Y * np.log(A))", sentences.CATS_ONLY,
          holds="shapes grads slope untouched"),
    wrong("cost-sign", "cost = -np.mean", "cost = np.mean", sentences.COST_NEGATIVE,
          holds="shapes grads slope untouched"),
    wrong("squared-error", COST, "np.mean((A - Y) ** 2)", sentences.SQUARED_ERROR_MODEL,
          holds="shapes grads slope untouched"),
    wrong("log10", COST, "-np.mean(Y * np.log10(A) + (1 - Y) * np.log10(1 - A))", sentences.LOG_10,
          holds="shapes grads slope untouched"),
    wrong("clipped", "    cost = ", "    A = np.clip(A, 0.05, 0.95)\n    cost = ", sentences.CLIPPED,
          holds="shapes sizes pictures untouched"),
    wrong("w-not-transposed", "sigmoid(w.T @ X + b)", "sigmoid(np.dot(w, X) + b)",
          "np.dot(w, X) does not fit: w is (n, 1) and X is (n, m). Turn w on its side first."),
    wrong("elementwise-product", "sigmoid(w.T @ X + b)", "sigmoid(w * X + b)",
          "w * X multiplies without adding up: it stays (n, m). A weighted sum for each picture is (1, m)."),
    wrong("bias-forgotten", "w.T @ X + b", "w.T @ X", sentences.BIAS_MISSING),
    wrong("sigmoid-forgotten", "A = sigmoid(w.T @ X + b)", "A = w.T @ X + b",
          "The weighted sum goes into the cost as it is. The sigmoid has to make a probability of it first."),
    wrong("dw-turned", "X @ dZ.T / m", "dZ @ X.T / m",
          "dw lies on its side, (1, n). A derivative has the shape of its variable: w is (n, 1).",
          holds="cost grads slope pictures untouched"),
    wrong("dw-elementwise", "X @ dZ.T / m", "X * dZ / m",
          "X * dZ keeps one column for each picture. They have to be summed: a matrix product does both at once.",
          holds="cost untouched"),
    wrong("dw-summed-to-a-number", "X @ dZ.T / m", "np.sum(X @ dZ.T) / m",
          "dw was summed to one number. Each weight has a slope of its own.", holds="cost untouched"),
    wrong("db-with-axes-kept", "db = np.mean(dZ)", "db = np.mean(dZ, axis=1, keepdims=True)",
          "db is an array of shape (1, 1). b is a plain number here, and so is its slope.",
          holds="cost grads slope pictures untouched"),
    wrong("db-from-dw", "db = np.mean(dZ)", "db = np.mean(dw)",
          "db was taken from dw. It is the mean of dZ.", holds="shapes cost untouched"),
    wrong("cost-before-grads", 'return {"dw": dw, "db": db}, cost', 'return cost, {"dw": dw, "db": db}',
          sentences.COST_FIRST),
    wrong("keys-misspelt", '{"dw": dw, "db": db}', '{"dW": dw, "dB": db}',
          'The keys are "dw" and "db", in small letters: Python tells "dw" from "dW".', holds="cost untouched"),
    wrong("printed-not-returned", 'return {"dw": dw, "db": db}, cost', 'print({"dw": dw, "db": db}, cost)',
          sentences.RESULTS_PRINTED),
    wrong("sizes-written-into-the-code", "m = X.shape[1]", "m = 209",
          "209 is written into the code. Read the number of pictures from the shape of X.",
          holds="shapes cost untouched"),
    wrong("writes-into-x", "m = X.shape[1]", "m = X.shape[1]\n    X -= 0.5\n    X += 0.5\n    X[0] = X[0] * 1.0000001",
          "It writes into X. The pictures belong to the caller: work on a new array.",
          holds="shapes cost grads slope sizes pictures"),
    wrong("labels-swapped", "Y * np.log(A) + (1 - Y) * np.log(1 - A)", "(1 - Y) * np.log(A) + Y * np.log(1 - A)",
          "Y and 1 − Y are swapped in the cost: this rewards wrong answers.", holds="shapes grads slope untouched"),
    wrong("cost-over-features", COST, "-np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A)) / X.shape[0]",
          "The cost is divided by the number of features. The mean runs over the m pictures, the columns of X.",
          holds="shapes grads slope untouched"),
    wrong("cost-halved", "cost = -np.mean(", "cost = -0.5 * np.mean(",
          "The cost has a factor 1/2. That belongs to the squared error of other models; here it is 1/m alone.",
          holds="shapes grads slope untouched"),
    wrong("large-fudge", COST, "-np.mean(Y * np.log(A + 0.01) + (1 - Y) * np.log(1 - A + 0.01))",
          "0.01 is added inside the logarithms, which changes every cost. 1e-8 would be enough, and you need not add anything.",
          holds="shapes grads slope untouched"),
    wrong("dw-averaged-twice", "X @ dZ.T / m", "X @ dZ.T / m / m",
          "dw is divided by m twice. Once is enough.", holds="shapes cost untouched"),
    wrong("integer-division", "X @ dZ.T / m", "(1 // m) * (X @ dZ.T)",
          "1 // m cuts decimals off, so it is 0 for every m above 1. Divide with /.", holds="shapes cost untouched"),
    wrong("dw-from-the-predictions", "X @ dZ.T / m", "X @ A.T / m",
          "dw is made of the predictions A. It should be made of their errors, dZ.", holds="shapes cost untouched"),
    wrong("db-not-summed", "db = np.mean(dZ)", "db = dZ / m",
          "db still has one entry for each picture. Add them up: b is one number.", holds="cost untouched"),
    wrong("dw-as-a-list", '{"dw": dw,', '{"dw": dw.tolist(),',
          "dw is a Python list. It should be an array, of the shape of w.",
          holds="cost grads slope pictures untouched"),
    wrong("tanh-at-the-output", "A = sigmoid(w.T @ X + b)", "A = np.tanh(w.T @ X + b)",
          "tanh runs from −1 to 1, and a logarithm of a negative number is nan. Probabilities come from the sigmoid."),
    wrong("name-from-another-cell", "m = X.shape[1]", "m = m_train",
          "`m_train` has no value here. Read the number of pictures from the shape of X: "
          "a function should get what it needs through its parameters."),

    right("np-dot", "w.T @ X + b", "np.dot(w.T, X) + b", "X @ dZ.T / m", "1 / m * np.dot(X, dZ.T)",
          "np.mean(dZ)", "1 / m * np.sum(dZ)"),
    right("einsum", "w.T @ X + b", "np.einsum('if,ij->fj', w, X) + b",
          "X @ dZ.T / m", "np.einsum('ij,fj->if', X, dZ) / m"),
    right("cost-from-z", COST, "np.mean(np.logaddexp(0, w.T @ X + b) - Y * (w.T @ X + b))"),
    right("cost-by-products", COST, "np.squeeze(-(np.dot(Y, np.log(A).T) + np.dot(1 - Y, np.log(1 - A).T)) / m)"),
    right("divided-by-minus-m", COST, "np.sum(np.multiply(Y, np.log(A)) + np.multiply(1 - Y, np.log(1 - A))) / -m"),
    right("tiny-fudge", COST, "-np.mean(Y * np.log(A + 1e-8) + (1 - Y) * np.log(1 - A + 1e-8))"),
    right("chosen-by-label", COST, "-np.mean(np.log(np.where(Y == 1, A, 1 - A)))"),
    right("float32",
          "m = X.shape[1]", "m = X.shape[1]\n    w, X, Y = (array.astype(np.float32) for array in (w, X, Y))"),
    right("with-asserts-and-prints",
          "    return {", "    assert dw.shape == w.shape and db.dtype == float\n    print(cost)\n    return {"),
    right("loop", """
        def propagate(w, b, X, Y):
            n, m = X.shape
            dw, db, cost = np.zeros((n, 1)), 0.0, 0.0
            for i in range(m):
                x = X[:, i : i + 1]
                a = sigmoid(np.sum(w * x) + b)
                cost -= np.log(a) if Y[0, i] == 1 else np.log(1 - a)
                dw += x * (a - Y[0, i])
                db += a - Y[0, i]
            return {"dw": dw / m, "db": db / m}, cost / m
        """),
    right("further-keys", '{"dw": dw, "db": db}', '{"dw": dw, "db": float(db), "dZ": dZ}'),
    right("averages-along-axes", "X @ dZ.T / m", "np.mean(X * dZ, axis=1, keepdims=True)",
          "np.mean(dZ)", "np.average(dZ)"),
    right("classic", """
        def propagate(w, b, X, Y):
            m = X.shape[1]

            A = sigmoid(np.dot(w.T, X) + b)
            cost = (-1 / m) * np.sum(Y * np.log(A) + (1 - Y) * (np.log(1 - A)))

            dw = (1 / m) * np.dot(X, (A - Y).T)
            db = (1 / m) * np.sum(A - Y)

            assert(dw.shape == w.shape)
            assert(db.dtype == float)
            cost = np.squeeze(cost)
            assert(cost.shape == ())

            grads = {"dw": dw,
                     "db": db}

            return grads, cost
        """),
    right("without-the-helper", "sigmoid(w.T @ X + b)", "1. / (1. + np.exp(-np.add(np.matmul(w.transpose(), X), b)))"),
    right("clipped-at-1e-12", "    cost = ", "    A = np.clip(A, 1e-12, 1 - 1e-12)\n    cost = "),
    right("list-of-results", 'return {"dw": dw, "db": db}, cost',
          'return [{"db": np.array(db), "dw": np.asfortranarray(dw)}, np.array(cost)]'),
    right("gradients-by-the-chain",
          "dZ = A - Y", "dA = -(np.divide(Y, A) - np.divide(1 - Y, 1 - A))\n    dZ = dA * A * (1 - A)"),
)
