"""Claims, and the documents they stand in."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query, Response

from credence.asking.documents import claim_in_finding, claims_of, document_read, read_in_to_plain
from credence.asking.searching import Choice
from credence.errors import NotThere, WrongUse
from credence.model.claim import Claim
from credence.model.plain import Plain
from credence.serve.api import shapes
from credence.serve.api.choosing import Kind, Party, With, kind_of, parties_of
from credence.serve.api.question import Asked, AskedLong

router = APIRouter()

Doc = Annotated[str | None, Query(max_length=500, description="Only of the document of this id.")]
ClaimId = Annotated[str, Path(pattern="^c[0-9a-f]{15}$", examples=["c0123456789abcde"])]
DocId = Annotated[str, Path(max_length=500, description="Id of the document.", examples=["missions-example"])]


@router.get("/claims", response_model=shapes.Page[shapes.ClaimInFinding], tags=["claims"])
def claims(asked: AskedLong, party: Party = None, other: With = None, kind: Kind = None, doc: Doc = None) -> Response:
    """Give claims about a party or of a document, by id, each with the finding it is evidence of."""
    choice = Choice(parties_of(party, other), kind_of(kind), asked.moment.day)
    if not choice.parties and doc is None:
        raise WrongUse("claims", "there may be millions", "name a party or a doc")

    def values() -> tuple[tuple[Claim, str], ...]:
        return claims_of(asked.ledger, choice, doc=doc, known=asked.moment.known)

    return asked.page(values, lambda each: each[0].id, lambda some: [claim_in_finding(*each) for each in some])


@router.get("/claims/{claim}", response_model=shapes.ClaimInFinding, tags=["claims"])
def one_claim(asked: Asked, claim: ClaimId) -> Response:
    """Give a claim, and the finding it is evidence of."""

    def value() -> Plain:
        for each in claims_of(asked.ledger, Choice(), ids=[claim], known=asked.moment.known):
            return claim_in_finding(*each)
        raise NotThere(f"claim “{claim}”", "there is none of this id, as known then", "take an id from a finding")

    return asked.one(value)


@router.get("/documents/{document:path}", response_model=shapes.Document, tags=["documents"])
def one_document(asked: Asked, document: DocId) -> Response:
    """Give a document: its text, what is known of it, and its claims in the order of the text."""
    return asked.one(lambda: read_in_to_plain(document_read(asked.ledger, document, known=asked.moment.known)))
