"""Which of several values is right, on public sets with gold, beside the ways of the field: vote, CRH and ACCU.

    python bench/truth.py FOLDER

FOLDER holds ``flight`` (departures and arrivals of a week, by up to 38 websites) and ``book`` (authors of computer
books, by 895 booksellers): the sets of X. Li and others, "Truth finding on the deep web", and X. L. Dong and others,
"Integrating conflicting data: the role of source dependence", both VLDB. They are no part of Credence. A time is right
within ten minutes of gold; a list of authors if it has the same people, by last name and first initial.

- **vote**: the value that most sources have; its credence is their share.
- **CRH** (Q. Li and others, SIGMOD 2014): sources are weighed by the logarithm of their share of all errors, and errors
  are reckoned from what is chosen, in turn.
- **ACCU** (Dong and others, above): a Bayesian vote in which one of ten wrong values is as likely as another, and how
  good a source is, is the mean belief in its values, in turn; **ACCU, copies** also finds who copies whom.
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
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from pathlib import Path

from credence.catalog.weights import Shared
from credence.judge.agreement import counts, weight
from credence.judge.voices import Voice
from reliability import Judged, brier, expected_error, log_loss

Value = Hashable
Slot = Mapping[str, Value]
"""What each source says in one matter."""
Beliefs = Sequence[Mapping[Value, float]]
"""By slot, how far each value is believed."""

ROUNDS = 8
FALSE_VALUES = 10  # ACCU: how many wrong values a slot may have
CLOCK = re.compile(r"(\d{1,2}):(\d\d)\s*([AaPp]?)")
TIMES = (1, 2, 4, 5)  # columns of a flight, after its name: planned and actual departure, planned and actual arrival
WITHIN = 10  # minutes
DAY = 24 * 60


@dataclass(frozen=True, slots=True)
class Sets:
    """A set.

    Attributes:
        slots: What is said.
        right: Number of a slot with gold → whether a value is right.
        shorter: Whether one value only leaves out some of another.
    """

    slots: Sequence[Slot]
    right: Mapping[int, Callable[[Value], bool]]
    shorter: Callable[[Value, Value], bool] = lambda one, other: False  # noqa: ARG005 - of times, none does


# --- the sets ---


def flights(folder: Path) -> Sets:
    """Read the flights that have gold."""
    slots: list[Slot] = []
    right: dict[int, Callable[[Value], bool]] = {}
    for day in sorted((folder / "truth").glob("*.txt")):
        gold = {row[0]: row for row in _rows(day)}
        told: defaultdict[tuple[str, int], dict[str, int]] = defaultdict(dict)
        for source, flight, *fields in _rows(folder / "claims" / day.name):
            for column in TIMES if flight in gold else ():
                minutes = _minutes(fields[column - 1])
                if minutes is not None:
                    told[flight, column][source] = minutes
        for (flight, column), said in sorted(told.items()):
            sure = _minutes(gold[flight][column])
            if sure is not None:
                right[len(slots)] = _near(sure)
                slots.append(_rounded(said))
    return Sets(slots, right)


def books(folder: Path) -> Sets:
    """Read the books; of a seller's several offers the last counts."""
    told: defaultdict[str, dict[str, Value]] = defaultdict(dict)
    for source, isbn, _, authors in _rows(folder / "claims.txt"):
        people = _people(authors)
        if people != frozenset():
            told[isbn][source] = people
    gold = {row[0]: _people(row[1]) for row in _rows(folder / "truth.txt") if len(row) > 1}
    isbns = sorted(told)
    return Sets(
        [told[isbn] for isbn in isbns], {n: _same(gold[i]) for n, i in enumerate(isbns) if i in gold}, _is_shorter
    )


def _rows(path: Path) -> Iterator[list[str]]:
    for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
        if line.strip():
            yield line.split("\t")


def _minutes(text: str) -> int | None:
    """Read a time of day in minutes."""
    found = CLOCK.search(text)
    if not found:
        return None
    hour, half = int(found[1]), found[3].lower()
    return ((hour % 12 + 12 * (half == "p") if half else hour) * 60 + int(found[2])) % DAY


def _apart(one: int, other: int) -> int:
    return min((one - other) % DAY, (other - one) % DAY)


def _near(sure: int) -> Callable[[Value], bool]:
    return lambda value: isinstance(value, int) and _apart(value, sure) <= WITHIN


def _same(gold: Value) -> Callable[[Value], bool]:
    return lambda value: value == gold


