"""Authorities: of whom it is told in the ledger who recognises them, and who does not."""

from __future__ import annotations

from collections import Counter

from credence.asking.findings import outline
from credence.asking.names import label
from credence.catalog.parties import load_parties
from credence.ledger import Known, Ledger


def authorities_of(ledger: Ledger, *, known: Known = None) -> tuple[str, ...]:
    """Give the parties about whose recognition most is told, those first that claim to govern a state; then by name.

    Args:
        ledger: The ledger.
        known: As known at that transaction or by that date.

    Returns:
        Ids of parties. Who is no party we know of is left out.
    """
    parties = load_parties()
    told: Counter[str] = Counter()
    for each in outline(ledger, kind="recognition", known=known):
        recognized = dict(each.proposition.roles).get("recognized")
        if isinstance(recognized, str) and recognized in parties:
            told[recognized] += each.documents
    return tuple(sorted(told, key=lambda id_: (not _governs(id_), -told[id_], label(id_))))


def _governs(id_: str) -> bool:
    party = load_parties().get(id_)
    return party is not None and party.cls == "authority"
