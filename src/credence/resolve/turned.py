"""Sightings read as what they mean between two sides, before their roles are filled."""

from __future__ import annotations

import re
from dataclasses import replace

from credence.model.sighting import Filler, Phrase, Sighting
from credence.resolve.mutual import mutual
from credence.resolve.structures import Structures

_DIPLOMATIC = re.compile(r"embass|consul|diplomat|ambassador|envoy|attach[eé]|persona|chargé|charge d", re.IGNORECASE)
_NEAR = 700  # characters around an expulsion in which a word tells that it is one of diplomats
_SHUTTING = {"mission.close"}
_LEVEL = {"mission.raise", "mission.lower"}
_PAIR = 2


def turned(sighting: Sighting, structures: Structures) -> Sighting:
    """Give a sighting with its doers and their like in the roles that they have towards each other."""
    return _at_home(_by_nation(_each_others(mutual(sighting)), structures), structures)


def _each_others(sighting: Sighting) -> Sighting:
    """Take two who raise or lower "their missions", nowhere in particular, for those who do so with each other."""
    doers = [f for f in sighting.fillers if f.role == "operator"]
    missions = [f for f in sighting.fillers if f.role == "mission"]
    if sighting.kind not in _LEVEL or len(doers) != _PAIR or len(missions) != 1:
        return sighting
    phrase = missions[0].phrase
    theirs = any(link.text.lower() == "their" for link in phrase.linked("poss"))
    if not theirs or phrase.head_text.lower() == phrase.lemma or phrase.linked("in", "at", "to", "of", "mod"):
        return sighting
    roles = {"operator": "pair", "mission": "host"}
    return replace(sighting, fillers=tuple(replace(f, role=roles.get(f.role, f.role)) for f in sighting.fillers))


def _by_nation(sighting: Sighting, structures: Structures) -> Sighting:
    """Take nationals who are expelled by number for diplomats, where the text around is about such: "12 Russians"."""
    if sighting.kind != "envoy.expel" or not any(_is_counted(f) for f in sighting.fillers):
        return sighting
    text, place = structures.mentions.text, sighting.anchor.start
    if _DIPLOMATIC.search(text, max(0, place - _NEAR), place + _NEAR) is None:
        return sighting
    fillers = tuple(
        replace(f, role="sender", type="party") if _is_counted(f) and _nation(f.phrase, structures) else f
        for f in sighting.fillers
    )
    if fillers == sighting.fillers:
        return sighting
    return replace(sighting, fillers=fillers, fixed=(*sighting.fixed, ("rank", "diplomat")))


def _is_counted(filler: Filler) -> bool:
    phrase = filler.phrase
    several = bool(phrase.linked("num")) or phrase.determiner in {"several", "some"}
    return filler.type == "person" and several and phrase.head_text[:1].isupper() and phrase.head_text.endswith("s")


def _nation(phrase: Phrase, structures: Structures) -> bool:
    parties = structures.mentions.parties_of(phrase)
    known = structures.mentions.known(parties[0]) if len(parties) == 1 else None
    return known is not None and known.cls == "state"


def _at_home(sighting: Sighting, structures: Structures) -> Sighting:
    """Take who shuts a mission on its own soil for the host: "Lithuania shut the consulate in Klaipėda"."""
    doers = [f for f in sighting.fillers if f.role == "operator"]
    missions = [f for f in sighting.fillers if f.role == "mission" and f.type == "mission"]
    if sighting.kind not in _SHUTTING or len(doers) != 1 or len(missions) != 1 or _is_owned(missions[0].phrase):
        return sighting
    acting = structures.mentions.parties_of(doers[0].phrase)
    beside = [place for f in sighting.fillers if f.role == "@in" and (place := structures.place(f.phrase)) is not None]
    hosts = {option.get("host") for option in (*structures.mission(missions[0]), *beside)} - {None}
    if len(acting) != 1 or hosts != set(acting):
        return sighting
    return replace(sighting, fillers=tuple(_received(f) for f in sighting.fillers))


def _received(filler: Filler) -> Filler:
    return replace(filler, role="host") if filler.role == "operator" else filler


def _is_owned(phrase: Phrase) -> bool:
    return bool(phrase.linked("poss", "of"))
