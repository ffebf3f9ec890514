"""``credence read`` killed at any moment, what is asked of the ledger it leaves, and what that must come to."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from bisect import bisect
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import reading_program
from credence.asking.findings import ask
from credence.cli.read import BATCH
from credence.errors import LedgerTrouble
from credence.exchange.findings import finding_to_plain
from credence.flow import Judging
from credence.ledger import open_ledger
from credence.model.plain import claim_to_plain, document_to_plain

_STATES = ("Oman", "Chad", "Peru", "Kenya", "Norway", "Qatar", "Ghana", "Chile")
_VERBS = ("opened", "closed", "reopened")


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment of a run, told by what it has printed: on a busy machine it comes later, but at the same place.

    Attributes:
        lines: How many lines have been printed.
        seconds: The time since the last of them, or since the start.
    """

    lines: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Run:
    """A run of the command that is over.

    Attributes:
        beats: Seconds from its start to each line that it printed; the last comes when all is recorded.
        exit: Its exit code; below zero the number of the signal that ended it.
    """

    beats: tuple[float, ...]
    exit: int

    @property
    def killed(self) -> bool:
        """Whether it was killed before its end."""
        return self.exit == -signal.SIGKILL

    def moments(self, count: int, seed: int, begin: float = 0) -> Iterator[Moment]:
        """Spread moments from its beginning, or some seconds later, to its end: one by chance in each equal part."""
        chance = random.Random(seed)  # noqa: S311 - no secret
        for number in range(count):
            at = begin + (self.beats[-1] - begin) * (number + chance.random()) / count
            lines = bisect(self.beats, at)
            yield Moment(lines, at - (0, *self.beats)[lines])


@dataclass(frozen=True, slots=True)
class Reader:
    """Runs ``credence read``, each time in a process of its own.

    Attributes:
        asked: What ``reading_program`` is asked through.
        printed: What it prints to.
        at_once: Documents of a transaction, if it is warm.
    """

    asked: IO[str]
    printed: IO[str]
    at_once: int = BATCH

    def read(self, folder: Path, address: str, until: Moment | None = None) -> Run:
        """Read a folder into a ledger: to the end, or until it is killed."""
        words = ["read", str(folder), "--ledger", address, "--published", "2024-04-01", "--format", "jsonl"]
        print(json.dumps([self.at_once, words]), file=self.asked, flush=True)
        start = time.perf_counter()
        pid = int(self.printed.readline())
        beats: list[float] = []
        while True:
            if until is not None and until.lines == len(beats):
                time.sleep(until.seconds)
                with suppress(ProcessLookupError):  # it has come to its end
                    os.kill(pid, signal.SIGKILL)
                until = None
            line = self.printed.readline()
            if line.startswith(reading_program.ENDED):
                return Run(tuple(beats), int(line.removeprefix(reading_program.ENDED)))
            beats += [time.perf_counter() - start] * bool(line.strip())


@contextmanager
def reader(*, warm: bool) -> Iterator[Reader]:
    """Give what runs the command: as a user does, or without its start."""
    program = [sys.executable, reading_program.__file__, "warm" if warm else "cold"]
    with subprocess.Popen(program, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8") as running:  # noqa: S603 - ours
        assert running.stdin
        assert running.stdout
        assert running.stdout.readline() == "ready\n"
        yield Reader(running.stdin, running.stdout)


def texts(folder: Path, count: int) -> Path:
    """Write small documents with claims into a folder."""
    folder.mkdir()
    for number in range(count):
        one, other = _STATES[number % 8], _STATES[(number + 1 + number // 8) % 8]
        text = f"{one} {_VERBS[number % 3]} its embassy in {other} on {1 + number % 28} March 2024.\n"
        (folder / f"d{number:02}.txt").write_text(text, encoding="utf-8")
    return folder


def export(address: str) -> str:
    """Give all that a ledger holds, but for when it was recorded.

    Raises:
        LedgerTrouble: If it is not sound.
    """
    with open_ledger(address, create=False) as ledger:
        for found in ledger.verify(Judging()):
            raise LedgerTrouble(address, found, "see what has changed it")
        held = {
            "documents": [document_to_plain(each) for each in ledger.documents()],
            "claims": [claim_to_plain(each) for each in ledger.claims()],
            "findings": [finding_to_plain(each) for each in ask(ledger)],
            "outlines": ledger.outlines(Judging().basis),
        }
    return json.dumps(held, indent=1)


def kill_and_finish(killed: Reader, finishing: Reader, folder: Path, address: str, moment: Moment) -> bool:
    """Kill a run at a moment; what is left must open and be sound. Then read to the end.

    Args:
        killed: Runs what is killed.
        finishing: Runs what comes after it.
        folder: What both read.
        address: A new ledger's.
        moment: When.

    Returns:
        Whether it was killed, rather than done before.
    """
    run = killed.read(folder, address, moment)
    with open_ledger(address) as left:
        assert left.verify(Judging()) == ()
    assert finishing.read(folder, address).exit == 0
    return run.killed
