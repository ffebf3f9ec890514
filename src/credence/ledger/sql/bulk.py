"""Many rows, values or questions: writing and asking past what SQLAlchemy does for each, and asking in portions."""

from __future__ import annotations

import gc
import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, CursorResult, Dialect, Row, Select, Table, bindparam, func, select
from sqlalchemy.sql.compiler import SQLCompiler

from credence.ledger.sql import postgres

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


def asked(connection: Connection, query: Select[Any], given: Mapping[str, object]) -> list[tuple[Any, ...]]:
    """Give rows as the driver does, for questions that are asked very often, or have very many answers.

    Args:
        connection: To the ledger.
        query: The question; it is put into words once, so that it must be the same object each time.
        given: Words and numbers for its parameters; none may be a list.
    """
    worded = _worded(connection.dialect, query)
    values = worded.construct_params(dict(given))
    order = worded.positiontup
    parameters = values if order is None else tuple([values[name] for name in order])
    return _fetched(connection, connection.exec_driver_sql(worded.string, parameters))


def asked_of(
    connection: Connection, query: Select[Any], values: Collection[Any], given: Mapping[str, object] | None = None
) -> Iterator[tuple[Any, ...]]:
    """Give rows likewise, for questions about many values.

    Args:
        connection: To the ledger.
        query: The question, the same object each time; its parameter ``values`` is a list.
        values: The values, in any number.
        given: Words and numbers for its other parameters.
    """
    whole = _at_once(query) if connection.dialect.name == "sqlite" else query
    for part in parts(sorted(values)):
        yield from _fetched(connection, connection.execute(whole, {**(given or {}), "values": part}))


def _fetched(connection: Connection, result: CursorResult[Any]) -> list[tuple[Any, ...]]:
    """Fetch rows, which come from SQLite as one text.

    Its driver lets other threads in at each row it steps to, and waits for its turn again: beside one that computes,
    that takes a thousand times as long as the row.
    """
    cursor: Any = result.cursor
    rows: list[tuple[Any, ...]] = cursor.fetchall()
    return list(map(tuple, json.loads(rows[0][0]))) if connection.dialect.name == "sqlite" else rows


@cache
def _at_once(query: Select[Any]) -> Select[Any]:
    """Ask for all rows as one text: a JSON list of lists. Numbers of 64 bits and of 15 digits are exact in it."""
    return select(func.json_group_array(func.json_array(*query.subquery().columns)))


def plain_rows(
    connection: Connection, query: Select[Any], given: Mapping[str, object] | None = None
) -> list[tuple[Any, ...]]:
    """Give rows as the driver does: what SQLAlchemy gives, but for ids of findings, which stay numbers.

    Args:
        connection: To the ledger.
        query: The question.
        given: Words and numbers for its parameters.
    """
    cursor: Any = connection.execute(query, given).cursor
    rows: list[tuple[Any, ...]] = cursor.fetchall()
    return rows


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
        found.update(connection.scalars(_matching(wanted, column), {"values": part}))
    return found


@cache
def _matching(wanted: ColumnElement[Any], column: ColumnElement[Any]) -> Select[Any]:
    return select(wanted).where(column.in_(bindparam("values", expanding=True)))


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
def _worded(dialect: Dialect, query: Select[Any]) -> SQLCompiler:
    """Put a question into the words of a database."""
    return (_at_once(query) if dialect.name == "sqlite" else query).compile(dialect=dialect)


@cache
def _insert(dialect: Dialect, table: Table) -> str:
    """Give the statement that inserts a row, all columns in their order."""
    quoted = dialect.identifier_preparer
    columns = ", ".join(quoted.quote(column.name) for column in table.columns)
    marks = ", ".join("?" for _ in table.columns)
    return f"INSERT INTO {quoted.format_table(table)} ({columns}) VALUES ({marks})"  # noqa: S608 - names of our tables


@contextmanager
def without_collecting() -> Iterator[None]:
    """Let Python not look for cycles where very many rows are made, none of which is in one: it takes a sixth."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()
