"""What the ledger on PostgreSQL says and does that others do not: addresses, schemas, a server's troubles."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import psycopg
import pytest
from sqlalchemy import Engine, event

from credence.errors import LedgerTrouble, WrongUse
from credence.flow import Judging
from credence.ledger import open_ledger
from credence.ledger.sql import derived
from credence.ledger.sql.schema import DECISIONS, SCHEMA
from credence.model.decision import Retraction
from ledger_programs import CLAIMS, batch, reading, record
from postgres_server import Server


@pytest.fixture
def address(postgres: Server) -> str:
    """A ledger that holds one batch."""
    address = postgres.empty()
    with open_ledger(address) as ledger:
        record(ledger, *batch(1))
    return address


@pytest.mark.parametrize("name", ["postgresql", "postgres", "postgresql+psycopg"])
def test_a_ledger_opened_again_under_any_name_holds_what_was_recorded(address: str, name: str) -> None:
    with open_ledger(address.replace("postgresql", name), create=False) as again:
        assert len(again.claims()) == CLAIMS
        record(again, *batch(2))
        assert [each.number for each in again.transactions()] == [1, 2]


def test_reading_where_there_is_no_ledger_makes_none(postgres: Server) -> None:
    address = postgres.empty()
    with pytest.raises(LedgerTrouble, match=r"no ledger here \(record something first: credence read FILE"):
        open_ledger(address, create=False)
    assert tables(postgres, address) == set()


def test_a_ledger_of_the_first_tables_is_brought_up_to_date_with_all_that_is_in_it(
    postgres: Server, address: str
) -> None:
    with open_ledger(address) as ledger:
        before = ledger.transactions(), ledger.claims()
    drop = (f'DROP TABLE "{table.name}"' for table in DECISIONS)
    postgres.execute(*drop, 'UPDATE meta SET "schema" = 1', address=address)
    with open_ledger(address, create=False) as ledger:
        assert (ledger.transactions(), ledger.claims()) == before
        [[version]] = postgres.execute('SELECT "schema" FROM meta', address=address)
        assert version == SCHEMA
        retraction = ledger.decide([Retraction("d1-0", "Why.")], moment="2024-09-02T10:00Z", author="A", tool="t")
        assert ledger.decided() == retraction
        assert ledger.verify() == ()
    test_words_are_compared_byte_by_byte(postgres, address)


@pytest.mark.parametrize(
    "table", ["CREATE TABLE recipe (name text)", "CREATE TABLE meta (application text, schema int)"]
)
def test_another_programs_database_is_told_and_left_alone(postgres: Server, table: str) -> None:
    address = postgres.empty()
    postgres.execute(table, address=address)
    before = tables(postgres, address)
    with pytest.raises(LedgerTrouble, match=r"another program's database|not say that it is a ledger of ours"):
        open_ledger(address)
    assert tables(postgres, address) == before


def test_a_meta_of_another_make_is_told(postgres: Server) -> None:
    address = postgres.empty()
    postgres.execute("CREATE TABLE meta (id int)", address=address)
    with pytest.raises(LedgerTrouble, match=r"not those of a ledger \(name another database"):
        open_ledger(address)


def test_a_newer_ledger_asks_for_a_newer_program(postgres: Server, address: str) -> None:
    postgres.execute('UPDATE meta SET "schema" = 99', address=address)
    with pytest.raises(LedgerTrouble, match=r"newer Credence .*\(update Credence"):
        open_ledger(address)


def test_a_ledger_in_any_schema_of_the_path_is_found(postgres: Server, address: str) -> None:
    [[theirs]] = postgres.execute("SELECT current_schema()", address=address)
    [[first]] = postgres.execute("SELECT current_schema()", address=postgres.empty())
    with open_ledger(postgres.address(search_path=f"{first},{theirs}")) as ledger:
        record(ledger, *batch(2))
        assert len(ledger.transactions()) == 2


def test_words_are_compared_byte_by_byte(postgres: Server, address: str) -> None:
    words = "data_type IN ('character varying', 'text')"
    ours = "table_schema = current_schema() AND table_name <> 'alembic_version'"
    columns = f"information_schema.columns WHERE {ours} AND {words}"
    assert postgres.execute(f"SELECT DISTINCT collation_name FROM {columns}", address=address) == [("C",)]  # noqa: S608


WRONG, RIGHT = "hush-hush", "hush-hush-hush"


@pytest.fixture
def restricted(postgres: Server) -> Server:
    """The server, with a user who needs a password and may make no tables."""
    if not postgres.execute("SELECT FROM pg_roles WHERE rolname = 'locked'"):
        postgres.execute(f"CREATE ROLE locked LOGIN PASSWORD '{RIGHT}'")
    return postgres


def test_after_much_was_written_the_server_takes_stock(
    postgres: Server, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    counted = "SELECT reltuples >= 0 FROM pg_class WHERE oid = 'claim'::regclass"
    for least, expected in ((CLAIMS * 99, False), (CLAIMS, True)):
        monkeypatch.setattr(derived, "_MANY", least)
        with open_ledger(address) as ledger:
            ledger.rebuild(Judging())
        assert postgres.execute(counted, address=address) == [(expected,)]


def test_a_table_that_somebody_works_on_keeps_nobody_from_bringing_a_ledger_up(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(derived, "_MANY", 1)
    with open_ledger(address, patience=1) as ledger, psycopg.connect(address) as other:
        other.execute("LOCK TABLE gram IN SHARE UPDATE EXCLUSIVE MODE")  # as VACUUM does
        assert ledger.bring_up(Judging()) == 1
        assert ledger.verify(Judging()) == ()


def test_what_keeps_us_from_a_server_is_told_without_the_password(restricted: Server) -> None:
    cases = {
        f"postgresql://me:{WRONG}@127.0.0.1:1/press": r"cannot be reached \(start it, or check host and port",
        f"postgresql://me:{WRONG}@nosuch.invalid/press": "cannot be reached",
        f"postgresql://me@127.0.0.1:1/press?password={WRONG}": "cannot be reached",
        restricted.address(user="locked", password=WRONG): "refuses the user or the password",
        restricted.address(user="locked"): "refuses the user or the password",
        restricted.address(user="nosuch"): "refuses the user or the password",
        restricted.address("nosuch"): r"no such database \(create it with createdb",
        restricted.address(search_path="nosuch"): "no schema to make its tables in",
        restricted.address(user="locked", password=RIGHT): "this user may not do that in it",
        restricted.empty() + "&nosuch=1": 'invalid connection option "nosuch"',
    }
    for address, told in cases.items():
        with pytest.raises(LedgerTrouble, match=told) as raised:
            open_ledger(address, patience=1)
        assert str(raised.value).startswith("postgresql://")
        assert WRONG not in str(raised.value)
        assert "\n" not in str(raised.value)


def test_other_drivers_are_refused(postgres: Server) -> None:
    with pytest.raises(WrongUse, match=r"psycopg alone \(begin the address with postgresql://"):
        open_ledger(postgres.address().replace("postgresql", "postgresql+psycopg2"))


def test_a_missing_driver_is_told_with_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(LedgerTrouble, match=r"not installed: psycopg \(install it with: .*\[postgres\]"):
        open_ledger("postgresql://somewhere/press")


def test_a_database_that_cannot_hold_every_character_is_refused(postgres: Server) -> None:
    postgres.execute("CREATE DATABASE latin ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0")
    with pytest.raises(LedgerTrouble, match=r"encoding is LATIN1.*\(create one with: createdb --encoding=UTF8"):
        open_ledger(postgres.address("latin"))


def test_a_ledger_that_may_not_be_written_to_can_be_read(address: str) -> None:
    with open_ledger(address + "%20-cdefault_transaction_read_only%3Don") as protected:
        assert len(protected.claims()) == CLAIMS
        with pytest.raises(LedgerTrouble, match="may not be written to"):
            record(protected, *batch(2))
        assert len(protected.claims()) == CLAIMS


def test_a_ledger_another_program_writes_to_can_be_read_but_not_written(address: str) -> None:
    with psycopg.connect(address) as other, open_ledger(address, patience=0.05) as waiting:
        other.execute("SELECT * FROM meta FOR UPDATE")
        assert len(waiting.claims()) == CLAIMS
        with pytest.raises(LedgerTrouble, match=r"another program is writing to it \(wait"):
            record(waiting, *batch(2))
        other.rollback()
        assert record(waiting, *batch(2)).claims == CLAIMS


DISK_FULL = "RAISE 'could not extend file: No space left on device' USING ERRCODE = 'disk_full'"


KILLED = "PERFORM pg_terminate_backend(pg_backend_pid())"


@pytest.mark.parametrize(
    ("table", "happens", "told"),
    [
        ("transaction", DISK_FULL, "disk is full, and nothing of this was recorded"),
        ("reading_claim", DISK_FULL, "disk is full, and nothing of this was recorded"),
        ("transaction", KILLED, "connection to the server was lost"),
        ("reading_claim", KILLED, "connection to the server was lost"),
        ("document", "RAISE 'no' USING ERRCODE = 'query_canceled'", r"too long \(raise its statement_timeout"),
        ("document", "RAISE 'bad' USING ERRCODE = 'data_corrupted'", r"damaged \(restore the ledger from a copy"),
        ("document", "RAISE 'not today'", r"refuses: not today \("),
    ],
)
def test_what_goes_wrong_in_the_midst_is_told_and_the_ledger_stays_as_it_was(
    postgres: Server, address: str, table: str, happens: str, told: str
) -> None:
    postgres.execute(
        f"CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {happens}; RETURN NEW; END $$",
        f'CREATE TRIGGER fail BEFORE INSERT ON "{table}" FOR EACH ROW EXECUTE FUNCTION fail()',
        address=address,
    )
    with open_ledger(address) as ledger:
        before = ledger.claims()
        with pytest.raises(LedgerTrouble, match=told):
            record(ledger, *batch(2))
        assert ledger.claims() == before
        assert ledger.verify() == ()
        postgres.execute("DROP FUNCTION fail CASCADE", address=address)
        recorded = record(ledger, *batch(2)).transaction
        assert recorded is not None
        assert recorded.number == 2  # no number was used up


def test_a_ledger_kept_open_outlives_its_connections(postgres: Server, address: str) -> None:
    with open_ledger(address + "&application_name=severed") as ledger:
        postgres.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'severed'")
        assert len(ledger.claims()) == CLAIMS


def test_closing_leaves_no_connection(postgres: Server, address: str) -> None:
    ours = "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'closing'"
    with open_ledger(address + "&application_name=closing") as ledger:
        ledger.claims()
        assert postgres.execute(ours) == [(1,)]
    for _ in range(100):  # the server takes its time to notice
        if postgres.execute(ours, "SELECT pg_sleep(0.02)") and postgres.execute(ours) == [(0,)]:
            return
    pytest.fail("a connection stays")


@pytest.fixture
def modes() -> Iterator[list[tuple[object, ...]]]:
    """How the server runs each statement: isolation, and whether it may write."""
    seen: list[tuple[object, ...]] = []

    def ask(_connection: object, cursor: psycopg.Cursor[tuple[object, ...]], *_rest: object) -> None:
        settings = "current_setting('transaction_isolation'), current_setting('transaction_read_only')"
        seen.append(cursor.connection.cursor().execute(f"SELECT {settings}").fetchone() or ())

    event.listen(Engine, "after_cursor_execute", ask)
    yield seen
    event.remove(Engine, "after_cursor_execute", ask)


@pytest.mark.parametrize("default", ["read uncommitted", "serializable"])
def test_readers_see_one_snapshot_and_writers_what_was_written_while_they_waited(
    postgres: Server, modes: list[tuple[object, ...]], default: str
) -> None:
    with open_ledger(postgres.empty(default_transaction_isolation=default)) as ledger:
        for _ in range(2):  # the second time on a connection that was used for the other before
            modes.clear()
            record(ledger, reading("one"))
            assert set(modes) == {("read committed", "off")}
            modes.clear()
            ledger.verify()
            assert set(modes) == {("repeatable read", "on")}


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ("UPDATE document SET text = replace(text, 'Oman', 'Iran')", "not as it was recorded"),
        ("UPDATE claim SET roles = '{'", "is damaged"),
        ("DELETE FROM reading_claim", "hash does not fit"),
        ("UPDATE \"transaction\" SET author = 'nobody'", "hash does not fit"),
    ],
)
def test_verify_finds_what_was_changed_behind_the_ledgers_back(
    postgres: Server, address: str, change: str, found: str
) -> None:
    postgres.execute(change, address=address)
    with open_ledger(address) as changed:
        assert any(found in line for line in changed.verify())


def tables(server: Server, address: str) -> set[object]:
    found = server.execute("SELECT tablename FROM pg_tables WHERE schemaname = current_schema()", address=address)
    return {name for [name] in found}
