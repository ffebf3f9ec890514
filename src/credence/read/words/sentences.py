"""Sentences of a text, by punctuation alone, so that most of them need never be parsed.

Offsets are those of the stored text. Line breaks inside a hard-wrapped paragraph do not end a sentence; blank lines and
the end of a short line (a headline, a label) do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from credence.model.document import Span

LONGEST = 1500  # characters; beyond that a "sentence" is a table, a list or noise

_END = re.compile(r"[.!?…]+[\"'”’)\]]*(?=\s+[\"'“‘(\[]*[A-Z0-9À-Þ])")
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Maj|Capt|Sgt|Gov|Sen|Rep|Hon|Rev|St|Mt|Ft|Jr|Sr|No|Nos|Art|vs|etc|e\.g|i\.e|approx|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Inc|Ltd|Co|Corp|Bros|Amb|Min|Pres|Dept|Op|Res|para|cf|al|ret)"
    r"|\b[A-Z]|\b(?:[A-Z]\.)+[A-Z]|\b[a-z]\.[a-z])\.$"
)
_ITEM = re.compile(r"\n\s*(?:(?:[A-Z]\w+ly (?:and )?|Also |Further )?[A-Z]\w+ing\b|\(?[a-z0-9]{1,2}[.)] |[•·▪‣◦*–—-] )")

_BODY = re.compile(r"\n(?:We, )?[Tt]he [^\n.;:?!]{3,160}[,:]\s*\Z")  # "The General Assembly,", alone on its line
_NUMBER = re.compile(r"\s*\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})\.")


def sentences(text: str) -> tuple[Span, ...]:
    """Split a text into sentences.

    Args:
        text: The stored text.

    Returns:
        Spans in order, trimmed of surrounding white space; none is empty.
    """
    return tuple(span for paragraph in _paragraphs(text) for span in _split(text, paragraph))


def _paragraphs(text: str) -> Iterator[Span]:
    start = 0
    for block in re.split(r"(\r?\n[^\S\n]*(?:\r?\n[^\S\n]*)+)", text):
        end = start + len(block)
        if block.strip():
            yield from _lines(text, start, end)
        start = end


def _lines(text: str, start: int, end: int) -> Iterator[Span]:
    """Join hard-wrapped lines; keep short ones apart."""
    lines = list(re.finditer(r"[^\n]+", text[start:end]))
    widest = max(len(line[0].rstrip()) for line in lines)
    begin = start
    for line in lines[:-1]:
        words = line[0].rstrip()
        cut = _ITEM.match(text, start + line.end()) is not None and words[-1:] in {",", ";"}
        cut = cut or _BODY.match(text, start + line.end(), end) is not None
        if not words or cut or words[-1] in '.!?:…"”' or len(words) < 0.6 * widest:
            yield Span(begin, start + line.end())
            begin = start + line.end()
    yield Span(begin, end)


def _split(text: str, paragraph: Span) -> Iterator[Span]:
    begin = paragraph.start
    for end in _END.finditer(text, paragraph.start, paragraph.end):
        before = text[max(begin, end.start() - 12) : end.start() + 1]
        if end[0].startswith(".") and _ABBREVIATION.search(before) and not _closes(text, end.end(), before):
            continue
        if _NUMBER.fullmatch(text, begin, end.end()):  # "1. Demands that Chad leave"
            continue
        yield from _trim(text, begin, end.end())
        begin = end.end()
    yield from _trim(text, begin, paragraph.end)


def _closes(text: str, at: int, before: str) -> bool:
    """An abbreviation may end a sentence, too: "… in the U.S. The ministry said"."""
    following = re.match(
        r"\s+(The|A|An|It|He|She|They|In|On|But|And|This|That|These|Its|His|Her|Their)\b", text[at : at + 12]
    )
    return following is not None and re.search(r"(?:[A-Z]\.){2,}$|\b[ap]\.m\.$", before) is not None


def _trim(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield Span(start, end)
