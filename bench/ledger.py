"""How the ledger grows: time and room by the number of claims, on SQLite and PostgreSQL, against what is aimed at.

    python bench/ledger.py [--claims 10000,100000] [--stores sqlite,postgresql] [--keep FOLDER] [--record] [--rest]

Claims are made up (``synthetic.py``), the same every time. They are recorded in five transactions, each followed by
bringing findings up to date, timed apart; questions are asked of the ledger opened afresh, those about dyads as known
at the second transaction. Dyads are drawn as often as documents are about them, or each that is written about alike
("any"). Answers are outlines: all that is shown of a finding but its evidence; for that, a finding is judged from its
claims. Then single articles are recorded, and all that they touch judged anew. Times are medians. A server is started
as the tests do: on a socket, with ``fsync`` off. Files that are kept in a folder are filled once: where one stands
there, a copy of it is asked, and what filling takes is left out. With ``--record`` nothing is judged and nothing asked:
a million claims are recorded in a minute, and judged in an hour. With ``--rest`` it waits for a line of input between
filling and asking, for filling may go on beside other work, and asking must not.
"""

from __future__ import annotations

import argparse
import random
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

import from_tests  # noqa: F401 - finds what is shared
from credence.asking.findings import ask, outline
from credence.flow import Judging
from credence.ledger import Ledger, open_ledger
from postgres_server import Server, running_server
from synthetic import AUTHORITY, about, pick, recordings

Item = TypeVar("Item")
Figures = dict[str, float]

TRANSACTIONS = 5
_AS_ANY_SERVER = {"shared_buffers": "128MB", "autovacuum": "on"}  # PostgreSQL's defaults; tests have neither
_FEW = 11  # dyads whose evidence is asked for: of those that fill the papers, all of it is judged
CLAIMS_OF_ONE = 5
"""How many claims a document has, on average."""
META: dict[str, Any] = {"moment": "2026-01-01T00:00:00Z", "author": "bench", "tool": "bench"}
DAY = "2024-09-12"
AIMS = {
    "bulk record, claims/s": "≥ 20,000",
    "brought up to date, claims/s": "",
    "a dyad as of two times, ms": "≤ 2",
    "the same with its evidence, ms": "",
    "any dyad as of two times, ms": "≤ 2",
    "missions of one authority, ms": "≤ 20",
    "the whole world on a day, ms": "≤ 300",
    "the same asked first, ms": "",
    "findings in that": "",
    "one article, ms": "≤ 100",
    "nine of ten articles within, ms": "",
    "bytes a claim": "≤ 1,536",
    "of them its document's text": "",
}


@dataclass(frozen=True, slots=True)
class Store:
    """Where a ledger is put.

    Attributes:
        address: The ledger's.
        size: Gives the bytes it takes.
        is_filled: Whether it holds its claims already.
        apart: Gives the address of one that holds as much and may be written to.
    """

    address: str
    size: Callable[[], int]
    is_filled: bool
    apart: Callable[[], str]


def measure(store: Store, claims: int, *, rest: bool = False) -> Figures:
    """Fill a ledger, unless it is, and give its figures, named as in ``AIMS``."""
    found = {} if store.is_filled else _fill(store, claims)
    if rest:
        input("filled; a line of input when the machine is at rest: ")
    found["bytes a claim"] = store.size() / claims
    with open_ledger(store.apart()) as ledger:
        pairs = sorted(set(map(about, ledger.documents())))
        return found | _questions(ledger, pairs) | _articles(ledger)


def recorded(store: Store, claims: int) -> Figures:
    """Fill a ledger without judging, and give how quickly that goes."""
    rate = "bulk record, claims/s"
    return {rate: _fill(store, claims, judging=False)[rate]}


