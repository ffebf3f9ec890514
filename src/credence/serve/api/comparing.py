"""Missions, numbers claimed beside what can be located, and the ladder."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

from fastapi import APIRouter, Query, Response

from credence.asking.counts import counts_of
from credence.asking.days import one_day
from credence.asking.ladder import standings_in
from credence.asking.missions import missions_of
from credence.asking.names import party_id
from credence.exchange.counts import counts_to_plain
from credence.exchange.findings import finding_to_plain
from credence.serve.api import shapes, shapes_beside
from credence.serve.api.choosing import OfParty, OnDay, With
from credence.serve.api.question import Asked, AskedLong

router = APIRouter(tags=["comparing"])

History = Annotated[bool, Query(description="Give the days up to then on which a step changed.")]


@router.get("/missions", response_model=shapes.Page[shapes.Finding])
def missions(asked: AskedLong, party: OfParty) -> Response:
    """Give what is recorded of a party's missions: those it runs, and those that are its own whoever runs them."""
    of, moment = party_id(party), asked.moment
    return asked.page(
        lambda: missions_of(asked.ledger, of, day=moment.day, known=moment.known),
        lambda each: each.id,
        lambda some: list(map(finding_to_plain, some)),
    )


@router.get("/counts", response_model=shapes.Listed[shapes_beside.Counts])
def counts(asked: Asked, party: OfParty, on: OnDay) -> Response:
    """Compare numbers claimed of a party with what can be located on a day, unit by unit."""
    of, day = party_id(party), one_day(on)
    known, gather = asked.moment.known, asked.desk.gather
    return asked.all(
        lambda: list(map(counts_to_plain, counts_of(asked.ledger, of, day, known=known, gather=gather)))
    )  # fmt: skip


@router.get("/ladder", response_model=shapes.Listed[shapes_beside.Standing])
def ladder(asked: Asked, party: OfParty, on: OnDay, other: With = None, *, history: History = False) -> Response:
    """Give which step of the ladder a party has reached with states on a day, and what each rests on.

    Of grounds that do the same, the first are given, and of claims of each; the others are counted.
    """
    authority, day = party_id(party), one_day(on)
    state = party_id(other) if other is not None else None

    def items() -> Iterable[bytes]:
        known = asked.moment.known
        if state is not None and (heard := asked.desk.heard(asked.ledger, authority, state, known=known)):
            return map(heard.written, standings_in(heard.dealings, day, alone=True, history=history))
        dealt = asked.desk.dealt(asked.ledger, authority, state, known=known)
        return map(dealt.written, standings_in(dealt.dealings, day, alone=state is not None, history=history))

    return asked.all_written(items)
