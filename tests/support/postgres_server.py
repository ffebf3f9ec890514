"""A PostgreSQL server of the tests' own: started when the first test asks for it, stopped when the last has run.

It listens on a socket in a temporary folder alone, and takes no care to survive a loss of power: it is fast, and nobody
else's.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import URL, delete

from credence.ledger import open_ledger
from credence.ledger.sql.schema import meta, metadata
from needed import lacking

INSTALL = "install PostgreSQL 15 or newer (Debian, Ubuntu: apt-get install postgresql; macOS: brew install postgresql)"
_USER = "credence"
_SETTINGS = {
    "fsync": "off",
    "full_page_writes": "off",
    "listen_addresses": "",
    "shared_buffers": "16MB",
    "max_wal_senders": "0",
    "wal_level": "minimal",
    "autovacuum": "off",
}


class Server:
    """A running server, with as many empty places for ledgers as tests ask for."""

    def __init__(self, folder: Path, programs: Path, **settings: str) -> None:
        """Make a database cluster; it is not started yet.

        Args:
            folder: An empty folder for its data and its socket; the user it runs as must be able to write to it.
            programs: Where ``initdb`` and ``pg_ctl`` are.
            settings: Settings of the server that are to be others than for tests.
        """
        self._settings = _SETTINGS | settings
        self._folder = folder
        self._programs = programs
        self._numbers = count(1)
        self._shared = ""
        options = ("--username", _USER, "--auth", "trust", "--encoding", "UTF8", "--locale", "C", "--no-sync")
        self._run("initdb", *options)
        rules = folder / "data" / "pg_hba.conf"
        rules.write_text(f"local all {_USER} trust\nlocal all all scram-sha-256\n")

    def start(self) -> None:
        """Start it, and wait until it answers."""
        settings = " ".join(f"-c {name}={value or chr(39) * 2}" for name, value in self._settings.items())
        self._run("pg_ctl", "start", "-w", "-l", str(self._folder / "log"), "-o", f"-k {self._folder} {settings}")

    def stop(self, mode: str = "fast") -> None:
        """Stop it: ``fast`` in good order, ``immediate`` as a crash would."""
        self._run("pg_ctl", "stop", "-w", "-m", mode)

    def address(self, database: str = "postgres", user: str = _USER, password: str = "", **settings: str) -> str:
        """Give the address of a database.

        Args:
            database: The database; it need not be there.
            user: The user; only one is let in without a password.
            password: The password, if any.
            settings: Settings of the server that hold for those who come by this address.
        """
        options = " ".join(f"-c{name}={value.replace(' ', chr(92) + ' ')}" for name, value in settings.items())
        query = {"host": str(self._folder), **({"options": options} if options else {})}
        url = URL.create("postgresql", user, password or None, database=database, query=query)
        return url.render_as_string(hide_password=False)

    def empty(self, **settings: str) -> str:
        """Give the address of an empty schema: as good as a database of its own, and made fifty times as fast."""
        name = f"test_{next(self._numbers)}"
        self.execute(f"CREATE SCHEMA {name}")
        return self.address(**settings, search_path=name)

    def emptied(self) -> str:
        """Give the address of a ledger that holds nothing: the same each time, which is quicker than another."""
        if not self._shared:
            self._shared = self.empty()
            open_ledger(self._shared).close()
        tables = [table for table in reversed(metadata.sorted_tables) if table is not meta]
        self.execute("; ".join(str(delete(table)) for table in tables), address=self._shared)
        return self._shared

    def execute(self, *statements: str, address: str | None = None) -> list[tuple[object, ...]]:
        """Run statements, each for itself, and give the rows of the last, if it has any."""
        with psycopg.connect(address or self.address(), autocommit=True) as connection:
            for statement in statements:
                cursor = connection.execute(statement.encode())
            return cursor.fetchall() if cursor.description else []

    def _run(self, program: str, *arguments: str) -> None:
        command = [
            *_as_owner_of(self._folder),
            str(self._programs / program),
            "-D",
            str(self._folder / "data"),
            *arguments,
        ]
        # To a file, not a pipe: the server would keep it open, and we should wait for its end.
        with (self._folder / "said").open("a") as said:
            done = subprocess.run(command, stdout=said, stderr=said, cwd=self._folder, check=False)  # noqa: S603 - ours
        if done.returncode:
            texts = [path.read_text() for path in (self._folder / "said", self._folder / "log") if path.exists()]
            raise RuntimeError("\n".join([f"{program} ended with {done.returncode}:", *texts]))


def programs() -> Path | None:
    """Find the folder of PostgreSQL's programs: on PATH, or where Debian keeps them, newest first."""
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=_version, reverse=True)
    on_path = shutil.which("initdb")
    found = [Path(on_path).resolve().parent] if on_path else []
    return next((each for each in [*found, *folders] if all((each / n).exists() for n in ("initdb", "pg_ctl"))), None)


@contextmanager
def running_server(**settings: str) -> Iterator[Server]:
    """Give a running server; skip the test where there is none to start, but fail it in CI.

    Args:
        settings: Settings of the server that are to be others than for tests.
    """
    where = programs()
    if where is None:
        lacking("PostgreSQL", INSTALL)
    # Not in pytest's own folder: another user could not enter it, and the path of a socket must be short.
    folder = Path(tempfile.mkdtemp(prefix="pg"))
    try:
        if os.geteuid() == 0:
            _give_away(folder)
        server = Server(folder, where, **settings)
        server.start()
        try:
            yield server
        finally:
            server.stop("immediate")  # nothing in it is wanted any more
    finally:
        shutil.rmtree(folder)


def _version(folder: Path) -> tuple[int, ...]:
    return tuple(int(part) for part in folder.parent.name.split(".") if part.isdecimal())


def _give_away(folder: Path) -> None:
    """Make a folder that of the user to run as in place of root, which PostgreSQL refuses."""
    for user, group in (("postgres", "postgres"), ("nobody", "nogroup"), ("nobody", "nobody")):
        try:
            shutil.chown(folder, user, group)
        except LookupError:
            continue
        return
    pytest.fail("PostgreSQL does not run as root, and there is neither a user postgres nor nobody: make one")


def _as_owner_of(folder: Path) -> Sequence[str]:
    """Give what begins a command so that root runs it as the owner of the folder."""
    if os.geteuid() != 0:
        return ()
    if shutil.which("setpriv") is None:
        pytest.fail("PostgreSQL does not run as root, and setpriv is not there to change that: install util-linux")
    owner = folder.stat()
    return ("setpriv", f"--reuid={owner.st_uid}", f"--regid={owner.st_gid}", "--clear-groups", "--")
