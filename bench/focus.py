"""Fit the weights of ``data/focus.toml`` on the development texts, and say how often they decide right.

Every question "who is the other side?" that the reader meets in an annotated text is a case; the annotated claims of
the same kind in that sentence answer it, or nobody does. A conditional logit with an option for nobody is fitted to the
signs; it is tested on texts left out of the fit, a tenth at a time.

    python bench/focus.py

Run on 2026-11-30; rounded by hand into ``data/focus.toml``.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

import credence.resolve
from credence.catalog.focus import load_focus
from credence.catalog.kinds import load_kinds
from credence.flow import read_document
from credence.model.kind import Kind
from credence.model.sighting import Sighting
from credence.resolve.roles.focus import Focus
from credence.score import Gold, load_gold

GOLDEN = Path(__file__).parent.parent / "tests" / "golden"
SETS = ("news", "official", "own", "free", "releases", "press")
SIGNS = tuple(load_focus().signs)
Floats = NDArray[np.float64]
STEPS, RATE, PENALTY = 600, 0.3, 0.01


@dataclass(frozen=True)
class Case:
    """One question: the signs of each candidate, and which of them are right.

    Attributes:
        doc: Id of the document.
        words: What is asked of whom.
        names: The candidates.
        signs: One row for each candidate.
        right: Whether each is right.
    """

    doc: str
    words: str
    names: tuple[str, ...]
    signs: Floats
    right: Floats


Question = tuple[str, Sighting, list[tuple[str, dict[str, float]]]]
ASKED: list[Question] = []


class Listening(Focus):
    """A focus that remembers what it was asked."""

    def other(self, party: str, sighting: Sighting, *, first: bool | None = None) -> str | None:
        """Remember the question, and answer it."""
        signs = list(self.signs(party, sighting, first=first))
        if signs:
            ASKED.append((party, sighting, signs))
        return super().other(party, sighting, first=first)


def cases(gold: Gold) -> Iterator[Case]:
    """Read a text and give the questions it raised, with the answers of its annotations."""
    ASKED.clear()
    read_document(gold.document)
    text = gold.document.text
    for party, sighting, signs in ASKED:
        kind = load_kinds()[sighting.kind]
        words = sighting.quote.of(text)
        about = [claim for claim in gold.claims if claim.kind == kind.id and _meets(claim.quote, sighting, text)]
        answers = {name for claim in about for name in _others(claim.roles, kind, party)}
        names = tuple(name for name, _ in signs)
        rows = np.array([[row[sign] for sign in SIGNS] for _, row in signs])
        yield Case(
            gold.document.id, f"{kind.id} {party}: {words}", names, rows, np.array([n in answers for n in names])
        )


def _meets(quote: str, sighting: Sighting, text: str) -> bool:
    """Whether an annotated quote and a sighting share words."""
    at = text.find(quote)
    return at >= 0 and at < sighting.quote.end and sighting.quote.start < at + len(quote)


def _others(roles: dict[str, Any], kind: Kind, party: str) -> Iterator[str]:
    """Give the parties of an annotated claim beside one that it names."""
    sides: list[Any] = roles["parties"] if "parties" in roles else [roles.get(role) for role in kind.deciding]
    named = [set(side) if isinstance(side, list) else {side} for side in sides]
    if any(party in side for side in named):
        yield from (name for side in named if party not in side for name in side if isinstance(name, str))


def chances(case: Case, weights: Floats, nobody: float) -> Floats:
    """Give the chance of each candidate, and of nobody last."""
    sums = np.append(case.signs @ weights, nobody)
    raised: Floats = np.exp(sums - sums.max())
    chance: Floats = raised / raised.sum()
    return chance


def fit(known: Sequence[Case]) -> tuple[Floats, float]:
    """Fit the weights by gradient ascent on the penalised likelihood."""
    weights, nobody = np.zeros(len(SIGNS)), 0.0
    for _ in range(STEPS):
        slope, slope_nobody = -PENALTY * weights, 0.0
        for case in known:
            found = chances(case, weights, nobody)
            wanted = np.append(found[:-1] * case.right, 0.0)
            wanted = wanted / wanted.sum() if case.right.any() else np.append(np.zeros(len(case.names)), 1.0)
            slope = slope + case.signs.T @ (wanted - found)[:-1] / len(known)
            slope_nobody += (wanted - found)[-1] / len(known)
        weights, nobody = weights + RATE * slope, nobody + RATE * slope_nobody
    return weights, nobody


def report(all_cases: Sequence[Case]) -> None:
    """Print the weights, and what they decide on texts left out of the fit."""
    weights, nobody = fit(all_cases)
    print(
        "  ".join(f"{sign} {weight:.2f}" for sign, weight in zip(SIGNS, weights, strict=True)), f" nobody {nobody:.2f}"
    )
    docs, decided = sorted({case.doc for case in all_cases}), []
    for tenth in range(10):
        out = set(docs[tenth::10])
        tested = fit([case for case in all_cases if case.doc not in out])
        for case in (case for case in all_cases if case.doc in out):
            found = chances(case, *tested)
            best = int(found[:-1].argmax())
            decided.append((float(found[best]), bool(case.right[best]), case.names[best], case))
    for least in (0.3, 0.4, 0.5, 0.6, 0.7):
        taken = [right for chance, right, _, _ in decided if chance >= least]
        print(f"chance {least}: {len(taken)} decided, {sum(taken)} right of {sum(c.right.any() for c in all_cases)}")
    for chance, right, name, case in sorted(decided, key=lambda row: -row[0]):
        print(f"  {chance:.2f} {'right' if right else 'wrong'} {name:12} {case.doc} {case.words[:100]!r}")


def main() -> None:
    """Read the development texts and fit."""
    argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter).parse_args()
    vars(credence.resolve)["Focus"] = Listening  # the reader is to ask the one that listens
    report([case for name in SETS for gold in load_gold(GOLDEN / name) for case in cases(gold)])


if __name__ == "__main__":
    main()
