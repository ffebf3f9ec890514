"""Turns of a transcript: "MR PRICE: …", "QUESTION: …", each the speaker's up to the next label."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from credence.catalog.voices import Voices
from credence.model.document import Span
from credence.model.sighting import Phrase, Speech

_LABEL = re.compile(
    r"^[ \t]*(?P<name>[A-Z](?:[A-Z.'’-]|[a-z](?=[A-Z])|[ \t](?=[A-Z(])|\([A-Z ]+\))*):(?=\s)", re.MULTILINE
)
_PLAIN = frozenset(
    {"a", "an", "and", "as", "for", "from", "in", "on", "our", "the", "this", "to", "with", "who", "why"}
)
_LONGEST = 50  # characters of a label


def find_turns(text: str, sentences: Sequence[tuple[int, Span]], knowledge: Voices) -> Iterator[Speech]:
    """Find who has the floor in a transcript of a briefing or an interview.

    Text is a transcript if two of its lines begin with a label in capitals, or one with a label that asks.

    Args:
        text: The stored text.
        sentences: Number and span of the sentences that were parsed; a turn without any is not given.
        knowledge: Labels that ask.

    Yields:
        One speech a turn. A question has the stance "asks" and no speaker: it is nobody's claim.
    """
    labels = [label for label in _LABEL.finditer(text) if _names(label["name"])]
    if len(labels) < 2 and not any(_is_question(label["name"], knowledge) for label in labels):
        return
    ends = [label.start() for label in labels[1:]] + [len(text)]
    for label, end in zip(labels, ends, strict=True):
        content = Span(label.end() + 1, max(label.end() + 1, len(text[:end].rstrip())))
        number = next((n for n, span in sentences if span.start < content.end and span.end > content.start), None)
        if number is not None:
            yield _turn(label, content, number, knowledge)


def _names(label: str) -> bool:
    """Tell a speaker's label from a heading: "MR PRICE", but "GIVING CHAD A CHANCE"."""
    words = label.lower().split()
    heading = _PLAIN & set(words) or (len(words) > 1 and words[0].endswith("ing"))
    return len(label) <= _LONGEST and not heading


def _turn(label: re.Match[str], content: Span, number: int, knowledge: Voices) -> Speech:
    asks = _is_question(label["name"], knowledge)
    span = Span(label.start("name"), label.end("name"))
    name = Phrase(span, span, label["name"], label["name"].lower(), "name")
    return Speech(None if asks else name, label["name"], content, "direct", "asks" if asks else "asserts", number)


def _is_question(label: str, knowledge: Voices) -> bool:
    return label.lower().split("(")[0].strip() in knowledge.questions
