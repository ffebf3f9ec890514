"""Pronouns that are no party in some slots: "denounced it" is about an act as often as about a party."""

from __future__ import annotations

from credence.catalog.patterns import Pattern, Slot
from credence.read.clauses import Clause

_JUDGING = {"stance.condemn", "stance.praise"}
_OF_PARTIES = {"accuse", "blame", "thank", "congratulate"}
_VAGUE = frozenset({"it", "them"})  # an act as often as a party
_OURSELVES = frozenset({"we", "i", "one", "there"})  # "we must act" asks nobody else
_WISHING = {"want", "wait"}


def vague(pattern: Pattern, slot: Slot, clause: Clause) -> frozenset[str]:
    """Give the pronouns that a slot is not met by."""
    if slot.role != "target":
        meets = pattern.kind == "meeting.hold" and clause.predicate == "meet" and not slot.prepositions
        return _VAGUE if meets else frozenset()  # "commitments, and the will to meet them"
    if pattern.kind == "stance.demand":
        return _OURSELVES | _VAGUE if clause.predicate in _WISHING else _OURSELVES
    judged = pattern.kind in _JUDGING and clause.predicate not in _OF_PARTIES
    return _VAGUE if judged else frozenset()
