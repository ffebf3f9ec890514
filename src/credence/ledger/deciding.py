"""Rules of decisions that hold for every ledger: what may be decided, and what stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from typing import get_args

from credence.errors import WrongUse
from credence.ledger.rules import require_storable
from credence.model.claim import RoleValue
from credence.model.decision import (
    ROLE,
    Adjudication,
    Changes,
    Decided,
    Decision,
    Erasure,
    Identity,
    Retraction,
    Revocation,
)
from credence.model.sighting import Mood, Polarity

_CHOICES = {"polarity": get_args(Polarity), "mood": get_args(Mood)}
_FREE = ("when", "step")


@dataclass(frozen=True, slots=True)
class Held:
    """What a ledger holds, as far as decisions speak of it.

    Attributes:
        decided: All decisions recorded.
        newest: The transaction that recorded the newest version of the document of an id; 0 if none ever did.
        has_claim: Whether a claim of an id was ever recorded.
    """

    decided: Sequence[Decided]
    newest: Callable[[str], int]
    has_claim: Callable[[str], bool]


def standing(decided: Iterable[Decided]) -> tuple[Decided, ...]:
    """Give the decisions that nothing later revokes, by number; a revocation can itself be revoked.

    Args:
        decided: All decisions as known at some time.
    """
    revoked: set[int] = set()
    kept = []
    for each in sorted(decided, key=lambda each: each.number, reverse=True):
        if each.number in revoked:
            continue
        kept.append(each)
        if isinstance(each.decision, Revocation):
            revoked.add(each.decision.decision)
    return tuple(reversed(kept))


def in_force(decided: Iterable[Decided]) -> tuple[Decided, ...]:
    """Give the decisions that stand, without the revocations, which say nothing by themselves."""
    return tuple(each for each in standing(decided) if not isinstance(each.decision, Revocation))


def withdrawn(decided: Iterable[Decided]) -> dict[str, int]:
    """Give the documents withdrawn by decisions, with the last transaction whose versions are withdrawn."""
    return {each.decision.doc: each.transaction for each in standing(decided) if isinstance(each.decision, Retraction)}


def erased(decided: Iterable[Decided]) -> dict[str, int]:
    """Give the documents erased by decisions, with the last transaction whose versions are erased."""
    return {each.decision.doc: each.transaction for each in decided if isinstance(each.decision, Erasure)}


def fresh(decisions: Iterable[Decision], author: str, held: Held) -> tuple[Decision, ...]:
    """Check decisions and give those that are new, each once.

    Raises:
        WrongUse: As ``Ledger.decide`` says.
    """
    if not author.strip():
        raise WrongUse("decision", "it does not say who decides", "give a name")
    still = standing(held.decided)
    mine = {each.decision for each in still if each.author == author and not _is_outdated(each, held)}
    stands = {each.number for each in still}
    kept: list[Decision] = []
    for decision in decisions:
        _check(decision, held, stands)
        if decision not in mine and decision not in kept:
            kept.append(decision)
    return tuple(kept)


def _words(decision: Decision) -> Iterator[str]:
    for member in fields(decision):
        value = getattr(decision, member.name)
        if isinstance(value, str):
            yield value
    if isinstance(decision, Adjudication):
        for name, changed in decision.changes:
            yield from (name, *((changed,) if isinstance(changed, str) else changed or ()))


def _is_outdated(decided: Decided, held: Held) -> bool:
    """Whether a document came in another version since it was withdrawn or erased."""
    made = decided.decision
    return isinstance(made, Retraction | Erasure) and held.newest(made.doc) > decided.transaction


def _erasures(decided: Iterable[Decided]) -> set[int]:
    return {each.number for each in decided if isinstance(each.decision, Erasure)}


def _check(decision: Decision, held: Held, stands: set[int]) -> None:
    require_storable("decision", *_words(decision))
    if not decision.reason.strip():
        raise WrongUse("decision", "it gives no reason", "say why, for those who come after")
    match decision:
        case Identity(left=left, right=right) if left == right or not left.strip():
            raise WrongUse(f"identity of “{left}”", "it takes two names to compare", "name two different ones")
        case Retraction(doc=doc) | Erasure(doc=doc) if not held.newest(doc):
            raise WrongUse(f"document “{doc}”", "it was never recorded", "take an id from: credence findings")
        case Revocation(decision=number) if number not in stands:
            raise WrongUse(f"decision {number}", "no such decision stands", "take a number from: credence review list")
        case Revocation(decision=number) if number in _erasures(held.decided):
            raise WrongUse(f"decision {number}", "what was erased is gone", "record the document again, if it may be")
        case Adjudication():
            _check_adjudication(decision, held)


def _check_adjudication(made: Adjudication, held: Held) -> None:
    place, take = f"“{made.target}”", "take an id from: credence findings"
    if not made.target.startswith(("c", "f")):
        raise WrongUse(place, "it is the id of neither a claim nor a finding", take)
    if made.target.startswith("c") and not held.has_claim(made.target):
        raise WrongUse(place, "no claim of this id was ever recorded", take)
    if made.verdict == "correct" and (not made.changes or made.target.startswith("f")):
        raise WrongUse(place, "there is nothing to correct", "name a claim, and what about it is to be otherwise")
    if made.verdict != "correct" and made.changes:
        raise WrongUse(place, f"to {made.verdict} changes nothing", "correct it instead")
    check_changes(made.changes, place)


def check_changes(changes: Changes, place: str) -> None:
    """Check that a correction speaks only of what claims have.

    Raises:
        WrongUse: If it does not.
    """
    for name, value in changes:
        if not _is_fit(name, value):
            remedy = "use roles.ROLE, polarity, mood, when or step, with a value that such a member can have"
            raise WrongUse(place, f"{name} cannot be {value!r}", remedy)


def _is_fit(name: str, value: RoleValue | None) -> bool:
    if name in _CHOICES:
        return value in _CHOICES[name]
    if name in _FREE:
        return value is None or isinstance(value, str)
    return name.startswith(ROLE) and len(name) > len(ROLE)
