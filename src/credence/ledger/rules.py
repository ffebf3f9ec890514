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
        Unreadable: If document or claim holds NUL or half a surrogate pair.
    """
    by_document = {recording.document: recording.claims for recording in recordings}
    return tuple(Recording(document, _checked(document, claims)) for document, claims in by_document.items())


def unstorable(words: str) -> str | None:
    """Say what no ledger keeps in these words, and where; None if nothing. PostgreSQL cannot hold NUL."""
    if "\0" in words:
        return f"NUL at character {words.index(chr(0))}"
    try:
        words.encode()
    except UnicodeEncodeError as error:
        return f"half a surrogate pair at character {error.start}"
    return None


def require_storable(place: str, *words: str | None) -> None:
    """Refuse words that no ledger keeps.

    Args:
        place: Whose words they are, for messages.
        words: The words, each of which may be missing.

    Raises:
        Unreadable: If some hold NUL or half a surrogate pair.
    """
    for each in words:
        if cause := unstorable(each or ""):
            raise Unreadable(place, cause, "save it as proper UTF-8 text and read it again")


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
    particulars = (document.title, document.published, document.publisher, document.url, document.lang)
    require_storable(f"document {document.id!a}", document.id, document.text, *particulars)
    version = document.sha256
    by_id: dict[str, Claim] = {}
    for claim in claims:
        if (claim.doc, claim.version) != (document.id, version):
            raise WrongUse(
                _place(claim, document),
                "the claim is of another document or version",
                "record it with its own document",
            )
        if document.text[claim.quote.start : claim.quote.end] != claim.quote.text:
            raise WrongUse(
                _place(claim, document),
                "its words do not stand in the text where it says",
                "take the quote from the text",
            )
        if (first := by_id.setdefault(claim.id, claim)) is not claim and first != claim:
            raise WrongUse(
                _place(claim, document), "two different claims have this id", "merge them before they are recorded"
            )
    found = tuple(by_id.values())
    _require_storable(found, document)
    return found


def _require_storable(claims: tuple[Claim, ...], document: Document) -> None:
    # Asked of all at once, for nearly always there is nothing.
    if unstorable("".join([word for each in claims for word in _words(each) if word])) is not None:
        for claim in claims:
            require_storable(ascii(_place(claim, document)), *_words(claim))


def _place(claim: Claim, document: Document) -> str:
    return f"{document.id}, claim {claim.id}"


def _words(claim: Claim) -> list[str | None]:
    """Give all words of a claim but its quote, which its document holds."""
    words = [claim.pattern, claim.kind, claim.when, claim.step]
    for role, value in claim.roles:
        words += (role, value) if isinstance(value, str) else (role, *value)
    for voice in claim.voices:
        words += (voice.name, voice.party, voice.office)
    return words


def _written(moment: datetime) -> str:
    return moment.astimezone(UTC).replace(microsecond=0, tzinfo=None).isoformat() + "Z"


def _last_second(month_or_day: str) -> str:
    if len(month_or_day) == len("2024-09-21"):
        last = datetime.fromisoformat(month_or_day)
    else:
        last = datetime.fromisoformat(f"{month_or_day}-28") + timedelta(days=4)
        last -= timedelta(days=last.day)
    return f"{last.date().isoformat()}T23:59:59Z"
