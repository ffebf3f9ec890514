"""When words were published, and when they count as told.

A text has as many dates as it has copies, and any of them may be wrong. Two questions are asked of them. By when were
the words out? That bounds when something began, and the earliest date counts, in whatever order documents came. Was a
denial told before or after? That bears on credence, which no copy is to change, whatever its date: so a text counts as
told on the day of the document of it that was recorded first.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from credence.errors import BadPeriod
from credence.model.origin import Place, TracedClaim, dated_by
from credence.model.period import Period
from credence.model.testimony import Testimony, of_copies

parsed = lru_cache(maxsize=1 << 14)(Period.parse)  # the same days come again and again


@dataclass(frozen=True, slots=True)
class Dates:
    """What dates documents have.

    Attributes:
        published: Document id to date of publication, as EDTF; what is missing is undated.
        recorded: Document id to its place in the order of recording; what is missing comes last.
    """

    published: Mapping[str, str | None]
    recorded: Mapping[str, Place]


def read_date(text: str | None, what: str, id_: str, which: str) -> Period | None:
    """Read a date, and say where it stands if it cannot be read.

    Raises:
        BadPeriod: It is not EDTF.
    """
    try:
        return None if text is None else parsed(text)
    except BadPeriod as error:
        raise BadPeriod(f"{what} {id_}, {which} {error.place}", error.cause, error.remedy) from error


def published_on(traced: TracedClaim, dates: Dates) -> Period | None:
    """Give by when a claim's words were out: the earlier date of its document and of the first of its text.

    Raises:
        BadPeriod: A date is not EDTF.
    """
    if traced.origin.doc == traced.claim.doc:
        return _day(traced.claim.doc, dates)
    days = [_day(doc, dates) for doc in (traced.origin.doc, traced.claim.doc)]
    return min((day for day in days if day), key=lambda day: day.latest or date.max, default=None)


def told_on(traced: Iterable[TracedClaim], dates: Dates) -> dict[str, Period | None]:
    """Give when the texts of claims count as told: on the day of the document of each that was recorded first.

    Args:
        traced: The claims; for each thing, all claims about it.
        dates: Of their documents.

    Returns:
        The id of the first of a text to the day; None where that is not known.

    Raises:
        BadPeriod: A date is not EDTF.
    """
    return _told(((each.origin.doc, each.claim.doc) for each in traced), dates)


def told_of_copies(testimonies: Iterable[Testimony], dates: Dates) -> dict[str, Period | None]:
    """Give the same of the texts of which there are copies; any other counts as told when its words were out.

    Args:
        testimonies: What was said; for each thing, all that was said about it.
        dates: Of the documents of these texts.

    Raises:
        BadPeriod: A date is not EDTF.
    """
    return _told(((each.text, each.doc) for each in of_copies(testimonies)), dates)


def _told(copies: Iterable[tuple[str, str]], dates: Dates) -> dict[str, Period | None]:
    return {text: _day(doc, dates) for text, doc in dated_by(copies, dates.recorded).items()}


def _day(doc: str, dates: Dates) -> Period | None:
    return read_date(dates.published.get(doc), "document", doc, "date of publication")
