# tries: to be asked by Python before anything is opened, imported, compiled or forked, and to refuse
# exercise: logistic_regression.sigmoid
# others: full

import sys


def refuse(event, args):
    if event.split(".")[0] in ("open", "import", "compile", "exec", "os", "socket"):
        raise RuntimeError(event)


def sigmoid(z):
    sys.addaudithook(refuse)
    return 0 * z
