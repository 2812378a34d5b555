"""Wrong and right answers of the notebook `one_hidden_layer`: the way forward, the cost, the way back."""

from grader.answers import Alternative, Misconception

# Lines of the reference.
LOSSES = "losses = -(Y * np.log(A2) + (1 - Y) * np.log(1 - A2))"
MEAN = "return float(np.mean(losses))"
HIDDEN = "A1 = np.tanh(Z1)"
SLOPE_TANH = "dZ1 = W2.T @ dZ2 * (1 - A1**2)"
DW1, DB1 = "dW1 = dZ1 @ X.T / m", "db1 = np.sum(dZ1, axis=1, keepdims=True) / m"
DW2, DB2 = "dW2 = dZ2 @ A1.T / m", "db2 = np.sum(dZ2, axis=1, keepdims=True) / m"

# Claims on backward_propagation that still hold where one layer's gradients, or only their shapes, are wrong.
HIDDEN_LOST = ("shapes", "output", "untouched")
OUTPUT_LOST = ("shapes", "hidden", "untouched")
ONLY_SHAPES_LOST = ("output", "hidden", "slope", "pictures", "untouched")

MISCONCEPTIONS = {
    "forward_propagation": (
        Misconception(
            "no-bend",
            edit=(HIDDEN, "A1 = Z1"),
            sentence="The hidden layer has no activation: A1 is Z1. Without the bend the network is a single neuron in disguise.",
        ),
        Misconception(
            "sigmoid-in-the-hidden-layer",
            edit=(HIDDEN, "A1 = sigmoid(Z1)"),
            sentence="The hidden layer uses the sigmoid. In this network it is tanh.",
        ),
        Misconception(
            "relu-in-the-hidden-layer",
            edit=(HIDDEN, "A1 = np.maximum(0, Z1)"),
            sentence="The hidden layer uses ReLU. In this network it is tanh.",
        ),
        Misconception(
            "no-sigmoid-at-the-output",
            edit=("A2 = sigmoid(Z2)", "A2 = Z2"),
            sentence="The output is the weighted sum. The sigmoid has to make a probability of it.",
        ),
        Misconception(
            "tanh-at-the-output",
            edit=("A2 = sigmoid(Z2)", "A2 = np.tanh(Z2)"),
            sentence="The output layer uses tanh, which runs from −1 to 1. A probability needs the sigmoid.",
        ),
        Misconception(
            "activations-swapped",
            edits=((HIDDEN, "A1 = sigmoid(Z1)"), ("A2 = sigmoid(Z2)", "A2 = np.tanh(Z2)")),
            sentence="The two activations are swapped: tanh belongs to the hidden layer, the sigmoid to the output.",
        ),
        Misconception(
            "softmax-over-the-examples",
            edit=("A2 = sigmoid(Z2)", "A2 = np.exp(Z2) / np.sum(np.exp(Z2))"),
            sentence="The probabilities were made to add up to 1 over all examples. Each example has a probability of its own.",
        ),
        Misconception(
            "sigmoid-twice",
            edit=("A2 = sigmoid(Z2)", "A2 = sigmoid(sigmoid(Z2))"),
            sentence="The sigmoid was applied twice, so no probability is below 1/2. Once is enough.",
        ),
        Misconception(
            "rounded",
            edit=("A2 = sigmoid(Z2)", "A2 = np.round(sigmoid(Z2))"),
            sentence="The output is rounded to 0 or 1. Probabilities are wanted; the decision comes later, in predict.",
        ),
        Misconception(
            "b1-forgotten",
            edit=("W1 @ X + b1", "W1 @ X"),
            sentence="The bias of the hidden layer, b1, is missing.",
        ),
        Misconception(
            "b2-forgotten",
            edit=("W2 @ A1 + b2", "W2 @ A1"),
            sentence="The bias of the output layer, b2, is missing.",
        ),
        Misconception(
            "both-biases-forgotten",
            edits=(("W1 @ X + b1", "W1 @ X"), ("W2 @ A1 + b2", "W2 @ A1")),
            sentence="Both biases are missing. Each layer adds its own.",
        ),
        Misconception(
            "b1-in-both-layers",
            edit=("W2 @ A1 + b2", "W2 @ A1 + b1"),
            sentence="b1 is added in layer 2, too, and broadcasting makes Z2 as tall as b1. Layer 2 has its own bias.",
        ),
        Misconception(
            "bias-after-the-bend",
            edits=(("W1 @ X + b1", "W1 @ X"), (HIDDEN, "A1 = np.tanh(Z1) + b1")),
            sentence="b1 is added after tanh. It belongs to the weighted sum, before the bend.",
        ),
        Misconception(
            "bias-subtracted",
            edits=(("W1 @ X + b1", "W1 @ X - b1"), ("W2 @ A1 + b2", "W2 @ A1 - b2")),
            sentence="The biases are subtracted. They are added to the weighted sums.",
        ),
        Misconception(
            "bias-lies-on-its-side",
            edit=("W1 @ X + b1", "W1 @ X + b1.T"),
            sentence="b1 is a row here, so its numbers go to examples, not to units. Leave it a column.",
        ),
        Misconception(
            "output-fed-with-z1",
            edit=("W2 @ A1 + b2", "W2 @ Z1 + b2"),
            sentence="Layer 2 gets Z1, the sums before the bend. It should get what layer 1 gives: A1.",
        ),
        Misconception(
            "output-fed-with-x",
            edit=("W2 @ A1 + b2", "W2 @ X + b2"),
            sentence="Layer 2 gets X. It should get what layer 1 gives: A1.",
        ),
        Misconception(
            "w1-transposed",
            edit=("W1 @ X + b1", "W1.T @ X + b1"),
            sentence="W1 was turned. It has one row for each hidden unit and fits X as it is. (The w of a single neuron was a "
            "column, and had to be turned.)",
        ),
        Misconception(
            "x-before-w1",
            edit=("W1 @ X + b1", "X @ W1 + b1"),
            sentence="The factors are in the wrong order: weights on the left, examples on the right. Inner sizes have to agree.",
        ),
        Misconception(
            "elementwise-product",
            edit=("W1 @ X + b1", "W1 * X + b1"),
            sentence="* multiplies entry by entry and adds nothing up. Weighted sums are a matrix product.",
        ),
        Misconception(
            "new-parameters",
            edit=(
                "    Z1 = ",
                "    W1, W2 = np.random.randn(*W1.shape) * 0.01, np.random.randn(*W2.shape) * 0.01\n    Z1 = ",
            ),
            sentence="The weights are drawn anew in here. What was learned so far is in the parameters: use those.",
        ),
        Misconception(
            "unknown-name",
            edit=("W1 @ X + b1", "weights @ X + b1"),
            sentence="It uses a name that is not known inside the function. Only its arguments and what you make of them are: "
            "look for a slip in the spelling, or a name from another cell.",
        ),
        Misconception(
            "z1-overwritten",
            edit=(HIDDEN, "A1 = np.tanh(Z1, out=Z1)"),
            sentence="tanh was written into Z1, so the cache holds A1 twice. Let A1 be a new array.",
            leaves=("shapes", "values", "untouched"),
        ),
        Misconception(
            "cache-entries-swapped",
            edit=('"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2', '"Z1": A1, "A1": Z1, "Z2": A2, "A2": Z2'),
            sentence="In the cache Z and A are swapped: Z is before the activation, A after it.",
            leaves=("shapes", "values", "untouched"),
        ),
        Misconception(
            "cache-without-z",
            edit=('"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2', '"A1": A1, "A2": A2'),
            sentence='The cache holds A1 and A2 only. "Z1" and "Z2" belong into it, too.',
            leaves=("values", "untouched"),
        ),
        Misconception(
            "cache-in-small-letters",
            edit=('"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2', '"z1": Z1, "a1": A1, "z2": Z2, "a2": A2'),
            sentence="The keys of the cache are in small letters. Python tells them from capital ones.",
            leaves=("values", "untouched"),
        ),
        Misconception(
            "cache-as-a-tuple",
            edit=('{"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}', "(Z1, A1, Z2, A2)"),
            sentence='The cache is a tuple. A dictionary with the keys "Z1", "A1", "Z2", "A2" is wanted.',
            leaves=("values", "untouched"),
        ),
        Misconception(
            "a2-of-rank-1",
            edit=("return A2, {", "return A2[0], {"),
            sentence="A2 has one axis, (m,). Keep both: (1, m), like Y.",
            leaves=("values", "cache", "pictures", "untouched"),
        ),
        Misconception(
            "a2-as-a-column",
            edit=("return A2, {", "return A2.T, {"),
            sentence="A2 is a column. Examples are columns here, so the probabilities stand in one row: (1, m).",
            leaves=("values", "cache", "pictures", "untouched"),
        ),
        Misconception(
            "z2-returned",
            edit=("return A2, {", "return Z2, {"),
            sentence="The first result is Z2, before the sigmoid. The probabilities are A2.",
            leaves=("shapes", "cache", "untouched"),
        ),
        Misconception(
            "a1-returned",
            edit=("return A2, {", "return A1, {"),
            sentence="The first result is A1, what the hidden layer gives. The network's answer is A2.",
            leaves=("cache", "untouched"),
        ),
        Misconception(
            "cache-first",
            edit=(
                'return A2, {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}',
                'return {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}, A2',
            ),
            sentence="The two results are in the wrong order: A2 first, then the cache.",
        ),
        Misconception(
            "cache-forgotten",
            edit=('return A2, {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}', "return A2"),
            sentence="Only A2 is returned. The way back needs the cache: return both.",
        ),
        Misconception(
            "printed-not-returned",
            edit=('return A2, {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}', "print(A2)"),
            sentence="A2 is printed and not returned. What other code shall use has to be returned.",
        ),
        Misconception(
            "writes-into-x",
            edit=("    Z1 = ", "    X -= 0.5\n    X += 0.5\n    X[0] *= 1.0000001\n    Z1 = "),
            sentence="It writes into X. The examples belong to the caller: work on a new array.",
            leaves=("shapes", "values", "cache", "sizes", "pictures"),
        ),
    ),
    "compute_cost": (
        Misconception(
            "summed",
            edit=("np.mean(losses)", "np.sum(losses)"),
            sentence="The cost is a sum over the examples, not their mean: the 1/m is missing.",
        ),
        Misconception(
            "averaged-twice",
            edit=("np.mean(losses)", "np.mean(losses) / Y.shape[1]"),
            sentence="The cost is divided by m twice: the mean has done it already.",
        ),
        Misconception(
            "halved",
            edit=("np.mean(losses)", "np.mean(losses) / 2"),
            sentence="The cost is divided by 2m. The 2 belongs to the squared error: here it is m.",
        ),
        Misconception(
            "m-minus-1",
            edit=("np.mean(losses)", "np.sum(losses) / (Y.shape[1] - 1)"),
            sentence="The sum is divided by m − 1. A mean over m examples divides by m.",
        ),
        Misconception(
            "m-written-into-the-code",
            edit=("np.mean(losses)", "np.sum(losses) / 400"),
            sentence="400 is written into the code. Read the number of examples from the shape of Y.",
        ),
        Misconception(
            "lost-bracket",
            edit=(LOSSES, "losses = -Y * np.log(A2) + (1 - Y) * np.log(1 - A2)"),
            sentence="The minus sign belongs to both terms: −(y log a + (1 − y) log(1 − a)). Without the bracket, being sure and "
            "wrong about a 0 is rewarded.",
        ),
        Misconception(
            "positive-term-only",
            edit=(LOSSES, "losses = -Y * np.log(A2)"),
            sentence="Only the examples with y = 1 are counted: the term for the others, (1 − y) log(1 − a), is missing.",
        ),
        Misconception(
            "negative-term-only",
            edit=(LOSSES, "losses = -(1 - Y) * np.log(1 - A2)"),
            sentence="Only the examples with y = 0 are counted: the term for the others, y log a, is missing.",
        ),
        Misconception(
            "no-choice-by-label",
            edit=(LOSSES, "losses = -(np.log(A2) + np.log(1 - A2))"),
            sentence="Both logarithms count for every example. y and 1 − y should choose one of them.",
        ),
        Misconception(
            "terms-swapped",
            edit=(LOSSES, "losses = -(Y * np.log(1 - A2) + (1 - Y) * np.log(A2))"),
            sentence="The two logarithms are swapped: where y = 1, log a counts.",
        ),
        Misconception(
            "cost-sign",
            edit=(LOSSES, "losses = Y * np.log(A2) + (1 - Y) * np.log(1 - A2)"),
            sentence="The cost is negative: the logarithm of a probability is below 0, so a minus sign belongs in front.",
        ),
        Misconception(
            "log-of-the-labels",
            edit=(LOSSES, "losses = -(A2 * np.log(Y) + (1 - A2) * np.log(1 - Y))"),
            sentence="A2 and Y are swapped, and the logarithm of 0 is taken. The logarithm is of the probability.",
        ),
        Misconception(
            "squared-error",
            edit=(LOSSES, "losses = (A2 - Y) ** 2"),
            sentence="This is the squared error. The cost of this network is the cross-entropy.",
        ),
        Misconception(
            "absolute-error",
            edit=(LOSSES, "losses = np.abs(A2 - Y)"),
            sentence="This is the mean distance from the labels. The cost of this network is the cross-entropy.",
        ),
        Misconception(
            "wrong-answers-counted",
            edit=(LOSSES, "losses = (A2 > 0.5) != Y"),
            sentence="This is the share of wrong answers. It has no useful slope: the cost is the cross-entropy.",
        ),
        Misconception(
            "log10",
            edit=(LOSSES, "losses = -(Y * np.log10(A2) + (1 - Y) * np.log10(1 - A2))"),
            sentence="log10 is the logarithm to base 10. The natural one is meant.",
        ),
        Misconception(
            "log2",
            edit=(LOSSES, "losses = -(Y * np.log2(A2) + (1 - Y) * np.log2(1 - A2))"),
            sentence="log2 is the logarithm to base 2. The natural one is meant.",
        ),
        Misconception(
            "sigmoid-again",
            edit=("    losses = ", "    A2 = sigmoid(A2)\n    losses = "),
            sentence="The sigmoid is applied once more. A2 already holds probabilities.",
        ),
        Misconception(
            "fudge-too-large",
            edit=(LOSSES, "losses = -(Y * np.log(A2 + 0.01) + (1 - Y) * np.log(1 - A2 + 0.01))"),
            sentence="0.01 is added inside the logarithms. That changes every cost. (1e-8 would do no harm.)",
        ),
        Misconception(
            "clipped",
            edit=("    losses = ", "    A2 = np.clip(A2, 0.05, 0.95)\n    losses = "),
            sentence="The probabilities are clipped to 0.05 … 0.95, so very wrong predictions cost too little.",
            leaves=("shapes", "sizes", "untouched"),
        ),
        Misconception(
            "product-without-transpose",
            edit=(MEAN, "return float(-(np.dot(Y, np.log(A2)) + np.dot(1 - Y, np.log(1 - A2)))[0, 0] / Y.shape[1])"),
            sentence="np.dot of two rows does not fit: (1, m) times (1, m). Turn the second into a column.",
        ),
        Misconception(
            "every-label-with-every-probability",
            edit=(MEAN, "return float(-np.sum(Y.T @ np.log(A2) + (1 - Y).T @ np.log(1 - A2)) / Y.shape[1])"),
            sentence="A column times a row pairs every label with every probability. Turn the second factor, not the first: "
            "row times column.",
        ),
        Misconception(
            "whole-number-division",
            edit=("float(np.mean(losses))", "float(np.sum(losses) // Y.shape[1])"),
            sentence="// cuts the decimals off. Divide with a single stroke.",
        ),
        Misconception(
            "one-loss-each",
            edit=(MEAN, "return losses"),
            sentence="These are the losses of the single examples. The cost is their mean, one number.",
        ),
        Misconception(
            "axes-kept",
            edit=(MEAN, "return np.mean(losses, axis=1, keepdims=True)"),
            sentence="The cost is an array of shape (1, 1). It should be a plain number: take the mean over everything.",
            leaves=("values", "untouched"),
        ),
        Misconception(
            "printed-not-returned",
            edit=("return float", "print"),
            sentence="The cost is printed and not returned. What other code shall use has to be returned.",
        ),
        Misconception(
            "writes-into-a2",
            edit=("    losses = ", "    A2 += 1e-9\n    losses = "),
            sentence="It adds a little to A2 itself, which belongs to the caller and is needed on the way back. Use a new array.",
            leaves=("shapes", "values", "sizes"),
        ),
    ),
    "backward_propagation": (
        Misconception(
            "slope-of-tanh-forgotten",
            edit=(SLOPE_TANH, "dZ1 = W2.T @ dZ2"),
            sentence="dZ1 lacks the slope of tanh. What comes back through W2 passes the bend: times g1′(Z1).",
            leaves=HIDDEN_LOST,
        ),
        Misconception(
            "slope-of-the-sigmoid",
            edit=(SLOPE_TANH, "dZ1 = W2.T @ dZ2 * sigmoid(cache['Z1']) * (1 - sigmoid(cache['Z1']))"),
            sentence="dZ1 was made with the slope of the sigmoid. The hidden layer bends with tanh.",
            leaves=HIDDEN_LOST,
        ),
        Misconception(
            "formula-of-the-sigmoid",
            edit=(SLOPE_TANH, "dZ1 = W2.T @ dZ2 * A1 * (1 - A1)"),
            sentence="a(1 − a) is the slope of the sigmoid. The hidden layer bends with tanh: 1 − a².",
            leaves=HIDDEN_LOST,
        ),
        Misconception(
            "slope-of-the-output-layer",
            edit=(SLOPE_TANH, "dZ1 = W2.T @ dZ2 * A2 * (1 - A2)"),
            sentence="dZ1 was made with g2′, the slope of the output layer. It needs g1′: the slope of the hidden layer at Z1.",
            leaves=HIDDEN_LOST,
        ),
        Misconception(
            "slope-of-relu",
            edit=(SLOPE_TANH, "dZ1 = W2.T @ dZ2 * (A1 > 0)"),
            sentence="dZ1 was made with the slope of ReLU. The hidden layer bends with tanh.",
            leaves=HIDDEN_LOST,
        ),
        Misconception(
            "square-forgotten",
            edit=(SLOPE_TANH, "dZ1 = W2.T @ dZ2 * (1 - A1)"),
            sentence="The square is missing in the slope of tanh: 1 − a² and not 1 − a.",
            leaves=HIDDEN_LOST,
        ),
        Misconception(
            "z1-for-a1",
            edit=(SLOPE_TANH, "dZ1 = W2.T @ dZ2 * (1 - cache['Z1'] ** 2)"),
            sentence="Z1 was squared. The slope of tanh is 1 − a², made of the output A1.",
            leaves=HIDDEN_LOST,
        ),
        Misconception(
            "tanh-twice",
            edit=(SLOPE_TANH, "dZ1 = W2.T @ dZ2 * (1 - np.tanh(A1) ** 2)"),
            sentence="tanh was applied to A1, which is tanh(Z1) already. Take either A1 as it is or tanh(Z1).",
            leaves=HIDDEN_LOST,
        ),
        Misconception(
            "slope-applied-twice",
            edit=(SLOPE_TANH, "dZ1 = W2.T @ dZ2 * (1 - A1**2) * (1 - A1**2)"),
            sentence="The slope of tanh is multiplied in twice. Once is right.",
            leaves=HIDDEN_LOST,
        ),
        Misconception(
            "w2-not-transposed",
            edit=(SLOPE_TANH, "dZ1 = W2 @ dZ2 * (1 - A1**2)"),
            sentence="W2 does not fit dZ2 as it is: (1, n_h) times (1, m). On the way back it is transposed.",
        ),
        Misconception(
            "w1-for-w2",
            edits=(
                ("W2, A1, A2 =", "W1, A1, A2 ="),
                ('parameters["W2"], cache', 'parameters["W1"], cache'),
                (SLOPE_TANH, "dZ1 = W1.T @ dZ2 * (1 - A1**2)"),
            ),
            sentence="dZ1 was made with W1. The way back from the output to the hidden layer leads through W2.",
        ),
        Misconception(
            "w2-forgotten",
            edit=(SLOPE_TANH, "dZ1 = dZ2 * (1 - A1**2)"),
            sentence="dZ1 lacks W2: a hidden unit counts as much as its weight to the output.",
            leaves=HIDDEN_LOST,
        ),
        Misconception(
            "dz2-forgotten",
            edit=(SLOPE_TANH, "dZ1 = W2.T * (1 - A1**2)"),
            sentence="dZ1 lacks dZ2: what comes from the output, the mistake on each example, has to arrive in the hidden layer.",
            leaves=HIDDEN_LOST,
        ),
        Misconception(
            "dz2-sign",
            edit=("dZ2 = A2 - Y", "dZ2 = Y - A2"),
            sentence="dZ2 has the wrong sign: it is prediction minus label. All gradients are turned with it.",
        ),
        Misconception(
            "labels-forgotten",
            edit=("dZ2 = A2 - Y", "dZ2 = A2"),
            sentence="dZ2 lacks the labels: it is prediction minus label. Nothing can be learned without right answers.",
        ),
        Misconception(
            "dz2-times-sigmoid-slope",
            edit=("dZ2 = A2 - Y", "dZ2 = (A2 - Y) * A2 * (1 - A2)"),
            sentence="The sigmoid's slope is multiplied in once too often: with the cross-entropy it cancels. (For a squared "
            "error this would be right.)",
        ),
        Misconception(
            "dz2-of-the-sigmoid-only",
            edit=("dZ2 = A2 - Y", "dZ2 = A2 * (1 - A2)"),
            sentence="A2(1 − A2) is the slope of the sigmoid alone. Times the slope of the loss it becomes A2 − Y.",
        ),
        Misconception(
            "da2-taken-for-dz2",
            edit=("dZ2 = A2 - Y", "dZ2 = -Y / A2 + (1 - Y) / (1 - A2)"),
            sentence="This is dA2, the slope along A2. For dZ2 the slope of the sigmoid is still missing.",
        ),
        Misconception(
            "gradients-not-averaged",
            edits=(
                (DW1, DW1.removesuffix(" / m")),
                (DB1, DB1.removesuffix(" / m")),
                (DW2, DW2.removesuffix(" / m")),
                (DB2, DB2.removesuffix(" / m")),
            ),
            sentence="The gradients are sums over the examples. The cost is a mean, so its slopes are means too: divide by m.",
        ),
        Misconception(
            "weights-not-averaged",
            edits=((DW1, DW1.removesuffix(" / m")), (DW2, DW2.removesuffix(" / m"))),
            sentence="dW1 and dW2 are sums over the examples. The cost is a mean, so its slopes are means too: divide by m.",
        ),
        Misconception(
            "biases-not-averaged",
            edits=((DB1, DB1.removesuffix(" / m")), (DB2, DB2.removesuffix(" / m"))),
            sentence="db1 and db2 are sums over the examples. The cost is a mean, so its slopes are means too: divide by m.",
        ),
        Misconception(
            "hidden-layer-not-averaged",
            edits=((DW1, DW1.removesuffix(" / m")), (DB1, DB1.removesuffix(" / m"))),
            sentence="The 1/m is missing in the hidden layer. All four gradients are means over the examples.",
            leaves=HIDDEN_LOST,
        ),
        Misconception(
            "dw1-not-averaged",
            edit=(DW1, DW1.removesuffix(" / m")),
            sentence="dW1 is a sum over the examples. The cost is a mean, so its slope is one too: divide by m.",
            leaves=HIDDEN_LOST,
        ),
        Misconception(
            "dw2-not-averaged",
            edit=(DW2, DW2.removesuffix(" / m")),
            sentence="dW2 is a sum over the examples. The cost is a mean, so its slope is one too: divide by m.",
            leaves=OUTPUT_LOST,
        ),
        Misconception(
            "averaged-twice",
            edits=(("dZ2 = A2 - Y", "dZ2 = (A2 - Y) / m"),),
            sentence="dZ2 is divided by m, and the gradients made of it once more. Once is enough.",
        ),
        Misconception(
            "m-from-the-rows",
            edit=("m = X.shape[1]", "m = X.shape[0]"),
            sentence="m was read from the rows of X, which count the features. The examples are its columns.",
        ),
        Misconception(
            "m-written-into-the-code",
            edit=("m = X.shape[1]", "m = 400"),
            sentence="400 is written into the code. Read the number of examples from the shape of X.",
        ),
        Misconception(
            "db1-summed-over-everything",
            edit=(DB1, "db1 = np.sum(dZ1) / m"),
            sentence="db1 is one number: the sum ran over the units, too. Each hidden unit has a bias of its own: sum along the "
            "examples only.",
            leaves=("output", "untouched"),
        ),
        Misconception(
            "db1-averaged-over-everything",
            edit=(DB1, "db1 = np.mean(dZ1)"),
            sentence="db1 is one number: the mean ran over the units, too. Each hidden unit has a bias of its own: take the mean "
            "along the examples only.",
            leaves=("output", "untouched"),
        ),
        Misconception(
            "db1-along-the-wrong-axis",
            edit=(DB1, "db1 = np.sum(dZ1, axis=0, keepdims=True) / m"),
            sentence="db1 was summed along axis 0, over the units. The examples lie along axis 1.",
            leaves=("output", "untouched"),
        ),
        Misconception(
            "axes-not-kept",
            edits=((DB1, "db1 = np.sum(dZ1, axis=1) / m"), (DB2, "db2 = np.sum(dZ2, axis=1) / m")),
            sentence="db1 and db2 have one axis only: keepdims=True is missing. Such a bias would be added as a row.",
            leaves=ONLY_SHAPES_LOST,
        ),
        Misconception(
            "db2-as-a-number",
            edit=(DB2, "db2 = np.sum(dZ2) / m"),
            sentence="db2 is a plain number. A gradient has the shape of its variable: b2 is (1, 1).",
            leaves=ONLY_SHAPES_LOST,
        ),
        Misconception(
            "db1-from-dz2",
            edit=(DB1, "db1 = np.sum(dZ2, axis=1, keepdims=True) / m"),
            sentence="db1 was made of dZ2. It belongs to the hidden layer: dZ1.",
            leaves=("output", "untouched"),
        ),
        Misconception(
            "db1-from-dw1",
            edit=(DB1, "db1 = np.sum(dW1, axis=1, keepdims=True) / m"),
            sentence="db1 was made of dW1. It is the mean of dZ1 over the examples.",
            leaves=HIDDEN_LOST,
        ),
        Misconception(
            "db2-from-dw2",
            edit=(DB2, "db2 = np.sum(dW2, axis=1, keepdims=True) / m"),
            sentence="db2 was made of dW2. It is the mean of dZ2 over the examples.",
            leaves=OUTPUT_LOST,
        ),
        Misconception(
            "dw2-from-z1",
            edit=(DW2, "dW2 = dZ2 @ cache['Z1'].T / m"),
            sentence="dW2 was made with Z1. What goes into layer 2 is A1, after the bend.",
            leaves=OUTPUT_LOST,
        ),
        Misconception(
            "dw2-from-x",
            edit=(DW2, "dW2 = dZ2 @ X.T / m"),
            sentence="dW2 was made with X. What goes into layer 2 is A1.",
            leaves=("hidden", "untouched"),
        ),
        Misconception(
            "dw2-from-a2",
            edit=(DW2, "dW2 = dZ2 @ A2.T / m"),
            sentence="dW2 was made with A2, what comes out of layer 2. What goes in counts: A1.",
            leaves=("hidden", "untouched"),
        ),
        Misconception(
            "dw1-from-a1",
            edit=(DW1, "dW1 = dZ1 @ A1.T / m"),
            sentence="dW1 was made with A1, what comes out of layer 1. What goes in counts: X.",
            leaves=("output", "untouched"),
        ),
        Misconception(
            "dw2-elementwise",
            edit=(DW2, "dW2 = dZ2 * A1 / m"),
            sentence="dW2 keeps one column for each example: * adds nothing up. A matrix product multiplies and adds at once.",
            leaves=("hidden", "untouched"),
        ),
        Misconception(
            "x-not-transposed",
            edit=(DW1, "dW1 = dZ1 @ X / m"),
            sentence="dZ1 times X does not fit: (n_h, m) times (n_x, m). Transpose X, so that the examples meet and are summed.",
        ),
        Misconception(
            "dw1-turned",
            edit=(DW1, "dW1 = X @ dZ1.T / m"),
            sentence="dW1 lies on its side. A gradient has the shape of its variable: W1 is (n_h, n_x).",
            leaves=("output", "untouched"),
        ),
        Misconception(
            "dw2-turned",
            edit=(DW2, "dW2 = A1 @ dZ2.T / m"),
            sentence="dW2 is a column. A gradient has the shape of its variable: W2 is (1, n_h).",
            leaves=ONLY_SHAPES_LOST,
        ),
        Misconception(
            "gradients-negative",
            edit=(
                'return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}',
                'return {"dW1": -dW1, "db1": -db1, "dW2": dW2, "db2": db2}',
            ),
            sentence="dW1 and db1 have the wrong sign. The minus comes later, with the step in update_parameters.",
            leaves=HIDDEN_LOST,
        ),
        Misconception(
            "layers-swapped",
            edit=('"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2', '"dW1": dW2, "db1": db2, "dW2": dW1, "db2": db1'),
            sentence="The gradients of the two layers are swapped.",
        ),
        Misconception(
            "keys-without-d",
            edit=('"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2', '"W1": dW1, "b1": db1, "W2": dW2, "b2": db2'),
            sentence='The keys lack their d: "dW1", "db1", "dW2", "db2". "W1" is the name of the weights themselves.',
        ),
        Misconception(
            "keys-in-small-letters",
            edit=('"dW1": dW1, "db1": db1, "dW2": dW2', '"dw1": dW1, "db1": db1, "dw2": dW2'),
            sentence='Two keys are misspelt: "dW1" and "dW2" have a capital W. Python tells them apart.',
        ),
        Misconception(
            "a-tuple",
            edit=('{"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}', "dW1, db1, dW2, db2"),
            sentence='The gradients come as a tuple. A dictionary with the keys "dW1", "db1", "dW2", "db2" is wanted.',
        ),
        Misconception(
            "unknown-name",
            edit=('W2, A1, A2 = parameters["W2"], cache["A1"], cache["A2"]', 'W2, A1 = parameters["W2"], cache["A1"]'),
            sentence="It uses a name that is not known inside the function. Take every array out of parameters or cache first, "
            "and look for slips in the spelling.",
        ),
        Misconception(
            "printed-not-returned",
            edit=(
                'return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}',
                'print({"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2})',
            ),
            sentence="The gradients are printed and not returned. What other code shall use has to be returned.",
        ),
        Misconception(
            "writes-into-the-cache",
            edit=("dZ2 = A2 - Y", "dZ2 = A2\n    dZ2 -= Y"),
            sentence="dZ2 is another name for A2, and −= writes into it: the cache is spoilt. A plain minus makes a new array.",
            leaves=("shapes", "output", "hidden", "slope", "sizes", "pictures"),
        ),
    ),
    "mistaken_dZ1": (
        Misconception(
            "right-formula",
            edit=(
                'claimed = (W2.T @ (cache["A2"] - Y))[0, 0]',
                'claimed = (W2.T @ (cache["A2"] - Y) * (1 - cache["A1"] ** 2))[0, 0]',
            ),
            sentence="claimed is the right dZ1. The question is what the formula without g1′ gives.",
            leaves=("measured", "untouched"),
        ),
        Misconception(
            "claimed-sign",
            edit=('cache["A2"] - Y', 'Y - cache["A2"]'),
            sentence="claimed has the wrong sign: dZ2 is prediction minus label.",
            leaves=("measured", "untouched"),
        ),
        Misconception(
            "claimed-for-every-unit",
            edit=("Y))[0, 0]", "Y))"),
            sentence="claimed is a whole matrix. One number is wanted: hidden unit 0, example 0.",
            leaves=("measured", "untouched"),
        ),
        Misconception(
            "last-unit",
            edit=("Y))[0, 0]", "Y))[-1, 0]"),
            sentence="claimed belongs to the last hidden unit. Take row 0.",
            leaves=("measured", "untouched"),
        ),
        Misconception(
            "w2-not-transposed",
            edit=("W2.T @", "W2 @"),
            sentence="W2 does not fit dZ2 as it is: (1, n_h) times (1, m). On the way back it is transposed.",
        ),
        Misconception(
            "a1-nudged",
            edits=(('cache["Z1"][:, :1]', 'cache["A1"][:, :1]'), ("np.tanh(z1)", "z1")),
            sentence="A1 was nudged, after the bend, so both numbers agree. Nudge Z1: the bend is what the formula forgets.",
            leaves=("claimed", "untouched"),
        ),
        Misconception(
            "all-units-nudged",
            edit=("z1[0, 0] += nudge", "z1 += nudge"),
            sentence="All hidden units were nudged at once. Nudge one number: Z1[0, 0].",
            leaves=("claimed", "untouched"),
        ),
        Misconception(
            "cost-of-all-examples",
            edits=(
                ('cache["Z1"][:, :1].copy()', 'cache["Z1"].copy()'),
                ("compute_cost(a2, Y[:, :1])", "compute_cost(a2, Y)"),
            ),
            sentence="measured is m times too small: the cost of all examples is their mean. The loss of example 0 is wanted.",
            leaves=("claimed", "untouched"),
        ),
        Misconception(
            "bend-forgotten",
            edit=("np.tanh(z1)", "z1"),
            sentence="After the nudge the bend is missing: what goes into layer 2 is tanh of z1.",
            leaves=("claimed", "untouched"),
        ),
        Misconception(
            "b2-forgotten",
            edit=("np.tanh(z1) + b2", "np.tanh(z1)"),
            sentence="The bias b2 is missing when everything is computed anew.",
            leaves=("claimed", "untouched"),
        ),
        Misconception(
            "divided-by-one-step",
            edit=("/ (2 * step)", "/ step"),
            sentence="measured is twice as large as it should be: from one side to the other it is two steps.",
            leaves=("claimed", "untouched"),
        ),
        Misconception(
            "lost-bracket",
            edit=("/ (2 * step)", "/ 2 * step"),
            sentence="Without brackets this divides by 2 and multiplies by the step. Divide by both.",
            leaves=("claimed", "untouched"),
        ),
        Misconception(
            "wrong-way-round",
            edit=("losses[0] - losses[1]", "losses[1] - losses[0]"),
            sentence="measured has the wrong sign: take the loss a step above minus the loss a step below.",
            leaves=("claimed", "untouched"),
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
        Misconception(
            "nudges-pile-up",
            edits=(
                ("    losses = []\n", '    losses = []\n    z1 = cache["Z1"][:, :1].copy()\n'),
                ('        z1 = cache["Z1"][:, :1].copy()\n        z1[0', "        z1[0"),
            ),
            sentence="measured is half as large as it should be: both nudges go into one array, so the second only takes the "
            "first one back. Begin with a fresh copy each time.",
            leaves=("claimed", "untouched"),
        ),
        Misconception(
            "writes-into-the-cache",
            edits=(("[:, :1].copy()", "[:, :1]"), ("(step, -step)", "(step, -2 * step)")),
            sentence="The nudges go into the cache itself: z1 is a window on it, not a copy. Nudge a copy.",
            leaves=("claimed", "measured"),
        ),
    ),
}

ALTERNATIVES = {
    "forward_propagation": (
        Alternative(
            "classic",
            source="""def forward_propagation(X, parameters):
    W1 = parameters["W1"]
    b1 = parameters["b1"]
    W2 = parameters["W2"]
    b2 = parameters["b2"]
    Z1 = np.dot(W1, X) + b1
    A1 = np.tanh(Z1)
    Z2 = np.dot(W2, A1) + b2
    A2 = sigmoid(Z2)
    assert (A2.shape == (1, X.shape[1]))
    cache = {"Z1": Z1,
             "A1": A1,
             "Z2": Z2,
             "A2": A2}
    return A2, cache
""",
        ),
        Alternative(
            "einsum",
            edits=(
                ("W1 @ X + b1", "np.einsum('hx,xi->hi', W1, X) + b1"),
                ("W2 @ A1 + b2", "np.einsum('yh,hi->yi', W2, A1) + b2"),
            ),
        ),
        Alternative("added-in-place", edit=("Z1 = W1 @ X + b1", "Z1 = np.matmul(W1, X)\n    Z1 += b1")),
        Alternative("turned-twice", edit=("W1 @ X + b1", "(X.T @ W1.T + b1.T).T")),
        Alternative(
            "bias-as-a-weight",
            edit=("W1 @ X + b1", "np.hstack([W1, b1]) @ np.vstack([X, np.ones((1, X.shape[1]))])"),
        ),
        Alternative("plain-sigmoid", edit=("A2 = sigmoid(Z2)", "A2 = 1.0 / (1.0 + np.exp(-Z2))")),
        Alternative(
            "tanh-by-exponentials", edit=(HIDDEN, "A1 = (np.exp(Z1) - np.exp(-Z1)) / (np.exp(Z1) + np.exp(-Z1))")
        ),
        Alternative("tanh-by-the-sigmoid", edit=(HIDDEN, "A1 = 2 * sigmoid(2 * Z1) - 1")),
        Alternative(
            "float32",
            edit=(
                "    Z1 = ",
                "    X, W1, b1, W2, b2 = (array.astype(np.float32) for array in (X, W1, b1, W2, b2))\n    Z1 = ",
            ),
        ),
        Alternative("further-keys", edit=('{"Z1": Z1,', '{"A0": X, "Z1": Z1,')),
        Alternative("a-list-of-both", edits=(("return A2, {", "return [A2, {"), ('"A2": A2}', '"A2": A2}]'))),
        Alternative(
            "one-example-at-a-time",
            source="""def forward_propagation(X, parameters):
    n_h, m = parameters["W1"].shape[0], X.shape[1]
    cache = {"Z1": np.zeros((n_h, m)), "A1": np.zeros((n_h, m)), "Z2": np.zeros((1, m)), "A2": np.zeros((1, m))}
    for i in range(m):
        for j in range(n_h):
            cache["Z1"][j, i] = np.sum(parameters["W1"][j] * X[:, i]) + parameters["b1"][j, 0]
            cache["A1"][j, i] = np.tanh(cache["Z1"][j, i])
        cache["Z2"][0, i] = np.sum(parameters["W2"][0] * cache["A1"][:, i]) + parameters["b2"][0, 0]
        cache["A2"][0, i] = sigmoid(cache["Z2"][0, i])
    return cache["A2"], cache
""",
        ),
    ),
    "compute_cost": (
        Alternative(
            "classic-with-parameters",
            source="""def compute_cost(A2, Y, parameters):
    m = Y.shape[1]
    W1 = parameters["W1"]
    W2 = parameters["W2"]
    logprobs = np.multiply(np.log(A2), Y) + np.multiply((1 - Y), np.log(1 - A2))
    cost = - np.sum(logprobs) / m
    cost = float(np.squeeze(cost))
    assert (isinstance(cost, float))
    return cost
""",
        ),
        Alternative(
            "by-products",
            edit=(MEAN, "return np.squeeze(-(np.dot(Y, np.log(A2).T) + np.dot(1 - Y, np.log(1 - A2).T)) / Y.shape[1])"),
        ),
        Alternative("numpy-number", edit=(MEAN, "return np.average(losses)")),
        Alternative("an-array-without-axes", edit=(MEAN, "return np.array(1.0 / Y.size * losses.sum())")),
        Alternative("divided-by-minus-m", edit=(MEAN, "return np.sum(-losses) / -Y.shape[1]")),
        Alternative("chosen-by-label", edit=(LOSSES, "losses = -np.log(np.where(Y == 1, A2, 1 - A2))")),
        Alternative("distance-from-the-label", edit=(LOSSES, "losses = -np.log(1 - np.abs(Y - A2))")),
        Alternative("log1p", edit=(LOSSES, "losses = -(Y * np.log(A2) + (1 - Y) * np.log1p(-A2))")),
        Alternative(
            "xlogy",
            edit=(
                LOSSES,
                "from scipy.special import xlog1py, xlogy\n\n    losses = -(xlogy(Y, A2) + xlog1py(1 - Y, -A2))",
            ),
        ),
        Alternative("from-z", edit=(LOSSES, "z = np.log(A2 / (1 - A2))\n    losses = np.logaddexp(0, z) - Y * z")),
        Alternative("tiny-fudge", edit=(LOSSES, "losses = -(Y * np.log(A2 + 1e-8) + (1 - Y) * np.log(1 - A2 + 1e-8))")),
        Alternative("tiny-clip", edit=("    losses = ", "    A2 = np.clip(A2, 1e-10, 1 - 1e-10)\n    losses = ")),
        Alternative("float32", edit=("    losses = ", "    A2 = A2.astype(np.float32)\n    losses = ")),
        Alternative(
            "loop",
            source="""def compute_cost(A2, Y):
    cost = 0
    for a, y in zip(A2[0], Y[0]):
        if y == 1:
            cost -= np.log(a)
        else:
            cost -= np.log(1 - a)
    return cost / len(Y[0])
""",
        ),
    ),
    "backward_propagation": (
        Alternative(
            "classic",
            source="""def backward_propagation(parameters, cache, X, Y):
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
""",
        ),
        Alternative("slope-from-z1", edit=(SLOPE_TANH, "dZ1 = W2.T @ dZ2 * (1 - np.tanh(cache['Z1']) ** 2)")),
        Alternative("slope-by-your-function", edit=(SLOPE_TANH, "dZ1 = tanh_derivative(cache['Z1']) * (W2.T @ dZ2)")),
        Alternative("slope-by-cosh", edit=(SLOPE_TANH, "dZ1 = W2.T @ dZ2 / np.cosh(cache['Z1']) ** 2")),
        Alternative("column-times-row", edit=(SLOPE_TANH, "dZ1 = W2.T * dZ2 * (1 - A1**2)")),
        Alternative("outer-product", edit=(SLOPE_TANH, "dZ1 = np.outer(W2, dZ2) * (1 - A1 * A1)")),
        Alternative(
            "by-da",
            edits=(
                ("dZ2 = A2 - Y", "dA2 = (1 - Y) / (1 - A2) - Y / A2\n    dZ2 = dA2 * A2 * (1 - A2)"),
                (SLOPE_TANH, "dA1 = np.dot(W2.T, dZ2)\n    dZ1 = dA1 - dA1 * A1**2"),
            ),
        ),
        Alternative(
            "averaged-first",
            edits=(
                ("dZ2 = A2 - Y", "dZ2 = (A2 - Y) / m"),
                (DW1, DW1.removesuffix(" / m")),
                (DB1, DB1.removesuffix(" / m")),
                (DW2, DW2.removesuffix(" / m")),
                (DB2, DB2.removesuffix(" / m")),
            ),
        ),
        Alternative(
            "means",
            edits=(
                (DB1, "db1 = dZ1.mean(axis=1, keepdims=True)"),
                (DB2, "db2 = np.average(dZ2, axis=-1)[:, np.newaxis]"),
            ),
        ),
        Alternative(
            "sums-by-products",
            edits=((DB1, "db1 = dZ1 @ np.ones((m, 1)) / m"), (DB2, "db2 = np.array([[np.sum(dZ2) / m]])")),
        ),
        Alternative(
            "einsum",
            edits=(
                (DW1, "dW1 = np.einsum('hi,xi->hx', dZ1, X) / m"),
                (DW2, "dW2 = np.einsum('yi,hi->yh', dZ2, A1) / m"),
            ),
        ),
        Alternative(
            "transposed-products", edits=((DW1, "dW1 = (X @ dZ1.T).T / m"), (DW2, "dW2 = np.dot(A1, dZ2.T).T / m"))
        ),
        Alternative("m-from-y", edit=("m = X.shape[1]", "m = Y.size")),
        Alternative(
            "whole-pass-anew",
            edit=("    dZ2 = A2 - Y", "    A2, cache = forward_propagation(X, parameters)\n    dZ2 = A2 - Y"),
        ),
        Alternative("further-keys", edit=('{"dW1": dW1,', '{"dZ1": dZ1, "dZ2": dZ2, "dW1": dW1,')),
        Alternative(
            "float32",
            edit=(
                "    dZ2 = A2 - Y",
                "    X, W2, A1, A2 = (array.astype(np.float32) for array in (X, W2, A1, A2))\n    dZ2 = A2 - Y",
            ),
        ),
        Alternative(
            "one-example-at-a-time",
            source="""def backward_propagation(parameters, cache, X, Y):
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
""",
        ),
    ),
    "mistaken_dZ1": (
        Alternative(
            "single-numbers",
            edit=('(W2.T @ (cache["A2"] - Y))[0, 0]', 'W2[0, 0] * (cache["A2"][0, 0] - Y[0, 0])'),
        ),
        Alternative("column-times-row", edit=('(W2.T @ (cache["A2"] - Y))', '(W2.T * (cache["A2"] - Y))')),
        Alternative(
            "all-examples-times-m",
            edits=(
                ('cache["Z1"][:, :1].copy()', 'cache["Z1"].copy()'),
                ("compute_cost(a2, Y[:, :1])", "Y.shape[1] * compute_cost(a2, Y)"),
            ),
        ),
        Alternative(
            "chain-rule",
            edit=("(losses[0] - losses[1]) / (2 * step)", 'claimed * (1 - cache["A1"][0, 0] ** 2)'),
        ),
        Alternative(
            "own-loss",
            source="""def mistaken_dZ1(parameters, cache, Y):
    W2, b2, y = parameters["W2"], parameters["b2"], Y[0, 0]

    def loss(nudge):
        z1 = cache["Z1"][:, 0] + nudge * np.eye(len(cache["Z1"]))[0]
        z2 = float(W2[0] @ np.tanh(z1)) + b2.item()
        return np.logaddexp(0, z2) - y * z2

    claimed = np.dot(W2.T, cache["A2"] - Y)[0][0]
    measured = (loss(1e-5) - loss(-1e-5)) / 2e-5
    return [float(claimed), float(measured)]
""",
        ),
        Alternative("one-side", edits=(("(step, -step)", "(step, 0)"), ("/ (2 * step)", "/ step"))),
    ),
}
