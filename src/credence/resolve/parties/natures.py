"""What a slot asks for by nature: a person and no state, a state and no person, or whose a thing is."""

from __future__ import annotations

from credence.model.kind import Kind
from credence.model.sighting import Filler, Phrase
from credence.resolve.parties.belongings import owners
from credence.resolve.parties.mentions import Mentions

MOURNED = {"victim", "family", "survivor", "relative"}  # of whom nobody approves by feeling for them
NATURES = frozenset({"somebody", "polity", "fund", "belonging", "answerable", "thing"})
"""Types of slots that ask so."""

_PRONOUNS = {"he", "she", "him", "her"}


def by_nature(filler: Filler, mentions: Mentions, taken: frozenset[str]) -> tuple[str, ...] | None:
    """Give none where a person is asked for and a state named, or a state and a person; None to leave it open.

    Args:
        filler: What stands in the slot, of one of ``NATURES``.
        mentions: Who is who in the document.
        taken: Parties in other roles.
    """
    if filler.type == "thing":  # "in Chilean aid": whose it is
        links = filler.phrase.linked("poss", "mod", "from")
        return tuple(party for link in links for party in mentions.parties_of(link))[:1]
    if filler.type == "fund":  # "promised $3 million for Omar Varga"
        return () if mentions.is_person(filler.phrase) else None
    if filler.type == "belonging":
        return owners(filler.phrase, mentions, taken)
    if filler.type == "somebody":  # "Peru came to Lima" is no visit
        return None if is_somebody(mentions, filler.phrase) else ()
    if filler.type == "polity" and is_somebody(mentions, filler.phrase):  # "Omar Varga left Peru for Chile" is no break
        return ()
    found = mentions.parties_of(filler.phrase, taken)  # who complains to the United Nations blames others
    return tuple(party for party in found if is_state(party, mentions))


def is_somebody(mentions: Mentions, phrase: Phrase) -> bool:
    """Whether a name or pronoun is a person's."""
    return phrase.head_text.lower() in _PRONOUNS or mentions.is_person(phrase) or _is_titled(mentions, phrase)


def _is_titled(mentions: Mentions, phrase: Phrase) -> bool:
    """Whether a name of several words stands behind whose he is and his office: "U.S. President Omar Varga"."""
    name = mentions.person(phrase) if phrase.form == "name" else ""
    return " " in name and phrase.head_text != name and phrase.head_text.endswith(name)


def is_state(party: str, mentions: Mentions) -> bool:
    """Whether a party is a state or claims to govern one; who is not known is taken for a state."""
    known = mentions.known(party)
    return known is None or known.cls in {"state", "authority"}


def is_anybody(filler: Filler, kind: Kind) -> bool:
    """Tell whether words for all or nobody name no state as judge or as judged: "stands with the world"."""
    if filler.role == "holder":
        return kind.nature == "stance" and filler.phrase.form == "pronoun"
    anybody = filler.phrase.form == "pronoun" or filler.phrase.lemma in {"community", "world"}
    return filler.role == "target" and anybody and kind.id != "stance.demand"
