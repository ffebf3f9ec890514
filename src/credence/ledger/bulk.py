"""Many rows, or many values, at once: writing past what SQLAlchemy does for each row, and asking in portions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import TypeVar

from sqlalchemy import Connection, Dialect, Table

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


def parts(values: Sequence[Value]) -> Iterator[Sequence[Value]]:
    """Give values in portions that fit into one question."""
    for start in range(0, len(values), _MANY):
        yield values[start : start + _MANY]


@cache
def _insert(dialect: Dialect, table: Table) -> str:
    """Give the statement that inserts a row, all columns in their order."""
    quoted = dialect.identifier_preparer
    columns = ", ".join(quoted.quote(column.name) for column in table.columns)
    marks = ", ".join("?" for _ in table.columns)
    return f"INSERT INTO {quoted.format_table(table)} ({columns}) VALUES ({marks})"  # noqa: S608 - names of our tables
