"""A guard for formgrader: its pages about one student put the name from the address into HTML and scripts as it is."""

from __future__ import annotations

from nbgrader.server_extensions.formgrader.base import BaseHandler
from tornado import web

from grader.grading import gate

_render = BaseHandler.render


def guard() -> None:
    """Let no page be made with a student's name that could do something in it. Loaded by nbgrader_config.py."""
    BaseHandler.render = _guarded


def _guarded(self: BaseHandler, name: str, **about: object) -> str:
    if not gate.is_harmless_name(about.get("student_id", "")):
        raise web.HTTPError(404, "This student's folder has a name that is not allowed: rename it.")
    return _render(self, name, **about)
