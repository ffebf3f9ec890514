"""Findings, and differences between them, as plain JSON values."""

from __future__ import annotations

from credence.model.difference import Difference
from credence.model.finding import End, Finding
from credence.model.origin import Origin
from credence.model.plain import claim_to_plain

Plain = dict[str, object]


def finding_to_plain(finding: Finding) -> Plain:
    """Give a finding as values that JSON can hold, members always in the same order.

    Of one in short, the last member is how many claims are left out.
    """
    proposition = finding.proposition
    plain: Plain = {
        "id": finding.id,
        "kind": proposition.kind,
        "roles": {role: list(value) if isinstance(value, tuple) else value for role, value in proposition.roles},
        "mood": proposition.mood,
        "step": proposition.step,
        "spell": proposition.spell,
        "details": {role: list(values) for role, values in finding.details},
        "begins": end_to_plain(finding.begins),
        "ends": end_to_plain(finding.ends),
        "credence": round(finding.credence, 4),
        "status": finding.status,
        "origins_for": [origin_to_plain(origin) for origin in finding.origins_for],
        "origins_against": [origin_to_plain(origin) for origin in finding.origins_against],
        "bounds": list(finding.bounds),
        "documents": finding.documents,
        "claims": [
            claim_to_plain(traced.claim) | {"origin": traced.origin.id, "edge": traced.edge}
            for traced in finding.claims
        ],
        "reasons": list(finding.reasons),
    }
    return plain | {"left_out": finding.beyond.claims} if finding.beyond else plain


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
