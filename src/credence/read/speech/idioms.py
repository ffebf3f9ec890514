"""Turns of phrase that say something: "made clear that", "accused Chad of", and wishes: "urged Chad to".

What is said in them is somebody's words as it is under a verb of saying; ``cues`` finds those.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from credence.catalog.voices import Stance, Voices
from credence.read.speech.said import Run, runs
from credence.read.speech.saying import is_that_clause, speakers_of
from credence.read.words.tree import Token

_NEAR = 4  # words from a verb to what makes it one of saying


@dataclass(frozen=True, slots=True)
class Utterance:
    """Somebody saying something in one sentence.

    Attributes:
        speaker: Head of the phrase naming who speaks; None where nobody is named.
        cue: Token that makes it speech.
        content: Runs of tokens that are said, first and last; empty where only quotation marks can tell.
        form: "indirect" or "source"; whether it is direct is seen later.
        stance: How the cue treats what is said.
    """

    speaker: Token | None
    cue: Token
    content: tuple[Run, ...]
    form: Literal["indirect", "source"]
    stance: Stance


def by_turn(verb: Token, lemma: str, knowledge: Voices) -> Iterator[Utterance]:
    """Give what a verb says by a turn of phrase.

    Args:
        verb: The verb.
        lemma: Its lemma.
        knowledge: Words of saying.
    """
    if lemma in knowledge.wishes:
        roots = [c for c in verb.children if c.dep_ in {"xcomp", "ccomp", "advcl"} and c.tag_ == "VB" and c.i > verb.i]
        roots = [c for c in roots if any(g.lower_ == "to" and g.dep_ == "aux" for g in c.children)]
    elif lemma in knowledge.accusing:
        preps = (c for c in verb.children if c.dep_ == "prep" and c.lower_ == "of")
        roots = [g for prep in preps for g in prep.children if g.dep_ == "pcomp"]
    elif lemma in knowledge.idioms:
        roots = list(_known(verb, knowledge.idioms[lemma]))
    else:
        return
    speakers = speakers_of(verb) or []
    if not roots or any(c.dep_ == "neg" for c in verb.children) or any(is_nobody(one) for one in speakers):
        return
    content = tuple(run for root in roots for run in runs(verb, root, knowledge))
    for speaker in reversed(speakers):
        yield Utterance(speaker, verb, content, "indirect", "asserts")


def _known(verb: Token, words: frozenset[str]) -> Iterator[Token]:
    """Give what is made clear or known: the clause with "that" behind the word that says so."""
    near = (t for t in verb.doc[verb.i + 1 : verb.i + 1 + _NEAR] if t.lower_ in words)
    word = next(near, None)
    if word is not None:
        yield from (c for one in (verb, word) for c in one.children if c.i > word.i and _is_told(c))


def _is_told(clause: Token) -> bool:
    marked = any(c.dep_ == "mark" and c.lower_ == "that" for c in clause.children)
    return is_that_clause(clause) or (clause.dep_ in {"advcl", "csubj"} and marked)


def is_nobody(speaker: Token) -> bool:
    """Tell whether nobody says it: "no official said"."""
    return speaker.lower_ in {"nobody", "none"} or any(c.dep_ == "det" and c.lower_ == "no" for c in speaker.children)
