"""The course in a browser tab: no Python on the machine, no other host, all notebooks to full marks.

Chromium may reach this machine only. Python in the browser, Pyodide, is part of the site here: CONTRIBUTING.md says how to
get it.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import nbformat
import pytest
from conftest import own_course, solved
from nbgrader.api import Gradebook
from PIL import Image
from playwright.sync_api import Page, expect
from rooms import browser_page, busy, cell, idle, menu, needs_chromium, run, serving, type_in_place_of

from grader.exercises import EXERCISES, NOTEBOOKS
from grader.releasing import in_browser

PYODIDE = Path(os.environ.get("PYODIDE") or Path(sys.prefix, "pyodide"))
needs_pyodide = pytest.mark.skipif(
    not (PYODIDE / "pyodide.js").is_file(), reason=f"no Pyodide in {PYODIDE} (make pyodide, or name its folder in PYODIDE)"
)
pytestmark = [pytest.mark.browser, pytest.mark.slow, needs_chromium, needs_pyodide]
ALONE = ("--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",)
START = 180_000  # milliseconds: Python starts with NumPy and Matplotlib, beside other tests
WHOLE = 900_000  # a whole notebook
WRONG_AXIS = """import numpy as np
from grader import check

def linear_backward(dZ, cache):
    A_prev, W, b = cache
    m = A_prev.shape[1]
    dW = dZ @ A_prev.T / m
    db = np.sum(dZ, axis=0, keepdims=True) / m
    return W.T @ dZ, dW, db

check("deep_network.linear_backward", linear_backward)"""


@pytest.fixture(scope="module")
def course(tmp_path_factory) -> Iterator[Path]:
    with own_course(tmp_path_factory.mktemp("tab")) as copy:
        yield copy


@pytest.fixture(scope="module")
def address(course, tmp_path_factory) -> Iterator[str]:
    """Where the course in the browser is served from."""
    folder = tmp_path_factory.mktemp("lite")
    in_browser.write(course, folder / "work", folder / "site", PYODIDE)
    with serving(folder / "site") as served:
        yield served


@pytest.fixture(scope="module")
def handed_in(course, address, tmp_path_factory) -> Callable[[str], Path]:
    """From a notebook's name to its solved copy: uploaded, run as a whole in the browser, and downloaded, once."""
    folder, kept = tmp_path_factory.mktemp("downloads"), {}

    def worked(name: str) -> Path:
        if name not in kept:
            kept[name] = folder / f"{Path(name).name}.ipynb"
            nbformat.write(solved(course, name), kept[name])
            with browser_page(flags=ALONE) as page:
                upload_and_open(page, address, kept[name])
                menu(page, "Run", "Run All Cells")
                busy(page)
                idle(page, WHOLE)
                download(page, kept[name])
        return kept[name]

    return worked


# --- what a person does ---


def open_in_tab(page: Page, address: str, path: str) -> None:
    """Open a notebook at its own address, and wait until Python has started."""
    page.goto(f"{address}/lab/index.html?path={path}")
    started(page)


def started(page: Page) -> None:
    page.locator(".jp-NotebookPanel:visible .jp-Cell").first.wait_for()
    expect(page.locator("#jp-main-statusbar")).to_contain_text("| Idle", timeout=START)
    idle(page)


def upload_and_open(page: Page, address: str, path: Path) -> None:
    """Bring a notebook along, and open it."""
    page.goto(f"{address}/lab/index.html")
    with page.expect_file_chooser() as chooser:
        page.locator('[title="Upload Files"]').click()
    chooser.value.set_files(path)
    page.locator(".jp-DirListing-item", has_text=path.name).dblclick()
    started(page)


def download(page: Page, path: Path) -> None:
    """Save the visible notebook, and take it out of the browser."""
    menu(page, "File", "Save Notebook")
    expect(page.locator(".jp-mod-current.jp-mod-dirty")).to_have_count(0)
    page.locator(".jp-DirListing-item", has_text=path.name).click(button="right")
    with page.expect_download() as downloading:
        page.locator(".lm-Menu-item:visible", has_text="Download").click()
    downloading.value.save_as(path)


def small_notebook(path: Path, *sources: str) -> Path:
    cells = [nbformat.v4.new_code_cell(source) for source in sources]
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3"}, "language_info": {"name": "python"}}
    nbformat.write(nbformat.v4.new_notebook(cells=cells, metadata=kernel), path)
    return path


def shown(output: dict) -> str:
    return str(output.get("data", {}).get("text/html", "")) + str(output.get("text", ""))


