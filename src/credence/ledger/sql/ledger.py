"""The ledger on a SQL database, through SQLAlchemy Core."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict

from sqlalchemy import Connection, Engine, insert, select

from credence.ledger.chain import ROOT, Content, sealed
from credence.ledger.deciding import in_force
from credence.ledger.interface import Known, Ledger, Mark, Recorded, Recording
from credence.ledger.judging import Excerpts, Grounds, Judge, Testified, Watcher
from credence.ledger.keys import key_of
from credence.ledger.outline import Outline
from credence.ledger.query import Met, Query
from credence.ledger.rules import ready, require_storable, unstorable, utc
from credence.ledger.sql import sqlite
from credence.ledger.sql.audit import audit
from credence.ledger.sql.bulk import parts
from credence.ledger.sql.choosing import all_grounds, changed, grounds, turns
from credence.ledger.sql.codec import claim_of, document_of, transaction_of
from credence.ledger.sql.decisions import all_decided, decide
from credence.ledger.sql.derived import bring_up, unlike
from credence.ledger.sql.excerpts import cited, excerpts
from credence.ledger.sql.index import bring_up_index, is_indexed, unlike_index
from credence.ledger.sql.left import is_left
from credence.ledger.sql.outlining import outlines
from credence.ledger.sql.recalled import Recalled
from credence.ledger.sql.schema import (
    claim,
    claim_party,
    document,
    meta,
    transaction,
)
from credence.ledger.sql.searching import search
from credence.ledger.sql.standing import claims_as_of, kept_number_of, mark_of, number_of, stand
from credence.ledger.sql.testimonies import testified
from credence.ledger.sql.touching import touched
from credence.ledger.sql.trouble import told
from credence.ledger.sql.values import lists_values
from credence.ledger.sql.world import World
from credence.ledger.sql.writing import gathered
from credence.model.claim import Claim, values_of
from credence.model.decision import Decided, Decision, Erasure
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
        self._recalled = Recalled(place)
        self._world = World()
        self._erased = 0

    def record(self, recordings: Sequence[Recording], *, moment: str, author: str, tool: str) -> Recorded:
        """Record readings in one transaction (see ``Ledger.record``)."""
        checked, moment = ready(recordings), utc(moment)
        require_storable("author and tool", author, tool)
        with self._begun(self._writer) as connection:
            last = _last(connection)
            opened = _opened(last, moment=moment, author=author, tool=tool)
            batch = gathered(connection, opened, checked)
            if not batch.content.readings:
                return Recorded(None, 0, 0, batch.known)
            made = sealed(opened, batch.content)
            batch.write(made)
        return Recorded(made, len(batch.content.documents), len(batch.content.claims), batch.known)

    def decide(self, decisions: Sequence[Decision], *, moment: str, author: str, tool: str) -> tuple[Decided, ...]:
        """Record decisions in one transaction (see ``Ledger.decide``)."""
        moment = utc(moment)
        require_storable("author and tool", author, tool)
        with self._begun(self._writer) as connection:
            last = _last(connection)

            def seal(content: Content) -> Transaction:
                made = sealed(_opened(last, moment=moment, author=author, tool=tool), content)
                connection.execute(insert(transaction), [asdict(made)])
                return made

            made = decide(connection, decisions, author, seal, self._place)
        if any(isinstance(each.decision, Erasure) for each in made):
            self._recalled.forget()
            if self._reader.dialect.name == "sqlite":
                sqlite.empty_log(self._reader)
        return made

    def mark(self, basis: str, *, known: Known = None) -> Mark:
        """Say how far the ledger has come (see ``Ledger.mark``)."""
        with self._begun(self._reader) as connection:
            found = mark_of(connection, basis, known)
        if found.erased > self._erased:
            self._recalled.forget()
            self._erased = found.erased
        return found

    def decisions(self, *, known: Known = None) -> tuple[Decided, ...]:
        """Give the decisions that stand (see ``Ledger.decisions``)."""
        with self._begun(self._reader) as connection:
            return in_force(all_decided(connection, self._place, until=number_of(connection, known)))

    def decided(self) -> tuple[Decided, ...]:
        """Give all decisions (see ``Ledger.decided``)."""
        with self._begun(self._reader) as connection:
            return all_decided(connection, self._place)

    def claims(
        self,
        *,
        known: Known = None,
        kind: str | None = None,
        parties: Collection[str] = (),
        doc: str | None = None,
        ids: Collection[str] | None = None,
    ) -> tuple[Claim, ...]:
        """Give the claims that stand (see ``Ledger.claims``)."""
        if any(map(unstorable, (kind or "", doc or "", *parties, *(ids or ())))):
            return ()  # the database would refuse the question
        with self._begun(self._reader) as connection:
            number = number_of(connection, known)
            query = claims_as_of(connection, number, self._place)
            if kind is not None:
                query = query.where(claim.c.kind == kind)
            if doc is not None:
                query = query.where(document.c.id == doc)
            for party in sorted(set(parties)) if lists_values(connection, number) else ():
                named = claim_party.alias()
                query = query.join(named, (named.c.claim == claim.c.number) & (named.c.party == key_of(party)))
            some = [query] if ids is None else [query.where(claim.c.id.in_(part)) for part in parts(sorted(set(ids)))]
            found = [claim_of(row, self._place) for each in some for row in connection.execute(each)]
        wanted = (each for each in found if values_of(each.roles).issuperset(parties))
        # Sorted here and not there: databases differ in how they order words.
        return tuple(sorted(wanted, key=lambda each: each.id))

    def bring_up(self, judge: Judge, watcher: Watcher | None = None) -> int:
        """Bring the derived rows up to date (see ``Ledger.bring_up``)."""
        with self._begun(self._reader) as connection:
            number, fit = kept_number_of(connection, judge.basis, None)
            if fit and is_indexed(connection, number):
                return 0
        with self._begun(self._writer) as connection:
            _last(connection)
            bring_up_index(connection, self._place)
            return bring_up(connection, judge, self._place, self._recalled, watcher=watcher)

    def grounds(
        self,
        judge: Judge,
        *,
        known: Known = None,
        parties: Collection[str] = (),
        kind: str | None = None,
        ids: Collection[str] | None = None,
    ) -> Grounds:
        """Give what findings rest on (see ``Ledger.grounds``)."""
        if any(map(unstorable, (kind or "", *parties, *(ids or ())))):
            return Grounds((), {})  # the database would refuse the question
        with self._begun(self._reader) as connection:
            number, fit = kept_number_of(connection, judge.basis, known)
            chosen = bool(parties) or kind is not None or ids is not None
            if not chosen or not fit:
                return all_grounds(connection, self._recalled, self._place, number, None if fit else judge)
            return grounds(connection, self._recalled, number, parties=parties, kind=kind, ids=ids)

    def testified(self, basis: str, ids: Collection[str], *, known: Known = None) -> Testified | None:
        """Give what was said about findings (see ``Ledger.testified``)."""
        with self._begun(self._reader) as connection:
            number, fit = kept_number_of(connection, basis, known)
            return testified(connection, self._recalled, ids, number) if fit else None

    def excerpts(self, basis: str, ids: Collection[str], most: int, *, known: Known = None) -> Excerpts | None:
        """Give the first claims of findings (see ``Ledger.excerpts``)."""
        with self._begun(self._reader) as connection:
            number, fit = kept_number_of(connection, basis, known)
            return excerpts(connection, self._recalled, ids, most, number) if fit else None

    def cited(self, basis: str, ids: Collection[str], *, known: Known = None) -> Grounds | None:
        """Give claims that were evidence (see ``Ledger.cited``)."""
        with self._begun(self._reader) as connection:
            number, fit = kept_number_of(connection, basis, known)
            return cited(connection, self._recalled, ids, number) if fit else None

    def outlines(
        self,
        basis: str,
        *,
        known: Known = None,
        parties: Collection[str] = (),
        kind: str | None = None,
        day: str | None = None,
    ) -> tuple[Outline, ...] | None:
        """Give findings without their evidence (see ``Ledger.outlines``)."""
        if any(map(unstorable, (kind or "", *parties))):
            return ()  # the database would refuse the question
        with self._begun(self._reader) as connection:
            number, fit = kept_number_of(connection, basis, known)
            if not fit:
                return None
            if not parties and kind is None:
                return self._world.on(connection, basis, number, day)
            return tuple(sorted(outlines(connection, number, parties=parties, kind=kind, day=day)))

    def changed(self, basis: str, since: Known, until: Known = None) -> frozenset[str] | None:
        """Give the findings that may differ (see ``Ledger.changed``)."""
        with self._begun(self._reader) as connection:
            moments = [kept_number_of(connection, basis, known) for known in (since, until)]
            first, last = (number for number, _ in moments)
            return changed(connection, first, last) if all(fit for _, fit in moments) else None

    def touched(self, basis: str, number: int) -> tuple[frozenset[str], ...] | None:
        """Give the names that a transaction may have touched (see ``Ledger.touched``)."""
        with self._begun(self._reader) as connection:
            _, fit = kept_number_of(connection, basis, number)
            return touched(connection, number) if fit else None

    def turns(self, basis: str, finding: str, *, known: Known = None) -> tuple[int, ...]:
        """Give the transactions of a finding's history (see ``Ledger.turns``)."""
        with self._begun(self._reader) as connection:
            number, fit = kept_number_of(connection, basis, known)
            if fit:
                return turns(connection, finding, number)
            return tuple(range(1, number + 1))

    def document(self, doc: str, version: str | None = None) -> Document | None:
        """Give a version of a document (see ``Ledger.document``)."""
        if unstorable(doc) or unstorable(version or ""):
            return None
        query = select(document).where(document.c.id == doc, is_left()).order_by(document.c.number.desc()).limit(1)
        if version is not None:
            query = query.where(document.c.sha256 == version)
        with self._begun(self._reader) as connection:
            row = connection.execute(query).first()
            return document_of(row, self._place) if row else None

    def documents(self, *, known: Known = None, ids: Collection[str] | None = None) -> tuple[Document, ...]:
        """Give the newest versions (see ``Ledger.documents``)."""
        with self._begun(self._reader) as connection:
            number = number_of(connection, known)
            query = select(document).where(*stand(connection, number, self._place))
            query = query if ids is None else query.where(document.c.id.in_(sorted(ids)))
            found = [document_of(row, self._place) for row in connection.execute(query)]
        return tuple(sorted(found, key=lambda each: each.id))

    def search(self, query: Query, *, known: Known = None) -> tuple[Met, ...]:
        """Ask the index, and look through what it gives (see ``Ledger.search``)."""
        with self._begun(self._reader) as connection:
            return search(connection, number_of(connection, known), self._place, query)

    def transactions(self, *, known: Known = None) -> tuple[Transaction, ...]:
        """Give the transactions (see ``Ledger.transactions``)."""
        with self._begun(self._reader) as connection:
            until = transaction.c.number <= number_of(connection, known)
            rows = connection.execute(select(transaction).where(until).order_by(transaction.c.number))
            return tuple(transaction_of(row, self._place) for row in rows)

    def verify(self, judge: Judge | None = None) -> tuple[str, ...]:
        """Check everything against the chain, and the derived rows (see ``Ledger.verify``)."""
        with self._begun(self._reader) as connection:
            found = tuple(audit(connection, self._place))
        if found or judge is None:
            return found
        with self._begun(self._writer) as connection:  # what is made again to compare is given up
            _last(connection)
            lines = (*unlike(connection, judge, self._place), *unlike_index(connection, self._place))
            connection.rollback()
        return lines

    def rebuild(self, judge: Judge) -> int:
        """Make the derived rows again (see ``Ledger.rebuild``)."""
        with self._begun(self._writer) as connection:
            _last(connection)
            bring_up_index(connection, self._place, again=True)
            return bring_up(connection, judge, self._place, self._recalled, again=True)

    def close(self) -> None:
        """Close all connections."""
        self._reader.dispose()

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


def _opened(last: Transaction | None, *, moment: str, author: str, tool: str) -> Transaction:
    """Give the transaction behind the last one, its hash still to be made."""
    number, before = (last.number + 1, last.hash) if last else (1, ROOT)
    return Transaction(number, moment, author, tool, before, "")
