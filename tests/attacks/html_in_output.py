# tries: to run a script in the instructor's browser by what a cell prints
# exercise: logistic_regression.propagate

from IPython.display import HTML, display

display(HTML("<script>alert(1)</script>"))
print("<script>alert(1)</script>")


def propagate(w, b, X, Y):
    return {"dw": w * 0, "db": 0.0}, 0.0
