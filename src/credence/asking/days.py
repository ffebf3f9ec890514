"""Days that people ask about."""

from __future__ import annotations

from datetime import date

from credence.errors import BadPeriod
from credence.model.period import Period


def one_day(text: str) -> date:
    """Read one day.

    Args:
        text: EDTF.

    Raises:
        BadPeriod: If it is no EDTF, or more or less than one day.
    """
    period = Period.parse(text)
    if period.precision != "day" or period.earliest is None:
        raise BadPeriod(f"“{text}”", "it is not one day", "write it as 2024-09-21")
    return period.earliest
