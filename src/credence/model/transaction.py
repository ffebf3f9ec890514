"""Transactions: the axis of what had been recorded by when."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Transaction:
    """One act of recording.

    Attributes:
        number: Strictly increasing from 1; never a clock.
        moment: When it was recorded, ISO 8601 in UTC to the second.
        author: Who recorded it: a person's or a program's name.
        tool: Name and version of the program.
        before: Hash of the transaction before; 64 zeros for the first.
        hash: Hash of ``before``, the moment, author, tool and the content recorded.
    """

    number: int
    moment: str
    author: str
    tool: str
    before: str
    hash: str
