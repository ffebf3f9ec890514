"""The command line as a user meets it: what goes to stdout and stderr, exit codes, what is recorded all the same."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from credence.cli import main

TEXT = """Oman takes in a Taliban envoy

Oman has accepted Taliban diplomats, the foreign ministry in Muscat said on Monday. No state has recognised the Taliban.

The Taliban said that it runs 12 diplomatic missions. Turkey closed its embassy in Kabul in August 2021.
"""


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "oman.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def credence(*arguments: str | Path, stdin: bytes | str | None = None) -> Result:
    return CliRunner().invoke(main, [str(each) for each in arguments], input=stdin)


def claims_in(result: Result) -> list[dict[str, object]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_read_prints_one_claim_a_line_with_the_codebooks_fields(article: Path) -> None:
    result = credence("read", article, "--published", "2024-09-20", "--no-ledger", "--format", "jsonl")
    assert result.exit_code == 0, result.stderr
    claims = claims_in(result)
    assert {claim["kind"] for claim in claims} == {
        "envoy.accept",
        "recognition.grant",
        "mission.count",
        "mission.close",
    }
    for claim in claims:
        fields = {"doc", "id", "kind", "roles", "polarity", "mood", "when", "step", "voices", "quote", "pattern"}
        assert fields <= set(claim)
        assert claim["doc"] == "oman"
        quote = claim["quote"]
        assert isinstance(quote, dict)
        assert TEXT[quote["start"] : quote["end"]] == quote["text"]


def test_no_ledger_records_nothing(article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(article.parent)
    assert credence("read", article, "--no-ledger").exit_code == 0
    assert [path.name for path in article.parent.iterdir()] == ["oman.txt"]


def test_the_ledger_is_credence_db_or_what_the_environment_names(
    article: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(article.parent)
    monkeypatch.delenv("CREDENCE_LEDGER", raising=False)
    assert credence("read", article).exit_code == 0
    assert (tmp_path / "credence.db").exists()
    monkeypatch.setenv("CREDENCE_LEDGER", str(tmp_path / "other.db"))
    assert credence("read", article).exit_code == 0
    assert (tmp_path / "other.db").exists()


def test_reading_again_records_nothing_new(article: Path, tmp_path: Path) -> None:
    ledger = tmp_path / "l.db"
    first = credence("read", article, "--published", "2024-09-20", "--ledger", ledger)
    again = credence("read", article, "--published", "2024-09-20", "--ledger", ledger)
    assert "transaction 1" in first.stderr
    assert "nothing new to record" in again.stderr
    assert first.stdout == again.stdout


def test_standard_input_is_read_like_a_file() -> None:
    result = credence("read", "-", "--no-ledger", "--format", "jsonl", stdin=TEXT)
    assert result.exit_code == 0
    assert {claim["doc"] for claim in claims_in(result)} == {"stdin"}


def test_findings_explain_and_missions_lead_to_the_words(article: Path, tmp_path: Path) -> None:
    ledger = tmp_path / "l.db"
    credence("read", article, "--published", "2024-09-20", "--publisher", "Gulf Notes", "--ledger", ledger)
    found = credence("findings", "--party", "taliban", "--on", "2024-09-21", "--ledger", ledger, "--format", "jsonl")
    assert found.exit_code == 0, found.stderr
    findings = claims_in(found)
    assert {finding["kind"] for finding in findings} == {"envoy.accept", "recognition.grant", "mission.count"}
    for finding in findings:
        explained = credence("explain", str(finding["id"]), "--ledger", ledger)
        assert explained.exit_code == 0, explained.stderr
        claims = finding["claims"]
        assert isinstance(claims, list)
        first_words = claims[0]["quote"]["text"].split()[0]
        assert first_words in explained.stdout
        assert "Gulf Notes" in explained.stdout
    assert "Turkey" in credence("missions", "tr", "--ledger", ledger).stdout


def test_parties_are_found_by_id_and_by_name(article: Path, tmp_path: Path) -> None:
    ledger = tmp_path / "l.db"
    credence("read", article, "--ledger", ledger)
    by_id = credence("findings", "--party", "om", "--with", "taliban", "--ledger", ledger)
    by_name = credence("findings", "--party", "Oman", "--with", "the Taliban", "--ledger", ledger)
    assert by_id.stdout == by_name.stdout != ""
    unknown = credence("findings", "--party", "Ruritania", "--ledger", ledger)
    assert unknown.exit_code == 2
    assert "Ruritania" in unknown.stderr


def test_what_cannot_be_read_is_told_and_the_rest_is_recorded(tmp_path: Path) -> None:
    (tmp_path / "oman.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "odd.txt").write_bytes("Übung".encode("latin-1"))
    lines = ['{"text": "Peru closed its embassy in Quito."}', "{broken", '{"title": "no text"}']
    (tmp_path / "docs.jsonl").write_text("\n".join(lines), encoding="utf-8")
    ledger = tmp_path / "l.db"
    names = ["absent.txt", "empty.txt", "odd.txt", "docs.jsonl", "oman.txt"]
    result = credence("read", *(tmp_path / name for name in names), "--ledger", ledger, "--format", "jsonl")
    assert result.exit_code == 3
    for told in ("absent.txt", "empty.txt", "odd.txt", "docs.jsonl, line 2", "docs.jsonl, line 3"):
        assert told in result.stderr
    assert "Traceback" not in result.stderr
    assert {claim["doc"] for claim in claims_in(result)} == {"docs-1", "oman"}
    assert "recorded" in result.stderr


def test_two_texts_of_one_run_with_one_id_are_not_taken_for_versions(tmp_path: Path) -> None:
    for folder, words in (("a", "Peru closed its embassy in Quito."), ("b", "Chile closed its embassy in Quito.")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "x.txt").write_text(words, encoding="utf-8")
    result = credence("read", tmp_path / "a" / "x.txt", tmp_path / "b" / "x.txt", "--no-ledger")
    assert result.exit_code == 3
    assert "“x”" in result.stderr


def test_a_foreign_database_is_refused_and_reading_goes_on(article: Path, tmp_path: Path) -> None:
    foreign = tmp_path / "foreign.db"
    with sqlite3.connect(foreign) as connection:
        connection.execute("CREATE TABLE notes (words TEXT)")
    connection.close()
    before = foreign.read_bytes()
    result = credence("read", article, "--ledger", foreign, "--format", "jsonl")
    assert result.exit_code == 3
    assert "foreign.db" in result.stderr
    assert claims_in(result)
    assert foreign.read_bytes() == before


def test_asking_a_ledger_that_is_not_there_makes_none(tmp_path: Path) -> None:
    result = credence("findings", "--ledger", tmp_path / "none.db")
    assert result.exit_code == 3
    assert not (tmp_path / "none.db").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ("read",),
        ("read", "x.txt", "--published", "yesterday"),
        ("findings", "--kind", "mission.vanish"),
        ("findings", "--on", "31 May"),
        ("explain", "f0000000000"),
    ],
)
def test_wrong_use_is_exit_2(arguments: tuple[str, ...], article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(article.parent)
    credence("read", article)
    result = credence(*arguments)
    assert result.exit_code == 2, result.output
    assert "Traceback" not in result.output


def test_output_is_the_same_for_any_hash_seed(article: Path, tmp_path: Path) -> None:
    each = "[main(call, standalone_mode=False) for call in json.load(sys.stdin)]"
    program = f"import json, sys; from credence.cli import main; {each}"

    def outputs(seed: str) -> bytes:
        ledger = str(tmp_path / f"{seed}.db")
        calls = [
            ["read", str(article), "--published", "2024-09-20", "--ledger", ledger, "--format", "jsonl"],
            ["findings", "--ledger", ledger],
            ["findings", "--ledger", ledger, "--format", "json"],
        ]
        done = subprocess.run(  # noqa: S603 - ours; one process for all, as starting one takes longer than what it does
            [sys.executable, "-c", program],
            input=json.dumps(calls).encode(),
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        )
        return done.stdout

    assert outputs("0") == outputs("1")


def test_score_prints_figures_and_fails_below_the_floor(tmp_path: Path) -> None:
    claim = {
        "kind": "mission.close",
        "roles": {"operator": "tr", "host": "af"},
        "polarity": "affirmed",
        "mood": "actual",
        "quote": "Turkey closed its embassy in Kabul",
    }
    about = {"doc": "oman", "title": "Oman takes in a Taliban envoy", "published": "2024-09-20", "claims": [claim]}
    (tmp_path / "oman.json").write_text(json.dumps(about), encoding="utf-8")
    (tmp_path / "oman.txt").write_text(TEXT, encoding="utf-8")
    result = credence("score", tmp_path, "--misses", "--floor", "0.99")
    assert result.exit_code == 1  # the claims that this gold leaves out count as wrong
    assert "right    1" in result.stdout
    assert "wrong  oman" in result.stdout
    plain = json.loads(credence("score", tmp_path, "--format", "json").stdout)
    assert plain["claims"]["recall"] == 1
    assert credence("score", tmp_path / "absent").exit_code == 3
