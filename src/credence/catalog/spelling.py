"""Spelling variants of a lemma, folded together."""

from __future__ import annotations

from functools import lru_cache

_SPELT_AS = {  # what the endings' rules do not reach
    "ax": "axe",
    "instal": "install",
    "fulfil": "fulfill",
    "enrol": "enroll",
    "extoll": "extol",
    "appal": "appall",
    "enthral": "enthrall",
    "lambast": "lambaste",
}


@lru_cache(maxsize=1 << 16)
def fold(lemma: str) -> str:
    """Fold spellings of a lemma together: lower case, "-ise" to "-ize", "-our" to "-or", "instal" to "install"."""
    word = lemma.lower()
    for british, american in (("isation", "ization"), ("ise", "ize"), ("ising", "izing"), ("our", "or")):
        if word.endswith(british) and len(word) > len(british) + 2:
            return word.removesuffix(british) + american
    return _SPELT_AS.get(word, word)
