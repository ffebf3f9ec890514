"""``credence counts`` and ``credence ladder`` as a user meets them, on stories read by the real reader.

The first is that of "39 missions": nine papers carry a minister's figure, two his agency's, one outlet lists what it
found, and a later paper has a figure that is made from both. The texts are ours.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from credence.cli import main

MINISTER = (
    "The Taliban now run 39 missions abroad, their foreign minister, Amir Khan Muttaqi, has said.",
    "Amir Khan Muttaqi, the Taliban foreign minister, said that the Taliban control 39 missions in other countries.",
    "The Taliban foreign minister, Amir Khan Muttaqi, told reporters that the Taliban operate 39 diplomatic missions.",
    "Foreign Minister Amir Khan Muttaqi said that 39 Afghan missions were under the control of the Islamic Emirate.",
    "“The Islamic Emirate runs 39 missions,” Amir Khan Muttaqi, the Taliban's foreign minister, said.",
    "The Taliban's foreign minister, Amir Khan Muttaqi, said that the Taliban maintain 39 missions around the world.",
    "Taliban foreign minister Amir Khan Muttaqi has said that 39 missions are now under Taliban control.",
    "The Taliban have 39 missions, Amir Khan Muttaqi, the foreign minister of the Taliban, said in Kabul.",
    "Amir Khan Muttaqi, who speaks for the Taliban abroad, said that the Taliban run 39 missions.",
)
AGENCY = (
    "The Taliban run 39 missions, Bakhtar News Agency reported.",
    "The Taliban now have 39 missions in the world, according to Bakhtar News Agency.",
)
FOUND = (
    *("Doha, Qatar", "Ankara, Turkey", "Islamabad, Pakistan", "Tehran, Iran", "Beijing, China", "Moscow, Russia"),
    *("Ashgabat, Turkmenistan", "Tashkent, Uzbekistan", "Astana, Kazakhstan", "Kuala Lumpur, Malaysia"),
    *("Jakarta, Indonesia", "Riyadh, Saudi Arabia", "Baku, Azerbaijan", "Minsk, Belarus", "Cairo, Egypt"),
    *("Khartoum, Sudan", "Kuwait City, Kuwait", "Amman, Jordan", "Manama, Bahrain", "Dhaka, Bangladesh"),
    *("Colombo, Sri Lanka", "Hanoi, Vietnam", "Tokyo, Japan", "Seoul, South Korea", "Madrid, Spain"),
    *("Sofia, Bulgaria", "Prague, Czechia"),
)
OWN_COUNT = (
    "The Taliban now operate 27 missions, by our count. "
    + " ".join(f"The Taliban run an embassy in {place}." for place in FOUND)
    + " The Taliban closed their embassy in Oslo on 12 September 2024. The Taliban plan to open an embassy in Berlin."
)
LATER = "The Taliban now have more than 40 missions abroad. The Taliban opened a consulate in Mumbai in November 2024."
LADDER = (
    ("beijing-22", "2022-05-20", "China accepted a Taliban charge d'affaires in April 2022."),
    (
        "beijing-24",
        "2024-05-20",
        "China's president received the credentials of the Taliban ambassador on 30 January 2024.",
    ),
    ("oslo", "2022-02-01", "A Taliban delegation visited Oslo in January 2022."),
    ("muscat", "2024-09-30", "The Afghan embassy in Muscat was handed over to the Taliban in March 2024."),
    ("ottawa", "2024-09-30", "Canada severed diplomatic relations with the Taliban in 2022."),
    ("moscow", "2025-07-04", "Russia recognised the Taliban on 3 July 2025."),
)


def credence(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(each) for each in arguments])


def read(ledger: Path, documents: Iterable[tuple[str, str, str]]) -> None:
    """Read documents, each in a transaction of its own if they are handed in one by one."""
    path = ledger.parent / "documents.jsonl"
    rows = ({"id": id_, "published": day, "publisher": f"The {id_}", "text": text} for id_, day, text in documents)
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    done = credence("read", path, "--ledger", ledger)
    assert done.exit_code == 0, done.stderr


@pytest.fixture(scope="module")
def missions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a ledger of two transactions: what was told in September, and what in February."""
    ledger = tmp_path_factory.mktemp("counts") / "l.db"
    papers = [(f"paper-{n}", "2024-09-21", text) for n, text in enumerate((*MINISTER, *AGENCY))]
    read(ledger, [*papers, ("outlet", "2024-09-25", OWN_COUNT)])
    read(ledger, [("latecomer", "2025-02-10", LATER)])
    return ledger