def _fill(store: Store, claims: int, *, judging: bool = True) -> Figures:
    text, recording, judged = 0, 0.0, 0.0
    with open_ledger(store.address, patience=60) as ledger:
        for batch in _batches(recordings(claims), max(1, claims // CLAIMS_OF_ONE // TRANSACTIONS)):
            text += sum(len(each.document.text) for each in batch)
            recording += _seconds(lambda some: ledger.record(some, **META), batch)
            judged += _seconds(ledger.bring_up, Judging()) if judging else 0.0
    found = {"bulk record, claims/s": claims / recording, "of them its document's text": text / claims}
    return found | ({"brought up to date, claims/s": claims / judged} if judging else {})


def _questions(ledger: Ledger, pairs: Sequence[tuple[str, str]]) -> Figures:
    """Time the questions; the first of each is asked once more before, so that plans are made."""
    chance = random.Random(7)  # noqa: S311 - the same questions every time
    half = max(1, len(ledger.transactions()) // 2)

    def dyad(pair: tuple[str, str]) -> object:
        return outline(ledger, parties=pair, known=half, day=DAY)

    def whole(pair: tuple[str, str]) -> object:
        return ask(ledger, parties=pair, known=half, day=DAY)

    def missions(party: str) -> object:
        return outline(ledger, parties=[party], kind="mission", day=DAY)

    def world(day: str) -> object:
        return outline(ledger, day=day)

    dyads = [pick(chance) for _ in range(100)]
    first = 1000 * _seconds(world, DAY)
    return {
        "the same asked first, ms": first,
        "a dyad as of two times, ms": _milliseconds(dyad, dyads),
        "the same with its evidence, ms": _milliseconds(whole, dyads[:_FEW]),
        "any dyad as of two times, ms": _milliseconds(dyad, [chance.choice(pairs) for _ in range(100)]),
        "missions of one authority, ms": _milliseconds(missions, [AUTHORITY] * 7),
        "the whole world on a day, ms": _milliseconds(world, [DAY, "2019-03-01", "2022-06-30"]),
        "findings in that": len(outline(ledger, day=DAY)),
    }


def _articles(ledger: Ledger) -> Figures:
    """Time recording single documents, findings brought up to date."""
    times = []
    for recording in islice(recordings(1000, seed=8, prefix="article"), 50):
        start = time.perf_counter()
        ledger.record([recording], **META)
        ledger.bring_up(Judging())
        times.append(1000 * (time.perf_counter() - start))
    return {"one article, ms": statistics.median(times), "nine of ten articles within, ms": sorted(times)[44]}


def _seconds(work: Callable[[Item], object], what: Item) -> float:
    start = time.perf_counter()
    work(what)
    return time.perf_counter() - start


def _milliseconds(work: Callable[[Item], object], items: Sequence[Item]) -> float:
    work(items[0])
    return 1000 * statistics.median(_seconds(work, item) for item in items)


def _batches(items: Iterable[Item], size: int) -> Iterator[list[Item]]:
    rest = iter(items)
    while batch := list(islice(rest, size)):
        yield batch


@contextmanager
def _stores(names: Sequence[str], keep: Path | None) -> Iterator[dict[str, Callable[[int], Store]]]:
    """Give what makes ledgers for a number of claims, by kind."""
    with tempfile.TemporaryDirectory() as folder:
        made: dict[str, Callable[[int], Store]] = {}
        if "sqlite" in names:
            made["sqlite"] = lambda claims: _file(Path(folder), claims, keep)
        if "postgresql" not in names:
            yield made
            return
        with running_server(**_AS_ANY_SERVER) as server:
            yield made | {"postgresql": lambda _: _schema(server)}


def _file(folder: Path, claims: int, keep: Path | None) -> Store:
    path = (keep or folder) / f"{claims}.db"

    def apart() -> str:
        return str(shutil.copyfile(path, folder / "asked.db") if keep else path)

    return Store(str(path), lambda: path.stat().st_size, path.exists(), apart)


def _schema(server: Server) -> Store:
    address = server.empty()
    tables = (
        "SELECT sum(pg_total_relation_size(oid)) FROM pg_class"
        " WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace"
    )
    return Store(address, lambda: int(str(server.execute(tables, address=address)[0][0])), False, lambda: address)  # noqa: FBT003 - a field


def show(columns: dict[str, Figures]) -> None:
    """Print the table: a line a figure, a column a ledger."""
    print(f"{'':34}{'aim':>10}" + "".join(f"{name:>20}" for name in columns))
    for figure, aim in AIMS.items():
        cells = [_shown(found[figure]) if figure in found else f"{'':>20}" for found in columns.values()]
        print(f"{figure:34}{aim:>10}" + "".join(cells))


def _shown(value: float) -> str:
    return f"{value:>20,.1f}" if value < 100 else f"{value:>20,.0f}"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--claims", default="10000,100000")
    parser.add_argument("--stores", default="sqlite,postgresql")
    parser.add_argument("--keep", type=Path, metavar="FOLDER")
    parser.add_argument("--record", action="store_true")
    parser.add_argument("--rest", action="store_true")
    given = parser.parse_args()
    measured = recorded if given.record else partial(measure, rest=given.rest)
    columns: dict[str, Figures] = {}
    with _stores(given.stores.split(","), given.keep) as stores:
        for name, make in stores.items():
            for claims in map(int, given.claims.split(",")):
                columns[f"{name} {claims:,}"] = measured(make(claims), claims)
                print(f"measured {name} {claims:,}", flush=True)
    show(columns)


if __name__ == "__main__":
    main()
