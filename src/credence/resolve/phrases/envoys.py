"""Envoys whom a text has introduced: a name said later stands for whose envoy it is, and where.

"Peru's ambassador to Kenya, Ana Rojas" said once tells what "recalled Rojas" means in the sentences after it, and "its
ambassador" in a text that names Peru and one other state. Nothing is taken from how similar names look.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property

from credence.catalog.lexicon import Lexicon
from credence.model.document import Span
from credence.model.sighting import Phrase, Sighting
from credence.resolve.parties.mentions import Mention, Mentions
from credence.resolve.parties.natures import is_state
from credence.resolve.parties.persons import OPENERS
from credence.resolve.phrases.envoy_signs import (
    around,
    is_about_somebody,
    is_definite,
    is_post,
    is_sent_elsewhere,
    received_at_home,
    refers_back,
    says_envoy,
    steps_in,
)
from credence.resolve.phrases.missions import MissionMemory, Option
from credence.resolve.phrases.paired import Paired

_PARTICLE = r"(?:(?:al|bin|bint|ibn|de|da|do|dos|del|della|van|von|der|den|el|ul)[\s-])?"
_OPENING = "|".join(sorted(word.title() for word in OPENERS))
_GOES_ON = r"(?:[^\S\n]+|(?<!\n)\n(?!\n))"  # not across a blank line
_NAME = rf"(?!(?:{_OPENING})\s)[A-Z][\w’'-]+(?:{_GOES_ON}{_PARTICLE}[A-Z](?:\.|[\w’'-]*)){{1,4}}"
_OLD = (
    r"(?:\s+(?:new|newly|appointed|previous|former|current|acting|outgoing|incoming|then|first|last|top|chief|own|postwar"
    r"|diplomatic|resident|permanent|official|accredited|consular))*"
)
_GAP = re.compile(rf"(?:['’]s?)?{_OLD}\s+")
_ITS = re.compile(rf"\b(its|their)(?:\s+own)?{_OLD}\s+$", re.IGNORECASE)
_REACH = 48  # characters before a post
_BY = re.compile(r"(?:-designate)?\s+(?:of|from|(?:sent|appointed|named|nominated|dispatched)\s+by)\s+(?:the\s+)?")
_KIND = r"(?:(?:the|a|an|acting|former|once|new|first|second|third)\s+)*"
_BEFORE = re.compile(rf"(?P<name>{_NAME}),\s+(?:who\s+is\s+)?{_KIND}$")
_CALLED = re.compile(  # "Ana Rojas was received as the first ambassador of Peru"
    rf"(?P<name>{_NAME}),? (?:was|is|became|had been|has been)(?: \w+ly)?(?: \w+ed)?(?: as)? {_KIND}$"
)
_SOMEONE = re.compile(rf"(?P<name>{_NAME})")
_AFTER = re.compile(rf"\s*,?\s+(?P<name>{_NAME})")
_TO = re.compile(r"\s+(?:to|in|at)\s+(?:the\s+)?")
_SUCCEEDS = re.compile(  # "Ana Rojas, a lawyer, succeeds Omar Varga"
    r"(?P<new>[A-Z][\w’'-]+)(?:, [^.;,\n]{3,100},)? (?:(?:will|is to|has|had|who) )?"
    rf"(?:succeed(?:s|ed)?|replace[sd]?|t(?:akes?|ook) over from) (?P<old>{_NAME})"
)
_SOMEONES = {"man", "woman", "representative"}
_WITHDRAWN = re.compile(
    r"\b(?:withdr[ae]w|(?:to|ha[sd]|have|having|not|was|were|been) recall|call(?:s|ed|ing)? home|pull(?:s|ed|ing)? out"
    r"|(?:bring|brought|call|fetch|summon|order|pull)\w*\b[^.;]{2,60}\b(?:home|back|out)\b)"
)
_LEAD = 2  # the title, and the sentence after it
_NO_NAMES = {"in", "on", "at", "the", "but", "and", "when", "after", "since", "by", "a", "as", "last", "foreign"}
_NO_NAMES |= {"january", "february", "march", "april", "may", "june", "july", "august", "september", "october"}
_NO_NAMES |= {"november", "december", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}
_NO_NAMES |= {"then", "before", "while", "ministry"}
_LEAVING = {"known-envoy-leaves", "known-envoy-resigns", "known-envoy-leaves-post", "known-envoy-arrives"}
_SENDING = {"envoy.appoint", "envoy.recall"}
_ARRIVING = {"envoy.appoint", "envoy.accept"}
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
        self._told = (-9, "", "")  # sentence, sender and host of the claim before
        self._last = ""  # and who it was

    def complete(self, option: Option, sighting: Sighting) -> Option:
        """Fill sender, host, rank and name of an envoy from what the text said of him, or of the one post it names."""
        option = self._successor(self._homeward(option, sighting), sighting)
        sentence, sender, host = self._told
        if sighting.sentence - sentence <= 1 and received_at_home(sighting, option.get("host"), sender):
            option = option | {"sender": sender, "host": host}
        person = self._person(option, sighting)
        known = self._known.get(person or "", {}) | self._learned.get(person or "", {})
        known = self._post_meant(person, option, sighting) or known
        known = known | self._apposed(sighting)
        if not known and sighting.kind == "envoy.recall":
            known = self._of_successor(person)
        if sighting.pattern in _LEAVING and not is_post(known, option):
            return {}
        if sighting.kind == "envoy.appoint":  # whoever is appointed goes where he was not before
            known = {role: value for role, value in known.items() if role != "host"}
        if not known and not says_envoy(sighting) and not steps_in(sighting) and not self._is_sent_home(sighting):
            return {role: party for role, party in option.items() if role == "person"}  # any "him", any name
        whole = {**known, **option} | ({"person": person} if person and known else {})
        definite = bool(known) or (is_definite(sighting) and not self._is_strangers(sighting))
        if not is_sent_elsewhere(sighting):
            whole = self._answered(self._counterpart(whole, sighting.sentence, definite=definite), sighting)
        whole = self._spoken_for(whole, sighting) | whole
        whole = self._again(whole, sighting) or self.paired.settled(
            self.paired.whose(whole, sighting) | whole, sighting
        )
        own = self._is_hosts_own(whole, sighting)  # nobody's envoy at home
        return {role: value for role, value in whole.items() if role not in {"sender", "host"}} if own else whole

    def _is_hosts_own(self, option: Option, sighting: Sighting) -> bool:
        """Whether somebody sent is known to speak for where he is sent, so that something was misread."""
        host = option.get("host")
        persons = (f.phrase for f in sighting.fillers if f.role == "person" and f.phrase.form == "name")
        known = {party for phrase in persons for party in self._mentions.parties_of(phrase)}
        return sighting.kind in _ARRIVING and host is not None and known == {host} and option.get("sender") != host

    def _again(self, option: Option, sighting: Sighting) -> Option:
        """What is told next of one of whom something was just told: "was appointed in May. She presented …"."""
        sentence, sender, host = self._told
        near = sighting.sentence - sentence <= 1 and sender and not {"sender", "host"} & set(option)
        if not near or not is_about_somebody(sighting) or sighting.kind not in _ARRIVING:
            return {}
        person = {"person": self._last} if self._last and "person" not in option else {}
        return {"sender": sender, "host": host} | option | person

    def _homeward(self, option: Option, sighting: Sighting) -> Option:
        """Fill whose envoy it is who is called back to a place: "the ambassador was ordered back to Lima"."""
        if sighting.kind != "envoy.recall" or "sender" in option:
            return option
        back = {self._mentions.place_of(f.phrase)[0] for f in sighting.fillers if f.role == "@to"}
        home = back.pop() if len(back) == 1 else None
        return option if home is None or home == option.get("host") else option | {"sender": home}

    def _successor(self, option: Option, sighting: Sighting) -> Option:
        """Fill whose envoy it is, and where, who is sent "in his stead" right after another was recalled."""
        sentence, sender, host = self._told
        if not steps_in(sighting) or sighting.sentence - sentence > 1 or option.get("sender", sender) != sender:
            return option
        return {"sender": sender, "host": host} | option

    def _answered(self, option: Option, sighting: Sighting) -> Option:
        """Turn round what was told just before: "Peru expelled two Kenyan diplomats, and Kenya responded in kind"."""
        party, (sentence, sender, host) = option.get("sender"), self._told
        if party is None or party != option.get("host") or sighting.sentence - sentence > 1:
            return option
        acting, other = ("sender", "host") if sighting.kind in _SENDING else ("host", "sender")
        told = {"sender": sender, "host": host}
        if told[other] != party or told[acting] == party:
            return option
        return {role: value for role, value in option.items() if role != "person"} | {other: told[acting]}

    def learn(self, roles: Mapping[str, object], sentence: int) -> None:
        """Remember the envoy of a claim that was made, and whose he was and where."""
        if {"sender", "host"} <= set(roles):
            self._told = (sentence, str(roles["sender"]), str(roles["host"]))
        person = roles.get("person")
        self._last = person if isinstance(person, str) else ""
        if isinstance(person, str):
            stated = {role: value for role in _ROLES if isinstance(value := roles.get(role), str)}
            rank = {"rank": stated["rank"]} if "rank" in stated else {}  # he may have been promoted
            self._learned[person] = stated | self._learned.get(person, {}) | rank

    def _person(self, option: Option, sighting: Sighting) -> str | None:
        """The person meant: by a name that the text has in full, or by a pronoun."""
        names = [*self._known, *(name for name in self._learned if name not in self._known)]
        stated = option.get("person")
        if stated is not None:
            return next((n for n in names if set(stated.split()) <= set(n.split())), stated)
        if not is_about_somebody(sighting):
            return None
        places = {name: self._text.rfind(name.split()[-1], 0, sighting.anchor.start) for name in names}
        best = max((name for name in names if places[name] >= 0), key=lambda name: (places[name], name), default=None)
        if best is None:
            return None
        start = max(self._line(sighting.anchor.start), places[best] + len(best.split()[-1]))
        another = self._names_another(start, sighting.anchor.start) or self._turns_to_another(places[best], start)
        return None if another else best

    def _is_strangers(self, sighting: Sighting) -> bool:
        """Whether "he" is somebody whom a paragraph began with, and of whom it is not known whose envoy he is."""
        line = self._line(sighting.anchor.start)
        return is_about_somebody(sighting) and self._turns_to_another(-1, line)

    def _turns_to_another(self, place: int, end: int) -> bool:
        """Whether a paragraph behind a place begins with somebody's name, whom "he" then means."""
        first = self._text.rfind("\n", 0, end) + 1
        met = _SOMEONE.match(self._text, first) if place < first else None
        return met is not None and not self._names_party(met) and met["name"].split()[0].lower() not in _NO_NAMES

    def _post_meant(self, person: str | None, option: Option, sighting: Sighting) -> Option:
        """Whose envoy "he" is, named or not: one spoken of just before, later than any envoy named."""
        back = "sender" not in option and sighting.kind not in _SENDING and refers_back(sighting)
        if not back and ("person" in option or not is_about_somebody(sighting)):
            return {}
        here, place = sighting.sentence, sighting.anchor.start
        named = self._text.rfind(person.split()[-1], 0, place) if person and "person" not in option else -1
        near = [(start, roles) for start, _, roles in self._posts if named < start < place and "sender" in roles]
        start, roles = near[-1] if near else (-1, {})
        recent = near and here - self._mentions.sentence(start) <= 1
        return roles if recent and (back or not self._names_another(self._line(start), place)) else {}

    def _is_sent_home(self, sighting: Sighting) -> bool:
        """Whether somebody named in full is sent away or for in a text about envoys: "Peru withdrew Ana Rojas"."""
        names = [f.phrase for f in sighting.fillers if f.role == "person" and self._is_stranger(f.phrase)]
        leaves = sighting.kind == "envoy.expel" or _WITHDRAWN.search(self._text, *around(sighting)) is not None
        return leaves and bool(names) and bool(self._posts)

    def _is_stranger(self, phrase: Phrase) -> bool:
        """Whether words are a full name that no party is known by and that speaks for none."""
        name = phrase.form == "name" and " " in phrase.head_text and self._mentions.is_name(phrase)
        return name and not self._mentions.parties_of(phrase)

    def _apposed(self, sighting: Sighting) -> Option:
        """Where somebody is whom the words call somebody's man there: "Ana Rojas, its woman in Lima"."""
        persons = (f.phrase for f in sighting.fillers if f.role == "person")
        called = (link for phrase in persons for link in phrase.linked("appos") if link.lemma in _SOMEONES)
        places = (self._mentions.place_of(place)[0] for link in called for place in link.linked("in", "at", "to"))
        host = next((place for place in places if place is not None), None)
        return {} if host is None or sighting.kind not in _SENDING else {"host": host}

    def _spoken_for(self, option: Option, sighting: Sighting) -> Option:
        """Whose envoy somebody is of whom it is known for whom he speaks: "took the credentials of Omar Varga"."""
        if "sender" in option or not says_envoy(sighting):
            return {}
        persons = (f.phrase for f in sighting.fillers if f.role == "person" and f.phrase.form == "name")
        named = (phrase for phrase in persons if self._mentions.is_person(phrase))
        parties = {
            party for phrase in named for party in self._mentions.parties_of(phrase) if is_state(party, self._mentions)
        }
        sender = parties.pop() if len(parties) == 1 else None
        return {} if sender is None or sender == option.get("host") else {"sender": sender}

    def _line(self, place: int) -> int:
        """Where the sentence around a place begins."""
        return max(self._text.rfind(mark, 0, place) for mark in (". ", "\n")) + 1

    def _names_another(self, start: int, end: int) -> bool:
        """Whether the text between two places names somebody who can be meant by "he" behind it."""
        found = (met for met in _SOMEONE.finditer(self._text, start, end) if not self._names_party(met))
        return any(len([word for word in met["name"].split() if word.lower() not in _NO_NAMES]) > 1 for met in found)

    def _counterpart(self, option: Option, sentence: int, *, definite: bool) -> Option:
        """Fill the one party that lacks: by the only post of the other that is named, or by what the text is about."""
        lacking = [role for role in ("sender", "host") if role not in option]
        if len(lacking) != 1:
            return self._only_pair(sentence) | option if definite and lacking and "person" not in option else option
        mine, theirs = ("of", "host") if lacking[0] == "host" else ("host", "of")
        state = self._state(option["sender" if lacking[0] == "host" else "host"])
        found = self._only_post(state, mine, theirs) if definite else None
        found = found or self._subject_beside(state, sentence, definite=definite)
        if found is None:
            return option
        return {lacking[0]: self._who_acts(found) if lacking[0] == "sender" else found, **option}

    def _only_post(self, state: str, mine: str, theirs: str) -> str | None:
        named = self._missions.named
        found = {n.roles[theirs] for n in named if n.roles.get(mine) == state and theirs in n.roles}
        return next(iter(found)) if len(found) == 1 else None

    def _only_pair(self, sentence: int) -> Option:
        """Whose envoy and where, if the text names one post and no other, and speaks of no third state beside it."""
        pairs = {(n.roles["of"], n.roles["host"]) for n in self._missions.named if {"of", "host"} <= set(n.roles)}
        if len(pairs) != 1 or self._others_near(sentence, frozenset(next(iter(pairs)))):
            return {}
        sender, host = next(iter(pairs))
        return {"sender": self._who_acts(sender), "host": host}

    def _subject_beside(self, state: str, sentence: int, *, definite: bool) -> str | None:
        """The other state of a text about two: title or lead names just these, for "an ambassador" both do.

        Of a third state's envoy ("Chad expelled the ambassador") a text is told whose by a title that names one alone,
        where no other is spoken of there.
        """
        pairs = [lead for lead in self._leads if state in lead and len(lead) == 2]
        if pairs and (definite or (len(pairs) == 2 and pairs[0] == pairs[1])):
            return next(iter(pairs[0] - {state}))
        alone = definite and bool(self._leads) and len(self._leads[0]) == 1 and state not in self._leads[0]
        return (
            next(iter(self._leads[0])) if alone and not self._others_near(sentence, self._leads[0] | {state}) else None
        )

    def _others_near(self, sentence: int, known: frozenset[str]) -> bool:
        """Whether a sentence or the one before it names a state besides those known."""
        near = (m for m in self._mentions.mentions if sentence - 1 <= m.sentence <= sentence and m.sentence > 0)
        return any(self._state(m.party) not in known for m in near if is_state(m.party, self._mentions))

    def _who_acts(self, state: str) -> str:
        """The authority of a state that title and lead name, if it is one; else the state."""
        acting = {m.party for m in self._mentions.mentions if m.sentence < _LEAD and self._state(m.party) == state}
        authorities = acting - {state}
        return next(iter(authorities)) if len(authorities) == 1 else state

    @cached_property
    def _leads(self) -> tuple[frozenset[str], ...]:
        """States that the title names, and those of the first sentence after it: the rest is about them."""
        early = [m for m in self._mentions.mentions if m.sentence < _LEAD and is_state(m.party, self._mentions)]
        numbers = sorted({m.sentence for m in early})
        return tuple(frozenset(self._state(m.party) for m in early if m.sentence == number) for number in numbers)

    @cached_property
    def paired(self) -> Paired:
        """The two states that an official paper of one of them is about."""
        return Paired(self._mentions, self._title, self._missions.home)

    @property
    def _title(self) -> frozenset[str]:
        """The states that the title names."""
        named = [m for m in self._mentions.mentions if m.sentence == 0 and is_state(m.party, self._mentions)]
        return frozenset(self._state(m.party) for m in named)

    def _state(self, party: str) -> str:
        known = self._mentions.known(party)
        return known.of if known is not None and known.cls == "authority" and known.of else party

    @cached_property
    def _known(self) -> dict[str, Option]:
        """Persons by name, as introduced: "Peru's ambassador to Kenya, Ana Rojas", "Ana Rojas, the Peruvian consul"."""
        found: dict[str, Option] = {}
        for start, end, roles in self._posts:
            for name in self._introduced(start, end):
                found[name] = found.get(name, {}) | roles
        return found

    @cached_property
    def _succeeded(self) -> dict[str, str]:
        """By the surname of whoever held a post, that of the one who followed: "Rojas succeeds Omar Varga"."""
        return {met["old"].split()[-1]: met["new"] for met in _SUCCEEDS.finditer(self._text)}

    def _of_successor(self, person: str | None) -> Option:
        """The post of somebody whose successor in it is known."""
        after = self._succeeded.get(person.split()[-1]) if person else None
        known = {**self._known, **self._learned}
        return next((dict(roles) for name, roles in known.items() if name.split()[-1] == after), {})

    @cached_property
    def _posts(self) -> list[tuple[int, int, Option]]:
        """Every post spoken of, with whose it is and where: "Peru's ambassador to Kenya"."""
        return [self._taken_apart(post) for post in self._post.finditer(self._text)]

    def _introduced(self, start: int, end: int) -> Iterator[str]:
        """Who holds a post, if a name stands beside it."""
        before = (words.search(self._text, max(0, start - 90), start) for words in (_BEFORE, _CALLED))
        for met in (*before, _AFTER.match(self._text, end)):
            if met is not None and not self._names_party(met):
                yield " ".join(met["name"].split())

    def _taken_apart(self, post: re.Match[str]) -> tuple[int, int, Option]:
        """A post's words with those that say whose it is and where, and its roles."""
        start, end = post.span()
        owner = next((m for m in self._mentions.mentions if _GAP.fullmatch(self._text, m.end, start)), None)
        if owner is not None:
            start = owner.start
        else:
            by = _BY.match(self._text, end)
            owner = self._mention_at(by.end()) if by is not None else None
            end = owner.end if owner is not None else end
        roles: Option = {"rank": self._ranks[" ".join(post.group().lower().split())]}
        sender = owner.party if owner is not None else self._theirs(start)
        if sender is not None:
            roles["sender"] = sender
        to = _TO.match(self._text, end)
        place = self._mention_at(to.end()) if to is not None else None
        if place is not None:
            roles["host"], end = self._state(place.party), place.end
        return start, end, roles

    def _theirs(self, start: int) -> str | None:
        """Whose "its ambassador" is, before a place: the one that the pronoun means."""
        met = _ITS.search(self._text, max(0, start - _REACH), start)
        if met is None:
            return None
        span = Span(met.start(1), met.end(1))
        found = self._mentions.parties_of(Phrase(span, span, met[1], met[1].lower(), "pronoun"))
        return found[0] if len(found) == 1 and found[0] != "*" else None

    def _mention_at(self, start: int) -> Mention | None:
        return next((m for m in self._mentions.mentions if m.start == start), None)

    def _names_party(self, met: re.Match[str]) -> bool:
        return any(m.start < met.end("name") and met.start("name") < m.end for m in self._mentions.mentions)

    @cached_property
    def _post(self) -> re.Pattern[str]:
        ranks = "|".join(re.escape(word) for word in sorted(self._ranks, key=lambda w: (-len(w), w)))
        return re.compile(rf"\b(?:{ranks})\b", re.IGNORECASE)
