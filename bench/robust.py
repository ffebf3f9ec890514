"""Real and mangled documents must run through without an exception, each thing passed over counted with its reason.

    python bench/robust.py NEWS.jsonl[.xz] [documents]

Texts are taken as they are, shuffled, cut, mixed with control characters, other scripts and very long lines; the
mangling is drawn from a fixed seed. Exits with 1 at any exception.
"""

from __future__ import annotations

import argparse
import json
import lzma
import multiprocessing
import random
import sys
import traceback
from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from credence.flow import read_document
from credence.model.document import Document

SEED = 20261123
ODD = "\x00\x07\x1b\u200b\u202e\ufeff\u0301\ud7ff𝔄🇦🇫漢字العربيةКосово\u2028"


def _shuffled(text: str, draw: random.Random) -> str:
    words = text.split(" ")
    draw.shuffle(words)
    return " ".join(words)


WAYS: tuple[Callable[[str, random.Random], str], ...] = (
    lambda text, _: text,
    _shuffled,
    lambda text, draw: text[: draw.randrange(len(text) + 1)],
    lambda text, draw: text[draw.randrange(len(text) + 1) :],
    lambda text, draw: "".join(c + draw.choice(ODD) if draw.random() < 0.03 else c for c in text),
    lambda text, _: text.replace("\n", " ") * 3,
    lambda text, _: text.upper(),
    lambda text, _: text.replace(" ", ""),
    lambda text, _: text.replace(". ", "").replace("“", '"').replace("”", ""),
    lambda text, _: "\n".join(text.split(" ")),
)
"""Ways to mangle a text; the first leaves it alone."""


def texts_of(path: Path) -> list[str]:
    """Take the texts of a JSON Lines file."""
    content = lzma.decompress(path.read_bytes()) if path.suffix == ".xz" else path.read_bytes()
    return [json.loads(line)["text"] for line in content.decode("utf-8").split("\n") if line]


def run(number: int, texts: Sequence[str], count: int) -> tuple[Counter[str], Counter[str], str]:
    """Read one mangled document: its counts, the reasons of what was passed over, the traceback if it failed."""
    draw = random.Random(f"{SEED} {number}")  # noqa: S311 - the same mangling every time, no secret
    text = WAYS[number % len(WAYS)](draw.choice(texts)[:20_000], draw)
    if number == count // 2:
        text = "Kabul " * 1_700_000  # a line of ten megabytes
    try:
        done = read_document(Document(f"m{number}", text, published="2022-05-05", publisher="Bench"))
    except Exception:  # noqa: BLE001 - counting them is the point
        return Counter(), Counter(), traceback.format_exc()
    moved = [c.quote.text for c in done.claims if text[c.quote.start : c.quote.end] != c.quote.text]
    counts = Counter(claims=len(done.claims), sentences=done.sentences, parsed=done.parsed)
    return counts, Counter(passed.reason for passed in done.passed_over), "\n".join(moved)


def main() -> int:
    """Run them all, in as many processes as there are cores, and print the counts."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("news", type=Path)
    ask.add_argument("documents", type=int, nargs="?", default=10_000)
    given = ask.parse_args()
    count: int = given.documents
    one = partial(run, texts=texts_of(given.news), count=count)
    tally, reasons, failed = Counter[str](), Counter[str](), 0
    with multiprocessing.Pool() as pool:
        for number, (counts, passed, trouble) in enumerate(pool.imap(one, range(count), chunksize=5), start=1):
            tally.update(counts)
            if number % 500 == 0:
                print(f"{number} documents, {failed} failures, {tally['claims']} claims", file=sys.stderr)
            reasons.update(passed)
            if trouble:
                failed += 1
                print(trouble, file=sys.stderr)
    print(f"{count} documents, {failed} failures; {dict(tally)}")
    for reason, times in reasons.most_common():
        print(f"passed over {times:7}  {reason}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
