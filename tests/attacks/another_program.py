# tries: to have programs of the system do what Python must not
# exercise: logistic_regression.propagate

import subprocess
import sys

for command in (
    ["unshare", "--user", "--map-root-user", "true"],
    ["unshare", "--net", "true"],
    ["mount", "-t", "tmpfs", "none", "/dev"],
    ["umount", "/proc"],
    ["su", "-c", "true"],
    ["chroot", "/", "true"],
    ["ipcmk", "--shmem", "1000000"],
    ["dmesg"],
    ["setpriv", "--reuid=0", "true"],
    [sys.executable, "-I", "-c", "import socket; socket.socket()"],
    [sys.executable, "-I", "-c", "import os; os.memfd_create('x')"],
    ["bwrap", "--ro-bind", "/", "/", "--unshare-all", "true"],
):
    try:
        if subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, timeout=2).returncode == 0:
            print("GOT", command)
    except (OSError, subprocess.TimeoutExpired):
        pass


def propagate(w, b, X, Y):
    return {"dw": w * 0, "db": 0.0}, 0.0
