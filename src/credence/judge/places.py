"""Places: the missions of a party one by one, or its envoys and recognisers by the other side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Generic

from credence.catalog.acts import Act, by_kind
from credence.catalog.counts import Listing
from credence.judge.parts import Judged, Telling, Told, best_first, is_believed, outcome, stands_on
from credence.model.claim import members_of
from credence.model.counts import BEGUN, Located, Stands
from credence.model.finding import Finding, Of, Of_co
from credence.model.kind import Kind

_EVERY = "*"

_Said = tuple[frozenset[str], frozenset[str]]
"""Cities and details that a claim names."""


@dataclass(frozen=True, slots=True, order=True)
class _Spot:
    """Where in a host a claim says that something is: city and detail, each empty if not said."""

    city: str
    detail: str


@dataclass(frozen=True, slots=True)
class Place(Generic[Of_co]):
    """One of what is listed, whatever the day.

    Attributes:
        where: Party that hosts it, or does it; None where nobody is named.
        city: City; None where none is named.
        said: Posts or ranks it is told under, sorted.
        own: What says that it stands; empty where it was only ever said to have ended.
        ending: What says that it ended.
    """

    where: str | None
    city: str | None
    said: tuple[str, ...]
    own: tuple[Of_co, ...]
    ending: tuple[Of_co, ...]

    def stands(self, day: date, kinds: Mapping[str, Kind]) -> Stands:
        """Tell whether it stands on a day; what was only said to have ended may have stood until then."""
        if self.own:
            return outcome(self.own, self.ending, day, kinds)
        over = any(stands_on(each, day) in BEGUN for each in self.ending)
        return "ended" if over else "unsettled"

    def best(self, day: date) -> tuple[Of_co, ...]:
        """Give what it rests on, what bears it out best on a day first."""
        return best_first(self.own or self.ending, day)

    def on(self: Place[Finding], day: date, kinds: Mapping[str, Kind]) -> Located:
        """Tell what it comes to on a day."""
        return Located(self.where, self.city, self.said, self.stands(day, kinds), self.best(day))


def places(
    evidence: Judged[Told, Of],
    heard: Sequence[Told],
    listing: Listing,
    party: str,
    only: frozenset[str] = frozenset(),
) -> tuple[Place[Of], ...]:
    """List what is recorded of a party's missions, envoys or recognisers.

    Two cities are two places. Where no city is named, it is the place in that host that is told of under the same
    detail, or the only one there is; where it may be either of several, it adds none. That gives the fewest places
    the words allow.

    Args:
        evidence: What is judged.
        heard: Its claims as they count.
        listing: What is listed.
        party: Whose.
        only: Only what is told of under one of these details, "" for none; empty for all.

    Returns:
        By host and city; a host that nobody names comes as None. What was only ever said to have ended is among them.
    """
    found: list[Place[Of]] = []
    closed = _by_other(heard, listing.ends, party)
    stood = _by_other(heard, listing.stands, party)
    for other in sorted({*stood, *closed}):
        chosen = [each for each in stood.get(other, ()) if _is_listed(each, listing, only)]
        affirmed = [each for each in chosen if each.claim.polarity == "affirmed"]
        # What names neither city nor post, denials and closings above all, bears on every place of the host.
        over = _by_said([*closed.get(other, ()), *(e for e in chosen if e.claim.polarity != "affirmed")], listing)
        parts = _by_spot(affirmed, listing)
        found += [_place(evidence, listing, other, spot.city, parts[spot], over) for spot in sorted(parts)]
        if not parts:
            ending = [each for each in closed.get(other, ()) if _is_listed(each, listing, only)]
            found += _gone(evidence, listing, other, ending)
    return tuple(found)


def _place(  # noqa: PLR0913 - a place and what is said of it
    evidence: Judged[Told, Of],
    listing: Listing,
    other: str,
    city: str,
    part: list[Told],
    over: Mapping[_Said, list[Told]],
) -> Place[Of]:
    """Judge what is said of one place."""
    cities, said = (_values(part, role) for role in ("city", listing.detail))
    mine = frozenset(cities), frozenset(said) - listing.general
    bearing = [each for theirs, some in over.items() if all(map(_agree, mine, theirs)) for each in some]
    stands, ends = {act.kind for act in listing.stands}, {act.kind for act in listing.ends}
    findings = evidence.judged([*part, *bearing])
    # A handover to one party and from another is of one kind: what was said for the place is what stands.
    about = {evidence.about(each) for each in part}
    own = tuple(f for f in findings if f.proposition.kind in stands and f.proposition in about)
    ending = tuple(f for f in findings if f.proposition.kind in ends and f not in own)
    return Place(_named(other), city or None, said, own, ending)


def _gone(evidence: Judged[Told, Of], listing: Listing, other: str, ending: list[Told]) -> Iterator[Place[Of]]:
    """Give what nobody told of before it was said to have ended."""
    findings = tuple(each for each in evidence.judged(ending) if is_believed(each))
    if findings:
        cities, said = (_values(ending, role) for role in ("city", listing.detail))
        yield Place(_named(other), ", ".join(cities) or None, said, (), findings)


def _values(heard: Iterable[Telling], role: str) -> tuple[str, ...]:
    return tuple(sorted({value for each in heard for value in members_of(each.claim.role(role))}))


def _named(other: str) -> str | None:
    return None if other in ("", _EVERY) else other


def _by_other(heard: Iterable[Told], acts: Sequence[Act], party: str) -> dict[str, list[Told]]:
    """Gather the claims of some acts of a party by the other side."""
    found: defaultdict[str, list[Told]] = defaultdict(list)
    asked = by_kind(acts)
    for each in heard:
        for act in asked.get(each.claim.kind, ()):
            for other in act.others(each.claim, party):
                found[other].append(each)
    return found


def _is_listed(heard: Telling, listing: Listing, only: frozenset[str]) -> bool:
    said = set(members_of(heard.claim.role(listing.detail))) or {""}
    if said & listing.never:
        return False
    unsaid = said == {""} and heard.claim.polarity == "denied"  # a denial of all bears on each sort
    return not only or bool(said & only) or unsaid


def _by_spot(affirmed: list[Told], listing: Listing) -> dict[_Spot, list[Told]]:
    """Part the claims about one host by place."""
    pairs = [(each, spot) for each in affirmed for spot in _spots(each, listing)]
    found: defaultdict[_Spot, list[Told]] = defaultdict(list)
    details: defaultdict[_Spot, set[str]] = defaultdict(set)
    # First what names a city, then what names a post at least, last what may be any of them.
    for each, spot in sorted(pairs, key=lambda pair: (pair[1].city == "", pair[1].detail == "")):
        own = _Spot(spot.city, "" if spot.city else spot.detail)
        may_be = (other for other in found if _may_be(spot.detail, details[other]))
        fitting = [own] if spot.city else list(islice(may_be, 2))
        if len(fitting) <= 1:
            place = fitting[0] if fitting else own
            found[place].append(each)
            details[place].add(spot.detail)
    return found


def _may_be(detail: str, others: set[str]) -> bool:
    return not detail or "" in others or detail in others


def _spots(heard: Telling, listing: Listing) -> Iterator[_Spot]:
    """Give each place a claim names; details that tell nothing apart count as not said."""
    said = next(iter(members_of(heard.claim.role(listing.detail))), "")
    for city in members_of(heard.claim.role("city")) or ("",):
        yield _Spot(city, "" if said in listing.general else said)


def _by_said(over: Iterable[Told], listing: Listing) -> dict[_Said, list[Told]]:
    """Part claims by what they say of city and detail, if anything; details that tell nothing apart count as not said.

    Many say the same, and each place is asked whether it may be meant.
    """
    found: defaultdict[_Said, list[Told]] = defaultdict(list)
    for each in over:
        cities, details = (frozenset(members_of(each.claim.role(role))) for role in ("city", listing.detail))
        found[cities, details - listing.general].append(each)
    return dict(found)


def _agree(one: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether what is said of a role in two places, if anything, is the same thing."""
    return not one or not other or not one.isdisjoint(other)
