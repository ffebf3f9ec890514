"""Words of texts, and how they are written before they are compared: one rule for texts, queries and every index.

A word is a run of letters, digits and the marks on them. Of scripts that set no blanks between words each letter is a
word, so that a run of them in a query is a phrase. Case, accents, ligatures and the width of letters do not count.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from credence.catalog.fold import fold

BASIS = f"1/{unicodedata.unidata_version}"
"""Says by which rules words are found and written; to be counted up with any change to them."""

_NO_BLANKS = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"  # Thai, Lao, Burmese, Khmer
    "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"  # kana, Chinese characters
)
_UNSEEN = "\u00ad\u200b-\u200d\u2060\ufeff"  # soft hyphens and the like, which stand within words
_MARKS = ("Mn", "Mc", "Me")
_BLOCKS = (range(0x300, 0x1F000), range(0xE0100, 0xE01F0))  # beyond them there are no marks
_NO_ACCENTS = 10  # marks of lower classes are vowels and signs of other scripts: without them, words are others
_SELECTORS = re.compile("[\u034f\u180b-\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef]")  # these say how to draw a letter

_ASCII = re.compile("[a-z0-9]+")


def folded_words(text: str) -> list[str]:
    """Give the words of a text in their order, as they are compared; none holds a blank or any sign of ASCII's."""
    if text.isascii():
        return _ASCII.findall(text.lower())
    return [_folded(word) for word in _pattern().findall(text)]


def word_places(text: str) -> list[tuple[int, int]]:
    """Give where the words that ``folded_words`` gives stand: offsets of the first character and after the last."""
    pattern = _ASCII if text.isascii() else _pattern()
    return [match.span() for match in pattern.finditer(text.lower() if text.isascii() else text)]


@cache
def _pattern() -> re.Pattern[str]:
    """Make what finds words; only who searches waits for all marks there are to be gathered."""
    marks = "".join(chr(code) for block in _BLOCKS for code in block if unicodedata.category(chr(code)) in _MARKS)
    within = f"[{marks}{_UNSEEN}]"
    letter = rf"[^\W_{_NO_BLANKS}]"
    return re.compile(rf"{letter}+(?:{within}+{letter}*)*|(?=[^\W_])[{_NO_BLANKS}]{within}*")


@lru_cache(maxsize=65536)
def _folded(word: str) -> str:
    """Write a word as it is compared."""
    if word.isascii():
        return word.lower()
    plain = fold(_SELECTORS.sub("", word))
    loose = unicodedata.normalize("NFKD", plain)
    if not all(char.isalnum() or _is_mark(char) for char in loose):  # "½" would become "1⁄2"
        loose = unicodedata.normalize("NFD", plain)
    lower = unicodedata.normalize("NFD", loose.casefold())
    return unicodedata.normalize("NFC", "".join(filter(_counts, lower)))


def _counts(char: str) -> bool:
    """Tell whether a character of a word tells it from others; accents and circles around letters do not."""
    return char.isalnum() or (unicodedata.category(char) in ("Mn", "Mc") and unicodedata.combining(char) < _NO_ACCENTS)


def _is_mark(char: str) -> bool:
    return unicodedata.category(char) in _MARKS
