"""Reading what is handed in: to set it beside the ledger, or to record it."""

from __future__ import annotations

from dataclasses import replace
from typing import Self

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, ConfigDict, Field, model_validator

from credence.asking.check import check_document
from credence.asking.days import one_day
from credence.asking.documents import placed, read_in_to_plain
from credence.errors import BadInput
from credence.exchange.check import checked_to_plain
from credence.flow import ReadDocument
from credence.ledger import Ledger
from credence.model.document import Original
from credence.model.period import Period
from credence.model.plain import Plain
from credence.serve.access import Editing
from credence.serve.answers import written
from credence.serve.api import shapes, shapes_beside
from credence.serve.api.question import TRANSACTION, Asked
from credence.serve.desk import Desk, desk_of
from credence.serve.handed_in import pasted, read_original

router = APIRouter(tags=["reading"])


class HandedIn(BaseModel):
    """A text, with what is known of it."""

    model_config = ConfigDict(extra="forbid")

    text: str | None = Field(
        None,
        min_length=1,
        max_length=2_000_000,
        description="The text; its first line may be its title.",
        examples=["China accepted a Taliban ambassador on 30 January 2024."],
    )
    address: str | None = Field(
        None,
        max_length=2000,
        description="Address of a page, text or PDF to be fetched instead; only what anybody can open.",
        examples=["https://news.example/world/oman"],
    )
    id: str | None = Field(
        None, min_length=1, max_length=200, description="Id of the document; by default made from the text."
    )
    published: str | None = Field(None, max_length=60, description="Day of publication, EDTF.", examples=["2024-02-01"])
    publisher: str | None = Field(None, max_length=200, examples=["Example News"])

    @model_validator(mode="after")
    def storable(self) -> Self:
        """Refuse what is no text, and dates that are none."""
        if (self.text is None) == (self.address is None):
            raise ValueError("it must hold a text or an address, and not both")
        if any("\0" in (value or "") for value in (self.text, self.id, self.publisher)):
            raise ValueError("it holds NUL")
        if self.text is not None and not self.text.strip():
            raise ValueError("there is no text in it")
        if self.published is not None:
            try:
                Period.parse(self.published)
            except BadInput as error:
                raise ValueError(str(error)) from error
        return self


@router.post("/check", response_model=shapes_beside.Checked)
def check(request: Request, asked: Asked, handed_in: HandedIn) -> Response:
    """Read a text, and set each of its claims beside what the ledger holds for the day; nothing is recorded.

    The day is `on`, or else that of publication, or else today.
    """
    desk, moment = asked.desk, asked.moment
    day = one_day(moment.day) if moment.day else None if handed_in.published else desk.clock().date()
    read = _read(desk, request, handed_in)[0]
    checked = check_document(read, asked.ledger, day=day, known=moment.known)
    plain = {"known": moment.known, **checked_to_plain(checked), **_read_to_plain(asked.ledger, read, moment.known)}
    headers = {"Cache-Control": "no-store", TRANSACTION: str(moment.known)}
    return Response(written(plain), media_type="application/json", headers=headers)


@router.post("/read", response_model=shapes.Recorded, status_code=201)
def read(request: Request, caller: Editing, handed_in: HandedIn) -> Response:
    """Read a text and record its claims; takes a token of an editor."""
    desk = desk_of(request)
    done = _read(desk, request, handed_in)
    recorded = desk.record(done, caller.name)
    plain: Plain = {
        "transaction": recorded.transaction.number if recorded.transaction else None,
        "documents": recorded.documents,
        "claims": recorded.claims,
        "known_documents": recorded.known_documents,
        "ids": [each.document.id for each in done],
    }
    return Response(written(plain), 201, media_type="application/json", headers={"Cache-Control": "no-store"})


def _read(desk: Desk, request: Request, handed_in: HandedIn) -> tuple[ReadDocument, ...]:
    """Read what was handed in."""
    return read_original(desk, request, lambda: _original(desk, handed_in), handed_in.address)


def _original(desk: Desk, handed_in: HandedIn) -> Original:
    if handed_in.address is not None:
        fetched = desk.fetch(handed_in.address)
        name = handed_in.id or fetched.name
        return replace(fetched, name=name, published=handed_in.published, publisher=handed_in.publisher)
    return pasted(handed_in.text or "", handed_in.id, handed_in.published, handed_in.publisher)


def _read_to_plain(ledger: Ledger, read: ReadDocument, known: int) -> Plain:
    return {
        "read": read_in_to_plain(placed(ledger, read.document, read.claims, known=known)),
        "sentences": read.sentences,
        "parsed": read.parsed,
        "passed_over": [
            {"reason": each.reason, "start": each.span.start, "end": each.span.end}
            for each in read.passed_over
            if each.span is not None
        ],
    }
