"""Whether a clause is said to be so, and in which mood: cues at the clause and above it."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from credence.catalog.cues import Cues
from credence.model.sighting import Mood, Polarity
from credence.read.clauses import Clause, fold

_RANK: tuple[Mood, ...] = ("conditional", "possible", "sought", "planned")
_ARGUMENTS = {"nsubj", "nsubjpass", "dobj", "attr"}


def polarity_and_mood(clause: Clause, cues: Cues) -> tuple[Polarity, Mood]:
    """Tell the polarity and mood of a clause from the cues at it and over it.

    Denials cancel each other in pairs; of several moods the most remote wins: conditional, possible, sought, planned.
    """
    effects = [*_own(clause, cues), *_above(clause.anchor, cues)]
    denied = sum(effect == "denied" for effect in effects) % 2 == 1
    mood: Mood = next((mood for mood in _RANK if mood in effects), "actual")
    return ("denied" if denied else "affirmed"), mood


def _own(clause: Clause, cues: Cues) -> Iterator[str]:
    yield from _at(clause.anchor, cues)
    seen = set()
    for argument in (*clause.agents, *clause.patients, *(t for p, ts in clause.obliques if p == "by" for t in ts)):
        for child in argument.children:
            if child.dep_ in {"det", "neg"} and cues.adverbs.get(child.lower_) == "denied":
                seen.add("denied")
        if argument.lower_ in {"none", "nobody", "neither"} and argument.dep_ in _ARGUMENTS:
            seen.add("denied")
    yield from seen


def _at(token: Token, cues: Cues) -> Iterator[str]:
    """Cues that hang on a predicate itself."""
    for child in token.children:
        yield from _cue(child, token, cues)
    if _is_condition(token, cues):
        yield "conditional"
    if _infinitive(token) and token.dep_ == "ROOT":  # headlines: "Norway to recognise …"
        yield "planned"


def _cue(child: Token, token: Token, cues: Cues) -> Iterator[str]:
    word = child.lower_
    if child.dep_ in {"neg", "advmod", "det", "preconj"} and word in cues.adverbs:
        yield cues.adverbs[word]
    if child.dep_ == "advmod" and word == "yet" and _infinitive(token):
        yield "denied"
    if child.dep_ in {"aux", "auxpass"} and word in cues.modals:
        yield cues.modals[word]


def _is_condition(token: Token, cues: Cues) -> bool:
    """Whether a clause is a condition ("if …"), or stands under a modal with one ("will …, if …")."""
    if any(c.dep_ == "mark" and c.lower_ in cues.conditions for c in token.children):
        return True
    modal = any(c.dep_ == "aux" and c.lower_ in cues.modals for c in token.children)
    under = [c for c in token.children if c.dep_ == "advcl"]
    return modal and any(g.dep_ == "mark" and g.lower_ in cues.conditions for c in under for g in c.children)


def _infinitive(token: Token) -> bool:
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in token.children)


def _above(token: Token, cues: Cues) -> Iterator[str]:
    """Cues over a clause, up to the next speech verb or the root."""
    current = token
    while True:
        first = _coordinated_head(current)
        if first is not current:
            yield from _at(first, cues)
            current = first
        preposition, governor = _governor(current)
        if governor is None:
            return
        if preposition in cues.prepositions:
            yield cues.prepositions[preposition]
            return
        effect = _effect(governor, current, cues)
        if effect in {None, "reports"}:
            return
        yield from _through(governor, effect or "", cues)
        current = governor


def _effect(governor: Token, current: Token, cues: Cues) -> str | None:
    """What a word does to the clause embedded under it."""
    if governor.lemma_ == "be" and _infinitive(current) and current.dep_ == "xcomp":
        return "planned"  # "is to open"
    if governor.lemma_ == "have" and _infinitive(current):
        yet = any(c.lower_ == "yet" for c in (*governor.children, *current.children))
        return "denied" if yet else "plain"  # "has yet to open"
    return cues.governors.get(fold(governor.lemma_))


def _through(governor: Token, effect: str, cues: Cues) -> Iterator[str]:
    if effect != "plain":
        yield effect
    if governor.pos_ in {"VERB", "AUX"}:  # "will agree to" is no more remote than "agrees to"
        yield from (cue for cue in _at(governor, cues) if cue != "planned" or effect == "plain")


def _coordinated_head(token: Token) -> Token:
    """A second verb without auxiliaries of its own shares what stands over the first: "refused to see or accept"."""
    while token.dep_ == "conj" and token.pos_ in {"VERB", "AUX"} and token.head.pos_ in {"VERB", "AUX"}:
        if any(c.dep_ in {"aux", "auxpass", "nsubj"} for c in token.children) or token.tag_ not in {"VB", "VBG"}:
            break
        token = token.head
    return token


def _governor(token: Token) -> tuple[str, Token | None]:
    """The word a clause is embedded under, with the preposition between, if any."""
    head = token.head
    if head is token:
        return "", None
    if token.dep_ in {"xcomp", "ccomp", "acl"}:
        return "", head
    if token.dep_ == "relcl" and _infinitive(token):
        return "", head
    if token.pos_ in {"NOUN", "PROPN"} and token.dep_ in {"dobj", "nsubjpass"}:
        return "", head
    if token.dep_ in {"pcomp", "pobj"} and head.dep_ in {"prep", "agent"}:
        return head.lower_, head.head
    return "", None
