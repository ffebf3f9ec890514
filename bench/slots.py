"""Public sets in which sources contradict each other, and what is needed to choose between them.

Flights: departures and arrivals of a week, by up to 38 websites (X. Li and others, "Truth finding on the deep web",
VLDB 2013). Books: authors of computer books, by 895 booksellers (X. L. Dong and others, "Integrating conflicting data:
the role of source dependence", VLDB 2009). They are no part of Credence.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

Value = Hashable
Slot = Mapping[str, Value]
"""What each source says in one matter."""
Beliefs = Sequence[Mapping[Value, float]]
"""By slot, how far each value is believed."""

_CLOCK = re.compile(r"(\d{1,2}):(\d\d)\s*([AaPp]?)")
_TIMES = (1, 2, 4, 5)  # columns of a flight, after its name: planned and actual departure, planned and actual arrival
_WITHIN = 10  # minutes
_DAY = 24 * 60


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


def flights(folder: Path) -> Sets:
    """Read the flights that have gold."""
    slots: list[Slot] = []
    right: dict[int, Callable[[Value], bool]] = {}
    for day in sorted((folder / "truth").glob("*.txt")):
        gold = {row[0]: row for row in _rows(day)}
        told: defaultdict[tuple[str, int], dict[str, int]] = defaultdict(dict)
        for source, flight, *fields in _rows(folder / "claims" / day.name):
            for column in _TIMES if flight in gold else ():
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
    found = _CLOCK.search(text)
    if not found:
        return None
    hour, half = int(found[1]), found[3].lower()
    return ((hour % 12 + 12 * (half == "p") if half else hour) * 60 + int(found[2])) % _DAY


def _apart(one: int, other: int) -> int:
    return min((one - other) % _DAY, (other - one) % _DAY)


def _near(sure: int) -> Callable[[Value], bool]:
    return lambda value: isinstance(value, int) and _apart(value, sure) <= _WITHIN


def _same(gold: Value) -> Callable[[Value], bool]:
    return lambda value: value == gold


def _rounded(said: Mapping[str, int]) -> Slot:
    """Count times together that lie within half of ten minutes of the most frequent, and so on for the rest."""
    left, rounded = dict(said), {}
    while left:
        counted = Counter(left.values())
        most = max(counted, key=lambda value: (counted[value], -value))
        for source in [source for source, value in left.items() if _apart(value, most) <= _WITHIN // 2]:
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


def by_value(slot: Slot) -> dict[Value, list[str]]:
    """Give the sources of each value, values in an order of their own."""
    found: defaultdict[Value, list[str]] = defaultdict(list)
    for source in sorted(slot):
        found[slot[source]].append(source)
    return dict(sorted(found.items(), key=lambda item: (-len(item[1]), repr_of(item[0]))))


def repr_of(value: Value) -> str:
    """Write a value the same way on every run."""
    return repr(sorted(value)) if isinstance(value, frozenset) else repr(value)


def means_of(slots: Sequence[Slot], beliefs: Beliefs) -> dict[str, float]:
    """Give the mean belief in what each source says."""
    sums: defaultdict[str, list[float]] = defaultdict(list)
    for slot, belief in zip(slots, beliefs, strict=True):
        for source, value in slot.items():
            sums[source].append(belief[value])
    return {source: math.fsum(found) / len(found) for source, found in sums.items()}


def shares_of(scores: Mapping[Value, float]) -> dict[Value, float]:
    """Bring scores to shares of one; where all are nothing, to equal ones."""
    whole = math.fsum(scores.values())
    return {value: score / whole if whole else 1 / len(scores) for value, score in scores.items()}


def best(belief: Mapping[Value, float]) -> Value:
    """Give the value that is believed most; of equals, the first as written."""
    return min(belief, key=lambda value: (-belief[value], repr_of(value)))
