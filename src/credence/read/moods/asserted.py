"""Whether a text says anything of a clause at all: a question does not, nor "did not say that …"."""

from __future__ import annotations

from credence.catalog.cues import Cues
from credence.catalog.spelling import fold
from credence.read.clauses.clauses import Clause
from credence.read.clauses.takenup import is_taken_up
from credence.read.moods.governing import toys_with
from credence.read.moods.mood import AGAIN, cues_at, denials_of, governor_of, opened_by_nor, polarity_and_mood
from credence.read.words.tree import Token

_CHOICE = {"whether", "if"}
_KNOWING = {"aware", "sure", "certain", "convinced", "clear", "know"}


def is_said(clause: Clause, cues: Cues) -> bool:
    """Tell whether a text says anything of a clause: a question does not, nor "did not say that …"."""
    if (clause.anchor.doc[-1].text == "?" and not _taken_for_granted(clause)) or any(
        _is_few(subject) for subject in clause.subjects
    ):
        return False
    if _came_to_nothing(clause.anchor):
        return False
    if clause.repeats is not None and _turns_back(clause, clause.repeats, cues):
        return False
    return _is_governed_said(clause, cues)


def _came_to_nothing(anchor: Token) -> bool:
    """Whether something was planned and not done: "the ambassador was to have handed over his letters"."""
    helping = {c.lower_ for c in anchor.children if c.dep_ == "aux"}
    return helping >= {"to", "have"} and anchor.dep_ == "xcomp" and anchor.head.lower_ in {"was", "were"}


def _taken_for_granted(clause: Clause) -> bool:
    """Whether a question only asks for the reason of what is so: "Why has Peru not recognised it?"."""
    anchor = clause.anchor
    before = {c.lower_: c for c in anchor.lefts}
    first = anchor.doc[0]
    if anchor.dep_ != "ROOT" or first.lower_ != "why" or before.get("why") != first or not clause.subjects:
        return False
    return any(c.lower_ in {"did", "has", "have", "had"} and c.dep_ == "aux" for c in anchor.lefts)


def _is_governed_said(clause: Clause, cues: Cues) -> bool:
    """Whether nothing over a clause leaves it in the air."""
    current = clause.anchor
    while True:
        asked = any(c.dep_ == "mark" and c.lower_ == "whether" for c in current.children)
        _, governor = governor_of(current)
        if governor is None:
            return not asked
        if _unknown(governor, cues):
            return False
        effect = cues.governors.get(fold(governor.lemma_))
        if fold(governor.lemma_) in cues.dismissals and _unsaid(governor, cues):
            return False  # "did not deny that …"
        if effect == "reports" and governor.pos_ in {"VERB", "AUX"} and not toys_with(governor, current):
            chosen = any(c.dep_ == "mark" and c.lower_ in _CHOICE for c in current.children)
            return not chosen and not _unsaid(governor, cues)
        if effect is None or (asked and effect == "sought"):
            return not asked
        current = governor


def _turns_back(clause: Clause, first: Clause, cues: Cues) -> bool:
    """Whether what is said again was denied before, and is not meant: "X has not. Y will not, Z may be next"."""
    anchor = clause.anchor
    if is_taken_up(anchor):
        return False
    if anchor.pos_ not in {"VERB", "AUX"} or polarity_and_mood(first, cues)[0] != "denied":
        return False
    if anchor.lemma_ in {"be", "follow", "come"} and "denied" not in set(cues_at(anchor, cues)):
        return any(c.lower_ == "next" for c in (*anchor.children, *clause.complements))
    again = any(c.lower_ in AGAIN | {"either"} for c in anchor.children) or opened_by_nor(anchor)
    return "denied" in set(cues_at(anchor, cues)) and not again


def _unknown(governor: Token, cues: Cues) -> bool:
    """Whether somebody is said not to know of what stands under a verb: "is not aware of any discussion about"."""
    verb = governor.head if governor.dep_ == "acomp" else governor
    known = next((t for t in (verb, *verb.children) if t.lemma_ in _KNOWING and t.dep_ in {verb.dep_, "acomp"}), None)
    if known is None:
        return False
    denied = any(c.dep_ == "neg" or cues.adverbs.get(c.lower_) == "denied" for c in verb.children)
    told = known.lemma_ in {"know", "aware"} and any(c.dep_ == "ccomp" for c in (*known.children, *verb.children))
    return denied and not told  # but "did not know that Chad had left"


def _is_few(noun: Token) -> bool:
    """Whether a noun is of hardly anybody, which is neither so nor not so: "few states", "hardly any government"."""
    below = {c.lower_ for c in noun.children if c.i < noun.i}
    hardly = {"hardly", "scarcely", "barely"} & {g.lower_ for c in noun.children for g in c.children if c.i < noun.i}
    return ("few" in below and "a" not in below) or noun.lower_ == "few" or bool(hardly and "any" in below)


def _unsaid(verb: Token, cues: Cues) -> bool:
    """Whether a verb of saying is itself denied, so that what is said hangs in the air."""
    if fold(verb.lemma_) in cues.factive:
        return False
    if verb.dep_ == "conj" and any(c.dep_ == "cc" and c.lower_ == "nor" for c in verb.head.children):
        return True
    effects = [*cues_at(verb, cues), *(e for c in verb.children if c.dep_ == "nsubj" for e in denials_of(c, cues))]
    return effects.count("denied") % 2 == 1
