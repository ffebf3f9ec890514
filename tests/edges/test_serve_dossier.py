"""The dossier of an authority and a state: step, charts and tables that say the same, and both sides of a conflict."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from fastapi.testclient import TestClient

from credence.ledger import Recording, open_ledger
from credence.model.document import Document
from pages import PAGE, links
from served import filled, record, said, served

CHINA = "/dossier/taliban/cn"
TIMES = "on=2024-09-01&known=2024-09-30"


def shown(client: TestClient, address: str) -> str:
    answer = client.get(address, headers=PAGE)
    assert answer.status_code == 200
    return str(answer.text)


def section(html: str, name: str) -> str:
    [_, found] = html.split(f'<section aria-labelledby="{name}"')
    return found.split("<section aria-labelledby")[0]


def test_it_says_the_step_and_on_whose_words(client: TestClient) -> None:
    html = shown(client, f"{CHINA}?{TIMES}")
    assert "<title>Taliban and China on 1 September 2024 · Credence</title>" in html
    assert "<strong>Ambassador</strong>" in html
    assert "“China accepted a Taliban ambassador”" in html
    assert "Example News, 2024-02-01" in html


def test_the_chart_and_its_table_name_the_same_days(client: TestClient) -> None:
    part = section(shown(client, f"{CHINA}?{TIMES}"), "over-time")
    assert "2024-01-30" in part
    assert "30 January 2024" in part
    assert 'role="img"' in part


def test_envoys_have_rank_and_step_and_missions_who_runs_them(client: TestClient) -> None:
    html = shown(client, f"{CHINA}?{TIMES}")
    assert "ambassador" in section(html, "envoys")
    oman = section(shown(client, f"/dossier/taliban/om?{TIMES}"), "missions")
    assert re.search(r'data-label="Run by">Taliban<', oman)
    assert re.search(r'data-label="Post">embassy<', oman)


def test_what_is_contested_stands_side_by_side(client: TestClient) -> None:
    html = section(shown(client, f"{CHINA}?on=2024-09-01"), "conflicts")  # as known now
    yes, no = html.split("<h4>It is not so</h4>")
    assert "“China accepted a Taliban ambassador”" in yes
    assert "“China accepted no Taliban ambassador”" in no
    assert "Denies it:" in no
    assert 'aria-labelledby="conflicts"' not in shown(client, f"{CHINA}?{TIMES}")  # nobody had denied it then


def test_ends_are_drawn_as_certain_as_they_are(client: TestClient) -> None:
    part = section(shown(client, f"{CHINA}?{TIMES}"), "timeline-of")
    assert 'class="chart-end"' in part
    assert 'class="chart-unended"' in part
    assert "Fading: nobody recorded" in part


def test_both_times_are_carried_on(client: TestClient) -> None:
    own = [urlsplit(each) for each in links(shown(client, f"{CHINA}?{TIMES}")) if each.startswith("/")]
    paths = {each.path for each in own}
    assert {"/party/taliban", "/party/cn", "/", "/document/envoys"} <= paths
    assert any(path.startswith("/finding/f") for path in paths)
    for each in own:
        if each.query:
            asked = parse_qs(each.query)
            assert (asked["on"], asked["known"][0] in ("2024-09-30", "2")) == (["2024-09-01"], True), each


def test_without_a_day_it_is_today(client: TestClient) -> None:
    assert str(client.get(CHINA, headers=PAGE).url).endswith(f"{CHINA}?on=2026-01-01")


def test_where_nothing_is_recorded_it_leads_on(client: TestClient) -> None:
    html = shown(client, f"/dossier/taliban/fr?{TIMES}")
    assert "Nothing that leads to a step is recorded between the two" in html
    assert "/findings?on=2024-09-01" in unescape(html)


def test_parties_may_be_named(client: TestClient) -> None:
    assert "<title>Taliban and China" in shown(client, f"/dossier/Taliban/China?{TIMES}")


@pytest.mark.parametrize(
    ("path", "status"),
    [("/dossier/taliban/Atlantis", 404), ("/dossier/taliban/taliban", 400), ("/dossier/taliban/*", 404)],
)
def test_who_is_no_party_or_twice_the_same_is_refused(client: TestClient, path: str, status: int) -> None:
    assert client.get(f"{path}?{TIMES}", headers=PAGE).status_code == status


def test_it_can_be_kept(client: TestClient) -> None:
    rows = list(csv.DictReader(io.StringIO(client.get(f"{CHINA}?{TIMES}&format=csv").text)))
    assert [row["kind"] for row in rows] == ["envoy.accept"]
    assert (rows[0]["begins"], rows[0]["begins_state"], rows[0]["ends_state"]) == ("2024-01-30", "known", "unknown")
    told = client.get(f"{CHINA}?{TIMES}&format=json").json()
    assert (told["standing"]["step"], told["known"]) == ("envoy-ambassador", 2)
    for picture in ("ladder", "timeline"):
        svg = client.get(f"{CHINA}?{TIMES}&format=svg&picture={picture}").text
        assert svg.startswith("<svg")
        assert f'id="{picture}-title"' in svg
        assert "<style>" in svg


def test_documents_are_hostile_in_dossiers(tmp_path: Path) -> None:
    hostile = '<script>alert(1)</script>"><img src=x onerror=alert(2)>'
    address = filled(tmp_path / "credence.db")
    document = Document("<b>\"'", f"China, {hostile}.", publisher=hostile, title=hostile, published="2024-01-01")
    with open_ledger(address) as ledger:
        claim = said(document, "mission.open", document.text, operator="taliban", host="cn", city=hostile, of=hostile)
        record(ledger, Recording(document, (claim,)))
    with served(address) as client:
        html = shown(client, f"{CHINA}?on=2025-09-01")
        assert "<script>alert" not in html
        assert "<img" not in html
        assert "&lt;script&gt;alert(1)" in html


def test_of_very_much_the_first_is_shown_and_the_rest_counted(tmp_path: Path) -> None:
    address = filled(tmp_path / "credence.db")
    with open_ledger(address) as ledger:
        for day in range(1, 21):
            met = Document(f"met-{day}", "Chinese and Taliban officials met.", published=f"2024-05-{day:02}")
            claim = said(met, "meeting.hold", met.text, when=met.published, parties=("cn", "taliban"))
            record(ledger, Recording(met, (claim,)))
        for number in range(9):
            denial = Document(f"none-{number}", "China accepted no Taliban ambassador.", publisher=f"Paper {number}")
            claim = said(denial, "envoy.accept", denial.text, polarity="denied", host="cn", sender="taliban")
            record(ledger, Recording(denial, (claim,)))
    with served(address) as client:
        html = shown(client, f"{CHINA}?on=2024-11-01")
        told = client.get(f"{CHINA}?on=2024-11-01&format=json").json()["standing"]["grounds"]
    step, conflict = section(html, "step"), section(html, "conflicts")
    alike = Counter(each["bearing"] for each in told)
    assert max(alike.values()) >= 20
    rows = step.count("<tr>") - 1
    assert rows == sum(min(12, count) for count in alike.values())
    assert f"{len(told) - rows} more that do the same" in step
    assert conflict.count("<blockquote>") == 1 + 4
    assert "6 more quotations" in conflict
