"""The ledger on a SQL database, through SQLAlchemy Core."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict

from sqlalchemy import ColumnElement, Connection, Engine, Select, exists, func, insert, not_, select

from credence.ledger.audit import audit
from credence.ledger.chain import ROOT, Content, sealed
from credence.ledger.codec import claim_of, document_of, transaction_of
from credence.ledger.deciding import in_force, withdrawn
from credence.ledger.decisions import all_decided, decide
from credence.ledger.interface import Known, Ledger, Recorded, Recording
from credence.ledger.rules import cutoff, key_of, ready, require_storable, unstorable, utc
from credence.ledger.schema import (
    claim,
    claim_party,
    document,
    meta,
    reading,
    reading_claim,
    retraction,
    revocation,
    transaction,
)
from credence.ledger.trouble import told
from credence.ledger.writing import gathered
from credence.model.claim import Claim
from credence.model.decision import Decided, Decision
from credence.model.document import Document
from credence.model.transaction import Transaction


class SqlLedger(Ledger):
    """A ledger in a database that ``open_ledger`` has found to be one."""

    def __init__(self, engine: Engine, place: str) -> None:
        """Take an engine.

        Args:
            engine: Of a database with our tables; disposed of on closing.
            place: Its address, without a password, for messages.
        """
        self._reader = engine
        self._writer = engine.execution_options(credence_writes=True)
        self._place = place

    def record(self, recordings: Sequence[Recording], *, moment: str, author: str, tool: str) -> Recorded:
        """Record readings in one transaction (see ``Ledger.record``)."""
        checked, moment = ready(recordings), utc(moment)
        require_storable("author and tool", author, tool)
        with self._begun(self._writer) as connection:
            last = _last(connection)
            batch = gathered(connection, (last.number if last else 0) + 1, checked)
            if not batch.content.readings:
                return Recorded(None, 0, 0, batch.known)
            made = _seal(connection, last, batch.content, moment=moment, author=author, tool=tool)
            batch.write()
        return Recorded(made, len(batch.content.documents), len(batch.content.claims), batch.known)

    def decide(self, decisions: Sequence[Decision], *, moment: str, author: str, tool: str) -> tuple[Decided, ...]:
        """Record decisions in one transaction (see ``Ledger.decide``)."""
        moment = utc(moment)
        require_storable("author and tool", author, tool)
        with self._begun(self._writer) as connection:
            last = _last(connection)

            def seal(content: Content) -> Transaction:
                return _seal(connection, last, content, moment=moment, author=author, tool=tool)

            return decide(connection, decisions, author, seal, self._place)

    def decisions(self, *, known: Known = None) -> tuple[Decided, ...]:
        """Give the decisions that stand (see ``Ledger.decisions``)."""
        with self._begun(self._reader) as connection:
            return in_force(all_decided(connection, self._place, until=_number(connection, known)))

    def decided(self) -> tuple[Decided, ...]:
        """Give all decisions (see ``Ledger.decided``)."""
        with self._begun(self._reader) as connection:
            return all_decided(connection, self._place)

    def claims(
        self, *, known: Known = None, kind: str | None = None, parties: Collection[str] = (), doc: str | None = None
    ) -> tuple[Claim, ...]:
        """Give the claims that stand (see ``Ledger.claims``)."""
        if any(map(unstorable, (kind or "", doc or "", *parties))):
            return ()  # the database would refuse the question
        with self._begun(self._reader) as connection:
            number = _number(connection, known)
            query = _claims_as_of(number).where(*self._stands(connection, number))
            if kind is not None:
                query = query.where(claim.c.kind == kind)
            if doc is not None:
                query = query.where(document.c.id == doc)
            for party in sorted(set(parties)):
                named = claim_party.alias()
                query = query.join(named, (named.c.claim == claim.c.number) & (named.c.party == key_of(party)))
            found = [claim_of(row, self._place) for row in connection.execute(query)]
        # Sorted here and not there: databases differ in how they order words.
        return tuple(sorted(found, key=lambda each: each.id))

    def document(self, doc: str, version: str | None = None) -> Document | None:
        """Give a version of a document (see ``Ledger.document``)."""
        if unstorable(doc) or unstorable(version or ""):
            return None
        query = select(document).where(document.c.id == doc).order_by(document.c.number.desc()).limit(1)
        if version is not None:
            query = query.where(document.c.sha256 == version)
        with self._begun(self._reader) as connection:
            row = connection.execute(query).first()
            return document_of(row, self._place) if row else None

    def documents(self, *, known: Known = None) -> tuple[Document, ...]:
        """Give the newest versions (see ``Ledger.documents``)."""
        with self._begun(self._reader) as connection:
            number = _number(connection, known)
            query = select(document).where(_is_newest(number))
            query = query.where(*self._stands(connection, number))
            found = [document_of(row, self._place) for row in connection.execute(query)]
        return tuple(sorted(found, key=lambda each: each.id))

    def transactions(self, *, known: Known = None) -> tuple[Transaction, ...]:
        """Give the transactions (see ``Ledger.transactions``)."""
        with self._begun(self._reader) as connection:
            until = transaction.c.number <= _number(connection, known)
            rows = connection.execute(select(transaction).where(until).order_by(transaction.c.number))
            return tuple(transaction_of(row, self._place) for row in rows)

    def verify(self) -> tuple[str, ...]:
        """Check everything against the chain (see ``Ledger.verify``)."""
        with self._begun(self._reader) as connection:
            return tuple(audit(connection, self._place))

    def close(self) -> None:
        """Close all connections."""
        self._reader.dispose()

    def _stands(self, connection: Connection, number: int) -> list[ColumnElement[bool]]:
        """Give the conditions that leave out what was withdrawn as of a transaction."""
        gone = withdrawn(all_decided(connection, self._place, until=number, only=(retraction, revocation)))
        return [not_((document.c.id == doc) & (document.c.recorded <= until)) for doc, until in sorted(gone.items())]

    @contextmanager
    def _begun(self, engine: Engine) -> Iterator[Connection]:
        with told(self._place), engine.begin() as connection:
            yield connection


def _last(connection: Connection) -> Transaction | None:
    """Give the last transaction, with nobody else able to add one until this one is over."""
    # Databases that let several writers in make them queue here; SQLite has done so already.
    connection.execute(select(meta).with_for_update())
    row = connection.execute(select(transaction).order_by(transaction.c.number.desc()).limit(1)).first()
    return None if row is None else Transaction(*row)


def _seal(  # noqa: PLR0913 - what a transaction is made of
    connection: Connection, last: Transaction | None, content: Content, *, moment: str, author: str, tool: str
) -> Transaction:
    """Write the row of a transaction of some content behind the last one."""
    number, before = (last.number + 1, last.hash) if last else (1, ROOT)
    made = sealed(Transaction(number, moment, author, tool, before, ""), content)
    connection.execute(insert(transaction), [asdict(made)])
    return made


def _number(connection: Connection, known: Known) -> int:
    """Give the transaction up to which things count; after a moment past the limit, nothing does any more."""
    last: int = connection.scalar(select(func.max(transaction.c.number))) or 0
    limit = last if known is None else cutoff(known)
    if isinstance(limit, int):
        return max(0, min(limit, last))
    later = connection.scalar(select(func.min(transaction.c.number)).where(transaction.c.moment > limit))
    return last if later is None else int(later) - 1


# PostgreSQL foresees how many rows have no later one beside them, but not how many are the greatest of their like: asked
# for those, it would look through whole tables for every row.


def _is_newest(number: int) -> ColumnElement[bool]:
    """Tell whether the document at hand is the newest version of it as of a transaction."""
    other = document.alias()
    newer = exists().where(other.c.id == document.c.id, other.c.number > document.c.number, other.c.recorded <= number)
    return (document.c.recorded <= number) & ~newer


def _is_last(number: int) -> ColumnElement[bool]:
    """Tell whether the reading at hand is the last one of its document as of a transaction."""
    other = reading.alias()
    same = other.c.document == reading.c.document
    later = exists().where(same, other.c.number > reading.c.number, other.c.recorded <= number)
    return (reading.c.recorded <= number) & ~later


def _claims_as_of(number: int) -> Select[tuple[object, ...]]:
    return (
        select(claim, document.c.id.label("doc"), document.c.sha256.label("version"))
        .join(reading_claim, reading_claim.c.claim == claim.c.number)
        .join(reading, reading.c.number == reading_claim.c.reading)
        .join(document, document.c.number == reading.c.document)
        .where(_is_last(number), _is_newest(number))
    )
