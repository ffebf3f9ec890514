"""The ladder: which step an authority has reached with a state on a day, by declared rules, and on what it rests.

Only what had begun by the day, is done and is believed leads to a step. What is over when done (a meeting, a visit)
counts for as many years as its rule says. A step never rises by what may have begun only later: that is told apart.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import partial
from typing import Generic

from credence.catalog.acts import by_kind
from credence.catalog.ladder import NONE, SEVERED, LadderBook, Rule
from credence.judge.intervals import period
from credence.judge.parts import Judged, Telling, Told, is_believed, stands_on
from credence.judge.places import Place, places
from credence.model.claim import RoleValue, Spoken
from credence.model.counts import Stands
from credence.model.finding import Of, Of_co, Stood
from credence.model.kind import Kind
from credence.model.ladder import Bearing, Ground, Standing
from credence.model.period import Period

_DAY = timedelta(days=1)
Roles = tuple[tuple[str, RoleValue], ...]
_BEARINGS: Mapping[Stands, Bearing] = {"certain": "reached", "open": "reached", "unsettled": "unsettled"}


@dataclass(frozen=True, slots=True)
class Dealings(Generic[Of_co]):
    """All that rules speak of between an authority and a state, judged; the same whatever the day.

    Attributes:
        authority: The authority.
        state: The state.
        lasting: What stands until it ends, with its rule.
        brief: Occasions of what is over when done, likewise.
        kinds: Kinds by id.
    """

    authority: str
    state: str
    lasting: tuple[tuple[Rule, Place[Of_co]], ...]
    brief: tuple[tuple[Rule, Of_co], ...]
    kinds: Mapping[str, Kind]
    _courses: list[tuple[Course[Of_co], ...]] = field(default_factory=list, init=False, repr=False, compare=False)

    def courses(self) -> tuple[Course[Of_co], ...]:
        """Give the course of each thing; made once, for what it does on one day it does on many."""
        if not self._courses:
            self._courses.append(tuple(self._made()))
        return self._courses[0]

    def parts(self) -> Iterator[Of_co]:
        """Give all that was judged."""
        for _, place in self.lasting:
            yield from (*place.own, *place.ending)
        yield from (occasion for _, occasion in self.brief)

    def _made(self) -> Iterator[Course[Of_co]]:
        for rule, place in self.lasting:
            yield Course(partial(_of_place, rule, place, self.kinds), (*place.own, *place.ending), 0)
        for rule, occasion in self.brief:
            yield Course(partial(_of_occasion, rule, occasion), (occasion,), rule.years or 0)


class Course(Generic[Of_co]):
    """What one thing that a rule speaks of does over time."""

    __slots__ = ("_grounds", "_on", "turns")

    def __init__(self, on: Callable[[date], Ground[Of_co]], told: Iterable[Of_co], years: int) -> None:
        """Take a thing.

        Args:
            on: Tells what it does on a day.
            told: What that is told from.
            years: How long it counts after its end.
        """
        self._on = on
        self.turns = _turns(told, years)
        """All days on which it may do another thing than on the day before, in their order."""
        self._grounds: dict[int, Ground[Of_co]] = {}

    def on(self, day: date) -> Ground[Of_co]:
        """Give what it does on a day; the same object for all days between two turns."""
        stretch = bisect_right(self.turns, day)
        # Of two threads that tell it first at once, both give what the first of them put down.
        return self._grounds.get(stretch) or self._grounds.setdefault(stretch, self._on(day))


def _turns(told: Iterable[Stood], years: int) -> tuple[date, ...]:
    found = [period(end) for each in told for end in (each.begins, each.ends)]
    ends = {day for each in found if each for day in (each.earliest, each.latest) if day}
    ends |= {_years_later(day, years) for day in ends}
    return tuple(sorted(ends | {day + _DAY for day in ends if day < date.max}))


def dealings(
    evidence: Judged[Told, Of], authority: str, book: LadderBook, states: Iterable[str] | None = None
) -> tuple[Dealings[Of], ...]:
    """Judge what rules speak of between an authority and states.

    Args:
        evidence: All claims about the authority of the kinds in the book.
        authority: The authority.
        book: Steps and rules.
        states: The states; by default all parties of whom a rule speaks, whoever they are.

    Returns:
        One a state, by id.
    """
    by_state = _by_state(evidence, authority, book)
    wanted = sorted(by_state if states is None else set(states))
    return tuple(_dealings(evidence, by_state.get(state, ()), authority, state, book) for state in wanted)


def standing(of: Dealings[Of], day: date, book: LadderBook) -> Standing[Of]:
    """Give the step that was reached on a day."""
    grounds = sorted((each.on(day) for each in of.courses()), key=lambda each: _order(each, book))
    step = _step(grounds, book)
    may_be = max((g.step for g in grounds if g.bearing == "unsettled"), key=book.height, default=NONE)
    higher = book.height(may_be) > book.height(step)
    return Standing(of.authority, of.state, day, step, may_be if higher else None, tuple(grounds))


def turns(of: Dealings[Of], until: date, book: LadderBook) -> tuple[Standing[Of], ...]:
    """Give the standings on the days, up to one, on which the step changed; the oldest first."""
    found: list[Standing[Of]] = []
    courses = of.courses()
    turning: defaultdict[date, list[int]] = defaultdict(list)
    for number, each in enumerate(courses):
        for day in each.turns:
            turning[day].append(number)
    reached: dict[int, Ground[Of]] = {}  # what leads to a step, looked at only on the days on which that may change
    step = NONE
    for day in sorted(day for day in turning if day <= until):
        for number in turning[day]:
            ground = courses[number].on(day)
            if ground.bearing == "reached":
                reached[number] = ground
            else:
                reached.pop(number, None)
        if _step(reached.values(), book) != step:
            found.append(standing(of, day, book))
            step = found[-1].step
    return tuple(found)


def _by_state(evidence: Judged[Told, Of], authority: str, book: LadderBook) -> dict[str, tuple[Told, ...]]:
    """Gather the claims that a rule speaks of by the other side; nobody and everybody are no side."""
    acts = by_kind({act for rule in book.rules for act in rule.listing.acts})
    sides: dict[tuple[str, Roles], frozenset[str]] = {}  # much says the same

    def others(said: Spoken) -> frozenset[str]:
        key = said.kind, said.roles
        if (found := sides.get(key)) is None:
            every = (act.others(said, authority) for act in acts.get(said.kind, ()))
            found = sides[key] = frozenset(other for some in every for other in some) - {"", "*"}
        return found

    found: defaultdict[str, list[Told]] = defaultdict(list)
    for each in evidence.heard():
        for state in others(each.claim):
            found[state].append(each)
    return {state: tuple(claims) for state, claims in found.items()}


def _dealings(
    evidence: Judged[Told, Of], heard: Sequence[Told], authority: str, state: str, book: LadderBook
) -> Dealings[Of]:
    """Judge all that rules speak of with one state."""
    lasting: list[tuple[Rule, Place[Of]]] = []
    brief: list[tuple[Rule, Of]] = []
    sorts = {rule.listing.kinds for rule in book.rules}
    of_kinds = {kinds: [each for each in heard if each.claim.kind in kinds] for kinds in sorts}
    for rule in book.rules:
        taken = [each for each in of_kinds[rule.listing.kinds] if rule.takes(each.claim)]
        if rule.years is not None:
            brief += [(rule, finding) for finding in _occasions(evidence, taken, rule, authority, state)]
        else:
            listed = places(evidence, taken, rule.listing, authority, rule.only)
            lasting += [(rule, place) for place in listed if place.where == state and place.own]
    return Dealings(authority, state, tuple(lasting), tuple(brief), evidence.kinds)


def _of_place(rule: Rule, place: Place[Of], kinds: Mapping[str, Kind], day: date) -> Ground[Of]:
    """Tell what a mission, an envoy or the like does on a day."""
    stands = place.stands(day, kinds)
    return Ground(rule.id, rule.step, _BEARINGS.get(stands, "apart"), stands, place.best(day)[0])


def _of_occasion(rule: Rule, finding: Of, day: date) -> Ground[Of]:
    """Tell what a meeting or the like does on a day."""
    stands = stands_on(finding, day)
    return Ground(rule.id, rule.step, _bearing(finding, stands, rule, day), stands, finding)


def _order(ground: Ground[Of], book: LadderBook) -> tuple[object, ...]:
    """Key by which grounds are sorted: what leads to a step first, the highest step first."""
    bearings = ("reached", "unsettled", "lapsed", "apart")
    finding = ground.finding
    return bearings.index(ground.bearing), -book.height(ground.step), -finding.credence, finding.id, finding.begins


def _step(grounds: Collection[Ground[Of]], book: LadderBook) -> str:
    """Choose the step: the highest reached, unless relations were severed and nothing shows that they are back."""
    reached = [each for each in grounds if each.bearing == "reached"]
    breaks = [period(each.finding.begins) for each in reached if each.step == SEVERED]
    back = [each for each in reached if each.step in book.step(SEVERED).yields_to]
    if breaks and not any(_follows(each.finding, broken) for each in back for broken in breaks):
        return SEVERED
    return max((each.step for each in reached if each.step != SEVERED), key=book.height, default=NONE)


def _follows(finding: Stood, broken: Period | None) -> bool:
    """Tell whether something is known to have begun after a break."""
    begun = period(finding.begins)
    return broken is not None and begun is not None and broken.before(begun)


def _occasions(
    evidence: Judged[Told, Of], heard: Sequence[Told], rule: Rule, authority: str, state: str
) -> Iterator[Of]:
    """Give each occasion of what is over when done: claims of one time are taken for one."""
    by_time: defaultdict[str, list[Told]] = defaultdict(list)
    for each in heard:
        if _is_met(each, rule, authority, state):
            by_time[each.told or ""].append(each)
    for _, claims in sorted(by_time.items()):
        yield from evidence.judged(claims)


def _is_met(heard: Telling, rule: Rule, authority: str, state: str) -> bool:
    said = heard.claim.role(rule.listing.detail) or ""
    between = any(state in act.others(heard.claim, authority) for act in rule.listing.stands)
    return between and (not rule.only or said in rule.only)


def _bearing(finding: Stood, stands: Stands, rule: Rule, day: date) -> Bearing:
    """Tell what an occasion does: one that is over still counts for some years."""
    if stands != "ended" or not is_believed(finding):
        return _BEARINGS.get(stands, "apart")
    ends = period(finding.ends)
    last = ends.latest if ends else None
    return "reached" if last and day <= _years_later(last, rule.years or 0) else "lapsed"


def _years_later(day: date, years: int) -> date:
    """Give the same day some years later; the last of February where there is no 29th."""
    if day.year + years >= date.max.year:
        return date.max - _DAY
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)
