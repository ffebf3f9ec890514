"""One file."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from credence.errors import Unreadable
from credence.fetch import media
from credence.fetch.interface import BOUND, Fetched, empty, too_large
from credence.model.document import Original


@dataclass(frozen=True, slots=True)
class File:
    """A file named by the caller or met in a folder.

    An ending that stands for no media type is no obstacle here: who names a file means it, so its bytes decide.

    Attributes:
        path: Where it lies. Pipes and devices are read as well, up to the bound.
        name: The id of a document that states none; by default the file's name without its ending.
        bound: The most bytes it may have.
    """

    path: Path
    name: str | None = None
    bound: int = BOUND

    def originals(self) -> Iterator[Fetched]:
        """Give the one original, or the error that says why there is none."""
        place = shown(self.path)
        try:
            with self.path.open("rb") as stream:
                content = stream.read(self.bound + 1)
        except (OSError, ValueError) as error:
            yield trouble(place, error)
            return
        if not content:
            yield empty(place)
        elif len(content) > self.bound:
            yield too_large(place, self.bound)
        else:
            media_type = media.by_ending(self.path) or media.by_content(content)
            yield Original(content, place, self.name or shown(Path(self.path.stem)), media_type)


def shown(path: Path) -> str:
    """Write a path as text that can be printed and stored: bytes that are not UTF-8 are written as escapes."""
    return os.fsencode(path).decode("utf-8", errors="backslashreplace")


def trouble(place: str, error: OSError | ValueError) -> Unreadable:
    """Turn what the system says about a file or folder into an error with a remedy.

    Args:
        place: The file or folder.
        error: What opening or listing it raised; a ``ValueError`` is a path no system accepts.
    """
    if isinstance(error, FileNotFoundError):
        return Unreadable(place, "there is no such file or folder", "check the path and the current folder")
    if isinstance(error, PermissionError):
        return Unreadable(place, "reading it is not permitted", "change its permissions, or read as another user")
    cause = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return Unreadable(place, f"it cannot be opened: {cause}", "check that it is a file or folder you can open")
