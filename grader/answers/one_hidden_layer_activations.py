"""Wrong and right answers of the notebook `one_hidden_layer`: activations and their slopes."""

from grader.answers import Alternative, Misconception

MEASURED = "(np.tanh(z + step) - np.tanh(z - step)) / (2 * step)"

# Claims that still hold where the answer writes into z, fails for plain or whole numbers, or fails far out or at 0.
ONLY_UNTOUCHED_LOST = ("shapes", "values", "number", "extreme")
NO_NUMBERS = ("shapes", "values", "extreme", "untouched")
NO_EXTREMES = ("shapes", "values", "number", "untouched")

MISCONCEPTIONS = {
    "relu": (
        Misconception(
            "absolute-value",
            edit=("np.maximum(0, z)", "np.abs(z)"),
            sentence="This turns negative numbers into positive ones. ReLU makes them 0.",
        ),
        Misconception(
            "minimum",
            edit=("np.maximum(0, z)", "np.minimum(0, z)"),
            sentence="This lets the negative numbers pass and stops the positive ones: the other way round.",
        ),
        Misconception(
            "slope-instead",
            edit=("np.maximum(0, z)", "np.where(z > 0, 1.0, 0.0)"),
            sentence="This is the slope of ReLU, 1 or 0. ReLU itself lets z pass where it is positive.",
        ),
        Misconception(
            "leaky-instead",
            edit=("np.maximum(0, z)", "np.maximum(0.01 * z, z)"),
            sentence="This leaks: negative numbers come out as a hundredth. ReLU makes them 0.",
        ),
        Misconception(
            "capped-at-1",
            edit=("np.maximum(0, z)", "np.clip(z, 0, 1)"),
            sentence="It stops at 1. ReLU has no upper limit: what is positive passes as it is.",
        ),
        Misconception(
            "softplus",
            edit=("np.maximum(0, z)", "np.log(1 + np.exp(z))"),
            sentence="This is softplus, a rounded relative of ReLU. ReLU has a corner at 0.",
        ),
        Misconception(
            "largest-number-only",
            edit=("np.maximum(0, z)", "np.maximum(0, np.max(z))"),
            sentence="np.max gives one number, the largest in the array. Each entry has to be compared with 0.",
        ),
        Misconception(
            "python-max",
            edit=("np.maximum(0, z)", "max(0, z)"),
            sentence="Python's own max compares single numbers and cannot decide for a whole array. NumPy has a function that "
            "compares entry by entry.",
        ),
        Misconception(
            "positive-entries-only",
            edit=("np.maximum(0, z)", "np.asarray(z)[np.asarray(z) > 0]"),
            sentence="The negative entries are left out, and the shape is lost. They should become 0 and keep their places.",
        ),
        Misconception(
            "arrays-only",
            edit=("return np.maximum(0, z)", "a = z.copy()\n    a[a < 0] = 0\n    return a"),
            sentence="It works for arrays only. A plain number cannot be indexed: use functions that take both.",
            leaves=NO_NUMBERS,
        ),
        Misconception(
            "writes-into-z",
            edit=("return np.maximum(0, z)", "z[z < 0] = 0\n    return z"),
            sentence="It writes zeros into z itself: the numbers of the caller, who needs them on the way back, are gone.",
            leaves=("shapes", "values", "extreme"),
        ),
    ),
    "leaky_relu": (
        Misconception(
            "relu-instead",
            edit=("np.where(z > 0, z, 0.01 * z)", "np.maximum(0, z)"),
            sentence="This is ReLU. The leak is missing: 0.01 z where z is negative.",
        ),
        Misconception(
            "leak-of-0.1",
            edit=("0.01 * z)", "0.1 * z)"),
            sentence="The leak is 0.1. It should be 0.01.",
        ),
        Misconception(
            "leak-of-0.001",
            edit=("0.01 * z)", "0.001 * z)"),
            sentence="The leak is 0.001. It should be 0.01.",
        ),
        Misconception(
            "constant-leak",
            edit=("0.01 * z)", "0.01)"),
            sentence="All negative numbers become 0.01, as if compared with it. They should become a hundredth of themselves.",
        ),
        Misconception(
            "leak-turned",
            edit=("0.01 * z)", "-0.01 * z)"),
            sentence="Negative numbers come out positive. A hundredth of a negative number is negative.",
        ),
        Misconception(
            "condition-turned",
            edit=("z > 0", "z < 0"),
            sentence="The positive numbers are made small and the negative ones pass: the other way round.",
        ),
        Misconception(
            "slope-instead",
            edit=("np.where(z > 0, z, 0.01 * z)", "np.where(z > 0, 1.0, 0.01)"),
            sentence="This is the slope, 1 or 0.01. The function itself gives z or 0.01 z.",
        ),
        Misconception(
            "all-made-small",
            edit=("np.where(z > 0, z, 0.01 * z)", "0.01 * np.asarray(z)"),
            sentence="Everything is made small. Positive numbers should pass as they are.",
        ),
        Misconception(
            "python-if",
            edit=("np.where(z > 0, z, 0.01 * z)", "z if z > 0 else 0.01 * z"),
            sentence="Python's if decides once, for one number. An array needs a choice for each entry: NumPy has one.",
        ),
        Misconception(
            "whole-numbers-cut",
            edit=(
                "return np.where(z > 0, z, 0.01 * z)",
                "a = np.array(z)\n    a[a < 0] = a[a < 0] * 0.01\n    return a",
            ),
            sentence="An array of whole numbers stays one, and −0.02 becomes 0 in it. Let NumPy make a new array.",
            leaves=NO_NUMBERS,
        ),
        Misconception(
            "writes-into-z",
            edit=("return np.where(z > 0, z, 0.01 * z)", "z[z < 0] *= 0.01\n    return z"),
            sentence="It makes the negative numbers small in z itself, which belongs to the caller. Give back a new array.",
            leaves=("shapes", "values", "extreme"),
        ),
    ),
    "sigmoid_derivative": (
        Misconception(
            "z-taken-for-a",
            edit=("return a * (1 - a)", "return z * (1 - z)"),
            sentence="z was put where a = σ(z) belongs. The formula is made for a: compute a first.",
        ),
        Misconception(
            "half-z-half-a",
            edit=("return a * (1 - a)", "return a * (1 - z)"),
            sentence="z and a are mixed. Both factors are made of a = σ(z).",
        ),
        Misconception(
            "sigmoid-instead",
            edit=("return a * (1 - a)", "return a"),
            sentence="This is the sigmoid itself. Its slope is wanted.",
        ),
        Misconception(
            "plus-sign",
            edit=("return a * (1 - a)", "return a * (1 + a)"),
            sentence="The second factor is what is missing to 1: a minus, not a plus.",
        ),
        Misconception(
            "sign-turned",
            edit=("return a * (1 - a)", "return a * (a - 1)"),
            sentence="The slope is negative. The sigmoid rises everywhere, so its slope is positive: 1 minus a, not a minus 1.",
        ),
        Misconception(
            "second-factor-only",
            edit=("return a * (1 - a)", "return 1 - a"),
            sentence="The factor a is missing.",
        ),
        Misconception(
            "formula-of-tanh",
            edit=("return a * (1 - a)", "return 1 - a**2"),
            sentence="1 − a² is the formula for tanh. The sigmoid has another one.",
        ),
        Misconception(
            "tanh-throughout",
            edit=("    a = sigmoid(z)\n    return a * (1 - a)", "    return 1 - np.tanh(z) ** 2"),
            sentence="This is the slope of tanh. The slope of the sigmoid is never above 1/4.",
        ),
        Misconception(
            "sigmoid-twice",
            edit=("    a = sigmoid(z)\n", "    a = sigmoid(sigmoid(z))\n"),
            sentence="The sigmoid was applied twice. z comes in as it is: once is enough.",
        ),
        Misconception(
            "matrix-product",
            edit=("return a * (1 - a)", "return a @ (1 - a)"),
            sentence="@ is the product of matrices. Here each entry has a slope of its own: multiply entry by entry.",
        ),
        Misconception(
            "summed-up",
            edit=("return a * (1 - a)", "return np.sum(a * (1 - a))"),
            sentence="The slopes are added up to one number. Each z has a slope of its own: keep the shape.",
        ),
        Misconception(
            "overflows",
            edit=("    a = sigmoid(z)\n    return a * (1 - a)", "    return np.exp(-z) / (1 + np.exp(-z)) ** 2"),
            sentence="For very negative z this divides infinity by infinity, which is nan. Start from a = σ(z), which is safe.",
            leaves=NO_EXTREMES,
        ),
        Misconception(
            "arrays-only",
            edit=("    a = sigmoid(z)\n", "    z.shape\n    a = sigmoid(z)\n"),
            sentence="It works for arrays only. A plain number has no shape: use functions that take both.",
            leaves=NO_NUMBERS,
        ),
        Misconception(
            "writes-into-z",
            edit=("    a = sigmoid(z)\n", "    z *= -1\n    a = 1 / (1 + np.exp(z))\n"),
            sentence="It turns the sign inside z itself: the numbers of the caller are changed. Write −z instead.",
            leaves=ONLY_UNTOUCHED_LOST,
        ),
    ),
    "tanh_derivative": (
        Misconception(
            "z-taken-for-a",
            edit=("return 1 - a**2", "return 1 - z**2"),
            sentence="z was put where a = tanh(z) belongs. The formula is made for a: compute a first.",
        ),
        Misconception(
            "formula-of-the-sigmoid",
            edit=("return 1 - a**2", "return a * (1 - a)"),
            sentence="a(1 − a) is the formula for the sigmoid. tanh has another one.",
        ),
        Misconception(
            "sigmoid-throughout",
            edit=("    a = np.tanh(z)\n    return 1 - a**2", "    a = sigmoid(z)\n    return a * (1 - a)"),
            sentence="This is the slope of the sigmoid. The slope of tanh reaches 1 in the middle.",
        ),
        Misconception(
            "sigmoid-for-tanh",
            edit=("    a = np.tanh(z)\n", "    a = sigmoid(z)\n"),
            sentence="The formula is that of tanh, and a is the output of the sigmoid. Both have to belong to tanh.",
        ),
        Misconception(
            "tanh-instead",
            edit=("return 1 - a**2", "return a"),
            sentence="This is tanh itself. Its slope is wanted.",
        ),
        Misconception(
            "square-forgotten",
            edit=("return 1 - a**2", "return 1 - a"),
            sentence="The square is missing: 1 − a² and not 1 − a.",
        ),
        Misconception(
            "everything-squared",
            edit=("return 1 - a**2", "return (1 - a) ** 2"),
            sentence="The whole difference is squared. Only a is: 1 − a² and not (1 − a)².",
        ),
        Misconception(
            "doubled-not-squared",
            edit=("return 1 - a**2", "return 1 - a * 2"),
            sentence="a was doubled. Squared is a times a: two stars, not one.",
        ),
        Misconception(
            "xor-for-power",
            edit=("return 1 - a**2", "return 1 - a ^ 2"),
            sentence="In Python ^ is no power. A power is written with two stars.",
        ),
        Misconception(
            "plus-sign",
            edit=("return 1 - a**2", "return 1 + a**2"),
            sentence="The slope is largest in the middle and falls to 0 far out: the square is subtracted, not added.",
        ),
        Misconception(
            "sign-turned",
            edit=("return 1 - a**2", "return a**2 - 1"),
            sentence="The slope is negative. tanh rises everywhere, so its slope is positive.",
        ),
        Misconception(
            "tanh-of-the-square",
            edit=("    a = np.tanh(z)\n    return 1 - a**2", "    return 1 - np.tanh(z**2)"),
            sentence="z was squared before tanh. Square the result of tanh.",
        ),
        Misconception(
            "tanh-twice",
            edit=("    a = np.tanh(z)\n", "    a = np.tanh(np.tanh(z))\n"),
            sentence="tanh was applied twice. z comes in as it is: once is enough.",
        ),
        Misconception(
            "half-the-chain-rule",
            edit=("    a = np.tanh(z)\n    return 1 - a**2", "    a = sigmoid(2 * z)\n    return 2 * a * (1 - a)"),
            sentence="It is half as large as it should be. tanh(z) = 2σ(2z) − 1 has two factors 2, one in front and one inside: "
            "the chain rule brings out both.",
        ),
        Misconception(
            "cosh-not-squared",
            edit=("return 1 - a**2", "return 1 / np.cosh(z)"),
            sentence="With cosh the slope is 1 over its square. The square is missing.",
        ),
        Misconception(
            "overflows",
            edit=(
                "    a = np.tanh(z)\n",
                "    a = (np.exp(z) - np.exp(-z)) / (np.exp(z) + np.exp(-z))\n",
            ),
            sentence="Far out this divides infinity by infinity, which is nan. NumPy's own tanh is safe.",
            leaves=NO_EXTREMES,
        ),
        Misconception(
            "writes-into-z",
            edit=("    a = np.tanh(z)\n", "    a = np.tanh(z, out=z)\n"),
            sentence="tanh is written into z itself, which belongs to the caller. Give back a new array.",
            leaves=("shapes", "values", "extreme"),
        ),
    ),
    "relu_derivative": (
        Misconception(
            "relu-instead",
            edit=("np.where(z > 0, 1.0, 0.0)", "np.maximum(0, z)"),
            sentence="This is ReLU itself. Its slope is wanted: how steep it is, not how high.",
        ),
        Misconception(
            "condition-turned",
            edit=("1.0, 0.0", "0.0, 1.0"),
            sentence="The two slopes are swapped: ReLU rises where z is positive.",
        ),
        Misconception(
            "sign-instead",
            edit=("np.where(z > 0, 1.0, 0.0)", "np.sign(z)"),
            sentence="This gives −1 where z is negative. ReLU is level there: 0.",
        ),
        Misconception(
            "slope-1-everywhere",
            edit=("np.where(z > 0, 1.0, 0.0)", "np.ones(np.shape(z))"),
            sentence="The slope is 1 everywhere. Where z is negative ReLU is level: 0.",
        ),
        Misconception(
            "leaky-instead",
            edit=("1.0, 0.0", "1.0, 0.01"),
            sentence="This is the slope of leaky ReLU. ReLU is level where z is negative: 0.",
        ),
        Misconception(
            "a-threshold-at-1",
            edit=("z > 0,", "z > 1,"),
            sentence="The corner lies at z = 1. It should lie at 0.",
        ),
        Misconception(
            "python-if",
            edit=("np.where(z > 0, 1.0, 0.0)", "1.0 if z > 0 else 0.0"),
            sentence="Python's if decides once, for one number. An array needs a choice for each entry: NumPy has one.",
        ),
        Misconception(
            "positive-entries-only",
            edit=("np.where(z > 0, 1.0, 0.0)", "np.ones(np.count_nonzero(np.asarray(z) > 0))"),
            sentence="The entries with slope 0 are left out, and the shape is lost. Every z keeps its place.",
        ),
        Misconception(
            "half-at-the-corner",
            edit=("np.where(z > 0, 1.0, 0.0)", "(1 + np.sign(z)) / 2"),
            sentence="At z = 0 this gives 1/2. ReLU has no slope there, and the course chooses 0.",
            leaves=NO_EXTREMES,
        ),
        Misconception(
            "divides-by-z",
            edit=("np.where(z > 0, 1.0, 0.0)", "np.maximum(0, z) / z"),
            sentence="At z = 0 this divides 0 by 0, which is nan. Choose between two numbers instead of dividing.",
            leaves=NO_EXTREMES,
        ),
        Misconception(
            "arrays-only",
            edit=(
                "return np.where(z > 0, 1.0, 0.0)",
                "slope = np.zeros(z.shape)\n    slope[z > 0] = 1\n    return slope",
            ),
            sentence="It works for arrays only. A plain number has no shape: use functions that take both.",
            leaves=NO_NUMBERS,
        ),
        Misconception(
            "writes-into-z",
            edit=("return np.where(z > 0, 1.0, 0.0)", "z[z > 0] = 1\n    z[z <= 0] = 0\n    return z"),
            sentence="It writes the slopes into z itself, which belongs to the caller. Give back a new array.",
            leaves=("shapes", "values", "extreme"),
        ),
    ),
    "leaky_relu_derivative": (
        Misconception(
            "relu-instead",
            edit=("1.0, 0.01", "1.0, 0.0"),
            sentence="This is the slope of ReLU. Leaky ReLU still rises where z is negative, by 0.01.",
        ),
        Misconception(
            "function-instead",
            edit=("1.0, 0.01", "z, 0.01 * z"),
            sentence="This is leaky ReLU itself. Its slope is wanted: how steep it is, not how high.",
        ),
        Misconception(
            "leak-times-z",
            edit=("1.0, 0.01", "1.0, 0.01 * z"),
            sentence="On the left this is the height, 0.01 z. The slope of that line is 0.01.",
        ),
        Misconception(
            "condition-turned",
            edit=("1.0, 0.01", "0.01, 1.0"),
            sentence="The two slopes are swapped: the steep part is where z is positive.",
        ),
        Misconception(
            "leak-of-0.1",
            edit=("1.0, 0.01", "1.0, 0.1"),
            sentence="The leak is 0.1. It should be 0.01.",
        ),
        Misconception(
            "leak-turned",
            edit=("1.0, 0.01", "1.0, -0.01"),
            sentence="On the left the slope is negative. Leaky ReLU rises there too, only gently.",
        ),
        Misconception(
            "python-if",
            edit=("np.where(z > 0, 1.0, 0.01)", "1.0 if z > 0 else 0.01"),
            sentence="Python's if decides once, for one number. An array needs a choice for each entry: NumPy has one.",
        ),
        Misconception(
            "whole-numbers-cut",
            edit=(
                "return np.where(z > 0, 1.0, 0.01)",
                "slope = np.ones_like(z)\n    slope[z <= 0] = 0.01\n    return slope",
            ),
            sentence="np.ones_like makes an array of z's type. For whole numbers 0.01 becomes 0 in it.",
            leaves=NO_NUMBERS,
        ),
        Misconception(
            "writes-into-z",
            edit=("return np.where(z > 0, 1.0, 0.01)", "z[z > 0] = 1\n    z[z <= 0] = 0.01\n    return z"),
            sentence="It writes the slopes into z itself, which belongs to the caller. Give back a new array.",
            leaves=("shapes", "values", "extreme"),
        ),
    ),
    "mistaken_tanh_slope": (
        Misconception(
            "right-formula",
            edit=("sigmoid(z) * (1 - sigmoid(z))", "1 - np.tanh(z) ** 2"),
            sentence="claimed is the right slope of tanh. The question is what the wrong formula, with the sigmoid, gives.",
            leaves=("measured",),
        ),
        Misconception(
            "z-taken-for-a",
            edit=("sigmoid(z) * (1 - sigmoid(z))", "z * (1 - z)"),
            sentence="claimed is z(1 − z). The formula on trial is made of σ(z).",
            leaves=("measured",),
        ),
        Misconception(
            "tanh-for-the-sigmoid",
            edit=("sigmoid(z) * (1 - sigmoid(z))", "np.tanh(z) * (1 - np.tanh(z))"),
            sentence="claimed was computed with tanh. The formula on trial takes the sigmoid: that is its mistake.",
            leaves=("measured",),
        ),
        Misconception(
            "sigmoid-nudged",
            edit=(MEASURED, "(sigmoid(z + step) - sigmoid(z - step)) / (2 * step)"),
            sentence="The sigmoid was nudged, so of course both numbers agree. Nudge tanh: its slope is on trial.",
            leaves=("claimed",),
        ),
        Misconception(
            "divided-by-one-step",
            edit=("/ (2 * step)", "/ step"),
            sentence="measured is twice as large as it should be: from z − step to z + step it is two steps.",
            leaves=("claimed",),
        ),
        Misconception(
            "one-side-over-two-steps",
            edit=("np.tanh(z - step)", "np.tanh(z)"),
            sentence="measured is half as large as it should be: the way is one step long, and it is divided by two.",
            leaves=("claimed",),
        ),
        Misconception(
            "large-step-to-one-side",
            edit=(MEASURED, "(np.tanh(z + 0.1) - np.tanh(z)) / 0.1"),
            sentence="measured is the slope somewhere to the right of z. Take a small step to both sides.",
            leaves=("claimed",),
        ),
        Misconception(
            "lost-bracket",
            edit=("/ (2 * step)", "/ 2 * step"),
            sentence="Without brackets this divides by 2 and multiplies by the step. Divide by both.",
            leaves=("claimed",),
        ),
        Misconception(
            "not-divided",
            edit=(" / (2 * step)", ""),
            sentence="measured is the change of tanh. Divide it by the length of the way: two steps.",
            leaves=("claimed",),
        ),
        Misconception(
            "wrong-way-round",
            edit=("np.tanh(z + step) - np.tanh(z - step)", "np.tanh(z - step) - np.tanh(z + step)"),
            sentence="measured has the wrong sign: take the value on the right minus the value on the left.",
            leaves=("claimed",),
        ),
        Misconception(
            "order-of-results",
            edit=("return claimed, measured", "return measured, claimed"),
            sentence="The two results are in the wrong order: claimed first, then measured.",
        ),
        Misconception(
            "difference-only",
            edit=("return claimed, measured", "return claimed - measured"),
            sentence="This is the difference of the two. Give both, so that one can look at them.",
        ),
    ),
}

