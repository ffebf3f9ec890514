"""Which of several values is right, on public sets with gold, beside the ways of the field: vote, CRH and ACCU.

    python bench/truth.py FOLDER [--whole]

FOLDER holds ``flight`` and ``book``, as ``slots.py`` tells; they are no part of Credence. A time is right within ten
minutes of gold; a list of authors if it has the same people, by last name and first initial.

- **vote**: the value that most sources have; its credence is their share.
- **CRH** (Q. Li and others, SIGMOD 2014): sources are weighed by the logarithm of their share of all errors, and errors
  are reckoned from what is chosen, in turn.
- **ACCU** (X. L. Dong and others, VLDB 2009): a Bayesian vote in which one of ten wrong values is as likely as another,
  and how good a source is, is the mean belief in its values, in turn; **ACCU, copies** also finds who copies whom.
- **Credence**: the voices and agreement of ``credence.judge``. How often a source is right is the mean credence of what
  it says, in turn, drawn towards that of all; against ten wrong values, of which it would have to hit this one, that is
  what a voice is worth. Sources that share half of their errors are a circle, as those who speak for one party are, and
  further ones count for less. Who leaves people out of a list does not deny them, and speaks in part for each list that
  has those that are named. What the values of a slot weigh is tempered, times a number up to 1, for sources have more
  in common than circles tell, and brought to credences that add up to one. Three numbers (``Fitted``) are fitted on one
  half of the gold and reported on the other, in turn.
"""

from __future__ import annotations

import argparse
import hashlib
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from pathlib import Path

from credence.catalog.weights import Shared
from credence.judge.agreement import counts, weight
from credence.judge.voices import Voice
from reliability import Judged, brier, expected_error, log_loss
from rivals import FALSE_VALUES, ROUNDS, accu, crh, vote
from slots import Beliefs, Sets, Slot, Value, best, books, by_value, flights, means_of, shares_of


@dataclass(frozen=True, slots=True)
class Fitted:
    """What is learnt.

    Attributes:
        chance: That two sources of a circle share a root.
        temper: What weights are multiplied by.
        part: How far who leaves something out speaks for a longer list.
    """

    chance: float
    temper: float
    part: float


_CHANCES, _TEMPERS, _PARTS = (0.3, 0.6, 0.9), (0.05, 0.1, 0.2, 0.35, 0.6, 1.0), (0.0, 0.5, 0.7, 0.9)
_TOWARDS = 5  # claims' worth of the mean of all that every source is drawn towards

Longer = Sequence[Mapping[Value, Sequence[Value]]]
"""By slot, the values that have all that a value has, and more."""


def longer(given: Sets) -> Longer:
    """Find, for each value of each slot, those of which it leaves something out."""
    found = []
    for slot in given.slots:
        values = list(by_value(slot))
        found.append({one: [other for other in values if given.shorter(one, other)] for one in values})
    return found


def ours(slots: Sequence[Slot], longer: Longer, fitted: Fitted) -> Beliefs:
    """Judge each value by the voices that have it, and voices by how far what they say is believed."""
    beliefs = vote(slots)
    for _ in range(ROUNDS):
        borne_out = [_borne_out(*each, fitted.part) for each in zip(beliefs, longer, strict=True)]
        means, said = means_of(slots, borne_out), Counter(source for slot in slots for source in slot)
        mean = math.fsum(means[source] * said[source] for source in means) / said.total()
        right = {s: (means[s] * said[s] + _TOWARDS * mean) / (said[s] + _TOWARDS) for s in means}
        circles = _circles(slots, beliefs, longer)
        voices = {source: _voice(source, share, circles.get(source)) for source, share in right.items()}
        beliefs = [_judged(slot, more, voices, fitted) for slot, more in zip(slots, longer, strict=True)]
    return beliefs


def _borne_out(belief: Mapping[Value, float], more: Mapping[Value, Sequence[Value]], part: float) -> dict[Value, float]:
    """Give how far it is believed that who says a value is not wrong, though perhaps short."""
    return {value: own + part * math.fsum(belief[other] for other in more[value]) for value, own in belief.items()}


def _voice(source: str, share: float, circle: str | None) -> Voice:
    """Make a voice of a source that is right in a share of slots; below even, it says nothing."""
    against_one = FALSE_VALUES * share / (FALSE_VALUES * share + 1 - share)
    kept = min(max(against_one, 0.5), 0.999)
    return Voice("named", "then", kept, known=True, party=circle, names=(source,))


