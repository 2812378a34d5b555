"""The walls around a submission's process: namespaces, mounts, limits; what it holds, and clearing what it leaves.

It needs Linux; what needs more than that is bubblewrap's.

Run as a file, inside bubblewrap, it tries them out: python walls.py SETTINGS fails where they cannot be had.
"""

from __future__ import annotations

import contextlib
import ctypes
import json
import os
import resource
import signal
import stat
import sys

CLONE = {"mount": 0x00020000, "ipc": 0x08000000, "user": 0x10000000, "pid": 0x20000000}
MS_RDONLY, MS_NOSUID, MS_NODEV, MS_BIND = 1, 2, 4, 4096
PR_SET_DUMPABLE, PR_SET_SECCOMP, PR_CAPBSET_DROP, PR_SET_NO_NEW_PRIVS = 4, 22, 24, 38
SECCOMP_MODE_FILTER = 2
FILES = 64  # that a process may have open
SOCKET = 212_992 + 2**16  # bytes that may wait in a socket (net.core.wmem_default), and what comes with them
MOST_FILES = 2000  # in a scratch folder


def enter_namespaces(user: int) -> None:
    """An ordinary user, with its own processes, mounts and shared memory. OSError where the system refuses.

    Of the network bubblewrap has left nothing, and a network of its own would take milliseconds.
    """
    libc = ctypes.CDLL(None, use_errno=True)
    if os.getuid() == 0:
        os.setgroups([])
        os.setresgid(user, user, user)
        os.setresuid(user, user, user)
        libc.prctl(PR_SET_DUMPABLE, 1, 0, 0, 0)
    uid, gid = os.getuid(), os.getgid()
    _must(libc.unshare(sum(CLONE.values())), "unshare")
    for name, text in (("setgroups", "deny"), ("uid_map", f"{uid} {uid} 1"), ("gid_map", f"{gid} {gid} 1")):
        with open(f"/proc/self/{name}", "w") as file:
            file.write(text)


def confine(settings: dict) -> None:
    """Limits on everything that a submission could use up, and nowhere to write but its scratch folder."""
    os.setsid()
    for name in ("SIGINT", "SIGTERM"):
        signal.signal(getattr(signal, name), signal.SIG_DFL)
    if settings["isolated"]:
        _private_mounts(settings["scratch"], settings["scratch_bytes"], settings["hidden"])
    os.chdir(settings["scratch"])
    limits = {
        "AS": settings["memory"],
        "CPU": settings["cpu"],
        "FSIZE": settings["scratch_bytes"],
        "NOFILE": FILES,
        "CORE": 0,
        "MEMLOCK": 0,
    }
    if settings["isolated"]:
        limits["NPROC"] = settings["processes"]  # counted in the user's own namespace
    for name, value in limits.items():
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(getattr(resource, f"RLIMIT_{name}"), (value, value))
    null = os.open(os.devnull, os.O_RDWR)
    for fd in (0, 1, 2):
        os.dup2(null, fd)
    os.close(null)
    if settings["isolated"]:
        _filter_calls(bytes.fromhex(settings["calls"]))


class _Program(ctypes.Structure):
    """struct sock_fprog: how many steps, and where they are."""

    _fields_ = (("length", ctypes.c_ushort), ("steps", ctypes.c_char_p))


def _filter_calls(program: bytes) -> None:
    """From here on only the system calls that `program` allows, see syscalls.py; for all processes started from here, too."""
    libc = ctypes.CDLL(None, use_errno=True)
    told = _Program(len(program) // 8, program)
    _must(libc.prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, ctypes.byref(told), 0, 0), "filter of system calls")


def _private_mounts(scratch: str, size: int, hidden: list[str]) -> None:
    libc = ctypes.CDLL(None, use_errno=True)
    flags = MS_NOSUID | MS_NODEV
    for folder, bytes_, more in ((scratch, size, 0), ("/dev/shm", 2**20, 0), ("/proc", 2**12, MS_RDONLY)):
        # an empty /proc: the real one shows the warm process
        options = f"size={bytes_},nr_inodes={MOST_FILES},mode=0700".encode()
        _must(libc.mount(b"tmpfs", folder.encode(), b"tmpfs", flags | more, options), f"mount {folder}")
    for path in filter(os.path.exists, hidden):  # what has been imported before, and is not to be read
        empty = (b"tmpfs", b"tmpfs", flags) if os.path.isdir(path) else (b"/dev/null", None, MS_BIND)
        _must(libc.mount(empty[0], path.encode(), *empty[1:], None), f"mount {path}")
    for capability in range(64):
        libc.prctl(PR_CAPBSET_DROP, capability, 0, 0, 0)
    header, nothing = (ctypes.c_uint32 * 2)(0x20080522, 0), (ctypes.c_uint32 * 6)()
    _must(libc.capset(header, nothing), "capset")
    libc.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)


def memory() -> int:
    """Bytes held by every process in sight but the warm one.

    What forks share is counted for each of them. What is in no process's own memory is bounded elsewhere: files by the size of
    the scratch folder, pairs of sockets by the number of open files (here at their most); other ways are refused, see syscalls.
    """
    total = 0
    for name in os.listdir("/proc"):
        if name.isdigit() and int(name) != os.getpid():
            with contextlib.suppress(OSError, IndexError, ValueError), open(f"/proc/{name}/status", "rb") as file:
                status = file.read()
                total += sum(1024 * _number(status, field) for field in (b"RssAnon", b"VmSwap"))
                total += _number(status, b"Threads") * FILES * SOCKET
    return total


def _number(status: bytes, field: bytes) -> int:
    """A number from /proc/<process>/status."""
    return int(status.split(b"\n" + field + b":", 1)[1].split(None, 1)[0])


def empty(folder: str) -> None:
    """Delete what lies in the folder, at any depth and without any permission, as far as it can be done."""
    os.chmod(folder, 0o700)
    os.chdir(folder)
    for turn in range(MOST_FILES):
        names = os.listdir(folder)
        if not names:
            break
        for place, name in enumerate(names):
            with contextlib.suppress(OSError):
                _delete(os.path.join(folder, name), os.path.join(folder, f".{turn}.{place}"))


def _delete(path: str, free: str) -> None:
    """Delete a file, or a folder after its folders were moved beside it, under names that begin with `free`."""
    if not stat.S_ISDIR(os.lstat(path).st_mode):
        os.unlink(path)
        return
    os.chmod(path, 0o700)
    for number, inner in enumerate(os.listdir(path)):
        inner = os.path.join(path, inner)
        if stat.S_ISDIR(os.lstat(inner).st_mode):
            os.chmod(inner, 0o700)
            os.rename(inner, f"{free}.{number}")
        else:
            os.unlink(inner)
    os.rmdir(path)


def _must(result: int, what: str) -> None:
    if result != 0:
        raise OSError(ctypes.get_errno(), f"{what}: {os.strerror(ctypes.get_errno())}")


def _in_a_fork(run) -> int:
    """Run in a fork. → its exit code, 1 where something was raised."""
    pid = os.fork()
    if pid:
        return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    code = 1
    with contextlib.suppress(Exception):
        code = run() or 0
    os._exit(code)


def _try_out(settings: dict) -> int:
    enter_namespaces(settings["user"])
    return _in_a_fork(lambda: confine(settings))


if __name__ == "__main__":
    known = json.loads(sys.argv[1])
    sys.exit(_in_a_fork(lambda: _try_out(known)))
