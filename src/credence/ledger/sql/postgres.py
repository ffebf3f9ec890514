"""What PostgreSQL needs beside the SQL that all databases share.

Who writes is given READ COMMITTED, whatever the server's default: writers queue for the row in ``meta`` and must then
see what the one before them wrote, which a snapshot taken before the wait would not hold. Who reads is given one
snapshot for all its questions. Nothing here imports the driver, which may not be installed.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from sqlalchemy import (
    URL,
    Connection,
    Engine,
    Integer,
    MetaData,
    Select,
    String,
    Table,
    Text,
    cast,
    create_engine,
    event,
    select,
)
from sqlalchemy import column as column_named
from sqlalchemy import table as table_named
from sqlalchemy.exc import DBAPIError

from credence.errors import LedgerTrouble, WrongUse
from credence.ledger.sql.schema import APPLICATION, APPLICATION_ID, metadata

DRIVER = "postgresql+psycopg"
_NAMES = ("postgresql", "postgres", DRIVER)
_SECRETS = ("password", "sslpassword")
_READ_COMMITTED, _REPEATABLE_READ = 2, 3  # as psycopg numbers them
_AT_ONCE = 1000  # rows
_APART, _NULL = "\x1f", "\x1e"
"""What stands between two values of a row, and for none: characters that hardly any text holds, so that hardly any
value must be looked at by itself."""
_ESCAPES = str.maketrans(
    {"\\": "\\\\", "\n": "\\n", "\r": "\\r"} | {mark: f"\\x{ord(mark):x}" for mark in (_APART, _NULL)}
)
_MARKS = re.compile(r"[\\\n\r]")


def is_postgres(url: URL) -> bool:
    """Tell whether an address is a PostgreSQL server's, under any of the names in use."""
    return url.drivername.partition("+")[0] in _NAMES


def place_of(url: URL) -> str:
    """Give the address without any password, for messages."""
    return url.difference_update_query(_SECRETS).render_as_string(hide_password=True)


def postgres_engine(url: URL, place: str, *, patience: float) -> Engine:
    """Give an engine for a database on a server; nothing is connected yet.

    Args:
        url: Its address; libpq's own parameters may stand in the query.
        place: The same for messages.
        patience: Seconds to wait for the server, and for another program that writes.

    Raises:
        WrongUse: If the address asks for another driver.
    """
    if url.drivername not in _NAMES:
        raise WrongUse(place, "PostgreSQL is reached through psycopg alone", "begin the address with postgresql://")
    defaults = {
        "application_name": APPLICATION,
        "connect_timeout": str(max(2, math.ceil(patience))),
        "client_encoding": "utf8",
    }
    arguments = {name: value for name, value in defaults.items() if name not in url.query}
    # Asked before each use, so that a ledger kept open survives a restart of the server.
    engine = create_engine(url.set(drivername=DRIVER), connect_args=arguments, pool_pre_ping=True)

    def on_begin(connection: Connection) -> None:
        _on_begin(connection, patience)

    event.listen(engine, "begin", on_begin)
    return engine


def require_fit(connection: Connection, place: str) -> None:
    """Refuse a database that cannot hold every character.

    Raises:
        LedgerTrouble: If its encoding is not UTF-8.
    """
    raw = connection.connection.driver_connection
    encoding = raw.info.parameter_status("server_encoding") if raw else None
    if encoding != "UTF8":
        cause = f"the database's encoding is {encoding}, which cannot hold every text"
        raise LedgerTrouble(place, cause, "create one with: createdb --encoding=UTF8 --template=template0 NAME")


def take_stock(connection: Connection, tables: Iterable[str]) -> None:
    """Let the server count what is in tables: it does so by itself, but minutes after very much was written.

    Until then it takes every value for one of two hundred, and looks through whole tables rather than use an index.
    Tables that somebody works on just now are left for it to count later.
    """
    quoted = connection.dialect.identifier_preparer.quote
    connection.exec_driver_sql(f"ANALYZE (SKIP_LOCKED) {', '.join(map(quoted, tables))}")


def queue_to_begin(connection: Connection) -> None:
    """Wait until no other program makes tables here; the next one waits until this transaction ends."""
    connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({APPLICATION_ID})")


def create_tables(connection: Connection) -> None:
    """Make those of our tables that are not there, in the current schema.

    Words are compared byte by byte: a collation of the system's may change with its next update, and an index sorted by
    it would then lose rows.
    """
    ours = MetaData()
    for table in metadata.sorted_tables:
        for column in table.to_metadata(ours).columns:
            if isinstance(column.type, String):
                column.type = (Text if isinstance(column.type, Text) else String)(collation="C")
    ours.create_all(connection)
    connection.exec_driver_sql(
        "CREATE TABLE IF NOT EXISTS word_index (number integer PRIMARY KEY, words tsvector NOT NULL)"
    )
    connection.exec_driver_sql("CREATE INDEX IF NOT EXISTS ix_word_index ON word_index USING gin (words)")


