"""Fetch: get the bytes, and say where they came from.

Takes: paths of files and folders, ``-`` for standard input, and what the caller vouches for.
Gives: an `Original` each, what was passed over with its reason, and an error value for whatever cannot be read.
Touches: the disk and standard input, for reading only.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from credence.errors import Unreadable
from credence.fetch.file import File
from credence.fetch.folder import Folder
from credence.fetch.interface import BOUND, Fetched, Source
from credence.fetch.stdin import ADDRESS, StandardInput
from credence.model.document import Original

__all__ = ["BOUND", "Fetched", "Source", "originals"]


def originals(
    paths: Sequence[str],
    *,
    stdin: BinaryIO | None = None,
    published: str | None = None,
    publisher: str | None = None,
    bound: int = BOUND,
) -> Iterator[Fetched]:
    """Fetch every item named, in the order given; never raise for a bad one.

    Args:
        paths: Files, folders, or ``-`` for standard input.
        stdin: The stream behind ``-``.
        published: Day, month or year of publication that the caller vouches for, as EDTF.
        publisher: Publisher that the caller vouches for.
        bound: The most bytes one item may have.

    Yields:
        For each file an `Original`; `PassedOver` for what a folder holds beside them; `Unreadable` for a path that is
        missing, empty, too large or not permitted, and for a folder without any file to read.
    """
    for path in paths:
        if not path:
            yield Unreadable("a path", "it is empty", "name a file or folder; '.' is the current one")
            continue
        for fetched in _source(path, stdin, bound).originals():
            if isinstance(fetched, Original):
                yield replace(fetched, published=published, publisher=publisher)
            else:
                yield fetched


def _source(path: str, stdin: BinaryIO | None, bound: int) -> Source:
    """Choose the source a path stands for; whether it is there is found out when it is opened."""
    if path == ADDRESS:
        return StandardInput(stdin, bound)
    if os.path.isdir(path):  # noqa: PTH112 - never raises, unlike its namesake in pathlib
        return Folder(Path(path), bound)
    return File(Path(path), bound=bound)
