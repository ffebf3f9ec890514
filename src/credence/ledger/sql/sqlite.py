"""What SQLite needs beside the SQL that all databases share."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, suppress
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, Select, column, create_engine, event, select, table
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DatabaseError

from credence.errors import LedgerTrouble, WrongUse
from credence.ledger.sql.schema import APPLICATION_ID

NO_LEDGER = ("no ledger here", "record something first: credence read FILE")
"""Cause and remedy where there is nothing to read yet."""


_CACHE = 65536  # KiB; with SQLite's own 2 MiB, a ledger of 100,000 claims reads its indexes again and again
_MAPPED = (1 << 31) - 1  # bytes of the file that are read as memory: what is scattered over it comes twice as quickly
_PAGE = 8192  # bytes of a page in a new file: of 4,096 each holds one document, and a quarter of it lies empty
_LOG = 4096  # pages that the write-ahead log holds; brought into the file more often, recording takes a sixth longer


def sqlite_engine(url: URL, place: str, *, create: bool, patience: float) -> Engine:
    """Give an engine for a file.

    Args:
        url: The file's address.
        place: The same for messages.
        create: Whether there need not be a file yet.
        patience: Seconds to wait for another program that writes.

    Raises:
        LedgerTrouble: If the folder does not exist, the path is a folder, or there is no file and none may be made.
        WrongUse: If the address names no file.
    """
    database = url.database or ":memory:"
    if database == ":memory:":
        raise WrongUse(place, "a SQLite database in memory is no ledger", "use memory: instead")
    if "uri" not in url.query:
        _check_path(Path(database), place, create=create)
    engine = create_engine(url, connect_args={"timeout": patience})
    event.listen(engine, "connect", _on_connect)
    event.listen(engine, "begin", _on_begin)
    return engine


def is_foreign(connection: Connection) -> bool:
    """Tell whether the file says that it is another program's."""
    stated: int = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
    return stated != APPLICATION_ID


def mark(connection: Connection) -> None:
    """Write into the file that it is ours."""
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")


def let_readers_in(engine: Engine) -> None:
    """Switch to write-ahead logging, so that readers and a writer do not wait for each other.

    The switch lasts, so a file that is busy or read-only just now is left as it is until it is opened again.
    """
    with closing(engine.raw_connection()) as connection, suppress(sqlite3.OperationalError):
        connection.cursor().execute("PRAGMA journal_mode = WAL")


def overwrite_what_is_freed(connection: Connection) -> None:
    """Let this connection overwrite what it removes, so that it cannot be found in the file."""
    connection.exec_driver_sql("PRAGMA secure_delete = ON")


def empty_log(engine: Engine) -> None:
    """Bring what is in the write-ahead log into the file and leave nothing in the log, unless somebody is reading."""
    with closing(engine.raw_connection()) as connection, suppress(sqlite3.OperationalError):
        connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")


def can_index(connection: Connection) -> bool:
    """Tell whether this SQLite was built with full text; Python's nearly always is."""
    return bool(connection.exec_driver_sql("SELECT 1 FROM pragma_module_list WHERE name = 'fts5'").all())


def empty_index(connection: Connection) -> None:
    """Make the index of words anew, with nothing in it.

    It keeps which words stand in which document and nothing else; the tokenizer takes all beyond ASCII for letters, so
    that words between blanks are taken as they are.
    """
    try:
        connection.exec_driver_sql("DROP TABLE IF EXISTS word_index")
    except DatabaseError:  # too damaged for FTS5 to recognise: emptied as it would do it, which can then be dropped
        connection.exec_driver_sql("DELETE FROM word_index_data")
        connection.exec_driver_sql("INSERT INTO word_index_data (id, block) VALUES (1, x''), (10, x'0000000000')")
        connection.exec_driver_sql("DROP TABLE word_index")
    how = "content = '', detail = 'none', columnsize = 0, tokenize = 'ascii'"
    connection.exec_driver_sql(f"CREATE VIRTUAL TABLE word_index USING fts5 (words, {how})")


def add_to_index(connection: Connection, rows: Sequence[tuple[int, list[str]]]) -> None:
    """Add the words of documents, by number."""
    values = [(number, " ".join(words)) for number, words in rows]
    connection.exec_driver_sql("INSERT INTO word_index (rowid, words) VALUES (?, ?)", values)


def index_rows(connection: Connection) -> Iterator[tuple[int, str]]:
    """Give all that the index holds: number of a document and word."""
    connection.exec_driver_sql("CREATE VIRTUAL TABLE temp.word_index_row USING fts5vocab (main, word_index, instance)")
    for row in connection.exec_driver_sql("SELECT doc, term FROM temp.word_index_row"):
        yield int(row.doc), str(row.term)
    connection.exec_driver_sql("DROP TABLE temp.word_index_row")


def holding(words: Sequence[tuple[str, bool]], else_word: str) -> Select[tuple[int]]:
    """Ask for the numbers of the documents that hold all of some words, or another one instead.

    Args:
        words: The words, of letters, digits and marks alone, each with whether it is only how a word begins.
        else_word: The other.
    """
    all_of = " AND ".join(f'"{word}"{"*" if opened else ""}' for word, opened in words)
    index = table("word_index", column("rowid"), column("word_index"))
    return select(index.c.rowid).where(index.c.word_index.op("MATCH")(f'({all_of}) OR "{else_word}"'))


def damage(connection: Connection) -> list[str]:
    """Give what SQLite itself finds wrong with the file, a line each."""
    found = connection.exec_driver_sql("PRAGMA integrity_check").scalars().all()
    return [f"file: {line}" for line in found if line != "ok"]


def _check_path(path: Path, place: str, *, create: bool) -> None:
    if path.is_dir():
        raise LedgerTrouble(place, "this is a folder", "name a file in it")
    if not create and not path.exists():
        raise LedgerTrouble(place, *NO_LEDGER)
    if not path.parent.is_dir():
        raise LedgerTrouble(place, f"the folder {path.parent} does not exist", "make it, or name another file")


def _on_connect(connection: DBAPIConnection, _record: object) -> None:
    # Python's driver begins transactions by rules of its own; SQLAlchemy documents taking that away from it.
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.execute(f"PRAGMA page_size = {_PAGE}")  # a file that has pages already keeps them as they are
    cursor.execute(f"PRAGMA cache_size = -{_CACHE}")
    cursor.execute(f"PRAGMA mmap_size = {_MAPPED}")
    cursor.execute(f"PRAGMA wal_autocheckpoint = {_LOG}")
    cursor.close()


def _on_begin(connection: Connection) -> None:
    # A writer takes its place at once: one that reads first and then writes would fail when another came between.
    writes = connection.get_execution_options().get("credence_writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
