"""What is counted: the states that do something, and missions of which somebody has several."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from credence.read.nouns.anaphors import whole_of
from credence.read.nouns.phrases import coordinated, not_one
from credence.read.words.forms import tallied
from credence.read.words.tree import Token

Value = Callable[[str, Token], str | None]
"""Gives the value of a noun in a class of the lexicon."""

_FURTHER = {"other", "more", "further", "additional"}  # "and four other states"


def is_of_several_missions(token: Token, value: Value) -> bool:
    """Tell whether a noun is of several missions: "three embassies", "two of its consulates"."""
    parts = whole_of(token) != token and token.lower_ != "one"
    counted = parts or any(c.dep_ == "nummod" for c in token.children)
    return counted and value("mission", whole_of(token)) is not None


def post_of(noun: Token, value: Value) -> str | None:
    """Give the post of counted missions: "39 embassies and consulates" are of several, which are just missions."""
    beside = (t for t in coordinated(noun) if t == noun or not any(c.dep_ == "nummod" for c in t.children))
    posts = {post for t in beside if (post := value("mission", t)) is not None}
    return "mission" if len(posts) > 1 else next(iter(posts), None)


def _out_of(number: Token) -> Iterator[Token]:
    """What a number is a part of: "140 of the 193 members", "46 out of a total of 193 members"."""
    behind = [t for t in number.doc[number.i + 1 : number.i + 2] if t.lower_ == "out"]  # a parser hangs it anywhere
    for prep in dict.fromkeys((*number.children, *behind)):
        for noun in prep.children if prep.lower_ in {"of", "out"} else ():
            if noun.dep_ == "pobj":
                yield noun
            if noun.lemma_ == "total" or noun.lower_ == "of":
                yield from _out_of(noun if noun.lemma_ == "total" else prep)


def counts_states(token: Token, value: Value) -> bool:
    """Tell whether a noun or number counts states: "117 states", "some 140 of the 193 members"."""
    if not_one(token):
        return False
    if token.pos_ == "NUM":
        if any(c.dep_ == "det" and c.lower_ in {"the", "these", "both"} for c in token.children):
            return False  # "the two do not recognise each other"
        if token.dep_ == "nsubj" or (token.dep_ == "pobj" and tallied(token)):  # "106 do not recognise it"
            return True
        return any(value("states", noun) is not None for noun in _out_of(token))
    beside = {c.lower_ for c in token.children} & _FURTHER
    numbered = any(c.dep_ == "nummod" for c in token.children)
    return value("states", token) is not None and numbered and not beside
