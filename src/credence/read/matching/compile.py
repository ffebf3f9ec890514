"""Patterns made ready: which words must stand in a sentence to be worth parsing, and which pattern to try where."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import ahocorasick

from credence.catalog.cues import Cues
from credence.catalog.lexicon import Lexicon
from credence.catalog.patterns import PREPOSITIONS, Pattern, Slot
from credence.catalog.spelling import fold
from credence.read.matching.stances import is_stance
from credence.read.words.stems import is_inflected, stem

_IN_WORD = re.compile(r"\w")
_REST = re.compile(r"[^\W\d_]+")
Groups = tuple[frozenset[str], ...]
_SILENT = {"of", "to", "by", "as", "that", "for"}  # prepositions that other forms of a clause can do without
_SAID = {  # what stands for the relations of reported speech
    "owed": frozenset({"must", "should", "want", "demand", "insist", "ask", "request", "urge", "require", "need"}),
    "must": frozenset({"must", "should", "ought", "has to", "have to", "had to", "need", "insist", "time", "turn"}),
    "whose": frozenset({"it "}),
    "doing": frozenset[str](),
    "being": frozenset[str](),
}
_MISSION = frozenset(  # words for a mission that the sentence before names
    {f"{verb} it" for verb in ("close", "closed", "closes", "closing", "shut", "shuts", "shutting", "vacated")}
    | {f"{verb} it" for verb in ("reopen", "reopened", "reopens", "reopening", "evacuated", "shuttered")}
    | {"the post", "that post", "this post"}
    | {"own", "theirs", "none", "one ", "ones ", "it closed", "it opened", "it reopened", "it shut", "it resumed"}
    | {"it works"}
    | {"it was closed", "it was opened", "it was reopened", "it has been closed", "it has been led", "it is run"}
    | {"it was moved", "it moved", "it has been moved", "it was shut", "it has been run", "it stayed", "it has stayed"}
    | {"it never", "it remained", "it was raised", "it was upgraded", "it became", "it has worked", "it was handed"}
    | {"it is to", "it will be", "it may", "it has been", "it now", "it still", "it lies", "it stands", "it had been"}
    | {"it has closed", "it has reopened", "it will close", "it will open", "it will reopen", "it remains open"}
    | {"it remains closed", "it ceased", "it operates", "it stayed open", "it is closed", "it is led", "it was run"}
)
_OWNED = frozenset(  # "Chile's is shut, too", "those of Chad have stayed open"
    {f"'s {verb}" for verb in ("was", "were", "is", "are", "has", "have", "had", "will", "never", "still", "also")}
    | {f"'s {verb}" for verb in ("closed", "opened", "reopened", "shut", "remained", "stayed", "works", "work")}
    | {"those of", "those in"}
)
_STAND_INS = {
    "mission": _MISSION | _OWNED,
    "envoy": frozenset({"own", "theirs", "hers", "ours", "new one", "another one"})
    | {"counterpart", "opposite number", "colleague"},
    "list": frozenset({"own", "theirs", "ours", "those of", "that of"}),
    "recognitions": frozenset({"it"}),
    "ties": frozenset({"them", "they were", "they had been", "they have been", "they are", "they will be"}),
    "deed": frozenset({"it", "this", "that", "them", "what", "which"}),
}
_WILL_BE = frozenset({"will", "shall", "ll", "to be", "would"})
_OF_TYPE = {  # words of which one stands in a slot whose type is no class of the lexicon
    "money": frozenset(
        {"$", "€", "£", "¥", "million", "billion", "dollar", "euro", "pound", "rupee", "yuan", "money", "fund", "aid"}
    ),
    "thelist": frozenset({"list", "register", "schedule"}),
    "count": frozenset("0123456789")
    | {"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen"}
    | {"fifteen", "twenty", "thirty", "forty", "fifty", "dozen", "score", "hundred", "several"},
}


@dataclass(frozen=True, slots=True)
class Compiled:
    """Patterns by predicate, with the automaton of their triggers.

    Attributes:
        by_predicate: Folded lemma of the predicate → patterns, in the order of their files.
        nouns: Lemma of a noun predicate → patterns with ``form = "noun"``.
        needs: For each trigger of a pattern's smallest group, the groups of which one each must stand in the sentence,
            with the ids of the patterns that need just these.
        stances: Ids of the patterns of stances.
        beginnings: Stems that any letters may follow.
        automaton: Finds trigger stems in lower-case text.
    """

    by_predicate: Mapping[str, tuple[Pattern, ...]]
    nouns: Mapping[str, tuple[Pattern, ...]]
    needs: Mapping[str, tuple[tuple[Groups, frozenset[str]], ...]]
    stances: frozenset[str]
    beginnings: frozenset[str]
    automaton: ahocorasick.Automaton

    def possible(self, sentence: str) -> frozenset[str]:
        """Give the ids of the patterns that could be met in a sentence: all words that each needs are in it."""
        found = self._triggers(sentence.lower())
        open_ = [
            ids
            for trigger in found
            for groups, ids in self.needs.get(trigger, ())
            if not any(map(found.isdisjoint, groups))
        ]
        return frozenset().union(*open_)

    def _triggers(self, lowered: str) -> set[str]:
        """Trigger stems whose inflected forms stand in the text as words; prepositions must be the whole word."""
        found = set()
        for end, trigger in self.automaton.iter(lowered):
            start = end - len(trigger) + 1
            if trigger in found or (start and trigger[0].isalpha() and _IN_WORD.match(lowered[start - 1])):
                continue
            rest = _REST.match(lowered, end + 1)
            ending = rest[0] if rest is not None else ""
            whole = not ending or trigger in self.beginnings
            if whole or (trigger not in PREPOSITIONS and is_inflected(trigger, ending)):
                found.add(trigger)
        return found


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
    needs: dict[Groups, set[str]] = defaultdict(set)
    told = {cls: _told(cls, lexicon, irregular) for cls in lexicon.classes if cls != "territory"}
    for pattern in patterns:
        table = nouns if pattern.form == "noun" else by_predicate
        for predicate in sorted(pattern.predicates):
            key = fold(predicate).replace("-", "") if pattern.form == "clause" else fold(predicate)
            if pattern not in table[key][-1:]:
                table[key].append(pattern)
        needs[tuple(_needs(pattern, told, nouns_of, irregular))].add(pattern.id)
    by_stem: dict[str, list[tuple[Groups, frozenset[str]]]] = defaultdict(list)
    for groups, ids in needs.items():
        for one in min(groups, key=_commonness):
            by_stem[one].append((groups, frozenset(ids)))
    automaton = ahocorasick.Automaton()
    for trigger in sorted({trigger for groups in needs for group in groups for trigger in group}):
        automaton.add_word(trigger, trigger)
    automaton.make_automaton()
    return Compiled(
        {k: tuple(v) for k, v in by_predicate.items()},
        {k: tuple(v) for k, v in nouns.items()},
        {k: tuple(v) for k, v in by_stem.items()},
        frozenset(
            pattern.id
            for table in (by_predicate, nouns)
            for row in table.values()
            for pattern in row
            if is_stance(pattern)
        ),
        frozenset().union(*(lexicon.beginnings(cls) for cls in lexicon.classes)),
        automaton,
    )


def _commonness(group: frozenset[str]) -> tuple[bool, int]:
    """How often one of some words stands in a sentence, to compare: a preposition in nearly all."""
    return not group.isdisjoint(PREPOSITIONS), len(group)


def _told(cls: str, lexicon: Lexicon, irregular: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """Stems of which one stands wherever a noun of a class does."""
    words = lexicon.words(cls)
    stems = frozenset(stem(word) for word in words).union(*(irregular.get(word, frozenset()) for word in words))
    return stems | lexicon.beginnings(cls) | _STAND_INS.get(cls, frozenset())


def _needs(
    pattern: Pattern,
    told: Mapping[str, frozenset[str]],
    nouns_of: Mapping[str, set[str]],
    irregular: Mapping[str, frozenset[str]],
) -> Iterable[frozenset[str]]:
    predicate = set()
    for lemma in pattern.predicates:
        forms = {lemma, *nouns_of.get(fold(lemma), ())} if pattern.form == "clause" else {lemma}
        predicate |= {stem(form) for form in forms} | irregular.get(lemma, frozenset())
    if pattern.predicates != {"be"}:
        yield frozenset(predicate)
    elif pattern.only == "planned":
        yield _WILL_BE
    for literal in pattern.literals:
        yield frozenset({stem(word) for word in literal}.union(*(irregular.get(w, frozenset()) for w in literal)))
    for slot in (slot for slot in pattern.slots if not slot.optional):
        yield from _governing(slot)
        if slot.word_class in told:
            yield told[slot.word_class]
        elif slot.type in _OF_TYPE:
            yield _OF_TYPE[slot.type]


def _governing(slot: Slot) -> Iterable[frozenset[str]]:
    """Words of which one stands where a slot's preposition does."""
    said = next((_SAID[one] for one in slot.prepositions if one in _SAID), None)
    if said is not None:
        yield from (said,) if said else ()
    elif slot.prepositions and not _SILENT & set(slot.prepositions):
        yield frozenset(slot.prepositions)
