"""From a sighting to claims: roles filled, distributed, dated, or passed over with the reason."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from credence.model.claim import Claim, Quote, RoleValue
from credence.model.kind import Kind
from credence.model.party import Party
from credence.model.sighting import Filler, Mood, PassedOver, Phrase, Reading, Sighting
from credence.resolve.parties.natures import without_ruled
from credence.resolve.parties.officials import is_bare_official
from credence.resolve.parties.quantities import is_several_lands
from credence.resolve.phrases.envoy_words import is_all_of_several
from credence.resolve.phrases.envoys import EnvoyMemory
from credence.resolve.phrases.lists import spoken_for
from credence.resolve.phrases.mutual import both_ways, starter, unsaid
from credence.resolve.phrases.premises import alike, goes_to_stranger, is_no_mission, land_of, meddles, sorted_out
from credence.resolve.phrases.structures import STRUCTURED, Option, Structures
from credence.resolve.roles.deeds import DeedMemory, asks_to_stop, judges_deed
from credence.resolve.roles.earlier import Earlier, is_inner
from credence.resolve.roles.filling import Filling
from credence.resolve.roles.focus import Focus
from credence.resolve.roles.left_open import MISSIONS, is_aside, is_counted, is_open, is_pair, may_be_aside
from credence.resolve.roles.occasions import is_ruling, lies_ahead, occasion
from credence.resolve.roles.opposed import is_left
from credence.resolve.roles.options import (
    MEMBER,
    aligned,
    by_role,
    fullest,
    held_twice,
    joined,
    key_of,
    listed,
    lists_nobody,
    one_way,
    only,
    surrounded,
    together,
    worded_first,
)
from credence.resolve.roles.own import crossed, in_answer, is_at_own
from credence.resolve.roles.posted import left, living_elsewhere, moved
from credence.resolve.roles.spurned import forsaken
from credence.resolve.roles.unsaid import Unsaid
from credence.resolve.times.dating import Dating

_ACCEPTING = {"agreement", "copies", "credentials"}  # steps that are about one envoy, wherever the text names him
_GUESSES = {"publisher", "pair", "claimant", "voice", "seating"}
_LEAVING = {"mission.close", "force.withdraw", "envoy.recall"}  # "evacuated to Tunis" does not say from where
_KEEPING = {"lister", "holder", "offerer"}
_PARTING = {"ties.sever", "ties.lower"}
_SENDING = {"envoy.appoint", "envoy.recall"}
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
        focus: Whom the text is about.
        earlier: Who stood in which role before.
    """

    reading: Reading
    structures: Structures
    dating: Dating
    kinds: Mapping[str, Kind]
    envoys: EnvoyMemory
    focus: Focus
    deeds: DeedMemory = field(default_factory=DeedMemory)
    earlier: Earlier = field(default_factory=Earlier)

    def tell(self, sightings: Sequence[Sighting]) -> list[Claim | PassedOver]:
        """Give the claims of what was met at one predicate, or why there are none.

        Where no words decide it, the other side of a relation is whom the text is about; but a role that any of the
        sightings has words for is not filled past these words.
        """
        made = [item for sighting in sightings for item in self.build(sighting)]
        made = worded_first(fullest(made, sightings), sightings, self.kinds[sightings[0].kind].deciding)
        made = both_ways(one_way(made, sightings), sightings)
        if any(isinstance(item, Claim) for item in made):
            return made
        said = ((f, s) for s in sightings for f in s.fillers)
        worded = frozenset(f.role for f, s in said if not (may_be_aside(f) and is_aside(f, s)))
        for sighting in sightings:
            guessed = list(self.build(sighting, worded))
            if any(isinstance(item, Claim) for item in guessed):
                return guessed
        return made

    def build(self, sighting: Sighting, worded: frozenset[str] | None = None) -> Iterator[Claim | PassedOver]:
        """Give the claims of a sighting, or why there are none.

        Args:
            sighting: What was met.
            worded: Roles that may not be taken from whom the text is about; None for all.
        """
        kind, sighting = self.kinds[sighting.kind], living_elsewhere(sighting, self._land_of)
        options = aligned(self._options(sighting, kind, worded), sighting, self.reading)
        if not options:
            unfilled = next((f.role for f in sighting.fillers if not self._fills(f, kind)), "a slot")
            yield self._passed_over(sighting, f"nobody decided: {unfilled}")
        around = self._around(sighting, kind)
        wholes = (whole for part in options for whole in surrounded(part, around))
        found, before = [each for whole in wholes for each in self._recalled(whole, sighting)], dict[str, str]()
        for partial in crossed(found, kind, self.focus.are_two):
            option, members = self._complete(partial, kind, sighting, worded)
            before = option = alike(option, before, kind, sighting)
            roles = self._roles(option, members, kind)
            listed(roles, sighting, self.reading, self._known)
            reason = self._amiss(roles, kind, sighting.pattern, affirmed=sighting.polarity == "affirmed")
            if reason is not None:
                yield self._passed_over(sighting, reason)
            else:
                self._learn(roles, members, kind, sighting)
                yield self._claim(sighting, kind, roles)

    def _options(self, sighting: Sighting, kind: Kind, worded: frozenset[str] | None) -> list[Option]:
        """Fill slot by slot: one option for each way to distribute what the words mean."""
        options = [dict(sighting.fixed) | way for way in unsaid(sighting, self.focus.pair) or ({},)]
        groups = by_role(sighting.fillers)
        for fillers in sorted(groups, key=lambda g: kind.id in _SENDING and self._is_beside(g[0], kind)):
            if any(self._is_no_person(filler) for filler in fillers):
                return []
            if fillers[0].role == "post":  # what it was raised to, whatever it was before
                options = [option | {"post": fillers[0].value} for option in options]
                continue
            given = together(list(self._group(fillers, kind, options)), sighting, kind)
            spare = _of_person(sighting, fillers[0]) or fillers[0].role not in kind.deciding
            spare = spare or _is_said(sighting, fillers[0], options) or (worded is not None and is_pair(fillers))
            spare = spare or (worded is not None and is_left(fillers, sighting, kind, self.structures.mentions))
            spare = spare or (not given and is_at_own(fillers, sighting, self.structures, self._recalled))
            if not given and spare and fillers[0].type not in MISSIONS:
                continue
            if kind.id in _SENDING:
                options, given = self._sent_by(options, given)
            both = joined(options, given, fillers[0], self._known)
            # "expelled Chadian diplomats from the UN": whose they are is told already
            options = both or (options if kind.id == "envoy.expel" and fillers[0].role == "sender" else both)
        return options

    def _amiss(self, roles: Mapping[str, RoleValue], kind: Kind, pattern: str, *, affirmed: bool) -> str | None:
        """Say why roles make no claim; None if they do."""
        missing = next((role for role in kind.deciding if role not in roles), None)
        if missing is not None:
            return f"nobody decided: {missing}"
        if goes_to_stranger(roles, self._known, pattern):
            return "neither host nor owner: to"
        if is_no_mission(roles, kind, self._known):
            return "an organisation's office, or a mission to its own state"
        own = roles.get("to") is not None and roles.get("to") == roles.get("of")
        if own and pattern != "mission-given-back-to":  # an envoy took charge of his own
            return "one party in two roles: to and of"
        if is_inner(self.structures.mentions, kind, roles):
            return "a state and a part of it"
        if roles.get("operator") == "*" and kind.id == "mission.operate" and affirmed:  # "answers to nobody"
            return "nobody runs it"
        if lists_nobody(roles, kind, pattern, self._known):
            return "a lister that keeps no list"
        same = held_twice(kind, roles)
        return None if same is None else f"one party in two roles: {same}"

    def _learn(self, roles: Mapping[str, RoleValue], members: list[str], kind: Kind, sighting: Sighting) -> None:
        """Keep what a claim tells for what the text says after it."""
        self.envoys.learn(roles, sighting.sentence)
        if self.structures.memory is not None:
            self.structures.memory.learn(sighting.anchor.start, roles)
        self.earlier.learn(kind, roles, sighting.sentence)
        self.focus.learn(kind, roles, members, sighting.sentence)
        if sighting.polarity == "affirmed":
            begun = starter(members, kind, sighting)
            self.deeds.learn(kind, roles, sighting.sentence, begun, main=sighting.main)
        if kind.nature == "stance" and (judges_deed(sighting) or asks_to_stop(kind, roles)):
            self.deeds.judge(roles["target"], sighting.sentence)

    def _group(self, fillers: list[Filler], kind: Kind, so_far: list[Option]) -> Iterator[Option]:
        """Options for one slot: one for each of its fillers and each party a filler means."""
        if fillers[0].role.startswith("@"):
            yield {}
            return
        for filler in fillers:
            if self._is_each_ones(filler):
                options = self.structures.options(filler)
                yield from (only({k: v for k, v in o.items() if k not in _WHOSE}, kind) for o in options)
            elif filler.type in STRUCTURED:
                phrased = left(filler) if kind.id == "envoy.recall" else filler
                others = frozenset(o[role] for o in so_far for role in ("host", "target") if role in o)
                yield from (only(option, kind) for option in self.structures.options(phrased, others))
            else:
                taken = frozenset(party for option in so_far for party in _held(option, filler.role, kind))
                if filler.role in _KEEPING and filler.phrase.form != "name":  # "the country" is not the one listed
                    taken |= spoken_for(taken, self.structures.mentions)
                yield from ({key_of(filler, kind): value} for value in self._filling.values(filler, kind, taken))

    def _is_each_ones(self, filler: Filler) -> bool:
        """Whether a mission is each doer's own: "Kenya and Uganda closed their embassies in Khartoum"."""
        if filler.type != "mission":
            return False
        owners = [link for link in filler.phrase.linked("poss") if link.form == "pronoun"]
        return any(len(self.structures.mentions.parties_of(link)) > 1 for link in owners)

    def _sent_by(self, options: list[Option], given: list[Option]) -> tuple[list[Option], list[Option]]:
        """Whose envoy it is where an authority acts for its state: "the junta recalled Chad's ambassador"."""
        senders = sorted({each["sender"] for each in (*options, *given) if "sender" in each})
        known = {party: self.structures.mentions.known(party) for party in senders}
        acting = {k.of: party for party, k in known.items() if k is not None and k.cls == "authority" and k.of in known}
        changed = [
            [each | {"sender": acting[each["sender"]]} if each.get("sender") in acting else each for each in side]
            for side in (options, given)
        ]
        return changed[0], changed[1]

    def _is_no_person(self, filler: Filler) -> bool:
        """Whether a name in a person's slot is a party's: "Norway will head the embassy"."""
        phrase, mentions = filler.phrase, self.structures.mentions
        named = filler.type == "person" and phrase.form == "name"
        return named and not mentions.is_name(phrase) and bool(mentions.parties_of(phrase))

    def _is_beside(self, filler: Filler, kind: Kind) -> bool:
        """Whether a slot's words are no party: "by decree", "for the first time"; the envoy's title may tell then."""
        return filler.role in {"sender", "host"} and not self._fills(filler, kind)

    def _fills(self, filler: Filler, kind: Kind) -> bool:
        return bool(list(self._group([filler], kind, [])))

    @property
    def _filling(self) -> Filling:
        return Filling(self.structures, self.deeds, self.earlier, self.focus)

    @property
    def _unsaid(self) -> Unsaid:
        return Unsaid(self.structures, self.kinds, self.focus, self.deeds, self.earlier)

    def _complete(
        self, option: Option, kind: Kind, sighting: Sighting, worded: frozenset[str] | None
    ) -> tuple[Option, list[str]]:
        """Fill what the words leave open by what the text said of an envoy and by the kind's defaults.

        Returns:
            The option, and the members of a set in the order in which they were named.
        """
        option = self._unsaid.spurning(option, sighting, self.reading.sightings)
        option = self.focus.beside(option, kind, sighting) | option
        if kind.id.startswith("envoy.") and kind.id != "envoy.count":
            option = self.envoys.complete(option, sighting)
        if meddles(option, kind, self._known):  # on its own soil, wherever others were before
            option = sorted_out(option, kind, self._known)
        members = list(dict.fromkeys(option[key] for key in sorted(option) if key.startswith(MEMBER)))
        for role, source in kind.defaults:
            guess = source.startswith("other") or source in _GUESSES
            counted = source == "earlier(host)" and is_counted(sighting)
            if role in option or counted or (guess and not is_open(role, sighting, worded)):
                continue
            if source == "other" or (source == "pair" and not members) or self._is_officials(source, sighting):
                members += self._others(members, sighting)
            elif (value := self._unsaid.value(source, option, sighting)) is not None:
                option = option | {role: land_of(value, self._known) if role in {"host", "from"} else value}
        return sorted_out(option, kind, self._known), members

    def _is_officials(self, source: str, sighting: Sighting) -> bool:
        """Whether one side is officials of whom nobody says whose they are: "Peru's envoy met the finance minister"."""
        sides = [f for f in sighting.fillers if f.role == "parties"]
        if source != "officials" or len({f.slot for f in sides}) <= 1:
            return False
        unknown = self._strange(sides, sighting)
        return len(unknown) == 1 and is_bare_official(unknown[0].phrase, self.structures.mentions)

    def _land_of(self, phrase: Phrase) -> object:
        """Give the land that words name, as a place or by its government."""
        return self.structures.place(phrase) or self.structures.mentions.parties_of(phrase)

    def _strange(self, fillers: Sequence[Filler], sighting: Sighting) -> list[Filler]:
        """Give those whose words name nobody who is understood."""
        return [f for f in fillers if not self._fills(f, self.kinds[sighting.kind])]

    def _known(self, party: str) -> Party | None:
        return self.structures.mentions.known(party)

    def _others(self, members: Sequence[str], sighting: Sighting) -> Sequence[str]:
        """Give the members of a pair that the words leave out."""
        named = [filler for filler in sighting.fillers if filler.role == "parties" and not is_pair([filler])]
        strange = self._strange(named, sighting) if len(named) > len(members) else []
        if any(not is_bare_official(f.phrase, self.structures.mentions) for f in strange):
            lone = len(members) == 1 and all(self.structures.mentions.is_name(f.phrase) for f in strange)
            return self.envoys.paired.partner(members[0], sighting) if lone else ()
        if not members:
            return self.focus.pair(sighting)
        if len(members) != 1:
            return ()
        speaker = self.focus.speaker(sighting.anchor.start)
        if speaker is not None and self.focus.apart(speaker, members[0]):
            return (speaker,)
        parting = self.deeds.acts if sighting.kind in _PARTING else ()
        other = forsaken(parting, frozenset(members), sighting.sentence) or self.focus.other(members[0], sighting)
        return () if other is None else (other,)

    def _roles(self, option: Option, members: Sequence[str], kind: Kind) -> dict[str, RoleValue]:
        """Give the kind's own roles of an option, the members of a set in one."""
        names = {role.name for role in kind.roles}
        roles: dict[str, RoleValue] = {role: value for role, value in option.items() if role in names}
        met = kind.id == "meeting.hold"
        if len(sides := without_ruled(members, self.structures.mentions) if met else members) > 1:
            roles["parties"] = tuple(sorted(sides))
        return roles

    def _recalled(self, option: Option, sighting: Sighting) -> list[Option]:
        """Complete a mission named in part by what the text said of it before."""
        mission = next((f for f in sighting.fillers if f.role == "mission" and f.type in MISSIONS), None)
        if mission is None:
            return [option]
        doer = next((f.phrase for f in sighting.fillers if f.role == "operator"), None)
        if doer is not None and "operator" in option and doer.span.start < mission.phrase.span.start:
            option = option | self.structures.own(option["operator"], mission.phrase)
        option = in_answer(option, mission.phrase, sighting, self.structures.memory)
        return moved(option, sighting, lambda told: self.structures.recalled(told, mission.phrase, mission.value))

    def _around(self, sighting: Sighting, kind: Kind) -> list[Option]:
        """What the places beside the predicate state: its host, or the role that a kind takes from a place."""
        role = next((role for role, source in kind.defaults if source == "place"), "host")
        if role not in {each.name for each in kind.roles}:
            return []
        names = {each.name for each in kind.roles}
        filling = {f.phrase.span for f in sighting.fillers if not f.role.startswith("@")}
        for where in (place for place in _WHERE if place != "@to" or kind.id not in _LEAVING):
            beside = [f.phrase for f in sighting.fillers if f.role == where and f.phrase.span not in filling]
            forces = (o for f in sighting.fillers if f.type == "force" for o in self.structures.force(f.phrase))
            theirs = frozenset(party for option in forces for party in option.values())
            theirs |= self._doers(sighting) if any(map(is_all_of_several, beside)) else frozenset()
            places = [p for phrase in beside for p in self.structures.places_in(phrase, theirs)]
            found = [{role: place["host"], **place} for place in places]  # "their troops in the country"
            if found:
                return [{k: v for k, v in place.items() if k in names} for place in found]
        return []

    def _doers(self, sighting: Sighting) -> frozenset[str]:
        """Give who does it: not one of those "in all four" of whom it is done."""
        doing = (f.phrase for f in sighting.fillers if f.role in {"sender", "operator"})
        return frozenset(party for phrase in doing for party in self.structures.mentions.parties_of(phrase))

    def _claim(self, sighting: Sighting, kind: Kind, roles: dict[str, RoleValue]) -> Claim:
        document = self.reading.document
        quote, when = sighting.quote, occasion(sighting, kind, roles, self.dating, self._filling)
        return Claim(
            doc=document.id,
            version=document.sha256,
            kind=kind.id,
            roles=tuple(sorted(roles.items())),
            polarity=sighting.polarity,
            mood=self._mood(sighting, kind, when),
            when=when,
            step=sighting.step,
            voices=(),
            quote=Quote(quote.start, quote.end, quote.of(document.text)),
            pattern=sighting.pattern,
        )

    def _mood(self, sighting: Sighting, kind: Kind, when: str | None) -> Mood:
        if is_ruling(sighting, kind, self.reading.document.text):
            return "actual"
        return "planned" if lies_ahead(sighting, kind, when, self.reading.document.published) else sighting.mood

    def _passed_over(self, sighting: Sighting, reason: str) -> PassedOver:
        return PassedOver(self.reading.document.id, "resolve", reason, sighting.quote, sighting.pattern)