def _rounded(said: Mapping[str, int]) -> Slot:
    """Count times together that lie within half of ten minutes of the most frequent, and so on for the rest."""
    left, rounded = dict(said), {}
    while left:
        counted = Counter(left.values())
        most = max(counted, key=lambda value: (counted[value], -value))
        for source in [source for source, value in left.items() if _apart(value, most) <= WITHIN // 2]:
            rounded[source] = most
            del left[source]
    return rounded


def _people(text: str) -> Value:
    """Read a list of authors: last name and first initial of each."""
    found = set()
    for name in re.split(r"[;/&|]|\band\b", text.lower().replace("oandapos;", "o'")):
        last, comma, first = name.partition(",")
        words = re.findall(r"[a-z'-]+", first if comma else name)
        if comma and re.search("[a-z]", last):
            found.add((re.findall(r"[a-z'-]+", last)[-1], words[0][0] if words else ""))
        elif words:
            found.add((words[-1], words[0][0] if len(words) > 1 else ""))
    return frozenset(found)


def _is_shorter(one: Value, other: Value) -> bool:
    """Tell whether a list of authors has nobody whom the other does not have; a first name may be left out, too."""
    if one == other or not (isinstance(one, frozenset) and isinstance(other, frozenset)):
        return False
    return all(any(last == name and first in {"", initial} for name, initial in other) for last, first in one)


# --- the ways of the field ---


def by_value(slot: Slot) -> dict[Value, list[str]]:
    """Give the sources of each value, values in an order of their own."""
    found: defaultdict[Value, list[str]] = defaultdict(list)
    for source in sorted(slot):
        found[slot[source]].append(source)
    return dict(sorted(found.items(), key=lambda item: (-len(item[1]), repr_of(item[0]))))


def repr_of(value: Value) -> str:
    """Write a value the same way on every run."""
    return repr(sorted(value)) if isinstance(value, frozenset) else repr(value)


def vote(slots: Sequence[Slot]) -> Beliefs:
    """Believe each value by the share of sources that have it."""
    return [{value: len(of) / len(slot) for value, of in by_value(slot).items()} for slot in slots]


def crh(slots: Sequence[Slot]) -> Beliefs:
    """Weigh sources by the logarithm of their share of all errors."""
    worth: defaultdict[str, float] = defaultdict(lambda: 1.0)
    beliefs: Beliefs = []
    for _ in range(ROUNDS):
        beliefs = [_shares({v: sum(worth[s] for s in of) for v, of in by_value(slot).items()}) for slot in slots]
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
        good = defaultdict(lambda: 0.8, {s: min(max(g, 0.01), 0.99) for s, g in _means(slots, beliefs).items()})
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


def _means(slots: Sequence[Slot], beliefs: Beliefs) -> dict[str, float]:
    """Give the mean belief in what each source says."""
    sums: defaultdict[str, list[float]] = defaultdict(list)
    for slot, belief in zip(slots, beliefs, strict=True):
        for source, value in slot.items():
            sums[source].append(belief[value])
    return {source: math.fsum(found) / len(found) for source, found in sums.items()}


def _shares(scores: Mapping[Value, float]) -> dict[Value, float]:
    whole = math.fsum(scores.values())
    return {value: score / whole if whole else 1 / len(scores) for value, score in scores.items()}


def best(belief: Mapping[Value, float]) -> Value:
    """Give the value that is believed most; of equals, the first as written."""
    return min(belief, key=lambda value: (-belief[value], repr_of(value)))


# --- ours ---


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
        means, said = _means(slots, borne_out), Counter(source for slot in slots for source in slot)
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
    return _shares({value: math.exp(score - top) for value, score in scores.items()})


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


# --- the report ---


def outcome(beliefs: Beliefs, given: Sets, numbers: Iterable[int]) -> list[Judged]:
    """Give, for each slot with gold, the credence of the value that is believed most, and whether it is right."""
    chosen = [(number, best(beliefs[number])) for number in numbers]
    return [(min(beliefs[number][value], 1.0), given.right[number](value)) for number, value in chosen]


def held_out(given: Sets) -> tuple[list[Judged], list[Fitted]]:
    """Fit on one half of the gold and judge the other, both ways."""
    more = longer(given)
    parts = _PARTS if any(others for each in more for others in each.values()) else (0.0,)
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


def report(name: str, given: Sets) -> None:
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
    rows["Credence"], kept = held_out(given)
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
    given = ask.parse_args()
    report("books", books(given.folder / "book"))
    report("flights", flights(given.folder / "flight"))


if __name__ == "__main__":
    main()
