"""What a relative clause takes as its object: "the embassy (that) Peru closed", "whom Chad is expected to expel"."""

from __future__ import annotations

from collections.abc import Iterator

from credence.read.clauses.obliques import WH
from credence.read.clauses.subjects import SUBJECTS
from credence.read.nouns.phrases import spread
from credence.read.words.forms import TIMES, infinitive, ordinal
from credence.read.words.tree import Token

_EMBEDDED = {"conj", "xcomp", "ccomp", "acomp"}
_FRONTED = {"dobj", "pobj", "dep", "npadvmod"}
_WAYS = {"way", "reason", "place", "point", "extent", "manner"}  # "the way Peru left"
_WISHING = {"want", "wish", "need", "prefer", "intend", "like", "expect"}
_AT = {"in", "at", "with", "to", "between"}


def relative_object(verb: Token) -> Iterator[Token]:
    """Give the noun a relative clause takes as its object: "the embassy (which) it closed"."""
    if verb.lemma_ in _WISHING and any(_takes_relative(c) for c in verb.children):
        return  # "whom Peru wants to send": it wants nothing of him
    path = list(_path(verb))
    clause = path[-1]
    if clause.dep_ != "relcl" or any(_is_subject(c) for v in path for c in v.children):
        return
    own = clause.tag_ in {"NN", "NNS"}  # "which Peru and Chile list as", with "list" taken for a noun
    if not own and not any(c.dep_ in SUBJECTS and c.lower_ != "whom" for v in path for c in v.children):
        return
    fronted = any(_is_fronted(c) for v in path for c in v.children)
    placed = any(g.tag_ in WH for c in clause.children if c.dep_ in {"prep", *SUBJECTS} for g in c.children)
    free = not placed and not any(c.tag_ == "WRB" for c in clause.children)
    if fronted or (free and clause.head.lemma_.lower() not in TIMES | _WAYS):
        yield from _standing_before(clause.head, clause)
        yield from spread(clause.head)


def _is_subject(word: Token) -> bool:
    """Whether a relative pronoun does what its clause tells; "whom" never does, whatever the parser makes of it."""
    return word.tag_ in WH and word.dep_ in SUBJECTS and word.lower_ != "whom"


def _is_fronted(word: Token) -> bool:
    """Whether a relative pronoun stands before its clause as the object."""
    return word.tag_ in WH and (word.dep_ in _FRONTED or (word.dep_ in SUBJECTS and word.lower_ == "whom"))


def _takes_relative(verb: Token) -> bool:
    """Whether an infinitive has the relative pronoun for its object: "whom Peru wants to send to Oslo"."""
    return verb.dep_ == "xcomp" and infinitive(verb) and any(c.tag_ in WH and c.dep_ == "dobj" for c in verb.children)


def _path(verb: Token) -> Iterator[Token]:
    """A verb and what it is embedded in, up to the relative clause: "which Peru is ready to recognise"."""
    yield verb
    while verb.dep_ in _EMBEDDED or _is_first_to(verb):
        if verb.dep_ == "conj" and any(c.dep_ in {*SUBJECTS, "dobj"} for c in verb.children):
            return
        verb = verb.head.head if _is_first_to(verb) else verb.head
        yield verb


def _is_first_to(verb: Token) -> bool:
    """Whether an infinitive says what somebody is the first to do: "which Peru was the first to recognise"."""
    noun = verb.head
    return verb.dep_ in {"relcl", "acl"} and infinitive(verb) and noun.dep_ == "attr" and ordinal(noun)


def _standing_before(place: Token, clause: Token) -> Iterator[Token]:
    """What a place hangs on that a relative clause was hung on: "ties with Chad, which Peru severed"."""
    prep = place.head
    apart = place.dep_ == "pobj" and place.pos_ == "PROPN" and prep.lower_ in _AT
    if not apart or not any(c.lower_ == "which" for c in clause.children):
        return
    if prep.head.pos_ == "NOUN":
        yield from spread(prep.head)
    elif prep.head.pos_ == "VERB":  # "upgraded its mission in Lima, which it opened in 2023"
        yield from (one for c in prep.head.children if c.dep_ == "dobj" and c.i < prep.i for one in spread(c))
