"""From a sighting to claims: roles filled, distributed, dated, or passed over with the reason."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from credence.model.claim import Claim, Quote, RoleValue
from credence.model.kind import Kind
from credence.model.sighting import Filler, PassedOver, Phrase, Reading, Sighting
from credence.resolve.counterpart import counterpart
from credence.resolve.dating import Dating, latest
from credence.resolve.deeds import DeedMemory
from credence.resolve.earlier import Earlier, is_part, other_sides
from credence.resolve.envoys import EnvoyMemory
from credence.resolve.filling import Filling
from credence.resolve.structures import Option, Structures

_STRUCTURED = {"envoy", "mission", "missions", "premises", "place", "tally", "list", "money", "force"}
_ACCEPTING = {"agreement", "copies", "credentials"}  # steps that are about one envoy, wherever the text names him
_MEMBER = "parties#"
_PAIR = "pair#"
_WHOLE = {"mission", "missions", "premises", "tally"}
_LEAVING = {"mission.close"}  # "evacuated its embassy to Tunis" does not say where it was
_MAY_BE_ONE = ({"to", "host"},)  # a mission handed to the host's own ministry
_WHOSE = {"of", "operator"}
_WHERE = ("@in", "@at", "@inside", "@there", "@to", "@from")


@dataclass(frozen=True, slots=True)
class Builder:
    """Makes claims of one document's sightings.

    Attributes:
        reading: The document as read.
        structures: Takes phrases apart.
        dating: Finds the day of a predicate.
        kinds: The codebook's kinds.
        envoys: Persons the text introduces as envoys.
        deeds: Who did what was told before.
        earlier: Who stood in which role before.
    """

    reading: Reading
    structures: Structures
    dating: Dating
    kinds: Mapping[str, Kind]
    envoys: EnvoyMemory
    deeds: DeedMemory = field(default_factory=DeedMemory)
    earlier: Earlier = field(default_factory=Earlier)

    def build(self, sighting: Sighting) -> Iterator[Claim | PassedOver]:
        """Give the claims of a sighting, or why there are none."""
        kind = self.kinds[sighting.kind]
        options = self._options(sighting, kind)
        if not options:
            unfilled = next((f.role for f in sighting.fillers if not self._fills(f, kind)), "a slot")
            yield self._passed_over(sighting, f"nobody decided: {unfilled}")
        around = self._around(sighting, kind)
        wholes = (whole for part in options for whole in _surrounded(part, around))
        for option in (each for whole in wholes for each in self._recalled(whole, sighting)):
            roles = self._complete(option, kind, sighting)
            reason = self._amiss(roles, kind)
            if reason is not None:
                yield self._passed_over(sighting, reason)
            else:
                self._learn(roles, kind, sighting)
                yield self._claim(sighting, kind, roles)

    def _options(self, sighting: Sighting, kind: Kind) -> list[Option]:
        """Fill slot by slot: one option for each way to distribute what the words mean."""
        options = [dict(sighting.fixed)]
        for fillers in _by_role(sighting.fillers):
            given = _together(list(self._group(fillers, kind, options)), sighting, kind)
            spare = _of_person(sighting, fillers[0]) or fillers[0].role not in kind.deciding
            spare = spare or _is_said(sighting, fillers[0], options)
            if not given and spare and fillers[0].type not in _WHOLE:
                continue
            options = _joined(options, given, fillers[0])
        return options

    def _amiss(self, roles: Mapping[str, RoleValue], kind: Kind) -> str | None:
        """Say why roles make no claim; None if they do."""
        missing = next((role for role in kind.deciding if role not in roles), None)
        if missing is not None:
            return f"nobody decided: {missing}"
        if self._stranger(roles):
            return "neither host nor owner: to"
        if kind.id.startswith("ties.") and is_part(self.structures.mentions, tuple(roles["parties"])):
            return "a state and a part of it"
        same = _same(kind, roles)
        return None if same is None else f"one party in two roles: {same}"

    def _learn(self, roles: Mapping[str, RoleValue], kind: Kind, sighting: Sighting) -> None:
        """Keep what a claim tells for what the text says after it."""
        self.envoys.learn(roles)
        if self.structures.memory is not None:
            self.structures.memory.learn(sighting.anchor.start, roles)
        self.earlier.learn(kind, roles, sighting.sentence)
        if sighting.polarity == "affirmed":
            self.deeds.learn(kind, roles, sighting.sentence)

    def _group(self, fillers: list[Filler], kind: Kind, so_far: list[Option]) -> Iterator[Option]:
        """Options for one slot: one for each of its fillers and each party a filler means."""
        if fillers[0].role.startswith("@"):
            yield {}
            return
        for filler in fillers:
            if self._is_each_ones(filler):
                options = self.structures.options(filler)
                yield from (_only({k: v for k, v in o.items() if k not in _WHOSE}, kind) for o in options)
            elif filler.type in _STRUCTURED:
                phrased = _left(filler) if kind.id == "envoy.recall" else filler
                hosts = frozenset(option["host"] for option in so_far if "host" in option)
                yield from (_only(option, kind) for option in self.structures.options(phrased, hosts))
            else:
                taken = frozenset(party for option in so_far for party in _held(option, filler.role, kind))
                yield from ({_key(filler, kind): value} for value in self._filling.values(filler, kind, taken))

    def _is_each_ones(self, filler: Filler) -> bool:
        """Whether a mission is each doer's own: "Kenya and Uganda closed their embassies in Khartoum"."""
        if filler.type != "mission":
            return False
        owners = [link for link in filler.phrase.linked("poss") if link.form == "pronoun"]
        return any(len(self.structures.mentions.parties_of(link)) > 1 for link in owners)

    def _fills(self, filler: Filler, kind: Kind) -> bool:
        return bool(list(self._group([filler], kind, [])))

    @property
    def _filling(self) -> Filling:
        return Filling(self.structures, self.deeds, self.earlier)

    def _complete(self, option: Option, kind: Kind, sighting: Sighting) -> dict[str, RoleValue]:
        """Fill what the words leave open by what the text said of an envoy and by the kind's defaults."""
        if kind.id.startswith("envoy.") and kind.id != "envoy.count":
            option = self.envoys.complete(option, sighting)
        names = {role.name for role in kind.roles}
        members = sorted({value for key, value in option.items() if key.startswith(_MEMBER)})
        for role, source in kind.defaults:
            if role not in option and (value := self._default(source, option, sighting)) is not None:
                option = option | {role: value}
        if self._meddles(option, kind):  # a host acts upon another's mission
            option = {"host": option["operator"]} | option | {"operator": option["of"]}
        roles: dict[str, RoleValue] = {role: value for role, value in option.items() if role in names}
        if len(members) < 2 and kind.id.startswith("ties."):
            members += other_sides(self.structures.mentions, sighting.sentence, members)
        if len(members) == 1 and ("parties", "other") in kind.defaults and (other := self._other(members[0])):
            members = [*members, other]
        if len(members) > 1:
            roles["parties"] = tuple(sorted(members))
        return roles

    def _recalled(self, option: Option, sighting: Sighting) -> list[Option]:
        """Complete a mission named in part by what the text said of it before."""
        mission = next((f for f in sighting.fillers if f.role == "mission" and f.type in _WHOLE), None)
        if mission is None:
            return [option]
        doer = next((f.phrase for f in sighting.fillers if f.role == "operator"), None)
        if doer is not None and "operator" in option and doer.span.start < mission.phrase.span.start:
            option = option | self.structures.own(option["operator"], mission.phrase)
        return self.structures.recalled(option, mission.phrase)

    def _stranger(self, roles: Mapping[str, RoleValue]) -> bool:
        """Whether a mission is said to pass to a state that is neither its host nor its owner."""
        known = self.structures.mentions.known(str(roles.get("to")))
        of, host = roles.get("of"), roles.get("host")
        return of is not None and known is not None and known.cls == "state" and known.id not in {of, host}

    def _meddles(self, option: Option, kind: Kind) -> bool:
        """Whether the one who acts is not the one whose mission it is, nor an authority of that state."""
        operator, whose = option.get("operator"), option.get("of")
        if operator is None or whose is None or operator == whose:
            return False
        known = self.structures.mentions.known(operator)
        return operator == option.get("host") or (kind.nature == "event" and (known is None or known.of != whose))

    def _around(self, sighting: Sighting, kind: Kind) -> list[Option]:
        """What the places beside the predicate state: its host, or the role that a kind takes from a place."""
        role = next((role for role, source in kind.defaults if source == "place"), "host")
        if role not in {each.name for each in kind.roles}:
            return []
        names = {each.name for each in kind.roles}
        filling = {f.phrase.span for f in sighting.fillers if not f.role.startswith("@")}
        for where in (place for place in _WHERE if place != "@to" or kind.id not in _LEAVING):
            beside = [f.phrase for f in sighting.fillers if f.role == where and f.phrase.span not in filling]
            places = [self.structures.place(phrase) for phrase in beside]
            found = [{role: place["host"], **place} for place in places if place is not None]
            if found:
                return [{k: v for k, v in place.items() if k in names} for place in found]
        return []

    def _default(self, source: str, option: Option, sighting: Sighting) -> str | None:
        function, _, argument = source.rstrip(")").rpartition("(")
        if function == "subject":
            return self.structures.mentions.subject_of(sighting.sentence, argument)
        if function == "earlier":
            return self.earlier.party(self.kinds[sighting.kind], argument, sighting.sentence, set(option.values()))
        if function == "other":
            return self._other(option.get(argument, ""))
        if function == "last":
            return self.structures.mentions.last_of(sighting.anchor, argument)
        if not function:
            return self._asker(option, sighting) if argument == "asker" else option.get(argument)
        party = self.structures.mentions.known(option.get(argument, ""))
        if party is None:
            return None
        if function == "state":
            return party.of
        land = party.cls == "state" or "territory" in party.nouns  # Abkhazia is recognised as a state, or not at all
        return "state" if land else "government" if party.cls == "authority" else None

    def _asker(self, option: Option, sighting: Sighting) -> str | None:
        """Who asked for it: "Peru told Chile to close its consulate" is said of one in Peru."""
        taken = frozenset(value for role, value in option.items() if role in {"operator", "sender", "of"})
        asking = (f.phrase for f in sighting.fillers if f.role == "@asker")
        found = [party for phrase in asking for party in self.structures.mentions.parties_of(phrase, taken)]
        known = self.structures.mentions.known(found[0]) if len(found) == 1 and found[0] not in taken else None
        return found[0] if known is not None and known.cls in {"state", "authority"} else None

    def _other(self, party: str) -> str | None:
        mentions = self.structures.mentions
        return counterpart(party, mentions.mentions, mentions.known) if party else None

    def _claim(self, sighting: Sighting, kind: Kind, roles: dict[str, RoleValue]) -> Claim:
        document = self.reading.document
        quote = sighting.quote
        return Claim(
            doc=document.id,
            version=document.sha256,
            kind=kind.id,
            roles=tuple(sorted(roles.items())),
            polarity=sighting.polarity,
            mood=sighting.mood,
            when=self.dating.day_of(sighting, kind.nature),
            step=sighting.step,
            voices=(),
            quote=Quote(quote.start, quote.end, quote.of(document.text)),
            pattern=sighting.pattern,
        )

    def _passed_over(self, sighting: Sighting, reason: str) -> PassedOver:
        return PassedOver(self.reading.document.id, "resolve", reason, sighting.quote, sighting.pattern)


