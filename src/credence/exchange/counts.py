"""Numbers claimed, and what can be located of them, as plain JSON values."""

from __future__ import annotations

from credence.exchange.findings import Plain, end_to_plain
from credence.model.counts import Counted, Located, UnitCounts
from credence.model.finding import Finding, Part, Stood


def counts_to_plain(counts: UnitCounts) -> Plain:
    """Give what is claimed and located in one unit, members always in the same order."""
    return {
        "unit": counts.unit,
        "says": counts.says,
        "can_be_located": counts.can_be_located,
        "claimed": [counted_to_plain(each) for each in counts.claimed],
        "located": [located_to_plain(each) for each in counts.located],
        "apart": [located_to_plain(each) for each in counts.apart],
    }


def counted_to_plain(number: Counted) -> Plain:
    """Give a number that somebody claims, beside what can be located."""
    least, most = number.missing
    return {
        "value": number.value,
        "least": number.least,
        "most": number.most,
        "scope": number.scope,
        "polarity": number.polarity,
        "mood": number.mood,
        "by": {"names": list(number.names), "party": number.party, "interested": number.interested},
        "days": list(number.days),
        "documents": number.documents,
        "origins": number.origins,
        "finding": number.finding.id,
        "credence": round(number.finding.credence, 4),
        "status": number.finding.status,
        "located": number.located,
        "missing": {"least": least, "most": most},
        "explanations": [
            {"cause": each.cause, "number": each.number, "about": list(each.about)} for each in number.explanations
        ],
    }


def located_to_plain(place: Located) -> Plain:
    """Give one of what is counted, and what it rests on."""
    return {
        "where": place.where,
        "city": place.city,
        "said": list(place.said),
        "stands": place.stands,
        "findings": [part_to_plain(each) for each in place.findings],
    }


def part_to_plain(finding: Finding) -> Plain:
    """Give what a part of a finding comes to; the finding of its id has the rest."""
    return _stood_to_plain(finding) | {"claims": [traced.claim.id for traced in finding.claims]}


def short_part_to_plain(part: Part) -> Plain:
    """Give the same of a part that names its first claims, with a last member for how many are left out, if any."""
    left_out: Plain = {"left_out": part.left_out} if part.left_out else {}
    return _stood_to_plain(part) | {"claims": list(part.claims)} | left_out


def _stood_to_plain(stood: Stood) -> Plain:
    """Give what came to stand."""
    return {
        "id": stood.id,
        "kind": stood.proposition.kind,
        "mood": stood.proposition.mood,
        "step": stood.proposition.step,
        "begins": end_to_plain(stood.begins),
        "ends": end_to_plain(stood.ends),
        "credence": round(stood.credence, 4),
        "status": stood.status,
        "origins": stood.origins,
        "documents": stood.documents,
    }
