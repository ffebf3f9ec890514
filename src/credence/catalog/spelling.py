"""Spelling variants of a lemma, folded together."""

from __future__ import annotations

from functools import lru_cache


@lru_cache(maxsize=1 << 16)
def fold(lemma: str) -> str:
    """Fold spelling variants of a lemma together: lower case, "-ise" to "-ize", "-our" to "-or"."""
    word = lemma.lower()
    for british, american in (("isation", "ization"), ("ise", "ize"), ("ising", "izing"), ("our", "or")):
        if word.endswith(british) and len(word) > len(british) + 2:
            return word.removesuffix(british) + american
    return word