def _of_person(sighting: Sighting, unknown: Filler) -> bool:
    """Whether it is about a person, of whom the text may have said before at whom he is the envoy."""
    persons = (f for f in sighting.fillers if f.role == "person" or (f.type == "envoy" and f.phrase.form == "name"))
    return unknown.role == "host" and sighting.step in _ACCEPTING and any(persons)


def _left(filler: Filler) -> Filler:
    """Read "recalled its ambassador from Peru" as of the ambassador who is there, not of one whom Peru sent."""
    links = tuple(("in" if relation == "from" else relation, link) for relation, link in filler.phrase.links)
    return replace(filler, phrase=replace(filler.phrase, links=links))


def _is_said(sighting: Sighting, unknown: Filler, options: list[Option]) -> bool:
    """Whether the envoy's own title says what a slot leaves open: "Peru's ambassador to Chile gave the minister …"."""
    return unknown.role == "host" and sighting.step in _ACCEPTING and all("host" in option for option in options)


def _by_role(fillers: Iterable[Filler]) -> Iterator[list[Filler]]:
    """Group the fillers of one slot; names come before pronouns, which may then not mean what is named already."""
    groups = [list(group) for _, group in itertools.groupby(fillers, key=lambda f: (f.role, f.slot))]
    yield from sorted(groups, key=lambda group: _vagueness(group[0].phrase))


