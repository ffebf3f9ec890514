"""What one act of recording adds: gathered, and written as soon as there is much of it, so that memory holds little."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict

from sqlalchemy import Connection, Table, func, insert, select, update

from credence.ledger.chain import Content, document_digest
from credence.ledger.interface import Recording
from credence.ledger.sql.bulk import Values, asked, matching, without_collecting, write_rows
from credence.ledger.sql.codec import claim_row, document_row
from credence.ledger.sql.left import is_left, read_in
from credence.ledger.sql.schema import claim, document, reading, reading_claim, transaction
from credence.model.claim import Claim
from credence.model.document import Document
from credence.model.transaction import Transaction

_TABLES = (document, claim, reading, reading_claim)  # each after those it refers to
_AT_ONCE = 2000  # claims


class Batch:
    """The rows of one transaction.

    Attributes:
        known: How many documents were known before.
    """

    def __init__(self, connection: Connection, opened: Transaction, ids: Collection[str]) -> None:
        """Begin with nothing.

        Args:
            connection: In a transaction that nobody else can write beside.
            opened: The transaction, its hash still to be made.
            ids: Ids of documents that were recorded before, among those to be added: only these are looked up.
        """
        self.known = 0
        self._ids = ids
        self._connection = connection
        self._opened = opened
        self._stands = False  # whether the transaction's own row does
        self._rows: dict[Table, list[Values]] = {table: [] for table in _TABLES}
        self._last = _highest(connection)
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
        if number is None:
            number = self._next(document)
            self._documents.append(digest)
            self._rows[document].append(document_row(read, number, digest, self._opened.number))
            claims = self._numbered(recording.claims, number, earlier)
        else:
            self.known += 1
            claims = self._numbered(recording.claims, number, earlier)
            if self._last_reading(number) == claims.keys():
                return
        self._add_reading(number, claims.values())
        self._readings.append((digest, tuple(claims)))
        if len(self._rows[claim]) >= _AT_ONCE:
            self._write()

    def write(self, made: Transaction) -> None:
        """Write all that was gathered, and the row of its transaction."""
        self._opened = made
        if self._stands:
            own = transaction.c.number == made.number
            self._connection.execute(update(transaction).where(own).values(hash=made.hash))
        self._write()

    def _write(self) -> None:
        """Write what was gathered so far; the transaction's row comes first, for others refer to it."""
        if not self._stands:
            self._connection.execute(insert(transaction), [asdict(self._opened)])
            self._stands = True
        for table in _TABLES:
            write_rows(self._connection, table, self._rows[table])
            self._rows[table].clear()

    def _numbered(self, claims: Iterable[Claim], of: int, earlier: Mapping[str, int]) -> dict[str, int]:
        """Give the numbers of claims by digest; one is new unless it was read in this text before."""
        numbers: dict[str, int] = {}
        for each in claims:
            row = claim_row(each, self._last[claim] + 1, of, self._opened.number)
            digest = str(row[1])
            number = self._claims.get(digest) or earlier.get(digest)
            if number is None:
                number = self._claims[digest] = self._next(claim)
                self._rows[claim].append(row)
            numbers[digest] = number
        return numbers

    def _add_reading(self, of: int, claims: Iterable[int]) -> None:
        number = self._next(reading)
        self._rows[reading].append((number, of, self._opened.number))
        self._rows[reading_claim] += [(each, number) for each in claims]

    def _next(self, table: Table) -> int:
        self._last[table] += 1
        return self._last[table]

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


def gathered(connection: Connection, opened: Transaction, recordings: Sequence[Recording]) -> Batch:
    """Give what recording these adds, as the content of a transaction; much of it is written already."""
    ids = {recording.document.id for recording in recordings}
    batch = Batch(connection, opened, matching(connection, document.c.id, document.c.id, ids))
    with without_collecting():
        for recording in recordings:
            batch.add(recording)
    return batch


def _highest(connection: Connection) -> dict[Table, int]:
    """Give the highest number in each table that is numbered."""
    (numbers,) = asked(connection, _HIGHEST, {})
    return {table: number or 0 for table, number in zip(_NUMBERED, numbers, strict=True)}


_NUMBERED = (document, claim, reading)
_HIGHEST = select(*(select(func.max(table.c.number)).scalar_subquery() for table in _NUMBERED))
