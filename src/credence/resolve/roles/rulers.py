"""Rulers who are no known party, and the land they ruled or took where only the text around says which."""

from __future__ import annotations

import re

from credence.model.sighting import Phrase, Sighting
from credence.resolve.parties.mentions import Mentions

_TITLED = re.compile(
    r"(?<!former )(?<!ex-)\b(?:president|prime minister|premier|PM|king|emperor|emir|sultan|shah|chancellor|dictator"
    r"|strongman|ruler|general|gen\.|colonel|col\.|major|captain|capt\.|lieutenant|marshal|commander|sergeant"
    r"|commodore|brigadier|admiral)(?:,? | and )",
    re.IGNORECASE,
)
_BESIDE = 24  # characters before a name in which its title stands


def own_words(phrase: Phrase, *, whose: bool) -> str:
    """What armed men without a party are called, by whose they are if that is a person: "Omar Varga's rebels"."""
    return phrase.text[: phrase.head.end - phrase.span.start] if whose else phrase.head_text.lower()


def ruler_named(phrase: Phrase, mentions: Mentions) -> str | None:
    """Give the name of somebody who has a ruler's or an officer's title, of whom it is not said of which land.

    Args:
        phrase: The words.
        mentions: Who is who in the document.
    """
    if not mentions.is_name(phrase) or mentions.is_office(phrase):
        return None
    start, end = max(0, phrase.head.start - _BESIDE), phrase.head.end
    named = phrase.head_text.split()[-1]
    titled = _TITLED.search(mentions.text, start, end) is not None and named[:1].isupper()
    return mentions.person(phrase) if titled else None


def land_around(sighting: Sighting, mentions: Mentions) -> str | None:
    """Give the one state that a sentence names: "a coup in Chad toppled President Omar Varga".

    Args:
        sighting: What was met.
        mentions: Who is who in the document.
    """
    here = [m.party for m in mentions.mentions if m.sentence == sighting.sentence and not mentions.is_adjective(m)]
    known = {party for party in here if (found := mentions.known(party)) is not None and found.cls == "state"}
    return known.pop() if len(known) == 1 else None
