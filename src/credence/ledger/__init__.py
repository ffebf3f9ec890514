"""The ledger: what was recorded, when, and what stood in it by then; append-only, with two times.

Takes: documents with the claims read in them, and a moment, an author and a tool.
Gives: claims and documents, as known now or then; transactions chained by hashes.
Touches: one database; nothing where its address is ``memory:``.
"""

from __future__ import annotations

from credence.ledger.interface import Known, Ledger, Mark, Recorded, Recording
from credence.ledger.judging import Grounds, Judge, Watcher
from credence.ledger.outline import Outline, outlines_of
from credence.ledger.query import Met, Query, parse_query, passage

__all__ = [
    "Grounds",
    "Judge",
    "Known",
    "Ledger",
    "Mark",
    "Met",
    "Outline",
    "Query",
    "Recorded",
    "Recording",
    "Watcher",
    "open_ledger",
    "outlines_of",
    "parse_query",
    "passage",
]

PATIENCE = 5.0
"""Seconds to wait for another program that writes to the same ledger."""


def open_ledger(address: str, *, create: bool = True, patience: float = PATIENCE) -> Ledger:
    """Open a ledger; used with ``with``, it closes itself.

    Args:
        address: ``memory:``, a file's path, or an SQLAlchemy address (``sqlite:///credence.db``,
            ``postgresql://user@host/database``).
        create: Whether to begin a new ledger where there is none; reading never should.
        patience: Seconds to wait for another program that writes to the same ledger, and for a server.

    Raises:
        LedgerTrouble: If there is no ledger there, it is not ours, newer than this program, or cannot be opened.
        WrongUse: If the address is none.
    """
    from credence.ledger.opening import opened  # noqa: PLC0415 - only who opens one waits for databases to be loaded

    return opened(address, create=create, patience=patience)
