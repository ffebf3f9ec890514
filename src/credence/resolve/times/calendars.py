"""Other calendars as days of ours (the proleptic Gregorian one). Both are arithmetic; neither asks the sky."""

from __future__ import annotations

from datetime import date

_SOLAR_YEARS = range(1178, 1634)  # where the 33-year rule and the observed equinox agree
_SOLAR_ZERO = date(2021, 3, 21).toordinal()  # 1 Hamal (Farvardin) 1400
_SOLAR_ANCHOR = 1400
_LONG_MONTHS = 6  # the first six have 31 days, the next five 30, the last 29 or 30
_MONTHS = 12
_ISLAMIC_ZERO = date(622, 7, 19).toordinal()  # 1 Muharram 1, 16 July 622 in the Julian calendar


def solar_hijri(year: int, month: int, day: int) -> date | None:
    """Give the day of a date in the Solar Hijri calendar of Afghanistan and Iran.

    A year is leap when ``(25 * year + 11) % 33 < 8``: the 33-year cycle, which meets the equinox in the years 1178 to
    1633 (K. M. Borkowski, "The Persian calendar for 3000 years", Earth, Moon, and Planets 74, 1996).

    Args:
        year: Solar Hijri year; 1178 to 1633.
        month: 1 (Hamal, Farvardin) to 12 (Hut, Esfand).
        day: Day of the month, from 1.

    Returns:
        The day; None where the calendar has no such day or the rule does not reach.
    """
    if year not in _SOLAR_YEARS or not 1 <= month <= _MONTHS or not 1 <= day <= _solar_length(year, month):
        return None
    leaps = _solar_leaps(year) - _solar_leaps(_SOLAR_ANCHOR)
    before = 31 * min(month - 1, _LONG_MONTHS) + 30 * max(month - 1 - _LONG_MONTHS, 0)
    return date.fromordinal(_SOLAR_ZERO + 365 * (year - _SOLAR_ANCHOR) + leaps + before + day - 1)


def _solar_leaps(year: int) -> int:
    """Count the leap years before a year, from an arbitrary start."""
    return (8 * year + 21) // 33


def _solar_length(year: int, month: int) -> int:
    if month <= _LONG_MONTHS:
        return 31
    return 30 if month < _MONTHS or (25 * year + 11) % 33 < 8 else 29  # the rule's own figures


def islamic(year: int, month: int, day: int) -> date | None:
    """Give the day of a date in the Islamic calendar by the tabular civil reckoning.

    Months have 30 and 29 days in turn, and eleven years of thirty a day more (J. Meeus, "Astronomical Algorithms",
    chapter 9). Months that begin when the moon is seen differ from it by a day or two, so the day is approximate.

    Args:
        year: Year AH, from 1.
        month: 1 (Muharram) to 12 (Dhu al-Hijja).
        day: Day of the month, 1 to 30.

    Returns:
        The day; None where no month can have it.
    """
    if year < 1 or not 1 <= month <= _MONTHS or not 1 <= day <= 30:  # no month is longer
        return None
    before = (59 * (month - 1) + 1) // 2  # 29.5 days a month, rounded up
    return date.fromordinal(_ISLAMIC_ZERO + 354 * (year - 1) + (3 + 11 * year) // 30 + before + day - 1)
