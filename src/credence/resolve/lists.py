"""Lists and sanctions as their phrases name them: "terror lists in Peru and Chad", "the US sanctions on Mali"."""

from __future__ import annotations

from credence.model.sighting import Filler, Phrase
from credence.resolve.mentions import Mentions

Option = dict[str, str]

_SANCTIONING = {"us", "gb"}  # whose names stand before "sanctions" as adjectives do: "US sanctions"


def listing(filler: Filler, mentions: Mentions) -> list[Option]:
    """Take "terror lists in countries like Peru and Chad", "the Syria sanctions" apart: list, lister, target.

    Args:
        filler: The list; its value says of what kind it is.
        mentions: Who is who in the document.
    """
    found = [
        (_side(relation, link, party, filler.value, mentions), party)
        for relation in ("poss", "mod", "of", "in")
        for outer in filler.phrase.linked(relation)
        for link in (outer, *(outer.linked("mod") if relation == "mod" else ()))  # "the US sanctions list"
        for party in mentions.parties_of(link)
        if party != "*"
    ]
    targets = {party for side, party in found if side == "target"}
    base: Option = {"list": filler.value, **({"target": targets.pop()} if len(targets) == 1 else {})}
    listers = dict.fromkeys(p for side, p in found if side == "lister")
    return [base | {"lister": p} for p in listers] or [base | keeper(filler.phrase, mentions)]


def keeper(phrase: Phrase, mentions: Mentions) -> Option:
    """Give who alone keeps such a list: "the list of state sponsors of terrorism", "a foreign terrorist organization"."""
    before = [word.lower() for word in phrase.text.split() if word.lower() != phrase.lemma]
    found = mentions.lexicon.classify("keepers", before, phrase.lemma, phrase=phrase.text.lower())
    return {} if found is None else {"lister": found}


def _side(relation: str, link: Phrase, party: str, value: str, mentions: Mentions) -> str:
    """Whether what stands before "sanctions" imposes or suffers them: "Chadian sanctions", "the Chad sanctions"."""
    known = mentions.known(party)
    state = known is not None and known.cls == "state" and party not in _SANCTIONING
    suffers = value == "sanctions" and relation == "mod" and link.form == "name" and state
    return "target" if suffers else "lister"
