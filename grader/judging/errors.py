"""Errors that are expected: something of the course, or of what somebody typed, is not as it has to be."""


class CourseError(Exception):
    """Its text says what was expected, what was found and what to do. A command shows it without a traceback."""


class Unknown(CourseError, KeyError):
    """There is nothing of this name; the text lists near ones."""

    __str__ = Exception.__str__  # a KeyError would show its text in quotation marks
