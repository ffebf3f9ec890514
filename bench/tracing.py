"""What it takes to find the copies of one more document, by how many documents a ledger holds.

    python bench/tracing.py [--documents 1000,10000,100000] [--database FILE] [--at-once 500]

Documents are made up, the same every time, of words that are as unequally frequent as those of a language, with turns
of phrase that many share. One in four is a copy of one of the last thousand before it: with another headline, masthead
and date, cut, or with one paragraph lifted. They are recorded day by day, some late. Then single documents come, of
the same sorts. Timed are: taking particulars and fingerprint down (trace), and bringing the ledger up to date, which is
that, comparing it by the index, and the index of words. The documents make no claims, so that nothing is judged. Given
are medians, and what nine of ten stay within, in milliseconds of the processor's time: the database is in the process,
and what else runs on a machine does not count. Aim: trace and index together within 150 at 100,000.
"""

from __future__ import annotations

import argparse
import random
import statistics
import tempfile
import time
from collections import deque
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import accumulate, islice
from pathlib import Path
from typing import Any

from credence.flow import Judging
from credence.ledger import Ledger, Recording, open_ledger
from credence.model.document import Document

META: dict[str, Any] = {"moment": "2026-01-01T00:00:00Z", "author": "bench", "tool": "bench"}
_SINGLE = 60
_WORDS = 12_000
_PHRASES = 400
_SPREAD = [f"{a}{b}{c}" for a in ("ba", "ke", "li", "mo", "nu", "ra", "si", "to", "ve", "yo") for b in "dfgklmnprstv"
           for c in ("a", "en", "is", "or", "um", "et", "al", "in", "os", "er")]  # fmt: skip


def documents(seed: int = 5) -> Iterator[Recording]:
    """Give documents without end."""
    chance = random.Random(seed)  # noqa: S311 - the same documents every time
    words = [f"{chance.choice(_SPREAD)}{chance.choice(_SPREAD)}" for _ in range(_WORDS)]
    often = list(accumulate(1 / (rank + 3) for rank in range(_WORDS)))
    phrases = [" ".join(chance.choices(words, cum_weights=often, k=chance.randrange(6, 11))) for _ in range(_PHRASES)]
    said = list(accumulate(1 / (rank + 2) for rank in range(_PHRASES)))
    recent: deque[str] = deque(maxlen=1000)

    def sentence() -> str:
        own = " ".join(chance.choices(words, cum_weights=often, k=chance.randrange(9, 24)))
        return f"{own} {chance.choices(phrases, cum_weights=said)[0]}." if chance.random() < 0.25 else f"{own}."

    def paragraphs() -> list[str]:
        return [" ".join(sentence() for _ in range(chance.randrange(1, 4))) for _ in range(chance.randrange(3, 9))]

    def text() -> str:
        own = paragraphs()
        if not recent or chance.random() >= 0.25:
            return "\n\n".join(own)
        body = chance.choice(recent)
        how = chance.random()
        if how < 0.6:
            return body
        parts = body.split("\n\n")
        return "\n\n".join(parts[: max(2, len(parts) - 2)]) if how < 0.8 else "\n\n".join([*own, chance.choice(parts)])

    number = 0
    while True:
        number += 1
        body, title = text(), sentence()
        recent.append(body)
        late = chance.randrange(400) if chance.random() < 0.1 else 0
        day = date(2020, 1, 1) + timedelta(days=number // 60 - late)
        outlet = f"Outlet {int(chance.paretovariate(1)) % 300}"
        yield Recording(Document(f"d{number:07}", f"{title}\n\n{body}", title, day.isoformat(), outlet), ())


def measure(ledger: Ledger, rest: Iterator[Recording]) -> dict[str, list[float]]:
    """Add single documents and give the milliseconds that each took."""
    judge = Judging()
    found: dict[str, list[float]] = {"trace": [], "trace and index": []}
    for recording in islice(rest, _SINGLE):
        found["trace"].append(_milliseconds(judge.particulars_of, recording.document))
        ledger.record([recording], **META)
        found["trace and index"].append(_milliseconds(ledger.bring_up, judge))
    return found


def _milliseconds(work: Any, what: object) -> float:  # noqa: ANN401 - any function of one thing
    start = time.process_time()
    work(what)
    return 1000 * (time.process_time() - start)


def main() -> None:
    """Fill a ledger step by step, measure at each, print."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--documents", default="1000,10000,100000")
    ask.add_argument("--database", default="", help="the ledger's file, gone on with if it holds some of the documents")
    ask.add_argument("--at-once", type=int, default=500, help="how many fill the ledger in one transaction")
    given = ask.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        address = given.database or str(Path(folder) / "l.db")
        rest = documents()
        with open_ledger(address, patience=60) as ledger:
            held = len(ledger.documents())
        deque(islice(rest, held), maxlen=0)
        for wanted in map(int, given.documents.split(",")):
            with open_ledger(address, patience=60) as ledger:
                while held < wanted:
                    some = list(islice(rest, min(given.at_once, wanted - held)))
                    ledger.record(some, **META)
                    ledger.bring_up(Judging())
                    held += len(some)
            with open_ledger(address, patience=60) as ledger:  # afresh, so that nothing is remembered
                show(held, measure(ledger, rest), Path(address).stat().st_size)
                held += _SINGLE


def show(held: int, found: dict[str, list[float]], size: int) -> None:
    """Print what one more document takes."""
    print(f"{held:,} documents, {size / held:,.0f} bytes each", flush=True)
    for name, times in found.items():
        ordered = sorted(times)
        within = ordered[int(0.9 * len(ordered))]
        print(
            f"  {name:22}{statistics.median(times):8.1f} ms, nine of ten within {within:8.1f}, most {ordered[-1]:8.1f}"
        )


if __name__ == "__main__":
    main()
