"""States that change sides between two governments of one state: "Taipei lost Chad" is no loss of power over it."""

from __future__ import annotations

import re

from credence.model.sighting import Filler, Sighting
from credence.resolve.parties.mentions import Mentions

_TOLD = re.compile(r"recogni[sz]|diplomatic|allegiance|\ball(?:y|ies)\b|two chinas|embass", re.IGNORECASE)
_NEAR = 700  # characters around a name in which a word tells that it is about recognition


def claims_recognition(filler: Filler, mentions: Mentions) -> bool:
    """Whether a name is of one of two governments that claim a state, in a text on which of them others recognise."""
    claiming = {m.party for m in mentions.mentions if _is_claimant(mentions.text[m.start : m.end], mentions)}
    start = filler.phrase.span.start
    return len(claiming) > 1 or _TOLD.search(mentions.text, max(0, start - _NEAR), start + _NEAR) is not None


def is_loss_of_ally(sighting: Sighting, mentions: Mentions) -> bool:
    """Whether what looks like a loss of power over a state is the loss of its recognition: "Taipei lost Chad".

    Args:
        sighting: What was met.
        mentions: Who is who in the document.
    """
    if not sighting.kind.startswith("control."):
        return False
    sides = [f.phrase for f in sighting.fillers if f.role in {"holder", "other"}]
    claiming = {p for side in sides if _is_claimant(side.head_text, mentions) for p in mentions.parties_of(side)}
    lands = {p for f in sighting.fillers if f.role == "of" for p in mentions.parties_of(f.phrase)}
    return bool(claiming) and any(_is_country(land, mentions) for land in lands - claiming)


def _is_claimant(name: str, mentions: Mentions) -> bool:
    return mentions.lexicon.classify("chinas", (), name.lower()) is not None


def _is_country(party: str, mentions: Mentions) -> bool:
    """Whether a party is a state, and no land that another one rules: "Beijing lost Hong Kong"."""
    known = mentions.known(party)
    return known is not None and known.cls == "state" and "country" in known.nouns
