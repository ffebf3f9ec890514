"""The arithmetic of dates: from the numbers a rule found in the words to EDTF, counted from another date where need be.

Each maker takes the numbers by name, the period to count from, and the tense, and gives EDTF or None where it cannot be
worked out. ``reckon`` is the way in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta

from credence.catalog.dates import Tense
from credence.errors import BadPeriod
from credence.model.period import Period
from credence.resolve.times.calendars import islamic, solar_hijri

Fields = Mapping[str, int]

DAY = len("2021-08-15")
"""Characters of a date that is written to the day."""

MONTH = len("2021-08")
"""Characters of one that is written to the month."""

YEAR = len("2021")
"""Characters of one of which only the year is known."""

_REACH = 8  # years to look around for a day without its year; 29 February may be eight years away
_WEEK = 7
_SATURDAY = 5
_HALF_MONTH = 14
_SEASON = 3
_SPRING_BEGINS = 58  # three times 21, that of spring in EDTF, less the month in which it ends
_WEEKS = timedelta(days=120)  # longer stretches are told of with their years
_SOON = 28  # days ahead for which an act is told of in the present
_FEW = 3  # months that "the months that followed" are at least


def reckon(make: str, fields: Fields, base: Period | None, tense: Tense) -> str | None:
    """Work out a date.

    Args:
        make: Name of the arithmetic, as rules of ``data/dates`` give it.
        fields: The numbers found: ``year``, ``month``, ``day``, ``number``, ``turn`` and so on.
        base: What relative dates are counted from; None if not known.
        tense: Tense of the clause: which way a month, weekday or season without its year is looked for.

    Returns:
        EDTF; None where it cannot be worked out or the calendar has no such day.
    """
    try:
        edtf = MAKERS[make](fields, base, tense)
    except OverflowError:  # counted beyond the calendar's first or last day
        return None
    if edtf is None or parsed(edtf) is None:
        return None
    vague = "vague" in fields and fields.get("years") != 1  # "nearly two years ago" was in that very year
    return f"{edtf}~" if vague and "/" not in edtf and not edtf.endswith("~") else edtf


def parsed(edtf: str) -> Period | None:
    """Give the period an EDTF stands for, or None where the calendar has no such thing."""
    try:
        return Period.parse(edtf)
    except BadPeriod:
        return None


def _calendar(fields: Fields, base: Period | None, tense: Tense) -> str | None:
    """A date, month, season or year; without its year the one that lies nearest in the direction of the tense."""
    if "year" in fields:
        return _written(fields["year"], fields)
    if base is None or base.earliest is None or base.precision not in ("day", "month"):
        return None
    if fields.get("turn") == 0:
        return _written(base.earliest.year, fields)
    near = range(base.earliest.year - _REACH, base.earliest.year + _REACH + 1)
    if "weekday" in fields and (told := _of_weekday(fields, base)) is not None:
        return told
    return _picked((_written(year, fields) for year in near), base, fields.get("turn"), tense)


def _of_weekday(fields: Fields, base: Period) -> str | None:
    """The day that is one of its name, within a year: "Sunday, February 13" is to come where the last was no Sunday."""
    year = base.earliest.year if base.earliest is not None else 0
    days = (parsed(_written(one, fields)) for one in range(year - 1, year + 2))
    named = [
        day.text
        for day in days
        if day is not None and day.earliest is not None and day.earliest.weekday() == fields["weekday"]
    ]
    return named[0] if len(named) == 1 else None


def _in_year(fields: Fields, base: Period | None, _tense: Tense) -> str | None:
    """A date, month or season of the base's year, ``turn`` years on."""
    year = _year(base)
    return None if year is None else _written(year + fields["turn"], fields)


def _month_on(fields: Fields, base: Period | None, tense: Tense) -> str | None:
    """The next or last such month from the base; of a year, that of the year after or before."""
    if base is not None and base.precision == "season":
        base = parsed(f"{base.text[:4]}-{min(_SEASON * int(base.text[5:]) - _SPRING_BEGINS, 12):02d}")
    if base is not None and base.precision == "year" and base.earliest is not None:
        return _written(base.earliest.year + fields["turn"], fields)
    return _calendar(fields, base, tense)


