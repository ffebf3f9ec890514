"""Speakers set beside a quotation without a verb: 'Ana Rojas: "We have left."', "Those were the words of Ana Rojas"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from credence.model.document import Span
from credence.model.sighting import Phrase, Speech

_NAME = r"[A-Z][\w’'-]+(?: (?:[A-Z][\w’'-]*\.?|de|al|bin|von|van)){1,3}"
_LABEL = re.compile(rf"(?:^|[\n.!?”\"] ?)(?P<name>{_NAME})(?:, [^.:\n“”\"]{{3,60}})?: ?[“\"]$")
_WORDS = re.compile(rf"[”\"]\s+(?:Those|These|Such) (?:were|are) the words of (?:[\w’' -]{{0,40}}? )?(?P<name>{_NAME})")
_LOOK_BACK = 140  # characters


def find_beside(
    text: str, quotes: Sequence[Span], sentences: Sequence[tuple[int, Span]], found: Sequence[Speech]
) -> Iterator[Speech]:
    """Give quotations whose speaker stands before a colon, or is named as whose words they were.

    Args:
        text: The stored text.
        quotes: What stands between quotation marks.
        sentences: Number and span of the sentences that were parsed.
        found: Speeches found by their verbs: what has a speaker needs no other.
    """
    for quote in quotes:
        label = _LABEL.search(text[: quote.start], max(0, quote.start - _LOOK_BACK))
        met = label or _WORDS.match(text, quote.end)
        number = next((n for n, span in sentences if span.start < quote.end and span.end > quote.start), None)
        told = any(speech.content.start < quote.end and speech.content.end > quote.start for speech in found)
        if met is not None and number is not None and not told:
            span = Span(met.start("name"), met.end("name"))
            name = Phrase(span, span, met["name"], met["name"].lower(), "name")
            yield Speech(name, ":", quote, "direct", "asserts", number)
