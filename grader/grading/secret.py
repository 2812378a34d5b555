"""Secret cases: which of 64 case sets a student's assignment is graded on, the same wherever the course's key is.

The key lies in grading/, which git ignores. Who has it can repeat every grade; who has not cannot foresee a case.
"""

from __future__ import annotations

import contextlib
import hashlib
import hmac
import os
import secrets
from pathlib import Path

from grader.judging.errors import CourseError

SETS = 64
KEY, FINGERPRINT = "course.key", "course.key.fingerprint"  # beside the gradebook


class KeyProblem(CourseError):
    """The course's key is gone, or is not the one with which earlier grades were given."""


def course_key(root: Path) -> bytes:
    """The key of the course in `root`, made on first use: root/grading/course.key, 32 bytes in hexadecimal digits.

    KeyProblem: there is no key, another one, or one that cannot be read, and the recorded fingerprint says that there was one.
    """
    folder = root / "grading"
    path, record = folder / KEY, folder / FINGERPRINT
    was_recorded = record.exists()  # asked first: the key is written before its record, perhaps by a command beside this one
    if not path.exists():
        if was_recorded:
            raise KeyProblem(f"{path} is gone, and grades have been given with it. {_ways_out(path, record)}")
        folder.mkdir(parents=True, exist_ok=True)
        _write_once(path, secrets.token_hex(32), 0o600)
    key = _read(path, record)
    _write_once(record, fingerprint(key), 0o644)
    if record.read_text(encoding="ascii").strip() != fingerprint(key):
        raise KeyProblem(f"{path} is not the key with which earlier grades were given. {_ways_out(path, record)}")
    return key


def fingerprint(key: bytes) -> str:
    """Tells keys apart, and says nothing about the key itself."""
    return hashlib.sha256(b"fingerprint of a course key" + key).hexdigest()[:16]


def case_seed(key: bytes, student: str, assignment: str) -> int:
    """The seed of one student's cases in one assignment: one of 64 that nobody can guess without the key."""
    return set_seeds(key)[_digest(key, "student", student, assignment) % SETS]


def set_seeds(key: bytes) -> list[int]:
    """The seeds of all 64 case sets of a course."""
    return [_digest(key, "set", str(number)) >> 208 for number in range(SETS)]  # 48 bits


def _digest(key: bytes, *words: str) -> int:
    """HMAC-SHA256 of words, as a number. The zero byte between them cannot stand in a name."""
    return int.from_bytes(hmac.digest(key, "\0".join(words).encode(), "sha256"))


def _write_once(path: Path, text: str, mode: int) -> None:
    """Write a file whole or not at all, and never over one that is there, not even if two commands begin together."""
    draft = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
    with open(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode), "w", encoding="ascii") as file:
        file.write(text + "\n")
    with contextlib.suppress(FileExistsError):
        os.link(draft, path)
    draft.unlink()


def _read(path: Path, record: Path) -> bytes:
    try:
        key = bytes.fromhex(path.read_text(encoding="ascii"))
    except ValueError:
        key = b""
    if len(key) != 32:
        raise KeyProblem(f"{path} does not hold 64 hexadecimal digits. {_ways_out(path, record)}")
    return key


def _ways_out(path: Path, record: Path) -> str:
    return (
        f"Put the old {path.name} back from a copy of grading/: every grade can be repeated then. If it is lost, or you want "
        f"another: delete {path.name} and {record.name}. A new key is made, and every student gets other cases from then on."
    )
