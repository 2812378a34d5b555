"""Pictures, their three colours, and weights looked at as pictures."""

from collections.abc import Sequence

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.figure import Figure

from utils.plotting.style import BLUE, GREY, VERMILLION, WRONG, quiet

MOST_PICTURES = 250  # more than this nobody looks at, and drawing takes long
CELL = 1.12  # inches: width of a picture with the gap beside it; eight fill the width of a notebook
LINE = 0.19  # inches: height of a line of caption

CHANNELS = ("red", "green", "blue")
TINTS = ("#FF5A50", "#4CD964", "#6A9CFF")  # lighter than the pure colours: a pure blue looks nearly black
SIGNED = LinearSegmentedColormap.from_list("signed", [BLUE, "white", VERMILLION], N=255)  # odd: 0 is white


def show_pictures(
    images: np.ndarray,
    labels: np.ndarray | None = None,
    predictions: np.ndarray | None = None,
    classes: Sequence[str] = ("non-cat", "cat"),
    columns: int = 8,
    title: str | None = None,
) -> Figure:
    """Pictures in rows, with what they are and what a model said. Returns the figure.

    images: (m, height, width, 3), uint8 0 … 255 or floats 0 … 1. labels, predictions: m entries 0 or 1 in any shape,
    (1, m) or (m,); indices into classes. A wrong prediction has a cross, the words "said …" and a thick frame.
    Raises ValueError if the pictures are flattened, more than 250, or do not go with labels and predictions.
    """
    images = _require_pictures(images)
    m = len(images)
    labels = _classes_of("labels", labels, m, len(classes))
    predictions = _classes_of("predictions", predictions, m, len(classes))
    captions = [_caption(i, labels, predictions, classes) for i in range(m)]
    lines = max(text.count("\n") + 1 if text else 0 for text, _ in captions)
    for ax, image, (text, wrong) in zip(_grid(m, columns, lines, title), images, captions, strict=True):
        ax.imshow(image)
        ax.set_title(text, fontsize=9, fontweight="normal", color=WRONG if wrong else "black", pad=3)
        if wrong:
            _frame(ax, WRONG, 3)
    return quiet(ax.figure)


def show_channels(image: np.ndarray, title: str | None = None) -> Figure:
    """One picture (height, width, 3) and its red, green and blue numbers as three pictures. Returns the figure.

    Below each plane stands its number for the pixel at the top left. Raises ValueError for any other shape.
    """
    if np.ndim(image) != 3:
        raise ValueError(f"image has shape {np.shape(image)}, expected one picture (64, 64, 3), such as images[0]")
    image = _require_pictures(np.asarray(image)[np.newaxis])[0]
    figure, axes = plt.subplots(1, 4, figsize=(9.0, 2.9), layout="constrained")
    axes[0].imshow(image)
    axes[0].set(title="picture", xlabel="each pixel: 3 numbers")
    for c, (ax, name) in enumerate(zip(axes[1:], CHANNELS, strict=True)):
        tint = LinearSegmentedColormap.from_list(name, ["black", TINTS[c]])
        ax.imshow(image[..., c], cmap=tint, vmin=0, vmax=1 if image.dtype.kind == "f" else 255)
        ax.set(title=name, xlabel=f"pixel at the top left: {image[0, 0, c]:.3g}")
    for ax in axes:
        _bare(ax)
    figure.suptitle(title)
    return quiet(figure)


def show_weights(w: np.ndarray, shape: tuple[int, ...] = (64, 64, 3), title: str | None = None) -> Figure:
    """The weights of one unit, each at the place of the number it multiplies. Returns the figure.

    w: as many numbers as `shape` has, (12288, 1) for pictures (64, 64, 3); for a unit of a layer, W1[j]. One map for
    each colour channel, all on one scale, with 0 white. The half per cent of the largest is cut off, lest a single
    weight make the rest pale. Raises ValueError if w does not fill the shape.
    """
    w = np.asarray(w, dtype=np.float64)
    if w.size != np.prod(shape):
        raise ValueError(f"w has shape {w.shape}, {w.size} numbers, expected {np.prod(shape)} to fill {tuple(shape)}")
    maps = w.reshape(*shape[:2], -1)  # (height, width, channels)
    limit = float(np.quantile(np.abs(maps), 0.995)) or float(np.abs(maps).max()) or 1.0
    count = maps.shape[2]
    figure, axes = plt.subplots(1, count, figsize=(2.5 * count + 1.5, 2.9), layout="constrained", squeeze=False)
    for c, ax in enumerate(axes[0]):
        drawn = ax.imshow(maps[..., c], cmap=SIGNED, vmin=-limit, vmax=limit)
        ax.set_title(CHANNELS[c] if count == 3 else "")
        _bare(ax)
    bar = figure.colorbar(drawn, ax=axes, extend="both", shrink=0.85)
    bar.set_label("weight: minus speaks against,\nplus for class 1", fontsize=9)
    figure.suptitle(title)
    return quiet(figure)


