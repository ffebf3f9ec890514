"""Turns of phrase that deny or put off what a clause says: "all but", "under no circumstances", "held back from"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

_NOWAY = {"circumstance", "way", "means", "account", "point", "time", "event", "case", "stage"}
_AWAY = {"back", "away", "off"}
_PUT_OFF = {"put", "call", "hold"}
_FALSE = {"false", "untrue", "unfounded", "baseless", "groundless", "wrong", "incorrect", "inaccurate", "fake"}
_CALLS = {"call", "demand", "plea", "appeal", "pressure"}


def at_predicate(token: Token) -> Iterator[str]:
    """Give what such a phrase beside a predicate does to it."""
    if token.i > 1 and [t.lower_ for t in token.doc[token.i - 2 : token.i]] == ["all", "but"]:
        yield "denied"
    for child in token.children:
        if child.dep_ == "prep" and any(_is_no_way(noun) for noun in child.children):
            yield "denied"
    if _is_inverted(token):
        yield "conditional"
    for_whom = token.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ == "for" for c in token.children)
    if for_whom and any(c.dep_ == "nsubj" and c.lemma_.lower() in _CALLS for c in token.head.children):
        yield "sought"  # "Calls are growing for Norway to …"


def over_clause(governor: Token, *, infinitive: bool) -> str | None:
    """Give what a word over a clause does to it as part of such a phrase; None where it is in none."""
    word, lemma = governor.lower_, governor.lemma_.lower()
    if governor.pos_ == "ADV" and word in _AWAY:  # "held back from", "shied away from"
        return "denied"
    if lemma in _PUT_OFF and any(c.dep_ == "prt" and c.lower_ == "off" for c in governor.children):
        return "denied"
    if word in {"closer", "nearer"}:
        return "plain" if any(c.lower_ == "no" for c in governor.children) else "possible"
    if lemma == "point" and governor.head.lower_ == "on":
        return "planned"
    return "sought" if lemma == "time" and infinitive and governor.head.lemma_ == "be" else None


def is_refuted(noun: Token) -> bool:
    """Tell whether what a noun reports is said to be false: "Reports that … were baseless"."""
    verb = noun.head
    if noun.dep_ != "nsubj" or verb.lemma_ != "be":
        return False
    return any(c.dep_ == "acomp" and c.lemma_.lower() in _FALSE for c in verb.children)


def _is_no_way(noun: Token) -> bool:
    return noun.lemma_.lower() in _NOWAY and any(c.lower_ == "no" for c in noun.children)


def _is_inverted(token: Token) -> bool:
    """Whether a clause is a condition by its order of words: "Had Norway closed its embassy, …"."""
    first = next((c for c in token.children if c.dep_ == "aux" and c.lower_ in {"had", "should", "were"}), None)
    subject = next((c for c in token.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
    if first is None or subject is None or first.i > subject.i or token.doc[-1].text == "?":
        return False
    return first.i == 0 or first.nbor(-1).text in {",", "and", "–"}
