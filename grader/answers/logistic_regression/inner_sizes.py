"""Wrong and right answers to `logistic_regression.inner_sizes`."""

from grader.answers import right, wrong

ANSWERS = (
    wrong("outer-sizes", "(w.shape[1], X.shape[0])", "(w.shape[0], X.shape[1])",
          "These are the outer sizes, which become the shape of a product. The inner ones stand next to each other.",
          holds="shape"),
    wrong("sizes-of-the-right-product", "(w.shape[1], X.shape[0])", "(w.T.shape[1], X.shape[0])",
          "These are the inner sizes of the right product, which agree. The question is about the note's np.dot(w, X).",
          holds="shape"),
    wrong("shape-of-x", "weighted_sums.shape", "X.shape",
          "This is the shape of X. The product has one row: one weighted sum for each picture.", holds="inner"),
    wrong("product-turned", "weighted_sums.shape", "weighted_sums.T.shape",
          "The shape is turned: the weighted sums stand in one row, one column for each picture.", holds="inner sizes"),
    wrong("sizes-swapped", "(w.shape[1], X.shape[0])", "(X.shape[0], w.shape[1])",
          "The left array's size comes first: w stands on the left.", holds="shape"),

    right("matrix-product", "np.dot(w.T, X)", "w.T @ X"),
    right("from-the-sizes", "weighted_sums.shape", "(1, X.shape[1])"),
    right("lists", "return inner, weighted_sums.shape", "return [list(inner), list(weighted_sums.shape)]"),
)
