"""How quickly a server answers many at once, through HTTP, while somebody records.

    python bench/serve.py [--claims 20000] [--readers 50] [--seconds 20] [--pause 2] [--keep FOLDER]

A ledger of made-up claims (``synthetic.py``) is served by ``credence serve`` in a process of its own. Readers, each of
one connection, look at each answer for a while, or ask without a pause, and nearly always what nobody asked before: a
dossier is the ladder of two parties on a day and what stands about both, for pairs drawn as often as documents are
about them ("any": each that is written about alike); the world is the ladder of one authority with all states on a day;
a list is a page of what stands on a day. Meanwhile an article is recorded every second. Each sort of question is timed
by itself, behind as long a time that is not counted, in which what is asked for most comes to be at hand; before, one
alone looks at the page of the largest dossier. Given are requests a second, and within how many milliseconds half and
95 of 100 are answered. What is aimed at holds for a million claims. With a folder, a copy is served of the ledger that
``ledger.py --keep`` filled there.
"""

from __future__ import annotations

import argparse
import http.client
import random
import shutil
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
from synthetic import AUTHORITY, dyads, pick, recordings

API = "/api/v1"
META: dict[str, Any] = {"moment": "2026-01-01T00:00:00Z", "author": "bench", "tool": "bench"}
AIMS = {"dossier": 150, "any dossier": 150, "world": 400, "list": 0}
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


def ask(
    port: int, readers: int, seconds: float, question: Callable[[random.Random], list[str]], pause: float
) -> tuple[list[float], int]:
    """Have readers ask.

    Args:
        port: Where.
        readers: How many.
        seconds: For how long.
        question: Draws a question: addresses that are asked for one after the other.
        pause: Seconds that a reader looks at an answer on average, drawn from an exponential distribution; 0 for none.

    Returns:
        Milliseconds that each question took, and how many answers were none, for they took too long.
    """
    took: list[float] = []
    refused: list[str] = []
    until = time.monotonic() + seconds

    def read(seed: int) -> None:
        chance = random.Random(seed)  # noqa: S311 - the same questions every time
        with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=60)) as connection:
            time.sleep(pause * chance.random())
            while time.monotonic() < until:
                begun = time.perf_counter()
                answers = [(_get(connection, address), address) for address in question(chance)]
                refused.extend(address for status, address in answers if status != http.client.OK)
                took.append(1000 * (time.perf_counter() - begun))
                time.sleep(chance.expovariate(1 / pause) if pause else 0)

    threads = [threading.Thread(target=read, args=(seed,)) for seed in range(readers)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    return took, len(refused)


def heaviest(port: int) -> tuple[float, float]:
    """Give the milliseconds that the page of the largest dossier takes: the first time, and on other days."""
    first, second = dyads()[0]
    times = []
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=60)) as connection:
        for year in range(2018, 2025):
            begun = time.perf_counter()
            _get(connection, f"/dossier/{first}/{second}?on={year}-06-01")
            times.append(1000 * (time.perf_counter() - begun))
    return times[0], statistics.median(times[1:])


def _get(connection: http.client.HTTPConnection, address: str) -> int:
    """Ask for what stands at an address; a connection that the server let go meanwhile is made anew, as browsers do."""
    try:
        connection.request("GET", address)
        answer = connection.getresponse()
    except ConnectionError:
        connection.close()
        connection.request("GET", address)
        answer = connection.getresponse()
    answer.read()
    return answer.status


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
    return _dossier(*pick(chance), chance)


def any_dossier(chance: random.Random) -> list[str]:
    """Draw a dossier of any two that may be written about."""
    return _dossier(*chance.choice(dyads()), chance)


def _dossier(first: str, second: str, chance: random.Random) -> list[str]:
    asked = {"party": first, "with": second, "on": _day(chance)}
    return [f"{API}/ladder?{urlencode(asked)}", f"{API}/findings?{urlencode(asked)}"]


def world(chance: random.Random) -> list[str]:
    """Draw a world."""
    return [f"{API}/ladder?{urlencode({'party': AUTHORITY, 'on': _day(chance)})}"]


def page(chance: random.Random) -> list[str]:
    """Draw a list."""
    return [f"{API}/findings?{urlencode({'on': _day(chance)})}"]


QUESTIONS = {"dossier": dossier, "any dossier": any_dossier, "world": world, "list": page}


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
    parser.add_argument("--pause", type=float, default=0)
    parser.add_argument("--keep", type=Path, metavar="FOLDER")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        ledger = str(Path(folder) / "credence.db")
        if asked.keep:
            shutil.copyfile(asked.keep / f"{asked.claims}.db", ledger)
        else:
            fill(ledger, asked.claims)
        print(f"{asked.claims:,} claims, {asked.readers} readers, {asked.pause:g} seconds between questions\n")
        with serving(ledger) as port:
            once, again = heaviest(port)
        print(f"page of the dossier that most claims are about: {once:.0f} ms, on other days {again:.0f} ms\n")
        print("| | a second | half within, ms | 95 of 100 within, ms | aim | refused |\n|---|---|---|---|---|---|")
        with serving(ledger) as port, recording(ledger):
            for name, question in QUESTIONS.items():
                ask(port, asked.readers, asked.seconds, question, asked.pause)
                times, refused = ask(port, asked.readers, asked.seconds, question, asked.pause)
                took = sorted(times)
                aim = f"≤ {AIMS[name]}" if AIMS[name] else ""
                half, most = statistics.median(took), took[int(len(took) * 0.95)]
                rate = len(took) / asked.seconds
                print(f"| {name} | {rate:.1f} | {half:.0f} | {most:.0f} | {aim} | {refused} |", flush=True)


if __name__ == "__main__":
    main()
