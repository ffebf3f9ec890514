"""Asking the derived rows: which findings stood, and what they rest on, as known at a transaction."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Connection, FromClause, Select, bindparam, or_, select

from credence.ledger.codec import claim_of
from credence.ledger.judging import Grounds, Source
from credence.ledger.kept import Outline, days_of
from credence.ledger.progress import knows
from credence.ledger.recalled import Recalled
from credence.ledger.rules import key_of
from credence.ledger.schema import derived, document, finding, finding_party, proposition
from credence.ledger.standing import claims_as_of, stand
from credence.ledger.step import with_sources

_COLUMNS = (
    "id",
    "kind",
    "mood",
    "step",
    "spell",
    "roles",
    "details",
    "begins_state",
    "begins",
    "ends_state",
    "ends",
    "credence",
    "status",
    "documents",
    "origins",
)  # of an outline, in its order


def is_fit(connection: Connection, basis: str, number: int) -> bool:
    """Tell whether the derived rows are made on a basis and know of a transaction."""
    return knows(connection, derived, basis, number)


def grounds(  # noqa: PLR0913 - what findings are chosen by
    connection: Connection,
    recalled: Recalled,
    number: int,
    *,
    parties: Collection[str],
    kind: str | None,
    ids: Collection[str] | None,
) -> Grounds:
    """Give what findings rest on that are chosen by the derived rows."""
    chosen = set(ids) if ids is not None else _chosen(connection, number, parties, kind)
    claims, sources = recalled.evidence(connection, with_sources(connection, chosen), number)
    return Grounds(tuple(claims), sources)


def outlines(
    connection: Connection, number: int, *, parties: Collection[str], kind: str | None, day: str | None
) -> list[Outline]:
    """Give findings without their evidence, from the derived rows alone; in any order."""
    keys = sorted(set(map(key_of, parties)))
    first, last = (None, None) if day is None else days_of(day)
    given = {"number": number, "kind": kind, "family": f"{kind}.", "behind": f"{kind}/", "first": first, "last": last}
    query = _outlines(len(keys), kind=kind is not None, day=day is not None)
    found = connection.execute(query, given | {f"party{n}": key for n, key in enumerate(keys)})
    rows: Any = found.cursor  # the driver's, which makes no object of each row: there may be very many
    return list(map(Outline._make, rows.fetchall()))


@cache
def _outlines(parties: int, *, kind: bool, day: bool) -> Select[tuple[object, ...]]:
    """Ask for outlines; made once for each sort of question."""
    kept = finding.c
    query = select(*(kept[name] for name in _COLUMNS))
    # Where findings are chosen by neither name nor kind, most are wanted, and to read them in their order is quicker
    # than by an index: the sum keeps SQLite from that.
    since, until = (kept.since, kept.until) if parties or kind else (kept.since + 0, kept.until + 0)
    query = query.where(since <= bindparam("number"), bindparam("number") < until)
    if kind:
        query = query.join(proposition, proposition.c.id == kept.id).where(_is_kind())
    for n in range(parties):
        named = finding_party.alias()
        query = query.join(named, named.c.id == kept.id).where(*_is_named(named, n))
    if day:
        query = query.where(kept.first <= bindparam("last"), kept.last >= bindparam("first"))
    return query


def _is_kind() -> ColumnElement[bool]:
    """Tell whether a proposition is of a kind, or of the family of that name: one stretch of the index each."""
    column = proposition.c.kind
    return or_(column == bindparam("kind"), (column >= bindparam("family")) & (column < bindparam("behind")))


def _is_named(named: FromClause, n: int) -> tuple[ColumnElement[bool], ...]:
    """Tell whether a finding could be looked up by the n-th of some names."""
    held = (named.c.since <= bindparam("number"), bindparam("number") < named.c.until)
    return (named.c.party == bindparam(f"party{n}"), *held)


def _chosen(connection: Connection, number: int, parties: Collection[str], kind: str | None) -> set[str]:
    """Give the ids of the findings that stood, of some parties and a kind."""
    return {each.id for each in outlines(connection, number, parties=parties, kind=kind, day=None)}


def all_grounds(connection: Connection, place: str, number: int) -> Grounds:
    """Give everything that stood, without looking at the derived rows."""
    claims = [claim_of(row, place) for row in connection.execute(claims_as_of(connection, number, place))]
    query = select(document.c.id, document.c.published, document.c.publisher).where(*stand(connection, number, place))
    sources = {str(row.id): Source(row.published, row.publisher) for row in connection.execute(query)}
    return Grounds(tuple(claims), sources)


def changed(connection: Connection, since: int, until: int) -> frozenset[str]:
    """Give the ids of the findings of which another version stands at the second of two transactions."""
    low, high = min(since, until), max(since, until)

    def within(column: ColumnElement[int]) -> ColumnElement[bool]:
        return (low < column) & (column <= high)

    query = select(finding.c.id).where(or_(within(finding.c.since), within(finding.c.until)))
    return frozenset(map(str, connection.scalars(query)))


def turns(connection: Connection, id_: str, number: int) -> tuple[int, ...]:
    """Give the transactions, up to one, at which a finding came to stand, changed or vanished."""
    rows = connection.execute(select(finding.c.since, finding.c.until).where(finding.c.id == id_)).all()
    return tuple(sorted({int(at) for row in rows for at in row if at <= number}))
