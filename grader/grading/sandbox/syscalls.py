"""Which system calls a submission may make: what NumPy, plots, files of its own, threads and processes need. All others fail.

So there is no network, not even within the machine (no socket can be made), no memory that outlives or escapes the count of
a process's memory (shared memory, message queues, memfd, io_uring, keyrings),
no look into other processes (ptrace, process_vm_readv), no new namespaces or mounts, and no call that a later kernel brings.

It is a list of what is allowed, because the kernel's list grows. The filter is a classic BPF program, see seccomp(2). It is
assembled here: the libraries that do it (libseccomp, pyseccomp) would have to be on the machine, and bring far more than this.
"""

from __future__ import annotations

import errno
import struct
from collections.abc import Iterable, Sequence

MACHINES = {"x86_64": (0, 0xC000003E), "aarch64": (1, 0xC00000B7)}  # column of numbers below, AUDIT_ARCH of linux/audit.h
NAMESPACES = 0x7E020000  # CLONE_NEWNS, -CGROUP, -UTS, -IPC, -USER, -PID, -NET of linux/sched.h
SHARED_WITHOUT_FILE = 0x21  # MAP_SHARED | MAP_ANONYMOUS of linux/mman.h: no process's size would show it
AF_UNIX = 1

# Calls that depend on one argument: name → (which, bits that are looked at, what they must be or must not be, must).
IF = {
    "clone": (0, NAMESPACES, 0, True),
    "mmap": (3, SHARED_WITHOUT_FILE, SHARED_WITHOUT_FILE, False),
    "socketpair": (0, 0xFFFFFFFF, AF_UNIX, True),
}
# Each with its number on x86_64 and on aarch64, from the kernel's asm/unistd_64.h and asm-generic/unistd.h.
ALLOWED = """
# files, below the mounts that are there
read 0 63, write 1 64, open 2 -, openat 257 56, openat2 437 437, creat 85 -, close 3 57, close_range 436 436, stat 4 -,
fstat 5 80, lstat 6 -, newfstatat 262 79, statx 332 291, access 21 -, faccessat 269 48, faccessat2 439 439, lseek 8 62,
pread64 17 67, pwrite64 18 68, readv 19 65, writev 20 66, preadv 295 69, pwritev 296 70, preadv2 327 286, pwritev2 328 287,
dup 32 23, dup2 33 -, dup3 292 24, fcntl 72 25, flock 73 32, fsync 74 82, fdatasync 75 83, truncate 76 45, ftruncate 77 46,
fallocate 285 47, fadvise64 221 223, readahead 187 213, sync_file_range 277 84, getdents 78 -, getdents64 217 61, getcwd 79 17,
chdir 80 49, fchdir 81 50, rename 82 -, renameat 264 38, renameat2 316 276, mkdir 83 -, mkdirat 258 34, rmdir 84 -, link 86 -,
linkat 265 37, unlink 87 -, unlinkat 263 35, symlink 88 -, symlinkat 266 36, readlink 89 -, readlinkat 267 78, chmod 90 -,
fchmod 91 52, fchmodat 268 53, umask 95 166, utime 132 -, utimes 235 -, futimesat 261 -, utimensat 280 88, statfs 137 43,
fstatfs 138 44, getxattr 191 8, lgetxattr 192 9, fgetxattr 193 10, listxattr 194 11, llistxattr 195 12, flistxattr 196 13,
sendfile 40 71, copy_file_range 326 285, ioctl 16 29
# waiting for a file, pipes
pipe 22 -, pipe2 293 59, select 23 -, pselect6 270 72, poll 7 -, ppoll 271 73, epoll_create 213 -, epoll_create1 291 20,
epoll_ctl 233 21, epoll_wait 232 -, epoll_pwait 281 22, epoll_pwait2 441 441, eventfd 284 -, eventfd2 290 19
# memory of its own
mmap 9 222, munmap 11 215, mprotect 10 226, mremap 25 216, msync 26 227, brk 12 214, madvise 28 233, mincore 27 232,
membarrier 324 283
# threads and processes of its own
clone 56 220, fork 57 -, vfork 58 -, execve 59 221, exit 60 93, exit_group 231 94, wait4 61 260, waitid 247 95, kill 62 129,
tkill 200 130, tgkill 234 131, getpid 39 172, getppid 110 173, gettid 186 178, getpgid 121 155, getpgrp 111 -, getsid 124 156,
setsid 112 157, setpgid 109 154, getuid 102 174, geteuid 107 175, getgid 104 176, getegid 108 177, getresuid 118 148,
getresgid 120 150, getgroups 115 158, uname 63 160, sysinfo 99 179, times 100 153, getrusage 98 165, getrlimit 97 163,
setrlimit 160 164, prlimit64 302 261, getpriority 140 141, sched_yield 24 124, sched_getaffinity 204 123,
sched_setaffinity 203 122, sched_getparam 143 121, sched_getscheduler 145 120, sched_get_priority_max 146 125,
sched_get_priority_min 147 126, getcpu 309 168, futex 202 98, futex_waitv 449 449, set_tid_address 218 96,
set_robust_list 273 99, get_robust_list 274 100, rseq 334 293, arch_prctl 158 -, restart_syscall 219 128
# signals and time
rt_sigaction 13 134, rt_sigprocmask 14 135, rt_sigreturn 15 139, rt_sigsuspend 130 133, rt_sigtimedwait 128 137,
rt_sigpending 127 136, sigaltstack 131 132, alarm 37 -, pause 34 -, setitimer 38 103, getitimer 36 102, nanosleep 35 101,
clock_nanosleep 230 115, clock_gettime 228 113, clock_getres 229 114, gettimeofday 96 169, time 201 -, getrandom 318 278
# the connection that it has, and pairs of sockets for an event loop
socketpair 53 199, sendto 44 206, recvfrom 45 207, shutdown 48 210, getsockname 51 204, getpeername 52 205, getsockopt 55 209
"""

