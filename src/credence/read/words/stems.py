"""The beginnings that the regular forms of a word share, and what may follow them: "recogni" + "zed"."""

from __future__ import annotations

from functools import cache

from credence.catalog.spelling import fold

_VOWELS = frozenset("aeiou")
_ENDINGS = frozenset(
    {"e", "y", "s", "es", "ys", "ed", "yed", "d", "ing", "ies", "ied", "ying", "er", "ers", "n", "en", "ee", "ees"}
    | {"r", "rs", "al", "als"}
)
_AFTER_DOUBLED = frozenset(["ed", "ing", "er", "ers"])  # "expelled", "banning"
_SPELT_TWO_WAYS = frozenset(  # of stems cut before "-ize" and "-or"
    [f"{letter}{end}" for letter in "zs" for end in ("e", "es", "ed", "ing", "ation", "ations")]
    + [f"{letter}{end}" for letter in ("r", "ur") for end in ("", "s", "ed", "ing")]
)
_OTHER_WORDS = frozenset({"united"})  # no form of "unit"


@cache
def is_inflected(beginning: str, ending: str) -> bool:
    """Tell whether letters after a stem make a form of its lemma: "list" + "ed", but not "list" + "ener"."""
    if not beginning[-1].isalpha():
        return True
    if f"{beginning}{ending}" in _OTHER_WORDS:
        return False
    doubled = ending[0] == beginning[-1] and ending[1:] in _AFTER_DOUBLED
    return doubled or ending in _ENDINGS or (beginning[-1] in "io" and ending in _SPELT_TWO_WAYS)


def stem(lemma: str) -> str:
    """Give the beginning that all regular forms of a lemma share, in both spellings: "recognize" → "recogni"."""
    word = fold(lemma)
    for ending in ("ization", "ize"):
        if word.endswith(ending):
            return word.removesuffix(ending) + "i"
    if word.endswith("or") and len(word) > 4:  # "favour"
        return word.removesuffix("or") + "o"
    short = 2 if word[-1] == "y" and word[-2:-1] not in _VOWELS else 3  # "flies"
    return word[:-1] if word[-1] in "ey" and len(word) > short else word
