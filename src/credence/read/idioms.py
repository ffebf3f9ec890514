"""Turns of phrase that deny or put off what a clause says: "all but", "under no circumstances", "held back from"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from credence.read.subjects import CALLS, infinitive

_NOWAY = {"circumstance", "way", "means", "account", "point", "time", "event", "case", "stage"}
_BILLS = {"bill", "motion", "resolution", "proposal", "amendment", "law", "measure"}
_DEFEATING = {"reject", "defeat", "block", "veto", "kill", "scuttle", "torpedo", "sink", "quash"}
_AWAY = {"back", "away", "off"}
_PUT_OFF = {"put", "call", "hold"}
_FALSE = {"false", "untrue", "unfounded", "baseless", "groundless", "wrong", "incorrect", "inaccurate", "fake"}
_TRUE = {"true", "correct", "accurate", "right"}


def at_predicate(token: Token) -> Iterator[str]:
    """Give what such a phrase beside a predicate does to it."""
    if token.i > 1 and [t.lower_ for t in token.doc[token.i - 2 : token.i]] == ["all", "but"]:
        yield "denied"
    for child in token.children:
        if child.dep_ == "prep" and any(_is_no_way(noun) for noun in child.children):
            yield "denied"
    if _is_inverted(token):
        yield "conditional"
    wanted = token.dep_ == "advcl" and infinitive(token)
    if wanted and any(c.dep_ == "nsubj" and c.lemma_.lower() in CALLS for c in token.head.children):
        yield "sought"  # "Calls are growing for Norway to …"


def over_clause(governor: Token, *, to: bool) -> str | None:
    """Give what a word over a clause does to it as part of such a phrase; None where it is in none."""
    word, lemma = governor.lower_, governor.lemma_.lower()
    if lemma == "be" and any(c.dep_ == "acomp" and c.lemma_.lower() in _FALSE for c in governor.children):
        return "denied"  # "it is false that"
    if lemma == "be" and any(c.dep_ == "acomp" and c.lemma_.lower() in _TRUE for c in governor.children):
        return "plain"  # "it is (not) true that"
    if governor.pos_ == "ADV" and word in _AWAY:  # "held back from", "shied away from"
        return "denied"
    if lemma in _PUT_OFF and any(c.dep_ == "prt" and c.lower_ == "off" for c in governor.children):
        return "denied"
    if word in {"closer", "nearer"}:
        return "plain" if any(c.lower_ == "no" for c in governor.children) else "possible"
    if lemma == "point" and governor.head.lower_ == "on":
        return "planned"
    return "sought" if lemma == "time" and to and governor.head.lemma_ == "be" else None


def settled_by(governor: Token) -> str | None:
    """Give what a word does to the clause under it whatever stands over both; None for most words."""
    if _is_left_open(governor):
        return "possible"
    return "denied" if _is_voted_down(governor) else None


def _is_left_open(governor: Token) -> bool:
    """Tell whether a verb leaves open what stands under it: "has not ruled out recognising"."""
    out = governor.lemma_ in {"rule", "exclude"} and (
        governor.lemma_ == "exclude" or any(c.lower_ == "out" for c in governor.children)
    )
    return out and any(c.dep_ == "neg" or c.lower_ in {"refused", "declined"} for c in governor.children)


def _is_voted_down(writ: Token) -> bool:
    """Tell whether a bill or motion to do something failed: "voted down a bill to", "a motion to … was defeated"."""
    verb = writ.head
    if writ.lemma_ not in _BILLS or writ.dep_ not in {"dobj", "nsubjpass", "pobj"}:
        return False
    verb = verb.head if writ.dep_ == "pobj" else verb
    down = any(c.lower_ in {"down", "out", "against"} for c in verb.children)
    return verb.lemma_ in _DEFEATING or (verb.lemma_ in {"vote", "throw", "turn"} and down)


def is_refuted(noun: Token) -> bool:
    """Tell whether what a noun reports is said to be false: "Reports that … were baseless"."""
    told = [c for c in noun.children if c.dep_ in {"acl", "relcl"}]
    below = [g for c in told for g in c.children if g.dep_ == "ccomp" and g.i > c.i]
    verbs = [noun.head] if noun.dep_ == "nsubj" else below
    said = [c for verb in verbs if verb.lemma_ == "be" for c in verb.children if c.dep_ == "acomp"]
    return any(_untrue(c, c.head) for c in said)


def _untrue(word: Token, verb: Token) -> bool:
    """Whether a word calls something false: "are false", "is not true"."""
    lemma = word.lemma_.lower()
    return lemma in _FALSE or (lemma in _TRUE and any(c.dep_ == "neg" for c in verb.children))


def _is_no_way(noun: Token) -> bool:
    return noun.lemma_.lower() in _NOWAY and any(c.lower_ == "no" for c in noun.children)


def _is_inverted(token: Token) -> bool:
    """Whether a clause is a condition by its order of words: "Had Norway closed its embassy, …"."""
    first = next((c for c in token.children if c.dep_ == "aux" and c.lower_ in {"had", "should", "were"}), None)
    subject = next((c for c in token.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
    if first is None or subject is None or first.i > subject.i or token.doc[-1].text == "?":
        return False
    return first.i == 0 or first.nbor(-1).text in {",", "and", "–"}
