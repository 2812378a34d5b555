"""Wrong and right answers to `one_hidden_layer.different_units`."""

from grader.answers import right, wrong

TABLE = 'np.hstack([parameters["W1"], parameters["b1"], parameters["W2"].T])'
COUNT = "len(np.unique(np.round(units, 8), axis=0))"

ANSWERS = (
    wrong("weights-in-only", TABLE, 'parameters["W1"]',
          "Only W1 is compared. Units with equal weights there may still differ in their bias or in the weight on the way out."),
    wrong("weights-in-only-not-rounded", TABLE, 'parameters["W1"]', "np.round(units, 8)", "units",
          "Only W1 is compared. Units with equal weights there may still differ in their bias or in the weight on the way out.",
          lacks=r"round|allclose|isclose|1e-"),
    wrong("bias-left-out", TABLE, 'np.hstack([parameters["W1"], parameters["W2"].T])',
          "The biases are left out. Two units that differ in the bias alone are different units."),
    wrong("way-out-left-out", TABLE, 'np.hstack([parameters["W1"], parameters["b1"]])',
          "The weights on the way out are left out. Two units that differ there are different units."),
    wrong("all-units-counted", COUNT, "len(units)",
          "This is the number of all hidden units. Count those that are the same once."),
    wrong("copies-counted", COUNT, "len(units) - " + COUNT,
          "These are the units that are a copy of another one. The number of different ones is asked for."),
    wrong("numbers-instead-of-units", "np.round(units, 8), axis=0", "np.round(units, 8)",
          "Without axis=0 np.unique counts different numbers. A unit is a whole row."),
    wrong("not-rounded", "np.round(units, 8)", "units",
          "The numbers are compared in every digit. Units that agree to 8 decimals count as the same.",
          lacks=r"round|allclose|isclose|1e-"),
    wrong("pairs-counted", COUNT, """sum(
        not np.array_equal(units[i].round(8), units[j].round(8)) for i in range(len(units)) for j in range(i))""",
          "This is the number of pairs that differ. A unit counts once, however many others it differs from."),
    wrong("whole-numbers", "np.round(units, 8)", "np.round(units)",
          "It rounds to whole numbers, and different units become the same. Round to 8 decimals."),
    wrong("units-without-a-copy", COUNT, "int(np.sum(np.unique(np.round(units, 8), axis=0, return_counts=True)[1] == 1))",
          "These are the units that have no copy. A unit that has copies counts as one."),
    wrong("rows-returned", "    return len(np.unique(np.round(units, 8), axis=0))",
          "    return np.unique(np.round(units, 8), axis=0)",
          "These are the different units themselves. Their number is asked for."),
    wrong("one-too-few", COUNT, COUNT + " - 1", "It is one too few."),
    wrong("printed-not-returned", "return " + COUNT, "print(" + COUNT + ")", "The number is printed and not returned."),

    right("set-of-rows", """
        def different_units(parameters):
            n_h = parameters["W1"].shape[0]
            seen = set()
            for k in range(n_h):
                unit = (*parameters["W1"][k].round(8), parameters["b1"][k, 0].round(8), parameters["W2"][0, k].round(8))
                seen.add(unit)
            return len(seen)
        """),
    right("pairs", """
        def different_units(parameters):
            W1, b1, W2 = parameters["W1"], parameters["b1"], parameters["W2"]
            different = 0
            for i in range(len(W1)):
                is_new = True
                for j in range(i):
                    same_in = np.allclose(W1[i], W1[j], rtol=0, atol=1e-8) and abs(b1[i, 0] - b1[j, 0]) < 1e-8
                    if same_in and abs(W2[0, i] - W2[0, j]) < 1e-8:
                        is_new = False
                if is_new:
                    different += 1
            return different
        """),
    right("by-columns", """
        def different_units(parameters):
            units = np.vstack([parameters["W1"].T, parameters["b1"].T, parameters["W2"]])
            return np.unique(units.round(8), axis=1).shape[1]
        """),
    right("by-concatenate", TABLE,
          'np.concatenate((parameters["W1"], parameters["b1"], parameters["W2"].reshape(-1, 1)), axis=1)'),
    right("nine-decimals-cut-off", "np.round(units, 8)", "np.round(units * 1e8)"),
)
