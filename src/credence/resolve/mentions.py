"""Who a phrase means: names as of the document's day, organs, descriptions, pronouns."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from credence.catalog.lexicon import Lexicon
from credence.catalog.parties import Candidate, Parties, PartyHit
from credence.model.party import Party
from credence.model.sighting import Phrase, Reading

_EVERY = {"no", "any", "every", "all", "each", "other"}
_PLURAL = {"they", "them", "their", "theirs", "themselves"}
_THING = {"it", "its", "itself"}
_PERSON = {"he", "him", "his", "she", "her", "hers", "himself", "herself"}
_OURS = {"we", "our", "us", "ours", "ourselves"}
_AS_PLACE = {"name", "capital"}


@dataclass(frozen=True, slots=True)
class Mention:
    """A party named in the text.

    Attributes:
        start: Offset of the name.
        end: Offset after it.
        party: Who is meant when it acts.
        sentence: Number of the sentence it stands in.
        subject: Whether it stands in the subject of its sentence.
    """

    start: int
    end: int
    party: str
    sentence: int
    subject: bool


class Mentions:
    """The parties named in one document, in order, and what later words refer to."""

    def __init__(self, reading: Reading, parties: Parties, lexicon: Lexicon) -> None:
        """Find every name once.

        Args:
            reading: The document as read.
            parties: Who can be named.
            lexicon: Word classes; "organ" and "generic" are used.
        """
        self._parties = parties
        self._lexicon = lexicon
        self._text = reading.document.text
        self.day = reading.document.published
        self._starts = [span.start for span in reading.sentences]
        self._hits = parties.as_of(parties.find(self._text), self.day)
        self._at = {hit.start: hit for hit in self._hits}
        subjects = reading.subjects
        self.mentions = tuple(
            Mention(
                hit.start,
                hit.end,
                acting,
                self.sentence(hit.start),
                any(s.start <= hit.start < s.end for s in subjects),
            )
            for hit in self._hits
            if (acting := self._acting(hit)) is not None
        )
        self._publisher = self._named(reading.document.publisher or "")

    def known(self, party: str) -> Party | None:
        """Give what is known of a party."""
        return self._parties.get(party)

    def subject_of(self, sentence: int, kind: str) -> str | None:
        """Give the party of a class that the subject of a sentence names, for acts whose doer is left unsaid."""
        for mention in self.mentions:
            party = self._parties.get(mention.party)
            if mention.sentence == sentence and mention.subject and party is not None and party.cls == kind:
                return mention.party
        return None

    def sentence(self, offset: int) -> int:
        """Give the number of the sentence an offset stands in."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def parties_of(self, phrase: Phrase, exclude: frozenset[str] = frozenset()) -> tuple[str, ...]:
        """Give the parties a phrase means when it acts or is acted on; empty if the text does not decide it.

        Args:
            phrase: The phrase.
            exclude: Parties that a pronoun cannot mean here, as they stand in another role already.

        Returns:
            Party ids; ``*`` for "no state", "any government". Several for "both countries".
        """
        if self._generic(phrase):
            return ("*",)
        found = self._by_name(phrase) or self._by_person(phrase)
        if found is not None:
            return (found,)
        if phrase.form == "pronoun":
            back = self._pronoun(phrase, exclude)
            return () if back is None else (back,)
        if phrase.form == "noun":
            owner = self._by_organ(phrase, exclude)
            return () if owner is None else (owner,)
        return self._by_apposition(phrase)

    def place_of(self, phrase: Phrase) -> tuple[str | None, str | None]:
        """Give state and city of a phrase that names a place: ("tr", "Ankara"), ("af", None)."""
        hit = self._hit_in(phrase)
        if hit is not None:
            for party, name in hit.candidates:
                if name.use == "capital":
                    return self._state(party), name.text
            return self._state(hit.candidates[0][0]), None
        return None, None

    def _state(self, party: str) -> str:
        """The state a place belongs to, when an authority's name stands for it."""
        known = self._parties.get(party)
        return known.of if known is not None and known.of is not None and known.cls == "authority" else party

    def _hit_in(self, phrase: Phrase) -> PartyHit | None:
        for hit in self._hits:
            if hit.start < phrase.head.end and phrase.head.start < hit.end:
                return hit
        return None

    def _acting(self, hit: PartyHit) -> str | None:
        """Whom a name means when it acts: a capital means whoever governs from it on the document's day."""
        return _preferred(hit.candidates)

    def _named(self, words: str) -> str | None:
        hits = self._parties.as_of(self._parties.find(words), self.day)
        return _preferred(hits[0].candidates) if hits else None

    def _by_name(self, phrase: Phrase) -> str | None:
        hit = self._hit_in(phrase)
        return None if hit is None else self._acting(hit)

    def _by_person(self, phrase: Phrase) -> str | None:
        """A leader's name stands for the party he or she speaks for."""
        if phrase.form != "name":
            return None
        name = self._text[phrase.head.start : phrase.head.end]
        words = name.split()
        for start in range(len(words)):
            found = self._parties.leaders(" ".join(words[start:]), self.day)
            if found:
                return found[0].party
        return None

    def _by_organ(self, phrase: Phrase, exclude: frozenset[str]) -> str | None:
        """By what acts for a party ("officials in Beijing", "the Taliban's rule"), or as described ("the group")."""
        before = [link.lemma for relation, link in phrase.links if relation == "mod"]
        if self._lexicon.classify("organ", before, phrase.lemma) is None:
            return None
        for relation in ("poss", "mod", "of", "in", "from", "for"):
            for link in phrase.linked(relation):
                found = self.parties_of(link, exclude)
                if found and found != ("*",):
                    return found[0]
        if phrase.determiner in {"the", "this", "that", "its", "their"} and not before:
            return self._description(phrase, exclude)
        return None

    def _by_apposition(self, phrase: Phrase) -> tuple[str, ...]:
        """A person, by title or apposition: "Turkey's foreign minister, X"; "Taliban spokesman X"."""
        for relation in ("appos", "mod", "poss", "of"):
            for link in phrase.linked(relation):
                found = self._by_name(link) or (self._by_organ(link, frozenset()) if link.form == "noun" else None)
                if found is not None:
                    return (found,)
        return ()

    def _generic(self, phrase: Phrase) -> bool:
        if phrase.form == "pronoun":
            return phrase.lemma in {"nobody", "none", "everybody", "everyone"}
        if phrase.determiner not in _EVERY and phrase.lemma != "none":
            return False
        named = [link for relation, link in phrase.links if relation in {"mod", "of"} and self._by_name(link)]
        return not named and self._lexicon.classify("generic", (), phrase.lemma) is not None

    def _description(self, phrase: Phrase, exclude: frozenset[str]) -> str | None:
        """The party last meant that a noun can stand for: "the group", "the country"."""
        return next(
            (m.party for m in self._before(phrase) if m.party not in exclude and self._can_be(m.party, phrase.lemma)),
            None,
        )

    def _can_be(self, party: str, noun: str) -> bool:
        known = self._parties.get(party)
        return known is not None and noun in known.nouns

    def _pronoun(self, phrase: Phrase, exclude: frozenset[str]) -> str | None:
        word = phrase.head_text.lower()
        if word in _OURS:
            return self._publisher
        if word in _THING | _PLURAL:
            return next((m.party for m in self._before(phrase) if m.party not in exclude), None)
        if word in _PERSON:
            return self._last_person(phrase)
        return None

    def _last_person(self, phrase: Phrase) -> str | None:
        return next((m.party for m in self._before(phrase) if m.subject), None)

    def _before(self, phrase: Phrase) -> Iterator[Mention]:
        """Mentions before a phrase, by sentence backwards: subjects of each first, then the nearest."""
        here = self.sentence(phrase.span.start)
        earlier = [m for m in self.mentions if m.end <= phrase.span.start]
        for number in sorted({m.sentence for m in earlier}, reverse=True):
            if here - number > 6:
                return
            group = [m for m in earlier if m.sentence == number]
            yield from (m for m in group if m.subject)
            yield from (m for m in reversed(group) if not m.subject)


def _preferred(candidates: tuple[Candidate, ...]) -> str | None:
    """Of several parties a name can mean, the one it means when it acts: metonym and authority before capital."""
    order = ("metonym", "name", "leader", "adjective", "demonym", "capital")
    ranked = sorted(candidates, key=lambda c: (order.index(c[1].use), c[0]))
    return ranked[0][0] if ranked else None
