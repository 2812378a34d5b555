# tries: nothing evil: a cell that never ends
# exercise: logistic_regression.propagate

def propagate(w, b, X, Y):
    return {"dw": w * 0, "db": 0.0}, 0.0


while True:
    pass
