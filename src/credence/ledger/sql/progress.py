"""How far the ledger has come, and how far what is derived from it."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import Connection, Table, bindparam, func, select

from credence.ledger.sql.bulk import asked
from credence.ledger.sql.schema import derived, erasure, transaction


def last_number(connection: Connection) -> int:
    """Give the number of the last transaction; 0 where there is none."""
    return connection.scalar(_LAST) or 0


_LAST = select(func.max(transaction.c.number))
_FINDINGS = select(derived.c.transaction).where(derived.c.basis == bindparam("basis"))
_ERASED = select(func.max(erasure.c.recorded))
_HOW_FAR = select(*(each.scalar_subquery() for each in (_LAST, _FINDINGS, _ERASED)))


class HowFar(NamedTuple):
    """How far a ledger has come, asked for at once: every question about findings needs it.

    Attributes:
        last: The last transaction; 0 where there is none.
        done: The last transaction which findings made on a basis know of; None where there are no such findings.
        erased: The last transaction that removed words for good; 0 where there is none.
    """

    last: int
    done: int | None
    erased: int


def how_far(connection: Connection, basis: str) -> HowFar:
    """Say how far the ledger has come, and its findings made on a basis."""
    ((last, done, erased),) = asked(connection, _HOW_FAR, {"basis": basis})
    return HowFar(last or 0, done, erased or 0)


def done_by(connection: Connection, progress: Table, basis: str) -> int:
    """Give the transaction up to which there are rows made on a basis; 0 where there are none.

    Args:
        connection: To the ledger.
        progress: ``derived`` or ``indexed``.
        basis: The basis.
    """
    return made_until(connection, progress, basis) or 0


def knows(connection: Connection, progress: Table, basis: str, number: int) -> bool:
    """Tell whether there are rows made on a basis, and they know of a transaction (see ``done_by``)."""
    made = made_until(connection, progress, basis)
    return made is not None and made >= number


def made_until(connection: Connection, progress: Table, basis: str) -> int | None:
    """Give the transaction up to which there are rows made on a basis; None where there are none (see ``done_by``)."""
    made: int | None = connection.scalar(select(progress.c.transaction).where(progress.c.basis == basis))
    return made