def _vagueness(phrase: Phrase) -> int:
    """Names before descriptions and pronouns: what is vague cannot mean what is named beside it."""
    if phrase.form == "noun":
        return 0 if any(relation != "poss" or link.form == "name" for relation, link in phrase.links) else 1
    return 1 if phrase.form == "pronoun" else 0


def _held(option: Option, role: str, kind: Kind) -> set[str]:
    """Parties in the deciding roles so far; a host that shuts another's mission stands in two."""
    held = {k: v for k, v in option.items() if k != role and (k in kind.deciding or k.startswith(_MEMBER))}
    if role == "operator" and option.get("of") not in {None, option.get("host")}:
        held.pop("host", None)
    return set(held.values())


def _surrounded(option: Option, around: list[Option]) -> list[Option]:
    """Add the places beside the predicate where the option lacks what they state."""
    lacking = [place for place in around if not set(place) & set(option)]
    return [option | place for place in lacking] or [option]


def _together(given: list[Option], sighting: Sighting, kind: Kind) -> list[Option]:
    """Members of a set that all stand in its only slot belong together: "Ethiopia and Eritrea restored ties".

    Those of a joint set always do: "Ethiopia and Eritrea met Sudan" is one meeting of three.
    """
    if any(key.startswith(_PAIR) for option in given for key in option):
        return _each_way(given)
    slots = {filler.slot for filler in sighting.fillers if filler.role == "parties"}
    stated = {value for _, value in sighting.fixed}
    apart = len(slots) != 1 and not any(role.joint and not stated & set(role.apart) for role in kind.roles)
    if apart or not given or not all(key.startswith(_MEMBER) for option in given for key in option):
        return given
    members = {party: key for option in given for key, party in option.items()}
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
    return [{"operator": first, "sender": first, "host": second} for first, second in ways]


