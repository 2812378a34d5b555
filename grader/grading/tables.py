"""The course's own tables beside nbgrader's, in the same database, so that one commit writes all. Any database will do."""

from __future__ import annotations

from nbgrader.api import Gradebook
from sqlalchemy import Column, Float, MetaData, Row, String, Table, Text, delete, insert, select

METADATA = MetaData()


def _table(name: str, *columns: Column) -> Table:
    keys = (Column(key, String(255), primary_key=True) for key in ("assignment", "student"))
    return Table(name, METADATA, *keys, *columns)


RESULTS = _table("course_results", Column("digest", Text, nullable=False), Column("result", Text, nullable=False))
PROBLEMS = _table("course_problems", Column("why", Text, nullable=False))
EXTENSIONS = _table("course_extensions", Column("seconds", Float, nullable=False))


def make(book: Gradebook) -> None:
    """Make the tables that are not there yet."""
    METADATA.create_all(book.engine)


def rows(book: Gradebook, table: Table, assignment: str, student: str | None = None) -> list[Row]:
    """The rows of an assignment, or of one student in it, by student."""
    found = select(table).where(table.c.assignment == assignment)
    found = found if student is None else found.where(table.c.student == student)
    return list(book.db.execute(found.order_by(table.c.student)))


def put(book: Gradebook, table: Table, assignment: str, student: str, **values: object) -> None:
    """Write a student's row in place of what there was. The caller commits."""
    drop(book, table, assignment, student)
    book.db.execute(insert(table).values(assignment=assignment, student=student, **values))


def drop(book: Gradebook, table: Table, assignment: str, student: str) -> None:
    """Remove a student's row. The caller commits."""
    book.db.execute(delete(table).where(table.c.assignment == assignment, table.c.student == student))
