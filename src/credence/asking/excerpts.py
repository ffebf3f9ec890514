"""Excerpts: findings with the first claims that each rests on, for lists that say how many more there are."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from credence.flow import Judging
from credence.ledger import Known, Ledger
from credence.model.origin import TracedClaim

MOST = 12
"""Documents of a finding up to which it is given whole, and claims of it that are given otherwise."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The first of what a finding rests on.

    Attributes:
        claims: The first claims that were recorded, traced, in that order.
        left_out: How many more there are.
    """

    claims: tuple[TracedClaim, ...]
    left_out: int


def excerpts_of(ledger: Ledger, ids: Collection[str], known: Known) -> dict[str, Excerpt] | None:
    """Give excerpts of the findings of some ids, by id; None where the ledger keeps no findings.

    Args:
        ledger: The ledger.
        ids: The ids.
        known: As known at that transaction or by that date.
    """
    found = ledger.excerpts(Judging().basis, ids, MOST, known=known)
    if found is None:
        return None
    ruled = Judging().ruled(ledger.decisions(known=known))
    every = {claim.id: claim for each in found.of.values() for claim in each.claims}
    traced = {each.claim.id: each for each in ruled.evidence(every.values(), found.sources).traced}
    return {
        id_: Excerpt(tuple(traced[claim.id] for claim in each.claims), each.counted - len(each.claims))
        for id_, each in found.of.items()
    }
