"""How many claims of the golden texts the reader finds, and how many of those it finds are right.

A claim is right when its kind, its deciding roles and its polarity are those of a golden claim of the same text that no
other claim has taken. Golden claims marked optional cost nothing, found or missed. Exits with 1 below a floor of
``floors.toml``.
``--misses`` lists what went wrong, except in texts that are held out from those who write patterns.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from credence.catalog.kinds import load_kinds

ROOT = Path(__file__).resolve().parent.parent
GOLDEN = ROOT / "tests" / "golden"
PROGRAM = [sys.executable, "-c", "from credence.cli import main; main(prog_name='credence')"]
IN_WORDS = {"group", "of", "target"}
"""Roles that may hold words of the text: it is enough that one value is a word of the other."""

Wire = dict[str, Any]
"""A claim as it is written in JSON."""


@dataclass(frozen=True, slots=True)
class Score:
    """What came of one text.

    Attributes:
        missed: Golden claims that were not found, optional ones left out.
        wrong: Claims that are in no golden file.
        right: How many claims are right, optional ones left out.
    """

    missed: tuple[Wire, ...]
    wrong: tuple[Wire, ...]
    right: int

    @property
    def precision(self) -> float:
        """Share of the claims made that are right, in [0, 1]; 0 if none was made."""
        made = self.right + len(self.wrong)
        return self.right / made if made else 0.0

    @property
    def recall(self) -> float:
        """Share of the golden claims that were found, in [0, 1]; 0 if there are none."""
        golden = self.right + len(self.missed)
        return self.right / golden if golden else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall, in [0, 1]."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def same_role(name: str, golden: Any, made: Any) -> bool:  # noqa: ANN401 - values of JSON
    """Tell whether a role's value is one that the golden file allows (a list there means any of these)."""
    allowed = {str(value).lower() for value in (golden if isinstance(golden, list) else [golden])}
    found = str(made).lower()
    if name in IN_WORDS:
        return any(value == found or value in found.split() or found in value.split() for value in allowed)
    return found in allowed


def same(golden: Wire, made: Wire) -> bool:
    """Tell whether a claim is the golden one: kind, polarity and deciding roles."""
    if (golden["kind"], golden["polarity"]) != (made["kind"], made["polarity"]):
        return False
    roles = load_kinds()[made["kind"]].deciding
    return all(same_role(name, golden["roles"].get(name), made["roles"].get(name)) for name in roles)


def score(golden: list[Wire], made: list[Wire]) -> Score:
    """Match claims to golden ones, required ones first, each taken once."""
    left = sorted(golden, key=lambda claim: bool(claim.get("optional")))
    wrong, right = [], 0
    for claim in made:
        match = next((candidate for candidate in left if same(candidate, claim)), None)
        if match is None:
            wrong.append(claim)
            continue
        left.remove(match)
        right += not match.get("optional")
    return Score(tuple(claim for claim in left if not claim.get("optional")), tuple(wrong), right)


def read(gold: Path) -> list[Wire]:
    """Read the text of a golden file with the command that users use."""
    published = json.loads(gold.read_text(encoding="utf-8"))["published"]
    words = ["read", str(gold.with_suffix(".txt")), "--published", published, "--no-ledger", "--format", "jsonl"]
    done = subprocess.run([*PROGRAM, *words], cwd=ROOT, stdout=subprocess.PIPE, encoding="utf-8", check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def show_misses(result: Score) -> None:
    """Print what was missed and what is wrong, a line a claim."""
    for word, claims in (("missed", result.missed), ("wrong", result.wrong)):
        for claim in claims:
            print(f"    {word}: {claim['kind']} {claim['polarity']} {json.dumps(claim['roles'], ensure_ascii=False)}")


def main() -> None:
    """Score every golden text, print a line a text, and exit with 1 if one is below its floor."""
    floors = tomllib.loads((ROOT / "bench" / "floors.toml").read_text(encoding="utf-8"))
    below = []
    for gold in sorted(GOLDEN.rglob("*.json")):
        result = score(json.loads(gold.read_text(encoding="utf-8"))["claims"], read(gold))
        floor = floors.get(gold.stem, 0.0)
        figures = f"precision {result.precision:.3f}  recall {result.recall:.3f}  F1 {result.f1:.3f}  floor {floor:.2f}"
        print(f"{gold.stem:<20} {figures}")
        if "--misses" in sys.argv and "heldout" not in gold.parts:
            show_misses(result)
        if result.f1 < floor:
            below.append(gold.stem)
    if below:
        sys.exit(f"below the floor: {', '.join(below)}")


if __name__ == "__main__":
    main()
