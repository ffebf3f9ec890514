"""Findings and dealings as they are kept at hand: judged and written once, whoever asks, and on whatever day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Generic, Self, TypeVar

from credence.exchange.findings import finding_to_plain
from credence.exchange.ladder import short_ground_to_plain, stated_to_plain
from credence.flow import dates_of
from credence.judge import Before, Dates, Dealings
from credence.model.finding import Finding, Part, Stood
from credence.model.ladder import Ground, Standing
from credence.model.origin import Place
from credence.model.particulars import Particulars
from credence.serve.answers import holding, within

Kept = TypeVar("Kept", bound=Stood)

_MOST_GROUNDS = 25
"""Grounds written of those that do the same."""


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
class Dealt(Generic[Kept]):
    """Dealings that are kept.

    Attributes:
        dealings: The dealings.
        short: Takes of what came to stand what is written of it.
        before: What was judged for them without words, if it was.
    """

    dealings: tuple[Dealings[Kept], ...]
    short: Callable[[Kept], Part]
    before: Before | None = None
    _written: dict[int, bytes] = field(default_factory=dict, init=False)  # by the address of a ground of the dealings

    def written(self, standing: Standing[Kept]) -> bytes:
        """Give a standing of the dealings as JSON: on another day most of it is what it was on the day before.

        Of grounds that do the same, the first are written, and the others counted, if there are any.

        Args:
            standing: Where the two stand on a day, told from these dealings.
        """
        first = standing.first(_MOST_GROUNDS)
        left_out = Counter(each.bearing for each in standing.grounds) - Counter(each.bearing for each in first)
        plain = stated_to_plain(standing) | ({"left_out": dict(left_out)} if left_out else {})
        return holding(within(plain), "grounds", b"[%s]" % b", ".join(map(self._ground, first)))

    def _ground(self, ground: Ground[Kept]) -> bytes:
        if (found := self._written.get(id(ground))) is None:
            found = within(short_ground_to_plain(ground, self.short(ground.finding)))
            self._written[id(ground)] = found
        return found


def shortened(finding: Finding) -> Part:
    """Take of a finding what is written of it as a ground."""
    return Part.of(finding, finding.bounds, (each.claim.id for each in finding.claims))


def together(dates: Iterable[Dates]) -> Dates:
    """Put the dates of several findings together."""
    published: dict[str, str | None] = {}
    recorded: dict[str, Place] = {}
    for each in dates:
        published |= each.published
        recorded |= each.recorded
    return Dates(published, recorded)
