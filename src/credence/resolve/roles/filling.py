"""What the words in a slot mean: parties, persons, places, numbers, or the words themselves."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from credence.model.kind import Kind
from credence.model.party import Party
from credence.model.sighting import Filler, Phrase
from credence.resolve.parties.mentions import Mentions
from credence.resolve.parties.natures import MOURNED, NATURES, by_nature, is_anybody, is_state
from credence.resolve.parties.outsiders import outsiders
from credence.resolve.parties.targets import body, counted, in_full, in_words, is_bare_name, is_other_name, is_several
from credence.resolve.parties.wordings import PERSON
from credence.resolve.phrases.structures import Structures
from credence.resolve.roles.aided import lands_of
from credence.resolve.roles.blamed import adjective_before, called_before, dissent_in, of_those, quarrelled
from credence.resolve.roles.deeds import DeedMemory, doers
from credence.resolve.roles.earlier import Earlier
from credence.resolve.roles.focus import Focus
from credence.resolve.roles.lately import described, taken_up, wanted
from credence.resolve.roles.members import body_of
from credence.resolve.roles.rulers import own_words, ruler_named

_OF_CLASS = {"body": {"organisation"}, "claimant": {"state", "authority"}}  # role types that only some parties fill
_LAND = {"country", "nation", "power", "land", "government", "capital"}
_OUTLAWED = {"outlaw", "movement"}  # who is listed or banned by a bare verb: a movement; an outlaw may be a person
_RULING = {"council", "government", "administration", "authority", "cabinet", "court", "presidency"}
_ARMED, _ARMED_MEN = {"group", "authority"}, {"junta", "fighters"}
_CITIES = {"mc", "sg", "va"}  # states that are one
_WORDS = {"text", "measure", "doing"}
_FIRMS = {"company", "firm", "consortium", "conglomerate", "contractor", "corporation", "enterprise", "miner"}
_OPEN_TO = {"holder", "target", "recognizer", "operator", "payer", "payee", "lister"}  # need no id
_GROUNDS = {"airport", "airfield", "airbase", "base", "port", "checkpoint", "camp", "garrison", "barracks"}
_PUBLIC = {"police", "army", "military", "government", "treasury", "budget", "state"}
_TALLY = re.compile(r"\b(?:number|total|tally|count|share) of (?:the )?\Z")
_OF_PEOPLE = {"holder", "target", "payer", "payee"}


@dataclass(frozen=True, slots=True)
class Filling:
    """Finds the values of slots.

    Attributes:
        structures: Takes phrases apart.
        deeds: Who did what was told before.
        earlier: Who stood in which role before.
        focus: Whom the text is about.
    """

    structures: Structures
    deeds: DeedMemory
    earlier: Earlier
    focus: Focus

    @property
    def mentions(self) -> Mentions:
        """Who is who in the document."""
        return self.structures.mentions

    def values(self, filler: Filler, kind: Kind, taken: frozenset[str]) -> tuple[str, ...]:
        """Give the values a slot's phrase has, several if it means several; empty if the text does not decide it.

        Args:
            filler: The phrase and what its slot asks for.
            kind: The kind of claim.
            taken: Parties that stand in other roles.
        """
        if kind.id.startswith("recognition."):  # nobody recognises what has broken away from it
            taken |= {known.of for party in taken if (known := self._land_apart(party)) is not None and known.of}
        role_type = next((role.type for role in kind.roles if role.name == filler.role), "")
        if role_type == "count":
            return self.structures.number(filler.phrase)
        by_slot = self._by_slot(filler, taken)
        if by_slot is not None:
            return by_slot
        named = tuple(link for link in filler.phrase.linked("appos") if link.form == "name")
        of_event = role_type == "target" and kind.nature == "event"
        if of_event and filler.role == "target" and filler.phrase.form == "noun" and named:
            # "two generals, Omar Varga and Pavel Nori"
            apart = (replace(filler, phrase=link) for link in named)
            return tuple(dict.fromkeys(value for one in apart for value in self.values(one, kind, taken)))
        if of_event:
            persons = self._listed(filler) if filler.role == "target" else self._persons(filler.phrase)
            these = self._these(filler) or persons
            if (these := counted(filler, self.mentions) if these is None else these) is not None:
                return these
        return self._parties(filler, kind, role_type, taken) or self._in_words(filler, of_event=of_event)

    def _these(self, filler: Filler) -> tuple[str, ...]:
        """Give those just listed whom words mean: "the two men", "froze their assets"."""
        phrase, at = filler.phrase, self._at(filler)
        theirs = filler.role == "owner" and phrase.head_text.lower() == "their"
        return (taken_up if theirs else described)(phrase, self.earlier, at) or ()

    def _land_apart(self, party: str) -> Party | None:
        """What is known of a party that is a land of its own, broken away from another."""
        known = self.mentions.known(party)
        return known if known is not None and known.cls == "authority" and "territory" in known.nouns else None

    def _by_slot(self, filler: Filler, taken: frozenset[str]) -> tuple[str, ...] | None:
        """Give the values where the slot's type settles what they are; None where its role does."""
        phrase = filler.phrase
        if filler.type in NATURES:
            return by_nature(filler, self.mentions, taken, self.structures.places)
        away = filler.type == "holder" and self.mentions.place_of(phrase)[1] is not None  # "moved it to Jerusalem"
        if away or (filler.type == "ties" and phrase.form == "pronoun"):  # "since they were established"
            return ()
        if filler.type in {"deed", "wrong"}:
            return doers(filler, self.mentions, taken) or self._doers_told(filler, taken) or self._doers_unnamed(filler)
        if filler.type in {"territory", "town"}:
            meant = self._territory(phrase, taken)
            return tuple(o for o in meant if filler.role != "city" or o in _CITIES or self.mentions.known(o) is None)
        if filler.type == "land":
            lands = self.mentions.parties_of(phrase, taken) if phrase.form == "noun" else ()
            return self._territory(phrase, taken) if self._is_place(phrase) else lands
        if filler.value or filler.type in _WORDS:
            return (filler.value or phrase.text,)
        if filler.type == "leader" and (phrase.form == "pronoun" or self._is_authority(phrase, taken)):
            return None
        upon = filler.role == "target" and phrase.form == "pronoun"  # "keeps him under a travel ban"
        return self._named(filler, taken) if filler.type in {"leader", "person"} and not upon else None

    def _is_authority(self, phrase: Phrase, taken: frozenset[str]) -> bool:
        """Whether words describe who claims to govern: "the rebel council in Benghazi", "the junta"."""
        if phrase.form != "noun":
            return False
        return any(self._class(party) == "authority" for party in self.mentions.parties_of(phrase, taken))

    def _doers_told(self, filler: Filler, taken: frozenset[str]) -> tuple[str, ...]:
        """Give whose a deed is that only the text around tells; nobody judges what the state did that he rules."""
        found = adjective_before(filler, self.mentions, taken) or called_before(filler, self.mentions, taken)
        found = found or self.deeds.doer(filler, self._at(filler), taken, self.mentions) or self._blamed(filler, taken)
        ruled = {known.of for party in taken if (known := self.mentions.known(party)) is not None}
        return tuple(party for party in found if party not in ruled)

    def _blamed(self, filler: Filler, taken: frozenset[str]) -> tuple[str, ...]:
        """Give who answers for a deed that nobody is said to have done."""
        found = dissent_in(filler, self.mentions, taken) or of_those(filler, self.mentions, taken)
        return found or quarrelled(filler, self.deeds.acts, self._at(filler), self.mentions, taken)

    def _doers_unnamed(self, filler: Filler) -> tuple[str, ...]:
        """Give those without an id whose deed it is: "the support of our allies", not "the killing of protesters"."""
        whose = ("by", "poss") if filler.value == "harm" else ("by", "poss", "of")
        links = (link for link in filler.phrase.linked(*whose) if link.form == "noun")
        named = (outsiders(link, self.mentions.lexicon, people=True) for link in links)
        return tuple(name for name in named if name is not None)[:1]

    def _listed(self, filler: Filler) -> tuple[str, ...] | None:
        """Who is listed or sought: a person, or one of a name of several words; None for a party."""
        if is_several(phrase := filler.phrase, self.mentions.lexicon) or is_other_name(phrase, self.mentions.text):
            return ()
        if (named := body(phrase, self.mentions)) is not None:
            return (named,)
        persons = self._persons(phrase)
        if persons is None:
            bare = self._bare_name(phrase) if filler.type != "movement" else None  # a firm's wares may be banned
            return taken_up(phrase, self.earlier, self._at(filler)) or bare
        return tuple(in_full(phrase, name) for name in persons)

    def _bare_name(self, phrase: Phrase) -> tuple[str, ...] | None:
        """A name of one word that nobody introduces: "sanctions on Belavia"; no town, no office, no plural."""
        if not is_bare_name(phrase) or self.mentions.place_of(phrase)[0] is not None:
            return None
        unfit = self.mentions.parties_of(replace(phrase, links=())) or self.structures.places.city(
            phrase.head_text, None
        )
        return None if unfit or self.mentions.is_office(phrase) else (self.mentions.person(phrase),)

    def _in_words(self, filler: Filler, *, of_event: bool) -> tuple[str, ...]:
        """Those who are listed without a name: "eight Syrian prisons"."""
        asked = of_event and filler.role == "target" and filler.type != "movement"
        return self._own_words(filler.phrase) if asked else ()

    def _own_words(self, phrase: Phrase) -> tuple[str, ...]:
        words = in_words(phrase, self.mentions.text, self.mentions.lexicon)
        return () if words is None else (words,)

    def _persons(self, phrase: Phrase) -> tuple[str, ...] | None:
        """A listing or a bounty is a person's own: the name, and nobody for "three generals"; None for a party."""
        if self.mentions.is_person(phrase) or self.mentions.is_past(phrase) or self._is_full(phrase):
            return (self.mentions.person(phrase),)
        person = self._wanted(phrase) or self.mentions.person_meant(phrase)
        if person is not None:
            return (person,)
        if not self.mentions.is_people(phrase) or self._is_several(phrase):
            return None
        return self._own_words(phrase)

    def _wanted(self, phrase: Phrase) -> str | None:
        """Whom "him" means right after somebody was listed, or a reward was offered for him."""
        if phrase.head_text.lower() not in PERSON:
            return None
        near = wanted(self.earlier, self.mentions.sentence(phrase.span.start))
        return near if near is not None and self.mentions.known(near) is None else None

    def _is_several(self, phrase: Phrase) -> bool:
        """Whether persons in office stand for those whose they are: "Russian generals", but not "a Russian general"."""
        plural = phrase.plural and not phrase.linked("num")  # "five Russian generals"
        return plural and any(self.mentions.parties_of(link) for link in phrase.linked("mod"))

    def _is_full(self, phrase: Phrase) -> bool:
        """Whether a phrase is somebody's whole name: "Omar Varga, the ex-president", not "e Khalq", "Central Bank"."""
        organ = self.mentions.lexicon.classify("organ", (), phrase.head_text.lower().split()[-1]) == "thing"
        return not organ and phrase.head_text.removeprefix("al-")[:1].isupper() and self.mentions.is_name(phrase)

    def _parties(self, filler: Filler, kind: Kind, role_type: str, taken: frozenset[str]) -> tuple[str, ...]:
        """Give the parties meant, or the person where a role takes one."""
        recognized = filler.role in {"recognized", "claimant"}
        if recognized and (meant := self.earlier.meant(kind, filler, self._at(filler), taken)):
            return meant
        found = self._by_words(filler, kind, role_type, taken)
        if filler.role == "payee":
            found = lands_of(found, filler, self.mentions, taken) or self._paid(filler, kind, taken)
            return tuple(self._receiving(p, filler.phrase) for p in found)
        return found or (self.focus.claiming(filler.phrase, taken, self._at(filler)) if recognized else ())

    def _paid(self, filler: Filler, kind: Kind, taken: frozenset[str]) -> tuple[str, ...]:
        """The land that is paid where its police are: "gave Chad $3 million and promised $1 million for the police"."""
        body = filler.phrase.lemma in _PUBLIC and filler.phrase.determiner == "the" and not filler.phrase.links
        paid = self.earlier.party(kind, filler.role, self._at(filler), taken) if body else None
        return (paid,) if paid is not None and self.mentions.known(paid) is not None else ()

    def _by_words(self, filler: Filler, kind: Kind, role_type: str, taken: frozenset[str]) -> tuple[str, ...]:
        """Give the parties that words mean by themselves, or the person where a role takes one."""
        found = self.mentions.parties_of(filler.phrase, taken) or self._all_members(filler)
        if found == ("*",) and is_anybody(filler, kind):
            return ()  # "thanked everybody who had come", "nobody has a good word for Chad"
        if filler.role == "recognized":
            self.earlier.note(kind, filler.role, found, self._at(filler))
        if role_type in _OF_CLASS:
            fit = tuple(party for party in found if self._class(party) in _OF_CLASS[role_type])
            unknown = () if found else self._council(filler.phrase)
            return fit or (body_of(filler.phrase, self.mentions) if filler.role == "body" else unknown)
        if found and kind.id.startswith("control.") and not (found := self._ruling(filler, found)):
            return ()
        found = found or (self._ruling(filler, ()) if kind.id.startswith("control.") else ())  # "Mali's junta"
        if self._is_person(filler, role_type, found):
            return (self.mentions.person(filler.phrase),)
        outlawed = filler.type in _OUTLAWED
        beside = [link for link in filler.phrase.linked("appos") if self.mentions.is_name(link)]
        if not found and filler.role == "holder" and filler.phrase.form == "noun" and beside:
            return (self.mentions.person(beside[0]),)  # "the opposition leader, Omar Varga"
        if not found:
            kept = filler.role == "holder" and kind.id.startswith("transfer.")  # "frozen in New York"
            named = self._where(filler.phrase) if kept and not self.mentions.is_person(filler.phrase) else ()
            return () if outlawed and filler.phrase.form != "name" else named or self._unnamed(filler)
        return tuple(party for party in found if self._class(party) in _ARMED) if outlawed else found

    def _named(self, filler: Filler, taken: frozenset[str]) -> tuple[str, ...]:
        """Give the name of somebody; or, of one recognised as president, rather the party that he stands for."""
        phrase = filler.phrase
        if filler.type == "leader" and phrase.form == "name" and (found := self.mentions.parties_of(phrase, taken)):
            return found
        named = phrase.form == "name" and (filler.type == "person" or self.mentions.is_name(phrase))
        if named and self.mentions.is_office(phrase):  # "the Ambassador, Ana Rojas, presented"
            return tuple(self.mentions.person(p) for p in phrase.linked("appos") if self.mentions.is_name(p))[:1]
        return (self.mentions.person(phrase),) if named else ()

    def _ruling(self, filler: Filler, found: tuple[str, ...]) -> tuple[str, ...]:
        """Give who rules a land, which no organisation of states does, or which land that is."""
        if filler.role == "of":  # "overthrew the Assad regime"
            return tuple(dict.fromkeys(self._land(party) for party in found))
        found = tuple(party for party in found if self._class(party) != "organisation")
        if filler.type == "power":  # who annexes takes no power at home
            return found
        own = self._within(filler, found)
        return found if own is None else (own,)

    def _within(self, filler: Filler, found: tuple[str, ...]) -> str | None:
        """Name those who take or lose power in their own state: "Mali's junta", "President Omar Varga"."""
        if any(self._class(party) != "state" for party in found):
            return None
        if filler.type in _ARMED_MEN:
            whose = any(self.mentions.is_person(p) or self.mentions.is_past(p) for p in filler.phrase.linked("poss"))
            for led in filter(self.mentions.is_name, filler.phrase.linked("appos")):  # "the coup leader, Omar Varga"
                return self.mentions.person(led)
            return own_words(filler.phrase, whose=whose) if found or filler.phrase.form == "noun" else None
        for phrase in (filler.phrase, *filler.phrase.linked("appos")):  # "Peru's president, Omar Varga"
            if (found and self.mentions.is_person(phrase)) or self.mentions.is_past(phrase):
                return self.mentions.person(phrase)
        return None if found else ruler_named(filler.phrase, self.mentions)

    def _receiving(self, party: str, phrase: Phrase) -> str:
        """Name the land that is given something rather than who holds it: "food for Gaza"."""
        known = self.mentions.known(party)
        if known is None or known.of is None or self.mentions.place_of(phrase)[1] is not None:
            return party
        lands = [name.text for name in known.names if name.use == "metonym"]
        return known.of if any(phrase.text.removeprefix("the ").startswith(land) for land in lands) else party

    def _land(self, party: str) -> str:
        known = self.mentions.known(party)
        return party if known is None or known.of is None or "territory" in known.nouns else known.of

    def _is_person(self, filler: Filler, role_type: str, found: tuple[str, ...]) -> bool:
        """Whether a stance is somebody's own, or about somebody, who speaks for no party, or not any more."""
        if role_type == "holder" and self.mentions.is_past(filler.phrase):
            return True
        title = self.mentions.lexicon.classify("visitor", (), filler.phrase.lemma.split()[-1].removesuffix("s"))
        person = filler.type != "movement" and role_type in {"holder", "target"} and title is None  # "Ministers"
        return not found and person and self.mentions.is_name(filler.phrase)

    def _all_members(self, filler: Filler) -> tuple[str, ...]:
        """Give the body all of whose members speak: "The members of the Security Council condemned"."""
        every = filler.role == "holder" and filler.phrase.determiner == "the" and not filler.phrase.linked("num")
        return body_of(filler.phrase, self.mentions) if every and filler.phrase.lemma == "member" else ()

    def _council(self, phrase: Phrase) -> tuple[str, ...]:
        """Name a rival authority without an id of its own: "recognised the National Transitional Council"."""
        named = outsiders(phrase, self.mentions.lexicon, people=True)
        return (named,) if named is not None and phrase.form == "name" and " " not in named else ()

    def _unnamed(self, filler: Filler) -> tuple[str, ...]:
        """Give what stands for those who are no known party: their own words, or the state of a town."""
        if filler.role in {"lister", "payer"} and filler.phrase.linked("poss"):  # "Ankara and its allies"
            return ()
        if filler.role == "target" and (filler.phrase.linked("num") or filler.phrase.lemma in MOURNED):
            return ()  # "two dissident groups", "our sympathy with the victims"
        if _TALLY.search(self.mentions.text, max(0, filler.phrase.span.start - 20), filler.phrase.span.start):
            return ()
        if filler.role in _OPEN_TO:
            people = filler.role in _OF_PEOPLE
            named = self.mentions.crowd_meant(filler.phrase) if people else None
            named = named or outsiders(filler.phrase, self.mentions.lexicon, people=people)
            return (named,) if named is not None else ()
        if filler.role == "parties":
            return self._of_firm(filler.phrase)
        posted = filler.role == "host" and not self.mentions.is_name(filler.phrase)  # "posted a consul to Mombasa"
        if filler.role == "host" and filler.phrase.lemma in _RULING:
            return self._seated(filler.phrase)
        return self._country(filler.phrase) if posted else ()

    def _seated(self, phrase: Phrase) -> tuple[str, ...]:
        """The state of those who rule from a city: "accredited to the presidential council in Aden"."""
        places = (self.structures.place(link) for link in phrase.linked("in"))
        return tuple(place["host"] for place in places if place is not None)[:1]

    def _where(self, phrase: Phrase) -> tuple[str, ...]:
        """The state in which money is kept: "in New York", "at Lima airport"."""
        port = phrase.lemma.rpartition(" ")[2] in {"airport", "port", "harbour", "harbor", "customs"}
        towns = (phrase, *phrase.linked("mod")) if port else (phrase,)
        return next((found for one in towns if (found := self._country(one))), ())

    def _of_firm(self, phrase: Phrase) -> tuple[str, ...]:
        """Whose a firm is: "a Chinese company signed a contract", "DP World, a Dubai firm, signed"."""
        firms = [one for one in (phrase, *phrase.linked("appos")) if one.lemma in _FIRMS and one.form == "noun"]
        links = [link for firm in firms for link in firm.linked("poss", "mod", "of", "from")]
        return tuple(party for link in links for party in self.mentions.parties_of(link) or self._country(link))[:1]

    def _country(self, phrase: Phrase) -> tuple[str, ...]:
        """The state in which a town lies."""
        town = self.structures.places.city(phrase.text, None) if phrase.form == "name" else None
        return (town.country,) if town is not None else ()

    def _at(self, filler: Filler) -> int:
        return self.mentions.sentence(filler.phrase.span.start)

    def _class(self, party: str) -> str:
        known = self.mentions.known(party)
        return "state" if known is None else known.cls

    def _territory(self, phrase: Phrase, taken: frozenset[str]) -> tuple[str, ...]:
        """Name a territory by its state, or as a city; "the country" is the state last meant."""
        own = self._own_land(phrase, taken)
        if own is not None:
            return (own,)
        state, city = self.mentions.place_of(phrase)
        if city is not None or state is not None:
            return (city or state or "",) if city or is_state(state or "", self.mentions) else ()
        if phrase.form == "name":
            unfit = self.mentions.is_person(phrase) or phrase.head_text.isupper()  # "the JCPOA"
            unfit = unfit or self.mentions.is_office(phrase)  # "the Taliban-controlled Interior Ministry"
            return () if unfit else (phrase.head_text,)
        found = self.structures.place(phrase, taken)
        if found is not None:
            return (found.get("city") or found["host"],)
        meant = tuple(party for party in self.mentions.parties_of(phrase, taken) if party != "*")
        return meant or self._town(phrase)

    def _is_place(self, phrase: Phrase) -> bool:
        """Whether a name is that of a state, a capital or a known town, not of a pact or a firm."""
        city = self.structures.places.city(phrase.text, None)
        return city is not None or any(part is not None for part in self.mentions.place_of(phrase))

    def _town(self, phrase: Phrase) -> tuple[str, ...]:
        """Name a town that no list of places has: "the village of Omarabad", "the Omarabad air base"."""
        if phrase.lemma.split()[-1] in _GROUNDS and not phrase.plural:
            return tuple(link.head_text for link in phrase.linked("mod") if link.form == "name")[:1]
        if self.mentions.lexicon.classify("town", (), phrase.lemma) is None:
            return ()
        return tuple(link.head_text for link in phrase.linked("of") if link.form == "name")[:1]

    def _own_land(self, phrase: Phrase, taken: frozenset[str]) -> str | None:
        """Say which country an authority takes or loses: "the country", "power" are those of its state."""
        if phrase.form != "noun" or phrase.linked("of", "mod", "poss") or phrase.lemma not in _LAND:
            return None
        holders = (self.mentions.known(party) for party in sorted(taken))
        return next((party.of for party in holders if party is not None and party.cls == "authority"), None)
