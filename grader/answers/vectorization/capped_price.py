"""Wrong and right answers to `vectorization.capped_price`."""

from grader.answers import right, wrong

ANSWERS = (
    wrong("one-neuron-only", "return rising - stopping", "return rising",
          "The price rises for ever. A second neuron, taken away, has to stop it at `end`."),
    wrong("second-neuron-added", "rising - stopping", "rising + stopping",
          "From `end` on the price rises twice as fast. The second neuron has to be taken away, not added."),
    wrong("start-for-the-bias", "w * (size - start)", "w * size - start", "w * (size - end)", "w * size - end",
          "The bend is not where it should be. w · size + b is 0 at size = start if b is −w · start, not −start."),
    wrong("not-bent", "np.maximum(0, w * (size - start))", "w * (size - start)",
          "np.maximum(0, w * (size - end))", "w * (size - end)",
          "Each neuron bends its own sum, before one is taken from the other. "
          "The difference of two straight lines with the same slope is the same for every size."),
    wrong("first-not-bent", "np.maximum(0, w * (size - start))", "w * (size - start)",
          "Small flats get a negative price: the first neuron has to be bent at 0 as well."),
    wrong("python-max", "np.maximum(0, w * (size - start))", "max(0, w * (size - start))",
          "np.maximum(0, w * (size - end))", "max(0, w * (size - end))",
          "Python's max compares whole arrays. np.maximum takes the larger number in each place."),
    wrong("capped-at-end", "return rising - stopping", "return np.minimum(rising, end)",
          "`end` is a size, not a price. The highest price is the one that is reached there."),
    wrong("falls-after-the-end", "rising - stopping", "rising - 2 * stopping",
          "After `end` the price falls. The second neuron should rise exactly as fast as the first."),
    wrong("weight-forgotten", "np.maximum(0, w * (size - start))", "np.maximum(0, size - start)",
          "np.maximum(0, w * (size - end))", "np.maximum(0, size - end)",
          "The weight is missing: the price rises by w for each square metre."),
    wrong("order-swapped", "rising - stopping", "stopping - rising",
          "The prices are negative: take the neuron that starts later away from the one that starts first."),

    right("clipped", """
        def capped_price(size, w, start, end):
            return w * (np.clip(size, start, end) - start)
        """),
    right("smaller-of-two", "return rising - stopping", "return np.minimum(rising, w * (end - start))"),
    right("with-biases", "w * (size - start)", "w * size + -w * start", "w * (size - end)", "w * size - w * end"),
    right("relu-by-hand", """
        def capped_price(size, w, start, end):
            def relu(z):
                return z * (z > 0)

            return relu(w * size - w * start) - relu(w * size - w * end)
        """),
    right("where", """
        def capped_price(size, w, start, end):
            between = np.where(size < end, w * (size - start), w * (end - start))
            return np.where(size < start, 0.0, between)
        """),
)
