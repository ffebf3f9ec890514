"""From when to when a proposition holds, as far as anybody said.

Dates come from the claims themselves, and from other cases that begin or end this one (a kind ``initiates`` and
``terminates`` others, after the event calculus of R. Kowalski and M. Sergot, New Generation Computing 4, 1986). For an
event, the interval is that of what it brought about: it begins when it happens, and ends when another undoes it. What
leaves nothing standing (a meeting, a payment, words of blame) is over when done.
Nothing is filled in: no date of beginning leaves "by the day it was published", none of ending leaves the end unknown.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from credence.judge.case import Case
from credence.judge.telling import parsed
from credence.model.finding import End, Holds, Stood
from credence.model.period import Period

UNKNOWN = End("unknown")


@dataclass(frozen=True, slots=True)
class Link:
    """Another case that begins or ends this one.

    Attributes:
        source: Its kind and the id of its finding, for the reasons.
        at: Begin of that case: when it happened.
    """

    source: str
    at: End


@dataclass(frozen=True, slots=True)
class Interval:
    """The two ends, with how they were found.

    Attributes:
        begins: Start.
        ends: End.
        reasons: A step a line.
    """

    begins: End
    ends: End
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Evidence:
    """What was said about the two ends.

    Attributes:
        starts: When it began.
        stops: When it ended; of what is over when done, also every date of it.
        held: Days by which it held.
        stretches: Intervals that were stated, whose ends are among the others.
    """

    starts: frozenset[Period]
    stops: frozenset[Period]
    held: frozenset[Period]
    stretches: frozenset[Period]


def interval(case: Case, begun_by: Iterable[Link] = (), ended_by: Iterable[Link] = ()) -> Interval:
    """Find the interval of a case.

    Args:
        case: What was said about the proposition.
        begun_by: Cases that initiate it.
        ended_by: Cases that terminate it.
    """
    found = _of_statement(case) if case.proposition.mood != "actual" else _of_act(case, begun_by, ended_by)
    if case.proposition.spell is None or found.ends != UNKNOWN:
        return found
    return Interval(found.begins, found.ends, (*found.reasons, _rule_over(case.proposition.spell)))


def _rule_over(spell: str) -> str:
    """Say that a rule ended, where nobody says whether what is of it did, too: missions may outlive whom they serve."""
    end = spell.rpartition("/")[2]
    return f"It is of the spell in power {spell}, which ended: {end}. Whether this ended with it is not recorded."


def _of_act(case: Case, begun_by: Iterable[Link], ended_by: Iterable[Link]) -> Interval:
    """Find the interval of what is said to be so."""
    evidence = _evidence(case)
    reasons: list[str] = []
    starts, held = set(evidence.starts), set(evidence.held)
    for link in sorted(begun_by, key=lambda link: link.source):
        if link.at.state == "known" and link.at.date:
            starts.add(Period.parse(link.at.date))
            reasons.append(f"Begun by {link.source}: {link.at.date}.")
    begins = _begins(starts, held, reasons)
    if case.kind.over:
        return Interval(begins, _over(case, evidence, begins, reasons), tuple(reasons))
    # A state said to hold on a day was not over before it. An event told of later may well be over: "Oman, which had
    # listed the group, struck it off" is told after the end of the listing.
    signs = starts | (held if case.kind.nature == "state" else set())
    ends = _ends(evidence.stops, signs, sorted(ended_by, key=lambda link: link.source), reasons)
    return Interval(begins, ends, tuple(reasons))


def holds_on(finding: Stood, day: str) -> Holds:
    """Tell whether a finding holds on a day, as far as recorded.

    Only valid time counts: a claim published later about an earlier time counts. A refuted finding is one that was said
    not to be so: for it, the answer is whether that stood on the day.

    Args:
        finding: The finding.
        day: The day asked for, as EDTF; of a longer period, the answer is "yes" if it holds throughout, and "no" if on
            no day of it.

    Returns:
        "no" before it begins and after it ended, "yes" where both ends are certain to enclose the day, "possibly"
        otherwise, above all where the end is unknown.

    Raises:
        BadPeriod: The day is not EDTF.
    """
    asked = parsed(day)
    first, last = asked.earliest or date.min, asked.latest or date.max
    begins, ends = period(finding.begins), period(finding.ends)
    if begins and begins.earliest and last < begins.earliest:
        return "no"
    if ends and ends.latest and first > ends.latest:
        return "no"
    begun = begins is not None and begins.latest is not None and begins.latest <= first
    still = ends is not None and ends.earliest is not None and last <= ends.earliest
    return "yes" if begun and still else "possibly"


def period(end: End) -> Period | None:
    """Read an end of an interval; None where it is unknown."""
    return parsed(end.date) if end.date else None


def _evidence(case: Case) -> _Evidence:
    """Sort the dates of the claims by what they say about the ends."""
    starts, stops, held, stretches = set(), set(), set(), set()
    for each in case.ground:
        if each.when is None:
            held.update([each.published] if each.published else [])
        elif each.when.precision == "interval":
            stretches.add(each.when)
            first, _, last = each.when.text.partition("/")
            starts.update(_dated(first))
            stops.update(_dated(last))
            held.update(_dated(last) if first == ".." else [])
        elif case.kind.nature == "state":
            held.add(each.when)  # "in 2023 it ran an embassy there" does not say since when
        else:
            starts.add(each.when)
            stops.update([each.when] if case.kind.over else [])
    return _Evidence(frozenset(starts), frozenset(stops), frozenset(held), frozenset(stretches))


def _dated(text: str) -> list[Period]:
    """Read one end of an interval; an open one gives nothing."""
    return [] if text == ".." else [Period.parse(text)]


def _begins(starts: set[Period], held: set[Period], reasons: list[str]) -> End:
    """Work out the start."""
    by = min(held, key=_last_first, default=None)
    if not starts:
        if by is None or by.latest is None:
            reasons.append("Begin unknown: neither a date nor a day of publication is known.")
            return UNKNOWN
        reasons.append(f"Begins by {by}: no start is stated, and this is the earliest date it is said of.")
        return _by(by)
    begins = _merge(starts, "Begins", reasons)
    whole = period(begins)
    if whole and by and by.before(whole):
        reasons.append(f"Begin not settled: it is already said of {by}.")
        return _by(whole)
    return begins


def _ends(stops: frozenset[Period], signs: set[Period], links: Iterable[Link], reasons: list[str]) -> End:
    """Work out the end; what was over before the last sign of it ended an earlier spell only."""
    last = max(signs, key=lambda sign: sign.sort_key, default=None)
    known: set[Period] = set()
    bounded: set[Period] = set()
    candidates = [(stop, known, "a stated date") for stop in sorted(stops, key=lambda stop: stop.sort_key)]
    for link in links:
        at = period(link.at)
        if at is None:
            reasons.append(f"Said to have been ended by {link.source}, at a time not stated.")
        else:
            candidates.append((at, known if link.at.state == "known" else bounded, link.source))
    for at, chosen, source in candidates:
        if last and at.before(last):
            reasons.append(f"Not ended by {source}, {at}: it is said of a later time, {last}.")
        else:
            reasons.append(f"Ended by {source}, {at}.")
            chosen.add(at)
    if known:
        return _merge(known, "Ends", reasons)
    if bounded:
        return _by(min(bounded, key=_last_first))
    reasons.append("End unknown: nothing recorded dates one, which does not make it current.")
    return UNKNOWN


def _over(case: Case, evidence: _Evidence, begins: End, reasons: list[str]) -> End:
    """Work out the end of what leaves nothing standing: as stated, or else where it begins."""
    if any(stretch.latest is None for stretch in evidence.stretches):
        reasons.append("End unknown: it is said to have gone on, and nothing recorded dates an end.")
        return UNKNOWN
    if evidence.stretches:
        return _merge(evidence.stops, "Ends", reasons)
    done = f"Over when done. {case.kind.over}"
    reasons.append(done if case.affirmed else "Denied of that time, and of no later one.")
    return begins


def _merge(dates: Iterable[Period], which: str, reasons: list[str]) -> End:
    """Make one end of several dates: the most precise if all can mean the same time, else the stretch they span."""
    ordered = sorted(dates, key=lambda each: each.sort_key)
    finest = min(ordered, key=lambda each: (_days(each), each.sort_key))
    if all(each.overlaps(finest) for each in ordered):
        others = [each.text for each in ordered if each != finest]
        less = f", the most precise of dates that agree ({', '.join(others)})" if others else ""
        reasons.append(f"{which} {finest}{less}.")
        return End("known", finest.text)
    first, last = ordered[0], max(ordered, key=_last_first)
    span = first.text if first == last else f"{first}/{last}"
    reasons.append(f"{which} within {span}: the dates stated differ ({', '.join(each.text for each in ordered)}).")
    return End("bounded", span)


def _by(period: Period) -> End:
    """Bound an end by the last day of a period, as it is written."""
    return End("bounded", f"../{period.text.rpartition('/')[2]}")


def _of_statement(case: Case) -> Interval:
    """Give the interval of a plan, wish or possibility: as a statement, it stands from the day it was published."""
    published = {each.published for each in case.ground if each.published}
    first = min(published, key=_last_first, default=None)
    reasons = [
        f"Stands as {case.proposition.mood} since {first}, the day it was published."
        if first
        else "Begin unknown: no day of publication is known."
    ]
    stated = sorted({each.when.text for each in case.ground if each.when})
    reasons += [f"Stated for {', '.join(stated)}."] if stated else []
    reasons.append("End unknown: nothing recorded says that it was dropped or carried out.")
    return Interval(End("known", first.text) if first else UNKNOWN, UNKNOWN, tuple(reasons))


def _days(period: Period) -> int:
    """Count the days that may be meant."""
    return ((period.latest or date.max) - (period.earliest or date.min)).days


def _last_first(period: Period) -> tuple[date, str]:
    """Key by which the earliest certain day comes first."""
    return period.latest or date.max, period.text
