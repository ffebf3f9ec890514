"""Phrases that hold several roles: an envoy, a mission, a list, a sum of money.

They are taken apart by their structure (whose, where, to whom), never by how similar names look: "the embassy of France
in Mali" and "the embassy of Mali in France" are different missions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from credence.catalog.amounts import AmountKnowledge
from credence.catalog.places import Places
from credence.model.document import Span
from credence.model.sighting import Filler, Phrase
from credence.resolve.parties.mentions import Mentions
from credence.resolve.phrases.amounts import bounded, priced, value_of
from credence.resolve.phrases.diplomatic import are_many_states, is_diplomatic, is_land
from credence.resolve.phrases.envoy_words import EnvoyWords, is_all_of_several, is_anothers, is_elliptic
from credence.resolve.phrases.lists import LABELS, listing
from credence.resolve.phrases.missions import MissionMemory, Option
from credence.resolve.phrases.there import last_place, only_place, renamed

__all__ = ["Option", "Structures"]

_WHERE = ("in", "at", "inside")
_RUN = {"run", "control", "controlled", "hold", "held", "lead", "led", "operate", "operated"} | {
    "administer",
    "administered",
}
_WITHIN = {"city", "town", "port", "district", "suburb", "neighbourhood", "neighborhood", "quarter", "area", "outskirt"}
_WITHIN |= {"position", "post", "base", "airbase", "camp", "garrison", "village", "zone", "part", "province", "airport"}
_WITHIN |= {"territory", "soil", "rest", "whole", "state", "republic", "region", "statelet", "enclave", "entity"}
_INNER = re.compile(r"\b(?:Embassy|Legation|Consulate(?: General)?|High Commission)\s+(?!General\b)([A-Z].*)$")
_DEFINITE = {"the", "this", "that", "these", "those", "both", "neither", "either"}
_OWN = re.compile(r"^(?:own|theirs|ours|hers)$", re.IGNORECASE)
_IT = {"it", "its"}
_ANY = {"a", "an", "another", "no", "any", "some", "several", "every"}
_EACH = re.compile(r"\b(?:each other|one another)['’]s\b", re.IGNORECASE)
_OTHERS = re.compile(r"\bthe other['’]s\b")

STRUCTURED = {"envoy", "mission", "missions", "premises", "office", "place", "tally", "list", "money", "force"} | LABELS
"""Types of slots whose phrase is taken apart into several roles."""


@dataclass(frozen=True, slots=True)
class Structures:
    """Takes structured phrases apart.

    Attributes:
        mentions: Who is who in the document.
        places: Cities of the world.
        amounts: How the language writes sums and counts.
        memory: Missions the text names in full, for those it names in part.
    """

    mentions: Mentions
    places: Places
    amounts: AmountKnowledge
    memory: MissionMemory | None = None

    def options(self, filler: Filler, others: frozenset[str] = frozenset()) -> list[Option]:
        """Give the roles a structured filler states, one option for each distribution of it.

        Args:
            filler: The filler.
            others: Who the host or target is, where another slot has said so: "its diplomats", whom it expels, are
                another's, as is "its list", from which it is removed.
        """
        match filler.type:
            case "missions" | "tally":
                return self.counted(filler)
            case "mission" | "premises" | "office":
                return self.mission(filler)
            case "place":
                return self._at(filler.phrase)
            case "envoy":
                return EnvoyWords(self.mentions, self.place).envoy(filler, others)
            case kind if kind in {"list", *LABELS}:
                return listing(filler, self.mentions, others)
            case "force":
                return self.force(filler.phrase)
            case "money":
                return priced(filler.phrase, self.amounts)
            case _:
                return [{}]

    def mission(self, filler: Filler) -> list[Option]:
        """Take "the Afghan embassies in Ankara and Islamabad" apart: of, host, city, post, operator."""
        phrase = filler.phrase
        base: Option = {"post": filler.value}
        if filler.value == "building" and self.memory is not None:  # "the building", just after a mission was named
            return self.memory.recall({}, phrase, reach=2) if phrase.determiner == "the" else []
        inner = _INNER.search(phrase.head_text) if phrase.form == "name" else None
        owners, city = self._owner(phrase) if inner is None else self._named_in_head(phrase, inner)
        elliptic = is_elliptic(phrase)  # "Chile's is shut, too", but is "London's" the one in London, or Britain's?
        if elliptic:
            owners = [] if self._is_city(phrase) else list(self.mentions.parties_of(phrase)[:1])
        if (inner is not None and city is None) or (elliptic and not owners):  # "Embassy Row"
            return []
        owner = owners[0] if owners else None
        where = self._where(phrase) or ([city] if city is not None else [])
        if filler.role == "host":  # "each other's": each is where the other is, and nowhere else
            other = any(_OTHERS.search(link.text) for link in (phrase, *phrase.linked("in")))
            return [{"post": filler.value}] if other or (not where and phrase.plural) else []
        if filler.value == "permanent-mission" and any(map(self._is_body, self._owners(phrase))):  # "Iran's UN mission"
            owners, where = self._accredited(phrase, where)
            if not owners:
                return []
        if self._is_other_office(filler, owner):
            return []
        bases = [base | self._whose(each) | self._run_by(phrase) for each in owners or (None,)]
        return [each | place for each in bases for place in where] or bases

    def _is_other_office(self, filler: Filler, owner: str | None) -> bool:
        """Whether words for a mission mean something else: "Al Jazeera's office", a mission of peace."""
        if filler.phrase.lemma == "delegation" and filler.type != "premises":  # those of states come and go
            here = self.mentions.sentence(filler.phrase.head.start)
            return owner != "eu" and not any(m.party == "eu" and m.sentence == here for m in self.mentions.mentions)
        if filler.type == "office":
            return owner is None and bool(filler.phrase.linked("poss", "of"))
        if filler.value != "mission":
            return False
        of_body = owner is not None and self._is_body(owner)
        return of_body or not is_diplomatic(filler.phrase, self._where(filler.phrase), self.memory)

    def _accredited(self, phrase: Phrase, where: list[Option]) -> tuple[list[str], list[Option]]:
        """Whose mission to a body it is, and the body as its host, in the city it stands in."""
        every = list(self._owners(phrase))
        body = next(party for party in every if self._is_body(party))
        city = next(({"city": place["city"]} for place in where if "city" in place), {})
        return [party for party in every if party != body][:1], [{"host": body} | city]

    def counted(self, filler: Filler) -> list[Option]:
        """Take "more than 40 missions" apart: value, post; or "the number of missions under Turkey's control"."""
        if filler.type == "tally":
            return self.tally(filler.phrase)
        number = next(iter(filler.phrase.linked("num")), None)
        words = filler.phrase.text.partition(" of ")[0] if number is None else bounded(filler.phrase.text, number.text)
        value = value_of(words, self.amounts)
        owner = next(self._owners(filler.phrase), None)  # "Norway's 80 embassies"
        return [{"post": filler.value, "value": value} | ({"of": owner} if owner else {})] if value else []

    def tally(self, phrase: Phrase) -> list[Option]:
        """Take "the number of missions under Turkey's control" apart: operator; none if no missions are counted."""
        for missions in phrase.linked("of"):
            for link in missions.linked("under", "by", "poss", "mod", "of", "doer"):
                for inner in (link, *link.linked("poss", "of", "mod")):
                    found = self.mentions.parties_of(inner)
                    if found and found[0] != "*":
                        return [{"operator": found[0]}]
        return []

    def _named_in_head(self, phrase: Phrase, inner: re.Match[str]) -> tuple[list[str], Option | None]:
        start = phrase.head.start + inner.start(1)
        span = Span(start, phrase.head.end)
        city = self.place(Phrase(span, span, inner.group(1), inner.group(1).lower(), "name"))
        before = [m.party for m in self.mentions.mentions if phrase.head.start <= m.start < start]
        return before[:1], city

    def _whose(self, owner: str | None) -> Option:
        """State whose a mission is; an authority runs what belongs to its state."""
        if owner is None:
            return {}
        known = self.mentions.known(owner)
        if known is not None and known.cls == "authority" and known.of is not None:
            return {"of": known.of, "operator": owner}
        return {"of": owner}

    def _run_by(self, phrase: Phrase) -> Option:
        """Say who runs "the Taliban-run embassy"."""
        for link in phrase.linked("mod"):
            if link.lemma.rpartition("-")[2] in _RUN:
                for mention in self.mentions.mentions:
                    if link.span.start <= mention.start < link.span.end:
                        return {"operator": mention.party}
        return {}

    def _where(self, phrase: Phrase) -> list[Option]:
        """Where a mission stands: the body it is accredited to, or else the places after "in"."""
        bodies = [place for place in self._places(phrase, "to") if self._receives(place["host"])]
        inside = self._places(phrase, *_WHERE) or self._places_of_owner(phrase)
        if bodies:
            return [
                place | {"city": inside[0]["city"]} if inside and "city" in inside[0] else place for place in bodies
            ]
        return inside

    def _places(self, phrase: Phrase, *relations: str) -> list[Option]:
        return [found for link in phrase.linked(*relations) for found in self._at(link)]

    def places_in(self, phrase: Phrase, exclude: frozenset[str]) -> list[Option]:
        """Give the place that a phrase names, or all that "all four" means; none if it is no place."""
        if is_all_of_several(phrase):
            return [{"host": party} for party in self.mentions.parties_of(phrase, exclude) if party != "*"]
        found = self.place(phrase, exclude)
        return [found] if found is not None else []

    def _at(self, phrase: Phrase) -> list[Option]:
        """The place a phrase names, or all of "these countries"; none if it is no place."""
        if phrase.lemma == "country" and phrase.plural:
            return [{"host": party} for party in self.mentions.parties_of(phrase) if party != "*"]
        return self.places_in(phrase, frozenset())

    def _places_of_owner(self, phrase: Phrase) -> list[Option]:
        """The place after "in" that was hung on the owner: "the embassy of the Czech Republic in Caracas"."""
        return [place for link in phrase.linked("of") for place in self._places(link, "in") if not self._is_city(link)]

    def _is_city(self, phrase: Phrase) -> bool:
        return self.mentions.place_of(phrase)[1] is not None

    def _receives(self, party: str) -> bool:
        """Whether missions "to" a party stand with it and nowhere else: a body's, and the Holy See's."""
        return party == "va" or self._is_body(party)

    def _is_body(self, party: str) -> bool:
        known = self.mentions.known(party)
        return known is not None and known.cls == "organisation"

    def own(self, operator: str, phrase: Phrase) -> Option:
        """Say whose "its embassy" is when somebody does something with it: that doer's."""
        if operator == "*" or not any(link.form == "pronoun" for link in phrase.linked("poss")):
            return {}
        return {role: party for role, party in self._whose(operator).items() if role == "of"}

    def recalled(self, option: Option, phrase: Phrase, post: str | None = None) -> list[Option]:
        """Complete what a definite phrase for a mission leaves out by what the text said before.

        Args:
            option: Roles stated so far, by the phrase and by what stands around it.
            phrase: The words for the mission.
            post: What it is by these words, where it may become another: "the consulate became an embassy".

        Returns:
            The option with ``of``, ``host`` and ``city``, once for each mission meant; as it was if none is known.
        """
        elliptic = _OWN.search(phrase.head_text) is not None or is_elliptic(phrase)
        if is_anothers(phrase, option, self.mentions):
            return [option]
        if self.memory is not None and "host" not in option and elliptic:
            last = self.memory.last(phrase)
            met = last is not None and last.roles["host"] == option.get("operator")  # it answers in kind
            return [option | {"host": last.roles["of" if met else "host"]}] if last is not None else [option]
        if self.memory is None or {"of", "host"} <= set(option) or not self._definite(option, phrase):
            return [option]
        becomes = {"post": option["post"]} if post and option.get("post", post) != post else {}
        stated = {role: option[role] for role in ("post", "of", "host", "city") if role in option}
        stated |= {"post": post} if becomes and post else {}
        reach = 1 if phrase.lemma in _IT else None
        likely = self._likely(option)
        for guess in (False, True):  # what was named comes before what only the title tells
            for known in likely[:1] if guess else likely:
                found = self.memory.recall(stated | known, phrase, reach, guess=guess)
                if found:
                    return [option | whole | becomes for whole in found]
        return [option]

    def _likely(self, option: Option) -> list[Option]:
        """Whose mission somebody closes who says no more than "the embassy": its own, or one it is host to."""
        operator = option.get("operator")
        if operator is None or "of" in option:
            return [{}]
        own = {role: party for role, party in self._whose(operator).items() if role == "of"}
        return [own] if "host" in option else [own, {"host": operator}]

    def _definite(self, option: Option, phrase: Phrase) -> bool:
        """Whether a phrase means a mission known already: not "an embassy", nor "two Russian consulates"."""
        whose = phrase.text.lower().startswith("whose ")
        if phrase.determiner in _ANY or whose or phrase.linked("num") or are_many_states(phrase):
            return False  # whose it is was said, though not whom that means
        if any(not self._is_body(at["host"]) for at in self._places(phrase, "to")):
            return False  # "the embassy to Afghanistan" may work from elsewhere
        return bool(phrase.determiner in _DEFINITE or phrase.linked("poss") or "of" in option or phrase.lemma in _IT)

    def _owners(self, phrase: Phrase) -> Iterator[str]:
        for link in phrase.linked("poss", "mod", "of"):
            yield from (party for party in self.mentions.parties_of(link) if party != "*")

    def _owner(self, phrase: Phrase) -> tuple[list[str], Option | None]:
        """Whose a mission is ("the Afghan embassy", "its embassy"), and the city that stands before it ("Muscat")."""
        city: Option | None = None
        owners: list[str] = []
        host = self._host_before(phrase)  # "Saigon's American embassy"
        for relation in ("mod", "of") if host is not None else ("poss", "mod", "of"):
            for link in phrase.linked(relation):
                if relation == "mod" and link.lemma.rpartition("-")[2] in _RUN:
                    continue
                where, town = self.mentions.place_of(link)
                if relation == "mod" and where is not None and town is not None:
                    city = {"host": where, "city": town}
                    continue
                found = self.mentions.parties_of(link)
                owners += [party for party in found if party not in {*owners, "*"}]
                if not found and relation == "mod" and link.form == "name":
                    city = self.place(link) or city
            if owners:
                break
        return (owners if phrase.plural else owners[:1]), city or host or self._city_before(phrase)

    def _host_before(self, phrase: Phrase) -> Option | None:
        """The city whose the mission of a state is said to be: "Moscow's Peruvian embassy"."""
        states = [link for link in phrase.linked("mod") if self.mentions.parties_of(link) and not self._is_city(link)]
        cities = [link for link in phrase.linked("poss") if link.form == "name" and self._is_city(link)]
        return self._town(cities[0]) if states and cities else None

    def _city_before(self, phrase: Phrase) -> Option | None:
        """The place that stands before a mission whose owner is said by another word: "its Tehran embassy"."""
        for link in phrase.linked("mod"):
            where, town = self.mentions.place_of(link)
            if where is not None and town is not None:
                return {"host": where, "city": town}
            if where is not None and phrase.linked("poss") and is_land(link, self.mentions):
                return {"host": where}
        return None

    def place(self, phrase: Phrase, exclude: frozenset[str] = frozenset()) -> Option | None:
        """Give host and city of a place: a state, a city of the gazetteer, "the Turkish capital".

        Args:
            phrase: The place.
            exclude: Parties that "the country" cannot mean, as they act upon it.
        """
        state, city = self.mentions.place_of(phrase)
        if state is not None and not city and self._is_power(phrase):
            return self._town(phrase)
        if state is not None:
            return {"host": state, "city": city} if city else {"host": state}
        if phrase.lemma in {"there", "here"} or _EACH.search(phrase.text):
            return self._pointed_at(phrase)
        inside = [found[0] for link in phrase.linked("in", "appos") if (found := self.mentions.place_of(link))[0]]
        if phrase.form == "name":
            return self._city_named(phrase, inside[0] if inside else None)
        if phrase.lemma in {"capital", "city", "country"}:
            meant = self.mentions.parties_of(phrase, exclude)
            of_each = len(meant) > 1 and phrase.linked("poss")  # "in their capitals": each in its own
            if meant and meant[0] != "*":
                return None if of_each else self._inside(meant[0], phrase)
        if phrase.lemma in {"city", "town"} and phrase.determiner == "the" and not phrase.links:
            text = self.memory.text if self.memory is not None else ""
            return only_place(text, phrase, self.mentions, self.place)
        return self._place_within(phrase) if phrase.lemma in _WITHIN else None

    def _inside(self, land: str, phrase: Phrase) -> Option:
        """Give the place in a land that "its capital", "the country" names."""
        capital = self.places.capital_of(land) if phrase.lemma == "capital" else None
        return {"host": land, "city": capital.name} if capital is not None else {"host": land}

    def _city_named(self, phrase: Phrase, inside: str | None) -> Option | None:
        """The town of a name: in the state said beside it, else in the one that the text is on, else the largest."""
        words = phrase.text if phrase.head == phrase.span else phrase.head_text
        known = self.places.city(words, inside or (self.memory.subject if self.memory is not None else None))
        text = self.memory.text if self.memory is not None else ""
        if (today := renamed(text, phrase, bare=known is None)) is not None:
            return self.place(today)
        return {"host": known.country, "city": known.name} if known is not None else self._place_within(phrase)

    def _pointed_at(self, phrase: Phrase) -> Option | None:
        """The place that "there" and "here" mean: the last one named, and where the report was sent from.

        "In each other's capital" is none: each is where the other is.
        """
        if phrase.lemma == "there":
            text = self.memory.text if self.memory is not None else ""
            return last_place(text, phrase, self.mentions, self.place)
        if phrase.lemma != "here":
            return None
        return self.memory.dateline if self.memory is not None else None

    def _place_within(self, phrase: Phrase) -> Option | None:
        """The place that tells where an unknown one is: "the Gulf, in Abu Dhabi", "the port town of Lüderitz"."""
        within = ("in", "of", "appos", "mod") if phrase.lemma in _WITHIN else ("in", "of", "appos")  # "Kabul airport"
        return next((at for link in phrase.linked(*within) if (at := self.place(link)) is not None), None)

    def _town(self, phrase: Phrase) -> Option | None:
        """The city of a name that may stand for those who rule from it, too: "in Benghazi"."""
        town = self.places.city(phrase.head_text, None) if phrase.form == "name" else None
        return {"host": town.country, "city": town.name} if town is not None else None

    def _is_power(self, phrase: Phrase) -> bool:
        """Whether a name means rulers or a group, not a country: "to the Taliban"."""
        for party in self.mentions.parties_of(phrase):
            known = self.mentions.known(party)
            rules = known is not None and known.cls == "authority" and known.of is not None
            if known is not None and (known.cls == "group" or (rules and "territory" not in known.nouns)):
                return True
        return False

    def number(self, phrase: Phrase) -> tuple[str, ...]:
        """The number of a noun ("at least 14 states"), or what heads its phrase ("140 of the 193 members")."""
        counted = next(iter(phrase.linked("num")), phrase if phrase.form == "number" else None)
        value = value_of(counted.text, self.amounts) if counted is not None else None
        return (value,) if value is not None else ()

    def force(self, phrase: Phrase) -> list[Option]:
        """Say whose "Russian troops" are, and who leads "US-led troops"."""
        owners, _ = self._owner(phrase)
        leading = self._run_by(phrase).get("operator")
        acting = owners or ([leading] if leading is not None else [])
        return [{"party": party} for party in acting] or [{}]