ASKED = (("counts", "taliban"), ("ladder", "taliban"), ("ladder", "taliban", "--history"))


@pytest.fixture(scope="module")
def told_one_by_one(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[list[str]]]:
    """Give a ledger with a transaction for each document, and what was answered after each."""
    ledger = tmp_path_factory.mktemp("ladder") / "l.db"
    answers = []
    for document in LADDER:
        read(ledger, [document])
        answers.append([credence(*asked, "--on", "2025-08-01", "--ledger", ledger).stdout for asked in ASKED])
    return ledger, answers


@pytest.fixture(scope="module")
def states(told_one_by_one: tuple[Path, list[list[str]]]) -> Path:
    return told_one_by_one[0]


def plain(*arguments: str | Path) -> Any:  # noqa: ANN401 - what JSON holds
    done = credence(*arguments, "--format", "json")
    assert done.exit_code == 0, done.stderr
    return json.loads(done.stdout)


def test_thirty_nine_has_one_origin_in_eleven_papers_and_twenty_seven_are_located(missions: Path) -> None:
    (unit,) = plain("counts", "taliban", "--on", "2024-09-25", "--known", "1", "--ledger", missions)
    assert unit["unit"] == "missions"
    rows = {(row["value"], row["by"]["names"][0]): row for row in unit["claimed"]}
    assert set(rows) == {("39", "Amir Khan Muttaqi"), ("27", "The outlet")}
    minister = rows["39", "Amir Khan Muttaqi"]
    assert (minister["documents"], minister["by"]["party"], minister["by"]["interested"]) == (11, "taliban", True)
    assert (minister["origins"], minister["by"]["names"]) == (1, ["Amir Khan Muttaqi", "Bakhtar News Agency"])
    assert minister["located"] == 27
    assert minister["missing"] == {"least": 12, "most": 12}
    assert rows["27", "The outlet"]["missing"] == {"least": 0, "most": 0}
    why = {each["cause"]: each["number"] for each in minister["explanations"]}
    assert why == {"ended": 1, "planned": 1, "unrecorded": 10, "day": 0}


def test_the_minister_and_his_agency_are_one_utterance_of_an_interested_party(missions: Path) -> None:
    trails = plain("origins", "--kind", "mission.count", "--known", "1", "--ledger", missions)
    told = [each for each in trails if each["doc"].startswith("paper")]
    assert {(each["party"], each["interested"], tuple(each["bounds"])) for each in told} == {("taliban", True, (1, 1))}
    assert len(told) == len({each["doc"] for each in told}) == 11
    assert len({each["origin"] for each in told}) == len({each["root"] for each in told}) == 1
    assert {each["interested"] for each in trails if each not in told} == {False}


def test_each_one_located_leads_to_its_finding_and_none_is_certain(missions: Path) -> None:
    (unit,) = plain("counts", "taliban", "--on", "2024-09-25", "--known", "1", "--ledger", missions)
    assert len(unit["located"]) == 27
    assert {place["stands"] for place in unit["located"]} == {"open"}
    assert {place["city"] for place in unit["located"]} == {place.partition(",")[0] for place in FOUND}
    assert {(place["where"], place["stands"]) for place in unit["apart"]} == {("de", "planned"), ("no", "ended")}
    explained = credence("explain", unit["located"][0]["findings"][0]["id"], "--ledger", missions)
    assert explained.exit_code == 0


def test_more_than_forty_is_a_figure_made_from_others(missions: Path) -> None:
    (unit,) = plain("counts", "taliban", "--on", "2025-02-10", "--ledger", missions)
    (row,) = [row for row in unit["claimed"] if row["value"] == "40.."]
    assert row["missing"] == {"least": 12, "most": None}
    assert {"cause": "derived", "number": 0, "about": ["39"]} in row["explanations"]
    assert not any(
        why["cause"] == "derived" for other in unit["claimed"] if other is not row for why in other["explanations"]
    )


def test_counts_for_people(missions: Path) -> None:
    done = credence("counts", "taliban", "--on", "2024-09-25", "--known", "1", "--ledger", missions)
    assert done.exit_code == 0, done.stderr
    assert "a party to it" in " ".join(done.stdout.split())
    assert "LOCATED: 27 missions (0 for certain, 27 with an end unknown, 2 set apart)" in done.stdout
    assert "39 per Amir Khan Muttaqi (Taliban)" in done.stdout
    assert all(len(line) <= 80 for line in done.stdout.splitlines())


