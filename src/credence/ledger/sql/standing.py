"""What stands as of a transaction, in SQL: the newest versions of documents that nobody withdrew, as read last."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import ColumnElement, Connection, Select, exists, func, not_, select

from credence.ledger.deciding import erased, withdrawn
from credence.ledger.interface import Known, Mark
from credence.ledger.rules import cutoff
from credence.ledger.sql.decisions import all_decided
from credence.ledger.sql.progress import how_far, last_number
from credence.ledger.sql.schema import (
    claim,
    document,
    erasure,
    reading,
    reading_claim,
    retraction,
    revocation,
    transaction,
)


def number_of(connection: Connection, known: Known) -> int:
    """Give the transaction up to which things count; after a moment past the limit, nothing does any more.

    Raises:
        WrongUse: If ``known`` is neither a transaction nor a date.
    """
    return _number_of(connection, known, last_number(connection))


def kept_number_of(connection: Connection, basis: str, known: Known) -> tuple[int, bool]:
    """Give the transaction up to which things count, and whether findings made on a basis know of it.

    Raises:
        WrongUse: As for ``number_of``.
    """
    far = how_far(connection, basis)
    number = _number_of(connection, known, far.last)
    return number, far.done is not None and far.done >= number


def mark_of(connection: Connection, basis: str, known: Known) -> Mark:
    """Say how far the ledger has come (see ``Ledger.mark``).

    Raises:
        WrongUse: As for ``number_of``.
    """
    far = how_far(connection, basis)
    return Mark(_number_of(connection, known, far.last), far.done, far.erased)


def _number_of(connection: Connection, known: Known, last: int) -> int:
    limit = last if known is None else cutoff(known)
    if isinstance(limit, int):
        return max(0, min(limit, last))
    later = connection.scalar(select(func.min(transaction.c.number)).where(transaction.c.moment > limit))
    return last if later is None else int(later) - 1


def stand(connection: Connection, number: int, place: str) -> list[ColumnElement[bool]]:
    """Give the conditions on ``document`` under which a version stands as of a transaction.

    Args:
        connection: To the ledger.
        number: The transaction.
        place: The ledger, for messages.
    """
    taken = withdrawn(all_decided(connection, place, until=number, only=(retraction, revocation)))
    removed = erased(all_decided(connection, place, only=(erasure,)))  # as of any time
    gone = {*taken.items(), *removed.items()}
    left = [not_((document.c.id == doc) & (document.c.recorded <= until)) for doc, until in sorted(gone)]
    return [_is_newest(number), *left]


def claims_as_of(
    connection: Connection, number: int, place: str, docs: Collection[str] | None = None
) -> Select[tuple[object, ...]]:
    """Ask for the claims that stand as of a transaction, with the id, hash and number of the document of each.

    Args:
        connection: To the ledger.
        number: The transaction.
        place: The ledger, for messages.
        docs: Only claims of the documents of these ids.
    """
    query = (
        select(
            claim,
            document.c.id.label("doc"),
            document.c.sha256.label("version"),
            document.c.number.label("of"),
        )
        .join(reading_claim, reading_claim.c.claim == claim.c.number)
        .join(reading, reading.c.number == reading_claim.c.reading)
        .join(document, document.c.number == reading.c.document)
        .where(_is_last(number), *stand(connection, number, place))
    )
    return query if docs is None else query.where(document.c.id.in_(sorted(docs)))


_VERSION = document.alias()  # made once, for it takes SQLAlchemy longer than the question takes a database
_READING = reading.alias()

# PostgreSQL foresees how many rows have no later one beside them, but not how many are the greatest of their like:
# asked for those, it would look through whole tables for every row.


def _is_newest(number: int) -> ColumnElement[bool]:
    """Tell whether the document at hand is the newest version of it as of a transaction."""
    other = _VERSION.c
    newer = exists().where(other.id == document.c.id, other.number > document.c.number, other.recorded <= number)
    return (document.c.recorded <= number) & ~newer


def _is_last(number: int) -> ColumnElement[bool]:
    """Tell whether the reading at hand is the last one of its document as of a transaction."""
    other = _READING.c
    same = other.document == reading.c.document
    later = exists().where(same, other.number > reading.c.number, other.recorded <= number)
    return (reading.c.recorded <= number) & ~later
