"""Clauses that say an earlier one again: "so did Peru", "Chile followed suit", "and Nauru in 2009", "Oman did not"."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from credence.catalog.cues import Cues
from credence.catalog.spelling import fold
from credence.read.clauses import Clause
from credence.read.phrases import coordinated, excepted, spread

_NOUNS = {"NOUN", "PROPN", "PRON"}
_VERBS = {"VERB", "AUX"}
_INVERTED = {"so", "neither", "nor", "as"}
_PRO_VERBS = {"do", "have", "be", "will", "would", "can", "could", "may", "might", "shall"}

IsDate = Callable[[Token], bool]


def with_repeats(found: Sequence[Clause], before: Sequence[Clause], cues: Cues, is_date: IsDate) -> tuple[Clause, ...]:
    """Add to the clauses of a sentence those that repeat another one with a subject of their own.

    Args:
        found: The clauses of the sentence.
        before: Those of the sentence before, if it stands directly before.
        cues: Words with which a clause is said again.
        is_date: Tells whether a token dates something.

    Returns:
        The clauses, rid of what belongs to the repeated ones, and those.
    """
    again = tuple(_repeats(found, before, cues, is_date))
    nouns = {t.i for clause in again if clause.anchor.pos_ in _NOUNS for t in clause.subjects}
    return tuple(_without(clause, nouns) if nouns else clause for clause in (*found, *again))


def _without(clause: Clause, nouns: set[int]) -> Clause:
    obliques = ((prep, tuple(t for t in tokens if t.i not in nouns)) for prep, tokens in clause.obliques)
    return replace(clause, obliques=tuple((prep, tokens) for prep, tokens in obliques if tokens))


def _repeats(found: Sequence[Clause], before: Sequence[Clause], cues: Cues, is_date: IsDate) -> Iterator[Clause]:
    for clause in found:
        subjects = _said_again(clause, cues, is_date)
        compared = any(
            c.lower_ in {"any", "other"} for t in subjects for c in t.children
        )  # "before any other had done so"
        if subjects and not compared and not _elsewhere(clause, is_date):
            yield from _again(clause.anchor, subjects, _first(clause.anchor, found, before, cues), clause.obliques)
    for clause in found:
        yield from _exceptions(clause)
        if not clause.nominal and clause.subjects:
            for token in _gapped(clause, is_date):
                yield from _again(token, tuple(coordinated(token)), (clause,), ())


def _exceptions(clause: Clause) -> Iterator[Clause]:
    """The clause once more for what "not" sets apart: "Norway recognised Peru but not Chile"."""
    for tokens, role in ((clause.agents, "agents"), (clause.patients, "patients")):
        for conjunct in (c for t in tokens for c in t.children if excepted(c)):
            if role == "agents":
                yield replace(clause, agents=(conjunct,), anchor=conjunct, repeats=clause)
            else:
                yield replace(clause, patients=(conjunct,), anchor=conjunct, repeats=clause)


def _said_again(clause: Clause, cues: Cues, is_date: IsDate) -> tuple[Token, ...]:
    """The subjects of a clause that only repeats, or none."""
    anchor = clause.anchor
    if anchor.pos_ not in _VERBS or clause.nominal:
        return ()
    words = {c.lower_ for c in anchor.children} | {t.lower_ for t in clause.patients}
    inverted = words & _INVERTED and [c for c in anchor.children if c.i > anchor.i and c.dep_ in {"nsubj", "dobj"}]
    if fold(anchor.lemma_) in _PRO_VERBS and inverted:
        return tuple(one for noun in inverted for one in spread(noun) if one.pos_ in _NOUNS)
    again = cues.repeats.get(fold(anchor.lemma_))
    if again is not None and (words & again or ("" in again and _bare(clause, is_date))):
        return clause.agents
    own = [c for c in anchor.children if c.dep_ == "nsubj"]
    alone = own and not clause.complements and _bare(clause, is_date)
    return clause.agents if alone and fold(anchor.lemma_) in _PRO_VERBS else ()


def _elsewhere(clause: Clause, is_date: IsDate) -> bool:
    """Whether what is done again is done to something else: "did the same with its consulate"."""
    changing = {"with", "in", "at", "to", "from", "for"}
    return any(prep in changing and not all(is_date(t) for t in tokens) for prep, tokens in clause.obliques)


def _bare(clause: Clause, is_date: IsDate) -> bool:
    """Whether a verb has nothing beside it but dates."""
    if clause.passive or clause.patients or any(c.dep_ in {"xcomp", "ccomp", "prt"} for c in clause.anchor.children):
        return False
    return all(is_date(token) for preposition, tokens in clause.obliques if preposition != "by" for token in tokens)


def _first(anchor: Token, found: Sequence[Clause], before: Sequence[Clause], cues: Cues) -> tuple[Clause, ...]:
    """What is said again: the clause it is coordinated with, or the main clause of the sentence before."""
    head = anchor.head
    while head != anchor and head.pos_ not in _VERBS and head.head != head:
        head = head.head
    earlier = [c for c in found if not c.nominal and c.anchor.i < anchor.i and c.anchor.pos_ in _VERBS]
    if head != anchor and anchor.dep_ in {"conj", "ccomp", "advcl", "parataxis"} and head.i < anchor.i:
        main = [c for c in earlier if c.anchor == head and not _reports(c, cues)]
        if main:
            return _with_embedded(main[0], earlier)
    own = [c for c in earlier if c.subjects and not _reports(c, cues)]
    if own:
        return _with_embedded(own[0], own)
    spoken = [c for c in before if not c.nominal and not _reports(c, cues) and c.subjects]
    return _with_embedded(spoken[0], spoken) if spoken else ()


def _reports(clause: Clause, cues: Cues) -> bool:
    """Whether a clause only says whose words another one is."""
    said = cues.governors.get(clause.predicate) == "reports"
    return said and any(c.dep_ == "ccomp" for c in clause.anchor.children)


def _with_embedded(main: Clause, others: Sequence[Clause]) -> tuple[Clause, ...]:
    """The clause and what its subject does in clauses under it: "became the first to recognise"."""
    same = {t.i for t in main.subjects}
    return (main, *(c for c in others if c != main and same & {t.i for t in c.subjects} and _under(c, main)))


def _under(clause: Clause, main: Clause) -> bool:
    token = clause.anchor
    while token.head != token:
        if token.dep_ == "relcl" and not any(c.lower_ == "to" for c in token.children):
            return False
        token = token.head
        if token == main.anchor:
            return True
    return clause.repeats is not None and clause.anchor == main.anchor


def _again(
    anchor: Token,
    subjects: tuple[Token, ...],
    firsts: Sequence[Clause],
    obliques: tuple[tuple[str, tuple[Token, ...]], ...],
) -> Iterator[Clause]:
    for first in firsts:
        made = replace(first, patients=subjects) if first.passive else replace(first, agents=subjects)
        yield replace(made, anchor=anchor, obliques=(*obliques, *made.obliques), repeats=first)


def _gapped(clause: Clause, is_date: IsDate) -> Iterator[Token]:
    """Nouns beside a date that are the subject of the same verb once more: "in 2008 and Nicaragua a week later"."""
    verb = clause.anchor
    for preposition in verb.children:
        if preposition.dep_ == "prep":
            for noun in preposition.children:
                if noun.dep_ == "pobj" and is_date(noun):
                    yield from (c for c in noun.children if c.dep_ == "conj" and _dated(c, verb, is_date))
    yield from (c for c in verb.children if c.dep_ in {"conj", "npadvmod"} and _dated(c, verb, is_date))


def _dated(token: Token, verb: Token, is_date: IsDate) -> bool:
    """Whether a noun is no date itself and a date follows it directly."""
    if token.pos_ not in {"PROPN", "NOUN"} or is_date(token) or token.i < verb.i:
        return False
    end = max(t.i for t in coordinated(token))
    following = token.doc[end + 1 : end + 4]
    return any(is_date(t) for t in following) and not any(t.is_punct or t.pos_ in _VERBS for t in following[:1])
