"""Wrong and right answers of the notebook `logistic_regression`: one neuron, its cost and its gradient."""

from grader.answers import Alternative, Misconception

COST = "-np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A))"

MISCONCEPTIONS = {
    "sigmoid": (
        Misconception(
            "exponent-sign",
            edit=("top / (1 + small)", "1 - top / (1 + small)"),
            sentence="The curve falls instead of rising: the exponent should be −z.",
        ),
        Misconception(
            "tanh-instead",
            edit=("return top / (1 + small)", "return np.tanh(z)"),
            sentence="This is tanh, which runs from −1 to 1. The sigmoid runs from 0 to 1.",
        ),
        Misconception(
            "one-forgotten",
            edit=("top / (1 + small)", "top / small"),
            sentence="The 1 in the denominator is missing: 1 / (1 + e^(−z)).",
        ),
        Misconception(
            "derivative-instead",
            edit=("return top / (1 + small)", "return top / (1 + small) * (1 - top / (1 + small))"),
            sentence="This is the slope of the sigmoid, σ(1 − σ), not the sigmoid itself.",
        ),
        Misconception(
            "rounded",
            edit=("return top / (1 + small)", "return np.round(top / (1 + small))"),
            sentence="The result is rounded to 0 or 1. A probability is wanted; the decision comes later, in predict.",
        ),
        Misconception(
            "overflows",
            edit=("return top / (1 + small)", "return np.exp(z) / (1 + np.exp(z))"),
            sentence="For large z this divides infinity by infinity, which is nan. Only exponentials of numbers ≤ 0 "
            "are safe.",
            leaves=("shapes", "values", "number", "untouched"),
        ),
        Misconception(
            "arrays-only",
            edit=("small = np.exp", "z.shape\n    small = np.exp"),
            sentence="It works for arrays only. A plain number has no shape: use functions that take both.",
            leaves=("shapes", "values", "untouched"),
        ),
        Misconception(
            "writes-into-z",
            source="""def sigmoid(z):
    z *= -1
    return 1 / (1 + np.exp(z))
""",
            sentence="It turns the sign inside z itself: the caller's numbers are changed. Write −z instead.",
            leaves=("shapes", "values", "number", "extreme"),
        ),
        Misconception(
            "brackets-forgotten",
            edit=("return top / (1 + small)", "return 1 / 1 + np.exp(-z)"),
            sentence="Without brackets only the first 1 is divided: 1 / 1 + e^(−z) is more than 1. The sum 1 + "
            "e^(−z) belongs below the fraction.",
        ),
        Misconception(
            "power-of-e-forgotten",
            edit=("return top / (1 + small)", "return 1 / (1 + z)"),
            sentence="The power of e is missing: 1 / (1 + e^(−z)), not 1 / (1 + z).",
        ),
        Misconception(
            "top-always-one",
            edit=("np.where(z >= 0, 1, small)", "1"),
            sentence="Negative z get the answers of positive ones: for z < 0 the top of the fraction is the power of "
            "e, not 1.",
        ),
        Misconception(
            "if-for-the-whole-array",
            edit=("top = np.where(z >= 0, 1, small)", "top = 1 if z >= 0 else small"),
            sentence="An if decides once, for the whole array, and Python refuses. np.where decides place by place.",
        ),
        Misconception(
            "list-by-math-exp",
            source="def sigmoid(z):\n    import math\n\n    return [1 / (1 + math.exp(-value)) for value in z]\n",
            sentence="A list comes back, and math.exp takes one number at a time. NumPy's exponential takes numbers "
            "and arrays of any shape.",
            leaves=("untouched",),
        ),
    ),
    "initialize_with_zeros": (
        Misconception(
            "rank-1",
            edit=("np.zeros((dim, 1))", "np.zeros(dim)"),
            sentence="w has one axis only, (dim,). Such an array is neither row nor column, and its transpose is itself. "
            "Give both sizes.",
            leaves=("values",),
        ),
        Misconception(
            "row-instead-of-column",
            edit=("np.zeros((dim, 1))", "np.zeros((1, dim))"),
            sentence="w lies on its side. It is a column in this course: one row for each feature.",
            leaves=("values",),
        ),
        Misconception(
            "two-arguments",
            edit=("np.zeros((dim, 1))", "np.zeros(dim, 1)"),
            sentence="np.zeros takes the whole shape as one argument, in its own brackets. Its second argument is the type of "
            "number, and 1 is none.",
        ),
        Misconception(
            "ones",
            edit=("np.zeros((dim, 1))", "np.ones((dim, 1))"),
            sentence="The weights are 1, not 0.",
        ),
        Misconception(
            "random-weights",
            edit=("np.zeros((dim, 1))", "np.full((dim, 1), 0.01)"),
            sentence="The weights are small numbers, not 0. One neuron needs no random start.",
        ),
        Misconception(
            "bias-for-each-feature",
            edit=("b = 0.0", "b = np.zeros((dim, 1))"),
            sentence="There is one bias in all, a plain number, not one for each feature.",
        ),
        Misconception(
            "bias-first",
            edit=("return w, b", "return b, w"),
            sentence="The two results are in the wrong order: w first, then b.",
        ),
        Misconception(
            "square",
            edit=("np.zeros((dim, 1))", "np.zeros((dim, dim))"),
            sentence="One neuron has dim weights, one column of them, not dim times dim.",
        ),
        Misconception("bias-one", edit=("b = 0.0", "b = 1.0"), sentence="The bias starts at 0, like the weights."),
        Misconception(
            "bias-as-array",
            edit=("b = 0.0", "b = np.zeros((1, 1))"),
            sentence="b is an array (1, 1). It should be one plain number.",
            leaves=("values",),
        ),
        Misconception(
            "list-of-zeros",
            edit=("np.zeros((dim, 1))", "[[0.0]] * dim"),
            sentence="w is a Python list. Calculating with whole arrays needs a NumPy array.",
            leaves=("values",),
        ),
    ),
    "mended_arrays": (
        Misconception(
            "zeros-with-two-arguments",
            edit=("np.zeros((rows, columns))", "np.zeros(rows, columns)"),
            sentence="np.zeros still gets two arguments. It takes the shape as one tuple: double brackets.",
        ),
        Misconception(
            "randn-with-a-tuple",
            edit=("np.random.randn(rows, columns)", "np.random.randn((rows, columns))"),
            sentence="np.random.randn still gets a tuple. It takes the sizes as separate arguments: single brackets.",
        ),
        Misconception(
            "rows-and-columns-swapped",
            edits=(
                ("np.zeros((rows, columns))", "np.zeros((columns, rows))"),
                ("randn(rows, columns)", "randn(columns, rows)"),
            ),
            sentence="Rows and columns are swapped: the first size counts the rows.",
        ),
        Misconception(
            "zeros-of-rows-only",
            edit=("np.zeros((rows, columns))", "np.zeros(rows)"),
            sentence="zeros has one axis only. Give it both sizes, as one tuple.",
        ),
        Misconception(
            "rand-not-randn",
            edit=("np.random.randn(rows, columns)", "np.random.rand(rows, columns)"),
            sentence="rand draws evenly between 0 and 1. The note wanted normal numbers: randn.",
        ),
        Misconception(
            "noise-turned",
            edit=("np.random.randn(rows, columns)", "np.random.randn(columns, rows)"),
            sentence="Rows and columns of noise are swapped: the first size counts the rows.",
        ),
        Misconception(
            "noise-first",
            edit=("return zeros, noise", "return noise, zeros"),
            sentence="The two results are in the wrong order: zeros first, then noise.",
        ),
        Misconception(
            "noise-scaled",
            edit=("np.random.randn(rows, columns)", "np.random.randn(rows, columns) * 0.01"),
            sentence="The noise is scaled down. Standard normal numbers have a spread of 1.",
        ),
    ),
    "lost_bracket": (
        Misconception(
            "bracket-put-back",
            edit=(
                "-y * np.log(y_hat) + (1 - y) * np.log(1 - y_hat)",
                "-(y * np.log(y_hat) + (1 - y) * np.log(1 - y_hat))",
            ),
            sentence="This is the right loss, with its bracket. The question is what the note's formula gives "
            "without it.",
        ),
        Misconception(
            "a-cat-instead",
            edit=("    y = 0\n", "    y = 1\n"),
            sentence="This is for a picture with a cat, y = 1, where the note's formula happens to be right. Take y "
            "= 0.",
        ),
        Misconception(
            "log-of-y-hat",
            edit=("(1 - y) * np.log(1 - y_hat)", "(1 - y) * np.log(y_hat)"),
            sentence="The second term holds the logarithm of 1 − ŷ, not of ŷ.",
        ),
        Misconception(
            "logarithm-lost",
            edit=("np.log(1 - y_hat)", "(1 - y_hat)"),
            sentence="The logarithm got lost: the term is log(1 − ŷ), not 1 − ŷ.",
        ),
    ),
    "dz_gap": (
        Misconception(
            "wrong-way-round",
            edit=("claimed - true_slope", "true_slope - claimed"),
            sentence="The difference is taken the wrong way round: the note's number first.",
        ),
        Misconception(
            "claimed-only",
            edit=("return claimed - true_slope", "return claimed"),
            sentence="This is what the note claims. Subtract the true slope from it.",
        ),
        Misconception(
            "true-slope-only",
            edit=("return claimed - true_slope", "return true_slope"),
            sentence="This is the true slope alone. The question is how far the note's number is from it.",
        ),
        Misconception(
            "slope-sign",
            edit=("true_slope = a - y", "true_slope = y - a"),
            sentence="The true slope has the wrong sign: it is prediction minus label.",
        ),
        Misconception(
            "slope-along-a",
            edit=("true_slope = a - y", "true_slope = (a - y) / (a * (1 - a))"),
            sentence="This takes the slope along a. The slope along z is one link further: times a(1 − a).",
        ),
        Misconception(
            "sigmoid-forgotten",
            edit=("a = sigmoid(z)", "a = z"),
            sentence="z is the weighted sum. The probability a is its sigmoid.",
        ),
        Misconception(
            "sign-taken-away",
            edit=("return claimed - true_slope", "return abs(claimed - true_slope)"),
            sentence="The sign of the gap matters: do not take it away.",
        ),
    ),
    "inner_sizes": (
        Misconception(
            "outer-sizes",
            edit=("(w.shape[1], X.shape[0])", "(w.shape[0], X.shape[1])"),
            sentence="These are the outer sizes, which become the shape of a product. The inner ones stand next to "
            "each other.",
            leaves=("shape",),
        ),
        Misconception(
            "sizes-of-the-right-product",
            edit=("(w.shape[1], X.shape[0])", "(w.T.shape[1], X.shape[0])"),
            sentence="These are the inner sizes of the right product, which agree. The question is about the note's "
            "np.dot(w, X).",
            leaves=("shape",),
        ),
        Misconception(
            "shape-of-x",
            edit=("weighted_sums.shape", "X.shape"),
            sentence="This is the shape of X. The product has one row: one weighted sum for each picture.",
            leaves=("inner",),
        ),
        Misconception(
            "product-turned",
            edit=("weighted_sums.shape", "weighted_sums.T.shape"),
            sentence="The shape is turned: the weighted sums stand in one row, one column for each picture.",
            leaves=("inner", "sizes"),
        ),
        Misconception(
            "sizes-swapped",
            edit=("(w.shape[1], X.shape[0])", "(X.shape[0], w.shape[1])"),
            sentence="The left array's size comes first: w stands on the left.",
            leaves=("shape",),
        ),
    ),
    "propagate": (
        Misconception(
            "cost-summed",
            edit=("-np.mean(Y", "-np.sum(Y"),
            sentence="The cost is a sum over the pictures, not their mean: the 1/m is missing.",
            leaves=("shapes", "grads", "slope", "untouched"),
        ),
        Misconception(
            "dw-not-averaged",
            edit=("X @ dZ.T / m", "X @ dZ.T"),
            sentence="dw is a sum over the pictures. The cost is a mean, so its slope is one too: divide by m.",
            leaves=("shapes", "cost", "untouched"),
        ),
        Misconception(
            "db-summed",
            edit=("db = np.mean(dZ)", "db = np.sum(dZ)"),
            sentence="db is a sum over the pictures. The cost is a mean, so its slope is one too: divide by m.",
            leaves=("shapes", "cost", "untouched"),
        ),
        Misconception(
            "gradients-not-averaged",
            edits=(("X @ dZ.T / m", "X @ dZ.T"), ("db = np.mean(dZ)", "db = np.sum(dZ)")),
            sentence="dw and db are sums over the pictures. The cost is a mean, so its slopes are means too: divide "
            "by m.",
            leaves=("shapes", "cost", "untouched"),
        ),
        Misconception(
            "averaged-twice",
            edits=(("X @ dZ.T / m", "X @ dZ.T / m / m"), ("np.mean(dZ)", "np.mean(dZ) / m")),
            sentence="dw and db are divided by m twice. Once is enough.",
            leaves=("shapes", "cost", "untouched"),
        ),
        Misconception(
            "m-from-the-rows",
            edits=(
                ("m = X.shape[1]", "m = X.shape[0]"),
                (
                    "np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A))",
                    "np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A)) / m",
                ),
                ("np.mean(dZ)", "np.sum(dZ) / m"),
            ),
            sentence="m was read from the rows of X, which count the features. The pictures are its columns.",
        ),
        Misconception(
            "dw-with-m-from-the-rows",
            edit=("m = X.shape[1]", "m = X.shape[0]"),
            sentence="dw is divided by the number of features. m counts the pictures, the columns of X.",
            leaves=("shapes", "cost", "untouched"),
        ),
        Misconception(
            "dz-sign",
            edit=("dZ = A - Y", "dZ = Y - A"),
            sentence="dZ has the wrong sign: it is prediction minus label.",
            leaves=("shapes", "cost", "untouched"),
        ),
        Misconception(
            "dz-of-the-sigmoid-only",
            edit=("dZ = A - Y", "dZ = A * (1 - A)"),
            sentence="A(1 − A) is the slope of the sigmoid alone. Times the slope of the loss it becomes dZ = A − Y.",
            leaves=("shapes", "cost", "untouched"),
        ),
        Misconception(
            "dz-times-sigmoid-slope",
            edit=("dZ = A - Y", "dZ = (A - Y) * A * (1 - A)"),
            sentence="The sigmoid's slope A(1 − A) is multiplied in once too often: with the cross-entropy it cancels, and "
            "dZ = A − Y is left. (This would be right for a squared error.)",
            leaves=("shapes", "cost", "untouched"),
        ),
        Misconception(
            "lost-bracket",
            edit=(COST, "np.mean(-Y * np.log(A) + (1 - Y) * np.log(1 - A))"),
            sentence="The minus sign belongs to both terms: −(y log a + (1 − y) log(1 − a)). Without the bracket pictures "
            "without a cat have a negative loss.",
            leaves=("shapes", "grads", "slope", "untouched"),
        ),
        Misconception(
            "positive-term-only",
            edit=(COST, "-np.mean(Y * np.log(A))"),
            sentence="Only the cats are counted: the term for the other pictures, (1 − y) log(1 − a), is missing.",
            leaves=("shapes", "grads", "slope", "untouched"),
        ),
        Misconception(
            "cost-sign",
            edit=("cost = -np.mean", "cost = np.mean"),
            sentence="The cost is negative: the logarithm of a probability is below 0, so a minus sign belongs in "
            "front.",
            leaves=("shapes", "grads", "slope", "untouched"),
        ),
        Misconception(
            "squared-error",
            edit=(COST, "np.mean((A - Y) ** 2)"),
            sentence="This is the squared error. The cost of this model is the cross-entropy.",
            leaves=("shapes", "grads", "slope", "untouched"),
        ),
        Misconception(
            "log10",
            edit=(COST, "-np.mean(Y * np.log10(A) + (1 - Y) * np.log10(1 - A))"),
            sentence="log10 is the logarithm to base 10. The natural one, np.log, is meant.",
            leaves=("shapes", "grads", "slope", "untouched"),
        ),
        Misconception(
            "clipped",
            edit=("    cost = ", "    A = np.clip(A, 0.05, 0.95)\n    cost = "),
            sentence="The probabilities are clipped to 0.05 … 0.95, so very wrong predictions cost too little.",
            leaves=("shapes", "sizes", "pictures", "untouched"),
        ),
        Misconception(
            "w-not-transposed",
            edit=("sigmoid(w.T @ X + b)", "sigmoid(np.dot(w, X) + b)"),
            sentence="np.dot(w, X) does not fit: w is (n, 1) and X is (n, m). Turn w on its side first.",
        ),
        Misconception(
            "elementwise-product",
            edit=("sigmoid(w.T @ X + b)", "sigmoid(w * X + b)"),
            sentence="w * X multiplies without adding up: it stays (n, m). A weighted sum for each picture is (1, m).",
        ),
        Misconception(
            "bias-forgotten",
            edit=("w.T @ X + b", "w.T @ X"),
            sentence="The bias b is missing from the weighted sum.",
        ),
        Misconception(
            "sigmoid-forgotten",
            edit=("A = sigmoid(w.T @ X + b)", "A = w.T @ X + b"),
            sentence="The weighted sum goes into the cost as it is. The sigmoid has to make a probability of it first.",
        ),
        Misconception(
            "dw-turned",
            edit=("X @ dZ.T / m", "dZ @ X.T / m"),
            sentence="dw lies on its side, (1, n). A derivative has the shape of its variable: w is (n, 1).",
            leaves=("cost", "grads", "slope", "pictures", "untouched"),
        ),
        Misconception(
            "dw-elementwise",
            edit=("X @ dZ.T / m", "X * dZ / m"),
            sentence="X * dZ keeps one column for each picture. They have to be summed: a matrix product does both "
            "at once.",
            leaves=("cost", "untouched"),
        ),
        Misconception(
            "dw-summed-to-a-number",
            edit=("X @ dZ.T / m", "np.sum(X @ dZ.T) / m"),
            sentence="dw was summed to one number. Each weight has a slope of its own.",
            leaves=("cost", "untouched"),
        ),
        Misconception(
            "db-with-axes-kept",
            edit=("db = np.mean(dZ)", "db = np.mean(dZ, axis=1, keepdims=True)"),
            sentence="db is an array of shape (1, 1). b is a plain number here, and so is its slope.",
            leaves=("cost", "grads", "slope", "pictures", "untouched"),
        ),
        Misconception(
            "db-from-dw",
            edit=("db = np.mean(dZ)", "db = np.mean(dw)"),
            sentence="db was taken from dw. It is the mean of dZ.",
            leaves=("shapes", "cost", "untouched"),
        ),
        Misconception(
            "cost-before-grads",
            edit=('return {"dw": dw, "db": db}, cost', 'return cost, {"dw": dw, "db": db}'),
            sentence="The two results are in the wrong order: the gradients first, then the cost.",
        ),
        Misconception(
            "keys-misspelt",
            edit=('{"dw": dw, "db": db}', '{"dW": dw, "dB": db}'),
            sentence='The keys are "dw" and "db", in small letters: Python tells "dw" from "dW".',
            leaves=("cost", "untouched"),
        ),
        Misconception(
            "printed-not-returned",
            edit=('return {"dw": dw, "db": db}, cost', 'print({"dw": dw, "db": db}, cost)'),
            sentence="The results are printed and not returned. What other code shall use has to be returned.",
        ),
        Misconception(
            "sizes-written-into-the-code",
            edit=("m = X.shape[1]", "m = 209"),
            sentence="209 is written into the code. Read the number of pictures from the shape of X.",
            leaves=("shapes", "cost", "untouched"),
        ),
        Misconception(
            "writes-into-x",
            edit=("m = X.shape[1]", "m = X.shape[1]\n    X -= 0.5\n    X += 0.5\n    X[0] = X[0] * 1.0000001"),
            sentence="It writes into X. The pictures belong to the caller: work on a new array.",
            leaves=("shapes", "cost", "grads", "slope", "sizes", "pictures"),
        ),
        Misconception(
            "labels-swapped",
            edit=("Y * np.log(A) + (1 - Y) * np.log(1 - A)", "(1 - Y) * np.log(A) + Y * np.log(1 - A)"),
            sentence="Y and 1 − Y are swapped in the cost: this rewards wrong answers.",
            leaves=("shapes", "grads", "slope", "untouched"),
        ),
        Misconception(
            "cost-over-features",
            edit=(
                "-np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A))",
                "-np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A)) / X.shape[0]",
            ),
            sentence="The cost is divided by the number of features. The mean runs over the m pictures, the columns "
            "of X.",
            leaves=("shapes", "grads", "slope", "untouched"),
        ),
        Misconception(
            "cost-halved",
            edit=("cost = -np.mean(", "cost = -0.5 * np.mean("),
            sentence="The cost has a factor 1/2. That belongs to the squared error of other models; here it is 1/m "
            "alone.",
            leaves=("shapes", "grads", "slope", "untouched"),
        ),
        Misconception(
            "large-fudge",
            edit=(
                "-np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A))",
                "-np.mean(Y * np.log(A + 0.01) + (1 - Y) * np.log(1 - A + 0.01))",
            ),
            sentence="0.01 is added inside the logarithms, which changes every cost. 1e-8 would do, and nothing is "
            "needed.",
            leaves=("shapes", "grads", "slope", "untouched"),
        ),
        Misconception(
            "dw-averaged-twice",
            edit=("X @ dZ.T / m", "X @ dZ.T / m / m"),
            sentence="dw is divided by m twice. Once is enough.",
            leaves=("shapes", "cost", "untouched"),
        ),
        Misconception(
            "integer-division",
            edit=("X @ dZ.T / m", "(1 // m) * (X @ dZ.T)"),
            sentence="1 // m cuts decimals off, so it is 0 for every m above 1. Divide with /.",
            leaves=("shapes", "cost", "untouched"),
        ),
        Misconception(
            "dw-from-the-predictions",
            edit=("X @ dZ.T / m", "X @ A.T / m"),
            sentence="dw is made of the predictions A. It should be made of their errors, dZ.",
            leaves=("shapes", "cost", "untouched"),
        ),
        Misconception(
            "db-not-summed",
            edit=("db = np.mean(dZ)", "db = dZ / m"),
            sentence="db still has one entry for each picture. Add them up: b is one number.",
            leaves=("cost", "untouched"),
        ),
        Misconception(
            "dw-as-a-list",
            edit=('{"dw": dw,', '{"dw": dw.tolist(),'),
            sentence="dw is a Python list. It should be an array, of the shape of w.",
            leaves=("cost", "grads", "slope", "pictures", "untouched"),
        ),
        Misconception(
            "tanh-at-the-output",
            edit=("A = sigmoid(w.T @ X + b)", "A = np.tanh(w.T @ X + b)"),
            sentence="tanh runs from −1 to 1, and a logarithm of a negative number is nan. Probabilities come from "
            "the sigmoid.",
        ),
        Misconception(
            "name-from-another-cell",
            edit=("m = X.shape[1]", "m = m_train"),
            sentence="m_train is a name of another cell. Inside the function read the number of pictures from the "
            "shape of X.",
        ),
    ),
}

