"""What two do to each other: "Norway and Chad keep embassies in each other's capitals"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from credence.model.claim import Claim
from credence.model.kind import Kind
from credence.model.sighting import Filler, PassedOver, Phrase, Sighting
from credence.resolve.phrases.structures import Option

_EACH = re.compile(
    r"\b(?:each other|one another|the other)['’]s\b|\b(?:their|the) respective (?:capital|countr|territor)"
    r"|\b(?:(?:both|the two) capitals|(?:each|either) (?:capital|country))\b",
    re.IGNORECASE,
)
_DOING = {"operator", "sender"}
_RECEIVING = {"host"}
_OF_HOSTS = {"envoy.expel", "envoy.accept", "envoy.refuse"}  # kinds whose doer is the host: "each expelled the other's"
_PLACED = {"mission", "premises", "office", "envoy"}
_UNSAID = {
    "envoys-are-exchanged",
    "missions-are-opened",
    "recognition-is-mutual",
}  # patterns that do not say between whom
_ONE_SIDED = {"ties.sever", "ties.lower"}
_LEVEL = {"mission.raise", "mission.lower"}
_SORTS = {"interest", "interests", "liaison", "representative", "diplomatic", "consular", "permanent"}
_TELLING = ("poss", "mod", "of", "from", "to", "in", "at", "for", "num")


def mutual(sighting: Sighting) -> Sighting:
    """Read the doers as two sides where the words place what they do with each other; else give it as it is."""
    placed = [f for f in sighting.fillers if f.role in {"host", "@in", "@at"} or f.type in _PLACED]
    doing = _RECEIVING if sighting.kind in _OF_HOSTS else _DOING
    doers = [f for f in sighting.fillers if f.role in doing]
    if not doers or not any(_EACH.search(f.phrase.text) for f in placed):
        return sighting
    kept = (f for f in sighting.fillers if not (f.role in {"host", "@in", "@at"} and f.type == "place"))
    apart = [f.phrase for f in placed if f.role in {"@in", "@at"} and _EACH.search(f.phrase.text)]
    return replace(sighting, fillers=tuple(_of_two(filler, doing, apart) for filler in kept))


def _of_two(filler: Filler, doing: AbstractSet[str], apart: Sequence[Phrase]) -> Filler:
    """Take a doer for one of two; a mission for a place where the other is, also where that stands apart from it."""
    if filler.role in doing:
        return replace(filler, role="pair")
    if filler.type not in _PLACED - {"envoy"}:
        return filler
    placed = replace(filler.phrase, links=(*filler.phrase.links, *(("in", place) for place in apart)))
    return replace(filler, role="host", phrase=placed)


def unsaid(sighting: Sighting, pair_at: Callable[[Sighting], Sequence[str]]) -> list[Option]:
    """Give each way what two do who are not named: "embassies will be reopened" right after ties are restored.

    Args:
        sighting: What was met.
        pair_at: Gives whom the text is about there, if it is two.
    """
    phrases = [f.phrase for f in sighting.fillers if f.type in _PLACED]
    between = sighting.pattern in _UNSAID or _in_each(sighting)
    if not (between and all(map(_is_bare, phrases))) and not _of_each(sighting):
        return []
    pair = pair_at(sighting)
    if len(pair) != 2:
        return []
    return [each_way(*pair), each_way(*reversed(pair))]


def each_way(first: str, second: str) -> Option:
    """What one of two does to the other, by the roles of all kinds in which it can be told."""
    return {"operator": first, "sender": first, "host": second, "recognizer": first, "recognized": second}


def _in_each(sighting: Sighting) -> bool:
    """Whether missions that nobody is said to run are in both of two capitals: "will open in each capital"."""
    missions = [f.phrase for f in sighting.fillers if f.type == "mission"]
    if not missions or any(f.role in _DOING for f in sighting.fillers):
        return False
    beside = [f.phrase for f in sighting.fillers if f.role in {"@in", "@at"}]
    beside += [link for phrase in missions for link in phrase.linked("in", "at")]
    return any(_EACH.search(phrase.text) for phrase in beside)


def _of_each(sighting: Sighting) -> bool:
    """Whether it is the two missions that two keep with each other whose level changes: "both offices"."""
    missions = [f.phrase for f in sighting.fillers if f.type in _PLACED]
    if sighting.kind not in _LEVEL or len(missions) != 1 or any(f.role == "operator" for f in sighting.fillers):
        return False
    phrase = missions[0]
    two = phrase.determiner == "both" or [link.text.lower() for link in phrase.linked("num")] == ["two"]
    told = phrase.linked("poss", "of", "from", "to", "in", "at", "for")
    return two and phrase.determiner in {"the", "both"} and not told


def both_ways(made: list[Claim | PassedOver], sightings: Sequence[Sighting]) -> list[Claim | PassedOver]:
    """Leave out what the same words say of each of two alone, where they are read as what both do to each other."""
    pairs = {s.pattern for s in sightings if any(f.role == "pair" for f in s.fillers)}
    told = {item.kind for item in made if isinstance(item, Claim) and item.pattern in pairs}
    return [m for m in made if not (isinstance(m, Claim) and m.kind in told and m.pattern not in pairs)]


def starter(members: Sequence[str], kind: Kind, sighting: Sighting) -> str | None:
    """Give which of two severed or lowered their relations: whoever is the subject, if the relations are not."""
    sides = sorted((f.phrase.span.start, f.slot) for f in sighting.fillers if f.role == "parties")
    passive = any(f.role == "level" and f.phrase.span.start < sighting.anchor.start for f in sighting.fillers)
    if kind.id not in _ONE_SIDED or passive or not members or not sides or sides[0][0] > sighting.anchor.start:
        return None
    return members[0] if len([slot for _, slot in sides if slot == sides[0][1]]) == 1 else None


def _is_bare(phrase: Phrase) -> bool:
    """Whether a plural says neither whose they are nor where: "ambassadors", "embassies"."""
    links = (link for link in phrase.linked(*_TELLING) if link.lemma not in _SORTS and not link.text[:4].isdigit())
    told = [link for link in links if not _EACH.search(link.text)]
    return phrase.plural and not told and phrase.determiner in {"", "the", "both"}