def _key(filler: Filler, kind: Kind) -> str:
    """Name what a filler fills until the claim is whole: members of a set stand apart by their slot."""
    if filler.role == "pair":
        return f"{_PAIR}{filler.phrase.span.start}"
    of_set = any(role.name == filler.role and role.type == "party-set" for role in kind.roles)
    return f"{_MEMBER}{filler.slot}" if of_set else filler.role


def _only(option: Option, kind: Kind) -> Option:
    names = {role.name for role in kind.roles} | {"of"}
    return {role: value for role, value in option.items() if role in names}


def _merge(old: Option, new: Option) -> Option | None:
    """Join two options; what was stated first stays, and two that state different senders fit no claim."""
    if any(role in new and role in old and new[role] != old[role] for role in ("sender", "host")):
        return None
    return {**new, **old}


def _joined(options: list[Option], given: list[Option], filler: Filler) -> list[Option]:
    """Join options; "its ambassador" is the sender's own where "its" was taken for another's."""
    joined = [merged for old in options for new in given if (merged := _merge(old, new)) is not None]
    if joined or filler.type != "envoy" or not any(link.form == "pronoun" for link in filler.phrase.linked("poss")):
        return joined
    free = [{role: value for role, value in new.items() if role not in {"sender", "of"}} for new in given]
    return [merged for old in options for new in free if "sender" in old and (merged := _merge(old, new)) is not None]


def _same(kind: Kind, roles: Mapping[str, RoleValue]) -> str | None:
    """Two deciding roles that hold the same party make no sense: somebody was taken for somebody else."""
    deciding = [role for role in kind.deciding if role in roles]
    for first, second in itertools.combinations(deciding, 2):
        if roles[first] == roles[second] and {first, second} not in _MAY_BE_ONE:
            return f"{first} and {second}"
    return None


def unite(claims: Iterable[Claim], kinds: Mapping[str, Kind]) -> tuple[Claim, ...]:
    """Make one claim of those that are the same by the codebook: kind, deciding roles, polarity and mood.

    The first saying stays with its words; later ones add the roles, the date and the step that it lacks.
    """
    first: dict[tuple[object, ...], Claim] = {}
    for claim in claims:
        roles = dict(claim.roles)
        key = (claim.kind, claim.polarity, claim.mood, *(roles.get(role) for role in kinds[claim.kind].deciding))
        known = first.get(key)
        first[key] = claim if known is None else _add(known, claim)
    return tuple(first.values())


def _add(known: Claim, later: Claim) -> Claim:
    roles = tuple(sorted({**dict(later.roles), **dict(known.roles)}.items()))
    return replace(known, roles=roles, when=latest(known.when, later.when), step=known.step or later.step)
