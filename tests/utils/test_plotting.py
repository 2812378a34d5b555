"""What the figures say: read from what was drawn, not from pixels, except where the pixels are the fact."""

import io
from itertools import combinations, pairwise

import matplotlib.pyplot as plt
import nbformat
import numpy as np
import pytest
from matplotlib.axes import Axes
from matplotlib.collections import PathCollection
from matplotlib.colors import to_hex, to_rgb
from matplotlib.figure import Figure
from matplotlib.patches import Circle
from matplotlib.text import Annotation
from nbclient import NotebookClient
from PIL import Image

from utils import plotting
from utils.plotting import style


@pytest.fixture(autouse=True)
def house_style():
    with plt.rc_context():
        plotting.use_house_style()
        yield
    plt.close("all")


@pytest.fixture
def images() -> np.ndarray:
    return np.random.default_rng(1).integers(0, 256, size=(6, 64, 64, 3), dtype=np.uint8)


@pytest.fixture
def plane() -> tuple[np.ndarray, np.ndarray]:
    X = np.random.default_rng(2).normal(size=(2, 40))
    return X, (X[:1] > 0).astype(int)


def pixels(drawn: Axes | Figure) -> np.ndarray:
    """The figure as it is saved: (height, width, 4)."""
    png = io.BytesIO()
    drawn.figure.savefig(png, format="png")
    return np.asarray(Image.open(png).convert("RGBA"))


def words(ax: Axes) -> list[str]:
    return [text.get_text() for text in ax.texts if text.get_text()]


# --- house style ---


def test_figures_are_opaque_white_so_that_dark_pages_do_not_swallow_the_letters():
    image = pixels(plotting.plot_costs([3, 2, 1]))
    assert np.all(image[..., 3] == 255)
    assert tuple(image[0, 0]) == (255, 255, 255, 255)


def test_the_style_reaches_figures_made_with_plain_matplotlib():
    figure, ax = plt.subplots()
    assert to_hex(figure.get_facecolor()) == "#ffffff"
    assert not ax.spines["top"].get_visible()


def test_seven_curves_differ_by_pattern_as_well_as_by_colour():
    ax = plotting.plot_curves([0, 1], {f"curve {i}": [i, i + 1] for i in range(7)})
    assert len({str(line._dash_pattern) for line in ax.lines}) == 7
    assert len({line.get_color() for line in ax.lines}) == 7


def test_letters_stand_out_from_white():
    def luminance(colour: str) -> float:
        """Relative luminance as in WCAG 2.1."""
        rgb = np.array(to_rgb(colour))
        linear = np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)
        return float(linear @ [0.2126, 0.7152, 0.0722])

    settings = style.HOUSE_STYLE
    for colour in (settings["text.color"], settings["axes.labelcolor"], settings["xtick.color"], style.GREY):
        assert 1.05 / (luminance(colour) + 0.05) >= 4.5
    assert 1.05 / (luminance(style.WRONG) + 0.05) >= 3.5  # there is a cross and a frame as well


def test_a_long_notebook_may_keep_all_its_figures_open_without_a_warning():
    for _ in range(25):
        plt.figure()


# --- in Jupyter ---


def test_jupyter_shows_each_figure_once_and_an_old_one_when_asked(monkeypatch):
    monkeypatch.delenv("MPLBACKEND", raising=False)  # Jupyter's own, as learners have it
    cells = [
        "import numpy as np\nfrom utils import plotting\nplotting.use_house_style()",
        "plotting.show_pictures(np.zeros((2, 64, 64, 3), np.uint8))",
        "plotting.plot_costs([3, 2, 1])",
        "figure = plotting.show_weights(np.arange(12), shape=(2, 2, 3))\nprint('drawn')",
        "figure",
        "for costs in ([2, 1], [3, 1]):\n    plotting.plot_costs(costs)\nplotting.show_channels(np.zeros((4, 4, 3)))",
    ]
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in cells])
    NotebookClient(notebook, timeout=60, kernel_name="python3").execute()
    kinds = [
        ["image/png" if "image/png" in output.get("data", {}) else output.output_type for output in cell.outputs]
        for cell in notebook.cells
    ]
    png = "image/png"
    assert kinds == [[], [png], [png], ["stream", png], [png], [png, png, png]]


