"""Lemmas of verbs for which rules for endings cut off too much or too little: "hoped" is no form of "hop"."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

_ENDING = re.compile(r"(.+)(?:ed|es|ing)")
_SHORT = re.compile(r"[^aeiou]*[^aeiouy][aeiou][^aeiouwxy]$")  # one syllable that doubles its last letter: "hop"
_DOUBLED = re.compile(r"([^aeiou])\1e$")  # "readmitted" cut to "readmitte"
_PREFIX = re.compile(r"(?:re-?|un|de|dis|over|out|co-?|mis)(?=[a-z]{3})")


def verb_lemma(word: str, lemma: str, known: Collection[str], irregular: Mapping[str, Sequence[str]]) -> str:
    """Give the lemma of a verb's form.

    What doubles its last letter does so before "ed" and "ing": "hoped" is of "hope", and so are "staged" and "fined" of
    "stage" and "fine", though "hop", "stag" and "fin" are verbs, too. A verb that is not known is taken for a known one
    with a prefix: "relisted", "decertified", "readmitted", "retook".

    Args:
        word: The form, in lower case.
        lemma: The lemma that rules for endings came to.
        known: The verbs that are known.
        irregular: Irregular forms with their lemmas.
    """
    if word in irregular:
        return lemma
    ended = _ENDING.fullmatch(word)
    if lemma in known:
        single = ended is not None and ended[1] == lemma and _SHORT.match(lemma) is not None
        return f"{lemma}e" if single and f"{lemma}e" in known else lemma
    prefixed = _PREFIX.match(lemma)
    starts = ("", prefixed[0]) if prefixed else ("",)
    found = (_prefixed(start, lemma.removeprefix(start), known, irregular) for start in starts)
    return next(filter(None, found), _DOUBLED.sub(r"\1", lemma) if ended else lemma)


def _prefixed(prefix: str, rest: str, known: Collection[str], irregular: Mapping[str, Sequence[str]]) -> str | None:
    """Give the lemma of what stands behind a prefix, if that is a form of a verb that is known."""
    if rest in irregular:
        return f"{prefix}{irregular[rest][0]}"
    for end, instead in (("ie", "y"), ("e", ""), ("", "")):
        base = f"{rest.removesuffix(end)}{instead}"
        if rest.endswith(end) and base in known:
            return f"{prefix}{base}"
    return None
