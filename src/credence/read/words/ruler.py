"""What the packaged pipeline's attribute ruler does to a word, remembered: the same result several times faster.

The ruler corrects part of speech, morphology and lemma by rules over a word's spelling, tag and relation. Trying all
rules on every word takes a quarter of the time of parsing; a word of the same spelling, tag and relation meets the
same rules each time.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc, Token
from spacy.tokens._retokenize import set_token_attrs

__all__ = ["RememberingRuler"]

_MOST = 200_000  # shapes remembered at a time; some 60 MB

Shape = tuple[int, int, int]
"""Lower-case spelling, tag and relation, as spaCy numbers them."""
Rule = tuple[int, Sequence[Mapping[str, Any]]]
"""Place among the rules, and what is asked of each word in a row."""


class RememberingRuler:
    """Does to a document what an ``AttributeRuler`` does to it."""

    def __init__(self, ruler: AttributeRuler) -> None:
        """Take over a ruler's rules.

        Args:
            ruler: Its patterns ask for "TAG", "LOWER", "DEP" and "IS_SPACE" alone, of a word or a few in a row.
        """
        patterns: Any = ruler.patterns
        self._attrs: Sequence[dict[Any, Any]] = ruler.attrs
        self._index: Sequence[int] = ruler.indices
        self._by_word: dict[str | None, dict[str | None, list[Rule]]] = {}
        for rule in ((n, words) for n, entry in enumerate(patterns) for words in entry["patterns"]):
            first = rule[1][0]
            word, tag = (first[name] if isinstance(first.get(name), str) else None for name in ("LOWER", "TAG"))
            self._by_word.setdefault(word, {}).setdefault(tag, []).append(rule)
        self._met: dict[Shape, tuple[tuple[int, ...], tuple[Rule, ...]]] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Correct a document's words in place, later rules over earlier ones, and give it."""
        due: list[tuple[int, int]] = []
        for token in doc:
            alone, begun = self._rules_at(token)
            due += [(rule, token.i) for rule in alone]
            for rule, words in begun:
                row = doc[token.i : token.i + len(words)]
                if len(row) == len(words) and all(map(_fits, words, row)):
                    due.append((rule, token.i + self._index[rule] % len(words)))
        for rule, place in sorted(set(due)):
            set_token_attrs(doc[place], self._attrs[rule])
        return doc

    def _rules_at(self, token: Token) -> tuple[tuple[int, ...], tuple[Rule, ...]]:
        """Give the rules about a word alone, and those about several that can begin with it."""
        shape = (token.lower, token.tag, token.dep)
        if shape not in self._met:
            if len(self._met) >= _MOST:
                self._met.clear()
            of_word = [self._by_word.get(word, {}) for word in (token.lower_, None)]
            asked = [rule for by_tag in of_word for tag in (token.tag_, None) for rule in by_tag.get(tag, ())]
            begun = [rule for rule in asked if _fits(rule[1][0], token)]
            alone = tuple(number for number, words in begun if len(words) == 1)
            self._met[shape] = alone, tuple(rule for rule in begun if len(rule[1]) > 1)
        return self._met[shape]


def _fits(asked: Mapping[str, Any], token: Token) -> bool:
    """Whether a word is as a rule asks."""
    found = {"TAG": token.tag_, "LOWER": token.lower_, "DEP": token.dep_, "IS_SPACE": token.is_space}
    return all(_is(found[name], value) for name, value in asked.items())


def _is(found: object, asked: object) -> bool:
    """Whether a word's value is the one asked for, or meets the conditions asked for: "IN", "NOT_IN", "REGEX"."""
    if not isinstance(asked, Mapping):
        return found == asked
    return all(_MEETS[sign](found, value) for sign, value in asked.items())


_MEETS: Mapping[str, Callable[[Any, Any], bool]] = {
    "IN": lambda found, many: found in many,
    "NOT_IN": lambda found, many: found not in many,
    "REGEX": lambda found, shape: re.search(shape, found) is not None,
}
