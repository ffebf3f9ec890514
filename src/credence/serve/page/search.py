"""Searching for words: documents in which they stand, and claims in whose quotes they do."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Query, Response

from credence.asking.names import kinds_and_families, label, party_id, require_kind
from credence.asking.searching import Choice, search
from credence.catalog.kinds import load_kinds
from credence.exchange.found import found_to_plain
from credence.ledger import parse_query
from credence.model.found import Found, FoundClaim, FoundDocument
from credence.serve.answers import written
from credence.serve.page import files
from credence.serve.page.document import about
from credence.serve.page.files import Form
from credence.serve.page.frame import Frame
from credence.serve.page.parts import downloads, quote_of
from credence.serve.page.question import Asked, PageQuestion
from credence.show import claim_sentence

router = APIRouter()

MOST = 50
"""Documents, and claims, that are shown."""

Words = Annotated[str, Query(max_length=200)]


@dataclass(frozen=True, slots=True)
class Paper:
    """A document that was found.

    Attributes:
        title: Its title, or its id.
        about: Publisher and date, as far as known.
        before: What stands before the passage: an ellipsis, or nothing.
        passage: The words around the first place; empty where they stand in the title alone.
        places: At how many places the words stand.
        href: Its page.
    """

    title: str
    about: str
    before: str
    passage: str
    places: int
    href: str


@dataclass(frozen=True, slots=True)
class Saying:
    """A claim that was found.

    Attributes:
        says: What it says, as a sentence.
        text: Its words.
        doc: Id of its document.
        href: The finding it is evidence of.
        place: Where it stands in its document.
    """

    says: str
    text: str
    doc: str
    href: str
    place: str


@dataclass(frozen=True, slots=True)
class View:
    """The page.

    Attributes:
        words: The words asked for, as written.
        party: The party asked about, as written; empty for any.
        kind: The kind or family; empty for any.
        kinds: Kinds and families to choose from.
        asked: Whether anything was asked for.
        papers: Documents found.
        sayings: Claims found.
        more: Whether there are more than are shown.
        downloads: Name and address of each form it can be had in.
    """

    words: str
    party: str
    kind: str
    kinds: tuple[str, ...]
    asked: bool
    papers: tuple[Paper, ...] = ()
    sayings: tuple[Saying, ...] = ()
    more: bool = False
    downloads: tuple[tuple[str, str], ...] = ()


@router.get("/search")
def found(
    asked: Asked,
    words: Annotated[str, Query(alias="q", max_length=1000)] = "",
    party: Words = "",
    kind: Words = "",
    form: Form = None,
) -> Response:
    """Show what answers a search."""
    if kind:
        require_kind(kind)
    if not words.strip():
        return asked.show("search.html", lambda: View(words, party, kind, kinds_and_families(), asked=False))
    parse_query(words)
    choice = Choice((party_id(party),) if party else (), kind or None, asked.moment.day)

    def answer() -> Found:
        return search(asked.ledger, parse_query(words), choice, known=asked.moment.known, limit=MOST)

    if form is None:
        return asked.show("search.html", lambda: _view(asked, words, party, kind, answer()))
    return asked.keep("search", form, lambda: _file(answer(), form))


def _view(asked: PageQuestion, words: str, party: str, kind: str, found: Found) -> View:
    frame = asked.frame
    papers = tuple(_paper(each, frame) for each in found.documents)
    sayings = tuple(_saying(each, frame) for each in found.claims)
    kept = downloads(frame, "csv", "json")
    return View(words, party, kind, kinds_and_families(), True, papers, sayings, found.more, kept)  # noqa: FBT003 - it was asked


def _paper(found: FoundDocument, frame: Frame) -> Paper:
    document, passage = found.document, found.passage
    return Paper(
        title=document.title or document.id,
        about=about(document),
        before="… " if passage and passage.start else "",
        passage=" ".join(passage.of(document.text).split()) if passage else "",
        places=found.places,
        href=frame.to(f"/document/{document.id}"),
    )


def _saying(found: FoundClaim, frame: Frame) -> Saying:
    claim = found.claim
    return Saying(
        says=claim_sentence(claim, load_kinds(), label),
        text=quote_of(claim),
        doc=claim.doc,
        href=frame.to(f"/finding/{found.finding}"),
        place=f"{frame.to(f'/document/{claim.doc}')}#{claim.id}",
    )


def _file(found: Found, form: str) -> bytes:
    if form == "json":
        return written(found_to_plain(found))
    head = ("found", "document", "title", "publisher", "published", "places", "claim", "finding", "words")
    return files.table(head, _cells(found))


def _cells(found: Found) -> Iterator[tuple[object, ...]]:
    for paper in found.documents:
        document = paper.document
        passage = paper.passage.of(document.text) if paper.passage else ""
        yield ("document", document.id, document.title, document.publisher, document.published, paper.places, "", "",
               passage)  # fmt: skip
    for each in found.claims:
        yield "claim", each.claim.doc, "", "", "", each.places, each.claim.id, each.finding, each.claim.quote.text
