"""Whom a claim serves and whom it harms: ``data/interests.toml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Literal

from credence.catalog.load import load_toml
from credence.errors import BadKnowledge
from credence.model.claim import Claim, values_of

Bearing = Literal["serves", "harms"]


@dataclass(frozen=True, slots=True)
class Interest:
    """What a kind of claim, if believed, means for the parties in its roles.

    Attributes:
        serves: Roles of those who gain.
        harms: Roles of those who lose.
    """

    serves: frozenset[str]
    harms: frozenset[str]


def bearing(claim: Claim, party: str | None, interests: Mapping[str, Interest]) -> Bearing | None:
    """Tell whether a claim serves or harms a party; None if neither, or both.

    Args:
        claim: The claim; a denial is taken the other way round.
        party: The party; None for nobody.
        interests: Kind to what it means.
    """
    interest = interests.get(claim.kind)
    if interest is None or party is None:
        return None
    serves = party in values_of(role for role in claim.roles if role[0] in interest.serves)
    harms = party in values_of(role for role in claim.roles if role[0] in interest.harms)
    if serves == harms:
        return None
    return "serves" if serves == (claim.polarity == "affirmed") else "harms"


@cache
def load_interests() -> Mapping[str, Interest]:
    """Load what each kind of claim means for its parties.

    Raises:
        BadKnowledge: A part is missing, or a kind stands there twice.
    """
    found: dict[str, Interest] = {}
    for row in load_toml("interests.toml")["kind"]:
        for id_ in row.get("ids", ()):
            if id_ in found:
                raise BadKnowledge("data/interests.toml", f"{id_} stands there twice", "keep one")
            found[id_] = Interest(frozenset(row.get("serves", ())), frozenset(row.get("harms", ())))
    return MappingProxyType(found)
