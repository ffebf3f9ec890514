"""The index of words of a SQL database: which words stand in which version of which document.

It holds every version ever recorded; which of them stand as of a transaction is for ``standing`` to say. It may give
too many documents, never too few: whether one answers a query is decided by its text, as in the plain reference. So
long words are cut, and a document of more words than a database takes counts as holding them all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from sqlalchemy import ColumnElement, Connection, Select, delete, insert, select, update

from credence.errors import LedgerTrouble
from credence.ledger.query import Query
from credence.ledger.sql import postgres, sqlite
from credence.ledger.sql.bulk import portions
from credence.ledger.sql.codec import AnyRow, document_of
from credence.ledger.sql.progress import done_by, knows, last_number
from credence.ledger.sql.schema import document, indexed
from credence.ledger.sql.trouble import is_damage, told
from credence.ledger.words import BASIS, folded_words
from credence.model.document import Document

_LONGEST = 64  # characters of a word in the index
_MOST_BYTES = 1_000_000  # of all words of a document; PostgreSQL takes 2 ** 20
_ANY = "\ue000"  # stands for every word; no word, for it is no letter
_AT_ONCE = 200  # documents, whose texts may be long


def is_indexed(connection: Connection, number: int) -> bool:
    """Tell whether the index is made by our rules and knows of a transaction, or none can be made."""
    return knows(connection, indexed, BASIS, number) or not _can_index(connection)


def bring_up_index(connection: Connection, place: str, *, again: bool = False) -> None:
    """Take the documents into the index that it knows nothing of yet.

    Args:
        connection: In a transaction that nobody else can write beside.
        place: The ledger, for messages.
        again: Whether to make all of it again.
    """
    if not _can_index(connection):
        return
    done = done_by(connection, indexed, BASIS)
    if again or not done:
        forget_index(connection)
        _of(connection).empty_index(connection)
        connection.execute(insert(indexed), [{"basis": BASIS, "transaction": 0}])
        done = 0
    for some in _portions(connection, document.c.recorded > done):
        rows = [(int(row.number), sorted(_index_words(document_of(row, place)))) for row in some]
        if rows := [row for row in rows if row[1]]:
            _of(connection).add_to_index(connection, rows)
    connection.execute(update(indexed).values(transaction=last_number(connection)))


def forget_index(connection: Connection) -> None:
    """Remove every word from the index; it is made again when it is next brought up to date."""
    connection.execute(delete(indexed))
    if _can_index(connection):
        _of(connection).empty_index(connection)


def unlike_index(connection: Connection, place: str) -> Iterator[str]:
    """Compare the index with the documents, as far as it had come; give a line if they differ.

    Words are compared by the sum of their hashes, for all of them may be more than memory holds.
    """
    try:
        with told(place):
            yield from _unlike(connection, place)
    except LedgerTrouble as trouble:
        if not is_damage(trouble):
            raise
        yield f"word_index: {trouble.cause}"


def _unlike(connection: Connection, place: str) -> Iterator[str]:
    done = done_by(connection, indexed, BASIS)
    if not done or not _can_index(connection):
        return
    found: dict[int, int] = {}
    for number, word in _of(connection).index_rows(connection):
        found[number] = found.get(number, 0) + hash(word)
    amiss = []
    for some in _portions(connection, document.c.recorded <= done):
        for row in some:
            expected = sum(map(hash, _index_words(document_of(row, place))))
            if found.pop(row.number, 0) != expected:
                amiss.append(f"document {row.number} ({row.id})")
    amiss += [f"document {number}, which it does not know" for number in sorted(found)]
    if amiss:
        yield f"word_index: {len(amiss)} documents are not as they would be indexed: {amiss[0]}"


def numbers_holding(connection: Connection, query: Query, number: int) -> Select[tuple[int]] | None:
    """Ask for the numbers of the versions that may answer a query.

    Args:
        connection: To the ledger.
        query: The query.
        number: The transaction as of which it is asked.

    Returns:
        The question; None if the index does not know of the transaction, or there is none.
    """
    if not _can_index(connection) or not is_indexed(connection, number):
        return None
    return _of(connection).holding(_looked_up(query), _ANY)


class _Keeping(Protocol):
    """What the module of each database knows of its index."""

    def empty_index(self, connection: Connection) -> None: ...

    def add_to_index(self, connection: Connection, rows: Sequence[tuple[int, list[str]]]) -> None: ...

    def index_rows(self, connection: Connection) -> Iterator[tuple[int, str]]: ...

    def holding(self, words: Sequence[tuple[str, bool]], else_word: str) -> Select[tuple[int]]: ...


def _of(connection: Connection) -> _Keeping:
    """Give the module that knows how this database keeps an index."""
    return postgres if connection.dialect.name == "postgresql" else sqlite


def _can_index(connection: Connection) -> bool:
    return connection.dialect.name != "sqlite" or sqlite.can_index(connection)


def _portions(connection: Connection, which: ColumnElement[bool]) -> Iterator[Sequence[AnyRow]]:
    """Give documents by number, a few at a time."""
    # Asked for the least number, databases would look through all rows before it.
    ordered = select(document.c.number).where(which).order_by(document.c.recorded, document.c.number)
    first = connection.scalar(ordered.limit(1))
    return portions(connection, select(document).where(which), document, first, _AT_ONCE)


def _index_words(of: Document) -> set[str]:
    """Give the words by which a document is looked up."""
    words = {word[:_LONGEST] for word in (*folded_words(of.text), *folded_words(of.title or "")) if word}
    return words if sum(len(word.encode()) for word in words) <= _MOST_BYTES else {_ANY}


def _looked_up(query: Query) -> list[tuple[str, bool]]:
    """Give the words that a document must hold, each with whether it is only how a word begins."""
    words = {
        (word[:_LONGEST], term.open and at == len(term.words) - 1)
        for term in query.wanted
        for at, word in enumerate(term.words)
    }
    return sorted(words)
