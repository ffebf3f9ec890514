"""What stands: findings by party, kind and status, with how far each may be believed, and on whose words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from fastapi import APIRouter, Query, Response

from credence.asking.findings import outline
from credence.asking.names import kinds_and_families, party_id, require_kind
from credence.serve.page.parts import Line, line_of
from credence.serve.page.question import Asked, PageQuestion

router = APIRouter()

LENGTH = 50
"""Findings on a page."""

Status = Literal["supported", "contested", "refuted", "unknown", ""]
Words = Annotated[str, Query(max_length=200)]


@dataclass(frozen=True, slots=True)
class View:
    """The list.

    Attributes:
        party: The party asked about, as the reader wrote it; empty for any.
        other: The other party, likewise.
        kind: The kind or family; empty for any.
        status: The status; empty for any.
        kinds: All kinds and families there are, to choose from.
        statuses: All statuses, likewise.
        lines: The findings on this page.
        first: Number of the first of them, from 1.
        total: How many there are on all pages.
        before: Address of the page before; None on the first.
        after: Address of the next; None on the last.
    """

    party: str
    other: str
    kind: str
    status: str
    kinds: tuple[str, ...]
    statuses: tuple[str, ...]
    lines: tuple[Line, ...]
    first: int
    total: int
    before: str | None
    after: str | None


@router.get("/findings")
def findings(  # noqa: PLR0913 - one argument a field of the form
    asked: Asked,
    party: Words = "",
    other: Annotated[str, Query(alias="with", max_length=200)] = "",
    kind: Words = "",
    status: Status = "",
    page: Annotated[int, Query(ge=1, le=100_000)] = 1,
) -> Response:
    """Show what stands, a page at a time."""
    parties = [party_id(name) for name in (party, other) if name]
    if kind:
        require_kind(kind)

    def view() -> View:
        moment = asked.moment
        found = outline(asked.ledger, parties=parties, kind=kind or None, day=moment.day, known=moment.known)
        chosen = [each for each in found if status in ("", each.status)]
        start = (page - 1) * LENGTH
        stand = asked.desk.listed(asked.ledger, chosen[start : start + LENGTH], moment.known)
        return View(
            party, other, kind, status, kinds_and_families(), ("supported", "contested", "refuted", "unknown"),
            lines=tuple(line_of(each.finding, asked.frame) for each in stand),
            first=start + 1, total=len(chosen),
            before=_page(asked, page - 1) if page > 1 else None,
            after=_page(asked, page + 1) if start + LENGTH < len(chosen) else None,
        )  # fmt: skip

    return asked.show("findings.html", view)


def _page(asked: PageQuestion, number: int) -> str:
    return asked.frame.here(page=number)
