"""Pages that read what is handed in, and search what was: checked before anything is recorded."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from fastapi.testclient import TestClient

from credence.ledger import Recording, open_ledger
from credence.model.document import Document
from credence.serve.settings import Settings
from credence.serve.tokens import Role, Tokens
from pages import PAGE, hrefs, words
from served import GENTLE, filled, record, said, served

HOSTILE = '<script>alert(1)</script>"><img src=x onerror=alert(2)>'
TEXT = "China accepted a Taliban ambassador. Chad accepted a Taliban envoy."


def logged_in(client: TestClient, tokens: Path, role: Role) -> None:
    client.post("/login", data={"token": Tokens(tokens).add("Ada", role, "2026-01-01")}, headers=PAGE)


def test_a_text_is_marked_and_checked_and_not_recorded(client: TestClient) -> None:
    answer = client.post("/read?on=2024-09-01&known=2024-09-30", data={"text": TEXT}, headers=PAGE)
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "private, no-store"
    told = words(answer.text)
    assert "2 claims in 2 sentences" in told
    assert "1 agreeing with what is held" in told
    assert "1 new, with nothing held that bears on it" in told
    assert answer.text.count("<mark ") == 2
    assert "Recording takes the token of an editor" in told
    found = [urlsplit(each) for each in hrefs(answer.text) if each.startswith("/finding/")]
    assert parse_qs(found[0].query) == {"on": ["2024-09-01"], "known": ["2024-09-30"]}
    assert client.get("/api/v1/transactions").json()["known"] == 4


def test_a_file_is_read_by_what_it_is(client: TestClient) -> None:
    page = (
        f"<!doctype html><html><head><title>Envoys</title></head><body><article><p>{TEXT}</p></article></body></html>"
    )
    files = {"file": ("envoys.html", page.encode(), "text/html")}
    answer = client.post("/read", files=files, data={"published": "2024-02-01"}, headers=PAGE)
    assert answer.status_code == 200, answer.text
    assert "on 1 February 2024" in words(answer.text)


@pytest.mark.parametrize(
    ("data", "status"),
    [
        ({}, 400),
        ({"text": "  "}, 400),
        ({"text": TEXT, "address": "https://news.example/"}, 400),
        ({"text": TEXT, "published": "yesterday"}, 400),
        ({"address": "http://127.0.0.1/"}, 422),
        ({"address": "file:///etc/passwd"}, 422),
    ],
)
def test_what_cannot_be_read_is_a_page_that_says_so(client: TestClient, data: dict[str, str], status: int) -> None:
    answer = client.post("/read", data=data, headers=PAGE)
    assert (answer.status_code, "<h1>" in answer.text) == (status, True)


def test_other_sites_cannot_hand_anything_in(client: TestClient) -> None:
    elsewhere = {**PAGE, "Origin": "https://evil.example"}
    assert client.post("/read", data={"text": TEXT}, headers=elsewhere).status_code == 403


def test_recording_takes_an_editor_and_the_key_of_the_session(tmp_path: Path) -> None:
    address, tokens = filled(tmp_path / "credence.db"), tmp_path / "tokens"
    form = {"id": "chad", "text": TEXT.replace(". ", ".\r\n"), "published": "2024-03-01", "key": "wrong"}
    with served(address, Settings(address, tokens=tokens, limits=GENTLE)) as client:
        assert client.post("/read/record", data=form, headers=PAGE).status_code == 403
        logged_in(client, tokens, "reviewer")
        key = {"key": re.findall(r'name="key" value="([^"]+)"', client.get("/read", headers=PAGE).text)[0]}
        assert client.post("/read/record", data={**form, **key}, headers=PAGE).status_code == 403
        logged_in(client, tokens, "editor")
        answer = client.post("/read", data={"text": TEXT}, headers=PAGE)
        key = {"key": re.findall(r'action="/read/record".*?name="key" value="([^"]+)"', answer.text, re.DOTALL)[0]}
        assert client.post("/read/record", data=form, headers=PAGE).status_code == 403
        answer = client.post("/read/record", data={**form, **key}, headers=PAGE)
        assert (answer.status_code, urlsplit(str(answer.url)).path) == (200, "/document/chad")
        assert "Chad accepted a Taliban envoy" in answer.text
        assert client.get("/api/v1/documents/chad").json()["text"] == TEXT.replace(". ", ".\n")
        assert client.get("/api/v1/transactions").json()["items"][-1]["author"] == "Ada"


def test_a_search_finds_claims_and_documents(client: TestClient) -> None:
    html = client.get("/search?q=ambassador&on=2024-09-01&known=2024-09-30", headers=PAGE).text
    told = words(html)
    assert "1 document and 1 claim" in told
    assert "“China accepted a Taliban ambassador”" in told
    for each in (urlsplit(link) for link in hrefs(html) if link.startswith(("/finding/", "/document/"))):
        assert parse_qs(each.query)["on"] == ["2024-09-01"]
        assert client.get(f"{each.path}?{each.query}", headers=PAGE).status_code == 200


def test_a_search_may_be_kept(client: TestClient) -> None:
    rows = list(csv.DictReader(io.StringIO(client.get("/search?q=ambassador&format=csv").text)))
    assert {row["document"] for row in rows} == {"envoys", "denial"}
    assert client.get("/search?q=ambassador&format=json").json()["documents"][0]["places"] == 1


def test_an_empty_search_says_how_and_a_vain_one_what_to_do(client: TestClient) -> None:
    assert "quotation marks" in client.get("/search", headers=PAGE).text
    assert "Try fewer words" in client.get("/search?q=zeppelin", headers=PAGE).text
    assert client.get("/search?q=zeppelin&kind=nothing", headers=PAGE).status_code == 400


def test_all_that_is_handed_in_or_found_is_hostile(tmp_path: Path) -> None:
    address = filled(tmp_path / "credence.db")
    text = f"China opened {HOSTILE} for the Taliban."
    document = Document("bad", text, title=HOSTILE, publisher=HOSTILE)
    with open_ledger(address) as ledger:
        claim = said(document, "mission.operate", text, operator="taliban", host="cn", city=HOSTILE, post="embassy")
        record(ledger, Recording(document, (claim,)))
    with served(address) as client:
        pages = [
            client.get("/search", params={"q": "alert"}, headers=PAGE).text,
            client.get("/search", params={"q": HOSTILE.replace('"', "")}, headers=PAGE).text,
            client.post("/read", data={"text": f"{TEXT}</textarea>{HOSTILE}", "publisher": HOSTILE}, headers=PAGE).text,
        ]
    assert "&lt;script&gt;alert" in pages[0]
    for html in pages:
        assert "<script>alert" not in html
        assert "<img" not in html
        assert not re.search(r"<style|<script(?![^>]*src=)| style=", html)
