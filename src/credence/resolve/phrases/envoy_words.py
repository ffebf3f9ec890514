"""Envoys as their phrases name them: "the Taliban's new ambassador to China, X"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from credence.model.sighting import Filler, Phrase
from credence.resolve.parties.mentions import Mentions
from credence.resolve.parties.wordings import NUMBERS
from credence.resolve.phrases.enumerated import named_after

Option = dict[str, str]

_JOINED = re.compile(r"(?:['’]s)?(?:,| and| or)+ (?:the )?")
_NAMED = {"appoint", "appointed", "name", "named", "nominate", "nominated", "designated", "pick", "picked", "sent"}
_SENT = {"ambassador", "representative"}  # whom a state sends to an organisation; "a UN envoy" is the UN's own
_TITLES = {"ambassador", "consul", "envoy", "chargé", "minister", "commissioner", "nuncio", "d'affaires"} | {
    "representative"
}


@dataclass(frozen=True, slots=True)
class EnvoyWords:
    """Takes the words for envoys apart.

    Attributes:
        mentions: Who is who in the document.
        place: Takes a place apart into host and city.
    """

    mentions: Mentions
    place: Callable[[Phrase], Option | None]

    def envoy(self, filler: Filler, hosts_said: frozenset[str] = frozenset()) -> list[Option]:
        """Take "the Taliban's new ambassador to China, X" apart: sender (also as ``of``), host, person, rank."""
        phrase = filler.phrase
        base: Option = {"rank": filler.value}
        if is_elliptic(phrase):  # "required Chad's to leave"
            return [base | {"sender": party, "of": party} for party in self.mentions.parties_of(phrase)[:1]]
        if phrase.form == "name" and not self._is_title(phrase):
            base["person"] = self.mentions.person(phrase)
        for link in phrase.linked("appos"):
            named = link.form == "name" and link.head_text[:1].isupper()
            if named and not self._is_title(link) and not self.mentions.place_of(link)[0]:
                base["person"] = link.head_text
        beside = (link for link in phrase.linked("appos") if link.form == "noun" or link.lemma in _TITLES)
        titles = (phrase, *beside, *self._missions(phrase))
        senders = next((whose for title in titles if (whose := self._senders(title, hosts_said))), ())
        senders = senders or named_after(phrase, self.mentions)
        posts = [link for title in titles for link in title.linked("to", "in", "at")]
        hosts = [host for link in posts for host in self._hosts(link)]
        hosts += [] if hosts else [body for title in titles for body in self._bodies(title)]
        placed = [base | {"host": host} for host in dict.fromkeys(hosts)] or [base]
        whole = (place | {"sender": party, "of": party} for place in placed for party in senders)
        return [_abroad(option) for option in whole] or placed

    def _is_title(self, phrase: Phrase) -> bool:
        """Whether what looks like a name is an office: "the Ambassador", "naval attachés"."""
        lone = phrase.head_text.lower()
        known = (self.mentions.lexicon.classify("envoy", (), word) for word in (lone, phrase.lemma))
        return phrase.lemma in _TITLES or any(known) or self.mentions.is_office(phrase)

    def _bodies(self, phrase: Phrase) -> Iterator[str]:
        """The organisation an ambassador is at: "its U.N. ambassador", "the UN's permanent representative of Chad"."""
        if phrase.lemma in _SENT or (phrase.form == "name" and any(w.lower() in _SENT for w in phrase.text.split())):
            before = (link for link in phrase.linked("mod"))
            yield from (party for link in before for party in self.mentions.parties_of(link) if self._body(party))

    def _body(self, party: str) -> bool:
        known = self.mentions.known(party)
        return known is not None and known.cls == "organisation"

    def _hosts(self, link: Phrase) -> tuple[str, ...]:
        """Where an envoy serves: in a place, with a head of state ("to President X"), or in "these countries"."""
        if (link.lemma == "country" and link.plural) or is_all_of_several(link):
            return tuple(party for party in self.mentions.parties_of(link) if party != "*")
        found = self.place(link)
        if found is not None:
            return (found["host"],)
        if link.form == "name" and (first := self._first_named(link)) is not None:
            return (first,)
        return self.mentions.parties_of(link)[:1] if self.mentions.is_person(link) else ()

    def _first_named(self, link: Phrase) -> str | None:
        """Where an envoy serves whose own name follows without a comma: "ambassador to Norway Omar Varga"."""
        told = self.mentions.mentions
        number = bisect_left(told, link.head.start, key=lambda mention: mention.start)
        mention = told[number] if number < len(told) else None
        glued = mention is not None and mention.start == link.head.start and mention.end < link.head.end
        return mention.party if mention is not None and glued and not mention.person else None

    def _missions(self, phrase: Phrase, *owning: str) -> Iterator[Phrase]:
        """Missions whose head or staff an envoy is said to be: "the head of the Chilean consulate's visa section"."""
        for link in phrase.linked("of", "at", "from", *owning):
            mission = self.mentions.lexicon.classify("mission", (), link.lemma) is not None
            yield from (link,) if mission else self._missions(link, "poss")

    def _senders(self, phrase: Phrase, hosts: frozenset[str]) -> tuple[str, ...]:
        """Whose envoys they are: one's, or each one's of "the ambassadors of Peru and Chile"."""
        for relation in ("poss", "by", "mod", "of", "from"):
            links = [*phrase.linked(relation)]
            if relation == "poss" and self._is_hosts(links, phrase):  # "got rid of its Russian ambassador"
                continue
            if relation == "mod":  # "two Chilean consular officials"
                links += [inner for link in links for inner in link.linked("mod")]
            found = [party for link in links for party in self._sender(link, hosts)]
            found = [party for party in found if party != "*" and (relation != "by" or party not in hosts)]
            if relation == "mod" and phrase.lemma in _SENT and not phrase.linked("to", "in"):
                found = [p for p in found if not self._body(p)]  # not so "the EU representative in Chad"
            if found:
                theirs = relation in {"of", "from"} or any(_is_each_ones(link) for link in links)
                theirs = theirs or _is_list(links, phrase)
                if len(found) > 1 and all(link.text.lower() == "its" for link in links):
                    return tuple(dict.fromkeys(found))  # "the three islands, each of which recalled its ambassador"
                return tuple(dict.fromkeys(found)) if theirs and phrase.plural else (found[0],)
        return ()

    def _is_hosts(self, owners: Sequence[Phrase], phrase: Phrase) -> bool:
        """Whether "its" says who has an envoy of another state, whose people are named before the rank."""
        named = (party for link in phrase.linked("mod") for party in self.mentions.parties_of(link))
        return any(link.form == "pronoun" for link in owners) and any(not self._body(party) for party in named)

    def _sender(self, link: Phrase, hosts: frozenset[str]) -> tuple[str, ...]:
        """Whom what stands before an envoy means; "a Kabul-appointed envoy" is that of whoever appointed him."""
        if link.lemma.rpartition("-")[2] not in _NAMED:
            return self.mentions.parties_of(link, hosts)
        return tuple(m.party for m in self.mentions.mentions if link.span.start <= m.start < link.span.end)


def _abroad(option: Option) -> Option:
    """Leave out where somebody is if he is at home: "Peru's ambassador, already in Peru for talks"."""
    home = option.get("host") == option["sender"]
    return {role: value for role, value in option.items() if role != "host"} if home else option


def is_all_of_several(phrase: Phrase) -> bool:
    """Whether a number means all of those named before: "its envoys in all four", "in both", "in each"."""
    told = phrase.lemma == "both" or phrase.determiner in {"all", "the", "those", "these"}
    return (phrase.lemma in NUMBERS and told) or (phrase.lemma == "each" and not phrase.links)


def is_elliptic(phrase: Phrase) -> bool:
    """Whether a name stands for what its bearer owns: "Chile's is shut, too"."""
    return phrase.form == "name" and phrase.text.replace("’", "'").endswith("'s")


def is_anothers(phrase: Phrase, option: Option, mentions: Mentions) -> bool:
    """Whether somebody does something to what is another's: "Norway did it to Chad's"."""
    doer = option.get("operator")
    known = mentions.known(doer) if doer is not None else None
    return is_elliptic(phrase) and known is not None and option.get("of", doer) not in {doer, known.of}


def _is_list(links: Sequence[Phrase], phrase: Phrase) -> bool:
    """Whether what stands before a noun is joined by "and": "the Chilean and Peruvian ambassadors"."""
    spans = sorted((link.span.start, link.span.end) for link in links)
    start = phrase.span.start
    gaps = (phrase.text[max(0, end - start) : max(0, after - start)] for (_, end), (after, _) in pairwise(spans))
    return any(_JOINED.fullmatch(gap) for gap in gaps)


def _is_each_ones(link: Phrase) -> bool:
    """Whether an owner is each of several: "their", "each other's"."""
    return link.form == "pronoun" or link.lemma in {"other", "another"}
