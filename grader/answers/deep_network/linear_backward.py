"""Wrong and right answers to `deep_network.linear_backward`."""

from grader.answers import right, sentences, wrong

DW = "dW = dZ @ A_prev.T / m"
DB = "db = np.sum(dZ, axis=1, keepdims=True) / m"
DA = "dA_prev = W.T @ dZ"
M = "m = A_prev.shape[1]"

ANSWERS = (
    wrong("not-averaged", DW, "dW = dZ @ A_prev.T", DB, "db = np.sum(dZ, axis=1, keepdims=True)",
          sentences.SUMS_NOT_MEANS, holds="shapes dA_prev untouched"),
    wrong("dw-not-averaged", DW, "dW = dZ @ A_prev.T",
          "dW is a sum over the examples. The cost is a mean, so its slope is one too: divide by m.",
          holds="shapes dA_prev db untouched"),
    wrong("db-not-averaged", DB, "db = np.sum(dZ, axis=1, keepdims=True)",
          "db is a sum over the examples. The cost is a mean, so its slope is one too: divide by m.",
          holds="shapes dA_prev dW untouched"),
    wrong("averaged-twice", DW, DW + " / m", DB, DB + " / m",
          "dW and db are divided by m twice. Once is enough.", holds="shapes dA_prev untouched"),
    wrong("da-averaged", DA, DA + " / m",
          "dA_prev is divided by m. It belongs to each example by itself; only dW and db are means.",
          holds="shapes dW db untouched"),
    wrong("m-counts-the-inputs", M, "m = A_prev.shape[0]",
          "m was read from the rows of A_prev, which count the units of the layer before. The examples are its columns.",
          holds="shapes dA_prev untouched"),
    wrong("m-counts-the-units", M, "m = dZ.shape[0]",
          "m was read from the rows of dZ, which count the units. The examples are its columns.",
          holds="shapes dA_prev untouched"),
    wrong("m-from-another-cell", "    m = A_prev.shape[1]\n", "",
          "`m` has no value here. Read the number of examples from the shape of an argument: "
          "a function should get what it needs through its parameters."),
    wrong("m-written-into-the-code", M, "m = 209",
          "209 is written into the code. Read the number of examples from the shape of A_prev.",
          holds="shapes dA_prev untouched"),
    wrong("db-summed-over-everything", DB, "db = np.sum(dZ) / m",
          "db is one number: the sum ran over all units. Each unit has a slope of its own: axis=1, keepdims=True.",
          holds="dA_prev dW untouched"),
    wrong("db-summed-over-everything-and-kept", DB, "db = np.sum(dZ, keepdims=True) / m",
          "db is (1, 1): the sum ran over all units. Each unit has a slope of its own: sum along axis=1 only.",
          holds="dA_prev dW untouched"),
    wrong("db-without-keepdims", DB, "db = np.sum(dZ, axis=1) / m",
          "db has one axis, (n,). b is a column, and its slope has to be one too: keepdims=True.",
          holds="dA_prev dW db untouched"),
    wrong("db-over-the-units", DB, "db = np.sum(dZ, axis=0, keepdims=True) / m",
          "db was summed over the units, axis 0. Sum over the examples, the columns: axis=1.",
          holds="dA_prev dW untouched"),
    wrong("db-not-summed", DB, "db = dZ / m",
          "db still has one column for each example. A bias serves them all: sum over axis 1.",
          holds="dA_prev dW untouched"),
    wrong("db-from-dw", DB, "db = np.sum(dW, axis=1, keepdims=True) / m",
          "db was taken from dW. It is the mean of dZ.", holds="shapes dA_prev dW untouched"),
    wrong("dw-turned", DW, "dW = A_prev @ dZ.T / m",
          "dW is transposed. A derivative has the shape of its variable, (n, n_prev): dZ comes first.",
          holds="dA_prev db untouched"),
    wrong("dw-elementwise", DW, "dW = dZ * A_prev / m",
          "dZ * A_prev multiplies element by element. Every unit meets every input: a matrix product, summed over the examples."),
    wrong("transpose-forgotten", DW, "dW = dZ @ A_prev / m",
          "dZ (n, m) and A_prev (n_prev, m) do not fit. The examples have to meet: turn A_prev."),
    wrong("w-not-turned", DA, "dA_prev = W @ dZ",
          "W (n, n_prev) and dZ (n, m) do not fit. On the way back the units' blame goes to the inputs: turn W."),
    wrong("da-turned", DA, "dA_prev = dZ.T @ W",
          "dA_prev is transposed: the examples stand in rows. It has the shape of A_prev, (n_prev, m).",
          holds="dW db untouched"),
    wrong("activation-applied-here", DA, DA + " * (A_prev > 0)",
          "dA_prev has the slope of an activation in it. That belongs to the layer before, which applies it itself.",
          holds="shapes dW db untouched"),
    wrong("cache-taken-apart-wrongly", "A_prev, W, _ = cache", "W, A_prev, _ = cache",
          "The cache is taken apart in the wrong order. It is A_prev, then W, then b."),
    wrong("return-order", "return dA_prev, dW, db", "return dW, db, dA_prev", sentences.ORDER_BACKWARD),
    wrong("dz-divided-in-place", M, M + "\n    dZ /= m", DW, "dW = dZ @ A_prev.T",
          DB, "db = np.sum(dZ, axis=1, keepdims=True)",
          "dZ /= m writes into the caller's dZ, and dA_prev is divided along with it. Divide dW and db instead.",
          holds="shapes dW db"),

    right("classic", """
        def linear_backward(dZ, cache):
            A_prev, W, b = cache
            m = A_prev.shape[1]
            dW = 1./m * np.dot(dZ, A_prev.T)
            db = 1./m * np.sum(dZ, axis = 1, keepdims = True)
            dA_prev = np.dot(W.T, dZ)
            assert (dA_prev.shape == A_prev.shape)
            assert (dW.shape == W.shape)
            assert (db.shape == b.shape)
            return dA_prev, dW, db
        """),
    right("einsum", DW, 'dW = np.einsum("ik,jk->ij", dZ, A_prev) / m', DA, 'dA_prev = np.einsum("ij,ik->jk", W, dZ)'),
    right("db-by-mean", DB, "db = dZ.mean(axis=1, keepdims=True)"),
    right("db-reshaped", DB, "db = (np.sum(dZ, axis=1) / m).reshape(-1, 1)"),
    right("db-by-ones", DB, "db = dZ @ np.ones((m, 1)) / m"),
    right("db-by-newaxis", DB, "db = np.average(dZ, axis=1)[:, np.newaxis]"),
    right("m-from-dz", M, "_, m = np.shape(dZ)"),
    right("dz-divided-first", DW, "dW = (dZ / m) @ A_prev.T"),
    right("dw-turned-twice", DW, "dW = (A_prev @ dZ.T).T / m"),
    right("da-turned-twice", DA, "dA_prev = (dZ.T @ W).T"),
    right("float32", M, M + "\n    A_prev, W, dZ = (array.astype(np.float32) for array in (A_prev, W, dZ))"),
    right("in-place-on-its-own-array", DW, "dW = dZ @ A_prev.T\n    dW /= m"),
    right("a-list", "return dA_prev, dW, db", "return [dA_prev, dW, db]"),
    right("loop", """
        def linear_backward(dZ, cache):
            A_prev, W, b = cache
            m = dZ.shape[1]
            dA_prev, dW, db = np.zeros_like(A_prev), np.zeros_like(W), np.zeros_like(b)
            for i in range(m):
                dz, a = dZ[:, i], A_prev[:, i]
                dW += np.outer(dz, a) / m
                db[:, 0] += dz / m
                dA_prev[:, i] = W.T @ dz
            return dA_prev, dW, db
        """),
)
