"""Findings and dealings as they are kept at hand: judged and written once, whoever asks, and on whatever day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Self

from credence.exchange.counts import part_to_plain
from credence.exchange.findings import finding_to_plain
from credence.exchange.ladder import ground_to_plain, standing_to_plain
from credence.flow import dates_of
from credence.judge import Dates, Dealings
from credence.model.finding import Finding
from credence.model.ladder import Ground, Standing
from credence.model.origin import Place
from credence.model.particulars import Particulars
from credence.serve.answers import holding, within


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


@dataclass(slots=True)
class Dealt:
    """Dealings that are kept.

    Attributes:
        dealings: The dealings.
    """

    dealings: tuple[Dealings[Finding], ...]
    _parts: dict[int, bytes] = field(default_factory=dict, init=False)  # by the address of a finding of the dealings
    _does: dict[tuple[str, ...], bytes] = field(default_factory=dict, init=False)  # what a ground does, of few sorts

    def written(self, standing: Standing[Finding]) -> bytes:
        """Give a standing of the dealings as JSON: on another day most of it is what it was on the day before.

        Args:
            standing: Where the two stand on a day, told from these dealings.
        """
        plain = standing_to_plain(standing, grounds=False)
        return holding(within(plain), "grounds", b"[%s]" % b", ".join(map(self._ground, standing.grounds)))

    def _ground(self, ground: Ground[Finding]) -> bytes:
        sort = ground.rule, ground.step, ground.bearing, ground.stands
        if (does := self._does.get(sort)) is None:
            does = self._does[sort] = within(ground_to_plain(ground, finding=False))
        if (part := self._parts.get(id(ground.finding))) is None:
            part = self._parts[id(ground.finding)] = within(part_to_plain(ground.finding))
        return holding(does, "finding", part)


def together(dates: Iterable[Dates]) -> Dates:
    """Put the dates of several findings together."""
    published: dict[str, str | None] = {}
    recorded: dict[str, Place] = {}
    for each in dates:
        published |= each.published
        recorded |= each.recorded
    return Dates(published, recorded)
