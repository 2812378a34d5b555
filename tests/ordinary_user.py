"""Run a command as a user who owns nothing, however closed the folders around the course are."""

import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from conftest import ROOT

USER = 65534


def closed_folder(path: str) -> str:
    """The first folder on the way to `path` that an ordinary user cannot pass, "" if there is none."""
    way = [*reversed(Path(path).parents), Path(path)]
    return next((str(folder) for folder in way if not folder.stat().st_mode & 0o001), "")


def opened(paths: list[str]) -> str:
    """Shell commands that let an ordinary user read `paths`, in mounts of one's own."""
    lines = ["set -e", "mount --make-rprivate /"]
    behind = {path: closed_folder(path) for path in paths if closed_folder(path)}
    for number, path in enumerate(behind):
        lines.append(f'mkdir -p "$HOLD/{number}" && mount --rbind {shlex.quote(path)} "$HOLD/{number}"')
    for folder in dict.fromkeys(behind.values()):
        lines.append(f"mount -t tmpfs -o mode=755 tmpfs {shlex.quote(folder)}")
    for number, path in enumerate(behind):
        lines.append(f'mkdir -p {shlex.quote(path)} && mount --move "$HOLD/{number}" {shlex.quote(path)}')
    return "\n".join(lines)


def as_ordinary_user(command: list[str], at: Path = ROOT, group: int = USER) -> subprocess.CompletedProcess:
    """Run a command in a folder as a user, of a group, who owns nothing but an empty home.

    pytest.skip where that cannot be done.
    """
    home = tempfile.mkdtemp(prefix="ordinary-")
    hold = tempfile.mkdtemp(prefix="hold-")
    try:
        os.chown(home, USER, USER)
        become = ["setpriv", f"--reuid={USER}", f"--regid={group}", "--clear-groups", "--bounding-set=-all", "--inh-caps=-all"]
        paths = dict.fromkeys([sys.base_prefix, sys.prefix, str(ROOT), str(at)])
        script = f"{opened([*paths])}\ncd {shlex.quote(str(at))}\nexec {shlex.join(become)} "
        environment = {**os.environ, "HOME": home, "TMPDIR": home, "HOLD": hold, "PYTHONDONTWRITEBYTECODE": "1"}
        unshare = ["unshare", "--mount", "sh", "-c"]

        def run(what: list[str]) -> subprocess.CompletedProcess:
            whole = [*unshare, script + shlex.join(what)]
            return subprocess.run(whole, env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True)

        if (trial := run(["bwrap", "--unshare-user", "--ro-bind", "/", "/", sys.executable, "-c", ""])).returncode:
            pytest.skip(f"an ordinary user cannot start bubblewrap here: {trial.stderr.strip()[-300:]}")
        return run(command)
    finally:
        shutil.rmtree(home, ignore_errors=True)
        shutil.rmtree(hold, ignore_errors=True)
