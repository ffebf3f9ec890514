"""Decisions in a SQL database: written one table a sort, with one numbering over all, and read back together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import cast

from sqlalchemy import Connection, Table, delete, exists, func, insert, select, update

from credence.ledger.chain import Content, decision_digest
from credence.ledger.deciding import Held, fresh
from credence.ledger.sql import sqlite
from credence.ledger.sql.bulk import asked
from credence.ledger.sql.codec import decision_of, decision_row
from credence.ledger.sql.index import forget_index
from credence.ledger.sql.left import is_left, read_in
from credence.ledger.sql.schema import DECISIONS, DERIVED, claim, document, transaction
from credence.model.decision import Decided, Decision, Erasure
from credence.model.transaction import Transaction


def decide(
    connection: Connection,
    decisions: Iterable[Decision],
    author: str,
    seal: Callable[[Content], Transaction],
    place: str,
) -> tuple[Decided, ...]:
    """Write what is new of some decisions.

    Args:
        connection: In a transaction that nobody else can write beside.
        decisions: The decisions.
        author: Who decides.
        seal: Writes the row of the transaction that has a content.
        place: The ledger, for messages.

    Raises:
        WrongUse: As ``Ledger.decide`` says.
    """
    decided = all_decided(connection, place)
    new = fresh(decisions, author, Held(decided, *_asks(connection)))
    if not new:
        return ()
    made = seal(Content((), (), (), tuple(map(decision_digest, new))))
    first = max((each.number for each in decided), default=0) + 1
    recorded = tuple(Decided(number, made.number, author, each) for number, each in enumerate(new, start=first))
    for each in recorded:
        table, row = decision_row(each.decision)
        connection.execute(insert(table), [{**row, "number": each.number, "recorded": made.number}])
        if isinstance(each.decision, Erasure):
            _erase(connection, each.decision.doc)
    return recorded


def _erase(connection: Connection, doc: str) -> None:
    """Remove the words of all versions of a document, and of the claims read in them; the hashes stay.

    What was derived from them goes as well, at all times, so that all derived rows are made again.
    """
    if connection.dialect.name == "sqlite":
        sqlite.overwrite_what_is_freed(connection)
    numbers = select(document.c.number).where(document.c.id == doc)
    of_it = claim.c.number.in_(read_in(numbers))
    for table in DERIVED:
        connection.execute(delete(table))
    forget_index(connection)
    bare = {"roles": "{}", "voices": "[]", "quote_start": 0, "quote_end": 0, "quote_text": "", "when": None}
    connection.execute(update(claim).where(of_it).values(**bare))
    void = {"text": "", "title": None, "published": None, "publisher": None, "url": None}
    connection.execute(update(document).where(document.c.id == doc).values(**void))


def all_decided(
    connection: Connection, place: str, *, until: int | None = None, only: Sequence[Table] = DECISIONS
) -> tuple[Decided, ...]:
    """Give decisions in the order of their numbers.

    Args:
        connection: To the ledger.
        place: The ledger, for messages.
        until: Only those recorded up to this transaction.
        only: Only those of these tables.

    Raises:
        LedgerTrouble: If a row is damaged.
    """
    found: list[Decided] = []
    for table in _filled(connection, only):
        query = select(table, transaction.c.author.label("author")).join(transaction)
        query = query if until is None else query.where(table.c.recorded <= until)
        rows = connection.execute(query)
        found += [Decided(row.number, row.recorded, row.author, decision_of(table, row, place)) for row in rows]
    return tuple(sorted(found, key=lambda each: each.number))


def _filled(connection: Connection, tables: Sequence[Table]) -> list[Table]:
    """Give the tables of decisions in which there are any: mostly there are none, and nearly every question asks."""
    (held,) = asked(connection, _HOLD_ANY, {})
    return [table for table, any_ in zip(DECISIONS, held, strict=True) if any_ and table in tables]


_HOLD_ANY = select().add_columns(*(exists(select(table.c.number)) for table in DECISIONS))


def _asks(connection: Connection) -> tuple[Callable[[str], int], Callable[[str], bool]]:
    """Give what tells of a document when its newest version was recorded, and of a claim whether it ever was."""

    def newest(doc: str) -> int:
        last = select(func.coalesce(func.max(document.c.recorded), 0)).where(document.c.id == doc)
        return cast("int", connection.scalar(last))

    def has_claim(id_: str) -> bool:
        own = document.c.number == claim.c.document
        rows = select(func.count()).select_from(claim).join(document, own).where(claim.c.id == id_, is_left())
        return cast("int", connection.scalar(rows)) > 0

    return newest, has_claim
