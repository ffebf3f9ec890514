"""Rules that hold for every ledger: what may be recorded, how moments are written, what "as known" means."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from credence.errors import Unreadable, WrongUse
from credence.ledger.interface import Recording
from credence.model.claim import Claim
from credence.model.document import Document

_MONTH_OR_DAY = re.compile(r"\d{4}-\d{2}(-\d{2})?")


def ready(recordings: Iterable[Recording]) -> tuple[Recording, ...]:
    """Check readings and give them one a document: the last, at the place of the first.

    Raises:
        WrongUse: If a claim is not of its document, its words do not stand there, or two have one id.
        Unreadable: If the document holds half a surrogate pair.
    """
    by_document = {recording.document: recording.claims for recording in recordings}
    return tuple(Recording(document, _checked(document, claims)) for document, claims in by_document.items())


def parties_of(claim: Claim) -> frozenset[str]:
    """Give all that a claim can be looked up by: every value of every role, members of sets one by one."""
    values = (value if isinstance(value, tuple) else (value,) for _, value in claim.roles)
    return frozenset(member for members in values for member in members)


def utc(moment: str) -> str:
    """Give a moment in UTC to the second: ``2024-09-21T10:00:00Z``.

    Raises:
        WrongUse: If it is no ISO 8601 moment with its offset from UTC.
    """
    try:
        parsed = datetime.fromisoformat(moment)
        if parsed.tzinfo is None:
            raise WrongUse("moment", f"{moment!r} does not say its offset from UTC", "end it with Z or an offset")
        return _written(parsed)
    except (ValueError, OverflowError) as error:
        raise WrongUse("moment", f"{moment!r} is no ISO 8601 moment", "write it like 2024-09-21T10:00:00Z") from error


def cutoff(known: int | str) -> int | str:
    """Give the last transaction number, or the last moment in UTC, that ``known`` lets in.

    A day lets in all of the day; a moment without offset is in UTC.

    Raises:
        WrongUse: If it is neither a number nor an ISO month, day or moment.
    """
    if isinstance(known, int):
        return known
    try:
        if known.isdecimal():
            return int(known)
        if _MONTH_OR_DAY.fullmatch(known):
            return _last_second(known)
        if "T" in known:
            parsed = datetime.fromisoformat(known)
            return _written(parsed if parsed.tzinfo else parsed.replace(tzinfo=UTC))
    except (ValueError, OverflowError):
        pass
    remedy = "give a transaction's number, or a day like 2024-09-21, or a moment like 2024-09-21T10:00:00Z"
    raise WrongUse("known", f"{known!r} is neither a transaction nor a date", remedy)


def _checked(document: Document, claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    for value in (document.id, document.text, document.title, document.publisher, document.url):
        _require_encodable(document, value)
    version = document.sha256
    by_id: dict[str, Claim] = {}
    for claim in claims:
        place = f"{document.id}, claim {claim.id}"
        if (claim.doc, claim.version) != (document.id, version):
            raise WrongUse(place, "the claim is of another document or version", "record it with its own document")
        if claim.quote.span.of(document.text) != claim.quote.text:
            raise WrongUse(place, "its words do not stand in the text where it says", "take the quote from the text")
        if by_id.setdefault(claim.id, claim) != claim:
            raise WrongUse(place, "two different claims have this id", "merge them before they are recorded")
    return tuple(by_id.values())


def _require_encodable(document: Document, value: str | None) -> None:
    try:
        (value or "").encode()
    except UnicodeEncodeError as error:
        cause = f"half a surrogate pair at character {error.start}"
        raise Unreadable(f"document {document.id!a}", cause, "save it as proper UTF-8 and read it again") from error


def _written(moment: datetime) -> str:
    return moment.astimezone(UTC).replace(microsecond=0, tzinfo=None).isoformat() + "Z"


def _last_second(month_or_day: str) -> str:
    if len(month_or_day) == len("2024-09-21"):
        last = datetime.fromisoformat(month_or_day)
    else:
        last = datetime.fromisoformat(f"{month_or_day}-28") + timedelta(days=4)
        last -= timedelta(days=last.day)
    return f"{last.date().isoformat()}T23:59:59Z"
