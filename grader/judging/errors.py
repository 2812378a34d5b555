"""Errors that are expected: something of the course, or of what somebody typed, is not as it has to be."""


class CourseError(Exception):
    """Its text says what was expected, what was found and what to do. Commands and notebooks show it without a traceback."""

    def _render_traceback_(self) -> list[str]:
        """What IPython shows in its place: the way through our own code would help nobody."""
        return [f"{type(self).__name__}: {self}"]


class Unknown(CourseError, KeyError):
    """There is nothing of this name; the text lists near ones."""

    __str__ = Exception.__str__  # a KeyError would show its text in quotation marks
