"""Wrong and right answers to `logistic_regression.mended_arrays`."""

from grader.answers import right, wrong

ANSWERS = (
    wrong("zeros-with-two-arguments", "np.zeros((rows, columns))", "np.zeros(rows, columns)",
          "np.zeros still gets two arguments. It takes the shape as one tuple: double brackets."),
    wrong("randn-with-a-tuple", "np.random.randn(rows, columns)", "np.random.randn((rows, columns))",
          "np.random.randn still gets a tuple. It takes the sizes as separate arguments: single brackets."),
    wrong("rows-and-columns-swapped", "np.zeros((rows, columns))", "np.zeros((columns, rows))",
          "randn(rows, columns)", "randn(columns, rows)",
          "Rows and columns are swapped: the first size counts the rows."),
    wrong("zeros-of-rows-only", "np.zeros((rows, columns))", "np.zeros(rows)",
          "zeros has one axis only. Give it both sizes, as one tuple."),
    wrong("rand-not-randn", "np.random.randn(rows, columns)", "np.random.rand(rows, columns)",
          "rand draws evenly between 0 and 1. The note wanted normal numbers: randn."),
    wrong("noise-turned", "np.random.randn(rows, columns)", "np.random.randn(columns, rows)",
          "Rows and columns of noise are swapped: the first size counts the rows."),
    wrong("noise-first", "return zeros, noise", "return noise, zeros",
          "The two results are in the wrong order: zeros first, then noise."),
    wrong("noise-scaled", "np.random.randn(rows, columns)", "np.random.randn(rows, columns) * 0.01",
          "The noise is scaled down. Standard normal numbers have a spread of 1."),

    right("generator", "np.random.randn(rows, columns)", "np.random.default_rng().standard_normal((rows, columns))"),
    right("normal", "np.random.randn(rows, columns)", "np.random.normal(0, 1, (rows, columns))"),
    right("seeded", "noise = np", "np.random.seed(3)\n    noise = np"),
)
