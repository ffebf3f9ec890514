"""Searching a SQL database: the index says where to look, the texts what is there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Select, select

from credence.ledger.query import Met, Query, by_rank, met
from credence.ledger.sql.bulk import parts
from credence.ledger.sql.codec import AnyRow, document_of
from credence.ledger.sql.index import numbers_holding
from credence.ledger.sql.schema import claim, document
from credence.ledger.sql.standing import claims_as_of, stand
from credence.ledger.sql.trouble import damaged

_AT_ONCE = 200  # documents, whose texts may be long


def search(connection: Connection, number: int, place: str, query: Query) -> tuple[Met, ...]:
    """Give what answers a query as of a transaction, most places first.

    Args:
        connection: To the ledger.
        number: The transaction.
        place: The ledger, for messages.
        query: The query.
    """
    conditions = stand(connection, number, place)
    looked_up = numbers_holding(connection, query, number)
    if looked_up is not None:
        conditions.append(document.c.number.in_(looked_up))
    numbers = connection.scalars(select(document.c.number).where(*conditions)).all()
    columns = (document.c.number.label("of"), claim.c.number, claim.c.id, claim.c.quote_start, claim.c.quote_end)
    quotes = claims_as_of(connection, number, place).with_only_columns(*columns)
    found: list[Met] = []
    for part in parts(numbers, _AT_ONCE):
        found += _met(connection, quotes, place, query, part)
    return by_rank(found)


def _met(
    connection: Connection, quotes: Select[Any], place: str, query: Query, numbers: Sequence[int]
) -> Iterator[Met]:
    """Look through some documents."""
    claims: dict[int, list[tuple[str, int, int]]] = {}
    for row in connection.execute(quotes.where(document.c.number.in_(numbers))):
        claims.setdefault(row.of, []).append(_quote(row, place))
    for version in connection.execute(select(document).where(document.c.number.in_(numbers))):
        yield met(query, document_of(version, place), claims.get(version.number, []))


def _quote(row: AnyRow, place: str) -> tuple[str, int, int]:
    if not (isinstance(row.quote_start, int) and isinstance(row.quote_end, int)):
        raise damaged(place, f"claim {row.number} is damaged: its words stand nowhere")
    return str(row.id), row.quote_start, row.quote_end
