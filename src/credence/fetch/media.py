"""What bytes are: by the ending of their file's name, or by how they begin."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Mapping
from pathlib import PurePath
from types import MappingProxyType

TEXT, HTML, PDF, JSONL = "text/plain", "text/html", "application/pdf", "application/jsonl"

ENDINGS: Mapping[str, str] = MappingProxyType(
    {
        ".txt": TEXT,
        ".text": TEXT,
        ".md": TEXT,
        ".html": HTML,
        ".htm": HTML,
        ".xhtml": HTML,
        ".pdf": PDF,
        ".jsonl": JSONL,
        ".ndjson": JSONL,
    }
)
"""Ending of a file's name, in lower case, and the media type it stands for."""

# A page may open with an XML declaration, comments and a document type before its first element.
_PAGE = re.compile(rb"(?><\?xml[^>]*>|<!--.*?-->|\s)*+<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
_HEAD = 4096  # bytes within which a page must show itself


def by_ending(path: PurePath) -> str | None:
    """Give the media type that the ending of a file's name stands for, or None if it stands for none."""
    return ENDINGS.get(path.suffix.lower())


def by_content(content: bytes) -> str:
    """Tell the media type from the bytes alone.

    Args:
        content: All bytes of the item: the first line of JSON Lines may be long.

    Returns:
        PDF by its signature; JSON Lines if the first line that is not blank is a JSON object with ``text``; HTML if it
        begins like a page; plain text otherwise.
    """
    start = content.removeprefix(codecs.BOM_UTF8).lstrip()
    if start.startswith(b"%PDF-"):
        return PDF
    if start.startswith(b"{") and _holds_text(start.partition(b"\n")[0]):
        return JSONL
    return HTML if _PAGE.match(start[:_HEAD]) else TEXT


def _holds_text(line: bytes) -> bool:
    """Tell whether a line is a JSON object that has ``text``."""
    try:
        record = json.loads(line)
    except (ValueError, RecursionError):  # not UTF-8, not JSON, or nested beyond reason
        return False
    return isinstance(record, dict) and "text" in record
