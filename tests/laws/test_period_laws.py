"""Periods obey the algebra of sets of days."""

from __future__ import annotations

from datetime import date, timedelta

import edtf
from hypothesis import assume, given
from hypothesis import strategies as st

from credence.model.period import Period

days = st.dates(date(1000, 1, 1), date(2999, 12, 31))


def written(day: date, form: int) -> str:
    """Write a day to one of several precisions."""
    year = f"{day:%Y}"
    forms = [day.isoformat(), day.isoformat()[:7], year, year[:3] + "X", year[:2] + "XX"]
    return forms[form]


simple = st.builds(written, days, st.integers(0, 4))


@st.composite
def intervals(draw: st.DrawFn) -> str:
    """Draw an interval, open or closed, its ends in any precision and the right order."""
    first, last = sorted((draw(days), draw(days)))
    start, end = written(first, draw(st.integers(0, 4))), written(last, draw(st.integers(0, 4)))
    return draw(st.sampled_from([f"{start}/{end}", f"{start}/..", f"../{end}"]))


periods = st.builds(Period.parse, simple | intervals())


@given(periods)
def test_parse_inverts_text(p: Period) -> None:
    assert Period.parse(p.text) == p


@given(days, days)
def test_between_inverts_bounds(a: date, b: date) -> None:
    first, last = sorted((a, b))
    p = Period.between(first, last)
    assert (p.earliest, p.latest) == (first, last)


@given(days, days)
def test_splitting_then_joining_gives_back_the_same_days(a: date, b: date) -> None:
    assume(a < b)
    left, right = Period.between(a, a), Period.between(a + timedelta(days=1), b)
    assert left.meets(right)
    assert left.joined(right) == Period.between(a, b)


@given(periods, periods)
def test_two_periods_overlap_or_one_is_before_the_other(p: Period, q: Period) -> None:
    assert [p.overlaps(q), p.before(q), q.before(p)].count(True) == 1


@given(periods, periods, days)
def test_shared_is_intersection(p: Period, q: Period, day: date) -> None:
    both = p.shared(q)
    assert (both is not None and both.contains(day)) == (p.contains(day) and q.contains(day))


@given(periods, periods, days)
def test_joined_holds_both(p: Period, q: Period, day: date) -> None:
    both = p.joined(q)
    assert both is None or both.contains(day) >= (p.contains(day) or q.contains(day))


@given(periods, periods)
def test_overlap_is_symmetric_and_covering_implies_it(p: Period, q: Period) -> None:
    assert p.overlaps(q) == q.overlaps(p)
    assert p.overlaps(q) >= p.covers(q)
    assert p.covers(p)


@given(simple)
def test_the_edtf_package_agrees(text: str) -> None:
    theirs, ours = edtf.parse_edtf(text), Period.parse(text)
    assert (date(*theirs.lower_strict()[:3]), date(*theirs.upper_strict()[:3])) == (ours.earliest, ours.latest)
