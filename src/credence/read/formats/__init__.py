"""Formats: from the bytes of an original to the stored text that every offset refers to.

Takes: an `Original`.
Gives: each `Document` in it, and an error value for each that cannot be read.
Touches: nothing.

What a document states of itself (title, date, publisher, address) is taken over; what the caller vouches for outranks
it where the original is one document, and fills the gaps where it holds many (JSON Lines). What nobody states stays
None. A language other than English is not detected: ``lang`` is what a JSON line states, ``en`` otherwise.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from types import MappingProxyType
from typing import cast

from credence.errors import Unreadable
from credence.model.document import Original
from credence.read.formats.interface import Format, Opened

__all__ = ["Format", "Opened", "documents"]

_FORMATS: Mapping[str, str] = MappingProxyType(
    {
        "text/plain": "text",
        "text/html": "html",
        "application/pdf": "pdf",
        "application/jsonl": "jsonl",
    }
)
"""Media type → module of this package, imported when first met: the libraries for web pages and PDF are slow."""


def documents(original: Original) -> Iterator[Opened]:
    """Make documents of an original, by its media type; never raise for bad bytes.

    Args:
        original: The bytes and what is known of them.

    Yields:
        `Document` or `credence.errors.BadInput`, in the order of the original; at least one of them.
    """
    chosen = _FORMATS.get(original.media_type)
    if chosen is None:
        known = ", ".join(_FORMATS)
        yield Unreadable(
            original.address, f"{original.media_type} is not a format we read", f"convert it to one of {known}"
        )
    else:
        module = cast("Format", import_module(f"{__name__}.{chosen}"))
        yield from module.documents(original)
