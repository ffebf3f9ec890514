"""Sentences that are left without their verb, which was taken for a part of what stands beside it.

"Peru's decision to close its embassy in Chad angered Kenya" is parsed as if Kenya were angry, and "The claim that Peru
had recognised Kosovo is new" as if Kosovo were new.
"""

from __future__ import annotations

from credence.read.trees.mistaken import plain_form
from credence.read.words.forms import FINITE, SUBJECT, left_of
from credence.read.words.tree import Token

_BEFORE = {"compound", "nmod", "npadvmod", "amod"}
_UNNAMED = {"named", "identified", "quoted"}
_ENDS = {".", "!", "”", '"'}  # headlines leave out verbs


def verbed(token: Token) -> None:
    """Give a sentence its verb back."""
    if token.dep_ == "amod" and token.i and token.head.i > token.i and token.lower_.endswith("ed"):
        _before_noun(token)
    elif token.dep_ == "ccomp" and token.head.dep_ == "acl" and token.head.head.dep_ == "ROOT":
        _behind_clause(token)
    elif token.tag_ == "VBD" and token.head.lower_ in _UNNAMED and token.dep_ in {"oprd", "ccomp", "dobj", "xcomp"}:
        _behind_unnamed(token)


def _before_noun(word: Token) -> None:
    """Make a verb of what stands between two nouns of which the first was hung on the second."""
    noun, root, before = word.head, next(t for t in word.doc if t.head is t), left_of(word)
    if word.tag_ not in {"JJ", "VBD", "VBN"} or root.i > word.i or not _is_bare(root, word):
        return
    if not (before.pos_ == "PROPN" and before.dep_ in _BEFORE and before.head in {noun, word}):
        return
    if noun.dep_ not in {"pobj", "dobj"} or noun.head.i > before.i or noun.left_edge.i < before.left_edge.i:
        return
    before.head, before.dep_ = noun.head, noun.dep_
    if word.tag_ == "JJ":
        word.lemma_ = plain_form(word.lower_)
    noun.head, noun.dep_ = word, "dobj"
    word.tag_, word.pos_ = "VBD", "VERB"
    _give(word, root)


def _behind_clause(verb: Token) -> None:
    """Make the sentence's verb of one that took the object of a clause for its subject."""
    clause = verb.head
    subject = next((c for c in verb.children if c.dep_ in SUBJECT), None)
    that = any(c.lower_ == "that" and c.i < clause.i for c in clause.children)
    whole = any(c.dep_ in {"dobj", "auxpass", "attr", "acomp"} for c in clause.children)
    if subject is None or not that or whole or subject.left_edge.i != clause.i + 1 or not _is_bare(clause.head, verb):
        return
    passive = any(c.dep_ == "auxpass" for c in verb.children)
    subject.head, subject.dep_ = clause, "dobj"
    _give(verb, clause.head)
    clause.head.dep_ = "nsubjpass" if passive else "nsubj"


def _behind_unnamed(verb: Token) -> None:
    """Make the sentence's verb of what was taken for a name: "An official who asked not to be named said that"."""
    relative = next((t for t in verb.ancestors if t.dep_ == "relcl"), None)
    if relative is not None and relative.head.dep_ == "ROOT" and _is_bare(relative.head, verb):
        _give(verb, relative.head)


def _give(verb: Token, noun: Token) -> None:
    verb.head, verb.dep_ = verb, "ROOT"
    noun.head, noun.dep_ = verb, "nsubj"


def _is_bare(root: Token, word: Token) -> bool:
    """Whether a noun is all that a sentence has for a verb."""
    others = (
        t for t in root.children if t.pos_ in {"VERB", "AUX"} and t.tag_ in FINITE and t.dep_ not in {"acl", "relcl"}
    )
    return root.pos_ in {"NOUN", "PROPN"} and root.doc[-1].text in _ENDS and all(t == word for t in others)
