"""Ledgers of every earlier version of the tables are brought up to date with all that is in them."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import create_engine, inspect

from credence.errors import LedgerTrouble
from credence.flow import Judging
from credence.ledger import open_ledger
from credence.ledger.sql import upgrading
from credence.ledger.sql.schema import SCHEMA
from credence.model.decision import Retraction

DUMPS = sorted(Path(__file__).parent.glob("ledger-*.sql"))
META = {"moment": "2026-11-04T10:00:00Z", "author": "Ana", "tool": "test"}
LAST = {
    "ledger-1": "b76b70bc6252e516174c00a59811f94097dbc8fc9f30bd9b8c11f2e9622d10bb",
    "ledger-2": "5670df6f6e72692b2c6679a369cc321a39ec5b8c22b2db587860a0de6ac5bd29",
    "ledger-3": "5670df6f6e72692b2c6679a369cc321a39ec5b8c22b2db587860a0de6ac5bd29",
    "ledger-4": "5670df6f6e72692b2c6679a369cc321a39ec5b8c22b2db587860a0de6ac5bd29",
    "ledger-5": "5670df6f6e72692b2c6679a369cc321a39ec5b8c22b2db587860a0de6ac5bd29",
}
"""Hash of the last transaction, as the program that wrote the ledger gave it."""


@pytest.fixture(params=DUMPS, ids=lambda dump: dump.stem)
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A ledger as an earlier version of the program left it, with texts, readings and several transactions."""
    path = tmp_path / f"{request.param.stem}.db"
    with closing(sqlite3.connect(path)) as raw:
        raw.executescript(request.param.read_text(encoding="utf-8"))
    return path


def tables(path: Path) -> dict[str, object]:
    """Give all tables with their columns, keys and indexes, but for the index of words, made when first filled."""
    engine = create_engine(f"sqlite:///{path}")
    found = inspect(engine)
    made = {
        name: (
            found.get_pk_constraint(name)["constrained_columns"],
            [(c["name"], str(c["type"]), c["nullable"]) for c in found.get_columns(name)],
            sorted((str(i["name"]), i["column_names"], i["unique"]) for i in found.get_indexes(name)),
            sorted((k["constrained_columns"], k["referred_table"]) for k in found.get_foreign_keys(name)),
        )
        for name in found.get_table_names()
        if not name.startswith("word_index")
    }
    engine.dispose()
    return dict(made)


def test_there_is_a_ledger_of_every_earlier_version() -> None:
    assert [dump.stem for dump in DUMPS] == [f"ledger-{number}" for number in range(1, SCHEMA)] == list(LAST)


def test_an_older_ledger_answers_as_before_and_takes_what_is_new(old: Path) -> None:
    with open_ledger(str(old)) as ledger:
        assert ledger.transactions()[-1].hash == LAST[old.stem]
        assert ledger.verify() == ()
        assert [(each.doc, each.voices[0].name) for each in ledger.claims()] == [("one", "Zoë")]
        assert [each.doc for each in ledger.claims(known=1)] == ["one"]
        assert sorted(each.doc for each in ledger.claims(known=2)) == ["one", "two"]
        assert ledger.bring_up(Judging()) == len(ledger.transactions())
        assert [each.id for each in ledger.claims(parties=["om"])] == [each.id for each in ledger.claims()]
        ledger.decide([Retraction("one", "invented")], **META)
        assert ledger.claims() == ()
        assert ledger.verify(Judging()) == ()


def test_what_was_decided_stands(old: Path) -> None:
    kinds, transactions = (["Identity", "Adjudication"], [4, 4, 5, 6]) if old.stem != "ledger-1" else ([], [])
    with open_ledger(str(old)) as ledger:
        assert [type(each.decision).__name__ for each in ledger.decisions()] == kinds
        assert [each.transaction for each in ledger.decided()] == transactions


def test_its_tables_are_those_of_a_new_one(old: Path, tmp_path: Path) -> None:
    open_ledger(str(old)).close()
    open_ledger(str(tmp_path / "new.db")).close()
    assert tables(old) == tables(tmp_path / "new.db")
    before = old.read_bytes()
    open_ledger(str(old)).close()
    assert old.read_bytes() == before


def test_where_a_step_fails_nothing_has_changed(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_connection: object) -> None:
        raise LedgerTrouble("here", "a step failed", "try again")

    before = tables(old)
    monkeypatch.setattr(upgrading, "create_tables", fail)
    with pytest.raises(LedgerTrouble, match="a step failed"):
        open_ledger(str(old))
    assert tables(old) == before
    monkeypatch.undo()
    with open_ledger(str(old)) as ledger:
        assert ledger.verify() == ()


def test_one_that_may_not_be_written_to_says_so(old: Path) -> None:
    with pytest.raises(LedgerTrouble, match="may not be written to"):
        open_ledger(f"sqlite:///file:{old}?mode=ro&uri=true")