def _judged(
    slot: Slot, more: Mapping[Value, Sequence[Value]], voices: Mapping[str, Voice], fitted: Fitted
) -> dict[Value, float]:
    shared: dict[Shared, float] = {"party": fitted.chance, "unknown": 0.0}
    told: defaultdict[Value, list[tuple[Voice, float]]] = defaultdict(list)
    for value, of in by_value(slot).items():
        told[value] += [(voices[source], 1.0) for source in of]
        for other in more[value] if fitted.part else ():
            told[other] += [(voices[source], fitted.part) for source in of]
    scores = {}
    for value, spoken in told.items():
        spoken.sort(key=lambda each: (-each[0].right, each[0].names))
        side = [voice for voice, _ in spoken]
        far = [share * part for share, (_, part) in zip(counts(side, shared), spoken, strict=True)]
        scores[value] = fitted.temper * weight(side, far)
    top = max(scores.values())
    return shares_of({value: math.exp(score - top) for value, score in scores.items()})


def _circles(slots: Sequence[Slot], beliefs: Beliefs, longer: Longer) -> dict[str, str]:
    """Put sources into circles: those that share at least five errors, and half of all that either makes."""
    errors: Counter[str] = Counter()
    together: Counter[tuple[str, str]] = Counter()
    for slot, belief, more in zip(slots, beliefs, longer, strict=True):
        top = best(belief)
        for value, of in by_value(slot).items():
            if value != top and top not in more[value]:
                errors.update(of)
                together.update(combinations(of, 2))
    first: dict[str, str] = {}

    def root(source: str) -> str:
        while first.setdefault(source, source) != source:
            source = first[source]
        return source

    for (one, other), count in sorted(together.items()):
        if count >= 5 and 2 * count >= errors[one] + errors[other] - count:
            first[root(other)] = root(one)
    return {source: root(source) for source in list(first)}


def outcome(beliefs: Beliefs, given: Sets, numbers: Iterable[int]) -> list[Judged]:
    """Give, for each slot with gold, the credence of the value that is believed most, and whether it is right."""
    chosen = [(number, best(beliefs[number])) for number in numbers]
    return [(min(beliefs[number][value], 1.0), given.right[number](value)) for number, value in chosen]


def held_out(given: Sets, parts: Sequence[float]) -> tuple[list[Judged], list[Fitted]]:
    """Fit on one half of the gold and judge the other, both ways; parts are what may be fitted for shorter lists."""
    more = longer(given)
    choices = [Fitted(*numbers) for numbers in product(_CHANCES, _TEMPERS, parts)]
    found = {choice: ours(given.slots, more, choice) for choice in choices}
    halves: tuple[list[int], list[int]] = ([], [])
    for number in given.right:
        halves[hashlib.sha256(str(number).encode()).digest()[0] % 2].append(number)
    judged: list[Judged] = []
    kept = []
    for fit, held in (halves, halves[::-1]):
        chosen = min(choices, key=lambda choice: log_loss(outcome(found[choice], given, fit)))
        judged += outcome(found[chosen], given, held)
        kept.append(chosen)
    return judged, kept


def report(name: str, given: Sets, parts: Sequence[float]) -> None:
    """Print accuracy and calibration of each way."""
    said = sum(map(len, given.slots))
    print(f"{name}: {said} claims of {len(given.slots)} slots, {len(given.right)} with gold")
    print(f"{'':16}accuracy     ECE   Brier  mean credence")
    ways = {
        "vote": vote(given.slots),
        "CRH": crh(given.slots),
        "ACCU": accu(given.slots),
        "ACCU, copies": accu(given.slots, copies=True),
    }
    rows = {way: outcome(beliefs, given, given.right) for way, beliefs in ways.items()}
    rows["Credence"], kept = held_out(given, parts)
    for way, judged in rows.items():
        share = sum(so for _, so in judged) / len(judged)
        mean = math.fsum(credence for credence, _ in judged) / len(judged)
        print(f"  {way:14}{share:8.3f}{expected_error(judged):8.3f}{brier(judged):8.3f}{mean:15.3f}")
    print(
        "  " + "; ".join(f"chance {each.chance}, temper {each.temper}, part {each.part}" for each in kept), flush=True
    )


def main() -> None:
    """Read, judge, print."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("folder", type=Path)
    ask.add_argument("--whole", action="store_true", help="books only: let shorter lists speak for no longer ones")
    given = ask.parse_args()
    report("books", books(given.folder / "book"), (0.0,) if given.whole else _PARTS)
    if not given.whole:
        report("flights", flights(given.folder / "flight"), (0.0,))


if __name__ == "__main__":
    main()
