"""Ways of the field to choose between contradicting sources, written compactly: vote, CRH, ACCU."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from itertools import combinations

from slots import Beliefs, Slot, Value, best, by_value, means_of, shares_of

Way = Callable[[Sequence[Slot]], Beliefs]
ROUNDS = 8
FALSE_VALUES = 10
"""How many wrong values a slot may have."""


def vote(slots: Sequence[Slot]) -> Beliefs:
    """Believe each value by the share of sources that have it."""
    return [{value: len(of) / len(slot) for value, of in by_value(slot).items()} for slot in slots]


def crh(slots: Sequence[Slot]) -> Beliefs:
    """Weigh sources by the logarithm of their share of all errors."""
    worth: defaultdict[str, float] = defaultdict(lambda: 1.0)
    beliefs: Beliefs = []
    for _ in range(ROUNDS):
        beliefs = [shares_of({v: sum(worth[s] for s in of) for v, of in by_value(slot).items()}) for slot in slots]
        errors, said = Counter[str](), Counter[str]()
        for slot, belief in zip(slots, beliefs, strict=True):
            top = best(belief)
            for source, value in slot.items():
                said[source] += 1
                errors[source] += value != top
        rates = {source: (errors[source] + 0.5) / (count + 1) for source, count in said.items()}
        worth = defaultdict(float, {source: math.log(sum(rates.values()) / rate) for source, rate in rates.items()})
    return beliefs


def accu(slots: Sequence[Slot], *, copies: bool = False) -> Beliefs:
    """Vote by Bayes' rule, with how good each source is; if asked, let those who copy count for little."""
    good: defaultdict[str, float] = defaultdict(lambda: 0.8)
    copying: Mapping[tuple[str, str], float] = {}
    beliefs: Beliefs = []
    for _ in range(ROUNDS):
        beliefs = [_accu_slot(slot, good, copying) for slot in slots]
        if copies:
            copying = _copying(slots, beliefs, good)
        good = defaultdict(lambda: 0.8, {s: min(max(g, 0.01), 0.99) for s, g in means_of(slots, beliefs).items()})
    return beliefs


def _accu_slot(slot: Slot, good: Mapping[str, float], copying: Mapping[tuple[str, str], float]) -> dict[Value, float]:
    scores = {}
    for value, of in by_value(slot).items():
        ordered = sorted(of, key=lambda source: (-good[source], source))
        scores[value] = math.fsum(
            math.log(FALSE_VALUES * good[source] / (1 - good[source]))
            * math.prod(1 - 0.8 * copying.get(_pair(source, other), 0.0) for other in ordered[:place])
            for place, source in enumerate(ordered)
        )
    unsaid = max(FALSE_VALUES + 1 - len(scores), 0)
    top = max(scores.values())
    whole = math.fsum([*(math.exp(score - top) for score in scores.values()), unsaid * math.exp(-top)])
    return {value: math.exp(score - top) / whole for value, score in scores.items()}


def _copying(slots: Sequence[Slot], beliefs: Beliefs, good: Mapping[str, float]) -> dict[tuple[str, str], float]:
    """Give the chance that one of two sources copies the other: how often both are right, both wrong, and apart."""
    met: defaultdict[tuple[str, str], list[float]] = defaultdict(lambda: [0.0, 0.0, 0.0])
    for slot, belief in zip(slots, beliefs, strict=True):
        top = best(belief)
        for one, other in combinations(sorted(slot), 2):
            met[one, other][2 if slot[one] != slot[other] else 0 if slot[one] == top else 1] += 1
    found = {}
    for (one, other), (both_right, both_wrong, apart) in met.items():
        p, q, copied = good[one], good[other], 0.8
        alone = (p * q, (1 - p) * (1 - q) / FALSE_VALUES, 1 - p * q - (1 - p) * (1 - q) / FALSE_VALUES)
        either = (p + q) / 2
        bound = (
            either * copied + alone[0] * (1 - copied),
            (1 - either) * copied + alone[1] * (1 - copied),
            alone[2] * (1 - copied),
        )
        odds = math.log(4) + math.fsum(
            n * math.log(max(a, 1e-12) / max(b, 1e-12))
            for n, a, b in zip((both_right, both_wrong, apart), alone, bound, strict=True)
        )  # one in five pairs copies, before anything is seen
        found[one, other] = 1 / (1 + math.exp(min(odds, 500)))
    return found


def _pair(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one < other else (other, one)
