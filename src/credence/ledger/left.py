"""Whether the words of a document are still there, in SQL."""

from __future__ import annotations

from sqlalchemy import ColumnElement, exists

from credence.ledger.schema import document, erasure


def is_left() -> ColumnElement[bool]:
    """Tell whether the words of the document at hand were not erased."""
    gone = exists().where(erasure.c.doc == document.c.id, erasure.c.recorded >= document.c.recorded)
    return ~gone
