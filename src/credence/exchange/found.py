"""What a search found, as plain JSON values."""

from __future__ import annotations

from collections.abc import Iterator

from credence.model.document import Document, Span
from credence.model.found import Found, FoundClaim, FoundDocument
from credence.model.plain import Plain, claim_to_plain


def found_to_plain(found: Found) -> Plain:
    """Give what was found as values that JSON can hold, members always in the same order."""
    return {
        "documents": [_document(each) for each in found.documents],
        "claims": [_claim(each) for each in found.claims],
        "more": found.more,
    }


def found_one_by_one(found: Found) -> Iterator[Plain]:
    """Give each document, then each claim; ``found`` says which of the two it is."""
    yield from ({"found": "document", **_document(each)} for each in found.documents)
    yield from ({"found": "claim", **_claim(each)} for each in found.claims)


def _document(found: FoundDocument) -> Plain:
    document = found.document
    return {
        "id": document.id,
        "title": document.title,
        "published": document.published,
        "publisher": document.publisher,
        "url": document.url,
        "version": document.sha256,
        "places": found.places,
        "passage": _passage(document, found.passage),
    }


def _passage(document: Document, span: Span | None) -> Plain | None:
    return None if span is None else {"start": span.start, "end": span.end, "text": span.of(document.text)}


def _claim(found: FoundClaim) -> Plain:
    return {**claim_to_plain(found.claim), "finding": found.finding, "places": found.places}
