"""How Sphinx builds the website, from what `grader site` has gathered around this file. Nothing is fetched."""

import re
from importlib import metadata

from docutils.nodes import SkipNode
from latex2mathml.converter import convert

project = "Neural networks, from one neuron up"
copyright = "the authors of the course: text and drawings CC BY 4.0, code MIT"
version = release = metadata.version("neural-networks-course")

extensions = ["myst_nb", "sphinx.ext.autodoc"]
exclude_patterns = ["README.md", "chapters.md"]  # parts of the home page

nb_execution_mode = "off"  # the outputs are those of the solutions
nb_merge_streams = True
myst_enable_extensions = ["dollarmath", "colon_fence"]
myst_heading_anchors = 4

autodoc_member_order = "bysource"
autodoc_default_options = {"members": True}

html_theme = "furo"  # a first page of 220 kB with its picture; the style and scripts of the PyData theme alone are 560 kB
html_title = project
html_math_renderer = "mathml"
html_static_path = ["static"]
html_css_files = ["course.css"]
html_js_files = ["course.js"]
html_copy_source = False
html_show_sourcelink = False
html_show_sphinx = False
pygments_style = "a11y-high-contrast-light"
pygments_dark_style = "a11y-high-contrast-dark"


def inline_formula(self, node):
    """A formula as MathML, which browsers draw without a script or a font of ours."""
    self.body.append(convert(node.astext(), display="inline"))
    raise SkipNode


def block_formula(self, node):
    """A formula on lines of its own."""
    self.body.append('<div class="formula">')
    self.body.append(convert(node.astext(), display="block"))
    self.body.append("</div>")
    raise SkipNode


def as_plain_text(app, what, name, thing, options, lines):
    """Docstrings here are plain text with `code`: marks of reStructuredText are characters like others."""
    text = "".join(
        f"``{part}``" if number % 2 else re.sub(r"([*|_\\])", r"\\\1", part)
        for number, part in enumerate("\n".join(lines).split("`"))
    )
    lines[:] = ["| " + line if line.strip() else "" for line in text.split("\n")]  # a line stays a line


def say_how_high(app, page, template, context, doctree):
    """The theme calls the captions of its menu headings and does not say of which level."""
    menu = context.get("furo_navigation_tree", "")
    context["furo_navigation_tree"] = menu.replace('role="heading"', 'role="heading" aria-level="2"')


def open_in_browser(app, page, template, context, doctree):
    """Below the title of a chapter, the way to the same notebook in the browser."""
    if page.startswith("notebooks/"):
        lab = context["pathto"](f"browser/lab/index.html?path={page.removeprefix('notebooks/')}.ipynb", 1)
        button = f'<p><a class="open-in-browser" href="{lab}">Open in the browser</a> Nothing to install.</p>'
        context["body"] = context["body"].replace("</h1>", f"</h1>\n{button}", 1)


def setup(app):
    app.add_html_math_renderer("mathml", (inline_formula, None), (block_formula, None))
    app.connect("autodoc-process-docstring", as_plain_text)
    app.connect("html-page-context", open_in_browser)
    app.connect("html-page-context", say_how_high, priority=900)  # after the theme
