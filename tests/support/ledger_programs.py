"""What programs do that share a ledger, each in a process of its own, and what is recorded meanwhile."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from multiprocessing import get_context
from multiprocessing.queues import Queue
from multiprocessing.synchronize import Barrier, Event

from credence.errors import LedgerTrouble
from credence.ledger import Ledger, Recorded, Recording, open_ledger
from credence.model.claim import Claim, Quote, Voice
from credence.model.document import Document

PROCESSES = get_context("spawn")
TEXT = "Oman accepted an envoy of the Emirate."
DOCUMENTS = 3
"""Documents of one batch, which is one transaction."""
CLAIMS = 6
"""Claims of one batch."""
_PATIENCE = 60.0  # seconds; nothing here takes a tenth of it, even on a busy machine


def reading(name: str, text: str = TEXT) -> Recording:
    """Give a reading of a document that makes two claims."""
    document = Document(name, text)
    return Recording(document, tuple(_claim(document, host) for host in ("om", "cn")))


def batch(number: int) -> list[Recording]:
    """Give readings that are always recorded together."""
    return [reading(f"d{number}-{each}") for each in range(DOCUMENTS)]


def record(ledger: Ledger, *readings: Recording) -> Recorded:
    """Record in one transaction."""
    return ledger.record(readings, moment="2024-09-01T10:00:00Z", author="tester", tool="credence 0")


def write(address: str, numbers: Iterable[int], together: Barrier) -> None:
    """Record batches, one a transaction, as soon as all others are ready too."""
    together.wait(_PATIENCE)
    with open_ledger(address, patience=_PATIENCE) as ledger:
        for number in numbers:
            record(ledger, *batch(number))


def watch(address: str, together: Barrier, done: Event) -> None:
    """Look again and again until the writers are done: every time, whole transactions alone are to be seen."""
    together.wait(_PATIENCE)
    with _opened_when_there(address) as ledger:
        last, looks = 0, 0
        while not done.is_set() or looks == 0:
            numbers = [each.number for each in ledger.transactions()]
            assert numbers == list(range(1, len(numbers) + 1)), numbers
            assert len(numbers) >= last, (last, numbers)
            last = len(numbers)
            assert len(ledger.claims(known=last)) == CLAIMS * last
            assert len(ledger.documents()) % DOCUMENTS == 0
            assert len(ledger.claims()) % CLAIMS == 0
            assert ledger.verify() == ()
            looks += 1


def write_until_it_breaks(address: str, confirmed: Queue[int | str]) -> None:
    """Record batches without end; say after each that it stands, and at last what went wrong."""
    with open_ledger(address) as ledger:
        number = len(ledger.transactions())
        try:
            while True:
                number += 1
                record(ledger, *batch(number))
                confirmed.put(number)
        except LedgerTrouble as trouble:
            confirmed.put(str(trouble))


@contextmanager
def started(*programs: tuple[Callable[..., None], Sequence[object]]) -> Iterator[None]:
    """Run programs beside what is done within; all must have ended well when it is left."""
    running = [PROCESSES.Process(target=target, args=arguments) for target, arguments in programs]
    for process in running:
        process.start()
    try:
        yield
        for process in running:
            process.join(_PATIENCE)
        assert [process.exitcode for process in running] == [0] * len(running)
    finally:
        for process in running:
            process.kill()


def _opened_when_there(address: str) -> Ledger:
    while True:
        try:
            return open_ledger(address, create=False)
        except LedgerTrouble as trouble:
            if trouble.cause != "no ledger here":
                raise
        time.sleep(0.01)


def _claim(document: Document, host: str) -> Claim:
    return Claim(
        doc=document.id,
        version=document.sha256,
        kind="envoy.accept",
        roles=(("host", host), ("sender", "taliban")),
        polarity="affirmed",
        mood="actual",
        when="2024",
        step="credentials",
        voices=(Voice("A. Speaker", "om"),),
        quote=Quote(0, 4, document.text[:4]),
        pattern="p1",
    )
