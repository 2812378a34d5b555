"""Files that are there whole or not at all."""

import pytest

from grader.learning.files import write_whole


def test_a_file_is_written_with_the_folders_it_needs(tmp_path):
    write_whole(tmp_path / "a" / "b.txt", "text ŷ")
    assert (tmp_path / "a" / "b.txt").read_text(encoding="utf-8") == "text ŷ"


def test_where_writing_fails_the_old_file_stays_and_nothing_else_is_left(tmp_path):
    path = tmp_path / "kept.txt"
    write_whole(path, "old")
    with pytest.raises(UnicodeEncodeError):
        write_whole(path, "new \ud800")
    assert [one.name for one in tmp_path.iterdir()] == ["kept.txt"]
    assert path.read_text(encoding="utf-8") == "old"
