"""What answers a search: documents with the words around those met, and claims."""

from __future__ import annotations

from dataclasses import dataclass

from credence.model.claim import Claim
from credence.model.document import Document, Span


@dataclass(frozen=True, slots=True)
class FoundDocument:
    """A document in which all words asked for stand.

    Attributes:
        document: The document.
        places: At how many places of title and text.
        passage: What surrounds the first of them in the text; None where they stand in the title alone.
    """

    document: Document
    places: int
    passage: Span | None


@dataclass(frozen=True, slots=True)
class FoundClaim:
    """A claim in whose quote all words asked for stand.

    Attributes:
        claim: The claim, as it was read.
        places: At how many places of its quote.
        finding: Id of the finding it is evidence of, as people corrected it.
    """

    claim: Claim
    places: int
    finding: str


@dataclass(frozen=True, slots=True)
class Found:
    """What answers a search: of each sort, most places first, then by id.

    Attributes:
        documents: Documents.
        claims: Claims.
        more: Whether more of either sort was found than was asked for.
    """

    documents: tuple[FoundDocument, ...]
    claims: tuple[FoundClaim, ...]
    more: bool
