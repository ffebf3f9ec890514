"""Clauses that say an earlier one again: "so did Peru", "Chile followed suit", "and Nauru in 2009", "Oman did not"."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from credence.catalog.cues import Cues
from credence.read.acts import Told
from credence.read.apart import counted, set_apart
from credence.read.clauses import Clause
from credence.read.echoes import (
    PLACES,
    TRAILING,
    IsDate,
    comes_next,
    compared,
    elsewhere,
    is_among_them,
    is_step_followed,
    one_of_row,
    points_back,
    said_again,
    same_step,
    towards,
)
from credence.read.forms import infinitive, left_of
from credence.read.mood import polarity_and_mood
from credence.read.phrases import coordinated
from credence.read.remnants import filled
from credence.read.subjects import SUBJECTS
from credence.read.succession import counterpart, gerunds, joins_list, makes_up, precedes, thing_of_own, with_own
from credence.read.takenup import fits, taken_up

_NOUNS = {"NOUN", "PROPN", "PRON"}
_VERBS = {"VERB", "AUX"}

_ACTING = {"do", "take", "make", "follow"}  # what stands for an active verb only
_ITS = {"its", "their"}

_BEING = {"be", "become"}
_ONCE = {"once", "formerly", "previously", "originally", "initially"}
_NOTHING = Told()
_TO_WHOM = ("with", "against", "of", "to", "from", "on")


def with_repeats(
    found: Sequence[Clause],
    before: Sequence[Clause],
    cues: Cues,
    is_date: IsDate,
    told: Told = _NOTHING,
) -> tuple[Clause, ...]:
    """Add to the clauses of a sentence those that repeat another one with a subject of their own.

    Args:
        found: The clauses of the sentence.
        before: Those of the sentence before, if it stands directly before.
        cues: Words with which a clause is said again.
        is_date: Tells whether a token dates something.
        told: The last act of state that was told before.

    Returns:
        The clauses, rid of what belongs to the repeated ones, and those.
    """
    found = [one for clause in found for one in counted(clause)]
    again = tuple(_repeats(found, before, cues, is_date, told))
    again = (*again, *filled(found, again))
    again = (*again, *(one for clause in (*found, *again) for one in set_apart(clause)))
    nouns = {t.i for clause in again if clause.anchor.pos_ in _NOUNS for t in clause.subjects}
    kept = (c for c in found if not (c.predicate == "join" and {t.lower_ for t in c.patients} & {"them", "suit"}))
    rid = (_without(clause, nouns) if nouns else clause for clause in (*kept, *again))
    return tuple(one for clause in rid for each in _by_year(clause, is_date) for one in _each(each))


def _by_year(clause: Clause, is_date: IsDate) -> Iterator[Clause]:
    """The clause of each name with a date of its own in brackets: "was recognised by Peru (2008), Chile (2009)"."""
    for role, tokens in (("agents", clause.agents), ("patients", clause.patients)):
        dated = [t for t in tokens if any(is_date(c) and c.i > t.i + 1 and left_of(c).text == "(" for c in t.children)]
        if len(dated) > 1 and not clause.nominal and clause.repeats is None:
            for token in tokens:
                own = (token,)
                made = replace(clause, agents=own) if role == "agents" else replace(clause, patients=own)
                yield replace(made, anchor=token, repeats=clause) if token in dated else made
            return
    yield clause


def _each(clause: Clause) -> Iterator[Clause]:
    """The clause of every agent on its own where "its" is about each: "neither Peru nor Chile closed its embassy"."""
    things = (*clause.patients, *(t for _, tokens in clause.obliques for t in tokens))
    own = any(c.lower_ == "its" for thing in things for c in thing.children)
    if clause.nominal or clause.passive or len(clause.agents) < 2 or not own:
        yield clause
        return
    for agent in clause.agents:
        yield replace(clause, agents=(agent,), each=clause.agents)


def _without(clause: Clause, nouns: set[int]) -> Clause:
    obliques = ((prep, tuple(t for t in tokens if t.i not in nouns)) for prep, tokens in clause.obliques)
    return replace(clause, obliques=tuple((prep, tokens) for prep, tokens in obliques if tokens))


def _repeats(
    found: Sequence[Clause], before: Sequence[Clause], cues: Cues, is_date: IsDate, told: Told
) -> Iterator[Clause]:
    made: list[Clause] = []
    around = _Around(found, before, cues, is_date, told)
    for clause in found:
        own = around.of_own(clause)
        if own is not None:
            made.append(own)
            yield own
            continue
        subjects, whom, bases = around.meant(clause)
        if subjects:
            meant = [again for again in made if any(again.anchor == base.anchor for base in bases)] or bases
            aimed = (_aimed(one, whom, is_date) for one in meant if _may(one, clause))
            firsts = [one for one in aimed if one is not None]
            kept = tuple(pair for pair in clause.obliques if not whom or pair[1] != whom)
            said = tuple(_again(clause.anchor, subjects, firsts, kept))
            made += said
            yield from said
            for group in (g for t in _gapped(clause, is_date) for g in _by_date(tuple(coordinated(t)), is_date)):
                yield from _again(group[0], group, said, ())
    for clause in found:
        if not clause.nominal and clause.subjects:
            for token in _gapped(clause, is_date) if not _ambiguous(clause, is_date) else ():
                for group in _by_date(tuple(coordinated(token)), is_date):
                    yield from _again(group[0], group, (clause,), ())
            yield from _turns(clause, is_date)
            yield from _each_its_own(clause)


@dataclass(frozen=True, slots=True)
class _Around:
    """What stands around a clause that says another one again.

    Attributes:
        found: The clauses of its sentence.
        before: Those of the sentence before.
        cues: Words with which a clause is said again.
        is_date: Tells whether a token dates something.
        told: The last acts of state that were told before.
    """

    found: Sequence[Clause]
    before: Sequence[Clause]
    cues: Cues
    is_date: IsDate
    told: Told

    def meant(self, clause: Clause) -> tuple[tuple[Token, ...], tuple[Token, ...], tuple[Clause, ...]]:
        """Give who does again what was told, against whom if against another, and the clauses that tell it."""
        if first := counterpart(clause, self._told(clause), self.cues):
            return clause.agents, (), first
        subjects = said_again(clause, self.cues, self.is_date)
        asked = infinitive(clause.anchor)  # "urged other states to follow suit"
        nor = left_of(clause.anchor.left_edge).lower_ == "nor" or clause.anchor.left_edge.lower_ == "nor"
        others = not (asked or nor) and any(compared(token) for token in subjects)  # "before any other had done so"
        there = clause.predicate == "be" or joins_list(clause.anchor) or makes_up(clause)
        if subjects and not others and (there or not elsewhere(clause, self.is_date)):
            return subjects, tuple(t for t in towards(clause) if not self.is_date(t)), self._bases(clause)
        alone = () if subjects else taken_up(clause, self.is_date)
        acts = [act for act in self.told.before(clause, self.found) if fits(act, clause)] if alone else []
        return (alone, (), (acts[0].clause,)) if acts else ((), (), ())

    def _told(self, clause: Clause) -> list[Clause]:
        """The clauses told before one, the latest last."""
        here = (c for c in self.found if c.anchor.i < clause.anchor.i)
        return [*(act.clause for act in self.told.acts), *self.before, *here]

    def of_own(self, clause: Clause) -> Clause | None:
        """Give the act that somebody does with a thing of his own: "did likewise for its own", "did it to Iran's"."""
        thing = thing_of_own(clause)
        if thing is None:
            return None
        acts = [c for c in self._told(clause) if self.told.tells(c)][-1:] or list(gerunds(self.before))[-1:]
        return with_own(clause, thing, acts[-1], self.is_date) if acts else None

    def _bases(self, clause: Clause) -> tuple[Clause, ...]:
        """What a clause says again: the clause that its place tells, or an act if that one tells none."""
        told = self.told
        if joins_list(clause.anchor):
            acts = sorted(told.before(clause, self.found), key=lambda act: not act.kind.startswith("recognition"))
            return tuple(act.clause for act in acts[:1])
        back = told.far if told.far and _takes_up(clause, self.before) else self.before
        bases = _first(clause.anchor, self.found, back, self.cues)
        if one_of_row(clause.anchor) and (first := self._recognition(clause, bases)):
            return first
        first = clause.predicate == "go" and any(c.lower_ in PLACES for c in clause.anchor.children)
        placed = first or clause.predicate in TRAILING or comes_next(clause, self.is_date) or same_step(clause.anchor)
        placed = placed or precedes(clause)
        if not placed or any(told.tells(base) for base in bases):
            return bases
        acts = [act.clause for act in told.before(clause, self.found) if act.main]
        if precedes(clause):  # what was told last, in passing or not
            acts = [act.clause for act in told.acts[-1:]]
        return (acts[0],) if acts and polarity_and_mood(acts[0], self.cues)[0] == "affirmed" else bases


    def _recognition(self, clause: Clause, bases: tuple[Clause, ...]) -> tuple[Clause, ...]:
        """The recognition told lately, where somebody "becomes the third to do so" after a sentence of something else."""
        tells = [self.told.tells(base) for base in bases]
        if any(base in self.found for base in bases) or any(kind.startswith("recognition") for kind in tells):
            return ()
        acts = (a.clause for a in self.told.before(clause, self.found) if a.kind.startswith("recognition"))
        return tuple(itertools.islice(acts, 1))


def _takes_up(clause: Clause, before: Sequence[Clause]) -> bool:
    """Whether a clause says the last act of state again, past a sentence that tells none: "Chile followed in May"."""
    return clause.predicate in TRAILING or ((not before or same_step(clause.anchor)) and points_back(clause))


def _each_its_own(clause: Clause) -> Iterator[Clause]:
    """The clause once more of a name beside "its" own: "closed its embassy in Kenya and Chile its consulate"."""
    verb = clause.anchor
    if clause.passive or not any(c.lower_ in _ITS for t in clause.patients for c in t.children):
        return
    for own in verb.subtree:
        name = left_of(own) if own.lower_ in _ITS and own.i > verb.i else verb
        if name.pos_ != "PROPN" or name.left_edge.i == 0 or own.head.pos_ != "NOUN" or own.dep_ != "poss":
            continue
        if name.doc[name.left_edge.i - 1].lower_ in {"and", ",", ";", "but", "while"} and name.i > verb.i:
            yield replace(clause, agents=(name,), patients=(own.head,), obliques=(), anchor=name, repeats=clause)


def _ambiguous(clause: Clause, is_date: IsDate) -> bool:
    """Whether "recognised Peru in 2008 and Chile in 2011" leaves open who Chile is: no comma tells."""
    if clause.predicate != "recognize" or clause.passive or any(t.pos_ != "PROPN" for t in clause.patients):
        return False
    dates = [t for _, tokens in clause.obliques for t in tokens if is_date(t)]
    behind = [t.lower_ for t in clause.anchor.doc[dates[0].i + 1 : dates[0].i + 8]] if dates else []
    return behind[:1] == ["and"] and not {"later", "earlier", "afterwards"} & set(behind)


def _by_date(nouns: tuple[Token, ...], is_date: IsDate) -> Iterator[tuple[Token, ...]]:
    """Nouns in groups, each up to a date: "Nicaragua in 2010, Chile and Peru in 2012"."""
    group: list[Token] = []
    for noun, following in zip(nouns, (*nouns[1:], None), strict=True):
        group.append(noun)
        end = noun.i + 4 if following is None else min(noun.i + 4, following.i)
        if following is None or any(is_date(t) for t in noun.doc[noun.i + 1 : end]):
            yield tuple(group)
            group = []


def _turns(clause: Clause, is_date: IsDate) -> Iterator[Clause]:
    """The clause once more after another date: "with Peru in 2009, and with Chile in 2012", "by Peru in 2008, by"."""
    verb = clause.anchor
    if sum(is_date(t) for _, tokens in clause.obliques for t in tokens) < 2 or verb.pos_ not in _VERBS:
        return
    seen = {c.lower_ for one in (verb, *clause.patients) for c in one.children if c.dep_ in {"prep", "agent"}}
    for prep in _later_preps(verb):
        nouns = [one for c in prep.children if c.dep_ == "pobj" for one in coordinated(c)]
        if prep.lower_ not in seen or not nouns or any(is_date(t) or t.pos_ != "PROPN" for t in nouns):
            continue
        if not any(is_date(t) for t in verb.doc[nouns[-1].i + 1 : nouns[-1].i + 4]):
            continue
        if clause.passive and prep.lower_ == "by":
            yield replace(clause, agents=tuple(nouns), anchor=nouns[0], repeats=clause)
            continue
        kept = tuple((p, ts) for p, ts in clause.obliques if p != prep.lower_)
        yield replace(clause, obliques=((prep.lower_, tuple(nouns)), *kept), anchor=nouns[0], repeats=clause)


def _later_preps(verb: Token) -> Iterator[Token]:
    """Prepositions joined by commas or "and" to an earlier one of the same verb."""
    for child in verb.rights:
        below = (c for c in child.children if c.dep_ == "conj") if child.dep_ == "prep" else ()
        for prep in (child, *below):
            if prep.pos_ == "ADP" and left_of(prep).lower_ in {",", "and", ";"}:
                yield prep


def _first(anchor: Token, found: Sequence[Clause], before: Sequence[Clause], cues: Cues) -> tuple[Clause, ...]:
    """What is said again: the clause it is coordinated with, or the main clause of the sentence before."""
    head = anchor.head
    if anchor.dep_ == "acl" and head.dep_ in SUBJECTS:  # "Peru, followed by Chile, recognised"
        return tuple(c for c in found if c.anchor == head.head and not c.nominal)
    while head != anchor and head.pos_ not in _VERBS and head.head != head:
        head = head.head
    earlier = [c for c in found if not c.nominal and c.anchor.i < anchor.i and c.anchor.pos_ in _VERBS]
    base = anchor
    while base.dep_ in {"xcomp", "ccomp"} and base.head.pos_ in _VERBS and base.head.i < base.i:
        base = base.head
    if base != anchor and base.dep_ == "conj":  # "promised to leave and urged Chile to do likewise"
        main = [c for c in earlier if c.anchor == base.head]
        return _with_embedded(main[0], [c for c in earlier if c.anchor != base]) if main else ()
    if head != anchor and anchor.dep_ in {"conj", "ccomp", "advcl", "parataxis", "relcl"} and head.i < anchor.i:
        main = [c for c in earlier if c.anchor == head and not _reports(c, cues)]
        only_is = bool(main) and main[0].predicate in _BEING and anchor.lemma_ != "be"
        only_is = only_is and (not _is_placed(main[0]) or anchor.dep_ == "relcl")
        if main and not only_is:
            return _with_embedded(main[0], earlier)
    inside = anchor.dep_ in {"xcomp", "acl", "pcomp"} and not is_step_followed(anchor)
    over = set(anchor.ancestors) if inside else set()  # "does not plan to follow"
    own = [c for c in earlier if c.subjects and c.anchor not in over and not _reports(c, cues)]
    own = [c for c in own if c.predicate not in _BEING or anchor.lemma_ == "be"]
    own = [c for c in own if c.anchor.dep_ not in {"relcl", "acl"}] or own
    if own:
        return _with_embedded(own[0], own)
    spoken = [c for c in before if not c.nominal and not _reports(c, cues) and c.subjects and not _is_bygone(c)]
    spoken = [c for c in spoken if c.predicate not in _BEING or anchor.lemma_ == "be"]
    return _with_embedded(spoken[0], spoken) if spoken else ()


def _is_bygone(clause: Clause) -> bool:
    """Whether a relative clause tells what was once and is no more: "Peru, which once recognised it, has left"."""
    return clause.anchor.dep_ == "relcl" and any(c.lower_ in _ONCE for c in clause.anchor.children)


def _is_placed(clause: Clause) -> bool:
    """Whether a clause says who came first or next: "Peru was the first; Chile followed"."""
    return any(t.lower_ in PLACES for t in clause.complements)


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
        aside = token.dep_ == "relcl" or (token.dep_ == "advcl" and token.tag_ == "VBG")  # "…, accusing Chad of"
        if aside and not any(c.lower_ == "to" for c in token.children):
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
        acting = anchor.lemma_ in _ACTING or any(c.lower_ in PLACES for c in anchor.children)
        undergo = first.passive and not (first.agents and acting)  # "is recognised by five. Peru does not"
        made = replace(first, patients=subjects) if undergo else replace(first, agents=subjects)
        yield replace(made, anchor=anchor, obliques=(*obliques, *made.obliques), repeats=first)


def _may(first: Clause, clause: Clause) -> bool:
    """Whether a clause can be the one said again: of those who recognise it, where "Peru is not among them"."""
    return not is_among_them(clause) or all(t.pos_ != "PROPN" for t in first.subjects)


def _aimed(first: Clause, whom: tuple[Token, ...], is_date: IsDate) -> Clause | None:
    """A clause done to another party: "severed ties with Peru" and "the same step against Chad"; None if it cannot."""
    if whom and whom[0].head.lower_ == "in":  # "opened its embassy in Lima, after Chile had done so in Quito"
        kept = tuple(pair for pair in first.obliques if pair[0] != "in")
        placed = any(t.pos_ == "PROPN" and not is_date(t) for prep, ts in first.obliques if prep == "in" for t in ts)
        return replace(first, obliques=(("in", whom), *kept), instead=True) if placed and not first.passive else None
    if not whom or first.passive:
        return first
    named = [
        prep
        for prep, tokens in first.obliques
        if prep in _TO_WHOM and any(t.pos_ == "PROPN" and not is_date(t) for t in tokens)
    ]
    if named:
        kept = tuple(pair for pair in first.obliques if pair[0] != named[0])
        return replace(first, obliques=((named[0], whom), *kept), instead=True)
    return replace(first, patients=whom, instead=True) if any(t.pos_ == "PROPN" for t in first.patients) else first


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
    """Whether a noun is no date itself, a date follows it directly, and another one stands before it."""
    if token.pos_ not in {"PROPN", "NOUN"} or is_date(token) or token.i < verb.i:
        return False
    if not any(is_date(t) for t in token.doc[: token.i]):
        return False
    end = max(t.i for t in coordinated(token))
    following = token.doc[end + 1 : end + 5]  # "in the same month"
    return any(is_date(t) for t in following) and not any(t.is_punct or t.pos_ in _VERBS for t in following[:1])
