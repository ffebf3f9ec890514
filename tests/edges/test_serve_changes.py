"""The page of what became known, and its feed: what changed between two moments, and why."""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs, urlsplit
from xml.etree import ElementTree as ET

from fastapi.testclient import TestClient

from credence.ledger import Recording, open_ledger
from credence.model.document import Document
from pages import PAGE, words
from served import filled, record, said, served

ATOM = "{http://www.w3.org/2005/Atom}"
HOSTILE = '<script>alert(1)</script>"><img src=x onerror=alert(2)>\x1b]]>'


def shown(client: TestClient, query: str) -> str:
    answer = client.get(f"/changes?{query}", headers=PAGE)
    assert answer.status_code == 200, answer.text
    return str(answer.text)


def feed_of(client: TestClient, query: str = "") -> ET.Element:
    answer = client.get(f"/changes.atom?{query}")
    assert answer.status_code == 200
    assert answer.headers["Content-Type"].startswith("application/atom+xml")
    return ET.fromstring(answer.content)  # noqa: S314 - our own output


def test_what_the_last_transaction_changed_is_shown_at_first(client: TestClient) -> None:
    told = words(shown(client, ""))
    assert "After transaction 3, up to transaction 4" in told
    assert "Russia recognises Taliban" in told
    assert "China" not in told


def test_a_change_says_what_was_and_what_is(client: TestClient) -> None:
    html = shown(client, "since=2024-09-30&known=2024-12-31")
    told = words(html)
    assert "1 changed" in told
    assert "status: supported → contested" in told
    [finding] = {unescape(each) for each in re.findall(r'href="(/finding/[^"]*)"', html)}
    assert parse_qs(urlsplit(finding).query)["known"] == ["2024-12-31"]
    assert client.get(finding, headers=PAGE).status_code == 200


def test_a_party_and_a_day_narrow_it(client: TestClient) -> None:
    assert "Oman" in words(shown(client, "since=1&party=Oman"))
    assert "Russia" not in words(shown(client, "since=1&party=Oman"))
    assert "Russia" not in words(shown(client, "since=1&on=2024-01-01&party=ru")).partition("Party")[2]


def test_where_nothing_changed_it_says_what_to_do(client: TestClient) -> None:
    assert "Give an earlier day or transaction" in shown(client, "since=4")


def test_it_can_be_kept(client: TestClient) -> None:
    rows = list(csv.DictReader(io.StringIO(client.get("/changes?since=2&known=3&format=csv").text)))
    assert [(row["what"], row["status"]) for row in rows] == [("changed", "contested")]
    told = client.get("/changes?since=2&known=3&format=json").json()
    assert (told["since"], told["known"], len(told["items"])) == (2, 3, 1)


def test_the_feed_is_atom(client: TestClient) -> None:
    feed = feed_of(client)
    entries = feed.findall(f"{ATOM}entry")
    assert len(entries) == 7
    for each in (feed, *entries):
        for name in ("id", "title", "updated"):
            assert (each.findtext(f"{ATOM}{name}") or "").strip(), name
        moment = dt.datetime.fromisoformat(each.findtext(f"{ATOM}updated") or "")
        assert moment.tzinfo is not None
    ids = [each.findtext(f"{ATOM}id") for each in entries]
    assert len(set(ids)) == len(ids)
    updated = [each.findtext(f"{ATOM}updated") or "" for each in entries]
    assert updated == sorted(updated, reverse=True)
    assert {link.get("rel") for link in feed.findall(f"{ATOM}link")} == {"self", "alternate"}
    assert all(each.find(f"{ATOM}author/{ATOM}name") is not None for each in entries)


def test_a_feed_may_be_of_one_party(client: TestClient) -> None:
    feed = feed_of(client, "party=Russia")
    titles = [each.findtext(f"{ATOM}title") or "" for each in feed.findall(f"{ATOM}entry")]
    assert titles == ["Appeared: Russia recognises Taliban."]
    assert feed.findtext(f"{ATOM}id") != feed_of(client).findtext(f"{ATOM}id")
    links = [link.get("href") or "" for link in feed.iter(f"{ATOM}link") if link.get("rel") == "alternate"]
    assert all(client.get(each, headers=PAGE).status_code == 200 for each in links)


def test_a_feed_that_is_known_is_not_sent_again(client: TestClient) -> None:
    tag = client.get("/changes.atom").headers["ETag"]
    assert client.get("/changes.atom", headers={"If-None-Match": tag}).status_code == 304


def test_the_page_leads_to_its_feed(client: TestClient) -> None:
    assert 'type="application/atom+xml"' in shown(client, "party=Oman")
    assert 'href="/changes.atom?party=Oman"' in shown(client, "party=Oman")


def test_an_empty_ledger_says_what_to_do(tmp_path: Path) -> None:
    path = str(tmp_path / "empty.db")
    open_ledger(path).close()
    with served(path) as client:
        assert "credence read" in shown(client, "")
        assert not feed_of(client).findall(f"{ATOM}entry")


def test_documents_are_hostile_here_too(tmp_path: Path) -> None:
    address = filled(tmp_path / "credence.db")
    text = f"China opened {HOSTILE} for the Taliban."
    document = Document("bad", text, title=HOSTILE, publisher=HOSTILE)
    with open_ledger(address) as ledger:
        claim = said(document, "mission.operate", text, operator="taliban", host="cn", city=HOSTILE, post="embassy")
        record(ledger, Recording(document, (claim,)))
    with served(address) as client:
        html = shown(client, "")
        assert "<script>alert" not in html
        assert "<img" not in html
        assert "script&gt;alert" in html
        assert any("<script>" in (each.text or "") for each in feed_of(client).iter(f"{ATOM}title"))
