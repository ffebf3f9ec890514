"""Decisions of people: accept, reject, correct, same, different, unsure, withdraw, undo."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Body, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from credence.asking.deciding import identity
from credence.exchange.decisions import decided_to_plain
from credence.model.decision import Adjudication, Decision, Retraction, Revocation
from credence.model.plain import changes_from_plain
from credence.serve.access import Reviewing
from credence.serve.answers import written
from credence.serve.api import shapes
from credence.serve.desk import desk_of
from credence.serve.problems import Refused

router = APIRouter(tags=["deciding"])

Words = Annotated[str, Field(min_length=1, max_length=2000, pattern=r"^[^\x00]+$")]


class Said(BaseModel):
    """What every decision has."""

    model_config = ConfigDict(extra="forbid")

    reason: Words = Field(description="Why, for those who come after.", examples=["the paper misread the minister"])


class Judged(Said):
    """Accept, reject or correct a claim; accept or reject a finding."""

    decision: Literal["adjudication"]
    target: str = Field(pattern="^[cf][0-9a-f]{15}$", description="Id of a claim or finding.")
    verdict: Literal["accept", "reject", "correct"]
    changes: dict[str, Words | list[Words] | None] = Field(
        default_factory=dict,
        max_length=50,
        description="What a correction puts right: `roles.ROLE`, polarity, mood, when or step; null takes it away.",
        examples=[{"roles.host": "cn", "when": "2024-01-30"}],
    )


class Named(Said):
    """Say whether two names mean the same."""

    decision: Literal["identity"]
    about: Literal["party", "person", "mission", "utterance"]
    left: Words
    right: Words
    verdict: Literal["same", "different", "unsure"]


class Withdrawn(Said):
    """Withdraw a document; takes a token of an editor."""

    decision: Literal["retraction"]
    doc: Words


class Undone(Said):
    """Revoke a decision."""

    decision: Literal["revocation"]
    revokes: int = Field(ge=1, le=2**31 - 1, description="Number of the decision.")


_STOOD = "It stood already, and nothing was recorded."

Asked = Annotated[Judged | Named | Withdrawn | Undone, Body(discriminator="decision")]


@router.post(
    "/decisions",
    response_model=shapes.Made,
    status_code=201,
    responses={200: {"model": shapes.Made, "description": _STOOD}},
)
def decide(request: Request, caller: Reviewing, asked: Asked) -> Response:
    """Record a decision, signed with the token's name; what you decided already is not recorded again.

    Erasing a document's words for good is left to the command line.
    """
    if isinstance(asked, Withdrawn) and not caller.may("editor"):
        raise Refused(403, "token", "it is a reviewer's", "withdrawing takes one of an editor")
    desk = desk_of(request)
    made = desk.decide(_decision(asked), caller.name)
    plain = {"recorded": decided_to_plain(made) if made else None}
    return Response(written(plain), 201 if made else 200, {"Cache-Control": "no-store"}, "application/json")


def _decision(asked: Judged | Named | Withdrawn | Undone) -> Decision:
    match asked:
        case Judged():
            changes = changes_from_plain(asked.changes, "changes")
            return Adjudication(asked.target, asked.verdict, asked.reason, changes)
        case Named():
            return identity(asked.about, asked.left, asked.right, asked.verdict, asked.reason)
        case Withdrawn():
            return Retraction(asked.doc, asked.reason)
        case Undone():
            return Revocation(asked.revokes, asked.reason)
