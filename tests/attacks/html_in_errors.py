# tries: to run a script in the instructor's browser by an error message
# exercise: logistic_regression.propagate

def propagate(w, b, X, Y):
    raise ValueError("<script>alert(1)</script><img src=x onerror=alert(1)>")
