"""Who did it besides: those before whom or after whom it was done, and those whom the subject thereby joins.

"The fourth to do so after Chad", "the third state after Chad", "four days after Chad", "joining Chad and Mali",
"followed Mali in breaking with Chad".
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from credence.read.clauses.clauses import Clause
from credence.read.nouns.phrases import coordinated
from credence.read.words.foregone import own_year
from credence.read.words.forms import FINITE, infinitive, left_of, ordinal
from credence.read.words.tree import Token

_VERBS = {"VERB", "AUX"}
_LATEST = {"latest", "next"}
_STRETCHES = {"hour", "day", "week", "month", "year", "decade", "minute"}
_COUNTED = {"country", "state", "nation", "government", "member", "power", "capital", "one"}
_FEWEST = 2  # "joining the union" is no list of those who had done it


def alongside(clause: Clause) -> Iterator[tuple[Token, ...]]:
    """Give each group of names of whom a clause is said besides its subject.

    Args:
        clause: The clause.
    """
    if clause.passive or clause.nominal:
        return
    earlier = _before_it(clause)
    if earlier:
        yield earlier
    yield from _in_other_years(clause)
    named = clause.agents and all(t.pos_ == "PROPN" for t in clause.agents)
    if clause.anchor.pos_ not in _VERBS or not named or any(c.dep_ == "neg" for c in clause.anchor.children):
        return
    ways = (_in_a_row, _apart_in_time, _joined, _ahead)
    for names in (names for way in ways for names in way(clause)):
        if names and all(t.pos_ == "PROPN" for t in names):
            yield names


def _before_it(clause: Clause) -> tuple[Token, ...]:
    """Who did it before whoever is the next to: "the second state after Peru to", "the fourth to do so after Chad"."""
    verb = clause.anchor
    beside = (verb.head, *(c for c in verb.head.children if c.dep_ in {"attr", "appos", "oprd"}), *verb.lefts)
    nouns = [noun for noun in beside if noun.i < verb.i and _is_next(noun)] if infinitive(verb) else []
    if not nouns:
        return ()
    last = max(t.i for t in verb.subtree)
    after = (t for t in verb.doc[nouns[0].i + 1 : last + 1] if t.lower_ == "after")
    names = (n for prep in after for n in prep.children if n.dep_ == "pobj" and n.pos_ == "PROPN")
    named = tuple(one for name in itertools.islice(names, 1) for one in coordinated(name))
    return named if all(t.pos_ == "PROPN" and own_year(t) is None for t in named) else ()


def _is_next(noun: Token) -> bool:
    return ordinal(noun) or any(c.lower_ in _LATEST for c in noun.children)


def _in_a_row(clause: Clause) -> Iterator[tuple[Token, ...]]:
    """Who came before whoever is the third: "becoming the third state after Chad and Mali", "the second after Chad"."""
    for prep in _behind(clause.anchor, {"after"}):
        start = next(
            (t.i for t in reversed(prep.doc[clause.anchor.i : prep.i]) if t.lower_ in {",", ";", "and"}), prep.i
        )
        words = list(prep.doc[start : prep.i])
        numbered = next((n for n, t in enumerate(words) if n > 0 and ordinal(t) and words[n - 1].lower_ == "the"), None)
        if numbered is None or any(t.tag_ in FINITE or t.tag_ == "TO" for t in words):
            continue
        noun = words[numbered + 1] if numbered + 1 < len(words) else words[numbered]
        if noun.lemma_ in _COUNTED or noun.pos_ not in {"NOUN", "PROPN"} or noun == words[numbered]:
            yield tuple(one for n in prep.children if n.dep_ == "pobj" for one in coordinated(n))


def _apart_in_time(clause: Clause) -> Iterator[tuple[Token, ...]]:
    """Who did it days before or after: "cut ties with Peru, four days after Chad"."""
    for prep in _behind(clause.anchor, {"after", "before"}):
        if stretch_before(prep) is not None and not any(c.dep_ == "pcomp" for c in prep.children):
            yield tuple(one for n in prep.children if n.dep_ == "pobj" for one in coordinated(n))


def _in_other_years(clause: Clause) -> Iterator[tuple[Token, ...]]:
    """Who did it in years told of each: "recognised Peru, after Chad in 2009 and Mali in 2012"."""
    for prep in _behind(clause.anchor, {"after"}):
        names = (one for n in prep.children if n.dep_ == "pobj" for one in coordinated(n))
        yield from ((name,) for name in names if own_year(name) is not None)


def stretch_before(prep: Token) -> Token | None:
    """Give the stretch of time that a preposition counts: "days" of "four days after Chad"; None if there is none."""
    beside = (*(c for c in prep.children if c.dep_ == "npadvmod"), prep.head)
    return next((c for c in beside if c.i + 1 == prep.i and c.lemma_.lower() in _STRETCHES), None)


def _behind(verb: Token, words: set[str]) -> Iterator[Token]:
    """The prepositions behind a verb, in its own clause and in what hangs on it behind a comma."""
    for token in verb.subtree:
        if token.lower_ in words and token.dep_ == "prep" and token.i > verb.i and _clause_of(token) in {verb, None}:
            yield token


def _clause_of(token: Token) -> Token | None:
    """The finite verb over a word: None in what only says what the subject became."""
    while token.head != token and token.pos_ not in _VERBS:
        token = token.head
    return None if token.lemma_ == "become" and token.tag_ == "VBG" else token


def _joined(clause: Clause) -> Iterator[tuple[Token, ...]]:
    """Whom the subject thereby joins: "recognised Peru on Friday, joining Chad and Mali"."""
    for child in clause.anchor.rights:
        if child.lemma_ == "join" and child.tag_ == "VBG" and child.dep_ == "advcl" and left_of(child).text == ",":
            names = tuple(one for n in child.children if n.dep_ == "dobj" for one in coordinated(n))
            if len(names) >= _FEWEST and not any(c.lower_ == "in" for c in child.children):
                yield names


def _ahead(clause: Clause) -> Iterator[tuple[Token, ...]]:
    """Whom the subject follows in it, or joins: "followed Mali in breaking with Chad"."""
    verb = clause.anchor
    over = verb.head.head if verb.dep_ == "pcomp" and verb.head.lower_ == "in" else verb
    done = over.lemma_ in {"follow", "join"} and over.tag_ in {"VBD", "VBN", "VBZ", "VBG"}
    bare = not any(c.dep_ in {"neg", "auxpass"} or c.tag_ == "MD" for c in over.children)
    if over != verb and done and bare:
        yield tuple(one for n in over.children if n.dep_ == "dobj" for one in coordinated(n))
