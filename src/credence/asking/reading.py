"""Reading what was handed in, and recording it."""

from __future__ import annotations

from collections.abc import Iterable

from credence.asking.deciding import TOOL
from credence.asking.findings import brought_up
from credence.errors import BadInput, Unreadable
from credence.flow import ReadDocument, documents_of, read_document
from credence.ledger import Ledger, Recorded, Recording, Watcher
from credence.model.document import Document, Original


def documents_in(original: Original) -> tuple[Document, ...]:
    """Make documents of what was fetched; all of it can be read, or none is taken.

    Raises:
        BadInput: If some of it cannot be read, or there is nothing in it.
    """
    found = tuple(documents_of(original))
    for each in found:
        if isinstance(each, BadInput):
            raise each
    documents = tuple(each for each in found if isinstance(each, Document))
    if not documents:
        raise Unreadable(original.address, "there is no text in it", "hand in a text, or another page")
    return documents


def read_all(documents: Iterable[Document]) -> tuple[ReadDocument, ...]:
    """Read documents one after the other, with the packaged patterns."""
    return tuple(map(read_document, documents))


def record_read(
    ledger: Ledger, read: Iterable[ReadDocument], *, author: str, moment: str, watcher: Watcher | None = None
) -> Recorded:
    """Record what was read in one transaction, and bring the findings up to date.

    Args:
        ledger: The ledger.
        read: What was read.
        author: Who records.
        moment: Now, ISO 8601 with its offset from UTC.
        watcher: Is told of what it wants of what is judged.

    Raises:
        Unreadable: If it holds what no ledger keeps.
        LedgerTrouble: If the ledger cannot be written to.
    """
    recordings = [Recording(each.document, each.claims) for each in read]
    recorded = ledger.record(recordings, moment=moment, author=author, tool=TOOL)
    brought_up(ledger, watcher)
    return recorded
