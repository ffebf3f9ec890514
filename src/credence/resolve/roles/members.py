"""For which body its members act together: "ministers from Arab League states", "its assembly"."""

from __future__ import annotations

from credence.model.sighting import Phrase
from credence.resolve.parties.mentions import Mentions

_MEMBERS = {"member", "country", "state", "nation", "minister", "leader", "assembly", "delegate", "envoy"}
_WHOSE = ("mod", "of", "poss", "from")
_DEEP = 2


def body_of(phrase: Phrase, mentions: Mentions, deep: int = _DEEP) -> tuple[str, ...]:
    """Give the one organisation whose members, ministers or assembly words mean; empty if they mean none.

    Args:
        phrase: The words.
        mentions: Who is who in the document.
        deep: How many nouns are looked through: "ministers from member states of the Union".
    """
    if phrase.lemma not in _MEMBERS or not deep:
        return ()
    links = phrase.linked(*_WHOSE)
    named = (party for link in links for party in mentions.parties_of(link))
    found = {p for p in named if (known := mentions.known(p)) is not None and known.cls == "organisation"}
    if not found:
        found = {party for link in links for party in body_of(link, mentions, deep - 1)}
    return tuple(found) if len(found) == 1 else ()
