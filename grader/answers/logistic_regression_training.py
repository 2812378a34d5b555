"""Wrong and right answers of the notebook `logistic_regression`: steps, decisions and the whole model."""

from grader.answers import Alternative, Misconception

MISCONCEPTIONS = {
    "optimize": (
        Misconception(
            "uphill",
            edits=(
                ('w = w - learning_rate * grads["dw"]', 'w = w + learning_rate * grads["dw"]'),
                ('b = b - learning_rate * grads["db"]', 'b = b + learning_rate * grads["db"]'),
            ),
            sentence="The step goes uphill: the gradient points to where the cost grows, so subtract it.",
        ),
        Misconception(
            "b-not-updated",
            edit=('        b = b - learning_rate * grads["db"]\n', ""),
            sentence="The bias is never updated. It learns by the same rule as the weights.",
        ),
        Misconception(
            "learning-rate-forgotten",
            edits=(('learning_rate * grads["dw"]', 'grads["dw"]'), ('learning_rate * grads["db"]', 'grads["db"]')),
            sentence="The step is the whole gradient. Multiply it by the learning rate.",
        ),
        Misconception(
            "every-cost-kept",
            edit=("if i % 100 == 0", "if True"),
            sentence="Every cost is kept. Keep those of iterations 0, 100, 200, …",
            leaves=("params", "grads"),
        ),
        Misconception(
            "costs-from-100",
            edit=("if i % 100 == 0", "if i % 100 == 0 and i > 0"),
            sentence="The first cost, at iteration 0, is missing.",
            leaves=("params", "grads"),
        ),
        Misconception(
            "cost-after-the-step",
            edit=("            costs.append(cost)", "            costs.append(propagate(w, b, X, Y)[1])"),
            sentence="The cost is computed after the step. Keep the one that propagate gave before it.",
            leaves=("shapes", "params", "grads"),
        ),
        Misconception(
            "one-step-too-few",
            edit=("range(num_iterations)", "range(1, num_iterations)"),
            sentence="There is one step too few: range(num_iterations) already counts from 0.",
            leaves=(),
        ),
        Misconception(
            "gradients-once",
            edit=(
                "    for i in range(num_iterations):\n        grads, cost = propagate(w, b, X, Y)\n",
                "    grads, cost = propagate(w, b, X, Y)\n    for i in range(num_iterations):\n",
            ),
            sentence="The gradients are computed once, before the loop. They change with every step.",
        ),
        Misconception(
            "grads-after-the-last-step",
            edit=(
                '    return {"w": w, "b": b}, grads, costs',
                '    grads, cost = propagate(w, b, X, Y)\n    return {"w": w, "b": b}, grads, costs',
            ),
            sentence="The gradients are those after the last step. Return the ones that the last step used.",
            leaves=("shapes", "params", "costs"),
        ),
        Misconception(
            "return-inside-the-loop",
            edit=("            costs.append(cost)\n    return", "            costs.append(cost)\n        return"),
            sentence="The return stands inside the loop, so the function ends after one step. Move it to the left.",
            leaves=(),
        ),
        Misconception(
            "params-as-a-tuple",
            edit=('{"w": w, "b": b}, grads', "(w, b), grads"),
            sentence='The first result is a dictionary with the keys "w" and "b".',
            leaves=("grads", "costs"),
        ),
        Misconception(
            "b-uphill",
            edit=('b = b - learning_rate * grads["db"]', 'b = b + learning_rate * grads["db"]'),
            sentence="The bias goes uphill while the weights go down. Subtract its step, too.",
        ),
        Misconception(
            "w-uphill",
            edit=('w = w - learning_rate * grads["dw"]', 'w = w + learning_rate * grads["dw"]'),
            sentence="The weights go uphill while the bias goes down. Subtract their step, too.",
        ),
        Misconception(
            "w-not-updated",
            edit=('        w = w - learning_rate * grads["dw"]\n', ""),
            sentence="The weights are never updated. They learn by the same rule as the bias.",
        ),
        Misconception(
            "divided-by-the-rate",
            edit=('w = w - learning_rate * grads["dw"]', 'w = w - grads["dw"] / learning_rate'),
            sentence="The slope is multiplied by the learning rate, not divided by it.",
        ),
        Misconception(
            "rate-forgotten-for-w",
            edit=('learning_rate * grads["dw"]', 'grads["dw"]'),
            sentence="The step of w lacks the learning rate.",
        ),
        Misconception(
            "rate-written-into-the-code",
            edit=("    costs = []\n", "    costs, learning_rate = [], 0.005\n"),
            sentence="0.005 is written into the code. Use the learning rate that the caller gives.",
        ),
        Misconception(
            "one-step-too-many",
            edit=("range(num_iterations)", "range(num_iterations + 1)"),
            sentence="There is one step too many: range(num_iterations) already gives num_iterations rounds.",
            leaves=("shapes", "costs"),
        ),
        Misconception(
            "stops-one-step-early",
            edit=("range(num_iterations)", "range(num_iterations - 1)"),
            sentence="The last step is missing: range(num_iterations) already ends at num_iterations − 1.",
        ),
        Misconception(
            "costs-late-by-one",
            edit=("if i % 100 == 0", "if i % 100 == 99"),
            sentence="The first cost that is kept is that of iteration 99. Begin with iteration 0.",
            leaves=("params", "grads"),
        ),
        Misconception(
            "costs-every-10",
            edit=("if i % 100 == 0", "if i % 10 == 0"),
            sentence="Every tenth cost is kept. Keep those of iterations 0, 100, 200, …",
            leaves=("params", "grads"),
        ),
        Misconception(
            "costs-begun-anew",
            edit=("            costs.append(cost)", "            costs = [cost]"),
            sentence="The list of costs is begun anew each time, so only the last one is left. Append to it.",
            leaves=("params", "grads"),
        ),
        Misconception(
            "costs-kept-between-calls",
            edits=(
                ("num_iterations, learning_rate):", "num_iterations, learning_rate, costs=[]):"),
                ("    costs = []\n", ""),
            ),
            sentence="A list as a default value is made once, so the costs of earlier calls are still in it. Begin "
            "with a new list inside the function.",
            leaves=("params", "grads"),
        ),
    ),
    "predict": (
        Misconception(
            "threshold-on-z",
            edit=("np.where(A > 0.5, 1, 0)", "np.where(w.T @ X + b > 0.5, 1, 0)"),
            sentence="z was compared with 0.5. The threshold is for the probability σ(z); for z itself it would be 0.",
        ),
        Misconception(
            "threshold-0.6",
            edit=("A > 0.5", "A > 0.6"),
            sentence="The threshold lies at 0.6. It should be 0.5.",
        ),
        Misconception(
            "threshold-0.4",
            edit=("A > 0.5", "A > 0.4"),
            sentence="The threshold lies at 0.4. It should be 0.5.",
        ),
        Misconception(
            "reversed",
            edit=("A > 0.5, 1, 0", "A > 0.5, 0, 1"),
            sentence="The answers are the wrong way round: 1 means a cat.",
        ),
        Misconception(
            "probabilities",
            edit=("np.where(A > 0.5, 1, 0)", "A"),
            sentence="These are probabilities. predict should decide: 1 or 0.",
        ),
        Misconception(
            "rank-1",
            edit=("np.where(A > 0.5, 1, 0)", "np.where(A > 0.5, 1, 0)[0]"),
            sentence="The answer has one axis, (m,). Keep both: (1, m), like Y.",
            leaves=("values", "untouched"),
        ),
        Misconception(
            "bias-forgotten",
            edit=("w.T @ X + b", "w.T @ X"),
            sentence="The bias b is missing from the weighted sum.",
        ),
        Misconception(
            "cut-off",
            edit=("np.where(A > 0.5, 1, 0)", "A.astype(int)"),
            sentence="astype(int) cuts decimals off, so every probability below 1 becomes 0. Compare with 0.5 first.",
        ),
        Misconception(
            "threshold-0.05", edit=("A > 0.5", "A > 0.05"), sentence="The threshold lies at 0.05, ten times too low."
        ),
        Misconception(
            "one-answer-for-all",
            edit=("np.where(A > 0.5, 1, 0)", "np.where(np.mean(A) > 0.5, 1, 0)"),
            sentence="One decision was made for all pictures together. Each picture gets its own.",
        ),
        Misconception(
            "column",
            edit=("np.where(A > 0.5, 1, 0)", "np.where(A > 0.5, 1, 0).T"),
            sentence="The answers stand in a column, (m, 1). They belong into a row, (1, m), like Y.",
            leaves=("values", "untouched"),
        ),
        Misconception(
            "nested-list",
            edit=("np.where(A > 0.5, 1, 0)", "np.where(A > 0.5, 1, 0).tolist()"),
            sentence="A list comes back. Return the NumPy array (1, m).",
            leaves=("values", "untouched"),
        ),
    ),
    "model": (
        Misconception(
            "trained-on-the-test-set",
            edit=("optimize(w, b, X_train, Y_train,", "optimize(w, b, X_test, Y_test,"),
            sentence="It learns from the test pictures. They are kept to see how well it does on pictures it has "
            "never seen.",
        ),
        Misconception(
            "test-predictions-from-training-pictures",
            edit=('"Y_prediction_test": predict(w, b, X_test)', '"Y_prediction_test": predict(w, b, X_train)'),
            sentence="Y_prediction_test was predicted from the training pictures.",
            leaves=("params", "costs", "untouched"),
        ),
        Misconception(
            "predictions-swapped",
            edits=(
                ('"Y_prediction_train": predict(w, b, X_train)', '"Y_prediction_train": predict(w, b, X_test)'),
                ('"Y_prediction_test": predict(w, b, X_test)', '"Y_prediction_test": predict(w, b, X_train)'),
            ),
            sentence="The predictions for the training and the test pictures are swapped.",
            leaves=("params", "costs", "untouched"),
        ),
        Misconception(
            "initial-weights-used",
            edit=('    w, b = params["w"], params["b"]\n', ""),
            sentence="The weights are still zero: optimize returns the learned ones, and they have to be taken from "
            "params.",
            leaves=("shapes", "costs", "untouched"),
        ),
        Misconception(
            "settings-ignored",
            edit=("num_iterations, learning_rate)\n    w, b", "2000, 0.005)\n    w, b"),
            sentence="num_iterations and learning_rate are not passed on: 2000 and 0.005 stand in the code.",
        ),
        Misconception(
            "sized-by-the-pictures",
            edit=("initialize_with_zeros(X_train.shape[0])", "initialize_with_zeros(X_train.shape[1])"),
            sentence="w has one entry for each picture. It needs one for each feature: the rows of X.",
        ),
        Misconception(
            "costs-forgotten",
            edit=('"costs": costs} |', "} |"),
            sentence='The key "costs" is missing from the result.',
            leaves=("params", "predictions", "untouched"),
        ),
        Misconception(
            "labels-for-predictions",
            edit=("predict(w, b, X_test)", "Y_test"),
            sentence="Y_prediction_test holds the right answers. Predict them from the test pictures.",
            leaves=("shapes", "params", "costs", "untouched"),
        ),
        Misconception(
            "random-start",
            edit=("w, b = initialize_with_zeros(X_train.shape[0])", "w, b = np.random.randn(X_train.shape[0], 1), 0.0"),
            sentence="It starts from random weights. This model starts from zeros: initialize_with_zeros.",
        ),
    ),
}

