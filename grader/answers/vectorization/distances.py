"""Wrong and right answers to `vectorization.distances`."""

from grader.answers import right, sentences, wrong

ANSWERS = (
    wrong("summed-over-the-pictures", "axis=0", "axis=1",
          "The sum runs over the pictures, along the rows. The features are the direction downwards: axis 0."),
    wrong("axis-lost", ", keepdims=True", "",
          "The distances are right, but their shape is (m,). Keep the direction, so that a row (1, m) is left.",
          holds="values pictures untouched"),
    wrong("root-forgotten", "np.sqrt(np.sum(differences**2, axis=0, keepdims=True))",
          "np.sum(differences**2, axis=0, keepdims=True)",
          "These are the squared distances. Take the root."),
    wrong("square-of-the-sum", "np.sqrt(np.sum(differences**2, axis=0, keepdims=True))",
          "np.sqrt(np.sum(differences, axis=0, keepdims=True) ** 2)",
          "The differences are added up before they are squared, so that they cancel. Square first."),
    wrong("without-signs", "np.sqrt(np.sum(differences**2, axis=0, keepdims=True))",
          "np.sum(np.abs(differences), axis=0, keepdims=True)",
          "The differences are added up without their signs. A distance is the root of the sum of their squares."),
    wrong("averaged", "np.sum(differences**2", "np.mean(differences**2",
          sentences.SQUARES_AVERAGED),
    wrong("one-number-for-all", "np.sum(differences**2, axis=0, keepdims=True)", "np.sum(differences**2, keepdims=True)",
          "The whole table was added up. Each picture has a distance of its own: add up down the columns."),
    wrong("root-before-the-sum", "np.sqrt(np.sum(differences**2, axis=0, keepdims=True))",
          "np.sum(np.sqrt(differences**2), axis=0, keepdims=True) ** 0.5",
          "The root is taken before the sum, where it only undoes the square. It comes last."),
    wrong("x-laid-flat", "X - x", "X - x.ravel()",
          "x was laid flat, (n,), and NumPy lines that up with the pictures. As a column (n, 1) it meets every column."),
    wrong("a-product", "return np.sqrt(np.sum(differences**2, axis=0, keepdims=True))", "return x.T @ X",
          "This is the dot product of x with each picture. That is not a distance."),
    wrong("turned-upright", "return np.sqrt(np.sum(differences**2, axis=0, keepdims=True))",
          "return np.sqrt(np.sum(differences**2, axis=0)).reshape(-1, 1)",
          sentences.UPRIGHT,
          holds="values pictures untouched"),

    right("norm", "np.sqrt(np.sum(differences**2, axis=0, keepdims=True))",
          "np.linalg.norm(differences, axis=0, keepdims=True)"),
    right("the-other-way-round", "X - x", "x - X"),
    right("reshaped", "np.sqrt(np.sum(differences**2, axis=0, keepdims=True))",
          "np.sqrt((differences * differences).sum(axis=0)).reshape(1, -1)"),
    right("einsum", "np.sqrt(np.sum(differences**2, axis=0, keepdims=True))",
          "np.sqrt(np.einsum('km,km->m', differences, differences))[np.newaxis, :]"),
    right("ones-times-squares", "np.sum(differences**2, axis=0, keepdims=True)", "np.ones((1, len(x))) @ differences**2"),
    right("one-loop", """
        def distances(x, X):
            return np.array([[np.sqrt(np.sum((X[:, [i]] - x) ** 2)) for i in range(X.shape[1])]])
        """),
)