def _span(fields: Fields, base: Period | None, tense: Tense) -> str | None:
    """From one day of a month to another; without its year, in that of the last day."""
    first = {"month": fields["month"], "day": fields["from_day"]}
    if "year" not in fields and (now := across(first, fields, base)) is not None:
        return now
    last = _calendar(fields, base, tense)
    if last is None:
        return None
    return f"{_written(int(last[:4]), {**fields, 'day': fields['from_day']})}/{last}"


def across(first: Fields, last: Fields, base: Period | None) -> str | None:
    """Give the weeks from one day to another, both without a year, that the base lies in; None if it does not.

    Args:
        first: The numbers of the first day.
        last: Those of the last.
        base: The day that may lie in them.
    """
    lone = all(fields.keys() & {"month", "day", "year"} == {"month", "day"} for fields in (first, last))
    if not lone or base is None or base.precision != "day" or base.earliest is None:
        return None
    year = base.earliest.year
    for begins, ends in ((year, year), (year - 1, year), (year, year + 1)):
        start, end = parsed(_written(begins, first)), parsed(_written(ends, last))
        if start is None or end is None or start.earliest is None or end.latest is None:
            continue
        if start.earliest <= base.earliest <= end.latest and end.latest - start.earliest < _WEEKS:
            return f"{start.text}/{end.text}"
    return None


def _month_day(fields: Fields, base: Period | None, tense: Tense) -> str | None:
    """A day of the base's month, ``turn`` months on; without it, the nearest such day in the direction of the tense."""
    if base is None or base.precision not in (("day", "month") if "turn" in fields else ("day",)):
        return None
    turns = (fields["turn"],) if "turn" in fields else range(-2, 3)
    months = (month for turn in turns if (month := _months_on(base, turn)))
    days = (f"{month}-{fields['day']:02d}" for month in months)
    return next(days, None) if "turn" in fields else _picked(days, base, None, tense)


def _weekday(fields: Fields, base: Period | None, tense: Tense) -> str | None:
    """The nearest day of that name, the day itself included; with ``turn``, the last before it or the next after."""
    day = _day(base)
    if base is None or day is None:
        return None
    near = (day + timedelta(days=offset) for offset in range(-_WEEK, _WEEK + 1))
    named = (other.isoformat() for other in near if other.weekday() == fields["weekday"])
    found = _picked(named, base, fields.get("turn") or None, "future" if tense == "future" else "past")
    if fields.get("turn", 0) < 0 and found == (day - timedelta(days=1)).isoformat():  # that would be "yesterday"
        return (day - timedelta(days=1 + _WEEK)).isoformat()
    return found


def _shift(fields: Fields, base: Period | None, _tense: Tense) -> str | None:
    """So many days, weeks, months or years on (``toward`` 1) or back (-1); as exact as the unit counted in."""
    steps = fields["turn"] if "turn" in fields else fields.get("number", 1) * fields["toward"]
    if "years" in fields:
        year = _year(base)
        mark = "~" if fields["years"] > 1 else ""
        return None if year is None else f"{year + steps * fields['years']:04d}{mark}"
    if "months" in fields:
        return _months_on(base, steps * fields["months"])
    day = _day(base)
    if day is None:
        return _days_from_month(base, steps * fields["days"])
    mark = "~" if fields["days"] > 1 else ""
    return f"{day + timedelta(days=steps * fields['days'])}{mark}"


def _ahead(fields: Fields, base: Period | None, tense: Tense) -> str | None:
    """So long from now, of what is to come; of what is past it says how long that took. Of mere days, the month."""
    if tense not in {"future", "either"}:
        return None
    return (_shift if "number" in fields else _about)(fields, base, tense)


def _same(_fields: Fields, base: Period | None, _tense: Tense) -> str | None:
    """The date last spoken of."""
    return base.text if base and base.precision in ("day", "month", "year") else None


def _about(_fields: Fields, base: Period | None, _tense: Tense) -> str | None:
    """The month of the date last spoken of, or its year where no month was said."""
    if base is None or base.precision not in ("day", "month", "year"):
        return None
    return base.text[:4] if base.precision == "year" else base.text[:MONTH]


