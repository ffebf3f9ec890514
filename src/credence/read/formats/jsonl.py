"""JSON Lines: one document a line, of which only ``text`` must be stated.

    {"id": "…", "text": "…", "title": "…", "published": "2024-09-20", "publisher": "…", "url": "…", "lang": "en"}

The stored text is the value of ``text``, character for character. Other keys are allowed and not read. A field that is
null or blank is not stated: the caller's date and publisher then stand in, and ``name-7`` is the id of line 7. Lines
end with a line feed and nothing else, so characters that merely look like line ends may stand in a string.
"""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator

from credence.errors import BadInput, BadPeriod, Unreadable
from credence.model.document import Document, Original
from credence.model.period import Period
from credence.read.formats import prose
from credence.read.formats.interface import Opened

_MOMENT = re.compile(r"(\d{4}-\d\d-\d\d)[T ]\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?\s?(?:Z|[+-]\d\d(?::?\d\d)?)?", re.ASCII)
_KINDS = {bool: "true or false", int: "a number", float: "a number", list: "a list", dict: "an object"}


def documents(original: Original) -> Iterator[Opened]:
    """Give the document of each line; a line that is broken becomes an error with its number, the others are read."""
    place = original.address
    if original.content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        yield Unreadable(place, "it is UTF-16", "JSON is exchanged as UTF-8: convert it: iconv -f UTF-16 -t UTF-8")
        return
    lines: dict[str, int] = {}  # id, and the line that has it
    number = 0
    for number, line in _lines(original.content):
        here = f"{place}, line {number}"
        try:
            document = _document(line, number, here, original)
        except BadInput as error:
            yield error
            continue
        if document.id in lines:
            cause = f'the id "{document.id}" is that of line {lines[document.id]} already'
            yield Unreadable(here, cause, "give each document its own id")
        else:
            lines[document.id] = number
            yield document
    if not number:
        yield Unreadable(place, "it holds no line", "put one JSON object on each line")


def _lines(content: bytes) -> Iterator[tuple[int, bytes]]:
    """Give the lines that are not blank with their numbers from 1."""
    for number, line in enumerate(content.removeprefix(codecs.BOM_UTF8).split(b"\n"), start=1):
        if line.strip():
            yield number, line


def _document(line: bytes, number: int, place: str, original: Original) -> Document:
    """Make a document of a line, or raise ``Unreadable`` for the place given."""
    record = _record(line, place)
    text = record.get("text")
    if not isinstance(text, str):
        raise Unreadable(place, f'"text" is {_kind(text)}', 'give every line a "text" that is a string')
    prose.check(text, f'{place}, "text"')
    return Document(
        id=_stated(record, "id", place) or f"{original.name}-{number}",
        text=text,
        title=_stated(record, "title", place),
        published=_published(record, place) or original.published,
        publisher=_stated(record, "publisher", place) or original.publisher,
        url=_stated(record, "url", place),
        lang=_stated(record, "lang", place) or "en",
    )


def _record(line: bytes, place: str) -> dict[str, object]:
    """Parse a line into an object, or raise ``Unreadable``."""
    remedy = "put one whole JSON object on each line"
    try:
        record = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise Unreadable(
            place, f"byte {error.start} of the line cannot be decoded as UTF-8", "save it as UTF-8"
        ) from None
    except json.JSONDecodeError as error:
        raise Unreadable(place, f"it is not JSON: {error.msg}, at character {error.pos}", remedy) from None
    except (ValueError, RecursionError):
        raise Unreadable(place, "it is not JSON we can hold: nested too deeply, or a number too long", remedy) from None
    if not isinstance(record, dict):
        raise Unreadable(place, f"it is {_kind(record)}, not an object", remedy)
    return record


def _stated(record: dict[str, object], key: str, place: str) -> str | None:
    """Give a field without blanks around it, None if it is missing, null or blank, or raise ``Unreadable``."""
    value = record.get(key)
    if value is None:
        return None
    if not isinstance(value, str):
        raise Unreadable(place, f'"{key}" is {_kind(value)}', "write it as a string, or leave it out")
    value = value.strip()
    if not value:
        return None
    prose.check(value, f'{place}, "{key}"')
    return value


def _published(record: dict[str, object], place: str) -> str | None:
    """Give the date of publication: a year, month or day as it stands, a moment cut to its own day."""
    value = _stated(record, "published", place)
    if value is None:
        return None
    moment = _MOMENT.fullmatch(value)
    try:
        period = Period.parse(moment[1] if moment else value)
    except BadPeriod:
        period = None
    if period is None or period.precision not in {"day", "month", "year"} or period.vague:
        raise Unreadable(place, f'"published" is "{value}"', "write it as 2024-09-20, 2024-09 or 2024")
    return period.text


def _kind(value: object) -> str:
    """Name what a value is in JSON."""
    return "missing" if value is None else _KINDS.get(type(value), "a string")
