"""Spelling variants of a lemma, folded together."""

from __future__ import annotations

from functools import lru_cache

_ONE_L = frozenset({"instal", "enrol", "fulfil", "enthral"})  # as some write them, and lemmatizers do


@lru_cache(maxsize=1 << 16)
def fold(lemma: str) -> str:
    """Fold spelling variants together: lower case, "-ise" to "-ize", "-our" to "-or", "instal" to "install"."""
    word = lemma.lower()
    if word in _ONE_L:
        return f"{word}l"
    for british, american in (("isation", "ization"), ("ise", "ize"), ("ising", "izing"), ("our", "or")):
        if word.endswith(british) and len(word) > len(british) + 2:
            return word.removesuffix(british) + american
    return word
