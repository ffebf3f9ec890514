"""Periods obey the algebra of sets of days, and stay as they were written."""

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
marks = st.sampled_from("?~%")


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


@given(periods, periods)
def test_only_what_is_written_alike_is_equal(p: Period, q: Period) -> None:
    assert (p == q) == (p.text == q.text)
    assert (p.covers(q) and q.covers(p)) == ((p.earliest, p.latest) == (q.earliest, q.latest))


@given(days, st.integers(0, 4), st.integers(0, 4))
def test_a_coarser_date_overlaps_the_finer_ones_inside_and_is_none_of_them(day: date, one: int, other: int) -> None:
    fine, coarse = (Period.parse(written(day, form)) for form in sorted((one, other)))
    assert coarse.covers(fine)
    assert coarse.overlaps(fine)
    assert not coarse.before(fine)
    assert not fine.before(coarse)
    assert (coarse == fine) == (one == other)


@given(days, st.integers(0, 4), st.integers(0, 4))
def test_sharing_and_joining_give_dates_back_as_written(day: date, one: int, other: int) -> None:
    fine, coarse = (Period.parse(written(day, form)) for form in sorted((one, other)))
    assert coarse.shared(fine) == fine.shared(coarse) == fine
    assert coarse.joined(fine) == fine.joined(coarse) == coarse


@given(simple, marks, periods)
def test_vagueness_changes_no_comparison_and_is_never_lost(text: str, mark: str, q: Period) -> None:
    plain, vague = Period.parse(text), Period.parse(text + mark)
    assert vague != plain
    assert vague.text == text + mark
    for compare in (Period.overlaps, Period.before, Period.meets, Period.covers):
        assert compare(vague, q) == compare(plain, q)
        assert compare(q, vague) == compare(q, plain)


@given(periods, periods, periods)
def test_before_is_an_order_in_which_nothing_comes_before_itself(p: Period, q: Period, r: Period) -> None:
    assert p.overlaps(p)
    assert not p.before(p)
    assert p.before(r) or not (p.before(q) and q.before(r))


@given(simple)
def test_the_edtf_package_agrees(text: str) -> None:
    theirs, ours = edtf.parse_edtf(text), Period.parse(text)
    assert (date(*theirs.lower_strict()[:3]), date(*theirs.upper_strict()[:3])) == (ours.earliest, ours.latest)