ALTERNATIVES = {
    "relu": (
        Alternative("where", edit=("np.maximum(0, z)", "np.where(z > 0, z, 0)")),
        Alternative("mask-times-z", edit=("np.maximum(0, z)", "z * (z > 0)")),
        Alternative("half-of-the-sum", edit=("np.maximum(0, z)", "(z + np.abs(z)) / 2")),
        Alternative("clipped-below", edit=("np.maximum(0, z)", "np.clip(z, 0, None)")),
        Alternative("z-first", edit=("np.maximum(0, z)", "np.maximum(z, 0.0)")),
        Alternative("float32", edit=("np.maximum(0, z)", "np.fmax(np.float32(0), np.asarray(z, dtype=np.float32))")),
        Alternative(
            "copy-and-mask", edit=("return np.maximum(0, z)", "a = np.array(z)\n    a[a < 0] = 0\n    return a")
        ),
        Alternative("vectorized", edit=("np.maximum(0, z)", "np.vectorize(lambda x: max(0.0, x))(z)")),
    ),
    "leaky_relu": (
        Alternative("larger-one", edit=("np.where(z > 0, z, 0.01 * z)", "np.maximum(0.01 * z, z)")),
        Alternative("factor", edit=("np.where(z > 0, z, 0.01 * z)", "z * np.where(z < 0, 0.01, 1)")),
        Alternative("two-parts", edit=("np.where(z > 0, z, 0.01 * z)", "np.maximum(0, z) + 0.01 * np.minimum(0, z)")),
        Alternative("masks", edit=("np.where(z > 0, z, 0.01 * z)", "(z > 0) * z + (z <= 0) * z * 0.01")),
        Alternative("with-relu", edit=("np.where(z > 0, z, 0.01 * z)", "relu(z) - 0.01 * relu(-z)")),
        Alternative(
            "copy-and-mask",
            edit=(
                "return np.where(z > 0, z, 0.01 * z)",
                "a = np.array(z, dtype=float)\n    a[a < 0] *= 0.01\n    return a",
            ),
        ),
    ),
    "sigmoid_derivative": (
        Alternative("difference", edit=("return a * (1 - a)", "return a - a**2")),
        Alternative("mirrored", edit=("return a * (1 - a)", "return sigmoid(z) * sigmoid(-z)")),
        Alternative("multiply", edit=("return a * (1 - a)", "return np.multiply(a, np.subtract(1, a))")),
        Alternative("plain", edit=("    a = sigmoid(z)\n", "    a = 1 / (1 + np.exp(-z))\n")),
        Alternative(
            "expit", edit=("    a = sigmoid(z)\n", "    from scipy.special import expit\n\n    a = expit(z)\n")
        ),
        Alternative("by-tanh", edit=("return a * (1 - a)", "return (1 - np.tanh(z / 2) ** 2) / 4")),
        Alternative("by-cosh", edit=("return a * (1 - a)", "return 1 / (2 + 2 * np.cosh(z))")),
        Alternative(
            "without-overflow", edit=("return a * (1 - a)", "e = np.exp(-np.abs(z))\n    return e / (1 + e) ** 2")
        ),
        Alternative("float32", edit=("    a = sigmoid(z)\n", "    a = sigmoid(np.asarray(z, dtype=np.float32))\n")),
    ),
    "tanh_derivative": (
        Alternative("power", edit=("return 1 - a**2", "return 1 - np.power(a, 2)")),
        Alternative("squared-tanh", edit=("return 1 - a**2", "return 1 - np.square(np.tanh(z))")),
        Alternative("third-binomial", edit=("return 1 - a**2", "return (1 + a) * (1 - a)")),
        Alternative("by-cosh", edit=("return 1 - a**2", "return 1 / np.cosh(z) ** 2")),
        Alternative("by-the-sigmoid", edit=("return 1 - a**2", "return 4 * sigmoid_derivative(2 * z)")),
        Alternative("tanh-by-the-sigmoid", edit=("    a = np.tanh(z)\n", "    a = 2 * sigmoid(2 * z) - 1\n")),
        Alternative("float32", edit=("    a = np.tanh(z)\n", "    a = np.tanh(np.asarray(z, dtype=np.float32))\n")),
    ),
    "relu_derivative": (
        Alternative("other-convention-at-0", edit=("z > 0,", "z >= 0,")),
        Alternative("booleans", edit=("np.where(z > 0, 1.0, 0.0)", "np.asarray(z) > 0")),
        Alternative("whole-numbers", edit=("np.where(z > 0, 1.0, 0.0)", "1 * (z > 0)")),
        Alternative("heaviside", edit=("np.where(z > 0, 1.0, 0.0)", "np.heaviside(z, 0)")),
        Alternative("of-the-sign", edit=("np.where(z > 0, 1.0, 0.0)", "np.maximum(0, np.sign(z))")),
        Alternative("from-relu", edit=("z > 0,", "relu(z) > 0,")),
        Alternative(
            "zeros-and-mask",
            edit=(
                "return np.where(z > 0, 1.0, 0.0)",
                "slope = np.zeros_like(z)\n    slope[np.greater(z, 0)] = 1\n    return slope",
            ),
        ),
    ),
    "leaky_relu_derivative": (
        Alternative("other-convention-at-0", edit=("z > 0,", "z >= 0,")),
        Alternative("sum-of-both", edit=("np.where(z > 0, 1.0, 0.01)", "0.01 + 0.99 * (z > 0)")),
        Alternative("left-first", edit=("np.where(z > 0, 1.0, 0.01)", "np.where(z <= 0, 0.01, 1)")),
        Alternative("larger-one", edit=("np.where(z > 0, 1.0, 0.01)", "np.maximum(z > 0, 0.01)")),
        Alternative("from-relu", edit=("np.where(z > 0, 1.0, 0.01)", "np.where(relu_derivative(z) == 1, 1, 0.01)")),
        Alternative(
            "ones-and-mask",
            edit=(
                "return np.where(z > 0, 1.0, 0.01)",
                "slope = np.ones(np.shape(z))\n    slope[np.less_equal(z, 0)] = 0.01\n    return slope",
            ),
        ),
    ),
    "mistaken_tanh_slope": (
        Alternative("with-the-derivative", edit=("sigmoid(z) * (1 - sigmoid(z))", "sigmoid_derivative(z)")),
        Alternative("one-side", edit=(MEASURED, "(np.tanh(z + step) - np.tanh(z)) / step")),
        Alternative("exact", edit=(MEASURED, "tanh_derivative(z)")),
        Alternative("larger-step", edit=("    claimed = ", "    step = 1e-4\n    claimed = ")),
        Alternative("a-list-of-floats", edit=("return claimed, measured", "return [float(claimed), float(measured)]")),
        Alternative(
            "math",
            source="""def mistaken_tanh_slope(z):
    import math

    a = 1 / (1 + math.exp(-z))
    return a * (1 - a), (math.tanh(z + 1e-6) - math.tanh(z - 1e-6)) / 2e-6
""",
        ),
    ),
}
