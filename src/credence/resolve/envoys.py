"""Envoys whom a text has introduced: a name said later stands for whose envoy it is, and where.

"Peru's ambassador to Kenya, Ana Rojas" said once tells what "recalled Rojas" means in the sentences after it, and "its
ambassador" in a text that names Peru and one other state. Nothing is taken from how similar names look.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property

from credence.catalog.lexicon import Lexicon
from credence.model.sighting import Phrase, Sighting
from credence.resolve.mentions import Mention, Mentions
from credence.resolve.missions import MissionMemory, Option

_PARTICLE = r"(?:(?:al|bin|bint|ibn|de|da|do|dos|del|della|van|von|der|den|el|ul)[\s-])?"
_NAME = rf"[A-Z][\w’'-]+(?:\s+{_PARTICLE}[A-Z][\w’'-]*\.?){{1,4}}"
_OLD = r"(?:\s+(?:new|newly|appointed|previous|former|current|acting|outgoing|incoming|then|first|last|top|chief|own))*"
_GAP = re.compile(rf"(?:['’]s?)?{_OLD}\s+")
_BY = re.compile(r"(?:-designate)?\s+(?:of|from|(?:sent|appointed|named|nominated|dispatched)\s+by)\s+(?:the\s+)?")
_KIND = r"(?:(?:the|a|an|acting|former|once|new|first|second|third)\s+)*"
_BEFORE = re.compile(rf"(?P<name>{_NAME}),\s+(?:who\s+is\s+)?{_KIND}$")
_AFTER = re.compile(rf"\s*,?\s+(?P<name>{_NAME})")
_TO = re.compile(r"\s+(?:to|in|at)\s+(?:the\s+)?")
_DEFINITE = {"the", "this", "that"}
_SOMEBODY = {"he", "him", "she", "her"}
_LEAD = 2  # the title, and the sentence after it
_ROLES = ("sender", "host", "rank")


class EnvoyMemory:
    """Persons a document introduces as envoys, and those of whom it has made claims."""

    def __init__(self, text: str, mentions: Mentions, missions: MissionMemory, lexicon: Lexicon) -> None:
        """Keep what scanning needs.

        Args:
            text: The document's text.
            mentions: Who is who in it.
            missions: Missions and posts it names in full.
            lexicon: Word classes; "envoy" is used.
        """
        self._text = text
        self._mentions = mentions
        self._missions = missions
        self._ranks = {" ".join(lemmas): entry.value for lemmas, entry in lexicon.classes["envoy"].items()}
        self._learned: dict[str, Option] = {}

    def complete(self, option: Option, sighting: Sighting) -> Option:
        """Fill sender, host, rank and name of an envoy from what the text said of him, or of the one post it names."""
        person = self._person(option, sighting)
        known = self._known.get(person or "", {}) | self._learned.get(person or "", {})
        if sighting.kind == "envoy.appoint":  # whoever is appointed goes where he was not before
            known = {role: value for role, value in known.items() if role != "host"}
        if not known and not _says_envoy(sighting):
            return {role: party for role, party in option.items() if role == "person"}  # any "him", any name
        whole = {**known, **option} | ({"person": person} if person and known else {})
        return self._counterpart(whole, definite=bool(known) or _definite(sighting))

    def learn(self, roles: Mapping[str, object]) -> None:
        """Remember the envoy of a claim that was made."""
        person = roles.get("person")
        if isinstance(person, str):
            stated = {role: value for role in _ROLES if isinstance(value := roles.get(role), str)}
            self._learned[person] = stated | self._learned.get(person, {})

    def _person(self, option: Option, sighting: Sighting) -> str | None:
        """The person meant: by a name that the text has in full, or by a pronoun."""
        names = [*self._known, *(name for name in self._learned if name not in self._known)]
        stated = option.get("person")
        if stated is not None:
            return next((n for n in names if set(stated.split()) <= set(n.split())), stated)
        if not any(f.role == "person" and f.phrase.head_text.lower() in _SOMEBODY for f in sighting.fillers):
            return None
        places = {name: self._text.rfind(name.split()[-1], 0, sighting.anchor.start) for name in names}
        return max((name for name in names if places[name] >= 0), key=lambda name: (places[name], name), default=None)

    def _counterpart(self, option: Option, *, definite: bool) -> Option:
        """Fill the one party that lacks: by the only post of the other that is named, or by what the text is about."""
        lacking = [role for role in ("sender", "host") if role not in option]
        if len(lacking) != 1:
            return self._only_pair() | option if definite and lacking and "person" not in option else option
        mine, theirs = ("of", "host") if lacking[0] == "host" else ("host", "of")
        state = self._state(option["sender" if lacking[0] == "host" else "host"])
        found = self._only_post(state, mine, theirs) if definite else None
        found = found or self._subject_beside(state, definite=definite)
        if found is None:
            return option
        return {lacking[0]: self._who_acts(found) if lacking[0] == "sender" else found, **option}

    def _only_post(self, state: str, mine: str, theirs: str) -> str | None:
        named = self._missions.named
        found = {n.roles[theirs] for n in named if n.roles.get(mine) == state and theirs in n.roles}
        return next(iter(found)) if len(found) == 1 else None

    def _only_pair(self) -> Option:
        """Whose envoy and where, if the text names one post and no other."""
        pairs = {(n.roles["of"], n.roles["host"]) for n in self._missions.named if {"of", "host"} <= set(n.roles)}
        if len(pairs) != 1:
            return {}
        sender, host = next(iter(pairs))
        return {"sender": self._who_acts(sender), "host": host}

    def _subject_beside(self, state: str, *, definite: bool) -> str | None:
        """The other state of a text about two: title or lead names just these, for "an ambassador" both do.

        Of a third state's envoy ("Chad expelled the ambassador") a text is told whose by a title that names one alone.
        """
        pairs = [lead for lead in self._leads if state in lead and len(lead) == 2]
        if pairs and (definite or (len(pairs) == 2 and pairs[0] == pairs[1])):
            return next(iter(pairs[0] - {state}))
        alone = definite and bool(self._leads) and len(self._leads[0]) == 1 and state not in self._leads[0]
        return next(iter(self._leads[0])) if alone else None

    def _who_acts(self, state: str) -> str:
        """The authority of a state that title and lead name, if it is one; else the state."""
        acting = {m.party for m in self._mentions.mentions if m.sentence < _LEAD and self._state(m.party) == state}
        authorities = acting - {state}
        return next(iter(authorities)) if len(authorities) == 1 else state

    @cached_property
    def _leads(self) -> tuple[frozenset[str], ...]:
        """States that the title names, and those of the first sentence after it: the rest is about them."""
        early = [m for m in self._mentions.mentions if m.sentence < _LEAD and self._is_state(m.party)]
        numbers = sorted({m.sentence for m in early})
        return tuple(frozenset(self._state(m.party) for m in early if m.sentence == number) for number in numbers)

    def _is_state(self, party: str) -> bool:
        known = self._mentions.known(party)
        return known is None or known.cls in {"state", "authority"}

    def _state(self, party: str) -> str:
        known = self._mentions.known(party)
        return known.of if known is not None and known.cls == "authority" and known.of else party

    @cached_property
    def _known(self) -> dict[str, Option]:
        """Persons by name, as introduced: "Peru's ambassador to Kenya, Ana Rojas", "Ana Rojas, the Peruvian consul"."""
        found: dict[str, Option] = {}
        for post in self._post.finditer(self._text):
            for name, roles in self._introduced(post):
                found[name] = found.get(name, {}) | roles
        return found

    def _introduced(self, post: re.Match[str]) -> Iterator[tuple[str, Option]]:
        """Who holds a post, if it says whose it is and a name stands beside it."""
        start, end = post.span()
        owner = next((m for m in self._mentions.mentions if _GAP.fullmatch(self._text, m.end, start)), None)
        if owner is not None:
            start = owner.start
        else:
            by = _BY.match(self._text, end)
            owner = self._mention_at(by.end()) if by is not None else None
            end = owner.end if owner is not None else end
        roles: Option = {"rank": self._ranks[" ".join(post.group().lower().split())]}
        if owner is not None:
            roles["sender"] = owner.party
        to = _TO.match(self._text, end)
        place = self._mention_at(to.end()) if to is not None else None
        if place is not None:
            roles["host"], end = self._state(place.party), place.end
        for met in (_BEFORE.search(self._text, max(0, start - 90), start), _AFTER.match(self._text, end)):
            if met is not None and not self._names_party(met):
                yield " ".join(met["name"].split()), roles

    def _mention_at(self, start: int) -> Mention | None:
        return next((m for m in self._mentions.mentions if m.start == start), None)

    def _names_party(self, met: re.Match[str]) -> bool:
        return any(m.start < met.end("name") and met.start("name") < m.end for m in self._mentions.mentions)

    @cached_property
    def _post(self) -> re.Pattern[str]:
        ranks = "|".join(re.escape(word) for word in sorted(self._ranks, key=lambda w: (-len(w), w)))
        return re.compile(rf"\b(?:{ranks})\b", re.IGNORECASE)


def _says_envoy(sighting: Sighting) -> bool:
    """Whether the words themselves say that it is about an envoy, or who works at a mission."""
    return sighting.step is not None or any(filler.type in {"envoy", "mission"} for filler in sighting.fillers)


def _definite(sighting: Sighting) -> bool:
    """Whether the envoy is one that is known: "its ambassador", "the consul", "Ambassador Rojas"."""
    envoys = [filler.phrase for filler in sighting.fillers if filler.type == "envoy"]
    return all(_known_one(phrase) for phrase in envoys)


def _known_one(phrase: Phrase) -> bool:
    return phrase.form == "name" or phrase.determiner in _DEFINITE or bool(phrase.linked("poss"))
