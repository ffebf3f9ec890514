"""What every question to the API has: two times, an ETag, and, where the answer is long, a page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, TypeVar

from fastapi import Depends, Request, Response

from credence.ledger import Ledger
from credence.model.plain import Plain
from credence.serve.access import Reading
from credence.serve.answers import listing, within, written
from credence.serve.desk import Desk, desk_of
from credence.serve.moments import Known, Moment, On, pinned
from credence.serve.paging import DEFAULT, Cursor, Limit, Place, page_of, place_of
from credence.serve.replies import reply

Value = TypeVar("Value")

TRANSACTION = "Credence-Transaction"
"""Header that says as known at which transaction an answer holds."""


@dataclass(frozen=True)  # no slots: its moment is kept
class Question:
    """A question whose answer is given whole.

    Attributes:
        request: The request.
        desk: What requests share.
        on: The day asked about, as written.
        known: As known when, as written, or the transaction that a page before was pinned to.
    """

    request: Request
    desk: Desk
    on: str | None
    known: str | int | None

    @cached_property
    def moment(self) -> Moment:
        """Its two times; looked up in the ledger when first asked for, by whoever answers (see ``pinned``)."""
        return pinned(self.desk, self.on, self.known)

    @property
    def ledger(self) -> Ledger:
        """The ledger that is asked."""
        return self.desk.ledger

    def one(self, make: Callable[[], object]) -> Response:
        """Answer with one value.

        Args:
            make: Makes the value; called only where nobody has asked the same before.
        """
        return self._answer(lambda: written(make()))

    def all(self, make: Callable[[], Sequence[Plain]]) -> Response:
        """Answer with all of a list that is never long."""
        return self.all_written(lambda: map(within, make()))

    def all_written(self, make: Callable[[], Iterable[bytes]]) -> Response:
        """Answer with all of such a list, of which parts may have been written before."""
        return self._listed(lambda: (make(), {}))

    def _listed(self, make: Callable[[], tuple[Iterable[bytes], Plain]]) -> Response:
        """Answer with items, and with what stands behind them."""
        return self._answer(lambda: listing({"known": self.moment.known, "on": self.moment.day}, *make()))

    def _answer(self, make: Callable[[], bytes]) -> Response:
        headers = {TRANSACTION: str(self.moment.known)}
        return reply(self.request, self.desk, self.moment, make, "application/json", headers)


@dataclass(frozen=True)
class LongQuestion(Question):
    """A question whose answer is given page by page.

    Attributes:
        place: Where the page begins, and how long it is.
    """

    place: Place

    def page(
        self,
        values: Callable[[], Iterable[Value]],
        key: Callable[[Value], str],
        plain: Callable[[Sequence[Value]], Sequence[Plain]],
    ) -> Response:
        """Answer with a page.

        Args:
            values: Gives all values that answer, sorted by their keys.
            key: Gives the key of a value, different from that of any other.
            plain: Gives some values as plain JSON values.
        """
        return self.page_written(values, key, lambda some: map(within, plain(some)))

    def page_written(
        self,
        values: Callable[[], Iterable[Value]],
        key: Callable[[Value], str],
        write: Callable[[Sequence[Value]], Iterable[bytes]],
    ) -> Response:
        """Answer with a page whose items may have been written before.

        Args:
            values: Gives all values that answer, sorted by their keys.
            key: Gives the key of a value, different from that of any other.
            write: Gives some values as JSON.
        """

        def make() -> tuple[Iterable[bytes], Plain]:
            some, following = page_of(self.request, values(), key, self.place, self.moment.known)
            return write(some), {"next": following}

        return self._listed(make)


async def _question(request: Request, _caller: Reading, on: On = None, known: Known = None) -> Question:
    return Question(request, desk_of(request), on, known)


async def _long_question(
    request: Request,
    _caller: Reading,
    on: On = None,
    known: Known = None,
    cursor: Cursor = None,
    limit: Limit = DEFAULT,
) -> LongQuestion:
    place = place_of(request, cursor, limit)
    return LongQuestion(request, desk_of(request), on, known if place.known is None else place.known, place)


Asked = Annotated[Question, Depends(_question)]
AskedLong = Annotated[LongQuestion, Depends(_long_question)]
