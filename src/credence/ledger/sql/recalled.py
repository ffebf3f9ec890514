"""What was looked up once: claims, and what is known of documents. Neither ever changes, so that memory may keep it."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import Connection, Select, bindparam, select

from credence.ledger.judging import Judge
from credence.ledger.sql.bulk import asked_of, parts
from credence.ledger.sql.codec import AnyRow, claim_of, document_of
from credence.ledger.sql.schema import claim, document, paper
from credence.ledger.sql.trouble import damaged
from credence.model.claim import Claim
from credence.model.document import Span
from credence.model.particulars import Credit, Particulars

Value = TypeVar("Value")

_KEPT = 50_000  # of each; some hundred megabytes in all
_FINGERPRINTS = 16_000  # of some ten kilobytes: those that many share words with are asked for again and again
_TEXTS_AT_ONCE = 200


class Recalled:
    """Claims and documents by number, as far as they were looked up before."""

    def __init__(self, place: str) -> None:
        """Begin with nothing.

        Args:
            place: The ledger, for messages.
        """
        self._place = place
        self._claims: dict[int, Claim] = {}
        self._sources: dict[int, Particulars] = {}
        self._fingerprinted: dict[int, Particulars] = {}

    def claims(self, connection: Connection, numbers: Collection[int]) -> dict[int, Claim]:
        """Give claims by number.

        Raises:
            LedgerTrouble: If one is damaged or missing.
        """

        def look_up(some: Sequence[int]) -> Iterable[tuple[int, Claim]]:
            return [(row[0], claim_of(row, self._place)) for row in asked_of(connection, _CLAIMS, some)]

        return self._recall("claim", self._claims, numbers, look_up)

    def sources(self, connection: Connection, numbers: Collection[int]) -> dict[int, Particulars]:
        """Give by number the particulars of documents, without copies and fingerprints.

        Raises:
            LedgerTrouble: If one is missing.
        """

        def look_up(some: Sequence[int]) -> Iterable[tuple[int, Particulars]]:
            return [(number, _particulars(*known)) for number, *known in asked_of(connection, _SOURCES, some)]

        return self._recall("document", self._sources, numbers, look_up)

    def fingerprinted(self, connection: Connection, numbers: Collection[int], judge: Judge) -> dict[int, Particulars]:
        """Give by number the particulars of documents with their fingerprints, which are made of the texts.

        Args:
            connection: To the ledger.
            numbers: Numbers of the documents.
            judge: Takes down the particulars of documents of which none are kept yet, and the fingerprints of all.
        """
        kept = self._fingerprinted
        found = {number: kept.pop(number) for number in set(numbers) & kept.keys()}
        for part in parts(sorted(set(numbers) - found.keys()), _TEXTS_AT_ONCE):
            query: Select[Any] = select(document, paper.c.document.label("known"), *_TAKEN_DOWN)
            query = query.join(paper, paper.c.document == document.c.number, isouter=True)
            rows = connection.execute(query.where(document.c.number.in_(part))).all()
            found |= {row.number: self._taken(row, judge) for row in rows}
        kept.update(found)  # those found last are kept longest
        _let_go(kept, _FINGERPRINTS)
        return found

    def _taken(self, row: AnyRow, judge: Judge) -> Particulars:
        """Make a document's particulars, with its fingerprint, of its row and that of what is kept of it."""
        text = document_of(row, self._place)
        if row.known is None:
            return judge.particulars_of(text)
        known = _particulars(row.id, row.published, row.publisher, row.recorded, row.agency, row.party, row.credits)
        return replace(known, fingerprint=judge.fingerprint(text))

    def forget(self) -> None:
        """Keep nothing of what was looked up: some of it is to be gone."""
        self._claims.clear()
        self._sources.clear()
        self._fingerprinted.clear()

    def _recall(
        self,
        what: str,
        kept: dict[int, Value],
        numbers: Collection[int],
        look_up: Callable[[Sequence[int]], Iterable[tuple[int, Value]]],
    ) -> dict[int, Value]:
        """Give values by number, and look up only those that were not before; too many push out those found first."""
        found = {number: value for number in numbers if (value := kept.get(number)) is not None}
        new: dict[int, Value] = {}
        for part in parts(sorted(set(numbers) - found.keys())):
            new.update(look_up(part))
            if missing := set(part) - new.keys():
                raise damaged(self._place, f"{what} {min(missing)} is damaged: it is not there")
        kept.update(new)
        _let_go(kept, _KEPT)
        return found | new


def _let_go(kept: dict[int, Value], most: int) -> None:
    """Let go of what was put down first, where there is more than so much."""
    for number in list(islice(kept, max(0, len(kept) - most))):
        kept.pop(number, None)  # readers share what is kept: another one may have done so


_TAKEN_DOWN = (paper.c.agency, paper.c.party, paper.c.credits)
_KNOWN = (document.c.id, document.c.published, document.c.publisher, document.c.recorded, *_TAKEN_DOWN)
"""What is known of a document, in the order in which ``_particulars`` takes it."""
_CLAIMS = (
    select(claim, document.c.id.label("doc"), document.c.sha256.label("version"))
    .join(document, document.c.number == claim.c.document)
    .where(claim.c.number.in_(bindparam("values", expanding=True)))
)
_SOURCES = (
    select(document.c.number, *_KNOWN)
    .join(paper, paper.c.document == document.c.number)
    .where(document.c.number.in_(bindparam("values", expanding=True)))
)


def _particulars(  # noqa: PLR0913 - the columns
    doc: str,
    published: str | None,
    publisher: str | None,
    recorded: int,
    agency: str | None,
    party: str | None,
    credits_: str,
) -> Particulars:
    return Particulars(doc, publisher, published, agency, party, _credits(credits_), recorded=recorded)


@lru_cache(maxsize=1 << 10)  # most credit nobody
def _credits(text: str) -> tuple[Credit, ...]:
    return tuple(Credit(name, edge, Span(start, end)) for name, edge, start, end in json.loads(text))
