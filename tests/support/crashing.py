"""Programs that are killed while they write, what is asked of the ledger they leave, and what it must come to."""

from __future__ import annotations

import json
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from multiprocessing import get_context
from multiprocessing.synchronize import Event
from pathlib import Path
from typing import Any

from credence.cli.asking import ask
from credence.exchange.findings import finding_to_plain
from credence.flow import Judging
from credence.ledger import Recording, open_ledger
from credence.model.plain import claim_to_plain, document_to_plain
from synthetic import recordings

PROGRAMS = get_context("forkserver")  # each has all loaded within a moment, and nothing of this process but its folder
PROGRAMS.set_forkserver_preload(["crashing"])
CLAIMS = 80
AT_ONCE = 4
"""Documents of a transaction."""
META: dict[str, Any] = {"moment": "2026-01-01T00:00:00Z", "author": "writer", "tool": "test"}
_PATIENCE = 60.0  # seconds


Kill = Callable[[], bool]
"""Kills a program and tells whether it had not come to its end before."""


@dataclass(frozen=True, slots=True)
class Way:
    """A way to fill a ledger.

    Attributes:
        start: Begins to fill the one of an address; gives what kills the program that does.
        finish: Fills it to the end.
    """

    start: Callable[[str], Kill]
    finish: Callable[[str], None]


def write(address: str) -> None:
    """Record some documents, a few at a time, and bring findings up to date after each time."""
    with open_ledger(address) as ledger:
        for batch in _prepared():
            ledger.record(batch, **META)
            ledger.bring_up(Judging())


def export(address: str) -> str:
    """Give all that a ledger holds, but for when it was recorded."""
    with open_ledger(address, create=False) as ledger:
        held = {
            "documents": [document_to_plain(each) for each in ledger.documents()],
            "claims": [claim_to_plain(each) for each in ledger.claims()],
            "findings": [finding_to_plain(each) for each in ask(ledger)],
            "outlines": ledger.outlines(Judging().basis),
        }
    return json.dumps(held, indent=1)


def prepared(folder: Path) -> Path:
    """Write some sixty small documents with claims into a folder."""
    folder.mkdir()
    names = ("Oman", "Chad", "Peru", "Kenya", "Norway", "Qatar", "Ghana", "Chile")
    for number in range(60):
        one, other = names[number % 8], names[(number * 3 + 1) % 8 - 1]
        verb = ("opened", "closed", "reopened")[number % 3]
        text = f"{one} {verb} its embassy in {other} on {1 + number % 28} March 2024. {other} thanked {one}.\n"
        (folder / f"d{number:02}.txt").write_text(text, encoding="utf-8")
    return folder


def writer() -> Way:
    """Give the way that records what is prepared."""

    def start(address: str) -> Kill:
        begun = PROGRAMS.Event()
        process = PROGRAMS.Process(target=_write, args=(address, begun))
        process.start()
        assert begun.wait(_PATIENCE)

        def kill() -> bool:
            process.kill()
            process.join(_PATIENCE)
            return process.exitcode == -signal.SIGKILL

        return kill

    return Way(start, write)


def command(folder: Path) -> Way:
    """Give the way that runs ``credence read`` over a folder."""

    def arguments(address: str) -> list[str]:
        return [sys.executable, "-m", "credence", "read", str(folder), "--ledger", address, "--published", "2024-04-01"]

    def start(address: str) -> Kill:
        quiet = subprocess.DEVNULL
        process = subprocess.Popen(arguments(address), stdout=quiet, stderr=quiet)  # noqa: S603 - ours

        def kill() -> bool:
            process.kill()
            return process.wait(_PATIENCE) == -signal.SIGKILL

        return kill

    def finish(address: str) -> None:
        subprocess.run(arguments(address), check=True, capture_output=True)  # noqa: S603 - ours

    return Way(start, finish)


def kill_and_finish(way: Way, address: str, seconds: float) -> bool:
    """Kill a program that fills a ledger some time after it began; what is left must be sound. Then fill it to the end.

    Returns:
        Whether it was killed, rather than done before.
    """
    kill = way.start(address)
    time.sleep(seconds)
    killed = kill()
    with open_ledger(address) as left:
        assert left.verify(Judging()) == ()
    way.finish(address)
    with open_ledger(address) as whole:
        assert whole.verify(Judging()) == ()
    return killed


def moments(count: int, seconds: float, seed: int) -> Iterator[float]:
    """Spread moments over a time, one by chance in each of as many parts."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    return (seconds * (number + chance.random()) / count for number in range(count))


def _write(address: str, begun: Event) -> None:
    begun.set()
    write(address)


def _prepared() -> Iterator[list[Recording]]:
    rest = recordings(CLAIMS)
    while batch := list(islice(rest, AT_ONCE)):
        yield batch
