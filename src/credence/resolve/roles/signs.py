"""Signs that a party is the other side of a relation, from 0 to 1: how often it is named, where, how lately."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Collection, Sequence
from math import exp

from credence.model.document import Span
from credence.model.sighting import Sighting
from credence.resolve.parties.antecedents import Mention

OFTEN = 3
"""Mentions below which a side is only passing by."""

_CLEARLY = 1.5  # in a text about two, the second is named this many times as often as the third


def signs_of_number(often: Counter[str], own: str, side: str) -> dict[str, float]:
    """Signs from how often a side is named in the whole text; the headline counts twice."""
    order = [*sorted(often.values(), reverse=True), 0, 0]
    two = min(often[own], often[side]) >= max(order[1], OFTEN, _CLEARLY * order[2])
    return {
        "main": float(often[side] == order[0] > order[1]),
        "second": float(often[side] >= order[1] > order[2]),
        "two": float(two),
    }


def signs_of_place(
    found: Sequence[Mention], own_group: Collection[int], sighting: Sighting, part: Span
) -> dict[str, float]:
    """Signs from where a candidate is named: beside the predicate, not together with who acts, or how far back."""
    here, place = sighting.sentence, sighting.anchor.start
    first = bisect_left(found, here, key=lambda m: m.sentence)
    after = bisect_right(found, here, key=lambda m: m.sentence)
    same = [m for m in found[first:after] if m.start not in own_group and part.start <= m.start < part.end]
    return {
        "before": float(any(m.end <= place for m in same)),
        "same": float(bool(same)),
        "near": exp(-(here - found[first - 1].sentence) / 2) if first else 0.0,
    }


def fresh(told: Sequence[int], here: int, fade: float) -> float:
    """Give 1 for what was told in this sentence, less with every sentence since."""
    back = min((here - sentence for sentence in told if sentence <= here), default=None)
    return exp(-back / fade) if back is not None else 0.0
