"""Corrections as people write them: parties by any name of theirs, and the members of a set between commas."""

from __future__ import annotations

from collections.abc import Mapping

from credence.asking.names import party_or_name
from credence.catalog.kinds import load_kinds
from credence.errors import WrongUse
from credence.ledger import Ledger
from credence.model.claim import RoleValue
from credence.model.decision import ROLE, Changes
from credence.model.kind import Role

BESIDE = ("polarity", "mood", "when", "step")
"""What a correction may speak of beside roles."""

_PARTIES = frozenset({"party", "party-set", "claimant", "holder", "target", "body"})


def changes_meant(ledger: Ledger, claim: str, given: Mapping[str, str | None]) -> Changes:
    """Give the changes that somebody means who writes what a claim says instead.

    Args:
        ledger: The ledger.
        claim: Id of the claim.
        given: What is to be otherwise (``roles.ROLE``, or one of ``BESIDE``), and how: None for nothing.

    Raises:
        WrongUse: If claims of this kind have no such role.
    """
    roles = _roles(ledger, claim)
    return tuple((name, _meant(name, value, roles)) for name, value in sorted(given.items()))


def _roles(ledger: Ledger, claim: str) -> dict[str, Role] | None:
    """Give the roles that a claim of this kind may have, by name; None where no such claim stands."""
    [*found] = ledger.claims(ids=[claim])
    return {role.name: role for each in found for role in load_kinds()[each.kind].roles} if found else None


def _meant(name: str, value: str | None, roles: Mapping[str, Role] | None) -> RoleValue | None:
    if roles is None or not name.startswith(ROLE):
        return value
    role = roles.get(name.removeprefix(ROLE))
    if role is None:
        remedy = f"one of: {', '.join(ROLE + each for each in roles)}"
        raise WrongUse(f"“{name}”", "claims of this kind have no such role", remedy)
    if value is None or role.type not in _PARTIES:
        return value
    parties = tuple(sorted({party_or_name(each.strip()) for each in value.split(",") if each.strip()}))
    return parties if role.type == "party-set" or len(parties) != 1 else parties[0]
