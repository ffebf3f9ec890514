"""Decisions of people, recorded; and what they are about, found by the beginning of its id."""

from __future__ import annotations

from credence import __version__
from credence.asking.findings import brought_up, finding_of
from credence.asking.names import party_or_name
from credence.errors import WrongUse
from credence.ledger import Ledger
from credence.model.decision import Decided, Decision, Identity, Sameness, Subject

TOOL = f"credence {__version__}"
"""What transactions say that they were recorded with."""


def record_decision(ledger: Ledger, decision: Decision, *, author: str, moment: str) -> Decided | None:
    """Record a decision and bring the findings up to date; give it with its number, or None if it stood already.

    Args:
        ledger: The ledger.
        decision: The decision.
        author: Who decides.
        moment: Now, ISO 8601 with its offset from UTC.

    Raises:
        WrongUse: If the decision does not fit what was recorded (see ``Ledger.decide``).
        LedgerTrouble: If the ledger cannot be written to.
    """
    made = ledger.decide([decision], moment=moment, author=author, tool=TOOL)
    brought_up(ledger)
    return made[0] if made else None


def identity(about: Subject, left: str, right: str, verdict: Sameness, reason: str) -> Identity:
    """Give the decision whether two names mean the same; parties may be named as people name them.

    Args:
        about: What the two are.
        left: The one.
        right: The other.
        verdict: Whether they mean the same.
        reason: Why.
    """
    one, other = (party_or_name(name) if about == "party" else name for name in (left, right))
    return Identity(about, one, other, verdict, reason)


def whole_id(ledger: Ledger, beginning: str) -> str:
    """Give the id of the claim or finding that begins so.

    Raises:
        WrongUse: If none does, or several do.
    """
    if beginning.startswith("f"):
        return finding_of(ledger, beginning).id
    found = sorted({claim.id for claim in ledger.claims() if claim.id.startswith(beginning)})
    if len(found) == 1:
        return found[0]
    cause = f"{len(found)} claims begin so" if found else "no claim or finding begins so"
    raise WrongUse(f"“{beginning}”", cause, "take an id from: credence findings, or credence explain")
