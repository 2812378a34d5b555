"""Wrong and right answers to `one_hidden_layer.leaky_relu`."""

from grader.answers import right, sentences, wrong

ANSWERS = (
    wrong("relu-instead", "np.where(z > 0, z, 0.01 * z)", "np.maximum(0, z)",
          "This is ReLU. The leak is missing: 0.01 z where z is negative."),
    wrong("leak-of-0.1", "0.01 * z)", "0.1 * z)", sentences.LEAK_01),
    wrong("leak-of-0.001", "0.01 * z)", "0.001 * z)", "The leak is 0.001. It should be 0.01."),
    wrong("constant-leak", "0.01 * z)", "0.01)",
          "All negative numbers become 0.01, as if compared with it. They should become a hundredth of themselves."),
    wrong("leak-turned", "0.01 * z)", "-0.01 * z)",
          "Negative numbers come out positive. A hundredth of a negative number is negative."),
    wrong("condition-turned", "z > 0", "z < 0",
          "The positive numbers are made small and the negative ones pass: the other way round."),
    wrong("slope-instead", "np.where(z > 0, z, 0.01 * z)", "np.where(z > 0, 1.0, 0.01)",
          "This is the slope, 1 or 0.01. The function itself gives z or 0.01 z."),
    wrong("all-made-small", "np.where(z > 0, z, 0.01 * z)", "0.01 * np.asarray(z)",
          "Everything is made small. Positive numbers should pass as they are."),
    wrong("python-if", "np.where(z > 0, z, 0.01 * z)", "z if z > 0 else 0.01 * z", sentences.PYTHON_IF),
    wrong("whole-numbers-cut",
          "return np.where(z > 0, z, 0.01 * z)", "a = np.array(z)\n    a[a < 0] = a[a < 0] * 0.01\n    return a",
          "An array of whole numbers stays one, and −0.02 becomes 0 in it. Let NumPy make a new array.",
          holds="shapes values extreme untouched"),
    wrong("writes-into-z", "return np.where(z > 0, z, 0.01 * z)", "z[z < 0] *= 0.01\n    return z",
          "It makes the negative numbers small in z itself, which belongs to the caller. Give back a new array.",
          holds="shapes values extreme"),

    right("larger-one", "np.where(z > 0, z, 0.01 * z)", "np.maximum(0.01 * z, z)"),
    right("factor", "np.where(z > 0, z, 0.01 * z)", "z * np.where(z < 0, 0.01, 1)"),
    right("two-parts", "np.where(z > 0, z, 0.01 * z)", "np.maximum(0, z) + 0.01 * np.minimum(0, z)"),
    right("masks", "np.where(z > 0, z, 0.01 * z)", "(z > 0) * z + (z <= 0) * z * 0.01"),
    right("with-relu", "np.where(z > 0, z, 0.01 * z)", "relu(z) - 0.01 * relu(-z)"),
    right("copy-and-mask",
          "return np.where(z > 0, z, 0.01 * z)", "a = np.array(z, dtype=float)\n    a[a < 0] *= 0.01\n    return a"),
)
