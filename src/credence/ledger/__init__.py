"""The ledger: what was recorded, when, and what stood in it by then; append-only, with two times.

Takes: documents with the claims read in them, and a moment, an author and a tool.
Gives: claims and documents, as known now or then; transactions chained by hashes.
Touches: one database; nothing where its address is ``memory:``.
"""

from credence.ledger.interface import Known, Ledger, Recorded, Recording
from credence.ledger.opening import open_ledger

__all__ = ["Known", "Ledger", "Recorded", "Recording", "open_ledger"]
