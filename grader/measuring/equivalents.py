"""Mutants that are no mistakes: exercise id → change → why. Each is tried on 500 fresh, wider cases, and changes none."""

ONE_ROW = "This axis has length 1, so its first entry is also its last, and a whole row is one number."
FACTOR_ONE = "Multiplying or dividing by 1 changes nothing."
SAME_M = "Y has as many columns as X: one for each example."
ONE_OUTPUT = "The course has one output unit, so this axis has length 1."
AT_HALF = (
    "It differs only where the probability is exactly one half, and nobody is judged there: both > and >= are right."
)
BOOLEAN = "True and False are accepted for 1 and 0."
NUMPY_NUMBER = "A NumPy number is accepted for a plain one."
BOTH_SIDES = "The slope is measured on both sides, so the sign of the step does not matter."
AT_THE_CORNER = "At the corner both slopes are accepted."
LARGER = "The larger of two numbers does not depend on their order."
SQUARED = "A squared difference does not depend on the order."
FOLDED = "Numbers from 0 to 1 are never below 0, so the first ReLU unit gives back what it gets."
NO_DA0 = "Nobody needs dA0. The line only saves the time of working it out."

_SIGN = "in `Y = np.where(noted > 0, 1, 0)`"
_COST = "in `cost += -(Y[0, i] * math.log(a) + (1 - Y[0, i]) * math.log(1 - a))`"
_CACHE = "in `caches = [((A0, W1[:, :0], b1), Z1), *others]`"

