"""Decisions as plain JSON values."""

from __future__ import annotations

from credence.model.decision import Decided
from credence.model.plain import Plain, decision_to_plain


def decided_to_plain(decided: Decided) -> Plain:
    """Give a recorded decision as values that JSON can hold, members always in the same order."""
    recorded: Plain = {"number": decided.number, "transaction": decided.transaction, "author": decided.author}
    return {**recorded, **decision_to_plain(decided.decision)}
