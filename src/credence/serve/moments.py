"""As known when, and on which day: every question is pinned to one transaction before anything is looked up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import Query

from credence.errors import WrongUse
from credence.model.period import Period
from credence.serve.build import build
from credence.serve.desk import Desk

LONGEST = 60
"""Characters of a date or transaction number."""

On = Annotated[
    str | None,
    Query(
        max_length=LONGEST,
        description="Only what held, or may have held, on that day, EDTF.",
        examples=["2024-09-01"],
    ),
]
Known = Annotated[
    str | None,
    Query(
        max_length=LONGEST,
        description="As known at a transaction, or by the end of a day; by default now.",
        examples=["2024-09-01"],
    ),
]


@dataclass(frozen=True, slots=True)
class Moment:
    """The two times of a question.

    Attributes:
        day: What held on that day, EDTF; None for at any time.
        known: As known at that transaction.
        erased: The last transaction that removed words for good, as of any time.
    """

    day: str | None
    known: int
    erased: int

    @property
    def tag(self) -> str:
        """What the answer depends on beside the question, as a weak ETag."""
        return f'W/"{self.known}-{self.erased}-{build()}"'


def pinned(desk: Desk, on: str | None, known: str | int | None) -> Moment:
    """Pin a question to the last transaction known then, as far as its findings are kept.

    Args:
        desk: What requests share.
        on: The day asked about, EDTF.
        known: As known when.

    Raises:
        BadPeriod: If the day is not EDTF.
        WrongUse: If ``known`` is neither a transaction nor a date.
        LedgerTrouble: If the ledger cannot be read.
    """
    if on is not None:
        Period.parse(on)
    if known == "":
        raise WrongUse("known", "it is empty", "give a transaction or a date, or leave it out")
    mark = desk.mark(known)
    return Moment(on, mark.number if mark.kept is None else min(mark.number, mark.kept), mark.erased)
