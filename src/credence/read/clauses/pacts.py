"""With whom a pact is that is to do something: "agreements to establish ties with Israel", "a deal with Peru to"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from credence.read.nouns.phrases import spread
from credence.read.words.forms import infinitive

PACTS = frozenset(
    {"agreement", "accord", "deal", "pact", "treaty", "memorandum", "protocol", "understanding", "communiqué"}
)
"""Nouns for what several agree on."""

_RELATIONS = {"tie", "relation", "link", "relationship"}

Oblique = tuple[str, tuple[Token, ...]]


def partners_in(noun: Token) -> Iterator[Oblique]:
    """Give with whom a pact is that is to bring relations with them: "agreements to establish ties with Israel"."""
    if noun.lemma_ not in PACTS or any(c.lower_ in {"with", "between"} for c in noun.children):
        return
    for verb in (c for c in noun.children if c.dep_ in {"acl", "relcl"} and infinitive(c)):
        related = [c for c in verb.children if c.dep_ == "dobj" and c.lemma_ in _RELATIONS]
        yield from _with(*related, *((verb,) if related else ()))


def partners_over(verb: Token) -> Iterator[Oblique]:
    """Give with whom a pact is that says what is to be done: "a deal with Israel to normalise relations"."""
    above = verb.head
    if not infinitive(verb):
        return
    if verb.dep_ in {"acl", "relcl"} and above.lemma_ in PACTS:
        yield from _with(above)
    elif verb.dep_ in {"advcl", "xcomp"}:
        pacts = [c for c in above.children if c.dep_ == "dobj" and c.lemma_ in PACTS]
        yield from _with(*pacts, *((above,) if pacts else ()))


def _with(*heads: Token) -> Iterator[Oblique]:
    for prep in (c for head in heads for c in head.children if c.dep_ == "prep" and c.lower_ == "with"):
        yield "with", tuple(one for c in prep.children if c.dep_ == "pobj" for one in spread(c))
