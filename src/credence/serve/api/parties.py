"""Parties: who can stand in a role."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Response

from credence.asking.names import party_at, party_of
from credence.catalog.parties import load_parties
from credence.exchange.parties import party_to_plain
from credence.serve.api import shapes
from credence.serve.api.question import Asked, AskedLong

router = APIRouter(tags=["parties"])

PartyId = Annotated[
    str, Path(max_length=200, description="The party: an id, or an English name.", examples=["taliban"])
]


@router.get("/parties", response_model=shapes.Page[shapes.Party])
def parties(asked: AskedLong) -> Response:
    """Give all parties, by id, with the names they had on a day."""
    day = asked.moment.day
    return asked.page(load_parties, lambda each: each.id, lambda some: [party_to_plain(each, day) for each in some])


@router.get("/parties/{party}", response_model=shapes.Party)
def one_party(asked: Asked, party: PartyId) -> Response:
    """Give a party."""
    return asked.one(lambda: party_to_plain(party_of(party_at(party)), asked.moment.day))
