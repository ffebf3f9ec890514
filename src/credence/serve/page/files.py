"""What a view shows, as a file to keep: CSV for tables, JSON as the API gives it, SVG for pictures."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from io import StringIO
from typing import Annotated, Literal

from fastapi import Query

Form = Annotated[Literal["csv", "json", "svg"] | None, Query(alias="format")]

MEDIA_TYPES = {"csv": "text/csv; charset=utf-8", "json": "application/json", "svg": "image/svg+xml"}

# What spreadsheets take for a formula at the beginning of a cell.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """Write a table as CSV in UTF-8; no cell is a formula, whatever a document says.

    Args:
        head: Names of the columns.
        rows: The rows, each with as many cells; None is an empty one.
    """
    written = StringIO()
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows([_cell(each) for each in row] for row in rows)
    return written.getvalue().encode("utf-8", "replace")


def _cell(value: object) -> str:
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text
