"""Officials who are named by nothing but their office: "the foreign minister", "officials"."""

from __future__ import annotations

from credence.model.sighting import Phrase
from credence.resolve.parties.mentions import Mentions

_TELLING = ("poss", "of", "from", "in", "for", "to", "appos", "num")
_ANYBODY = {"leader", "head", "chief", "lawmaker", "senator", "judge", "director", "speaker", "mp", "commander"}
_FORCES = {"police", "guard", "policeman"}  # whom their state tells to act: "ordered police to expel him"
_APART = {"opposition", "rebel", "former", "ousted", "exiled"}


def is_bare_official(phrase: Phrase, mentions: Mentions) -> bool:
    """Tell whether words are an office of a state's, and nothing tells of which: "the economy minister", "officials".

    Args:
        phrase: The words.
        mentions: Who is who in the document.
    """
    forces = phrase.lemma in _FORCES
    if phrase.form != "noun" or not (forces or mentions.is_people(phrase)) or phrase.lemma in _ANYBODY:
        return False
    plural = forces or phrase.plural
    if phrase.determiner not in ({"the", ""} if plural else {"the"}) or phrase.linked(*_TELLING):
        return False
    before = phrase.linked("mod")
    return all(mentions.is_office(link) and link.lemma not in _APART for link in before)
