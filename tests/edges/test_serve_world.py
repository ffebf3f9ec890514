"""The world page: a map and a table that say the same, both times carried on, files of just what is shown."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit
from xml.etree import ElementTree as ET

import pytest
from fastapi.testclient import TestClient

from credence.ledger import Recording, open_ledger
from credence.model.document import Document
from pages import PAGE, links
from served import filled, record, said, served

TIMES = "on=2024-09-01&known=2024-09-30"


def shown(client: TestClient, query: str = TIMES) -> str:
    answer = client.get(f"/?{query}", headers=PAGE)
    assert answer.status_code == 200
    return str(answer.text)


def table_of(html: str) -> str:
    [found] = re.findall(r'<table class="ladder.*?</table>', html, re.DOTALL)
    return str(found)


def test_the_start_is_the_world_today(client: TestClient) -> None:
    answer = client.get("/", headers=PAGE)
    assert answer.status_code == 200
    assert str(answer.url).endswith("/?on=2026-01-01")
    assert client.get("/", headers=PAGE, follow_redirects=False).headers["Cache-Control"] == "no-store"
    assert "<title>Taliban and the world on 1 January 2026 · Credence</title>" in answer.text


def test_it_says_which_states_had_accepted_envoys_and_on_whose_words(client: TestClient) -> None:
    table = table_of(shown(client))
    assert "Ambassador" in table
    assert "China" in table
    assert "Example News" in table
    assert "“China accepted a Taliban ambassador”" in table
    assert "Russia" not in table  # it recognised only later


def test_from_the_start_four_clicks_lead_to_whose_words_it_rests_on(client: TestClient) -> None:
    start = client.get("/", headers=PAGE).text
    [form] = re.findall(r'<form class="times".*?</form>', start, re.DOTALL)
    assert {"of", "on", "known"} <= set(re.findall(r'name="([a-z]+)"', form))
    # One click: the form with both days. The table has the states by step, and names whose words each rests on.
    table = table_of(shown(client, "of=taliban&part=world&on=2024-09-01&known=2024-09-01"))
    [dossier] = {each for each in links(table) if each.startswith("/dossier/taliban/cn")}
    # Two: the state. Three: the finding, or the document.
    html = client.get(dossier, headers=PAGE).text
    assert "“China accepted a Taliban ambassador”" in html
    assert any(each.startswith("/document/envoys?") for each in links(html))


def test_map_and_table_name_the_same_states(client: TestClient) -> None:
    html = shown(client)
    table = {urlsplit(each).path for each in links(table_of(html))}
    drawn = {urlsplit(each).path for each in links(html[html.index("<svg") : html.index("</svg>")])}
    assert {each for each in table if each.startswith("/dossier/")} <= drawn
    assert "/dossier/taliban/cn" in table & drawn


def test_a_later_day_shows_another_world(client: TestClient) -> None:
    table = table_of(shown(client, "on=2025-08-01"))
    assert table.index("Recognised") < table.index("Russia")


def test_as_known_earlier_it_is_another_world(client: TestClient) -> None:
    html = shown(client, "on=2025-08-01&known=2024-12-31")
    assert "Russia" not in table_of(html)
    assert "as known on 31 December 2024" in html


def test_every_address_carries_both_times_on(client: TestClient) -> None:
    own = [urlsplit(each) for each in links(shown(client)) if each.startswith("/")]
    asking = [each for each in own if not each.path.startswith(("/static/", "/drawn.css", "/login"))]
    assert {"/findings", "/dossier/taliban/cn"} <= {each.path for each in asking}
    for each in asking:
        if not each.query:
            continue  # where forms lead, which bring their own
        asked = parse_qs(each.query)
        assert asked["on"] == ["2024-09-01"], each
        assert asked["known"][0] in ("2024-09-30", "2"), each


def test_any_party_may_be_asked_about_by_its_name(client: TestClient) -> None:
    html = shown(client, f"{TIMES}&of=Kosovo")
    assert "<title>Kosovo and the world" in html
    assert 'value="xk" selected' in html
    assert "leads to a step. Try a later day" in html


def test_what_is_recorded_and_leads_nowhere_is_told(client: TestClient) -> None:
    html = shown(client, "on=2024-09-01&known=2024-12-31")  # by then China is denied
    assert "China" in html


def test_it_can_be_kept_as_a_table(client: TestClient) -> None:
    answer = client.get(f"/?{TIMES}&format=csv")
    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert answer.headers["Content-Disposition"] == 'attachment; filename="world-taliban-2024-09-01.csv"'
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    assert [(row["name"], row["step"]) for row in rows if row["state"] == "cn"] == [("China", "envoy-ambassador")]
    assert any(row["what"] == "mission" and row["state"] == "om" for row in rows)


def test_it_can_be_kept_as_json_and_as_a_picture(client: TestClient) -> None:
    told = client.get(f"/?{TIMES}&format=json").json()
    assert (told["authority"], told["on"], told["known"]) == ("taliban", "2024-09-01", 2)
    assert {each["state"] for each in told["standings"]} >= {"cn", "om"}
    answer = client.get(f"/?{TIMES}&format=svg")
    assert answer.headers["Content-Type"] == "image/svg+xml"
    tree = ET.fromstring(answer.content)  # noqa: S314 - our own output
    assert tree.find("{http://www.w3.org/2000/svg}style") is not None


def test_a_part_of_the_world_is_shown_alone(client: TestClient) -> None:
    html = shown(client, f"{TIMES}&part=africa")
    assert "map-cn" not in html
    assert "map-ly" in html
    assert "China" in table_of(html)


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("on=2024", 400),
        ("on=2024-09-01&part=moon", 400),
        ("on=2024-09-01&of=Atlantis", 400),
        ("on=2024-09-01&format=exe", 422),
    ],
)
def test_what_cannot_be_answered_is_a_page_that_says_so(client: TestClient, query: str, status: int) -> None:
    assert client.get(f"/?{query}", headers=PAGE).status_code == status


def test_an_empty_ledger_says_what_to_do(tmp_path: Path) -> None:
    path = str(tmp_path / "empty.db")
    open_ledger(path).close()
    with served(path) as client:
        assert "credence read" in client.get("/", headers=PAGE).text


def test_documents_are_hostile_here_too(tmp_path: Path) -> None:
    hostile = '<script>alert(1)</script>"><img src=x onerror=alert(2)>'
    address = filled(tmp_path / "credence.db")
    text = f"=1+1 China opened {hostile} for the Taliban."
    document = Document("=cmd", text, publisher=f"={hostile}", published="2024-01-01")
    with open_ledger(address) as ledger:
        claim = said(document, "mission.operate", text, operator="taliban", host="cn", city=hostile, post="embassy")
        record(ledger, Recording(document, (claim,)))
    with served(address) as client:
        html = client.get("/?on=2025-09-01", headers=PAGE).text
        assert "<script>alert" not in html
        assert "<img" not in html
        assert "&lt;script&gt;alert(1)" in html
        kept = client.get("/?on=2025-09-01&format=csv").text
        assert not re.search(r'(?:^|,)"?[=@+]', kept, re.MULTILINE)


def test_nothing_stands_inline(client: TestClient) -> None:
    html = shown(client)
    assert not re.search(r"<style|<script(?![^>]*src=)| style=| on[a-z]+=\"(?!20)", html)
    for each in (link for link in links(html) if link.startswith(("/static/", "/drawn"))):
        assert client.get(each).status_code == 200
