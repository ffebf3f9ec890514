"""Dates as tracing reads them: what cannot be read says nothing here, for the judge reports it."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from credence.errors import BadPeriod
from credence.model.period import Period


@lru_cache(maxsize=1 << 14)  # the same days come again and again
def read_date(text: str | None) -> Period | None:
    """Read a date; None where there is none, or it cannot be read."""
    try:
        return Period.parse(text) if text else None
    except BadPeriod:
        return None


def last_day(text: str | None) -> date | None:
    """Give the last day a date may mean; None where it has none."""
    period = read_date(text)
    return period.latest if period else None
