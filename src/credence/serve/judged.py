"""Findings as they are kept at hand: written once, whoever asks for them, and on whatever day."""

from __future__ import annotations

from dataclasses import dataclass, field

from credence.exchange.findings import finding_to_plain
from credence.model.finding import Finding
from credence.serve.answers import within


@dataclass(slots=True)
class Judged:
    """A finding that is kept.

    Attributes:
        finding: The finding.
    """

    finding: Finding
    _written: bytes | None = field(default=None, init=False)

    @property
    def written(self) -> bytes:
        """The finding as JSON; of two who ask for it first at once, each may write it, and writes the same."""
        if self._written is None:
            self._written = within(finding_to_plain(self.finding))
        return self._written
