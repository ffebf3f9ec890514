"""Conditions: clauses that say on what terms something will be: "if …", "should Chad permit it"."""

from __future__ import annotations

import re

from credence.catalog.cues import Cues
from credence.catalog.spelling import fold
from credence.read.moods.idioms import stands_under_condition, waited
from credence.read.words.forms import ANY_SUBJECT, TENSED, infinitive, left_of, right_of
from credence.read.words.tree import Token

_IN_FORCE = re.compile(
    r"\b(?:immediate effect|effective (?:immediately|today)"
    r"|(?:from|as of|as from) (?:today|this day|the date (?:of|on)))\b"
)
_WAITING = frozenset(
    {"want", "insist", "demand", "require", "need", "expect", "await", "wait", "urge", "ask", "request", "prefer"}
    | {"like", "call", "press", "oblige", "stipulate"}
)
_DUE = {"must", "should", "need", "ought"}
_TERMS = {"condition", "proviso", "understanding", "assumption"}
_PROVIDED = {"provided", "providing", "assuming"}
_AFTER = {"after", "upon", "following"}
_UNTIL = {"until", "till"}
_TEMPORAL = {"once", *_UNTIL}


def is_condition(token: Token, cues: Cues) -> bool:
    """Whether a clause is a condition ("if …"), or stands under a modal with one ("will …, if …")."""
    if conditional(token, cues):
        return token.dep_ not in {"ccomp", "xcomp"}  # "asked if …"
    if _inverted(token) or _awaited(token, cues) or _terms_of(token, cues):
        return True
    modal = infinitive(token) or any(c.dep_ == "aux" and c.lower_ in cues.modals for c in token.children)
    return modal and under_condition(token, cues)


def under_condition(verb: Token, cues: Cues) -> bool:
    """Whether a condition hangs on a verb, or on the words of a speaker thrown in: "if it falls, he said, we will"."""
    under = [c for c in verb.children if c.dep_ == "advcl" and not any(g.lower_ in _UNTIL for g in c.children)]
    said = [c for c in under if c.tag_ == "VBD" and not any(g.dep_ == "mark" for g in c.children)]
    beyond = [g for c in said for g in c.children if g.dep_ == "advcl"]
    terms = any(conditional(c, cues) or _only_when(c) for c in (*under, *beyond))
    return terms or _on_terms(verb) or stands_under_condition(verb) or any(map(_is_only_after, verb.children))


def _on_terms(verb: Token) -> bool:
    """Whether words behind a verb state terms: "provided that it leaves", "as long as it stays"."""
    for word in verb.doc[verb.i + 1 :]:
        if word.tag_ == "VB":
            return False  # of that one
        if is_provided(word) or (word.lower_ in {"long", "far"} and _as_long(word)):
            return True
        if word.lemma_ in _TERMS and word.head.lower_ in {"on", "under"} and right_of(word).lower_ == "that":
            return True
    return False


def _as_long(word: Token) -> bool:
    return word.head.pos_ in {"VERB", "AUX"} and any(c.dep_ == "advcl" for c in word.children)


def is_provided(word: Token) -> bool:
    """Whether a word opens what is provided for something to be: "provided that Chad apologises"."""
    return word.lower_ in _PROVIDED and right_of(word).lower_ == "that"


def _is_only_after(prep: Token) -> bool:
    """Whether a preposition says after what alone something will be: "only after a full withdrawal"."""
    return prep.dep_ == "prep" and prep.lower_ in _AFTER and prep.i > 0 and left_of(prep).lower_ in {"only", "but"}


def _terms_of(noun: Token, cues: Cues) -> bool:
    """Whether an act is one after which alone something will be: "will return only after a full withdrawal"."""
    prep = noun.head
    modal = any(c.dep_ == "aux" and c.lower_ in cues.modals for c in prep.head.children)
    return noun.dep_ == "pobj" and _is_only_after(prep) and modal


