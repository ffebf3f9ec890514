"""Derived rows: findings as known at each transaction, kept up to date for just what a transaction touched."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, delete, func, insert, select, update

from credence.ledger.judging import Judge, Watcher
from credence.ledger.sql import postgres
from credence.ledger.sql.bulk import without_collecting
from credence.ledger.sql.decisions import all_decided
from credence.ledger.sql.progress import last_number
from credence.ledger.sql.recalled import Recalled
from credence.ledger.sql.schema import DERIVED, claim, derived, gram, metadata
from credence.ledger.sql.step import Step, decided_by
from credence.ledger.sql.values import list_values


class Taken(NamedTuple):
    """How much was taken in.

    Attributes:
        transaction: The last transaction; 0 for none.
        claim: Number of the last claim recorded by then.
    """

    transaction: int
    claim: int


_NOTHING = Taken(0, 0)
_MANY = 1000  # claims, behind which it is worth while that a server takes stock
_BELOW = 1 << 31  # of a key or rank, both halves are added up, so that no sum grows too large


def bring_up(  # noqa: PLR0913 - what there is to take in, with what, and who is told
    connection: Connection,
    judge: Judge,
    place: str,
    recalled: Recalled,
    *,
    again: bool = False,
    watcher: Watcher | None = None,
) -> int:
    """Take in the transactions that the derived rows know nothing of yet.

    Args:
        connection: In a transaction that nobody else can write beside.
        judge: Judges; rows made on another basis are made again.
        place: The ledger, for messages.
        recalled: What was looked up before.
        again: Whether to make all rows again.
        watcher: Is told of what it wants of that.

    Returns:
        How many transactions were taken in.
    """
    done = _NOTHING if again else _taken(connection, judge.basis)
    last = Taken(last_number(connection), connection.scalar(select(func.max(claim.c.number))) or 0)
    taken = _take_in(connection, judge, place, recalled, done, last, watcher)
    if last.claim - done.claim >= _MANY and connection.dialect.name == "postgresql":
        postgres.take_stock(connection, sorted(metadata.tables))
    return taken


def unlike(connection: Connection, judge: Judge, place: str) -> Iterator[str]:
    """Make the derived rows again, as far as they had come, and give a line for each table in which they differ.

    The transaction must be given up afterwards.
    """
    done = _taken(connection, judge.basis)
    if not done.transaction:
        return
    before = _dumped(connection)
    _take_in(connection, judge, place, Recalled(place), _NOTHING, done)
    after = _dumped(connection)
    for name, rows in before.items():
        lost, new = (sorted(map(repr, one - other)) for one, other in ((rows, after[name]), (after[name], rows)))
        if lost or new:
            yield f"{name}: {len(lost)} rows are not as they would be made, {len(new)} are missing: {(lost + new)[0]}"


def _take_in(  # noqa: PLR0913 - what there is to take in, and with what
    connection: Connection,
    judge: Judge,
    place: str,
    recalled: Recalled,
    done: Taken,
    last: Taken,
    watcher: Watcher | None = None,
) -> int:
    """Take in what is behind something; behind nothing, begin anew."""
    if not done.transaction:
        for table in DERIVED:
            connection.execute(delete(table))
        connection.execute(insert(derived), [{"basis": judge.basis, **_NOTHING._asdict()}])
    list_values(connection, done.claim, last.claim, place)
    decided = all_decided(connection, place)
    speaking = {each.transaction for each in decided}
    before = decided_by(decided, done.transaction, judge)
    for number in range(done.transaction + 1, last.transaction + 1):
        now = decided_by(decided, number, judge) if number in speaking else before
        with without_collecting():
            Step(connection, number, place, recalled, judge, before, now, watcher).take()
        before = now
    if last.transaction > done.transaction:
        connection.execute(update(derived).values(**last._asdict()))
    return last.transaction - done.transaction


def _taken(connection: Connection, basis: str) -> Taken:
    """Tell how far rows on a basis have come."""
    query = select(derived.c.transaction, derived.c.claim).where(derived.c.basis == basis)
    row = connection.execute(query).first()
    return Taken(*row) if row else _NOTHING


def _dumped(connection: Connection) -> dict[str, set[tuple[object, ...]]]:
    """Give all derived rows by table; of keys, which may be more than memory holds, a sum for each document."""
    told: dict[str, Select[Any]] = {table.name: select(table) for table in DERIVED}
    sums = (func.sum(half) for each in (gram.c.key, gram.c.rank) for half in (each % _BELOW, each // _BELOW))
    told[gram.name] = select(gram.c.document, func.count(), *sums).group_by(gram.c.document)
    return {name: set(map(tuple, connection.execute(query))) for name, query in told.items()}
