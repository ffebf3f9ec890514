"""The last act of state that a text told: what "the same step" or "did likewise" takes up some sentences later."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from credence.model.sighting import Sighting
from credence.read.clauses import Clause

_KINDS = ("recognition.grant", "recognition.withdraw", "ties.", "seat.", "mission.close", "mission.open", "envoy.expel")
NEAR = 4
"""Sentences after an act in which words may still take it up."""


@dataclass(frozen=True, slots=True)
class Acts:
    """The clauses in which the last act was told.

    Attributes:
        clauses: The clauses; empty before the first.
        sentence: Number of their sentence.
    """

    clauses: tuple[Clause, ...] = ()
    sentence: int = -1

    def before(self, sentence: int) -> tuple[Clause, ...]:
        """Give the clauses of an act told shortly before a sentence, though not directly before it."""
        return self.clauses if 1 < sentence - self.sentence <= NEAR else ()

    def after(self, met: Sequence[Sighting], clauses: Sequence[Clause], sentence: int) -> Acts:
        """Give what is remembered after a sentence: its own acts, if it tells any."""
        told = {sighting.anchor.start for sighting in met if sighting.kind.startswith(_KINDS)}
        start = clauses[0].anchor.doc.user_data["start"] if clauses else 0
        acting = tuple(c for c in clauses if not c.nominal and start + c.anchor.idx in told)
        return Acts(acting[:1], sentence) if acting else self
