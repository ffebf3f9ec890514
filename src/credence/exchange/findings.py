"""Findings, and differences between them, as plain JSON values."""

from __future__ import annotations

from collections.abc import Sequence

from credence.model.difference import Difference
from credence.model.finding import End, Finding, Stood
from credence.model.origin import Origin, TracedClaim
from credence.model.plain import claim_to_plain

Plain = dict[str, object]
Details = tuple[tuple[str, tuple[str, ...]], ...]


def finding_to_plain(finding: Finding) -> Plain:
    """Give a finding as values that JSON can hold, members always in the same order."""
    return _outlined(finding, finding.details) | {
        "origins_for": [origin_to_plain(origin) for origin in finding.origins_for],
        "origins_against": [origin_to_plain(origin) for origin in finding.origins_against],
        "bounds": list(finding.bounds),
        "documents": finding.documents,
        "claims": list(map(_traced_to_plain, finding.claims)),
        "reasons": list(finding.reasons),
    }


def excerpt_to_plain(stood: Stood, details: Details, claims: Sequence[TracedClaim], left_out: int) -> Plain:
    """Give the same of a finding that rests on very much: its first claims, their origins, and no reasons.

    Args:
        stood: What the finding came to.
        details: Roles beside the deciding ones, with every value claimed.
        claims: Its first claims.
        left_out: How many more there are: the last member.
    """
    sides = ({each.origin.id: each.origin for each in claims if each.claim.polarity == side} for side in _SIDES)
    affirmed, denied = ([origin_to_plain(side[id_]) for id_ in sorted(side)] for side in sides)
    return _outlined(stood, details) | {
        "origins_for": affirmed,
        "origins_against": denied,
        "bounds": [min(1, stood.origins), stood.origins],  # all may rest on one: who looked no further cannot tell
        "documents": stood.documents,
        "claims": list(map(_traced_to_plain, claims)),
        "reasons": [],
        "left_out": left_out,
    }


_SIDES = ("affirmed", "denied")


def _outlined(stood: Stood, details: Details) -> Plain:
    proposition = stood.proposition
    return {
        "id": stood.id,
        "kind": proposition.kind,
        "roles": {role: list(value) if isinstance(value, tuple) else value for role, value in proposition.roles},
        "mood": proposition.mood,
        "step": proposition.step,
        "spell": proposition.spell,
        "details": {role: list(values) for role, values in details},
        "begins": end_to_plain(stood.begins),
        "ends": end_to_plain(stood.ends),
        "credence": round(stood.credence, 4),
        "status": stood.status,
    }


def _traced_to_plain(traced: TracedClaim) -> Plain:
    return claim_to_plain(traced.claim) | {"origin": traced.origin.id, "edge": traced.edge}


def origins_to_plain(finding: Finding) -> Plain:
    """Give on whose words a finding rests: its origins, and for each claim which of them it leads back to, and how."""
    return {
        "finding": finding.id,
        "documents": finding.documents,
        "bounds": list(finding.bounds),
        "origins_for": [origin_to_plain(origin) for origin in finding.origins_for],
        "origins_against": [origin_to_plain(origin) for origin in finding.origins_against],
        "edges": [
            {
                "claim": traced.claim.id,
                "doc": traced.claim.doc,
                "polarity": traced.claim.polarity,
                "voices": claim_to_plain(traced.claim)["voices"],
                "origin": traced.origin.id,
                "edge": traced.edge,
            }
            for traced in finding.claims
        ],
    }


def difference_to_plain(difference: Difference) -> Plain:
    """Give what became of a finding as values that JSON can hold, members always in the same order."""
    sides = {"before": difference.before, "after": difference.after}
    return {
        "id": difference.finding.id,
        "what": difference.what,
        "members": list(difference.members),
        "why": list(difference.why),
        **{name: finding_to_plain(finding) if finding else None for name, finding in sides.items()},
    }


def end_to_plain(end: End) -> Plain:
    """Give one end of an interval."""
    return {"state": end.state, "date": end.date}


def origin_to_plain(origin: Origin) -> Plain:
    """Give an origin."""
    return {
        "id": origin.id,
        "name": origin.name,
        "party": origin.party,
        "doc": origin.doc,
        "interested": origin.interested,
        "against_interest": origin.against_interest,
        "known": origin.known,
    }
