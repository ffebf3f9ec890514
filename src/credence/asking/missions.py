"""Missions: those a party runs, and those that are its own whoever runs them."""

from __future__ import annotations

from credence.asking.findings import ask
from credence.ledger import Known, Ledger
from credence.model.finding import Finding

_RUNS = ("operator", "to", "from")


def missions_of(ledger: Ledger, party: str, *, day: str | None = None, known: Known = None) -> tuple[Finding, ...]:
    """Give what stands about a party's missions, sorted by id.

    Args:
        ledger: The ledger.
        party: The party.
        day: Only what held, or may have held, on that day, EDTF.
        known: As known at that transaction or by that date.
    """
    answer = ask(ledger, parties=[party], kind="mission", day=day, known=known)
    return tuple(finding for finding in answer if _concerns(finding, party))


def _concerns(finding: Finding, party: str) -> bool:
    """Whether a mission is run by the party or belongs to it; being the host is not enough."""
    if finding.proposition.kind == "mission.count":
        return False
    roles = dict(finding.proposition.roles)
    return party in {roles.get(role) for role in _RUNS} or party in dict(finding.details).get("of", ())
