"""Trees put right around little words that were taken for particles, or for parts of a noun.

Off what somebody was taken ("was taken off the list"), the terms on which states are ("on speaking terms"), whom one
wants out or gone, by which law something is done, and an act written with a hyphen ("the pull-out from Chad").
"""

from __future__ import annotations

from credence.read.words.forms import left_of
from credence.read.words.tree import Token

_FROM = {"off", "out"}
_WANTING = {"want", "need", "wish"}
_ACTS = {"out": {"pull": "pullout", "walk": "walkout"}, "over": {"hand": "handover", "take": "takeover"}}


def unparticled(token: Token) -> None:
    """Put right what one little word, or the noun at it, was taken for."""
    if token.lower_ in _FROM and token.dep_ in {"prt", "advmod", "ccomp"}:
        _off_it(token)
    elif token.lower_ == "terms" and token.i > 1:
        _on_terms(token)
    elif token.lower_ == "pursuant":
        _pursuant(token)
    if token.lower_ in _ACTS and token.pos_ in {"NOUN", "PROPN", "ADP", "ADV"} and token.i > 1:
        _hyphened_act(token)


def _off_it(word: Token) -> None:
    """Let a particle govern what is behind it: "was taken off the list"; or say what is to be: "wants it out"."""
    verb = word.head
    if verb.lemma_ in _WANTING:
        for noun in [c for c in (*verb.children, *word.children) if c.dep_ == "nsubj" and verb.i < c.i < word.i]:
            noun.head, noun.dep_ = verb, "dobj"
            word.dep_ = "prep" if word.dep_ == "ccomp" else word.dep_
        return
    passive = any(c.dep_ == "auxpass" for c in verb.children)
    for noun in [c for c in verb.children if c.dep_ in {"dobj", "oprd"} and c.left_edge.i == word.i + 1]:
        if passive and noun.pos_ in {"NOUN", "PROPN"}:
            word.dep_, word.tag_, word.pos_ = "prep", "IN", "ADP"
            noun.head, noun.dep_ = word, "pobj"


def _pursuant(word: Token) -> None:
    """Let what a thing is done by say nothing of what it is done to: "designated the firm pursuant to an order"."""
    verb = word.head
    while verb.pos_ not in {"VERB", "AUX"} and verb.head != verb:
        verb = verb.head
    if verb.pos_ in {"VERB", "AUX"} and word.dep_ != "ROOT" and verb not in word.subtree:
        word.head, word.dep_ = verb, "advmod"
        word.tag_, word.pos_ = "RB", "ADV"


def _on_terms(noun: Token) -> None:
    """Make of "on speaking terms" the terms on which they are, and with whom."""
    speaking = left_of(noun)
    on = speaking.head
    if speaking.lower_ != "speaking" or speaking.dep_ != "pcomp" or on.lower_ != "on":
        return
    noun.head, noun.dep_ = on, "pobj"
    for child in [c for c in speaking.children if c.dep_ == "prep" and c.i > noun.i]:
        child.head = noun if child.lower_ == "with" else on.head
    speaking.head, speaking.dep_, speaking.tag_, speaking.pos_ = noun, "amod", "JJ", "ADJ"
    speaking.lemma_ = "speaking"


def _hyphened_act(word: Token) -> None:
    """Read an act that was written with a hyphen as one word: "since the American pull-out from Chad"."""
    hyphen = left_of(word)
    if hyphen.text != "-" or hyphen.i == 0:
        return
    whole = _ACTS[word.lower_].get(left_of(hyphen).lower_)
    if whole is not None:
        word.lemma_, word.tag_, word.pos_ = whole, "NN", "NOUN"
