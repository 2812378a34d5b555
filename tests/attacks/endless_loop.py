# tries: nothing evil: a loop that never ends
# exercise: logistic_regression.propagate

def propagate(w, b, X, Y):
    while True:
        b = b + 1
