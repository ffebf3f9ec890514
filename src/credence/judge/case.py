"""Cases: what was said about one thing, with its dates read, split by side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from credence.catalog.interests import Interest
from credence.judge.compare import Told
from credence.judge.rulings import Rulings
from credence.judge.telling import Dates, parsed, told_of_copies
from credence.judge.testimony import testimony_of
from credence.model.claim import members_of
from credence.model.finding import Proposition
from credence.model.kind import Kind
from credence.model.origin import TracedClaim, roots
from credence.model.period import Period
from credence.model.testimony import Testimony


@dataclass(frozen=True, slots=True, eq=False)  # each is but itself: nothing else is compared
class Said:
    """What one claim says, with its dates read.

    Attributes:
        testimony: What it contributes.
        when: When it happened or holds, as the claim states it; None if it does not.
        published: By when its words were out; None if not known.
        told: When they count as told, whatever dates copies have; None if not known.
        traced: The claim as recorded, and its origin; None where that is not needed.
    """

    testimony: Testimony
    when: Period | None
    published: Period | None
    told: Period | None
    traced: TracedClaim | None = None

    @property
    def name(self) -> str:
        """What its origin is called, for reading."""
        return self.traced.origin.name if self.traced else ""

    @property
    def speaks_of(self) -> Period | None:
        """The time it speaks of: what it states, else the day it was told, else None."""
        return self.when or self.told


@dataclass(frozen=True, slots=True)
class Case:
    """Everything that was said about one proposition.

    Attributes:
        proposition: What it is about.
        kind: Its kind.
        affirmed: Claims that it is so, sorted by claim id where these are at hand, as all others are.
        denied: Claims that it is not so and that bear on it.
        set_aside: Claims that it was not so before it is affirmed to have begun: no contradiction.
        left_out: Claims that somebody rejected as misread.
        superseded: Claims whose own voice said the contrary later, sorted within each side.
        turned: Who spoke on both sides, by what they are called, with what they did; sorted.
    """

    proposition: Proposition
    kind: Kind
    affirmed: tuple[Said, ...]
    denied: tuple[Said, ...]
    set_aside: tuple[Said, ...]
    left_out: tuple[Said, ...] = ()
    superseded: tuple[Said, ...] = ()
    turned: tuple[tuple[str, str], ...] = ()

    @property
    def ground(self) -> tuple[Said, ...]:
        """Claims that dates and details are taken from: those that affirm or, if there are none, those that deny."""
        return self.affirmed or self.denied

    @property
    def every(self) -> tuple[Said, ...]:
        """All claims, those that do not count included."""
        return (*self.affirmed, *self.denied, *self.set_aside, *self.superseded, *self.left_out)

    @property
    def documents(self) -> int:
        """How many documents carry it, either way."""
        return len({each.testimony.doc for each in self.every})

    @property
    def origins(self) -> int:
        """How many distinct origins count, for and against."""
        return self.bounds[1]

    @property
    def bounds(self) -> tuple[int, int]:
        """Between which numbers the number of independent roots lies (see ``bounds`` of origins)."""
        known: dict[str, bool] = {}
        for each in (*self.affirmed, *self.denied):
            said = each.testimony
            known[said.origin] = said.known and known.get(said.origin, True)
        return roots(known)

    @property
    def details(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Roles beside the deciding ones, with every value claimed, both sorted."""
        values: defaultdict[str, set[str]] = defaultdict(set)
        for roles in {said.testimony.details for said in self.ground}:
            for name, value in roles:
                values[name].update(members_of(value))
        return tuple((name, tuple(sorted(values[name]))) for name in sorted(values))


def said_by(
    every: Sequence[Told], kind: Kind, dates: Dates, decided: Rulings, interests: Mapping[str, Interest]
) -> list[Said]:
    """Read what traced claims say about one thing.

    Args:
        every: All claims about it, each as it was recorded and as it counts.
        kind: Its kind.
        dates: Of their documents.
        decided: What people decided.
        interests: Kind → whom its claims serve and harm.

    Raises:
        BadPeriod: A date is not EDTF.
    """
    found = [testimony_of(*each, kind, dates, decided, interests) for each in every]
    return said_in(found, dates, [each for each, _ in every])


def said_in(every: Sequence[Testimony], dates: Dates, traced: Iterable[TracedClaim] = ()) -> list[Said]:
    """Read the dates of what was said about one thing.

    Args:
        every: All that was said about it.
        dates: Of the documents of texts of which there are copies.
        traced: The claims, in the same order; none where they are not needed.

    Raises:
        BadPeriod: A date is not EDTF.
    """
    told, claims = told_of_copies(every, dates), iter(traced)
    found = []
    for each in every:
        when, published = (parsed(day) if day else None for day in (each.when, each.published))
        found.append(Said(each, when, published, told.get(each.text, published), next(claims, None)))
    return found


def case_of(proposition: Proposition, said: Sequence[Said], kind: Kind) -> Case:
    """Split what was said about one proposition by side, and set aside denials of an earlier time.

    "Not in 2020" leaves "in 2024" untouched. Only stated dates set a denial aside, and only for what is done: the
    dates of a plan are those it is planned for.

    Args:
        proposition: What the claims are about.
        said: All that they say about it.
        kind: Its kind.
    """
    counted = [each for each in said if not each.testimony.rejected]
    affirmed = tuple(each for each in counted if each.testimony.polarity == "affirmed")
    denied = [each for each in counted if each.testimony.polarity == "denied"]
    starts = [each.when for each in affirmed if each.when and proposition.mood == "actual"] if denied else []
    newest = max(starts, key=lambda start: start.sort_key, default=None)
    early = {each for each in denied if newest and each.speaks_of and each.speaks_of.before(newest)}
    return Case(
        proposition,
        kind,
        affirmed,
        tuple(each for each in denied if each not in early),
        tuple(each for each in denied if each in early),
        tuple(each for each in said if each.testimony.rejected),
    )
