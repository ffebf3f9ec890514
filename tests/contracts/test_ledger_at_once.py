"""What ledgers promise when several programs use them at once, and when the server dies meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from multiprocessing.queues import Queue
from pathlib import Path

import pytest
from sqlalchemy import Engine, event

from credence.ledger import open_ledger
from ledger_programs import (
    CLAIMS,
    DOCUMENTS,
    PROCESSES,
    batch,
    record,
    started,
    watch,
    write,
    write_until_it_breaks,
)
from postgres_server import Server


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "sqlite":
        return str(tmp_path / "credence.db")
    server: Server = request.getfixturevalue("postgres")
    # A server whose own default would break the queue of writers, were it left at that.
    return server.empty(default_transaction_isolation="serializable")


def test_two_writers_lose_and_double_nothing_and_two_readers_see_whole_transactions(address: str) -> None:
    together, done = PROCESSES.Barrier(4), PROCESSES.Event()
    with started(*[(watch, (address, together, done))] * 2):
        with started(*[(write, (address, numbers, together)) for numbers in (range(8), range(4, 12))]):
            pass
        done.set()
    with open_ledger(address, create=False) as ledger:
        assert [each.number for each in ledger.transactions()] == list(range(1, 13))
        assert len(ledger.documents()) == 12 * DOCUMENTS
        assert len(ledger.claims()) == 12 * CLAIMS
        assert ledger.verify() == ()


@pytest.fixture
def in_between() -> Iterator[list[str]]:
    """Between any two statements of a reader, another program records; gives the address it records at."""
    addresses: list[str] = []

    def intrude(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        if addresses and "FROM" in statement:
            address = addresses.pop()
            with open_ledger(address) as other:
                record(other, *batch(len(other.transactions()) + 1))
            addresses.append(address)

    event.listen(Engine, "after_cursor_execute", intrude)
    yield addresses
    event.remove(Engine, "after_cursor_execute", intrude)


def test_one_question_is_answered_as_of_one_moment(address: str, in_between: list[str]) -> None:
    with open_ledger(address) as ledger:
        record(ledger, *batch(1))
        in_between.append(address)
        assert ledger.verify() == ()
        assert len(ledger.claims()) % CLAIMS == 0
        in_between.clear()
        assert len(ledger.transactions()) > 3


def test_a_ledger_on_a_server_that_died_while_recording_opens_and_verifies(postgres: Server) -> None:
    address = postgres.empty()
    with open_ledger(address) as kept_open:
        last = 0
        for _ in range(2):
            confirmed: Queue[int | str] = PROCESSES.Queue()
            with started((write_until_it_breaks, (address, confirmed))):
                for _ in range(3):
                    last = _number(confirmed.get(timeout=60))
                postgres.stop("immediate")
                try:
                    while not isinstance(said := confirmed.get(timeout=60), str):
                        last = said
                finally:
                    postgres.start()
            assert "server" in said
            assert "run this again" in said or "start it" in said
            with open_ledger(address, create=False) as again:
                recorded = len(again.transactions())
                assert recorded in (last, last + 1)  # what was confirmed stands, and perhaps what was under way
                assert len(again.documents()) == recorded * DOCUMENTS
                assert again.verify() == ()
                assert kept_open.claims() == again.claims()


def _number(said: int | str) -> int:
    assert isinstance(said, int), said
    return said
