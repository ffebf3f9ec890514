"""Options: one way each to fill the roles of a claim, while its slots are read one by one."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from credence.model.claim import Claim, RoleValue
from credence.model.kind import Kind
from credence.model.party import Party
from credence.model.sighting import Filler, PassedOver, Phrase, Reading, Sighting
from credence.resolve.phrases.mutual import each_way
from credence.resolve.phrases.premises import land_of
from credence.resolve.phrases.structures import Option
from credence.resolve.times.respective import says_respectively

Known = Callable[[str], Party | None]

MEMBER = "parties#"  # members of a set stand apart by their slot until the claim is whole
_PAIR = "pair#"
_PAIR_SIZE = 2
_IN_ROWS = ("operator", "sender", "host", "recognizer", "recognized", "payer", "payee", "holder", "target")
_MAY_BE_ONE = ({"to", "host"},)  # a mission handed to the host's own ministry
_BARE = {
    "lister-lists-by-bare-verb",
    "lister-blacklists",
    "lister-outlaws",
    "lister-keeps-listing",
    "lister-does-not-renew-listing",
    "lister-delists",
    "lister-lifts-designation",
}
_OUTLAWING = "lister-outlaws"
_TERROR = re.compile(r"terror|extremis|outlaw|militant|jihad|insurgen|\bban", re.IGNORECASE)


def lists_nobody(roles: Mapping[str, RoleValue], kind: Kind, pattern: str, known: Known) -> bool:
    """Whether who is said to list others is itself no state: a movement keeps no list, an authority lists no state.

    Nor is a state outlawed, or a reward offered for one: "promised a million for Chad" is a gift.
    """
    lister, target = roles.get("lister"), roles.get("target")
    if kind.id.startswith("bounty.") and isinstance(target, str) and (sought := known(target)) is not None:
        return sought.cls in {"state", "organisation"}
    if not kind.id.startswith("listing.") or not isinstance(lister, str) or (who := known(lister)) is None:
        return False
    whom = known(target) if isinstance(target, str) else None
    of_state = whom is not None and whom.cls == "state"
    return who.cls == "group" or (of_state and (who.cls == "authority" or pattern == _OUTLAWING))


def held_twice(kind: Kind, roles: Mapping[str, RoleValue]) -> str | None:
    """Two deciding roles that hold the same party make no sense: somebody was taken for somebody else."""
    deciding = [role for role in kind.deciding if role in roles]
    for first, second in itertools.combinations(deciding, 2):
        if roles[first] == roles[second] and {first, second} not in _MAY_BE_ONE:
            return f"{first} and {second}"
    return None


def aligned(options: list[Option], sighting: Sighting, reading: Reading) -> list[Option]:
    """Pair the first with the first where a sentence says "respectively": "closed embassies in Oslo and Lima"."""
    if len(options) <= _PAIR_SIZE:
        return options
    if not says_respectively(reading.sentences[sighting.sentence].of(reading.document.text)):
        return options
    rows = [list(dict.fromkeys(o[role] for o in options if role in o)) for role in _IN_ROWS]
    rows = [row for row in rows if len(row) > 1 and all(len(row) == len(other) for other in rows if len(other) > 1)]
    kept = [o for o in options if len({row.index(value) for row in rows for value in o.values() if value in row}) == 1]
    return kept if len(rows) == _PAIR_SIZE else options


def surrounded(option: Option, around: list[Option]) -> list[Option]:
    """Add the places beside the predicate where the option lacks what they state."""
    lacking = [place for place in around if not set(place) & set(option)]
    lacking = [place for place in lacking if "sender" not in option or place.get("host") != option["sender"]]
    return [option | place for place in lacking] or [option]


def together(given: list[Option], sighting: Sighting, kind: Kind) -> list[Option]:
    """Members of a set that all stand in its only slot belong together: "Ethiopia and Eritrea restored ties".

    Those of a joint set always do: "Ethiopia and Eritrea met Sudan" is one meeting of three.
    """
    if any(key.startswith(_PAIR) for option in given for key in option):
        return _each_way(given)
    slots = {filler.slot for filler in sighting.fillers if filler.role == "parties"}
    stated = {value for _, value in sighting.fixed}
    apart = len(slots) != 1 and not any(role.joint and not stated & set(role.apart) for role in kind.roles)
    if apart or not given or not all(key.startswith(MEMBER) for option in given for key in option):
        return given
    members = {party: key for option in given for key, party in option.items()}
    if len(members) > _PAIR_SIZE and kind.id.startswith("ties."):
        return given  # "Peru, Chile and Mali cut their ties": each of them with whom the text is about
    return [{f"{key}.{number}": party for number, (party, key) in enumerate(members.items())}]


def _each_way(given: list[Option]) -> list[Option]:
    """What two do to each other: "Norway and Chad exchanged embassies"; of three it is not said who does with whom."""
    sides: dict[str, list[str]] = {}
    for option in given:
        for key, party in option.items():
            sides.setdefault(key, []).append(party)
    members = list(sides.values()) if len(sides) > 1 else [[party] for side in sides.values() for party in side]
    if len(members) != 2:
        return []
    ways = [*itertools.product(*members), *itertools.product(*reversed(members))]
    return [each_way(first, second) for first, second in ways]


def untaken(party: str | None, option: Option) -> str | None:
    """Give a party unless it stands in another role already."""
    return party if party not in option.values() else None


def key_of(filler: Filler, kind: Kind) -> str:
    """Name what a filler fills until the claim is whole: members of a set stand apart by their slot."""
    if filler.role == "pair":
        return f"{_PAIR}{filler.phrase.span.start}"
    of_set = any(role.name == filler.role and role.type == "party-set" for role in kind.roles)
    return f"{MEMBER}{filler.slot}" if of_set else filler.role


def only(option: Option, kind: Kind) -> Option:
    """Keep what a kind has roles for, and whose a mission is."""
    names = {role.name for role in kind.roles} | {"of"}
    return {role: value for role, value in option.items() if role in names}


def _merge(old: Option, new: Option, known: Known) -> Option | None:
    """Join two options; what was stated first stays, and two that state different senders fit no claim.

    Who holds power in a land is no other host than the land: "sent an ambassador to Kabul".
    """
    stated = [role for role in ("sender", "host") if role in new and role in old and new[role] != old[role]]
    if any(role == "sender" or land_of(new[role], known) != land_of(old[role], known) for role in stated):
        return None
    return {**new, **old}


def joined(options: list[Option], given: list[Option], filler: Filler, known: Known) -> list[Option]:
    """Join options; "its ambassador" is the sender's own where "its" was taken for another's."""
    if filler.type == "envoy" and any("sender" in new for new in given):  # "the French ambassador and other diplomats"
        given = [new for new in given if "sender" in new]
    found = [merged for old in options for new in given if (merged := _merge(old, new, known)) is not None]
    if found and len(options) > 1 and _is_each_ones(filler):  # "neither side recalled its ambassador"
        kept = {option["sender"] for option in found if "sender" in option}
        return found + [m for old in options if old.get("sender") not in kept for m in _of_its_own(old, given, known)]
    if found or filler.type != "envoy" or not any(link.form == "pronoun" for link in filler.phrase.linked("poss")):
        return found
    return [merged for old in options for merged in _of_its_own(old, given, known)]


def _is_each_ones(filler: Filler) -> bool:
    """Whether an envoy is "its", each sender's own."""
    return filler.type == "envoy" and any(link.text.lower() == "its" for link in filler.phrase.linked("poss"))


