"""The ladder: how far a state goes in dealing with an authority, a step on a day."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Generic, Literal

from credence.model.counts import Stands
from credence.model.finding import Of_co

Bearing = Literal["reached", "unsettled", "lapsed", "apart"]
"""What a ground does: it leads to its step; may have begun only later; was too long ago; or does not count."""


@dataclass(frozen=True, slots=True)
class Ground(Generic[Of_co]):
    """A finding that a rule speaks of.

    Attributes:
        rule: Id of the rule.
        step: Step that the rule leads to.
        bearing: What it does on the day.
        stands: Whether what it says stands on the day.
        finding: The finding, as judged from the claims that the rule speaks of.
    """

    rule: str
    step: str
    bearing: Bearing
    stands: Stands
    finding: Of_co


@dataclass(frozen=True, slots=True)
class Standing(Generic[Of_co]):
    """Where an authority stands with a state on a day.

    Attributes:
        authority: The authority.
        state: The state.
        day: The day.
        step: The step that what had begun by the day leads to.
        may_be: A higher step that may have been reached by the day; None if none may.
        grounds: All that a rule speaks of: what leads to the step first, then by step, the best believed first.
    """

    authority: str
    state: str
    day: date
    step: str
    may_be: str | None
    grounds: tuple[Ground[Of_co], ...]

    @property
    def reasons(self) -> tuple[Ground[Of_co], ...]:
        """What the step rests on."""
        return tuple(each for each in self.grounds if each.bearing == "reached" and each.step == self.step)

    def first(self, most: int) -> tuple[Ground[Of_co], ...]:
        """Give the grounds in their order, of those that do the same the first.

        Args:
            most: How many at most that do the same.
        """
        shown: Counter[Bearing] = Counter()
        found = []
        for each in self.grounds:
            shown[each.bearing] += 1
            if shown[each.bearing] <= most:
                found.append(each)
        return tuple(found)
