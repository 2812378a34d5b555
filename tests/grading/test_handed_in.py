"""What students really hand in: packed, renamed, copied, swapped, huge or linked. It is found, or it is said what is there."""

import bz2
import contextlib
import gzip
import io
import json
import lzma
import os
import socket
import tarfile
import unicodedata
import zipfile
from pathlib import Path

import nbformat
import pytest
from conftest import ROOT
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from grader.answers.reference import load
from grader.exercises import of_notebook
from grader.grading import gate, handed_in, released, unpack
from grader.grading.chosen import choose
from grader.grading.handed_in import HandedIn
from grader.grading.unpack import Found, without_outputs
from grader.measuring.cohort import Part, fill_in

ASSIGNMENT = "01-logistic-regression"
RELEASED = {path.stem: path for path in sorted(ROOT.glob("notebooks/0*/*.ipynb"))}
TEMPLATES = [released.read(RELEASED[name], {}) for name in ("vectorization", "logistic_regression")]


def filled(name: str, count: int = 100) -> bytes:
    """The notebook with its first `count` exercises answered."""
    notebook = nbformat.read(RELEASED[name], 4)
    sources = load(name).sources
    parts = {e.id: Part("right", "", sources[e.function], 1.0) for e in of_notebook(name)[:count]}
    blank = {cell.id: cell.source for cell in notebook.cells}
    answers = {e.id: Part("blank", "", blank[e.function], 0.0) for e in of_notebook(name)} | parts
    fill_in(notebook, name, answers)
    return nbformat.writes(notebook).encode()


FULL = {name: filled(name) for name in RELEASED}
PART = filled("vectorization", 2)
BLANK = {name: path.read_bytes() for name, path in RELEASED.items()}


def zipped(files: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, raw in files.items():
            archive.writestr(name, raw)
    return packed.getvalue()


def tarred(files: dict[str, bytes], mode: str = "w:gz") -> bytes:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode=mode) as archive:
        for name, raw in files.items():
            about = tarfile.TarInfo(name)
            about.size = len(raw)
            archive.addfile(about, io.BytesIO(raw))
    return packed.getvalue()


@pytest.fixture
def submitted(tmp_path: Path) -> Path:
    return tmp_path / "submitted"


def hand_in(submitted: Path, files: dict[str, bytes]) -> HandedIn:
    folder = submitted / "ada" / ASSIGNMENT
    for name, raw in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(raw)
    folder.mkdir(parents=True, exist_ok=True)
    return handed_in.find(submitted, "ada", ASSIGNMENT)


def chosen(found: HandedIn) -> tuple[dict[str, bytes], str]:
    """Which bytes are graded as which notebook, and all that is said about it."""
    choices = choose(found, TEMPLATES)
    notes = [*found.notes, *(note for choice in choices.values() for note in choice.notes)]
    return {name: choice.raw for name, choice in choices.items() if choice.raw is not None}, " ".join(notes)


BOTH = {f"{name}.ipynb": FULL[name] for name in ("vectorization", "logistic_regression")}
WANTED = {name: FULL[name] for name in ("vectorization", "logistic_regression")}
ONE = {"vectorization.ipynb": FULL["vectorization"]}


