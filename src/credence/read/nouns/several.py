"""Names told apart of many, and missions told by their buildings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from credence.read.words.tree import Token

AMONG_FIRST = {"first", "earliest", "latest", "last", "best", "most"}
_LANDS = {"region", "territory", "republic", "province", "enclave", "entity", "statelet", "island"}
_NAMING = {"including", "notably"}
_SOME = {"number", "group", "handful", "dozen", "score", "host", "string", "series", "bloc", "majority", "clutch"}
_SOME |= {"several", "many", "some", "range"}
HOUSES = {"building", "compound", "premise", "premises", "property", "ground", "chancery"}


def housed(token: Token) -> Token:
    """Give the mission whose building a noun is: "the Chadian embassy building"; else the noun."""
    inside = (c for c in token.lefts if c.dep_ == "compound" and c.i == token.i - 1)
    return next(inside, token) if token.lemma_ in HOUSES else token


def singled_out(named: Token) -> bool:
    """Whether names in apposition are some of many: "ten states, among them Peru and Chad", "Peru among the first"."""
    inside = (c for prep in named.children if prep.lower_ == "among" for c in prep.children)
    return any(c.lower_ in {"them", *AMONG_FIRST} for c in inside)


def told_of(noun: Token) -> Iterator[Token]:
    """Give what hangs on a noun and, of several, on whatever they are: "a number of states, including Peru, have"."""
    yield from noun.children
    if noun.lemma_.lower() in _SOME:
        inside = (c for prep in noun.children if prep.lower_ == "of" for c in prep.children if c.tag_ == "NNS")
        yield from (child for one in inside for child in one.children)


def are_lands(token: Token) -> bool:
    """Tell whether words take up lands that were named before: "both regions", "the two territories"."""
    return token.lemma_ in _LANDS and any(c.lower_ in {"both", "two", "three"} for c in token.lefts)


def with_counted(kind: str, tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Give nouns and, of deeds, those they are said to include: "recent steps, including the arrest of two sailors"."""
    inside = (one for token in tokens for one in _counted_in(token)) if kind == "deed" else ()
    return tuple(dict.fromkeys((*tokens, *inside)))


def _counted_in(token: Token) -> list[Token]:
    """Give what a noun includes that does not say itself whose it is."""
    if any(c.dep_ == "poss" or (c.dep_ in {"amod", "compound"} and c.text[:1].isupper()) for c in token.lefts):
        return []
    preps = [c for c in token.children if c.i > token.i and c.dep_ in {"prep", "acl"} and c.lower_ in _NAMING]
    return [one for prep in preps for c in prep.children if c.dep_ in {"pobj", "dobj"} for one in (c, *c.conjuncts)]
