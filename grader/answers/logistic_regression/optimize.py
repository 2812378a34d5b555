"""Wrong and right answers to `logistic_regression.optimize`."""

from grader.answers import right, sentences, wrong

ANSWERS = (
    wrong("uphill", 'w = w - learning_rate * grads["dw"]', 'w = w + learning_rate * grads["dw"]',
          'b = b - learning_rate * grads["db"]', 'b = b + learning_rate * grads["db"]', sentences.UPHILL),
    wrong("b-not-updated", '        b = b - learning_rate * grads["db"]\n', "",
          "The bias is never updated. It learns by the same rule as the weights."),
    wrong("learning-rate-forgotten", 'learning_rate * grads["dw"]', 'grads["dw"]',
          'learning_rate * grads["db"]', 'grads["db"]', sentences.RATE_MISSING),
    wrong("every-cost-kept", "if i % 100 == 0", "if True", sentences.EVERY_COST, holds="params grads"),
    wrong("costs-from-100", "if i % 100 == 0", "if i % 100 == 0 and i > 0",
          "The first cost, at iteration 0, is missing.", holds="params grads"),
    wrong("cost-after-the-step", "            costs.append(cost)", "            costs.append(propagate(w, b, X, Y)[1])",
          "The cost is computed after the step. Keep the one that propagate gave before it.",
          holds="shapes params grads"),
    wrong("one-step-too-few", "range(num_iterations)", "range(1, num_iterations)", sentences.ONE_STEP_TOO_FEW),
    wrong("gradients-once", "    for i in range(num_iterations):\n        grads, cost = propagate(w, b, X, Y)\n",
          "    grads, cost = propagate(w, b, X, Y)\n    for i in range(num_iterations):\n", sentences.GRADIENTS_ONCE),
    wrong("grads-after-the-last-step", '    return {"w": w, "b": b}, grads, costs',
          '    grads, cost = propagate(w, b, X, Y)\n    return {"w": w, "b": b}, grads, costs',
          "The gradients are those after the last step. Return the ones that the last step used.",
          holds="shapes params costs"),
    wrong("return-inside-the-loop",
          "            costs.append(cost)\n    return", "            costs.append(cost)\n        return",
          "The return stands inside the loop, so the function ends after one step. Move it to the left."),
    wrong("params-as-a-tuple", '{"w": w, "b": b}, grads', "(w, b), grads",
          'The first result is a dictionary with the keys "w" and "b".', holds="grads costs"),
    wrong("params-of-the-start", "    costs = []\n", '    costs, params = [], {"w": w, "b": b}\n',
          'return {"w": w, "b": b}, grads', "return params, grads",
          "params holds the w and b that came in. Give back those after the last step.", holds="shapes grads costs"),
    wrong("b-uphill", 'b = b - learning_rate * grads["db"]', 'b = b + learning_rate * grads["db"]',
          "The bias goes uphill while the weights go down. Subtract its step, too."),
    wrong("w-uphill", 'w = w - learning_rate * grads["dw"]', 'w = w + learning_rate * grads["dw"]',
          "The weights go uphill while the bias goes down. Subtract their step, too."),
    wrong("w-not-updated", '        w = w - learning_rate * grads["dw"]\n', "",
          "The weights are never updated. They learn by the same rule as the bias."),
    wrong("divided-by-the-rate", 'w = w - learning_rate * grads["dw"]', 'w = w - grads["dw"] / learning_rate',
          "The slope is multiplied by the learning rate, not divided by it."),
    wrong("rate-forgotten-for-w", 'learning_rate * grads["dw"]', 'grads["dw"]',
          "The step of w lacks the learning rate."),
    wrong("rate-written-into-the-code", "    costs = []\n", "    costs, learning_rate = [], 0.005\n",
          "0.005 is written into the code. Use the learning rate that the caller gives."),
    wrong("one-step-too-many", "range(num_iterations)", "range(num_iterations + 1)",
          sentences.ONE_STEP_TOO_MANY,
          holds="shapes costs"),
    wrong("stops-one-step-early", "range(num_iterations)", "range(num_iterations - 1)",
          "The last step is missing: num_iterations of them are wanted."),
    wrong("costs-late-by-one", "if i % 100 == 0", "if i % 100 == 99",
          "The first cost that is kept is that of iteration 99. Begin with iteration 0.", holds="params grads"),
    wrong("costs-every-10", "if i % 100 == 0", "if i % 10 == 0",
          "Every tenth cost is kept. Keep those of iterations 0, 100, 200, …", holds="params grads"),
    wrong("costs-begun-anew", "            costs.append(cost)", "            costs = [cost]",
          "The list of costs starts afresh each time, so only the last one is left. Append to it.",
          holds="params grads"),
    wrong("costs-kept-between-calls", "num_iterations, learning_rate):", "num_iterations, learning_rate, costs=[]):",
          "    costs = []\n", "",
          "A list as a default value is made once, so the costs of earlier calls are still in it. "
          "Begin with a new list inside the function.", holds="params grads"),

    right("copies-first", "    costs = []\n", "    w = w.copy()\n    costs = []\n",
          'w = w - learning_rate * grads["dw"]', 'w -= learning_rate * grads["dw"]'),
    right("writes-into-w", 'w = w - learning_rate * grads["dw"]', 'w -= learning_rate * grads["dw"]'),
    right("classic", """
        def optimize(w, b, X, Y, num_iterations, learning_rate, print_cost=False):
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
        """),
    right("while", """
        def optimize(w, b, X, Y, num_iterations, learning_rate):
            i, costs, grads = 0, [], {}
            while i < num_iterations:
                grads, cost = propagate(w, b, X, Y)
                if not i % 100:
                    costs += [float(cost)]
                w, b = np.subtract(w, learning_rate * grads["dw"]), b - learning_rate * grads["db"]
                i += 1
            return dict(w=w, b=b), grads, costs
        """),
    right("array-of-costs", "grads, costs\n", "grads, np.array(costs)\n"),
    right("deep-copies",
          "    costs = []\n", "    import copy\n\n    w, b, costs = copy.deepcopy(w), copy.deepcopy(b), []\n"),
    right("sliced-costs", """
        def optimize(w, b, X, Y, num_iterations, learning_rate):
            history = []
            for _ in range(num_iterations):
                grads, cost = propagate(w, b, X, Y)
                history.append(cost)
                w, b = w - learning_rate * grads['dw'], b - learning_rate * grads['db']
            return {'w': w, 'b': b}, grads, history[::100]
        """),
)
