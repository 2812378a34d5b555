# tries: to leave in the scratch folder what cannot be deleted: deep, closed, blocking
# exercise: logistic_regression.propagate
# others: full

import os
import signal
import stat


def propagate(w, b, X, Y):
    signal.alarm(0)
    top = os.getcwd()
    for _ in range(700):
        os.mkdir("deeper")
        os.chdir("deeper")
    os.chdir(top)
    for name in ("closed", "closed/inside", "closed/inside/more"):
        os.mkdir(name)
        open(name + "/file", "w").close()
    for name in ("closed/inside/more/file", "closed/inside/more", "closed/inside", "closed"):
        os.chmod(name, 0)
    os.symlink("/", "everything")
    os.symlink("circle", "circle")
    for name in ("pipe", "\udcff", "-rf", " ", "line\nbreak", "x" * 255):
        try:
            os.mknod(name, stat.S_IFIFO | 0o600)
        except OSError:
            open(name, "w").close()
    try:
        for number in range(10**6):
            open(f"file-{number}", "w").close()
    except OSError:
        pass
    os.chmod(top, 0)
    return {"dw": w * 0, "db": 0.0}, 0.0
