"""Dates told in a row for those named in a row: "Peru and Chile left in 2019 and 2021 respectively"."""

from __future__ import annotations

import re
from collections.abc import Callable

_LIST = re.compile(
    r"\b(?P<prep>in|on) (?P<dates>(?:(?! (?:in|on) )[^.;()]|(?<=and) (?:in|on) ){3,100}?),? respectively\b"
)
_BETWEEN = re.compile(r",? and |, ")
_PREP = re.compile(r"^(?:in|on) ")
_LONE_DAY = re.compile(r"\d{1,2}(?:st|nd|rd|th)?")
_MONTH_BEHIND = re.compile(r"^\d{1,2}(?:st|nd|rd|th)?( [A-Z][a-z]+(?: \d{4})?)$")
_LONE_MONTH = re.compile(r"[A-Z][a-z]+|\d{1,2} [A-Z][a-z]+|[A-Z][a-z]+ \d{1,2}")
_YEAR_BEHIND = re.compile(r"^(?:[A-Z][a-z]+|\d{1,2} [A-Z][a-z]+|[A-Z][a-z]+ \d{1,2}),?( \d{4})$")


def says_respectively(sentence: str) -> bool:
    """Tell whether a sentence pairs what it names: the first with the first, the second with the second."""
    return " respectively" in sentence


def respective(sentence: str, number: int, dated: Callable[[str], str | None]) -> tuple[str | None, ...]:
    """Give the dates of so many in the order in which they were named; empty where not each has one.

    Args:
        sentence: Its words.
        number: How many were named.
        dated: Gives the date that words such as "in 2019" are; None if they are none.
    """
    found = _LIST.search(sentence)
    parts = _BETWEEN.split(found["dates"]) if found else []
    if found is None or len(parts) != number or number == 1:
        return ()
    bare = [_PREP.sub("", part) for part in parts]
    month, year = _MONTH_BEHIND.match(bare[-1]), _YEAR_BEHIND.match(bare[-1])
    if month is not None:
        bare = [part + month[1] if _LONE_DAY.fullmatch(part) else part for part in bare]
    elif year is not None:
        bare = [part + year[1] if _LONE_MONTH.fullmatch(part) else part for part in bare]
    days = tuple(dated(f"{found['prep']} {part}") for part in bare)
    return days if all(days) else ()
