"""Trees put right where a row of verbs was taken for what its second says.

"It reopened in 2004, was moved to Lima in 2010 and has been empty since" tells three things of one subject; a parser
takes the first for what the second reports.
"""

from __future__ import annotations

from credence.read.words.forms import FINITE, SUBJECT, TENSED, right_of
from credence.read.words.tree import Token

_SAYING = {"say", "tell", "report", "add", "announce", "write", "claim", "argue", "note", "explain"}


def rowed(token: Token) -> None:
    """Let the second verb of a row hang on the first: "It reopened in 2004, was moved to Lima in 2010"."""
    second = token.head
    if token.dep_ != "ccomp" or token.i > second.i or token.tag_ not in TENSED or second.lemma_ in _SAYING:
        return
    if token.lemma_ in {"have", "do"}:  # "It has not, whatever they wrote, closed its embassy"
        return
    if any(c.dep_ in SUBJECT for c in second.children) or not any(c.dep_ in SUBJECT for c in token.children):
        return
    helped = any(c.dep_ in {"aux", "auxpass"} and c.tag_ in FINITE for c in second.children)
    first = min((c.i for c in (second, *second.lefts) if c != token and not c.is_punct and c.i > token.i), default=-1)
    comma = right_of(token.right_edge).text == "," and token.right_edge.i + 2 == first
    if not comma or not (helped or second.tag_ in TENSED):
        return
    root = second.head == second
    token.head, token.dep_ = (token, "ROOT") if root else (second.head, second.dep_)
    second.head, second.dep_ = token, "conj"
