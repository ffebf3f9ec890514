"""What every ledger promises, whatever it stands on."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from types import TracebackType
from typing import Protocol, Self

from credence.ledger.judging import Excerpts, Grounds, Judge, Testified, Watcher
from credence.ledger.outline import Outline
from credence.ledger.query import Met, Query
from credence.model.claim import Claim
from credence.model.decision import Decided, Decision
from credence.model.document import Document
from credence.model.transaction import Transaction

Known = int | str | None
"""As known when: a transaction number, or an ISO month, day or moment in UTC, up to whose end things were recorded;
None for now. A string of digits is a number. Ledgers raise ``WrongUse`` for other words."""


@dataclass(frozen=True, slots=True)
class Recording:
    """One reading of one document.

    Attributes:
        document: What was read.
        claims: All claims it was found to make; each names the document and its text's hash, and quotes its words.
    """

    document: Document
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Recorded:
    """What an act of recording came to.

    Attributes:
        transaction: The transaction it made; None where nothing was new.
        documents: Documents, or versions of them, not known before.
        claims: Claims not known before.
        known_documents: Documents handed in that were known, whether or not they are read differently now.
    """

    transaction: Transaction | None
    documents: int
    claims: int
    known_documents: int


@dataclass(frozen=True, slots=True)
class Mark:
    """How far a ledger has come: answers as known at one transaction differ only where these do.

    Attributes:
        number: The last transaction known; 0 where there is none.
        kept: The last transaction that the findings it keeps know of; None if it keeps none made on the basis asked
            about, so that every question takes judging.
        erased: The last transaction that removed words for good, as of any time; 0 where there is none.
    """

    number: int
    kept: int | None
    erased: int


class Ledger(Protocol):
    """An append-only record of documents, of the claims read in them, and of what people decided about them.

    Nothing is ever changed or removed. A document (id, text and all that is known of it) is recorded once; when one of
    its id with another text or other particulars is recorded, that is its newest version from then on. Each version
    stands as it was read last. A ledger is a context manager that closes itself.
    """

    def record(self, recordings: Sequence[Recording], *, moment: str, author: str, tool: str) -> Recorded:
        """Record readings in one transaction: all of them or, on any error, none.

        Recording what is known already changes nothing and makes no transaction. Of several readings of the very same
        document the last counts.

        Args:
            recordings: The readings; of two versions of one document, the later is the newer.
            moment: Now, ISO 8601 with its offset from UTC; kept in UTC to the second.
            author: Who records.
            tool: Name and version of the program that read.

        Raises:
            WrongUse: If a claim is not of its document, or its words do not stand there, or the moment is none.
            Unreadable: If words hold NUL or half a surrogate pair, which not every database stores.
            LedgerTrouble: If the ledger cannot be written to.
        """
        ...

    def decide(self, decisions: Sequence[Decision], *, moment: str, author: str, tool: str) -> tuple[Decided, ...]:
        """Record what somebody decided, in one transaction: all of it or, on any error, nothing.

        What the same author has decided already, and what still stands, is not recorded again.

        Args:
            decisions: The decisions, in the order they are meant to have.
            moment: As for ``record``.
            author: Who decides.
            tool: Name and version of the program used.

        Returns:
            What was newly recorded.

        Raises:
            WrongUse: If there is no author or reason, a document, claim or decision it speaks of was never recorded, a
                decision to be revoked stands no more, a correction changes nothing or what no claim has, or one thing
                is to be the same as itself.
            Unreadable: If words hold NUL or half a surrogate pair.
            LedgerTrouble: If the ledger cannot be written to.
        """
        ...

    def mark(self, basis: str, *, known: Known = None) -> Mark:
        """Say how far the ledger has come; what is kept in memory and was erased by another program is let go of.

        Args:
            basis: What judgement rests on; only findings kept on it count.
            known: As known when.

        Raises:
            WrongUse: If ``known`` is neither a transaction nor a date.
            LedgerTrouble: If the ledger cannot be read.
        """
        ...

    def decisions(self, *, known: Known = None) -> tuple[Decided, ...]:
        """Give the decisions that stand as known then, in the order of their numbers; revocations are not among them.

        Args:
            known: As known when.
        """
        ...

    def decided(self) -> tuple[Decided, ...]:
        """Give every decision ever recorded, revocations and what they revoked included, by number."""
        ...

    def claims(
        self,
        *,
        known: Known = None,
        kind: str | None = None,
        parties: Collection[str] = (),
        doc: str | None = None,
        ids: Collection[str] | None = None,
    ) -> tuple[Claim, ...]:
        """Give the claims of the last reading of each document's newest version, sorted by id.

        Args:
            known: As known when.
            kind: Only claims of this kind, ``family.act``.
            parties: Only claims in which each of these fills a role or stands in a set that does; ``*`` is only itself.
            doc: Only claims of the document of this id.
            ids: Only claims of these ids.

        Raises:
            LedgerTrouble: If the ledger cannot be read.
        """
        ...

    def bring_up(self, judge: Judge, watcher: Watcher | None = None) -> int:
        """Bring the derived rows up to date, if this ledger keeps any; give how many transactions they had missed.

        So is the index of words; until then, all texts are looked through.

        Args:
            judge: Judges what was touched.
            watcher: Is told of what it wants, transaction by transaction.

        Raises:
            LedgerTrouble: If the ledger cannot be written to.
        """
        ...

    def grounds(
        self,
        judge: Judge,
        *,
        known: Known = None,
        parties: Collection[str] = (),
        kind: str | None = None,
        ids: Collection[str] | None = None,
    ) -> Grounds:
        """Give what is needed to judge some findings as known then, and maybe more.

        Args:
            judge: Compares documents; only derived rows made on its basis are asked, and only if they are up to date.
            known: As known when.
            parties: Findings in which all of these stand.
            kind: Findings of this kind, or of this family where no act is named.
            ids: Findings of these ids, whatever else is asked for.

        Raises:
            LedgerTrouble: If the ledger cannot be read.
        """
        ...

    def testified(self, basis: str, ids: Collection[str], *, known: Known = None) -> Testified | None:
        """Give what was said about the findings of some ids as known then; None if this takes tracing claims.

        Args:
            basis: What judgement rests on; only derived rows made on it are asked, and only if they are up to date.
            ids: The ids.
            known: As known when.

        Raises:
            LedgerTrouble: If the ledger cannot be read.
        """
        ...

    def excerpts(self, basis: str, ids: Collection[str], most: int, *, known: Known = None) -> Excerpts | None:
        """Give the first claims that some findings rest on as known then; None if this takes judging.

        Args:
            basis: What judgement rests on; only derived rows made on it are asked, and only if they are up to date.
            ids: Ids of findings that stood then.
            most: How many claims of each that affirm, and how many that deny.
            known: As known when.

        Raises:
            LedgerTrouble: If the ledger cannot be read.
        """
        ...

    def cited(self, basis: str, ids: Collection[str], *, known: Known = None) -> Grounds | None:
        """Give some claims that were evidence as known then, and what is known of their documents; None as before.

        Args:
            basis: As for ``excerpts``.
            ids: Ids of the claims.
            known: As known when.

        Raises:
            LedgerTrouble: If the ledger cannot be read.
        """
        ...

    def outlines(
        self,
        basis: str,
        *,
        known: Known = None,
        parties: Collection[str] = (),
        kind: str | None = None,
        day: str | None = None,
    ) -> tuple[Outline, ...] | None:
        """Give findings as known then without their evidence, sorted by id; None if this takes judging.

        Nothing is judged and no claim looked at, so that questions about many findings are answered quickly.

        Args:
            basis: What judgement rests on; only derived rows made on it are asked, and only if they are up to date.
            known: As known when.
            parties: Findings in which all of these stand.
            kind: Findings of this kind, or of this family where no act is named.
            day: Only what held, or may have held, on that day, EDTF.

        Raises:
            BadPeriod: If the day is not EDTF.
            LedgerTrouble: If the ledger cannot be read.
        """
        ...

    def changed(self, basis: str, since: Known, until: Known = None) -> frozenset[str] | None:
        """Give the ids of the findings that may differ between two moments of knowledge; None if it cannot be told."""
        ...

    def touched(self, basis: str, number: int) -> tuple[frozenset[str], ...] | None:
        """Give the findings that a transaction may have changed: the names that stand together in each, and its id.

        Every other finding is judged as it was before the transaction, and so is everything about parties that stand in
        none of these together.

        Args:
            basis: What judgement rests on.
            number: The transaction.

        Returns:
            None if it cannot be told.
        """
        ...

    def turns(self, basis: str, finding: str, *, known: Known = None) -> tuple[int, ...]:
        """Give the transactions at which a finding may have come to stand, changed or vanished, in their order."""
        ...

    def document(self, doc: str, version: str | None = None) -> Document | None:
        """Give the newest version of a document, or the newest with this text hash; None if there is none."""
        ...

    def documents(self, *, known: Known = None, ids: Collection[str] | None = None) -> tuple[Document, ...]:
        """Give the newest version of every document, or of those of some ids, sorted by id."""
        ...

    def search(self, query: Query, *, known: Known = None) -> tuple[Met, ...]:
        """Give the documents that answer a query, or have a claim that does: most places first, then by id.

        Only the newest versions of documents, as read last, are looked at, and none that was withdrawn.

        Raises:
            LedgerTrouble: If the ledger cannot be read.
        """
        ...

    def transactions(self, *, known: Known = None) -> tuple[Transaction, ...]:
        """Give the transactions known then in the order of their numbers."""
        ...

    def rebuild(self, judge: Judge) -> int:
        """Make the derived rows again from what is recorded; give how many transactions were taken in.

        Raises:
            LedgerTrouble: If the ledger cannot be written to.
        """
        ...

    def verify(self, judge: Judge | None = None) -> tuple[str, ...]:
        """Check everything recorded against the chain of hashes; give a line for each difference, none if sound.

        Args:
            judge: Also makes the derived rows again, as far as they had come, and compares; needs to write, and takes
                as long as making them did.
        """
        ...

    def close(self) -> None:
        """Let go of the ledger; it is not used afterwards."""
        ...

    def __enter__(self) -> Self:
        """Give the ledger itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Close the ledger."""
        self.close()
