"""What a failing check shows in JupyterLab: the sentence, the learner's line and the numbers, in narrow windows too."""

import nbformat
import pytest
from conftest import copy_course
from labserver import running_lab
from playwright.sync_api import expect
from rooms import browser_page, choose_theme, needs_chromium, open_notebook, run, snap

pytestmark = [pytest.mark.browser, pytest.mark.slow, needs_chromium]
PAGE = "my-course/explained.ipynb"
HEAD = """import numpy as np
from grader import check
from utils.activations import relu, sigmoid, relu_backward, sigmoid_backward

def linear_forward(A, W, b):
    return W @ A + b, (A, W, b)
"""
BACKWARD = """def linear_backward(dZ, cache):
    A_prev, W, b = cache
    m = A_prev.shape[1]
    dW = {dW}
    db = {db}
    dA_prev = {dA}
    return dA_prev, dW, db

check("deep_network.linear_backward", linear_backward)"""
RIGHT = {"dW": "dZ @ A_prev.T / m", "db": "np.sum(dZ, axis=1, keepdims=True) / m", "dA": "W.T @ dZ"}
MISSING = """def linear_activation_forward(A_prev, W, b, activation):
    Z, linear = linear_forward(A_prev, W, b)
    if activation == "relu":
        A, kept = relu(Z)
    elif activation == "sigmoid":
        A, kept = sigmoid(Z)
    return A, (linear, kept)

check("deep_network.linear_activation_forward", linear_activation_forward)"""
PICTURES = """def flatten_images(images):
    return images

check("vectorization.flatten_images", flatten_images)"""
SCREENS = {  # name → cell, and what has to be read there
    "wrong-axis": (BACKWARD.format(**RIGHT | {"db": "np.sum(dZ, axis=0, keepdims=True) / m"}), "np.sum(dZ, axis=0"),
    "two-mistakes": (BACKWARD.format(**RIGHT | {"dW": "dZ @ A_prev.T", "dA": "W.T @ dZ / m"}), "Two things are wrong."),
    "stop-with-shapes": (BACKWARD.format(**RIGHT | {"dW": "dZ @ A_prev / m"}), "columns of the first must meet the rows"),
    "missing-tanh": (MISSING, 'only in if activation == \'relu\' or if activation == \'sigmoid\''),
    "four-axes": (PICTURES, "has shape"),
}
STOPS = ("missing-tanh",)  # nothing came that could stand beside what is expected


@pytest.fixture(scope="module")
def lab(tmp_path_factory):
    course = copy_course(tmp_path_factory.mktemp("explained") / "course")
    cells = [nbformat.v4.new_code_cell(text) for text in (HEAD, *(f"# {name}\n{text}" for name, (text, _) in SCREENS.items()))]
    with running_lab(course, tmp_path_factory.mktemp("home")) as opened:
        kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
        nbformat.write(nbformat.v4.new_notebook(cells=cells, metadata=kernel), course / PAGE)
        yield opened


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_expected_and_yours_are_whole_beside_each_other_in_wide_and_narrow_windows(lab, theme):
    with browser_page() as page:
        open_notebook(page, lab, PAGE)
        choose_theme(page, theme)
        run(page, "from utils.activations")
        for name, (_, told) in SCREENS.items():
            shown = run(page, f"# {name}")
            expect(shown).to_contain_text(told)
            for width in (1280, 800):
                page.set_viewport_size({"width": width, "height": 900})
                heads = () if name in STOPS else ("Expected", "Yours")
                expect(shown.get_by_role("columnheader")).to_have_count(2 + len(heads))
                for head in heads:
                    box = shown.get_by_role("columnheader", name=head).bounding_box()
                    assert box and box["x"] >= 0 and box["x"] + box["width"] <= width, (name, head, width, box)
                assert shown.bounding_box()["height"] < 1600
                assert shown.evaluate("area => [...area.querySelectorAll('.jp-OutputArea-output')].every("
                                      "one => one.scrollWidth <= one.clientWidth + 1)")  # fmt: skip
                shown.scroll_into_view_if_needed()
                snap(page, f"{name}-{theme}-{width}")
            page.set_viewport_size({"width": 1280, "height": 900})
