# tries: to fill the disk with files of many sizes: with holes, preallocated, deleted but open
# exercise: logistic_regression.propagate
# without walls: gets through

import os

held, total = [], 0
for size in (2**50, 2**40, 2**33):
    try:
        with open("sparse", "wb") as file:
            file.truncate(size)
        print("GOT a file of", size)
    except OSError:
        pass
try:
    for number in range(40):
        fd = os.open(f"deleted-{number}", os.O_RDWR | os.O_CREAT)
        os.unlink(f"deleted-{number}")
        os.posix_fallocate(fd, 0, 8 * 2**20)
        held.append(fd)
        total += 8 * 2**20
except OSError:
    pass
if total > 64 * 2**20:
    print("GOT", total, "bytes of disk")


def propagate(w, b, X, Y):
    return {"dw": w * 0, "db": 0.0}, 0.0
