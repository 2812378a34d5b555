"""Wrong and right answers of the notebook `one_hidden_layer`: start, steps and decisions."""

from grader.answers import Alternative, Misconception

STEP = 'updated[name] = parameters[name] - learning_rate * grads["d" + name]'
DECISION = "(A2 > 0.5).astype(int)"

# Claims on initialize_parameters that still hold where the weights have the wrong size.
NO_SCALE = ("shapes", "values", "sizes")

MISCONCEPTIONS = {
    "layer_sizes": (
        Misconception(
            "columns-counted",
            edits=(("X.shape[0]", "X.shape[1]"), ("Y.shape[0]", "Y.shape[1]")),
            sentence="These are the numbers of columns, and columns are examples. Features and labels of one example stand "
            "below each other: count the rows.",
        ),
        Misconception(
            "input-size-counts-the-examples",
            edit=("X.shape[0]", "X.shape[1]"),
            sentence="n_x is the number of examples, the columns of X. The features of an example are its rows.",
        ),
        Misconception(
            "output-size-counts-the-examples",
            edit=("Y.shape[0]", "Y.shape[1]"),
            sentence="n_y is the number of examples, the columns of Y. It should count the labels of one example: the rows.",
        ),
        Misconception(
            "input-size-written-into-the-code",
            edit=("n_x = X.shape[0]", "n_x = 2"),
            sentence="n_x is always 2. That fits the points of the flower; pictures have more features. Read it from X.",
        ),
        Misconception(
            "output-size-written-into-the-code",
            edit=("n_y = Y.shape[0]", "n_y = 1"),
            sentence="n_y is always 1. That fits our flower and our cats; for other data it has to be read from Y.",
        ),
        Misconception(
            "classes-counted",
            edit=("n_y = Y.shape[0]", "n_y = len(np.unique(Y))"),
            sentence="n_y counts the different values in Y. It should count the labels of one example: the rows of Y.",
        ),
        Misconception(
            "all-numbers-counted",
            edits=(("X.shape[0]", "X.size"), ("Y.shape[0]", "Y.size")),
            sentence="size counts every number in the array. One size of the shape is wanted, the number of rows.",
        ),
        Misconception(
            "whole-shapes",
            edits=(("X.shape[0]", "X.shape"), ("Y.shape[0]", "Y.shape")),
            sentence="n_x and n_y are whole shapes, two numbers each. Take the first of them.",
        ),
        Misconception(
            "hidden-units-from-the-data",
            edit=("n_h = 4", "n_h = X.shape[0]"),
            sentence="n_h was read from X. Nothing in the data says how many hidden units there are: this function says 4.",
        ),
        Misconception(
            "order-of-results",
            edit=("return n_x, n_h, n_y", "return n_x, n_y, n_h"),
            sentence="The sizes are in the wrong order. Give them from left to right: input, hidden layer, output.",
        ),
        Misconception(
            "two-results",
            edit=("return n_x, n_h, n_y", "return n_x, n_y"),
            sentence="The hidden layer is missing: three sizes are wanted, n_x, n_h and n_y.",
        ),
        Misconception(
            "printed-not-returned",
            edit=("return n_x, n_h, n_y", "print(n_x, n_h, n_y)"),
            sentence="The sizes are printed and not returned. What other code shall use has to be returned.",
        ),
    ),
    "initialize_parameters": (
        Misconception(
            "zero-weights",
            edits=(
                ("np.random.randn(n_h, n_x) * 0.01", "np.zeros((n_h, n_x))"),
                ("np.random.randn(n_y, n_h) * 0.01", "np.zeros((n_y, n_h))"),
            ),
            sentence="All weights are zero. Then all hidden units compute the same and learn the same, for ever.",
        ),
        Misconception(
            "equal-weights",
            edits=(
                ("np.random.randn(n_h, n_x) * 0.01", "np.full((n_h, n_x), 0.01)"),
                ("np.random.randn(n_y, n_h) * 0.01", "np.full((n_y, n_h), 0.01)"),
            ),
            sentence="All weights are the same number. Hidden units that start alike stay alike: draw the weights at random.",
        ),
        Misconception(
            "one-row-repeated",
            edit=("np.random.randn(n_h, n_x) * 0.01", "np.tile(np.random.randn(1, n_x) * 0.01, (n_h, 1))"),
            sentence="All rows of W1 are the same, so all hidden units are the same. Draw a row of its own for each unit.",
        ),
        Misconception(
            "no-scale",
            edits=(
                ("np.random.randn(n_h, n_x) * 0.01", "np.random.randn(n_h, n_x)"),
                ("np.random.randn(n_y, n_h) * 0.01", "np.random.randn(n_y, n_h)"),
            ),
            sentence="The weights are about 1 in size, 0.01 is missing. With large weights tanh is level, and learning is slow.",
            leaves=NO_SCALE,
        ),
        Misconception(
            "second-layer-without-scale",
            edit=("np.random.randn(n_y, n_h) * 0.01", "np.random.randn(n_y, n_h)"),
            sentence="W1 is small, W2 is not: 0.01 is missing there.",
            leaves=NO_SCALE,
        ),
        Misconception(
            "scale-0.1",
            edits=(("(n_h, n_x) * 0.01", "(n_h, n_x) * 0.1"), ("(n_y, n_h) * 0.01", "(n_y, n_h) * 0.1")),
            sentence="The weights have a standard deviation of 0.1, ten times too large. (Is 0.01 your variance?)",
            leaves=NO_SCALE,
        ),
        Misconception(
            "divided-by-the-root",
            edits=(
                ("(n_h, n_x) * 0.01", "(n_h, n_x) / np.sqrt(n_x)"),
                ("(n_y, n_h) * 0.01", "(n_y, n_h) / np.sqrt(n_h)"),
            ),
            sentence="The weights are divided by the root of the number of inputs. That is a good rule for deep networks and "
            "comes in the next assignment; here the scale is 0.01.",
            leaves=NO_SCALE,
        ),
        Misconception(
            "uniform-weights",
            edits=(
                ("np.random.randn(n_h, n_x)", "np.random.rand(n_h, n_x)"),
                ("np.random.randn(n_y, n_h)", "np.random.rand(n_y, n_h)"),
            ),
            sentence="np.random.rand draws evenly between 0 and 1: no weight is negative. np.random.randn, with an n at the "
            "end, draws from the normal distribution.",
            leaves=NO_SCALE,
        ),
        Misconception(
            "positive-weights",
            edits=(
                ("np.random.randn(n_h, n_x) * 0.01", "np.abs(np.random.randn(n_h, n_x)) * 0.01"),
                ("np.random.randn(n_y, n_h) * 0.01", "np.abs(np.random.randn(n_y, n_h)) * 0.01"),
            ),
            sentence="All weights are positive. Half of them should be negative: keep the signs that were drawn.",
            leaves=NO_SCALE,
        ),
        Misconception(
            "random-biases",
            edits=(
                ("b1 = np.zeros((n_h, 1))", "b1 = np.random.randn(n_h, 1) * 0.01"),
                ("b2 = np.zeros((n_y, 1))", "b2 = np.random.randn(n_y, 1) * 0.01"),
            ),
            sentence="The biases are random. Zero is enough for them: the weights already make the units differ.",
        ),
        Misconception(
            "biases-of-one",
            edits=(("b1 = np.zeros", "b1 = np.ones"), ("b2 = np.zeros", "b2 = np.ones")),
            sentence="The biases are 1. They start at 0.",
        ),
        Misconception(
            "weights-lie-on-their-side",
            edits=(("randn(n_h, n_x)", "randn(n_x, n_h)"), ("randn(n_y, n_h)", "randn(n_h, n_y)")),
            sentence="W1 and W2 are turned. A weight matrix has one row for each unit of its own layer and one column for "
            "each unit of the layer before.",
        ),
        Misconception(
            "rank-1-biases",
            edits=(("np.zeros((n_h, 1))", "np.zeros(n_h)"), ("np.zeros((n_y, 1))", "np.zeros(n_y)")),
            sentence="b1 and b2 have one axis only. Added to Z they would be taken for rows. Make them columns: two sizes.",
        ),
        Misconception(
            "biases-as-rows",
            edits=(("np.zeros((n_h, 1))", "np.zeros((1, n_h))"), ("np.zeros((n_y, 1))", "np.zeros((1, n_y))")),
            sentence="b1 and b2 are rows. Units stand below each other in this course, so a bias is a column.",
        ),
        Misconception(
            "one-bias-for-each-weight",
            edits=(("np.zeros((n_h, 1))", "np.zeros((n_h, n_x))"), ("np.zeros((n_y, 1))", "np.zeros((n_y, n_h))")),
            sentence="b1 and b2 are as wide as the weights. Each unit has one bias: a single column.",
        ),
        Misconception(
            "one-bias-for-a-layer",
            edits=(("b1 = np.zeros((n_h, 1))", "b1 = 0.0"), ("b2 = np.zeros((n_y, 1))", "b2 = 0.0")),
            sentence="There is one bias for a whole layer. Each unit has a bias of its own.",
        ),
        Misconception(
            "output-size-written-into-the-code",
            edits=(("randn(n_y, n_h)", "randn(1, n_h)"), ("np.zeros((n_y, 1))", "np.zeros((1, 1))")),
            sentence="W2 and b2 always have one row. They have n_y rows: one for each output unit.",
        ),
        Misconception(
            "hidden-size-written-into-the-code",
            edits=(("    W1 =", "    n_h = 4\n    W1 ="),),
            sentence="The hidden layer always has 4 units. Use n_h, whatever it is.",
        ),
        Misconception(
            "zeros-with-two-arguments",
            edit=("np.zeros((n_h, 1))", "np.zeros(n_h, 1)"),
            sentence="np.zeros takes the whole shape as one argument, in its own brackets. The second argument is the type of "
            "number.",
        ),
        Misconception(
            "randn-with-a-tuple",
            edit=("np.random.randn(n_h, n_x)", "np.random.randn((n_h, n_x))"),
            sentence="np.random.randn takes the sizes one by one, not as a tuple: one pair of brackets. (np.zeros needs two.)",
        ),
        Misconception(
            "keys-in-small-letters",
            edit=('"W1": W1, "b1": b1, "W2": W2', '"w1": W1, "b1": b1, "w2": W2'),
            sentence='Two keys are misspelt: "W1" and "W2" have capital letters. Python tells them apart.',
        ),
        Misconception(
            "a-tuple",
            edit=('{"W1": W1, "b1": b1, "W2": W2, "b2": b2}', "W1, b1, W2, b2"),
            sentence='The four arrays come as a tuple. A dictionary with the keys "W1", "b1", "W2", "b2" is wanted.',
        ),
    ),
    "update_parameters": (
        Misconception(
            "uphill",
            edit=(STEP, STEP.replace(" - ", " + ")),
            sentence="The step goes uphill: the gradient points to where the cost grows, so subtract it.",
        ),
        Misconception(
            "learning-rate-forgotten",
            edit=("learning_rate * grads", "grads"),
            sentence="The step is the whole gradient. Multiply it by the learning rate.",
        ),
        Misconception(
            "learning-rate-written-into-the-code",
            edit=("learning_rate * grads", "1.2 * grads"),
            sentence="1.2 is written into the code. Use learning_rate, whatever it is.",
            leaves=("shapes",),
        ),
        Misconception(
            "divided-by-the-learning-rate",
            edit=(STEP, 'updated[name] = parameters[name] - grads["d" + name] / learning_rate'),
            sentence="The gradient is divided by the learning rate. Multiply: a small rate is a small step.",
        ),
        Misconception(
            "steps-only",
            edit=(STEP, 'updated[name] = -learning_rate * grads["d" + name]'),
            sentence="This is the step alone. The new parameter is the old one plus the step.",
        ),
        Misconception(
            "multiplied-instead",
            edit=(STEP, 'updated[name] = parameters[name] * (1 - learning_rate * grads["d" + name])'),
            sentence="The parameter is multiplied by 1 minus the step. Subtract the step instead.",
        ),
        Misconception(
            "biases-not-updated",
            edit=("    return updated", '    return {**updated, "b1": parameters["b1"], "b2": parameters["b2"]}'),
            sentence="The biases stay as they were. They learn by the same rule as the weights.",
        ),
        Misconception(
            "hidden-layer-not-updated",
            edit=("    return updated", '    return {**updated, "W1": parameters["W1"], "b1": parameters["b1"]}'),
            sentence="The hidden layer stays as it was. All four parameters learn.",
        ),
        Misconception(
            "nothing-updated",
            edit=("    return updated", "    return parameters"),
            sentence="The old parameters are returned. Return the new ones.",
        ),
        Misconception(
            "bias-moved-by-its-weights",
            edit=(
                "    return updated",
                '    return {**updated, "b1": parameters["b1"] - learning_rate * grads["dW1"]}',
            ),
            sentence="b1 was moved by the gradient of W1, and broadcasting made it as wide as W1. b1 has a gradient of its own.",
        ),
        Misconception(
            "step-taken-twice",
            edit=("learning_rate * grads", "2 * learning_rate * grads"),
            sentence="The step is twice as long as it should be: was it taken twice?",
        ),
        Misconception(
            "a-parameter-forgotten",
            edit=('in ("W1", "b1", "W2", "b2")', 'in ("W1", "b1", "W2")'),
            sentence='"b2" is missing from the result. All four parameters belong into it.',
        ),
        Misconception(
            "return-inside-the-loop",
            edit=("    return updated", "        return updated"),
            sentence="The return stands inside the loop, so it ends after the first parameter. Move it to the left.",
        ),
        Misconception(
            "keys-of-the-gradients",
            edit=("updated[name] =", 'updated["d" + name] ='),
            sentence='The keys of the result begin with d. The parameters are called "W1", "b1", "W2", "b2".',
        ),
        Misconception(
            "missing-d",
            edit=('grads["d" + name]', "grads[name]"),
            sentence='grads has no key "W1". Its keys begin with d: "dW1", "db1", "dW2", "db2".',
        ),
        Misconception(
            "gradients-returned",
            edit=("    return updated", "    return grads"),
            sentence="The gradients are returned. Return the new parameters.",
        ),
        Misconception(
            "a-tuple",
            edit=("    return updated", "    return tuple(updated.values())"),
            sentence='The parameters come as a tuple. A dictionary with the keys "W1", "b1", "W2", "b2" is wanted.',
        ),
        Misconception(
            "not-returned",
            edit=("    return updated\n", ""),
            sentence="Nothing is returned. A function without return gives None.",
        ),
    ),
    "nn_model": (
        Misconception(
            "uphill",
            edit=("grads, 1.2)", "grads, -1.2)"),
            sentence="It climbs: the cost grows with every step. The learning rate is +1.2, and the gradient is subtracted.",
        ),
        Misconception(
            "never-updates",
            edit=("        parameters = update", "        update"),
            sentence="The updated parameters are thrown away: update_parameters returns new ones, and they have to be kept.",
        ),
        Misconception(
            "one-step-too-many",
            edit=("range(num_iterations)", "range(num_iterations + 1)"),
            sentence="There is one step too many: range(num_iterations) already has that many rounds.",
        ),
        Misconception(
            "one-step-too-few",
            edit=("range(num_iterations)", "range(1, num_iterations)"),
            sentence="There is one step too few: range(num_iterations) already counts from 0.",
        ),
        Misconception(
            "another-learning-rate",
            edit=("grads, 1.2)", "grads, 0.01)"),
            sentence="The learning rate is 0.01. In this function it is 1.2.",
        ),
        Misconception(
            "hidden-units-from-layer-sizes",
            edit=("n_x, _, n_y", "n_x, n_h, n_y"),
            sentence="n_h was taken from layer_sizes, which always says 4. Use the n_h that was asked for.",
        ),
        Misconception(
            "start-inside-the-loop",
            edit=(
                "        _, cache = forward",
                "        parameters = initialize_parameters(n_x, n_h, n_y)\n        _, cache = forward",
            ),
            sentence="Every round begins with new random weights, so nothing is kept. Draw them once, before the loop.",
        ),
        Misconception(
            "forward-once",
            edit=(
                "    for _ in range(num_iterations):\n        _, cache = forward_propagation(X, parameters)\n",
                "    _, cache = forward_propagation(X, parameters)\n    for _ in range(num_iterations):\n",
            ),
            sentence="The forward pass stands before the loop. The activations change with every step: compute them anew.",
        ),
        Misconception(
            "gradients-once",
            edit=(
                "    for _ in range(num_iterations):\n        _, cache = forward_propagation(X, parameters)\n"
                "        grads = backward_propagation(parameters, cache, X, Y)\n",
                "    _, cache = forward_propagation(X, parameters)\n"
                "    grads = backward_propagation(parameters, cache, X, Y)\n    for _ in range(num_iterations):\n",
            ),
            sentence="The gradients are computed once, before the loop. They change with every step.",
        ),
        Misconception(
            "output-layer-only",
            edit=(
                "        parameters = update_parameters(parameters, grads, 1.2)\n",
                "        new = update_parameters(parameters, grads, 1.2)\n"
                '        parameters = {**parameters, "W2": new["W2"], "b2": new["b2"]}\n',
            ),
            sentence="Only W2 and b2 learn. The hidden layer learns, too.",
        ),
        Misconception(
            "zero-start",
            edit=(
                "    for _ in",
                "    parameters = {name: 0 * array for name, array in parameters.items()}\n    for _ in",
            ),
            sentence="It starts from zeros. Then all hidden units learn the same: start from initialize_parameters.",
        ),
        Misconception(
            "sizes-swapped",
            edit=("initialize_parameters(n_x, n_h, n_y)", "initialize_parameters(n_h, n_x, n_y)"),
            sentence="The sizes are handed over in the wrong order: input, hidden layer, output.",
        ),
        Misconception(
            "arguments-swapped",
            edit=("forward_propagation(X, parameters)", "forward_propagation(parameters, X)"),
            sentence="The arguments of forward_propagation are in the wrong order: X first, then the parameters.",
        ),
        Misconception(
            "pair-taken-for-the-cache",
            edit=("_, cache = forward", "cache = forward"),
            sentence="forward_propagation returns two things, A2 and the cache. Take them apart.",
        ),
        Misconception(
            "iterations-written-into-the-code",
            edit=("range(num_iterations)", "range(100)"),
            sentence="It always takes 100 steps. num_iterations says how many.",
        ),
        Misconception(
            "return-inside-the-loop",
            edit=("    return parameters", "        return parameters"),
            sentence="The return stands inside the loop, so training ends after one step. Move it to the left.",
        ),
        Misconception(
            "gradients-returned",
            edit=("    return parameters", "    return grads if num_iterations else parameters"),
            sentence="The gradients are returned. What was learned is in the parameters.",
        ),
        Misconception(
            "not-returned",
            edit=("    return parameters\n", ""),
            sentence="Nothing is returned. A function without return gives None.",
        ),
    ),
    "predict": (
        Misconception(
            "probabilities",
            edit=(DECISION, "A2"),
            sentence="These are probabilities. predict should decide: 1 or 0.",
        ),
        Misconception(
            "threshold-0.4",
            edit=("> 0.5).", "> 0.4)."),
            sentence="The threshold lies at 0.4. It should be 0.5.",
        ),
        Misconception(
            "threshold-0.6",
            edit=("> 0.5).", "> 0.6)."),
            sentence="The threshold lies at 0.6. It should be 0.5.",
        ),
        Misconception(
            "threshold-0",
            edit=("> 0.5).", "> 0)."),
            sentence="Every probability is above 0, so the answer is always 1. The threshold is 0.5.",
        ),
        Misconception(
            "threshold-on-z",
            edits=(("A2, _ =", "_, cache ="), (DECISION, "(cache['Z2'] > 0.5).astype(int)")),
            sentence="Z2 was compared with 0.5. The threshold is for the probability; for Z2 itself it would be 0.",
        ),
        Misconception(
            "hidden-layer-decides",
            edits=(("A2, _ =", "_, cache ="), (DECISION, "(cache['A1'] > 0.5).astype(int)")),
            sentence="A1 was compared with 0.5: these are the hidden units. The network's answer is A2.",
        ),
        Misconception(
            "reversed",
            edit=("> 0.5).", "< 0.5)."),
            sentence="The answers are the wrong way round: 1 where the probability is high.",
        ),
        Misconception(
            "cut-off",
            edit=(DECISION, "A2.astype(int)"),
            sentence="astype(int) cuts decimals off, so every probability below 1 becomes 0. Compare with 0.5 first.",
        ),
        Misconception(
            "minus-one-for-no",
            edit=(DECISION, "np.where(A2 > 0.5, 1, -1)"),
            sentence="No is written as −1. The classes are 1 and 0.",
        ),
        Misconception(
            "counted",
            edit=(DECISION, "np.sum(A2 > 0.5)"),
            sentence="The answers are added up to one number. Each example gets an answer of its own.",
        ),
        Misconception(
            "one-answer-for-all",
            edit=(DECISION, "np.array([[int(np.mean(A2) > 0.5)]])"),
            sentence="There is one answer for all examples together. Each example gets an answer of its own.",
        ),
        Misconception(
            "python-if",
            edit=(DECISION, "1 if A2 > 0.5 else 0"),
            sentence="Python's if decides once, for one number. A whole row is compared entry by entry by NumPy.",
        ),
        Misconception(
            "pair-taken-for-a2",
            edit=("A2, _ =", "A2 ="),
            sentence="forward_propagation returns two things, A2 and the cache. Take the first.",
        ),
        Misconception(
            "new-parameters",
            edit=(
                "    A2, _ =",
                "    parameters = initialize_parameters(len(X), len(parameters['W1']), 1)\n    A2, _ =",
            ),
            sentence="New random parameters are drawn in here. Use those that were learned.",
        ),
        Misconception(
            "rank-1",
            edit=(DECISION, "(A2 > 0.5).astype(int)[0]"),
            sentence="The answer has one axis, (m,). Keep both: (1, m), like Y.",
            leaves=("values", "untouched"),
        ),
        Misconception(
            "a-column",
            edit=(DECISION, "(A2 > 0.5).astype(int).T"),
            sentence="The answers stand in a column. Examples are columns here, so they stand in one row: (1, m).",
            leaves=("values", "untouched"),
        ),
        Misconception(
            "a-list",
            edit=(DECISION, f"{DECISION}.tolist()"),
            sentence="The answer is a list. An array of shape (1, m) is wanted, so that it can be compared with Y.",
            leaves=("values", "untouched"),
        ),
        Misconception(
            "printed-not-returned",
            edit=(f"return {DECISION}", f"print({DECISION})"),
            sentence="The answers are printed and not returned. What other code shall use has to be returned.",
        ),
    ),
}

