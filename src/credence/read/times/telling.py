"""What a text tells as done, and what of that is news: where it has no date, it is of the time of the text."""

from __future__ import annotations

from credence.catalog.spelling import fold
from credence.read.clauses.clauses import Clause
from credence.read.times.reaches import LASTING, is_main
from credence.read.words.forms import left_of
from credence.read.words.tree import Token

_LEAD = 3  # number of the last sentence that belongs to where a text begins
_STRETCHES = frozenset({"year", "month", "week", "day", "decade", "time", "past", "hour", "season", "era", "century"})
_VAGUE = {"recent", "recently", "lately", "once", "previously", "formerly", "earlier", "already", "long", "ever", "ago"}
"""Words that say when and leave it open: what they date has no date."""


def is_told(clause: Clause) -> bool:
    """Whether a main clause tells something that was done, without a word that leaves open when."""
    token = clause.anchor
    vague = (t for t in token.subtree if t.lower_ in _VAGUE and not _is_of_thing(t) and not _is_beside(t, token))
    return not clause.nominal and is_main(clause) and not _tells_who(token) and not any(vague)


def _tells_who(verb: Token) -> bool:
    """Whether it only says who somebody is: "Peru is the only state to recognise it", "Peru, the first to do so, …"."""
    noun = verb.head
    if verb.dep_ not in {"acl", "relcl"}:
        return False
    return noun.dep_ == "appos" or (noun.dep_ == "attr" and noun.head.lower_ in {"is", "are"})


def _is_of_thing(word: Token) -> bool:
    """Whether a vague word says when a thing was, not when it was done to: "condemned the recent launches"."""
    return word.dep_ == "amod" and word.head.lemma_.lower() not in _STRETCHES


def _is_beside(word: Token, verb: Token) -> bool:
    """Whether a vague word stands in what is said beside, or is none: "after it left long ago", "at once"."""
    if (left_of(word).lower_, word.lower_) == ("at", "once") or left_of(word).lower_ in {"until", "till"}:
        return True  # "Ana Vega, until lately a minister, has left"
    while word != verb and word.dep_ not in {"relcl", "acl", "appos", "advcl"}:
        word = word.head
    return word != verb


def is_news(clause: Clause, number: int) -> bool:
    """Whether a clause of the sentence of that number tells something new.

    "Has closed" and "closes" are news where a text begins; further down they may be of long ago, or a habit.
    """
    token = clause.anchor
    perfect = any(c.lower_ in {"has", "have"} and c.dep_ == "aux" for c in token.children)
    perfect = perfect or token.lower_ in {"has", "have"}  # "so has Chad"
    return is_told(clause) and (
        (number <= _LEAD and fold(token.lemma_) not in LASTING) or not (perfect or token.tag_ in {"VBZ", "VBP"})
    )
