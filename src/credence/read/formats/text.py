"""Plain text.

The stored text is what the bytes spell, character for character: line ends (CRLF too), blanks at the ends of lines and
blank lines all stay, so that encoding it again gives the same bytes. Only a byte order mark is no part of it: it marks
the encoding and is not a character of the text (Unicode Standard, section 23.8). UTF-8 is what we read, and UTF-16
where the mark says so; a text in anything else is refused rather than guessed at.
"""

from __future__ import annotations

from collections.abc import Iterator

from credence.errors import Unreadable
from credence.model.document import Document, Original
from credence.read.formats import charset, prose
from credence.read.formats.interface import Opened


def documents(original: Original) -> Iterator[Opened]:
    """Give the one document of a text file; its date is not guessed from a dateline."""
    try:
        text = charset.of_text(original.content, original.address)
        prose.check(text, original.address)
    except Unreadable as error:
        yield error
        return
    yield Document(
        id=original.name,
        text=text,
        title=prose.headline(text),
        published=original.published,
        publisher=original.publisher,
    )
