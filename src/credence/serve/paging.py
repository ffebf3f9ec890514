"""Pages of long lists: a cursor holds the transaction of the first page, so nothing moves that is recorded since."""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import islice
from typing import Annotated, TypeVar

from fastapi import Query, Request

from credence.errors import WrongUse

Value = TypeVar("Value")

LONGEST_CURSOR = 2000
DEFAULT, MOST = 50, 500
"""Items of a page where nobody says how many, and at most."""

Cursor = Annotated[
    str | None,
    Query(max_length=LONGEST_CURSOR, description="Where the page before ended: `next` of its answer, as it is."),
]
Limit = Annotated[int, Query(ge=1, le=MOST, description="How many items to give at most.")]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page begins.

    Attributes:
        known: The transaction of the first page; None on the first page.
        after: Key of the last item before it; None on the first page.
        limit: How many items it has at most.
    """

    known: int | None
    after: str | None
    limit: int


def place_of(request: Request, cursor: str | None, limit: int) -> Place:
    """Read a cursor.

    Raises:
        WrongUse: If it is none of ours, or of another question.
    """
    if cursor is None:
        return Place(None, None, limit)
    try:
        known, after, question = json.loads(base64.urlsafe_b64decode(cursor.encode("ascii")))
    except (ValueError, TypeError, binascii.Error, RecursionError) as error:
        raise WrongUse("cursor", "it is none of ours", "take it from “next” of the page before") from error
    if not (isinstance(known, int) and isinstance(after, str)):
        raise WrongUse("cursor", "it is none of ours", "take it from “next” of the page before")
    if question != _question(request):
        raise WrongUse("cursor", "it belongs to another question", "ask what the page before was asked")
    return Place(known, after, limit)


def page_of(
    request: Request, values: Iterable[Value], key: Callable[[Value], str], place: Place, known: int
) -> tuple[list[Value], str | None]:
    """Give the values of a page, and the cursor of the next; None where this is the last.

    Args:
        request: The request, whose question the cursor belongs to.
        values: All values that answer, sorted by their keys.
        key: Gives the key of a value, different from that of any other.
        place: Where the page begins.
        known: The transaction that the values were asked as known at.
    """
    left = (value for value in values if place.after is None or key(value) > place.after)
    some = list(islice(left, place.limit + 1))  # no further: there may be very many
    if len(some) <= place.limit:
        return some, None
    del some[place.limit :]
    return some, _cursor(request, known, key(some[-1]))


def _cursor(request: Request, known: int, after: str) -> str:
    words = json.dumps([known, after, _question(request)], separators=(",", ":"))
    return base64.urlsafe_b64encode(words.encode("ascii")).decode("ascii")


def _question(request: Request) -> str:
    """Give a short hash of what is asked, whatever page of it."""
    asked = sorted(
        (name, value) for name, value in request.query_params.multi_items() if name not in ("cursor", "limit")
    )
    return hashlib.sha256(json.dumps([request.url.path, asked]).encode()).hexdigest()[:12]