ALTERNATIVES = {
    "optimize": (
        Alternative(
            "copies-first",
            edits=(
                ("    costs = []\n", "    w = w.copy()\n    costs = []\n"),
                (
                    'w = w - learning_rate * grads["dw"]',
                    'w -= learning_rate * grads["dw"]',
                ),
            ),
        ),
        Alternative(
            "writes-into-w",
            edit=(
                'w = w - learning_rate * grads["dw"]',
                'w -= learning_rate * grads["dw"]',
            ),
        ),
        Alternative(
            "classic",
            source="""def optimize(w, b, X, Y, num_iterations, learning_rate, print_cost=False):
    costs = []
    for i in range(num_iterations):
        grads, cost = propagate(w, b, X, Y)
        dw = grads["dw"]
        db = grads["db"]
        w = w - learning_rate * dw
        b = b - learning_rate * db
        if i % 100 == 0:
            costs.append(cost)
        if print_cost and i % 100 == 0:
            print("Cost after iteration %i: %f" % (i, cost))
    params = {"w": w, "b": b}
    grads = {"dw": dw, "db": db}
    return params, grads, costs
""",
        ),
        Alternative(
            "while",
            source="""def optimize(w, b, X, Y, num_iterations, learning_rate):
    i, costs, grads = 0, [], {}
    while i < num_iterations:
        grads, cost = propagate(w, b, X, Y)
        if not i % 100:
            costs += [float(cost)]
        w, b = np.subtract(w, learning_rate * grads["dw"]), b - learning_rate * grads["db"]
        i += 1
    return dict(w=w, b=b), grads, costs
""",
        ),
        Alternative("array-of-costs", edit=("grads, costs\n", "grads, np.array(costs)\n")),
        Alternative(
            "deep-copies",
            edit=("    costs = []\n", "    import copy\n\n    w, b, costs = copy.deepcopy(w), copy.deepcopy(b), []\n"),
        ),
        Alternative(
            "sliced-costs",
            source="""def optimize(w, b, X, Y, num_iterations, learning_rate):
    history = []
    for _ in range(num_iterations):
        grads, cost = propagate(w, b, X, Y)
        history.append(cost)
        w, b = w - learning_rate * grads['dw'], b - learning_rate * grads['db']
    return {'w': w, 'b': b}, grads, history[::100]
""",
        ),
    ),
    "predict": (
        Alternative("comparison", edit=("np.where(A > 0.5, 1, 0)", "(A > 0.5).astype(float)")),
        Alternative("booleans", edit=("np.where(A > 0.5, 1, 0)", "A >= 0.5")),
        Alternative("rounded", edit=("np.where(A > 0.5, 1, 0)", "np.round(A)")),
        Alternative("sign-of-z", edit=("np.where(A > 0.5, 1, 0)", "1 * (w.T @ X + b > 0)")),
        Alternative(
            "loop",
            source="""def predict(w, b, X):
    m = X.shape[1]
    Y_prediction = np.zeros((1, m))
    w = w.reshape(X.shape[0], 1)
    A = sigmoid(np.dot(w.T, X) + b)
    for i in range(A.shape[1]):
        Y_prediction[0, i] = 1 if A[0, i] > 0.5 else 0
    assert Y_prediction.shape == (1, m)
    return Y_prediction
""",
        ),
        Alternative("mask", edit=("return np.where(A > 0.5, 1, 0)", "A[A > 0.5] = 1\n    A[A < 1] = 0\n    return A")),
        Alternative("heaviside", edit=("np.where(A > 0.5, 1, 0)", "np.heaviside(A - 0.5, 0)")),
        Alternative("floor", edit=("np.where(A > 0.5, 1, 0)", "np.floor(A + 0.5)")),
        Alternative(
            "list-comprehension", edit=("np.where(A > 0.5, 1, 0)", "np.array([[1 if a > 0.5 else 0 for a in A[0]]])")
        ),
    ),
    "model": (
        Alternative(
            "classic",
            source="""def model(X_train, Y_train, X_test, Y_test, num_iterations=2000, learning_rate=0.5, print_cost=False):
    w, b = np.zeros((X_train.shape[0], 1)), 0
    parameters, grads, costs = optimize(w, b, X_train, Y_train, num_iterations, learning_rate)
    w = parameters["w"]
    b = parameters["b"]
    Y_prediction_test = predict(w, b, X_test)
    Y_prediction_train = predict(w, b, X_train)
    print("train accuracy: {} %".format(100 - np.mean(np.abs(Y_prediction_train - Y_train)) * 100))
    d = {"costs": costs, "Y_prediction_test": Y_prediction_test, "Y_prediction_train": Y_prediction_train, "w": w,
         "b": b, "learning_rate": learning_rate, "num_iterations": num_iterations}
    return d
""",
        ),
        Alternative(
            "everything-inside",
            source="""def model(X_train, Y_train, X_test, Y_test, num_iterations, learning_rate):
    w, b, costs = np.zeros((X_train.shape[0], 1)), 0.0, []
    for i in range(num_iterations):
        A = 1 / (1 + np.exp(-(w.T @ X_train + b)))
        if i % 100 == 0:
            costs.append(-np.mean(Y_train * np.log(A) + (1 - Y_train) * np.log(1 - A)))
        w = w - learning_rate * X_train @ (A - Y_train).T / X_train.shape[1]
        b = b - learning_rate * np.mean(A - Y_train)
    return {"w": w, "b": b, "costs": costs, "Y_prediction_train": 1.0 * (w.T @ X_train + b > 0),
            "Y_prediction_test": 1.0 * (w.T @ X_test + b > 0)}
""",
        ),
        Alternative("unpacked", edit=("params, _, costs = optimize", "params, grads, costs = optimize")),
        Alternative(
            "started-by-hand",
            edit=("initialize_with_zeros(X_train.shape[0])", "np.zeros(shape=(X_train.shape[0], 1)), 0"),
        ),
    ),
}