# --- pictures ---


def test_pictures_are_drawn_as_given_in_their_order(images):
    figure = plotting.show_pictures(images)
    for ax, image in zip(figure.axes, images, strict=True):
        np.testing.assert_array_equal(ax.images[0].get_array(), image)


def test_floats_between_0_and_1_give_the_same_picture_as_bytes(images):
    np.testing.assert_array_equal(pixels(plotting.show_pictures(images)), pixels(plotting.show_pictures(images / 255)))


def test_each_picture_is_named_by_its_label(images):
    Y = np.array([[0, 1, 1, 0, 0, 1]])
    names = ["non-cat", "cat", "cat", "non-cat", "non-cat", "cat"]
    for labels in (Y, Y[0], Y == 1, list(Y[0])):
        assert [ax.get_title() for ax in plotting.show_pictures(images, labels).axes] == names
    assert plotting.show_pictures(images, Y, classes=("dog", "fish")).axes[0].get_title() == "dog"


def test_a_wrong_prediction_is_marked_in_words_and_by_a_frame_not_only_by_colour(images):
    figure = plotting.show_pictures(images[:3], np.array([[0, 1, 1]]), np.array([[0, 0, 1]]))
    right, wrong, also_right = figure.axes
    assert right.get_title() == "non-cat\n✓ right"
    assert wrong.get_title() == "cat\n✗ said non-cat"
    assert also_right.get_title() == "cat\n✓ right"
    assert wrong.spines["left"].get_linewidth() > 3 * right.spines["left"].get_linewidth()


def test_predictions_without_labels_are_neither_right_nor_wrong(images):
    titles = [ax.get_title() for ax in plotting.show_pictures(images[:2], predictions=np.array([[0, 1]])).axes]
    assert titles == ["said non-cat", "said cat"]


def test_eight_captions_side_by_side_do_not_overlap():
    images = np.zeros((8, 64, 64, 3), np.uint8)
    figure = plotting.show_pictures(images, np.ones((1, 8), int), np.zeros((1, 8), int), title="All wrong")
    figure.canvas.draw()
    boxes = [ax.title.get_window_extent() for ax in figure.axes]
    assert all(left.x1 < right.x0 for left, right in pairwise(boxes))
    assert max(box.y1 for box in boxes) < figure._suptitle.get_window_extent().y0


def test_captions_do_not_run_into_the_row_above():
    figure = plotting.show_pictures(np.zeros((4, 8, 8, 3)), np.ones(4), np.ones(4), columns=2)
    figure.canvas.draw()
    above, below = figure.axes[0], figure.axes[2]
    assert below.title.get_window_extent().y1 < above.get_window_extent().y0


def test_columns_say_how_many_pictures_stand_side_by_side(images):
    lefts = [round(ax.get_position().x0, 3) for ax in plotting.show_pictures(images, columns=4).axes]
    assert lefts[:4] == sorted(set(lefts))
    assert lefts[4:] == lefts[:2]


@pytest.mark.parametrize(
    ("shape", "advice"),
    [
        ((12288, 6), r"use images.T.reshape\(-1, 64, 64, 3\)"),
        ((6, 12288), r"use images.reshape\(-1, 64, 64, 3\)"),
        ((64, 64, 3), r"use images\[np.newaxis\]"),
        ((6, 3, 64, 64), r"expected \(m, 64, 64, 3\)"),
        ((0, 64, 64, 3), "0 pictures, expected 1 to 250"),
        ((300, 64, 64, 3), r"300 pictures, expected 1 to 250: show some of them, as images\[:40\]"),
    ],
)
def test_pictures_of_another_shape_are_refused_with_the_way_to_mend_it(shape, advice):
    with pytest.raises(ValueError, match=advice):
        plotting.show_pictures(np.zeros(shape, np.uint8))


def test_the_advice_for_flattened_pictures_gives_the_pictures_back(images):
    X = images.reshape(6, -1).T  # (12288, 6)
    np.testing.assert_array_equal(X.T.reshape(-1, 64, 64, 3), images)


