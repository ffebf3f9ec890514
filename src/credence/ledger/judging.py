"""What a ledger must be handed to keep findings up to date: it judges nothing itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from credence.model.claim import Claim
from credence.model.decision import Decided
from credence.model.finding import Finding, Placed


@dataclass(frozen=True, slots=True)
class Source:
    """What judging wants to know of a document.

    Attributes:
        published: Its date, as EDTF; None if not known.
        publisher: Who published it; None if not known.
    """

    published: str | None
    publisher: str | None


@dataclass(frozen=True, slots=True)
class Grounds:
    """What findings rest on.

    Attributes:
        claims: Their claims, and those of the findings that may begin or end them; in any order.
        sources: What is known of the claims' documents, by id.
    """

    claims: tuple[Claim, ...]
    sources: Mapping[str, Source]


class Ruled(Protocol):
    """A judge who knows what was decided."""

    def place(self, claim: Claim) -> Placed:
        """Say of which finding a claim is evidence."""
        ...

    def findings(self, claims: Iterable[Claim], sources: Mapping[str, Source]) -> tuple[Finding, ...]:
        """Judge claims; whole are only the findings all of whose claims, and those that begin or end it, are there."""
        ...


class Judge(Protocol):
    """Judges claims.

    Attributes:
        basis: What the judgement depends on beside claims and decisions, as a hash: kinds, weights, spells and the
            program.
    """

    @property
    def basis(self) -> str:
        """Give the hash."""
        ...

    def ruled(self, decisions: Sequence[Decided]) -> Ruled:
        """Take decisions that stand into account."""
        ...
