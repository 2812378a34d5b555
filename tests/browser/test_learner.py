"""A learner in JupyterLab: the start page, an exercise from the first try to the pass, a slider, a picture."""

from collections.abc import Iterator

import nbformat
import pytest
from conftest import copy_course, solved
from labserver import running_lab
from PIL import Image
from playwright.sync_api import Page, expect
from rooms import (
    browser_page,
    cell,
    choose_theme,
    idle,
    menu,
    needs_chromium,
    open_notebook,
    run,
    snap,
    type_in_place_of,
    violations,
)

from grader.exercises import EXERCISES

pytestmark = [pytest.mark.browser, needs_chromium]
VECTORIZATION = "my-course/01-logistic-regression/vectorization.ipynb"
HIDDEN = "02-one-hidden-layer/one_hidden_layer"
DEEP = "03-deep-network/deep_network"
REGRESSION = "my-course/01-logistic-regression/logistic_regression.ipynb"


@pytest.fixture(scope="module")
def lab(tmp_path_factory):
    course = copy_course(tmp_path_factory.mktemp("learner") / "course")
    with running_lab(course, tmp_path_factory.mktemp("home")) as opened:
        yield opened


def test_the_start_page_opens_and_its_example_fails_then_holds(lab):
    with browser_page() as page:
        page.goto(lab.page(""))
        expect(page.get_by_role("heading", name="Neural networks, from one neuron up")).to_be_visible()
        open_notebook(page, lab, "my-course/start_here.ipynb")
        run(page, "def initialize_with_zeros")
        table = run(page, 'check("logistic')
        expect(table).to_contain_text("1 of 3 claims pass")
        type_in_place_of(page, "w = np.zeros(dim)", "w = np.zeros(dim)", "w = np.zeros((dim, 1))")
        run(page, "def initialize_with_zeros")
        expect(run(page, 'check("logistic')).to_contain_text("all 3 claims pass")
        progress = run(page, "progress()")
        expect(progress).to_contain_text(f"1 of {len(EXERCISES)} exercises pass")
        progress.scroll_into_view_if_needed()
        snap(page, "start-page")


def test_a_learner_sees_none_of_nbgraders_tools(lab):
    with browser_page() as page:
        open_notebook(page, lab, VECTORIZATION)
        expect(page.locator(".lm-MenuBar-item", has_text="Kernel")).to_be_visible()
        expect(page.locator(".lm-MenuBar-item", has_text="Nbgrader")).to_have_count(0)
        expect(page.get_by_role("button", name="Validate")).to_have_count(0)
        expect(page.get_by_role("tab", name="Create Assignment")).to_have_count(0)


@pytest.mark.slow
def test_a_learner_sees_the_failing_table_the_mistake_the_hint_and_the_pass(lab):
    with browser_page() as page:
        open_notebook(page, lab, VECTORIZATION)
        run(page, "from grader import check")
        type_in_place_of(page, "def flatten_images", "raise NotImplementedError()", "return images.reshape(-1, len(images))")
        run(page, "def flatten_images")
        table = run(page, 'check("vectorization.flatten_images"')
        expect(table.get_by_role("columnheader", name="Expected")).to_be_visible()
        expect(table.get_by_role("rowheader").first).to_contain_text("one row for each number of a picture")
        expect(table).to_contain_text("every column mixes all the pictures")
        cell(page, 'check("vectorization.flatten_images"').scroll_into_view_if_needed()
        snap(page, "check-fails")

        cell(page, 'check("vectorization.flatten_images"').locator(".cm-content").click()
        for key in ("Escape", "b", "Enter"):  # a new cell below
            page.keyboard.press(key)
        page.keyboard.type('hint("vectorization.flatten_images")')
        page.keyboard.press("Control+Enter")
        expect(page.locator(".jp-OutputArea-output:visible", has_text="Hint 1 of")).to_be_visible()

        right = "return images.reshape(len(images), -1).T"
        type_in_place_of(page, "def flatten_images", "return images.reshape(-1, len(images))", right)
        run(page, "def flatten_images")
        expect(run(page, 'check("vectorization.flatten_images"')).to_contain_text("all 5 claims pass")


@pytest.mark.slow
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_check_tables_and_the_progress_break_no_rule_of_wcag(lab, theme):
    with browser_page() as page:
        open_notebook(page, lab, "my-course/start_here.ipynb")
        choose_theme(page, theme)
        menu(page, "Run", "Run All Cells")
        idle(page)
        expect(page.locator(".jp-RenderedHTMLCommon table:visible")).not_to_have_count(0)
        page.locator(".jp-OutputArea details").first.evaluate("e => e.setAttribute('open', '')")
        assert violations(page, ".jp-OutputArea-output") == []
        choose_theme(page, "light")  # JupyterLab remembers


@pytest.mark.slow
def test_the_start_page_works_in_notebook_7(lab):
    # JupyterLab's plugins miss two parts of JupyterLab there, and say so in the console.
    with browser_page(known=("reading 'schema'", "filebrowser:open-path")) as page:
        page.goto(lab.page("notebooks/my-course/start_here.ipynb"))
        page.locator(".jp-Notebook .jp-Cell").first.wait_for()
        idle(page)
        run(page, "def initialize_with_zeros")
        expect(run(page, 'check("logistic').get_by_role("columnheader", name="Expected")).to_be_visible()
        expect(run(page, "progress()")).to_contain_text(f"of {len(EXERCISES)} exercises pass")
        assert violations(page, ".jp-OutputArea-output") == []


