"""Occasions: whether two claims about one thing are told of one occasion.

Decided from two claims and their documents, the same whichever comes first.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from credence.model.claim import Claim
from credence.model.origin import Place, TracedClaim, dated_by
from credence.model.particulars import Particulars
from credence.trace.copies import shared_quotes
from credence.trace.dates import read_date
from credence.trace.speakers import may_be_one, plain

_OCCASION = timedelta(days=3)  # within which papers tell of one occasion
_SLIP = 0.75  # of the larger, how much the smaller figure is at least where reports of one figure differ
_ROUNDED = 0.9  # the same where a figure is called approximate
_FIGURE = re.compile(r"\d+")


class Occasions:
    """When and how often the claims about one thing are told."""

    def __init__(
        self, claims: Sequence[TracedClaim], papers: Mapping[str, Particulars], recorded: Mapping[str, Place]
    ) -> None:
        """Take the claims about one thing, what is known of their documents and of the roots of these.

        Args:
            claims: The claims.
            papers: What is known of the documents, by id.
            recorded: Document id to its place in the order of recording.
        """
        self._papers = papers
        own = [each for each in claims if each.edge != "derived"]  # which rests on another text, and is none of it
        self._dated_by = dated_by(((each.origin.doc, each.claim.doc) for each in own), recorded)
        self._figures: defaultdict[str, set[str]] = defaultdict(set)
        for each in claims:
            self._figures[each.claim.doc].add(_figure(each.claim))

    def one_telling(self, one: TracedClaim, other: TracedClaim) -> bool:
        """Tell whether two claims are of one utterance, by themselves."""
        return self._one_speaker(one, other) and self._agree(one, other)

    def meet(self, part: Iterable[TracedClaim], other: Sequence[TracedClaim]) -> bool:
        """Tell whether claims of two groups are told on one occasion."""
        return any(self._agree(one, two) for one in part for two in other)

    def _one_speaker(self, one: TracedClaim, other: TracedClaim) -> bool:
        """Tell whether two have one speaker: both none, the same, or an outlet and what it published."""
        if is_unsourced(one) and is_unsourced(other):
            return True
        if one.origin.id == other.origin.id or self._cites(one, other) or self._cites(other, one):
            return True
        return not one.own and not other.own and may_be_one(one.origin, other.origin)

    def _cites(self, one: TracedClaim, other: TracedClaim) -> bool:
        """Tell whether the first is told after what the second's publisher wrote: it cites it, or uses its text."""
        published = self._papers.get(other.origin.doc)
        publisher = published.publisher if published else None
        return one.edge in {"cites", "copy"} and publisher is not None and plain(one.origin.name) == plain(publisher)

    def _agree(self, one: TracedClaim, other: TracedClaim) -> bool:
        if one.origin.doc == other.origin.doc and one.claim.doc != other.claim.doc:
            return self._one_figure(one.claim, other.claim)  # one text: dates that go by the copy's own prove nothing
        return (
            _speak_of_one_time(one.claim, other.claim)
            and self._one_occasion(one, other)
            and self._one_figure(one.claim, other.claim)
        )

    def _one_occasion(self, one: TracedClaim, other: TracedClaim) -> bool:
        """Tell whether two are told within days, or the same words of a text or a quotation are."""
        if one.claim.doc == other.claim.doc or one.origin.doc == other.origin.doc:
            return True
        days = [self._day(each) for each in (one, other)]
        if _gap(*days) <= _OCCASION:
            return True
        marks = [self._paper(each.claim.doc).fingerprint for each in (one, other)]
        return marks[0] is not None and marks[1] is not None and shared_quotes(marks[0], marks[1]) > 0

    def _day(self, each: TracedClaim) -> str | None:
        """Give the day on which a claim's text counts as told."""
        text = each.claim.doc if each.edge == "derived" else each.origin.doc
        return self._paper(self._dated_by.get(text, text)).published

    def _paper(self, doc: str) -> Particulars:
        return self._papers.get(doc) or Particulars(doc)

    def _one_figure(self, one: Claim, other: Claim) -> bool:
        """Tell whether two figures are one that reports differ on; a document that has both tells them apart."""
        figures = {_figure(one), _figure(other)}
        if len(figures) == 1:
            return True
        if any(figures <= held for held in self._figures.values()):
            return False
        numbers = [int(match[0]) for match in map(_FIGURE.search, figures) if match]
        if len(numbers) < 2 or max(numbers) == 0:
            return False
        exact = all(figure.isdigit() for figure in figures)
        return min(numbers) / max(numbers) >= (_SLIP if exact else _ROUNDED)


def is_unsourced(each: TracedClaim) -> bool:
    """Tell whether a paper says it without saying whence: nobody is quoted, and it is no party's own paper."""
    return each.own and not each.origin.known


def _figure(claim: Claim) -> str:
    value = claim.role("value")
    return value if isinstance(value, str) else ""


def _speak_of_one_time(one: Claim, other: Claim) -> bool:
    """Tell whether what two claims are about can be one thing by its date; what is not said excludes nothing."""
    first, second = read_date(one.when), read_date(other.when)
    return first is None or second is None or first.overlaps(second)


def _gap(one: str | None, other: str | None) -> timedelta:
    """Give the time between two dates of publication, the longest there is where one is not known."""
    first, second = read_date(one), read_date(other)
    if first is None or second is None:
        return timedelta.max
    starts = max(first.earliest or date.min, second.earliest or date.min)
    ends = min(first.latest or date.max, second.latest or date.max)
    return max(starts - ends, timedelta(0))
