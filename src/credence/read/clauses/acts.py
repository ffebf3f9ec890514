"""The last act of state that a text told: what "the same step" or "did likewise" takes up some sentences later."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from credence.model.sighting import Sighting
from credence.read.clauses.clauses import Clause

_KINDS = (
    "recognition.grant",
    "recognition.withdraw",
    "ties.",
    "seat.",
    "mission.close",
    "mission.open",
    "envoy.expel",
    "listing.",
)
NEAR = 4
"""Sentences after an act in which words may still take it up."""

_ASIDE = {"relcl", "acl", "advcl"}


def is_of_state(kind: str) -> bool:
    """Tell whether a claim of a kind is an act that others can be said to have done, too."""
    return kind.startswith(_KINDS)


def stands(clause: Clause, kind: str) -> bool:
    """Tell whether a clause says how things stand, which nobody does again: "147 of the members of the union"."""
    return clause.predicate == "be" and kind.startswith("seat.")


@dataclass(frozen=True, slots=True)
class Act:
    """An act of state that a text told.

    Attributes:
        clause: The clause that tells it.
        kind: Kind of the claim.
        sentence: Number of its sentence.
        aside: Whether it is told in passing: "Peru, which recognises Chad, has".
    """

    clause: Clause
    kind: str
    sentence: int
    aside: bool

    @property
    def main(self) -> bool:
        """Whether it is not told in passing, or is a recognition, which seldom stands alone."""
        return not self.aside or self.kind.startswith("recognition")

    @property
    def leads(self) -> bool:
        """Whether others are more likely to have done this than what was told beside or after it."""
        return self.kind.startswith("recognition") and not self.aside


@dataclass(frozen=True, slots=True)
class Told:
    """What words that say an act again can mean.

    Attributes:
        acts: The acts told shortly before, in the order of the text.
        far: The clause of the last one, if it was not told in the sentence directly before.
        tells: Gives the kind of the act that a clause tells; empty if it tells none.
        now: Number of the sentence.
    """

    acts: tuple[Act, ...] = ()
    far: tuple[Clause, ...] = ()
    tells: Callable[[Clause], str] = lambda _: ""
    now: int = 0

    def before(self, clause: Clause, found: Sequence[Clause]) -> tuple[Act, ...]:
        """Give the acts that a clause may mean, the likeliest first: those of its sentence, recognitions, the latest.

        Args:
            clause: The clause that says an act again.
            found: The clauses of its sentence.
        """
        ahead = [c for c in found if c.anchor.i < clause.anchor.i and not c.nominal]
        here = [Act(c, kind, self.now, is_aside(c)) for c in ahead if (kind := self.tells(c))]
        return tuple(sorted((*here, *self.acts), key=self._rank))

    def _rank(self, act: Act) -> tuple[bool, bool, bool, int]:
        return (act.sentence != self.now, not act.leads, not act.main, -act.sentence)


@dataclass(frozen=True, slots=True)
class Acts:
    """The acts told in the last sentences.

    Attributes:
        acts: The acts, in the order of the text.
    """

    acts: tuple[Act, ...] = ()

    def told(self, sentence: int, tells: Callable[[Clause], str]) -> Told:
        """Give what was told shortly before a sentence.

        Args:
            sentence: Number of the sentence.
            tells: Gives the kind of the act that a clause tells.
        """
        near = tuple(act for act in self.acts if 0 < sentence - act.sentence <= NEAR)
        latest = [act for act in near if act.sentence == near[-1].sentence]
        latest = [act for act in latest if not act.aside] or latest
        far = tuple(act.clause for act in latest[:1] if sentence - act.sentence > 1)
        return Told(near, far, tells, sentence)

    def after(self, met: Sequence[Sighting], clauses: Sequence[Clause], sentence: int) -> Acts:
        """Give what is remembered after a sentence: its own acts, and those of the sentences before."""
        kinds = {s.anchor.start: s.kind for s in reversed(met) if is_of_state(s.kind)}
        start = clauses[0].anchor.doc.user_data["start"] if clauses else 0
        acting = [c for c in clauses if not c.nominal and start + c.anchor.idx in kinds]
        telling = [c for c in acting if not stands(c, kinds[start + c.anchor.idx])]
        again = {c.anchor.i for c in telling if c.repeats is not None}  # "acted" tells what it says again
        acting = [c for c in telling if c.repeats is not None or c.anchor.i not in again]
        deepest = {c.anchor.i: max(_depth(o) for o in acting if o.anchor == c.anchor) for c in acting}
        acting = [c for c in acting if _depth(c) == deepest[c.anchor.i]]  # "did so" of "Mali joined in" tells nothing
        own = tuple(Act(c, kinds[start + c.anchor.idx], sentence, is_aside(c)) for c in acting)
        near = (*(act for act in self.acts if sentence - act.sentence < NEAR), *own)
        listing = [act for act in near if act.kind.startswith("listing.")]
        return Acts(near if len(listing) == len(near) else tuple(act for act in near if act not in listing))


def _depth(clause: Clause) -> int:
    """How often what a clause tells was told before it."""
    depth = 0
    while clause.repeats is not None:
        clause, depth = clause.repeats, depth + 1
    return depth


def is_aside(clause: Clause) -> bool:
    """Tell whether a clause only says more of somebody: "Peru, which recognises Chad and has an office there, was"."""
    verb = clause.anchor
    while verb.dep_ == "conj" and verb.head.pos_ in {"VERB", "AUX"}:
        verb = verb.head
    return verb.dep_ in _ASIDE
