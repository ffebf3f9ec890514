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
_BEYOND = re.compile(r"[^\x00-\x7f]")
_COMMON = (range(0x80, 0x250), range(0x1E00, 0x1F00), range(0x2010, 0x2400))  # Latin letters, signs between words


def folded_words(text: str) -> list[str]:
    """Give the words of a text in their order, as they are compared; none holds a blank or any sign of ASCII's."""
    plain = _in_ascii(text)
    return _ASCII.findall(plain) if plain is not None else [_folded(word) for word in _pattern().findall(text)]


def word_places(text: str) -> list[tuple[int, int]]:
    """Give where the words that ``folded_words`` gives stand: offsets of the first character and after the last."""
    plain = _in_ascii(text)
    found = _ASCII.finditer(plain) if plain is not None else _pattern().finditer(text)
    return [match.span() for match in found]


def _in_ascii(text: str) -> str | None:
    """Write a text in lower ASCII, each character as one; None where that would make other words of it.

    Nearly all English text can be written so, and is then read several times as fast.
    """
    if not text.isascii():
        beyond = sorted(set(_BEYOND.findall(text)))
        known = _written_in_ascii()
        if not all(char in known for char in beyond):
            return None
        for char in beyond:
            text = text.replace(char, known[char])
    return text.lower()


@cache
def _written_in_ascii() -> dict[str, str]:
    """Map characters to the one that stands for them: a letter or digit, or a blank for what stands between words."""
    written = {}
    for char in (chr(code) for block in _COMMON for code in block):
        if _pattern().fullmatch(char):
            folded = _folded(char)
            if len(folded) == 1 and folded.isascii():
                written[char] = folded
        elif not _pattern().fullmatch(f"a{char}"):
            written[char] = " "
    return written


@cache
def _pattern() -> re.Pattern[str]:
    """Make what finds words; only who searches waits for all marks there are to be gathered."""
    marks = [code for block in _BLOCKS for code in block if unicodedata.category(chr(code)) in _MARKS]
    within = rf"(?=[^\x00-\x7f])[{_UNSEEN}{_ranges(marks)}]"  # what ends a word is nearly always seen at once
    letter = rf"[^\W_{_NO_BLANKS}]"
    return re.compile(rf"{letter}+(?:(?:{within})+{letter}*)*|(?=[^\W_])[{_NO_BLANKS}](?:{within})*")


def _ranges(codes: list[int]) -> str:
    """Write ascending characters as ranges: each of them for itself would be compared in turn."""
    firsts = [code for code, before in zip(codes, [-1, *codes], strict=False) if code != before + 1]
    lasts = [code for code, after in zip(codes, [*codes[1:], -1], strict=True) if code + 1 != after]
    return "".join(f"{chr(first)}-{chr(last)}" for first, last in zip(firsts, lasts, strict=True))


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
