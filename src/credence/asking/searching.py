"""Searching a ledger for words, and choosing among what is found by what the claims say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TypeVar

from credence.asking.findings import is_chosen
from credence.flow import Judging
from credence.ledger import Known, Ledger, Met, Query, passage
from credence.model.claim import Claim
from credence.model.finding import Finding
from credence.model.found import Found, FoundClaim, FoundDocument
from credence.model.particulars import Particulars

Value = TypeVar("Value")

_AT_ONCE = 100  # of what was met, loaded and judged until there is enough


@dataclass(frozen=True, slots=True)
class Choice:
    """Which claims are meant.

    Attributes:
        parties: Only those in which all of these stand.
        kind: Only those of this kind, or of this family where no act is named.
        day: Only those that, taken by themselves, hold or may hold on that day, EDTF.
    """

    parties: tuple[str, ...] = ()
    kind: str | None = None
    day: str | None = None

    @property
    def narrows(self) -> bool:
        """Whether any claim is not meant."""
        return bool(self.parties) or self.kind is not None or self.day is not None

    def lets_in(self, judged: Finding) -> bool:
        """Tell whether a claim is meant that is judged so."""
        return is_chosen(judged, parties=self.parties, kind=self.kind, day=self.day)


def search(ledger: Ledger, query: Query, choice: Choice, *, known: Known = None, limit: int) -> Found:
    """Find documents and claims; claims that somebody rejected are left out.

    Args:
        ledger: The ledger.
        query: The words.
        choice: Which claims are meant; where it narrows, only documents with such a claim are found.
        known: As known at that transaction or by that date.
        limit: How many of each sort to give at most.
    """
    met = ledger.search(query, known=known)
    judging = AloneJudging(ledger, known)
    documents = list(
        islice(_documents(ledger, query, [each for each in met if each.places], choice, judging), limit + 1)
    )
    claims = list(islice(_claims(met, choice, judging), limit + 1))
    return Found(tuple(documents[:limit]), tuple(claims[:limit]), max(len(documents), len(claims)) > limit)


class AloneJudging:
    """Judges claims one by one, as known then."""

    def __init__(self, ledger: Ledger, known: Known) -> None:
        """Take a ledger, and as known when it is asked."""
        self.known = known
        self._ledger = ledger
        self._ruled = Judging().ruled(ledger.decisions(known=known))

    def judged(self, ids: Sequence[str]) -> Iterator[tuple[Claim, Finding]]:
        """Give claims, in the order of the ids, each with what it says taken by itself, corrected; none rejected."""
        claims = {claim.id: claim for claim in self._ledger.claims(known=self.known, ids=ids)}
        docs = {claim.doc for claim in claims.values()}
        read_in = self._ledger.documents(known=self.known, ids=docs) if docs else ()
        sources = {each.id: Particulars(each.id, each.publisher, each.published) for each in read_in}
        for id_ in ids:
            if id_ in claims:
                yield from ((claims[id_], finding) for finding in self._ruled.findings([claims[id_]], sources))


def _documents(
    ledger: Ledger, query: Query, met: Sequence[Met], choice: Choice, judging: AloneJudging
) -> Iterator[FoundDocument]:
    """Give the documents that answer, in their order."""
    for some in _portions(met):
        answers = [each for each in some if not choice.narrows or _has_one(each, choice, judging)]
        loaded = {each.id: each for each in ledger.documents(known=judging.known, ids=[each.doc for each in answers])}
        for each in answers:
            document = loaded[each.doc]
            yield FoundDocument(document, each.places, passage(query, document.text))


def _has_one(met: Met, choice: Choice, judging: AloneJudging) -> bool:
    """Tell whether a claim that is meant stands in a document."""
    return any(choice.lets_in(judged) for _, judged in judging.judged(sorted(met.claims)))


def _claims(met: Iterable[Met], choice: Choice, judging: AloneJudging) -> Iterator[FoundClaim]:
    """Give the claims that answer, in their order."""
    places = {id_: count for each in met for id_, count in each.claims.items() if count}
    for some in _portions(sorted(places, key=lambda id_: (-places[id_], id_))):
        for claim, judged in judging.judged(some):
            if choice.lets_in(judged):
                yield FoundClaim(claim, places[claim.id], judged.id)


def _portions(values: Sequence[Value]) -> Iterator[Sequence[Value]]:
    for start in range(0, len(values), _AT_ONCE):
        yield values[start : start + _AT_ONCE]
