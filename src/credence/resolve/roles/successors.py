"""Whether two claims that are one by the codebook tell of one act, or of two that followed each other."""

from __future__ import annotations

from credence.catalog.fold import fold
from credence.model.claim import Claim
from credence.resolve.times.ordered import latest
from credence.resolve.times.reckoning import DAY, MONTH, YEAR

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
    return not alike and _is_years_apart(known, later)


def is_another_time(known: Claim, later: Claim) -> bool:
    """Tell whether a later claim is dated otherwise than the first: on another day, or years from it.

    Args:
        known: The first claim.
        later: One of the same kind and deciding roles.
    """
    days = {claim.when for claim in (known, later) if claim.when is not None and len(claim.when) == DAY}
    return len(days) > 1 or _is_years_apart(known, later)


def newer(known: Claim, later: Claim) -> Claim:
    """Give the claim of the later date; the first one where neither is dated."""
    first, second = (_year(claim.when) or 0 for claim in (known, later))
    if first != second and len(later.when or "") != MONTH:  # which may be that of the news
        return known if first > second else later
    return known if latest(known.when, later.when) == known.when else later


def _is_years_apart(known: Claim, later: Claim) -> bool:
    told = [year for claim in (known, later) if (year := _year(claim.when)) is not None]
    return len(told) > 1 and abs(told[0] - told[1]) > _APART


def _may_be_one(name: str, other: str) -> bool:
    """Whether two names can be one person's: one has no word of its own, or both end in one surname."""
    first, second = ({fold(word) for word in each.split()} for each in (name, other))
    return first <= second or second <= first or fold(name.rsplit(maxsplit=1)[-1]) == fold(other.rsplit(maxsplit=1)[-1])


def _year(when: str | None) -> int | None:
    """The year of a date that is said."""
    start = (when or "").removeprefix("../")[:YEAR]
    return int(start) if start.isdigit() else None
