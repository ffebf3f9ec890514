"""Pages of a finding and of a document: how it was judged, on whose words, and the words in their place."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit
from xml.etree import ElementTree as ET

import pytest
from fastapi.testclient import TestClient

from credence.catalog.kinds import load_kinds
from credence.flow import Judging
from credence.ledger import Recording, open_ledger
from credence.model.decision import Retraction
from credence.model.document import Document
from pages import PAGE, hrefs, words
from served import MUTTAQI, filled, record, said, served

TIMES = "on=2024-09-01&known=2024-10-31"
HOSTILE = '<script>alert(1)</script>"><img src=x onerror=alert(2)>'
DOC = "a/b: missions"


def id_of(client: TestClient, party: str, kind: str) -> str:
    [found] = client.get(f"/api/v1/findings?party={party}&kind={kind}").json()["items"]
    return str(found["id"])


def shown(client: TestClient, path: str, query: str = TIMES) -> str:
    answer = client.get(f"{path}?{query}", headers=PAGE)
    assert answer.status_code == 200, answer.text
    return str(answer.text)


def of_china(client: TestClient, query: str = TIMES) -> str:
    return shown(client, f"/finding/{id_of(client, 'cn', 'envoy.accept')}", query)


def test_a_finding_says_what_stands_and_how_it_was_judged(client: TestClient) -> None:
    html = of_china(client)
    assert "<title>China accepts an envoy of Taliban (rank: ambassador) · Credence</title>" in html
    told = words(html)
    assert "Contested: " in told
    assert re.search(r"Odds .* give a credence of 0\.\d\d", told)
    assert "On 1 September 2024: it may hold" in told


def test_those_for_and_those_against_stand_side_by_side(client: TestClient) -> None:
    html = of_china(client)
    assert '<div class="sides two">' in html
    told = words(html)
    assert "Who says so (1 origin in 1 document)" in told
    assert "Who says that it is not so (1 origin in 1 document)" in told
    assert "“China accepted no Taliban ambassador”" in told


def test_the_picture_of_origins_says_what_the_list_does(client: TestClient) -> None:
    html = of_china(client)
    svg = ET.fromstring(html[html.index("<svg") : html.index("</svg>") + 6])  # noqa: S314 - our own output
    drawn = {urlsplit(each.get("href") or "").path for each in svg.iter() if each.get("href")}
    assert drawn == {"/document/envoys", "/document/denial"}
    listed = {urlsplit(each).path for each in hrefs(html[html.index("</svg>") :])}
    assert drawn <= listed


def test_its_history_goes_through_both_times(client: TestClient) -> None:
    html = of_china(client)
    history = html[html.index('id="became"') :]
    assert re.findall(r"transaction (\d+)", history)[:2] == ["3", "1"]
    assert "supported</del> → <ins>contested" in history
    earlier = [each for each in hrefs(history) if "known=1" in each]
    assert earlier
    assert "Who says that it is not so" not in client.get(earlier[0], headers=PAGE).text


@pytest.mark.parametrize("path", ["/document/envoys", None])
def test_every_address_carries_both_times_on(client: TestClient, path: str | None) -> None:
    html = shown(client, path) if path else of_china(client)
    own = [urlsplit(each) for each in hrefs(html) if each.startswith("/")]
    asking = [each for each in own if not each.path.startswith(("/static/", "/drawn.css", "/login"))]
    assert asking
    for each in asking:
        asked = parse_qs(each.query)
        assert asked["on"] == ["2024-09-01"], each
        assert asked["known"], each


def test_a_finding_can_be_kept(client: TestClient) -> None:
    path = f"/finding/{id_of(client, 'cn', 'envoy.accept')}"
    rows = list(csv.DictReader(io.StringIO(client.get(f"{path}?{TIMES}&format=csv").text)))
    assert {(row["document"], row["polarity"]) for row in rows} == {("envoys", "affirmed"), ("denial", "denied")}
    told = client.get(f"{path}?{TIMES}&format=json").json()
    assert (told["status"], told["known"], told["holds"]) == ("contested", 3, "possibly")
    picture = client.get(f"{path}?{TIMES}&format=svg")
    assert picture.headers["Content-Type"] == "image/svg+xml"
    assert ET.fromstring(picture.content).find("{http://www.w3.org/2000/svg}style") is not None  # noqa: S314 - our own


def test_what_does_not_stand_is_not_there(client: TestClient) -> None:
    assert client.get("/finding/f00000000000000", headers=PAGE).status_code == 404
    assert client.get("/document/nothing", headers=PAGE).status_code == 404
    assert client.get("/finding/xyz", headers=PAGE).status_code == 422


def test_a_document_shows_its_claims_in_place(client: TestClient) -> None:
    html = shown(client, "/document/envoys")
    assert re.search(
        r'<mark class="of-envoy mood-actual" data-claims="1">China accepted a Taliban ambassador</mark>', html
    )
    assert re.search(
        r'<mark class="of-recognition mood-actual denied"[^>]*>No state recognised the Taliban</mark>', html
    )
    text = words(html[html.index('id="text"') : html.index("</article>")])
    assert "Oman accepted a Taliban envoy . " in text
    assert html.count("<li id=") == 3


def test_every_claim_leads_to_its_finding_and_back_to_its_words(client: TestClient) -> None:
    html = shown(client, "/document/envoys")
    ids = re.findall(r'<li id="(c[0-9a-f]{15})"', html)
    for each in ids:
        assert f'href="#{each}"' in html
        assert f'id="at-{each}"' in html
        assert f'href="#at-{each}"' in html
    findings = [each for each in hrefs(html) if each.startswith("/finding/")]
    assert len(findings) == len(ids)
    assert all(client.get(each, headers=PAGE).status_code == 200 for each in findings)


def test_an_id_with_anything_in_it_is_found(client: TestClient) -> None:
    html = of_china(client)
    assert "/document/envoys?" in html
    html = shown(client, "/document/a/b%3A%20missions")
    assert "Amir Khan Muttaqi" in html
    assert client.get("/document/a/b%3A%20missions?format=csv").text.count(DOC) == 2


def test_mood_and_polarity_are_told_without_colour(tmp_path: Path) -> None:
    text = "Oman may accept a Taliban envoy. Chad did not."
    document = Document("moods", text)
    claim = said(document, "envoy.accept", text[:31], by=(MUTTAQI,), polarity="denied", host="om", sender="taliban")
    address = filled(tmp_path / "credence.db")
    with open_ledger(address) as ledger:
        record(ledger, Recording(document, (claim,)))
    with served(address) as client:
        html = shown(client, "/document/moods", "on=2025-09-01")
        assert '<span class="sign">✕</span> denied' in html
        assert "<strong>denied</strong>" in html


def test_every_family_has_a_colour(client: TestClient) -> None:
    style = client.get("/static/text.css").text
    families = {kind.partition(".")[0] for kind in load_kinds()}
    assert {each for each in families if f".of-{each} " in style} == families


def test_documents_are_hostile_here_too(tmp_path: Path) -> None:
    address = filled(tmp_path / "credence.db")
    text = f"China opened {HOSTILE} for the Taliban."
    for at, url in enumerate(["javascript:alert(1)", 'https://example.org/?"><script>alert(3)</script>']):
        document = Document(f"bad{at}", text, title=HOSTILE, publisher=HOSTILE, published="2024-01-01", url=url)
        with open_ledger(address) as ledger:
            claim = said(document, "mission.operate", text, operator="taliban", host="cn", city=HOSTILE, post="embassy")
            record(ledger, Recording(document, (claim,)))
    with served(address) as client:
        found = id_of(client, "cn", "mission")
        for path in ("/document/bad0", "/document/bad1", f"/finding/{found}"):
            html = shown(client, path, "on=2025-09-01")
            assert "<script>alert" not in html
            assert "<img" not in html
            assert "javascript:" not in html
        assert 'rel="noopener noreferrer nofollow"' in shown(client, "/document/bad1", "on=2025-09-01")


@pytest.mark.parametrize("path", ["/document/envoys", None])
def test_nothing_stands_inline(client: TestClient, path: str | None) -> None:
    html = shown(client, path) if path else of_china(client)
    assert not re.search(r"<style|<script(?![^>]*src=)| style=| on[a-z]+=\"(?!20)", html)
    for each in re.findall(r'(?:href|src)="(/static/[^"]*)"', html):
        assert client.get(each).status_code == 200


def test_of_what_does_not_stand_any_more_it_is_said_when_and_why_it_vanished(tmp_path: Path) -> None:
    address = filled(tmp_path / "credence.db")
    with served(address) as client:
        id_ = id_of(client, "ru", "recognition.grant")
        assert "Russia recognises Taliban" in shown(client, f"/finding/{id_}", "")
    with open_ledger(address) as ledger:
        ledger.decide([Retraction("russia", "a hoax")], moment="2025-09-01T10:00:00Z", author="Ada", tool="credence 0")
        ledger.bring_up(Judging())
    with served(address) as client:
        html = shown(client, f"/finding/{id_}", "")
        told = words(html)
        assert "It does not stand any more Russia recognises Taliban This stood once." in told
        assert "Since transaction 5, of 1 September 2025, nothing that is held says so: " in told
        assert "a hoax" in told
        assert [each for each in ("vanished", "appeared") if each not in told] == []
        assert f"/finding/{id_}?known=4" in hrefs(html)
        assert "It does not stand any more" not in shown(client, f"/finding/{id_}", "known=4")
        assert "It does not stand, as known at transaction 5" in words(shown(client, f"/finding/{id_}", "known=5"))
        assert client.get(f"/finding/{id_}?known=3", headers=PAGE).status_code == 404  # it had not been heard of yet
        history = client.get(f"/api/v1/findings/{id_}/history").json()["items"]
        assert [each["what"] for each in history] == ["appeared", "vanished"]
