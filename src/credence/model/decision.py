"""Decisions: what a person said about what was read. They are recorded beside the claims and change none of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from credence.model.claim import RoleValue

Subject = Literal["party", "person", "mission", "utterance"]
Sameness = Literal["same", "different", "unsure"]
Verdict = Literal["accept", "reject", "correct"]

Changes = tuple[tuple[str, RoleValue | None], ...]
"""What a correction puts right: role (``roles.host``) or member (``polarity``, ``mood``, ``when``, ``step``) and its
new value, sorted by name; None takes the value away."""

ROLE = "roles."
"""What stands before the name of a role in ``Changes``."""


@dataclass(frozen=True, slots=True)
class Identity:
    """Whether two names mean the same.

    Attributes:
        about: What kind of thing the two are.
        left: The one: a party's id, or a name as claims have it; the smaller of the two in the order of characters.
        right: The other.
        verdict: "same", "different", or "unsure", which keeps them apart and says that somebody looked.
        reason: Why.
    """

    about: Subject
    left: str
    right: str
    verdict: Sameness
    reason: str

    def __post_init__(self) -> None:
        """Put the two in order, so that it does not matter which was said first."""
        if self.right < self.left:
            first, second = self.right, self.left
            object.__setattr__(self, "left", first)
            object.__setattr__(self, "right", second)


@dataclass(frozen=True, slots=True)
class Adjudication:
    """A judgement on a claim or a finding, which outranks what is computed.

    Attributes:
        target: Id of a claim (``c…``) or of a finding (``f…``).
        verdict: "accept", "reject", or "correct", which is for claims alone.
        reason: Why.
        changes: What a correction puts right; empty otherwise.
    """

    target: str
    verdict: Verdict
    reason: str
    changes: Changes = ()


@dataclass(frozen=True, slots=True)
class Retraction:
    """A document is withdrawn, by its source or by whoever keeps the ledger, in all versions recorded until then.

    Attributes:
        doc: Id of the document.
        reason: Why.
    """

    doc: str
    reason: str


@dataclass(frozen=True, slots=True)
class Erasure:
    """A document's words are removed for good, on request, from all versions recorded until then.

    What remains is its id, the hashes of what it held, and this. It is not revocable, and nothing that was known from
    the document can be asked for any more, as of any time.

    Attributes:
        doc: Id of the document.
        reason: On whose request, and why.
    """

    doc: str
    reason: str


@dataclass(frozen=True, slots=True)
class Revocation:
    """An earlier decision no longer stands.

    Attributes:
        decision: Its number.
        reason: Why.
    """

    decision: int
    reason: str


Decision = Identity | Adjudication | Retraction | Erasure | Revocation


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision as recorded.

    Attributes:
        number: Strictly increasing from 1 over all decisions of a ledger.
        transaction: Number of the transaction that recorded it.
        author: Who decided.
        decision: What was decided.
    """

    number: int
    transaction: int
    author: str
    decision: Decision = field(hash=False)
