"""Checking a database row by row against the chain of hashes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from sqlalchemy import Connection, func, or_, select

from credence.errors import LedgerTrouble
from credence.ledger.chain import Content, claim_digest, decision_digest, differences, document_digest
from credence.ledger.sql.bulk import portions
from credence.ledger.sql.codec import claim_of, decision_of, document_of, transaction_of
from credence.ledger.sql.left import is_left
from credence.ledger.sql.schema import DECISIONS, claim, document, reading, reading_claim, transaction
from credence.ledger.sql.sqlite import damage
from credence.ledger.sql.trouble import is_damage, told
from credence.model.transaction import Transaction

_AT_ONCE = 5000  # claims


def audit(connection: Connection, place: str) -> Iterator[str]:
    """Give a line for each difference between what is stored and what was recorded.

    Stored digests are compared with the rows they were made of, then the chain with the digests; what is looked up by
    party is compared with the claims. Where damage leaves no way on, its line is the last.

    Args:
        connection: In a transaction, so that all is seen as of one moment.
        place: The ledger, for messages.

    Raises:
        LedgerTrouble: If the ledger cannot be read for another reason than damage.
    """
    try:
        with told(place):
            if connection.dialect.name == "sqlite":
                yield from damage(connection)
            yield from _documents_amiss(connection, place)
            yield from _claims_amiss(connection, place)
            yield from _left_over(connection)
            yield from _decisions_amiss(connection, place)
            yield from differences(_entries(connection, place))
            yield from _unaccounted(connection)
    except LedgerTrouble as trouble:
        if not is_damage(trouble):
            raise
        yield trouble.cause


def _documents_amiss(connection: Connection, place: str) -> Iterator[str]:
    # One by one: all texts together may be more than memory holds.
    for number in connection.scalars(select(document.c.number).where(is_left()).order_by(document.c.number)).all():
        row = connection.execute(select(document).where(document.c.number == number)).one()
        found = document_of(row, place)
        if (document_digest(found), found.sha256) != (row.digest, row.sha256):
            yield f"document {row.number} ({row.id}): not as it was recorded"


def _left_over(connection: Connection) -> Iterator[str]:
    """Name what should have been erased and was not."""
    words = or_(document.c.text != "", document.c.title.is_not(None), document.c.publisher.is_not(None))
    for row in connection.execute(select(document.c.number, document.c.id).where(~is_left(), words)):
        yield f"document {row.number} ({row.id}): erased, and still there"
    quoted = select(claim.c.number).join(document, document.c.number == claim.c.document)
    for number in connection.scalars(quoted.where(~is_left(), claim.c.quote_text != "")):
        yield f"claim {number}: erased, and still there"


def _claims_amiss(connection: Connection, place: str) -> Iterator[str]:
    columns = (claim, document.c.id.label("doc"), document.c.sha256.label("version"))
    of_it = select(*columns).join(document, document.c.number == claim.c.document).where(is_left())
    for rows in portions(connection, of_it, claim, 1, _AT_ONCE):
        for row in rows:
            found = claim_of(row, place)
            if claim_digest(found) != row.digest:
                yield f"claim {row.number}: not as it was recorded"


def _decisions_amiss(connection: Connection, place: str) -> Iterator[str]:
    numbers: list[int] = []
    for table in DECISIONS:
        for row in connection.execute(select(table).order_by(table.c.number)).all():
            numbers.append(row.number)
            if decision_digest(decision_of(table, row, place)) != row.digest:
                yield f"decision {row.number}: not as it was recorded"
    if sorted(numbers) != list(range(1, len(numbers) + 1)):
        yield "decisions: their numbers do not run on from 1"


def _entries(connection: Connection, place: str) -> Iterator[tuple[Transaction, Content]]:
    for row in connection.execute(select(transaction).order_by(transaction.c.number)).all():
        yield transaction_of(row, place), _content(connection, row.number)


def _content(connection: Connection, number: int) -> Content:
    documents = select(document.c.digest).where(document.c.recorded == number).order_by(document.c.number)
    read = (
        select(reading.c.number, document.c.digest.label("document"), claim.c.digest.label("claim"), claim.c.recorded)
        .join(document, document.c.number == reading.c.document)
        .outerjoin(reading_claim, reading_claim.c.reading == reading.c.number)
        .outerjoin(claim, claim.c.number == reading_claim.c.claim)
        .where(reading.c.recorded == number)
    )
    readings: dict[int, tuple[str, list[str]]] = {}
    claims: set[str] = set()
    for row in connection.execute(read):
        _, digests = readings.setdefault(row.number, (str(row.document), []))
        digests += [] if row.claim is None else [str(row.claim)]
        claims |= {str(row.claim)} if row.recorded == number else set()
    return Content(
        documents=tuple(map(str, connection.scalars(documents))),
        claims=claims,
        readings=tuple(readings.values()),
        decisions=tuple(_decision_digests(connection, number)),
    )


def _decision_digests(connection: Connection, number: int) -> Iterator[str]:
    """Give the digests of a transaction's decisions, in the order of their numbers."""
    found = [
        (row.number, str(row.digest))
        for table in DECISIONS
        for row in connection.execute(select(table.c.number, table.c.digest).where(table.c.recorded == number))
    ]
    yield from (digest for _, digest in sorted(found))


def _unaccounted(connection: Connection) -> Iterator[str]:
    """Name rows that belong to no transaction: the chain alone does not see what it never held."""
    numbers = select(transaction.c.number)
    for table in (document, claim, reading, *DECISIONS):
        strays = select(func.count()).select_from(table).where(table.c.recorded.not_in(numbers))
        if count := cast("int", connection.scalar(strays)):
            yield f"{table.name}: {count} rows belong to no transaction"
    link = select(reading_claim.c.claim).join(reading, reading.c.number == reading_claim.c.reading)
    read = link.where(reading_claim.c.claim == claim.c.number, reading.c.recorded == claim.c.recorded)
    if count := cast("int", connection.scalar(select(func.count()).select_from(claim).where(~read.exists()))):
        yield f"claim: {count} rows belong to no reading of their transaction"