LOAD, AND, EQUAL, AT_LEAST, RETURN = 0x20, 0x54, 0x15, 0x35, 0x06  # BPF_LD|BPF_W|BPF_ABS … of linux/filter.h
KILL, ALLOW, REFUSE = 0x80000000, 0x7FFF0000, 0x00050000  # SECCOMP_RET_* of linux/seccomp.h; REFUSE with the errno
NUMBER, ARCHITECTURE, ARGUMENTS = 0, 4, 16  # places in struct seccomp_data; low halves of arguments come first on both machines


def numbers(machine: str) -> dict[str, int]:
    """name → number of each allowed call. OSError for a machine whose numbers are not known here."""
    if machine not in MACHINES:
        raise OSError(errno.ENOSYS, f"no list of system calls for {machine}")
    column, _ = MACHINES[machine]
    calls = (call.split() for line in ALLOWED.splitlines() if line[:1] != "#" for call in line.split(",") if call)
    return {name: int(own[column]) for name, *own in calls if own[column] != "-"}


def program(machine: str) -> bytes:
    """The filter, an array of struct sock_filter."""
    allowed = numbers(machine)
    conditions = {allowed.pop(name): condition for name, condition in IF.items()}
    steps = [(LOAD, 0, 0, ARCHITECTURE), (EQUAL, 1, 0, MACHINES[machine][1]), (RETURN, 0, 0, KILL), (LOAD, 0, 0, NUMBER)]
    for number, condition in conditions.items():
        steps += _on_condition(number, *condition)
    for first, last in _ranges(allowed.values()):
        steps += [(AT_LEAST, 0, 2, first), (AT_LEAST, 1, 0, last + 1), (RETURN, 0, 0, ALLOW)]
    steps += [(RETURN, 0, 0, REFUSE | errno.ENOSYS)]  # as on a kernel without it: libraries know another way
    return b"".join(struct.pack("=HBBI", *step) for step in steps)


def _on_condition(number: int, which: int, bits: int, value: int, must: bool) -> Sequence[tuple[int, int, int, int]]:
    """Steps that decide on one call by its argument. A step: operation, steps to skip if true, if false, operand."""
    verdicts = [REFUSE | errno.EPERM, ALLOW]
    return [
        (EQUAL, 0, 5, number),
        (LOAD, 0, 0, ARGUMENTS + 8 * which),
        (AND, 0, 0, bits),
        (EQUAL, 0, 1, value),
        (RETURN, 0, 0, verdicts[must]),
        (RETURN, 0, 0, verdicts[not must]),
    ]


def _ranges(values: Iterable[int]) -> list[tuple[int, int]]:
    """Numbers as ranges, first and last included."""
    ranges: list[tuple[int, int]] = []
    for value in sorted(values):
        if ranges and ranges[-1][1] == value - 1:
            ranges[-1] = (ranges[-1][0], value)
        else:
            ranges.append((value, value))
    return ranges
