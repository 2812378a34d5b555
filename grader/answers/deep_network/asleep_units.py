"""Wrong and right answers to `deep_network.asleep_units`."""

from grader.answers import right, wrong

ROWS = "np.all(Z <= 0, axis=1)"
HERE = "caches[:-1]"

ANSWERS = (
    wrong("awake-units-counted", ROWS, "~" + ROWS, "These are the units that are awake. The question is how many are asleep."),
    wrong("asleep-for-some-example", "np.all(", "np.any(",
          "A unit counts here if it is 0 for some example. It is asleep only if it is 0 for every example."),
    wrong("examples-counted", "axis=1", "axis=0",
          "Examples are counted, columns of Z. A unit is a row: axis=1 goes along it."),
    wrong("numbers-counted", "np.sum(" + ROWS + ")", "np.sum(Z <= 0)",
          "Every number of Z that is not above 0 is counted. Count units: rows in which all numbers are."),
    wrong("output-layer-counted", HERE, "caches",
          "The output layer is counted, too. It has a sigmoid, which is never asleep."),
    wrong("first-layer-left-out", HERE, "caches[1:]",
          "The first layer is left out, and the output layer is counted. Leave out the last one."),
    wrong("one-layer-too-few", HERE, "caches[:-2]", "The last hidden layer is left out as well."),
    wrong("mean-instead-of-all", ROWS, "Z.mean(axis=1) <= 0",
          "It asks for the mean of z. A unit with a mean below 0 may still be awake for some examples."),
    wrong("active-side", "Z <= 0", "Z > 0",
          "It counts the units whose z is above 0 for every example. A unit is asleep if z is never above 0."),
    wrong("inputs-instead-of-sums", "for _, Z in caches[:-1]", "for (Z, _, _), _ in caches[:-1]",
          "It looks at the inputs of the layers. What decides is Z, the second half of the cache."),
    wrong("share-instead-of-count", "int(np.sum(" + ROWS + "))", "float(np.mean(" + ROWS + "))",
          "These are shares. The number of units is asked for."),
    wrong("sum-over-all-layers", "return [int(np.sum(" + ROWS + ")) for _, Z in caches[:-1]]",
          "return sum(int(np.sum(" + ROWS + ")) for _, Z in caches[:-1])",
          "It is one number for the whole network. Give one for each hidden layer, in a list."),
    wrong("first-layer-only", "    return [int(np.sum(" + ROWS + ")) for _, Z in caches[:-1]]",
          "    for _, Z in caches[:-1]:\n        return [int(np.sum(" + ROWS + "))]",
          "The return stands inside the loop, so only the first layer is counted."),

    right("by-maximum", ROWS, "Z.max(axis=1) <= 0"),
    right("by-activations", """
        def asleep_units(caches):
            counts = []
            for cache in caches[:-1]:
                linear_cache, activation_cache = cache
                A, _ = relu(activation_cache)
                counts.append(int((A.sum(axis=1) == 0).sum()))
            return counts
        """),
    right("loop", """
        def asleep_units(caches):
            result = []
            L = len(caches)
            for l in range(1, L):
                Z = caches[l-1][1]
                count = 0
                for unit in range(Z.shape[0]):
                    awake = False
                    for i in range(Z.shape[1]):
                        if Z[unit, i] > 0:
                            awake = True
                    if not awake:
                        count += 1
                result.append(count)
            return result
        """),
    right("not-any", ROWS, "~np.any(Z > 0, axis=1)"),
    right("rows-minus-awake", "int(np.sum(" + ROWS + "))", "len(Z) - np.count_nonzero((Z > 0).any(axis=1))"),
    right("numpy-numbers", "int(np.sum(" + ROWS + "))", "np.sum(" + ROWS + ")"),
)
