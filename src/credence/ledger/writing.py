"""What one act of recording adds: gathered first, written at the end."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import cast

from sqlalchemy import Connection, Table, func, select

from credence.ledger.bulk import Values, matching, write_rows
from credence.ledger.chain import Content, document_digest
from credence.ledger.codec import Written, claim_row, document_row
from credence.ledger.interface import Recording
from credence.ledger.left import is_left, read_in
from credence.ledger.schema import claim, document, reading, reading_claim
from credence.model.document import Document

_TABLES = (document, claim, reading, reading_claim)  # each after those it refers to


class Batch:
    """The rows of one transaction.

    Attributes:
        known: How many documents were known before.
    """

    def __init__(self, connection: Connection, number: int, ids: Collection[str]) -> None:
        """Begin with nothing.

        Args:
            connection: In a transaction that nobody else can write beside.
            number: Number of the transaction.
            ids: Ids of documents that were recorded before, among those to be added: only these are looked up.
        """
        self.known = 0
        self._ids = ids
        self._connection = connection
        self._number = number
        self._rows: dict[Table, list[Values]] = {table: [] for table in _TABLES}
        self._before = {table: _highest(connection, table) for table in (document, claim, reading)}
        self._documents: list[str] = []
        self._claims: dict[str, int] = {}  # digest → number, of what is new
        self._readings: list[tuple[str, Collection[str]]] = []

    @property
    def content(self) -> Content:
        """What was gathered, as digests."""
        return Content(tuple(self._documents), self._claims.keys(), self._readings)

    def add(self, recording: Recording) -> None:
        """Gather what is new in a reading, if anything."""
        read = recording.document
        digest = document_digest(read)
        number, earlier = None, dict[str, int]()
        if read.id in self._ids:
            number, earlier = self._known(digest), self._claims_known(read)
            if self._is_erased(read):
                self.known += 1
                return
        claims = {written.digest: written for written in map(Written.of, recording.claims)}
        if number is None:
            number = self._next(document)
            self._documents.append(digest)
            self._rows[document].append(document_row(read, number, digest, self._number))
        else:
            self.known += 1
            if self._last_reading(number) == claims.keys():
                return
        self._add_reading(number, [self._number_of(each, number, earlier) for each in claims.values()])
        self._readings.append((digest, claims.keys()))

    def write(self) -> None:
        """Write all that was gathered; the transaction's own row must stand already."""
        for table in _TABLES:
            write_rows(self._connection, table, self._rows[table])

    def _number_of(self, added: Written, of: int, earlier: dict[str, int]) -> int:
        """Give the number of a claim, which is new unless it was read in this text before."""
        number = self._claims.get(added.digest) or earlier.get(added.digest)
        if number is None:
            number = self._claims[added.digest] = self._next(claim)
            self._rows[claim].append(claim_row(added, number, of, self._number))
        return number

    def _add_reading(self, of: int, claims: Sequence[int]) -> None:
        number = self._next(reading)
        self._rows[reading].append((number, of, self._number))
        self._rows[reading_claim] += [(each, number) for each in claims]

    def _next(self, table: Table) -> int:
        return self._before[table] + len(self._rows[table]) + 1

    def _known(self, digest: str) -> int | None:
        return self._connection.scalar(select(document.c.number).where(document.c.digest == digest))

    def _is_erased(self, of: Document) -> bool:
        """Whether this very text of the document was erased: it does not come back."""
        same = (document.c.id == of.id) & (document.c.sha256 == of.sha256)
        return self._connection.scalar(select(document.c.number).where(same, ~is_left()).limit(1)) is not None

    def _claims_known(self, of: Document) -> dict[str, int]:
        """Give the claims ever read in this text of the document: digest and number."""
        same = (document.c.id == of.id) & (document.c.sha256 == of.sha256)
        met = read_in(select(document.c.number).where(same))
        rows = self._connection.execute(select(claim.c.digest, claim.c.number).where(claim.c.number.in_(met)))
        return {row.digest: row.number for row in rows}

    def _last_reading(self, number: int) -> frozenset[str]:
        last = select(func.max(reading.c.number)).where(reading.c.document == number).scalar_subquery()
        link = reading_claim.c
        digests = select(claim.c.digest).join(reading_claim, link.claim == claim.c.number).where(link.reading == last)
        return frozenset(self._connection.scalars(digests))


def gathered(connection: Connection, number: int, recordings: Sequence[Recording]) -> Batch:
    """Give what recording these would add as transaction ``number``."""
    ids = {recording.document.id for recording in recordings}
    batch = Batch(connection, number, matching(connection, document.c.id, document.c.id, ids))
    for recording in recordings:
        batch.add(recording)
    return batch


def _highest(connection: Connection, table: Table) -> int:
    return cast("int", connection.scalar(select(func.coalesce(func.max(table.c.number), 0))))
