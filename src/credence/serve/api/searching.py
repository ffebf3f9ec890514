"""Searching for words."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Response

from credence.asking.searching import Choice, search
from credence.exchange.found import found_to_plain
from credence.ledger import parse_query
from credence.serve.api import shapes
from credence.serve.api.choosing import Kind, Party, kind_of, parties_of
from credence.serve.api.question import Asked

router = APIRouter(tags=["searching"])

Words = Annotated[
    str,
    Query(
        alias="q",
        max_length=1000,
        description='Words, "phrases", beginnings* and -exclusions; all that is not excluded must be there.',
        examples=["envoy accredit*"],
    ),
]
Most = Annotated[int, Query(ge=1, le=200, description="At most so many documents, and so many claims.")]


@router.get("/search", response_model=shapes.Found)
def found(asked: Asked, words: Words, party: Party = None, kind: Kind = None, limit: Most = 20) -> Response:
    """Find documents that hold all words, and claims whose quotes do; with party, kind or day, only what says so."""
    query, choice = parse_query(words), Choice(parties_of(party), kind_of(kind), asked.moment.day)
    return asked.one(lambda: found_to_plain(search(asked.ledger, query, choice, known=asked.moment.known, limit=limit)))