@pytest.mark.slow
def test_a_slider_draws_its_figure_again(lab):
    with browser_page() as page:
        open_notebook(page, lab, REGRESSION)
        run(page, "from grader import check")
        run(page, "def descend(")
        output = run(page, "play_with(play,")
        picture = output.locator("img")
        before = picture.get_attribute("src")
        output.locator(".noUi-handle").focus()
        for _ in range(20):
            page.keyboard.press("ArrowRight")
        expect(picture).not_to_have_attribute("src", before)
        expect(output).to_contain_text("0.30")
        idle(page)
        page.wait_for_timeout(1000)  # the last figure is on its way to the page
        output.scroll_into_view_if_needed()
        snap(page, "slider")


@pytest.mark.slow
def test_a_film_of_the_training_runs_by_itself_and_fits_a_narrow_window(lab):
    with browser_page() as page:
        nbformat.write(solved(lab.course, HIDDEN), lab.course / "my-course" / f"{HIDDEN}_solved.ipynb")
        open_notebook(page, lab, f"my-course/{HIDDEN}_solved.ipynb")
        functions = ("initialize_parameters", "forward_propagation", "backward_propagation", "update_parameters", "predict")
        for code in ("from grader import", "toys.flower(200", *(f"def {name}(" for name in functions), "film[step] ="):
            run(page, code)
        output = run(page, "play_film(show_step")
        page.set_viewport_size({"width": 800, "height": 900})
        widget = output.locator(".jp-OutputArea-child", has=page.locator(".widget-play"))
        picture, slider = widget.locator("img"), widget.locator(".widget-slider")
        before = picture.get_attribute("src")
        room = widget.bounding_box()
        for part in (picture, slider, widget.locator(".widget-play")):
            box = part.bounding_box()
            assert room["x"] <= box["x"] and box["x"] + box["width"] <= room["x"] + room["width"]
        widget.locator(".widget-play button").first.click()
        expect(widget.locator(".widget-readout")).to_have_text("3000")
        expect(picture).not_to_have_attribute("src", before)
        assert slider.locator(".noUi-handle").get_attribute("aria-valuenow") != "0.0"
        snap(page, "film")


# What goes beyond the right edge of the notebook: a formula, or a line of code that is not wrapped.
CUT_OFF = """() => [...document.querySelectorAll('.jp-NotebookPanel:not(.lm-mod-hidden) :is(mjx-math, .cm-line)')]
    .filter(part => part.getBoundingClientRect().right > part.closest('.jp-Cell').getBoundingClientRect().right + 1)
    .map(part => part.closest('.jp-Cell').textContent.slice(0, 200))"""


@pytest.mark.slow
@pytest.mark.parametrize("path", [VECTORIZATION, REGRESSION, f"my-course/{HIDDEN}.ipynb", f"my-course/{DEEP}.ipynb"])
def test_at_800_pixels_no_formula_and_no_line_of_code_is_cut_off(lab, path):
    with browser_page() as page:
        open_notebook(page, lab, path)
        page.keyboard.press("Control+b")  # away with the list of files
        page.set_viewport_size({"width": 800, "height": 900})
        assert {text for _ in screens(page) for text in page.evaluate(CUT_OFF)} == set()


def screens(page: Page) -> Iterator[None]:
    """Scroll through the open notebook, screen by screen."""
    shown = page.locator(".jp-NotebookPanel:visible .jp-WindowedPanel-outer").first
    page.wait_for_timeout(1000)  # formulas are set after the text
    while True:
        yield
        before = shown.evaluate("e => e.scrollTop")
        shown.evaluate("e => e.scrollBy(0, e.clientHeight / 2)")
        page.wait_for_timeout(300)
        if shown.evaluate("e => e.scrollTop") == before:
            return


@pytest.mark.slow
def test_a_learner_uploads_a_picture_and_the_network_answers(lab, tmp_path):
    with browser_page() as page:
        nbformat.write(solved(lab.course, DEEP), lab.course / "my-course" / f"{DEEP}_solved.ipynb")
        open_notebook(page, lab, f"my-course/{DEEP}_solved.ipynb")
        menu(page, "Run", "Run All Cells")
        picture = tmp_path / "mine.png"
        Image.new("RGB", (300, 200), "orange").save(picture)
        cell(page, "widgets.FileUpload(")
        expect(page.locator(".jp-Notebook-ExecutionIndicator")).to_have_attribute(
            "data-status", "idle", timeout=600_000
        )
        with page.expect_file_chooser() as chooser:
            cell(page, "widgets.FileUpload(").get_by_role("button", name="Upload").click()
        chooser.value.set_files(picture)
        expect(cell(page, "widgets.FileUpload(")).to_contain_text("Upload (1)")
        answer = run(page, "if upload.value and ready:")
        expect(answer.locator("img")).to_be_visible()
