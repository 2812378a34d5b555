"""Wrong and right answers to the exercises of the notebook `vectorization`."""

from grader.answers import Alternative, Misconception

MISCONCEPTIONS = {
    "flatten_images": (
        Misconception(
            "reshaped-straight-to-columns",
            edit=("X = rows.T", "X = images.reshape(-1, m)"),
            sentence="The shape is right and the content is not: reshaping straight to (h·w·c, m) deals the numbers out in "
            "rows, so every column mixes all the pictures. Lay out one picture a row first, then transpose.",
        ),
        Misconception(
            "one-picture-a-row",
            edit=("X = rows.T", "X = rows"),
            sentence="The pictures stand in rows. In this course every example is a column: one step is missing.",
        ),
        Misconception(
            "divided-by-255",
            edit=("X = rows.T", "X = rows.T / 255"),
            sentence="The values were divided by 255. That is a good next step, but flattening must not change the "
            "numbers.",
        ),
        Misconception(
            "channels-as-planes",
            edit=("rows = images.reshape(m, -1)", "rows = images.transpose(0, 3, 1, 2).reshape(m, -1)"),
            sentence="The colours come as three planes, first all the reds, then the greens, then the blues. NumPy stores "
            "them interleaved, pixel by pixel: reshape without moving the axes.",
        ),
        Misconception(
            "fortran-order",
            edit=("images.reshape(m, -1)", 'images.reshape(m, -1, order="F")'),
            sentence="The numbers are read column by column (order F). NumPy's own order is row by row.",
        ),
        Misconception(
            "only-the-first-picture",
            edit=("X = rows.T", "X = rows[:1].T"),
            sentence="Only the first picture is there. All m of them belong into X, one a column.",
        ),
        Misconception(
            "sizes-written-into-the-code",
            edit=("images.reshape(m, -1)", "images.reshape(m, 64 * 64 * 3)"),
            sentence="64·64·3 is written into the code, so it works for pictures of that size only. "
            "Let NumPy work out the second size: -1.",
        ),
        Misconception(
            "m-written-into-the-code",
            edit=("m = images.shape[0]", "m = 209"),
            sentence="The number of pictures is written into the code. Take it from images.shape.",
        ),
        Misconception(
            "one-long-column",
            edit=("X = rows.T", "X = rows.reshape(-1, 1)"),
            sentence="All pictures have ended up in one long column. Each needs a column of its own.",
        ),
    ),
    "computation_graph": (
        Misconception(
            "db-and-dc-swapped",
            edits=(("db = du * c", "db = du * b"), ("dc = du * b", "dc = du * c")),
            sentence="dJ/db and dJ/dc are swapped. b is multiplied by c, so a nudge of b arrives multiplied by c: "
            "at (5, 3, 2) dJ/db is 6, and 9 is dJ/dc.",
            leaves=("cost",),
        ),
        Misconception(
            "factor-3-forgotten",
            edit=("dv = 3 ", "dv = 1 "),
            sentence="The last box multiplies by 3, and so must every derivative that passes through it.",
            leaves=("cost",),
        ),
        Misconception(
            "bracket-forgotten-in-j",
            edit=("J = 3 * v", "J = 3 * a + u"),
            sentence="J = 3(a + bc): the 3 multiplies the whole bracket, not a alone.",
            leaves=("grads", "slope"),
        ),
        Misconception(
            "da-multiplied-by-a",
            edit=("da = dv * 1", "da = dv * a"),
            sentence="dJ/da says how fast J changes with a: v = a + u changes by 1 for each 1 of a, whatever a is.",
            leaves=("cost",),
        ),
        Misconception(
            "derivative-of-u-only",
            edits=(("db = du * c", "db = c"), ("dc = du * b", "dc = b")),
            sentence="db = c and dc = b are the derivatives of u = bc. The chain rule multiplies them by dJ/du.",
            leaves=("cost",),
        ),
        Misconception(
            "slopes-before-j",
            edit=('return J, {"da": da, "db": db, "dc": dc}', 'return {"da": da, "db": db, "dc": dc}, J'),
            sentence="The two results are in the wrong order: J first, then the slopes.",
        ),
        Misconception(
            "db-multiplied-by-b",
            edit=("db = du * c", "db = du * b"),
            sentence="The slope along b is 3c, not 3b: in a product it is the other factor. A well-known note says "
            "dJ/db = 9 here; nudge b and see.",
            leaves=("cost",),
        ),
        Misconception(
            "dc-multiplied-by-c",
            edit=("dc = du * b", "dc = du * c"),
            sentence="The slope along c is 3b, not 3c: in a product it is the other factor.",
            leaves=("cost",),
        ),
        Misconception(
            "da-is-one",
            edit=("da = dv * 1", "da = 1"),
            sentence="1 is the slope of v along a. The last box, J = 3v, triples it.",
            leaves=("cost",),
        ),
        Misconception(
            "db-tripled-twice",
            edit=("db = du * c", "db = 3 * du * c"),
            sentence="du holds the 3 already. In db it was multiplied in twice.",
            leaves=("cost",),
        ),
        Misconception(
            "dv-is-v",
            edit=("dv = 3 ", "dv = v "),
            sentence="dv is the slope of J = 3v along v. It does not depend on v's value.",
            leaves=("cost",),
        ),
        Misconception(
            "dv-is-j",
            edit=("dv = 3 ", "dv = J "),
            sentence="The way back starts with J itself. It should start with the slope of J = 3v along v.",
            leaves=("cost",),
        ),
        Misconception(
            "sum-instead-of-product",
            edit=("u = b * c", "u = b + c"),
            sentence="bc means b times c, not b plus c.",
            leaves=("grads", "slope"),
        ),
    ),
    "nudge_b": (
        Misconception(
            "nudges-c",
            edit=("(b + step) * c", "b * (c + step)"),
            sentence="This is 3b, the slope along c: what nudging c gives, and where the note's 9 comes from. Nudge b.",
        ),
        Misconception(
            "not-divided-by-step",
            edit=("(J_after - J_before) / step", "J_after - J_before"),
            sentence="This is the change of J. The slope is the change for each unit of b: divide by the step.",
        ),
        Misconception(
            "believes-the-note",
            edit=("return (J_after - J_before) / step", "return 9.0"),
            sentence="9 is what the note says. Measure it: nudge b, see how much J changes.",
        ),
        Misconception(
            "difference-the-wrong-way-round",
            edit=("(J_after - J_before)", "(J_before - J_after)"),
            sentence="The difference is taken the wrong way round: after minus before.",
        ),
        Misconception(
            "bracket-forgotten",
            edit=("3 * (a + (b + step) * c)", "3 * a + (b + step) * c"),
            sentence="The 3 multiplies the whole bracket, before the nudge and after it.",
        ),
        Misconception(
            "nudges-a",
            edit=("(a + (b + step) * c)", "(a + step + b * c)"),
            sentence="This nudges a. The slope along b is asked for.",
        ),
        Misconception(
            "factor-3-forgotten",
            edit=("(J_after - J_before) / step", "(J_after - J_before) / 3 / step"),
            sentence="The factor 3 is missing: J is three times the bracket.",
        ),
        Misconception(
            "divided-by-b",
            edit=("/ step", "/ b"),
            sentence="Divide by how far b has moved, which is the step, not by b.",
        ),
        Misconception(
            "nudged-by-a-share",
            edit=("(b + step)", "(b * (1 + step))"),
            sentence="b was moved by a share of itself. The step is to be added.",
        ),
    ),
    "propagate_loop": (
        Misconception(
            "cost-overwritten",
            edit=("cost += -(", "cost = -("),
            sentence="The cost is overwritten in each round of the loop, so only the last example counts. Accumulate "
            "it: +=.",
            leaves=("shapes", "grads", "slope", "untouched"),
        ),
        Misconception(
            "sums-instead-of-means",
            edit=('{"dw": dw / m, "db": db / m}, cost / m', '{"dw": dw, "db": db}, cost'),
            sentence="These are sums over the examples. The cost and its slopes are means: divide each by m once.",
        ),
        Misconception(
            "gradients-not-averaged",
            edit=('{"dw": dw / m, "db": db / m}', '{"dw": dw, "db": db}'),
            sentence="The cost is a mean and its slopes are not: dw and db have to be divided by m as well.",
            leaves=("shapes", "cost", "untouched"),
        ),
        Misconception(
            "db-not-averaged",
            edit=('"db": db / m', '"db": db'),
            sentence="db is a sum. Like dw and the cost it is a mean over the examples: divide it by m.",
            leaves=("shapes", "cost", "untouched"),
        ),
        Misconception(
            "divided-by-n",
            edit=('{"dw": dw / m, "db": db / m}, cost / m', '{"dw": dw / n, "db": db / n}, cost / n'),
            sentence="Means are taken over the m examples, the columns of X, not over its n features.",
        ),
        Misconception(
            "lost-bracket",
            edit=(
                "-(Y[0, i] * math.log(a) + (1 - Y[0, i]) * math.log(1 - a))",
                "-Y[0, i] * math.log(a) + (1 - Y[0, i]) * math.log(1 - a)",
            ),
            sentence="The minus sign belongs to both terms of the loss: −(y log a + (1 − y) log(1 − a)). Without the bracket "
            "the loss of a picture without a cat is negative.",
            leaves=("shapes", "grads", "slope", "untouched"),
        ),
        Misconception(
            "dz-of-the-sigmoid-only",
            edit=("dz = a - Y[0, i]", "dz = a * (1 - a)"),
            sentence="a(1 − a) is the slope of the sigmoid alone. Multiplied by the slope of the loss it becomes dz "
            "= a − y.",
            leaves=("shapes", "cost", "untouched"),
        ),
        Misconception(
            "dz-sign",
            edit=("dz = a - Y[0, i]", "dz = Y[0, i] - a"),
            sentence="dz has the wrong sign: it is prediction minus label. The steps of learning are taken against it.",
            leaves=("shapes", "cost", "untouched"),
        ),
        Misconception(
            "bias-forgotten",
            edit=("z = b\n", "z = 0.0\n"),
            sentence="The bias is missing: z starts at b, then the weighted features are added.",
        ),
        Misconception(
            "last-example-skipped",
            edit=("for i in range(m)", "for i in range(m - 1)"),
            sentence="The loop stops one example early: range(m) already ends at m − 1.",
        ),
        Misconception(
            "dw-not-accumulated",
            edit=("dw[k, 0] += X", "dw[k, 0] = X"),
            sentence="dw is overwritten for each example, so only the last one counts. Accumulate it: +=.",
            leaves=("shapes", "cost", "untouched"),
        ),
        Misconception(
            "sigmoid-sign",
            edit=("math.exp(-z)", "math.exp(z)"),
            sentence="The exponent has the wrong sign: σ(z) = 1 / (1 + e^(−z)) grows with z.",
        ),
        Misconception(
            "cost-sign",
            edit=("cost += -(", "cost += ("),
            sentence="The cost is negative: the logarithm of a probability is below 0, so a minus sign belongs in "
            "front.",
            leaves=("shapes", "grads", "slope", "untouched"),
        ),
        Misconception(
            "cost-summed",
            edit=("cost / m", "cost"),
            sentence="The cost is the sum of the losses. Divide it by the number of examples: a mean is wanted.",
            leaves=("shapes", "grads", "slope", "untouched"),
        ),
        Misconception(
            "positive-term-only",
            edit=("Y[0, i] * math.log(a) + (1 - Y[0, i]) * math.log(1 - a)", "Y[0, i] * math.log(a)"),
            sentence="Only the cats are counted: the term for the other pictures, (1 − y) log(1 − a), is missing.",
            leaves=("shapes", "grads", "slope", "untouched"),
        ),
        Misconception(
            "squared-error",
            edit=("-(Y[0, i] * math.log(a) + (1 - Y[0, i]) * math.log(1 - a))", "(a - Y[0, i]) ** 2"),
            sentence="This is the squared error. The cost of this model is the cross-entropy.",
            leaves=("shapes", "grads", "slope", "untouched"),
        ),
        Misconception(
            "log-to-base-2",
            edits=(("math.log(a)", "math.log2(a)"), ("math.log(1 - a)", "math.log2(1 - a)")),
            sentence="The logarithm is taken to base 2. The natural one, math.log, is meant.",
            leaves=("shapes", "grads", "slope", "untouched"),
        ),
        Misconception(
            "dw-not-averaged",
            edit=('"dw": dw / m', '"dw": dw'),
            sentence="dw is a sum. Like db and the cost it is a mean over the examples: divide it by m.",
            leaves=("shapes", "cost", "untouched"),
        ),
        Misconception(
            "db-overwritten",
            edit=("db += dz", "db = dz"),
            sentence="db is overwritten for each example, so only the last one counts. Accumulate it: +=.",
            leaves=("shapes", "cost", "untouched"),
        ),
        Misconception(
            "dw-without-x",
            edit=("dw[k, 0] += X[k, i] * dz", "dw[k, 0] += dz"),
            sentence="Each weight's share of the slope is dz times its own feature. The feature is missing.",
            leaves=("shapes", "cost", "untouched"),
        ),
        Misconception(
            "z-overwritten",
            edit=("z += w[k, 0] * X[k, i]", "z = w[k, 0] * X[k, i]"),
            sentence="z keeps only the last product, and loses b. Start at b and add each product: +=.",
        ),
        Misconception(
            "z-never-reset",
            edit=("z = b\n", "z = b if i == 0 else z\n"),
            sentence="z goes on from the example before. Start it anew for each example, inside the loop.",
        ),
        Misconception(
            "last-feature-skipped",
            edit=("for k in range(n):\n            z +=", "for k in range(n - 1):\n            z +="),
            sentence="The weighted sum leaves out the last feature: range(n) already ends at n − 1.",
        ),
        Misconception(
            "dw-rank-1",
            edit=('"dw": dw / m', '"dw": dw[:, 0] / m'),
            sentence="dw has one axis only, (n,). A slope has the shape of its variable: w is (n, 1).",
            leaves=("cost", "grads", "slope", "untouched"),
        ),
        Misconception(
            "return-inside-the-loop",
            edit=('    return {"dw"', '        return {"dw"'),
            sentence="The return stands inside the loop, so the function ends after the first example. Move it to "
            "the left.",
        ),
        Misconception(
            "cost-before-grads",
            edit=('return {"dw": dw / m, "db": db / m}, cost / m', 'return cost / m, {"dw": dw / m, "db": db / m}'),
            sentence="The two results are in the wrong order: the gradients first, then the cost.",
        ),
    ),
    "normalize_rows": (
        Misconception(
            "columns-normalised",
            edits=(("axis=1, keepdims=True", "axis=0, keepdims=True"),),
            sentence="The columns have length 1 now. The sum runs along axis 1 to give one length for each row.",
        ),
        Misconception(
            "whole-array-normalised",
            edit=("np.linalg.norm(x, axis=1, keepdims=True)", "np.full((len(x), 1), np.linalg.norm(x))"),
            sentence="One length was taken of the whole array. Each row has a length of its own.",
        ),
        Misconception(
            "keepdims-forgotten",
            edit=("axis=1, keepdims=True", "axis=1"),
            sentence="The lengths have shape (rows,), which broadcasts along the columns. Keep the axis: (rows, 1).",
        ),
        Misconception(
            "divided-by-the-sum",
            edit=("np.linalg.norm(x, axis=1, keepdims=True)", "np.sum(x, axis=1, keepdims=True)"),
            sentence="Each row was divided by its sum. The length is the square root of the sum of squares.",
        ),
        Misconception(
            "root-forgotten",
            edit=("np.linalg.norm(x, axis=1, keepdims=True)", "np.sum(x**2, axis=1, keepdims=True) * 1.0"),
            sentence="This divides by the squared length. Take the square root of the sum of squares.",
        ),
        Misconception(
            "zero-row-divided",
            edit=("    lengths[lengths == 0] = 1.0  # a row of zeros, divided by 1, stays as it is\n", ""),
            sentence="A row of zeros has length 0, and dividing by it gives nan. Such a row should stay zero.",
            leaves=("shapes", "values", "whole", "sizes", "untouched"),
        ),
        Misconception(
            "whole-numbers-cut-off",
            edit=("return x / lengths", "return (x / lengths).astype(x.dtype)"),
            sentence="Whole numbers come back as whole numbers: the decimals are cut off.",
            leaves=("shapes", "values", "zero", "sizes", "untouched"),
        ),
        Misconception(
            "writes-into-x",
            source="""def normalize_rows(x):
    lengths = np.linalg.norm(x, axis=1, keepdims=True)
    lengths[lengths == 0] = 1.0
    x[:] = x / lengths
    return x
""",
            sentence="It writes the result into x itself, and the caller's table is gone. For whole numbers it also cuts "
            "off the decimals. Return a new array.",
            leaves=("shapes", "values", "zero", "sizes"),
        ),
        Misconception(
            "divided-by-the-sum-of-sizes",
            edit=("np.linalg.norm(x, axis=1, keepdims=True)", "np.abs(x).sum(axis=1, keepdims=True) * 1.0"),
            sentence="This divides by the sum of the values without their signs. The length is the root of the sum "
            "of squares: (3, 4) has length 5, not 7.",
        ),
        Misconception(
            "divided-by-the-largest",
            edit=("np.linalg.norm(x, axis=1, keepdims=True)", "np.abs(x).max(axis=1, keepdims=True) * 1.0"),
            sentence="This divides by the largest value of the row. The length counts all of them.",
        ),
        Misconception(
            "small-number-added",
            edit=("lengths[lengths == 0] = 1.0", "lengths = lengths + 0.01"),
            sentence="A small number is added to every length, which changes every row a little. Only a length of 0 "
            "needs a substitute.",
        ),
    ),
}

