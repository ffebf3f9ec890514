"""``credence origins`` as a user meets it, on a story read by the real reader; the texts are ours."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from credence.cli import main

SAID = (
    "Amir Khan Muttaqi, the Taliban foreign minister, told reporters on Saturday that the Taliban operate 39 missions, "
    "after a meeting with traders that had gone on into the night. He did not list them, and took no questions on who "
    "pays for their staff."
)
COUNTED = (
    "The Taliban run 27 missions, by our count, which leaves out consulates that see no visitors and posts whose doors "
    "have been shut since the winter. Nobody has published a list that can be checked against the one we made."
)
CLOSED = (
    "The Taliban closed their embassy in Oslo on 12 May 2024, Amir Khan Muttaqi, the Taliban foreign minister, said."
)
PAPERS = (
    ("gazette", "2024-05-04", f"A count of missions\n\n{SAID}"),
    ("mirror", "2024-05-05", f"Thirty-nine and counting\n\n{SAID}"),
    ("herald", "2024-05-04", "Amir Khan Muttaqi, the Taliban foreign minister, said that the Taliban run 39 missions."),
    ("lists", "2024-05-06", f"What we found\n\n{COUNTED}"),
    ("echo", "2024-05-07", f"A list of our own\n\n{COUNTED}"),
    ("oslo", "2024-05-20", CLOSED),
)


def credence(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(each) for each in arguments])


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a ledger of the papers, each read in a transaction of its own."""
    folder = tmp_path_factory.mktemp("origins")
    for id_, day, text in PAPERS:
        row = {"id": id_, "published": day, "publisher": f"The {id_}", "title": text.partition("\n")[0], "text": text}
        (folder / "paper.jsonl").write_text(json.dumps(row), encoding="utf-8")
        done = credence("read", folder / "paper.jsonl", "--ledger", folder / "l.db")
        assert done.exit_code == 0, done.stderr
    return folder / "l.db"


def rows(ledger: Path, *asked: str) -> list[dict[str, Any]]:
    done = credence("origins", "--ledger", ledger, "--format", "jsonl", *asked)
    assert done.exit_code == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_who_repeats_a_minister_has_one_origin_that_is_interested(ledger: Path) -> None:
    found = {row["doc"]: row for row in rows(ledger, "--kind", "mission.count") if row["speaker"] != "The lists"}
    assert sorted(found) == ["gazette", "herald", "mirror"]
    assert len({row["origin"] for row in found.values()}) == len({row["root"] for row in found.values()}) == 1
    assert {(row["edge"], row["interested"], tuple(row["bounds"])) for row in found.values()} == {
        ("quotes", True, (1, 1))
    }


def test_a_copied_count_is_that_of_the_paper_it_is_from(ledger: Path) -> None:
    found = {row["doc"]: row for row in rows(ledger, "--kind", "mission") if row["speaker"] == "The lists"}
    assert {doc: (row["edge"], row["first"]) for doc, row in found.items()} == {
        "lists": ("states", "lists"),
        "echo": ("copy", "lists"),
    }
    assert found["lists"]["origin"] == found["echo"]["origin"]
    (counted,) = json.loads(
        credence("findings", "--ledger", ledger, "--format", "json", "--kind", "mission.count").stdout
    )[-1:]
    assert counted["bounds"] == [1, 1]


def test_who_owns_up_speaks_against_its_interest(ledger: Path) -> None:
    (row,) = rows(ledger, "--kind", "mission.close")
    assert (row["interested"], row["against_interest"]) == (True, True)
    shown = credence("explain", row["finding"], "--ledger", ledger)
    assert "against its interest" in shown.stdout


def test_claims_are_chosen_by_finding_party_day_and_what_was_known(ledger: Path) -> None:
    (row,) = rows(ledger, "--kind", "mission.close")
    assert [each["doc"] for each in rows(ledger, "--finding", row["finding"][:9])] == ["oslo"]
    assert rows(ledger, "--party", "taliban") == rows(ledger)
    assert rows(ledger, "--party", "fj") == []
    assert {each["doc"] for each in rows(ledger, "--known", "2")} == {"gazette", "mirror"}
    assert rows(ledger, "--kind", "mission.close", "--on", "2020-01-01") == []


def test_one_claim_is_led_back_alike_whatever_else_is_asked_for(ledger: Path) -> None:
    whole = {row["claim"]: row for row in rows(ledger)}
    for row in whole.values():
        assert [each for each in rows(ledger, "--finding", row["finding"]) if each["claim"] == row["claim"]] == [row]


def test_the_table_names_who_says_so_once_an_utterance(ledger: Path) -> None:
    shown = credence("origins", "--ledger", ledger, "--kind", "mission.count")
    assert shown.exit_code == 0
    assert "interested" in shown.stdout
    assert "1 origin" in shown.stdout
    empty = credence("origins", "--ledger", ledger, "--party", "fj")
    assert (empty.exit_code, empty.stdout) == (0, "")
    assert "nothing is claimed" in empty.stderr


def test_wrong_use_is_told(ledger: Path) -> None:
    assert credence("origins", "--ledger", ledger, "--kind", "mission.fly").exit_code == 2
    assert credence("origins", "--ledger", ledger, "--finding", "f0f0f0").exit_code == 2
    assert credence("origins", "--ledger", ledger, "--on", "soon").exit_code == 2
    assert credence("origins", "--ledger", ledger.parent / "none.db").exit_code == 3
