# tries: to be busy where no Python signal handler is ever called
# exercise: logistic_regression.propagate

import signal

signal.signal(signal.SIGALRM, signal.SIG_IGN)


def propagate(w, b, X, Y):
    signal.signal(signal.SIGALRM, signal.SIG_IGN)
    return sum(range(10**14)), (10**10**8) ** 7
