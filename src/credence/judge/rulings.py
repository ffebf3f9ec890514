"""What people decided, made ready for judging: who is the same, which claims were misread, what is so after all.

A verdict on a claim is about its reading: a rejected claim is left out, a corrected one counts as corrected, an
accepted one was checked. A verdict on a finding is about the world, and outranks the arithmetic. Of each author the
last word counts; where authors disagree, the arithmetic stands, and the disagreement is shown.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from credence.model.claim import Claim, RoleValue
from credence.model.decision import ROLE, Adjudication, Changes, Decided, Identity

_NAMES = ("party", "person")

Word = Literal["accept", "reject", "correct", "disagree"]


@dataclass(frozen=True, slots=True)
class Rulings:
    """What stands decided.

    Attributes:
        same: Name → the first, in the order of characters, of all that mean the same.
        by_target: Id of a claim or finding → the last adjudication of each author, by number.
    """

    same: Mapping[str, str] = field(default_factory=dict)
    by_target: Mapping[str, tuple[Decided, ...]] = field(default_factory=dict)

    def word(self, target: str) -> Word | None:
        """Give the verdict on a claim or finding; None where nobody spoke, "disagree" where people differ."""
        if target not in self.by_target:
            return None
        verdicts = {_adjudication(each).verdict for each in self.by_target[target]}
        if verdicts == {"accept", "correct"}:
            return "correct"
        return next(iter(verdicts)) if len(verdicts) == 1 else "disagree"

    def roles(self, claim: Claim) -> tuple[tuple[str, RoleValue], ...]:
        """Give a claim's roles with every name that means the same as another written as one."""
        return tuple((role, self._one(value)) for role, value in claim.roles) if self.same else claim.roles

    def corrected(self, claim: Claim) -> Claim:
        """Give a claim as it was corrected last, or as it is."""
        if self.word(claim.id) != "correct":
            return claim
        corrections = [made for each in self.by_target[claim.id] if (made := _adjudication(each)).verdict == "correct"]
        return changed(claim, corrections[-1].changes)

    def counted(self, claim: Claim) -> Claim:
        """Give a claim as it counts: corrected, and with one name for all that mean the same."""
        found = self.corrected(claim)
        roles = self.roles(found)
        return found if roles == found.roles else replace(found, roles=roles)

    def reasons(self, target: str) -> list[str]:
        """Say who gave which verdict, and why, a line each."""
        return [_line(each) for each in self.by_target.get(target, ())]

    def _one(self, value: RoleValue) -> RoleValue:
        if isinstance(value, str):
            return self.same.get(value, value)
        return tuple(sorted({self.same.get(member, member) for member in value}))


NOTHING_DECIDED = Rulings()


def rulings(decisions: Iterable[Decided]) -> Rulings:
    """Make decisions ready.

    Args:
        decisions: Those that stand; others than adjudications and identities are not looked at.
    """
    ordered = sorted(decisions, key=lambda each: each.number)
    last: dict[tuple[str, str], Decided] = {}
    for each in ordered:
        if isinstance(each.decision, Adjudication):
            last.pop((each.decision.target, each.author), None)
            last[each.decision.target, each.author] = each
    by_target: defaultdict[str, list[Decided]] = defaultdict(list)
    for (target, _), each in last.items():
        by_target[target].append(each)
    pairs = {
        (each.decision.left, each.decision.right): each.decision.verdict
        for each in ordered
        if isinstance(each.decision, Identity) and each.decision.about in _NAMES
    }
    return Rulings(_ones(pairs), {target: tuple(found) for target, found in by_target.items()})


def changed(claim: Claim, changes: Changes) -> Claim:
    """Give a claim with other roles, polarity, mood, date or step; its id is that of what it now says."""
    roles = dict(claim.roles)
    members: dict[str, Any] = {}
    for name, value in changes:
        if not name.startswith(ROLE):
            members[name] = value
        elif value is None:
            roles.pop(name.removeprefix(ROLE), None)
        else:
            roles[name.removeprefix(ROLE)] = value
    return replace(claim, roles=tuple(sorted(roles.items())), **members)


def _ones(pairs: Mapping[tuple[str, str], str]) -> dict[str, str]:
    """Give for each name the one that stands for all that mean the same.

    Names that are the same only by a chain in which two are said to be different stay apart: merging wrongly costs
    more than not merging.
    """
    groups: dict[str, set[str]] = {}
    for (left, right), verdict in sorted(pairs.items()):
        if verdict == "same":
            whole = groups.get(left, {left}) | groups.get(right, {right})
            groups |= dict.fromkeys(whole, whole)
    torn = [
        left for (left, right), verdict in pairs.items() if verdict == "different" and right in groups.get(left, ())
    ]
    apart = {name for left in torn for name in groups[left]}
    return {name: min(whole) for name, whole in groups.items() if name not in apart}


def _adjudication(decided: Decided) -> Adjudication:
    if not isinstance(decided.decision, Adjudication):
        raise TypeError(decided)  # by_target holds nothing else
    return decided.decision


def _line(decided: Decided) -> str:
    made = _adjudication(decided)
    done = {"accept": "Accepted", "reject": "Rejected", "correct": "Corrected"}[made.verdict]
    what = "; ".join(f"{name} is {_shown(value)}" for name, value in made.changes)
    what = f", {what}" if what else ""
    return f"{done} by {decided.author} (decision {decided.number}){what}: {made.reason}"


def _shown(value: RoleValue | None) -> str:
    return "not stated" if value is None else value if isinstance(value, str) else ", ".join(value)