def _awaited(token: Token, cues: Cues) -> bool:
    """Whether something is to wait for what comes before it: "wants to see progress before it recognises Chad"."""
    first = next((c for c in token.children if c.lower_ == "before" and c.dep_ in {"mark", "advmod"}), None)
    after = token.head if token.dep_ == "pcomp" and token.head.lower_ == "before" else None
    present = token.tag_ in {"VBZ", "VBP", "VBG"} or any(c.tag_ == "MD" for c in token.children)
    if (first is None and after is None) or not present:
        return False
    above = after.head if after is not None else token.head
    for verb in (above, *above.ancestors):
        if verb.pos_ not in {"VERB", "AUX"} or waited(verb):  # "waited until 2019 before leaving": it left
            return False
        if fold(verb.lemma_) in _WAITING or any(c.dep_ == "aux" and c.lower_ in _DUE for c in verb.children):
            return True
        denied = any(c.dep_ == "neg" for c in verb.children)
        if denied and any(c.dep_ == "aux" and c.lower_ in cues.modals for c in verb.children):
            return True
        if verb.dep_ not in {"xcomp", "ccomp", "conj"}:
            return False
    return False


def _only_when(clause: Token) -> bool:
    """Whether a clause says when alone something will be: "will be restored only when Chad apologises"."""
    present = clause.tag_ in {"VBZ", "VBP"} or any(c.tag_ in {"VBZ", "VBP"} for c in clause.children)
    first = next((c for c in clause.children if c.lower_ in {"when", "after", "once"} and c.i < clause.i), None)
    before = first is not None and first.i > 0 and left_of(first).lower_ in {"only", "but"}
    inside = any(c.lower_ == "only" and c.i < clause.i for c in clause.children)
    return present and first is not None and (before or inside)


def _inverted(token: Token) -> bool:
    """Whether a clause is a condition by its order: "were Turkey to recognise it, Greece would protest"."""
    verb = token.head
    if verb.lower_ != "were" or not infinitive(token) or token.dep_ not in {"advcl", "xcomp", "ccomp"}:
        return False
    return any(verb.i < c.i < token.i for one in (verb, token) for c in one.children if c.dep_ == "nsubj")


def conditional(token: Token, cues: Cues) -> bool:
    """Whether a clause is opened by "if", "unless" or the like."""
    first = token.doc[token.left_edge.i - 1] if token.left_edge.i else token
    if is_provided(first):
        return True
    for child in token.children:
        if child.dep_ in {"mark", "advmod"} and child.lower_ in cues.conditions:
            if child.lower_ == "once" and child.i and left_of(child).lower_ == "at":
                return False
            if child.lower_ == "once" and child.dep_ == "advmod" and token.dep_ == "ROOT":
                return False  # "The embassy, once Chad's, is now run by"
            past = token.tag_ in {"VBD", "VBN"} and not any(
                c.dep_ in {"aux", "auxpass"} and c.tag_ in {"VBZ", "VBP", "MD"} for c in token.children
            )
            return not (past and child.lower_ in _TEMPORAL)  # "until Norway closed its embassy": it did
    return False


def says_when(clause: Token) -> bool:
    """Whether a clause says when something else will be: "when concluded, the treaty will allow trade"."""
    above = clause.head
    first = next((c for c in clause.children if c.lower_ in {"when", "once"} and c.i < clause.i), None)
    if first is None or clause.dep_ != "advcl" or not any(c.tag_ == "MD" and c.dep_ == "aux" for c in above.children):
        return False
    tensed = [t for t in (clause, *clause.children) if t.tag_ in TENSED | {"MD"}]
    bare = clause.tag_ == "VBN" and not any(c.dep_ in {"aux", "auxpass", *ANY_SUBJECT} for c in clause.children)
    return bare if not tensed else all(t.tag_ in {"VBZ", "VBP"} for t in tensed)


def takes_effect(verb: Token) -> bool:
    """Whether what was decided is in force with the words: "decided to end ties with immediate effect"."""
    return _IN_FORCE.search(verb.doc.written(verb.i, len(verb.doc))) is not None