WAYS = {
    "as it should be": BOTH,
    "a zip": {"homework.zip": zipped(BOTH)},
    "a folder in the folder": {f"my work/{name}": raw for name, raw in BOTH.items()},
    "a zip with folders": {"h.zip": zipped({f"a/b c/{name}": raw for name, raw in BOTH.items()})},
    "a zip in a zip": {"outer.zip": zipped({"x/inner.ZIP": zipped(BOTH)})},
    "a zip without its suffix": {"homework": zipped(BOTH)},
    "a tar": {"h.tar": tarred(BOTH, "w")},
    "a tar.gz": {"h.tar.gz": tarred(BOTH)},
    "a tgz in a zip": {"h.zip": zipped({"h.tgz": tarred(BOTH)})},
    "a tar.bz2": {"h.tar.bz2": tarred(BOTH, "w:bz2")},
    "a tar.xz": {"h.tar.xz": tarred(BOTH, "w:xz")},
    "each packed by itself": {
        "vectorization.ipynb.gz": gzip.compress(FULL["vectorization"]),
        "logistic_regression.ipynb.xz": lzma.compress(FULL["logistic_regression"]),
    },
    "a mixture": {"v.ipynb.bz2": bz2.compress(FULL["vectorization"]), "b.zip": zipped(dict([list(BOTH.items())[1]]))},
    "capitals": {name.upper(): raw for name, raw in BOTH.items()},
    "another suffix": {"vectorization.ipynb.txt": FULL["vectorization"], "logistic_regression.json": FULL["logistic_regression"]},
    "no suffix": {"vectorization": FULL["vectorization"], "logistic_regression": FULL["logistic_regression"]},
    "names of their own": {"Übung 1.ipynb": FULL["vectorization"], "final_FINAL (2).ipynb": FULL["logistic_regression"]},
    "names with spaces and decomposed accents": {
        unicodedata.normalize("NFD", "Übung é .ipynb "): FULL["vectorization"],
        " logistic_regression.ipynb": FULL["logistic_regression"],
    },
    "swapped names": {"vectorization.ipynb": FULL["logistic_regression"], "logistic_regression.ipynb": FULL["vectorization"]},
    "a blank one beside the copy": BOTH
    | {"vectorization.ipynb": BLANK["vectorization"], "vectorization-Copy1.ipynb": FULL["vectorization"]},
    "a download beside what is half done": BOTH | {"vectorization.ipynb": PART, "vectorization (1).ipynb": FULL["vectorization"]},
    "ten copies": BOTH | {f"vectorization-Copy{number}.ipynb": BLANK["vectorization"] for number in range(10)},
    "blank checkpoints": BOTH | {f".ipynb_checkpoints/{name[:-6]}-checkpoint.ipynb": BLANK[name[:-6]] for name in BOTH},
    "checkpoints that have more": BOTH
    | {"vectorization.ipynb": FULL["vectorization"], ".ipynb_checkpoints/vectorization-checkpoint.ipynb": PART},
    "only checkpoints": {f".ipynb_checkpoints/{name[:-6]}-checkpoint.ipynb": raw for name, raw in BOTH.items()},
    "what a Mac leaves": {"h.zip": zipped(BOTH | {"__MACOSX/._vectorization.ipynb": b"\0\5\x16\7", "._x.ipynb": b"\0"})},
    "a folder called like the notebook": {"vectorization.ipynb/vectorization.ipynb": FULL["vectorization"]}
    | {"logistic_regression.ipynb": FULL["logistic_regression"]},
    "a notebook of another assignment beside it": BOTH | {"deep_network.ipynb": FULL["deep_network"]},
    "data, pictures and a damaged zip beside it": BOTH
    | {"a.csv": b"1,2", "b.png": b"\x89PNG\r\n", "c.zip": b"PK\x03\x04 and no more"},
    "a notebook in UTF-16": BOTH | {"vectorization.ipynb": FULL["vectorization"].decode().encode("utf-16")},
}


@pytest.mark.parametrize("way", WAYS)
def test_whatever_a_student_packs_renames_or_copies_the_written_notebooks_are_graded(way, submitted):
    found, _ = chosen(hand_in(submitted, WAYS[way]))
    as_text = {name: raw.decode("utf-16" if raw[:2] == b"\xff\xfe" else "utf-8") for name, raw in found.items()}
    assert as_text == {name: raw.decode() for name, raw in WANTED.items()}


@pytest.mark.parametrize(
    ("way", "said"),
    [
        ("swapped names", "`logistic_regression.ipynb` was taken for vectorization.ipynb."),
        ("a blank one beside the copy", "`vectorization-Copy1.ipynb` was graded: `vectorization.ipynb` beside it is as it was"),
        ("a download beside what is half done", "less is written in `vectorization.ipynb`"),
        ("ten copies", "`vectorization-Copy2.ipynb` and 7 more beside it are as they were released"),
        ("names of their own", "`final_FINAL (2).ipynb` was taken for logistic_regression.ipynb."),
    ],
)
def test_what_was_chosen_is_said(way, said, submitted):
    assert said in chosen(hand_in(submitted, WAYS[way]))[1]