def test_what_is_read_later_changes_no_earlier_answer(
    missions: Path, told_one_by_one: tuple[Path, list[list[str]]]
) -> None:
    ledger, answers = told_one_by_one
    for number, before in enumerate(answers, start=1):
        known = ("--known", str(number), "--ledger", ledger)
        assert [credence(*asked, "--on", "2025-08-01", *known).stdout for asked in ASKED] == before
    assert len({each[1] for each in answers}) == len(answers)  # while each of them changed what stands now
    earlier = credence("counts", "taliban", "--on", "2025-02-10", "--known", "1", "--ledger", missions).stdout
    assert "40 or more" not in earlier
    assert "India" not in earlier


def test_the_ladder_of_all_states_is_a_line_each_by_step_and_name(states: Path) -> None:
    done = credence("ladder", "taliban", "--on", "2025-08-01", "--ledger", states)
    assert done.exit_code == 0, done.stderr
    lines = [line.split()[:2] for line in done.stdout.splitlines()[2:]]
    assert lines == [
        ["recognised", "Russia"],
        ["envoy-ambassador", "China"],
        ["mission-tolerated", "Oman"],
        ["none", "Norway"],
        ["severed", "Canada"],
    ]


def test_the_ladder_with_one_state_says_what_it_rests_on(states: Path) -> None:
    (found,) = plain("ladder", "the Taliban", "--with", "China", "--on", "2025-08-01", "--ledger", states)
    assert (found["step"], found["may_be"]) == ("envoy-ambassador", None)
    assert [(ground["rule"], ground["bearing"]) for ground in found["grounds"]] == [
        ("accepts-ambassador", "reached"),
        ("accepts-envoy", "reached"),
    ]
    shown = credence("ladder", "taliban", "--with", "cn", "--on", "2025-08-01", "--ledger", states).stdout
    assert shown.startswith("Taliban and China on 2025-08-01: ambassador.")
    assert found["grounds"][0]["finding"]["id"][:9] in shown
    assert "stands, too" in shown


def test_the_ladder_over_time(states: Path) -> None:
    found = plain("ladder", "taliban", "--with", "cn", "--on", "2025-08-01", "--history", "--ledger", states)
    assert [(each["day"], each["step"]) for each in found] == [
        ("2022-04-30", "envoy-charge"),
        ("2024-01-30", "envoy-ambassador"),
    ]
    shown = credence("ladder", "taliban", "--on", "2025-08-01", "--history", "--ledger", states).stdout
    assert "2024-02-01  Norway  none" in shown


def test_lines_of_json(missions: Path, states: Path) -> None:
    for arguments in (("counts", "taliban", "--ledger", missions), ("ladder", "taliban", "--ledger", states)):
        done = credence(*arguments, "--on", "2025-08-01", "--format", "jsonl")
        assert done.exit_code == 0, done.stderr
        assert [json.loads(line) for line in done.stdout.splitlines()] == plain(*arguments, "--on", "2025-08-01")


@pytest.mark.parametrize("verb", ["counts", "ladder"])
def test_of_nothing_recorded_stdout_holds_nothing_and_stderr_says_so(verb: str, missions: Path) -> None:
    done = credence(verb, "pe", "--on", "2025-08-01", "--ledger", missions)
    assert (done.exit_code, done.stdout) == (0, "")
    assert done.stderr
    assert plain(verb, "pe", "--on", "2025-08-01", "--ledger", missions) == []


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("counts", "Ruritania", "--on", "2024-09-25"), "Ruritania"),
        (("ladder", "Ruritania", "--on", "2024-09-25"), "Ruritania"),
        (("ladder", "taliban", "--with", "Ruritania", "--on", "2024-09-25"), "Ruritania"),
        (("ladder", "taliban", "--with", "taliban", "--on", "2024-09-25"), "the same as the state"),
        (("counts", "taliban"), "--on"),
        (("counts", "taliban", "--on", "yesterday"), "yesterday"),
        (("ladder", "taliban", "--on", "2024-09"), "is not one day"),
        (("counts", "taliban", "--on", "2024-09-25", "--known", "yesterday"), "yesterday"),
    ],
)
def test_wrong_use_is_exit_2(arguments: tuple[str, ...], told: str, missions: Path) -> None:
    done = credence(*arguments, "--ledger", missions)
    assert (done.exit_code, done.stdout) == (2, "")
    assert told in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("verb", ["counts", "ladder"])
def test_a_ledger_that_is_not_there_is_exit_3(verb: str, tmp_path: Path) -> None:
    done = credence(verb, "taliban", "--on", "2024-09-25", "--ledger", tmp_path / "none.db")
    assert (done.exit_code, done.stdout) == (3, "")
