"""What a student wrote does nothing in the pages that show it: nbgrader's formgrader, the feedback, the class report."""

import json
import subprocess
import sys
from pathlib import Path
from urllib.parse import quote

import nbformat
import pytest
from conftest import copy_course, hand_in
from labserver import INSTRUCTORS_LAB, running_lab
from nbgrader.api import Gradebook
from playwright.sync_api import Page, expect
from rooms import browser_page, needs_chromium

pytestmark = [pytest.mark.browser, pytest.mark.slow, needs_chromium]
ASSIGNMENT = "01-logistic-regression"
FIRE = "window.__pwned++"  # no sign in it that would have to be quoted
# In a page that takes them for Markdown or HTML, these run, lead away, send a form or cover what is there.
VECTORS = {
    "script": f"<script>{FIRE}</script>",
    "image": f"<img src=x onerror={FIRE}>",
    "svg": f"<svg onload={FIRE}><a xlink:href='javascript:{FIRE}'><text y=20>x</text></a></svg>",
    "details": f"<details open ontoggle={FIRE}>x</details>",
    "focus": f"<input autofocus onfocus={FIRE}>",
    "frame": f"<iframe srcdoc='<script>parent.__pwned++</script>'></iframe><iframe src='javascript:parent.{FIRE}'></iframe>",
    "object": "<object data='data:text/html,<script>parent.__pwned++</script>'></object><embed src='javascript:0'>",
    "link": f"[click](javascript:{FIRE}) <a href='java\tscript:{FIRE}'>x</a>",
    "reference": f"[click][r]\n\n[r]: javascript:{FIRE}",
    "autolink": f"<javascript:{FIRE}> <data:text/html,<script>{FIRE}</script>>",
    "picture": f'![x](x "\\" onerror=\\"{FIRE}") ![a" onerror="{FIRE}](x)',
    "form": f"<form action='javascript:{FIRE}'><button autofocus>Save</button></form>",
    "style": "<style>body {display: none}</style><div style='position:fixed;inset:0;z-index:9999;background:red'>x</div>",
    "meta": "<meta http-equiv='refresh' content='0;url=https://example.org'><base href='https://example.org/'>",
    "after a fence": f"```\n```\n<img src=x onerror={FIRE}>\n~~~",
    "in a fence": f"```mermaid\n<img src=x onerror={FIRE}>\n```",
    "in mathematics": f"$$</span><img src=x onerror={FIRE}>$$ \\begin{{a}}<img src=x onerror={FIRE}>\\end{{a}}",
    "mathematics": f"$\\href{{javascript:{FIRE}}}{{x}}$ \\(\\style{{position:fixed;inset:0}}{{x}}\\) \\unicode{{60}}",
    "end of the text": f"</pre></div></textarea></title></style><img src=x onerror={FIRE}>",
    "half a tag": f"<img src=x onerror={FIRE}\n//",
    "references": f"&lt;img src=x onerror={FIRE}&gt; &#60;script&#62;{FIRE}&#60;/script&#62;",
    "comment": f"<!-- --!><img src=x onerror={FIRE}> -->",
    "attachment": "![x](attachment:x.svg)",
    "template": "{{ 7 * 7 }} {% raw %} <template><script>1</script></template>",
}
LIVELY = ("script", "image", "svg", "details", "frame", "after a fence", "in a fence", "end of the text")  # on their own
EVIL = json.dumps("\n".join(VECTORS.values()))
# Formulas are looked for everywhere but in elements of these kinds.
FORMULAS = "pre, code, script, style, textarea, .tex2jax_ignore"
HOLES = """() => [...document.querySelectorAll("#notebook-container *, main *")].filter(element =>
    /^(SCRIPT|IFRAME|OBJECT|EMBED|FORM|META|BASE|STYLE|LINK|SVG|TEMPLATE)$/i.test(element.tagName) ||
    [...element.attributes].some(a => /^on/i.test(a.name) || /^[\\0-\\x20]*(java\\s*script|data:text)/i.test(a.value)) ||
    getComputedStyle(element).position === "fixed").map(element => element.outerHTML.slice(0, 200))"""
LOOSE = f"""() => {{
    const found = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode())
        if (walker.currentNode.data.includes("\\\\href") && !walker.currentNode.parentElement.closest("{FORMULAS}"))
            found.push(walker.currentNode.data);
    return found;
}}"""