def copy_rows(connection: Connection, table: Table, rows: Sequence[Sequence[object]]) -> None:
    """Write rows with COPY, which is faster than INSERT even for one.

    Args:
        connection: In a transaction.
        table: The table.
        rows: Words, numbers or nothing, in the order of its columns.

    Raises:
        DBAPIError: As SQLAlchemy would for an INSERT.
    """
    quoted = connection.dialect.identifier_preparer
    columns = ", ".join(quoted.quote(column.name) for column in table.columns)
    marks = f"DELIMITER '{_APART}', NULL '{_NULL}'"
    statement = f"COPY {quoted.format_table(table)} ({columns}) FROM STDIN WITH ({marks})"
    cursor: Any = connection.connection.cursor()  # of psycopg, which knows how to copy
    with _as_sqlalchemy_does(connection, statement), cursor.copy(statement) as copy:
        for start in range(0, len(rows), _AT_ONCE):
            copy.write("".join([_line(row) for row in rows[start : start + _AT_ONCE]]))


def _line(row: Sequence[object]) -> str:
    """Give a row as a line of COPY's text format, which is quicker than to let the driver adapt each value."""
    values = [each if isinstance(each, str) else _NULL if each is None else str(each) for each in row]
    line = _APART.join(values)
    if _MARKS.search(line) or line.count(_APART) >= len(row) or line.count(_NULL) > row.count(None):
        values = [_NULL if each is None else str(each).translate(_ESCAPES) for each in row]
        line = _APART.join(values)
    return line + "\n"


def empty_index(connection: Connection) -> None:
    """Remove all from the index of words; not by TRUNCATE, which who began to read before would see."""
    connection.exec_driver_sql("DELETE FROM word_index")


def add_to_index(connection: Connection, rows: Sequence[tuple[int, list[str]]]) -> None:
    """Add the words of documents, by number, as they are: no parser and no dictionary of PostgreSQL's sees them."""
    insert = "INSERT INTO word_index (number, words) VALUES (%s, array_to_tsvector(%s::text[]))"
    connection.exec_driver_sql(insert, rows)


def index_rows(connection: Connection) -> Iterator[tuple[int, str]]:
    """Give all that the index holds: number of a document and word."""
    query = "SELECT number, tsvector_to_array(words) AS words FROM word_index"
    for row in connection.exec_driver_sql(query, execution_options={"yield_per": 200}):
        yield from ((int(row.number), str(word)) for word in row.words)


def holding(words: Sequence[tuple[str, bool]], else_word: str) -> Select[tuple[int]]:
    """Ask for the numbers of the documents that hold all of some words, or another one instead.

    Args:
        words: The words, of letters, digits and marks alone, each with whether it is only how a word begins.
        else_word: The other.
    """
    from sqlalchemy.dialects.postgresql import TSQUERY  # noqa: PLC0415 - who has no server need not wait for it

    all_of = " & ".join(f"'{word}'{':*' if opened else ''}" for word, opened in words)
    index = table_named("word_index", column_named("number", Integer), column_named("words"))
    answers = index.c.words.op("@@")(cast(f"({all_of}) | '{else_word}'", TSQUERY))
    return select(index.c.number).where(answers)


@contextmanager
def _as_sqlalchemy_does(connection: Connection, statement: str) -> Iterator[None]:
    """Wrap the driver's errors within, and give up a connection that is lost."""
    driver = connection.dialect.loaded_dbapi
    try:
        yield
    except driver.Error as error:
        lost = connection.dialect.is_disconnect(error, connection.connection.dbapi_connection, None)
        if lost:
            connection.invalidate(error)
        raise DBAPIError(statement, None, error, connection_invalidated=lost) from error


def _on_begin(connection: Connection, patience: float) -> None:
    writes = connection.get_execution_options().get("credence_writes", False)
    raw = connection.connection.driver_connection
    if raw is not None:  # the driver sends both with BEGIN, so that they cost no question of their own
        raw.isolation_level = _READ_COMMITTED if writes else _REPEATABLE_READ
        raw.read_only = None if writes else True  # whether a writer may write is the server's to say
    if writes:
        connection.exec_driver_sql(f"SET LOCAL lock_timeout = {max(1, round(patience * 1000))}")
