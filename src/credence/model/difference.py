"""Differences: what became of a finding between two states of knowledge."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from credence.model.finding import Finding

What = Literal["appeared", "ended", "changed", "vanished"]


@dataclass(frozen=True, slots=True)
class Difference:
    """What became of one finding.

    Attributes:
        what: "appeared", "ended" (its end was not known before), "changed" or "vanished".
        before: The finding as it stood; None if it did not.
        after: The finding as it stands; None if it does not.
        members: Members of the finding that differ, in their order; empty where it appeared or vanished.
        why: What brought it about, a line each.
    """

    what: What
    before: Finding | None
    after: Finding | None
    members: tuple[str, ...]
    why: tuple[str, ...]

    @property
    def finding(self) -> Finding:
        """The finding as it stands, or as it stood last."""
        found = self.after or self.before
        if found is None:
            raise ValueError(self)  # of nothing there is no difference
        return found
