"""Testimony: what is kept of a traced claim, so that its finding can be judged without it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache

from credence.catalog.interests import Interest
from credence.judge.rulings import Rulings
from credence.judge.speakers import class_of, speaker_of
from credence.judge.telling import Dates, published_on, read_date
from credence.model.claim import Claim
from credence.model.digest import hash_number
from credence.model.kind import Kind
from credence.model.origin import TracedClaim
from credence.model.testimony import Testimony

_JSON = json.JSONEncoder(separators=(",", ":"))


def testimony_of(  # noqa: PLR0913 - what a claim's part rests on, and nothing else
    traced: TracedClaim,
    claim: Claim,
    kind: Kind,
    dates: Dates,
    decided: Rulings,
    interests: Mapping[str, Interest],
) -> Testimony:
    """Take of a claim what it contributes to its finding.

    Args:
        traced: The claim as recorded, and its origin.
        claim: The claim as it counts.
        kind: Its kind.
        dates: Of its document, and of the first of its text.
        decided: What people decided.
        interests: Kind → whom its claims serve and harm.

    Raises:
        BadPeriod: A date is not EDTF.
    """
    when, published = read_date(claim.when, "claim", claim.id, "when"), published_on(traced, dates)
    origin = traced.origin
    return Testimony(
        traced.claim.doc,
        origin.doc,
        claim.polarity,
        decided.word(traced.claim.id) == "reject",
        class_of(traced, interests),
        origin.id,
        origin.known,
        origin.party,
        _number(speaker_of(traced)),
        when.text if when else None,
        published.text if published else None,
        tuple(role for role in claim.roles if role[0] not in kind.deciding),
    )


def testimonies(
    traced: Iterable[TracedClaim],
    kinds: Mapping[str, Kind],
    dates: Dates,
    decided: Rulings,
    interests: Mapping[str, Interest],
) -> tuple[Testimony, ...]:
    """Take of claims what they contribute, each with its digest, in their order.

    Args:
        traced: The claims.
        kinds: Kinds by id.
        dates: Of their documents, and of those that these go back to.
        decided: What people decided.
        interests: Kind → whom its claims serve and harm.

    Raises:
        BadPeriod: A date is not EDTF.
    """

    def kept(each: TracedClaim) -> Testimony:
        claim = decided.counted(each.claim)
        found = testimony_of(each, claim, kinds[claim.kind], dates, decided, interests)
        return replace(found, digest=_digest(found, each, decided))

    return tuple(map(kept, traced))


def _digest(of: Testimony, traced: TracedClaim, decided: Rulings) -> int:
    """Give the number of all that may be shown of a claim, also where nothing rests on it."""
    claim, origin = traced.claim, traced.origin
    shown = (
        (claim.id, claim.when, of.when, of.polarity, of.details, of.published),
        # Whose words they are and where they stand may change, and the origin's id stay.
        (origin.id, origin.name, origin.party, origin.doc, origin.interested, origin.against_interest, origin.known),
        (traced.edge, of.cls, decided.reasons(claim.id)),
    )
    return hash_number(_JSON.encode(shown).encode())


@lru_cache(maxsize=1 << 14)  # the same speakers come again and again
def _number(speaker: tuple[str, ...]) -> int:
    return hash_number(_JSON.encode(speaker).encode())
