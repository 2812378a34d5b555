"""The walls themselves: which system calls pass, that nothing starts where they cannot be had, what a session leaves."""

import functools
import json
import os
import re
import shutil
import struct
import subprocess
from pathlib import Path

import pytest

from grader.grading.sandbox import outside, syscalls, view, walls
from grader.grading.sandbox.outside import Limits, can_isolate

HEADERS = {
    "x86_64": "/usr/include/x86_64-linux-gnu/asm/unistd_64.h",
    "aarch64": "/usr/include/asm-generic/unistd.h",
}
needs_bubblewrap = pytest.mark.skipif(not can_isolate(), reason="bubblewrap is not there or does not work")


@pytest.mark.parametrize("machine", HEADERS)
def test_the_numbers_of_system_calls_are_the_kernels(machine):
    header = Path(HEADERS[machine])
    if not header.exists():
        pytest.skip(f"{header} is not there: it comes with the kernel's headers (linux-libc-dev)")
    lines = re.findall(r"^#define __NR(?:3264)?_(\w+)\s+(\d+)$", header.read_text(), re.MULTILINE)
    known = {name: int(number) for name, number in lines}
    known.setdefault("newfstatat", known.get("fstatat"))
    assert {name: known.get(name) for name in syscalls.numbers(machine)} == syscalls.numbers(machine)


@pytest.mark.parametrize("machine", syscalls.MACHINES)
def test_no_call_is_allowed_that_reaches_the_network_others_or_uncounted_memory(machine):
    forbidden = r"socket|bind|connect|listen|accept\d?|sendmsg|recvmsg|setsockopt|.*memfd.*|shm.*|sem.*|msg.*|mq_.*|io_.*|.*key.*"
    forbidden += r"|ptrace|process_.*|pidfd.*|unshare|setns|clone3|.*mount.*|bpf|userfaultfd|perf.*|kexec.*|.*handle.*"
    forbidden += r"|.*module|prctl|seccomp"
    assert not [name for name in syscalls.numbers(machine) if re.fullmatch(forbidden, name) and name != "msync"]


@functools.cache
def steps_of(machine: str) -> list[tuple[int, ...]]:
    return list(struct.iter_unpack("=HBBI", syscalls.program(machine)))


def verdict(machine: str, number: int, *arguments: int, architecture: int | None = None) -> int:
    """What the filter says of a call: the kernel's interpreter, in Python."""
    steps = steps_of(machine)
    data = struct.pack("=IIQ6Q", number, architecture or syscalls.MACHINES[machine][1], 0, *(*arguments, *[0] * 6)[:6])
    value, at = 0, 0
    while True:
        operation, true, false, operand = steps[at]
        at += 1
        if operation == syscalls.LOAD:
            value = int.from_bytes(data[operand : operand + 4], "little")
        elif operation == syscalls.AND:
            value &= operand
        elif operation == syscalls.RETURN:
            return operand
        else:
            at += true if (value == operand if operation == syscalls.EQUAL else value >= operand) else false


@pytest.mark.parametrize("machine", syscalls.MACHINES)
def test_exactly_the_calls_of_the_list_pass(machine):
    numbers = syscalls.numbers(machine)
    plain = {number for name, number in numbers.items() if name not in syscalls.IF}
    passing = {number for number in range(1024) if verdict(machine, number) == syscalls.ALLOW}
    assert passing - {numbers["clone"], numbers["mmap"]} == plain
    assert verdict(machine, numbers["clone"], 0x00050F00) == syscalls.ALLOW  # a thread
    assert verdict(machine, numbers["clone"], 0x10000011) != syscalls.ALLOW  # a process that is root in a namespace of its own
    assert verdict(machine, numbers["mmap"], 0, 4096, 3, 0x22) == syscalls.ALLOW  # memory
    assert verdict(machine, numbers["mmap"], 0, 4096, 3, 0x21) != syscalls.ALLOW  # shared memory
    assert verdict(machine, numbers["socketpair"], 1) == syscalls.ALLOW
    assert verdict(machine, numbers["socketpair"], 2) != syscalls.ALLOW


@pytest.mark.parametrize("machine", syscalls.MACHINES)
def test_calls_of_another_machine_or_of_x32_do_not_pass(machine):
    read = syscalls.numbers(machine)["read"]
    assert verdict(machine, read, architecture=0x40000003) == syscalls.KILL
    assert verdict(machine, 0x40000000 | read) != syscalls.ALLOW


def test_a_machine_whose_calls_are_not_known_has_no_walls(monkeypatch):
    monkeypatch.setattr(syscalls, "MACHINES", {})
    assert "are not known on" in outside.why_open.__wrapped__()
    with pytest.raises(OSError, match="no list of system calls"):
        syscalls.program("riscv64")


@needs_bubblewrap
@pytest.mark.parametrize("calls", ["", "00", "00" * 8])
def test_no_submission_is_run_where_the_filter_cannot_be_had(calls):
    settings = outside._settings(Limits(), (), view.SCRATCH) | {"calls": calls}
    trial = ["-I", f"{view.COURSE}/grader/grading/sandbox/walls.py", json.dumps(settings)]
    with view.shut_in(trial) as (command, fds):
        assert subprocess.run(command, pass_fds=fds, capture_output=True).returncode != 0


def test_what_lies_in_a_scratch_folder_is_deleted_whatever_it_is(tmp_path):
    folder, outer = tmp_path / "scratch", tmp_path / "outer"
    outer.mkdir()
    (outer / "kept").touch()
    before = os.getcwd()
    try:
        folder.mkdir()
        os.chdir(folder)
        for _ in range(300):
            os.mkdir("deeper")
            os.chdir("deeper")
        (folder / "closed" / "inside").mkdir(parents=True)
        (folder / "closed" / "inside" / "file").touch()
        (folder / "closed" / "link").symlink_to(outer)
        (folder / "link").symlink_to(outer)
        os.mkfifo(folder / "pipe")
        (folder / os.fsdecode(b"\xff\n")).touch()
        (folder / "closed" / "inside").chmod(0)
        (folder / "closed").chmod(0)
        folder.chmod(0)
        walls.empty(str(folder))
        assert os.listdir(folder) == []
        assert (outer / "kept").exists()
    finally:
        os.chdir(before)
        subprocess.run(["chmod", "-R", "u+rwx", str(folder)], check=False)
        shutil.rmtree(folder, ignore_errors=True)
