"""Whose claims are one voice's, and who is named."""

from __future__ import annotations

from functools import lru_cache

from credence.catalog.fold import fold
from credence.model.origin import TracedClaim


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
