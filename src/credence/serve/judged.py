"""Findings as they are kept at hand: judged and written once, whoever asks for them, and on whatever day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Self

from credence.exchange.findings import finding_to_plain
from credence.flow import dates_of
from credence.judge import Dates
from credence.model.finding import Finding
from credence.model.origin import Place
from credence.model.particulars import Particulars
from credence.serve.answers import within


@dataclass(slots=True)
class Judged:
    """A finding that is kept.

    Attributes:
        finding: The finding.
        dates: Of the documents that its claims stand in, and of the first of their texts.
    """

    finding: Finding
    dates: Dates
    _written: bytes | None = field(default=None, init=False)

    @classmethod
    def of(cls, finding: Finding, sources: Mapping[str, Particulars]) -> Self:
        """Take of what is known of documents what the finding rests on."""
        docs = {doc for each in finding.claims for doc in (each.claim.doc, each.origin.doc)}
        return cls(finding, dates_of({doc: sources[doc] for doc in docs if doc in sources}))

    @property
    def written(self) -> bytes:
        """The finding as JSON; of two who ask for it first at once, each may write it, and writes the same."""
        if self._written is None:
            self._written = within(finding_to_plain(self.finding))
        return self._written


def together(dates: Iterable[Dates]) -> Dates:
    """Put the dates of several findings together."""
    published: dict[str, str | None] = {}
    recorded: dict[str, Place] = {}
    for each in dates:
        published |= each.published
        recorded |= each.recorded
    return Dates(published, recorded)
