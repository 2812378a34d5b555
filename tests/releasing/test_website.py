"""The website as files: everything is there, everything leads somewhere, nothing comes from elsewhere, no answer in it."""

import json
import shutil
import zipfile
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from answer_lines import answer_lines, squeezed
from conftest import ROOT, own_course

from grader.exercises import NOTEBOOKS
from grader.judging.errors import CourseError
from grader.learning.fingerprint import WorkedIn
from grader.releasing.in_browser import EXTENSIONS
from grader.releasing.website import IN_BROWSER, NEARLY_ANSWERS, linked, write

FIRST_PAGE = 300_000  # bytes, as they lie on the disk: a server that compresses sends less
LOADED = {"script": "src", "img": "src", "link": "href", "iframe": "src", "source": "src"}


class Tags(HTMLParser):
    """The tags of a page with their attributes, and its text."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag, attributes):
        self.tags.append((tag, dict(attributes)))

    def handle_data(self, data):
        self.texts.append(data)


def loaded(page: Tags) -> list[str]:
    """What a browser fetches to show a page."""
    wanted = [(tag, one) for tag, one in page.tags if tag != "link" or one.get("rel") in ("stylesheet", "icon", "preload")]
    return [one[LOADED[tag]] for tag, one in wanted if one.get(LOADED.get(tag, ""))]


def own(site: Path, pattern: str) -> list[Path]:
    """The files of the website itself, without those of the JupyterLab in it."""
    return sorted(path for path in site.rglob(pattern) if path.relative_to(site).parts[0] != IN_BROWSER)


def pages(site: Path) -> dict[Path, Tags]:
    return {path: Tags(path) for path in own(site, "*.html")}


def texts(site: Path) -> Iterator[tuple[str, str]]:
    """Each file that holds text, also those inside a wheel, as a name and what a reader can find in it."""
    for path in site.rglob("*"):
        if path.suffix == ".whl":
            with zipfile.ZipFile(path) as wheel:
                for name in wheel.namelist():
                    yield f"{path.name}/{name}", plain(wheel.read(name))
        elif path.is_file():
            yield path.name, "".join(Tags(path).texts) if path.suffix == ".html" else plain(path.read_bytes())


def plain(raw: bytes) -> str:
    """A file's text, lines inside strings of JSON as lines."""
    return raw.decode("utf-8", "replace").replace("\\n", "\n").replace('\\"', '"')


@pytest.fixture(scope="module")
def quick(tmp_path_factory) -> Path:
    """The website without outputs, built in a copy of the course."""
    with own_course(tmp_path_factory.mktemp("quick")) as course:
        return write(course, with_outputs=False)


@pytest.fixture(scope="module")
def complete(tmp_path_factory) -> Path:
    """The website with all that the notebooks show."""
    with own_course(tmp_path_factory.mktemp("complete")) as course:
        return write(course)


@pytest.fixture(params=["quick", pytest.param("complete", marks=pytest.mark.slow)])
def site(request) -> Path:
    return request.getfixturevalue(request.param)


def test_every_page_is_there(site):
    guides = [path.relative_to(ROOT).with_suffix("").as_posix() for path in ROOT.glob("docs/*.md")]
    names = ["index", "scoreboard", "reference", "CHANGELOG", "search", "notebooks/start_here", *guides]
    assert [name for name in (*names, *(f"notebooks/{name}" for name in NOTEBOOKS)) if not (site / f"{name}.html").exists()] == []


def test_no_file_of_the_site_holds_a_line_of_an_answer(site):
    answers = answer_lines()
    assert len(answers) > 100
    assert [(name, line) for name, text in texts(site) for line in text.splitlines() if squeezed(line) in answers] == []


def test_a_line_of_an_answer_would_be_found(site, tmp_path):
    line = max(answer_lines(), key=len)
    page = tmp_path / "page.html"
    page.write_text(f"<pre><span>x = 1</span>\n<span>    {line.replace('<', '&lt;')}</span>\n</pre>", encoding="utf-8")
    assert line in {squeezed(one) for one in "".join(Tags(page).texts).splitlines()}


def test_every_link_leads_somewhere(site):
    every = pages(site)
    anchors = {path: {one["id"] for _, one in page.tags if one.get("id")} for path, page in every.items()}
    broken = []
    for path, page in every.items():
        for target in (one["href"] for tag, one in page.tags if tag == "a" and one.get("href")):
            parts = urlsplit(target)
            if not parts.scheme:
                there = (path.parent / unquote(parts.path)).resolve() if parts.path else path
                if not there.exists() or (parts.fragment and unquote(parts.fragment) not in anchors.get(there, ())):
                    broken.append((path.name, target))
    assert [one for one in broken if one[1] != "#"] == []


def test_nothing_is_fetched_from_another_host_and_all_that_is_fetched_is_there(site):
    for path, page in pages(site).items():
        for target in loaded(page):
            if not target.startswith("data:"):
                assert not urlsplit(target).netloc, (path.name, target)
                assert (path.parent / unquote(urlsplit(target).path)).exists(), (path.name, target)
    for path in own(site, "*.css"):
        assert "http" not in "".join(part[:8] for part in path.read_text(encoding="utf-8").split("url(")[1:]), path.name


