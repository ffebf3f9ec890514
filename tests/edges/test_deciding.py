"""Deciding and looking back from the command line: review, retract, history, diff, verify."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from credence.cli import main

OPENED = "Chad opened an embassy in Lima on 1 March 2024."
CLOSED = "Chad closed its embassy in Lima on 4 March 2024."


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """A ledger that was told of an opening, then of a closure."""
    path = tmp_path / "l.db"
    for name, words, day in (("opened", OPENED, "2024-03-05"), ("closed", CLOSED, "2024-03-31")):
        (tmp_path / f"{name}.txt").write_text(words, encoding="utf-8")
        result = run(path, "read", str(tmp_path / f"{name}.txt"), "--published", day, "--publisher", "Lima Post")
        assert result.exit_code == 0, result.stderr
    return path


def run(ledger: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, [*arguments, "--ledger", str(ledger)])


def findings(ledger: Path, *arguments: str) -> dict[str, dict[str, object]]:
    result = run(ledger, "findings", "--format", "json", *arguments)
    assert result.exit_code == 0, result.stderr
    return {finding["kind"]: finding for finding in json.loads(result.stdout)}


def decide(ledger: Path, *arguments: str) -> str:
    result = run(ledger, "review", *arguments, "--by", "Ana")
    assert result.exit_code == 0, result.stderr
    return result.stderr


def test_a_verdict_is_recorded_counts_and_is_undone(ledger: Path) -> None:
    opened = str(findings(ledger)["mission.open"]["id"])
    assert "decision 1 recorded (transaction 3)" in decide(ledger, "reject", opened[:9], "--reason", "a film")
    assert findings(ledger)["mission.open"]["status"] == "refuted"
    assert findings(ledger, "--known", "2")["mission.open"]["status"] == "supported"
    assert "decided so already" in decide(ledger, "reject", opened, "--reason", "a film")
    listed = json.loads(run(ledger, "review", "list", "--format", "json").stdout)
    assert [(each["number"], each["author"], each["reason"]) for each in listed] == [(1, "Ana", "a film")]
    decide(ledger, "undo", "1")
    assert findings(ledger)["mission.open"]["status"] == "supported"
    assert run(ledger, "review", "list").stdout == ""
    assert len(run(ledger, "review", "list", "--all").stdout.splitlines()) == 2


def test_a_claim_is_corrected(ledger: Path) -> None:
    claims = findings(ledger)["mission.open"]["claims"]
    assert isinstance(claims, list)
    decide(ledger, "correct", claims[0]["id"], "--set", "roles.host=cl", "--set", "when=2024-02", "--unset", "step")
    found = findings(ledger)["mission.open"]
    assert found["roles"] == {"host": "cl", "operator": "td"}
    assert found["begins"] == {"state": "known", "date": "2024-02"}


def test_names_are_said_to_be_the_same(ledger: Path) -> None:
    decide(ledger, "same", "Chad", "Tchadian Republic", "--about", "party")
    assert findings(ledger)["mission.open"]["roles"] == {"host": "pe", "operator": "Tchadian Republic"}


def test_a_document_is_withdrawn_with_all_that_rests_on_it(ledger: Path) -> None:
    assert run(ledger, "retract", "closed", "--reason", "invented", "--by", "Ben").exit_code == 0
    found = findings(ledger)
    assert set(found) == {"mission.open"}
    assert found["mission.open"]["ends"] == {"state": "unknown", "date": None}
    assert set(findings(ledger, "--known", "2")) == {"mission.open", "mission.close"}


def test_diff_and_history_say_what_changed_and_why(ledger: Path) -> None:
    run(ledger, "retract", "closed", "--reason", "invented", "--by", "Ben")
    told = run(ledger, "diff", "--known", "1", "--to", "2").stdout
    assert "+ appeared: Chad closes" in told
    assert "| ended: Chad opens" in told
    assert "ends: end unknown → to 2024-03-04" in told
    (vanished, back) = sorted(
        json.loads(run(ledger, "diff", "--known", "2", "--format", "json").stdout),
        key=lambda each: str(each["what"]),
        reverse=True,
    )
    assert (vanished["what"], vanished["why"]) == ("vanished", ["withdrawn: closed, by Ben (decision 1): invented"])
    assert (back["what"], back["members"]) == ("changed", ["ends"])
    opened = str(findings(ledger)["mission.open"]["id"])
    versions = json.loads(run(ledger, "history", opened, "--format", "json").stdout)
    assert [(each["transaction"], each["what"]) for each in versions] == [(1, "appeared"), (2, "ended"), (3, "changed")]
    assert len(json.loads(run(ledger, "history", opened, "--known", "2", "--format", "json").stdout)) == 2
    closed = str(vanished["id"])
    assert "vanished" in run(ledger, "history", closed).stdout
    assert run(ledger, "diff", "--known", "3").stdout == ""


def test_whether_it_holds_on_a_day_is_told_of_each_version(ledger: Path) -> None:
    opened = str(findings(ledger)["mission.open"]["id"])
    told = run(ledger, "history", opened, "--on", "2024-03-05").stdout
    assert "On 5 March 2024: it may hold; that is not recorded." in told
    assert "On 5 March 2024: it does not hold." in told
    assert run(ledger, "explain", opened, "--on", "2024-03-02").stdout.startswith("On 2 March 2024: it holds.")
    plain = json.loads(run(ledger, "explain", opened, "--on", "2024-02", "--format", "json").stdout)
    assert (plain["on"], plain["holds"]) == ("2024-02", "no")
    versions = json.loads(run(ledger, "history", opened, "--on", "2024-03-05", "--format", "json").stdout)
    assert [each["holds"] for each in versions] == ["possibly", "no"]
    assert run(ledger, "diff", "--known", "1", "--on", "2024-02-01").stdout == ""
    assert "ended" in run(ledger, "diff", "--known", "1", "--on", "2024-03-02").stdout


def test_verify_is_silent_about_a_sound_ledger_and_exits_with_1_for_another(ledger: Path) -> None:
    assert run(ledger, "verify").exit_code == 0
    with sqlite3.connect(ledger) as raw:
        raw.execute("UPDATE document SET text = replace(text, 'Lima', 'Rome')")
    raw.close()
    broken = run(ledger, "verify", "--format", "json")
    assert broken.exit_code == 1
    told = json.loads(broken.stdout)
    assert told["sound"] is False
    assert any("opened" in line for line in told["differences"])


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("review", "accept", "f00", "--by", "Ana"), "no finding begins so"),
        (("review", "accept", "c00", "--by", "Ana"), "no claim or finding begins so"),
        (("review", "undo", "7", "--by", "Ana"), "no such decision stands"),
        (("review", "same", "Chad", "Chad", "--by", "Ana"), "two names"),
        (("retract", "nothing", "--reason", "why not"), "never recorded"),
        (("history", "f000000000000000"), "ever stood"),
        (("diff", "--known", "yesterday"), "neither a transaction nor a date"),
        (("review", "accept", "f00"), "--by"),
    ],
)
def test_wrong_use_is_told_and_exits_with_2(ledger: Path, arguments: tuple[str, ...], told: str) -> None:
    result = run(ledger, *arguments)
    assert result.exit_code == 2
    assert told in result.stderr
    assert run(ledger, "review", "list", "--all").stdout == ""
