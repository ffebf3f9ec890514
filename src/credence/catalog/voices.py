"""Words of saying: verbs, source phrases, nouns and adverbs of speech; and what speakers are called.

One file a language, ``data/voices/<lang>.toml``. Its examples and near misses are run by the tests.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from types import MappingProxyType
from typing import Any, Literal, get_args

from credence.catalog.load import load_toml
from credence.errors import BadKnowledge

Stance = Literal["asserts", "denies", "asks"]


@dataclass(frozen=True, slots=True)
class SayingVerb:
    """A verb whose subject says what its complement holds.

    Attributes:
        lemma: The verb.
        stance: How it treats what is said.
        noun: Whether a noun phrase, too, can be what is said ("announced the closure of …").
        infinitive: Whether an infinitive, too, can be ("claims to run …").
        loose: Whether what follows it is said even where the parser sees no clause.
        tells: Whether its object is who listens ("told reporters that …").
    """

    lemma: str
    stance: Stance
    noun: bool = False
    infinitive: bool = False
    loose: bool = False
    tells: bool = False


@dataclass(frozen=True, slots=True, eq=False)  # told apart by which it is, so that answers about names can be kept
class Voices:
    """Everything known about speech in one language.

    Attributes:
        verbs: Lemma → verb of saying.
        relays: Lemmas whose object is the nearer voice ("citing officials").
        sources: Phrases, word by word, after which the speaker stands ("according to").
        idioms: Verb → words that make it one of saying ("made clear that", "let it be known that").
        accusing: Verbs with "of" what they say ("accused Chad of closing").
        wishes: Verbs under which an infinitive is in the words of who wants or promises it ("urged Chad to close").
        tallies: Lemmas of what a number is "by" ("by Rome's count").
        views: What is somebody's own way of seeing or saying it ("in Norway's view", "to his mind").
        measures: Lemmas of what something can be done "according to" without being said.
        nouns: Lemma → stance of nouns for something said ("claim", "denial").
        hearsay: Adverbs that make the clause somebody else's words without saying whose.
        papers: Lemmas of things that speak for who wrote them ("statement", "report").
        offices: Lemmas of offices ("minister", "spokesman").
        office_modifiers: Words that belong to an office before it ("foreign", "acting").
        independents: Lemmas of callings that speak for nobody but themselves ("analyst").
        unnamed: Lemmas for people who are not named ("official", "source").
        organs: Lemmas of organs that speak for a party ("ministry", "government").
        outlets: Words that end, or are, the name of a news outlet ("agency", "Reuters").
        honorifics: Words before a name that are not part of it ("Mr").
        labels: Words before a headline's colon that name no speaker ("Analysis").
        broadcasters: Labels of those who present a broadcast ("PRESENTER"): what they say, the station says.
        questions: Labels of a transcript's turns that only ask ("QUESTION").
        ends: Words that, after a comma, end what is said and bring back the writer ("despite").
        persons: Pronouns for a person ("he").
        writers: Pronouns for whoever writes or speaks ("we").
        others: Pronouns for anybody, or for an organ or party ("it", "they").
    """

    verbs: Mapping[str, SayingVerb]
    relays: frozenset[str]
    sources: tuple[tuple[str, ...], ...]
    idioms: Mapping[str, frozenset[str]]
    accusing: frozenset[str]
    wishes: frozenset[str]
    tallies: frozenset[str]
    views: frozenset[str]
    measures: frozenset[str]
    nouns: Mapping[str, Stance]
    hearsay: frozenset[str]
    papers: frozenset[str]
    offices: frozenset[str]
    office_modifiers: frozenset[str]
    independents: frozenset[str]
    unnamed: frozenset[str]
    organs: frozenset[str]
    outlets: frozenset[str]
    honorifics: frozenset[str]
    labels: frozenset[str]
    broadcasters: frozenset[str]
    questions: frozenset[str]
    ends: frozenset[str]
    persons: frozenset[str]
    writers: frozenset[str]
    others: frozenset[str]

    def is_outlet(self, name: str) -> bool:
        """Tell whether a name is that of a news outlet: one of its words at the end, or all of it, says so."""
        words = name.lower().replace("’s", "").replace("'s", "").split()
        return any(" ".join(words[start:]) in self.outlets for start in range(len(words)))


@cache
def load_voices(lang: str = "en") -> Voices:
    """Load the words of saying of a language.

    Args:
        lang: Language, as the name of its file.

    Raises:
        BadKnowledge: If a list or a stance is missing or unknown, or a verb stands there twice.
    """
    path = f"voices/{lang}.toml"
    table = load_toml(path)
    verbs: dict[str, SayingVerb] = {}
    for row in table.get("verb", []):
        for lemma in row["words"]:
            if lemma in verbs:
                raise BadKnowledge(f"data/{path}", f"the verb “{lemma}” stands there twice", "keep one")
            verbs[lemma] = _verb(lemma, row, path)
    return Voices(
        verbs=MappingProxyType(verbs),
        sources=tuple(tuple(words.split()) for words in _words(table, "sources", path)),
        idioms=MappingProxyType({row["verb"]: frozenset(_words(row, "words", path)) for row in table["idiom"]}),
        nouns=MappingProxyType(
            {lemma: _stance(row, path) for row in table.get("noun", []) for lemma in row["words"]},
        ),
        **{name: frozenset(_words(table, name, path)) for name in _LISTS},
    )


_LISTS = tuple(field.name for field in fields(Voices) if field.name not in {"verbs", "sources", "nouns", "idioms"})


def _verb(lemma: str, row: dict[str, Any], path: str) -> SayingVerb:
    return SayingVerb(
        lemma,
        _stance(row, path),
        noun=bool(row.get("noun", False)),
        infinitive=bool(row.get("infinitive", False)),
        loose=bool(row.get("loose", False)),
        tells=bool(row.get("tells", False)),
    )


def _stance(row: dict[str, Any], path: str) -> Stance:
    for stance in get_args(Stance):
        if row.get("stance") == stance:
            return stance  # type: ignore[no-any-return]  # one of the three, by the comparison
    raise BadKnowledge(f"data/{path}", f"unknown stance “{row.get('stance')}”", "use asserts, denies or asks")


def _words(table: dict[str, Any], name: str, path: str) -> list[str]:
    words = table.get(name)
    if not isinstance(words, list) or not words:
        raise BadKnowledge(f"data/{path}", f"no list “{name}”", "add it")
    return [str(word) for word in words]
