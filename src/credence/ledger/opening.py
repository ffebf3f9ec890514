"""From an address to a ledger."""

from __future__ import annotations

from sqlalchemy import URL, Connection, Engine, insert, inspect, select, update
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError

from credence.errors import LedgerTrouble, WrongUse
from credence.ledger.interface import Ledger
from credence.ledger.memory import MemoryLedger
from credence.ledger.sql import postgres, sqlite, upgrading
from credence.ledger.sql.ledger import SqlLedger
from credence.ledger.sql.schema import APPLICATION, SCHEMA, meta
from credence.ledger.sql.trouble import told


def opened(address: str, *, create: bool, patience: float) -> Ledger:
    """Open a ledger, as ``credence.ledger.open_ledger`` says."""
    if address == "memory:":
        return MemoryLedger()
    url = _url(address)
    place = str(url.database) if _is_sqlite(url) else postgres.place_of(url)
    engine = _engine(url, place, create=create, patience=patience)
    try:
        with told(place):
            _prepare(engine, place, create=create)
    except BaseException:
        engine.dispose()
        raise
    return SqlLedger(engine, place)


def _url(address: str) -> URL:
    if not address:
        raise WrongUse("ledger", "the address is empty", "name a file, or an address like sqlite:///credence.db")
    if "://" not in address:
        return URL.create("sqlite", database=address)
    try:
        return make_url(address)
    except (ArgumentError, ValueError) as error:
        raise WrongUse("ledger", "the address cannot be read", "write it like sqlite:///credence.db") from error


def _is_sqlite(url: URL) -> bool:
    return url.drivername.partition("+")[0] == "sqlite"


def _engine(url: URL, place: str, *, create: bool, patience: float) -> Engine:
    try:
        if _is_sqlite(url):
            return sqlite.sqlite_engine(url, place, create=create, patience=patience)
        if postgres.is_postgres(url):
            return postgres.postgres_engine(url, place, patience=patience)
    except NoSuchModuleError as error:
        raise WrongUse(place, "no such driver is known", "use a file, sqlite:// or postgresql://") from error
    except ImportError as error:
        remedy = "install it with: pip install 'credence-ledger[postgres]'"
        raise LedgerTrouble(place, f"its driver is not installed: {error.name}", remedy) from error
    raise WrongUse(place, "no such kind of database is known", "use a file, sqlite:// or postgresql://")


def _prepare(engine: Engine, place: str, *, create: bool) -> None:
    with engine.connect() as connection:
        if connection.dialect.name == "postgresql":
            postgres.require_fit(connection, place)
        empty = not inspect(connection).get_table_names()
        outdated = not empty and _require_ours(connection, place) < SCHEMA
    if empty and not create:
        raise LedgerTrouble(place, *sqlite.NO_LEDGER)
    writer = engine.execution_options(credence_writes=True)
    if empty:
        with writer.begin() as connection:
            _begin_ledger(connection, place)
    elif outdated:
        with writer.begin() as connection:
            _upgrade(connection)
    if engine.dialect.name == "sqlite":
        sqlite.let_readers_in(engine)


def _begin_ledger(connection: Connection, place: str) -> None:
    _queue(connection)
    if inspect(connection).get_table_names():  # another program was faster
        _require_ours(connection, place)
        return
    upgrading.begin(connection)
    connection.execute(insert(meta), [{"application": APPLICATION, "schema": SCHEMA}])
    if connection.dialect.name == "sqlite":
        sqlite.mark(connection)


def _upgrade(connection: Connection) -> None:
    """Bring the tables of an older ledger up to date."""
    _queue(connection)
    if connection.execute(select(meta.c.schema)).scalar_one() < SCHEMA:  # another program may have been faster
        upgrading.upgrade(connection)
        connection.execute(update(meta).values(schema=SCHEMA))


def _queue(connection: Connection) -> None:
    """Wait until no other program makes tables here; SQLite has let nobody else in already."""
    if connection.dialect.name == "postgresql":
        postgres.queue_to_begin(connection)


def _require_ours(connection: Connection, place: str) -> int:
    """Refuse what is no ledger of ours that we know; give the version of its tables."""
    foreign = connection.dialect.name == "sqlite" and sqlite.is_foreign(connection)
    if foreign or not inspect(connection).has_table(meta.name):
        raise LedgerTrouble(place, "this is another program's database", "name another file or database")
    row = connection.execute(select(meta)).first()
    if row is None or row.application != APPLICATION or row.schema < 1:
        raise LedgerTrouble(place, "it does not say that it is a ledger of ours", "name another file or database")
    if row.schema > SCHEMA:
        cause = f"it was written by a newer Credence (tables {row.schema}; this one knows {SCHEMA})"
        raise LedgerTrouble(place, cause, "update Credence")
    return int(row.schema)
