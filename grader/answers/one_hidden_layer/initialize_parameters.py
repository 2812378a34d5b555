"""Wrong and right answers to `one_hidden_layer.initialize_parameters`."""

from grader.answers import right, wrong

ANSWERS = (
    wrong("zero-weights", "np.random.randn(n_h, n_x) * 0.01", "np.zeros((n_h, n_x))",
          "np.random.randn(n_y, n_h) * 0.01", "np.zeros((n_y, n_h))",
          "All weights are zero. Then all hidden units compute the same and learn the same, for ever."),
    wrong("equal-weights", "np.random.randn(n_h, n_x) * 0.01", "np.full((n_h, n_x), 0.01)",
          "np.random.randn(n_y, n_h) * 0.01", "np.full((n_y, n_h), 0.01)",
          "All weights are the same number. Hidden units that start alike stay alike: draw the weights at random."),
    wrong("one-row-repeated", "np.random.randn(n_h, n_x) * 0.01", "np.tile(np.random.randn(1, n_x) * 0.01, (n_h, 1))",
          "All rows of W1 are the same, so all hidden units are the same. Draw a row of its own for each unit."),
    wrong("no-scale", "np.random.randn(n_h, n_x) * 0.01", "np.random.randn(n_h, n_x)",
          "np.random.randn(n_y, n_h) * 0.01", "np.random.randn(n_y, n_h)",
          "The weights are about 1 in size, 0.01 is missing. With large weights tanh is level, and learning is slow.",
          holds="shapes values sizes"),
    wrong("second-layer-without-scale", "np.random.randn(n_y, n_h) * 0.01", "np.random.randn(n_y, n_h)",
          "W1 is small, W2 is not: 0.01 is missing there.", holds="shapes values sizes"),
    wrong("scale-0.1", "(n_h, n_x) * 0.01", "(n_h, n_x) * 0.1", "(n_y, n_h) * 0.01", "(n_y, n_h) * 0.1",
          "The weights have a standard deviation of 0.1, ten times too large. (Is 0.01 your variance?)",
          holds="shapes values sizes"),
    wrong("divided-by-the-root", "(n_h, n_x) * 0.01", "(n_h, n_x) / np.sqrt(n_x)",
          "(n_y, n_h) * 0.01", "(n_y, n_h) / np.sqrt(n_h)",
          "The weights are divided by the root of the number of inputs. "
          "That is a good rule for deep networks and comes in the next assignment; here the scale is 0.01.",
          holds="shapes values sizes"),
    wrong("uniform-weights", "np.random.randn(n_h, n_x)", "np.random.rand(n_h, n_x)",
          "np.random.randn(n_y, n_h)", "np.random.rand(n_y, n_h)",
          "np.random.rand draws evenly between 0 and 1: no weight is negative. "
          "np.random.randn, with an n at the end, draws from the normal distribution.", holds="shapes values sizes"),
    wrong("positive-weights", "np.random.randn(n_h, n_x) * 0.01", "np.abs(np.random.randn(n_h, n_x)) * 0.01",
          "np.random.randn(n_y, n_h) * 0.01", "np.abs(np.random.randn(n_y, n_h)) * 0.01",
          "All weights are positive. Half of them should be negative: keep the signs that were drawn.",
          holds="shapes values sizes"),
    wrong("random-biases", "b1 = np.zeros((n_h, 1))", "b1 = np.random.randn(n_h, 1) * 0.01",
          "b2 = np.zeros((n_y, 1))", "b2 = np.random.randn(n_y, 1) * 0.01",
          "The biases are random. Zero is enough for them: the weights already make the units differ."),
    wrong("biases-of-one", "b1 = np.zeros", "b1 = np.ones", "b2 = np.zeros", "b2 = np.ones",
          "The biases are 1. They start at 0."),
    wrong("weights-lie-on-their-side", "randn(n_h, n_x)", "randn(n_x, n_h)", "randn(n_y, n_h)", "randn(n_h, n_y)",
          "W1 and W2 are turned. A weight matrix has one row for each unit of its own layer and one column for each "
          "unit of the layer before."),
    wrong("rank-1-biases", "np.zeros((n_h, 1))", "np.zeros(n_h)", "np.zeros((n_y, 1))", "np.zeros(n_y)",
          "b1 and b2 have one axis only. Added to Z they would be taken for rows. Make them columns: two sizes."),
    wrong("biases-as-rows", "np.zeros((n_h, 1))", "np.zeros((1, n_h))", "np.zeros((n_y, 1))", "np.zeros((1, n_y))",
          "b1 and b2 are rows. Units stand below each other in this course, so a bias is a column."),
    wrong("one-bias-for-each-weight", "np.zeros((n_h, 1))", "np.zeros((n_h, n_x))",
          "np.zeros((n_y, 1))", "np.zeros((n_y, n_h))",
          "b1 and b2 are as wide as the weights. Each unit has one bias: a single column."),
    wrong("one-bias-for-a-layer", "b1 = np.zeros((n_h, 1))", "b1 = 0.0", "b2 = np.zeros((n_y, 1))", "b2 = 0.0",
          "There is one bias for a whole layer. Each unit has a bias of its own."),
    wrong("output-size-written-into-the-code", "randn(n_y, n_h)", "randn(1, n_h)",
          "np.zeros((n_y, 1))", "np.zeros((1, 1))",
          "W2 and b2 always have one row. They have n_y rows: one for each output unit."),
    wrong("hidden-size-written-into-the-code", "    W1 =", "    n_h = 4\n    W1 =",
          "The hidden layer always has 4 units. Use n_h, whatever it is."),
    wrong("zeros-with-two-arguments", "np.zeros((n_h, 1))", "np.zeros(n_h, 1)",
          "np.zeros takes the whole shape as one argument, in its own brackets. The second argument is the type of number."),
    wrong("randn-with-a-tuple", "np.random.randn(n_h, n_x)", "np.random.randn((n_h, n_x))",
          "np.random.randn takes the sizes one by one, not as a tuple: one pair of brackets. (np.zeros needs two.)"),
    wrong("keys-in-small-letters", '"W1": W1, "b1": b1, "W2": W2', '"w1": W1, "b1": b1, "w2": W2',
          'Two keys are misspelt: "W1" and "W2" have capital letters. Python tells them apart.'),
    wrong("a-tuple", '{"W1": W1, "b1": b1, "W2": W2, "b2": b2}', "W1, b1, W2, b2",
          'The four arrays come as a tuple. A dictionary with the keys "W1", "b1", "W2", "b2" is wanted.'),

    right("classic", """
        def initialize_parameters(n_x, n_h, n_y):
            np.random.seed(2)
            W1 = np.random.randn(n_h, n_x) * 0.01
            b1 = np.zeros(shape=(n_h, 1))
            W2 = np.random.randn(n_y, n_h) * 0.01
            b2 = np.zeros(shape=(n_y, 1))
            assert (W1.shape == (n_h, n_x))
            assert (b1.shape == (n_h, 1))
            assert (W2.shape == (n_y, n_h))
            assert (b2.shape == (n_y, 1))
            parameters = {"W1": W1,
                          "b1": b1,
                          "W2": W2,
                          "b2": b2}
            return parameters
        """),
    right("output-layer-first", "    W1 = ", "    W2 = 0.01 * np.random.randn(n_y, n_h)\n    W1 = "),
    right("normal", "np.random.randn(n_h, n_x) * 0.01", "np.random.normal(0, 0.01, (n_h, n_x))",
          "np.random.randn(n_y, n_h) * 0.01", "np.random.normal(scale=0.01, size=(n_y, n_h))"),
    right("generator", """
        def initialize_parameters(n_x, n_h, n_y):
            random = np.random.default_rng()
            sizes = [n_x, n_h, n_y]
            parameters = {}
            for l in (1, 2):
                parameters[f"W{l}"] = random.standard_normal((sizes[l], sizes[l - 1])) / 100
                parameters[f"b{l}"] = np.zeros([sizes[l], 1], dtype=np.float32)
            return parameters
        """),
    right("float32", "np.random.randn(n_h, n_x) * 0.01", "(np.random.randn(n_h, n_x) * 0.01).astype(np.float32)",
          "np.zeros((n_h, 1))", "np.zeros(n_h).reshape(-1, 1)"),
)
