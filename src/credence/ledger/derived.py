"""Derived rows: findings as known at each transaction, kept up to date for just what a transaction touched."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, delete, insert, select, update

from credence.ledger.decisions import all_decided
from credence.ledger.judging import Judge
from credence.ledger.progress import done_by, last_number
from credence.ledger.recalled import Recalled
from credence.ledger.schema import DERIVED, derived
from credence.ledger.step import Step, decided_by
from credence.ledger.values import list_values


def bring_up(connection: Connection, judge: Judge, place: str, recalled: Recalled, *, again: bool = False) -> int:
    """Take in the transactions that the derived rows know nothing of yet.

    Args:
        connection: In a transaction that nobody else can write beside.
        judge: Judges; rows made on another basis are made again.
        place: The ledger, for messages.
        recalled: What was looked up before.
        again: Whether to make all rows again.

    Returns:
        How many transactions were taken in.
    """
    done = 0 if again else done_by(connection, derived, judge.basis)
    return _take_in(connection, judge, place, recalled, done, last_number(connection))


def unlike(connection: Connection, judge: Judge, place: str) -> Iterator[str]:
    """Make the derived rows again, as far as they had come, and give a line for each table in which they differ.

    The transaction must be given up afterwards.
    """
    done = done_by(connection, derived, judge.basis)
    if not done:
        return
    before = _dumped(connection)
    _take_in(connection, judge, place, Recalled(place), 0, done)
    after = _dumped(connection)
    for name, rows in before.items():
        lost, new = (sorted(map(repr, one - other)) for one, other in ((rows, after[name]), (after[name], rows)))
        if lost or new:
            yield f"{name}: {len(lost)} rows are not as they would be made, {len(new)} are missing: {(lost + new)[0]}"


def _take_in(  # noqa: PLR0913 - what there is to take in, and with what
    connection: Connection, judge: Judge, place: str, recalled: Recalled, done: int, last: int
) -> int:
    """Take in transactions behind one; behind none, begin anew."""
    if not done:
        for table in DERIVED:
            connection.execute(delete(table))
        connection.execute(insert(derived), [{"basis": judge.basis, "transaction": 0}])
    list_values(connection, done, last, place)
    decided = all_decided(connection, place)
    speaking = {each.transaction for each in decided}
    before = decided_by(decided, done, judge)
    for number in range(done + 1, last + 1):
        now = decided_by(decided, number, judge) if number in speaking else before
        Step(connection, number, place, recalled, judge, before, now).take()
        before = now
    if last > done:
        connection.execute(update(derived).values(transaction=last))
    return last - done


def _dumped(connection: Connection) -> dict[str, set[tuple[object, ...]]]:
    """Give all derived rows by table."""
    return {table.name: set(map(tuple, connection.execute(select(table)))) for table in DERIVED}