def _year_pair(fields: Fields, _base: Period | None, _tense: Tense) -> str | None:
    """Two years, the second by its last two figures: 2012-16."""
    first = fields["year"]
    last = first // 100 * 100 + fields["short_year"]
    return f"{first}/{last}" if last > first else None


def _week(fields: Fields, base: Period | None, _tense: Tense) -> str | None:
    """The week, Monday to Sunday, ``turn`` weeks on; of a month, "the same week" is some week in it."""
    day = _day(base)
    if day is None:
        return base.text if base and base.precision == "month" and fields["turn"] == 0 else None
    monday = day + timedelta(days=fields["turn"] * _WEEK - day.weekday())
    return f"{monday}/{monday + timedelta(days=_WEEK - 1)}"


def _week_day(fields: Fields, base: Period | None, _tense: Tense) -> str | None:
    """A day of the week that lies ``turn`` weeks on."""
    day = _day(base)
    if day is None:
        return None
    return (day + timedelta(days=fields["turn"] * _WEEK - day.weekday() + fields["weekday"])).isoformat()


def _weekend(fields: Fields, base: Period | None, tense: Tense) -> str | None:
    """Saturday and Sunday: the last begun or, of what is to come, the next; with ``turn``, one that is not going on."""
    day, turn = _day(base), fields.get("turn", 0)
    if day is None:
        return None
    begun = day - timedelta(days=(day.weekday() - _SATURDAY) % _WEEK)
    going_on = day.weekday() >= _SATURDAY
    weeks = 1 if turn > 0 or (tense == "future" and not going_on) else -1 if turn < 0 and going_on else 0
    first = begun + timedelta(days=weeks * _WEEK)
    return f"{first}/{first + timedelta(days=1)}"


def _part(fields: Fields, base: Period | None, _tense: Tense) -> str | None:
    """The nth stretch of ``size`` months of a year: quarters and halves."""
    year = fields["year"] if "year" in fields else _year(base)
    if year is None:
        return None
    year += fields.get("turn", 0)
    last = fields["nth"] * fields["size"]
    return f"{year:04d}-{last - fields['size'] + 1:02d}/{year:04d}-{last:02d}"


def _fiscal(fields: Fields, _base: Period | None, _tense: Tense) -> str | None:
    """A fiscal year named for the year it ends in, which begins with month ``starts`` of the year before."""
    return f"{fields['year'] - 1:04d}-{fields['starts']:02d}/{fields['year']:04d}-{fields['starts'] - 1:02d}"


def _fiscal_end(fields: Fields, _base: Period | None, _tense: Tense) -> str | None:
    """The fiscal year that ends with a month."""
    last = Period.parse(_written(fields["year"], {"month": fields["month"]}))
    return f"{_months_on(last, -11)}/{last.text}"


def _within(fields: Fields, base: Period | None, tense: Tense) -> str | None:
    """From the date last spoken of to so much later, of what is past; of what is to come, the last day for it."""
    last = _shift({**fields, "toward": 1}, base, tense)
    if base is None or last is None:
        return None
    last = last.removesuffix("~")
    if tense == "future":
        return last
    first = base.text[: len(last)]
    return (f"{first}/{last}" if first < last else first) if base.precision in ("day", "month") else None


def _stretch(fields: Fields, base: Period | None, _tense: Tense) -> str | None:
    """The month last spoken of and those after it: the next for "weeks", to the end of the year for "months"."""
    if base is None or base.precision not in ("day", "month"):
        return None
    first = base.text[:MONTH]
    last = _months_on(base, 1) if "months" not in fields else max(f"{first[:4]}-12", _months_on(base, _FEW) or "")
    return f"{first}/{last}"


def _decade(fields: Fields, _base: Period | None, _tense: Tense) -> str | None:
    """A decade, from its first three digits."""
    return f"{fields['decade']:03d}X"


def _century(fields: Fields, _base: Period | None, _tense: Tense) -> str | None:
    """A century, counted from 1; EDTF has the hundred years from 1800 for the 19th."""
    return f"{fields['nth'] - 1:02d}XX"


