"""Loading pictures: the right set is found, and each way a file can be wrong has an error of its own."""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import h5py
import numpy as np
import pytest
from conftest import ROOT
from PIL import Image

from utils import data

TRAIN, TEST = data.FILES.values()


@pytest.fixture(autouse=True)
def no_folder_named(monkeypatch):
    monkeypatch.delenv("CATS_FOLDER", raising=False)


@pytest.fixture
def own_folder(tmp_path, monkeypatch) -> Path:
    """A folder, named by CATS_FOLDER, with a small right set: 6 training and 4 test pictures."""
    random = np.random.default_rng(0)
    for part, count in (("train", 6), ("test", 4)):
        write(tmp_path, part, random.integers(0, 256, (count, 64, 64, 3), dtype=np.uint8), np.arange(count) % 2)
    monkeypatch.setenv("CATS_FOLDER", str(tmp_path))
    return tmp_path


def write(folder: Path, part: str, x, y, names=(b"non-cat", b"cat"), without: str = "") -> Path:
    path = folder / data.FILES[part]
    with h5py.File(path, "w") as file:
        for key, values in ((f"{part}_set_x", x), (f"{part}_set_y", y), ("list_classes", np.array(names))):
            if key != without:
                file[key] = values
    return path


def refusal(kind=ValueError) -> str:
    """What load_cats says when it refuses the files."""
    with pytest.raises(kind) as caught:
        data.load_cats()
    return str(caught.value)


# --- which set ---


def test_the_drawn_set_has_the_shapes_and_types_that_the_course_promises():
    cats = data.load_drawn()
    assert [array.shape for array in cats[:4]] == [(209, 64, 64, 3), (1, 209), (500, 64, 64, 3), (1, 500)]
    assert [array.dtype for array in cats[:4]] == [np.uint8, np.int64, np.uint8, np.int64]
    assert cats.classes == ("non-cat", "cat")


def test_without_other_pictures_the_drawn_set_is_used_in_silence(capsys):
    assert np.array_equal(data.load_cats().test_x, data.load_drawn().test_x)
    assert capsys.readouterr() == ("", "")


def test_a_set_in_the_same_layout_is_used_as_your_own_data_and_said_so_in_one_line(own_folder, capsys):
    cats = data.load_cats()
    assert cats.train_y.tolist() == [[0, 1, 0, 1, 0, 1]] and cats.test_x.shape == (4, 64, 64, 3)
    said = capsys.readouterr()
    assert said.out == f"Using your own data in {own_folder} (6 training, 4 test pictures).\n" and said.err == ""


def test_load_drawn_does_not_heed_the_folder_named(own_folder, capsys):
    assert len(data.load_drawn().train_x) == 209
    assert capsys.readouterr().out == ""


def test_an_empty_cats_folder_variable_counts_as_none(monkeypatch):
    monkeypatch.setenv("CATS_FOLDER", " ")
    assert len(data.load_cats().train_x) == 209


def test_labels_of_any_integer_type_and_names_of_other_classes_are_taken_over(own_folder):
    for part in data.FILES:
        x = np.zeros((2, 64, 64, 3), dtype=np.uint8)
        write(own_folder, part, x, np.array([1, 0], dtype=np.uint8), names=(b"dog", b"cat"))
    cats = data.load_cats()
    assert cats.train_y.dtype == np.int64 and cats.classes == ("dog", "cat")


def test_the_classic_photographs_are_recognised(classic_folder, monkeypatch, capsys):
    monkeypatch.setenv("CATS_FOLDER", str(classic_folder))
    cats = data.load_cats()
    assert (
        capsys.readouterr().out
        == f"Using the classic photographs in {classic_folder} (209 training, 50 test pictures).\n"
    )
    assert (cats.train_y.sum(), cats.test_y.sum()) == (72, 33)


def test_photographs_with_one_pixel_changed_are_your_own_data(classic_folder, tmp_path, monkeypatch, capsys):
    for name in data.FILES.values():
        (tmp_path / name).write_bytes((classic_folder / name).read_bytes())
    with h5py.File(tmp_path / TEST, "r+") as file:
        file["test_set_x"][0, 0, 0, 0] ^= 1
    monkeypatch.setenv("CATS_FOLDER", str(tmp_path))
    data.load_cats()
    assert capsys.readouterr().out.startswith("Using your own data in")


