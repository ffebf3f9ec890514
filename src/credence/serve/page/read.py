"""Reading what a person hands in: its claims marked and set beside the ledger, before anything is recorded."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath
from typing import Annotated

from fastapi import APIRouter, File, Form, Request, Response, UploadFile
from fastapi.responses import RedirectResponse

from credence.asking.check import check_document
from credence.asking.days import one_day
from credence.asking.documents import placed
from credence.asking.names import label
from credence.asking.reading import read_all
from credence.errors import WrongUse
from credence.fetch import media
from credence.flow import ReadDocument
from credence.model.check import WRONG, Checked, CheckedClaim
from credence.model.document import Document, Original
from credence.model.period import Period
from credence.serve.access import WhoAsks
from credence.serve.desk import Desk, desk_of
from credence.serve.handed_in import pasted, read_original
from credence.serve.page.document import about
from credence.serve.page.frame import Frame
from credence.serve.page.frame import address as address_of
from credence.serve.page.login import require_form_key
from credence.serve.page.marking import Mark, Text, text_of
from credence.serve.page.parts import Line, line_of
from credence.serve.page.question import Asked, PageQuestion, rendered
from credence.serve.problems import Refused
from credence.show.check import bearing, notes
from credence.show.words import day as said
from credence.show.words import many

router = APIRouter()

Long = Annotated[str, Form(max_length=2_000_000)]
Short = Annotated[str, Form(max_length=2000)]

_NO_STORE = {"Cache-Control": "private, no-store"}
_VERDICTS = {
    "agrees": "agrees with what is held",
    "new": "new: nothing is held that bears on it",
    "older": "older than what is held",
    "contradicted": "contradicted by what is held",
    "count differs": "another number is held",
}
_TALLY = {
    "agrees": "agreeing with what is held",
    "new": "new, with nothing held that bears on it",
    "older": "older than what is held",
    "contradicted": "contradicted by what is held",
    "count differs": "with another number than is held",
}


@dataclass(frozen=True, slots=True)
class Blank:
    """The form before anything is handed in.

    Attributes:
        most: Characters a text may have.
    """

    most: int


@dataclass(frozen=True, slots=True)
class Verdict:
    """A claim with what the ledger holds about it.

    Attributes:
        mark: The claim in its text.
        verdict: What setting it beside the ledger comes to.
        wrong: Whether that asks for a correction.
        says: The same in words.
        beside: What each finding does to it, and the finding.
        notes: What else is to be known.
    """

    mark: Mark
    verdict: str
    wrong: bool
    says: str
    beside: tuple[tuple[str, Line], ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class View:
    """What was read.

    Attributes:
        title: Title of the text, if it has one.
        about: Publisher and date, as far as known.
        day: The day for which the ledger was asked.
        told: What came of it, a line each.
        text: The text with its claims.
        verdicts: The claims in the order of the text.
        document: The text as it would be recorded.
        known: Addresses of documents of the ledger that are this text: id and address.
        may_record: Whether the reader may record it.
        again: Where the form leads.
        record: Where recording leads.
    """

    title: str
    about: str
    day: str
    told: tuple[str, ...]
    text: Text
    verdicts: tuple[Verdict, ...]
    document: Document
    known: tuple[tuple[str, str], ...]
    may_record: bool
    again: str
    record: str


@router.get("/read")
def form(asked: Asked) -> Response:
    """Show the form."""
    return asked.show("read.html", lambda: Blank(asked.desk.settings.limits.text))


@router.post("/read")
def read(  # noqa: PLR0913 - one argument a field of the form
    request: Request,
    asked: Asked,
    text: Long = "",
    address: Short = "",
    file: Annotated[UploadFile | None, File()] = None,
    published: Short = "",
    publisher: Short = "",
) -> Response:
    """Read a text, a file or what stands at an address, and check it; nothing is recorded."""
    desk, moment = asked.desk, asked.moment
    if published:
        Period.parse(published)
    content = file.file.read() if file and file.filename else b""
    if sum(map(bool, (text.strip(), address.strip(), content))) != 1:
        raise WrongUse("text", "none was handed in, or more than one", "paste a text, or choose a file, or an address")

    def original() -> Original:
        found = _original(desk, text, address.strip(), content, (file.filename or "") if file else "")
        about = (published or found.published, publisher.strip() or found.publisher)
        return Original(found.content, found.address, found.name, found.media_type, *about)

    done = read_original(desk, request, original, address.strip() or None)
    if len(done) > 1:
        raise WrongUse("text", f"there are {len(done)} in it", "hand in one at a time, or use: credence read")
    day = one_day(moment.day) if moment.day else None if done[0].document.published else desk.clock().date()
    checked = check_document(done[0], asked.ledger, day=day, known=moment.known)
    html = rendered("checked.html", asked.frame, _view(asked, done[0], checked))
    return Response(html, media_type="text/html", headers=_NO_STORE)


@router.post("/read/record")
def record(  # noqa: PLR0913 - one argument a field of the form
    request: Request,
    caller: WhoAsks,
    key: Annotated[str, Form(max_length=200)],
    text: Long,
    id: Short,  # noqa: A002 - what the field is called
    title: Short = "",
    published: Short = "",
    publisher: Short = "",
    url: Short = "",
) -> Response:
    """Record a text that was read, signed with the reader's name; takes the token of an editor."""
    require_form_key(request, caller.cookie, key)
    if not caller.may("editor"):
        raise Refused(403, "token", "it is not an editor's", "log in with one of an editor")
    desk = desk_of(request)
    if published:
        Period.parse(published)
    plain = text.replace("\r\n", "\n")
    if "\0" in plain + id or len(plain) > desk.settings.limits.text:
        raise WrongUse("text", "it is too long, or holds NUL", "hand in a part of it")
    document = Document(id, plain, title or None, published or None, publisher or None, url or None)
    with desk.reading_alone():
        done = read_all([document])
    desk.record(done, caller.name)
    return RedirectResponse(address_of(f"/document/{id}", {}), 303, _NO_STORE)


