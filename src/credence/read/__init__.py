"""Reading: from a document's text to sightings, without knowing who is who.

Takes: a ``Document`` and a ``Reader`` (patterns and cues made ready, and a parser that was loaded at the edge).
Gives: a ``Reading``: sentences, sightings, speeches, and what was passed over.
Touches: nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from credence.catalog.voices import Voices
from credence.model.document import Document, Span
from credence.model.sighting import PassedOver, Reading
from credence.read.find import Finder
from credence.read.parsed import ParsedSentence
from credence.read.sentences import LONGEST, sentences
from credence.read.speech import find_speeches

__all__ = ["Reader", "read"]

_STRAIGHT = str.maketrans(
    {"“": '"', "”": '"', "‘": "'", "’": "'", "\u00a0": " ", "\n": " ", "\r": " ", "\t": " ", "—": "-"}
)

_BEFORE = {"det", "amod", "compound", "nmod", "poss", "nummod"}

Parser = Callable[[Iterable[str]], Iterator[Doc]]


@dataclass(frozen=True, slots=True)
class Reader:
    """What reading needs, loaded once at the edge.

    Attributes:
        parse: Sentences, each on its own, to dependency trees in the same order.
        finder: Patterns made ready.
        voices: Verbs of saying and the like.
    """

    parse: Parser
    finder: Finder
    voices: Voices


def read(document: Document, reader: Reader) -> Reading:
    """Read a document.

    A sentence is parsed only if a pattern could be met in it, or if it may say whose words such a sentence is in.
    """
    spans = sentences(document.text)
    passed_over = [
        PassedOver(document.id, "read", "sentence too long", span) for span in spans if span.end - span.start > LONGEST
    ]
    chosen = _worth_parsing(document.text, spans, reader)
    docs = reader.parse(span.of(document.text).translate(_STRAIGHT) for _, span in chosen)
    parsed = [ParsedSentence(number, span, doc) for (number, span), doc in zip(chosen, docs, strict=True)]
    found = [sighting for sentence in parsed for sighting in reader.finder.sightings(sentence)]
    return Reading(
        document=document,
        sentences=spans,
        sightings=tuple(found),
        speeches=find_speeches(parsed, document.text, reader.voices),
        subjects=tuple(_subjects(parsed)),
        passed_over=tuple(passed_over),
        parsed=len(parsed),
    )


def _worth_parsing(text: str, spans: Sequence[Span], reader: Reader) -> list[tuple[int, Span]]:
    """Sentences with a trigger, and their neighbours that hold quotation marks or go on with a speech."""
    fit = [span.end - span.start <= LONGEST for span in spans]
    wanted = {n for n, span in enumerate(spans) if fit[n] and reader.finder.compiled.wants(span.of(text))}
    beside = {
        m for n in wanted for m in (n - 1, n + 1) if 0 <= m < len(spans) and fit[m] and _quotes(spans[m].of(text))
    }
    return [(n, spans[n]) for n in sorted(wanted | beside)]


def _quotes(sentence: str) -> bool:
    return any(mark in sentence for mark in '"“”')


def _subjects(parsed: Sequence[ParsedSentence]) -> Iterator[Span]:
    for sentence in parsed:
        for token in sentence.doc:
            if token.dep_ in {"nsubj", "nsubjpass"}:
                first = min(
                    (c.left_edge for c in token.children if c.dep_ in _BEFORE), key=lambda t: t.i, default=token
                )
                start = sentence.span.start + min(first, token, key=lambda t: t.i).idx
                yield Span(start, sentence.span.start + token.idx + len(token))
