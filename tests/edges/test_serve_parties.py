"""A party with its counterparts, numbers claimed of it, and two side by side."""

from __future__ import annotations

import csv
import io
import re
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from fastapi.testclient import TestClient

from credence.ledger import Recording, open_ledger
from credence.model.document import Document
from pages import PAGE
from served import filled, record, said, served

TIMES = "on=2024-10-01&known=2024-09-30"


def shown(client: TestClient, address: str) -> str:
    answer = client.get(address, headers=PAGE)
    assert answer.status_code == 200
    return str(answer.text)


def rows(client: TestClient, address: str) -> list[dict[str, str]]:
    answer = client.get(address)
    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
    return list(csv.DictReader(io.StringIO(answer.text)))


# --- a party ---


def test_a_party_has_its_counterparts_with_step_and_number(client: TestClient) -> None:
    html = shown(client, f"/party/taliban?{TIMES}")
    assert "claims to govern <a" in html
    assert "1996–2001, 2021–" in html
    assert "Islamic Republic of Afghanistan" in html
    found = {row["party"]: (row["step"], row["findings"]) for row in rows(client, f"/party/taliban?{TIMES}&format=csv")}
    assert found["cn"] == ("ambassador", "1")
    assert found["om"] == ("envoy below ambassador", "2")


def test_from_a_state_the_dossier_is_the_authority_s(client: TestClient) -> None:
    assert "/dossier/taliban/cn?" in shown(client, f"/party/cn?{TIMES}")


def test_a_party_of_whom_nothing_is_told_leads_on(client: TestClient) -> None:
    html = shown(client, f"/party/fr?{TIMES}")
    assert "It stands in no finding with another party" in html
    assert "/findings?known=2024-09-30&party=fr" in unescape(html)


# --- counts ---


def test_counts_set_claimed_beside_located(client: TestClient) -> None:
    html = shown(client, f"/counts/taliban?{TIMES}")
    assert "Amir Khan Muttaqi (Taliban)" in html
    assert "a party to it" in html
    assert "What could explain the difference" in html
    assert "/dossier/taliban/om?" in html
    told = rows(client, f"/counts/taliban?{TIMES}&format=csv")
    claimed = next(row for row in told if row["what"] == "claimed")
    assert (claimed["unit"], claimed["number"], claimed["located"], claimed["difference"]) == (
        "missions",
        "39",
        "1",
        "38",
    )


def test_charts_of_counts_can_be_kept(client: TestClient) -> None:
    [address] = re.findall(r'href="([^"]*)" download data-picture', shown(client, f"/counts/taliban?{TIMES}"))
    answer = client.get(unescape(address))
    assert answer.headers["Content-Type"] == "image/svg+xml"
    assert "<style>" in answer.text
    assert client.get(f"/counts/taliban?{TIMES}&format=svg&unit=tables").status_code == 404


def test_counts_lead_from_the_choice_to_the_party(client: TestClient) -> None:
    answer = client.get(f"/counts?{TIMES}", headers=PAGE)
    assert answer.url.path == "/counts/taliban"
    assert parse_qs(urlsplit(str(answer.url)).query) == {"on": ["2024-10-01"], "known": ["2024-09-30"]}
    assert client.get(f"/counts?{TIMES}&party=China", headers=PAGE).url.path == "/counts/cn"


def test_where_nobody_claims_a_number_it_is_said_so(client: TestClient) -> None:
    assert "Nobody claims a number of China’s" in shown(client, f"/counts/cn?{TIMES}")


# --- two side by side ---


def test_two_stand_side_by_side(client: TestClient) -> None:
    html = shown(client, f"/compare?a=taliban&b=xk&{TIMES}")
    assert "<title>Taliban beside Kosovo on 1 October 2024" in html
    found = {row["state"]: row for row in rows(client, f"/compare?a=taliban&b=xk&{TIMES}&format=csv")}
    assert (found["cn"]["a step"], found["cn"]["b step"], found["cn"]["further with"]) == (
        "ambassador",
        "nothing recorded",
        "Taliban",
    )
    assert next(iter(found)) == "cn"  # the widest apart
    assert "39, Amir Khan Muttaqi (Taliban)" in html


def test_the_two_can_be_turned_round_with_both_times_kept(client: TestClient) -> None:
    html = unescape(shown(client, f"/compare?a=taliban&b=xk&{TIMES}"))
    [other] = re.findall(r'<a href="([^"]*)">The other way round', html)
    assert parse_qs(urlsplit(other).query) == {
        "a": ["xk"],
        "b": ["taliban"],
        "on": ["2024-10-01"],
        "known": ["2024-09-30"],
    }


def test_a_party_is_not_compared_with_itself(client: TestClient) -> None:
    assert client.get(f"/compare?a=xk&b=Kosovo&{TIMES}", headers=PAGE).status_code == 400


# --- all of them ---


@pytest.mark.parametrize("path", ["/party/taliban", "/counts/taliban", "/compare?a=taliban&b=xk"])
def test_both_times_are_carried_on_and_json_can_be_kept(client: TestClient, path: str) -> None:
    address = f"{path}{'&' if '?' in path else '?'}{TIMES}"
    for each in re.findall(r'href="(/[^"]*\?[^"]*)"', shown(client, address)):
        asked = parse_qs(urlsplit(unescape(each)).query)
        assert asked.get("on") == ["2024-10-01"], each
        assert asked["known"][0] in ("2024-09-30", "2"), each
    told = client.get(f"{address}&format=json").json()
    assert (told["on"], told["known"]) == ("2024-10-01", 2)
    assert told["items"]


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/party/Atlantis", 404),
        ("/counts/Atlantis", 404),
        ("/compare?a=Atlantis", 400),
        ("/party/taliban?on=2024", 400),
    ],
)
def test_who_is_not_known_is_a_page_that_says_so(client: TestClient, path: str, status: int) -> None:
    address = path if "on=" in path else f"{path}{'&' if '?' in path else '?'}{TIMES}"
    assert client.get(address, headers=PAGE).status_code == status


def test_documents_are_hostile_in_numbers(tmp_path: Path) -> None:
    hostile = '<script>alert(1)</script>"><img src=x onerror=alert(2)>'
    address = filled(tmp_path / "credence.db")
    document = Document("n", f"The Taliban run 40 missions, {hostile}.", publisher=hostile, published="2024-09-01")
    with open_ledger(address) as ledger:
        claim = said(document, "mission.count", document.text, operator="taliban", value="40", scope=hostile)
        record(ledger, Recording(document, (claim,)))
    with served(address) as client:
        for path in ("/counts/taliban", "/compare?a=taliban&b=xk", "/party/taliban"):
            html = shown(client, f"{path}{'&' if '?' in path else '?'}on=2025-09-01")
            assert "<script>alert" not in html
            assert "<img" not in html
