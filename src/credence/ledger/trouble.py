"""What a database's errors mean to a person: the one place where they are told in our words."""

from __future__ import annotations

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
    name = getattr(error.orig, "sqlite_errorname", None) or ""
    for beginning, (cause, remedy) in _SQLITE.items():
        if name.startswith(beginning):
            return LedgerTrouble(place, cause, remedy)
    if "decode" in str(error.orig):
        return damaged(place, "the file is damaged: it holds words that are no UTF-8")
    return LedgerTrouble(place, f"the database refuses: {error.orig}", "check its address and state")
