"""The plain reference: a ledger of dictionaries and lists, which every other ledger must agree with."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from credence.ledger.chain import ROOT, Content, claim_digest, differences, document_digest, sealed
from credence.ledger.interface import Known, Ledger, Recorded, Recording
from credence.ledger.rules import cutoff, parties_of, ready, require_storable, utc
from credence.model.claim import Claim
from credence.model.document import Document
from credence.model.transaction import Transaction

_Claims = frozenset[Claim]


class MemoryLedger(Ledger):
    """A ledger that lasts as long as the program."""

    def __init__(self) -> None:
        """Begin empty."""
        self._transactions: list[Transaction] = []
        # Each document in the order recorded, with its readings: transaction and all the claims found then.
        self._readings: dict[Document, list[tuple[int, _Claims]]] = {}

    def record(self, recordings: Sequence[Recording], *, moment: str, author: str, tool: str) -> Recorded:
        """Record readings in one transaction (see ``Ledger.record``)."""
        checked, moment = ready(recordings), utc(moment)
        require_storable("author and tool", author, tool)
        number = len(self._transactions) + 1
        known = sum(recording.document in self._readings for recording in checked)
        changed = [recording for recording in checked if self._newly_read(recording)]
        if not changed:
            return Recorded(None, 0, 0, known)
        for recording in changed:
            self._readings.setdefault(recording.document, []).append((number, frozenset(recording.claims)))
        content = self._content(number)
        before = self._transactions[-1].hash if self._transactions else ROOT
        self._transactions.append(sealed(Transaction(number, moment, author, tool, before, ""), content))
        return Recorded(self._transactions[-1], len(content.documents), len(content.claims), known)

    def claims(
        self, *, known: Known = None, kind: str | None = None, parties: Collection[str] = (), doc: str | None = None
    ) -> tuple[Claim, ...]:
        """Give the claims that stand (see ``Ledger.claims``)."""
        number = self._number(known)
        found = (
            claim
            for document in self._newest(number)
            for claim in [claims for recorded, claims in self._readings[document] if recorded <= number][-1]
            if kind in (None, claim.kind) and doc in (None, claim.doc) and parties_of(claim).issuperset(parties)
        )
        return tuple(sorted(found, key=lambda claim: claim.id))

    def document(self, doc: str, version: str | None = None) -> Document | None:
        """Give a version of a document (see ``Ledger.document``)."""
        versions = [document for document in self._readings if document.id == doc]
        return next((found for found in reversed(versions) if version in (None, found.sha256)), None)

    def documents(self, *, known: Known = None) -> tuple[Document, ...]:
        """Give the newest versions (see ``Ledger.documents``)."""
        return tuple(sorted(self._newest(self._number(known)), key=lambda document: document.id))

    def transactions(self) -> tuple[Transaction, ...]:
        """Give all transactions (see ``Ledger.transactions``)."""
        return tuple(self._transactions)

    def verify(self) -> tuple[str, ...]:
        """Check the chain (see ``Ledger.verify``)."""
        return tuple(differences((each, self._content(each.number)) for each in self._transactions))

    def close(self) -> None:
        """Forget everything."""
        self._transactions.clear()
        self._readings.clear()

    def _newly_read(self, recording: Recording) -> bool:
        readings = self._readings.get(recording.document)
        return readings is None or readings[-1][1] != frozenset(recording.claims)

    def _number(self, known: Known) -> int:
        """Give the transaction up to which things count; after a moment past the limit, nothing does any more."""
        limit = len(self._transactions) if known is None else cutoff(known)
        if isinstance(limit, int):
            return limit
        later = (each.number for each in self._transactions if each.moment > limit)
        return next(later, len(self._transactions) + 1) - 1

    def _newest(self, number: int) -> Collection[Document]:
        return {document.id: document for document, since in self._since() if since <= number}.values()

    def _since(self) -> Iterator[tuple[Document, int]]:
        return ((document, readings[0][0]) for document, readings in self._readings.items())

    def _content(self, number: int) -> Content:
        read = {
            document: claims
            for document, readings in self._readings.items()
            for recorded, claims in readings
            if recorded == number
        }
        earlier = {
            claim
            for readings in self._readings.values()
            for recorded, claims in readings
            if recorded < number
            for claim in claims
        }
        return Content(
            documents=tuple(document_digest(document) for document, since in self._since() if since == number),
            claims={claim_digest(claim) for claims in read.values() for claim in claims - earlier},
            readings=[(document_digest(document), [*map(claim_digest, claims)]) for document, claims in read.items()],
        )
