"""What a clause says again: the clause it is coordinated with, the sentence before, or an act told earlier."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from credence.catalog.cues import Cues
from credence.read.clauses.acts import Told
from credence.read.clauses.clauses import Clause
from credence.read.clauses.echoes import (
    PLACES,
    TRAILING,
    IsDate,
    comes_next,
    compared,
    elsewhere,
    is_step_followed,
    one_of_row,
    points_back,
    said_again,
    same_step,
    towards,
)
from credence.read.clauses.numbered import done_alike, done_to, so_many
from credence.read.clauses.subjects import SUBJECTS
from credence.read.clauses.succession import (
    counterpart,
    gerunds,
    joins_list,
    makes_up,
    precedes,
    thing_of_own,
    with_own,
)
from credence.read.clauses.takenup import fits, taken_up
from credence.read.moods.mood import polarity_and_mood
from credence.read.words.forms import infinitive, left_of
from credence.read.words.tree import Token

_VERBS = {"VERB", "AUX"}
_BEING = {"be", "become"}
_ANSWERING = ("ties.sever", "ties.lower", "envoy.", "mission.close")
_AFTER = {"later", "response", "protest", "retaliation", "promptly", "immediately"}
_ONCE = {"once", "formerly", "previously", "originally", "initially"}


@dataclass(frozen=True, slots=True)
class Around:
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

    def _told(self, clause: Clause) -> Iterator[Clause]:
        """The clauses told before one, the latest last."""
        yield from (act.clause for act in self.told.acts)
        yield from self.before
        yield from self._here(clause)

    def _here(self, clause: Clause) -> Iterator[Clause]:
        """Those of them that stand in its sentence."""
        return (c for c in self.found if c.anchor.i < clause.anchor.i)

    def of_own(self, clause: Clause) -> Clause | None:
        """Give the act that somebody does with a thing of his own: "did likewise for its own", "did it to Iran's"."""
        whom = done_to(clause)
        if whom is not None and (first := next(self._expulsions(clause), None)) is not None:
            return done_alike(clause, whom, first, self.is_date)
        thing = thing_of_own(clause)
        if thing is None:
            return so_many(clause, self._expulsions(clause), self.is_date)
        acts = [c for c in self._told(clause) if self.told.tells(c)][-1:] or list(gerunds(self.before))[-1:]
        return with_own(clause, thing, acts[-1], self.is_date) if acts else None

    def _expulsions(self, clause: Clause) -> Iterator[Clause]:
        """The expulsions that a clause may mean, the likeliest first; sought only when one is asked for."""
        yield from (act.clause for act in self.told.before(clause, self.found) if act.kind == "envoy.expel")

    def _bases(self, clause: Clause) -> tuple[Clause, ...]:
        """What a clause says again: the clause that its place tells, or an act if that one tells none."""
        told = self.told
        if joins_list(clause.anchor):
            likely = sorted(told.before(clause, self.found), key=lambda act: not act.kind.startswith("recognition"))
            return tuple(act.clause for act in likely[:1])
        if asked := self._asked_of(clause):
            return asked
        back = told.far if told.far and _takes_up(clause, self.before) else self.before
        bases = _first(clause.anchor, self.found, back, self.cues, told)
        if one_of_row(clause.anchor) and (grant := self._recognition(clause, bases)):
            return grant
        if near := self._nearest(clause, bases):
            return near
        if not self._only_places(clause):
            return bases
        if any(told.tells(base) for base in bases):
            return self._answered(clause, bases) or bases
        acts = [act.clause for act in told.before(clause, self.found) if act.main]
        if precedes(clause):  # what was told last, in passing or not
            acts = [act.clause for act in told.acts[-1:]]
        return (acts[0],) if acts and polarity_and_mood(acts[0], self.cues)[0] == "affirmed" else bases

    def _answered(self, clause: Clause, bases: tuple[Clause, ...]) -> tuple[Clause, ...]:
        """The recognition that others follow, where what was told since only answers it.

        "Peru recognised Kosovo. Belgrade cut ties with Lima three days later. Chile followed in 2009."
        """
        if not all(self.told.tells(base).startswith(_ANSWERING) and _comes_after(base) for base in bases):
            return ()
        acts = [act for act in self.told.before(clause, self.found) if act.leads]
        return (acts[0].clause,) if acts and polarity_and_mood(acts[0].clause, self.cues)[0] == "affirmed" else ()

    def _asked_of(self, clause: Clause) -> tuple[Clause, ...]:
        """What somebody was asked to do who does so: "Peru demanded that Chad leave. Chad promised to do so in May"."""
        names = {t.text for t in clause.subjects if t.pos_ == "PROPN"}
        if clause.predicate != "do" or not names:
            return ()
        told = [c for c in self.before if c.anchor.dep_ in {"ccomp", "xcomp"} and c.anchor.pos_ == "VERB"]
        asked = [c for c in told if names == {t.text for t in c.agents}]
        return tuple(asked[-1:])

    def _only_places(self, clause: Clause) -> bool:
        """Whether a clause says nothing but in which place somebody did it: "Chad went first", "Mali followed"."""
        first = clause.predicate == "go" and any(c.lower_ in PLACES for c in clause.anchor.children)
        after = comes_next(clause, self.is_date) or precedes(clause)
        return first or after or clause.predicate in TRAILING or same_step(clause.anchor)

    def _nearest(self, clause: Clause, bases: tuple[Clause, ...]) -> tuple[Clause, ...]:
        """The act nearest before "only Peru does", where what the sentence begins with is none: "It has a flag, …"."""
        if clause.predicate != "do" or clause.patients or not bases or any(self.told.tells(base) for base in bases):
            return ()
        acts = [c for c in self._here(clause) if not c.nominal and self.told.tells(c)]
        return (acts[-1],) if acts and bases[0].anchor.i < acts[-1].anchor.i else ()

    def _recognition(self, clause: Clause, bases: tuple[Clause, ...]) -> tuple[Clause, ...]:
        """The recognition told lately, where somebody "becomes the third to do so" after something else was told."""
        tells = [self.told.tells(base) for base in bases]
        if any(base in self.found for base in bases) or any(kind.startswith("recognition") for kind in tells):
            return ()
        acts = (a.clause for a in self.told.before(clause, self.found) if a.kind.startswith("recognition"))
        return tuple(itertools.islice(acts, 1))


def _takes_up(clause: Clause, before: Sequence[Clause]) -> bool:
    """Whether a clause says the last act of state again, past a sentence that tells none: "Chile followed in May"."""
    return clause.predicate in TRAILING or ((not before or same_step(clause.anchor)) and points_back(clause))


def _first(
    anchor: Token, found: Sequence[Clause], before: Sequence[Clause], cues: Cues, told: Told
) -> tuple[Clause, ...]:
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
    own = [c for c in own if not _tells_who(c, anchor)]
    own = [c for c in own if not _is_aside(c)] or own
    if own:
        return _with_embedded(own[0], own)
    return _spoken(anchor, before, cues, told)


def _spoken(anchor: Token, before: Sequence[Clause], cues: Cues, told: Told) -> tuple[Clause, ...]:
    """The main clause of the sentence before, or what its first relative clause tells where that alone is an act."""
    spoken = [c for c in before if not c.nominal and not _reports(c, cues) and c.subjects and not _is_bygone(c)]
    spoken = [c for c in spoken if c.predicate not in _BEING or anchor.lemma_ == "be"]
    if spoken and spoken[0].anchor.dep_ == "relcl":  # "Chile, which closed its embassy, followed. Mali did so, too"
        spoken = [c for c in spoken if not _is_aside(c) and told.tells(c)] or spoken
    return _with_embedded(spoken[0], spoken) if spoken else ()


def _is_aside(clause: Clause) -> bool:
    """Whether a relative clause or participle tells it beside the main clause."""
    return clause.anchor.dep_ in {"relcl", "acl"}


def _tells_who(clause: Clause, anchor: Token) -> bool:
    """Whether a clause only says of the subject of a verb who it is: "Peru, which closed its embassy, may follow"."""
    noun = clause.anchor.head
    return _is_aside(clause) and noun.dep_ in SUBJECTS and noun.head == anchor


def _is_bygone(clause: Clause) -> bool:
    """Whether a relative clause tells what was once and is no more: "Peru, which once recognised it, has left"."""
    return clause.anchor.dep_ == "relcl" and any(c.lower_ in _ONCE for c in clause.anchor.children)


def _is_placed(clause: Clause) -> bool:
    """Whether a clause says who came first or next: "Peru was the first; Chile followed"."""
    return any(t.lower_ in PLACES for t in clause.complements)


def _reports(clause: Clause, cues: Cues) -> bool:
    """Whether a clause only says whose words another one is."""
    said = cues.governors.get(clause.predicate) == "reports"
    return said and any(c.dep_ == "ccomp" and _has_verb(c) for c in clause.anchor.children)


def _has_verb(told: Token) -> bool:
    """Whether what is said is a clause: not "a terrorist group" of "declared the movement a terrorist group"."""
    return told.pos_ in _VERBS or any(c.pos_ in _VERBS and c.dep_ in {"aux", "cop"} for c in told.children)


def _with_embedded(main: Clause, others: Sequence[Clause]) -> tuple[Clause, ...]:
    """The clause and what its subject does in clauses under it: "became the first to recognise"."""
    same = {t.i for t in main.subjects}
    return (main, *(c for c in others if c != main and same & {t.i for t in c.subjects} and _under(c, main)))


def _under(clause: Clause, main: Clause) -> bool:
    token = clause.anchor
    while token.head != token:
        aside = token.dep_ == "relcl" or (token.dep_ == "advcl" and token.tag_ == "VBG")  # "…, accusing Chad of"
        if aside and not any(c.lower_ == "to" and c.dep_ == "aux" for c in token.children):
            return False
        token = token.head
        if token == main.anchor:
            return True
    return clause.repeats is not None and clause.anchor == main.anchor


def _comes_after(clause: Clause) -> bool:
    """Whether a clause says that it came of what was told before it: "three days later", "in protest"."""
    return any(t.lower_ in _AFTER for t in clause.anchor.subtree)
