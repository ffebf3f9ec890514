"""Parts of findings: what a question must tell apart and a proposition does not.

A finding gathers all missions of a party in one host, and all envoys whatever their rank. Whoever lists missions, or
asks for an ambassador, needs them one by one: the claims are parted, and each part is judged on its own by the same
rules. A part has the id of its finding, which explains it together with the others.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol, TypeVar

from credence.catalog.weights import Weights
from credence.judge import compare
from credence.judge.compare import About, about_of, grouped
from credence.judge.intervals import holds_on, period
from credence.judge.rulings import NOTHING_DECIDED, Rulings
from credence.judge.settle import WeighedCase, judge, settled, weighed
from credence.judge.telling import Dates, told_on
from credence.model.claim import Claim, Spoken
from credence.model.counts import BEGUN, Stands
from credence.model.finding import Finding, Of, Of_co, Proposition, Stood
from credence.model.kind import Kind
from credence.model.origin import Place, TracedClaim
from credence.model.party import Spells
from credence.model.period import Period

_EVEN = 0.5
APART: tuple[Stands, ...] = ("ended", "later", "planned", "denied")
"""What does not stand on a day."""

BEST_FIRST: tuple[Stands, ...] = (*BEGUN, "unsettled", *APART)
"""All there is, the best first."""


class Telling(Protocol):
    """What a claim says as it counts, and when it was so; all as in ``Heard``."""

    @property
    def claim(self) -> Spoken:
        """What it says."""
        ...

    @property
    def told(self) -> str | None:
        """When it was so, or was told, as EDTF; None if neither is known."""
        ...


Told = TypeVar("Told", bound=Telling)


class Judged(Protocol[Told, Of_co]):
    """What can be judged in parts, as ``Evidence`` can: whatever is kept of claims, and of what they come to."""

    @property
    def kinds(self) -> Mapping[str, Kind]:
        """Kinds by id."""
        ...

    def heard(self) -> tuple[Told, ...]:
        """Give the claims as they count, but for those that somebody rejected, in an order that is always the same."""
        ...

    def about(self, told: Told) -> Proposition:
        """Say what a claim speaks of."""
        ...

    def judged(self, part: Iterable[Told]) -> tuple[Of_co, ...]:
        """Judge some claims as if there were no others; sorted by id."""
        ...


@dataclass(frozen=True, slots=True)
class Heard:
    """A claim as it counts, beside the one that was recorded.

    Attributes:
        claim: As people corrected it.
        traced: As recorded, with its origin.
        told: When it says that it was so, or else when its words count as told, as EDTF; None if neither is known.
    """

    claim: Claim
    traced: TracedClaim
    told: str | None


@dataclass(frozen=True, slots=True)
class Evidence:
    """What can be judged as a whole or in parts.

    Attributes:
        traced: The claims; whatever is asked for must be among them whole.
        kinds: Kinds by id.
        weights: How far each class of voice may be relied on.
        published: Document id to date of publication, as EDTF.
        decided: What people decided.
        spells: Spells of authorities that ruled more than once.
        recorded: Document id to its place in the order of recording.
    """

    traced: tuple[TracedClaim, ...]
    kinds: Mapping[str, Kind]
    weights: Weights
    published: Mapping[str, str | None]
    decided: Rulings = NOTHING_DECIDED
    spells: Spells = field(default_factory=dict)
    recorded: Mapping[str, Place] = field(default_factory=dict)
    _parts: dict[tuple[str, ...], tuple[Finding, ...]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    _before: dict[tuple[str, ...], tuple[Finding, ...]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    _weighed: dict[tuple[str, ...], WeighedCase] = field(default_factory=dict, init=False, repr=False, compare=False)
    _weighed_before: dict[tuple[str, ...], WeighedCase] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    _about: dict[Claim, tuple[Claim, Proposition]] = field(default_factory=dict, init=False, repr=False, compare=False)
    _all: list[tuple[Heard, ...]] = field(default_factory=list, init=False, repr=False, compare=False)

    def heard(self) -> tuple[Heard, ...]:
        """Give the claims as they count, by id; those that somebody rejected as misread are left out."""
        if not self._all:
            self._all.append(self._told())
        return self._all[0]

    def _told(self) -> tuple[Heard, ...]:
        kept = (each for each in self.traced if self.decided.word(each.claim.id) != "reject")
        days = told_on(self.traced, Dates(self.published, self.recorded))
        counted = (self._heard(each, days[each.origin.doc]) for each in kept)
        return tuple(sorted(counted, key=lambda each: each.traced.claim.id))

    def after(self, earlier: Evidence) -> Evidence:
        """Take over what was judged in parts before, as far as all that it rests on is as it was.

        Args:
            earlier: The same at an earlier or later moment.
        """
        if earlier.decided == self.decided:
            stood = {each.claim.id: each for each in earlier.traced}
            same = {
                each.claim.id
                for each in self.traced
                if stood.get(each.claim.id) == each and self._dates(each) == earlier._dates(each)
            }
            # Copied at once: others may be judging parts of it meanwhile.
            parts, cases = earlier._parts.copy(), earlier._weighed.copy()
            self._before.update((key, found) for key, found in parts.items() if same.issuperset(key))
            self._weighed_before.update((key, found) for key, found in cases.items() if same.issuperset(key))
        return self

    def _dates(self, of: TracedClaim) -> list[tuple[str | None, Place | None]]:
        """Give what a claim takes its dates from beside its own words."""
        return [(self.published.get(doc), self.recorded.get(doc)) for doc in (of.claim.doc, of.origin.doc)]

    def findings(self) -> tuple[Finding, ...]:
        """Judge all claims."""
        return judge(
            self.traced,
            self.kinds,
            self.weights,
            published=self.published,
            recorded=self.recorded,
            decided=self.decided,
            spells=self.spells,
        )

    def judged(self, part: Iterable[Heard]) -> tuple[Finding, ...]:
        """Judge some claims as if there were no others; for the same claims again, once: no day changes it."""
        traced = tuple(each.traced for each in part)
        key = tuple(each.claim.id for each in traced)
        if (found := self._parts.get(key)) is None:
            found = self._parts[key] = self._before.get(key) or self._judged(traced)
        return found

    def _judged(self, traced: Iterable[TracedClaim]) -> tuple[Finding, ...]:
        groups = grouped(traced, self._about_once()).items()
        return settled((self._weighed_once(*group) for group in groups), self.kinds)

    def about(self, told: Heard) -> Proposition:
        """Say what a claim speaks of."""
        return self._about_once()(told.traced.claim)[1]

    def _about_once(self) -> About:
        """Tell of claims what they speak of, of each once."""
        about = about_of(self.kinds, self.decided, self.spells)

        def about_once(claim: Claim) -> tuple[Claim, Proposition]:
            if (found := self._about.get(claim)) is None:
                found = self._about[claim] = about(claim)
            return found

        return about_once

    def _weighed_once(self, about: Proposition, every: Sequence[compare.Told]) -> WeighedCase:
        """Weigh the claims of a part about one thing; those that end many of a party's places come with each."""
        key = tuple([each.claim.id for each, _ in every])
        if (found := self._weighed.get(key)) is None:
            found = self._weighed_before.get(key) or self._weigh(about, every)
            self._weighed[key] = found
        return found

    def _weigh(self, about: Proposition, every: Sequence[compare.Told]) -> WeighedCase:
        dates = Dates(self.published, self.recorded)
        return weighed(about, every, self.kinds, self.weights, dates, self.decided)

    def _heard(self, traced: TracedClaim, told: Period | None) -> Heard:
        claim = self.decided.counted(traced.claim)
        return Heard(claim, traced, claim.when or (told.text if told else None))


