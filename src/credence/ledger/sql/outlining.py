"""Asking the derived rows for findings without their evidence: nothing is judged, and no claim looked at."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Connection,
    FromClause,
    Select,
    and_,
    any_,
    bindparam,
    false,
    func,
    or_,
    select,
    union_all,
)

from credence.ledger.keys import key_of, pair_number
from credence.ledger.outline import Outline
from credence.ledger.sql.bulk import asked, parts, plain_rows
from credence.ledger.sql.kept import days_of
from credence.ledger.sql.schema import finding, finding_pair, finding_party, proposition

_APART = {"since", "until", "digest", "first", "last"}
_COLUMNS = [column for column in finding.columns if column.name not in _APART]  # an outline's, in its order


class Held(NamedTuple):
    """A finding with the days before and after which it certainly does not hold.

    Attributes:
        outline: The finding; its id comes first, and orders.
        first: First day it may hold, as in ``finding``.
        last: Last day it may hold.
    """

    outline: Outline
    first: int
    last: int


def held(connection: Connection, number: int, ids: Collection[str] | None = None) -> list[Held]:
    """Give the findings that stood as of a transaction, or those of them of some ids; in any order."""
    given = {"number": number}
    if ids is None:
        rows = asked(connection, _held(), given)
    else:
        some = [_held().where(finding.c.id.in_(part)) for part in parts(sorted(ids))]
        rows = [row for each in some for row in plain_rows(connection, each, given)]
    return [Held(Outline.kept(row[:-2]), row[-2], row[-1]) for row in rows]


def outlines(
    connection: Connection,
    number: int,
    *,
    parties: Collection[str] = (),
    kind: str | None = None,
    day: str | None = None,
) -> list[Outline]:
    """Give the findings that stood as of a transaction, of some parties, a kind and a day; in any order."""
    keys = sorted(set(map(key_of, parties)))
    first, last = (None, None) if day is None else days_of(day)
    given = {"number": number, "kind": kind, "family": f"{kind}.", "behind": f"{kind}/", "first": first, "last": last}
    arrays = connection.dialect.name == "postgresql"
    query = _outlines(len(keys), kind=kind is not None, day=day is not None, arrays=arrays)
    given |= {f"party{n}": key for n, key in enumerate(keys)}
    given |= {"pair": pair_number(*keys[:2])} if len(keys) > 1 else {}
    return list(map(Outline.kept, asked(connection, query, given)))


@cache
def _held() -> Select[tuple[object, ...]]:
    """Ask for all outlines, with the days between which they hold."""
    return _outlines(0, kind=False, day=False).add_columns(finding.c.first, finding.c.last)


@cache
def _outlines(parties: int, *, kind: bool, day: bool, arrays: bool = False) -> Select[tuple[object, ...]]:
    """Ask for outlines; made once for each sort of question, and for databases with and without arrays."""
    kept = finding.c
    query = select(*_COLUMNS)
    # All findings that ever stood have begun by most moments that are asked for. The sums keep databases from looking
    # findings up by that: they are to be found by name or kind, or read in their order.
    query = query.where(kept.since + 0 <= bindparam("number"), bindparam("number") < kept.until + 0)
    if parties > 1:
        query = query.where(_is_of(kept.id, _of_all(parties, arrays=arrays), arrays=arrays))
        query = query.where(_is_kind(kept.kind)) if kind else query
    elif kind:
        query = query.join(proposition, proposition.c.id == kept.id).where(_is_kind(proposition.c.kind))
    if parties == 1:
        named = finding_party.alias()
        query = query.join(named, named.c.id == kept.id).where(_is_named(named, 0))
    if day:
        query = query.where(kept.first <= bindparam("last"), kept.last >= bindparam("first"))
    return query


def _of_all(parties: int, *, arrays: bool) -> CompoundSelect[tuple[object, ...]]:
    """Ask for the ids of findings of several names.

    Two of these are looked up as a pair. A pair that is not put down has one name that is not ``paired``, of which
    there are far fewer findings than of the other ones.
    """
    pair = select(finding_pair.c.finding).where(finding_pair.c.pair == bindparam("pair"))
    asked = [_also_of(pair, set(range(parties)) - {0, 1}, arrays=arrays)]
    for n in (0, 1):
        loose = finding_party.alias()
        alone = select(loose.c.id).where(_is_named(loose, n), loose.c.paired == false())
        asked.append(_also_of(alone, set(range(parties)) - {n}, arrays=arrays))
    return union_all(*asked)


def _also_of(ids: Select[Any], parties: Collection[int], *, arrays: bool) -> Select[Any]:
    """Ask for those of the ids of some findings that have some of the names, too."""
    for n in sorted(parties):
        named = finding_party.alias()
        # What is added keeps databases from going through all findings of the name: those few are to be looked up.
        party = named.c.party.concat("") == bindparam(f"party{n}")
        ids = select(named.c.id).where(party, _stands(named), _is_of(named.c.id, ids, arrays=arrays))
    return ids


def _is_of(column: ColumnElement[Any], ids: Select[Any] | CompoundSelect[Any], *, arrays: bool) -> ColumnElement[bool]:
    """Tell whether an id is one of some; left to itself, PostgreSQL may look through all rows for those few.

    An array it makes first.
    """
    return column == any_(func.array(ids.scalar_subquery())) if arrays else column.in_(ids)


def _is_kind(column: ColumnElement[str]) -> ColumnElement[bool]:
    """Tell whether a kind is the one asked for, or of the family of that name: one stretch of an index each."""
    return or_(column == bindparam("kind"), (column >= bindparam("family")) & (column < bindparam("behind")))


def _is_named(named: FromClause, n: int) -> ColumnElement[bool]:
    """Tell whether a finding could be looked up by the n-th of some names."""
    return and_(named.c.party == bindparam(f"party{n}"), _stands(named))


def _stands(named: FromClause) -> ColumnElement[bool]:
    """Tell whether a finding could be looked up by a name as of the transaction."""
    return and_(named.c.since <= bindparam("number"), bindparam("number") < named.c.until)
