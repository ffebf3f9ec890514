"""A document: its text with its claims marked in place, and what is known of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated
from urllib.parse import urlsplit

from fastapi import APIRouter, Path, Response

from credence.asking.documents import ReadIn, document_read, read_in_to_plain
from credence.model.document import Document
from credence.serve.answers import written
from credence.serve.page import files
from credence.serve.page.files import Form
from credence.serve.page.marking import Text, text_of
from credence.serve.page.parts import downloads
from credence.serve.page.question import Asked, PageQuestion
from credence.show.words import day, many

router = APIRouter()

Id = Annotated[str, Path(max_length=500)]


@dataclass(frozen=True, slots=True)
class View:
    """The page.

    Attributes:
        id: Id of the document.
        title: Its title, or its id.
        about: Publisher and date, as far as known.
        url: Where it can be found again, if that is an address of the web; empty otherwise.
        text: Its text with its claims.
        told: How many claims there are.
        version: Hash of the text.
        downloads: Name and address of each form it can be had in.
    """

    id: str
    title: str
    about: str
    url: str
    text: Text
    told: str
    version: str
    downloads: tuple[tuple[str, str], ...]


@router.get("/document/{document:path}")
def document(asked: Asked, document: Id, form: Form = None) -> Response:
    """Show a document as it was read."""
    if form is None:
        return asked.show("document.html", lambda: _view(asked, _read(asked, document)))
    return asked.keep(f"document-{document}", form, lambda: _file(_read(asked, document), form))


def web_address(document: Document) -> str:
    """Give a document's address if a browser may follow it; empty otherwise: documents are hostile."""
    url = document.url or ""
    try:
        parts = urlsplit(url)
        leads = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:  # a port that is none, a bracket without its other
        return ""
    return url if leads else ""


def about(document: Document) -> str:
    """Say by whom and when a document was published, as far as known."""
    parts = (document.publisher, day(document.published) if document.published else None)
    return ", ".join(part for part in parts if part)


def _read(asked: PageQuestion, document: str) -> ReadIn:
    return document_read(asked.ledger, document, known=asked.moment.known)


def _view(asked: PageQuestion, read: ReadIn) -> View:
    document = read.document
    return View(
        id=document.id,
        title=document.title or document.id,
        about=about(document),
        url=web_address(document),
        text=text_of(document, read.claims, asked.frame),
        told=many(len(read.claims), "claim"),
        version=document.sha256,
        downloads=downloads(asked.frame, "csv", "json"),
    )


def _file(read: ReadIn, form: str) -> bytes:
    if form == "json":
        return written(read_in_to_plain(read))
    head = ("document", "claim", "finding", "kind", "polarity", "mood", "when", "start", "end", "words")
    rows = (
        (each.doc, each.id, finding, each.kind, each.polarity, each.mood, each.when, each.quote.start, each.quote.end,
         each.quote.text)
        for each, finding in read.claims
    )  # fmt: skip
    return files.table(head, rows)
