"""What the words in a slot mean: parties, persons, places, numbers, or the words themselves."""

from __future__ import annotations

from dataclasses import dataclass

from credence.model.kind import Kind
from credence.model.sighting import Filler, Phrase
from credence.resolve.deeds import DeedMemory, doers
from credence.resolve.earlier import Earlier
from credence.resolve.mentions import Mentions
from credence.resolve.outsiders import outsiders
from credence.resolve.structures import Structures

_OF_CLASS = {"body": {"organisation"}, "claimant": {"state", "authority"}}  # role types that only some parties fill
_LAND = {"country", "nation", "power", "land", "government"}
_OUTLAWED = {"outlaw", "movement"}  # who is listed or banned by a bare verb: a movement; an outlaw may be a person
_ARMED = {"group", "authority"}
_WORDS = {"text", "measure"}
_OPEN_TO = {"holder", "target", "recognizer", "operator", "payer", "lister"}  # who need not be a party with an id
_OF_PEOPLE = {"holder", "target", "payer"}


@dataclass(frozen=True, slots=True)
class Filling:
    """Finds the values of slots.

    Attributes:
        structures: Takes phrases apart.
        deeds: Who did what was told before.
        earlier: Who stood in which role before.
    """

    structures: Structures
    deeds: DeedMemory
    earlier: Earlier

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
        role_type = next((role.type for role in kind.roles if role.name == filler.role), "")
        if role_type == "count":
            return self.structures.number(filler.phrase)
        by_slot = self._by_slot(filler, taken)
        if by_slot is not None:
            return by_slot
        if role_type == "target" and kind.nature == "event":
            persons = self._persons(filler.phrase)
            if persons is not None:
                return persons
        return self._parties(filler, kind, role_type, taken)

    def _by_slot(self, filler: Filler, taken: frozenset[str]) -> tuple[str, ...] | None:
        """Give the values where the slot's type settles what they are; None where its role does."""
        phrase = filler.phrase
        if filler.type == "holder" and self.mentions.place_of(phrase)[1] is not None:
            return ()  # "transferred its embassy to Jerusalem"
        if filler.type in {"deed", "wrong"}:
            return doers(filler, self.mentions, taken) or self.deeds.doer(
                filler, self._at(filler), taken, self.mentions
            )
        if filler.type == "territory":
            return self._territory(phrase, taken)
        if filler.value:
            return (filler.value,)
        if filler.type in _WORDS:
            return (phrase.text,)
        if filler.type == "fund" and self.mentions.is_person(phrase):  # "promised $3 million for Omar Varga"
            return ()
        if filler.type == "person":
            return (self.mentions.person(phrase),) if phrase.form == "name" else ()
        return None

    def _persons(self, phrase: Phrase) -> tuple[str, ...] | None:
        """A listing or a bounty is a person's own: the name, and nobody for "three generals"; None for a party."""
        if self.mentions.is_person(phrase) or self.mentions.is_past(phrase) or self._is_full(phrase):
            return (self.mentions.person(phrase),)
        if (person := self.mentions.person_meant(phrase)) is not None:
            return (person,)
        return () if self.mentions.is_people(phrase) else None

    def _is_full(self, phrase: Phrase) -> bool:
        """Whether a phrase is somebody's whole name: "Omar Varga, the former president", but not "e Khalq"."""
        return phrase.head_text[:1].isupper() and self.mentions.is_name(phrase)

    def _parties(self, filler: Filler, kind: Kind, role_type: str, taken: frozenset[str]) -> tuple[str, ...]:
        """Give the parties meant, or the person where a role takes one."""
        recognized = filler.role in {"recognized", "claimant"}
        if recognized and (meant := self.earlier.meant(kind, filler, self._at(filler), taken)):
            return meant
        found = self.mentions.parties_of(filler.phrase, taken)
        if filler.role == "recognized":
            self.earlier.note(kind, filler.role, found, self._at(filler))
        if role_type in _OF_CLASS:
            fit = tuple(party for party in found if self._class(party) in _OF_CLASS[role_type])
            return fit or (self._council(filler.phrase) if recognized and not found else ())
        if filler.role == "holder" and kind.id.startswith("control."):  # no organisation of states rules a land
            found = tuple(party for party in found if self._class(party) != "organisation")
        if self._is_person(filler, role_type, found):
            return (self.mentions.person(filler.phrase),)
        outlawed = filler.type in _OUTLAWED
        if not found:
            return () if outlawed and filler.phrase.form != "name" else self._unnamed(filler)
        return tuple(party for party in found if self._class(party) in _ARMED) if outlawed else found

    def _is_person(self, filler: Filler, role_type: str, found: tuple[str, ...]) -> bool:
        """Whether a stance is somebody's own, or about somebody, who speaks for no party, or not any more."""
        if role_type == "holder" and self.mentions.is_past(filler.phrase):
            return True
        person = filler.type != "movement" and role_type in {"holder", "target"}
        return not found and person and self.mentions.is_name(filler.phrase)

    def _council(self, phrase: Phrase) -> tuple[str, ...]:
        """Name a rival authority without an id of its own: "recognised the National Transitional Council"."""
        named = outsiders(phrase, self.mentions.lexicon, people=True)
        return (named,) if named is not None and phrase.form == "name" and " " not in named else ()

    def _unnamed(self, filler: Filler) -> tuple[str, ...]:
        """Give what stands for those who are no known party: their own words, or the state of a town."""
        if filler.role in _OPEN_TO:
            named = outsiders(filler.phrase, self.mentions.lexicon, people=filler.role in _OF_PEOPLE)
            return (named,) if named is not None else ()
        if filler.role == "host" and filler.phrase.form == "name":  # "posted a consul to Mombasa"
            if self.mentions.is_name(filler.phrase):
                return ()
            town = self.structures.places.city(filler.phrase.text, None)
            return (town.country,) if town is not None else ()
        return ()

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
            return (city or state or "",) if city or self._class(state or "") in {"state", "authority"} else ()
        if phrase.form == "name":
            unfit = self.mentions.is_person(phrase) or phrase.head_text.isupper()  # "the JCPOA"
            return () if unfit else (phrase.head_text,)
        found = self.structures.place(phrase, taken)
        if found is not None:
            return (found.get("city") or found["host"],)
        return tuple(party for party in self.mentions.parties_of(phrase, taken) if party != "*")

    def _own_land(self, phrase: Phrase, taken: frozenset[str]) -> str | None:
        """Say which country an authority takes or loses: "the country", "power" are those of its state."""
        if phrase.form != "noun" or phrase.linked("of", "mod", "poss") or phrase.lemma not in _LAND:
            return None
        holders = (self.mentions.known(party) for party in sorted(taken))
        return next((party.of for party in holders if party is not None and party.cls == "authority"), None)
