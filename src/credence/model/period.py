"""Periods: when something happened or holds, in the part of EDTF (ISO 8601-2:2019) that Credence writes.

    2021-08-15              a day
    2021-08                 a month
    2021-21 … 2021-24       spring, summer, autumn, winter of a year, whatever the hemisphere
    2021                    a year
    199X, 18XX              a decade, a hundred years
    2024-09-12/2024-09-19   an interval; its ends may be any of the above
    2021-08/.., ../2001     an interval open at one end
    2021?, 2021~, 2021%     uncertain, approximate, both

A period is kept as it was written: ``2023-12`` and ``2023-12-01`` overlap, and are not equal. Comparing goes by whole
days, from the first that may be meant to the last. Being approximate moves neither: ``vague`` says so, and whoever
compares decides what to make of it.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal, Self

from credence.errors import BadPeriod

Precision = Literal["day", "month", "season", "year", "decade", "century", "interval"]

_DAY = timedelta(days=1)
_SIMPLE = re.compile(
    r"(?P<year>\d{4}|\d{3}X|\d{2}XX)(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?(?P<vague>[?~%]?)", re.ASCII
)
_SEASONS = {21: 3, 22: 6, 23: 9, 24: 12}  # EDTF number of the season, and the month it begins with
_LENGTH = 3  # months of a season
_REMEDY = "write a date as EDTF: 2021, 2021-08, 2021-08-15, 199X, 2021-08/.. or 1996/2001"


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of days as written in EDTF, with its first and last day.

    Seasons are laid on the calendar as in the northern hemisphere, by meteorologists' months: spring is March to May,
    winter December to the February after it.

    Attributes:
        text: The EDTF as written; the only thing that is stored and shown.
        earliest: First day that may be meant; None where the start is open.
        latest: Last day that may be meant; None where the end is open.
        precision: Unit it is written in; "interval" for everything with a slash.
        vague: Whether ``?``, ``~`` or ``%`` stands with it or with either end.
    """

    text: str
    earliest: date | None
    latest: date | None
    precision: Precision
    vague: bool = False

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a period.

        Args:
            text: EDTF, without blanks around it.

        Raises:
            BadPeriod: The text is not of the forms above, names a day that does not exist, or ends before it begins.
        """
        start, slash, end = text.partition("/")
        if not slash:
            return cls(text, *_bounds(text, text))
        if start == end == "..":
            raise BadPeriod(repr(text), "an interval open at both ends says nothing", _REMEDY)
        earliest, _, _, first_vague = _bounds(start, text) if start != ".." else _OPEN
        _, latest, _, last_vague = _bounds(end, text) if end != ".." else _OPEN
        if earliest and latest and latest < earliest:
            raise BadPeriod(repr(text), "the interval ends before it begins", "put the earlier date first")
        return cls(text, earliest, latest, "interval", first_vague or last_vague)

    @classmethod
    def between(cls, earliest: date | None, latest: date | None) -> Self:
        """Make the shortest period from a first day to a last, both included.

        Args:
            earliest: First day; None to leave the start open.
            latest: Last day; None to leave the end open.

        Returns:
            A year, month or day where the two bound just that, an interval otherwise.

        Raises:
            BadPeriod: Both are None, or the last day comes before the first.
        """
        if earliest and latest:
            for text in (earliest.isoformat()[:4], earliest.isoformat()[:7], earliest.isoformat()):
                whole = cls.parse(text)
                if (whole.earliest, whole.latest) == (earliest, latest):
                    return whole
        return cls.parse(f"{earliest or '..'}/{latest or '..'}")

    @property
    def open(self) -> bool:
        """Tell whether either end is open."""
        return self.earliest is None or self.latest is None

    def contains(self, day: date) -> bool:
        """Tell whether a day lies within the period."""
        return (self.earliest or date.min) <= day <= (self.latest or date.max)

    def covers(self, other: Period) -> bool:
        """Tell whether every day of the other lies within this period."""
        return self._first <= other._first and other._last <= self._last

    def overlaps(self, other: Period) -> bool:
        """Tell whether the two share a day, so that both may speak of the same moment."""
        return self._first <= other._last and other._first <= self._last

    def before(self, other: Period) -> bool:
        """Tell whether this period is wholly over when the other begins."""
        return self._last < other._first

    def meets(self, other: Period) -> bool:
        """Tell whether the other begins on the day after this period ends."""
        return self.latest is not None and self.latest != date.max and self.latest + _DAY == other.earliest

    def shared(self, other: Period) -> Period | None:
        """Give the days both have in common; None if there are none.

        Where one lies within the other it is given as written: ``2023`` and ``2023-12~`` share ``2023-12~``.
        """
        if not self.overlaps(other):
            return None
        if other.covers(self):
            return self
        if self.covers(other):
            return other
        return Period.between(_known(max(self._first, other._first)), _known(min(self._last, other._last)))

    def joined(self, other: Period) -> Period | None:
        """Give the shortest period that holds both; None where that would be all time.

        As in ``shared``, the wider of two nested periods is given as written.
        """
        if self.covers(other):
            return self
        if other.covers(self):
            return other
        first, last = _known(min(self._first, other._first)), _known(max(self._last, other._last))
        return Period.between(first, last) if first or last else None

    @property
    def sort_key(self) -> tuple[date, date, str]:
        """Key to sort by: first day, last day, then the text; open starts come first, open ends last."""
        return self._first, self._last, self.text

    @property
    def _first(self) -> date:
        return self.earliest or date.min

    @property
    def _last(self) -> date:
        return self.latest or date.max

    def __str__(self) -> str:
        """Give the EDTF."""
        return self.text


_Bounds = tuple[date | None, date | None, Precision, bool]
_OPEN: _Bounds = (None, None, "interval", False)


def _known(day: date) -> date | None:
    """Turn the first and last day of the calendar, which stand for open ends in comparing, back into None."""
    return None if day in (date.min, date.max) else day


@lru_cache(maxsize=1 << 14)  # the same days come again and again
def _bounds(text: str, place: str) -> _Bounds:
    """Work out first day, last day, precision and vagueness of a date that is no interval."""
    found = _SIMPLE.fullmatch(text)
    if not found:
        raise BadPeriod(repr(place), f"{text!r} is not a date in EDTF", _REMEDY)
    month, day = (int(digits) if digits else None for digits in found.group("month", "day"))
    try:
        return *_days(found["year"], month, day), bool(found["vague"])
    except ValueError as error:
        raise BadPeriod(repr(place), f"{text!r} is not in the calendar", _REMEDY) from error


def _days(year: str, month: int | None, day: int | None) -> tuple[date, date, Precision]:
    """Work out first and last day; ValueError where the calendar has no such thing."""
    if "X" in year:
        if month is not None:
            raise ValueError(year)
        first, last = int(year.replace("X", "0")), int(year.replace("X", "9"))
        return date(first, 1, 1), date(last, 12, 31), "decade" if year[2] != "X" else "century"
    number = int(year)
    if month is None:
        return date(number, 1, 1), date(number, 12, 31), "year"
    if day is not None:
        return date(number, month, day), date(number, month, day), "day"
    if month in _SEASONS:
        return *_season(number, _SEASONS[month]), "season"
    start = date(number, month, 1)
    return start, start.replace(day=monthrange(number, month)[1]), "month"


def _season(year: int, month: int) -> tuple[date, date]:
    """Give first and last day of the season that begins with a month."""
    end_year, end_month = divmod(year * 12 + month - 1 + _LENGTH, 12)  # the month after the season, counted from 0
    return date(year, month, 1), date(end_year, end_month + 1, 1) - _DAY
