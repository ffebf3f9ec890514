"""Headlines with capitals throughout, written as sentences are: "Peru Severs Diplomatic Relations With Chad"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property

from credence.model.document import Span

IsName = Callable[[str], bool]
PartsOfSpeech = Callable[[str], frozenset[str]]

_WORD = re.compile(r"[^\W\d_]{2,}")  # no letter of "U.S."
_INSIDE = re.compile(r"(?<=[a-z,;] )[A-Z][a-z]+")  # within a sentence, where a capital is a name's
_LOWER = re.compile(r"(?<![\w'’-])[a-z]+")
_SMALL = {  # which such headlines write small
    *("a", "an", "the", "and", "or", "but", "nor", "for", "of", "in", "on", "at", "to", "by", "as", "up", "off", "out"),
    *("via", "per", "vs", "with", "from", "into", "onto", "over", "after", "amid", "than"),
}
_FEW = 3  # words that a headline has at least
_WIDEST = 3  # words of a name of which none is a name alone
_DAYS = re.compile(
    r"January|February|April|June|July|August|September|October|November|December"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
)
_MONTHS = re.compile(r"March|May")
_BEFORE_NAME = re.compile(  # "New Delhi", "North Korea": what such a word belongs to is told by the next
    r"(?:New|Old|Great|(?:North|South|East|West)(?:ern)?|Central|Upper|Lower|San|Santa|Saint|El) (?=[A-Z])"
)
_ENDS_WORD = re.compile(r"(?<![\w'’])([^\W\d_]{2,}) $")
_OPENS_WORD = re.compile(r" ([^\W\d_]{2,})(?![\w'’])")
_DATED = re.compile(r" \d|,? (?:19|20)\d\d")
_DATING = re.compile(r"(?i:\b(?:in|on|since|until|from|of|by|last|next|\d)) $")


def stands_alone(text: str, span: Span) -> bool:
    """Whether a sentence is a line of its own."""
    return text[span.start - 1 : span.start] in {"", "\n"} and text[span.end : span.end + 1] in {"", "\n"}


class Headlines:
    """Writes the headlines of one document like sentences; every word keeps its place and length."""

    def __init__(self, text: str, is_name: IsName, parts_of_speech: PartsOfSpeech) -> None:
        """Keep what is asked of again and again.

        Args:
            text: The document's, whose sentences tell which words are names.
            is_name: Tells whether words name a party, or somebody who speaks for one.
            parts_of_speech: Tells what a word in lower case may be; nothing if it is no common one of the language.
        """
        self._text = text
        self._is_name = is_name
        self._parts = parts_of_speech

    def lowered(self, line: str) -> str:
        """Give a line in the case of sentences where it has capitals throughout; else as it is."""
        words = list(_WORD.finditer(line))
        small = {word[0] for word in words if word[0][0].islower()}
        if len(words) < _FEW or line.isupper() or small - _SMALL:
            return line
        named = set(self._named(line, words))
        letters = list(line)
        for word in words:
            month = _MONTHS.fullmatch(word[0]) is not None  # and surnames of leaders
            inside = word.start() > 0 and (month or word.start() not in named)
            if inside and word[0].istitle() and self._is_plain(line, word):
                letters[word.start()] = letters[word.start()].lower()
        return "".join(letters)

    def _is_plain(self, line: str, word: re.Match[str]) -> bool:
        """Whether a word is one that sentences write small."""
        if _DAYS.fullmatch(word[0]) or not self._parts(word[0].lower()):
            return False
        if (before := _BEFORE_NAME.match(line, word.start())) and (name := _WORD.match(line, before.end())):
            return bool(self._parts(name[0].lower())) and not self._is_name(name[0])
        if self._may_name(word[0]) and any(map(self._may_name, self._beside(line, word))):
            return False
        dated = _DATED.match(line, word.end()) or _DATING.search(line, 0, word.start())
        return word[0] not in self._names and not (_MONTHS.fullmatch(word[0]) and dated)

    def _may_name(self, word: str) -> bool:
        """Whether a word may be part of somebody's name: unknown, or a noun and nothing else, and no term of ours."""
        return word[0].isupper() and self._parts(word.lower()) <= {"noun"} and not self._is_name(word)

    def _beside(self, line: str, word: re.Match[str]) -> Iterator[str]:
        """The words right before and behind one."""
        before, behind = _ENDS_WORD.search(line, 0, word.start()), _OPENS_WORD.match(line, word.end())
        yield from (found[1] for found in (before, behind) if found)

    def _named(self, line: str, words: Sequence[re.Match[str]]) -> Iterator[int]:
        """Where the words of names begin, of names in several words no part of which is a name."""
        found: list[tuple[int, int]] = []
        for width in range(1, _WIDEST + 1):
            for first in range(len(words) - width + 1):
                last = first + width - 1
                within = any(first <= a and b <= last for a, b in found)
                if not within and self._is_name(line[words[first].start() : words[last].end()]):
                    found.append((first, last))
        yield from (words[n].start() for first, last in found for n in range(first, last + 1))

    @cached_property
    def _names(self) -> frozenset[str]:
        """Words that stand within sentences with a capital, and nowhere without."""
        body = self._text.partition("\n")[2]
        small = set(_LOWER.findall(body))
        return frozenset(word for word in _INSIDE.findall(body) if word.lower() not in small)
