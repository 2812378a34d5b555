"""Wrong and right answers to `logistic_regression.initialize_with_zeros`."""

from grader.answers import right, wrong

ANSWERS = (
    wrong("rank-1", "np.zeros((dim, 1))", "np.zeros(dim)",
          "w has one axis only, (dim,). Such an array is neither row nor column, and its transpose is itself. "
          "Give both sizes.", holds="values"),
    wrong("row-instead-of-column", "np.zeros((dim, 1))", "np.zeros((1, dim))",
          "w lies on its side. It is a column in this course: one row for each feature.", holds="values"),
    wrong("two-arguments", "np.zeros((dim, 1))", "np.zeros(dim, 1)",
          "np.zeros takes the whole shape as one argument, in its own brackets. "
          "Its second argument is the type of number, and 1 is none."),
    wrong("ones", "np.zeros((dim, 1))", "np.ones((dim, 1))", "The weights are 1, not 0."),
    wrong("random-weights", "np.zeros((dim, 1))", "np.full((dim, 1), 0.01)",
          "The weights are small numbers, not 0. One neuron needs no random start."),
    wrong("bias-for-each-feature", "b = 0.0", "b = np.zeros((dim, 1))",
          "There is one bias in all, a plain number, not one for each feature."),
    wrong("bias-first", "return w, b", "return b, w", "The two results are in the wrong order: w first, then b."),
    wrong("square", "np.zeros((dim, 1))", "np.zeros((dim, dim))",
          "One neuron has dim weights, one column of them, not dim times dim."),
    wrong("bias-one", "b = 0.0", "b = 1.0", "The bias starts at 0, like the weights."),
    wrong("bias-as-array", "b = 0.0", "b = np.zeros((1, 1))",
          "b is an array (1, 1). It should be one plain number.", holds="values"),
    wrong("never-set", "np.zeros((dim, 1))", "np.empty((dim, 1))",
          "np.empty only reserves memory: what was left there stays in it. np.zeros sets it to 0."),
    wrong("list-of-zeros", "np.zeros((dim, 1))", "[[0.0]] * dim",
          "w is a Python list. Calculating with whole arrays needs a NumPy array.", holds="values"),

    right("shape-by-name", "np.zeros((dim, 1))", "np.zeros(shape=(dim, 1), dtype=np.float32)"),
    right("a-list-as-shape", "np.zeros((dim, 1))", "np.zeros([dim, 1])"),
    right("reshaped", "np.zeros((dim, 1))", "np.zeros(dim).reshape(dim, 1)"),
    right("whole-number-bias", "b = 0.0", "b = 0"),
    right("with-asserts",
          "return w, b", "assert w.shape == (dim, 1)\n    assert isinstance(b, float)\n    return w, b"),
    right("multiplied-by-zero", "np.zeros((dim, 1))", "np.random.randn(dim, 1) * 0"),
    right("numpy-bias", "b = 0.0", "b = np.float32(0)"),
)
