"""Where an envoy is, apart from where he goes or is accredited: places in his title that are no host.

And where a mission is that was moved.

"Its ambassador in Pretoria is accredited to Botswana, too" says where he lives, or is sent first; "recalled its
ambassador from Peru", where he was sent. Nobody is the host of an envoy because he lives there, if the words
name another.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from credence.model.sighting import Filler, Phrase, Sighting
from credence.resolve.phrases.envoy_signs import FIRST
from credence.resolve.phrases.structures import Option

_LIVING = {"in", "at", "to"}
_ACCREDITED = {"envoy-accredited-to-host", "envoy-remains-accredited", "envoy-accepted"} | {
    "envoy-presents-credentials",
    "envoy-presents-letters",
}
_MOVING = {"operator-moves-mission", "operator-moves-mission-there", "mission-moves-there"}
_PLACE = ("host", "city")
Place = Callable[[Phrase], object]


def left(filler: Filler) -> Filler:
    """Read "recalled its ambassador from Peru" as of the ambassador who is there, not of one whom Peru sent."""
    links = tuple(("in" if relation == "from" else relation, link) for relation, link in filler.phrase.links)
    return replace(filler, phrase=replace(filler.phrase, links=links))


def living_elsewhere(sighting: Sighting, place: Place) -> Sighting:
    """Leave out where an envoy lives who is accredited to another place.

    Args:
        sighting: What was met.
        place: Gives what a place or a government is of; nothing if words mean neither.

    Returns:
        The sighting without the places of his title, if the words name where he is accredited; else as it was.
    """
    envoy = next((f for f in sighting.fillers if f.type == "envoy"), None)
    if sighting.pattern not in _ACCREDITED or envoy is None:
        return sighting
    living = {link.span for link in envoy.phrase.linked(*_LIVING)}
    beside = [f.phrase for f in sighting.fillers if f.role in {"@to", "host"} and f.phrase.span not in living]
    if not living or not any(place(phrase) for phrase in beside):
        return sighting
    links = tuple((relation, link) for relation, link in envoy.phrase.links if relation not in _LIVING)
    bare = replace(envoy, phrase=replace(envoy.phrase, links=links))
    kept = (f for f in sighting.fillers if not ((f.role[0] == "@" or f.role == "host") and f.phrase.span in living))
    first = (Filler(FIRST, "place", link) for link in envoy.phrase.linked("to") if link.span in living)
    return replace(sighting, fillers=(*(bare if f is envoy else f for f in kept), *first))


def moved(option: Option, sighting: Sighting, recall: Callable[[Option], list[Option]]) -> list[Option]:
    """Complete a mission by what the text said of it; one that "it" means is told from where it was moved to.

    Args:
        option: The roles filled so far.
        sighting: What was met.
        recall: Completes what a mission's words leave open.
    """
    it = any(f.role == "mission" and f.phrase.form == "pronoun" for f in sighting.fillers)
    if sighting.pattern not in _MOVING or not it or "host" not in option:
        return recall(option)
    place = {role: option[role] for role in _PLACE if role in option}
    rest = {role: value for role, value in option.items() if role not in _PLACE}
    found = ({role: value for role, value in each.items() if role not in _PLACE} for each in recall(rest))
    return [each | place for each in found]
