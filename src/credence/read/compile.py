"""Patterns made ready: which words must stand in a sentence to be worth parsing, and which pattern to try where."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import ahocorasick

from credence.catalog.cues import Cues
from credence.catalog.lexicon import Lexicon
from credence.catalog.patterns import Pattern, Slot
from credence.catalog.spelling import fold

_WORD_BEFORE = re.compile(r"\w")
_SILENT = {"of", "to", "by", "as", "that", "for"}  # prepositions that other forms of a clause can do without
_SAID = {  # what stands for the relations of reported speech
    "must": frozenset({"must", "should", "ought", "has to", "have to", "had to", "need", "insist", "time", "turn"}),
    "whose": frozenset({"it "}),
    "doing": frozenset[str](),
}
_STAND_INS = frozenset(  # words for a mission that the sentence before names
    {"own", "theirs", "one ", "ones ", "it closed", "it opened", "it reopened", "it shut", "it resumed", "it works"}
    | {"it was closed", "it was opened", "it was reopened", "it has been closed", "it has been led", "it is run"}
    | {"it has closed", "it has reopened", "it will close", "it will open", "it will reopen", "it remains open"}
    | {"it remains closed", "it ceased", "it operates", "it stayed open", "it is closed", "it is led", "it was run"}
)
_MONEY = ("$", "€", "£", "¥", "million", "billion", "dollar", "euro", "pound", "rupee", "yuan", "money", "fund", "aid")


@dataclass(frozen=True, slots=True)
class Compiled:
    """Patterns by predicate, with the automaton of their triggers.

    Attributes:
        by_predicate: Folded lemma of the predicate → patterns, in the order of their files.
        nouns: Lemma of a noun predicate → patterns with ``form = "noun"``.
        needs: For each trigger of a pattern's smallest group, the groups of which one each must stand in the sentence.
        automaton: Finds trigger stems in lower-case text.
    """

    by_predicate: Mapping[str, tuple[Pattern, ...]]
    nouns: Mapping[str, tuple[Pattern, ...]]
    needs: Mapping[str, tuple[tuple[frozenset[str], ...], ...]]
    automaton: ahocorasick.Automaton

    def wants(self, sentence: str) -> bool:
        """Tell whether any pattern could be met in a sentence."""
        lowered = sentence.lower()
        found = set()
        for end, stem in self.automaton.iter(lowered):
            start = end - len(stem) + 1
            if start == 0 or not _WORD_BEFORE.match(lowered[start - 1]) or not stem[0].isalpha():
                found.add(stem)
        return any(all(group & found for group in groups) for stem in found for groups in self.needs.get(stem, ()))


def compile_patterns(
    patterns: Iterable[Pattern], lexicon: Lexicon, cues: Cues, irregular: Mapping[str, frozenset[str]]
) -> Compiled:
    """Make patterns ready.

    Args:
        patterns: All patterns of the language.
        lexicon: Its word classes, for slots that ask for one.
        cues: Its nominalisations.
        irregular: Folded lemma → forms that do not begin with its stem ("take" → "took").
    """
    nouns_of: dict[str, set[str]] = defaultdict(set)
    for noun, verb in cues.nominals.items():
        nouns_of[verb].add(noun)
    by_predicate: dict[str, list[Pattern]] = defaultdict(list)
    nouns: dict[str, list[Pattern]] = defaultdict(list)
    needs: list[tuple[frozenset[str], ...]] = []
    for pattern in patterns:
        table = nouns if pattern.form == "noun" else by_predicate
        for predicate in sorted(pattern.predicates):
            key = fold(predicate).replace("-", "") if pattern.form == "clause" else fold(predicate)
            if pattern not in table[key][-1:]:
                table[key].append(pattern)
        needs.append(tuple(_needs(pattern, lexicon, nouns_of, irregular)))
    by_stem: dict[str, list[tuple[frozenset[str], ...]]] = defaultdict(list)
    for groups in dict.fromkeys(needs):
        for one in min(groups, key=len):
            by_stem[one].append(groups)
    automaton = ahocorasick.Automaton()
    for stem in sorted({stem for groups in needs for group in groups for stem in group}):
        automaton.add_word(stem, stem)
    automaton.make_automaton()
    return Compiled(
        {k: tuple(v) for k, v in by_predicate.items()},
        {k: tuple(v) for k, v in nouns.items()},
        {k: tuple(v) for k, v in by_stem.items()},
        automaton,
    )


def _needs(
    pattern: Pattern, lexicon: Lexicon, nouns_of: Mapping[str, set[str]], irregular: Mapping[str, frozenset[str]]
) -> Iterable[frozenset[str]]:
    predicate = set()
    for lemma in pattern.predicates:
        forms = {lemma, *nouns_of.get(fold(lemma), ())} if pattern.form == "clause" else {lemma}
        predicate |= {stem(form) for form in forms} | irregular.get(lemma, frozenset())
    if pattern.predicates != {"be"}:
        yield frozenset(predicate)
    for literal in pattern.literals:
        yield frozenset({stem(word) for word in literal}.union(*(irregular.get(w, frozenset()) for w in literal)))
    for slot in (slot for slot in pattern.slots if not slot.optional):
        cls = slot.word_class
        yield from _governing(slot)
        if cls in lexicon.classes and cls != "territory":
            words = lexicon.words(cls)
            stems = frozenset(stem(word) for word in words).union(*(irregular.get(w, frozenset()) for w in words))
            yield stems | _STAND_INS if cls == "mission" else stems
        elif slot.type == "money":
            yield frozenset(_MONEY)


def _governing(slot: Slot) -> Iterable[frozenset[str]]:
    """Words of which one stands where a slot's preposition does."""
    said = next((_SAID[one] for one in slot.prepositions if one in _SAID), None)
    if said is not None:
        yield from (said,) if said else ()
    elif slot.prepositions and not _SILENT & set(slot.prepositions):
        yield frozenset(slot.prepositions)


def stem(lemma: str) -> str:
    """Give the beginning that all regular forms of a lemma share, in both spellings: "recognize" → "recogni"."""
    word = fold(lemma)
    for ending in ("ization", "ize"):
        if word.endswith(ending):
            return word.removesuffix(ending) + "i"
    if word.endswith("or") and len(word) > 5:
        return word.removesuffix("or") + "o"
    return word[:-1] if word[-1] in "ey" and len(word) > 3 else word
