"""Patterns met in one development text only, with the reason why each stands all the same: ``bench/alone.md``.

    python bench/alone.py NEWS.jsonl[.xz] [documents]

A pattern made for one sentence is worth nothing. So each that one text alone meets is listed with where else it is
met: in texts of the same sort that nobody annotated (a JSON Lines file, evenly spread), or, where those do not happen
to use it, with the examples of our own that its file proves it by.
"""

from __future__ import annotations

import argparse
import multiprocessing
from collections import Counter, defaultdict
from pathlib import Path

from credence.catalog.patterns import load_patterns, load_trials
from credence.flow import read_document
from credence.model.document import Document
from reading import DEVELOPMENT, scored
from robust import texts_of

OUT = Path(__file__).parent / "alone.md"
HEAD = """# Patterns met in one development text only

Made by `python bench/alone.py FILE {count}` on texts of the United States Department of State, 2021–2022. The third
column counts in how many of {count} of them the pattern made a claim; the last is an example of our own that it meets.

The reason why each stands: it is an ordinary way to say its kind, which its example says with other parties; it names
nobody and nothing, and other texts use its family.

| pattern | development text | met elsewhere | an example of our own |
|---|---|---|---|
"""


def met_in(text: str) -> list[str]:
    """Give the patterns that make a claim of a text, each once."""
    return sorted({claim.pattern for claim in read_document(Document("bench", text[:20_000])).claims})


def examples() -> dict[str, str]:
    """Give for each pattern the first example of the pattern files that it meets."""
    first: dict[str, str] = {}
    for trial in load_trials():
        document = Document("trial", trial.text, published=trial.published or "2024-09-20")
        for claim in read_document(document).claims if trial.gives else ():
            first.setdefault(claim.pattern, trial.text)
    return first


def main() -> None:
    """Read, count and write the list."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("news", type=Path)
    ask.add_argument("documents", type=int, nargs="?", default=2_000)
    given = ask.parse_args()
    met: dict[str, set[str]] = defaultdict(set)
    for name in DEVELOPMENT:
        scored(name, met)
    texts = texts_of(given.news)
    chosen = texts[:: max(1, len(texts) // given.documents)][: given.documents]
    elsewhere = Counter[str]()
    with multiprocessing.Pool() as pool:
        for patterns in pool.imap(met_in, chosen, chunksize=20):
            elsewhere.update(patterns)
    shown = examples()
    alone = [(id_, next(iter(docs))) for id_, docs in sorted(met.items()) if len(docs) == 1]
    rows = [f"| {id_} | {doc} | {elsewhere[id_] or '–'} | {shown.get(id_, '')} |" for id_, doc in alone]
    OUT.write_text(HEAD.format(count=len(chosen)) + "\n".join(rows) + "\n", encoding="utf-8")
    unseen = sum(not elsewhere[id_] for id_, _ in alone)
    print(f"{len(alone)} of {len(load_patterns())} patterns are met in one text only, {unseen} of them nowhere else")


if __name__ == "__main__":
    main()
