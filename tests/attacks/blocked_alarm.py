# tries: to block the signal that would stop it
# exercise: logistic_regression.propagate

import signal


def propagate(w, b, X, Y):
    signal.pthread_sigmask(signal.SIG_BLOCK, set(signal.valid_signals()))
    signal.setitimer(signal.ITIMER_REAL, 0)
    while True:
        pass
