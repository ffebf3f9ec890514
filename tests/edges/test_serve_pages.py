"""Pages as a reader meets them: both times in every address, nothing of a document run, sessions by cookie."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from fastapi.testclient import TestClient

from credence.ledger import Recording, open_ledger
from credence.model.document import Document
from credence.serve.page.frame import Frame
from credence.serve.settings import Settings
from credence.serve.tokens import Tokens
from pages import PAGE, links
from served import GENTLE, filled, record, said, served

HOSTILE = '<script>alert(1)</script>"><img src=x onerror=alert(2)>'


def test_findings_are_what_stands(client: TestClient) -> None:
    answer = client.get("/findings", headers=PAGE)
    assert answer.status_code == 200
    assert answer.text.count('<th scope="row">') == 6
    assert "No state recognises" in answer.text
    assert '<html lang="en">' in answer.text


def test_every_address_carries_the_two_times_on(client: TestClient) -> None:
    answer = client.get("/findings?on=2024-09-01&known=2024-09-30&party=China", headers=PAGE)
    assert answer.status_code == 200
    own = [urlsplit(each) for each in links(answer.text) if each.startswith("/findings?")]
    assert own
    for each in own:
        asked = parse_qs(each.query)
        assert asked["on"] == ["2024-09-01"]
        assert asked["known"][0] in ("2024-09-30", "2")
    assert 'name="on" value="2024-09-01"' in answer.text
    assert 'name="party" value="China"' in answer.text


def test_nothing_comes_from_another_host_or_stands_inline(client: TestClient) -> None:
    for path in ("/findings", "/login", "/nothing"):
        html = client.get(path, headers=PAGE).text
        assert all(each.startswith(("/", "#")) and not each.startswith("//") for each in links(html))
        assert not re.search(r"<style|<script(?![^>]*src=)| style=| on[a-z]+=", html)
        for each in (link for link in links(html) if link.startswith("/static/")):
            assert client.get(each).status_code == 200


def test_pages_of_the_list_put_together_are_the_whole(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = re.findall(r'<th scope="row">(.*?)<', client.get("/findings", headers=PAGE).text)
    monkeypatch.setattr("credence.serve.page.findings.LENGTH", 4)
    first = client.get("/findings?kind=&page=1", headers=PAGE).text
    [after] = re.findall(r'href="([^"]*)" rel="next"', first)
    second = client.get(after.replace("&amp;", "&"), headers=PAGE).text
    found = [each for page in (first, second) for each in re.findall(r'<th scope="row">(.*?)<', page)]
    assert found == whole
    assert 'rel="next"' not in second


def test_a_reader_who_has_the_page_is_told_so(client: TestClient) -> None:
    tag = client.get("/findings", headers=PAGE).headers["ETag"]
    assert client.get("/findings", headers={**PAGE, "If-None-Match": tag}).status_code == 304


@pytest.mark.parametrize(
    ("path", "status"),
    [("/findings?party=Atlantis", 400), ("/findings?on=soon", 400), ("/findings?page=0", 422), ("/nothing", 404)],
)
def test_a_problem_is_a_page_for_who_asks_for_one(client: TestClient, path: str, status: int) -> None:
    answer = client.get(path, headers=PAGE)
    assert (answer.status_code, answer.headers["Content-Type"]) == (status, "text/html; charset=utf-8")
    assert "<h1>" in answer.text
    assert client.get(path).headers["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize("name", ["party", "with", "kind", "on", "known", "other"])
def test_what_is_asked_is_shown_as_words_and_not_run(client: TestClient, name: str) -> None:
    answer = client.get("/findings", params={name: HOSTILE[:55]}, headers=PAGE)
    assert "<script>alert" not in answer.text
    assert "<img" not in answer.text


def test_documents_are_hostile(tmp_path: Path) -> None:
    address = filled(tmp_path / "credence.db")
    text = f"{HOSTILE} opened an embassy in {HOSTILE}."
    document = Document("<b>", text, title=HOSTILE, publisher=HOSTILE, url="javascript:alert(1)")
    with open_ledger(address) as ledger:
        claim = said(document, "mission.open", text, operator=HOSTILE, host=HOSTILE, city=HOSTILE)
        record(ledger, Recording(document, (claim,)))
    with served(address) as client:
        answer = client.get("/findings?kind=mission.open", headers=PAGE)
        assert "&lt;script&gt;alert(1)" in answer.text
        assert "<script>alert" not in answer.text
        assert "<img" not in answer.text
        told = client.get("/api/v1/documents/<b>")
        assert told.headers["Content-Type"] == "application/json"
        assert told.headers["X-Content-Type-Options"] == "nosniff"


# --- sessions ---


def test_a_token_is_exchanged_for_a_cookie_and_given_back(tmp_path: Path) -> None:
    address = filled(tmp_path / "credence.db")
    tokens = Tokens(tmp_path / "tokens")
    token = tokens.add("Ada <Example>", "reviewer", "2026-01-01")
    elsewhere = Settings("", host="192.0.2.1", tokens=tokens.path, limits=GENTLE)
    with served(address, elsewhere) as client:
        refused = client.get("/findings", headers=PAGE)
        assert (refused.status_code, "/login" in refused.text) == (401, True)
        assert client.post("/login", data={"token": f"{token}x"}, headers=PAGE).status_code == 401
        answer = client.post("/login", data={"token": token}, headers=PAGE, follow_redirects=False)
        assert answer.status_code == 303
        cookie = answer.headers["Set-Cookie"]
        assert all(part in cookie for part in ("HttpOnly", "SameSite=strict", "Max-Age=43200", "Path=/"))
        page = client.get("/findings", headers=PAGE)
        assert "Ada &lt;Example&gt;, reviewer" in page.text
        assert page.headers["Cache-Control"] == "private, no-store"
        [key] = re.findall(r'name="key" value="([^"]+)"', page.text)
        assert client.post("/logout", data={"key": "wrong"}, headers=PAGE).status_code == 403
        elsewhere_asks = {**PAGE, "Origin": "https://evil.example"}
        assert client.post("/logout", data={"key": key}, headers=elsewhere_asks).status_code == 403
        assert client.post("/logout", data={"key": key}, headers=PAGE, follow_redirects=False).status_code == 303
        assert client.get("/findings", headers=PAGE).status_code == 401


def test_a_session_ends_with_its_token(tmp_path: Path) -> None:
    address = filled(tmp_path / "credence.db")
    tokens = Tokens(tmp_path / "tokens")
    token = tokens.add("Ada", "reader", "2026-01-01")
    elsewhere = Settings("", host="192.0.2.1", tokens=tokens.path, limits=GENTLE)
    with served(address, elsewhere) as client:
        client.post("/login", data={"token": token}, headers=PAGE)
        assert client.get("/findings", headers=PAGE).status_code == 200
        Tokens(tokens.path).remove(tokens.all()[0].id)
        assert client.get("/findings", headers=PAGE).status_code == 401


def test_addresses_are_put_together_from_what_is_given() -> None:
    frame = Frame("/findings", (("party", "a&b"),), "2024", None, 7)
    assert frame.to("/x y", q="é&=", on=None) == "/x%20y?q=%C3%A9%26%3D"
    assert frame.here(page=2) == "/findings?on=2024&party=a%26b&page=2"
    assert frame.lasting == "/findings?party=a%26b&on=2024&known=7"
    assert replace(frame, on=None).to("/") == "/"
