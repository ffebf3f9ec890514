"""The API as programs meet it: the same rows as on the command line, two times, pages, ETags, problems."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from fastapi.testclient import TestClient
from httpx2 import Response

from credence.cli import main
from credence.flow import Judging
from credence.ledger import open_ledger
from credence.model.decision import Erasure
from served import more, record, served

API = "/api/v1"


def ask(client: TestClient, path: str, **asked: object) -> Response:
    answer = client.get(f"{API}/{path}", params={name.rstrip("_"): value for name, value in asked.items()})  # type: ignore[misc]
    assert answer.status_code == 200, answer.text
    return answer


def items(client: TestClient, path: str, **asked: object) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = ask(client, path, **asked).json()["items"]
    return found


def lines(address: str, *command: str) -> list[str]:
    done = CliRunner().invoke(main, [*command, "--ledger", address, "--format", "jsonl"])
    assert done.exit_code == 0, done.output
    return done.stdout.splitlines()


@pytest.mark.parametrize(
    ("path", "asked", "command"),
    [
        ("findings", {}, ["findings"]),
        ("findings", {"party": "China", "with": "taliban"}, ["findings", "--party", "cn", "--with", "taliban"]),
        ("findings", {"kind": "envoy", "known": "2024-08"}, ["findings", "--kind", "envoy", "--known", "2024-08"]),
        ("findings", {"on": "2024-01-01"}, ["findings", "--on", "2024-01-01"]),
        ("counts", {"party": "taliban", "on": "2024-09-21"}, ["counts", "taliban", "--on", "2024-09-21"]),
        ("ladder", {"party": "taliban", "on": "2025-08-01"}, ["ladder", "taliban", "--on", "2025-08-01"]),
        (
            "ladder",
            {"party": "taliban", "on": "2025-08-01", "with": "ru", "history": "true"},
            ["ladder", "taliban", "--on", "2025-08-01", "--with", "ru", "--history"],
        ),
        ("diff", {"since": "1", "known": "3"}, ["diff", "--known", "1", "--to", "3"]),
    ],
)
def test_rows_are_the_same_bytes_as_on_the_command_line(
    client: TestClient, address: str, path: str, asked: dict[str, str], command: list[str]
) -> None:
    rows = lines(address, *command)
    answer = ask(client, path, **asked)
    assert rows
    assert len(answer.json()["items"]) == len(rows)
    assert f"[{', '.join(rows)}]" in answer.text


def test_missions_and_one_finding_are_as_on_the_command_line(client: TestClient, address: str) -> None:
    runner = CliRunner()
    shown = runner.invoke(main, ["missions", "taliban", "--ledger", address, "--format", "json"])
    assert items(client, "missions", party="taliban") == json.loads(shown.stdout)
    first = items(client, "findings")[0]["id"]
    told = runner.invoke(main, ["explain", first, "--ledger", address, "--format", "json", "--on", "2024-09-01"])
    assert ask(client, f"findings/{first[:9]}", on="2024-09-01").json() == json.loads(told.stdout)
    turned = runner.invoke(main, ["history", first, "--ledger", address, "--format", "json"])
    assert items(client, f"findings/{first}/history") == json.loads(turned.stdout)


def test_a_search_answers_as_on_the_command_line(client: TestClient, address: str) -> None:
    shown = CliRunner().invoke(main, ["search", "ambassador", "--ledger", address, "--format", "json"])
    found = ask(client, "search", q="ambassador").json()
    assert found == json.loads(shown.stdout)
    assert [each["id"] for each in found["documents"]] == ["denial", "envoys"]


def test_a_question_may_be_asked_of_any_two_times(client: TestClient) -> None:
    [before] = items(client, "findings", party="cn", known=2)
    [after] = items(client, "findings", party="cn")
    assert (before["status"], before["documents"], after["documents"]) == ("supported", 1, 2)
    assert ask(client, "findings", party="cn", known="2024-09-30").headers["Credence-Transaction"] == "2"
    assert [each["roles"]["recognizer"] for each in items(client, "findings", kind="recognition", known=3)] == ["*"]
    assert len(items(client, "findings", status="refuted")) == 1


def test_origins_lead_from_a_finding_to_whose_words_it_rests_on(client: TestClient) -> None:
    [counted] = items(client, "findings", kind="mission.count")
    found = ask(client, f"findings/{counted['id']}/origins").json()
    assert [origin["party"] for origin in found["origins_for"]] == ["taliban"]
    assert [(edge["doc"], edge["origin"]) for edge in found["edges"]] == [
        ("a/b: missions", found["origins_for"][0]["id"])
    ]


def test_a_document_is_given_with_its_words_and_claims_in_place(client: TestClient) -> None:
    found = ask(client, "documents/a/b: missions").json()
    assert [each["quote"]["text"] for each in found["claims"]] == [
        "The Taliban run 39 missions",
        "The Taliban run an embassy in Oman",
    ]
    for each in found["claims"]:
        assert found["text"][each["quote"]["start"] : each["quote"]["end"]] == each["quote"]["text"]
        assert each["id"] in {claim["id"] for claim in ask(client, f"findings/{each['finding']}").json()["claims"]}
    one = found["claims"][0]
    assert ask(client, f"claims/{one['id']}").json() == one
    assert items(client, "claims", doc="a/b: missions", kind="mission.count") == [one]
    assert [each["id"] for each in items(client, "claims", party="cn", on="2024-01-01")] != []


def test_parties_have_the_names_of_the_day(client: TestClient) -> None:
    now, then = (ask(client, "parties/bf", **asked).json()["names"] for asked in ({}, {"on": "1995-05-01"}))
    assert "Upper Volta" in now
    assert set(then) < set(now)
    assert len(items(client, "parties", limit=500)) > 200


def test_transactions_and_decisions_are_listed(client: TestClient) -> None:
    assert [each["number"] for each in items(client, "transactions", known=3)] == [1, 2, 3]
    assert items(client, "decisions") == []


# --- pages ---


def walked(client: TestClient, path: str, limit: int, **asked: object) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    cursor: dict[str, str] = {}
    while True:
        page = ask(client, path, limit=limit, **asked, **cursor).json()
        assert len(page["items"]) <= limit
        found += page["items"]
        if page["next"] is None:
            return found
        cursor = {"cursor": page["next"]}


@pytest.mark.parametrize("limit", [1, 2, 3, 500])
@pytest.mark.parametrize(
    ("path", "asked"),
    [
        ("findings", {}),
        ("findings", {"party": "taliban", "on": "2025-01-01"}),
        ("claims", {"party": "taliban"}),
        ("diff", {"since": 0}),
        ("transactions", {}),
        ("missions", {"party": "taliban"}),
    ],
)
def test_pages_put_together_are_the_whole(client: TestClient, path: str, asked: dict[str, str], limit: int) -> None:
    assert walked(client, path, limit, **asked) == items(client, path, limit=500, **asked)


def test_what_is_recorded_in_between_moves_no_page(own: str) -> None:
    with served(own) as client:
        whole = items(client, "findings")
        first = ask(client, "findings", limit=2).json()
        with open_ledger(own) as other:
            record(other, *(more(f"new {n}") for n in range(5)))
            other.bring_up(Judging())
        rest = ask(client, "findings", limit=500, cursor=first["next"]).json()
        assert first["items"] + rest["items"] == whole
        assert rest["known"] == first["known"] == 4
        assert len(items(client, "findings")) == len(whole) + 1


def test_a_cursor_belongs_to_its_question(client: TestClient) -> None:
    cursor = ask(client, "findings", limit=1).json()["next"]
    for asked in ({"party": "cn"}, {"kind": "envoy"}, {"known": 2}, {"on": "2024"}):
        answer = client.get(f"{API}/findings", params={**asked, "cursor": cursor})
        assert answer.status_code == 400
        assert answer.json()["place"] == "cursor"


@pytest.mark.parametrize("cursor", ["", "x", "é", "W10=", "bnVsbA==", "WzEsMiwzXQ==", "WzEsICJhIl0=", "W" * 1500])
def test_a_cursor_that_is_none_is_refused(client: TestClient, cursor: str) -> None:
    answer = client.get(f"{API}/findings", params={"cursor": cursor})
    assert answer.status_code == 400
    assert answer.json()["cause"]


# --- ETags ---


def test_what_the_asker_has_is_not_sent_again(client: TestClient) -> None:
    answer = ask(client, "findings")
    tag = answer.headers["ETag"]
    for stated in (tag, tag.removeprefix("W/"), f'"other", {tag}', "*"):
        again = client.get(f"{API}/findings", headers={"If-None-Match": stated})
        assert (again.status_code, again.content, again.headers["ETag"]) == (304, b"", tag)
    assert client.get(f"{API}/findings", headers={"If-None-Match": '"other"'}).content == answer.content


def test_a_tag_stands_as_long_as_the_answer_may(own: str) -> None:
    with served(own) as client:
        now, then = ask(client, "findings").headers["ETag"], ask(client, "findings", known=2).headers["ETag"]
        with open_ledger(own) as other:
            record(other, more("new"))
            other.bring_up(Judging())
        assert ask(client, "findings").headers["ETag"] != now
        assert ask(client, "findings", known=2).headers["ETag"] == then


def test_what_was_erased_is_gone_as_of_any_time(own: str) -> None:
    with served(own) as client:
        before = ask(client, "findings", party="cn", known=2)
        assert "China accepted a Taliban ambassador" in before.text
        with open_ledger(own) as other:
            erasure = Erasure("envoys", "asked to")
            other.decide([erasure], moment="2025-08-02T10:00:00Z", author="tester", tool="t")
            other.bring_up(Judging())
        after = client.get(
            f"{API}/findings", params={"party": "cn", "known": 2}, headers={"If-None-Match": before.headers["ETag"]}
        )
        assert after.status_code == 200
        assert "China accepted" not in after.text
        assert client.get(f"{API}/documents/envoys", params={"known": 2}).status_code == 404


def test_answers_stay_at_what_is_kept_until_the_rest_is_taken_in(own: str) -> None:
    with served(own) as client:
        with open_ledger(own) as other:
            record(other, more("new"))
        assert ask(client, "findings").json()["known"] == 4
        client.app.state.desk.catch_up()  # type: ignore[attr-defined]
        assert ask(client, "findings").json()["known"] == 5
        assert len(items(client, "findings", party="td")) == 1


def test_what_was_judged_while_it_was_taken_in_is_not_judged_again(own: str, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = [("findings", {"party": "td"}), ("ladder", {"party": "taliban", "with": "td", "on": "2025-08-02"})]
    with served(own) as client:
        catch_up = client.app.state.desk.catch_up  # type: ignore[attr-defined]
        for name in ("new", "another"):
            with open_ledger(own) as other:
                record(other, more(name))
            catch_up()
            answers = [ask(client, path, **about).json() for path, about in asked]
            monkeypatch.setattr("credence.serve.desk.ask_with_sources", None)  # none judges now
        assert [each["documents"] for each in answers[0]["items"]] == [2]
    monkeypatch.undo()
    with served(own) as afresh:
        assert [ask(afresh, path, **about).json() for path, about in asked] == answers


# --- problems ---


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("findings?party=Atlantis", 400),
        ("findings?kind=envoy.eat", 400),
        ("findings?on=yesterday", 400),
        ("findings?known=yesterday", 400),
        ("findings?known=", 400),
        ("findings?limit=0", 422),
        ("findings?status=fine", 422),
        ("findings/f00000000000000", 404),
        ("findings/x", 422),
        ("findings/f00000000000000/history", 404),
        ("findings/f00000000000000/origins", 404),
        ("claims", 400),
        ("claims/c00000000000000", 422),
        ("claims/c000000000000000", 404),
        ("documents/none", 404),
        ("parties/Atlantis", 404),
        ("parties/*", 404),
        ("counts?party=taliban", 422),
        ("counts?party=taliban&on=2024", 400),
        ("ladder?party=cn&with=cn&on=2024-01-01", 400),
        ("search?q=-", 400),
        ("diff", 422),
        ("diff?since=x", 400),
        ("nothing", 404),
    ],
)
def test_what_is_wrong_is_told_as_a_problem(client: TestClient, path: str, status: int) -> None:
    answer = client.get(f"{API}/{path}")
    told = answer.json()
    assert (answer.status_code, told["status"]) == (status, status)
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert told["type"].startswith("urn:credence:problem:")
    assert told["place"]
    assert told["cause"]


def test_a_ledger_in_trouble_is_a_problem_that_does_not_say_where_it_is(own: str) -> None:
    with served(own) as client:
        Path(own).write_bytes(b"no ledger any more" * 1000)
        client.app.state.desk.ledger.close()  # type: ignore[attr-defined]
        answer = client.get("/health")
        assert (answer.status_code, answer.json()["place"]) == (503, "the ledger")
        assert own not in answer.text
        assert answer.headers["Retry-After"]
