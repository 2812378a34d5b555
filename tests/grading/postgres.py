"""A PostgreSQL server of the test's own, on loopback, in a temporary folder, by an ordinary user."""

from __future__ import annotations

import contextlib
import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

# Debian keeps initdb and pg_ctl beside the versions' other programs, and not on PATH.
INITDB = [*map(str, sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))), shutil.which("initdb")]
FOLDERS = [Path(path).parent for path in INITDB if path]
MISSING = "" if FOLDERS else "no PostgreSQL here (Debian, Ubuntu: apt-get install postgresql)"


def _run(*words: object, **how: object) -> None:
    """As an ordinary user: PostgreSQL refuses root."""
    who = {"user": "nobody", "group": "nogroup", "extra_groups": []} if os.geteuid() == 0 else {}
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.PIPE, "text": True}
    done = subprocess.run([str(word) for word in words], **quiet, **who, **how)
    assert done.returncode == 0, done.stderr


@contextlib.contextmanager
def server() -> Iterator[str]:
    """Start a server. → the URL of an empty database, with a password."""
    room = Path(tempfile.mkdtemp(prefix="postgres-"))
    if os.geteuid() == 0:
        shutil.chown(room, "nobody", "nogroup")
    data, programs = room / "data", FOLDERS[-1]
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    password = room / "password"
    password.write_text("pass word/%\n")
    password.chmod(0o644)
    try:
        settings = ("-U", "teacher", "--pwfile", password, "-A", "scram-sha-256", "-E", "UTF8")
        _run(programs / "initdb", "-D", data, *settings, cwd=room)
        options = f"-p {port} -h 127.0.0.1 -k '{room}' -c fsync=off"
        _run(programs / "pg_ctl", "-D", data, "-w", "-l", room / "log", "-o", options, "start", cwd=room)
        try:
            yield f"postgresql+psycopg://teacher:pass word%2F%25@127.0.0.1:{port}/postgres"
        finally:
            _run(programs / "pg_ctl", "-D", data, "-m", "immediate", "-w", "stop", cwd=room)
    finally:
        shutil.rmtree(room, ignore_errors=True)
