"""Wrong and right answers to `one_hidden_layer.leaky_relu_derivative`."""

from grader.answers import right, sentences, wrong

ANSWERS = (
    wrong("relu-instead", "1.0, 0.01", "1.0, 0.0",
          "This is the slope of ReLU. Leaky ReLU still rises where z is negative, by 0.01."),
    wrong("function-instead", "1.0, 0.01", "z, 0.01 * z",
          "This is leaky ReLU itself. Its slope is wanted: how steep it is, not how high."),
    wrong("leak-times-z", "1.0, 0.01", "1.0, 0.01 * z",
          "On the left this is the height, 0.01 z. The slope of that line is 0.01."),
    wrong("condition-turned", "1.0, 0.01", "0.01, 1.0",
          "The two slopes are swapped: the steep part is where z is positive."),
    wrong("leak-of-0.1", "1.0, 0.01", "1.0, 0.1", sentences.LEAK_01),
    wrong("leak-turned", "1.0, 0.01", "1.0, -0.01",
          "On the left the slope is negative. Leaky ReLU rises there too, only gently."),
    wrong("python-if", "np.where(z > 0, 1.0, 0.01)", "1.0 if z > 0 else 0.01", sentences.PYTHON_IF),
    wrong("whole-numbers-cut",
          "return np.where(z > 0, 1.0, 0.01)", "slope = np.ones_like(z)\n    slope[z <= 0] = 0.01\n    return slope",
          "np.ones_like makes an array of z's type. For whole numbers 0.01 becomes 0 in it.",
          holds="shapes values extreme untouched"),
    wrong("writes-into-z", "return np.where(z > 0, 1.0, 0.01)", "z[z > 0] = 1\n    z[z <= 0] = 0.01\n    return z",
          sentences.SLOPES_INTO_Z, holds="shapes values extreme"),

    right("other-convention-at-0", "z > 0,", "z >= 0,"),
    right("sum-of-both", "np.where(z > 0, 1.0, 0.01)", "0.01 + 0.99 * (z > 0)"),
    right("left-first", "np.where(z > 0, 1.0, 0.01)", "np.where(z <= 0, 0.01, 1)"),
    right("larger-one", "np.where(z > 0, 1.0, 0.01)", "np.maximum(z > 0, 0.01)"),
    right("from-relu", "np.where(z > 0, 1.0, 0.01)", "np.where(relu_derivative(z) == 1, 1, 0.01)"),
    right("ones-and-mask", "return np.where(z > 0, 1.0, 0.01)",
          "slope = np.ones(np.shape(z))\n    slope[np.less_equal(z, 0)] = 0.01\n    return slope"),
)