def _of_its_own(old: Option, given: list[Option], known: Known) -> Iterator[Option]:
    """Give a sender with an envoy of its own, whoever else "its" was taken for."""
    free = [{role: value for role, value in new.items() if role not in {"sender", "of"}} for new in given]
    yield from (merged for new in free if "sender" in old and (merged := _merge(old, new, known)) is not None)


def by_role(fillers: Iterable[Filler]) -> Iterator[list[Filler]]:
    """Group the fillers of one slot; names come before pronouns, which may then not mean what is named already."""
    groups = [list(group) for _, group in itertools.groupby(fillers, key=lambda f: (f.role, f.slot))]
    yield from sorted(groups, key=lambda group: _vagueness(group[0].phrase))


def _vagueness(phrase: Phrase) -> int:
    """Names before descriptions and pronouns: what is vague cannot mean what is named beside it."""
    if phrase.form == "noun":
        return 0 if any(_tells_whose(relation, link) for relation, link in phrase.links) else 1
    return 1 if phrase.form == "pronoun" else 0


def _tells_whose(relation: str, link: Phrase) -> bool:
    """Whether what hangs on a noun says whose it is: not "its designated envoy, Omar Varga"."""
    if relation in {"mod", "appos"}:
        return relation == "mod" and link.text[:1].isupper()
    return relation != "poss" or link.form == "name"


