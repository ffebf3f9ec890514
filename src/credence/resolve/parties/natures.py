"""What a slot asks for by nature: a person and no state, a state and no person, or whose a thing is."""

from __future__ import annotations

from collections.abc import Sequence

from credence.catalog.bounds import day_bounds
from credence.catalog.places import Places
from credence.model.kind import Kind
from credence.model.sighting import Filler, Phrase
from credence.resolve.parties.allegiance import claims_recognition
from credence.resolve.parties.belongings import owners
from credence.resolve.parties.mentions import Mentions

MOURNED = {"victim", "family", "survivor", "relative"}  # of whom nobody approves by feeling for them
NATURES = frozenset({"somebody", "polity", "fund", "belonging", "answerable", "thing", "seat", "chinas"})
"""Types of slots that ask so."""

_TOWNS = {"city", "town", "port", "resort", "province", "region", "village", "municipality", "hub", "metropolis"}
_PRONOUNS = {"he", "she", "him", "her"}


def by_nature(filler: Filler, mentions: Mentions, taken: frozenset[str], places: Places) -> tuple[str, ...] | None:
    """Give none where a person is asked for and a state named, or a state and a person; None to leave it open.

    Args:
        filler: What stands in the slot, of one of ``NATURES``.
        mentions: Who is who in the document.
        taken: Parties in other roles.
        places: Known cities.
    """
    if filler.type == "chinas":  # "opted for Beijing" may be about goods
        return None if claims_recognition(filler, mentions) else ()
    if filler.type == "seat":
        return _land_of(filler.phrase, mentions, places)
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


def _land_of(phrase: Phrase, mentions: Mentions, places: Places) -> tuple[str, ...]:
    """Give the state in which a town lies: "Munich", "the German city of Munich", "a town in Bavaria, Germany".

    A capital means its state by itself; who is met in a state that two rule is not told by where a town lies.
    """
    lands = _lands_of(phrase, mentions, places)
    return tuple(land for land in lands if not any(_rules(m.party, land, mentions) for m in mentions.mentions))


def _rules(party: str, land: str, mentions: Mentions) -> bool:
    """Whether a party claims to rule a state and is not that state."""
    known = mentions.known(party)
    return known is not None and known.of == land


def _lands_of(phrase: Phrase, mentions: Mentions, places: Places) -> tuple[str, ...]:
    if phrase.form == "name":
        other = mentions.is_person(phrase) or mentions.parties_of(phrase)
        town = None if other else places.city(phrase.text, None)
        return (town.country,) if town is not None else ()
    if phrase.form != "noun" or phrase.lemma.split()[-1] not in _TOWNS:
        return ()
    named = phrase.linked("of")
    told = (*phrase.linked("poss", "mod", "in"), *(link for name in named for link in name.linked("in", "appos")))
    lands = (party for link in told for party in mentions.parties_of(link) if is_state(party, mentions))
    towns = (place.country for name in named if (place := places.city(name.head_text, None)) is not None)
    return tuple(dict.fromkeys((*lands, *towns)))[:1]


def without_ruled(members: Sequence[str], mentions: Mentions) -> Sequence[str]:
    """Leave out a state beside the authority that rules it, where the text names no other that claims to.

    "A Taliban delegation led by the Afghan foreign minister met" is no meeting of two.
    """
    claiming = {m.party for m in mentions.mentions if _is_in_power(m.party, mentions)}
    rulers = [member for member in members if member in claiming]
    ruled = {known.of for ruler in rulers if (known := mentions.known(ruler)) is not None}
    contested = {known.of for one in claiming - {*rulers} if (known := mentions.known(one)) is not None}
    return [member for member in members if member not in ruled - contested]


def _is_in_power(party: str, mentions: Mentions) -> bool:
    """Whether a party is an authority that claims to govern a state on the text's day."""
    known = mentions.known(party)
    if known is None or known.cls != "authority" or known.of is None or "territory" in known.nouns:
        return False
    first, last = day_bounds(mentions.day or "..")
    spells = (day_bounds(spell) for spell in known.spells)
    return any(begins <= last and first <= ends for begins, ends in spells)
