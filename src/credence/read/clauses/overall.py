"""Relative clauses about all that is told before them: "shut its embassy in Lima, which Peru called a provocation"."""

from __future__ import annotations

from credence.read.clauses.subjects import SUBJECTS
from credence.read.words.forms import left_of
from credence.read.words.tree import Token

_PLACED = {"pobj", "dobj", "conj", "appos", "attr", "npadvmod", "nummod"}
_TAKES = {"dobj", "dative", *SUBJECTS}


def about_clause(verb: Token) -> Token | None:
    """Give the "which" behind a comma that a verb judges, or that angers somebody: it may mean the whole clause.

    It does not where the noun before it is the subject, or somebody to whom it was done: "Chad, which Peru condemned,
    left", "backed Chad, which Peru condemned".
    """
    if verb.dep_ != "relcl" or verb.pos_ != "VERB":
        return None
    noun = verb.head
    if noun.pos_ == "PROPN" and noun.dep_ == "dobj":
        return None
    which = next((c for c in verb.lefts if c.lower_ == "which" and c.dep_ in _TAKES), None)
    if which is None or left_of(which).text != "," or which.i != verb.left_edge.i:
        return None
    over = noun
    while over.dep_ in _PLACED or over.dep_ == "prep":
        over = over.head
    told = over.pos_ in {"VERB", "AUX"} and over.i < noun.i
    return which if told and not any(t.dep_ == "punct" and t.text in {";", ":"} for t in over.rights) else None


def with_clause(verb: Token, found: tuple[Token, ...]) -> tuple[Token, ...]:
    """Give what a verb is about, the clause beside the noun that such a "which" hangs on."""
    which = about_clause(verb)
    return (*found, which) if which is not None and verb.head in found and which not in found else found


def is_clause(token: Token) -> bool:
    """Tell whether a word is such a "which"."""
    return token.lower_ == "which" and about_clause(token.head) == token


def judged(tokens: list[Token]) -> list[Token]:
    """Give what is judged: a deed named before "which"; else the clause, and not a place: "left Lima, which Peru …".

    Whoever speaks of every one of a people judges no state: "stand with every Peruvian who wants to vote".
    """
    tokens = [t for t in tokens if not _is_each(t)]
    clauses = [t for t in tokens if is_clause(t)]
    named = [t for t in tokens if t not in clauses and not _is_beside(t)]
    return named or clauses


def _is_beside(token: Token) -> bool:
    placed = token.dep_ in {"pobj", "npadvmod"} and (token.pos_ in {"PROPN", "NUM"})
    return placed and any(c.dep_ == "relcl" and about_clause(c) is not None for c in token.children)


def _is_each(token: Token) -> bool:
    return token.pos_ == "PROPN" and any(c.dep_ == "det" and c.lower_ in {"every", "each"} for c in token.lefts)
