"""Who acts on whose mission: owner, host and those in between may stand in each other's words."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from credence.model.claim import RoleValue
from credence.model.kind import Kind
from credence.model.party import Party
from credence.model.sighting import Sighting
from credence.resolve.phrases.structures import Option

Known = Callable[[str], Party | None]

_THEIRS = {"theirs", "their", "own"}
KEEPING = {"mission-entrusted-to-keeper", "custody-entrusted-to-keeper", "keeper-takes-charge-of-mission"} | {
    "keys-handed-to-keeper"
}
"""Patterns by which a third state looks after a mission, as protecting powers do."""

_PROTECTING = {"ch", "se"}
"""States to which others leave their missions as to protecting powers, and that take none for themselves."""


def sorted_out(option: Option, kind: Kind, known: Known) -> Option:
    """Give host and owner their roles where the words name them as those who act.

    A host acts upon another's mission ("Peru closed Chad's embassy in Lima"), or hands it on ("Peru handed the Chadian
    embassy to the council"): whose it is decides.

    Args:
        option: What the words fill.
        kind: The kind of claim.
        known: What is known of a party.
    """
    if meddles(option, kind, known):
        return {"host": option["operator"]} | option | {"operator": option["of"]}
    giver, owner = option.get("from"), option.get("of")
    giving = known(giver) if giver is not None and owner not in {None, giver} else None
    if giver is not None and giving is not None and giving.cls == "state" and option.get("host") in {None, giver}:
        return {role: value for role, value in option.items() if role != "from"} | {"host": giver}
    return _taken_at_home(option, known)


def _taken_at_home(option: Option, known: Known) -> Option:
    """Give the host where a state takes another's mission of which it is not said where: it has those on its soil."""
    taker, owner = known(option.get("to", "")), option.get("of")
    if "host" in option or owner is None or taker is None or taker.cls != "state" or taker.id == owner:
        return option
    return option | {"host": taker.id}


def meddles(option: Option, kind: Kind, known: Known) -> bool:
    """Tell whether the one who acts is not the one whose mission it is, nor an authority of that state."""
    operator, whose = option.get("operator"), option.get("of")
    if operator is None or whose is None or operator == whose:
        return False
    about = known(operator)
    return operator == option.get("host") or (kind.nature == "event" and (about is None or about.of != whose))


def alike(option: Option, before: Option, kind: Kind, sighting: Sighting) -> Option:
    """Give several who recall their envoys in one breath the same host: "Peru and the two islands called theirs home".

    Args:
        option: What is known of one of them.
        before: What is known of the one before.
        kind: The kind of claim.
        sighting: What was met.
    """
    host = before.get("host")
    if not any(f.type == "envoy" and f.phrase.lemma in _THEIRS for f in sighting.fillers):
        return option
    if kind.id != "envoy.recall" or "host" in option or host in {None, option.get("sender")} or "sender" not in option:
        return option
    return option | {"host": str(host)}


def land_of(party: str, known: Known) -> str:
    """Give the state in which a mission stands, where the text speaks of its rulers."""
    about = known(party)
    rules = about is not None and about.cls == "authority" and about.of and "territory" not in about.nouns
    return about.of if about is not None and about.of and rules else party


def goes_to_stranger(roles: Mapping[str, RoleValue], known: Known, pattern: str) -> bool:
    """Tell whether a mission is said to pass to a state that is neither host nor owner, and not to look after it."""
    if pattern in KEEPING:
        return False
    about = known(str(roles.get("to")))
    of, host = roles.get("of"), roles.get("host")
    stranger = about is not None and about.cls == "state" and about.id not in {of, host, *_PROTECTING}
    return of is not None and stranger


def is_no_mission(roles: Mapping[str, RoleValue], kind: Kind, known: Known) -> bool:
    """Tell whether an office is an agency's, such as it has in many countries, or would stand with its own state."""
    if kind.id.startswith("envoy.") and {"sender", "host"} <= set(roles):  # nobody sends envoys to where it rules
        sender = known(str(roles["sender"]))
        return sender is not None and sender.cls == "authority" and sender.of == roles["host"]
    if not kind.id.startswith("mission.") or "operator" not in roles:
        return False
    about, host = known(str(roles["operator"])), known(str(roles.get("host")))
    post = roles.get("post")
    office = post == "mission" or (post == "representative-office" and roles["operator"] != "eu")
    own = host is not None and host.cls == "authority" and host.of == roles["operator"]
    own = own or (about is not None and about.cls == "authority" and about.of == roles.get("host"))
    return own or (office and about is not None and about.cls not in {"state", "authority"})