ALTERNATIVES = {
    "layer_sizes": (
        Alternative("length", edits=(("X.shape[0]", "len(X)"), ("Y.shape[0]", "len(Y)"))),
        Alternative("np-shape", edits=(("X.shape[0]", "np.shape(X)[0]"), ("Y.shape[0]", "np.size(Y, axis=0)"))),
        Alternative("counted-from-the-end", edits=(("X.shape[0]", "X.shape[-2]"), ("Y.shape[0]", "Y.T.shape[1]"))),
        Alternative(
            "taken-apart", edits=(("n_x = X.shape[0]", "n_x, m = X.shape"), ("n_y = Y.shape[0]", "n_y, _ = Y.shape"))
        ),
        Alternative("a-list", edit=("return n_x, n_h, n_y", "return [n_x, n_h, n_y]")),
        Alternative("numpy-numbers", edit=("return n_x, n_h, n_y", "return tuple(np.array([n_x, n_h, n_y]))")),
        Alternative("with-a-print", edit=("    return", '    print(f"{n_x}-{n_h}-{n_y}")\n    return')),
    ),
    "initialize_parameters": (
        Alternative(
            "classic",
            source="""def initialize_parameters(n_x, n_h, n_y):
    np.random.seed(2)
    W1 = np.random.randn(n_h, n_x) * 0.01
    b1 = np.zeros(shape=(n_h, 1))
    W2 = np.random.randn(n_y, n_h) * 0.01
    b2 = np.zeros(shape=(n_y, 1))
    assert (W1.shape == (n_h, n_x))
    assert (b1.shape == (n_h, 1))
    assert (W2.shape == (n_y, n_h))
    assert (b2.shape == (n_y, 1))
    parameters = {"W1": W1,
                  "b1": b1,
                  "W2": W2,
                  "b2": b2}
    return parameters
""",
        ),
        Alternative(
            "output-layer-first",
            edit=("    W1 = ", "    W2 = 0.01 * np.random.randn(n_y, n_h)\n    W1 = "),
        ),
        Alternative(
            "normal",
            edits=(
                ("np.random.randn(n_h, n_x) * 0.01", "np.random.normal(0, 0.01, (n_h, n_x))"),
                ("np.random.randn(n_y, n_h) * 0.01", "np.random.normal(scale=0.01, size=(n_y, n_h))"),
            ),
        ),
        Alternative(
            "generator",
            source="""def initialize_parameters(n_x, n_h, n_y):
    random = np.random.default_rng()
    sizes = [n_x, n_h, n_y]
    parameters = {}
    for l in (1, 2):
        parameters[f"W{l}"] = random.standard_normal((sizes[l], sizes[l - 1])) / 100
        parameters[f"b{l}"] = np.zeros([sizes[l], 1], dtype=np.float32)
    return parameters
""",
        ),
        Alternative(
            "float32",
            edits=(
                ("np.random.randn(n_h, n_x) * 0.01", "(np.random.randn(n_h, n_x) * 0.01).astype(np.float32)"),
                ("np.zeros((n_h, 1))", "np.zeros(n_h).reshape(-1, 1)"),
            ),
        ),
        Alternative(
            "whole-number-biases",
            edits=(("np.zeros((n_h, 1))", "np.zeros((n_h, 1), int)"), ("np.zeros((n_y, 1))", "np.array([[0]] * n_y)")),
        ),
        Alternative("further-keys", edit=('{"W1": W1,', '{"n_h": n_h, "W1": W1,')),
    ),
    "update_parameters": (
        Alternative(
            "classic",
            source="""def update_parameters(parameters, grads, learning_rate=1.2):
    W1 = parameters["W1"]
    b1 = parameters["b1"]
    W2 = parameters["W2"]
    b2 = parameters["b2"]
    dW1 = grads["dW1"]
    db1 = grads["db1"]
    dW2 = grads["dW2"]
    db2 = grads["db2"]
    W1 = W1 - learning_rate * dW1
    b1 = b1 - learning_rate * db1
    W2 = W2 - learning_rate * dW2
    b2 = b2 - learning_rate * db2
    parameters = {"W1": W1,
                  "b1": b1,
                  "W2": W2,
                  "b2": b2}
    return parameters
""",
        ),
        Alternative(
            "comprehension",
            source="""def update_parameters(parameters, grads, learning_rate):
    return {name: np.subtract(value, learning_rate * grads[f"d{name}"]) for name, value in parameters.items()}
""",
        ),
        Alternative(
            "copies-first",
            source="""def update_parameters(parameters, grads, learning_rate):
    import copy

    parameters = copy.deepcopy(parameters)
    for name in parameters:
        parameters[name] -= learning_rate * grads["d" + name]
    return parameters
""",
        ),
        Alternative(
            "writes-into-the-dictionary",
            edits=(
                ("    updated = {}\n", "    updated = parameters\n"),
                (STEP, 'updated[name] -= learning_rate * grads["d" + name]'),
            ),
        ),
        Alternative(
            "by-layer",
            source="""def update_parameters(parameters, grads, learning_rate):
    new = dict(parameters)
    for l in range(1, len(parameters) // 2 + 1):
        new["W%d" % l] = new["W%d" % l] + np.multiply(-learning_rate, grads["dW%d" % l])
        new["b" + str(l)] = new["b" + str(l)] - grads["db" + str(l)] * learning_rate
    return new
""",
        ),
        Alternative(
            "float32", edit=("    updated = {}\n", "    updated = {}\n    learning_rate = np.float32(learning_rate)\n")
        ),
    ),
    "nn_model": (
        Alternative(
            "classic",
            source="""def nn_model(X, Y, n_h, num_iterations=10000, print_cost=False):
    np.random.seed(3)
    n_x = layer_sizes(X, Y)[0]
    n_y = layer_sizes(X, Y)[2]
    parameters = initialize_parameters(n_x, n_h, n_y)
    W1 = parameters["W1"]
    b1 = parameters["b1"]
    for i in range(0, num_iterations):
        A2, cache = forward_propagation(X, parameters)
        cost = compute_cost(A2, Y)
        grads = backward_propagation(parameters, cache, X, Y)
        parameters = update_parameters(parameters, grads, learning_rate=1.2)
        if print_cost and i % 1000 == 0:
            print("Cost after iteration %i: %f" % (i, cost))
    return parameters
""",
        ),
        Alternative("sizes-from-the-arrays", edit=("n_x, _, n_y = layer_sizes(X, Y)", "n_x, n_y = len(X), len(Y)")),
        Alternative(
            "while",
            edit=(
                "    for _ in range(num_iterations):\n",
                "    while num_iterations > 0:\n        num_iterations -= 1\n",
            ),
        ),
        Alternative(
            "everything-inside",
            source="""def nn_model(X, Y, n_h, num_iterations):
    (n_x, m), rate = X.shape, 1.2
    W2, W1 = 0.01 * np.random.randn(1, n_h), 0.01 * np.random.randn(n_h, n_x)
    b1, b2 = np.zeros((n_h, 1)), np.zeros((1, 1))
    for _ in range(num_iterations):
        A1 = np.tanh(W1 @ X + b1)
        dZ2 = (sigmoid(W2 @ A1 + b2) - Y) / m
        dZ1 = W2.T @ dZ2 * (1 - A1**2)
        W1, b1 = W1 - rate * dZ1 @ X.T, b1 - rate * dZ1.sum(axis=1, keepdims=True)
        W2, b2 = W2 - rate * dZ2 @ A1.T, b2 - rate * dZ2.sum(axis=1, keepdims=True)
    return {"W1": W1, "b1": b1, "W2": W2, "b2": b2}
""",
        ),
        Alternative(
            "own-generator",
            edit=(
                "    for _ in",
                "    random = np.random.default_rng(1)\n"
                '    parameters |= {"W1": random.normal(0, 0.01, (n_h, n_x)), "W2": random.normal(0, 0.01, (n_y, n_h))}\n'
                "    for _ in",
            ),
        ),
        Alternative(
            "generator-of-the-notebook",
            source="""rng = np.random.default_rng(1)


def start(n_x, n_h, n_y):
    draw = lambda rows, columns: rng.standard_normal((rows, columns)) * 0.01
    return {"W1": draw(n_h, n_x), "b1": np.zeros((n_h, 1)), "W2": draw(n_y, n_h), "b2": np.zeros((n_y, 1))}


def nn_model(X, Y, n_h, num_iterations):
    parameters = start(X.shape[0], n_h, Y.shape[0])
    for _ in range(num_iterations):
        A2, cache = forward_propagation(X, parameters)
        parameters = update_parameters(parameters, backward_propagation(parameters, cache, X, Y), 1.2)
    return parameters
""",
        ),
        Alternative(
            "generator-as-a-default",
            edits=(
                ("n_h, num_iterations):", "n_h, num_iterations, draw=np.random.RandomState(5).randn):"),
                (
                    "    for _ in",
                    "    parameters = parameters | {'W1': 0.01 * draw(n_h, n_x), 'W2': 0.01 * draw(n_y, n_h)}\n    for _ in",
                ),
            ),
        ),
        Alternative(
            "python-s-own-random",
            source="""import random


def nn_model(X, Y, n_h, num_iterations):
    rows = {"W1": (n_h, X.shape[0]), "W2": (Y.shape[0], n_h)}
    parameters = {name: np.array([[random.gauss(0, 0.01) for _ in range(columns)] for _ in range(n)])
                  for name, (n, columns) in rows.items()}
    parameters |= {"b1": np.zeros((n_h, 1)), "b2": np.zeros((Y.shape[0], 1))}
    for _ in range(num_iterations):
        cache = forward_propagation(X, parameters)[1]
        parameters = update_parameters(parameters, backward_propagation(parameters, cache, X, Y), 1.2)
    return parameters
""",
        ),
        Alternative(
            "forward-pass-for-nothing",
            edit=(
                "    for _ in",
                "    A2, cache = forward_propagation(X, parameters)\n    cost = compute_cost(A2, Y)\n    for _ in",
            ),
        ),
        Alternative("costs-kept-too", edit=("grads, 1.2)\n", "grads, 1.2)\n        costs = [compute_cost(_, Y)]\n")),
    ),
    "predict": (
        Alternative("booleans", edit=(DECISION, "A2 > 0.5")),
        Alternative("floats", edit=(DECISION, "1.0 * (A2 >= 0.5)")),
        Alternative("rounded", edit=(DECISION, "np.round(A2)")),
        Alternative("where", edit=(DECISION, "np.where(A2 > 0.5, 1, 0)")),
        Alternative("sign-of-z", edits=(("A2, _ =", "_, cache ="), (DECISION, "(cache['Z2'] > 0).astype(np.int8)"))),
        Alternative("mask", edit=(f"return {DECISION}", "Y = np.zeros_like(A2)\n    Y[A2 > 0.5] = 1\n    return Y")),
        Alternative(
            "against-the-other-class", edit=(DECISION, "np.argmax(np.vstack([1 - A2, A2]), axis=0, keepdims=True)")
        ),
        Alternative(
            "loop",
            source="""def predict(parameters, X):
    A2, cache = forward_propagation(X, parameters)
    predictions = np.zeros((1, X.shape[1]))
    for i in range(A2.shape[1]):
        if A2[0, i] > 0.5:
            predictions[0, i] = 1
        else:
            predictions[0, i] = 0
    return predictions
""",
        ),
        Alternative(
            "everything-inside",
            source="""def predict(parameters, X):
    A1 = np.tanh(np.dot(parameters["W1"], X) + parameters["b1"])
    A2 = 1 / (1 + np.exp(-np.dot(parameters["W2"], A1) - parameters["b2"]))
    return np.array([[1 if a > 0.5 else 0 for a in A2.ravel()]])
""",
        ),
    ),
}
