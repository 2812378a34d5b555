"""Wrong and right answers to `one_hidden_layer.relu`."""

from grader.answers import right, wrong

ANSWERS = (
    wrong("absolute-value", "np.maximum(0, z)", "np.abs(z)",
          "This turns negative numbers into positive ones. ReLU makes them 0."),
    wrong("minimum", "np.maximum(0, z)", "np.minimum(0, z)",
          "This lets the negative numbers pass and stops the positive ones: the other way round."),
    wrong("slope-instead", "np.maximum(0, z)", "np.where(z > 0, 1.0, 0.0)",
          "This is the slope of ReLU, 1 or 0. ReLU itself lets z pass where it is positive."),
    wrong("leaky-instead", "np.maximum(0, z)", "np.maximum(0.01 * z, z)",
          "This leaks: negative numbers come out as a hundredth. ReLU makes them 0."),
    wrong("capped-at-1", "np.maximum(0, z)", "np.clip(z, 0, 1)",
          "It stops at 1. ReLU has no upper limit: what is positive passes as it is."),
    wrong("softplus", "np.maximum(0, z)", "np.log(1 + np.exp(z))",
          "This is softplus, a rounded relative of ReLU. ReLU has a corner at 0."),
    wrong("largest-number-only", "np.maximum(0, z)", "np.maximum(0, np.max(z))",
          "np.max gives one number, the largest in the array. Each entry has to be compared with 0."),
    wrong("largest-along-an-axis", "np.maximum(0, z)", "np.max(z, 0)",
          "np.max looks for the largest number along an axis. np.maximum compares two things, entry by entry."),
    wrong("python-max", "np.maximum(0, z)", "max(0, z)",
          "Python's own max compares single numbers and cannot decide for a whole array. "
          "NumPy has a function that compares entry by entry."),
    wrong("positive-entries-only", "np.maximum(0, z)", "np.asarray(z)[np.asarray(z) > 0]",
          "The negative entries are left out, and the shape is lost. They should become 0 and keep their places."),
    wrong("arrays-only", "return np.maximum(0, z)", "a = z.copy()\n    a[a < 0] = 0\n    return a",
          "It works for arrays only. A plain number cannot be indexed: use functions that take both.",
          holds="shapes values extreme untouched"),
    wrong("writes-into-z", "return np.maximum(0, z)", "z[z < 0] = 0\n    return z",
          "It writes zeros into z itself: the numbers of the caller, who needs them on the way back, are gone.",
          holds="shapes values extreme"),

    right("where", "np.maximum(0, z)", "np.where(z > 0, z, 0)"),
    right("mask-times-z", "np.maximum(0, z)", "z * (z > 0)"),
    right("half-of-the-sum", "np.maximum(0, z)", "(z + np.abs(z)) / 2"),
    right("clipped-below", "np.maximum(0, z)", "np.clip(z, 0, None)"),
    right("z-first", "np.maximum(0, z)", "np.maximum(z, 0.0)"),
    right("float32", "np.maximum(0, z)", "np.fmax(np.float32(0), np.asarray(z, dtype=np.float32))"),
    right("copy-and-mask", "return np.maximum(0, z)", "a = np.array(z)\n    a[a < 0] = 0\n    return a"),
    right("vectorized", "np.maximum(0, z)", "np.vectorize(lambda x: max(0.0, x))(z)"),
)
