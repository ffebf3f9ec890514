"""What a database's errors mean to a person: the one place where they are told in our words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from credence.errors import LedgerTrouble

_RESTORE = "restore the ledger from a copy"

# Beginning of SQLite's error name → cause, remedy.
_SQLITE = {
    "SQLITE_BUSY": ("another program is writing to it", "wait until that has finished, then run this again"),
    "SQLITE_LOCKED": ("another program is writing to it", "wait until that has finished, then run this again"),
    "SQLITE_NOTADB": ("the file is no ledger, nor any SQLite database", "name another file"),
    "SQLITE_CORRUPT": ("the file is damaged", _RESTORE),
    "SQLITE_FULL": ("the disk is full, and nothing of this was recorded", "make room, then run this again"),
    "SQLITE_READONLY": (
        "it or its folder may not be written to",
        "make both writable, or copy it to where you may write",
    ),
    "SQLITE_CANTOPEN": ("it cannot be opened", "make the file and its folder readable and writable"),
    "SQLITE_PERM": ("it may not be opened", "make the file and its folder readable and writable"),
    "SQLITE_IOERR": ("the disk cannot be read or written", "check the disk, then run this again"),
}

_AGAIN = "see that the server runs, then run this again: nothing is recorded twice"

# Beginning of PostgreSQL's SQLSTATE → cause, remedy; the longer before the shorter.
_POSTGRES = {
    "25006": ("it may not be written to", "connect to the primary server, as a user who may write"),
    "3F000": ("there is no schema to make its tables in", "create the schema, or set search_path to one that exists"),
    "40": ("another program is writing to it", "wait until that has finished, then run this again"),
    "42501": ("this user may not do that in it", "have the database's owner grant it, or connect as the owner"),
    "42703": ("its tables are not those of a ledger", "name another database"),
    "42P01": ("its tables are not those of a ledger", "name another database"),
    "53100": ("the server's disk is full, and nothing of this was recorded", "make room, then run this again"),
    "53300": ("the server has no connection left for us", "wait until others have finished, then run this again"),
    "55P03": ("another program is writing to it", "wait until that has finished, then run this again"),
    "57014": ("the server stopped this, as having taken too long", "raise its statement_timeout, then run this again"),
    "57P": ("the connection to the server was lost", _AGAIN),
    "58": ("the server's disk cannot be read or written", "check the disk, then run this again"),
    "XX001": ("the database is damaged", _RESTORE),
    "XX002": ("an index of the database is damaged", "run REINDEX DATABASE in it, then run this again"),
}

# What is said where no connection comes about, which has no SQLSTATE → cause, remedy.
_CONNECTING = {
    'password authentication failed|no password supplied|(role|user) ".*" does not exist': (
        "the server refuses the user or the password",
        "check both; a password may also stand in PGPASSWORD or in .pgpass",
    ),
    'database ".*" does not exist': ("the server has no such database", "create it with createdb, or name another"),
    "pg_hba.conf": (
        "the server lets this user in from here under no condition that is met",
        "have it allowed in the server's pg_hba.conf",
    ),
    "refused|No such file|resolve|translate host name|timed? ?out|timeout|No route|unreachable": (
        "the server cannot be reached",
        "start it, or check host and port",
    ),
    "starting up|shutting down|not yet accepting|recovery mode|closed the connection|terminating connection|reset by": (
        "the server is starting or stopping",
        _AGAIN,
    ),
    "too many|connection slots": (
        "the server has no connection left for us",
        "wait until others have finished, then run this again",
    ),
}


def damaged(place: str, cause: str) -> LedgerTrouble:
    """Give the trouble of a ledger that does not hold what was written into it."""
    return LedgerTrouble(place, cause, _RESTORE)


def is_damage(trouble: LedgerTrouble) -> bool:
    """Tell whether the trouble is what is stored, rather than how to get at it."""
    return trouble.remedy == _RESTORE


@contextmanager
def told(place: str) -> Iterator[None]:
    """Raise ``LedgerTrouble`` for a database's error within, with the ledger's address as its place."""
    try:
        yield
    except DBAPIError as error:
        raise _trouble(place, error) from error
    except UnicodeDecodeError as error:  # of Python's own driver, where even SQLite's message is damaged
        raise damaged(place, "the file is damaged: it holds words that are no UTF-8") from error


def _trouble(place: str, error: DBAPIError) -> LedgerTrouble:
    for known in (_of_sqlite(error), _of_postgres(error)):
        if known is not None:
            return LedgerTrouble(place, *known)
    if "decode" in str(error.orig):
        return damaged(place, "the file is damaged: it holds words that are no UTF-8")
    first = str(error.orig).strip().partition("\n")[0]  # what follows points into SQL that nobody here wrote
    return LedgerTrouble(place, f"the database refuses: {first}", "check its address and state")


def _of_sqlite(error: DBAPIError) -> tuple[str, str] | None:
    name = getattr(error.orig, "sqlite_errorname", None) or ""
    return next((told for beginning, told in _SQLITE.items() if name.startswith(beginning)), None)


def _of_postgres(error: DBAPIError) -> tuple[str, str] | None:
    if not hasattr(error.orig, "sqlstate"):
        return None
    if state := getattr(error.orig, "sqlstate", None):
        return next((told for beginning, told in _POSTGRES.items() if state.startswith(beginning)), None)
    if error.connection_invalidated:
        return _POSTGRES["57P"]
    said = str(error.orig)
    return next((told for pattern, told in _CONNECTING.items() if re.search(pattern, said)), None)
