"""The whole flow, from bytes to findings: the only module that knows every stage. It composes; it decides nothing."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from credence import __version__
from credence.catalog.amounts import load_amounts
from credence.catalog.credits import load_credits
from credence.catalog.dates import load_dates
from credence.catalog.focus import load_focus
from credence.catalog.interests import load_interests
from credence.catalog.kinds import load_kinds
from credence.catalog.lexicon import load_lexicon
from credence.catalog.load import load_text
from credence.catalog.parties import load_parties
from credence.catalog.patterns import load_patterns
from credence.catalog.places import load_places
from credence.catalog.spells import load_spells
from credence.catalog.voices import load_voices
from credence.catalog.weights import load_weights
from credence.errors import BadInput
from credence.judge import NOTHING_DECIDED, Evidence, Rulings, place, rulings
from credence.model.check import Article
from credence.model.claim import Claim
from credence.model.decision import Decided
from credence.model.document import Document, Original
from credence.model.finding import Finding, Placed
from credence.model.particulars import Particulars
from credence.model.sighting import PassedOver
from credence.trace import Shelf, Tracing, give_voices, is_question, particulars_of, share, trace

if TYPE_CHECKING:
    from credence.ledger import Source
    from credence.read import Reader
    from credence.resolve import Resolver

__all__ = [
    "Judging",
    "ReadDocument",
    "documents_of",
    "evidence_of",
    "findings_of",
    "read_document",
    "traced_beside",
]


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """A document with what was read in it.

    Attributes:
        document: The document.
        claims: Its claims, with their voices.
        passed_over: What was met and made no claim, with reasons.
        sentences: How many sentences it has.
        parsed: How many of them were worth parsing.
    """

    document: Document
    claims: tuple[Claim, ...]
    passed_over: tuple[PassedOver, ...]
    sentences: int
    parsed: int


def documents_of(original: Original) -> Iterator[Document | BadInput]:
    """Make documents of what was fetched; what cannot be read comes out as an error of its own."""
    from credence.read.formats import documents  # noqa: PLC0415 - as in read_document

    return documents(original)


def read_document(document: Document, reader: Reader | None = None) -> ReadDocument:
    """Take a document through reading, resolving and its voices.

    Args:
        document: The document.
        reader: What to read with; by default the packaged patterns.
    """
    from credence.read import read  # noqa: PLC0415 - only who reads waits for parser and patterns to be loaded
    from credence.resolve import resolve  # noqa: PLC0415
    from credence.resolve.uniting import headline_of  # noqa: PLC0415

    reading = read(document, reader or _reader())
    resolved = resolve(reading, _resolver())
    asked = [claim for claim in resolved.claims if is_question(claim, resolved.heard)]
    said = [claim for claim in resolved.claims if claim not in asked]
    claims = give_voices(said, resolved.heard, kinds=load_kinds(), headline=headline_of(reading))
    questions = (PassedOver(document.id, "trace", "a question", c.quote.span, c.pattern) for c in asked)
    return ReadDocument(document, claims, (*resolved.passed_over, *questions), len(reading.sentences), reading.parsed)


def findings_of(
    claims: Iterable[Claim], sources: Mapping[str, Source], decided: Rulings = NOTHING_DECIDED
) -> tuple[Finding, ...]:
    """Judge claims: what stands, from when to when, on how many origins.

    Args:
        claims: Claims with their voices.
        sources: What is known of their documents, by id.
        decided: What people decided about them, as far as it stands.
    """
    return evidence_of(claims, sources, decided).findings()


def evidence_of(claims: Iterable[Claim], sources: Mapping[str, Source], decided: Rulings = NOTHING_DECIDED) -> Evidence:
    """Trace claims and put beside them what judging needs, so that they can be judged as a whole or in parts.

    Args:
        claims: Claims with their voices.
        sources: What is known of their documents, by id.
        decided: What people decided about them, as far as it stands.
    """
    papers = {id_: Particulars(id_, source.publisher, source.published) for id_, source in sources.items()}
    traced = trace(tuple(claims), papers, _tracing())
    published = {id_: source.published for id_, source in sources.items()}
    return Evidence(traced, load_kinds(), load_weights(), published, decided, load_spells())


def traced_beside(
    article: ReadDocument,
    claims: Iterable[Claim],
    documents: Iterable[Document],
    sources: Mapping[str, Source],
    decisions: Sequence[Decided],
) -> tuple[Article, Evidence]:
    """Trace an article's claims and those it is set beside, as if it stood among their documents.

    Args:
        article: The article, as read.
        claims: What it is set beside.
        documents: Their documents.
        sources: What is known of these, by id.
        decisions: What people decided, as far as it stands.
    """
    shelf, known = Shelf(load_credits(), load_parties(), load_voices()), _tracing()
    document = article.document
    shared = share(particulars_of(document, shelf), (particulars_of(each, shelf) for each in documents))
    found = evidence_of(claims, sources, rulings(decisions))
    traced = trace([each.claim for each in found.traced], shared.papers, known)
    own = trace(article.claims, shared.papers, known)
    return Article(own, document.published, shared.copies, shared.whole), replace(found, traced=traced)


@dataclass(frozen=True, slots=True)
class Judging:
    """The judge that ledgers are handed: origins, weights, kinds and spells as they are packaged."""

    @property
    def basis(self) -> str:
        """Give the hash of what judgement depends on beside claims and decisions."""
        return _basis()

    def ruled(self, decisions: Sequence[Decided]) -> RuledJudging:
        """Take decisions that stand into account."""
        return RuledJudging(rulings(decisions))


@dataclass(frozen=True, slots=True)
class RuledJudging:
    """The judge, knowing what was decided.

    Attributes:
        rulings: What stands decided.
    """

    rulings: Rulings

    def place(self, claim: Claim) -> Placed:
        """Say of which finding a claim is evidence."""
        return place(claim, load_kinds(), self.rulings, load_spells())

    def findings(self, claims: Iterable[Claim], sources: Mapping[str, Source]) -> tuple[Finding, ...]:
        """Judge claims."""
        return findings_of(claims, sources, self.rulings)

    def evidence(self, claims: Iterable[Claim], sources: Mapping[str, Source]) -> Evidence:
        """Give what can be judged in parts."""
        return evidence_of(claims, sources, self.rulings)


def _tracing() -> Tracing:
    return Tracing(load_voices(), load_interests())


@cache
def _basis() -> str:
    knowledge = (sorted(load_kinds().items()), load_weights(), sorted(load_spells().items()))
    parts = [__version__, *map(repr, knowledge)]
    parts += [load_text("voices/en.toml"), load_text("interests.toml")]  # which origin a claim rests on
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


@cache
def _reader() -> Reader:
    from credence.english import make_reader  # noqa: PLC0415 - only who reads waits for the parser to be loaded

    return make_reader(load_patterns())


@cache
def _resolver() -> Resolver:
    from credence.resolve import Resolver  # noqa: PLC0415 - as in read_document

    return Resolver(
        parties=load_parties(),
        places=load_places(),
        lexicon=load_lexicon(),
        dates=load_dates(),
        amounts=load_amounts(),
        voices=load_voices(),
        kinds=load_kinds(),
        focus=load_focus(),
    )
