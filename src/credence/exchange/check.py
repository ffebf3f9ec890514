"""Articles that were checked, as plain JSON values."""

from __future__ import annotations

from credence.exchange.counts import counted_to_plain, part_to_plain
from credence.exchange.findings import Plain, end_to_plain, origin_to_plain
from credence.model.check import Beside, Checked, CheckedClaim
from credence.model.plain import claim_to_plain


def checked_to_plain(checked: Checked) -> Plain:
    """Give an article with its claims checked, members always in the same order."""
    document = checked.document
    return {
        "document": {
            "id": document.id,
            "title": document.title,
            "published": document.published,
            "publisher": document.publisher,
            "version": document.sha256,
        },
        "on": checked.day.isoformat(),
        "own": list(checked.own),
        "copies": list(checked.copies),
        "verdicts": {verdict: number for verdict, number in checked.tally() if number},
        "claims": [_checked(each) for each in checked.claims],
    }


def _checked(checked: CheckedClaim) -> Plain:
    traced = checked.traced
    return {
        "verdict": checked.verdict,
        "marks": list(checked.marks),
        "claim": claim_to_plain(traced.claim) | {"origin": origin_to_plain(traced.origin), "edge": traced.edge},
        "origins": [origin_to_plain(each) for each in checked.origins],
        "beside": [_beside(each) for each in checked.beside],
        "counted": counted_to_plain(checked.counted) if checked.counted else None,
        "numbers": [counted_to_plain(each) for each in checked.numbers],
    }


def _beside(beside: Beside) -> Plain:
    return {
        "bearing": beside.bearing,
        "at": end_to_plain(beside.at) if beside.at else None,
        "finding": part_to_plain(beside.finding),
    }
