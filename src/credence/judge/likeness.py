"""Whether another claim is about the same thing as one that is checked, about its end, or about what excludes it.

By kind and deciding roles first, as everywhere; details tell apart what both sides state. What overtakes a claim must
say as much as the claim does: a consulate opened in Bonn is not the embassy planned for Berlin.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from credence.catalog.acts import Act
from credence.catalog.check import Alike, CheckBook, Detail
from credence.model.claim import Claim, RoleValue, members_of
from credence.model.kind import Kind

_EVERY = "*"


@dataclass(frozen=True, slots=True)
class Likeness:
    """What a claim has in common with others.

    Attributes:
        claim: The claim that is checked.
        kinds: Kinds by id.
        book: What tells apart, comes to the same, and excludes.
    """

    claim: Claim
    kinds: Mapping[str, Kind]
    book: CheckBook

    def is_same(self, other: Claim) -> bool:
        """Tell whether another claim is about the same, or about what stands alike."""
        if other.kind == self.claim.kind:
            return self._roles(other) == self._roles(self.claim)
        return any(self._is_act(other, alike.stands, alike) for alike in self._alike())

    def is_end(self, other: Claim) -> bool:
        """Tell whether another claim is about what ends it."""
        if self.claim.kind in self.kinds[other.kind].terminates:
            return self._roles(other) == self._roles(self.claim)
        return any(self._is_act(other, alike.ends, alike) for alike in self._alike())

    def is_wider(self, other: Claim) -> bool:
        """Tell whether another claim speaks of every party where this one names one."""
        return _widens(self._roles(other), self._roles(self.claim)) and other.kind == self.claim.kind

    def is_narrower(self, other: Claim) -> bool:
        """Tell whether another claim names one party where this one speaks of every one."""
        return _widens(self._roles(self.claim), self._roles(other)) and other.kind == self.claim.kind

    def excludes(self, other: Claim) -> bool:
        """Tell whether what another claim is about cannot stand beside it."""
        return any(
            self.claim.kind == other.kind == entry.kind
            and all(self._state_one(other, role) for role in entry.same)
            and self.book.exclude(entry, str(self.claim.role(entry.role)), str(other.role(entry.role)))
            for entry in self.book.exclusive
        )

    def agrees(self, other: Claim) -> bool:
        """Tell whether no detail that both state tells the two apart; later steps include earlier ones."""
        if any(_differ(self._said(self.claim, each), self._said(other, each)) for each in self.book.details):
            return False
        steps = self.kinds[self.claim.kind].steps
        if other.kind != self.claim.kind or self.claim.step not in steps or other.step not in steps:
            return True
        return steps.index(other.step) >= steps.index(self.claim.step)

    def is_covered(self, other: Claim) -> bool:
        """Tell whether what another claim says of the same is at least as precise."""
        own, told = self._where(self.claim), self._where(other)
        needed = (detail for detail in self.book.details if detail.must and self._said(self.claim, detail))
        return bool(own & told) == bool(own or told) and all(self._said(other, detail) for detail in needed)

    def is_reached(self, end: Claim) -> bool:
        """Tell whether an end is of all there is in the host, or names a place that the claim names, too."""
        told = self._where(end)
        return not told or bool(self._where(self.claim) & told)

    def _alike(self) -> Iterable[Alike]:
        return (each for each in self.book.alike if any(act.kind == self.claim.kind for act in each.stands))

    def _is_act(self, other: Claim, acts: Iterable[Act], alike: Alike) -> bool:
        """Tell whether another claim is one of some acts between the two sides of this one."""
        own = [act for act in alike.stands if act.kind == self.claim.kind]
        sides = [
            (one, two)
            for act in own
            for one in members_of(self.claim.role(act.party))
            for two in _others(self.claim, act, one)
        ]
        return any(two in act.others(other, one) for act in acts for one, two in sides)

    def _roles(self, other: Claim) -> Mapping[str, RoleValue]:
        """Give the values of the roles that decide in the claim's kind."""
        return {name: value for name, value in other.roles if name in self.kinds[self.claim.kind].deciding}

    def _state_one(self, other: Claim, role: str) -> bool:
        return bool(set(members_of(self.claim.role(role))) & set(members_of(other.role(role))))

    def _said(self, claim: Claim, detail: Detail) -> frozenset[str]:
        """Give what a claim states of a detail; nothing where the role is one that decides."""
        if detail.role in self.kinds[claim.kind].deciding:
            return frozenset()
        return frozenset(members_of(claim.role(detail.role))) - detail.general

    def _where(self, claim: Claim) -> frozenset[tuple[str, str]]:
        return frozenset(
            (each.role, value) for each in self.book.details if each.where for value in self._said(claim, each)
        )


def _others(claim: Claim, act: Act, party: str) -> list[str]:
    return [other for other in act.others(claim, party) if other]


def _differ(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one and other) and not one & other


def _widens(wide: Mapping[str, RoleValue], narrow: Mapping[str, RoleValue]) -> bool:
    """Tell whether two differ just in that the first says "every" where the second names one."""
    differing = {name for name in {*wide, *narrow} if wide.get(name) != narrow.get(name)}
    return bool(differing) and all(wide.get(name) == _EVERY and name in narrow for name in differing)
