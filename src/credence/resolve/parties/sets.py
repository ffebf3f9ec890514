"""Whom words for several mean: "both", "the two sides", "each other", "the ministers", "the Heads of State"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from credence.catalog.parties import Parties
from credence.model.document import Span
from credence.model.sighting import Phrase
from credence.resolve.parties import wordings
from credence.resolve.parties.antecedents import NEAR, Antecedents
from credence.resolve.parties.persons import People
from credence.resolve.parties.quantities import how_many
from credence.resolve.parties.standing import Standing

_SEVERAL = re.compile(
    r"(?P<det>the|both|these|neither)(?: (?P<num>two|three|four))?(?: [a-z][\w-]*){0,2}? "
    r"(?P<noun>countries|nations|states|sides|parties|governments|ministers|leaders|presidents|neighbours|neighbors"
    r"|delegations|capitals|rivals|allies|kingdoms|republics|men|pair)$|(?:the )(?P<sum>two|three|four|pair|duo|trio)$",
    re.IGNORECASE,
)


def several_said(text: str, subjects: Iterable[Span]) -> Iterator[Phrase]:
    """Give the subjects that are words for several: "the two countries", "both sides", "the trio"."""
    for span in subjects:
        if (found := _SEVERAL.match(text, span.start, span.end)) is None:
            continue
        start = found.start("sum") if found["sum"] else found.start("noun")
        noun = text[start : found.end()].lower()
        counted = Span(*found.span("num"))
        figure = found["num"] or ""
        links = (("num", Phrase(counted, counted, figure, figure.lower(), "number")),) if figure else ()
        lemma = noun[:-3] + "y" if noun.endswith("ies") else noun.removesuffix("s")
        determiner = (found["det"] or "the").lower()
        whole = Span(found.start(), found.end())
        yield Phrase(whole, Span(start, found.end()), whole.of(text), lemma, "noun", determiner, links)


_TWO = re.compile(r"\b(?:[Ee]ach|[Nn]either)\b(?! other)")
_HEADS = {"president", "premier", "king", "monarch"}  # of whom a state has one
_OTHER = re.compile(r"\bthe other(?:['’]s)?\b")
_EACH = {"each", "each side", "each country", "each state", "each of them"}  # of the two


def singled_out(phrase: Phrase, parties_of: Callable[[Phrase], tuple[str, ...]]) -> tuple[str, ...]:
    """Give those of many who are named: "ministers of ten states, among them Peru and Chad, and of Mali".

    Args:
        phrase: The words.
        parties_of: Gives the parties that a phrase means.
    """
    told = phrase.linked("appos") if phrase.form == "noun" else ()
    whose = [link for link in phrase.linked("poss") if link.head_text.lower() == "their"]
    if whose and phrase.plural and phrase.lemma in wordings.LANDS | {"government"}:  # "said that their countries will"
        return parties_of(whose[0])
    if phrase.form == "noun" and phrase.lemma in wordings.STATELETS:  # "Georgia's breakaway regions of X and Y"
        names = (link for link in phrase.linked("of", "appos") if link.form == "name")
        lands = tuple(dict.fromkeys(party for link in names for party in parties_of(link)))
        if lands and (len(lands) > 1) == phrase.plural:
            return lands
    if not any(link.linked("among") for link in told):
        return ()
    named = (party for link in told for one in (link, *link.linked("of")) for party in parties_of(one))
    return tuple(dict.fromkeys(named))


@dataclass(slots=True)
class Sets:
    """Finds the parties that words for several mean.

    Attributes:
        text: The document's text.
        antecedents: The parties named in it.
        standing: What parties are.
        people: The persons named in it.
        parties: Who can be named.
        organs: Words for organs that act.
        joint: Those in whose common name the document speaks; empty for all others.
    """

    text: str
    antecedents: Antecedents
    standing: Standing
    people: People
    parties: Parties
    organs: frozenset[str]
    joint: tuple[str, ...] = field(default=())

    def each_other(self, phrase: Phrase) -> tuple[str, ...] | None:
        """Both, "each", "the former" and "the latter"; None if a phrase is nothing of the kind."""
        words = phrase.text.lower().removesuffix("'s").removesuffix("’s")
        if words in {"each other", "one another"} or self._is_each(phrase, words) or self._is_other(phrase, words):
            return self.antecedents.several(phrase.span, 2, lambda _: True)
        if words == "all" and phrase.form == "pronoun" and not phrase.links:
            return self._last_named(phrase, frozenset())
        if phrase.lemma in {"former", "latter"} and not phrase.linked("mod"):
            pair = self.antecedents.pair(phrase.span)
            return pair[:1] if phrase.lemma == "former" else pair[1:]
        return None

    def _is_each(self, phrase: Phrase, words: str) -> bool:
        """Whether it is each of two, who does something to "the other"."""
        end = self.antecedents.spoken(self.antecedents.sentence(phrase.span.start)).end
        return words in _EACH and not phrase.links and _OTHER.search(self.text, phrase.span.end, end) is not None

    def _is_other(self, phrase: Phrase, words: str) -> bool:
        """Whether it is "the other", to whom each of two does something."""
        start = self.antecedents.opening(phrase.span)
        owns = any(mark in self.text[phrase.span.start : phrase.span.end + 1] for mark in "'’")
        return words == "the other" and not owns and _TWO.search(self.text, start, phrase.span.start) is not None

    def counted(self, phrase: Phrase, exclude: frozenset[str], *, whole: bool) -> tuple[str, ...] | None:
        """Give whom "the two countries", "both", "the sides", "the ministers" mean; None if nobody is counted.

        Args:
            phrase: The words.
            exclude: Parties they cannot mean.
            whole: Whether it is a number "of" somebody: "two of them".
        """
        number = wordings.NUMBERS[phrase.lemma] if whole else how_many(phrase, self.organs)
        if self.joint and not exclude & set(self.joint) and self._all_who_sign(phrase, number):
            return self.joint
        if number is None:
            found = self._pointed_at(phrase, exclude) or self._parts_of(phrase)
            return found or self._officials(phrase, exclude)

        def fits(party: str) -> bool:
            ours = not self.joint or party in self.joint  # a joint paper speaks of those whose it is
            return ours and party not in exclude and self.standing.can_be(party, phrase.lemma)

        others = phrase.lemma in {"side", "party"}
        found = self.antecedents.several(phrase.span, number, fits, others=others, side=self._side)
        states = {known.of for party in found if (known := self.parties.get(party)) is not None}
        return () if states & {*found} else found  # a state and those who rule it are no two sides

    def _side(self, party: str) -> str:
        known = self.parties.get(party)
        return party if known is None or known.of is None or "territory" in known.nouns else known.of

    def _pointed_at(self, phrase: Phrase, exclude: frozenset[str]) -> tuple[str, ...]:
        """Whom "these countries", "those states" mean: the states named together last, in this sentence or the last."""
        plural = phrase.form == "noun" and phrase.lemma in wordings.LANDS and phrase.plural
        if not plural or phrase.determiner not in {"these", "those"} or phrase.links:
            return ()
        parties = self._last_named(phrase, exclude)
        return parties if all(self.standing.can_be(party, phrase.lemma) for party in parties) else ()

    def _parts_of(self, phrase: Phrase) -> tuple[str, ...]:
        """Whom "the breakaway regions of Georgia" mean: all those of the text that have broken away from it."""
        plural = phrase.form == "noun" and phrase.lemma in wordings.STATELETS and phrase.head_text != phrase.lemma
        told = phrase.linked("poss", "mod", "of", "in") if plural else ()
        owners = [link.span for link in told if link.text[:1].isupper() or link.form == "name"]
        if not owners:
            return ()
        here = self.antecedents.within(self.antecedents.sentence(phrase.span.start))
        whole = {m.party for m in here for span in owners if span.start <= m.start < span.end}
        named = dict.fromkeys(m.party for m in self.antecedents.mentions)
        parts = tuple(p for p in named if (known := self.parties.get(p)) is not None and known.of in whole)
        counts = [wordings.NUMBERS.get(link.lemma) for link in phrase.linked("num")]
        return parts if not counts or counts[0] == len(parts) else ()

    def _last_named(self, phrase: Phrase, exclude: frozenset[str]) -> tuple[str, ...]:
        """Those named together last, in the sentence of a phrase or the one before."""
        here = self.antecedents.sentence(phrase.span.start)
        group = next((g for g in reversed(self.antecedents.groups) if g[-1].end <= phrase.span.start), ())
        parties = tuple(dict.fromkeys(m.party for m in group))
        return parties if group and here - group[0].sentence <= 1 and not exclude & {*parties} else ()

    def _all_who_sign(self, phrase: Phrase, number: int | None) -> bool:
        """Whether words in a joint paper mean all whose paper it is: "the Parties", "the three Sides"."""
        if number is not None:
            counted = any(link.lemma in wordings.NUMBERS for link in phrase.linked("num"))
            return number == len(self.joint) or (phrase.head_text.lower() == "sides" and not counted)
        return wordings.SIGNING.fullmatch(phrase.text) is not None

    def _officials(self, phrase: Phrase, exclude: frozenset[str]) -> tuple[str, ...] | None:
        """Whom "the ministers", "the Secretary and Foreign Ministers" mean: the officials last named together."""
        word = phrase.head_text.lower().split()[-1]
        title = word.removesuffix("s")
        after = self.text[max(0, phrase.span.start - 5) : phrase.span.start].endswith(" and ")
        pointed = phrase.determiner in wordings.DEFINITE or (phrase.form == "name" and after)
        if title == word or not self.people.is_title(title) or not pointed or phrase.linked("of", "poss", "in", "from"):
            return None
        if any(not self.people.is_office(link.head_text) for link in phrase.linked("mod", "num", "appos")):
            return None
        here = self.antecedents.sentence(phrase.span.start)
        for group in reversed(self.antecedents.groups):
            parties = tuple(dict.fromkeys(m.party for m in group))
            near = group[-1].end <= phrase.span.start and here - group[0].sentence <= 2 * NEAR
            if near and len(parties) > 1 and any(m.person for m in group) and not exclude & {*parties}:
                return parties
        if title in _HEADS and not exclude and not phrase.links:
            pair = self.antecedents.pair(phrase.span)
            last = self._last_named(phrase, exclude)
            return last if len(last) == 2 and last == pair and all(map(self._is_land, last)) else None
        return () if phrase.form == "name" else None

    def _is_land(self, party: str) -> bool:
        known = self.parties.get(party)
        return known is not None and known.cls in {"state", "authority"}