def _require_pictures(images: np.ndarray) -> np.ndarray:
    """Pictures as imshow takes them, or ValueError with the way to get there."""
    images = np.asarray(images)
    if images.ndim != 4 or images.shape[3] != 3:
        raise ValueError(f"images have shape {images.shape}, expected (m, 64, 64, 3): {_way_to_pictures(images.shape)}")
    if not 1 <= len(images) <= MOST_PICTURES:
        raise ValueError(f"{len(images)} pictures, expected 1 to {MOST_PICTURES}: show some of them, as images[:40]")
    low, high = images.min(), images.max()
    most = 1 if images.dtype.kind == "f" else 255
    if not (low >= 0 and high <= most):
        raise ValueError(
            f"images hold {images.dtype} from {low:.3g} to {high:.3g}, expected whole numbers 0 to 255 "
            "or floats 0 to 1: undo the scaling, or divide by 255"
        )
    return images if most == 1 else images.astype(np.uint8)


def _way_to_pictures(shape: tuple[int, ...]) -> str:
    numbers = 64 * 64 * 3
    if len(shape) == 2 and shape[0] == numbers:
        return "flattened pictures stand in columns, so use images.T.reshape(-1, 64, 64, 3)"
    if shape[-1:] == (numbers,):
        return "use images.reshape(-1, 64, 64, 3)"
    if len(shape) == 3:
        return "for a single picture use images[np.newaxis]"
    return "give the pictures as they were loaded"


def _classes_of(name: str, values: np.ndarray | None, m: int, count: int) -> np.ndarray | None:
    """0/1 values in any shape → (m,) integers, or ValueError."""
    if values is None:
        return None
    values = np.ravel(values)
    if len(values) != m:
        raise ValueError(f"{name} has {len(values)} entries for {m} pictures: take the same slice of both")
    wrong = values[~np.isin(values, range(count))]
    if len(wrong):
        raise ValueError(f"{name} holds {wrong[0]}, expected whole numbers 0 to {count - 1}: a class for each picture")
    return values.astype(int)


def _caption(
    i: int, labels: np.ndarray | None, predictions: np.ndarray | None, classes: Sequence[str]
) -> tuple[str, bool]:
    """What to write above picture i, and whether the prediction is wrong."""
    if predictions is None:
        return ("" if labels is None else classes[labels[i]]), False
    said = f"said {classes[predictions[i]]}"
    if labels is None:
        return said, False
    wrong = bool(labels[i] != predictions[i])
    return f"{classes[labels[i]]}\n{'✗ ' + said if wrong else '✓ right'}", wrong


def _grid(m: int, columns: int, lines: int, title: str | None) -> list[Axes]:
    """Axes for m pictures with room for `lines` of caption each, and a title above them all."""
    columns = max(1, min(columns, m))
    rows = -(-m // columns)
    row = CELL + lines * LINE
    head = 0.32 if title else 0.05  # inches
    height = rows * row + head
    figure = plt.figure(figsize=(columns * CELL, height))
    figure.suptitle(title, y=1 - 0.04 / height, va="top")
    side = CELL - 0.1
    axes = []
    for i in range(m):
        left, top = (i % columns) * CELL + 0.05, head + (i // columns) * row + lines * LINE  # inches from top left
        box = (left / (columns * CELL), 1 - (top + side) / height, side / (columns * CELL), side / height)
        axes.append(figure.add_axes(box))
        _bare(axes[-1])
    return axes


def _bare(ax: Axes) -> None:
    """No ticks; a thin frame, so that a white picture has an edge."""
    ax.set(xticks=[], yticks=[])
    _frame(ax, GREY, 0.5)


def _frame(ax: Axes, colour: str, width: float) -> None:
    for spine in ax.spines.values():
        spine.set(visible=True, color=colour, linewidth=width)
