"""States that change sides between two governments of one state: "Taipei lost Chad" is no loss of power over it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from credence.model.sighting import Filler, Sighting
from credence.resolve.parties.mentions import Mentions

_CLAIMANTS = frozenset({"cn", "tw"})
_RULED = frozenset({"hk", "mo"})  # over which one of them does have power
_TOLD = re.compile(r"recogni[sz]|diplomatic|allegiance|\ball(?:y|ies)\b|two chinas|embass", re.IGNORECASE)
_NEAR = 700  # characters around a name in which a word tells that it is about recognition


def claims_recognition(filler: Filler, mentions: Mentions) -> bool:
    """Whether a name is of one of two governments that claim a state, in a text on which of them others recognise."""
    if {m.party for m in mentions.mentions} >= _CLAIMANTS:
        return True
    start = filler.phrase.span.start
    return _TOLD.search(mentions.text, max(0, start - _NEAR), start + _NEAR) is not None


def is_loss_of_ally(sighting: Sighting, mentions: Mentions) -> bool:
    """Whether what looks like a loss of power over a state is the loss of its recognition: "Taipei lost Chad".

    Args:
        sighting: What was met.
        mentions: Who is who in the document.
    """
    if not sighting.kind.startswith("control."):
        return False
    sides = _parties(sighting, ("holder", "other"), mentions)
    lands = _parties(sighting, ("of",), mentions)
    return bool(sides & _CLAIMANTS) and any(_is_other_state(land, mentions) for land in lands)


def _parties(sighting: Sighting, roles: Iterable[str], mentions: Mentions) -> set[str]:
    return {p for f in sighting.fillers if f.role in roles for p in mentions.parties_of(f.phrase)}


def _is_other_state(party: str, mentions: Mentions) -> bool:
    known = mentions.known(party)
    return known is not None and known.cls == "state" and party not in _CLAIMANTS | _RULED
