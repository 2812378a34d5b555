"""Wrong and right answers to `deep_network.linear_forward`."""

from grader.answers import right, sentences, wrong

ANSWERS = (
    wrong("bias-forgotten", "W @ A + b  #", "W @ A  #", "The bias is missing: Z = W A + b."),
    wrong("bias-subtracted", "W @ A + b  #", "W @ A - b  #",
          "The bias is subtracted. It is added to the weighted sum."),
    wrong("factors-swapped", "W @ A + b  #", "A @ W + b  #",
          "The factors stand in the wrong order. W (n, n_prev) comes first: its columns meet the rows of A (n_prev, m)."),
    wrong("elementwise-product", "W @ A + b  #", "W * A + b  #",
          "W * A multiplies element by element. A weighted sum for each unit and each example is a matrix product: @."),
    wrong("weights-turned", "W @ A + b  #", "W.T @ A + b  #",
          "W is transposed. It already has one row for each unit, so it takes A (n_prev, m) as it is."),
    wrong("bias-lying-down", "W @ A + b  #", "W @ A + b.T  #",
          "b is laid on its side, (1, n). As a column it is added to every example; that is what broadcasting needs."),
    wrong("one-bias-for-all-units", "W @ A + b  #", "W @ A + b[0]  #",
          "The first unit's bias is added to every unit. Each unit has its own: add the whole column b."),
    wrong("activation-already-applied", "W @ A + b  #", "np.maximum(0, W @ A + b)  #",
          "The activation is applied already. This is the linear half of a layer: Z may be negative."),
    wrong("axes-squeezed-away", "W @ A + b  #", "np.squeeze(W @ A + b)  #",
          "np.squeeze takes axes of length 1 away, so with one example or one unit Z is no matrix any more. "
          "Z is (n, m), always.", holds="shapes values cache untouched"),
    wrong("cache-without-bias", "(A, W, b)\n", "(A, W)\n",
          "The cache lacks b. It holds all three inputs, A, W and b: the way back takes three out.",
          holds="values untouched"),
    wrong("cache-of-z-and-w", "(A, W, b)\n", "(Z, W)\n",
          "The cache holds Z and W. The linear half keeps what it was given: A, W and b. Z is kept by the activation.",
          holds="values untouched"),
    wrong("z-kept-instead-of-a", "(A, W, b)\n", "(Z, W, b)\n",
          "The cache holds Z where A belongs. The slope of the weights needs what came in.", holds="values untouched"),
    wrong("cache-in-another-order", "(A, W, b)\n", "(W, A, b)\n",
          "The cache is in another order. It is A, then W, then b; whoever takes it apart relies on that.",
          holds="values untouched"),
    wrong("cache-spread-out", "return Z, (A, W, b)\n", "return Z, A, W, b\n",
          "Four things are returned. They should be two: Z, and one cache that holds A, W and b."),
    wrong("cache-first", "return Z, (A, W, b)\n", "return (A, W, b), Z\n",
          "The two results are in the wrong order: Z first, then the cache."),
    wrong("cache-not-returned", "return Z, (A, W, b)\n", "return Z\n",
          "Only Z is returned. The cache belongs to the answer: the way back needs A, W and b."),
    wrong("printed-not-returned", "return Z, (A, W, b)\n", "print(Z, (A, W, b))\n", sentences.RESULTS_PRINTED),

    right("np-dot", "W @ A + b  #", "np.dot(W, A) + b  #"),
    right("dot-method", "W @ A + b  #", "W.dot(A) + b  #"),
    right("matmul-and-add", "W @ A + b  #", "np.add(np.matmul(W, A), b)  #"),
    right("einsum", "W @ A + b  #", 'np.einsum("ij,jk->ik", W, A) + b  #'),
    right("turned-twice", "W @ A + b  #", "(A.T @ W.T).T + b  #"),
    right("float32", "W @ A + b  #", "W.astype(np.float32) @ A.astype(np.float32) + b  #"),
    right("bias-as-a-row-of-ones", "W @ A + b  #", "np.hstack([W, b]) @ np.vstack([A, np.ones((1, A.shape[1]))])  #"),
    right("cache-as-a-list", "return Z, (A, W, b)\n", "return [Z, [A, W, b]]\n"),
    right("loop", """
        def linear_forward(A, W, b):
            n, m = W.shape[0], A.shape[1]
            Z = np.zeros((n, m))
            for unit in range(n):
                for example in range(m):
                    Z[unit, example] = sum(w * a for w, a in zip(W[unit], A[:, example])) + b[unit, 0]
            return Z, (A, W, b)
        """),
    right("classic", """
        def linear_forward(A, W, b):
            Z = np.dot(W, A) + b
            assert(Z.shape == (W.shape[0], A.shape[1]))
            cache = (A, W, b)
            return Z, cache
        """),
)