def test_every_picture_says_in_words_what_it_shows(site):
    images = [(path.name, one) for path, page in pages(site).items() for tag, one in page.tags if tag == "img"]
    assert images
    assert [(name, one["src"]) for name, one in images if not one.get("alt")] == []


def test_the_first_page_is_light(site):
    fetched = {site / "index.html", *(site / urlsplit(target).path for target in loaded(Tags(site / "index.html")))}
    assert sum(path.stat().st_size for path in fetched) < FIRST_PAGE


def test_a_page_whose_examples_are_nearly_answers_shows_none_of_their_code(site):
    for name in NEARLY_ANSWERS:
        page = "".join(Tags((site / name).with_suffix(".html")).texts)
        assert "it is nearly an answer" in page
        assert "\n    return " not in page


# --- the course in the browser ---


def test_every_chapter_opens_its_own_notebook_in_the_browser(site):
    for name in ("start_here", *NOTEBOOKS):
        page = site / "notebooks" / f"{name}.html"
        (door,) = [one["href"] for tag, one in Tags(page).tags if tag == "a" and one.get("class") == "open-in-browser"]
        (path,) = parse_qs(urlsplit(door).query)["path"]
        assert path == f"{name}.ipynb"
        opened = page.parent / urlsplit(door).path
        assert opened.exists()
        released = ROOT / "notebooks" / f"{name}.ipynb"
        assert (opened.parent.parent / "files" / path).read_bytes() == released.read_bytes()


def test_the_kernel_loads_the_course_from_the_site_and_no_index_of_packages(site):
    settings = json.loads((site / IN_BROWSER / "jupyter-lite.json").read_text())["jupyter-config-data"]
    (kernel,) = settings["litePluginSettings"].values()
    packages = [name for name in kernel["loadPyodideOptions"]["packages"] if name.endswith(".whl")]
    script = next((site / IN_BROWSER / "extensions" / "@jupyterlite").glob("pyodide-kernel-extension/static/*.js"))
    assert all((script.parent / name).is_file() for name in packages)
    assert sum("neural_networks_course" in name for name in packages) == 1
    assert kernel["disablePyPIFallback"]
    assert "pyodideUrl" not in kernel


def test_the_course_in_the_browser_has_all_that_a_learner_can_import(site):
    (path,) = (site / IN_BROWSER / "pypi").glob("neural_networks_course*.whl")
    with zipfile.ZipFile(path) as wheel:
        names = wheel.namelist()
    assert {"grader/__init__.py", "utils/data.py", "grader/public_cases/vectorization.json"} <= set(names)
    assert [name for name in names if name.endswith("drawn.npz")]


def test_the_course_in_the_browser_brings_no_other_extension_and_no_source_maps(site):
    lite = site / IN_BROWSER
    found = {"/".join(path.parent.parts[-2:]) for path in (lite / "extensions").rglob("package.json")}
    assert found == set(EXTENSIONS)
    assert [*lite.rglob("*.map")] == []


@pytest.mark.slow
@pytest.mark.parametrize("name", NOTEBOOKS)
def test_a_chapter_shows_the_figures_of_a_real_run(name, complete):
    source = json.loads((ROOT / "notebooks" / f"{name}.ipynb").read_text(encoding="utf-8"))
    captions = sum("".join(cell["source"]).count("*Figure ") for cell in source["cells"] if cell["cell_type"] == "markdown")
    figures = [one for tag, one in Tags(complete / "notebooks" / f"{name}.html").tags if tag == "img"]
    assert len(figures) >= captions > 5


def test_links_to_pages_stay_and_links_to_code_become_text():
    text = "[a guide](learn.md#start), [code](../grader/x.py), ![a picture](pictures/x.png), [out](https://example.org)"
    assert linked(text, Path("docs/page.md"), {"docs/learn.md"}) == (
        "[a guide](learn.md#start), code, ![a picture](pictures/x.png), [out](https://example.org)"
    )
    block = "```\n[code](../grader/x.py)\n```"
    assert linked(block, Path("docs/page.md"), set()) == block


@pytest.mark.slow
def test_a_warning_of_sphinx_is_an_error_that_names_its_page_and_leaves_the_old_site(repository_copy):
    (repository_copy / "dist" / "site").mkdir(parents=True)
    (repository_copy / "dist" / "site" / "index.html").write_text("before")
    shutil.copyfile(ROOT / "docs" / "learn.md", repository_copy / "docs" / "orphan.md")  # in no table of contents
    with pytest.raises(CourseError, match=r"orphan\.md"):
        write(repository_copy, with_outputs=False)
    assert (repository_copy / "dist" / "site" / "index.html").read_text() == "before"


def test_a_notebook_that_somebody_solved_is_refused(repository_copy):
    path = repository_copy / "notebooks" / f"{NOTEBOOKS[0]}.ipynb"
    path.write_text(path.read_text(encoding="utf-8").replace("raise NotImplementedError()", "return 42", 1), encoding="utf-8")
    with pytest.raises(WorkedIn, match=Path(NOTEBOOKS[0]).name):
        write(repository_copy, with_outputs=False)