@pytest.fixture
def classic_folder() -> Path:
    """The classic photographs are not part of the course: these tests run where somebody has them."""
    folder = Path(os.environ.get("CLASSIC_PHOTOGRAPHS") or ROOT.parent / "shared" / "datasets")
    if not all((folder / name).is_file() for name in data.FILES.values()):
        pytest.skip("the classic photographs are not here (CLASSIC_PHOTOGRAPHS names their folder)")
    return folder.resolve()


# --- where the course lies ---


def course_copy(folder: Path) -> Path:
    """An unpacked copy of the course: utils and datasets."""
    for name in ("utils", "datasets"):
        ignore = shutil.ignore_patterns("__pycache__", "photos")
        shutil.copytree(ROOT / name, folder / name, ignore=ignore)
    return folder


def loaded_in(directory: Path, packages: Path) -> subprocess.CompletedProcess:
    """Run load_cats in a Python of its own, started in `directory`, with utils taken from `packages`."""
    code = "from utils.data import load_cats; print(len(load_cats().train_x))"
    environment = {**os.environ, "PYTHONPATH": str(packages)}
    command = [sys.executable, "-P", "-c", code]
    return subprocess.run(command, cwd=directory, env=environment, capture_output=True, text=True)


def test_an_unpacked_copy_works_from_any_working_directory(tmp_path):
    copy = course_copy(tmp_path / "course")
    assert loaded_in(tmp_path, packages=copy).stdout == "209\n"


def test_installed_elsewhere_it_works_in_any_folder_of_the_course_and_says_so_outside(tmp_path):
    course = course_copy(tmp_path / "course")
    shutil.move(course / "utils", tmp_path / "site-packages" / "utils")
    deep = course / "notebooks" / "01-logistic-regression"
    deep.mkdir(parents=True)
    assert loaded_in(deep, packages=tmp_path / "site-packages").stdout == "209\n"
    outside = loaded_in(tmp_path, packages=tmp_path / "site-packages")
    assert "start Python or JupyterLab inside the course's folder" in outside.stderr


def test_files_in_datasets_photos_replace_the_drawn_set(tmp_path, own_folder):
    course = course_copy(tmp_path / "course")
    photos = course / "datasets" / "photos"
    photos.mkdir()
    assert loaded_in(course, packages=course).stdout.endswith("\n6\n")  # CATS_FOLDER comes first
    del os.environ["CATS_FOLDER"]
    assert loaded_in(course, packages=course).stdout == "209\n"  # an empty folder replaces nothing
    for name in data.FILES.values():
        shutil.copy(own_folder / name, photos)
    assert loaded_in(course, packages=course).stdout.startswith(f"Using your own data in {photos} (6 training")


# --- files that are not what their name promises ---


def test_a_git_lfs_pointer_is_named_with_the_command_that_fetches_the_file(own_folder):
    pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:0123456789abcdef\nsize 2572022\n"
    (own_folder / TRAIN).write_text(pointer)
    message = refusal()
    assert f"{own_folder / TRAIN} is a Git LFS pointer ({len(pointer)} bytes)" in message and "git lfs pull" in message


@pytest.mark.parametrize("start", ["<!DOCTYPE html>", "\n  <html lang='en'>", "\ufeff<!doctype html>"])
def test_a_web_page_saved_under_the_files_name_is_named(own_folder, start):
    (own_folder / TEST).write_text(start + "<body>Sign in</body></html>", encoding="utf-8")
    message = refusal()
    assert f"{own_folder / TEST} is a web page" in message and "download the raw file" in message


@pytest.mark.parametrize("share", [0.001, 0.3, 0.99])
def test_a_truncated_file_is_named_with_its_size(own_folder, share):
    whole = (own_folder / TRAIN).read_bytes()
    size = int(share * len(whole))
    (own_folder / TRAIN).write_bytes(whole[:size])
    assert f"{own_folder / TRAIN} is cut short or damaged ({size:,} bytes)" in refusal()


