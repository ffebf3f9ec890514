"""When authorities that ruled more than once were in power: ``spells`` in ``data/parties``."""

from __future__ import annotations

from functools import cache
from types import MappingProxyType

from credence.catalog.parties import load_parties
from credence.model.party import Spells
from credence.model.period import Period


@cache
def load_spells() -> Spells:
    """Load the spells of every authority that had several; of a single one, nothing has to be told apart.

    Raises:
        BadKnowledge: If a file of ``data/parties`` cannot be used.
        BadPeriod: If a spell is not EDTF.
    """
    several = (party for party in load_parties() if len(party.spells) > 1)
    return MappingProxyType({party.id: tuple(map(Period.parse, party.spells)) for party in several})
