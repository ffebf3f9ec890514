"""Collecting garbage beside much that is kept: what was looked through once is not looked through again and again.

Python stops everybody while it looks through all objects for those that only refer to each other. A server keeps
millions, judged once and hardly ever let go of, so that each look takes about a second. Here what outlived a full look
is set aside (``gc.freeze``); it still goes as soon as nobody refers to it. Now and then everything is looked through.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

_THRESHOLDS = (10_000, 5, 10)
"""New objects until the youngest are looked through, and how often that until the older are: half a million in all."""

_EVERYTHING = 50
_FULL = 2  # the generation of all that was not set aside


@contextmanager
def tenure() -> Iterator[None]:
    """Set aside, within, what outlives a full look, beginning with all there is."""
    before, looks = gc.get_threshold(), 0

    def looked(phase: str, info: Mapping[str, Any]) -> None:
        nonlocal looks
        if phase == "stop" and info["generation"] == _FULL:
            looks += 1
            (gc.freeze if looks % _EVERYTHING else gc.unfreeze)()

    gc.collect()
    gc.freeze()
    gc.callbacks.append(looked)
    gc.set_threshold(*_THRESHOLDS)
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.callbacks.remove(looked)
        gc.unfreeze()
