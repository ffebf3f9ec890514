"""Whom a clause is said of apart from its subject: exceptions, "not even Peru", and names listed behind a colon."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from credence.read.clauses.alongside import alongside
from credence.read.clauses.clauses import Clause
from credence.read.clauses.roster import told_apart
from credence.read.nouns.phrases import coordinated, excepted, is_everybody, is_nobody, not_even, saved
from credence.read.words.forms import left_of
from credence.read.words.tree import Token

_VERBS = {"VERB", "AUX"}
_STATES = {"country", "state", "nation", "government", "member", "power", "capital", "one", "two", "three", "four"}
_LISTING = {"PROPN", "DET", "CCONJ", "PUNCT", "PART"}


def set_apart(clause: Clause) -> Iterator[Clause]:
    """Give the clause once more of whom it says the opposite, or whom it names besides.

    "Norway recognised Peru but not Chile", "nobody recognises Chile, not even Peru".
    """
    yield from _exceptions(clause)
    yield from told_apart(clause)
    for names in alongside(clause):
        yield replace(clause, agents=names, anchor=names[0], repeats=clause)
    for noun in _even(clause):
        yield replace(clause, agents=tuple(coordinated(noun)), anchor=noun, repeats=clause)


def _exceptions(clause: Clause) -> Iterator[Clause]:
    """The clause once more for what "not" sets apart: "Norway recognised Peru but not Chile"."""
    for noun in _saved_from(clause):
        doing = not clause.passive or any(map(is_nobody, clause.agents))
        made = replace(clause, agents=(noun,)) if doing else replace(clause, patients=(noun,))
        yield replace(made, anchor=noun, repeats=clause)
    if clause.passive and clause.anchor.pos_ in _VERBS:  # "was recognised by Peru but not by Chile"
        apart = (n for c in clause.anchor.children if c.lower_ == "by" for n in c.children if n.dep_ == "pobj")
        for noun in (n for n in apart if excepted(n)):
            yield replace(clause, agents=tuple(coordinated(noun)), anchor=noun, repeats=clause)
    stray = [c for c in clause.anchor.children if c.pos_ == "PROPN" and c.dep_ in {"conj", "npadvmod"} and excepted(c)]
    if clause.patients and not clause.passive:  # "has recognised Peru, but not Chile"
        yield from (replace(clause, patients=(c,), anchor=c, repeats=clause) for c in stray)
    for tokens, role in ((clause.agents, "agents"), (clause.patients, "patients")):
        for conjunct in (c for t in tokens for c in t.children if excepted(c)):
            if role == "agents":
                yield replace(clause, agents=(conjunct,), anchor=conjunct, repeats=clause)
            else:
                yield replace(clause, patients=(conjunct,), anchor=conjunct, repeats=clause)


def _saved_from(clause: Clause) -> Iterator[Token]:
    """Who is excepted from what is said of nobody: "apart from Peru, no state has", "no state but Peru"."""
    verb = clause.anchor
    doers = (*clause.subjects, *(clause.agents if clause.passive else ()))
    if verb.pos_ not in _VERBS or not any(is_nobody(t) or is_everybody(t) or _is_any(t) for t in doers):
        return
    for token in verb.subtree:
        if token.pos_ == "PROPN" and saved(token) and _clause_of(token) == verb:
            yield token


def _is_any(noun: Token) -> bool:
    """Whether a noun stands for all of whom something is denied: "nor any state other than Peru has"."""
    every = any(c.lower_ == "any" and c.dep_ == "det" for c in noun.children)
    return every and noun.dep_ == "conj" and noun.left_edge.i > 0 and left_of(noun.left_edge).lower_ in {"nor", "or"}


def _clause_of(token: Token) -> Token:
    while token.head != token and token.pos_ not in _VERBS:
        token = token.head
    return token


def _even(clause: Clause) -> Iterator[Token]:
    """Who is named where nobody does it: "no state recognises Chile, not even Peru"."""
    verb = clause.anchor
    doers = clause.agents if not clause.passive else tuple(t for p, ts in clause.obliques if p == "by" for t in ts)
    if verb.pos_ not in _VERBS or clause.repeats is not None or not any(is_nobody(t) for t in (*doers, *clause.agents)):
        return
    for token in verb.doc:
        if token.pos_ == "PROPN" and not_even(token) and token.dep_ not in {"compound", "poss"}:
            yield token


def counted(clause: Clause) -> Iterator[Clause]:
    """The clause rid of names behind a colon, and that of those: "three states have done it: Peru, Chad and Mali"."""
    doers = [*clause.agents, *(t for prep, ts in clause.obliques if prep == "by" for t in ts)]
    if clause.nominal or not any(_is_counted(t) for t in doers):
        yield clause
        return
    colon = next((t for t in clause.anchor.doc[clause.anchor.i + 1 :] if t.text in {":", "–"}), None)
    if colon is None:
        yield clause
        return
    names = _listed(list(clause.anchor.doc[colon.i + 1 :]))
    if not names:
        yield clause
        return
    before = set(clause.anchor.doc[: colon.i])
    patients = _within(before, clause.patients)
    obliques = tuple((prep, _within(before, tokens)) for prep, tokens in clause.obliques)
    rid = replace(clause, patients=patients, obliques=obliques)
    yield replace(rid, agents=_within(before, clause.agents), complements=_within(before, clause.complements))
    besides = tuple(pair for pair in obliques if pair[0] != "by")
    yield replace(rid, agents=names, obliques=besides, anchor=names[0], repeats=clause)


def _within(words: set[Token], tokens: Sequence[Token]) -> tuple[Token, ...]:
    return tuple(t for t in tokens if t in words)


def _is_counted(noun: Token) -> bool:
    if noun.lower_ == "following" and any(c.lower_ == "the" for c in noun.lefts):
        return True
    numbered = noun.pos_ == "NUM" or any(c.dep_ == "nummod" for c in noun.children)
    return numbered and noun.lemma_.lower() in _STATES


def _listed(words: Sequence[Token]) -> tuple[Token, ...]:
    """The names of a list that is nothing else; empty if something else stands there."""
    told = [t for t in words if t.pos_ not in _LISTING and t.lower_ not in {"the", "of"}]
    if told:
        return ()
    names = [t for t in words if t.pos_ == "PROPN"]
    return tuple(t for t in names if t.dep_ not in {"compound", "nmod"} or left_of(t).text in {",", "and", ":"})
