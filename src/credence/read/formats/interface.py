"""What every format of documents has in common.

To add a format, write one module with a function ``documents`` that follows `Format`, and name it under its media type
in this package.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol, TypeAlias

from credence.errors import BadInput
from credence.model.document import Document, Original

Opened: TypeAlias = Document | BadInput
"""What comes of one document: its text, or why it has none. Errors are values, so that the others are still read."""


class Format(Protocol):
    """A way from bytes to documents; a module with this function is one."""

    def documents(self, original: Original) -> Iterator[Opened]:
        """Give every document in the bytes, in their order; raise nothing whatever the bytes are."""
        ...
