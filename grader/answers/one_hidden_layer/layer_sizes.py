"""Wrong and right answers to `one_hidden_layer.layer_sizes`."""

from grader.answers import right, wrong

ANSWERS = (
    wrong("columns-counted", "X.shape[0]", "X.shape[1]", "Y.shape[0]", "Y.shape[1]",
          "These are the numbers of columns, and columns are examples. "
          "Features and labels of one example stand below each other: count the rows."),
    wrong("input-size-counts-the-examples", "X.shape[0]", "X.shape[1]",
          "n_x is the number of examples, the columns of X. The features of an example are its rows."),
    wrong("output-size-counts-the-examples", "Y.shape[0]", "Y.shape[1]",
          "n_y is the number of examples, the columns of Y. It should count the labels of one example: the rows."),
    wrong("input-size-written-into-the-code", "n_x = X.shape[0]", "n_x = 2",
          "n_x is always 2. That fits the points of the flower; pictures have more features. Read it from X."),
    wrong("output-size-written-into-the-code", "n_y = Y.shape[0]", "n_y = 1",
          "n_y is always 1. That fits our flower and our cats; for other data it has to be read from Y."),
    wrong("classes-counted", "n_y = Y.shape[0]", "n_y = len(np.unique(Y))",
          "n_y counts the different values in Y. It should count the labels of one example: the rows of Y."),
    wrong("all-numbers-counted", "X.shape[0]", "X.size", "Y.shape[0]", "Y.size",
          "size counts every number in the array. One size of the shape is wanted, the number of rows."),
    wrong("whole-shapes", "X.shape[0]", "X.shape", "Y.shape[0]", "Y.shape",
          "n_x and n_y are whole shapes, two numbers each. Take the first of them."),
    wrong("hidden-units-from-the-data", "n_h = 4", "n_h = X.shape[0]",
          "n_h was read from X. Nothing in the data says how many hidden units there are: this function says 4."),
    wrong("order-of-results", "return n_x, n_h, n_y", "return n_x, n_y, n_h",
          "The sizes are in the wrong order. Give them from left to right: input, hidden layer, output."),
    wrong("two-results", "return n_x, n_h, n_y", "return n_x, n_y",
          "The hidden layer is missing: three sizes are wanted, n_x, n_h and n_y."),
    wrong("printed-not-returned", "return n_x, n_h, n_y", "print(n_x, n_h, n_y)",
          "The sizes are printed and not returned. Other code can use only what is returned."),

    right("length", "X.shape[0]", "len(X)", "Y.shape[0]", "len(Y)"),
    right("np-shape", "X.shape[0]", "np.shape(X)[0]", "Y.shape[0]", "np.size(Y, axis=0)"),
    right("counted-from-the-end", "X.shape[0]", "X.shape[-2]", "Y.shape[0]", "Y.T.shape[1]"),
    right("taken-apart", "n_x = X.shape[0]", "n_x, m = X.shape", "n_y = Y.shape[0]", "n_y, _ = Y.shape"),
    right("a-list", "return n_x, n_h, n_y", "return [n_x, n_h, n_y]"),
    right("numpy-numbers", "return n_x, n_h, n_y", "return tuple(np.array([n_x, n_h, n_y]))"),
    right("with-a-print", "    return", '    print(f"{n_x}-{n_h}-{n_y}")\n    return'),
)
