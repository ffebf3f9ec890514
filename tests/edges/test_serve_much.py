"""What is served of a pair that fills the papers: the first of it, how much there is, and all of it where one asks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from fastapi.testclient import TestClient

from credence.asking.ladder import standings_of
from credence.flow import Judging
from credence.ledger import Recording, open_ledger
from credence.model.document import Document
from pages import PAGE
from served import said, served

MEETINGS, PAPERS = 40, 30
GROUNDS, NAMED, CLAIMS = 25, 12, 5
"""How many grounds that do the same, how many claims of each, and how many of a finding in a list are given."""


def _recordings() -> Iterator[Recording]:
    for number in range(MEETINGS):
        day = (date(2024, 1, 1) + timedelta(days=number)).isoformat()
        text = f"Chad and the Taliban met. It was meeting {number} of {number * 7919} that {number * 104729} saw."
        paper = Document(f"met{number}", text, published=day)
        yield Recording(
            paper,
            (said(paper, "meeting.hold", "Chad and the Taliban met", when=day, parties=("taliban", "td")),),
        )
    for number in range(PAPERS):
        text = f"The Taliban run an embassy in Chad, paper {number} told on page {number * 7919} of {number * 104729}."
        paper = Document(f"run{number}", text, published="2024-03-01", publisher=f"Paper {number}")
        words = "The Taliban run an embassy in Chad"
        yield Recording(paper, (said(paper, "mission.operate", words, operator="taliban", host="td", post="embassy"),))

    paper = Document("envoy", "Chad accepted a Taliban envoy.", published="2024-03-02")
    yield Recording(paper, (said(paper, "envoy.accept", "Chad accepted a Taliban envoy", host="td", sender="taliban"),))


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> str:
    address = str(tmp_path_factory.mktemp("much") / "credence.db")
    with open_ledger(address) as ledger:
        ledger.record(list(_recordings()), moment="2024-04-01T10:00:00Z", author="Ana", tool="test")
        ledger.bring_up(Judging())
    return address


@pytest.fixture(scope="module")
def much(filled: str) -> Iterator[TestClient]:
    with served(filled) as client:
        yield client


def ask(client: TestClient, path: str, **asked: str) -> dict[str, Any]:
    answer = client.get(f"/api/v1/{path}", params=asked)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def test_a_ladder_gives_the_first_grounds_and_counts_the_others(filled: str, much: TestClient) -> None:
    asked = {"party": "taliban", "with": "td", "on": "2024-06-01"}
    [standing] = ask(much, "ladder", **asked)["items"]
    with open_ledger(filled) as ledger:
        [whole] = standings_of(ledger, "taliban", date(2024, 6, 1), state="td")
    assert len(whole.grounds) > MEETINGS
    assert standing["step"] == whole.step
    given = Counter(each["bearing"] for each in standing["grounds"])
    every = Counter(each.bearing for each in whole.grounds)
    assert given == {bearing: min(number, GROUNDS) for bearing, number in every.items()}
    assert standing["left_out"] == dict(every - given)
    first = [each.finding for each in whole.first(GROUNDS)]
    assert [(g["finding"]["id"], g["finding"]["credence"]) for g in standing["grounds"]] == [
        (each.id, each.credence) for each in first
    ]
    for ground, finding in zip(standing["grounds"], first, strict=True):
        claims = [each.claim.id for each in finding.claims]
        assert ground["finding"]["claims"] == claims[:NAMED]
        assert ground["finding"].get("left_out", 0) == max(len(claims) - NAMED, 0)
        assert (ground["finding"]["documents"], ground["finding"]["origins"]) == (finding.documents, finding.origins)


def test_a_list_gives_the_first_claims_of_a_finding_and_counts_the_others(much: TestClient) -> None:
    [listed] = ask(much, "findings", party="taliban", kind="mission")["items"]
    whole = ask(much, f"findings/{listed['id']}")
    assert len(whole["claims"]) == PAPERS
    assert listed["left_out"] == PAPERS - CLAIMS
    assert [each["doc"] for each in listed["claims"]] == [f"run{number}" for number in range(CLAIMS)]
    by_id = {each["id"]: each for each in whole["claims"]}
    assert listed["claims"] == [by_id[each["id"]] for each in listed["claims"]]
    assert {each["id"] for each in listed["origins_for"]} == {each["origin"] for each in listed["claims"]}
    assert all(each in whole["origins_for"] for each in listed["origins_for"])
    assert listed["bounds"] == [1, whole["bounds"][1]]
    assert listed["reasons"] == []
    same = set(whole) - {"claims", "origins_for", "bounds", "reasons"}
    assert {name: listed[name] for name in same & set(listed)} == {name: whole[name] for name in same & set(listed)}


def test_what_rests_on_little_is_given_whole(much: TestClient) -> None:
    [listed] = ask(much, "findings", party="taliban", kind="envoy.accept")["items"]
    assert listed == ask(much, f"findings/{listed['id']}")


def test_a_page_says_that_there_may_be_more_voices(much: TestClient) -> None:
    html = much.get("/dossier/taliban/td?on=2024-06-01", headers=PAGE).text
    assert "and maybe others" in html
    assert f"{PAPERS} documents" in html
    assert f"{MEETINGS + 2 - 12} more that do the same" in html  # mission and envoy lead to a step, too
