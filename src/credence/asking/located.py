"""What can be located of a party's on a day, whether or not anybody claims a number of it."""

from __future__ import annotations

from datetime import date

from credence.asking.evidence import Gather, evidence
from credence.catalog.counts import load_counts
from credence.judge.places import places
from credence.ledger import Known, Ledger
from credence.model.counts import Located

_MISSIONS = "missions"


def missions_located(
    ledger: Ledger, party: str, day: date, *, known: Known = None, gather: Gather = evidence
) -> tuple[Located, ...]:
    """Give the missions that a party runs, one by one, each with whether it stands on a day; by host and city.

    Args:
        ledger: The ledger.
        party: The party.
        day: The day.
        known: As known at that transaction or by that date.
        gather: How evidence is come by.
    """
    listing = next(unit.listing for unit in load_counts().units if unit.id == _MISSIONS)
    if listing is None:
        return ()
    found = gather(ledger, listing.topic, parties=[party], known=known)
    return tuple(place.on(day, found.kinds) for place in places(found, found.heard(), listing, party))