def _original(desk: Desk, text: str, address: str, content: bytes, name: str) -> Original:
    if address:
        return desk.fetch(address)
    if content:
        path = PurePath(PurePath(name.replace("\\", "/")).name or "file")
        return Original(content, path.name, path.stem[:200], media.by_ending(path) or media.by_content(content))
    return pasted(text.replace("\r\n", "\n"))


def _view(asked: PageQuestion, read: ReadDocument, checked: Checked) -> View:
    document, frame = read.document, asked.frame
    claims = placed(asked.ledger, document, read.claims, known=asked.moment.known).claims
    text = text_of(document, claims, None)
    marks = {each.id: each for each in text.marks}
    found = [_verdict(each, marks, frame) for each in checked.claims if each.traced.claim.id in marks]
    return View(
        title=document.title or "A text without a title",
        about=about(document),
        day=said(checked.day.isoformat()),
        told=tuple(_told(read, checked)),
        text=text,
        verdicts=tuple(sorted(found, key=lambda each: each.mark.number)),
        document=document,
        known=tuple((each, frame.to(f"/document/{each}")) for each in (*checked.own, *checked.copies)),
        may_record=asked.caller.may("editor") and asked.caller.cookie is not None,
        again=frame.to("/read"),
        record=frame.to("/read/record"),
    )


def _told(read: ReadDocument, checked: Checked) -> list[str]:
    """Say what came of it."""
    counted = [f"{number} {_TALLY[verdict]}" for verdict, number in checked.tally() if number]
    return [f"{many(len(checked.claims), 'claim')} in {many(read.sentences, 'sentence')}", *counted]


def _verdict(checked: CheckedClaim, marks: dict[str, Mark], frame: Frame) -> Verdict:
    return Verdict(
        mark=marks[checked.traced.claim.id],
        verdict=checked.verdict,
        wrong=checked.verdict in WRONG,
        says=_VERDICTS[checked.verdict],
        beside=tuple((bearing(checked, each), line_of(each.finding, frame)) for each in checked.beside),
        notes=tuple(notes(checked, label)),
    )