# --- a whole notebook ---


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_every_cell_of_a_solved_notebook_runs_and_every_check_passes(name, handed_in):
    code = [cell for cell in nbformat.read(handed_in(name), 4).cells if cell.cell_type == "code" and cell.source.strip()]
    assert [cell.id for cell in code if not cell.execution_count] == []
    errors = [(cell.id, one) for cell in code for one in cell.outputs if one.output_type == "error"]
    assert errors == []
    checks = [cell for cell in code if cell.id.startswith("check-")]
    assert checks
    told = {one.id: "".join(map(shown, one.outputs)) for one in checks}
    assert [id for id, text in told.items() if "pass" not in text or "fails" in text] == []


def test_what_was_downloaded_is_graded_to_full_marks(course, handed_in):
    for name in NOTEBOOKS:
        folder = course / "grading" / "submitted" / "ada" / name.split("/")[0]
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copy(handed_in(name), folder)
    subprocess.run([sys.executable, "-m", "grader", "grade"], cwd=course, check=True, timeout=900)
    with Gradebook(f"sqlite:///{course / 'grading' / 'gradebook.db'}") as book:
        marks = {one.assignment.name: (one.score, one.max_score) for one in book.student_submissions("ada")}
    assert len(marks) == len({name.split("/")[0] for name in NOTEBOOKS})
    assert all(score == possible > 0 for score, possible in marks.values()), marks


def test_downloaded_work_is_taken_up_again_in_another_browser(course, address, handed_in):
    with browser_page(flags=ALONE) as page:
        upload_and_open(page, address, handed_in(NOTEBOOKS[0]))
        for text in ("from grader import check", "def flatten_images"):
            run(page, text)
        expect(run(page, 'check("vectorization.flatten_images"')).to_contain_text("claims pass")


# --- an exercise ---


def test_a_wrong_answer_names_its_line(address, tmp_path):
    with browser_page(flags=ALONE) as page:
        upload_and_open(page, address, small_notebook(tmp_path / "wrong.ipynb", WRONG_AXIS))
        expect(run(page, "def linear_backward")).to_contain_text("db = np.sum(dZ, axis=0, keepdims=True) / m")


def test_work_and_progress_survive_a_reload(address):
    with browser_page(flags=ALONE) as page:
        open_in_tab(page, address, "start_here.ipynb")
        type_in_place_of(page, "w = np.zeros(dim)", "w = np.zeros(dim)", "w = np.zeros((dim, 1))")
        run(page, "def initialize_with_zeros")
        expect(run(page, 'check("logistic')).to_contain_text("all 3 claims pass")
        menu(page, "File", "Save Notebook")
        expect(page.locator(".jp-mod-current.jp-mod-dirty")).to_have_count(0)
        open_in_tab(page, address, "start_here.ipynb")
        cell(page, "w = np.zeros((dim, 1))")
        run(page, "def initialize_with_zeros")
        expect(run(page, "progress()")).to_contain_text(f"1 of {len(EXERCISES)} exercises pass")


def test_ones_own_picture_is_uploaded_and_looked_at(address, tmp_path):
    picture = tmp_path / "minka.png"
    Image.new("RGB", (300, 200), "orange").save(picture)
    upload = "import ipywidgets as widgets\nupload = widgets.FileUpload(accept='image/*', multiple=False)\nupload"
    look = "from pathlib import Path\nfrom utils.data import load_picture\n"
    look += "Path('uploaded-picture').write_bytes(upload.value[0].content)\nprint(load_picture('uploaded-picture')[0, 0])"
    with browser_page(flags=ALONE) as page:
        upload_and_open(page, address, small_notebook(tmp_path / "picture.ipynb", upload, look))
        button = run(page, "widgets.FileUpload").locator("button")
        with page.expect_file_chooser() as chooser:
            button.click()
        chooser.value.set_files(picture)
        expect(button).to_contain_text("1")
        expect(run(page, "load_picture")).to_contain_text("[255 165   0]")


def test_a_control_draws_again_when_it_is_moved(address, tmp_path):
    play = "from utils.widgets import play_with\nplay_with(lambda x: print('x is', x), 'Nothing.', x=(0, 10))"
    with browser_page(flags=ALONE) as page:
        upload_and_open(page, address, small_notebook(tmp_path / "play.ipynb", play))
        drawn = run(page, "play_with")
        expect(drawn).to_contain_text("x is 5")
        box = drawn.locator(".noUi-target").bounding_box()
        page.mouse.click(box["x"] + box["width"] - 1, box["y"] + box["height"] / 2)
        expect(drawn).to_contain_text("x is 10")
