"""The queue of what people should judge: accept, reject, correct, say who is the same, undo."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Literal

from fastapi import APIRouter, Form, Query, Request, Response
from fastapi.responses import RedirectResponse

from credence.asking.correcting import BESIDE, changes_meant
from credence.asking.deciding import identity
from credence.asking.findings import ask
from credence.asking.names import label, party_id
from credence.asking.reviewing import to_review
from credence.catalog.kinds import load_kinds
from credence.errors import WrongUse
from credence.model.claim import RoleValue, members_of
from credence.model.decision import ROLE, Adjudication, Decided, Decision, Identity, Revocation, Subject
from credence.model.finding import Finding
from credence.serve.access import WhoAsks
from credence.serve.desk import desk_of
from credence.serve.page.frame import Frame, address
from credence.serve.page.login import require_form_key
from credence.serve.page.parts import Line, line_of
from credence.serve.page.question import Asked, PageQuestion
from credence.serve.problems import Refused
from credence.show import claim_sentence

router = APIRouter()

LENGTH = 20
"""Findings on a page, and decisions that may be undone from it."""

Words = Annotated[str, Query(max_length=200)]
Said = Annotated[str, Form(min_length=1, max_length=2000, pattern=r"^[^\x00]+$")]
Key = Annotated[str, Form(max_length=200)]
Target = Annotated[str, Form(pattern="^[cf][0-9a-f]{15}$")]


@dataclass(frozen=True, slots=True)
class Item:
    """A finding to be judged.

    Attributes:
        id: Its id.
        line: What stands, with its figures and words.
        claims: Its claims: id, and what each says.
        roles: The roles that may be put right, each as it is sent and as it is shown.
        beside: What else may be.
    """

    id: str
    line: Line
    claims: tuple[tuple[str, str], ...]
    roles: tuple[tuple[str, str], ...]
    beside: tuple[str, ...] = BESIDE


@dataclass(frozen=True, slots=True)
class Made:
    """A decision that stands.

    Attributes:
        number: Its number.
        author: Who decided.
        says: What was decided.
        reason: Why.
    """

    number: int
    author: str
    says: str
    reason: str


@dataclass(frozen=True, slots=True)
class View:
    """The page.

    Attributes:
        party: The party asked about, as written; empty for any.
        items: The findings on this page.
        first: Number of the first of them, from 1.
        total: How many there are.
        after: Address of the next page; None on the last.
        decided: The decisions made last, the latest first.
        may_judge: Whether the reader may judge.
    """

    party: str
    items: tuple[Item, ...]
    first: int
    total: int
    after: str | None
    decided: tuple[Made, ...]
    may_judge: bool


@router.get("/review")
def review(asked: Asked, party: Words = "", page: Annotated[int, Query(ge=1, le=100_000)] = 1) -> Response:
    """Show what should be looked at first."""
    parties = (party_id(party),) if party else ()
    return asked.show("review.html", lambda: _view(asked, party, parties, page))


@router.post("/review/judge")
def judge(  # noqa: PLR0913 - one argument a field of the form
    request: Request, caller: WhoAsks, key: Key, target: Target, reason: Said,
    verdict: Annotated[Literal["accept", "reject"], Form()],
) -> Response:  # fmt: skip
    """Accept or reject a finding or claim."""
    return _decided(request, caller, key, Adjudication(target, verdict, reason))


@router.post("/review/correct")
def correct(  # noqa: PLR0913 - one argument a field of the form
    request: Request, caller: WhoAsks, key: Key, target: Target, member: Annotated[str, Form(max_length=100)],
    reason: Said, value: Annotated[str, Form(max_length=2000)] = "",
) -> Response:  # fmt: skip
    """Put one thing about a claim right; an empty value takes it away."""
    changes = changes_meant(desk_of(request).ledger, target, {member: value or None})
    return _decided(request, caller, key, Adjudication(target, "correct", reason, changes))


@router.post("/review/name")
def name(  # noqa: PLR0913 - one argument a field of the form
    request: Request, caller: WhoAsks, key: Key, about: Annotated[Subject, Form()], left: Said, right: Said,
    verdict: Annotated[Literal["same", "different", "unsure"], Form()], reason: Said,
) -> Response:  # fmt: skip
    """Say whether two names mean the same."""
    return _decided(request, caller, key, identity(about, left, right, verdict, reason))


@router.post("/review/undo")
def undo(
    request: Request, caller: WhoAsks, key: Key, number: Annotated[int, Form(ge=1, le=2**31 - 1)], reason: Said
) -> Response:
    """Revoke a decision."""
    return _decided(request, caller, key, Revocation(number, reason))


def _decided(request: Request, caller: WhoAsks, key: str, decision: Decision) -> Response:
    """Record a decision, signed with the reader's name, and show the queue again."""
    require_form_key(request, caller.cookie, key)
    if not caller.may("reviewer"):
        raise Refused(403, "token", "it is a reader's", "log in with one of a reviewer")
    desk = desk_of(request)
    if desk.decide(decision, caller.name) is None:
        raise WrongUse("decision", "it stood already", "go back to the queue")
    asked = request.query_params
    again = address("/review", {"on": asked.get("on") or None, "party": asked.get("party") or None})
    return RedirectResponse(again, 303, {"Cache-Control": "no-store"})


def _view(asked: PageQuestion, party: str, parties: tuple[str, ...], page: int) -> View:
    moment, start = asked.moment, (page - 1) * LENGTH
    queue = to_review(asked.ledger, parties=parties, day=moment.day, known=moment.known)
    ids = [each.id for each in queue[start : start + LENGTH]]
    found = {each.id: each for each in ask(asked.ledger, ids=ids, known=moment.known)} if ids else {}
    decided = sorted(asked.ledger.decisions(known=moment.known), key=lambda each: -each.number)
    return View(
        party=party,
        items=tuple(_item(found[each], asked.frame) for each in ids if each in found),
        first=start + 1,
        total=len(queue),
        after=asked.frame.here(page=page + 1) if start + LENGTH < len(queue) else None,
        decided=tuple(_made(each) for each in decided[:LENGTH]),
        may_judge=asked.caller.may("reviewer") and asked.caller.cookie is not None,
    )


def _item(found: Finding, frame: Frame) -> Item:
    kinds = load_kinds()
    claims = tuple((each.claim.id, claim_sentence(each.claim, kinds, label)) for each in found.claims)
    roles = tuple((ROLE + role.name, role.name) for role in kinds[found.proposition.kind].roles)
    return Item(found.id, line_of(found, frame), claims, roles)


def _made(decided: Decided) -> Made:
    return Made(decided.number, decided.author, " ".join(_says(decided.decision)), decided.decision.reason)


def _says(decision: Decision) -> Iterator[str]:
    match decision:
        case Adjudication():
            yield from (decision.verdict, decision.target)
            yield from (f"{name.removeprefix(ROLE)}: {_shown(value)}" for name, value in decision.changes)
        case Identity():
            yield f"{decision.about}: {label(decision.left)} and {label(decision.right)}: {decision.verdict}"
        case Revocation():
            yield f"undo decision {decision.decision}"
        case _:
            yield f"withdraw document {decision.doc}"


def _shown(value: RoleValue | None) -> str:
    return ", ".join(map(label, members_of(value))) or "nothing"
