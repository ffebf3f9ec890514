"""Places that a clause stands in though another clause names them: "in Accra, where Peru opened an embassy"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

_MOVING = {"return", "come", "go", "fly", "travel", "arrive", "move"}
_INTO = {"to", "in", "into"}
_BESIDE = {"conj", "advcl"}


def places_beyond(anchor: Token) -> Iterator[Token]:
    """Give the noun "where" stands for, and where somebody went who then acts: "returned to Doha and opened …"."""
    clause = anchor
    while True:
        where = next(
            (c for c in clause.children if c.dep_ == "advmod" and c.lower_ == "where" and c.i < clause.i), None
        )
        if where is not None:
            yield from _before(where)
            return
        if clause.dep_ not in {"conj", "xcomp", "ccomp"} or clause.head == clause:
            break
        clause = clause.head
    if anchor.dep_ in _BESIDE and anchor.head.lemma_ in _MOVING and anchor.i > anchor.head.i:
        yield from (
            noun
            for prep in anchor.head.children
            if prep.dep_ == "prep" and prep.lower_ in _INTO
            for noun in prep.children
            if noun.dep_ == "pobj" and noun.pos_ == "PROPN"
        )


def _before(where: Token) -> Iterator[Token]:
    """The noun right before "where", as which nothing else can be meant."""
    at = where.i - 1
    while at >= 0 and where.doc[at].is_punct:
        at -= 1
    if at >= 0 and where.doc[at].pos_ in {"PROPN", "NOUN"}:
        yield where.doc[at]
