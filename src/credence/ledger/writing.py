"""What one act of recording adds: gathered first, written at the end."""

from __future__ import annotations

from collections import ChainMap, defaultdict
from collections.abc import Collection, Sequence
from typing import cast

from sqlalchemy import Connection, Table, func, select

from credence.ledger.bulk import write_rows
from credence.ledger.chain import Content
from credence.ledger.codec import claim_row, document_row
from credence.ledger.interface import Recording
from credence.ledger.left import is_left
from credence.ledger.rules import keys_of
from credence.ledger.schema import claim, claim_party, document, reading, reading_claim
from credence.model.claim import Claim
from credence.model.document import Document
from credence.model.plain import Plain

_TABLES = (document, claim, claim_party, reading, reading_claim)  # each after those it refers to


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
        self._rows: dict[Table, list[Plain]] = defaultdict(list)
        self._met: dict[str, int] = {}
        self._content: list[tuple[str, frozenset[str]]] = []
        self._next = {table: _highest(connection, table) + 1 for table in (document, claim, reading)}

    @property
    def content(self) -> Content:
        """What was gathered, as digests."""
        return Content(
            documents=tuple(str(row["digest"]) for row in self._rows[document]),
            claims=frozenset(str(row["digest"]) for row in self._rows[claim]),
            readings=tuple(self._content),
        )

    def add(self, recording: Recording) -> None:
        """Gather what is new in a reading, if anything."""
        row = document_row(recording.document)
        stands = recording.document.id in self._ids
        number = self._known(str(row["digest"])) if stands else None
        if stands and self._is_erased(recording.document):
            self.known += 1
            return
        claims = {str(columns["digest"]): (columns, each) for each in recording.claims for columns in [claim_row(each)]}
        if number is None:
            number = self._give(document, row)
        else:
            self.known += 1
            if self._last_reading(number) == claims.keys():
                return
        earlier = self._claims_known(recording.document) if stands else {}
        numbers = ChainMap(self._met, earlier)  # what is new goes into the first
        for digest, (columns, each) in claims.items():
            if digest not in numbers:
                numbers[digest] = self._add_claim({**columns, "document": number}, each)
        read = self._give(reading, {"document": number})
        self._rows[reading_claim] += [{"claim": numbers[digest], "reading": read} for digest in claims]
        self._content.append((str(row["digest"]), frozenset(claims)))

    def write(self) -> None:
        """Write all that was gathered; the transaction's own row must stand already."""
        for table in _TABLES:
            write_rows(self._connection, table, self._rows[table])

    def _add_claim(self, columns: Plain, added: Claim) -> int:
        number = self._give(claim, columns)
        self._rows[claim_party] += [{"party": party, "claim": number} for party in sorted(keys_of(added))]
        return number

    def _give(self, table: Table, row: Plain) -> int:
        number = self._next[table]
        self._next[table] += 1
        self._rows[table].append({**row, "number": number, "recorded": self._number})
        return number

    def _known(self, digest: str) -> int | None:
        return self._connection.scalar(select(document.c.number).where(document.c.digest == digest))

    def _is_erased(self, of: Document) -> bool:
        """Whether this very text of the document was erased: it does not come back."""
        same = (document.c.id == of.id) & (document.c.sha256 == of.sha256)
        return self._connection.scalar(select(document.c.number).where(same, ~is_left()).limit(1)) is not None

    def _claims_known(self, of: Document) -> dict[str, int]:
        """Give the claims ever read in this text of the document: digest and number."""
        same = (document.c.id == of.id) & (document.c.sha256 == of.sha256)
        rows = self._connection.execute(select(claim.c.digest, claim.c.number).join(document).where(same))
        return {row.digest: row.number for row in rows}

    def _last_reading(self, number: int) -> frozenset[str]:
        last = select(func.max(reading.c.number)).where(reading.c.document == number).scalar_subquery()
        digests = select(claim.c.digest).join(reading_claim).where(reading_claim.c.reading == last)
        return frozenset(self._connection.scalars(digests))


def gathered(connection: Connection, number: int, recordings: Sequence[Recording]) -> Batch:
    """Give what recording these would add as transaction ``number``."""
    batch = Batch(connection, number, _recorded(connection, [recording.document.id for recording in recordings]))
    for recording in recordings:
        batch.add(recording)
    return batch


def _recorded(connection: Connection, ids: Sequence[str]) -> set[str]:
    """Give those of the ids that some document has."""
    found: set[str] = set()
    for start in range(0, len(ids), 500):  # databases limit how many values a question may hold
        found.update(connection.scalars(select(document.c.id).where(document.c.id.in_(ids[start : start + 500]))))
    return found


def _highest(connection: Connection, table: Table) -> int:
    return cast("int", connection.scalar(select(func.coalesce(func.max(table.c.number), 0))))
