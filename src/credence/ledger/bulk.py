"""Many rows, or many values, at once: writing past what SQLAlchemy does for each row, and asking in portions."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import cache
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, Dialect, Row, Select, Table, select

from credence.ledger import postgres

Value = TypeVar("Value")

Values = tuple[object, ...]
"""A row: words, numbers or nothing, in the order of its table's columns."""

_MANY = 5000  # values in one question; SQLite takes some 30,000


def write_rows(connection: Connection, table: Table, rows: Sequence[Values]) -> None:
    """Write rows; none are fine.

    Raises:
        DBAPIError: As SQLAlchemy would for an INSERT.
    """
    if not rows:
        return
    if connection.dialect.name == "postgresql":
        postgres.copy_rows(connection, table, rows)
    else:
        connection.exec_driver_sql(_insert(connection.dialect, table), list(rows))


def parts(values: Sequence[Value], most: int = _MANY) -> Iterator[Sequence[Value]]:
    """Give values in portions; by default such as fit into one question."""
    for start in range(0, len(values), most):
        yield values[start : start + most]


def matching(
    connection: Connection, wanted: ColumnElement[Value], column: ColumnElement[Any], values: Collection[Any]
) -> set[Value]:
    """Give a column's values from the rows in which another has one of some values.

    Args:
        connection: To the ledger.
        wanted: The column that is given.
        column: The other.
        values: Its values, in any number.
    """
    found: set[Value] = set()
    for part in parts(sorted(values)):
        found.update(connection.scalars(select(wanted).where(column.in_(part))))
    return found


def portions(
    connection: Connection, query: Select[Any], table: Table, first: int | None, most: int
) -> Iterator[Sequence[Row[Any]]]:
    """Give rows by number, a few at a time.

    Args:
        connection: To the ledger.
        query: Asks for rows of the table; the number is among their columns.
        table: A table whose rows are numbered.
        first: The number to begin with; None for no rows.
        most: How many at a time.
    """
    while first is not None:
        rows = connection.execute(query.where(table.c.number >= first).order_by(table.c.number).limit(most)).all()
        if rows:
            yield rows
        first = rows[-1].number + 1 if len(rows) == most else None


@cache
def _insert(dialect: Dialect, table: Table) -> str:
    """Give the statement that inserts a row, all columns in their order."""
    quoted = dialect.identifier_preparer
    columns = ", ".join(quoted.quote(column.name) for column in table.columns)
    marks = ", ".join("?" for _ in table.columns)
    return f"INSERT INTO {quoted.format_table(table)} ({columns}) VALUES ({marks})"  # noqa: S608 - names of our tables
