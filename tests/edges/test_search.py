"""Searching from the command line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from credence.cli import main

OPENED = "Chad opened an embassy in Lima on 1 March 2024."
CLOSED = 'News.\n\nChad closed its embassy in Lima on 4 March 2024. The "embassy" was a café, \x1b[31msmall.'
VISIT = "Kenya\u2019s envoy visited Lima. " + "Nothing else happened there at all. " * 20 + "The embassy stood."


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    path = tmp_path / "l.db"
    for name, words, day in (
        ("opened", OPENED, "2024-03-05"),
        ("closed", CLOSED, "2024-03-31"),
        ("visit", VISIT, "2024-04"),
    ):
        (tmp_path / f"{name}.txt").write_text(words, encoding="utf-8")
        result = run(path, "read", str(tmp_path / f"{name}.txt"), "--published", day, "--publisher", "Lima Post")
        assert result.exit_code == 0, result.stderr
    return path


def run(ledger: Path, *arguments: str) -> Result:
    """Run a verb; what stands behind ``--`` stays there."""
    at = arguments.index("--") if "--" in arguments else len(arguments)
    return CliRunner().invoke(main, [*arguments[:at], "--ledger", str(ledger), *arguments[at:]])


def found(ledger: Path, *arguments: str) -> dict[str, Any]:
    result = run(ledger, "search", "--format", "json", *arguments)
    assert result.exit_code == 0, result.stderr
    plain: dict[str, Any] = json.loads(result.stdout)
    return plain


def ids(ledger: Path, *arguments: str) -> tuple[list[str], list[str]]:
    """Give the documents found and the documents of the claims found."""
    plain = found(ledger, *arguments)
    return [each["id"] for each in plain["documents"]], [each["doc"] for each in plain["claims"]]


def test_documents_and_claims_are_found_with_their_words(ledger: Path) -> None:
    plain = found(ledger, "embassy", "LIMA")
    first = plain["documents"][0]
    assert (first["id"], first["places"], first["published"], first["publisher"]) == (
        "closed",
        3,
        "2024-03-31",
        "Lima Post",
    )
    start, end = first["passage"]["start"], first["passage"]["end"]
    assert first["passage"]["text"] == CLOSED[start:end]
    assert {each["kind"] for each in plain["claims"]} >= {"mission.open", "mission.close"}
    findings = json.loads(run(ledger, "findings", "--format", "json").stdout)
    assert {each["finding"] for each in plain["claims"]} <= {each["id"] for each in findings}
    assert plain["more"] is False


def test_the_passage_surrounds_the_first_words_met(ledger: Path) -> None:
    (one,) = found(ledger, '"embassy stood"')["documents"]
    assert one["passage"]["text"].endswith("The embassy stood")
    assert len(one["passage"]["text"]) <= 200
    shown = run(ledger, "search", '"embassy stood"').stdout
    assert "… " in shown
    assert "stood …" not in shown


def test_what_is_printed_steers_no_terminal(ledger: Path) -> None:
    shown = run(ledger, "search", "café").stdout
    assert "caf" in shown
    assert "\x1b" not in shown


def test_a_table_shows_documents_then_claims(ledger: Path) -> None:
    shown = run(ledger, "search", "chad", "closed").stdout
    assert shown.index("document") < shown.index("claim id") < shown.index("mission.close, finding f")
    assert not run(ledger, "search", "café").stdout.startswith("\n")


def test_lines_say_what_they_hold(ledger: Path) -> None:
    lines = run(ledger, "search", "chad", "--format", "jsonl").stdout.splitlines()
    assert [json.loads(line)["found"] for line in lines] == ["document", "document", "claim", "claim"]


def test_choosing_by_party_kind_and_day(ledger: Path) -> None:
    assert ids(ledger, "embassy", "--kind", "mission.open") == (["opened"], ["opened"])
    assert ids(ledger, "embassy", "--kind", "mission")[0] == ["closed", "opened"]
    assert ids(ledger, "embassy", "--party", "Kenya")[1] == []
    assert ids(ledger, "embassy", "--party", "Chad", "--on", "2024-03-02") == (["opened"], ["opened"])
    assert ids(ledger, "embassy", "--kind", "mission", "--on", "2024-02") == ([], [])
    assert ids(ledger, "café", "--kind", "mission.close") == (["closed"], [])


def test_as_known_then_and_without_what_was_withdrawn(ledger: Path) -> None:
    assert ids(ledger, "chad", "--known", "1") == (["opened"], ["opened"])
    assert run(ledger, "retract", "closed", "--reason", "invented", "--by", "Ben").exit_code == 0
    assert ids(ledger, "chad") == (["opened"], ["opened"])
    assert sorted(ids(ledger, "chad", "--known", "3")[0]) == ["closed", "opened"]


def test_what_was_rejected_is_left_out_and_what_was_corrected_is_chosen_so(ledger: Path) -> None:
    claims = {each["doc"]: each["id"] for each in found(ledger, "chad")["claims"]}
    assert run(ledger, "review", "reject", claims["closed"], "--by", "Ana").exit_code == 0
    assert run(ledger, "review", "correct", claims["opened"], "--set", "roles.host=cl", "--by", "Ana").exit_code == 0
    (claim,) = found(ledger, "chad")["claims"]
    (finding,) = json.loads(run(ledger, "findings", "--kind", "mission.open", "--format", "json").stdout)
    assert (claim["id"], claim["finding"]) == (claims["opened"], finding["id"])
    assert len(found(ledger, "chad")["documents"]) == 2
    assert ids(ledger, "chad", "--party", "cl") == (["opened"], ["opened"])
    assert ids(ledger, "chad", "--kind", "mission.close") == ([], [])
    assert ids(ledger, "chad", "--kind", "mission.close", "--known", "3") == (["closed"], ["closed"])


def test_no_more_are_given_than_asked_for_and_it_is_said(ledger: Path) -> None:
    result = run(ledger, "search", "embassy", "--limit", "1", "--format", "json")
    plain = json.loads(result.stdout)
    assert (len(plain["documents"]), len(plain["claims"]), plain["more"]) == (1, 1, True)
    assert "--limit 2" in result.stderr


def test_nothing_found_is_said(ledger: Path) -> None:
    result = run(ledger, "search", "zebra")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "nothing was found" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (('"embassy',), "a quotation is not closed"),
        (("--", "-embassy"), "only what must not be there"),
        (("🎉 ...",), "no word"),
        (("",), "no word"),
        (("*",), "asterisk"),
        (("emb*ssy",), "asterisk"),
        ((" ".join(f"w{number}" for number in range(65)),), "more than 64 words"),
        (("x" * 10_000 + '"',), "…”: a quotation is not closed"),
        (("embassy", "--known", "yesterday"), "neither a transaction nor a date"),
        (("embassy", "--on", "yesterday"), "yesterday"),
        (("embassy", "--kind", "party"), "is not known"),
        (("embassy", "--party", "Atlantis"), "is not known"),
        (("embassy", "--limit", "0"), "--limit"),
        ((), "WORDS"),
    ],
)
def test_wrong_use_is_told_and_exits_with_2(ledger: Path, arguments: tuple[str, ...], told: str) -> None:
    result = run(ledger, "search", *arguments)
    assert result.exit_code == 2
    assert told in result.stderr
    assert "Traceback" not in result.stderr


ODD = [
    "NEAR(chad, 3)",
    "chad OR",
    "AND",
    "col:chad",
    "^chad",
    "chad'; --",
    "chad)",
    "%",
    "a_b",
    "{chad}",
    "\udcff chad",
]


@pytest.mark.parametrize("odd", [*ODD, "🇹🇩 chad", "\udcff chad"])
def test_no_words_are_taken_for_a_query_language(ledger: Path, odd: str) -> None:
    result = run(ledger, "search", odd)
    assert result.exit_code in {0, 2}
    assert "Traceback" not in result.stderr
    assert not isinstance(result.exception, Exception)
