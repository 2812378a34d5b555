"""What lies in a file that was handed in: a notebook, an archive, or something else that can be named.

Archives are read in memory and nothing is written, so that no path can lead anywhere. All is bounded: what one file and
all together may hold, how many files are looked at, how deep archives lie in archives, how much a file may grow.
"""

from __future__ import annotations

import bz2
import io
import lzma
import re
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import PurePosixPath

from grader.grading import gate
from grader.grading.mend import LARGEST
from grader.learning import beside

LARGEST_FILE = 200 * 2**20  # bytes of one file, as it is or unpacked
LARGEST_ALL = 400 * 2**20  # bytes that are read of one submission
MOST_LISTED = 20_000  # files of an archive or folder
MOST_OPENED = 300  # files whose beginning is looked at
MOST_NOTEBOOKS = 40
LARGEST_KEPT = 3 * LARGEST  # bytes of all notebooks together, without the outputs of large ones
DEEPEST = 3  # archives in one another: a packed tar counts as two
GROWTH, SMALL = 250, 2**24  # a file that grows more than GROWTH times is refused if it gets larger than SMALL
HEAD = 1024  # bytes by which a file is known
MOST_PARTS = 1_000_000  # brackets and commas of a notebook: each costs memory when it is read

LEFT_BEHIND = {".ds_store", "desktop.ini", "thumbs.db"}  # by the systems' own programs
IGNORED = {"__macosx", "__pycache__", ".git", ".venv", "venv", "env", "node_modules", "site-packages"}
STREAMS: tuple[tuple[bytes, Callable], ...] = (
    (b"\x1f\x8b", lambda: zlib.decompressobj(31)),
    (b"BZh", bz2.BZ2Decompressor),
    (b"\xfd7zXZ\x00", lambda: lzma.LZMADecompressor(memlimit=2**27)),
)
PACKED = "which cannot be unpacked here: please hand in the notebook itself, or a zip"
OTHERS = (  # how the file begins, what it is
    (rb"7z\xbc\xaf\x27\x1c", f"a 7z archive, {PACKED}"),
    (rb"Rar!\x1a\x07", f"a RAR archive, {PACKED}"),
    (rb"\x28\xb5\x2f\xfd", f"a Zstandard archive, {PACKED}"),
    (rb"%PDF", "a PDF, not the notebook"),
    (rb"\s*(<!--.*?-->\s*)?<(!doctype\s+html|html|head)", "a web page, not the notebook"),
    (rb"\x89PNG|\xff\xd8\xff|GIF8", "a picture, not the notebook"),
    (rb"\xd0\xcf\x11\xe0|PK\x03\x04.{26}(\[Content_Types\]\.xml|mimetype)", "an Office document, not the notebook"),
    (rb"version https://git-lfs", "a pointer to a file in Git LFS, not the file"),
)


@dataclass(frozen=True)
class Entry:
    """A file that could be read. name: its path in the submission; size: in bytes; read: gives at most so many bytes."""

    name: str
    size: int
    read: Callable[[int], bytes]


