"""Whether two claims about a state's envoy at another are about one envoy, or about two who followed each other."""

from __future__ import annotations

from credence.catalog.fold import fold
from credence.model.claim import Claim
from credence.resolve.times.reckoning import YEAR

UNSPECIFIED = frozenset({"diplomat", "representative"})
"""Ranks under which an envoy of any other may be spoken of."""

_APART = 1  # years within which one envoy is named, comes, and hands over his letters


def is_another_envoy(known: Claim, later: Claim) -> bool:
    """Tell whether a later claim is about another envoy of the same state at the same host.

    Who is named otherwise is another; so is one who is not named, or who may be of the same family, years later.

    Args:
        known: The first claim.
        later: One of the same kind and deciding roles.
    """
    names = [str(dict(claim.roles)["person"]) for claim in (known, later) if "person" in dict(claim.roles)]
    alike = len(names) > 1 and (fold(names[0]) == fold(names[1]) or any(" " not in name for name in names))
    if len(names) > 1 and not _may_be_one(*names):
        return True
    years = [_year(claim.when) for claim in (known, later)]
    told = [year for year in years if year is not None]
    return not alike and len(told) > 1 and abs(told[0] - told[1]) > _APART


def _may_be_one(name: str, other: str) -> bool:
    """Whether two names can be one person's: one has no word of its own, or both end in one surname."""
    first, second = ({fold(word) for word in each.split()} for each in (name, other))
    return first <= second or second <= first or fold(name.rsplit(maxsplit=1)[-1]) == fold(other.rsplit(maxsplit=1)[-1])


def _year(when: str | None) -> int | None:
    """The year of a date that is said."""
    start = (when or "").removeprefix("../")[:YEAR]
    return int(start) if start.isdigit() else None
