"""Cues of polarity and mood, and the grammar words that steer clauses: ``data/moods/<lang>.toml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from credence.catalog.load import load_toml
from credence.catalog.spelling import fold
from credence.errors import BadKnowledge

EFFECTS = frozenset({"denied", "planned", "sought", "possible", "conditional", "plain", "reports"})


@dataclass(frozen=True, slots=True)
class Cues:
    """Words that change whether and how a clause holds; values are effects.

    Effects: "denied", the moods "planned", "sought", "possible", "conditional", "plain" (passes on what stands above
    it: "continue to"), and "reports" (speech: what stands above it does not reach the clause).

    Attributes:
        governors: Verbs, nouns, adjectives over an embedded clause ("refuse", "plan", "ready").
        modals: Auxiliaries ("may", "will").
        adverbs: Adverbs and determiners at the clause ("not", "never", "no", "potentially").
        adjectives: Adjectives before a noun that names an act ("the planned closure").
        prepositions: Prepositions over a gerund ("without").
        conditions: Conjunctions that make a clause a condition ("if").
        nominals: Nominalisation → verb.
        object_control: Verbs whose object does what follows.
        controlled: Preposition → verbs whose object does what follows it ("criticised Peru for closing").
        given: Predicates whose nominalisations come "from" somebody ("recognition from").
        wanting: Verbs whose subject is whom such a nominalisation is about ("want", "win").
        doing: Verbs whose subject does what a nominalisation without a doer names ("ordered the expulsion of").
        answering: Verbs whose subject does what a noun after "with" names ("responded with the expulsion of").
        repeats: Verb → words with which it says the clause before again ("follow suit", "do so"); "" for the bare verb.
        announcing: Words that make a plan of an act named by a noun ("announced the closure").
        writs: Written acts whose author does what they say ("a decree banning").
        factive: Verbs of saying whose content stands even where the saying is denied ("did not admit that").
        dismissals: Verbs that deny what a report or claim says ("dismissed reports that").
        signs: Words without which no sentence says another clause again.
    """

    governors: Mapping[str, str]
    modals: Mapping[str, str]
    adverbs: Mapping[str, str]
    adjectives: Mapping[str, str]
    prepositions: Mapping[str, str]
    conditions: frozenset[str]
    nominals: Mapping[str, str]
    object_control: frozenset[str]
    controlled: Mapping[str, frozenset[str]]
    given: frozenset[str]
    wanting: frozenset[str]
    doing: frozenset[str]
    answering: frozenset[str]
    repeats: Mapping[str, frozenset[str]]
    announcing: frozenset[str]
    writs: frozenset[str]
    factive: frozenset[str]
    dismissals: frozenset[str]
    signs: tuple[str, ...]


@cache
def load_cues(lang: str = "en") -> Cues:
    """Load the cues of a language.

    Raises:
        BadKnowledge: If an effect is unknown or a word has two effects in one table.
    """
    table = load_toml(f"moods/{lang}.toml")
    nouns = load_toml(f"lexicon/{lang}.nominals.toml")
    nominals = nouns["nominals"]
    return Cues(
        governors=_effects(table, "governor", lang),
        modals=_effects(table, "modal", lang),
        adverbs=_effects(table, "adverb", lang),
        adjectives=_effects(table, "adjective", lang),
        prepositions=_effects(table, "preposition", lang),
        conditions=frozenset(table["condition"]["words"]),
        nominals=MappingProxyType(
            {fold(str(noun)): fold(str(verb)) for verb, nouns in nominals.items() for noun in nouns}
        ),
        object_control=_folded(table["object_control"]["words"]),
        controlled=MappingProxyType({str(p): _folded(words) for p, words in table["controlled"].items()}),
        given=_folded(nouns["given"]["verbs"]),
        wanting=_folded(nouns["given"]["wanting"]),
        doing=_folded(nouns["given"]["doing"]),
        answering=_folded(nouns["given"]["answering"]),
        repeats=MappingProxyType({fold(str(row["verb"])): frozenset(row["words"]) for row in table["repeat"]}),
        announcing=_folded(table["announcing"]["words"]),
        writs=_folded(table["writ"]["words"]),
        factive=_folded(table["factive"]["words"]),
        dismissals=_folded(table["dismissal"]["words"]),
        signs=tuple(table["repeats"]["signs"]),
    )


def _folded(words: list[str]) -> frozenset[str]:
    return frozenset(fold(word) for word in words)


def _effects(table: dict[str, list[dict[str, object]]], name: str, lang: str) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for row in table[name]:
        effect, words = str(row["effect"]), row["words"]
        if effect not in EFFECTS or not isinstance(words, list):
            raise BadKnowledge(f"data/moods/{lang}.toml", f"no effect “{effect}”", f"one of {sorted(EFFECTS)}")
        for word in words:
            if found.setdefault(fold(str(word)), effect) != effect:
                raise BadKnowledge(f"data/moods/{lang}.toml", f"“{word}” has two effects as {name}", "keep one")
    return MappingProxyType(found)
