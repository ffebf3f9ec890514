"""What a relative clause says of its time: that it tells what came next, what had to wait, what has held since."""

from __future__ import annotations

import re

from credence.read.clauses.subjects import SUBJECTS
from credence.read.words.forms import MONTHS, infinitive, left_of
from credence.read.words.tree import Token

_VERBS = {"VERB", "AUX"}
_YEAR = re.compile(r"(?:1[6-9]|20)\d\d")
TRAVEL = {"fly", "go", "travel", "come", "arrive", "visit", "return", "head", "proceed", "drive", "journey", "land"}
"""Verbs of a journey."""

_SAYING = {"say", "tell", "announce", "confirm", "declare", "disclose", "reveal", "report", "state", "inform", "add"}
_AT_TABLE = {"meet", "hold", "sign", "confer", "receive", "greet", "address"}


def goes_on(verb: Token) -> bool:
    """Whether a relative at the end tells what happened next: "…, angering Israel, which recalled its envoy"."""
    first = next((c for c in verb.children if c.dep_ in SUBJECTS or _is_scene(c)), None)
    if verb.tag_ != "VBD" or compound(verb) or first is None or first.tag_ not in {"WDT", "WP", "WRB"}:
        return False
    comma, after = left_of(first), verb.right_edge.i + 1
    ends = all(t.is_punct for t in verb.doc[after:]) or verb.doc[after].text == ";"
    return comma.text == "," and verb.head.dep_ not in SUBJECTS and ends


def lasts_under(verb: Token) -> bool:
    """Whether a relative tells what has been so since: "came to an accord in 1995, under which each has kept one"."""
    under = [c for c in verb.children if c.dep_ == "prep" and c.lower_ == "under"]
    held = any(g.tag_ == "WDT" for c in under for g in c.children)
    return held and any(c.dep_ == "aux" and c.lower_ in {"has", "have"} for c in verb.children)


def _is_scene(word: Token) -> bool:
    """Whether a "where" is that of a journey's end: "flew to Oslo, where he met Peru's president"."""
    over = word.head.head
    while over.pos_ not in _VERBS and over.head != over:
        over = over.head
    return word.lower_ == "where" and (over.lemma_ in TRAVEL or word.head.lemma_ in _AT_TABLE)


def one_of(noun: Token) -> bool:
    """Whether a noun says what the subject is, so that its relative tells of the same time: "was among those that"."""
    while noun.dep_ in {"pobj", "prep"} and noun.head.lower_ in {"among", "of", "one"}:
        noun = noun.head
    return (noun.dep_ == "attr" or noun.lower_ == "among") and noun.head.lemma_ in {"be", "become"}


def is_awaited(noun: Token) -> bool:
    """Whether a relative says what had to wait for a time: "it was not until March that it left"."""
    return noun.dep_ == "pobj" and noun.head.lower_ == "until" and noun.head.head.lemma_ == "be"


def had_to_wait(verb: Token) -> bool:
    """Whether what comes "before" it had to wait for its time: "waited until 2019 before", "it was 2019 before"."""
    return verb.lemma_ == "wait" or (
        verb.lower_ == "was"
        and not compound(verb)
        and any(c.lower_ == "it" and c.dep_ in SUBJECTS for c in verb.lefts)
        and any(c.dep_ == "attr" and (c.lower_ in MONTHS or _YEAR.fullmatch(c.text)) for c in verb.children)
    )


def compound(verb: Token) -> bool:
    """Whether a verb stands with an auxiliary."""
    return any(c.dep_ in {"aux", "auxpass"} for c in verb.children)


def says_what_is_due(verb: Token) -> bool:
    """Whether it says what is to be done: "is to close"."""
    return verb.lemma_ == "be" and any(c.dep_ == "xcomp" and infinitive(c) for c in verb.children)


def is_told_now(verb: Token) -> bool:
    """Whether a finite clause is told as news though it hangs on another: headlines, "Peru has left, it says"."""
    return verb.dep_ in {"ccomp", "parataxis"} and verb.tag_ in {"VBZ", "VBP"} and not has(verb, "mark")


def has(verb: Token, dep: str) -> bool:
    """Whether something hangs on a verb in a certain way."""
    return any(c.dep_ == dep for c in verb.children)


def goes_back(verb: Token) -> bool:
    """Whether a verb is in the pluperfect and so tells what was before."""
    return any(c.lower_ == "had" and c.dep_ == "aux" for c in verb.children)


def was_suffered(verb: Token) -> bool:
    """Whether somebody says what had been done, not by whom, which is news: "told them that ties had been severed"."""
    done = any(c.dep_ == "auxpass" for c in verb.children) and not has(verb, "agent")
    return done and verb.head.lemma_ in _SAYING


def has_subject(verb: Token) -> bool:
    """Whether a verb has a subject of its own."""
    return any(c.dep_ in SUBJECTS for c in verb.children)


def had_just(verb: Token) -> bool:
    """Whether somebody had "just" done something, and no other act gives the time: "had just left when it fell"."""
    when = any(g.lower_ in {"when", "as"} for c in verb.children if c.dep_ == "advcl" for g in c.children)
    return not when and any(c.lower_ == "just" and c.dep_ == "advmod" for c in verb.children)
