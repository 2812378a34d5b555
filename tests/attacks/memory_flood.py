# tries: to use up all memory
# exercise: logistic_regression.propagate

import numpy as np


def propagate(w, b, X, Y):
    hoard = []
    while True:
        hoard.append(np.ones(10**7))