REASONS: dict[str, dict[str, str]] = {
    "vectorization.flatten_images": {
        "1 → 2, in `rows = images.reshape(m, -1)`": "NumPy takes any negative size as the one to work out.",
    },
    "vectorization.capped_price": {
        "arguments 1 and 2 swapped, in `rising = np.maximum(0, w * (size - start))`": LARGER,
        "arguments 1 and 2 swapped, in `stopping = np.maximum(0, w * (size - end))`": LARGER,
    },
    "vectorization.distances_loop": {
        "zeros → ones, in `distances = np.zeros((1, m))`": "Every number of it is overwritten.",
        "operands swapped, in `total += (X[k, i] - x[k, 0]) ** 2`": SQUARED,
        "0 → -1, in `total += (X[k, i] - x[k, 0]) ** 2`": "x has one column, so its first is also its last.",
        "0 → -1, in `distances[0, i] = math.sqrt(total)`": ONE_ROW,
    },
    "vectorization.distances": {
        "operands swapped, in `differences = X - x`": SQUARED,
    },
    "vectorization.normalize_rows": {
        "1.0 → 1.3, in `lengths[lengths == 0] = 1.0`": "0 divided by any number but 0 is 0.",
        "1.0 → -1.0, in `lengths[lengths == 0] = 1.0`": "0 divided by any number but 0 is 0.",
    },
    "vectorization.computation_graph": {
        "operator Mult → Div, in `du = dv * 1`": FACTOR_ONE,
        "left operand only, in `du = dv * 1`": FACTOR_ONE,
        "operator Mult → Div, in `da = dv * 1`": FACTOR_ONE,
        "left operand only, in `da = dv * 1`": FACTOR_ONE,
    },
    "vectorization.propagate_loop": {
        "0 → -1, in `z += w[k, 0] * X[k, i]`": ONE_ROW,
        f"0 → -1, {_COST}": ONE_ROW,
        "0 → -1, in `dz = a - Y[0, i]`": ONE_ROW,
        "0 → -1, in `dw[k, 0] += X[k, i] * dz`": ONE_ROW,
        "last one dropped, in `dw[k, 0] += X[k, i] * dz`": ONE_ROW,
    },
    "logistic_regression.sigmoid": {
        "comparison GtE → Gt, in `top = np.where(z >= 0, 1, small)`": "At z = 0 both tops are 1.",
    },
    "logistic_regression.lost_bracket": {
        f"arguments 1 and 2 swapped, {_SIGN}": BOOLEAN,
        f"argument instead of the call, {_SIGN}": BOOLEAN,
        f"comparison Gt → GtE, {_SIGN}": "None of the note's numbers is 0.",
    },
    "logistic_regression.inner_sizes": {
        "X → w, in `inner = (w.shape[1], X.shape[0])`": "w and X have as many rows: one for each feature.",
    },
    "logistic_regression.propagate": {
        "X → Y, in `m = X.shape[1]`": SAME_M,
    },
    "logistic_regression.predict": {
        "arguments 1 and 2 swapped, in `return np.where(A > 0.5, 1, 0)`": BOOLEAN,
        "argument instead of the call, in `return np.where(A > 0.5, 1, 0)`": BOOLEAN,
    },
    "logistic_regression.majority_baseline": {
        "arguments 1 and 2 swapped, in `return max(cats, 1 - cats)`": LARGER,
    },
    "one_hidden_layer.relu": {
        "arguments 1 and 2 swapped, in `return np.maximum(0, z)`": LARGER,
    },
    "one_hidden_layer.leaky_relu": {
        "comparison Gt → GtE, in `return np.where(z > 0, z, 0.01 * z)`": "At z = 0 both pieces are 0.",
    },
    "one_hidden_layer.relu_derivative": {
        "arguments 1 and 2 swapped, in `return np.where(z > 0, 1.0, 0.0)`": BOOLEAN,
        "argument instead of the call, in `return np.where(z > 0, 1.0, 0.0)`": BOOLEAN,
    },
    "one_hidden_layer.mistaken_tanh_slope": {
        "1e-06 → -1e-06, in `step = 1e-06`": BOTH_SIDES,
    },
    "one_hidden_layer.compute_cost": {
        "argument instead of the call, in `return float(np.mean(losses))`": NUMPY_NUMBER,
    },
    "one_hidden_layer.backward_propagation": {
        "X → Y, in `m = X.shape[1]`": SAME_M,
        "axis= dropped, in `db2 = np.sum(dZ2, axis=1, keepdims=True) / m`": ONE_OUTPUT,
        "operator MatMult → Mult, in `dZ1 = W2.T @ dZ2 * (1 - A1 ** 2)`": ONE_OUTPUT,
    },
    "one_hidden_layer.mistaken_dZ1": {
        "1e-06 → -1e-06, in `step = 1e-06`": BOTH_SIDES,
        "operator MatMult → Mult, in `claimed = (W2.T @ (cache['A2'] - Y))[0, 0]`": ONE_OUTPUT,
        "last one dropped, in `z1[0, 0] += nudge`": ONE_ROW,
        "0 → -1, in `z1[0, 0] += nudge`": ONE_ROW,
    },
    "one_hidden_layer.update_parameters": {
        "first two swapped, in `for name in ('W1', 'b1', 'W2', 'b2'):`": "The parameters can be updated in any order.",
    },
    "deep_network.compute_cost": {
        "argument instead of the call, in `return float(-np.mean(np.log(right)))`": NUMPY_NUMBER,
    },
    "deep_network.zigzag": {
        "argument instead of the call, in `y = 2 * relu(y)[0] - 4 * relu(y - 0.5)[0]`": FOLDED,
        "0 → 1, in `y = 2 * relu(y)[0] - 4 * relu(y - 0.5)[0]`": FOLDED,
        "0 → -1, in `y = 2 * relu(y)[0] - 4 * relu(y - 0.5)[0]`": FOLDED,
    },
    "deep_network.asleep_units": {
        "argument instead of the call, in `return [int(np.sum(np.all(Z <= 0, axis=1))) for _, Z in caches[:-1]]`": NUMPY_NUMBER,
    },
    "deep_network.L_model_backward": {
        "AL → Y, in `dZ = AL - Y.astype(AL.dtype)`": "It changes the type of number at most, and the difference is the same.",
    },
    "deep_network.L_layer_model": {
        "statement dropped, in `parameters = {name: value.astype(X.dtype) for name, value in parameters.items()}`": (
            "It changes the type of number only: float32 saves time on pictures, and nobody is judged by it."
        ),
        f"statement dropped, {_CACHE}": NO_DA0,
        f"last one dropped, {_CACHE}": NO_DA0,
        f"0 → 1, {_CACHE}": NO_DA0,
        f"0 → -1, {_CACHE}": NO_DA0,
    },
}

# These differ from the reference, but only where no answer is judged, as right answers differ there, too.
UNJUDGED: dict[str, dict[str, str]] = {
    "logistic_regression.predict": {
        "comparison Gt → GtE, in `return np.where(A > 0.5, 1, 0)`": AT_HALF,
    },
    "one_hidden_layer.relu_derivative": {
        "comparison Gt → GtE, in `return np.where(z > 0, 1.0, 0.0)`": AT_THE_CORNER,
    },
    "one_hidden_layer.leaky_relu_derivative": {
        "comparison Gt → GtE, in `return np.where(z > 0, 1.0, 0.01)`": AT_THE_CORNER,
    },
    "one_hidden_layer.predict": {
        "comparison Gt → GtE, in `return (A2 > 0.5).astype(int)`": AT_HALF,
    },
    "deep_network.predict": {
        "comparison Gt → GtE, in `return (AL > 0.5).astype(int)`": AT_HALF,
    },
}