ALTERNATIVES = {
    "flatten_images": (
        Alternative("reshape-and-transpose", edit=("X = rows.T", "X = np.transpose(rows)")),
        Alternative(
            "stacked-columns",
            source="""def flatten_images(images):
    return np.stack([image.ravel() for image in images], axis=1)
""",
        ),
        Alternative(
            "loop",
            source="""def flatten_images(images):
    m, h, w, c = images.shape
    X = np.empty((h * w * c, m), dtype=images.dtype)
    for i in range(m):
        X[:, i] = images[i].flatten()
    return X
""",
        ),
        Alternative(
            "reshape-given-sizes", edit=("images.reshape(m, -1)", "images.reshape(m, int(np.prod(images.shape[1:])))")
        ),
        Alternative("axes-moved", edit=("X = rows.T", "X = np.moveaxis(images, 0, -1).reshape(-1, m)")),
        Alternative("classic", edit=("X = rows.T", "X = images.reshape(images.shape[0], -1).T")),
        Alternative(
            "concatenated",
            source="""def flatten_images(images):
    return np.concatenate([picture.reshape(-1, 1) for picture in images], axis=1)
""",
        ),
        Alternative("contiguous", edit=("X = rows.T", "X = np.ascontiguousarray(rows.T)")),
    ),
    "computation_graph": (
        Alternative(
            "by-formula",
            source="""def computation_graph(a, b, c):
    return 3 * (a + b * c), dict(da=3.0, db=3.0 * c, dc=3.0 * b)
""",
        ),
        Alternative(
            "a-list-of-results",
            edit=('return J, {"da": da, "db": db, "dc": dc}', 'return [J, {"dc": dc, "db": db, "da": da}]'),
        ),
        Alternative("numpy-numbers", edit=("J = 3 * v", "J = np.float64(3) * v")),
        Alternative(
            "with-prints-and-leftovers",
            edit=("return J,", "print('J =', J, 'dv =', dv)\n    unused = dv * du\n    return J,"),
        ),
    ),
    "nudge_b": (
        Alternative(
            "both-sides",
            edit=("return (J_after - J_before) / step", "return (J_after - 3 * (a + (b - step) * c)) / (2 * step)"),
        ),
        Alternative(
            "by-the-graph",
            edit=("return (J_after - J_before) / step", "return computation_graph(a, b, c)[1]['db'] * 1.0"),
        ),
        Alternative("exact", edit=("return (J_after - J_before) / step", "return 3 * c")),
    ),
    "propagate_loop": (
        Alternative(
            "log-of-the-right-one",
            edit=(
                "cost += -(Y[0, i] * math.log(a) + (1 - Y[0, i]) * math.log(1 - a))",
                "cost -= math.log(a if Y[0, i] else 1 - a)",
            ),
        ),
        Alternative(
            "numpy-functions-on-numbers",
            edits=(
                ("math.exp(-z)", "np.exp(-z)"),
                (
                    "Y[0, i] * math.log(a) + (1 - Y[0, i]) * math.log(1 - a)",
                    "Y[0, i] * np.log(a) + (1 - Y[0, i]) * np.log(1 - a)",
                ),
            ),
        ),
        Alternative(
            "divided-inside-the-loop",
            edits=(
                ("db += dz", "db += dz / m"),
                ("dw[k, 0] += X[k, i] * dz", "dw[k, 0] += X[k, i] * dz / m"),
                ('{"dw": dw / m, "db": db / m}', '{"dw": dw, "db": db}'),
            ),
        ),
        Alternative(
            "vectorised",
            source="""def propagate_loop(w, b, X, Y):
    A = 1 / (1 + np.exp(-(np.dot(w.T, X) + b)))
    cost = -np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A))
    return {"dw": np.dot(X, (A - Y).T) / X.shape[1], "db": np.mean(A - Y)}, cost
""",
        ),
        Alternative("numpy-array-for-z", edit=("z = b\n", "z = np.float64(b)\n")),
        Alternative(
            "one-loop",
            source="""def propagate_loop(w, b, X, Y):
    n, m = X.shape
    dw, db, cost = np.zeros((n, 1)), 0, 0
    for i in range(m):
        x = X[:, i:i + 1]
        a = 1 / (1 + np.exp(-(np.sum(w * x) + b)))
        cost = cost - (np.log(a) if Y[0, i] == 1 else np.log(1 - a)) / m
        dw = dw + x * (a - Y[0, i]) / m
        db = db + (a - Y[0, i]) / m
    return {'db': db, 'dw': dw}, cost
""",
        ),
    ),
    "normalize_rows": (
        Alternative(
            "square-root-of-sum",
            edit=("np.linalg.norm(x, axis=1, keepdims=True)", "np.sqrt(np.sum(np.square(x), axis=1, keepdims=True))"),
        ),
        Alternative(
            "reshaped-lengths",
            edit=("np.linalg.norm(x, axis=1, keepdims=True)", "np.linalg.norm(x, axis=1).reshape(-1, 1)"),
        ),
        Alternative(
            "where",
            source="""def normalize_rows(x):
    lengths = np.sqrt((x.astype(float) ** 2).sum(axis=1))[:, None]
    return x / np.where(lengths == 0, 1, lengths)
""",
        ),
        Alternative(
            "row-by-row",
            source="""def normalize_rows(x):
    result = np.zeros(x.shape)
    for i, row in enumerate(x):
        length = np.sqrt(row @ row)
        if length > 0:
            result[i] = row / length
    return result
""",
        ),
        Alternative(
            "divide-where",
            source="""def normalize_rows(x):
    lengths = np.linalg.norm(x, axis=1, keepdims=True)
    return np.divide(x, lengths, out=np.zeros(x.shape), where=lengths > 0)
""",
        ),
        Alternative(
            "einsum",
            source="""def normalize_rows(x):
    lengths = np.sqrt(np.einsum('ij,ij->i', x, x))
    lengths = np.maximum(lengths, 1e-300).reshape(len(x), 1)
    return x / lengths
""",
        ),
        Alternative(
            "turned-twice",
            source="""def normalize_rows(x):
    lengths = np.linalg.norm(x, axis=1)
    return (x.T / np.where(lengths > 0, lengths, 1)).T
""",
        ),
    ),
}
