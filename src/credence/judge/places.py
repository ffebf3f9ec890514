"""Places: the missions of a party one by one, or its envoys and recognisers by the other side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from credence.catalog.acts import Act, values
from credence.catalog.counts import Listing
from credence.judge.parts import Evidence, Heard, best_first, is_believed, outcome, stands_on
from credence.model.counts import Located, Stands

_EVERY = "*"


@dataclass(frozen=True, slots=True, order=True)
class _Spot:
    """Where in a host a claim says that something is: city and detail, each empty if not said."""

    city: str
    detail: str


def located(  # noqa: PLR0913 - what is listed, of whom, and from what
    evidence: Evidence,
    heard: Sequence[Heard],
    listing: Listing,
    party: str,
    day: date,
    only: frozenset[str] = frozenset(),
    *,
    gone: bool = False,
) -> tuple[Located, ...]:
    """List what is recorded of a party's missions, envoys or recognisers, and whether each stands on a day.

    Two cities are two places. Where no city is named, it is the place in that host that is told of under the same
    detail, or the only one there is; where it may be either of several, it adds none. That gives the fewest places
    the words allow.

    Args:
        evidence: What is judged.
        heard: Its claims as they count.
        listing: What is listed.
        party: Whose.
        day: The day.
        only: Only what is told of under one of these details, "" for none; empty for all.
        gone: Whether to list, too, what nobody told of before it was said to have ended.

    Returns:
        By host and city; a host that nobody names comes as None.
    """
    found: list[Located] = []
    closed = _by_other(heard, listing.ends, party)
    stood = _by_other(heard, listing.stands, party)
    for other in sorted({*stood, *closed}):
        chosen = [each for each in stood.get(other, ()) if _is_listed(each, listing, only)]
        ending = [each for each in closed.get(other, ()) if _is_listed(each, listing, only)]
        affirmed = [each for each in chosen if each.claim.polarity == "affirmed"]
        # What names neither city nor post, denials and closings above all, bears on every place of the host.
        over = [*closed.get(other, ()), *(each for each in chosen if each not in affirmed)]
        parts = _by_spot(affirmed, listing)
        places = [_one(evidence, listing, other, spot.city, parts[spot], over, day) for spot in sorted(parts)]
        found += places or (list(_gone(evidence, listing, other, ending, day)) if gone else [])
    return tuple(found)


def _gone(evidence: Evidence, listing: Listing, other: str, ending: list[Heard], day: date) -> Iterator[Located]:
    """Give what nobody told of before it was said to have ended: until then it may have stood."""
    findings = [each for each in evidence.judged(ending) if is_believed(each)]
    over = any(stands_on(each, day) in ("certain", "open") for each in findings)
    if findings:
        cities, said = (_values(ending, role) for role in ("city", listing.detail))
        stands: Stands = "ended" if over else "unsettled"
        yield Located(_named(other), ", ".join(cities) or None, said, stands, best_first(findings, day))


def _values(heard: Iterable[Heard], role: str) -> tuple[str, ...]:
    return tuple(sorted({value for each in heard for value in values(each.claim.role(role))}))


def _named(other: str) -> str | None:
    return None if other in ("", _EVERY) else other


def _one(  # noqa: PLR0913 - a place and what is said of it
    evidence: Evidence, listing: Listing, other: str, city: str, part: list[Heard], over: list[Heard], day: date
) -> Located:
    """Judge what is said of one place."""
    cities, said = (set(_values(part, role)) for role in ("city", listing.detail))
    bearing = [e for e in over if _agrees(e, "city", cities) and _agrees(e, listing.detail, said, listing.general)]
    stands, ends = {act.kind for act in listing.stands}, {act.kind for act in listing.ends}
    findings = evidence.judged([*part, *bearing])
    # A handover to one party and from another is of one kind: what was said for the place is what stands.
    mine = {each.traced.claim.id for each in part}
    own = [f for f in findings if f.proposition.kind in stands and any(t.claim.id in mine for t in f.claims)]
    ending = [f for f in findings if f.proposition.kind in ends and f not in own]
    return Located(
        where=_named(other),
        city=city or None,
        said=tuple(sorted(said)),
        stands=outcome(own, ending, day, evidence.kinds),
        findings=best_first(own, day),
    )


def _by_other(heard: Iterable[Heard], acts: Sequence[Act], party: str) -> dict[str, list[Heard]]:
    """Gather the claims of some acts of a party by the other side."""
    found: defaultdict[str, list[Heard]] = defaultdict(list)
    for each in heard:
        for act in acts:
            for other in act.others(each.claim, party):
                found[other].append(each)
    return found


def _is_listed(heard: Heard, listing: Listing, only: frozenset[str]) -> bool:
    said = set(values(heard.claim.role(listing.detail))) or {""}
    if said & listing.never:
        return False
    unsaid = said == {""} and heard.claim.polarity == "denied"  # a denial of all bears on each sort
    return not only or bool(said & only) or unsaid


def _by_spot(affirmed: list[Heard], listing: Listing) -> dict[_Spot, list[Heard]]:
    """Part the claims about one host by place."""
    pairs = [(each, spot) for each in affirmed for spot in _spots(each, listing)]
    found: defaultdict[_Spot, list[Heard]] = defaultdict(list)
    details: defaultdict[_Spot, set[str]] = defaultdict(set)
    # First what names a city, then what names a post at least, last what may be any of them.
    for each, spot in sorted(pairs, key=lambda pair: (pair[1].city == "", pair[1].detail == "")):
        own = _Spot(spot.city, "" if spot.city else spot.detail)
        fitting = [own] if spot.city else [other for other in found if _may_be(spot.detail, details[other])]
        if len(fitting) <= 1:
            place = fitting[0] if fitting else own
            found[place].append(each)
            details[place].add(spot.detail)
    return found


def _may_be(detail: str, others: set[str]) -> bool:
    return not detail or "" in others or detail in others


def _spots(heard: Heard, listing: Listing) -> Iterator[_Spot]:
    """Give each place a claim names; details that tell nothing apart count as not said."""
    said = next(iter(values(heard.claim.role(listing.detail))), "")
    for city in values(heard.claim.role("city")) or ("",):
        yield _Spot(city, "" if said in listing.general else said)


def _agrees(heard: Heard, role: str, said: set[str], general: frozenset[str] = frozenset()) -> bool:
    """Tell whether what a claim says of a role, if anything, is what the place says, if anything."""
    own, other = set(values(heard.claim.role(role))) - general, said - general
    return not own or not other or bool(own & other)
