"""What became known when: differences between two moments, transactions, decisions."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

from fastapi import APIRouter, Query, Response

from credence.asking.changes import differing
from credence.exchange.decisions import decided_to_plain
from credence.exchange.findings import difference_to_plain
from credence.model.plain import Plain
from credence.serve.api import shapes
from credence.serve.api.choosing import Party, parties_of
from credence.serve.api.question import AskedLong
from credence.serve.moments import LONGEST, pinned
from credence.serve.paging import page_of

router = APIRouter(tags=["knowing"])

Since = Annotated[
    str,
    Query(
        max_length=LONGEST,
        description="As known at first, at a transaction or by the end of a day; `known` is the last.",
        examples=["1"],
    ),
]


@router.get("/diff", response_model=shapes.Differences)
def diff(asked: AskedLong, since: Since, party: Party = None) -> Response:
    """Give what appeared, ended, changed or vanished between two moments of knowledge, and why."""
    moment, parties = asked.moment, parties_of(party)
    first = pinned(asked.desk, None, since).known

    def make() -> Plain:
        found = differing(asked.ledger, first, moment.known, parties, moment.day)
        some, following = page_of(asked.request, found, lambda each: each.finding.id, asked.place, moment.known)
        items = list(map(difference_to_plain, some))
        return {"since": first, "known": moment.known, "on": moment.day, "items": items, "next": following}

    return asked.one(make)


@router.get("/transactions", response_model=shapes.Page[shapes.Transaction])
def transactions(asked: AskedLong) -> Response:
    """Give what was recorded when and by whom, by number."""
    return asked.page(
        lambda: asked.ledger.transactions(known=asked.moment.known),
        lambda each: _in_order(each.number),
        lambda some: list(map(asdict, some)),
    )


@router.get("/decisions", response_model=shapes.Page[shapes.Decided])
def decisions(asked: AskedLong) -> Response:
    """Give the decisions of people that stand, by number."""
    return asked.page(
        lambda: asked.ledger.decisions(known=asked.moment.known),
        lambda each: _in_order(each.number),
        lambda some: list(map(decided_to_plain, some)),
    )


def _in_order(number: int) -> str:
    """Write a number so that words are in the order of the numbers."""
    return f"{number:012}"
