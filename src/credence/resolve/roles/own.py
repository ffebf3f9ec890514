"""What is one's own: relations in an official paper on one other state, and missions.

The mission that somebody unknown shuts is his own; so is each of those that two have with each other; and who does to a
mission what was done to one on its own soil does it to its own on the other's.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import takewhile

from credence.model.kind import Kind
from credence.model.sighting import Filler, Phrase, Sighting
from credence.resolve.parties.antecedents import Mention
from credence.resolve.parties.mentions import Mentions
from credence.resolve.parties.wordings import PERSON
from credence.resolve.phrases.missions import MissionMemory
from credence.resolve.phrases.structures import Option, Structures

_PLACED = re.compile(  # where something is done, or what is told of only to say when
    r"\b(?:in|at|near|from|(?:dissolution|collapse|fall|breakup|demise|independence|liberation) of) (?:the )?$"
)
_OPENING = {"mission.open", "mission.close"}
_BEFORE = 24  # characters before a name
_BOTH = 2
_ELSEWHERE = {"mission.transfer", "mission.count"}


def own_pair(mentions: Mentions, near: Iterable[Mention] = ()) -> tuple[str, ...]:
    """Give the state whose paper it is and the one other that its title names; empty for all other texts.

    Args:
        mentions: Who is who in the document.
        near: Who is named nearby: if others are, other than as places, it may be between them.
    """
    house = mentions.known(mentions.house or "")
    end = mentions.text.find("\n")
    if house is None or house.cls != "state" or end < 0:
        return ()
    titled = {mention.party for mention in takewhile(lambda mention: mention.end <= end, mentions.mentions)}
    others = [party for party in titled - {house.id} if (known := mentions.known(party)) and known.cls == "state"]
    pair = {house.id, *others}
    strange = (m for m in near if m.party not in pair and not _is_placed(m, mentions.text))
    return tuple(sorted(pair)) if len(others) == 1 and next(strange, None) is None else ()


def _is_placed(mention: Mention, text: str) -> bool:
    """Whether a name says where: "the consul at Lima"."""
    return _PLACED.search(text, max(0, mention.start - _BEFORE), mention.start) is not None


def is_at_own(
    doing: Sequence[Filler],
    sighting: Sighting,
    structures: Structures,
    recalled: Callable[[Option, Sighting], list[Option]],
) -> bool:
    """Whether persons who are nobody's known open or close a mission of which it is known whose it is: their own.

    "Omar Varga closed the Chadian embassy" is said of one of its staff.

    Args:
        doing: Who does it.
        sighting: What was met.
        structures: Takes the words for the mission apart.
        recalled: Completes them by what the text said before.
    """
    if doing[0].role != "operator" or sighting.kind not in _OPENING:
        return False
    named = structures.mentions.is_name
    if not all(f.phrase.head_text.lower() in PERSON or named(f.phrase) for f in doing):
        return False
    missions = [f for f in sighting.fillers if f.role == "mission" and f.type == "mission"]
    told = (o for f in missions for each in structures.mission(f) for o in recalled(each, sighting))
    return bool(missions) and all(_is_only_one(option, missions[0].phrase, structures) for option in told)


def _is_only_one(option: Option, phrase: Phrase, structures: Structures) -> bool:
    """Whether a mission is known, and none of another state was named before it."""
    before = structures.memory.named if structures.memory is not None else ()
    owners = {n.roles["of"] for n in before if n.post is not None and n.start < phrase.head.start}
    return {"of", "host"} <= set(option) and owners <= {option["of"]}


def crossed(options: list[Option], kind: Kind, are_two: Callable[[str, str], bool]) -> list[Option]:
    """Place the missions of two with each other, in a text about these two: "Peru and Chad closed their embassies".

    Args:
        options: Ways to fill the roles, as far as the words do.
        kind: What is claimed.
        are_two: Tells whether a text is about two parties.
    """
    if not kind.id.startswith("mission.") or kind.id in _ELSEWHERE or any("host" in option for option in options):
        return options
    own = [o for o in options if len({o[role] for role in ("operator", "of") if role in o}) == 1]
    owners = list(dict.fromkeys(o.get("operator", o.get("of", "")) for o in own))
    if len(owners) != _BOTH or not are_two(*owners):
        return options
    whose = {o.get("operator", o.get("of", "")): o for o in reversed(own)}
    others = dict(zip(owners, reversed(owners), strict=True))
    return [whose[owner] | {"operator": owner, "host": other} for owner, other in others.items()]


def in_answer(option: Option, mission: Phrase, sighting: Sighting, memory: MissionMemory | None) -> Option:
    """Take for a mission with the other side what is said again of a host: "Peru shut its embassy in Chad. So did it".

    Args:
        option: Roles stated so far.
        mission: The words for the mission, in the clause that is said again.
        sighting: What was met.
        memory: The missions spoken of before.
    """
    doer = option.get("operator")
    if memory is None or doer is None or doer != option.get("host") or mission.head.start >= sighting.quote.start:
        return option
    first = memory.last(mission)
    if first is None or first.roles.get("host") != doer or first.roles["of"] == doer:
        return option
    return {role: value for role, value in option.items() if role not in {"of", "city"}} | {"host": first.roles["of"]}
