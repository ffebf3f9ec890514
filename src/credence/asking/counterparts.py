"""Counterparts: with whom a party stands in findings, and in how many."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from credence.asking.findings import outline
from credence.asking.names import label
from credence.catalog.parties import load_parties
from credence.ledger import Known, Ledger, Outline
from credence.model.claim import values_of
from credence.model.kind import family_of


@dataclass(frozen=True, slots=True)
class Counterpart:
    """A party that stands in findings with another.

    Attributes:
        id: Its id.
        findings: How many findings both stand in.
        contested: How many of these are contested.
        families: Family of kinds and number of findings, the most frequent first.
    """

    id: str
    findings: int
    contested: int
    families: tuple[tuple[str, int], ...]


@dataclass(slots=True)
class _Tally:
    families: Counter[str] = field(default_factory=Counter)
    contested: int = 0


def counterparts_of(
    ledger: Ledger, party: str, *, day: str | None = None, known: Known = None
) -> tuple[Counterpart, ...]:
    """Give those with whom a party stands in the deciding roles of findings, the most frequent first, then by name.

    Args:
        ledger: The ledger.
        party: The party.
        day: Only findings that held, or may have held, on that day, EDTF.
        known: As known at that transaction or by that date.

    Returns:
        Parties that we know of; persons, places and numbers in roles are none.
    """
    parties = load_parties()
    found: dict[str, _Tally] = {}
    for each in outline(ledger, parties=[party], day=day, known=known):
        for other in _others(each, party):
            if other in parties:
                tally = found.setdefault(other, _Tally())
                tally.families[family_of(each.kind)] += 1
                tally.contested += each.status == "contested"
    counterparts = (
        Counterpart(id_, tally.families.total(), tally.contested, tuple(sorted(tally.families.items(), key=_most)))
        for id_, tally in found.items()
    )
    return tuple(sorted(counterparts, key=lambda each: (-each.findings, label(each.id))))


def _others(found: Outline, party: str) -> frozenset[str]:
    return values_of(found.proposition.roles) - {party}


def _most(family: tuple[str, int]) -> tuple[int, str]:
    return -family[1], family[0]
