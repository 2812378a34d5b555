# tries: to use up all memory a little in each of many processes
# exercise: logistic_regression.propagate

import os
import time

import numpy as np


def propagate(w, b, X, Y):
    for _ in range(20):
        if os.fork() == 0:
            hoard = np.ones(5 * 10**7)
            time.sleep(60)
            os._exit(int(hoard[0]))
    time.sleep(60)
