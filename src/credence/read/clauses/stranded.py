"""Infinitives that leave out their verb: "Malta intends to", "Chad has refused to", "Mali is likely to as well".

And what words over an act said again make of it.
"""

from __future__ import annotations

from credence.catalog.cues import Cues
from credence.catalog.spelling import fold
from credence.read.clauses.clauses import Clause
from credence.read.words.forms import left_of
from credence.read.words.tree import Token

_EFFECTS = {"denied", "planned", "sought", "possible"}
_BEHIND = {
    "too",
    "as",
    "also",
    "either",
    "soon",
    "next",
    "later",
    "in",
    "by",
    "this",
    "on",
    "yet",
    "but",
    "and",
    "when",
}
_OF_ONE = {"acomp", "xcomp", "prt", "advmod", "attr"}


def leaves_out(clause: Clause, cues: Cues) -> bool:
    """Tell whether a clause says that somebody means, wants or refuses to do what was told: "Malta intends to".

    Args:
        clause: The clause.
        cues: What words do to what stands under them.
    """
    return not clause.nominal and governor(clause.anchor, cues) is not None


def governor(verb: Token, cues: Cues) -> Token | None:
    """Give the word over an infinitive that leaves out its verb: the verb itself or "likely" of "is likely to"."""
    about = [t for t in verb.doc[verb.i + 1 : verb.i + 2] if t.lower_ == "about"]
    for word in (verb, *about, *(c for c in verb.rights if c.dep_ in _OF_ONE)):
        to = _to_behind(word)
        if to is not None and cues.governors.get(fold(word.lemma_)) in _EFFECTS and _is_bare(to):
            return word
    return None


def effects(verb: Token, cues: Cues) -> list[str]:
    """Say what a word makes of an act said again: "refused to", "chose not to", "is considering a similar step"."""
    word = governor(verb, cues)
    if word is None:
        thought = verb.lemma_ == "think" and any(c.lower_ == "over" for c in verb.rights)
        return ["possible"] if thought else _step(verb, cues)
    effect = cues.governors[fold(word.lemma_)]
    negated = any(t.lower_ == "not" for t in word.doc[word.i + 1 : word.i + 2])
    return [effect, "denied"] if negated and effect != "denied" else [effect]


def _step(verb: Token, cues: Cues) -> list[str]:
    """What a verb over a step that others took says of it: "is considering a similar step", but "ordered out 30"."""
    effect = "planned" if fold(verb.lemma_) in cues.announcing else cues.governors.get(fold(verb.lemma_), "")
    moving = effect in _EFFECTS | {"conditional"}
    return [effect] if moving and any(c.dep_ == "dobj" and c.tag_ != "CD" for c in verb.children) else []


def _to_behind(word: Token) -> Token | None:
    """The "to" right behind a word, or behind its "not"."""
    behind = [t for t in word.doc[word.i + 1 : word.i + 3] if t.lower_ != "not"]
    return behind[0] if behind and behind[0].lower_ == "to" else None


def _is_bare(to: Token) -> bool:
    """Whether nothing follows a "to" that it could belong to."""
    if to.i + 1 >= len(to.doc):
        return True
    following = to.doc[to.i + 1]
    loose = following.is_punct or following.lower_ in _BEHIND
    return loose and not any(c.dep_ == "pobj" for c in to.children) and left_of(to).pos_ != "ADP"