@pytest.mark.parametrize("wrong", [lambda x: x * 1.0, lambda x: x / 255 - 0.5, lambda x: x * np.nan])
def test_numbers_that_are_no_colours_are_refused_with_their_range(images, wrong):
    with pytest.raises(ValueError, match="expected whole numbers 0 to 255 or floats 0 to 1"):
        plotting.show_pictures(wrong(images))


@pytest.mark.parametrize(
    ("labels", "message"),
    [
        (np.zeros((1, 5)), "labels has 5 entries for 6 pictures: take the same slice of both"),
        (np.full((1, 6), 2), "labels holds 2, expected whole numbers 0 to 1"),
        (np.full((1, 6), 0.3), "labels holds 0.3"),
    ],
)
def test_labels_that_do_not_go_with_the_pictures_are_refused(images, labels, message):
    with pytest.raises(ValueError, match=message):
        plotting.show_pictures(images, labels)


def test_channels_show_each_plane_by_name_with_its_own_numbers(images):
    figure = plotting.show_channels(images[0])
    assert [ax.get_title() for ax in figure.axes] == ["picture", "red", "green", "blue"]
    for c, ax in enumerate(figure.axes[1:]):
        np.testing.assert_array_equal(ax.images[0].get_array(), images[0, ..., c])
        assert ax.get_xlabel().endswith(f" {images[0, 0, 0, c]}")


def test_channels_are_equally_bright_for_bytes_and_floats(images):
    assert [ax.images[0].get_clim() for ax in plotting.show_channels(images[0]).axes[1:]] == [(0, 255)] * 3
    assert [ax.images[0].get_clim() for ax in plotting.show_channels(images[0] / 255).axes[1:]] == [(0, 1)] * 3


def test_channels_of_several_pictures_are_refused(images):
    with pytest.raises(ValueError, match=r"expected one picture \(64, 64, 3\), such as images\[0\]"):
        plotting.show_channels(images)


# --- weights ---


def test_each_weight_stands_where_the_number_it_multiplies_stood():
    w = np.arange(64 * 64 * 3.0).reshape(-1, 1)
    *maps, bar = plotting.show_weights(w).axes
    for c, ax in enumerate(maps):
        np.testing.assert_array_equal(ax.images[0].get_array(), w.reshape(64, 64, 3)[..., c])
        assert ax.get_title() == ("red", "green", "blue")[c]
    assert "weight" in bar.get_ylabel()


def test_a_weight_of_zero_is_white_and_signs_have_colours_of_their_own():
    ax = plotting.show_weights(np.array([-1.0, 0.0, 1.0, 0.5]), shape=(2, 2)).axes[0]
    drawn = ax.images[0]
    minus, zero, plus = (to_hex(drawn.to_rgba(value)) for value in (-1.0, 0.0, 1.0))
    assert zero == "#ffffff"
    assert (minus, plus) == (style.BLUE.lower(), style.VERMILLION.lower())


def test_all_channels_share_one_scale():
    w = np.stack([np.full((4, 4), size) for size in (0.01, 1.0, 100.0)], axis=-1)
    assert len({ax.images[0].get_clim() for ax in plotting.show_weights(w, shape=(4, 4, 3)).axes[:3]}) == 1


def test_weights_that_are_all_zero_can_be_shown():
    ax = plotting.show_weights(np.zeros((12288, 1))).axes[0]
    assert to_hex(ax.images[0].to_rgba(0.0)) == "#ffffff"


def test_weights_that_do_not_fill_the_picture_are_refused():
    with pytest.raises(ValueError, match=r"w has shape \(7, 1\), 7 numbers, expected 12288 to fill \(64, 64, 3\)"):
        plotting.show_weights(np.zeros((7, 1)))


# --- curves, costs, bars ---


def test_curves_are_named_in_the_legend_and_drawn_as_given():
    x = np.linspace(-1, 1, 5)
    ax = plotting.plot_curves(x, {"line": x, "square": x**2}, xlabel="z", ylabel="g(z)", title="Two")
    assert [text.get_text() for text in ax.get_legend().get_texts()] == ["line", "square"]
    np.testing.assert_array_equal(ax.lines[1].get_ydata(), x**2)
    assert (ax.get_xlabel(), ax.get_ylabel(), ax.get_title()) == ("z", "g(z)", "Two")


