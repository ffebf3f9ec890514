"""Acts: how one party and another stand in a kind, as data files name them in rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Self

from credence.errors import BadKnowledge
from credence.model.claim import RoleValue, Spoken, members_of
from credence.model.kind import Kind


@dataclass(frozen=True, slots=True)
class Act:
    """How one party and another stand in a kind.

    Attributes:
        kind: The kind.
        party: Role of the party that is asked about.
        other: Role of the other side; the same role where it is a set of both.
    """

    kind: str
    party: str
    other: str

    def others(self, claim: Spoken, party: str) -> tuple[str, ...]:
        """Give who stands on the other side of a claim; nobody where it is not this act of the party.

        Where the other side is left open, it is the empty name.
        """
        if claim.kind != self.kind:
            return ()
        roles = dict(claim.roles)
        if party not in members_of(roles.get(self.party)):
            return ()
        found = tuple(value for value in members_of(roles.get(self.other)) if value != party)
        return found or ("",)


def by_kind(acts: Iterable[Act]) -> dict[str, tuple[Act, ...]]:
    """Gather acts by their kind, in their order: of many claims, each is then asked about few acts."""
    found: defaultdict[str, list[Act]] = defaultdict(list)
    for act in acts:
        found[act.kind].append(act)
    return {kind: tuple(some) for kind, some in found.items()}


@dataclass(frozen=True, slots=True)
class Topic:
    """Which claims are asked about a party.

    Attributes:
        kinds: Of these kinds.
        roles: Where the party stands in one of these roles.
    """

    kinds: frozenset[str]
    roles: frozenset[str]

    @classmethod
    def of(cls, acts: Iterable[Act], *more: tuple[str, str]) -> Self:
        """Ask for what acts speak of, and for more kinds, each with the role of the party."""
        asked = [(act.kind, role) for act in acts for role in (act.party, act.other)] + list(more)
        return cls(frozenset(kind for kind, _ in asked), frozenset(role for _, role in asked))

    def named(self, roles: Iterable[tuple[str, RoleValue]]) -> set[str]:
        """Give whom roles of a claim name, those that are asked about."""
        return {member for role, value in roles if role in self.roles for member in members_of(value)}


def read_act(row: Mapping[str, Any], kinds: Mapping[str, Kind], place: str) -> Act:
    """Read one act.

    Raises:
        BadKnowledge: It lacks something, or names no kind or no role of it.
    """
    try:
        act = Act(row["kind"], row["party"], row["other"])
    except KeyError as error:
        raise BadKnowledge(place, f"an act lacks {error}", "give it kind, party and other") from error
    if act.kind not in kinds:
        raise BadKnowledge(place, f"no kind “{act.kind}”", "name a kind that has a file")
    for role in (act.party, act.other):
        if role not in {each.name for each in kinds[act.kind].roles}:
            raise BadKnowledge(place, f"{act.kind} has no role “{role}”", "name one of its roles")
    return act
