"""Which finding a claim is evidence of, and which other findings that one may begin or end."""

from __future__ import annotations

from collections.abc import Mapping

from credence.judge.compare import about_of, alike, finding_id
from credence.judge.rulings import Rulings
from credence.model.claim import Claim
from credence.model.finding import Placed, Proposition
from credence.model.kind import Kind
from credence.model.party import Spells


def place(claim: Claim, kinds: Mapping[str, Kind], decided: Rulings, spells: Spells) -> Placed:
    """Find the finding of a claim, as it counts.

    Args:
        claim: The claim.
        kinds: Kinds by id.
        decided: What people decided.
        spells: Spells of authorities that ruled more than once.

    Raises:
        BadKnowledge: The claim's kind is not among ``kinds``.
        BadPeriod: It is dated by what is not EDTF, and the date decides.
    """
    _, own = about_of(kinds, decided, spells)(claim)
    return Placed(finding_id(own), own, tuple(sorted(finding_id(other) for other in _reached(own, kinds))))


def _reached(own: Proposition, kinds: Mapping[str, Kind]) -> list[Proposition]:
    """Give the propositions that one may begin or end, whether or not anybody speaks of them."""
    kind = kinds[own.kind]
    others = [kinds[name] for name in (*kind.initiates, *kind.terminates) if name in kinds]
    if own.mood != "actual":
        return []
    return [proposition for other in others for proposition in alike(own, other)]
