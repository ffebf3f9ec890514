"""What the packaged pipeline's attribute ruler and lemmatizer say of a word, remembered: the same many times faster.

The ruler tells part of speech and morphology by rules over a word's spelling, tag and relation, and these tell the
lemma. Trying all rules on every word takes a quarter of the time of parsing; a word of the same spelling, tag and
relation meets the same rules each time, and a word that meets the same rules has the same lemma.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from spacy.pipeline import AttributeRuler
from spacy.tokens import Token
from spacy.tokens._retokenize import set_token_attrs

__all__ = ["RememberingRuler"]

_MOST = 200_000  # shapes remembered at a time; some 60 MB, and as much again for what was told of them

Shape = tuple[int, int, int]
"""Lower-case spelling, tag and relation, as spaCy numbers them."""
Rule = tuple[int, Sequence[Mapping[str, Any]]]
"""Place among the rules, and what is asked of each word in a row."""


class RememberingRuler:
    """Tells of a sentence's words what an ``AttributeRuler`` and a lemmatizer behind it would write there."""

    def __init__(self, ruler: AttributeRuler, lemma_of: Callable[[Token], str]) -> None:
        """Take over a ruler's rules.

        Args:
            ruler: Its patterns ask for "TAG", "LOWER", "DEP" and "IS_SPACE" alone, of a word or a few in a row.
            lemma_of: Gives the lemma of a word by its spelling and by what the ruler says of it.
        """
        patterns: Any = ruler.patterns
        self._attrs: Sequence[dict[Any, Any]] = ruler.attrs
        self._index: Sequence[int] = ruler.indices
        self._lemma_of = lemma_of
        self._by_word: dict[str | None, dict[str | None, list[Rule]]] = {}
        for rule in ((n, words) for n, entry in enumerate(patterns) for words in entry["patterns"]):
            first = rule[1][0]
            word, tag = (first[name] if isinstance(first.get(name), str) else None for name in ("LOWER", "TAG"))
            self._by_word.setdefault(word, {}).setdefault(tag, []).append(rule)
        self._met: dict[Shape, tuple[tuple[int, ...], tuple[Rule, ...]]] = {}
        self._told: dict[tuple[int, tuple[int, ...]], tuple[str, str]] = {}

    def __call__(self, sentence: Sequence[Token]) -> list[tuple[str, str]]:
        """Give part of speech and lemma of each word of a sentence."""
        due: list[tuple[int, ...]] = []
        beside: list[tuple[int, int]] = []
        for token in sentence:
            alone, begun = self._rules_at(token)
            due.append(alone)
            for rule, words in begun:
                row = sentence[token.i : token.i + len(words)]
                if len(row) == len(words) and all(map(_fits, words, row)):
                    beside.append((rule, token.i + self._index[rule] % len(words)))
        for rule, place in beside:
            due[place] = tuple(sorted({*due[place], rule}))
        return list(map(self._tell, sentence, due))

    def _tell(self, token: Token, rules: tuple[int, ...]) -> tuple[str, str]:
        """Give part of speech and lemma of a word that meets some rules; later rules go over earlier ones."""
        shape = (token.orth, rules)
        if shape not in self._told:
            if len(self._told) >= _MOST:
                self._told.clear()
            for rule in rules:
                set_token_attrs(token, self._attrs[rule])
            self._told[shape] = token.pos_, self._lemma_of(token)
        return self._told[shape]

    def _rules_at(self, token: Token) -> tuple[tuple[int, ...], tuple[Rule, ...]]:
        """Give the rules about a word alone, and those about several that can begin with it."""
        shape = (token.lower, token.tag, token.dep)
        if shape not in self._met:
            if len(self._met) >= _MOST:
                self._met.clear()
            of_word = [self._by_word.get(word, {}) for word in (token.lower_, None)]
            asked = [rule for by_tag in of_word for tag in (token.tag_, None) for rule in by_tag.get(tag, ())]
            begun = [rule for rule in asked if _fits(rule[1][0], token)]
            alone = tuple(sorted({number for number, words in begun if len(words) == 1}))
            self._met[shape] = alone, tuple(rule for rule in begun if len(rule[1]) > 1)
        return self._met[shape]


def _fits(asked: Mapping[str, Any], token: Token) -> bool:
    """Whether a word is as a rule asks."""
    for name, value in asked.items():
        found = getattr(token, _TOLD_BY[name])
        if not (found == value if isinstance(value, str | bool) else _meets(found, value)):
            return False
    return True


def _meets(found: object, asked: Mapping[str, Any]) -> bool:
    """Whether a word's value meets the conditions asked for: "IN", "NOT_IN", "REGEX"."""
    return all(_MEETS[sign](found, value) for sign, value in asked.items())


_TOLD_BY = {"TAG": "tag_", "LOWER": "lower_", "DEP": "dep_", "IS_SPACE": "is_space"}
_MEETS: Mapping[str, Callable[[Any, Any], bool]] = {
    "IN": lambda found, many: found in many,
    "NOT_IN": lambda found, many: found not in many,
    "REGEX": lambda found, shape: re.search(shape, found) is not None,
}
