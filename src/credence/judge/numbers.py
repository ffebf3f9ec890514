"""A number that an article claims, beside those that others claim and beside what can be located."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from credence.catalog.check import CheckBook
from credence.catalog.counts import CountBook, Unit
from credence.judge.bearing import Asked
from credence.judge.counts import counts
from credence.judge.parts import Evidence
from credence.judge.telling import parsed
from credence.judge.verdicts import Outcome
from credence.model.check import Article, Bearing, Beside
from credence.model.counts import Counted
from credence.model.finding import End

_WORLD = "world"


@dataclass(frozen=True, slots=True)
class Compared:
    """A number with what it is compared with.

    Attributes:
        outcome: What it comes to.
        own: The number beside what can be located.
        others: What is claimed in its unit and scope, near enough in time; of each speaker the last.
    """

    outcome: Outcome
    own: Counted
    others: tuple[Counted, ...]


@dataclass(frozen=True, slots=True)
class Numbers:
    """What the numbers of an article are compared with, and how.

    Attributes:
        article: The article.
        evidence: What the ledger holds, without the article's own claims.
        day: The day for which the ledger is asked.
        book: Within how long numbers are compared, and how far off one may be that is called approximate.
        counts: Units of numbers.
    """

    article: Article
    evidence: Evidence
    day: date
    book: CheckBook
    counts: CountBook

    def compared(self, asked: Asked) -> Compared | None:
        """Compare a number; None for a claim that gives none for the day, or not as one that is so."""
        unit = self.counts.unit_of(asked.claim)
        if unit is None or (asked.claim.polarity, asked.claim.mood) != ("affirmed", "actual"):
            return None
        own = next((each for each in self._claimed(unit, asked, self._with(asked)) if _is_own(each, asked)), None)
        if own is None:
            return None
        near = [each for each in self._claimed(unit, asked, self.evidence) if self._is_near(each, own, asked)]
        others = tuple(_last_of_each(near))
        return Compared(self._outcome(own, others), own, others)

    def _with(self, asked: Asked) -> Evidence:
        """Give the evidence with the claim among it."""
        published = {**self.evidence.published, asked.claim.doc: self.article.published}
        return replace(self.evidence, traced=(*self.evidence.traced, asked.traced), published=published)

    def _claimed(self, unit: Unit, asked: Asked, evidence: Evidence) -> tuple[Counted, ...]:
        """Give the numbers claimed in a unit of the claim's party."""
        found = counts(evidence, str(asked.claim.role(unit.party)), self.day, self.counts)
        return next((each.claimed for each in found if each.unit == unit.id), ())

    def _is_near(self, other: Counted, own: Counted, asked: Asked) -> bool:
        """Tell whether a number is claimed as one that is so, in the same scope and near enough in time."""
        so = (other.polarity, other.mood) == ("affirmed", "actual") and (other.least, other.most) != (None, None)
        return so and (other.scope or _WORLD) == (own.scope or _WORLD) and self._is_of_the_time(other, asked)

    def _is_of_the_time(self, other: Counted, asked: Asked) -> bool:
        told = (asked.told.latest if asked.told else None) or self.day
        days = [latest for each in other.days if (latest := parsed(each).latest)]
        return any(abs(each - told) <= self.book.number for each in days)

    def _outcome(self, own: Counted, others: Sequence[Counted]) -> Outcome:
        """Compare what is claimed; that more can be located than are claimed speaks against a number, fewer do not."""
        agreeing = [each for each in others if self._fit(own, each)]
        differing = [each for each in others if each not in agreeing]
        too_few = own.missing[1] is not None and own.missing[1] < 0
        if differing or too_few:
            return Outcome("count differs", _beside("counted", differing), _beside("says so", agreeing))
        return Outcome("agrees" if agreeing else "new", _beside("says so", agreeing))

    def _fit(self, one: Counted, other: Counted) -> bool:
        """Tell whether two claims can be of one number."""
        (low, high), (least, most) = self._reach(one), self._reach(other)
        return (high is None or least is None or least <= high) and (most is None or low is None or low <= most)

    def _reach(self, number: Counted) -> tuple[float | None, float | None]:
        """Give between which numbers one lies."""
        slack = self.book.about if number.value.startswith("~") else 0
        least, most = number.least, number.most
        return (None if least is None else least * (1 - slack), None if most is None else most * (1 + slack))


def _is_own(number: Counted, asked: Asked) -> bool:
    """Tell whether a number is the one that a claim gives, by the claim's speaker."""
    claims = {each.claim.id for each in number.finding.claims}
    return asked.claim.id in claims and asked.traced.origin.name in number.names


def _last_of_each(numbers: Iterable[Counted]) -> Iterator[Counted]:
    """Give the last number of each speaker: whoever counts anew takes the old one back."""
    by_speaker: defaultdict[Hashable, list[Counted]] = defaultdict(list)
    for each in numbers:
        by_speaker[each.party if each.interested else each.names].append(each)
    for group in by_speaker.values():
        last = max(each.days[-1] for each in group)
        yield from (each for each in group if each.days[-1] == last)


def _beside(bearing: Bearing, numbers: Iterable[Counted]) -> tuple[Beside, ...]:
    """Set the findings about some numbers beside the claim, each once, with when the number was given last."""
    given: dict[str, Beside] = {}
    for each in numbers:
        given.setdefault(each.finding.id, Beside(bearing, each.finding, End("known", each.days[-1])))
    return tuple(given.values())
