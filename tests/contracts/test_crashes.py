"""Killed at any moment, on a full disk or in a folder that may not be written to, a ledger loses nothing it confirmed.

Twenty kills here; a thousand in ``bench/crash.py``.
"""

from __future__ import annotations

import os
import random
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from sqlalchemy import Engine, event

from crashing import Moment, Reader, export, kill_and_finish, reader, texts
from credence.cli import main
from credence.errors import LedgerTrouble
from credence.flow import Judging
from credence.ledger import open_ledger
from credence.model.decision import Retraction
from synthetic import recordings

META: dict[str, Any] = {"moment": "2026-01-01T00:00:00Z", "author": "writer", "tool": "test"}
PLACES = 40
"""Bytes that are changed, one at a time."""


@pytest.fixture(scope="module")
def warm() -> Iterator[Reader]:
    """Runs the command at once, without its start."""
    with reader(warm=True) as running:
        yield running


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of a few documents."""
    return texts(tmp_path_factory.mktemp("few") / "texts", 10)


@pytest.fixture(scope="module")
def whole(warm: Reader, few: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger that they were read into without a break."""
    path = tmp_path_factory.mktemp("whole") / "l.db"
    assert warm.read(few, str(path)).exit == 0
    return path


def test_reading_killed_at_any_moment_can_be_run_again_to_the_same_end(
    warm: Reader, few: Path, whole: Path, tmp_path: Path
) -> None:
    slow = replace(warm, at_once=2)  # so that half of its time goes by in writing
    timed, expected = slow.read(few, str(tmp_path / "timed.db")), export(str(whole))
    killed = 0
    for number, moment in enumerate(timed.moments(18, seed=3)):
        address = str(tmp_path / f"{number}.db")
        killed += kill_and_finish(slow, warm, few, address, moment)
        assert export(address) == expected
    assert killed > 14


def test_the_command_as_users_run_it_killed_at_any_moment_can_be_run_again_to_the_same_end(
    warm: Reader, tmp_path: Path
) -> None:
    many = texts(tmp_path / "texts", 54)  # fifty go into one transaction, and each makes a line
    assert len(warm.read(many, str(tmp_path / "whole.db")).beats) > 54
    expected = export(str(tmp_path / "whole.db"))
    chance = random.Random(5)  # noqa: S311 - no secret
    killed = 0
    with reader(warm=False) as cold:
        for lines, seconds in ((20, 0.02), (50, 0.1)):  # once while it reads, once while it writes
            address = str(tmp_path / f"{lines}.db")
            killed += kill_and_finish(cold, warm, many, address, Moment(lines, chance.uniform(0, seconds)))
            assert export(address) == expected
    assert killed == 2


@contextmanager
def no_room() -> Iterator[None]:
    """Let the disk be full for whoever connects within."""

    def leave_no_room(connection: sqlite3.Connection, _record: object) -> None:
        connection.execute("PRAGMA max_page_count = 1")  # SQLite raises it to the pages there are

    event.listen(Engine, "connect", leave_no_room)
    try:
        yield
    finally:
        event.remove(Engine, "connect", leave_no_room)


@contextmanager
def as_nobody() -> Iterator[None]:
    """Act as somebody who is not let in everywhere, as root is."""
    root = os.geteuid() == 0
    if root:
        os.seteuid(65534)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)