@dataclass
class Found:
    """What the files of a submission hold.

    notebooks: name → bytes of whatever may be a notebook; modules: name → text of the Python files beside them;
    notes: what could not be read, and why;
    others: what there is in place of a notebook; left: bytes that may still be read.
    """

    notebooks: dict[str, bytes] = field(default_factory=dict)
    modules: dict[str, str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    others: list[str] = field(default_factory=list)
    left: int = LARGEST_ALL
    opened: int = 0

    def look(self, entries: Iterable[Entry], depth: int = 0) -> None:
        """Look into files, the most promising first."""
        listed = list(islice(entries, MOST_LISTED + 1))
        if len(listed) > MOST_LISTED:
            self.notes.append(f"There are more than {MOST_LISTED} files; the rest was not looked at.")
        for entry in sorted(listed[:MOST_LISTED], key=_promise):
            if is_ignored(entry.name):
                continue
            self.opened += 1
            if self.opened > MOST_OPENED:
                self.notes.append(f"There are more than {MOST_OPENED} files; the rest was not opened.")
                return
            self._open(entry, depth)

    def _open(self, entry: Entry, depth: int) -> None:
        name = gate.line(entry.name)
        try:
            head = entry.read(HEAD)
            if not head.strip():
                self.others.append(f"`{name}` is empty.")
            elif entry.name.lower().endswith(".py"):
                self._keep_module(entry, name)
            elif what := _other(head):
                (self.notes if PACKED in what else self.others).append(f"`{name}` is {what}.")
            elif _is_packed(head) or _may_be_notebook(entry.name, head):
                self._take(entry, name, depth)
            else:
                self.others.append(f"`{name}` is no notebook.")
        except Refused as error:
            self.notes.append(f"`{name}` {error}")
        except PermissionError:
            raise  # not the student's doing
        except Exception as error:  # whatever a damaged archive makes its reader raise
            self.notes.append(f"`{name}` could not be read: it is damaged ({type(error).__name__}).")

    def _keep_module(self, entry: Entry, name: str) -> None:
        self.others.append(f"`{name}` is a Python script, not the notebook.")
        module = PurePosixPath(entry.name).stem
        if not module.isidentifier() or module in self.modules:
            return
        if why := beside.refused(entry.size, len(self.modules)):
            raise Refused(why)
        self.modules[module] = beside.text_of(entry.read(beside.LARGEST))

    def _take(self, entry: Entry, name: str, depth: int) -> None:
        most = min(LARGEST_FILE, self.left)
        raw = entry.read(most + 1) if entry.size <= most else None
        if raw is None or len(raw) > most:
            raise Refused(f"has more than {most // 2**20} MB; it was not read.")
        self.left -= len(raw)
        if not _is_packed(raw):
            self._keep(entry.name, name, raw)
        elif depth >= DEEPEST:
            raise Refused(f"lies in {depth} archives, one in another; it was not unpacked.")
        else:
            before = len(self.notebooks)
            self.look(self._inside(entry.name, raw), depth + 1)
            if len(self.notebooks) == before:
                self.others.append(f"`{name}` holds no notebook.")

    def _keep(self, path: str, name: str, raw: bytes) -> None:
        if not (_is_named(path) or b'"cells"' in (text := raw.replace(b"\0", b"")) or b'"worksheets"' in text):
            self.others.append(f"`{name}` is no notebook.")
            return
        raw = without_outputs(raw) if len(raw) > 2**20 else raw
        if len(raw) > LARGEST or sum(map(raw.count, (b"[", b"{", b","))) > MOST_PARTS:
            raise Refused("is too large, even without its outputs; it was not read.")
        if len(self.notebooks) >= MOST_NOTEBOOKS or sum(map(len, self.notebooks.values())) + len(raw) > LARGEST_KEPT:
            raise Refused("is one of too many notebooks; it was not read.")
        while name in self.notebooks:
            name += "′"
        self.notebooks[name] = raw

    def _inside(self, path: str, raw: bytes) -> Iterator[Entry]:
        if raw[:2] == b"PK":
            return _in_zip(path, raw)
        if _is_tar(raw):
            return _in_tar(path, raw)
        make = next(make for magic, make in STREAMS if raw.startswith(magic))
        most = min(LARGEST_FILE, self.left)
        unpacked = make().decompress(raw, most + 1)
        _check_growth(len(unpacked), len(raw))
        inner = re.sub(r"\.(gz|bz2|xz)$", "", path, flags=re.IGNORECASE)
        inner = re.sub(r"\.(tgz|tbz2?|txz)$", ".tar", inner, flags=re.IGNORECASE)
        return iter([Entry(inner, len(unpacked), lambda most: unpacked[:most])])


class Refused(Exception):
    """A file is not read; the message goes on from its name and says why."""


def is_ignored(name: str) -> bool:
    """What systems and tools leave behind."""
    parts = PurePosixPath(name.casefold()).parts
    return not IGNORED.isdisjoint(parts) or not parts or parts[-1].startswith("._") or parts[-1] in LEFT_BEHIND


def is_hidden(name: str) -> bool:
    """In `.ipynb_checkpoints`, or a program's own copy: used only where nothing else is there."""
    return any(part.startswith(".") and part.strip(".") for part in PurePosixPath(name).parts)


def _promise(entry: Entry) -> tuple:
    """Notebooks by their names first, then archives."""
    is_archive = re.search(r"\.(zip|tar|tgz|gz|bz2|xz)[\s.]*$", entry.name, re.IGNORECASE) is not None
    return not _is_named(entry.name), not is_archive, is_hidden(entry.name), entry.name.count("/"), entry.name


def _is_named(name: str) -> bool:
    return re.search(r"\.ipynb(\.(txt|json))?[\s.]*$", name, re.IGNORECASE) is not None


def _may_be_notebook(name: str, head: bytes) -> bool:
    return _is_named(name) or head.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")[:1] == b"{"


def _other(head: bytes) -> str:
    return next((what for start, what in OTHERS if re.match(start, head, re.IGNORECASE | re.DOTALL)), "")


def _is_packed(head: bytes) -> bool:
    return head[:4] in (b"PK\x03\x04", b"PK\x05\x06") or _is_tar(head) or any(head.startswith(magic) for magic, _ in STREAMS)


def _is_tar(head: bytes) -> bool:
    return head[257:262] == b"ustar"


def _check_growth(size: int, packed: int) -> None:
    if size > SMALL and size > GROWTH * max(packed, 1):
        raise Refused(f"unpacks to more than {GROWTH} times its size; it was not read.")


# --- archives -------------------------------------------------------------------------------------------------------


def _in_zip(path: str, raw: bytes) -> Iterator[Entry]:
    if raw.count(b"PK\x01\x02") > MOST_LISTED:  # each entry costs memory once the list is read
        raise Refused(f"holds more than {MOST_LISTED} files; it was not unpacked.")
    yield from in_zip(zipfile.ZipFile(io.BytesIO(raw)), f"{path}/")


def in_zip(archive: zipfile.ZipFile, before: str = "") -> Iterator[Entry]:
    """The files of an archive, each under its path in it, with `before` in front."""
    for member in archive.infolist():
        if not member.is_dir():
            yield Entry(f"{before}{_name_of(member)}", member.file_size, _reader(archive, member))


def _reader(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Callable[[int], bytes]:
    def read(most: int) -> bytes:
        if member.flag_bits & 1:
            raise Refused("is locked with a password; it was not read.")
        if member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):  # zipfile reads no other in pieces
            raise Refused(f"is packed in an unusual way, {PACKED}.")
        if most > HEAD:
            _check_growth(member.file_size, member.compress_size)
        try:
            with archive.open(member) as file:
                return file.read(most)
        except (zlib.error, zipfile.BadZipFile, EOFError) as error:
            raise Refused("is damaged; it was not read.") from error

    return read


def _name_of(member: zipfile.ZipInfo) -> str:
    """Without the flag for UTF-8, zipfile reads names as cp437; most programs mean UTF-8, Windows-1252, or what DOS had.

    The letters with accents are 0x80 to 0xA5 in DOS (850 has its others above), and from 0xC0 on in Windows.
    """
    if member.flag_bits & 0x800:
        return member.filename
    raw = member.filename.encode("cp437", errors="replace")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        is_dos = all(byte < 0xA6 for byte in raw)
        return raw.decode("cp850" if is_dos else "cp1252", errors="replace")


def _in_tar(path: str, raw: bytes) -> Iterator[Entry]:
    archive = tarfile.open(fileobj=io.BytesIO(raw), mode="r:")  # noqa: SIM115  (its entries are read later)
    for member in islice(archive, MOST_LISTED + 1):
        if member.isreg():
            yield Entry(f"{path}/{member.name}", member.size, _file_reader(archive, member))


def _file_reader(archive: tarfile.TarFile, member: tarfile.TarInfo) -> Callable[[int], bytes]:
    return lambda most: archive.extractfile(member).read(most)


# --- large notebooks ------------------------------------------------------------------------------------------------

DROPPED = re.compile(rb'"(?:outputs|attachments|widgets)"\s*:\s*[\[{]')
TOKEN = re.compile(rb'"(?:[^"\\]++|\\.?)*+(?:"|\Z)|[\[\]{}]', re.DOTALL)  # each text at once, in linear time


def without_outputs(raw: bytes) -> bytes:
    """A notebook file without outputs, attachments and states of widgets, cut out of its text before anybody parses it.

    In JSON a quotation mark inside a text has a backslash before it, so `"outputs":` is a key wherever it stands.
    """
    kept, place = [], 0
    while opening := DROPPED.search(raw, place):
        kept.append(raw[place : opening.end()])
        depth, place = 1, len(raw)
        for token in TOKEN.finditer(raw, opening.end()):
            depth += {b"[": 1, b"{": 1, b"]": -1, b"}": -1}.get(token[0][:1], 0)
            if not depth:
                place = token.start()
                break
    return b"".join([*kept, raw[place:]])
