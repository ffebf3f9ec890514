"""Quotation marks of a whole text, paired, over sentences and paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from credence.model.document import Span

_DOUBLE = re.compile('[“”„"]')
_SINGLE = re.compile(r"(?<!\w)‘(?=\w)|(?<=[.,!?])’(?!\w)|(?<!\w)'(?=[A-Z])|(?<=[.,!?])'(?!\w)")
_LONGEST = 4000  # characters; a longer "quote" is a mark that was never closed


def find_quotes(text: str) -> tuple[Span, ...]:
    """Give what stands between quotation marks, without the marks, in the order of the text.

    A quote that goes on over paragraphs, each opened anew and only the last one closed, is one quote. Single marks
    count only where the text has no double ones, since they are apostrophes, too.
    """
    quotes = list(_pair(text, [m.start() for m in _DOUBLE.finditer(text)]))
    if not quotes:
        quotes = list(_pair(text, [m.start() for m in _SINGLE.finditer(text)]))
    return tuple(quotes)


def _pair(text: str, marks: list[int]) -> Iterator[Span]:
    opened: int | None = None
    for place in marks:
        if opened is None or place - opened > _LONGEST:
            opened = place if _opens(text, place) else None
        elif _reopens(text, opened, place):
            continue
        elif _opens(text, place):  # the mark before was never closed
            opened = place
        else:
            yield Span(opened + 1, place)
            opened = None


def _opens(text: str, place: int) -> bool:
    """Tell an opening mark: curly ones by shape, straight ones by the letter after and the space before."""
    mark = text[place]
    if mark in "“„‘":
        return True
    if mark in "”’":
        return False
    before = text[place - 1 : place]
    after = text[place + 1 : place + 2]
    return (not before or before.isspace() or before in "([—–-") and bool(after) and not after.isspace()


def _reopens(text: str, opened: int, place: int) -> bool:
    """Tell whether the mark opens the next paragraph of a quote that is still open."""
    if not _opens(text, place):
        return False
    before = text[max(opened, place - 8) : place]  # white space and the end of the paragraph before
    return before[-1:].isspace() and "\n" in before.removeprefix(before.rstrip())