def _of_person(sighting: Sighting, unknown: Filler) -> bool:
    """Whether it is about a person, of whom the text may have said before at whom he is the envoy."""
    persons = (f for f in sighting.fillers if f.role == "person" or (f.type == "envoy" and f.phrase.form == "name"))
    return unknown.role == "host" and sighting.step in _ACCEPTING and any(persons)


def _is_said(sighting: Sighting, unknown: Filler, options: list[Option]) -> bool:
    """Whether the envoy's own title says what a slot leaves open: "Peru's ambassador to Chile gave the minister …"."""
    if unknown.role == "sender":  # "The ministry recalled the ambassador of Peru"
        theirs = is_several_lands(unknown.phrase)  # "Two other states recalled their ambassadors": nobody knows whose
        return sighting.kind in _SENDING and not theirs and all("sender" in option for option in options)
    aside = sighting.step in _ACCEPTING or (sighting.kind in _SENDING and unknown.phrase.form == "noun")
    return unknown.role == "host" and aside and all("host" in option for option in options)


def _held(option: Option, role: str, kind: Kind) -> set[str]:
    """Parties in the deciding roles so far; a host that shuts another's mission stands in two."""
    held = {k: v for k, v in option.items() if k != role and (k in kind.deciding or k.startswith(MEMBER))}
    if role == "operator" and option.get("of") not in {None, option.get("host")}:
        held.pop("host", None)
    return set(held.values())
