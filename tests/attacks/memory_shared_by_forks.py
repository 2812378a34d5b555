# tries: to hold memory that is shared by forks and mapped by none that is looked at
# exercise: logistic_regression.propagate
# without walls: gets through

import mmap
import os

import numpy as np

for number in range(6):
    try:
        shared = mmap.mmap(-1, 20 * 2**20)  # a fork has it mapped without having touched it
    except OSError:
        shared = None
    try:
        zero = os.open("/dev/zero", os.O_RDWR)
        np.frombuffer(mmap.mmap(zero, 20 * 2**20), np.uint8)[:] = 1
        print("GOT shared memory of /dev/zero")
    except OSError:
        pass
    if shared:
        np.frombuffer(shared, np.uint8)[:] = 1
        print("GOT shared memory of no file")


def propagate(w, b, X, Y):
    return {"dw": w * 0, "db": 0.0}, 0.0
