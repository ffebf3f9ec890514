"""All findings that stood as of one transaction, kept in memory, so that the world is shown day by day without asking.

Moving to another transaction looks up only what changed between the two.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import compress
from typing import TYPE_CHECKING

from sqlalchemy import Connection, func, select

from credence.ledger.outline import Outline
from credence.ledger.sql.choosing import changed
from credence.ledger.sql.kept import days_of
from credence.ledger.sql.outlining import Held, held
from credence.ledger.sql.schema import erasure

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True)  # no slots: what is found once is kept
class _Kept:
    """What stood as of a transaction.

    Attributes:
        made: What the rows were made on: the basis, and how much had been erased, after which all are made anew.
        number: The transaction.
        rows: Findings, sorted by id.
    """

    made: tuple[str, int]
    number: int
    rows: tuple[Held, ...]

    @cached_property
    def outlines(self) -> tuple[Outline, ...]:
        """The findings without the days on which they hold."""
        return tuple([row.outline for row in self.rows])

    @cached_property
    def days(self) -> NDArray[np.int64]:
        """The first and the last day on which each may hold, in two rows."""
        import numpy as np  # noqa: PLC0415 - only who asks for the whole world waits for it to be loaded

        return np.array([[row.first for row in self.rows], [row.last for row in self.rows]], np.int64)

    def on(self, first: int, last: int) -> tuple[Outline, ...]:
        """Give the findings that may hold on one of some days."""
        begins, ends = self.days
        return tuple(compress(self.outlines, ((begins <= last) & (ends >= first)).tolist()))


class World:
    """The findings that stood as of the transaction last asked for."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._kept: _Kept | None = None

    def on(self, connection: Connection, basis: str, number: int, day: str | None) -> tuple[Outline, ...]:
        """Give the findings that stood, sorted by id.

        Args:
            connection: To the ledger, whose derived rows know of the transaction.
            basis: What they are made on.
            number: The transaction.
            day: Only what held, or may have held, on that day, EDTF.

        Raises:
            BadPeriod: If the day is not EDTF.
        """
        asked = None if day is None else days_of(day)  # first of all, for it may be no day
        erased = connection.scalar(select(func.max(erasure.c.number))) or 0
        kept, made = self._kept, (basis, erased)
        if kept is None or kept.made != made:
            kept = _Kept(made, number, tuple(sorted(held(connection, number))))
        elif kept.number != number:
            kept = _Kept(made, number, _moved(connection, kept, number))
        self._kept = kept
        return kept.outlines if asked is None else kept.on(*asked)


def _moved(connection: Connection, kept: _Kept, number: int) -> tuple[Held, ...]:
    """Give what stood as of another transaction."""
    other = changed(connection, kept.number, number)
    if not other:
        return kept.rows
    same = [row for row in kept.rows if row.outline.id not in other]
    return tuple(sorted([*same, *held(connection, number, other)]))
