"""Wrong and right answers to `vectorization.distances_loop`."""

from grader.answers import right, sentences, wrong

ANSWERS = (
    wrong("root-forgotten", "math.sqrt(total)", "total",
          "These are the squared distances. Take the root of each sum."),
    wrong("sum-never-reset", "        total = 0.0\n", "        total = 0.0 if i == 0 else total\n",
          "The sum goes on from the picture before. Start it at 0 for each picture, inside the outer loop."),
    wrong("overwritten", "total += (", "total = (",
          "The sum is overwritten in each round, so only the last feature counts. Add to it: +=."),
    wrong("differences-not-squared", "(X[k, i] - x[k, 0]) ** 2", "abs(X[k, i] - x[k, 0])",
          "math.sqrt(total)", "total",
          "The differences are added up without their signs. Square them, and take the root of the sum."),
    wrong("difference-of-the-squares", "(X[k, i] - x[k, 0]) ** 2", "abs(X[k, i] ** 2 - x[k, 0] ** 2)",
          "The square of a difference is wanted, not the difference of two squares."),
    wrong("last-feature-skipped", "range(n)", "range(n - 1)",
          "The sum leaves out the last feature: range(n) already ends at n − 1."),
    wrong("last-picture-skipped", "range(m)", "range(m - 1)",
          "The last picture keeps the distance 0: range(m) already ends at m − 1."),
    wrong("root-in-each-round", "total += (X[k, i] - x[k, 0]) ** 2", "total = math.sqrt(total + (X[k, i] - x[k, 0]) ** 2)",
          "math.sqrt(total)", "total",
          "The root is taken after each feature. Take it once, of the whole sum."),
    wrong("mean-of-squares", "math.sqrt(total)", "math.sqrt(total / n)",
          sentences.SQUARES_AVERAGED),
    wrong("a-column", "    return distances", "    return distances.T",
          sentences.UPRIGHT,
          holds="values pictures untouched"),
    wrong("return-inside-the-loop", "    return distances", "        return distances",
          "The return stands inside the loop, so the function ends after the first picture. Move it to the left."),

    right("numpy-root", "math.sqrt(total)", "np.sqrt(total)"),
    right("power-one-half", "math.sqrt(total)", "total ** 0.5"),
    right("loops-the-other-way-round", """
        def distances_loop(x, X):
            n, m = X.shape
            totals = np.zeros((1, m))
            for k in range(n):
                for i in range(m):
                    totals[0, i] += (x[k, 0] - X[k, i]) ** 2
            return np.sqrt(totals)
        """),
    right("a-list-of-roots", """
        def distances_loop(x, X):
            n, m = X.shape
            result = []
            for i in range(m):
                difference = [X[k, i] - x[k, 0] for k in range(n)]
                result.append(math.sqrt(sum(d * d for d in difference)))
            return np.array([result])
        """),
    right("one-loop", """
        def distances_loop(x, X):
            n, m = X.shape
            distances = np.zeros((1, m))
            for i in range(m):
                distances[:, i] = np.linalg.norm(X[:, [i]] - x)
            return distances
        """),
    right("while", """
        def distances_loop(x, X):
            n, m = X.shape
            distances = np.zeros((1, m))
            i = 0
            while i < m:
                total = 0
                for a, b in zip(x[:, 0], X[:, i]):
                    total = total + math.pow(a - b, 2)
                distances[0][i] = math.sqrt(total)
                i += 1
            return distances
        """),
)
