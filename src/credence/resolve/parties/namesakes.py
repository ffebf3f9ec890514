"""Who is called by a part of its own name: "the republic" of the Sahrawi Arab Democratic Republic, "the league"."""

from __future__ import annotations

from collections.abc import Sequence

from credence.model.sighting import Phrase
from credence.resolve.parties.antecedents import Mention

_NOUNS = frozenset({"republic", "kingdom", "emirate", "union", "league", "front", "sultanate", "commonwealth"})


def namesake(phrase: Phrase, mentions: Sequence[Mention], text: str, exclude: frozenset[str]) -> str | None:
    """Give the only party named before whose name holds a noun; None if there are several or none.

    Args:
        phrase: "The republic".
        mentions: The parties named in the document.
        text: Its text.
        exclude: Who cannot be meant.
    """
    if phrase.lemma not in _NOUNS or phrase.determiner != "the" or phrase.linked("mod", "of", "poss", "in"):
        return None
    noun, place = phrase.lemma.capitalize(), phrase.span.start
    named = {m.party for m in mentions if m.end < place and noun in text[m.start : m.end].split()}
    return next(iter(named)) if len(named) == 1 and not named & exclude else None
