"""What was made before and may be asked for again: the last few, whoever asks."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, TypeVar

Value = TypeVar("Value")


class AtHand(Generic[Value]):
    """Keeps what was asked for last. Two who ask for the same thing at once may both make it."""

    def __init__(self, most: int) -> None:
        """Begin with nothing.

        Args:
            most: How many are kept.
        """
        self._most = most
        self._kept: OrderedDict[Hashable, Value] = OrderedDict()
        self._lock = Lock()

    def give(self, key: Hashable, make: Callable[[], Value]) -> Value:
        """Give what is kept under a key, or make it."""
        with self._lock:
            if (found := self._kept.get(key)) is not None:
                self._kept.move_to_end(key)
                return found
        found = make()
        with self._lock:
            self._kept[key] = found
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
        return found

    def forget(self) -> None:
        """Keep nothing: some of it is to be gone."""
        with self._lock:
            self._kept.clear()
