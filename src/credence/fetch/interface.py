"""What every source of originals has in common.

To add a source, write one module with a class that follows `Source`, and name it in ``originals`` of this package.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol, TypeAlias

from credence.errors import Unreadable
from credence.model.document import Original
from credence.model.sighting import PassedOver

Fetched: TypeAlias = Original | PassedOver | Unreadable
"""What comes of one item: its bytes, why it was left aside, or why it cannot be had.

Errors are handed on as values, so that one bad item never keeps the rest of a batch from being read.
"""

BOUND = 64 * 1024 * 1024
"""How many bytes one item may have unless the caller says otherwise: 64 MiB, about ten thousand pages of text."""


class Source(Protocol):
    """Somewhere originals come from: a file, a folder, a stream."""

    def originals(self) -> Iterator[Fetched]:
        """Give every item, in an order that depends on nothing but the items; raise nothing for a bad one."""
        ...


def too_large(place: str, bound: int) -> Unreadable:
    """Make the error for an item of more than ``bound`` bytes.

    Args:
        place: The item, as its address.
        bound: The most that is accepted, in bytes.
    """
    size = f"{bound / 2**20:g} MiB" if bound >= 2**20 else f"{bound} bytes"
    return Unreadable(place, f"it is larger than {size}", "split it into smaller files")


def empty(place: str) -> Unreadable:
    """Make the error for an item without a single byte."""
    return Unreadable(place, "it is empty", "leave it out, or fetch it again")