def test_nothing_is_said_where_everything_is_as_it_should_be(submitted):
    assert chosen(hand_in(submitted, BOTH)) == (WANTED, "")


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({}, "No notebook vectorization.ipynb was handed in."),
        ({"vectorization.ipynb": b""}, "`vectorization.ipynb` is empty."),
        ({"vectorization.ipynb": b" \n"}, "`vectorization.ipynb` is empty."),
        ({"h.7z": b"7z\xbc\xaf\x27\x1c\0\4"}, "`h.7z` is a 7z archive, which cannot be unpacked here"),
        ({"h.rar": b"Rar!\x1a\x07\1\0"}, "`h.rar` is a RAR archive, which cannot be unpacked here"),
        ({"vectorization.pdf": b"%PDF-1.7"}, "`vectorization.pdf` is a PDF, not the notebook."),
        ({"vectorization.ipynb": b"%PDF-1.7"}, "is a PDF"),
        ({"vectorization.html": b"<!DOCTYPE html>\n<html>"}, "is a web page, not the notebook"),
        ({"vectorization.py": b"#!/usr/bin/env python\n# In[1]:\n"}, "is a Python script, not the notebook"),
        ({"h.zip": zipped({"a.txt": b"a"})}, "`h.zip` holds no notebook."),
        ({"h.zip": zipped({})}, "`h.zip` holds no notebook."),
        ({"h.zip": b"PK\x03\x04broken"}, "`h.zip` could not be read: it is damaged"),
        ({"h.tar.gz": tarred(ONE)[:200]}, "`h.tar"),
        ({"deep_network.ipynb": FULL["deep_network"]}, "is the notebook deep_network, which belongs to another assignment."),
        ({"vectorization.ipynb": b'{"cells": []}'}, "holds none of the cells and functions that are asked for."),
        ({"vectorization.ipynb": b"{"}, "`vectorization.ipynb`: The file is not JSON, so it is no notebook."),
    ],
)
def test_where_there_is_no_notebook_it_is_said_what_there_is(files, said, submitted):
    found, notes = chosen(hand_in(submitted, files))
    assert found == {} and said in notes


def test_among_a_thousand_other_files_the_packed_notebooks_are_found_and_little_is_said(submitted):
    files = {f"a/{number}.csv": b"1,2" for number in range(1000)}
    found, notes = chosen(hand_in(submitted, files | {"z/z.zip": zipped(ONE)}))
    assert found == {"vectorization": FULL["vectorization"]} and len(notes) < 2000


def test_a_zip_beside_the_folder_or_in_place_of_it_is_found(submitted):
    (submitted / "ada").mkdir(parents=True)
    (submitted / "ada" / f"{ASSIGNMENT.upper()}.zip").write_bytes(zipped(BOTH))
    assert chosen(handed_in.find(submitted, "ada", ASSIGNMENT))[0] == WANTED


def test_a_locked_zip_is_told(submitted):
    raw = bytearray(zipped(ONE))
    raw[6] |= 1  # the flag in the file's own head, and in the list at the end
    raw[raw.index(b"PK\x01\x02") + 8] |= 1
    assert "is locked with a password; it was not read." in chosen(hand_in(submitted, {"h.zip": bytes(raw)}))[1]


def test_names_in_a_zip_are_read_as_windows_and_macs_write_them(submitted):
    for encoding in ("cp1252", "utf-8"):
        raw = zipped({"XXXXXXX.ipynb": FULL["vectorization"]})
        name = "Übung".encode(encoding)
        raw = raw.replace(b"XXXXXXX", name + b"_" * (7 - len(name)))
        assert any("/Übung_" in name for name in hand_in(submitted, {"h.zip": raw}).notebooks)


# --- size ---


def test_a_notebook_of_a_hundred_megabytes_of_outputs_is_read_without_them(submitted):
    data = json.loads(FULL["vectorization"])
    shown = {"image/png": "A" * 2**20, "text/html": '<a b="[{">\\"' * 9}
    picture = {"output_type": "display_data", "metadata": {}, "data": shown}
    for cell in data["cells"]:
        if cell["cell_type"] == "code":
            cell["outputs"] = [picture]
    data["metadata"]["widgets"] = {"application/vnd.jupyter.widget-state+json": {"state": {"x": ["]"] * 100}}}
    while len(raw := json.dumps(data).encode()) < 100 * 2**20:
        data["cells"][1].setdefault("outputs", []).extend([picture] * 20)
    found, _ = chosen(hand_in(submitted, {"vectorization.ipynb": raw}))
    kept = json.loads(found["vectorization"])
    assert len(found["vectorization"]) < 2**20
    assert [cell["source"] for cell in kept["cells"]] == [cell["source"] for cell in data["cells"]]
    assert all(cell.get("outputs", []) == [] for cell in kept["cells"])


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text() | st.sampled_from(['"outputs": [', "]}", "\\", '\\"outputs\\": {']),
    lambda inner: st.lists(inner, max_size=4)
    | st.dictionaries(st.text() | st.sampled_from(["outputs", "attachments", "source", "widgets"]), inner, max_size=4),
    max_leaves=30,
)


