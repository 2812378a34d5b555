# tries: to overflow the stack
# exercise: logistic_regression.propagate

import sys

sys.setrecursionlimit(10**9)


def propagate(w, b, X, Y):
    return propagate(w, b, X, Y)
