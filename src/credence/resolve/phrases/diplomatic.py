"""Whether a bare "mission" is a diplomatic one, by the words beside it and around it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from credence.model.sighting import Phrase
from credence.resolve.parties.mentions import Mentions
from credence.resolve.parties.natures import is_state
from credence.resolve.phrases.missions import MissionMemory, Option

_NEARBY = 400  # characters before "its mission" in which a word tells that it is a diplomatic one
_BESIDE = 150  # and before any other
_BEHIND = 30  # and behind it
_EMBASSY = re.compile(r"\b(?:embass|consul|diplomat|ambassador)", re.IGNORECASE)
_FOREIGN = {"foreign", "western", "european", "arab", "african", "asian", "international", "other", "gulf"}
_DIPLOMATIC = {"political", "diplomatic", "permanent", "consular", "technical", "resident"}


def is_diplomatic(phrase: Phrase, where: Sequence[Option], memory: MissionMemory | None) -> bool:
    """Tell whether a mission is a diplomatic one: in a city, named in full before, or where envoys are spoken of.

    Args:
        phrase: The words for it.
        where: The places they name.
        memory: The missions that the text names in full.
    """
    words = {link.lemma for link in phrase.linked("mod")}
    official = phrase.lemma == "presence" and "official" in words
    if official or words & _DIPLOMATIC or any("city" in place for place in where):
        return True
    if memory is None:
        return False
    if where and not words and phrase.linked("poss") and _EMBASSY.search(memory.text):
        return True  # "its mission in Chad", in a text about envoys
    if _EMBASSY.search(memory.text, phrase.head.end, phrase.head.end + _BEHIND) is not None:
        return True  # "raised their missions to the level of embassies"
    near = memory.text[max(0, phrase.head.start - _NEARBY) : phrase.head.start]
    told = _EMBASSY.search(near if phrase.linked("poss", "in") else near[-_BESIDE:]) is not None
    return told or any(n.start < phrase.head.start for n in memory.named)


def are_many_states(phrase: Phrase) -> bool:
    """Tell whether missions are those of states that nobody names: "most foreign embassies", "30 Western missions"."""
    return phrase.plural and any(link.lemma in _FOREIGN for link in phrase.linked("mod"))


def is_land(phrase: Phrase, mentions: Mentions) -> bool:
    """Tell whether words name a land by its name, not by an adjective or "US": "Uganda" in "its Uganda embassy"."""
    if phrase.head_text.isupper():
        return False
    named = next((m for m in mentions.mentions if m.start == phrase.head.start), None)
    return named is not None and is_state(named.party, mentions) and not mentions.is_adjective(named)