def emptied(value: object) -> object:
    if isinstance(value, list):
        return [emptied(one) for one in value]
    if isinstance(value, dict):
        gone = ("outputs", "attachments", "widgets")
        return {
            name: type(one)() if name in gone and isinstance(one, (list, dict)) else emptied(one) for name, one in value.items()
        }
    return value


@settings(max_examples=300, deadline=None, derandomize=True)
@given(value=values, indent=st.sampled_from([None, 1]))
def test_leaving_outputs_out_changes_nothing_else_of_any_json(value, indent):
    raw = json.dumps(value, indent=indent).encode()
    assert json.loads(without_outputs(raw)) == emptied(value)


@pytest.mark.parametrize("tail", [b'"', b'\\"', b"[", b'"outputs":[', b"\\", b'["'])
def test_a_damaged_large_file_is_read_in_linear_time(tail):
    without_outputs(b'{"outputs": [' + tail * 400_000)  # quadratic time would be hours


def test_archives_that_blow_up_are_refused_before_they_fill_the_memory(submitted):
    files = {
        "bomb.zip": zipped({"vectorization.ipynb": b"{" + b" " * 2**26}),
        "bomb.gz": gzip.compress(b"{" + b" " * 2**26),
        "bomb.xz": lzma.compress(b"{" + b" " * 2**26),
        "bomb.bz2": bz2.compress(b"{" + b" " * 2**26),
    }
    found = hand_in(submitted, files)
    assert found.notebooks == {} and len(found.notes) == 4
    assert all("unpacks to more than 250 times its size" in note for note in found.notes)


def test_a_zip_that_lies_about_its_size_gives_no_more_than_the_limit(monkeypatch, submitted):
    monkeypatch.setattr(unpack, "LARGEST_FILE", 2**20)
    raw = bytearray(zipped({"vectorization.ipynb": b"{" + os.urandom(2**22)}))
    place = raw.index(b"PK\x01\x02") + 24
    raw[place : place + 4] = (1000).to_bytes(4, "little")
    assert all(len(one) <= 2**20 for one in hand_in(submitted, {"h.zip": bytes(raw)}).notebooks.values())


def test_archives_too_deep_or_with_too_many_files_are_told(submitted):
    raw = zipped(ONE)
    for _ in range(4):
        raw = zipped({"more.zip": raw})
    many = io.BytesIO()
    with zipfile.ZipFile(many, "w") as archive:
        for number in range(unpack.MOST_LISTED + 1):
            archive.writestr(str(number), b"")
    found = hand_in(submitted, {"deep.zip": raw, "many.zip": many.getvalue()})
    assert found.notebooks == {}
    assert "archives, one in another; it was not unpacked." in " ".join(found.notes)
    assert f"holds more than {unpack.MOST_LISTED} files" in " ".join(found.notes)


@settings(max_examples=150, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(names=st.lists(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30), max_size=5), way=st.booleans())
def test_any_name_in_an_archive_is_read_in_memory_and_written_nowhere(tmp_path_factory, names, way):
    folder = tmp_path_factory.mktemp("archive")
    hostile = ["../../../escape.ipynb", "/tmp/escape.ipynb", "a/../../escape.ipynb", "C:\\escape.ipynb"]
    members = {name.replace("\0", "_"): FULL["vectorization"] for name in (*names, *hostile)}
    with contextlib.suppress(UnicodeEncodeError):
        found = hand_in(folder / "submitted", {"h": zipped(members) if way else tarred(members, "w")})
        assert len(found.notebooks) >= 4
        assert all(name == gate.line(name) for name in found.notebooks)
        assert [path.name for path in folder.rglob("*") if path.is_file()] == ["h"]


@settings(max_examples=200, deadline=None, derandomize=True)
@given(head=st.sampled_from([b"PK\x03\x04", b"\x1f\x8b\x08", b"BZh9", b"\xfd7zXZ\x00", b"{", b""]), raw=st.binary(max_size=300))
def test_any_bytes_are_looked_at_without_an_error(head, raw):
    found = Found()
    found.look([unpack.Entry("x.ipynb", len(head + raw), lambda most: (head + raw)[:most])])
    assert found.notebooks or found.notes or found.others


@settings(max_examples=100, deadline=None, derandomize=True)
@given(kind=st.sampled_from(["zip", "tar", "gz"]), place=st.integers(0, 10**6), byte=st.integers(0, 255))
def test_a_damaged_archive_is_told_or_read_and_never_an_error(kind, place, byte):
    raw = bytearray({"zip": zipped(ONE), "tar": tarred(ONE, "w"), "gz": tarred(ONE)}[kind])
    raw[place % len(raw)] = byte
    found = Found()
    found.look([unpack.Entry("x", len(raw), lambda most: bytes(raw[:most]))])
    assert found.notebooks or found.notes or found.others


