"""Wrong and right answers to `one_hidden_layer.forward_propagation`."""

from grader.answers import right, wrong

ANSWERS = (
    wrong("no-bend", "A1 = np.tanh(Z1)", "A1 = Z1",
          "The hidden layer has no activation: A1 is Z1. Without the bend the network is a single neuron in disguise."),
    wrong("sigmoid-in-the-hidden-layer", "A1 = np.tanh(Z1)", "A1 = sigmoid(Z1)",
          "The hidden layer uses the sigmoid. In this network it is tanh."),
    wrong("relu-in-the-hidden-layer", "A1 = np.tanh(Z1)", "A1 = np.maximum(0, Z1)",
          "The hidden layer uses ReLU. In this network it is tanh."),
    wrong("no-sigmoid-at-the-output", "A2 = sigmoid(Z2)", "A2 = Z2",
          "The output is the weighted sum. The sigmoid has to make a probability of it."),
    wrong("tanh-at-the-output", "A2 = sigmoid(Z2)", "A2 = np.tanh(Z2)",
          "The output layer uses tanh, which runs from −1 to 1. A probability needs the sigmoid."),
    wrong("activations-swapped", "A1 = np.tanh(Z1)", "A1 = sigmoid(Z1)", "A2 = sigmoid(Z2)", "A2 = np.tanh(Z2)",
          "The two activations are swapped: tanh belongs to the hidden layer, the sigmoid to the output."),
    wrong("softmax-over-the-examples", "A2 = sigmoid(Z2)", "A2 = np.exp(Z2) / np.sum(np.exp(Z2))",
          "The probabilities were made to add up to 1 over all examples. Each example has a probability of its own."),
    wrong("sigmoid-twice", "A2 = sigmoid(Z2)", "A2 = sigmoid(sigmoid(Z2))",
          "The sigmoid was applied twice, so no probability is below 1/2. Once is enough."),
    wrong("rounded", "A2 = sigmoid(Z2)", "A2 = np.round(sigmoid(Z2))",
          "The output is rounded to 0 or 1. Probabilities are wanted; the decision comes later, in predict."),
    wrong("b1-forgotten", "W1 @ X + b1", "W1 @ X", "The bias of the hidden layer, b1, is missing."),
    wrong("b2-forgotten", "W2 @ A1 + b2", "W2 @ A1", "The bias of the output layer, b2, is missing."),
    wrong("both-biases-forgotten", "W1 @ X + b1", "W1 @ X", "W2 @ A1 + b2", "W2 @ A1",
          "Both biases are missing. Each layer adds its own."),
    wrong("b1-in-both-layers", "W2 @ A1 + b2", "W2 @ A1 + b1",
          "b1 is added in layer 2, too, and broadcasting makes Z2 as tall as b1. Layer 2 has its own bias."),
    wrong("bias-after-the-bend", "W1 @ X + b1", "W1 @ X", "A1 = np.tanh(Z1)", "A1 = np.tanh(Z1) + b1",
          "b1 is added after tanh. It belongs to the weighted sum, before the bend."),
    wrong("bias-subtracted", "W1 @ X + b1", "W1 @ X - b1", "W2 @ A1 + b2", "W2 @ A1 - b2",
          "The biases are subtracted. They are added to the weighted sums."),
    wrong("bias-lies-on-its-side", "W1 @ X + b1", "W1 @ X + b1.T",
          "b1 is a row here, so its numbers go to examples, not to units. Leave it a column."),
    wrong("output-fed-with-z1", "W2 @ A1 + b2", "W2 @ Z1 + b2",
          "Layer 2 gets Z1, the sums before the bend. It should get what layer 1 gives: A1."),
    wrong("output-fed-with-x", "W2 @ A1 + b2", "W2 @ X + b2", "Layer 2 gets X. It should get what layer 1 gives: A1."),
    wrong("w1-transposed", "W1 @ X + b1", "W1.T @ X + b1",
          "W1 was turned. It has one row for each hidden unit and fits X as it is. "
          "(The w of a single neuron was a column, and had to be turned.)"),
    wrong("x-before-w1", "W1 @ X + b1", "X @ W1 + b1",
          "The factors are in the wrong order: weights on the left, examples on the right. Inner sizes have to agree."),
    wrong("elementwise-product", "W1 @ X + b1", "W1 * X + b1",
          "* multiplies entry by entry and adds nothing up. Weighted sums are a matrix product."),
    wrong("new-parameters",
          "    Z1 = ", "    W1, W2 = np.random.randn(*W1.shape) * 0.01, np.random.randn(*W2.shape) * 0.01\n    Z1 = ",
          "The weights are drawn anew in here. What was learned so far is in the parameters: use those."),
    wrong("unknown-name", "W1 @ X + b1", "weights @ X + b1",
          "`weights` has no value here. The weights are in parameters: W1, W2."),
    wrong("z1-overwritten", "A1 = np.tanh(Z1)", "A1 = np.tanh(Z1, out=Z1)",
          "tanh was written into Z1, so the cache holds A1 twice. Let A1 be a new array.",
          holds="shapes values untouched"),
    wrong("cache-entries-swapped", '"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2', '"Z1": A1, "A1": Z1, "Z2": A2, "A2": Z2',
          "In the cache Z and A are swapped: Z is before the activation, A after it.", holds="shapes values untouched"),
    wrong("cache-without-z", '"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2', '"A1": A1, "A2": A2',
          'The cache holds A1 and A2 only. "Z1" and "Z2" belong in it, too.', holds="values untouched"),
    wrong("cache-in-small-letters", '"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2', '"z1": Z1, "a1": A1, "z2": Z2, "a2": A2',
          "The keys of the cache are in small letters. Python tells them from capital ones.", holds="values untouched"),
    wrong("cache-as-a-tuple", '{"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}', "(Z1, A1, Z2, A2)",
          'The cache is a tuple. A dictionary with the keys "Z1", "A1", "Z2", "A2" is wanted.',
          holds="values untouched"),
    wrong("a2-of-rank-1", "return A2, {", "return A2[0], {",
          "A2 has one axis, (m,). Keep both: (1, m), like Y.", holds="values cache pictures untouched"),
    wrong("a2-as-a-column", "return A2, {", "return A2.T, {",
          "A2 is a column. Examples are columns here, so the probabilities stand in one row: (1, m).",
          holds="values cache pictures untouched"),
    wrong("z2-returned", "return A2, {", "return Z2, {",
          "The first result is Z2, before the sigmoid. The probabilities are A2.", holds="shapes cache untouched"),
    wrong("a1-returned", "return A2, {", "return A1, {",
          "The first result is A1, what the hidden layer gives. The network's answer is A2.", holds="cache untouched"),
    wrong("cache-first",
          'return A2, {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}', 'return {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}, A2',
          "The two results are in the wrong order: A2 first, then the cache."),
    wrong("cache-forgotten", 'return A2, {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}', "return A2",
          "Only A2 is returned. The way back needs the cache: return both."),
    wrong("printed-not-returned", 'return A2, {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}', "print(A2)",
          "A2 is printed and not returned. Other code can use only what is returned."),
    wrong("writes-into-x", "    Z1 = ", "    X -= 0.5\n    X += 0.5\n    X[0] *= 1.0000001\n    Z1 = ",
          "It writes into X. The examples belong to the caller: work on a new array.",
          holds="shapes values cache sizes pictures"),

    right("classic", """
        def forward_propagation(X, parameters):
            W1 = parameters["W1"]
            b1 = parameters["b1"]
            W2 = parameters["W2"]
            b2 = parameters["b2"]
            Z1 = np.dot(W1, X) + b1
            A1 = np.tanh(Z1)
            Z2 = np.dot(W2, A1) + b2
            A2 = sigmoid(Z2)
            assert (A2.shape == (1, X.shape[1]))
            cache = {"Z1": Z1,
                     "A1": A1,
                     "Z2": Z2,
                     "A2": A2}
            return A2, cache
        """),
    right("einsum", "W1 @ X + b1", "np.einsum('hx,xi->hi', W1, X) + b1",
          "W2 @ A1 + b2", "np.einsum('yh,hi->yi', W2, A1) + b2"),
    right("added-in-place", "Z1 = W1 @ X + b1", "Z1 = np.matmul(W1, X)\n    Z1 += b1"),
    right("turned-twice", "W1 @ X + b1", "(X.T @ W1.T + b1.T).T"),
    right("bias-as-a-weight", "W1 @ X + b1", "np.hstack([W1, b1]) @ np.vstack([X, np.ones((1, X.shape[1]))])"),
    right("plain-sigmoid", "A2 = sigmoid(Z2)", "A2 = 1.0 / (1.0 + np.exp(-Z2))"),
    right("tanh-by-exponentials", "A1 = np.tanh(Z1)", "A1 = (np.exp(Z1) - np.exp(-Z1)) / (np.exp(Z1) + np.exp(-Z1))"),
    right("tanh-by-the-sigmoid", "A1 = np.tanh(Z1)", "A1 = 2 * sigmoid(2 * Z1) - 1"),
    right("float32", "    Z1 = ",
          "    X, W1, b1, W2, b2 = (array.astype(np.float32) for array in (X, W1, b1, W2, b2))\n    Z1 = "),
    right("further-keys", '{"Z1": Z1,', '{"A0": X, "Z1": Z1,'),
    right("a-list-of-both", "return A2, {", "return [A2, {", '"A2": A2}', '"A2": A2}]'),
    right("one-example-at-a-time", """
        def forward_propagation(X, parameters):
            n_h, m = parameters["W1"].shape[0], X.shape[1]
            cache = {"Z1": np.zeros((n_h, m)), "A1": np.zeros((n_h, m)), "Z2": np.zeros((1, m)), "A2": np.zeros((1, m))}
            for i in range(m):
                for j in range(n_h):
                    cache["Z1"][j, i] = np.sum(parameters["W1"][j] * X[:, i]) + parameters["b1"][j, 0]
                    cache["A1"][j, i] = np.tanh(cache["Z1"][j, i])
                cache["Z2"][0, i] = np.sum(parameters["W2"][0] * cache["A1"][:, i]) + parameters["b2"][0, 0]
                cache["A2"][0, i] = sigmoid(cache["Z2"][0, i])
            return cache["A2"], cache
        """),
)
