"""What outlived a full look for garbage is set aside, and garbage goes all the same."""

from __future__ import annotations

import gc
import weakref
from dataclasses import dataclass, field

from credence.serve.tenure import tenure


@dataclass(eq=False)
class Node:
    """Something that can refer to itself."""

    other: list[Node] = field(default_factory=list)


def test_what_outlives_a_look_is_set_aside_and_goes_when_nobody_refers_to_it() -> None:
    with tenure():
        kept = [Node() for _ in range(100)]
        aside = gc.get_freeze_count()
        gc.collect()
        assert gc.get_freeze_count() >= aside + len(kept)
        seen = weakref.ref(kept[0])
        kept.clear()
        assert seen() is None


def test_garbage_that_refers_to_itself_goes_at_the_latest_when_all_is_looked_through() -> None:
    with tenure():
        made = Node()
        made.other.append(made)
        seen = weakref.ref(made)
        gc.collect()  # while somebody refers to it, so that it is set aside
        del made
        gc.collect()
        assert seen() is not None
        for _ in range(100):
            gc.collect()
        assert seen() is None


def test_afterwards_all_is_as_before() -> None:
    before = gc.get_threshold(), len(gc.callbacks)
    with tenure():
        pass
    assert (gc.get_threshold(), len(gc.callbacks)) == before
    assert gc.get_freeze_count() == 0