# --- links and other things that are no files ---


@pytest.fixture
def neighbour(submitted) -> Path:
    folder = submitted / "bob" / ASSIGNMENT
    folder.mkdir(parents=True)
    for name, raw in BOTH.items():
        (folder / name).write_bytes(raw)
    return folder


def link_the_student(submitted: Path, neighbour: Path) -> None:
    (submitted / "ada").symlink_to(neighbour.parent)


def link_the_assignment(submitted: Path, neighbour: Path) -> None:
    (submitted / "ada").mkdir()
    (submitted / "ada" / ASSIGNMENT).symlink_to(neighbour)


def link_a_folder(submitted: Path, neighbour: Path) -> None:
    (submitted / "ada" / ASSIGNMENT).mkdir(parents=True)
    (submitted / "ada" / ASSIGNMENT / "mine").symlink_to(neighbour)


def link_the_files(submitted: Path, neighbour: Path) -> None:
    (submitted / "ada" / ASSIGNMENT).mkdir(parents=True)
    for path in neighbour.iterdir():
        (submitted / "ada" / ASSIGNMENT / path.name).symlink_to(os.path.relpath(path, submitted / "ada" / ASSIGNMENT))


def link_a_zip(submitted: Path, neighbour: Path) -> None:
    (neighbour / "h.zip").write_bytes(zipped(BOTH))
    (submitted / "ada").mkdir(parents=True)
    (submitted / "ada" / f"{ASSIGNMENT}.zip").symlink_to(neighbour / "h.zip")


def link_in_a_tar(submitted: Path, neighbour: Path) -> None:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as archive:
        for kind in (tarfile.SYMTYPE, tarfile.LNKTYPE):
            about = tarfile.TarInfo("vectorization.ipynb")
            about.type, about.linkname = kind, str(neighbour / "vectorization.ipynb")
            archive.addfile(about)
    hand_in(submitted, {"h.tar": packed.getvalue()})


def pipes_and_sockets(submitted: Path, neighbour: Path) -> None:
    folder = submitted / "ada" / ASSIGNMENT
    folder.mkdir(parents=True)
    os.mkfifo(folder / "vectorization.ipynb")
    (folder / "null.ipynb").symlink_to("/dev/zero")
    with contextlib.chdir(folder), socket.socket(socket.AF_UNIX) as made:
        made.bind("logistic_regression.ipynb")


@pytest.mark.parametrize(
    "way",
    [link_the_student, link_the_assignment, link_a_folder, link_the_files, link_a_zip, link_in_a_tar, pipes_and_sockets],
    ids=lambda way: way.__name__,
)
def test_no_link_is_followed_and_nothing_waits_for_a_pipe(way, submitted, neighbour):
    way(submitted, neighbour)
    found = handed_in.find(submitted, "ada", ASSIGNMENT)
    assert found.notebooks == {} and found.problem == ""
    assert found.notes or found.others
    assert chosen(found)[0] == {}


def test_the_time_stamp_is_not_read_through_a_link(submitted, tmp_path):
    (tmp_path / "secret").write_text("key")
    folder = submitted / "ada" / ASSIGNMENT
    folder.mkdir(parents=True)
    (folder / "submission_secret.txt").symlink_to(tmp_path / "secret")
    (folder / "timestamp.txt").write_bytes(b"2026-01-01 \x1b[31m\xff\n")
    assert handed_in.find(submitted, "ada", ASSIGNMENT).kept == {"timestamp.txt": "2026-01-01 \ufffd[31m\ufffd"}


@pytest.mark.parametrize("name", ['<img src=x onerror="x()">', 'a"b', "back\\slash", "\x1b[31mred", "two\nlines", "\udcff"])
def test_a_students_name_that_could_do_something_in_a_page_is_no_name(name, submitted):
    (submitted / name / ASSIGNMENT).mkdir(parents=True)
    assert "rename it" in handed_in.find(submitted, name, ASSIGNMENT).problem


def test_what_was_handed_in_has_another_digest_whenever_a_grade_could_be_another(submitted):
    notebooks = [{}, {"a.ipynb": PART}, {"a.ipynb": FULL["vectorization"]}]
    added = [*notebooks, {"timestamp.txt": b"2026-01-01"}, {"b.rar": b"Rar!\x1a\x07"}]
    assert len({hand_in(submitted, files).digest() for files in added}) == len(added)
