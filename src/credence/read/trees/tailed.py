"""Trees put right at who reported it, said at the end: "Peru has shut its embassy, the Andina news agency reported".

The parser takes who reports for one more thing that was shut, or for another name of the last one before the comma.
"""

from __future__ import annotations

from credence.read.words.forms import SUBJECT, left_of, right_of
from credence.read.words.tree import Token

_SAYING = {"report", "say", "announce", "write", "confirm", "add", "tweet", "state", "disclose", "reveal", "learn"}
_STRAY = {"acl", "advcl", "relcl", "dep", "conj", "appos", "ccomp"}
_TAKEN = {"appos", "dobj", "conj", "npadvmod", "dep", "oprd", "attr", "pobj"}
_TIMES = {"on", "late", "early", "earlier", "later", "this", "last", "yesterday", "today", "citing", "quoting", "via"}
_FIRST = 4  # words that a clause and who reports it have at least
_IN = {"a", "an", "its", "his", "her", "their"}
_DAYS = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}


def retailed(verb: Token) -> None:
    """Make a verb of reporting at the end of a sentence the one that governs it.

    Args:
        verb: The word; nothing is done if it is no such verb.
    """
    if verb.tag_ not in {"VBD", "VBN"} or verb.lemma_ not in _SAYING or verb.dep_ not in _STRAY or verb.i < _FIRST:
        return
    who, told = left_of(verb), [verb, *verb.ancestors][-1]
    first = who.left_edge
    if any(c.dep_ in {*SUBJECT, "aux", "auxpass"} for c in verb.children) or not _ends(verb):
        return
    apart = first.i > told.i and left_of(first).text == "," and who.pos_ in {"NOUN", "PROPN"} and who.dep_ in _TAKEN
    if not apart or told.pos_ not in {"VERB", "AUX"} or not any(c.dep_ in SUBJECT for c in told.children):
        return
    verb.head, verb.dep_, verb.tag_ = verb, "ROOT", "VBD"
    who.head, who.dep_ = verb, "nsubj"
    told.head, told.dep_ = verb, "ccomp"
    for child in list(told.children):
        if child.i > verb.i:
            child.head = verb


def _ends(verb: Token) -> bool:
    """Whether nothing follows a verb but when, where or from whom it was heard."""
    if verb.i + 1 >= len(verb.doc):
        return True
    following = right_of(verb)
    within = following.lower_ == "in" and right_of(following).lower_ in _IN
    return following.is_punct or following.lower_ in _TIMES | _DAYS or within
