"""The pictures of the course: the drawn set, the classic photographs if you have them, or your own.

`load_cats()` is what a notebook calls. It returns the drawn set of `datasets/`, unless another set in the same layout
lies in the folder that the environment variable CATS_FOLDER names, or in `datasets/photos/`.
"""

import hashlib
import os
from pathlib import Path
from typing import NamedTuple

import numpy as np
from PIL import Image, ImageOps

from utils.packed import unpack
from utils.places import places

SIDE = 64  # pixels: every picture is SIDE x SIDE
CLASSES = ("non-cat", "cat")  # a label is an index into this
FILES = {"train": "train_catvnoncat.h5", "test": "test_catvnoncat.h5"}
PACKED = "drawn.npz"  # the drawn set as the wheel carries it

# First 16 hex digits of the SHA-256 of the bytes of train_x, train_y, test_x, test_y of the classic photographs.
CLASSIC = ("5a22f47625d19c47", "217e8c93aff2ec2a", "c23d288e4a7ad7ab", "7bfaabd03cfd57ee")


class Cats(NamedTuple):
    """Pictures with their labels: 1 is a cat, 0 is anything else."""

    train_x: np.ndarray  # (m_train, 64, 64, 3) uint8
    train_y: np.ndarray  # (1, m_train) int64
    test_x: np.ndarray  # (m_test, 64, 64, 3) uint8
    test_y: np.ndarray  # (1, m_test) int64
    classes: tuple[str, str]


def load_cats() -> Cats:
    """The pictures to learn from: the drawn set (209 + 500), or another one, as the module's docstring says.

    Says in one line which set is used when it is not the drawn one.
    Raises FileNotFoundError for a missing file or folder, ValueError for a file that is not what its name promises.
    """
    choice = _other_folder()
    if choice is None:
        return load_drawn()
    folder, remedy = choice
    cats = _read_folder(folder, remedy)
    print(f"Using {_describe(cats)} in {folder} ({len(cats.train_x)} training, {len(cats.test_x)} test pictures).")
    return cats


def load_drawn() -> Cats:
    """The drawn set (209 + 500 pictures), whatever CATS_FOLDER says. Raises as load_cats does."""
    packed = _drawn_folder() / PACKED
    if packed.is_file():
        train_x, train_y, test_x, test_y = unpack(packed)
        return Cats(train_x, train_y.reshape(1, -1), test_x, test_y.reshape(1, -1), CLASSES)
    return _read_folder(_drawn_folder(), 'restore it with "git checkout -- datasets" or "python -m datasets.draw"')


def load_pictures(folder: str | os.PathLike) -> tuple[np.ndarray, np.ndarray]:
    """Image files in `folder/cat/` and `folder/non-cat/` → images (m, 64, 64, 3) uint8, labels (1, m) int64.

    Files are taken by name, cats first, each as `load_picture` reads it. A file that is no readable image is named and
    skipped. Raises FileNotFoundError if a folder is missing, ValueError if no file could be read.
    """
    images, labels = [], []
    for name in reversed(CLASSES):
        for path in _files_in(Path(folder).expanduser() / name):
            try:
                images.append(load_picture(path))
                labels.append(CLASSES.index(name))
            except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:  # what Pillow may raise
                print(f"Skipped {path}: {error}")
    if not images:
        raise ValueError(f"no readable image file in {folder}/cat or {folder}/non-cat: put some there (JPEG, PNG, …)")
    return np.stack(images), np.array([labels], dtype=np.int64)


def load_picture(path: str | os.PathLike) -> np.ndarray:
    """One image file of any size and colour mode → (64, 64, 3) uint8: turned upright (EXIF), its middle square scaled
    down, transparent parts white. Raises FileNotFoundError if there is no such file, OSError if Pillow cannot read it."""
    path = Path(path).expanduser()
    if not path.is_file():
        what = "is a folder, not a picture" if path.is_dir() else "does not exist"
        raise FileNotFoundError(f"{path} {what}: give the path of one picture, counted from the folder {Path.cwd()}")
    with Image.open(path) as image:
        upright = ImageOps.exif_transpose(image)
        picture = ImageOps.fit(_to_rgb(upright), (SIDE, SIDE), Image.Resampling.LANCZOS)
    return np.asarray(picture)


def _to_rgb(image: Image.Image) -> Image.Image:
    """Any mode to RGB. Pillow clips 16-bit grey values instead of scaling them, so they are scaled here."""
    if image.mode.startswith("I"):
        image = Image.fromarray((np.asarray(image, dtype=np.float64) / 257).clip(0, 255).astype(np.uint8))
    page = Image.new("RGBA", image.size, "white")
    page.alpha_composite(image.convert("RGBA"))
    return page.convert("RGB")


def _files_in(folder: Path) -> list[Path]:
    if not folder.is_dir():
        raise FileNotFoundError(f"there is no folder {folder}: put image files into two folders named cat and non-cat")
    return sorted(path for path in folder.iterdir() if path.is_file() and not path.name.startswith("."))


# --- which folder ---


