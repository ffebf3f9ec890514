"""A folder, with all folders in it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from credence.errors import Unreadable
from credence.fetch import media
from credence.fetch.file import File, shown, trouble
from credence.fetch.interface import BOUND, Fetched
from credence.model.sighting import PassedOver


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder whose files of known endings are read in the order of their names, then those of the folders in it.

    Passed over, each with its reason: hidden files and folders (``.git``), files of other endings, things that are no
    files, and a folder that was met before through a link, which is also what ends a loop of links.

    A document that states no id is called by its path below the folder, without the ending: ``2024/muscat`` for
    ``2024/muscat.txt``, so that files of the same name in different folders stay apart.

    Attributes:
        path: Where it lies.
        bound: The most bytes one file may have.
    """

    path: Path
    bound: int = BOUND

    def originals(self) -> Iterator[Fetched]:
        """Give every file of a known ending; one error if there is none at all."""
        troubles: list[OSError] = []
        met = {os.path.realpath(self.path)}
        files = 0
        for place, folders, names in os.walk(self.path, onerror=troubles.append, followlinks=True):
            for path in (Path(place, name) for name in sorted(names)):
                reason = _reason(path)
                if reason:
                    yield _left(path, reason)
                else:
                    files += 1
                    yield from self._file(path)
            yield from _choose(Path(place), folders, met)
        # The walk hands over what it could not list only when asked for more.
        yield from (trouble(str(error.filename), error) for error in troubles)
        if not files and not troubles:
            known = " ".join(media.ENDINGS)
            yield Unreadable(
                shown(self.path), "it holds no file that can be read", f"files are known by ending: {known}"
            )

    def _file(self, path: Path) -> Iterator[Fetched]:
        """Read one file, called by its path below the folder."""
        name = shown(path.relative_to(self.path).with_suffix("")).replace(os.sep, "/")
        return File(path, name, self.bound).originals()


def _choose(here: Path, folders: list[str], met: set[str]) -> Iterator[PassedOver]:
    """Leave in ``folders`` only those to walk next, in order, and say why the others are left.

    Args:
        here: The folder that holds them.
        folders: Names of the folders in it; changed in place, which is how the walk is steered.
        met: Real paths of all folders met so far; added to.
    """
    kept: list[str] = []
    for name in sorted(folders):
        real = os.path.realpath(here / name)
        if name.startswith("."):
            yield _left(here / name, "hidden")
        elif real in met:
            yield _left(here / name, "folder met before")
        else:
            met.add(real)
            kept.append(name)
    folders[:] = kept


def _reason(path: Path) -> str:
    """Say why something met in a folder is not read; empty if it is."""
    if path.name.startswith("."):
        return "hidden"
    if media.by_ending(path) is None:
        return f"ending not known: {path.suffix.lower() or 'none'}"
    # A link that leads nowhere, or where we may not look, is reported when it is opened.
    return "not a file" if os.path.exists(path) and not os.path.isfile(path) else ""  # noqa: PTH110, PTH113 - never raise


def _left(path: Path, reason: str) -> PassedOver:
    """Say that something in the folder was passed over."""
    return PassedOver(doc=shown(path), stage="fetch", reason=reason)
