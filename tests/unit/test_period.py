"""Periods: what they mean in days, and how they compare."""

from __future__ import annotations

from datetime import date

import edtf
import pytest

from credence.errors import BadPeriod
from credence.model.period import Period


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "precision"),
    [
        ("2023-12-05", date(2023, 12, 5), date(2023, 12, 5), "day"),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), "month"),
        ("2021-21", date(2021, 3, 1), date(2021, 5, 31), "season"),
        ("2021-24", date(2021, 12, 1), date(2022, 2, 28), "season"),
        ("2023", date(2023, 1, 1), date(2023, 12, 31), "year"),
        ("199X", date(1990, 1, 1), date(1999, 12, 31), "decade"),
        ("18XX", date(1800, 1, 1), date(1899, 12, 31), "century"),
        ("1996/2001", date(1996, 1, 1), date(2001, 12, 31), "interval"),
        ("2024-09-12/2024-09-19", date(2024, 9, 12), date(2024, 9, 19), "interval"),
        ("2021-08/..", date(2021, 8, 1), None, "interval"),
        ("../2001", None, date(2001, 12, 31), "interval"),
    ],
)
def test_a_period_has_the_days_it_was_written_for(
    text: str, earliest: date | None, latest: date | None, precision: str
) -> None:
    period = Period.parse(text)
    assert (period.earliest, period.latest, period.precision) == (earliest, latest, precision)
    assert str(period) == text
    assert not period.vague


@pytest.mark.parametrize("text", ["2021~", "2021?", "2021-08-15%", "2014~/..", "../2001-10?"])
def test_vagueness_is_kept_and_moves_no_bounds(text: str) -> None:
    period, plain = Period.parse(text), Period.parse(text.translate(str.maketrans("", "", "~?%")))
    assert period.vague
    assert (period.earliest, period.latest) == (plain.earliest, plain.latest)
    assert period != plain


@pytest.mark.parametrize(
    "text",
    [
        *["", "soon", "2021-13", "2021-02-30", "0000", "000X", "198X-05", "9999-24", "21-08-15", "2021/", "/2021"],
        *["../..", "2001/1996", "1996/2001/2021", " 2021", "2021-08-15\n", "٢٠٢١", "2021-08-15T10:00"],
    ],
)
def test_what_is_no_period_is_refused_with_its_place_and_a_remedy(text: str) -> None:
    with pytest.raises(BadPeriod) as caught:
        Period.parse(text)
    assert caught.value.place == repr(text)
    assert caught.value.cause
    assert caught.value.remedy


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2023", date(2023, 1, 1), date(2023, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2024-02-29", date(2024, 2, 29), date(2024, 2, 29)),
        ("2024-02-01/2024-02-28", date(2024, 2, 1), date(2024, 2, 28)),
        ("2021-08-15/..", date(2021, 8, 15), None),
        ("../0999-12-31", None, date(999, 12, 31)),
    ],
)
def test_between_writes_the_shortest_form(text: str, earliest: date | None, latest: date | None) -> None:
    assert Period.between(earliest, latest).text == text


def test_a_day_and_its_month_overlap_and_are_not_equal() -> None:
    month, day = Period.parse("2023-12"), Period.parse("2023-12-01")
    assert month.overlaps(day)
    assert month.covers(day)
    assert not day.covers(month)
    assert month != day
    assert month.contains(date(2023, 12, 31))
    assert not month.contains(date(2024, 1, 1))


def test_before_means_wholly_before() -> None:
    assert Period.parse("2001").before(Period.parse("2021-08/.."))
    assert not Period.parse("2021").before(Period.parse("2021-08-15"))
    assert not Period.parse("2021-08/..").before(Period.parse("2030"))


def test_a_period_meets_the_one_that_begins_the_day_after() -> None:
    assert Period.parse("2020").meets(Period.parse("2021-01"))
    assert not Period.parse("2020").meets(Period.parse("2021-01-02"))
    assert not Period.parse("2020/..").meets(Period.parse("2021"))
    assert not Period.parse("9999").meets(Period.parse("2021"))


def test_shared_keeps_the_narrower_as_written() -> None:
    assert Period.parse("2023").shared(Period.parse("2023-12~")) == Period.parse("2023-12~")
    assert Period.parse("2021-08/..").shared(Period.parse("../2022")) == Period.parse("2021-08-01/2022-12-31")
    assert Period.parse("2021").shared(Period.parse("2022")) is None


def test_joined_spans_both() -> None:
    assert Period.parse("2021-11").joined(Period.parse("2021-12")) == Period.parse("2021-11-01/2021-12-31")
    assert Period.parse("../2001").joined(Period.parse("2021/..")) is None
    assert Period.parse("2021/..").joined(Period.parse("2022")) == Period.parse("2021/..")


def test_sorting_puts_open_starts_first_and_open_ends_last() -> None:
    texts = ["2021/..", "2021", "../2021", "2021-08", "2020"]
    periods = sorted((Period.parse(text) for text in texts), key=lambda period: period.sort_key)
    assert [period.text for period in periods] == ["../2021", "2020", "2021", "2021/..", "2021-08"]
    assert [period.open for period in periods] == [True, False, False, True, False]


@pytest.mark.parametrize(
    "text",
    [
        *["2023", "2023-12", "2024-02", "2023-12-05", "2021~", "2021-08?", "198X", "19XX", "2021-21", "2021-22"],
        *["2021-23", "2021-08/..", "../2001", "1996/2001", "2024-09-12/2024-09-19", "2014~/2018", "2021-22/2021-23"],
    ],
)
def test_the_edtf_package_bounds_it_alike(text: str) -> None:
    # Winters are left out: the package ends them with the year, we run them on to the end of February.
    theirs, ours = edtf.parse_edtf(text), Period.parse(text)
    for bound, day in ((theirs.lower_strict(), ours.earliest), (theirs.upper_strict(), ours.latest)):
        assert (None if isinstance(bound, float) else date(*bound[:3])) == day