def test_a_curve_of_another_length_is_named():
    with pytest.raises(ValueError, match="curve 'tanh' has 4 values, x has 5"):
        plotting.plot_curves(np.zeros(5), {"tanh": np.zeros(4)})


def test_costs_stand_at_the_iterations_they_were_kept_at():
    ax = plotting.plot_costs([0.69, 0.5, 0.4], every=100)
    np.testing.assert_array_equal(ax.lines[0].get_xdata(), [0, 100, 200])
    assert (ax.get_xlabel(), ax.get_ylabel()) == ("iteration", "cost")
    assert ax.get_legend() is None


def test_several_costs_are_told_apart_by_name_and_may_have_different_lengths():
    ax = plotting.plot_costs({"0.005": [3, 2, 1], 0.01: [np.float64(3), np.array(2)]}, every=10, legend="learning rate")
    assert [text.get_text() for text in ax.get_legend().get_texts()] == ["0.005", "0.01"]
    assert ax.get_legend().get_title().get_text() == "learning rate"
    np.testing.assert_array_equal(ax.lines[1].get_xdata(), [0, 10])


def test_a_single_cost_is_visible_though_it_makes_no_line():
    assert plotting.plot_costs([0.69]).lines[0].get_marker() == "o"


def test_costs_that_diverge_to_nan_can_be_shown():
    plotting.plot_costs([0.7, np.inf, np.nan]).figure.canvas.draw()


@pytest.mark.parametrize("costs", [[], 0.69, {"0.005": []}])
def test_costs_that_are_no_list_of_numbers_are_refused(costs):
    with pytest.raises(ValueError, match="expected a list of numbers"):
        plotting.plot_costs(costs)


def test_bars_carry_their_names_values_and_error_bars():
    ax = plotting.plot_bars({"majority": 0.6, "network": 0.89}, {"network": 0.02, "majority": 0.0}, ylabel="accuracy")
    assert [label.get_text() for label in ax.get_xticklabels()] == ["majority", "network"]
    assert [bar.get_height() for bar in ax.patches] == [0.6, 0.89]
    assert words(ax) == ["0.600", "0.890"]
    ends = ax.containers[0].lines[2][0].get_segments()
    np.testing.assert_allclose([end[:, 1] for end in ends], [[0.6, 0.6], [0.87, 0.91]])


def test_bars_start_at_zero_so_that_lengths_can_be_compared():
    assert plotting.plot_bars({"a": 0.85, "b": 0.86}).get_ylim()[0] == 0


@pytest.mark.parametrize(("value", "text"), [(0.7, "0.700"), (12.34, "12.3"), (123.4, "123"), (12288, "12,288")])
def test_values_on_bars_are_short(value, text):
    assert words(plotting.plot_bars({"a": value})) == [text]


@pytest.mark.parametrize("errors", [[0.1], {"a": 0.1}])
def test_errors_that_do_not_belong_to_the_bars_are_refused(errors):
    with pytest.raises(ValueError, match="give one for each"):
        plotting.plot_bars({"a": 1, "b": 2}, errors)


# --- the plane ---


def test_classes_differ_by_shape_as_well_as_by_colour(plane):
    zero, one = plotting.plot_points(*plane).collections
    assert zero.get_paths()[0].vertices.shape != one.get_paths()[0].vertices.shape
    assert to_hex(zero.get_facecolor()[0]) != to_hex(one.get_facecolor()[0])


def test_each_point_is_drawn_with_its_class(plane):
    X, Y = plane
    ax = plotting.plot_points(X, Y, classes=("blue team", "red team"))
    for k, drawn in enumerate(ax.collections):
        np.testing.assert_array_equal(drawn.get_offsets(), X[:, Y[0] == k].T)
    assert [text.get_text() for text in ax.get_legend().get_texts()] == ["blue team", "red team"]


def test_features_of_very_different_size_fill_the_figure_all_the_same():
    X = np.array([[50.0, 120.0, 200.0], [1.0, 2.0, 4.0]])  # square metres, rooms
    assert plotting.plot_points(X, [0, 1, 1]).get_aspect() == "auto"


