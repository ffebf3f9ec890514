"""Making something once, where several processes need it."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest

PATIENCE = 300  # seconds until whoever began is given up, on a machine that does much else


def once(folder: Path, make: Callable[[Path], None]) -> Path:
    """Give a folder with what is made there: the first process that asks makes it, all others wait.

    Args:
        folder: The folder, in one that is there.
        make: Fills it.
    """
    made = folder / "made"
    try:
        folder.mkdir()  # of all who try, one can
    except FileExistsError:
        _wait_for(made)
    else:
        make(folder)
        made.touch()
    return folder


def _wait_for(made: Path) -> None:
    until = time.monotonic() + PATIENCE
    while not made.exists():
        if time.monotonic() > until:
            pytest.fail(f"{made.parent.name}: another process began to make it, and does not come to an end")
        time.sleep(0.1)
