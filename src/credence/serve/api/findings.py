"""Findings: what stands, one with its arithmetic, its origins, and its history."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated, Literal

from fastapi import APIRouter, Path, Query, Response

from credence.asking.changes import history_of, version_to_plain
from credence.asking.findings import WHOLE, explained_to_plain, finding_of, outline
from credence.exchange.findings import origins_to_plain
from credence.ledger import Outline
from credence.model.plain import Plain
from credence.serve.api import shapes
from credence.serve.api.choosing import Kind, Party, With, kind_of, parties_of
from credence.serve.api.question import Asked, AskedLong

router = APIRouter(prefix="/findings", tags=["findings"])

Status = Annotated[
    Literal["supported", "contested", "refuted", "unknown"] | None, Query(description="Only those that came to this.")
]
Id = Annotated[
    str,
    Path(
        pattern="^f[0-9a-f]{3,15}$",
        description="Id of a finding, or its beginning.",
        examples=["f0123456789abcde"],
    ),
]


@router.get("", response_model=shapes.Page[shapes.ListedFinding])
def findings(
    asked: AskedLong, party: Party = None, other: With = None, kind: Kind = None, status: Status = None
) -> Response:
    """Give what stands: each finding with its interval, credence, origins, claims and reasons, by id.

    Of one that stands in more than five documents the first five claims of each side are given, with their origins and
    no reasons, and the others counted; the finding by itself has all.
    """
    parties, of_kind = parties_of(party, other), kind_of(kind)
    known = asked.moment.known

    def standing() -> Iterator[Outline]:
        found = outline(asked.ledger, parties=parties, kind=of_kind, day=asked.moment.day, known=known)
        return (each for each in found if status in (None, each.status))

    def listed(some: Sequence[Outline]) -> list[bytes]:
        return [each.written for each in asked.desk.listed(asked.ledger, some, known)]

    return asked.page_written(standing, lambda each: each.id, listed)


@router.get("/{finding}", response_model=shapes.Finding)
def one_finding(asked: Asked, finding: Id) -> Response:
    """Give a finding: how it was judged, step by step, and on whose words."""
    moment = asked.moment
    return asked.one(lambda: explained_to_plain(finding_of(asked.ledger, finding, moment.known), moment.day))


@router.get("/{finding}/origins", response_model=shapes.Origins)
def origins(asked: Asked, finding: Id) -> Response:
    """Give on whose words a finding rests, and how each claim leads back to an origin."""
    return asked.one(lambda: origins_to_plain(finding_of(asked.ledger, finding, asked.moment.known)))


@router.get("/{finding}/history", response_model=shapes.Listed[shapes.Version])
def history(asked: Asked, finding: Id) -> Response:
    """Give a finding's versions, from the transaction in which it first stood: what each changed, and why."""
    moment = asked.moment

    def versions() -> list[Plain]:
        whole = finding if len(finding) == WHOLE else finding_of(asked.ledger, finding, moment.known).id
        found = history_of(asked.ledger, whole, moment.known)
        return [version_to_plain(made, each, moment.day) for made, each in found]

    return asked.all(versions)