def is_believed(finding: Stood) -> bool:
    """Tell whether something done is more credible than not; as elsewhere, what is not begins and ends nothing."""
    return finding.proposition.mood == "actual" and finding.status != "refuted" and finding.credence > _EVEN


def stands_on(finding: Stood, day: date) -> Stands:
    """Tell whether what a finding says stands on a day.

    "certain" and "open" had begun by the day beyond doubt; an open one has no end that is recorded, which does not make
    it current. Whatever is told of only later, without a date, is "unsettled".
    """
    if finding.proposition.mood != "actual":
        return "planned"
    if not is_believed(finding):
        return "denied"
    begins = period(finding.begins)
    holds = holds_on(finding, day.isoformat())
    if holds == "no":
        return "later" if begins and begins.earliest and day < begins.earliest else "ended"
    if holds == "yes":
        return "certain"
    return "open" if begins and begins.latest and begins.latest <= day else "unsettled"


def outcome(findings: Iterable[Stood], ends: Iterable[Stood], day: date, kinds: Mapping[str, Kind]) -> Stands:
    """Tell what several findings about one thing come to: the best of them counts."""
    over = tuple(ends)
    found = {_ended(each, over, day, kinds) for each in findings}
    return next(stands for stands in BEST_FIRST if stands in found)


def best_first(findings: Iterable[Of], day: date) -> tuple[Of, ...]:
    """Sort findings by how well they bear out that something stands on a day."""
    return tuple(sorted(findings, key=lambda each: (BEST_FIRST.index(stands_on(each, day)), -each.credence, each.id)))


def _ended(finding: Stood, over: Iterable[Stood], day: date, kinds: Mapping[str, Kind]) -> Stands:
    """Tell what a finding comes to, given what else may have ended it beside what its kinds say."""
    stands = stands_on(finding, day)
    if stands in BEGUN and any(_ends(each, finding, day, kinds) for each in over):
        return "ended"
    return stands


def _ends(ending: Stood, finding: Stood, day: date, kinds: Mapping[str, Kind]) -> bool:
    """Tell whether one finding ends another by a day; where the kinds say so themselves, its interval has it already.

    What was over before the last sign of the other ended an earlier spell only.
    """
    if finding.proposition.kind in kinds[ending.proposition.kind].terminates:
        return False
    if stands_on(ending, day) not in BEGUN:
        return False
    at, begun = period(ending.begins), period(finding.begins)
    return at is not None and begun is not None and (begun.latest or date.max) <= (at.latest or date.max)
