"""Origins: the independent root each claim rests on.

For now an origin is a speaker within a document. Utterances are not yet matched across documents, so one speech that
two papers quote counts as two origins.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from functools import lru_cache

from credence.catalog.fold import fold
from credence.model.claim import Claim
from credence.model.origin import Origin, TracedClaim

_JSON = json.JSONEncoder(ensure_ascii=False)


def trace(claims: Sequence[Claim], *, publishers: Mapping[str, str | None]) -> tuple[TracedClaim, ...]:
    """Give each claim the origin it rests on: the farthest voice of its chain, or the document itself.

    Args:
        claims: Claims with their voices.
        publishers: Publisher by document id; None, or no entry, where it is not known.

    Returns:
        One traced claim for each claim, in the same order.
    """
    return tuple(_traced(claim, publishers.get(claim.doc)) for claim in claims)


def _traced(claim: Claim, publisher: str | None) -> TracedClaim:
    root = claim.voices[-1] if claim.voices else None
    name = root.name if root else publisher or claim.doc
    party = root.party if root else None
    interested = party is not None and any(_holds(value, party) for _, value in claim.roles)
    edge = "quotes" if root else "states"
    return TracedClaim(claim, Origin(_id(claim.doc, edge, name), name, party, claim.doc, interested), edge)


@lru_cache(maxsize=1 << 16)
def _id(doc: str, edge: str, name: str) -> str:
    """Make an id from the document and the speaker; a document that speaks for itself is none of its speakers."""
    key = _JSON.encode([doc, edge, fold(name).casefold()]).encode("utf-8", "surrogatepass")
    return "o" + hashlib.sha256(key).hexdigest()[:15]


def _holds(value: object, party: str) -> bool:
    return party in value if isinstance(value, tuple) else value == party