def _drawn_folder() -> Path:
    """`datasets/` beside utils (a clone, an unpacked copy), where pip puts it, else in the working directory or above."""
    found = [*places("datasets"), *(folder / "datasets" for folder in (Path.cwd(), *Path.cwd().parents))]
    for folder in found:
        if any((folder / name).is_file() for name in (PACKED, *FILES.values())):
            return folder
    raise FileNotFoundError(
        f"the drawn pictures (datasets/{FILES['train']}) are neither in {found[0]} nor in {Path.cwd()} or above: "
        "start Python or JupyterLab inside the course's folder"
    )


def _other_folder() -> tuple[Path, str] | None:
    """The folder that replaces the drawn set, with the way back to the drawn set; None if there is no such folder."""
    named = os.environ.get("CATS_FOLDER", "").strip()
    if named:
        return Path(named).expanduser().resolve(), "unset CATS_FOLDER to use the drawn set"
    photos = _drawn_folder() / "photos"
    if any((photos / name).exists() for name in FILES.values()):
        return photos, "empty that folder to use the drawn set"
    return None


def _describe(cats: Cats) -> str:
    hashes = tuple(hashlib.sha256(array.tobytes()).hexdigest()[:16] for array in cats[:4])
    return "the classic photographs" if hashes == CLASSIC else "your own data"


# --- reading a file ---


def _read_folder(folder: Path, remedy: str) -> Cats:
    """Both files of `folder`. `remedy` ends every error message: what to do if the file cannot be mended."""
    if not folder.is_dir():
        raise FileNotFoundError(
            f"there is no folder {folder}: create it with {' and '.join(FILES.values())}, or {remedy}"
        )
    missing = [name for name in FILES.values() if not (folder / name).is_file()]
    if missing:
        raise FileNotFoundError(
            f"{folder} lacks {' and '.join(missing)}: the two files belong together; add it, or {remedy}"
        )
    try:
        (train_x, train_y, classes), (test_x, test_y, _) = (_read_file(folder / FILES[part], part) for part in FILES)
    except ValueError as error:
        raise ValueError(f"{error}, or {remedy}") from None
    return Cats(train_x, train_y, test_x, test_y, classes)


def _read_file(path: Path, part: str) -> tuple[np.ndarray, np.ndarray, tuple[str, str]]:
    """Images, labels (1, m) and the classes' names from one HDF5 file; `part` is "train" or "test"."""
    import h5py  # here only: the packed set needs none, and a browser has none

    _refuse_impostors(path)
    keys = (f"{part}_set_x", f"{part}_set_y", "list_classes")
    try:
        with h5py.File(path, "r") as file:
            found = list(file)
            arrays = [file[key][...] for key in keys if isinstance(file.get(key), h5py.Dataset)]
    except (OSError, RuntimeError):  # h5py has no error of its own for a damaged file
        size = path.stat().st_size
        raise ValueError(f"{path} is cut short or damaged ({size:,} bytes): download or copy it again") from None
    if len(arrays) < len(keys):
        held = ", ".join(found) or "nothing"
        raise ValueError(f"{path} should hold the arrays {', '.join(keys)}, found {held}: rename or add them")
    x, y, names = arrays
    _refuse_wrong_arrays(path, part, x, y, names)
    no, yes = (name.decode() for name in names.tolist())
    return x, y.astype(np.int64).reshape(1, -1), (no, yes)


def _refuse_impostors(path: Path) -> None:
    """Files that only bear the name of an HDF5 file, told by their first bytes."""
    with path.open("rb") as file:
        start = file.read(512)
    size = f"({path.stat().st_size:,} bytes)"
    if start.startswith(b"version https://git-lfs"):
        raise ValueError(f'{path} is a Git LFS pointer {size}, not HDF5: run "git lfs pull"')
    if start.lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith((b"<!doctype", b"<html", b"<?xml", b"<!--")):
        raise ValueError(f"{path} is a web page {size}, not HDF5: download the raw file, not the page that shows it")
    if not start.startswith(b"\x89HDF\r\n\x1a\n"):
        raise ValueError(f"{path} is not an HDF5 file {size}, it starts with {start[:8]!r}: get the file again")


def _refuse_wrong_arrays(path: Path, part: str, x: np.ndarray, y: np.ndarray, names: np.ndarray) -> None:
    if x.dtype != np.uint8 or x.ndim != 4 or x.shape[1:] != (SIDE, SIDE, 3) or len(x) == 0:
        expected = f"(m, {SIDE}, {SIDE}, 3) uint8"
        raise ValueError(f"{path}: {part}_set_x should be {expected}, found {x.shape} {x.dtype}: convert it")
    if not np.issubdtype(y.dtype, np.integer) or y.shape != (len(x),):
        expected = f"({len(x)},) int64, one label a picture"
        raise ValueError(f"{path}: {part}_set_y should be {expected}, found {y.shape} {y.dtype}: convert it")
    if not np.isin(y, (0, 1)).all():
        raise ValueError(
            f"{path}: {part}_set_y should hold 0 and 1 only, found {sorted(set(y.tolist()))[:5]}: relabel it"
        )
    if names.shape != (2,) or not all(isinstance(name, bytes) for name in names.tolist()):
        raise ValueError(
            f"{path}: list_classes should be two names (bytes), found {names.shape} {names.dtype}: convert it"
        )
