"""Phrases that hold several roles: an envoy, a mission, a list, a sum of money.

They are taken apart by their structure (whose, where, to whom), never by how similar names look: "the embassy of France
in Mali" and "the embassy of Mali in France" are different missions.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from credence.catalog.amounts import AmountKnowledge
from credence.catalog.places import Places
from credence.model.sighting import Filler, Phrase
from credence.resolve.amounts import find_amounts, value_of
from credence.resolve.mentions import Mentions

Option = dict[str, str]

_WHERE = ("in", "at", "to", "inside")


@dataclass(frozen=True, slots=True)
class Structures:
    """Takes structured phrases apart.

    Attributes:
        mentions: Who is who in the document.
        places: Cities of the world.
        amounts: How the language writes sums and counts.
    """

    mentions: Mentions
    places: Places
    amounts: AmountKnowledge

    def options(self, filler: Filler) -> list[Option]:
        """Give the roles a structured filler states, one option for each distribution of it."""
        match filler.type:
            case "mission" | "missions":
                return self.mission(filler)
            case "envoy":
                return self.envoy(filler)
            case "list":
                return self.listing(filler)
            case "force":
                return self.force(filler.phrase)
            case "money":
                return self.money(filler.phrase)
            case _:
                return [{}]

    def mission(self, filler: Filler) -> list[Option]:
        """Take "the Afghan embassies in Ankara and Islamabad" apart: of, host, city, post."""
        phrase = filler.phrase
        base: Option = {"post": filler.value}
        if filler.type == "missions":
            number = next(iter(phrase.linked("num")), None)
            value = value_of(number.text, self.amounts) if number is not None else None
            return [base | {"value": value}] if value else []
        owner, city = self._owner(phrase)
        if owner is not None:
            base["of"] = owner
        where = [found for link in phrase.linked(*_WHERE) if (found := self.place(link)) is not None]
        if not where and city is not None:
            where = [city]
        return [base | place for place in where] or [base]

    def _owner(self, phrase: Phrase) -> tuple[str | None, Option | None]:
        """Whose mission it is ("the Afghan embassy", "its embassy"), and the city that stands before it ("Muscat")."""
        city: Option | None = None
        for relation in ("poss", "mod", "of"):
            for link in phrase.linked(relation):
                where, town = self.mentions.place_of(link)
                if relation == "mod" and where is not None and town is not None:
                    city = {"host": where, "city": town}
                    continue
                found = self.mentions.parties_of(link)
                if found and found[0] != "*":
                    return found[0], city
                if relation == "mod" and link.form == "name" and (known := self.place(link)) is not None:
                    city = known
        return None, city

    def place(self, phrase: Phrase) -> Option | None:
        """Give host and city of a place: a state, a city of the gazetteer, "the Turkish capital"."""
        state, city = self.mentions.place_of(phrase)
        if state is not None:
            return {"host": state, "city": city} if city else {"host": state}
        inside = [found[0] for link in phrase.linked("in", "appos") if (found := self.mentions.place_of(link))[0]]
        if phrase.form == "name":
            words = phrase.text if phrase.head == phrase.span else phrase.head_text
            known = self.places.city(words, inside[0] if inside else None)
            return {"host": known.country, "city": known.name} if known is not None else None
        if phrase.lemma in {"capital", "city", "country"}:
            meant = self.mentions.parties_of(phrase)
            if meant and meant[0] != "*":
                capital = self.places.capital_of(meant[0]) if phrase.lemma == "capital" else None
                return {"host": meant[0], "city": capital.name} if capital is not None else {"host": meant[0]}
        return None

    def envoy(self, filler: Filler) -> list[Option]:
        """Take "the Taliban's new ambassador to China, X" apart: sender, host, person, rank."""
        phrase = filler.phrase
        base: Option = {"rank": filler.value}
        if phrase.form == "name":
            base["person"] = _name(phrase, filler)
        for link in phrase.linked("appos"):
            if link.form == "name" and not self.mentions.place_of(link)[0]:
                base["person"] = link.head_text
        sender = next(iter(self._senders(phrase)), None)
        if sender is not None:
            base["sender"] = sender
        hosts = [found["host"] for link in phrase.linked("to", "in", "at") if (found := self.place(link)) is not None]
        return [base | {"host": host} for host in hosts] or [base]

    def _senders(self, phrase: Phrase) -> Iterator[str]:
        for relation in ("poss", "mod", "of", "from"):
            for link in phrase.linked(relation):
                found = self.mentions.parties_of(link)
                if found and found[0] != "*":
                    yield found[0]

    def listing(self, filler: Filler) -> list[Option]:
        """Take "terror lists in countries like Peru and Chad" apart: list, lister."""
        found = [
            party
            for relation in ("poss", "mod", "of", "in")
            for link in filler.phrase.linked(relation)
            for party in self.mentions.parties_of(link)
            if party != "*"
        ]
        base: Option = {"list": filler.value}
        return [base | {"lister": party} for party in dict.fromkeys(found)] or [base]

    def force(self, phrase: Phrase) -> list[Option]:
        """Say whose "Russian troops" are."""
        owner, _ = self._owner(phrase)
        return [{"party": owner}] if owner is not None else [{}]

    def money(self, phrase: Phrase) -> list[Option]:
        """Take "nearly $11 million in aid" apart: amount, currency, purpose."""
        for hit in find_amounts(phrase.text, self.amounts):
            if hit.currency is not None:
                option: Option = {"amount": hit.value, "currency": hit.currency}
                purpose = next((link.text for link in phrase.linked("for", "in")), None)
                return [option | {"purpose": purpose}] if purpose else [option]
        return []


def _name(phrase: Phrase, filler: Filler) -> str:
    """The person's name without the title before it: "Ambassador Shen Zhifei"."""
    words = phrase.head_text.split()
    while len(words) > 1 and words[0].lower().startswith(filler.value[:5]):
        words = words[1:]
    return " ".join(words)
