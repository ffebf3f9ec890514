"""Lists and sanctions as their phrases name them: "terror lists in Peru and Chad", "the US sanctions on Mali"."""

from __future__ import annotations

import re

from credence.model.document import Span
from credence.model.sighting import Filler, Phrase
from credence.resolve.parties.mentions import Mentions

Option = dict[str, str]

LABELS = frozenset({"terrorists", "designated"})
"""Types of slots whose phrase is what those on a list are called."""
_SANCTIONS = re.compile(r"sanction|restrictive measure", re.IGNORECASE)
_TERROR = re.compile(r"terror|extremis", re.IGNORECASE)
_SANCTIONING = {"us", "gb"}  # whose names stand before "sanctions" as adjectives do: "US sanctions"


def listing(filler: Filler, mentions: Mentions, targets: frozenset[str] = frozenset()) -> list[Option]:
    """Take "terror lists in countries like Peru and Chad", "the Syria sanctions" apart: list, lister, target.

    Args:
        filler: The list, or the label of those on it; its value says of what kind it is.
        mentions: Who is who in the document.
        targets: Who is listed, where another slot has said so: "its list" is not that one's.
    """
    if filler.type in LABELS:
        return [_keeper(filler.phrase, mentions)]
    value, themselves = _value(filler), _themselves(filler, mentions, targets)
    found = [
        (_side(relation, link, party, value, mentions), party)
        for relation in ("poss", "mod", "of", "in")
        for outer in filler.phrase.linked(relation)
        for link in (outer, *(outer.linked("mod") if relation == "mod" else ()))  # "the US sanctions list"
        for party in mentions.parties_of(link, themselves if link.form == "pronoun" else frozenset())
        if party != "*"
    ]
    suffering = {party for side, party in found if side == "target"}
    base: Option = {"list": value, **({"target": suffering.pop()} if len(suffering) == 1 else {})}
    listers = dict.fromkeys(p for side, p in found if side == "lister")
    return [base | {"lister": p} for p in listers] or [base | _keeper(filler.phrase, mentions)]


def _themselves(filler: Filler, mentions: Mentions, targets: frozenset[str]) -> frozenset[str]:
    """Those who are listed, and whom they speak for: "Chad's minister was removed from its list" is not Chad's."""
    own = any(link.form == "pronoun" for link in filler.phrase.linked("poss"))
    return targets | spoken_for(targets, mentions) if own else frozenset()


def spoken_for(names: frozenset[str], mentions: Mentions) -> frozenset[str]:
    """Give the parties that persons speak for.

    Args:
        names: Their names; ids of parties stay what they are.
        mentions: Who is who in the document.
    """
    nowhere = len(mentions.text)  # where nobody else is named
    spans = ((name, Span(nowhere, nowhere + len(name))) for name in sorted(names) if not mentions.known(name))
    phrases = (Phrase(span, span, name, name.lower(), "name") for name, span in spans)
    return frozenset(party for phrase in phrases for party in mentions.parties_of(phrase))


def _value(filler: Filler) -> str:
    """Which sort of list it is: one "of persons under sanctions" is none of terrorists."""
    words = filler.phrase.text
    return "sanctions" if _SANCTIONS.search(words) and not _TERROR.search(words) else filler.value


def _keeper(phrase: Phrase, mentions: Mentions) -> Option:
    """Who alone keeps such a list: "the list of state sponsors of terrorism", "a foreign terrorist organization"."""
    before = phrase.text[: phrase.head.start - phrase.span.start].lower().split()
    found = mentions.lexicon.classify("keepers", before, phrase.lemma, phrase=phrase.text.lower())
    return {} if found is None else {"lister": found}


def _side(relation: str, link: Phrase, party: str, value: str, mentions: Mentions) -> str:
    """Whether what stands before "sanctions" imposes or suffers them: "Chadian sanctions", "the Chad sanctions"."""
    known = mentions.known(party)
    state = known is not None and known.cls == "state" and party not in _SANCTIONING
    suffers = value == "sanctions" and relation == "mod" and link.form == "name" and state
    return "target" if suffers else "lister"
