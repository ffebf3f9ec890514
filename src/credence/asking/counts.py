"""Numbers claimed of a party, beside what can be located."""

from __future__ import annotations

from datetime import date

from credence.asking.evidence import Gather, evidence
from credence.catalog.counts import load_counts
from credence.judge import counts
from credence.ledger import Known, Ledger
from credence.model.counts import UnitCounts


def counts_of(
    ledger: Ledger, party: str, day: date, *, known: Known = None, gather: Gather = evidence
) -> tuple[UnitCounts, ...]:
    """Compare numbers claimed of a party with what can be located on a day, unit by unit.

    Args:
        ledger: The ledger.
        party: The party.
        day: The day.
        known: As known at that transaction or by that date.
        gather: How evidence is come by.
    """
    book = load_counts()
    return tuple(counts(gather(ledger, book.topic, parties=[party], known=known), party, day, book))
