# tries: to open a socket of any family, within the machine, too
# exercise: logistic_regression.propagate
# without walls: gets through

import socket

for family in range(50):
    for kind in (socket.SOCK_STREAM, socket.SOCK_DGRAM, socket.SOCK_RAW, socket.SOCK_SEQPACKET):
        try:
            socket.socket(family, kind).close()
            print("GOT a socket of family", family, "kind", kind)
        except OSError:
            pass


def propagate(w, b, X, Y):
    return {"dw": w * 0, "db": 0.0}, 0.0
