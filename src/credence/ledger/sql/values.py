"""By which values claims are looked up: every value of every role, members of sets one by one."""

from __future__ import annotations

from sqlalchemy import Connection, select

from credence.ledger.keys import key_of
from credence.ledger.sql.bulk import portions, write_rows
from credence.ledger.sql.codec import roles_of
from credence.ledger.sql.schema import claim, claim_party, derived
from credence.model.claim import values_of

_AT_ONCE = 5000  # claims


def list_values(connection: Connection, done: int, last: int, place: str) -> None:
    """Put down the values of the claims after one, up to another.

    Args:
        connection: In a transaction that nobody else can write beside.
        done: Number of the first claim.
        last: Of the other.
        place: The ledger, for messages.
    """
    query = select(claim.c.number, claim.c.roles).where(claim.c.number <= last)
    for rows in portions(connection, query, claim, done + 1, _AT_ONCE):
        values = [
            (key_of(value), row.number) for row in rows for value in values_of(roles_of(row.roles, row.number, place))
        ]
        write_rows(connection, claim_party, values)


def lists_values(connection: Connection, number: int) -> bool:
    """Tell whether the values of all claims recorded up to a transaction are put down."""
    return (connection.scalar(select(derived.c.transaction)) or 0) >= number