def test_points_that_all_agree_in_one_feature_can_be_shown():
    plotting.plot_points(np.array([[1.0, 1.0], [0.0, 2.0]]), [0, 1]).figure.canvas.draw()


@pytest.mark.parametrize(
    ("X", "Y", "message"),
    [
        (np.zeros((9, 2)), np.zeros(9), "points go in columns, so give X.T"),
        (np.zeros((3, 9)), np.zeros(9), r"X has shape \(3, 9\), expected \(2, m\)"),
        (np.zeros((2, 9)), np.zeros((1, 8)), "Y has 8 entries for 9 points"),
        (np.zeros((2, 9)), np.full(9, -1), "Y holds -1, expected labels 0 and 1 only"),
    ],
)
def test_points_of_another_shape_are_refused_with_the_way_to_mend_it(X, Y, message):
    with pytest.raises(ValueError, match=message):
        plotting.plot_points(X, Y)


def test_the_boundary_plot_asks_predict_for_points_in_columns_all_around_the_data(plane):
    asked = []

    def predict(points: np.ndarray) -> np.ndarray:
        asked.append(points)
        return points[:1] > 0

    X, Y = plane[0] + [[0.0], [9.0]], plane[1]
    plotting.plot_decision_boundary(predict, X, Y)
    (points,) = asked
    assert points.shape[0] == 2
    assert points.shape[1] > 10_000
    assert np.all(points.min(axis=1) < X.min(axis=1))
    assert np.all(points.max(axis=1) > X.max(axis=1))


def boundary_of(ax: Axes) -> np.ndarray:
    """Points of the black line, (k, 2); empty where there is none."""
    lines = [c for c in ax.collections if not isinstance(c, PathCollection) and not c.get_fill()]
    return np.concatenate([path.vertices for line in lines for path in line.get_paths()] or [np.empty((0, 2))])


@pytest.mark.parametrize(
    "answer",
    [
        lambda p: (p[:1] > 0.3).astype(int),
        lambda p: p[:1] > 0.3,
        lambda p: p[0] > 0.3,
        lambda p: 1 / (1 + np.exp(-5 * (p[:1] - 0.3))),
    ],
    ids=["0 and 1", "bool", "(k,)", "probabilities"],
)
def test_the_line_is_drawn_where_the_answer_changes(plane, answer):
    line = boundary_of(plotting.plot_decision_boundary(answer, *plane))
    assert len(line) > 1
    np.testing.assert_allclose(line[:, 0], 0.3, atol=0.02)


def test_the_background_has_the_colour_of_the_predicted_class():
    X, Y = np.array([[-1.0, 1.0], [-1.0, 1.0]]), [0, 1]
    ax = plotting.plot_decision_boundary(lambda p: p[:1] > 0, X, Y)
    image = pixels(ax)
    for x1, colour in ((-0.5, style.CLASS_FILLS[0]), (0.5, style.CLASS_FILLS[1])):
        across, up = ax.transData.transform((x1, 0.0))
        assert to_hex(image[-int(up), int(across)] / 255) == colour.lower()


@pytest.mark.parametrize("k", [0, 1])
def test_a_model_that_always_says_the_same_is_shown_without_a_line(plane, k):
    ax = plotting.plot_decision_boundary(lambda p: np.full((1, p.shape[1]), k), *plane)
    assert len(boundary_of(ax)) == 0


def test_predict_that_forgets_its_argument_is_refused_in_words(plane):
    with pytest.raises(ValueError, match=r"predict returned shape \(1, 40\).*does it use the points it is given"):
        plotting.plot_decision_boundary(lambda p: plane[1], *plane)


