"""The queue of what people should judge: in its order, and judged only with a reviewer's token and a form of ours."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from credence.asking.reviewing import to_review
from credence.ledger import open_ledger
from credence.serve.settings import Settings
from credence.serve.tokens import Role, Tokens
from pages import PAGE
from served import GENTLE, filled, served


def logged_in(client: TestClient, tokens: Path, role: Role) -> str:
    client.post("/login", data={"token": Tokens(tokens).add("Ada", role, "2026-01-01")}, headers=PAGE)
    [key, *_] = re.findall(r'name="key" value="([^"]+)"', client.get("/review", headers=PAGE).text)
    return str(key)


def test_the_least_sure_come_first_and_what_is_judged_is_left_out(tmp_path: Path) -> None:
    address = filled(tmp_path / "credence.db")
    with open_ledger(address) as ledger:
        queue = to_review(ledger)
        sure = [round(max(each.credence, 1 - each.credence), 1) for each in queue]
        assert sure == sorted(sure)
        assert len(queue) == 6
        assert [each.id for each in to_review(ledger, parties=("ru",))] == [
            each.id for each in queue if each.kind == "recognition.grant" and "ru" in each.roles_text
        ]


def test_who_may_not_judge_sees_the_queue_and_how_to(tmp_path: Path) -> None:
    with served(filled(tmp_path / "credence.db")) as client:
        html = client.get("/review?on=2024-09-01&known=2024-09-30", headers=PAGE).text
        assert "Log in" in html
        assert 'action="/review/judge' not in html
        assert "Example News" in html
        links = [unescape(each) for each in re.findall(r'href="(/finding/[^"]*)"', html)]
        assert links
        assert all("on=2024-09-01&known=2024-09-30" in each for each in links)
        for path in ("judge", "correct", "name", "undo"):
            assert client.post(f"/review/{path}", data={}, headers=PAGE).status_code in (403, 422)


@pytest.mark.parametrize("role", ["reader", "reviewer"])
def test_judging_takes_a_reviewer_and_the_key_of_the_session(tmp_path: Path, role: Role) -> None:
    address, tokens = filled(tmp_path / "credence.db"), tmp_path / "tokens"
    with served(address, Settings(address, tokens=tokens, limits=GENTLE)) as client:
        key = logged_in(client, tokens, role)
        html = client.get("/review", headers=PAGE).text
        first = re.findall(r'<li id="(f[0-9a-f]{15})"', html)[0]
        form = {"target": first, "verdict": "accept", "reason": "<b>seen</b>"}
        assert client.post("/review/judge", data={**form, "key": "wrong"}, headers=PAGE).status_code == 403
        answer = client.post("/review/judge?on=2025-08-01", data={**form, "key": key}, headers=PAGE)
        if role == "reader":
            assert answer.status_code == 403
            return
        assert (answer.status_code, "on=2025-08-01" in str(answer.url)) == (200, True)
        assert f'<li id="{first}"' not in answer.text
        assert f"accept {first}" in answer.text
        assert "&lt;b&gt;seen&lt;/b&gt;" in answer.text
        assert client.post("/review/judge", data={**form, "key": key}, headers=PAGE).status_code == 400  # it stands


def test_claims_are_corrected_names_joined_and_decisions_undone(tmp_path: Path) -> None:
    address, tokens = filled(tmp_path / "credence.db"), tmp_path / "tokens"
    with served(address, Settings(address, tokens=tokens, limits=GENTLE)) as client:
        key = {"key": logged_in(client, tokens, "reviewer"), "reason": "read again"}
        claim = client.get("/api/v1/claims?party=om").json()["items"][0]["id"]
        changed = {"target": claim, "member": "when", "value": "2024-01-15"}
        assert client.post("/review/correct", data={**key, **changed}, headers=PAGE).status_code == 200
        host = {"target": claim, "member": "roles.host", "value": "Norway"}
        assert "host: Norway" in client.post("/review/correct", data={**key, **host}, headers=PAGE).text
        named = {"about": "person", "left": "A. Muttaqi", "right": "Amir Khan Muttaqi", "verdict": "same"}
        assert client.post("/review/name", data={**key, **named}, headers=PAGE).status_code == 200
        decided = client.get("/api/v1/decisions").json()["items"]
        assert [(each["author"], each["decision"]) for each in decided] == [
            ("Ada", "adjudication"),
            ("Ada", "adjudication"),
            ("Ada", "identity"),
        ]
        undone = client.post("/review/undo", data={**key, "number": "2"}, headers=PAGE)
        assert undone.status_code == 200
        assert "read again" in undone.text
        bad = {"target": claim, "member": "colour", "value": "red"}
        assert client.post("/review/correct", data={**key, **bad}, headers=PAGE).status_code in (400, 422)
