"""Whose words a whole paper is said to be at its head: "The below is attributable to Spokesperson Omar Varga:"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from credence.model.document import Span
from credence.model.sighting import ATTRIBUTED, Phrase, Speech

_HEAD = re.compile(
    r"^[ \t]*(?:The|This) (?:below|following|above|statement|readout|text|remarks?|release)(?: \w+){0,2}? (?:is|are) "
    r"attribut(?:able|ed) to (?:the )?(?P<name>[A-Z][^\n:;,]{3,70}?)[ \t]*[:.][ \t]*$",
    re.MULTILINE,
)


def find_attributed(text: str, sentences: Sequence[tuple[int, Span]]) -> Iterator[Speech]:
    """Give a paper with such a line, its title included, as the words of whom it names.

    Args:
        text: The stored text.
        sentences: Number and span of the sentences that were parsed.
    """
    head = _HEAD.search(text)
    if head is None:
        return
    if sentences:
        span = Span(head.start("name"), head.end("name"))
        name = Phrase(span, span, head["name"], head["name"].lower(), "name")
        yield Speech(name, ATTRIBUTED, Span(0, len(text.rstrip())), "source", "asserts", sentences[0][0])
