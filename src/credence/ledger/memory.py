"""The plain reference: a ledger of dictionaries and lists, which every other ledger must agree with."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from credence.ledger.chain import (
    ROOT,
    Content,
    claim_digest,
    decision_digest,
    differences,
    document_digest,
    sealed,
)
from credence.ledger.deciding import Held, fresh, in_force, withdrawn
from credence.ledger.interface import Known, Ledger, Mark, Recorded, Recording
from credence.ledger.judging import Grounds, Judge, Watcher
from credence.ledger.query import Met, Query, by_rank, met
from credence.ledger.rules import cutoff, ready, require_storable, utc
from credence.ledger.sharing import with_copies
from credence.model.claim import Claim, values_of
from credence.model.decision import Decided, Decision, Erasure
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
        self._decided: list[Decided] = []
        # Of what was erased: the hashes of the texts, and what each transaction before had recorded, as digests.
        self._gone: set[tuple[str, str]] = set()
        self._frozen: dict[int, Content] = {}
        self._newest_erased: dict[str, int] = {}

    def record(self, recordings: Sequence[Recording], *, moment: str, author: str, tool: str) -> Recorded:
        """Record readings in one transaction (see ``Ledger.record``)."""
        checked, moment = ready(recordings), utc(moment)
        require_storable("author and tool", author, tool)
        number = len(self._transactions) + 1
        known = sum(self._is_known(recording.document) for recording in checked)
        changed = [recording for recording in checked if self._newly_read(recording)]
        if not changed:
            return Recorded(None, 0, 0, known)
        for recording in changed:
            self._readings.setdefault(recording.document, []).append((number, frozenset(recording.claims)))
        content = self._content(number)
        made = self._seal(moment, author, tool)
        return Recorded(made, len(content.documents), len(content.claims), known)

    def decide(self, decisions: Sequence[Decision], *, moment: str, author: str, tool: str) -> tuple[Decided, ...]:
        """Record decisions in one transaction (see ``Ledger.decide``)."""
        moment = utc(moment)
        require_storable("author and tool", author, tool)
        new = fresh(decisions, author, Held(self._decided, self._newest_of, self._has_claim))
        number = len(self._transactions) + 1
        first = len(self._decided) + 1
        made = tuple(Decided(n, number, author, decision) for n, decision in enumerate(new, start=first))
        if made:
            self._decided += made
            self._seal(moment, author, tool)
            for each in new:
                if isinstance(each, Erasure):
                    self._erase(each.doc)
        return made

    def mark(self, basis: str, *, known: Known = None) -> Mark:
        """Say how far the ledger has come (see ``Ledger.mark``)."""
        del basis
        erased = (each.transaction for each in self._decided if isinstance(each.decision, Erasure))
        return Mark(max(0, min(self._number(known), len(self._transactions))), None, max(erased, default=0))

    def decisions(self, *, known: Known = None) -> tuple[Decided, ...]:
        """Give the decisions that stand (see ``Ledger.decisions``)."""
        return in_force(self._decided_by(self._number(known)))

    def decided(self) -> tuple[Decided, ...]:
        """Give all decisions (see ``Ledger.decided``)."""
        return tuple(self._decided)

    def claims(
        self,
        *,
        known: Known = None,
        kind: str | None = None,
        parties: Collection[str] = (),
        doc: str | None = None,
        ids: Collection[str] | None = None,
    ) -> tuple[Claim, ...]:
        """Give the claims that stand (see ``Ledger.claims``)."""
        number = self._number(known)
        found = (
            claim
            for document in self._newest(number)
            for claim in self._read_in(document, number)
            if kind in (None, claim.kind) and doc in (None, claim.doc) and values_of(claim.roles).issuperset(parties)
            if ids is None or claim.id in ids
        )
        return tuple(sorted(found, key=lambda claim: claim.id))

    def document(self, doc: str, version: str | None = None) -> Document | None:
        """Give a version of a document (see ``Ledger.document``)."""
        versions = [document for document in self._readings if document.id == doc]
        return next((found for found in reversed(versions) if version in (None, found.sha256)), None)

    def documents(self, *, known: Known = None, ids: Collection[str] | None = None) -> tuple[Document, ...]:
        """Give the newest versions (see ``Ledger.documents``)."""
        found = (each for each in self._newest(self._number(known)) if ids is None or each.id in ids)
        return tuple(sorted(found, key=lambda document: document.id))

    def bring_up(self, judge: Judge, watcher: Watcher | None = None) -> int:
        """Keep no derived rows (see ``Ledger.bring_up``)."""
        del judge, watcher
        return 0

    def grounds(
        self,
        judge: Judge,
        *,
        known: Known = None,
        parties: Collection[str] = (),
        kind: str | None = None,
        ids: Collection[str] | None = None,
    ) -> Grounds:
        """Give everything (see ``Ledger.grounds``)."""
        del parties, kind, ids
        documents = self.documents(known=known)
        papers = (replace(judge.particulars_of(each), recorded=self._readings[each][0][0]) for each in documents)
        return Grounds(self.claims(known=known), with_copies(papers, judge))

    def outlines(
        self,
        basis: str,
        *,
        known: Known = None,
        parties: Collection[str] = (),
        kind: str | None = None,
        day: str | None = None,
    ) -> None:
        """Tell nothing (see ``Ledger.outlines``)."""
        del basis, known, parties, kind, day

    def testified(self, basis: str, ids: Collection[str], *, known: Known = None) -> None:
        """Say that it keeps no testimony (see ``Ledger.testified``)."""

    def excerpts(self, basis: str, ids: Collection[str], most: int, *, known: Known = None) -> None:
        """Say that it keeps no findings (see ``Ledger.excerpts``)."""

    def cited(self, basis: str, ids: Collection[str], *, known: Known = None) -> None:
        """Say that it keeps no findings (see ``Ledger.cited``)."""

    def changed(self, basis: str, since: Known, until: Known = None) -> frozenset[str] | None:
        """Tell nothing (see ``Ledger.changed``)."""
        del basis, since, until
        return None

    def touched(self, basis: str, number: int) -> None:
        """Tell nothing (see ``Ledger.touched``)."""
        del basis, number

    def turns(self, basis: str, finding: str, *, known: Known = None) -> tuple[int, ...]:
        """Give every transaction (see ``Ledger.turns``)."""
        del basis, finding
        return tuple(each.number for each in self.transactions(known=known))

    def search(self, query: Query, *, known: Known = None) -> tuple[Met, ...]:
        """Look through all texts (see ``Ledger.search``)."""
        number = self._number(known)
        return by_rank(
            [
                met(query, each, [(c.id, c.quote.start, c.quote.end) for c in self._read_in(each, number)])
                for each in self._newest(number)
            ]
        )

    def transactions(self, *, known: Known = None) -> tuple[Transaction, ...]:
        """Give the transactions (see ``Ledger.transactions``)."""
        return tuple(self._transactions[: max(0, self._number(known))])

    def rebuild(self, judge: Judge) -> int:
        """Keep no derived rows (see ``Ledger.rebuild``)."""
        return self.bring_up(judge)

    def verify(self, judge: Judge | None = None) -> tuple[str, ...]:
        """Check the chain (see ``Ledger.verify``)."""
        del judge
        return tuple(differences((each, self._content(each.number)) for each in self._transactions))

    def close(self) -> None:
        """Forget everything."""
        self._transactions.clear()
        self._readings.clear()
        self._decided.clear()

    def _newly_read(self, recording: Recording) -> bool:
        if (recording.document.id, recording.document.sha256) in self._gone:
            return False
        readings = self._readings.get(recording.document)
        return readings is None or readings[-1][1] != frozenset(recording.claims)

    def _seal(self, moment: str, author: str, tool: str) -> Transaction:
        """Add the transaction of what was just put down."""
        number = len(self._transactions) + 1
        before = self._transactions[-1].hash if self._transactions else ROOT
        made = sealed(Transaction(number, moment, author, tool, before, ""), self._content(number))
        self._transactions.append(made)
        return made

    def _is_known(self, document: Document) -> bool:
        return document in self._readings or (document.id, document.sha256) in self._gone

    def _erase(self, doc: str) -> None:
        """Remove all versions of a document; what they add to the chain stays."""
        for each in self._transactions:
            self._frozen.setdefault(each.number, self._content(each.number))
        for document in [each for each in self._readings if each.id == doc]:
            self._gone.add((document.id, document.sha256))
            self._newest_erased[doc] = max(self._newest_erased.get(doc, 0), self._readings.pop(document)[0][0])

    def _newest_of(self, doc: str) -> int:
        standing = (since for document, since in self._since() if document.id == doc)
        return max(standing, default=self._newest_erased.get(doc, 0))

    def _has_claim(self, id_: str) -> bool:
        return any(claim.id == id_ for read in self._readings.values() for _, claims in read for claim in claims)

    def _decided_by(self, number: int) -> list[Decided]:
        return [each for each in self._decided if each.transaction <= number]

    def _number(self, known: Known) -> int:
        """Give the transaction up to which things count; after a moment past the limit, nothing does any more."""
        limit = len(self._transactions) if known is None else cutoff(known)
        if isinstance(limit, int):
            return limit
        later = (each.number for each in self._transactions if each.moment > limit)
        return next(later, len(self._transactions) + 1) - 1

    def _newest(self, number: int) -> Collection[Document]:
        newest = {document.id: (document, since) for document, since in self._since() if since <= number}
        gone = withdrawn(self._decided_by(number))
        return [document for document, since in newest.values() if since > gone.get(document.id, 0)]

    def _read_in(self, document: Document, number: int) -> _Claims:
        """Give the claims of the last reading as of a transaction."""
        return [claims for recorded, claims in self._readings[document] if recorded <= number][-1]

    def _since(self) -> Iterator[tuple[Document, int]]:
        return ((document, readings[0][0]) for document, readings in self._readings.items())

    def _content(self, number: int) -> Content:
        if number in self._frozen:
            return self._frozen[number]
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
            decisions=tuple(decision_digest(each.decision) for each in self._decided if each.transaction == number),
        )