def listed(roles: dict[str, RoleValue], sighting: Sighting, reading: Reading, known: Known) -> None:
    """Call a list one of sanctions where a bare verb says that a person is on it, and nobody speaks of terror.

    Args:
        roles: Roles of the claim, changed in place.
        sighting: What it is made of.
        reading: The document as read.
        known: Gives what is known of a party.
    """
    words = " ".join(reading.sentences[n].of(reading.document.text) for n in (0, sighting.sentence))
    stated = roles.get("list") == "terrorism" and ("list", "terrorism") in sighting.fixed
    if stated and sighting.pattern in _BARE and known(str(roles.get("target"))) is None and not _TERROR.search(words):
        roles["list"] = "sanctions"


def fullest(made: list[Claim | PassedOver], sightings: Sequence[Sighting]) -> list[Claim | PassedOver]:
    """Leave out the claims of patterns that do not say who opens or runs a mission where another one says it."""
    said = {s.pattern: {f.role for f in s.fillers} for s in sightings if s.kind.startswith("mission.")}
    claims = [item for item in made if isinstance(item, Claim) and item.pattern in said]

    def is_less(item: Claim | PassedOver) -> bool:
        return (
            isinstance(item, Claim)
            and item.pattern in said
            and any(
                said[item.pattern] | {"operator"} <= said[other.pattern] != said[item.pattern]
                and dict(other.roles).get("host") in {dict(item.roles).get("host"), dict(item.roles).get("of")}
                for other in claims
            )
        )

    return [item for item in made if not is_less(item)]


def worded_first(
    made: list[Claim | PassedOver], sightings: Sequence[Sighting], deciding: Sequence[str]
) -> list[Claim | PassedOver]:
    """Leave out what was understood where another pattern has words for it: "told them to leave Chadian territory"."""
    said = {s.pattern: {f.role for f in s.fillers} for s in sightings}
    claims = [item for item in made if isinstance(item, Claim)]

    def is_told(item: Claim | PassedOver) -> bool:
        if not isinstance(item, Claim):
            return False
        own = dict(item.roles)
        for other in claims:
            theirs = dict(other.roles)
            apart = [role for role in deciding if own.get(role) != theirs.get(role)]
            alike = other.kind == item.kind and other.polarity == item.polarity
            if alike and len(apart) == 1 and apart[0] in said[other.pattern] - said[item.pattern]:
                return True
        return False

    return [item for item in made if not is_told(item)]


def one_way(made: list[Claim | PassedOver], sightings: Sequence[Sighting]) -> list[Claim | PassedOver]:
    """Leave out where envoys are that other words of the same predicate say to be whose they are.

    "Chad expelled diplomats from Peru and Mali" is not told of Mali, which expelled Peru's.
    """
    claimed = {item.pattern for item in made if isinstance(item, Claim)}
    starts = {
        (s.pattern, role): {f.phrase.span.start for f in s.fillers if f.role == role}
        for s in sightings
        for role in ("sender", "host")
    }

    def is_turned(item: Claim | PassedOver) -> bool:
        if not isinstance(item, Claim) or starts.get((item.pattern, "sender"), {0}):  # "exchanged envoys with Peru"
            return False
        others = (places for (other, role), places in starts.items() if role == "sender" and other in claimed)
        return any(starts[item.pattern, "host"] & places for places in others)

    return [item for item in made if not is_turned(item)]
