"""Trails: where a claim leads back to."""

from __future__ import annotations

from dataclasses import dataclass

from credence.model.origin import TracedClaim


@dataclass(frozen=True, slots=True)
class Trail:
    """A claim with the utterance it passes on.

    Attributes:
        traced: The claim with the origin it rests on; a derived figure with that of the figure it is made of.
        finding: Id of the finding it is evidence of.
        utterance: Id of what one origin said about one thing on one occasion, in however many documents.
        bounds: Between which numbers the number of independent roots of the utterance lies.
        publisher: Who published the document; None if not known.
        published: When, as EDTF; None if not known.
    """

    traced: TracedClaim
    finding: str
    utterance: str
    bounds: tuple[int, int]
    publisher: str | None
    published: str | None
