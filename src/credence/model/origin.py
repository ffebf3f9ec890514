"""Origins: the independent roots that claims rest on."""

from __future__ import annotations

from dataclasses import dataclass

from credence.model.claim import Claim


@dataclass(frozen=True, slots=True)
class Origin:
    """An independent root: a speaker's utterance, or a document speaking for itself.

    Attributes:
        id: Made of what makes it one: the speaker, and until utterances are matched across documents, the document.
        name: The speaker's or publisher's name; "unnamed source" where nobody is named.
        party: Party the speaker speaks for; None if none.
        doc: Document in which it was met.
        interested: Whether the speaker's party is a party to the claim.
    """

    id: str
    name: str
    party: str | None
    doc: str
    interested: bool


@dataclass(frozen=True, slots=True)
class TracedClaim:
    """A claim with its voices filled in and the origin it rests on.

    Attributes:
        claim: The claim.
        origin: The root it rests on.
        edge: How the document relates to the origin: "quotes" (somebody else's words) or "states" (its own).
    """

    claim: Claim
    origin: Origin
    edge: str
