"""What is searched for, as people write it: words, "phrases", beginnings* and -exclusions.

All that is not excluded must be there. Nothing else has a meaning: AND, OR and NEAR are words, brackets and other signs
stand between words. What is written without a blank but holds several words ("vis-à-vis") is a phrase.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from credence.errors import WrongUse
from credence.ledger.words import folded_words, word_places
from credence.model.document import Document, Span

MOST_WORDS = 64
"""Words of a query; databases have limits of their own, and refuse in words of their own."""

_SHOWN = 80  # characters of a query in messages
_PART = re.compile(r'(?P<out>-?)(?:"(?P<phrase>[^"]*)"(?P<open>\*?)|(?P<bare>[^\s"]+))')
_QUOTES = str.maketrans(dict.fromkeys("“”„‟", '"'))
_HOW = 'write words, "phrases", beginnings* or -exclusions, as in: \'envoy "new ambassador" accredit* -football\''


@dataclass(frozen=True, slots=True)
class Term:
    """Words that must follow one another.

    Attributes:
        words: The words, as they are compared; at least one.
        open: Whether the last is only how a word begins.
    """

    words: tuple[str, ...]
    open: bool = False

    def count(self, words: Sequence[str]) -> int:
        """Count the places where the term stands in a sequence of words."""
        return words.count(self.words[0]) if self._is_word else len(self.starts(words))

    def is_in(self, words: Sequence[str]) -> bool:
        """Tell whether the term stands in a sequence of words."""
        return self.words[0] in words if self._is_word else bool(self.starts(words))

    @property
    def _is_word(self) -> bool:
        return len(self.words) == 1 and not self.open

    def starts(self, words: Sequence[str]) -> list[int]:
        """Give where in a sequence of words the term begins, each time."""
        first, *rest = self.words
        last = len(self.words) - 1
        if not rest and self.open:
            return [at for at, word in enumerate(words) if word.startswith(first)]
        starts = [at for at, word in enumerate(words[: max(0, len(words) - last)]) if word == first]
        return [at for at in starts if self._continues(words[at + 1 : at + 1 + last])] if rest else starts

    def _continues(self, words: Sequence[str]) -> bool:
        *middle, last = self.words[1:]
        if list(words[:-1]) != middle:
            return False
        return words[-1].startswith(last) if self.open else words[-1] == last


@dataclass(frozen=True, slots=True)
class Query:
    """What is searched for.

    Attributes:
        wanted: All of these must be there; at least one.
        excluded: None of these may be there.
    """

    wanted: tuple[Term, ...]
    excluded: tuple[Term, ...] = ()

    def count(self, *texts: Sequence[str]) -> int:
        """Count the places where wanted terms stand in texts taken together, each a sequence of words.

        Returns:
            The number; 0 if one of them is missing or an excluded one is there.
        """
        counts = [sum(term.count(words) for words in texts) for term in self.wanted]
        if not all(counts) or any(term.is_in(words) for term in self.excluded for words in texts):
            return 0
        return sum(counts)

    def may_be_in(self, *texts: Sequence[str]) -> bool:
        """Tell whether all wanted terms are in texts taken together, so that parts of these may answer the query."""
        return all(any(term.is_in(words) for words in texts) for term in self.wanted)


@dataclass(frozen=True, slots=True)
class Met:
    """What of a document answers a query.

    Attributes:
        doc: Id of the document.
        places: At how many places of title and text; 0 if they do not answer it, though a claim's words do.
        claims: At how many places of its quote, for every claim that stands in the document, by id.
    """

    doc: str
    places: int
    claims: Mapping[str, int]


def parse_query(said: str) -> Query:
    """Understand what somebody writes.

    Args:
        said: Terms, with blanks between them.

    Raises:
        WrongUse: If a quotation is not closed, an asterisk does not end a word, no word is wanted, or too many are.
    """
    place = f"search “{said if len(said) <= _SHOWN else said[:_SHOWN] + '…'}”"
    said = said.translate(_QUOTES)
    if said.count('"') % 2:
        raise WrongUse(place, "a quotation is not closed", f"close it, or leave the quote out; {_HOW}")
    terms = {True: dict[Term, None](), False: dict[Term, None]()}  # in their order, each once
    for part in _PART.finditer(said):
        if term := _term(part, place):
            terms[bool(part["out"])][term] = None
    wanted, excluded = tuple(terms[False]), tuple(terms[True])
    if not wanted:
        raise WrongUse(place, "it says only what must not be there" if excluded else "it holds no word", _HOW)
    if sum(len(term.words) for term in (*wanted, *excluded)) > MOST_WORDS:
        raise WrongUse(place, f"it has more than {MOST_WORDS} words", "leave some of them out")
    return Query(wanted, excluded)


def met(query: Query, document: Document, claims: Collection[tuple[str, int, int]]) -> Met:
    """Compare a document and the claims that stand in it with a query.

    A claim's words are the words of the document that stand wholly within its quote. Where the document does not have
    all that is wanted, neither has a claim, and none is given.

    Args:
        query: The query.
        document: The document.
        claims: Id, first and last offset of the quote of each claim.
    """
    title, words = folded_words(_title_apart(document)), folded_words(document.text)
    if not query.may_be_in(title, words):
        return Met(document.id, 0, {})
    places = word_places(document.text) if claims else []
    firsts, lasts = [place[0] for place in places], [place[1] for place in places]
    inside = {id_: words[bisect_left(firsts, start) : bisect_right(lasts, end)] for id_, start, end in sorted(claims)}
    return Met(document.id, query.count(title, words), {id_: query.count(own) for id_, own in inside.items()})


def by_rank(found: Collection[Met]) -> tuple[Met, ...]:
    """Sort what answers a query: most places first, then by id."""
    answers = (each for each in found if each.places or any(each.claims.values()))
    return tuple(sorted(answers, key=lambda each: (-each.places, each.doc)))


def passage(query: Query, text: str, width: int = 200) -> Span | None:
    """Give what surrounds the first place where something wanted stands, from word to word.

    Args:
        query: The query.
        text: The text.
        width: About how many characters to give.

    Returns:
        The place in the text; None if nothing wanted stands there.
    """
    words = folded_words(text)
    starts = [(at, len(term.words)) for term in query.wanted for at in term.starts(words)[:1]]
    if not starts:
        return None
    places = word_places(text)
    at, length = min(starts)
    first, last = places[at][0], places[at + length - 1][1]
    around = max(0, width - (last - first))
    low, high = max(0, first - around // 3), last + around - min(first, around // 3)
    within = [place for place in places if low <= place[0] and place[1] <= high]
    return Span(min(within[0][0], first), max(within[-1][1], last)) if within else Span(first, last)


def _term(part: re.Match[str], place: str) -> Term | None:
    """Give the term that a part of a query stands for; None where it holds no word."""
    text: str = part["bare"] if part["phrase"] is None else part["phrase"] + part["open"]
    bare = text.rstrip().removesuffix("*")
    words = tuple(folded_words(bare))
    opened = bare != text.rstrip()
    if "*" in bare or (opened and not _ends_in_word(bare)):
        raise WrongUse(place, "an asterisk stands where no word begins", "let it end a word, as in: accredit*")
    return Term(words, opened) if words else None


def _ends_in_word(text: str) -> bool:
    places = word_places(text)
    return bool(places) and places[-1][1] == len(text)


def _title_apart(document: Document) -> str:
    """Give the title, unless the text begins with it: its words would count twice."""
    title = document.title or ""
    return "" if document.text.startswith(title) else title
