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
from credence.judge import (
    NOTHING_DECIDED,
    Before,
    Dates,
    Evidence,
    Hearing,
    Rulings,
    Said,
    gists,
    place,
    rulings,
    testimonies,
)
from credence.model.check import Article
from credence.model.claim import Claim
from credence.model.decision import Decided
from credence.model.document import Document, Original
from credence.model.finding import Finding, Gist, Placed, Proposition
from credence.model.origin import TracedClaim
from credence.model.particulars import Copy, Fingerprint, Particulars
from credence.model.sighting import PassedOver
from credence.model.testimony import Testimony
from credence.trace import (
    Shelf,
    Tracing,
    Utterance,
    copies,
    derive,
    give_voices,
    is_question,
    particulars_of,
    share,
    trace,
    utterances,
)

if TYPE_CHECKING:
    from credence.read import Reader
    from credence.resolve import Resolver

__all__ = [
    "Judging",
    "ReadDocument",
    "dates_of",
    "documents_of",
    "evidence_of",
    "findings_of",
    "read_document",
    "traced_beside",
    "utterances_of",
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
    from credence.resolve.roles.uniting import headline_of  # noqa: PLC0415

    reading = read(document, reader or _reader())
    resolved = resolve(reading, _resolver())
    asked = [claim for claim in resolved.claims if is_question(claim, resolved.heard)]
    said = [claim for claim in resolved.claims if claim not in asked]
    claims = give_voices(said, resolved.heard, kinds=load_kinds(), headline=headline_of(reading))
    questions = (PassedOver(document.id, "trace", "a question", c.quote.span, c.pattern) for c in asked)
    return ReadDocument(document, claims, (*resolved.passed_over, *questions), len(reading.sentences), reading.parsed)


def findings_of(
    claims: Iterable[Claim], sources: Mapping[str, Particulars], decided: Rulings = NOTHING_DECIDED
) -> tuple[Finding, ...]:
    """Judge claims: what stands, from when to when, on how many origins.

    Args:
        claims: Claims with their voices.
        sources: What is known of their documents, and of those that these go back to, by id.
        decided: What people decided about them, as far as it stands.
    """
    return evidence_of(claims, sources, decided).findings()


def evidence_of(
    claims: Iterable[Claim], sources: Mapping[str, Particulars], decided: Rulings = NOTHING_DECIDED
) -> Evidence:
    """Trace claims and put beside them what judging needs, so that they can be judged as a whole or in parts.

    Args:
        claims: Claims with their voices.
        sources: What is known of their documents, and of those that these go back to, by id.
        decided: What people decided about them, as far as it stands.
    """
    return _evidence(trace(tuple(claims), sources, _tracing()), dates_of(sources), decided)


def dates_of(sources: Mapping[str, Particulars]) -> Dates:
    """Give what dates documents have.

    Args:
        sources: What is known of them, by id.
    """
    published = {id_: source.published for id_, source in sources.items()}
    return Dates(published, copies.places(sources))


def utterances_of(
    traced: Iterable[TracedClaim], sources: Mapping[str, Particulars], documents: Iterable[Document]
) -> tuple[Utterance, ...]:
    """Gather claims into what was said on one occasion, derived figures led to what they are made of.

    Args:
        traced: The claims; for each thing, all claims about it.
        sources: What is known of their documents, and of those that these go back to, by id.
        documents: These documents themselves: whoever has a longer quotation in common tells of one occasion.
    """
    papers = {each.id: replace(sources[each.id], fingerprint=copies.fingerprint(each)) for each in documents}
    return utterances(derive(traced, papers, load_kinds()), papers, load_kinds())


def traced_beside(
    article: ReadDocument,
    claims: Iterable[Claim],
    documents: Iterable[Document],
    sources: Mapping[str, Particulars],
    decisions: Sequence[Decided],
) -> tuple[Article, Evidence]:
    """Trace an article's claims and those it is set beside, as if it stood among their documents.

    Args:
        article: The article, as read.
        claims: What it is set beside.
        documents: Their documents.
        sources: What is known of these, and of those that they go back to, by id.
        decisions: What people decided, as far as it stands.
    """
    known, document = _tracing(), article.document
    kept = (replace(sources[each.id], fingerprint=copies.fingerprint(each)) for each in documents)
    shared = share(particulars_of(document, _shelf()), kept)
    found = evidence_of(claims, sources, rulings(decisions))
    papers = {**sources, **shared.papers}
    traced = trace([each.claim for each in found.traced], papers, known)
    own = trace(article.claims, papers, known)
    return Article(own, document.published, shared.copies, shared.whole), replace(found, traced=traced)


@dataclass(frozen=True, slots=True)
class Judging:
    """The judge that ledgers are handed: copies, origins, weights, kinds and spells as they are packaged."""

    @property
    def basis(self) -> str:
        """Give the hash of what judgement depends on beside claims and decisions."""
        return _basis()

    def ruled(self, decisions: Sequence[Decided]) -> RuledJudging:
        """Take decisions that stand into account."""
        return RuledJudging(rulings(decisions))

    def particulars_of(self, document: Document) -> Particulars:
        """Take down what is known of a document."""
        return particulars_of(document, _shelf())

    def fingerprint(self, document: Document) -> Fingerprint:
        """Take a document's fingerprint alone."""
        return copies.fingerprint(document)

    def keys(self, paper: Particulars) -> tuple[int, ...]:
        """Give the numbers under which a document is found."""
        return copies.keys(paper.fingerprint) if paper.fingerprint else ()

    def rank(self, paper: Particulars) -> int:
        """Give a document's place among those that others go back to."""
        return copies.rank(paper)

    def copies_of(self, paper: Particulars, earlier: Iterable[Particulars]) -> tuple[Copy, ...]:
        """Tell how a document goes back to others."""
        return copies.copies_of(paper, earlier)


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

    def findings(self, claims: Iterable[Claim], sources: Mapping[str, Particulars]) -> tuple[Finding, ...]:
        """Judge claims."""
        return findings_of(claims, sources, self.rulings)

    def testimonies(self, claims: Sequence[Claim], sources: Mapping[str, Particulars]) -> tuple[Testimony, ...]:
        """Say what each of some claims contributes to its finding."""
        return testimonies(
            trace(claims, sources, _tracing()), load_kinds(), dates_of(sources), self.rulings, load_interests()
        )

    def gists(
        self, heard: Mapping[Proposition, Sequence[Testimony]], sources: Mapping[str, Particulars]
    ) -> tuple[Gist, ...]:
        """Judge what claims contribute."""
        return gists(heard, load_kinds(), load_weights(), dates=dates_of(sources), decided=self.rulings)

    def evidence(self, claims: Iterable[Claim], sources: Mapping[str, Particulars]) -> Evidence:
        """Give what can be judged in parts."""
        return evidence_of(claims, sources, self.rulings)

    def hearing(self, said: Said, sources: Mapping[str, Particulars], earlier: Before | None) -> Hearing:
        """Give the same of what claims contribute, and of what was judged before; sources are of texts with copies."""
        return Hearing(said, load_kinds(), load_weights(), dates_of(sources), self.rulings, earlier)

    def evidence_in(self, traced: Iterable[TracedClaim], dates: Dates) -> Evidence:
        """Give the same of claims that were traced before, and the dates of their documents."""
        return _evidence(tuple(traced), dates, self.rulings)


def _evidence(traced: tuple[TracedClaim, ...], dates: Dates, decided: Rulings) -> Evidence:
    return Evidence(traced, load_kinds(), load_weights(), dates.published, decided, load_spells(), dates.recorded)


def _tracing() -> Tracing:
    return Tracing(load_voices(), load_interests(), load_credits())


_KEPT_AS = "3"  # how two versions of a finding are told apart where they are kept: one more when that changes


@cache
def _basis() -> str:
    knowledge = (sorted(load_kinds().items()), load_weights(), sorted(load_spells().items()))
    parts = [__version__, _KEPT_AS, *map(repr, knowledge)]
    # which origin a claim rests on: whose words it is in, whom it serves, and whose texts go back to which
    parts += [load_text(f"{name}.toml") for name in ("voices/en", "interests", "credits/en")]
    parts += [repr(copies.RULES)]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


@cache
def _shelf() -> Shelf:
    return Shelf(load_credits(), load_parties(), load_voices())


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
