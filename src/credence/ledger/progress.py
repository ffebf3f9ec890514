"""How far the ledger has come, and how far what is derived from it."""

from __future__ import annotations

from sqlalchemy import Connection, Table, func, select

from credence.ledger.schema import transaction


def last_number(connection: Connection) -> int:
    """Give the number of the last transaction; 0 where there is none."""
    return connection.scalar(select(func.max(transaction.c.number))) or 0


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