def hostile_notebook(path: Path) -> None:
    """Hide every vector in every place of a notebook that a student can write to."""
    notebook = nbformat.read(path, 4)
    html, attribute = "\n".join(VECTORS.values()), f'"onerror="{FIRE}'
    evil = {"text/html": html, "application/javascript": FIRE, "text/markdown": html, "image/png": attribute}
    output = nbformat.v4.new_output("display_data", evil, metadata={"text/html": {"isolated": True}})
    answers = {
        "flatten_images": f"def flatten_images(images):\n    raise ValueError({EVIL})",
        "nudge_b": f"def nudge_b(a, b, c):\n    return {EVIL}",
        "normalize_rows": f"def normalize_rows(x):\n    return {{{EVIL}: type({json.dumps(VECTORS['script'])}, (), {{}})()}}",
    }
    for cell in notebook.cells:
        cell.metadata |= {"tags": [f'">{VECTORS["image"]}'], "magics_language": "<script>", "widgets": evil, "alt": attribute}
        cell.source = answers.get(cell.id, cell.source)
        if cell.cell_type == "code":
            cell.outputs = [output]
        else:
            cell.source += "\n\n" + VECTORS["image"]
    svg = {"x.svg": {"image/svg+xml": f"<svg xmlns='http://www.w3.org/2000/svg' onload='{FIRE}'/>"}}
    for place, text in enumerate(VECTORS.values()):
        cell = nbformat.v4.new_markdown_cell(text, id=f"own-{place}", metadata={"nbgrader": {"grade_id": f"own{place}"}})
        cell.attachments = svg
        notebook.cells.append(cell)
    notebook.cells.append(nbformat.v4.new_code_cell(f"print({EVIL})\n{EVIL}"))
    notebook.cells.append(nbformat.v4.new_code_cell(f"class {'E' * 9}(Exception): pass\nraise EEEEEEEEE({EVIL})"))
    notebook.cells.append(nbformat.v4.new_raw_cell("\n".join(VECTORS.values())))
    language = {"pygments_lexer": "<script>", "name": html}
    notebook.metadata |= {"title": VECTORS["script"], "widgets": evil, "language_info": language}
    path.write_text(json.dumps(notebook))


@pytest.fixture(scope="module")
def course(tmp_path_factory) -> Path:
    made = copy_course(tmp_path_factory.mktemp("inert") / "course")
    for student in ("ada", "mallory"):
        hand_in(made, student, full_marks=student == "ada")
    folder = made / "grading" / "submitted" / "mallory" / ASSIGNMENT
    hostile_notebook(folder / "vectorization.ipynb")
    copy = nbformat.read(folder / "logistic_regression.ipynb", 4)
    next(cell for cell in copy.cells if cell.id == "sigmoid").source = f"def sigmoid(z):\n    return {EVIL}"
    nbformat.write(copy, folder / f"{VECTORS['image']} $\\href{{javascript:0}}{{x}}$.ipynb")  # is graded, and named in a note
    (folder / f"{VECTORS['image']}.ipynb").symlink_to("vectorization.ipynb")
    (made / "grading" / "submitted" / VECTORS["image"] / ASSIGNMENT).mkdir(parents=True)
    assert "rename it" in command(made, "grader", "grade", code=1)
    command(made, "grader", "report")
    return made


def command(course: Path, *words: str, code: int = 0) -> str:
    done = subprocess.run([sys.executable, "-m", *words], cwd=course, capture_output=True, text=True, timeout=600)
    assert done.returncode == code, done.stdout + done.stderr
    return done.stdout + done.stderr


@pytest.fixture(scope="module")
def lab(course, tmp_path_factory):
    with running_lab(course, tmp_path_factory.mktemp("home"), *INSTRUCTORS_LAB) as opened:
        yield opened


def points(course: Path) -> dict:
    with Gradebook(f"sqlite:///{course}/grading/gradebook.db") as book:
        return {
            (submission.student_id, notebook.name, grade.cell.name): (grade.auto_score, grade.manual_score)
            for submission in book.assignment_submissions(ASSIGNMENT)
            for notebook in submission.notebooks
            for grade in notebook.grades
        }


