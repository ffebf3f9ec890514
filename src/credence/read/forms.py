"""Forms of verbs and nouns that are asked for everywhere: infinitives, ordinals, tallies."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Token

MONTHS = frozenset(
    {"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november"}
    | {"december"}
)
TIMES = frozenset(  # nouns that say when: "the day Peru left"
    {"day", "time", "moment", "year", "month", "week", "night", "hour", "minute", "date", "morning", "evening"}
    | {"afternoon", "weekend", "spring", "summer", "autumn", "fall", "winter", "decade", "century", "instant"}
)
TALLIES = {"number", "total", "tally"}
_NTH = re.compile(r"\d+(?:st|nd|rd|th)|\w+(?:nth|fth|xth|enth|ieth)|eighth|ninth|fifth")
_ORDINALS = frozenset(
    {"first", "second", "third", "fourth", "fifth", "sixth", "only", "last", "latest", "next", "sole"}
)


def left_of(token: Token, steps: int = 1) -> Token:
    """Give the word so many before another; the first of the sentence where there is none."""
    first: Token = token.doc[max(token.i - steps, 0)]
    return first


def right_of(token: Token, steps: int = 1) -> Token:
    """Give the word so many behind another; the last of the sentence where there is none."""
    last: Token = token.doc[min(token.i + steps, len(token.doc) - 1)]
    return last


def parts_of(verb: Token) -> Iterator[Token]:
    """Give what hangs on a verb or on its auxiliaries: "it has not, as some wrote, closed"."""
    for child in verb.children:
        yield child
        if child.dep_ in {"aux", "auxpass"}:
            yield from child.children


def infinitive(verb: Token) -> bool:
    """Tell whether a verb stands with "to"."""
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)


def ordinal(noun: Token) -> bool:
    """Tell whether a noun is one of a row: "the first to", "the only country to", "the 98th state to"."""
    before = [c for c in noun.children if c.dep_ in {"amod", "advmod", "compound", "nummod"}]
    return any(t.lower_ in _ORDINALS or _NTH.fullmatch(t.lower_) for t in (noun, *before))


def tallied(number: Token) -> bool:
    """Whether it is what a number amounts to: "the number of states that recognise Peru stands at 40"."""
    if number.head.lower_ not in {"at", "to"} or number.head.dep_ != "prep":
        return False
    return any(t.lemma_.lower() in TALLIES for t in number.doc[: number.i] if t.dep_ in {"nsubj", "dobj", "nsubjpass"})


def bare_adjective(word: Token) -> bool:
    """Tell an adjective after an object that was taken for a clause: "dismissed the claim as baseless"."""
    before = any(c.dep_ in {"nsubj", "nsubjpass", "csubj", "mark", "aux"} for c in word.children)
    return word.dep_ in {"advcl", "ccomp"} and word.tag_ == "JJ" and word.i > word.head.i and not before


def before_sum(name: Token) -> bool:
    """Whether a name before a sum was taken for a part of it: "promised Chad 5 million dollars"."""
    behind = name.nbor(1) if name.i + 1 < len(name.doc) else name
    return name.dep_ == "nmod" and name.pos_ == "PROPN" and (behind.pos_ == "NUM" or behind.text in {"$", "€", "£"})
