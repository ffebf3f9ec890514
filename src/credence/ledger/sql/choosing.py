"""Asking the derived rows: which findings stood, and what they rest on, as known at a transaction."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from sqlalchemy import ColumnElement, Connection, or_, select

from credence.ledger.judging import Grounds, Judge
from credence.ledger.sharing import with_copies
from credence.ledger.sql.codec import claim_of, document_of
from credence.ledger.sql.outlining import outlines
from credence.ledger.sql.papers import papers, resting_on
from credence.ledger.sql.recalled import Recalled
from credence.ledger.sql.schema import document, finding
from credence.ledger.sql.standing import claims_as_of, stand
from credence.ledger.sql.step import with_sources


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
    claims, sources = resting_on(connection, recalled, with_sources(connection, chosen), number)
    return Grounds(tuple(claims), sources)


def _chosen(connection: Connection, number: int, parties: Collection[str], kind: str | None) -> set[str]:
    """Give the ids of the findings that stood, of some parties and a kind."""
    return {each.id for each in outlines(connection, number, parties=parties, kind=kind)}


def all_grounds(connection: Connection, recalled: Recalled, place: str, number: int, judge: Judge | None) -> Grounds:
    """Give everything that stood; where there is a judge, without looking at the derived rows, which are not fit."""
    claims = [claim_of(row, place) for row in connection.execute(claims_as_of(connection, number, place))]
    stood = stand(connection, number, place)
    if judge is None:
        numbers = connection.scalars(select(document.c.number).where(*stood)).all()
        return Grounds(tuple(claims), papers(connection, recalled, numbers, number))
    rows = connection.execute(select(document).where(*stood))
    read = (replace(judge.particulars_of(document_of(row, place)), recorded=row.recorded) for row in rows)
    return Grounds(tuple(claims), with_copies(read, judge))


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
