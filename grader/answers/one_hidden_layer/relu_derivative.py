"""Wrong and right answers to `one_hidden_layer.relu_derivative`."""

from grader.answers import right, sentences, wrong

ANSWERS = (
    wrong("relu-instead", "np.where(z > 0, 1.0, 0.0)", "np.maximum(0, z)",
          "This is ReLU itself. Its slope is wanted: how steep it is, not how high."),
    wrong("condition-turned", "1.0, 0.0", "0.0, 1.0", "The two slopes are swapped: ReLU rises where z is positive."),
    wrong("sign-instead", "np.where(z > 0, 1.0, 0.0)", "np.sign(z)",
          "This gives −1 where z is negative. ReLU is level there: 0."),
    wrong("slope-1-everywhere", "np.where(z > 0, 1.0, 0.0)", "np.ones(np.shape(z))",
          "The slope is 1 everywhere. Where z is negative ReLU is level: 0."),
    wrong("leaky-instead", "1.0, 0.0", "1.0, 0.01",
          "This is the slope of leaky ReLU. ReLU is level where z is negative: 0."),
    wrong("a-threshold-at-1", "z > 0,", "z > 1,", "The corner lies at z = 1. It should lie at 0."),
    wrong("python-if", "np.where(z > 0, 1.0, 0.0)", "1.0 if z > 0 else 0.0", sentences.PYTHON_IF),
    wrong("positive-entries-only", "np.where(z > 0, 1.0, 0.0)", "np.ones(np.count_nonzero(np.asarray(z) > 0))",
          "The entries with slope 0 are left out, and the shape is lost. Every z keeps its place."),
    wrong("half-at-the-corner", "np.where(z > 0, 1.0, 0.0)", "(1 + np.sign(z)) / 2",
          "At z = 0 this gives 1/2. ReLU has no slope there, and the course chooses 0.",
          holds="shapes values number untouched"),
    wrong("divides-by-z", "np.where(z > 0, 1.0, 0.0)", "np.maximum(0, z) / z",
          "At z = 0 this divides 0 by 0, which is nan. Choose between two numbers instead of dividing.",
          holds="shapes values number untouched"),
    wrong("arrays-only",
          "return np.where(z > 0, 1.0, 0.0)", "slope = np.zeros(z.shape)\n    slope[z > 0] = 1\n    return slope",
          sentences.ARRAYS_ONLY, holds="shapes values extreme untouched"),
    wrong("writes-into-z", "return np.where(z > 0, 1.0, 0.0)", "z[z > 0] = 1\n    z[z <= 0] = 0\n    return z",
          sentences.SLOPES_INTO_Z, holds="shapes values extreme"),

    right("other-convention-at-0", "z > 0,", "z >= 0,"),
    right("booleans", "np.where(z > 0, 1.0, 0.0)", "np.asarray(z) > 0"),
    right("whole-numbers", "np.where(z > 0, 1.0, 0.0)", "1 * (z > 0)"),
    right("heaviside", "np.where(z > 0, 1.0, 0.0)", "np.heaviside(z, 0)"),
    right("of-the-sign", "np.where(z > 0, 1.0, 0.0)", "np.maximum(0, np.sign(z))"),
    right("from-relu", "z > 0,", "relu(z) > 0,"),
    right("zeros-and-mask", "return np.where(z > 0, 1.0, 0.0)",
          "slope = np.zeros_like(z)\n    slope[np.greater(z, 0)] = 1\n    return slope"),
)
