"""Whose sanctions are lifted: "a court annulled the EU's sanctions", "Chad won the lifting of Peruvian sanctions"."""

from __future__ import annotations

from dataclasses import replace

from credence.model.sighting import Phrase, Sighting
from credence.resolve.parties.mentions import Mentions
from credence.resolve.phrases.lists import listing


def of_their_own(sighting: Sighting, mentions: Mentions) -> Sighting:
    """Leave out who acts where the words for what is lifted say whose it is: only he can have lifted it.

    Args:
        sighting: What was met.
        mentions: Who is who in the document.
    """
    if sighting.kind != "listing.remove":
        return sighting
    lists = (f for f in sighting.fillers if f.role == "list" and not _is_somebodys(f.phrase))
    stated = {option.get("lister") for filler in lists for option in listing(filler, mentions)} - {None}
    if not stated:
        return sighting
    return replace(sighting, fillers=tuple(f for f in sighting.fillers if f.role != "lister"))


def _is_somebodys(phrase: Phrase) -> bool:
    """Whether a list is "its", or nobody's: who acts tells whose it is."""
    return not phrase.links or any(link.form == "pronoun" for link in phrase.linked("poss"))
