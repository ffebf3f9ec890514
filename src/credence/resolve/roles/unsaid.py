"""Who fills a role that the words leave open, from where a kind's file says to look for it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from credence.model.document import Span
from credence.model.kind import Kind
from credence.model.party import Party
from credence.model.sighting import Phrase, Sighting
from credence.resolve.parties.mentions import Mentions
from credence.resolve.phrases.envoy_signs import is_sent_elsewhere
from credence.resolve.phrases.premises import KEEPING
from credence.resolve.phrases.structures import Option, Structures
from credence.resolve.roles.aided import aided
from credence.resolve.roles.deeds import DeedMemory
from credence.resolve.roles.earlier import Earlier
from credence.resolve.roles.focus import Focus
from credence.resolve.roles.opposed import opposed
from credence.resolve.roles.options import untaken
from credence.resolve.roles.rulers import land_around, ruler_named
from credence.resolve.roles.spurned import forsaken, spurned

_PAPERS = re.compile(
    r"(?:credentials|letters(?: of \w+)?|accreditation) to (?:the )?"
    r"(?P<to>[A-Z][\w’'-]*(?: (?:(?:al|bin|de|of) )?[A-Z][\w’'-]*)*)"
)
_MINOR = re.compile(r"(?:Deputy|Vice|Assistant|Under)\b")  # who is named with nothing but a lesser office
_SEAT = re.compile(r"\b(?:seats?|seated|chairs?|member(?:ship)?|credentials|delegation|place|rostrum)\b")
_GOVERNING = {"government", "regime", "junta"}  # "recognised the new government of Chad"
_ALSO = re.compile(r"\b(?:also|too|likewise|as well)\b")
_ASKED = {"holder-asks-for-him-to-be-handed-over"}  # who did what was told last need not have the man
_FREEING = {"holder-demands-release", "holder-calls-for-release", "holder-wants-it-undone"}
_BOTH = 2  # "it said that it had paid too much": both are the same
_REACH = 120  # characters behind "presented"
_EACH = re.compile(r",?\s+(?:ha(?:ve|d|s)\s+)?each\b")


@dataclass(frozen=True, slots=True)
class Unsaid:
    """Finds who stands in roles that no words fill.

    Attributes:
        structures: Takes phrases apart.
        kinds: The codebook's kinds.
        focus: Whom the text is about.
        deeds: Who did what was told before.
        earlier: Who stood in which role before.
    """

    structures: Structures
    kinds: Mapping[str, Kind]
    focus: Focus
    deeds: DeedMemory
    earlier: Earlier

    @property
    def mentions(self) -> Mentions:
        """Who is who in the document."""
        return self.structures.mentions

    def value(self, source: str, option: Option, sighting: Sighting) -> str | None:
        """Give who fills a role that the words leave open; None where the text does not decide it.

        Args:
            source: Where to look, as the kind's file says it.
            option: The roles filled so far.
            sighting: What was met.
        """
        function, _, argument = source.rstrip(")").rpartition("(")
        if function == "subject":
            subject = self.mentions.subject_of(sighting.sentence, argument, sighting.anchor.start)
            return untaken(subject, option)
        if function in {"earlier", "lister"}:
            return self._earlier(function, argument, option, sighting)
        if function == "other":
            return self._other_of_each(argument, option, sighting) or self._other(argument, option, sighting)
        if function == "last":
            return self._last(argument, sighting)
        if not function:
            return self._beyond(argument, option, sighting)
        party = self.mentions.known(option.get(argument, ""))
        if party is None:
            return self._home(argument, sighting) if function == "state" else None
        if function == "state":
            return party.of
        named = [f.phrase for f in sighting.fillers if f.role == argument]
        return _nature(party, named)

    def _other(self, role: str, option: Option, sighting: Sighting) -> str | None:
        """The other side of the party in a role, as the text around it has it."""
        stranger = sighting.kind == "envoy.accept" and self._given_to(sighting) is not None
        stranger = stranger or is_sent_elsewhere(sighting)
        stranger = stranger or any(f.role == "list" and _is_any_list(f.phrase) for f in sighting.fillers)
        first = role == self.kinds[sighting.kind].deciding[0]
        found = None if stranger else self.focus.other(option.get(role, ""), sighting, first=first)
        return self._unless_beside(role, found, sighting)  # "Peru and Chad were declared foes"

    def _other_of_each(self, role: str, option: Option, sighting: Sighting) -> str | None:
        """The other of two who each did it: "Peru and Chad each expelled six diplomats", "each recalled its envoy"."""
        doing = [f.phrase for f in sighting.fillers if f.role == role]
        parties = {party for phrase in doing for party in self.mentions.parties_of(phrase)}
        end = max((phrase.span.end for phrase in doing), default=0)
        each = _EACH.match(self.mentions.text, end) or any(phrase.text.lower().endswith("each") for phrase in doing)
        others = parties - {option.get(role)}
        return others.pop() if each and (len(parties), len(others)) == (2, 1) else None

    def _earlier(self, function: str, argument: str, option: Option, sighting: Sighting) -> str | None:
        """Who stood in a role before, or who listed the one in a role."""
        if function == "lister":
            return self.earlier.lister(option.get(argument), sighting.sentence)
        found = self.earlier.party(self.kinds[sighting.kind], argument, sighting.sentence, set(option.values()))
        if argument != "payee" or found is None:
            return found
        told = self.focus.speaker(sighting.anchor.start)  # "The region's leader said that Peru had promised a loan"
        stranger = self.mentions.known(found) is None  # "paid the victims. Norway promised $3 million"
        return None if stranger or told not in {None, found, *option.values()} else found

    def spurning(self, option: Option, sighting: Sighting, sightings: Sequence[Sighting]) -> Option:
        """Say from where envoys are recalled by those who do as others did just before: not from each other.

        Args:
            option: The roles filled so far.
            sighting: What was met.
            sightings: All that was met in the document.
        """
        if sighting.kind != "envoy.recall" or "host" in option:
            return option
        own = self._senders([sighting])
        if len(own) > 1:  # "Peru left Chad. Mali and Niger recalled theirs"
            host = spurned(self.deeds.acts, own, sighting.sentence)
        else:
            host = self._left(sighting, sightings) if own else None
        return option if host is None else option | {"host": host}

    def _left(self, sighting: Sighting, sightings: Sequence[Sighting]) -> str | None:
        """Whom others left just before: "Peru left Chad. Mali recalled its ambassador, and Niger its chargé"."""
        here = sighting.sentence
        alike = self._senders(s for s in sightings if (s.sentence, s.kind) == (here, sighting.kind))
        stop = self.mentions.text.find(";", sighting.anchor.start)  # what follows is another matter
        named = {m.party for m in self.mentions.mentions if m.sentence == here and not 0 <= stop < m.start}
        return forsaken(self.deeds.acts, alike, here) if named <= alike else None

    def _senders(self, sightings: Iterable[Sighting]) -> frozenset[str]:
        """Give those who send the envoys of which some sightings tell."""
        sent = (f.phrase for sighting in sightings for f in sighting.fillers if f.role == "sender")
        return frozenset(party for phrase in sent for party in self.mentions.parties_of(phrase))

    def _last(self, argument: str, sighting: Sighting) -> str | None:
        """The party of a class last meant, unless another alone acted since: "Peru jailed two. They were barred"."""
        party = self.mentions.last_of(sighting.anchor, argument)
        known = self.mentions.known(party) if party is not None else None
        acting = self.mentions.acted_before(sighting.sentence, frozenset())
        meant = known is None or not acting or acting[0] in {known.id, known.of}
        return party if meant else None

    def _home(self, role: str, sighting: Sighting) -> str | None:
        """The state of those in a role who are no party: "Mali's junta seized power", "President Omar Varga fell"."""
        mentions = self.mentions
        phrases = [p for f in sighting.fillers if f.role == role for p in (f.phrase, *f.phrase.linked("appos"))]
        found = {party for phrase in phrases for party in mentions.parties_of(phrase) or mentions.once_led(phrase)}
        known = mentions.known(next(iter(found))) if len(found) == 1 else None
        if not found and any(ruler_named(phrase, mentions) for phrase in phrases):
            return land_around(sighting, mentions)
        return known.id if known is not None and known.cls == "state" else None

    def _beyond(self, source: str, option: Option, sighting: Sighting) -> str | None:
        """Who is meant by what is no slot: whose paper it is, who asked for it, who stands in another role."""
        start, taken = sighting.anchor.start, set(option.values())
        ways: dict[str, Callable[[], str | None]] = {
            "publisher": lambda: self.mentions.house,  # "the following persons have been added to the list"
            "voice": lambda: untaken(self.focus.speaker(start), option),  # "It is no recognition, the minister said"
            "announcer": lambda: untaken(self.focus.announcer(sighting), option),
            "claimant": lambda: self.focus.claimant(taken, sighting.sentence),
            "lost": lambda: self.focus.lost(sighting.sentence),  # "Twelve allies remain"
            "likewise": lambda: untaken(self._likewise(sighting), option),
            "seating": lambda: self._seating(sighting),
            "speaker": lambda: self.mentions.speaker_at(sighting.anchor),
            "asker": lambda: self._asker(option, sighting),
            "recipient": lambda: self._recipient(option, sighting),
            "deed": lambda: self._unless_beside("holder", self._deed(option, sighting), sighting),
            "land": lambda: self._land(option, sighting),
            "kept": lambda: self._kept(option, sighting),
            "pact": lambda: self._pact(option, sighting),
        }
        return ways[source]() if source in ways else option.get(source)

    def _unless_beside(self, role: str, found: str | None, sighting: Sighting) -> str | None:
        """Give somebody unless he stands in a role with others: "Peru and Chad condemned it" is against neither."""
        beside = (f.phrase for f in sighting.fillers if f.role == role)
        return None if any(found in self.mentions.parties_of(phrase) for phrase in beside) else found

    def _likewise(self, sighting: Sighting) -> str | None:
        """Who just did so elsewhere: "Peru will shut its embassy in Oslo. The consulate in Fez will also close"."""
        quote, kind = sighting.quote, self.kinds[sighting.kind]
        if _ALSO.search(self.mentions.text, quote.start, quote.end) is None:
            return None
        return self.earlier.just(kind, kind.deciding[0], sighting.sentence)

    def _seating(self, sighting: Sighting) -> str | None:
        """The body that a text is about where a seat is spoken of: "The junta did not get the seat"."""
        quote = sighting.quote
        return self.focus.seating() if _SEAT.search(self.mentions.text, quote.start, quote.end) is not None else None

    def _kept(self, option: Option, sighting: Sighting) -> str | None:
        """Where a mission is that a third state looks after: "Peru broke with Chad. The Swiss took charge of it"."""
        kept = sighting.pattern in KEEPING and "of" in option
        return untaken(self.focus.other(option["of"], sighting), option) if kept else None

    def _land(self, option: Option, sighting: Sighting) -> str | None:
        """The land that something is done in, or for: "in Peru, it has spent", "to fight the drought in Peru"."""
        beside = (self.structures.place(f.phrase) for f in sighting.fillers if f.role == "@in")
        here = next((place["host"] for place in beside if place is not None and "city" not in place), None)
        sums = [f.phrase.span for f in sighting.fillers if f.type == "money"]
        lands = aided(sums[0], self.mentions, frozenset(option.values())) if here is None and sums else ()
        return lands[0] if lands else here

    def _pact(self, option: Option, sighting: Sighting) -> str | None:
        """With whom somebody signed what is to bring it recognition: "a treaty with Chad that would recognise it"."""
        pact = any(f.type == "instrument" for f in sighting.fillers)
        found = self.focus.partner(option.get("recognized", ""), sighting.sentence) if pact else None
        return untaken(found, option)

    def _deed(self, option: Option, sighting: Sighting) -> str | None:
        """Who did what was told last: "Norway applauded"."""
        held = frozenset(value for role, value in option.items() if role == "holder")
        if any(f.role == "target" for f in sighting.fillers):  # a deed that its own words give to nobody
            pronouns = [f for f in sighting.fillers if f.phrase.lemma == "it" and f.role in {"holder", "target"}]
            judging = any(f.role == "holder" for f in sighting.fillers) and len(pronouns) < _BOTH
            return opposed(option["holder"], sighting, self.mentions, self.focus, self.deeds) if judging else None
        if sighting.kind == "stance.demand":
            freed = sighting.pattern in _FREEING
            asked = self.deeds.addressed(sighting.sentence, held, blamed=freed)
            asked = asked or (self._holding(sighting, held) if freed else None)
            if asked is None and sighting.pattern not in _ASKED:
                asked = self.deeds.applauded(sighting.sentence, held, self.mentions)
            if asked is None and held:
                asked = opposed(option["holder"], sighting, self.mentions, self.focus, self.deeds)
            return asked
        return self.deeds.applauded(sighting.sentence, held, self.mentions)

    def _holding(self, sighting: Sighting, held: frozenset[str]) -> str | None:
        """Give the state that holds somebody whose release is asked for: the one that the captive led or speaks for."""
        named = [f.phrase for f in sighting.fillers if f.role == "content" and f.phrase.form == "name"]
        captives = [who for who in named if self.mentions.is_name(who) or self.mentions.is_past(who)]
        parties = {p for who in captives for p in self.mentions.parties_of(who) or self.mentions.once_led(who)}
        states = {known.of or known.id for party in parties if (known := self.mentions.known(party)) is not None}
        return states.pop() if len(states) == 1 and not states & held else None

    def _asker(self, option: Option, sighting: Sighting) -> str | None:
        """Who asked for it: "Peru told Chile to close its consulate" is said of one in Peru."""
        taken = frozenset(value for role, value in option.items() if role in {"operator", "sender", "of"})
        asking = (f.phrase for f in sighting.fillers if f.role == "@asker")
        found = [party for phrase in asking for party in self.mentions.parties_of(phrase, taken)]
        known = self.mentions.known(found[0]) if len(found) == 1 and found[0] not in taken else None
        return found[0] if known is not None and known.cls in {"state", "authority"} else None

    def _recipient(self, option: Option, sighting: Sighting) -> str | None:
        """Who is given an envoy's papers, where the words after them were not read as belonging to them.

        Somebody of whom it is not said for whom he acts is an official of whose state the sentence speaks:
        "Peru confirmed it when Ana Rojas presented her credentials to Deputy Minister Omar Varga".
        """
        given = self._given_to(sighting)
        if given is None:
            return None
        acting = self.mentions.subject_of(sighting.sentence, "state", sighting.anchor.start)
        minor = _MINOR.match(given.text) is not None and acting is not None
        found = () if minor else self.mentions.parties_of(given)
        return untaken(found[0] if len(found) == 1 and found[0] != "*" else acting, option)

    def _given_to(self, sighting: Sighting) -> Phrase | None:
        """The name behind "credentials to"."""
        start = sighting.anchor.start
        papers = _PAPERS.search(self.mentions.text, start, start + _REACH)
        if papers is None:
            return None
        return Phrase.named(self.mentions.text, Span(papers.start("to"), papers.end("to")))


def _nature(party: Party, named: Iterable[Phrase]) -> str | None:
    """As what somebody is recognised: as a state, or as the government that he claims or is said to be."""
    if party.cls == "authority" and "territory" not in party.nouns:
        return "government"
    land = party.cls == "state" or "territory" in party.nouns  # Abkhazia is recognised as a state, or not at all
    governing = any(phrase.lemma in _GOVERNING for phrase in named)
    return ("government" if governing else "state") if land else None


def _is_any_list(phrase: Phrase) -> bool:
    """Whether words speak of lists of whomever: "wants the group removed from lists of terrorist organisations"."""
    return phrase.plural and not phrase.determiner and not phrase.linked("poss", "mod")
