"""Counts: each number claimed beside what can be located of what it counts, and what could explain the difference.

A number is of its day and of its unit. It is compared with a list of that very unit, never with another; what is told
in another unit is said to be so. An end that nobody recorded is not called current: what had begun by the day is
counted as located, with how many of these are certain told apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from credence.catalog.counts import CountBook, Unit
from credence.judge.intervals import holds_on, period
from credence.judge.parts import APART, BEST_FIRST, Evidence, Heard, is_believed
from credence.judge.places import Place, places
from credence.judge.speakers import speaker_of
from credence.judge.telling import parsed
from credence.model.counts import BEGUN, Cause, Counted, Explanation, Located, UnitCounts
from credence.model.finding import Finding
from credence.model.kind import Kind
from credence.model.period import Period

_WORLD = "world"


@dataclass(frozen=True, slots=True)
class _Lists:
    """What is recorded of what a unit counts.

    Attributes:
        here: What is counted in the unit.
        unsaid: What may be counted in it, as it is not said which sort it is of.
        others: What is the party's own, and run by others.
    """

    here: tuple[Located, ...] = ()
    unsaid: tuple[Located, ...] = ()
    others: tuple[Located, ...] = ()


def counts(evidence: Evidence, party: str, day: date, book: CountBook) -> tuple[UnitCounts, ...]:
    """Compare the numbers claimed of a party with what can be located.

    Args:
        evidence: All claims about the party of the kinds in the book.
        party: The party.
        day: The day on which things are to stand. Numbers of later days are left out.
        book: The units.

    Returns:
        The units in which somebody claims a number, in the order of the book.
    """
    heard = evidence.heard()
    claimed = _claimed(evidence, heard, party, day, book)
    found = []
    for unit in (each for each in book.units if each in claimed):
        lists = _lists(evidence, heard, unit, party, day)
        others = {other: numbers for other, numbers in claimed.items() if other != unit}
        numbers = [_compared(each, claimed[unit], lists, day, others) for each in claimed[unit]]
        found.append(_unit(unit, numbers, lists))
    return tuple(found)


def bounds(value: str) -> tuple[int | None, int | None]:
    """Give the smallest and largest number that may be meant: "39", "~40", "40..", "..40", "11..14"."""
    low, dots, high = value.removeprefix("~").partition("..")
    least, most = (int(part) if part.isascii() and part.isdigit() else None for part in (low, high if dots else low))
    return least, most


def _unit(unit: Unit, numbers: Sequence[Counted], lists: _Lists) -> UnitCounts:
    return UnitCounts(
        unit=unit.id,
        says=unit.says,
        can_be_located=unit.listing is not None,
        claimed=tuple(numbers),
        located=tuple(each for each in lists.here if each.stands not in APART),
        apart=tuple(each for each in lists.here if each.stands in APART),
    )


def _claimed(
    evidence: Evidence, heard: Sequence[Heard], party: str, day: date, book: CountBook
) -> dict[Unit, tuple[Counted, ...]]:
    """Gather the numbers by unit, and in it by speaker and value."""
    counting = [(each, unit) for each in heard for unit in [book.unit_of(each.claim)] if unit]
    own = [(each, unit) for each, unit in counting if each.claim.role(unit.party) == party]
    findings = {t.claim.id: f for f in evidence.judged(each for each, _ in own) for t in f.claims}
    groups: defaultdict[tuple[Unit, tuple[object, ...]], list[Heard]] = defaultdict(list)
    for each, unit in own:
        if _speaks_of(each, findings[each.traced.claim.id], day):
            claim = each.claim
            said = (claim.role("value"), claim.role("scope"), claim.polarity, claim.mood)
            groups[unit, (speaker_of(each.traced), said)].append(each)
    found: defaultdict[Unit, list[Counted]] = defaultdict(list)
    for (unit, _), group in groups.items():
        found[unit].append(_counted(group, findings[group[0].traced.claim.id]))
    return {unit: tuple(sorted(numbers, key=_order)) for unit, numbers in found.items()}


def _speaks_of(heard: Heard, finding: Finding, day: date) -> bool:
    """Tell whether a number may be of a day: what is told of a later one says nothing about it."""
    first = parsed(heard.told).earliest if heard.told else None
    return (first is None or first <= day) and holds_on(finding, day.isoformat()) != "no"


def _counted(group: Sequence[Heard], finding: Finding) -> Counted:
    origin, claim = group[0].traced.origin, group[0].claim
    value, scope = str(claim.role("value")), claim.role("scope")
    least, most = bounds(value)
    return Counted(
        value=value,
        least=least,
        most=most,
        scope=", ".join((scope,) if isinstance(scope, str) else scope) if scope else None,
        names=tuple(sorted({each.traced.origin.name for each in group})),
        party=origin.party,
        interested=origin.interested,
        polarity=claim.polarity,
        mood=claim.mood,
        days=tuple(sorted({each.told for each in group if each.told})),
        documents=len({each.claim.doc for each in group}),
        origins=len({each.traced.origin.id for each in group}),
        finding=finding,
    )


def _order(number: Counted) -> tuple[object, ...]:
    """Key by which numbers are shown: the best borne out first, then the larger ones."""
    least = number.least if number.least is not None else -1
    return -number.documents, -least, number.value, number.names, number.polarity, number.mood, number.scope or ""


def _lists(evidence: Evidence, heard: Sequence[Heard], unit: Unit, party: str, day: date) -> _Lists:
    """List what a unit counts."""
    if unit.listing is None:
        return _Lists()
    here = _by(unit, places(evidence, heard, unit.listing, party, unit.only), day, evidence.kinds)
    known = {(each.where, each.city) for each in here}
    vague = [each for each in heard if not _is_told(each, unit)] if unit.only else []
    unsaid = _by(unit, places(evidence, vague, unit.listing, party), day, evidence.kinds)
    others = _by(unit, _run_by_others(evidence, heard, unit, party), day, evidence.kinds)
    return _Lists(here, *(tuple(e for e in each if (e.where, e.city) not in known) for each in (unsaid, others)))


def _run_by_others(evidence: Evidence, heard: Sequence[Heard], unit: Unit, party: str) -> tuple[Place[Finding], ...]:
    """List what is the party's own and run by others: a state's embassy in the hands of an authority."""
    listing = unit.listing
    if listing is None or not listing.own:
        return ()
    by_others = [each for each in heard if not any(act.others(each.claim, party) for act in listing.stands)]
    stands, ends = (tuple(replace(act, party=listing.own) for act in acts) for acts in (listing.stands, listing.ends))
    return places(evidence, by_others, replace(listing, stands=stands, ends=ends), party, unit.only)


def _is_told(heard: Heard, unit: Unit) -> bool:
    """Tell whether a claim says of which sort it is, for the list of a unit."""
    assert unit.listing is not None  # noqa: S101 - only such units are asked
    said = heard.claim.role(unit.listing.detail)
    return said is not None and said not in unit.listing.general


def _by(unit: Unit, listed: Iterable[Place[Finding]], day: date, kinds: Mapping[str, Kind]) -> tuple[Located, ...]:
    """Tell what stands on the day, and join the places on one other side where the unit counts those."""
    found = tuple(place.on(day, kinds) for place in listed)
    if unit.by == "place":
        return found
    groups: defaultdict[str | None, list[Located]] = defaultdict(list)
    for each in found:
        groups[each.where].append(each)
    return tuple(_joined(group) for group in groups.values())


def _joined(group: Sequence[Located]) -> Located:
    best = min(group, key=lambda each: BEST_FIRST.index(each.stands))
    said = tuple(sorted({value for each in group for value in each.said}))
    rest = tuple(finding for each in group if each is not best for finding in each.findings)
    return replace(best, city=None, said=said, findings=(*best.findings, *rest))


def _compared(
    number: Counted, beside: Sequence[Counted], lists: _Lists, day: date, others: dict[Unit, tuple[Counted, ...]]
) -> Counted:
    """Compare a number with the list, as far as its scope reaches."""
    here = tuple(each for each in lists.here if number.scope in (None, _WORLD, each.where))
    begun = [each for each in here if each.stands in BEGUN]
    ends = (number.least, number.most) if _can_be_compared(number, here) else (None, None)
    least, most = (None if end is None else end - len(begun) for end in ends)
    compared = replace(number, located=len(begun), missing=(least, most))
    explanations = (*_explained(compared, here, lists, day), *_told_otherwise(number, beside, begun, others))
    return replace(compared, explanations=explanations)


def _can_be_compared(number: Counted, here: Sequence[Located]) -> bool:
    """Tell whether the list is of what the number is of: a scope in words, such as a region, cannot be looked up."""
    done = number.polarity == "affirmed" and number.mood == "actual"
    return done and (number.scope in (None, _WORLD) or bool(here))


def _explained(number: Counted, here: Sequence[Located], lists: _Lists, day: date) -> Iterator[Explanation]:
    """Give what the lists themselves say about a difference."""
    more = number.missing[0] if number.missing[0] is not None else number.missing[1]
    if more is not None and more > 0:
        left = more
        for stands in ("unsettled", *APART):
            several = [each for each in here if each.stands == stands]
            yield from _of(stands, several)  # type: ignore[arg-type]  # each of these is a cause of its own
            left -= len(several)
        for cause, places in (("unsaid", lists.unsaid), ("others", lists.others)):
            several = [each for each in places if each.stands in BEGUN]
            yield from _of(cause, several)  # type: ignore[arg-type]  # as above
            left -= len(several)
        yield from _of("unnamed", [each for each in here if each.where is None])
        if left > 0:
            yield Explanation("unrecorded", left)
    elif number.missing[1] is not None and number.missing[1] < 0:
        yield Explanation("more", -number.missing[1])
    if number.days and not any(parsed(told).contains(day) for told in number.days):
        yield Explanation("day", 0, number.days)
    if number.scope not in (None, _WORLD) and not here:
        yield Explanation("scope", 0, (str(number.scope),))


def _of(cause: Cause, several: Sequence[Located]) -> Iterator[Explanation]:
    if several:
        yield Explanation(cause, len(several), tuple(each.findings[0].id for each in several))


def _told_otherwise(
    number: Counted, beside: Sequence[Counted], begun: Sequence[Located], others: dict[Unit, tuple[Counted, ...]]
) -> Iterator[Explanation]:
    """Give what other numbers say about one: the same one in another unit, or an older one it may be made from."""
    units = sorted(unit.says for unit, numbers in others.items() if any(each.value == number.value for each in numbers))
    if units:
        yield Explanation("units", 0, tuple(units))
    older = sorted(each.value for each in beside if each.names != number.names and _may_be_made(number, each, begun))
    if older:
        yield Explanation("derived", 0, tuple(dict.fromkeys(older)))


def _may_be_made(number: Counted, older: Counted, begun: Sequence[Located]) -> bool:
    """Tell whether a number is what somebody else's older one comes to with what was begun since."""
    if older.least is None or older.least != older.most or not number.days or not older.days:
        return False
    first, last = (parsed(days[0]) for days in (older.days, number.days))
    since = sum(_begun_between(each, first, last) for each in begun)
    total = older.least + since
    within = (number.least or 0) <= total and (number.most is None or total <= number.most)
    return first.before(last) and since > 0 and within


def _begun_between(place: Located, first: Period, last: Period) -> bool:
    """Tell whether a place is told to have begun after one day and by another."""
    known = (period(each.begins) for each in place.findings if is_believed(each) and each.begins.state == "known")
    start = min((each for each in known if each), key=lambda each: each.sort_key, default=None)
    return start is not None and first.before(start) and not last.before(start)