@pytest.fixture
def open_to_all() -> Iterator[Path]:
    """A folder to which everybody finds the way; pytest's own are closed to others."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder
        folder.chmod(0o755)


def read(folder: Path, ledger: Path) -> Result:
    return CliRunner().invoke(main, ["read", str(folder), "--published", "2024-04-01", "--ledger", str(ledger)])


def behind(path: Path) -> Path:
    """Record a good deal, and leave its findings to be brought up to date."""
    with open_ledger(str(path)) as ledger:
        ledger.record(list(recordings(100)), **META)
    return path


def test_a_full_disk_is_told_by_whoever_brings_up_or_decides_and_the_ledger_stays_as_it_was(tmp_path: Path) -> None:
    path = behind(tmp_path / "l.db")
    long = Retraction("d1", "made up " * 100_000)
    with no_room(), open_ledger(str(path)) as full:
        with pytest.raises(LedgerTrouble, match="disk is full"):
            full.bring_up(Judging())
        with pytest.raises(LedgerTrouble, match="disk is full"):
            full.decide([long], **META)
        assert (full.decided(), full.verify(Judging())) == ((), ())
    with open_ledger(str(path)) as again:
        assert again.bring_up(Judging()) == 1
        assert len(again.decide([long], **META)) == 1
        again.bring_up(Judging())
        assert again.verify(Judging()) == ()


def test_reading_onto_a_full_disk_says_so_and_can_be_run_again(tmp_path: Path) -> None:
    text, path = tmp_path / "long.txt", tmp_path / "l.db"
    text.write_text("Oman opened its embassy in Chad. " + "Rain fell in the hills. " * 2000, encoding="utf-8")
    open_ledger(str(path)).close()
    before = export(str(path))
    with no_room():
        done = read(text, path)
    assert done.exit_code == 3
    assert "disk is full, and nothing of this was recorded (make room, then run this again)" in done.stderr
    assert "embassy" in done.stdout  # it was read all the same
    assert export(str(path)) == before
    assert read(text, path).exit_code == 0
    assert '"kind": "mission.open"' in export(str(path))


def test_a_ledger_that_may_not_be_written_to_says_so_and_stays_as_it_was(tmp_path: Path) -> None:
    path = behind(tmp_path / "l.db")
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("PRAGMA journal_mode = DELETE")  # nothing but the file itself is left
    before = path.read_bytes()
    with open_ledger(f"sqlite:///file:{path}?mode=ro&uri=true") as protected:
        for act in (
            lambda: protected.bring_up(Judging()),
            lambda: protected.decide([Retraction("d1", "made up")], **META),
            lambda: protected.rebuild(Judging()),
        ):
            with pytest.raises(LedgerTrouble, match="may not be written to"):
                act()
        assert protected.verify() == ()
    assert path.read_bytes() == before


@pytest.mark.parametrize("there", [True, False], ids=["a ledger in it", "none in it"])
def test_reading_into_a_read_only_folder_says_so_and_changes_nothing(
    whole: Path, open_to_all: Path, *, there: bool
) -> None:
    text, path = open_to_all / "d00.txt", open_to_all / "l.db"
    text.write_text("Oman opened its embassy in Chad. Peru closed its embassy in Chad.", encoding="utf-8")
    if there:
        path.write_bytes(whole.read_bytes())
    before = {each.name: each.read_bytes() for each in open_to_all.iterdir()}
    open_to_all.chmod(0o555)
    with as_nobody():
        done = read(text, path)
    assert done.exit_code == 3
    assert f"{path}: it " in done.stderr
    assert "its folder" in done.stderr
    assert "embassy" in done.stdout  # it was read all the same
    assert {each.name: each.read_bytes() for each in open_to_all.iterdir()} == before


def test_a_changed_byte_is_found_or_changes_nothing_that_is_stored(tmp_path: Path) -> None:
    path, changed = tmp_path / "l.db", tmp_path / "changed.db"
    with open_ledger(str(path)) as ledger:
        ledger.record(list(recordings(20)), **META)
        ledger.bring_up(Judging())
    content, expected = path.read_bytes(), export(str(path))
    chance = random.Random(5)  # noqa: S311 - the same places every time, no secret
    used = [place for place, byte in enumerate(content) if byte]  # pages are filled up with zeros, which mean nothing
    found = 0
    for place in chance.sample(used, PLACES):
        changed.write_bytes(content[:place] + bytes([content[place] ^ 1 << chance.randrange(8)]) + content[place + 1 :])
        try:
            assert export(str(changed)) == expected, place
        except LedgerTrouble:
            found += 1
        for left in tmp_path.glob("changed.db*"):
            left.unlink()
    # Else it stands in how SQLite keeps the names of tables, in a blank, in a page that is free: some 5 of 100.
    assert found >= 0.8 * PLACES