ALTERNATIVES = {
    "sigmoid": (
        Alternative("plain", edit=("return top / (1 + small)", "return 1 / (1 + np.exp(-z))")),
        Alternative("scipy", edit=("return top / (1 + small)", "from scipy.special import expit\n    return expit(z)")),
        Alternative("by-tanh", edit=("return top / (1 + small)", "return 0.5 * (1 + np.tanh(z / 2))")),
        Alternative("by-logaddexp", edit=("return top / (1 + small)", "return np.exp(-np.logaddexp(0, -z))")),
        Alternative("reciprocal", edit=("return top / (1 + small)", "return 1 / (1 / np.exp(z) + 1)")),
        Alternative(
            "power-of-e",
            edit=("return top / (1 + small)", "return np.power(1 + np.e ** -np.asarray(z, dtype=float), -1)"),
        ),
        Alternative(
            "with-a-name", edit=("return top / (1 + small)", "s = 1.0 / (1.0 + np.exp(-1.0 * z))\n    return s")
        ),
        Alternative(
            "float32",
            edit=(
                "return top / (1 + small)",
                "return (top / (1 + small)).astype(np.float32) if np.ndim(z) else top / (1 + small)",
            ),
        ),
        Alternative(
            "both-sides-written-out",
            source="""def sigmoid(z):
    z = np.asarray(z, dtype=float)
    result = np.empty_like(z)
    rising = z >= 0
    result[rising] = 1 / (1 + np.exp(-z[rising]))
    power = np.exp(z[~rising])
    result[~rising] = power / (1 + power)
    return result
""",
        ),
    ),
    "initialize_with_zeros": (
        Alternative("shape-by-name", edit=("np.zeros((dim, 1))", "np.zeros(shape=(dim, 1), dtype=np.float32)")),
        Alternative("a-list-as-shape", edit=("np.zeros((dim, 1))", "np.zeros([dim, 1])")),
        Alternative("reshaped", edit=("np.zeros((dim, 1))", "np.zeros(dim).reshape(dim, 1)")),
        Alternative("whole-number-bias", edit=("b = 0.0", "b = 0")),
        Alternative(
            "with-asserts",
            edit=("return w, b", "assert w.shape == (dim, 1)\n    assert isinstance(b, float)\n    return w, b"),
        ),
        Alternative("multiplied-by-zero", edit=("np.zeros((dim, 1))", "np.random.randn(dim, 1) * 0")),
        Alternative("numpy-bias", edit=("b = 0.0", "b = np.float32(0)")),
    ),
    "mended_arrays": (
        Alternative(
            "generator",
            edit=("np.random.randn(rows, columns)", "np.random.default_rng().standard_normal((rows, columns))"),
        ),
        Alternative("normal", edit=("np.random.randn(rows, columns)", "np.random.normal(0, 1, (rows, columns))")),
        Alternative("seeded", edit=("noise = np", "np.random.seed(3)\n    noise = np")),
    ),
    "lost_bracket": (
        Alternative(
            "shortened",
            source="""def lost_bracket(y_hat):
    return np.log(1 - y_hat)
""",
        ),
        Alternative(
            "log1p",
            source="""def lost_bracket(y_hat):
    return float(np.log1p(-y_hat))
""",
        ),
    ),
    "dz_gap": (
        Alternative(
            "nudged",
            edit=(
                "true_slope = a - y",
                "loss = lambda z: -(y * np.log(sigmoid(z)) + (1 - y) * np.log(1 - sigmoid(z)))\n"
                "    true_slope = (loss(z + 1e-5) - loss(z - 1e-5)) / 2e-5",
            ),
        ),
        Alternative(
            "one-line",
            source="""def dz_gap(z, y):
    a = 1 / (1 + np.exp(-z))
    return y - a**2
""",
        ),
    ),
    "inner_sizes": (
        Alternative("matrix-product", edit=("np.dot(w.T, X)", "w.T @ X")),
        Alternative("from-the-sizes", edit=("weighted_sums.shape", "(1, X.shape[1])")),
        Alternative(
            "lists", edit=("return inner, weighted_sums.shape", "return [list(inner), list(weighted_sums.shape)]")
        ),
    ),
    "propagate": (
        Alternative(
            "np-dot",
            edits=(
                ("w.T @ X + b", "np.dot(w.T, X) + b"),
                ("X @ dZ.T / m", "1 / m * np.dot(X, dZ.T)"),
                ("np.mean(dZ)", "1 / m * np.sum(dZ)"),
            ),
        ),
        Alternative(
            "einsum",
            edits=(
                ("w.T @ X + b", "np.einsum('if,ij->fj', w, X) + b"),
                ("X @ dZ.T / m", "np.einsum('ij,fj->if', X, dZ) / m"),
            ),
        ),
        Alternative("cost-from-z", edit=(COST, "np.mean(np.logaddexp(0, w.T @ X + b) - Y * (w.T @ X + b))")),
        Alternative(
            "cost-by-products",
            edit=(COST, "np.squeeze(-(np.dot(Y, np.log(A).T) + np.dot(1 - Y, np.log(1 - A).T)) / m)"),
        ),
        Alternative(
            "divided-by-minus-m",
            edit=(COST, "np.sum(np.multiply(Y, np.log(A)) + np.multiply(1 - Y, np.log(1 - A))) / -m"),
        ),
        Alternative("tiny-fudge", edit=(COST, "-np.mean(Y * np.log(A + 1e-8) + (1 - Y) * np.log(1 - A + 1e-8))")),
        Alternative("chosen-by-label", edit=(COST, "-np.mean(np.log(np.where(Y == 1, A, 1 - A)))")),
        Alternative(
            "float32",
            edit=("m = X.shape[1]", "m = X.shape[1]\n    w, X, Y = (array.astype(np.float32) for array in (w, X, Y))"),
        ),
        Alternative(
            "with-asserts-and-prints",
            edit=(
                "    return {",
                "    assert dw.shape == w.shape and db.dtype == float\n    print(cost)\n    return {",
            ),
        ),
        Alternative(
            "loop",
            source="""def propagate(w, b, X, Y):
    n, m = X.shape
    dw, db, cost = np.zeros((n, 1)), 0.0, 0.0
    for i in range(m):
        x = X[:, i : i + 1]
        a = sigmoid(np.sum(w * x) + b)
        cost -= np.log(a) if Y[0, i] == 1 else np.log(1 - a)
        dw += x * (a - Y[0, i])
        db += a - Y[0, i]
    return {"dw": dw / m, "db": db / m}, cost / m
""",
        ),
        Alternative("further-keys", edit=('{"dw": dw, "db": db}', '{"dw": dw, "db": float(db), "dZ": dZ}')),
        Alternative(
            "averages-along-axes",
            edits=(("X @ dZ.T / m", "np.mean(X * dZ, axis=1, keepdims=True)"), ("np.mean(dZ)", "np.average(dZ)")),
        ),
        Alternative(
            "classic",
            source="""def propagate(w, b, X, Y):
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
""",
        ),
        Alternative(
            "without-the-helper",
            edit=("sigmoid(w.T @ X + b)", "1. / (1. + np.exp(-np.add(np.matmul(w.transpose(), X), b)))"),
        ),
        Alternative("clipped-at-1e-12", edit=("    cost = ", "    A = np.clip(A, 1e-12, 1 - 1e-12)\n    cost = ")),
        Alternative(
            "list-of-results",
            edit=(
                'return {"dw": dw, "db": db}, cost',
                'return [{"db": np.array(db), "dw": np.asfortranarray(dw)}, np.array(cost)]',
            ),
        ),
        Alternative(
            "gradients-by-the-chain",
            edit=("dZ = A - Y", "dA = -(np.divide(Y, A) - np.divide(1 - Y, 1 - A))\n    dZ = dA * A * (1 - A)"),
        ),
    ),
}
