"""What came to stand of parts of findings, judged from testimony: who needs no words need not load a single claim."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b

from credence.catalog.weights import Weights
from credence.judge.rulings import NOTHING_DECIDED, Rulings
from credence.judge.settle import WeighedCase, dated, testified
from credence.judge.telling import Dates, told_of_copies
from credence.model.claim import RoleValue
from credence.model.finding import Part, Proposition
from credence.model.kind import Kind
from credence.model.sighting import Polarity
from credence.model.testimony import Testimony

Parts = dict[bytes, tuple[Part, ...]]
"""What parts came to, by a digest of all that each rests on."""


@dataclass(frozen=True, slots=True)
class Before:
    """What was judged before.

    Attributes:
        decided: What people had decided.
        parts: What parts came to.
    """

    decided: Rulings
    parts: Parts


Said = Mapping[Proposition, Sequence[tuple[str, Testimony]]]
"""What was said about each thing: ids of claims, with what each contributes."""


@dataclass(frozen=True, slots=True)
class Saying:
    """What a claim says; all that says the same shares one.

    Attributes:
        kind: ``family.act``.
        roles: Role and value, sorted by role.
        polarity: Whether it affirms or denies.
        step: Step of accreditation.
    """

    kind: str
    roles: tuple[tuple[str, RoleValue], ...]
    polarity: Polarity
    step: str | None

    def role(self, name: str) -> RoleValue | None:
        """Give the value of a role, or None where it is not stated."""
        return dict(self.roles).get(name)


@dataclass(frozen=True, slots=True)
class Vouched:
    """A claim as it counts, as far as its testimony tells.

    Attributes:
        claim: What it says.
        told: When it says that it was so, or else when its words count as told, as EDTF; None if neither is known.
        about: What it speaks of.
        id: The claim's id.
        testimony: What it contributes.
    """

    claim: Saying
    told: str | None
    about: Proposition
    id: str
    testimony: Testimony


@dataclass(frozen=True, slots=True)
class Hearing:
    """What can be judged in parts from testimony, as ``Evidence`` is from claims: the same comes to stand.

    Attributes:
        said: What was said; whatever is asked for must be among it whole.
        kinds: Kinds by id.
        weights: How far each class of voice may be relied on.
        dates: Of the documents of texts of which there are copies.
        decided: What people decided.
        earlier: What was judged of the same at another moment.
    """

    said: Said
    kinds: Mapping[str, Kind]
    weights: Weights
    dates: Dates
    decided: Rulings = NOTHING_DECIDED
    earlier: Before | None = None
    _parts: Parts = field(default_factory=dict, init=False, repr=False, compare=False)
    _weighed: dict[tuple[int, ...], WeighedCase] = field(default_factory=dict, init=False, repr=False, compare=False)
    _all: list[tuple[Vouched, ...]] = field(default_factory=list, init=False, repr=False, compare=False)

    def heard(self) -> tuple[Vouched, ...]:
        """Give the claims as they count, by id; those that somebody rejected as misread are left out."""
        if not self._all:
            self._all.append(tuple(sorted(self._vouched(), key=lambda each: each.id)))
        return self._all[0]

    def about(self, told: Vouched) -> Proposition:
        """Say what a claim speaks of."""
        return told.about

    def judged(self, part: Iterable[Vouched]) -> tuple[Part, ...]:
        """Judge some claims as if there were no others; sorted by id."""
        by_id = {each.id: each for each in part}
        key = _key(by_id.values())
        if (found := self._parts.get(key)) is None:
            found = self._parts[key] = self._before().get(key) or self._judged(by_id.values())
        return found

    def so_far(self) -> Before:
        """Give what was judged, for whoever asks for the same at another moment."""
        return Before(self.decided, self._parts)

    def _before(self) -> Parts:
        return self.earlier.parts if self.earlier and self.earlier.decided == self.decided else {}

    def _judged(self, part: Iterable[Vouched]) -> tuple[Part, ...]:
        heard: defaultdict[Proposition, list[Vouched]] = defaultdict(list)
        for each in part:
            heard[each.about].append(each)
        cases = (self._weighed_once(*each) for each in heard.items())
        return tuple(
            Part.of(each.came_to(at), each.case.bounds, (one.id for one in heard[each.case.proposition]))
            for each, at in dated(cases, self.kinds)
        )

    def _weighed_once(self, about: Proposition, every: Sequence[Vouched]) -> WeighedCase:
        """Weigh what a part says about one thing; what ends many of a party's places comes with each."""
        key = tuple(map(id, every))  # each is heard once, and lives as long as this
        if (found := self._weighed.get(key)) is None:
            said = [each.testimony for each in every]
            found = testified(about, said, self.kinds, self.weights, dates=self.dates, decided=self.decided)
            self._weighed[key] = found
        return found

    def _vouched(self) -> Iterator[Vouched]:
        every = (testimony for said in self.said.values() for _, testimony in said)
        days = {text: day.text if day else None for text, day in told_of_copies(every, self.dates).items()}
        for about, said in self.said.items():
            alike: dict[tuple[object, ...], Saying] = {}
            for id_, each in said:
                if each.rejected:
                    continue
                sort = each.details, each.polarity
                if (claim := alike.get(sort)) is None:
                    roles = tuple(sorted((*about.roles, *each.details)))
                    claim = alike[sort] = Saying(about.kind, roles, each.polarity, about.step)
                yield Vouched(claim, each.when or days.get(each.text, each.published), about, id_, each)


def _key(part: Iterable[Vouched]) -> bytes:
    """Give a digest of claims: of all that may be shown of each, its id included, and when it counts as told."""
    rested_on = sorted((each.testimony.digest, each.told or "") for each in part)
    return blake2b(repr(rested_on).encode("utf-8", "surrogatepass"), digest_size=16).digest()
