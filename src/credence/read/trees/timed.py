"""Trees put right around dates: the year that opens an entry, and what a participle or a date took from the verb.

"2022: The two presidents meet in Oslo" is a sentence of its verb; "will raise it to a mission headed by an ambassador
next year" says when it will be raised; "will visit Chad May 3" is no "Chad May"; "gave the envoy until 31 May to leave"
says what he has to do by then.
"""

from __future__ import annotations

from credence.read.clauses.subjects import SUBJECTS
from credence.read.words.forms import MONTHS, left_of
from credence.read.words.tree import Token

_COMING = {"next", "coming"}
_UNITS = {"year", "month", "week", "spring", "summer", "autumn", "winter", "fall"}
_TIMES = {"CD", "NNP"}
_TERMS = {"until", "till", "by"}
_OBJECTS = {"dobj", "pobj", "conj", "appos"}
_GIVING = {"give", "have", "grant", "allow", "get"}


def timed(token: Token) -> None:
    """Put right what hangs wrongly around a date."""
    if token.dep_ == "relcl" and token.tag_ in {"VBP", "VBZ", "VBD"} and token.head.dep_ == "ROOT":
        _entry(token)
    elif token.dep_ == "compound" and token.head.lower_ in MONTHS:
        _before_day(token)
    elif token.dep_ == "npadvmod" and token.lower_ in _UNITS:
        _to_come(token)
    elif token.tag_ == "VB" and token.dep_ in {"relcl", "acl"}:
        _until(token)


def _before_day(name: Token) -> None:
    """Part a name from the day behind it: "will visit Chad May 3-5"."""
    month = name.head
    numbered = any(c.dep_ == "nummod" and c.i > month.i for c in month.children)
    verb = month.head
    while verb.pos_ not in {"VERB", "AUX"} and verb.head != verb:
        verb = verb.head
    if name.i != month.i - 1 or not numbered or month.dep_ not in _OBJECTS or verb.pos_ not in {"VERB", "AUX"}:
        return
    name.head, name.dep_ = month.head, month.dep_
    for child in list(month.lefts):
        child.head = name
    month.head, month.dep_ = verb, "npadvmod"


def _entry(verb: Token) -> None:
    """Make the verb behind a date and a colon the root: "2022: The two presidents meet"."""
    day = verb.head
    colon = next((c for c in day.children if c.text in {":", "-", "–", "—"} and c.i == day.i + 1), None)
    if colon is None or day.tag_ not in _TIMES or any(t.tag_ not in _TIMES for t in day.doc[: day.i]):
        return
    if any(c.dep_ in SUBJECTS and c.tag_ not in {"WDT", "WP"} for c in verb.children):
        verb.head, verb.dep_ = verb, "ROOT"
        day.head, day.dep_ = verb, "npadvmod"
        for child in list(day.children):
            if child.i > verb.i:
                child.head = verb


def _to_come(unit: Token) -> None:
    """Give a time to come to the verb of what is to come: "will raise it to an office led by an envoy next year"."""
    below = unit.head
    while below.dep_ in {"pobj", "agent", "prep", "npadvmod"}:
        below = below.head
    coming = any(c.lower_ in _COMING for c in unit.children)
    if not coming or below.tag_ != "VBN" or below.dep_ != "acl" or below.i > unit.i:
        return
    over = below.head
    while over.pos_ != "VERB" and over.head != over:
        over = over.head
    if over.tag_ == "VB" and over.i < below.i:
        unit.head = over


def _until(verb: Token) -> None:
    """Hang on the verb of giving what somebody has until a date to do: "gave the envoy until 31 May to leave"."""
    term = verb.head
    while term.dep_ in {"pobj", "nummod", "npadvmod"} and term.lower_ not in _TERMS and term.head != term:
        term = term.head
    giving = term.head
    to = any(c.tag_ == "TO" for c in verb.children)
    if to and term.lower_ in _TERMS and giving.lemma_ in _GIVING and left_of(verb.left_edge).i >= term.i:
        verb.head, verb.dep_ = giving, "xcomp"
