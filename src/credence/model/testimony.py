"""Testimony: what one claim contributes to the finding that it is evidence of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from credence.model.claim import RoleValue
from credence.model.sighting import Polarity

VoiceClass = Literal[
    "witness", "document", "unsigned", "official", "named", "unnamed", "party", "interested", "against"
]
"""What sort of voice a claim rests on; how far each may be relied on is in ``data/weights.toml``."""


@dataclass(frozen=True, slots=True)
class Testimony:
    """What one claim contributes to its finding: all that weighing and dating ask of it, and nothing to be read.

    A finding that fills the papers rests on thousands of claims. Ledgers keep this of each, so that one claim more does
    not mean to load and trace them all again.

    Attributes:
        doc: The claim's document: its id or, in a database, whatever stands for the version of it that stands.
        text: The document that is the first of its text, alike; the same where it is no copy.
        polarity: Whether it affirms or denies, as it counts.
        rejected: Whether people rejected it as misread.
        cls: Class of the voice it rests on.
        origin: Id of its origin.
        known: Whether that is known to be a root of its own.
        party: Party that its origin speaks for; None if none.
        speaker: Number of what makes its origin one voice with others: equal for equal speakers.
        when: When it happened or holds, as the claim states it, EDTF; None if it does not.
        published: By when its words were out, EDTF; None if not known.
        details: The roles that do not decide what it is about, sorted by name.
        digest: Number of all that may be shown of it: another where anything is, from 0 to 2**60 - 1.
    """

    doc: str
    text: str
    polarity: Polarity
    rejected: bool
    cls: VoiceClass
    origin: str
    known: bool
    party: str | None
    speaker: int
    when: str | None
    published: str | None
    details: tuple[tuple[str, RoleValue], ...]
    digest: int = 0


def of_copies(every: Iterable[Testimony]) -> list[Testimony]:
    """Give the testimony in texts of which there are copies, the first of each text included."""
    said = list(every)
    copied = {each.text for each in said if each.text != each.doc}
    return [each for each in said if each.text in copied] if copied else []
