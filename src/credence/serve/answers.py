"""Answers: bytes that are the same as long as the ledger's mark is, so made once, and asked for by ETag."""

from __future__ import annotations

import json
from collections import OrderedDict
from collections.abc import Callable, Iterable
from concurrent.futures import Future
from threading import Lock

from fastapi import Request

from credence.model.plain import Plain

_Key = tuple[str, str]


def written(value: object) -> bytes:
    """Write a value as the command line does with ``--format jsonl``, in one line."""
    return within(value) + b"\n"


def within(value: object) -> bytes:
    """Write a value as it stands within another one."""
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "backslashreplace")


def holding(before: bytes, last: str, value: bytes) -> bytes:
    """Write an object of which the last member was written apart, as it stands within another value.

    Args:
        before: An object of the members before it, one at least, as it stands within another value.
        last: The name of the last.
        value: Its value, likewise.
    """
    return b'%s, "%s": %s}' % (before[:-1], last.encode(), value)


def listing(before: Plain, items: Iterable[bytes], after: Plain) -> bytes:
    """Write an object of which one member, "items", was written piece by piece; the others stand before and after it.

    Args:
        before: Members before it, one at least.
        items: Each item as it stands within another value.
        after: Members after it, if there are any.
    """
    whole = holding(within(before), "items", b"[%s]" % b", ".join(items))
    return b"%s, %s\n" % (whole[:-1], within(after)[1:]) if after else whole + b"\n"


def has_it(request: Request, tag: str) -> bool:
    """Tell whether the asker has the answer that has this ETag; weak ones are compared by what they hold."""
    stated = request.headers.get("if-none-match", "")
    return stated.strip() == "*" or tag.removeprefix("W/") in {
        each.strip().removeprefix("W/") for each in stated.split(",")
    }


class Answers:
    """Answers given before, as many as there is room for, those asked for last; made once however many ask."""

    def __init__(self, room: int) -> None:
        """Begin with none.

        Args:
            room: Bytes that may be kept.
        """
        self.room = room
        self.size = 0
        self._kept: OrderedDict[_Key, bytes] = OrderedDict()
        self._making: dict[_Key, Future[bytes]] = {}
        self._lock = Lock()

    def give(self, tag: str, question: str, make: Callable[[], bytes]) -> bytes:
        """Give the answer to a question, kept or made; who asks while it is being made waits for that.

        Args:
            tag: What answers depend on beside the question.
            question: Path and query.
            make: Makes the answer; what it raises, all who wait get.
        """
        key = (tag, question)
        mine: Future[bytes] = Future()
        with self._lock:
            if (kept := self._kept.get(key)) is not None:
                self._kept.move_to_end(key)
                return kept
            making = self._making.setdefault(key, mine)
        if making is not mine:
            return making.result()
        try:
            made = make()
        except BaseException as error:
            self._done(key)
            mine.set_exception(error)
            raise
        self._done(key, made)
        mine.set_result(made)
        return made

    def forget(self) -> None:
        """Keep nothing: some of it is to be gone."""
        with self._lock:
            self._kept.clear()
            self.size = 0

    def _done(self, key: _Key, made: bytes | None = None) -> None:
        with self._lock:
            self._making.pop(key, None)
            if made is None or len(made) > self.room // 4:
                return
            self._kept[key] = made
            self.size += len(made)
            while self.size > self.room:
                self.size -= len(self._kept.popitem(last=False)[1])
