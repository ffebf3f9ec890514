"""Trails as plain JSON values."""

from __future__ import annotations

from credence.model.plain import Plain
from credence.model.trail import Trail


def trail_to_plain(trail: Trail) -> Plain:
    """Give a trail as values that JSON can hold, members always in the same order.

    ``origin`` is the utterance, which claims of one occasion share; ``root`` is whose it is, on all occasions.
    """
    claim, origin = trail.traced.claim, trail.traced.origin
    return {
        "claim": claim.id,
        "doc": claim.doc,
        "origin": trail.utterance,
        "edge": trail.traced.edge,
        "interested": origin.interested,
        "bounds": list(trail.bounds),
        "kind": claim.kind,
        "finding": trail.finding,
        "publisher": trail.publisher,
        "published": trail.published,
        "speaker": origin.name,
        "party": origin.party,
        "root": origin.id,
        "first": origin.doc,
        "against_interest": origin.against_interest,
        "known": origin.known,
    }
