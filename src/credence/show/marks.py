"""Claims marked in a text: the text in pieces, each with the claims whose words it is part of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from credence.model.claim import Claim
from credence.model.document import Span

_BREAK = re.compile(r"\n[^\S\n]*\n\s*")


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters that the same claims cover.

    Attributes:
        text: The characters.
        claims: Numbers, from 1, of the claims they are part of, longest words first.
        begins: Numbers of those whose words begin here, in their order.
    """

    text: str
    claims: tuple[int, ...] = ()
    begins: tuple[int, ...] = ()


def marked(text: str, claims: Sequence[Claim]) -> tuple[tuple[Piece, ...], ...]:
    """Cut a text into paragraphs, and those into pieces, wherever the words of a claim begin or end.

    Args:
        text: The text.
        claims: The claims; their places in this sequence are their numbers, from 1. Words that do not stand at their
            place are not marked.

    Returns:
        Paragraphs in the order of the text. Their pieces hold every character but the blank lines between them.
    """
    spans = {
        number: claim.quote.span
        for number, claim in enumerate(claims, start=1)
        if claim.quote.text and claim.quote.span.of(text) == claim.quote.text
    }
    return tuple(tuple(_pieces(text, paragraph, spans)) for paragraph in _paragraphs(text))


def _paragraphs(text: str) -> Iterator[Span]:
    start = 0
    for found in _BREAK.finditer(text):
        if text[start : found.start()].strip():
            yield Span(start, found.start())
        start = found.end()
    if text[start:].strip():
        yield Span(start, len(text))


def _pieces(text: str, paragraph: Span, spans: dict[int, Span]) -> Iterator[Piece]:
    here = {number: span for number, span in spans.items() if span.start < paragraph.end and paragraph.start < span.end}
    for start, end in _between(paragraph, here.values()):
        covers = [number for number, span in here.items() if span.start <= start and end <= span.end]
        covers.sort(key=lambda number: (here[number].start - here[number].end, number))
        begins = tuple(number for number, span in here.items() if span.start == start)
        yield Piece(text[start:end], tuple(covers), begins)


def _between(paragraph: Span, spans: Iterable[Span]) -> Iterator[tuple[int, int]]:
    """Give the stretches between the places where anything begins or ends."""
    ends = {end for span in spans for end in (span.start, span.end) if paragraph.start < end < paragraph.end}
    cuts = sorted({paragraph.start, paragraph.end, *ends})
    yield from pairwise(cuts)
