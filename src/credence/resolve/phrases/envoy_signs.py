"""What the words of a sighting say of an envoy: whether it is one, one who is known, or one spoken of before."""

from __future__ import annotations

from collections.abc import Mapping

from credence.model.sighting import Phrase, Sighting

DEFINITE = {"the", "this", "that"}
SOMEBODY = {"he", "him", "she", "her"}
FIRST = "@first"
"""The role of where an envoy is sent who is accredited elsewhere, too."""

Option = Mapping[str, str]


def around(sighting: Sighting) -> tuple[int, int]:
    """Where the words of what was met begin and end."""
    return sighting.quote.start, sighting.quote.end


def is_about_somebody(sighting: Sighting) -> bool:
    """Whether "he" or "her" stands where an envoy's name can."""
    return any(f.role == "person" and f.phrase.head_text.lower() in SOMEBODY for f in sighting.fillers)


def refers_back(sighting: Sighting) -> bool:
    """Whether the envoys are of a post or a mission said before: "the two diplomats", "employees of the embassy"."""
    phrases = [filler.phrase for filler in sighting.fillers if filler.type == "envoy"]
    houses = [link for phrase in phrases for link in phrase.linked("of", "at")]
    bare = [each for each in (*phrases, *houses) if not each.linked("poss", "mod", "of", "from", "to", "in", "at")]
    return any(each.form == "noun" and each.determiner in DEFINITE for each in bare)


def says_envoy(sighting: Sighting) -> bool:
    """Whether the words themselves say that it is about an envoy, or who works at a mission."""
    if not any(filler.role == "person" for filler in sighting.fillers):
        return True
    return sighting.step is not None or any(filler.type in {"envoy", "mission"} for filler in sighting.fillers)


def is_post(known: Option, option: Option) -> bool:
    """Whether a place that somebody leaves, or comes to, is that of his post, as far as the text says where it is."""
    return "sender" in known and option.get("host", known.get("host")) == known.get("host", option.get("host"))


def steps_in(sighting: Sighting) -> bool:
    """Whether somebody takes the place of one spoken of before."""
    return any(filler.type == "stead" for filler in sighting.fillers)


def is_definite(sighting: Sighting) -> bool:
    """Whether the envoy is one that is known: "its ambassador", "the consul", "Ambassador Rojas"."""
    envoys = [filler.phrase for filler in sighting.fillers if filler.type == "envoy"]
    return all(known_one(phrase) for phrase in envoys)


def known_one(phrase: Phrase) -> bool:
    """Whether it is one that is known; headlines leave out the article: "Lima sends ambassador away"."""
    bare = not phrase.determiner and not phrase.links and not phrase.plural
    return phrase.form == "name" or bare or phrase.determiner in DEFINITE or bool(phrase.linked("poss"))


def is_sent_elsewhere(sighting: Sighting) -> bool:
    """Whether the envoy is sent to one place first and accredited to another, too."""
    return any(filler.role == FIRST for filler in sighting.fillers)


def received_at_home(sighting: Sighting, host: str | None, sender: str) -> bool:
    """Whether a bare word for who rules somewhere was taken for the home of the envoy spoken of: "to the president"."""
    received = sighting.kind == "envoy.accept" and refers_back(sighting) and host == sender
    places = [f.phrase for f in sighting.fillers if f.role == "host"]
    return received and bool(places) and all(p.form == "noun" and not p.links for p in places)
