"""Words that a pattern asks for or forbids, found in a clause."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from spacy.tokens import Token

from credence.catalog.spelling import fold
from credence.read.clauses import Clause

_LIGHT = frozenset(
    {"act", "action", "behavior", "behaviour", "decision", "development", "gesture", "move", "policy", "step", "thing"}
    | {"ally", "country", "government", "leader", "member", "nation", "neighbor", "neighbour", "partner", "power"}
    | {"regime", "state", "attempt", "attack", "campaign", "claim", "language", "measure", "moment", "precedent"}
    | {"accusation", "allegation", "day", "idea", "initiative", "effort", "decree"}
)


def forbids(words: frozenset[str], clause: Clause) -> bool:
    """Whether one of the words that must not stand there does."""
    return literal(words, clause) is not None or _so(words, clause) or _doing(words, clause)


def _so(words: frozenset[str], clause: Clause) -> bool:
    """Whether one of a pattern's words stands before a complement or object: "became the first member"."""
    things = (*clause.patients, *clause.complements)
    return any(c.dep_ in {"amod", "compound"} and fold(c.lemma_) in words for thing in things for c in thing.children)


def _doing(words: frozenset[str], clause: Clause) -> bool:
    """Whether one of a pattern's words stands as a gerund after a preposition: "joined the union in calling for"."""
    placed = (t for c in clause.anchor.children if c.dep_ == "prep" for t in c.children)
    return any(t.dep_ == "pcomp" and fold(t.lemma_) in words for t in placed)


@cache
def _folded(words: frozenset[str]) -> frozenset[str]:
    return frozenset(fold(word) for word in words)


def literal(words: frozenset[str], clause: Clause) -> list[Token] | None:
    """Find a bare word of a pattern as object, complement or particle; None if it is not there."""
    folded = _folded(words)
    if folded & clause.particles:
        return []
    placed = (t for _, tokens in clause.obliques for t in tokens)
    moved = () if clause.patients or clause.nominal else tuple(_moved(clause))
    tokens = [t for t in (*clause.patients, *clause.complements, *placed, *moved) if fold(t.lemma_) in folded]
    return tokens or [t for t in _qualities(clause) if fold(t.lemma_) in folded] or None


def _moved(clause: Clause) -> Iterator[Token]:
    """What stands as subject where nothing is done to anybody: "work resumed", "some of the funds remain frozen"."""
    yield from clause.agents
    inside = (c for agent in clause.agents for c in agent.children if c.dep_ == "prep" and c.lower_ in {"of", "in"})
    yield from (noun for prep in inside for noun in prep.children if noun.dep_ == "pobj")


def containers(held: Iterable[Token]) -> set[Token]:
    """Nouns that only say how much there is of what a pattern asks for: "20 tonnes of aid", "a shipment of gold"."""
    return {t.head.head for t in held if t.dep_ == "pobj" and t.head.lower_ == "of"}


def _qualities(clause: Clause) -> Iterator[Token]:
    """What something is called by an adjective: "a hostile act", "as a historic step"."""
    called = (t for prep, tokens in clause.obliques if prep in {"as", "being"} for t in tokens)
    for thing in (*clause.complements, *called):
        if thing.lemma_.lower() in _LIGHT:
            yield from (c for c in thing.children if c.dep_ == "amod")


def is_bare_list(token: Token) -> bool:
    """Whether it is "the list" that a text has named before: no list of something, nor a list of another kind."""
    told = any(c.dep_ in {"amod", "compound", "nmod", "prep", "relcl"} for c in token.children)
    return token.lemma_ == "list" and not told and any(c.dep_ in {"det", "poss"} for c in token.children)