def test_damage_inside_a_compressed_file_is_named(own_folder):
    path = own_folder / TRAIN
    path.write_bytes((ROOT / "datasets" / TRAIN).read_bytes())
    with path.open("r+b") as file:
        file.seek(path.stat().st_size // 2)
        file.write(bytes(5000))
    assert f"{path} is cut short or damaged" in refusal()


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 a zip archive", b"\x89PNG\r\n\x1a\n"])
def test_any_other_file_is_no_hdf5_file(own_folder, content):
    (own_folder / TRAIN).write_bytes(content)
    assert "is not an HDF5 file" in refusal()


@pytest.mark.parametrize("key", ["train_set_x", "train_set_y", "list_classes"])
def test_a_missing_array_is_reported_beside_those_that_are_there(own_folder, key):
    path = write(own_folder, "train", np.zeros((2, 64, 64, 3), np.uint8), np.array([0, 1]), without=key)
    message = refusal()
    expected, found = message.split(" found ")
    assert str(path) in expected and key in expected and key not in found


@pytest.mark.parametrize(
    ("x", "found"),
    [
        (np.zeros((2, 64, 64, 3)), "(2, 64, 64, 3) float64"),
        (np.zeros((2, 32, 32, 3), np.uint8), "(2, 32, 32, 3) uint8"),
        (np.zeros((2, 12288), np.uint8), "(2, 12288) uint8"),
        (np.zeros((0, 64, 64, 3), np.uint8), "(0, 64, 64, 3) uint8"),
    ],
)
def test_pictures_of_a_wrong_shape_or_type_are_reported_with_what_was_expected(own_folder, x, found):
    write(own_folder, "test", x, np.zeros(len(x), np.int64))
    assert f"test_set_x should be (m, 64, 64, 3) uint8, found {found}" in refusal()


@pytest.mark.parametrize(
    "y", [np.zeros(2), np.zeros(3, np.int64), np.zeros((1, 2), np.int64), np.array([b"cat", b"dog"])]
)
def test_labels_of_a_wrong_shape_or_type_are_reported_with_what_was_expected(own_folder, y):
    write(own_folder, "train", np.zeros((2, 64, 64, 3), np.uint8), y)
    assert f"train_set_y should be (2,) int64, one label a picture, found {y.shape} {y.dtype}" in refusal()


def test_labels_other_than_0_and_1_are_reported(own_folder):
    write(own_folder, "train", np.zeros((3, 64, 64, 3), np.uint8), np.array([-1, 1, 2]))
    assert "train_set_y should hold 0 and 1 only, found [-1, 1, 2]" in refusal()


def test_names_of_classes_of_a_wrong_kind_are_reported(own_folder):
    write(own_folder, "train", np.zeros((2, 64, 64, 3), np.uint8), np.array([0, 1]), names=(0, 1, 2))
    assert "list_classes should be two names" in refusal()


@pytest.mark.parametrize("name", [TRAIN, TEST])
def test_one_file_of_the_two_is_not_enough(own_folder, name):
    (own_folder / name).unlink()
    assert f"{own_folder} lacks {name}: the two files belong together" in refusal(FileNotFoundError)


def test_a_folder_that_does_not_exist_is_named(tmp_path, monkeypatch):
    monkeypatch.setenv("CATS_FOLDER", str(tmp_path / "nowhere"))
    assert f"there is no folder {tmp_path / 'nowhere'}" in refusal(FileNotFoundError)


def test_every_refusal_says_how_to_get_back_to_the_drawn_set(own_folder):
    (own_folder / TRAIN).write_text("not HDF5")
    assert refusal().endswith("or unset CATS_FOLDER to use the drawn set")
    (own_folder / TRAIN).unlink()
    assert refusal(FileNotFoundError).endswith("or unset CATS_FOLDER to use the drawn set")


# --- your own image files ---


@pytest.fixture
def album(tmp_path) -> Path:
    for name in data.CLASSES:
        (tmp_path / name).mkdir()
    return tmp_path


def test_image_files_of_any_size_and_mode_become_the_same_arrays(album):
    modes = {"wide.png": ("RGB", (200, 100)), "tall.jpg": ("RGB", (30, 90)), "grey.png": ("L", (64, 64))}
    modes |= {"clear.png": ("RGBA", (80, 80)), "few.gif": ("P", (70, 64)), "bits.png": ("1", (65, 65))}
    for name, (mode, size) in modes.items():
        Image.new(mode, size).save(album / "cat" / name)
    Image.new("CMYK", (90, 60)).save(album / "non-cat" / "print.jpg")
    images, labels = data.load_pictures(album)
    assert images.shape == (7, 64, 64, 3) and images.dtype == np.uint8
    assert labels.tolist() == [[1, 1, 1, 1, 1, 1, 0]] and labels.dtype == np.int64


def test_the_middle_square_of_a_picture_is_kept(album):
    image = Image.new("RGB", (192, 64), "black")
    image.paste((255, 0, 0), (64, 0, 128, 64))
    image.save(album / "cat" / "wide.png")
    assert (data.load_pictures(album)[0] == (255, 0, 0)).all()


def test_transparent_parts_become_white(album):
    Image.new("RGBA", (64, 64), (10, 20, 30, 0)).save(album / "cat" / "clear.png")
    assert (data.load_pictures(album)[0] == 255).all()


def test_sixteen_bit_grey_keeps_its_brightness(album):
    Image.fromarray(np.full((64, 64), 0x8080, dtype=np.uint16)).save(album / "cat" / "deep.png")
    assert (data.load_pictures(album)[0] == 0x80).all()


def test_a_photograph_taken_with_the_camera_turned_stands_upright(album):
    image = Image.new("RGB", (64, 64), "black")
    image.paste((255, 255, 255), (0, 0, 64, 32))  # the upper half is white
    exif = Image.Exif()
    exif[0x0112] = 6  # "turn me a quarter clockwise": what was up is now right
    image.save(album / "cat" / "turned.png", exif=exif)
    picture = data.load_pictures(album)[0][0]
    assert (picture[:, 40:] == 255).all() and (picture[:, :24] == 0).all()


def test_unreadable_files_are_named_and_skipped_and_hidden_ones_passed_over(album, capsys):
    Image.new("RGB", (64, 64)).save(album / "cat" / "good.png")
    (album / "cat" / "notes.txt").write_text("my cats")
    cut = album / "non-cat" / "cut.png"
    Image.effect_noise((64, 64), 50).save(cut)
    cut.write_bytes(cut.read_bytes()[:1000])
    (album / "cat" / ".DS_Store").write_bytes(b"\0")
    images, labels = data.load_pictures(album)
    said = capsys.readouterr().out
    assert len(images) == 1 and labels.tolist() == [[1]]
    assert f"Skipped {album / 'cat' / 'notes.txt'}" in said and f"Skipped {cut}" in said and ".DS_Store" not in said


def test_a_missing_folder_is_named(album):
    (album / "non-cat").rmdir()
    with pytest.raises(FileNotFoundError, match=r"there is no folder .*non-cat: put image files into two folders"):
        data.load_pictures(album)


def test_folders_without_any_readable_image_are_an_error(album):
    with pytest.raises(ValueError, match="no readable image file in"):
        data.load_pictures(album)


def test_a_picture_loaded_alone_is_the_same_as_in_its_folder(album):
    Image.effect_noise((100, 80), 60).save(album / "cat" / "one.png")
    alone = data.load_picture(album / "cat" / "one.png")
    digest = hashlib.sha256(data.load_pictures(album)[0][0].tobytes()).digest()
    assert hashlib.sha256(alone.tobytes()).digest() == digest


@pytest.mark.parametrize(("name", "what"), [("minka.jpg", "does not exist"), ("", "is a folder, not a picture")])
def test_a_wrong_path_of_ones_own_picture_is_told_in_a_sentence(tmp_path, name, what):
    with pytest.raises(FileNotFoundError) as told:
        data.load_picture(tmp_path / name)
    assert f"{tmp_path / name} {what}" in str(told.value) and "Errno" not in str(told.value)
