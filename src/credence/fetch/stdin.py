"""Standard input, as one item."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from credence.errors import Unreadable
from credence.fetch import media
from credence.fetch.interface import BOUND, Fetched, empty, too_large
from credence.model.document import Original

ADDRESS = "-"
"""How a caller names standard input, and how it is shown."""


@dataclass(frozen=True, slots=True)
class StandardInput:
    """A stream of bytes without a name, whose media type its content shows.

    Attributes:
        stream: The open stream; None where there is none to read.
        bound: The most bytes it may have.
    """

    stream: BinaryIO | None
    bound: int = BOUND

    def originals(self) -> Iterator[Fetched]:
        """Give the one original, called ``stdin``, or the error that says why there is none."""
        if self.stream is None:
            yield Unreadable("standard input", "there is none", "name a file, or pipe text into the command")
            return
        try:
            content = self.stream.read(self.bound + 1)
        except (OSError, ValueError) as error:  # a closed stream is a ValueError
            yield Unreadable("standard input", f"it cannot be read: {error}", "name a file instead")
            return
        if not content:
            yield empty("standard input")
        elif len(content) > self.bound:
            yield too_large("standard input", self.bound)
        else:
            yield Original(content, ADDRESS, "stdin", media.by_content(content))
