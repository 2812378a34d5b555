# tries: to print without end
# exercise: logistic_regression.propagate

import os
import sys

for _ in range(3000):
    print("x" * 10000)
    sys.stderr.write("y" * 10000)
    os.write(1, b"z" * 10000)


def propagate(w, b, X, Y):
    for _ in range(2000):
        print("x" * 10000)
    return {"dw": w * 0, "db": 0.0}, 0.0
