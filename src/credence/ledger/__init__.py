"""The ledger: what was recorded, when, and what stood in it by then; append-only, with two times.

Takes: documents with the claims read in them, and a moment, an author and a tool.
Gives: claims and documents, as known now or then; transactions chained by hashes.
Touches: one database; nothing where its address is ``memory:``.
"""

from credence.ledger.interface import Known, Ledger, Mark, Recorded, Recording
from credence.ledger.judging import Grounds, Judge, Made
from credence.ledger.kept import Outline, outlines_of
from credence.ledger.opening import open_ledger
from credence.ledger.query import Met, Query, parse_query, passage

__all__ = [
    "Grounds",
    "Judge",
    "Known",
    "Ledger",
    "Made",
    "Mark",
    "Met",
    "Outline",
    "Query",
    "Recorded",
    "Recording",
    "open_ledger",
    "outlines_of",
    "parse_query",
    "passage",
]
