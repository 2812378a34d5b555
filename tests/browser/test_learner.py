"""A learner in JupyterLab: the start page, an exercise from the first try to the pass, a slider, a picture, Validate."""

import pytest
from conftest import copy_course
from labserver import running_lab
from playwright.sync_api import expect
from rooms import (
    browser_page,
    cell,
    dark,
    idle,
    menu,
    needs_chromium,
    open_notebook,
    run,
    snap,
    type_in_place_of,
    violations,
)

pytestmark = [pytest.mark.browser, needs_chromium]
VECTORIZATION = "my-course/01-logistic-regression/vectorization.ipynb"
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
        expect(table).to_contain_text("1 of 3 claims hold")
        type_in_place_of(page, "w = np.zeros(dim)", "w = np.zeros((dim, 1))")
        run(page, "def initialize_with_zeros")
        expect(run(page, 'check("logistic')).to_contain_text("all 3 claims hold")
        progress = run(page, "progress()")
        expect(progress).to_contain_text("1 of 44 exercises hold")
        progress.scroll_into_view_if_needed()
        snap(page, "start-page")
