"""Wrong and right answers to `vectorization.normalize_rows`."""

from grader.answers import right, wrong

ANSWERS = (
    wrong("columns-normalised", "axis=1, keepdims=True", "axis=0, keepdims=True",
          "The columns have length 1 now. The sum runs along axis 1 to give one length for each row."),
    wrong("whole-array-normalised",
          "np.linalg.norm(x, axis=1, keepdims=True)", "np.full((len(x), 1), np.linalg.norm(x))",
          "This is one length for the whole array. Each row has a length of its own."),
    wrong("keepdims-forgotten", "axis=1, keepdims=True", "axis=1",
          "The lengths have shape (rows,), which broadcasts along the columns. Keep the axis: (rows, 1)."),
    wrong("divided-by-the-sum", "np.linalg.norm(x, axis=1, keepdims=True)", "np.sum(x, axis=1, keepdims=True)",
          "Each row was divided by its sum. The length is the square root of the sum of squares."),
    wrong("root-forgotten", "np.linalg.norm(x, axis=1, keepdims=True)", "np.sum(x**2, axis=1, keepdims=True) * 1.0",
          "This divides by the squared length. Take the square root of the sum of squares."),
    wrong("zero-row-divided", "    lengths[lengths == 0] = 1.0  # a row of zeros, divided by 1, stays as it is\n", "",
          "A row of zeros has length 0, and dividing by it gives nan. Such a row should stay zero.",
          holds="shapes values whole sizes untouched"),
    wrong("whole-numbers-cut-off", "return x / lengths", "return (x / lengths).astype(x.dtype)",
          "Whole numbers come back as whole numbers: the decimals are cut off.",
          holds="shapes values zero sizes untouched"),
    wrong("writes-into-x", """
        def normalize_rows(x):
            lengths = np.linalg.norm(x, axis=1, keepdims=True)
            lengths[lengths == 0] = 1.0
            x[:] = x / lengths
            return x
        """,
          "It writes the result into x itself, and the caller's table is gone. "
          "For whole numbers it also cuts off the decimals. Return a new array.", holds="shapes values zero sizes"),
    wrong("divided-by-the-sum-of-sizes",
          "np.linalg.norm(x, axis=1, keepdims=True)", "np.abs(x).sum(axis=1, keepdims=True) * 1.0",
          "This divides by the sum of the values without their signs. "
          "The length is the root of the sum of squares: (3, 4) has length 5, not 7."),
    wrong("divided-by-the-largest",
          "np.linalg.norm(x, axis=1, keepdims=True)", "np.abs(x).max(axis=1, keepdims=True) * 1.0",
          "This divides by the largest value of the row. The length counts all of them."),
    wrong("small-number-added", "lengths[lengths == 0] = 1.0", "lengths = lengths + 0.01",
          "A small number is added to every length, which changes every row a little. Only a length of 0 needs a substitute."),

    right("square-root-of-sum",
          "np.linalg.norm(x, axis=1, keepdims=True)", "np.sqrt(np.sum(np.square(x), axis=1, keepdims=True))"),
    right("reshaped-lengths", "np.linalg.norm(x, axis=1, keepdims=True)", "np.linalg.norm(x, axis=1).reshape(-1, 1)"),
    right("where", """
        def normalize_rows(x):
            lengths = np.sqrt((x.astype(float) ** 2).sum(axis=1))[:, None]
            return x / np.where(lengths == 0, 1, lengths)
        """),
    right("row-by-row", """
        def normalize_rows(x):
            result = np.zeros(x.shape)
            for i, row in enumerate(x):
                length = np.sqrt(row @ row)
                if length > 0:
                    result[i] = row / length
            return result
        """),
    right("divide-where", """
        def normalize_rows(x):
            lengths = np.linalg.norm(x, axis=1, keepdims=True)
            return np.divide(x, lengths, out=np.zeros(x.shape), where=lengths > 0)
        """),
    right("einsum", """
        def normalize_rows(x):
            lengths = np.sqrt(np.einsum('ij,ij->i', x, x))
            lengths = np.maximum(lengths, 1e-300).reshape(len(x), 1)
            return x / lengths
        """),
    right("nan-to-num", """
        def normalize_rows(x):
            return np.nan_to_num(x / np.linalg.norm(x, axis=1, keepdims=True))
        """),
    right("turned-twice", """
        def normalize_rows(x):
            lengths = np.linalg.norm(x, axis=1)
            return (x.T / np.where(lengths > 0, lengths, 1)).T
        """),
)