def submission_id(course: Path, student: str, notebook: str = "vectorization") -> str:
    with Gradebook(f"sqlite:///{course}/grading/gradebook.db") as book:
        return book.find_submission_notebook(notebook, ASSIGNMENT, student).id


def pages(course: Path) -> list[str]:
    """The pages of formgrader that show something of a submission."""
    shown = [submission_id(course, "mallory", name) for name in ("vectorization", "logistic_regression")]
    return [
        *(f"formgrader/submissions/{id}/" for id in shown),
        f"formgrader/manage_submissions/{ASSIGNMENT}",
        f"formgrader/gradebook/{ASSIGNMENT}",
        f"formgrader/gradebook/{ASSIGNMENT}/vectorization",
        "formgrader/manage_students",
        "formgrader/manage_students/mallory",
    ]


def pwned(page: Page) -> bool:
    """Whether a vector has run, after all had time to."""
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(300)
    return page.evaluate("() => '__pwned' in window")


FORMGRADERS_OWN = ("mathjax", "MathJax")  # is loaded from the internet, which a machine for tests may not reach


@pytest.mark.parametrize("way", ["grader", "nbgrader"])
def test_nothing_that_a_student_wrote_runs_in_formgrader(course, lab, way):
    if way == "nbgrader":
        command(course, "nbgrader", "autograde", ASSIGNMENT, "--student", "mallory", "--force")
    before = points(course)
    with browser_page(FORMGRADERS_OWN) as page:
        page.goto(lab.page("lab?reset"))  # gives the key that formgrader's tables ask for
        for path in pages(course):
            page.goto(lab.page(path))
            assert not pwned(page), path
            if "manage_" in path:
                expect(page.locator("tbody tr", has_text=ASSIGNMENT if "/mallory" in path else "mallory")).not_to_have_count(0)
            assert page.evaluate(LOOSE) == [], path
            if "/submissions/" in path:
                assert page.evaluate(HOLES) == [], path
        page.goto(lab.page(pages(course)[0]))
        for text in ("onerror=", "javascript:", "position:fixed", "{{ 7 * 7 }}"):
            assert text in page.locator("#notebook-container").first.inner_text()  # it is there, as text
    assert points(course) == before


@pytest.mark.parametrize("name", [VECTORS["image"], f'";{FIRE};"', VECTORS["script"].replace("/", "%2F")])
def test_formgrader_shows_no_page_about_a_student_whose_name_could_do_something(course, lab, name):
    with browser_page(("404",)) as page:
        page.goto(lab.page("lab?reset"))
        for path in ("", f"/{ASSIGNMENT}"):
            answer = page.goto(lab.page(f"formgrader/manage_students/{quote(name, safe='%')}{path}"))
            assert answer.status == 404 and not pwned(page)


def test_the_same_text_would_run_if_it_stood_there_as_it_was_handed_in(course, lab):
    path = course / "grading" / "autograded" / "ada" / ASSIGNMENT / "vectorization.ipynb"
    quiet = set()
    for name in LIVELY:
        path.write_text(nbformat.writes(nbformat.v4.new_notebook(cells=[nbformat.v4.new_markdown_cell(VECTORS[name])])))
        with browser_page((*FORMGRADERS_OWN, "Failed to load resource", "SyntaxError", "mermaid")) as page:
            page.goto(lab.page(f"formgrader/submissions/{submission_id(course, 'ada')}/"))
            quiet |= set() if pwned(page) else {name}
    assert quiet == set()


def written_pages(course: Path) -> list[Path]:
    grading = course / "grading"
    return [*(grading / "feedback" / "mallory" / ASSIGNMENT).glob("*.html"), grading / f"report-{ASSIGNMENT}.html"]


def test_nothing_that_a_student_wrote_runs_in_feedback_and_report(course):
    command(course, "grader", "grade", ASSIGNMENT, "--student", "mallory", "--force")
    for path in written_pages(course):
        with browser_page() as page:
            page.goto(path.as_uri())
            assert not pwned(page)
            assert page.evaluate(HOLES) == []


def test_feedback_and_report_would_refuse_to_run_anything(course):
    """Their policy holds even if something got into them."""
    for path in written_pages(course):
        with browser_page(("Content Security Policy",)) as page:
            page.goto(path.as_uri())
            page.evaluate("text => { document.body.innerHTML += text }", "".join(VECTORS.values()))
            assert not pwned(page)
