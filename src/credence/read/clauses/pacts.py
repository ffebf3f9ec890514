"""Who is to do what was agreed: "agreements to establish ties with Israel", "a deal between Peru and Chad to"."""

from __future__ import annotations

from collections.abc import Iterator

from credence.read.nouns.hanging import governed
from credence.read.words.forms import infinitive
from credence.read.words.tree import Token

_PACTS = frozenset(
    {"agreement", "accord", "deal", "pact", "treaty", "memorandum", "protocol", "understanding", "communiqué"}
    | {"arrangement", "consensus"}
)
_RELATIONS = {"tie", "relation", "link", "relationship"}
_WHOSE = {"nsubjpass", "nsubj", "dobj"}

Oblique = tuple[str, tuple[Token, ...]]


def partners_in(noun: Token) -> Iterator[Oblique]:
    """Give with whom a pact is that is to bring relations with them: "agreements to establish ties with Israel"."""
    if noun.lemma_ not in _PACTS or any(c.lower_ in {"with", "between"} for c in noun.children):
        return
    for verb in (c for c in noun.children if c.dep_ in {"acl", "relcl"} and infinitive(c)):
        related = [c for c in verb.children if c.dep_ == "dobj" and c.lemma_ in _RELATIONS]
        yield from _with(*related, *((verb,) if related else ()))


def partners_over(verb: Token) -> Iterator[Oblique]:
    """Give with whom a pact is that says what is to be done: "a deal with Israel to normalise relations"."""
    above = verb.head
    if not infinitive(verb):
        return
    if verb.dep_ in {"acl", "relcl"} and above.lemma_ in _PACTS:
        yield from _with(above)
    elif verb.dep_ in {"advcl", "xcomp"}:
        pacts = [c for c in above.children if c.dep_ == "dobj" and c.lemma_ in _PACTS]
        yield from _with(*pacts, *((above,) if pacts else ()))


def agreed_between(verb: Token) -> list[Token]:
    """Give those between whom what is to be done was agreed: "a deal was struck between Peru and Chad to"."""
    above = verb.head
    if verb.dep_ not in {"acl", "advcl", "relcl", "xcomp"} or not infinitive(verb):
        return []
    pacts = [above] if above.pos_ == "NOUN" else [c for c in above.children if c.dep_ in _WHOSE]
    if not any(noun.lemma_ in _PACTS for noun in pacts):
        return []
    return list(_between(above)) or [one for noun in pacts for one in _between(noun)]


def _between(holder: Token) -> Iterator[Token]:
    for prep in holder.children:
        if prep.dep_ == "prep" and prep.lower_ in {"between", "among"}:
            yield from governed(prep)


def _with(*heads: Token) -> Iterator[Oblique]:
    for prep in (c for head in heads for c in head.children if c.dep_ == "prep" and c.lower_ == "with"):
        yield "with", tuple(governed(prep))
