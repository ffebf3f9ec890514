"""What was judged before and may be asked for again: the last of it, whoever asks, as long as nothing touched it."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from collections.abc import Set as AbstractSet
from threading import Lock
from typing import Generic, TypeVar

Value = TypeVar("Value")

Touched = Callable[[int], tuple[frozenset[str], ...] | None]
"""Gives the names that stand together in what a transaction may have changed; None if it may be anything."""

_FAR = 500  # transactions behind which it is not looked whether something was touched


class Lately:
    """Tells whether transactions touched some parties; each is asked about once."""

    def __init__(self, touched: Touched) -> None:
        """Begin with none.

        Args:
            touched: Asks the ledger.
        """
        self._touched = touched
        self._known: OrderedDict[int, tuple[frozenset[str], ...] | None] = OrderedDict()
        self._lock = Lock()

    def spared(self, parties: AbstractSet[str], since: int, until: int) -> bool:
        """Tell whether none of the transactions behind one, up to another, touched all of some parties together."""
        if until - since > _FAR:
            return False
        found = map(self._of, range(since + 1, until + 1))
        return all(names is not None and not any(parties <= each for each in names) for names in found)

    def forget(self) -> None:
        """Keep nothing."""
        with self._lock:
            self._known.clear()

    def _of(self, number: int) -> tuple[frozenset[str], ...] | None:
        with self._lock:
            if number in self._known:
                return self._known[number]
        found = self._touched(number)
        with self._lock:
            self._known[number] = found
            while len(self._known) > _FAR:
                self._known.popitem(last=False)
        return found


class AtHand(Generic[Value]):
    """Keeps what was asked for last. Two who ask for the same thing at once may both make it."""

    def __init__(self, most: int, lately: Lately) -> None:
        """Begin with nothing.

        Args:
            most: How many are kept.
            lately: Tells what transactions touched.
        """
        self._most = most
        self._lately = lately
        self._kept: OrderedDict[tuple[Hashable, int], Value] = OrderedDict()
        self._last: dict[Hashable, int] = {}
        self._lock = Lock()

    def give(self, key: Hashable, parties: AbstractSet[str], known: int, make: Callable[[], Value]) -> Value:
        """Give what is kept, or make it.

        Args:
            key: What is asked for, but for when it was known.
            parties: Whom it is about: it is of claims in which all of them stand.
            known: As known at that transaction.
            make: Makes it.
        """
        found = self.kept(key, parties, known)
        return self.keep(key, known, make()) if found is None else found

    def kept(self, key: Hashable, parties: AbstractSet[str], known: int) -> Value | None:
        """Give what is kept, if it is as it was known then; None otherwise."""
        with self._lock:
            last = min(self._last.get(key, known), known)
            at = known if (key, known) in self._kept else last
            found = self._kept.get((key, at))
        if found is None or not self._lately.spared(parties, at, known):
            return None
        return self.keep(key, known, found)

    def keep(self, key: Hashable, known: int, value: Value) -> Value:
        """Keep something, and give it back."""
        with self._lock:
            last = self._last.get(key, known)
            if last < known:
                self._kept.pop((key, last), None)
            self._last[key] = max(last, known)
            self._kept[key, known] = value
            self._kept.move_to_end((key, known))
            while len(self._kept) > self._most:
                (gone, at), _ = self._kept.popitem(last=False)
                if self._last.get(gone) == at:
                    del self._last[gone]
        return value

    def forget(self) -> None:
        """Keep nothing: some of it is to be gone."""
        with self._lock:
            self._kept.clear()
            self._last.clear()
