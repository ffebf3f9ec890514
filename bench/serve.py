"""How quickly a server answers many at once, through HTTP, while somebody records.

    python bench/serve.py [--claims 20000] [--readers 50] [--seconds 20]

A ledger of made-up claims (``synthetic.py``) is served by ``credence serve`` in a process of its own. Readers, each of
one connection, ask without a pause, and nearly always what nobody asked before: a dossier is the ladder of two parties
on a day and what stands about both, for pairs drawn as often as documents are about them; the world is the ladder of
one authority with all states on a day; a list is a page of what stands on a day. Meanwhile an article is recorded every
second. Each sort of question is timed by itself; given are requests a second, and within how many milliseconds half and
95 of 100 are answered. What is aimed at holds for a million claims.
"""

from __future__ import annotations

import argparse
import http.client
import random
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from credence.flow import Judging
from credence.ledger import open_ledger
from synthetic import AUTHORITY, pick, recordings

API = "/api/v1"
META: dict[str, Any] = {"moment": "2026-01-01T00:00:00Z", "author": "bench", "tool": "bench"}
AIMS = {"dossier": 150, "world": 400, "list": 0}
"""Sort of question, and within how many milliseconds 95 of 100 should be answered; 0 where nothing is aimed at."""

_TRANSACTIONS = 5
_FIRST = date(2016, 1, 1)
_START = 180  # seconds that a server may take to start


def fill(ledger: str, claims: int) -> None:
    """Record made-up claims."""
    made = list(recordings(claims))
    size = -(-len(made) // _TRANSACTIONS)
    with open_ledger(ledger) as opened:
        for start in range(0, len(made), size):
            opened.record(made[start : start + size], **META)
            opened.bring_up(Judging())


@contextmanager
def serving(ledger: str) -> Iterator[int]:
    """Serve a ledger; give the port."""
    with closing(socket.create_server(("127.0.0.1", 0))) as free:
        port: int = free.getsockname()[1]
    command = [sys.executable, "-m", "credence", "serve", "--ledger", ledger, "--port", str(port), "--rate", "0"]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as process:
        try:
            until = time.monotonic() + _START
            while time.monotonic() < until and not _answers(port):
                time.sleep(0.2)
            yield port
        finally:
            process.terminate()


def ask(port: int, readers: int, seconds: float, question: Callable[[random.Random], list[str]]) -> list[float]:
    """Have readers ask without a pause.

    Args:
        port: Where.
        readers: How many.
        seconds: For how long.
        question: Draws a question: addresses that are asked for one after the other.

    Returns:
        Milliseconds that each question took.
    """
    took: list[float] = []
    until = time.monotonic() + seconds

    def read(seed: int) -> None:
        chance = random.Random(seed)  # noqa: S311 - the same questions every time
        with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=60)) as connection:
            while time.monotonic() < until:
                begun = time.perf_counter()
                for address in question(chance):
                    connection.request("GET", address)
                    answer = connection.getresponse()
                    answer.read()
                    if answer.status != http.client.OK:
                        raise RuntimeError(f"{address}: {answer.status}")
                took.append(1000 * (time.perf_counter() - begun))

    threads = [threading.Thread(target=read, args=(seed,)) for seed in range(readers)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    return took


@contextmanager
def recording(ledger: str) -> Iterator[None]:
    """Record an article a second meanwhile, as another program would."""
    over = threading.Event()

    def write() -> None:
        with open_ledger(ledger, patience=60) as opened:
            for article in recordings(100_000, seed=9, prefix="new"):
                if over.wait(1):
                    return
                opened.record([article], **META)

    thread = threading.Thread(target=write)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


def dossier(chance: random.Random) -> list[str]:
    """Draw a dossier."""
    first, second = pick(chance)
    asked = {"party": first, "with": second, "on": _day(chance)}
    return [f"{API}/ladder?{urlencode(asked)}", f"{API}/findings?{urlencode(asked)}"]


def world(chance: random.Random) -> list[str]:
    """Draw a world."""
    return [f"{API}/ladder?{urlencode({'party': AUTHORITY, 'on': _day(chance)})}"]


def page(chance: random.Random) -> list[str]:
    """Draw a list."""
    return [f"{API}/findings?{urlencode({'on': _day(chance)})}"]


def _day(chance: random.Random) -> str:
    return (_FIRST + timedelta(days=chance.randrange(3600))).isoformat()


def _answers(port: int) -> bool:
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=5)) as connection:
        try:
            connection.request("GET", "/health")
            return connection.getresponse().status == http.client.OK
        except OSError:
            return False


def main() -> None:
    """Measure, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--claims", type=int, default=20_000)
    parser.add_argument("--readers", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=20)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        ledger = str(Path(folder) / "credence.db")
        fill(ledger, asked.claims)
        print(f"{asked.claims:,} claims, {asked.readers} readers\n")
        print("| | a second | half within, ms | 95 of 100 within, ms | aim |\n|---|---|---|---|---|")
        with serving(ledger) as port, recording(ledger):
            for name, question in (("dossier", dossier), ("world", world), ("list", page)):
                took = sorted(ask(port, asked.readers, asked.seconds, question))
                aim = f"≤ {AIMS[name]}" if AIMS[name] else ""
                half, most = statistics.median(took), took[int(len(took) * 0.95)]
                print(f"| {name} | {len(took) / asked.seconds:.1f} | {half:.0f} | {most:.0f} | {aim} |", flush=True)


if __name__ == "__main__":
    main()
