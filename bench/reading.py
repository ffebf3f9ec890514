"""How well texts are read: every set of tests/golden against its floors.

python bench/reading.py            the development sets; exits with 1 below a floor
python bench/reading.py --held     the held-back sets, too; adds a line to bench/held.jsonl, so that looking is counted
python bench/reading.py --kinds    figures by kind
python bench/reading.py --alone    patterns met in one development text only
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import shutil
import subprocess
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from credence.catalog.kinds import load_kinds
from credence.flow import read_document
from credence.score import Score, load_gold, score_document
from credence.score.tally import SHARES, precision_recall_f1

ROOT = Path(__file__).resolve().parent.parent
GOLDEN = ROOT / "tests" / "golden"
DEVELOPMENT = ("example", "news", "official", "own", "free", "releases", "press")
HELD = ("held/news", "held/official", "held/own", "held/free", "held/releases", "held/press")

Met = dict[str, set[str]]
"""Pattern → the documents in which it made a claim."""


def scored(name: str, met: Met) -> Score:
    """Score one set; note which documents each pattern is met in."""
    total = Score()
    for gold in load_gold(GOLDEN / name):
        claims = read_document(gold.document).claims
        for claim in claims:
            met[claim.pattern].add(claim.doc)
        total.add(score_document(gold, claims, load_kinds()))
    return total


def figures(score: Score) -> dict[str, float]:
    """Give precision, recall, F1 and the shares, rounded to four places."""
    found = dict(zip(("precision", "recall", "f1"), precision_recall_f1(score.total()), strict=True))
    for name in SHARES:
        counts = score.shares[name]
        found[name] = counts["right"] / counts["stated"] if counts["stated"] else 1.0
    return {name: round(value, 4) for name, value in found.items()}


def show(name: str, score: Score, *, kinds: bool) -> None:
    """Print a set's figures, by kind if asked."""
    counts = score.total()
    shown = "  ".join(f"{key} {value:.3f}" for key, value in figures(score).items())
    print(f"{name:14} {shown}  (right {counts['right']}, wrong {counts['wrong']}, missed {counts['missed']})")
    for kind in sorted(score.kinds) if kinds else ():
        p, r, f1 = precision_recall_f1(score.kinds[kind])
        print(f"    {kind:22} P {p:.2f}  R {r:.2f}  F1 {f1:.2f}  {dict(sorted(score.kinds[kind].items()))}")


def below(name: str, score: Score) -> Iterable[str]:
    """Give a line for each figure of a set that lies below its floor."""
    floors = tomllib.loads((ROOT / "bench" / "floors.toml").read_text(encoding="utf-8"))
    for key, least in floors[name].items():
        if figures(score)[key] < least:
            yield f"{name} {key} {figures(score)[key]:.3f} < {least}"


def log(results: dict[str, dict[str, float]]) -> None:
    """Write down that the held-back texts were looked at."""
    git = shutil.which("git") or "git"
    command = [git, "rev-parse", "--short", "HEAD"]
    commit = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False).stdout.strip()
    line = {"moment": dt.datetime.now(dt.UTC).isoformat(timespec="seconds"), "commit": commit, **results}  # noqa: TID251 - a log asks the clock
    with (ROOT / "bench" / "held.jsonl").open("a", encoding="utf-8") as file:
        file.write(json.dumps(line) + "\n")


def held() -> None:
    """Score the held-back sets, figures only, and log it."""
    results = {}
    for name in HELD:
        score = scored(name, defaultdict(set))
        show(name, score, kinds=False)
        results[name] = figures(score)
    log(results)


def main() -> int:
    """Score, print, compare with the floors."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--held", action="store_true")
    ask.add_argument("--kinds", action="store_true")
    ask.add_argument("--alone", action="store_true")
    args = ask.parse_args()
    met: Met = defaultdict(set)
    faults: list[str] = []
    for name in DEVELOPMENT:
        score = scored(name, met)
        show(name, score, kinds=args.kinds)
        faults.extend(below(name, score))
    for pattern, docs in sorted(met.items()) if args.alone else ():
        if len(docs) == 1:
            print(f"met in one text only: {pattern} ({next(iter(docs))})")
    if args.held:
        held()
    for fault in faults:
        print(f"below the floor: {fault}", file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
