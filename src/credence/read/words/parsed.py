"""A sentence with its dependency tree, as clauses and speeches take it."""

from __future__ import annotations

from dataclasses import dataclass

from credence.model.document import Span
from credence.read.words.tree import Doc


@dataclass(frozen=True, slots=True)
class ParsedSentence:
    """One sentence, parsed on its own.

    Attributes:
        number: Position in the document, from 0.
        span: Where it stands in the stored text.
        doc: Its tree. Character 0 of it is ``span.start`` of the stored text; curly quotes are straight in it, one
            character for one, so that offsets are the same.
        possible: Ids of the patterns whose words all stand in it.
    """

    number: int
    span: Span
    doc: Doc
    possible: frozenset[str] = frozenset()
