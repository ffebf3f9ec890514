"""The first and the last day that a date written as EDTF can mean."""

from __future__ import annotations

import re
from functools import lru_cache

from credence.errors import BadPeriod

_EDTF_DATE = re.compile(r"(\d{2}[\dX]{2})(?:-([\dX]{2})(?:-([\dX]{2}))?)?")


@lru_cache(maxsize=4096)  # the days on which those who lead took office are compared with every document's
def day_bounds(edtf: str) -> tuple[str, str]:
    """Give the first and the last day that an EDTF date or interval can mean, as ISO dates that compare as text.

    Open and unknown ends reach as far as years do. Seasons count as their year; qualifiers (``~ ? %``) change nothing.

    Raises:
        BadPeriod: If it is neither.
    """
    first, slash, last = edtf.partition("/")
    return _edge(first, "00", "0000-00-00"), _edge(last if slash else first, "99", "9999-99-99")


def _edge(date: str, digits: str, unbounded: str) -> str:
    if date in ("", ".."):
        return unbounded
    match = _EDTF_DATE.fullmatch(date.rstrip("~?%"))
    if not match:
        raise BadPeriod(date, "is not an EDTF date", "write 2021, 2021-08, 2021-08-15, or two of these with / between")
    year, month, day = match.groups()
    if month is None or "X" in month or int(month) > 12:
        month, day = digits, digits
    if day is None or "X" in day:
        day = digits
    return f"{year.replace('X', digits[0])}-{month}-{day}"
