"""Python files beside a notebook can be imported, within bounds, and links lead nowhere."""

import importlib
import sys

import pytest

from grader.learning import beside


def test_only_ordinary_small_python_files_are_read_and_the_others_are_named(tmp_path):
    (tmp_path / "helpers.py").write_bytes(b"\xef\xbb\xbfx = '\xff'")
    (tmp_path / "large.py").write_text("#" * (beside.LARGEST + 1))
    (tmp_path / "no-name.py").write_text("")
    (tmp_path / "link.py").symlink_to(tmp_path / "helpers.py")
    (tmp_path / "folder.py").mkdir()
    (tmp_path / "notes.txt").write_text("")
    notes: list[str] = []
    assert beside.read(tmp_path, notes) == {"helpers": "x = '\ufffd'"}
    assert [note.split()[0] for note in notes] == ["folder.py", "large.py", "link.py"]


def test_of_very_many_files_the_first_are_read(tmp_path):
    for number in range(beside.MOST + 5):
        (tmp_path / f"part{number:02}.py").write_text("")
    notes: list[str] = []
    assert len(beside.read(tmp_path, notes)) == beside.MOST and len(notes) == 5


def test_a_module_is_there_inside_and_gone_afterwards():
    with beside.importable({"beside_me": "import sys\n\ndef f():\n    return __file__", "json": "raise RuntimeError"}):
        assert importlib.import_module("beside_me").f() == "beside_me.py"
        assert importlib.import_module("json").dumps(1) == "1"
    assert "beside_me" not in sys.modules
    with pytest.raises(ModuleNotFoundError):
        importlib.import_module("beside_me")