def _solar(fields: Fields, _base: Period | None, _tense: Tense) -> str | None:
    """A Solar Hijri day."""
    day = solar_hijri(fields["hijri_year"], fields["solar_month"], fields["day"])
    return day.isoformat() if day else None


def _islamic(fields: Fields, _base: Period | None, _tense: Tense) -> str | None:
    """An Islamic day, approximate as the tabular calendar is."""
    day = islamic(fields["hijri_year"], fields["islamic_month"], fields["day"])
    return f"{day}~" if day else None


def _none(_fields: Fields, _base: Period | None, _tense: Tense) -> str | None:
    """Words known to be no date."""
    return None


MAKERS: Mapping[str, Callable[[Fields, Period | None, Tense], str | None]] = {
    "about": _about,
    "ahead": _ahead,
    "calendar": _calendar,
    "century": _century,
    "decade": _decade,
    "fiscal": _fiscal,
    "fiscal_end": _fiscal_end,
    "in_year": _in_year,
    "islamic": _islamic,
    "month_day": _month_day,
    "month_on": _month_on,
    "none": _none,
    "part": _part,
    "same": _same,
    "shift": _shift,
    "solar": _solar,
    "span": _span,
    "stretch": _stretch,
    "week": _week,
    "week_day": _week_day,
    "weekday": _weekday,
    "weekend": _weekend,
    "within": _within,
    "year_pair": _year_pair,
}
"""Every arithmetic a rule may name under ``make``."""


def _written(year: int, fields: Fields) -> str:
    """Write a year with the month or season and the day that are given, whether or not the calendar has it."""
    rest = [f"{fields[name]:02d}" for name in ("month", "season", "day") if name in fields]
    return "-".join([f"{year:04d}", *rest])


def _picked(texts: Iterable[str], base: Period, turn: int | None, tense: Tense) -> str | None:
    """Pick from dates in order: the last before or next after with ``turn``, else the nearest in the tense's way."""
    periods = [period for period in map(parsed, texts) if period]
    if turn is None and tense == "either":
        found = sorted(periods, key=lambda period: _distance(period, base))[:1]
    elif turn is None and tense == "future":
        found = [period for period in periods if not period.before(base)][:1]
    elif turn is None:
        soon = [period for period in periods if tense == "present" and _is_soon(period, base)]
        found = soon or [period for period in periods if not base.before(period)][-1:]
    elif turn > 0:
        found = [period for period in periods if base.before(period)][:1]
    else:
        found = [period for period in periods if period.before(base)][-1:]
    return found[0].text if found else None


def _is_soon(period: Period, base: Period) -> bool:
    """Whether a day lies ahead of another, but not by more than weeks: "travels to Chad on 3 May"."""
    return period.precision == "day" and base.before(period) and _distance(period, base) <= _SOON


def _distance(period: Period, base: Period) -> int:
    """How many days lie between two periods."""
    gaps = [(period.earliest, base.latest), (base.earliest, period.latest)]
    return max(0, *((later - sooner).days for later, sooner in gaps if later and sooner))


def _days_from_month(base: Period | None, days: int) -> str | None:
    """The month some days on from a month: that month for a few; for weeks, counted from its middle."""
    if base is None or base.earliest is None or base.precision != "month":
        return None
    if abs(days) <= _WEEK:
        return base.text
    return f"{base.earliest + timedelta(days=_HALF_MONTH + days):%Y-%m}~"


def _day(base: Period | None) -> date | None:
    """Give the base's day, where it is one."""
    return base.earliest if base and base.precision == "day" else None


def _year(base: Period | None) -> int | None:
    """Give the base's year, where it lies in one."""
    if base is None or base.earliest is None or base.latest is None:
        return None
    return base.earliest.year if base.earliest.year == base.latest.year else None


def _months_on(base: Period | None, steps: int) -> str | None:
    """Give the month so many months from the base's, where the base is a day or a month."""
    if base is None or base.earliest is None or base.precision not in ("day", "month"):
        return None
    year, month = divmod(base.earliest.year * 12 + base.earliest.month - 1 + steps, 12)
    return f"{year:04d}-{month + 1:02d}"
