"""Whether the words of a document are still there, and which claims were read in it, in SQL."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import ColumnElement, Select, exists, select

from credence.ledger.sql.schema import document, erasure, reading, reading_claim


def is_left() -> ColumnElement[bool]:
    """Tell whether the words of the document at hand were not erased."""
    gone = exists().where(erasure.c.doc == document.c.id, erasure.c.recorded >= document.c.recorded)
    return ~gone


def read_in(versions: Collection[int] | Select[tuple[int]]) -> Select[tuple[int]]:
    """Ask for the numbers of the claims that were ever read in some versions of documents, or of other such versions.

    Args:
        versions: Numbers of the versions, or what asks for them.
    """
    read = select(reading_claim.c.claim).join(reading, reading.c.number == reading_claim.c.reading)
    return read.where(reading.c.document.in_(versions))
