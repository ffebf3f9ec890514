"""What was judged before and may be asked for again: the last of it, whoever asks, as long as nothing touched it."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable, Iterator
from collections.abc import Set as AbstractSet
from contextlib import ExitStack, contextmanager
from threading import Lock
from typing import Generic, TypeVar

Value = TypeVar("Value")

Touched = Callable[[int], tuple[frozenset[str], ...] | None]
"""Gives what stands together in findings that a transaction may have changed: names, and their ids; None if any may."""

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
        """Tell whether no transaction behind one, up to another, touched all of some parties together, or a finding."""
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


class Alone:
    """Lets nobody else in who names the same."""

    def __init__(self) -> None:
        """Begin with nobody in."""
        self._locks: dict[Hashable, tuple[Lock, int]] = {}  # with how many hold it or wait for it
        self._lock = Lock()

    @contextmanager
    def naming(self, names: Iterable[Hashable]) -> Iterator[None]:
        """Wait until nobody is in who names one of some names; in one order, so that no two wait for each other."""
        with ExitStack() as stack:
            for name in sorted(set(names), key=repr):
                stack.enter_context(self._holding(name))
            yield

    @contextmanager
    def _holding(self, name: Hashable) -> Iterator[None]:
        with self._lock:
            lock, count = self._locks.get(name, (Lock(), 0))
            self._locks[name] = lock, count + 1
        try:
            with lock:
                yield
        finally:
            with self._lock:
                count = self._locks[name][1] - 1
                if count:
                    self._locks[name] = lock, count
                else:
                    del self._locks[name]


class AtHand(Generic[Value]):
    """Keeps what was asked for last. Of two who ask for the same thing at once, one makes it and the other waits."""

    def __init__(self, most: int, lately: Lately, size: Callable[[Value], int] = lambda _: 1) -> None:
        """Begin with nothing.

        Args:
            most: How much is kept; one is, however large.
            lately: Tells what transactions touched.
            size: Tells how much something is; by default all count alike.
        """
        self._most = most
        self._lately = lately
        self._size = size
        self._held = 0
        self.alone = Alone()
        self._kept: OrderedDict[tuple[Hashable, int], tuple[Value, int]] = OrderedDict()  # each with its size
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
        if found is None:
            with self.alone.naming([key]):
                found = self.kept(key, parties, known)  # somebody may have made it meanwhile
                return self.keep(key, known, make()) if found is None else found
        return found

    def kept(self, key: Hashable, parties: AbstractSet[str], known: int) -> Value | None:
        """Give what is kept, if it is as it was known then; None otherwise."""
        with self._lock:
            last = min(self._last.get(key, known), known)
            at = known if (key, known) in self._kept else last
            found = self._kept.get((key, at))
        if found is None or not self._lately.spared(parties, at, known):
            return None
        return self._put(key, known, *found)

    def keep(self, key: Hashable, known: int, value: Value) -> Value:
        """Keep something, and give it back."""
        return self._put(key, known, value, self._size(value))

    def _put(self, key: Hashable, known: int, value: Value, size: int) -> Value:
        with self._lock:
            last = self._last.get(key, known)
            for at in {known, min(last, known)}:
                self._drop(key, at)
            self._last[key] = max(last, known)
            self._kept[key, known] = value, size
            self._held += size
            while self._held > self._most and len(self._kept) > 1:
                self._drop(*next(iter(self._kept)))
        return value

    def last(self, key: Hashable) -> Value | None:
        """Give what is kept as it was known last, whatever has touched it since; None if nothing is."""
        with self._lock:
            return self._kept[key, self._last[key]][0] if (key, self._last.get(key)) in self._kept else None

    def forget(self) -> None:
        """Keep nothing: some of it is to be gone."""
        with self._lock:
            self._kept.clear()
            self._last.clear()
            self._held = 0

    def _drop(self, key: Hashable, at: int) -> None:
        """Let go of what is kept, if it is."""
        if (key, at) in self._kept:
            self._held -= self._kept.pop((key, at))[1]
            if self._last.get(key) == at:
                del self._last[key]