@pytest.mark.parametrize(
    "draw",
    [
        lambda ax, X, Y: plotting.plot_points(X, Y, title="here", ax=ax),
        lambda ax, X, Y: plotting.plot_decision_boundary(lambda p: p[0] > 0, X, Y, title="here", ax=ax),
        lambda ax, X, Y: plotting.plot_layer_sizes([X, Y], ["", ""], title="here", ax=ax),
        lambda ax, X, Y: plotting.plot_costs([2, 1], title="here", ax=ax),
        lambda ax, X, Y: plotting.plot_curves([0, 1], {"a": [0, 1]}, title="here", ax=ax),
        lambda ax, X, Y: plotting.plot_bars({"a": 1}, title="here", ax=ax),
        lambda ax, X, Y: plotting.draw_network([2, 1], title="here", ax=ax),
        lambda ax, X, Y: plotting.draw_computation_graph({"a": 1, "J": 1}, [("a", "J")], title="here", ax=ax),
    ],
    ids=["points", "boundary", "layers", "costs", "curves", "bars", "network", "graph"],
)
def test_axes_that_are_given_are_drawn_into_and_no_figure_is_opened(plane, draw):
    figure, axes = plt.subplots(1, 2)
    assert draw(axes[1], *plane) is axes[1]
    assert axes[1].get_title() == "here"
    assert plt.get_fignums() == [figure.number]


def test_a_bare_boundary_is_the_same_one_without_legend_and_numbers(plane):
    ax = plotting.plot_decision_boundary(lambda p: p[0] > 0.3, *plane, title="here", bare=True)
    np.testing.assert_allclose(boundary_of(ax)[:, 0], 0.3, atol=0.05)
    assert ax.get_title() == "here"
    assert ax.get_legend() is None and len(ax.get_xticks()) == len(ax.get_yticks()) == 0


# --- hidden units ---


def forward(X, parameters):
    A1 = np.tanh(parameters["W1"] @ X + parameters["b1"])
    return 1 / (1 + np.exp(-(parameters["W2"] @ A1 + parameters["b2"]))), {"A1": A1}


@pytest.fixture
def three_units() -> dict[str, np.ndarray]:
    """Unit 0 turns at x1 = 0.5 and pushes towards 1 on its right, unit 1 turns at x2 = -0.5 and pushes towards 0 above."""
    return {
        "W1": np.array([[2.0, 0.0], [0.0, 2.0], [0.0, 0.0]]),
        "b1": np.array([[-1.0], [1.0], [0.0]]),
        "W2": np.array([[3.0, -1.5, 1.0]]),
        "b2": np.zeros((1, 1)),
    }


def test_each_unit_s_line_is_where_its_weighted_sum_is_0(plane, three_units):
    left, _ = plotting.plot_hidden_units(forward, three_units, *plane).axes
    lines = [line for line in left.lines if line.get_xydata().shape == (2, 2)]
    numbers = {text.get_text(): text.get_position() for text in left.texts}
    assert len(lines) == 2  # a unit without weights has no line
    assert numbers == {"0": (0.5, 0.0), "1": (0.0, -0.5)}


def test_a_unit_s_map_is_coloured_by_what_it_pushes_towards(plane, three_units):
    _, right = plotting.plot_hidden_units(forward, three_units, *plane).axes
    of_0, of_1, of_2 = (image.get_array() for image in right.images)
    assert np.all(np.diff(of_0, axis=1) >= 0) and of_0[0, 0] < -2.5 and of_0[0, -1] > 2.5
    assert np.all(np.diff(of_1, axis=0) <= 0) and of_1[0, 0] > 1 and of_1[-1, 0] < -1
    assert np.all(of_2 == 0)
    assert {image.get_clim() for image in right.images} == {(-np.abs(of_0).max(), np.abs(of_0).max())}
    assert words(right) == ["unit 0", "unit 1", "unit 2"]


def test_the_boundary_is_the_network_s_and_weak_units_are_pale(plane, three_units):
    weak = three_units | {"W2": three_units["W2"] / 1000}
    left, right = plotting.plot_hidden_units(forward, weak, *plane, title="step 0").axes
    place = boundary_of(left)
    np.testing.assert_allclose(forward(place.T, weak)[0], 0.5, atol=1e-4)
    assert {image.get_clim() for image in right.images} == {(-1, 1)}
    assert left.get_title() == "step 0"


