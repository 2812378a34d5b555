"""Wrong and right answers to `deep_network.nudged_slope`."""

from grader.answers import right, wrong

RESULT = "(costs[0] - costs[1]) / (2 * step)"
BOTH = "for nudge in (step, -step)"
RIGHT_BUT_WRITES = "shapes values sizes"

ANSWERS = (
    wrong("upwards-only", BOTH, "for nudge in (step, 0)", RESULT, "(costs[0] - costs[1]) / step",
          "Only the step up is compared with where it started. Nudge both ways: that is much more exact."),
    wrong("upwards-only-and-halved", BOTH, "for nudge in (step, 0)",
          "The cost a step up is compared with the cost without a nudge, and that distance is one step, not two."),
    wrong("divided-by-one-step", "(2 * step)", "step",
          "From a step down to a step up the distance is 2 steps. It is divided by one."),
    wrong("not-divided", RESULT, "costs[0] - costs[1]",
          "This is the change of the cost. A slope is the change divided by the distance, 2 steps."),
    wrong("divided-by-half-a-step", "(2 * step)", "2 * step",
          "Divided by 2 and multiplied by the step: the bracket around 2 * step is missing."),
    wrong("down-minus-up", "costs[0] - costs[1]", "costs[1] - costs[0]",
          "It has the wrong sign: the cost a step down is taken first. Up minus down."),
    wrong("mean-of-the-costs", "costs[0] - costs[1]", "costs[0] + costs[1]",
          "The two costs are added. Their difference says how the cost changes."),
    wrong("whole-array-nudged", "nudged[name][place] += nudge", "nudged[name] = nudged[name] + nudge",
          "The whole array is nudged. Nudge the one number at this place."),
    wrong("row-nudged", "nudged[name][place] += nudge", "nudged[name][place[0]] += nudge",
          "A whole row is nudged. Nudge the one number at this place."),
    wrong("number-replaced", "[place] += nudge", "[place] = nudge",
          "The number is replaced by the step. Add the step to it."),
    wrong("number-stretched", "[place] += nudge", "[place] *= 1 + nudge",
          "The number is multiplied. A nudge is added."),
    wrong("nudges-pile-up", """
        def nudged_slope(parameters, X, Y, name, place, step):
            parameters[name][place] += step
            up = compute_cost(L_model_forward(X, parameters)[0], Y)
            parameters[name][place] -= step
            return (up - compute_cost(L_model_forward(X, parameters)[0], Y)) / (2 * step)
        """, "The second nudge only takes the first one back: the number is a step up, and then where it was before. "
          "Begin with the old number each time.", lacks=r"dict\(|copy\("),
    wrong("nothing-nudged", "nudged[name][place] += nudge", "nudged[name][place] + nudge",
          "The nudged number is computed and not kept, so both costs are the same."),
    wrong("step-written-into-the-code", BOTH, "for nudge in (1e-7, -1e-7)", "(2 * step)", "2e-7",
          "The step is written into the code. Use the one that is handed over."),
    wrong("dictionary-copied-not-the-arrays", "copy.deepcopy(parameters)", "dict(parameters)",
          BOTH, "for nudge in (step, -2 * step)",
          "The copy is a new dictionary with the same arrays in it, so the nudges stay behind in the network. "
          "Copy the array, or put the old number back.", holds=RIGHT_BUT_WRITES, needs=r"dict\(|\.copy\(\)|="),
    wrong("first-copy-shallow", """
        def nudged_slope(parameters, X, Y, name, place, step):
            plus = dict(parameters)
            plus[name][place] += step
            minus = copy.deepcopy(parameters)
            minus[name][place] -= step
            up = compute_cost(L_model_forward(X, plus)[0], Y)
            return (up - compute_cost(L_model_forward(X, minus)[0], Y)) / (2 * step)
        """, "The copy is a new dictionary with the same arrays in it, "
          "so the first nudge is still there when the second copy is made. Copy the arrays, too.", needs=r"dict\(|copy\("),
    wrong("printed-not-returned", "return " + RESULT, "print(" + RESULT + ")",
          "The slope is printed and not returned."),

    right("put-back", """
        def nudged_slope(parameters, X, Y, name, place, step):
            old = parameters[name][place]
            parameters[name][place] = old + step
            up = compute_cost(L_model_forward(X, parameters)[0], Y)
            parameters[name][place] = old - step
            down = compute_cost(L_model_forward(X, parameters)[0], Y)
            parameters[name][place] = old
            return (up - down) / (2 * step)
        """),
    right("one-array-copied", """
        def nudged_slope(parameters, X, Y, name, place, step):
            plus, minus = parameters[name].copy(), parameters[name].copy()
            plus[place] += step
            minus[place] -= step
            J_plus = compute_cost(L_model_forward(X, {**parameters, name: plus})[0], Y)
            J_minus = compute_cost(L_model_forward(X, {**parameters, name: minus})[0], Y)
            return (J_plus - J_minus) / (2 * step)
        """),
    right("two-deep-copies", """
        def nudged_slope(parameters, X, Y, name, place, step):
            import copy
            theta_plus = copy.deepcopy(parameters)
            theta_plus[name][place[0], place[1]] = theta_plus[name][place[0], place[1]] + step
            AL, _ = L_model_forward(X, theta_plus)
            J_plus = compute_cost(AL, Y)
            theta_minus = copy.deepcopy(parameters)
            theta_minus[name][place[0], place[1]] = theta_minus[name][place[0], place[1]] - step
            AL, _ = L_model_forward(X, theta_minus)
            J_minus = compute_cost(AL, Y)
            gradapprox = (J_plus - J_minus) / 2. / step
            return gradapprox
        """),
    right("a-function-inside", """
        def nudged_slope(parameters, X, Y, name, place, step):
            def cost(nudge):
                array = np.array(parameters[name], dtype=float)
                array[place] += nudge
                AL, caches = L_model_forward(X, dict(parameters, **{name: array}))
                return compute_cost(AL, Y)

            return 0.5 * (cost(step) - cost(-step)) / step
        """),
    right("half-of-each", RESULT, "costs[0] / (2 * step) - costs[1] / (2 * step)"),
)
