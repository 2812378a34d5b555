"""Wrong and right answers to `vectorization.propagate_loop`."""

from grader.answers import right, sentences, wrong

ANSWERS = (
    wrong("cost-overwritten", "cost += -(", "cost = -(",
          "The cost is overwritten in each round of the loop, so only the last example counts. Accumulate it: +=.",
          holds="shapes grads slope untouched"),
    wrong("sums-instead-of-means", '{"dw": dw / m, "db": db / m}, cost / m', '{"dw": dw, "db": db}, cost',
          "These are sums over the examples. The cost and its slopes are means: divide each by m once."),
    wrong("gradients-not-averaged", '{"dw": dw / m, "db": db / m}', '{"dw": dw, "db": db}',
          "The cost is a mean and its slopes are not: dw and db have to be divided by m as well.",
          holds="shapes cost untouched"),
    wrong("db-not-averaged", '"db": db / m', '"db": db',
          "db is a sum. Like dw and the cost it is a mean over the examples: divide it by m.",
          holds="shapes cost untouched"),
    wrong("divided-by-n", '{"dw": dw / m, "db": db / m}, cost / m', '{"dw": dw / n, "db": db / n}, cost / n',
          "Means are taken over the m examples, the columns of X, not over its n features."),
    wrong("lost-bracket", "-(Y[0, i] * math.log(a) + (1 - Y[0, i]) * math.log(1 - a))",
          "-Y[0, i] * math.log(a) + (1 - Y[0, i]) * math.log(1 - a)",
          "The minus sign belongs to both terms of the loss: −(y log a + (1 − y) log(1 − a)). "
          "Without the bracket the loss of a picture without a cat is negative.", holds="shapes grads slope untouched"),
    wrong("dz-of-the-sigmoid-only", "dz = a - Y[0, i]", "dz = a * (1 - a)",
          "a(1 − a) is the slope of the sigmoid alone. Multiplied by the slope of the loss it becomes dz = a − y.",
          holds="shapes cost untouched"),
    wrong("dz-sign", "dz = a - Y[0, i]", "dz = Y[0, i] - a",
          "dz has the wrong sign: it is prediction minus label. The steps of learning are taken against it.",
          holds="shapes cost untouched"),
    wrong("bias-forgotten", "z = b\n", "z = 0.0\n",
          "The bias is missing: z starts at b, then the weighted features are added."),
    wrong("last-example-skipped", "for i in range(m)", "for i in range(m - 1)",
          "The loop stops one example early: range(m) already ends at m − 1."),
    wrong("dw-not-accumulated", "dw[k, 0] += X", "dw[k, 0] = X",
          "dw is overwritten for each example, so only the last one counts. Accumulate it: +=.",
          holds="shapes cost untouched"),
    wrong("sigmoid-sign", "math.exp(-z)", "math.exp(z)",
          "The exponent has the wrong sign: σ(z) = 1 / (1 + e^(−z)) grows with z."),
    wrong("cost-sign", "cost += -(", "cost += (", sentences.COST_NEGATIVE, holds="shapes grads slope untouched"),
    wrong("cost-summed", "cost / m", "cost",
          "The cost is the sum of the losses. Divide it by the number of examples: a mean is wanted.",
          holds="shapes grads slope untouched"),
    wrong("positive-term-only", "Y[0, i] * math.log(a) + (1 - Y[0, i]) * math.log(1 - a)", "Y[0, i] * math.log(a)",
          sentences.CATS_ONLY, holds="shapes grads slope untouched"),
    wrong("squared-error", "-(Y[0, i] * math.log(a) + (1 - Y[0, i]) * math.log(1 - a))", "(a - Y[0, i]) ** 2",
          sentences.SQUARED_ERROR_MODEL, holds="shapes grads slope untouched"),
    wrong("log-to-base-2", "math.log(a)", "math.log2(a)", "math.log(1 - a)", "math.log2(1 - a)",
          "The logarithm is taken to base 2. The natural one, math.log, is meant.",
          holds="shapes grads slope untouched"),
    wrong("dw-not-averaged", '"dw": dw / m', '"dw": dw',
          "dw is a sum. Like db and the cost it is a mean over the examples: divide it by m.",
          holds="shapes cost untouched"),
    wrong("db-overwritten", "db += dz", "db = dz",
          "db is overwritten for each example, so only the last one counts. Accumulate it: +=.",
          holds="shapes cost untouched"),
    wrong("dw-without-x", "dw[k, 0] += X[k, i] * dz", "dw[k, 0] += dz",
          "Each weight's share of the slope is dz times its own feature. The feature is missing.",
          holds="shapes cost untouched"),
    wrong("z-overwritten", "z += w[k, 0] * X[k, i]", "z = w[k, 0] * X[k, i]",
          "z keeps only the last product, and loses b. Start at b and add each product: +=."),
    wrong("z-never-reset", "z = b\n", "z = b if i == 0 else z\n",
          "z goes on from the example before. Start it anew for each example, inside the loop."),
    wrong("last-feature-skipped", "for k in range(n):\n            z +=", "for k in range(n - 1):\n            z +=",
          "The weighted sum leaves out the last feature: range(n) already ends at n − 1."),
    wrong("dw-rank-1", '"dw": dw / m', '"dw": dw[:, 0] / m',
          "dw has one axis only, (n,). A slope has the shape of its variable: w is (n, 1).",
          holds="cost grads slope untouched"),
    wrong("return-inside-the-loop", '    return {"dw"', '        return {"dw"',
          "The return stands inside the loop, so the function ends after the first example. Move it to the left."),
    wrong("cost-before-grads",
          'return {"dw": dw / m, "db": db / m}, cost / m', 'return cost / m, {"dw": dw / m, "db": db / m}',
          sentences.COST_FIRST),

    right("log-of-the-right-one", "cost += -(Y[0, i] * math.log(a) + (1 - Y[0, i]) * math.log(1 - a))",
          "cost -= math.log(a if Y[0, i] else 1 - a)"),
    right("numpy-functions-on-numbers", "math.exp(-z)", "np.exp(-z)",
          "Y[0, i] * math.log(a) + (1 - Y[0, i]) * math.log(1 - a)",
          "Y[0, i] * np.log(a) + (1 - Y[0, i]) * np.log(1 - a)"),
    right("divided-inside-the-loop", "db += dz", "db += dz / m",
          "dw[k, 0] += X[k, i] * dz", "dw[k, 0] += X[k, i] * dz / m",
          '{"dw": dw / m, "db": db / m}', '{"dw": dw, "db": db}'),
    right("vectorised", """
        def propagate_loop(w, b, X, Y):
            A = 1 / (1 + np.exp(-(np.dot(w.T, X) + b)))
            cost = -np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A))
            return {"dw": np.dot(X, (A - Y).T) / X.shape[1], "db": np.mean(A - Y)}, cost
        """),
    right("numpy-array-for-z", "z = b\n", "z = np.float64(b)\n"),
    right("one-loop", """
        def propagate_loop(w, b, X, Y):
            n, m = X.shape
            dw, db, cost = np.zeros((n, 1)), 0, 0
            for i in range(m):
                x = X[:, i:i + 1]
                a = 1 / (1 + np.exp(-(np.sum(w * x) + b)))
                cost = cost - (np.log(a) if Y[0, i] == 1 else np.log(1 - a)) / m
                dw = dw + x * (a - Y[0, i]) / m
                db = db + (a - Y[0, i]) / m
            return {'db': db, 'dw': dw}, cost
        """),
)
