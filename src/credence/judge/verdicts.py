"""What a claim comes to beside what a ledger holds: by its mood and polarity, what weighs most first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from credence.judge.bearing import Asked, Held
from credence.judge.intervals import UNKNOWN, period
from credence.judge.parts import is_believed, stands_on
from credence.judge.telling import parsed
from credence.model.check import Bearing, Beside, Verdict
from credence.model.counts import BEGUN
from credence.model.finding import End, Finding

_EVEN = 0.5


@dataclass(frozen=True, slots=True)
class Outcome:
    """A verdict with what decides it.

    Attributes:
        verdict: The verdict.
        by: What decides it.
        rest: What else is held that is to be seen beside a claim that is new.
    """

    verdict: Verdict
    by: tuple[Beside, ...] = ()
    rest: tuple[Beside, ...] = ()


def outcome_of(asked: Asked, found: Held) -> Outcome:
    """Give the verdict on a claim.

    Args:
        asked: The claim.
        found: What bears on it.
    """
    if asked.claim.mood != "actual":
        tests = _if_ahead(asked, found)
    elif asked.claim.polarity == "denied":
        tests = _if_denied(asked, found)
    else:
        tests = _if_affirmed(asked, found)
    met = next(((comes_to, by) for comes_to, by in tests if by), None)
    return Outcome(*met) if met else Outcome("new", rest=tuple(_rest(found)))


_Tests = Iterator[tuple[Verdict, tuple[Beside, ...]]]


def _if_affirmed(asked: Asked, found: Held) -> _Tests:
    """Test what is told as done, or as standing."""
    believed = [each for each in found.same if is_believed(each) or each.status == "supported"]
    over = [each for each in believed if found.stands(each) == "ended" and not asked.kind.over]
    before = [each for each in over if not _is_after(asked, _end(each, found))]
    now = [each for each in believed if each not in over and found.stands(each) != "later"]
    standing = asked.is_open and not found.told_over
    yield "agrees", _beside("says so", now if standing else [*now, *before])
    if standing:
        past = [each for each in before if not _is_long_ago(asked, _end(each, found))]
        yield "older", tuple(beside for each in past for beside in _ended(each, found))
        undone = [each for each in _going(found.undoing, found) if not _is_after(asked, each.begins)]
        yield "older", _beside("ended", [each for each in undone if not _is_long_ago(asked, each.begins)])
    denied = [each for each in (*found.same, *found.every) if _is_denied(each)]
    yield "contradicted", _beside("denied", [each for each in denied if _is_met(asked, _last_denied(each, found))])
    if asked.is_open:
        beside = _going(found.excluding, found)
        yield "contradicted", _beside("excluded", [each for each in beside if _is_met(asked, each.begins)])


def _if_denied(asked: Asked, found: Held) -> _Tests:
    """Test what is told as not so."""
    believed = [each for each in (*found.same, *found.single) if is_believed(each)]
    holding = [each for each in believed if asked.kind.over or found.stands(each) in BEGUN]
    yield "contradicted", _beside("done", [each for each in holding if not _is_before(asked, each.begins)])
    yield "agrees", _beside("says so", [each for each in (*found.same, *found.every) if _is_denied(each)])
    over = [each for each in found.same if is_believed(each) and found.stands(each) == "ended"]
    yield "agrees", tuple(beside for each in over for beside in _ended(each, found))


def _if_ahead(asked: Asked, found: Held) -> _Tests:
    """Test what is told as planned, sought or possible."""
    affirmed = asked.claim.polarity == "affirmed"
    done = [each for each in found.covering if is_believed(each) and _is_done(asked, each, found)]
    yield "older" if affirmed else "contradicted", _beside("done", done)
    believed = [each for each in found.stated if each.status != "refuted" and each.credence > _EVEN]
    denied = [each for each in found.stated if each.status == "refuted"]
    yield "agrees", _beside("says so", believed if affirmed else denied)
    yield "contradicted", _beside("denied" if affirmed else "says so", denied if affirmed else believed)


def _rest(found: Held) -> Iterator[Beside]:
    """Give what does not decide on a claim, but speaks of the same."""
    for each in found.same:
        if is_believed(each):
            later = found.stands(each) == "later"
            yield Beside("later" if later else "otherwise", each, _known(each.begins))
    yield from _beside("otherwise", _going(found.ends, found))


def _is_done(asked: Asked, finding: Finding, found: Held) -> bool:
    """Tell whether what is told as ahead was done by the day; what is planned for a later time is another act.

    What is over when done may be done again, so that only a plan with a date can have been carried out.
    """
    stands = found.stands(finding)
    if asked.kind.over:
        return asked.when is not None and stands in (*BEGUN, "ended")
    return stands in BEGUN and _is_met(asked, finding.begins)


def _is_denied(finding: Finding) -> bool:
    """Tell whether something done is held not to be so."""
    return finding.status in ("refuted", "contested") and not is_believed(finding)


def _is_after(asked: Asked, end: End) -> bool:
    """Tell whether a claim states a date that lies after an end of an interval."""
    at = period(end)
    return bool(asked.when and asked.when.earliest and at and at.latest and at.latest < asked.when.earliest)


def _is_long_ago(asked: Asked, end: End) -> bool:
    """Tell whether an end of an interval lies so far from what a claim speaks of that things may have begun anew."""
    at, told = period(end), asked.when or parsed(asked.day.isoformat())
    first, last = told.earliest or asked.day, told.latest or asked.day
    return bool(
        at and at.latest and at.earliest and (first - at.latest > asked.again or at.earliest - last > asked.again)
    )


def _is_met(asked: Asked, end: End) -> bool:
    """Tell whether a claim may speak of the time of an end of an interval: it states no later date, nor one far off."""
    return not _is_after(asked, end) and not _is_long_ago(asked, end)


def _is_before(asked: Asked, end: End) -> bool:
    """Tell whether a claim states a date that lies before an end of an interval."""
    at = period(end)
    return bool(asked.when and at and asked.when.before(at))


def _going(findings: Iterable[Finding], found: Held) -> list[Finding]:
    """Give what is believed and had begun by the day, and is not known to have ended."""
    return [each for each in findings if is_believed(each) and stands_on(each, found.day) in BEGUN]


def _ended(finding: Finding, found: Held) -> tuple[Beside, ...]:
    """Give what tells that something ended: what ended it, or else itself, with its stated end."""
    return _beside("ended", _going(found.ends, found)) or (Beside("ended", finding, _known(finding.ends)),)


def _end(finding: Finding, found: Held) -> End:
    """Give when something ended."""
    if finding.ends != UNKNOWN:
        return finding.ends
    return next((each.begins for each in _going(found.ends, found)), UNKNOWN)


def _last_denied(finding: Finding, found: Held) -> End:
    """Give the last day that a denial is told of."""
    told = [found.tellings[each.claim.id] for each in finding.claims if each.claim.polarity == "denied"]
    days = [latest for each in told if each and (latest := parsed(each).latest)]
    return End("known", max(days).isoformat()) if days and len(days) == len(told) else UNKNOWN


def _beside(bearing: Bearing, findings: Iterable[Finding]) -> tuple[Beside, ...]:
    """Set findings beside a claim, each once, the best believed first."""
    unique = {each.id: each for each in findings}
    ordered = sorted(unique.values(), key=lambda each: (-each.credence, each.id))
    return tuple(Beside(bearing, each, None if bearing == "denied" else _known(each.begins)) for each in ordered)


def _known(end: End) -> End | None:
    return None if end == UNKNOWN else end
