"""What a ledger must be handed to keep findings up to date: it judges nothing itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from credence.model.claim import Claim
from credence.model.decision import Decided
from credence.model.document import Document
from credence.model.finding import Finding, Gist, Placed, Proposition
from credence.model.particulars import Copy, Fingerprint, Particulars
from credence.model.testimony import Testimony


@dataclass(frozen=True, slots=True)
class Grounds:
    """What findings rest on.

    Attributes:
        claims: Their claims, and those of the findings that may begin or end them; in any order.
        sources: What is known of the claims' documents and of those that these go back to, by id, without fingerprints.
    """

    claims: tuple[Claim, ...]
    sources: Mapping[str, Particulars]


@dataclass(frozen=True, slots=True)
class Testified:
    """What was said about some things, as far as testimony tells.

    Attributes:
        said: What each is about, to the ids of the claims about it with what each contributes; in any order.
        sources: What is known of the documents that date texts of which there are copies, by what testimony calls them.
    """

    said: Mapping[Proposition, Sequence[tuple[str, Testimony]]]
    sources: Mapping[str, Particulars]


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The first of what a finding rests on.

    Attributes:
        claims: The first claims that were recorded, in that order: those that affirm before those that deny.
        counted: How many there are in all.
    """

    claims: tuple[Claim, ...]
    counted: int


@dataclass(frozen=True, slots=True)
class Excerpts:
    """The first of what some findings rest on.

    Attributes:
        of: Ids of the findings, each with its excerpt.
        sources: What is known of the claims' documents and of those that these go back to, by id, without fingerprints.
    """

    of: Mapping[str, Excerpt]
    sources: Mapping[str, Particulars]


@dataclass(frozen=True, slots=True)
class Watcher:
    """Who wants findings whole as they are judged anew.

    Attributes:
        wants: Tells whether the finding of an id is wanted.
        tell: Is told as known at which transaction, the findings, and what is known of their documents.
    """

    wants: Callable[[str], bool]
    tell: Callable[[int, Sequence[Finding], Mapping[str, Particulars]], None]


class Ruled(Protocol):
    """A judge who knows what was decided."""

    def place(self, claim: Claim) -> Placed:
        """Say of which finding a claim is evidence."""
        ...

    def findings(self, claims: Iterable[Claim], sources: Mapping[str, Particulars]) -> tuple[Finding, ...]:
        """Judge claims; whole are only the findings all of whose claims, and those that begin or end it, are there."""
        ...

    def testimonies(self, claims: Sequence[Claim], sources: Mapping[str, Particulars]) -> tuple[Testimony, ...]:
        """Say what each of some claims contributes to its finding, in their order."""
        ...

    def gists(
        self, heard: Mapping[Proposition, Sequence[Testimony]], sources: Mapping[str, Particulars]
    ) -> tuple[Gist, ...]:
        """Judge what claims contribute, as ``findings`` does of them; sources are those of texts with copies."""
        ...


class Judge(Protocol):
    """Judges claims, and tells which documents go back to which.

    Attributes:
        basis: What the judgement depends on beside claims and decisions, as a hash: kinds, weights, spells, credits,
            and the program.
    """

    @property
    def basis(self) -> str:
        """Give the hash."""
        ...

    def ruled(self, decisions: Sequence[Decided]) -> Ruled:
        """Take decisions that stand into account."""
        ...

    def particulars_of(self, document: Document) -> Particulars:
        """Take down what is known of a document, with its fingerprint, and without its copies."""
        ...

    def fingerprint(self, document: Document) -> Fingerprint:
        """Take a document's fingerprint alone."""
        ...

    def keys(self, paper: Particulars) -> tuple[int, ...]:
        """Give the numbers, from 0 to 2**63 - 1, that a document shares with whatever it may have words in common."""
        ...

    def rank(self, paper: Particulars) -> int:
        """Give the place, from 0 to 2**63 - 1, of a document among those that others go back to: the lower first."""
        ...

    def copies_of(self, paper: Particulars, earlier: Iterable[Particulars]) -> tuple[Copy, ...]:
        """Tell how a document goes back to others, which come in the order of their ranks and are taken one by one."""
        ...
