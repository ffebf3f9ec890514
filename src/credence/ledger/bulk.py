"""Writing many rows at once, past what SQLAlchemy does for each of them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from operator import itemgetter

from sqlalchemy import Connection, Dialect, Table

from credence.ledger import postgres
from credence.model.plain import Plain


def write_rows(connection: Connection, table: Table, rows: Sequence[Plain]) -> None:
    """Write rows, of which each has all columns of its table; none are fine.

    Raises:
        DBAPIError: As SQLAlchemy would for an INSERT.
    """
    if not rows:
        return
    names = [column.name for column in table.columns]
    values = list(map(itemgetter(*names), rows))
    if connection.dialect.name == "postgresql":
        postgres.copy_rows(connection, table, names, values)
    else:
        connection.exec_driver_sql(_insert(connection.dialect, table), values)


@cache
def _insert(dialect: Dialect, table: Table) -> str:
    """Give the statement that inserts a row, all columns in their order."""
    quoted = dialect.identifier_preparer
    columns = ", ".join(quoted.quote(column.name) for column in table.columns)
    marks = ", ".join("?" for _ in table.columns)
    return f"INSERT INTO {quoted.format_table(table)} ({columns}) VALUES ({marks})"  # noqa: S608 - names of our tables