@pytest.mark.parametrize("n_h", [1, 2, 5, 7])
def test_no_two_maps_cover_each_other(plane, n_h):
    rng = np.random.default_rng(n_h)
    parameters = {
        "W1": rng.normal(size=(n_h, 2)),
        "b1": np.zeros((n_h, 1)),
        "W2": rng.normal(size=(1, n_h)),
        "b2": np.zeros((1, 1)),
    }
    _, right = plotting.plot_hidden_units(forward, parameters, *plane).axes
    corners = [image.get_extent() for image in right.images]
    assert len(corners) == n_h
    for (left, to, bottom, top), (other, other_to, other_bottom, other_top) in combinations(corners, 2):
        assert to <= other or other_to <= left or top <= other_bottom or other_top <= bottom
    for left, to, bottom, top in corners:
        assert right.get_xlim()[0] <= left < to <= right.get_xlim()[1]
        assert right.get_ylim()[0] <= bottom < top <= right.get_ylim()[1]


# --- layers ---


def heights_of(ax: Axes) -> list[dict[float, float]]:
    """For each layer its bars that are not empty: power of ten → height."""
    found = []
    for l, shape in enumerate(ax.collections):
        tops = {}
        for x, y in shape.get_paths()[0].vertices:
            tops[round(x, 2)] = max(tops.get(round(x, 2), 0), y + l)
        found.append({x: y for x, y in tops.items() if y > 1e-9})
    return found


def test_a_layer_s_numbers_stand_above_their_power_of_ten():
    layers = [np.array([[0.003, -0.003, 0.0], [0.0, 0.003, 0.003]]), np.full((2, 3), 30.0)]
    first, second = heights_of(plotting.plot_layer_sizes(layers, ["first", "second"]))
    for bars, power in ((first, np.log10(0.003)), (second, np.log10(30))):
        assert all(abs(x - power) <= 0.25 for x in bars)
        assert max(bars.values()) == pytest.approx(0.85)


def test_a_layer_of_zeros_is_empty_and_what_is_off_the_scale_stands_at_its_end():
    layers = [np.zeros((3, 3)), np.array([1e-30, 1e30])]
    ax = plotting.plot_layer_sizes(layers, ["", ""], powers=(-6, 2))
    nothing, ends = heights_of(ax)
    assert nothing == {}
    assert set(ends) == {-6.0, -5.75, 1.75, 2.0}
    assert ax.get_xlim() == (-6, 2)


def test_layers_stand_below_each_other_with_their_names():
    ax = plotting.plot_layer_sizes([np.ones(3)] * 3, ["a", "b", "c"])
    heights = [text.get_position()[1] for text in ax.texts]
    assert words(ax) == ["a", "b", "c"] and heights == sorted(heights, reverse=True)
    assert [label.get_text() for label in ax.get_xticklabels()] == ["10⁻¹²", "10⁻⁹", "10⁻⁶", "10⁻³", "1"]
    with pytest.raises(ValueError, match="1 names for 3 layers"):
        plotting.plot_layer_sizes([np.ones(3)] * 3, ["a"])


# --- computation graph ---

NODES = {"a": 5, "b": 3, "c": 2, "u = bc": 6, "v = a + u": 11, "J = 3v": 33}
EDGES = [("b", "u"), ("c", "u"), ("a", "v"), ("u", "v"), ("v", "J")]


def place_of(ax: Axes, text: str) -> tuple[float, float]:
    return next(t.get_position() for t in ax.texts if t.get_text() == text)


def arrows(ax: Axes) -> list[Annotation]:
    return [text for text in ax.texts if isinstance(text, Annotation) and text.arrow_patch]


def test_the_graph_runs_from_left_to_right():
    ax = plotting.draw_computation_graph(NODES, EDGES)
    x = {text.split(" ")[0]: place_of(ax, text)[0] for text in NODES}
    assert x["a"] == pytest.approx(x["b"], abs=0.2)
    assert all(x[start] < x[end] for start, end in EDGES)
    assert len(arrows(ax)) == len(EDGES)


def test_inputs_stand_in_the_order_given_and_values_below_their_boxes():
    ax = plotting.draw_computation_graph(NODES, EDGES)
    assert place_of(ax, "a")[1] > place_of(ax, "b")[1] > place_of(ax, "c")[1]
    for text, value in NODES.items():
        box, number = place_of(ax, text), place_of(ax, str(value))
        assert number[0] == box[0]
        assert number[1] < box[1]


