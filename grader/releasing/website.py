"""dist/site/: the course as a website. Sphinx builds it from the guides, the docstrings and the released notebooks.

The pages keep their places in the course, so that links between them lead where they do in the repository.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat

from grader.exercises import NOTEBOOKS
from grader.judging.errors import CourseError
from grader.learning.workspace import START_PAGE
from grader.releasing import bundle, chapters, in_browser

OWN = "docs/site"  # the pages that exist only here, and how all of them look
TEXTS = ("README.md", "CHANGELOG.md", "CONTRIBUTING.md", "datasets/README.md", "docs/*.md")
NEARLY_ANSWERS = ("docs/how-a-check-explains.md",)  # the functions in its examples are answers, but for one mistake
PYTHON = re.compile(r"^```python\n.*?^```$", re.MULTILINE | re.DOTALL)
IN_BROWSER = "browser"  # the folder of the site where the course can be done
PICTURES = "docs/pictures/*"
LINK = re.compile(r"(?<!!)\[([^\]]+)\]\(([^)#:]+)(#[^)]*)?\)")
FENCED = re.compile(r"(^```.*?^```)", re.MULTILINE | re.DOTALL)
NOTES = (".buildinfo", "objects.inv", ".doctrees", "_sources")  # Sphinx's own, of no use to a reader


def write(root: Path, with_outputs: bool = True, pyodide: Path | None = None) -> Path:
    """Build the website of the course in `root` into dist/site/. → its folder.

    with_outputs: run the solutions first, unless nothing has changed since the last time.
    pyodide: as in in_browser.write.
    WorkedIn: a notebook in notebooks/ holds somebody's work. CourseError: Sphinx is missing, or has a complaint.
    """
    work, site = root / "build" / "site", root / "dist" / "site"
    for folder in (work / "source", work / "html", work / IN_BROWSER):
        shutil.rmtree(folder, ignore_errors=True)
    gather(root, work / "source", with_outputs)
    _build(root, work / "source", work / "html")
    in_browser.write(root, work / IN_BROWSER, work / "html" / IN_BROWSER, pyodide)
    for note in (work / "html" / name for name in NOTES):
        shutil.rmtree(note) if note.is_dir() else note.unlink(missing_ok=True)
    shutil.rmtree(site, ignore_errors=True)
    shutil.copytree(work / "html", site)
    return site


def gather(root: Path, source: Path, with_outputs: bool) -> None:
    """Copy what the website is built from into the new folder `source`."""
    bundle.contents(root)  # refuses notebooks that hold somebody's work
    shutil.copytree(root / OWN, source)
    for path in root.glob(PICTURES):
        _place(source, path.relative_to(root)).write_bytes(path.read_bytes())
    texts = [path.relative_to(root) for pattern in TEXTS for path in sorted(root.glob(pattern))]
    notebooks = [path.relative_to(root) for path in bundle.notebooks(root)]
    pages = {path.as_posix() for path in (*texts, *notebooks)}
    for path in texts:
        text = chapters.with_one_title((root / path).read_text(encoding="utf-8"))
        if path.as_posix() in NEARLY_ANSWERS:
            text = PYTHON.sub("*The function is in the repository: it is nearly an answer.*", text)
        _place(source, path).write_text(linked(text, path, pages), encoding="utf-8")
    for path in notebooks:
        truth = root / "solutions" / path.relative_to("notebooks")
        ran = chapters.run(root, truth, root / "build" / "site" / "outputs") if with_outputs else None
        nbformat.write(chapters.chapter(nbformat.read(root / path, 4), ran), _place(source, path))
    (source / "chapters.md").write_text(contents(), encoding="utf-8")


def linked(text: str, page: Path, pages: set[str]) -> str:
    """The text of a page, without links to files that are not pages of the site: code is in the repository."""

    def kept(found: re.Match) -> str:
        target = Path(os.path.normpath(page.parent / found[2])).as_posix()
        return found[0] if target in pages else found[1]

    for name in NOTEBOOKS if page == Path("README.md") else ():  # the table of the notebooks leads to the chapters
        text = text.replace(f"| `{name.split('/')[1]}` |", f"| [{name.split('/')[1]}](notebooks/{name}.ipynb) |")
    return "".join(part if part.startswith("```") else LINK.sub(kept, part) for part in FENCED.split(text))


def contents() -> str:
    """The table of contents of the chapters, in the order of the course."""
    names = "\n".join(f"notebooks/{name}" for name in (START_PAGE.removesuffix(".ipynb"), *NOTEBOOKS))
    return f"```{{toctree}}\n:caption: The course\n:hidden:\n:titlesonly:\n\n{names}\n```\n"


def _build(root: Path, source: Path, html: Path) -> None:
    """Let Sphinx make pages of `source`: a warning is an error."""
    words = [sys.executable, "-m", "sphinx", "--fail-on-warning", "--keep-going", "--quiet", "-b", "html"]
    own = {**os.environ, "PYTHONPATH": str(root), "MPLBACKEND": "Agg"}
    done = subprocess.run([*words, str(source), str(html)], env=own, capture_output=True, text=True)
    if "No module named" in done.stderr:
        raise CourseError(f"{done.stderr.strip()}\nThe website needs more packages: pip install -e '.[site]'")
    if done.returncode:
        raise CourseError(f"Sphinx cannot build the website:\n{done.stderr.strip()}")


def _place(source: Path, path: Path) -> Path:
    target = source / path
    target.parent.mkdir(parents=True, exist_ok=True)
    return target
