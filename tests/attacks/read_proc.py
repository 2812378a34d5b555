# tries: to read the memory and the environment of other processes
# exercise: logistic_regression.propagate

import os


def propagate(w, b, X, Y):
    for name in ("/proc/1/environ", "/proc/1/mem", "/proc/self/environ", f"/proc/{os.getppid()}/mem", "/proc/1/root/etc/shadow"):
        try:
            with open(name, "rb") as file:
                file.read(100)
        except OSError:
            pass
    return {"dw": w * 0, "db": 0.0}, 0.0