def test_derivatives_are_written_with_their_names_and_come_back_along_the_edges():
    ax = plotting.draw_computation_graph(NODES, EDGES, {"J": 1, "v": 3, "u": 3})
    assert {"dJ = 1", "dv = 3", "du = 3"} <= set(words(ax))
    assert "da = 3" not in words(ax)
    back = [arrow for arrow in arrows(ax) if arrow.arrow_patch.get_linestyle() == "--"]
    assert len(back) == 2  # J → v and v → u
    assert all(arrow.xy[0] < arrow.get_position()[0] for arrow in back)


def test_boxes_and_numbers_of_a_column_do_not_overlap():
    ax = plotting.draw_computation_graph(NODES, EDGES, {"a": 3, "b": 6, "c": 9})
    ax.figure.canvas.draw()
    boxes = [text.get_window_extent() for text in ax.texts if text.get_text()]
    assert not any(one.overlaps(other) for i, one in enumerate(boxes) for other in boxes[:i])
    assert all(ax.figure.bbox.contains(box.x0, box.y0) and ax.figure.bbox.contains(box.x1, box.y1) for box in boxes)


def test_values_may_be_words_lines_or_nothing():
    ax = plotting.draw_computation_graph({"w": "(n, 1)\nweights", "b": None, "z": 0.5}, [("w", "z"), ("b", "z")])
    assert words(ax) == ["w", "(n, 1)", "weights", "b", "z", "0.5"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (({}, []), "nodes is empty"),
        ((NODES, [("a", "w")]), "edges names 'w', which is no node: the nodes are a, b, c, u, v, J"),
        ((NODES, EDGES, {"w": 1}), "derivatives names 'w', which is no node"),
        (({"a": 1, "b": 2}, [("a", "b"), ("b", "a")]), "the edges run in a circle"),
        (({"a": 1}, [("a", "a")]), "the edges run in a circle"),
        (({"u": 1, "u = bc": 2}, []), "two nodes have the name 'u'"),
    ],
)
def test_graphs_that_cannot_be_drawn_are_refused_in_words(arguments, message):
    with pytest.raises(ValueError, match=message):
        plotting.draw_computation_graph(*arguments)


# --- network ---


def circles(ax: Axes) -> list[Circle]:
    return [patch for patch in ax.patches if isinstance(patch, Circle)]


def test_each_unit_is_a_circle_and_each_weight_a_line():
    ax = plotting.draw_network([3, 4, 1])
    assert len(circles(ax)) == 3 + 4 + 1  # no circles for biases
    assert len(ax.lines) == 3 * 4 + 4 * 1


def test_layers_are_named_with_their_sizes():
    labels = words(plotting.draw_network([12288, 7, 1]))
    assert [label.split("\n")[0] for label in labels] == ["input", "hidden 1", "output"]
    assert "12288" in labels[0]
    assert words(plotting.draw_network([2, 1], labels=["house", "price"]))[1].startswith("price")


def test_up_to_eight_units_are_all_drawn_and_more_are_abbreviated_by_dots():
    assert len(circles(plotting.draw_network([8, 1]))) == 9
    ax = plotting.draw_network([9, 1])
    assert len(circles(ax)) == 6 + 1
    dots = [line for line in ax.lines if line.get_marker() == "o"]
    assert [len(line.get_xdata()) for line in dots] == [3]


def test_names_below_neighbouring_layers_do_not_overlap():
    ax = plotting.draw_network([12288, 20, 1], labels=["all the pixels of a picture", "hidden layer", "probability"])
    ax.figure.canvas.draw()
    boxes = [text.get_window_extent() for text in ax.texts]
    assert all(left.x1 < right.x0 for left, right in pairwise(boxes))


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (([3],), "expected two sizes or more"),
        (([3, 0, 1],), "each 1 or more"),
        (([3, 4, 1], ["in", "out"]), "2 labels for 3 layers: give one for each, the input's too"),
    ],
)
def test_networks_that_cannot_be_drawn_are_refused_in_words(arguments, message):
    with pytest.raises(ValueError, match=message):
        plotting.draw_network(*arguments)
