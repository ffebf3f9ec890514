"""Whose claims are one voice's, who is named, and what sort of voice a claim rests on."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from credence.catalog.fold import fold
from credence.catalog.interests import Interest, bearing
from credence.model.origin import TracedClaim
from credence.model.testimony import VoiceClass


def speaker_of(traced: TracedClaim) -> tuple[str, ...]:
    """Give what makes origins one voice: a party with a part in it speaks with one, others are told apart by name.

    Those who are not named are told apart as origins are.
    """
    origin = traced.origin
    if origin.interested and origin.party:
        return ("party", origin.party)
    if not traced.own and not is_named(traced):
        return ("origin", origin.id)
    return ("name", _called(origin.name), origin.party or "")


@lru_cache(maxsize=1 << 14)  # the same speakers come again and again
def _called(name: str) -> str:
    return fold(name).casefold()


def is_named(traced: TracedClaim) -> bool:
    """Tell whether a speaker is named; a name all in lower case ("two diplomats", "unnamed source") names nobody."""
    name = traced.origin.name
    return traced.origin.known and bool(name.strip()) and not name.islower()


def class_of(traced: TracedClaim, interests: Mapping[str, Interest]) -> VoiceClass:
    """Tell the class of the voice a claim rests on.

    Args:
        traced: The claim.
        interests: Kind → whom its claims serve and harm.
    """
    origin = traced.origin
    if origin.interested:
        if origin.against_interest:
            return "against"
        return "interested" if bearing(traced.claim, origin.party, interests) == "serves" else "party"
    if traced.own:
        return "document" if origin.party else "witness" if origin.known else "unsigned"
    if not is_named(traced):
        return "unnamed"
    offices = (voice.office for voice in traced.claim.voices if voice.name == origin.name)
    return "official" if origin.party or any(offices) else "named"
