"""A text with its claims marked in place: what the pages of documents and of what is handed in share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from credence.asking.names import label
from credence.catalog.kinds import load_kinds
from credence.model.claim import Claim
from credence.model.document import Document
from credence.model.kind import family_of
from credence.serve.page.frame import Frame
from credence.serve.page.parts import quote_of
from credence.show import claim_sentence
from credence.show.marks import Piece, marked

_MOODS = {"planned": "→", "sought": "?", "possible": "~", "conditional": "if"}
"""How a mood other than actual is written where there is no room for its name."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A claim as it stands in a text.

    Attributes:
        number: Its number in the text, from 1.
        id: Its id.
        kind: Its kind.
        family: The family of that.
        mood: Its mood.
        denies: Whether it says that it is not so.
        sign: Mood and polarity in a character or two; empty for what is told as done or so.
        says: What it says, as a sentence.
        text: Its words.
        href: The finding it is evidence of; empty where nothing is recorded of it.
    """

    number: int
    id: str
    kind: str
    family: str
    mood: str
    denies: bool
    sign: str
    says: str
    text: str
    href: str


@dataclass(frozen=True, slots=True)
class Text:
    """A text with its marks.

    Attributes:
        paragraphs: Its paragraphs in pieces.
        marks: Its claims in the order of the text.
        families: The families of these, sorted, for a legend.
        signs: Signs that occur, each with what it stands for.
    """

    paragraphs: tuple[tuple[Piece, ...], ...]
    marks: tuple[Mark, ...]
    families: tuple[str, ...]
    signs: tuple[tuple[str, str], ...]

    def mark(self, number: int) -> Mark:
        """Give a mark by its number."""
        return self.marks[number - 1]


def text_of(document: Document, claims: Sequence[tuple[Claim, str]], frame: Frame | None) -> Text:
    """Mark claims in a text.

    Args:
        document: The document.
        claims: Its claims in the order of the text, each with the finding it is evidence of.
        frame: For addresses; None where no finding need stand.
    """
    marks = tuple(_mark(at, *each, frame) for at, each in enumerate(claims, start=1))
    moods = sorted({each.mood for each in marks if each.mood in _MOODS})
    signs = [(_MOODS[mood], mood) for mood in moods] + [("✕", "denied")] * any(each.denies for each in marks)
    pieces = marked(document.text, [claim for claim, _ in claims])
    return Text(pieces, marks, tuple(sorted({each.family for each in marks})), tuple(signs))


def _mark(number: int, claim: Claim, finding: str, frame: Frame | None) -> Mark:
    denies = claim.polarity == "denied"
    return Mark(
        number=number,
        id=claim.id,
        kind=claim.kind,
        family=family_of(claim.kind),
        mood=claim.mood,
        denies=denies,
        sign=_MOODS.get(claim.mood, "") + "✕" * denies,
        says=claim_sentence(claim, load_kinds(), label),
        text=quote_of(claim),
        href=frame.to(f"/finding/{finding}") if frame else "",
    )
