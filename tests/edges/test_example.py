"""The example ledger: it builds, is sound, and tells what it is there to tell."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
import sys
from pathlib import Path

import pytest

import example
from credence.asking.findings import ask
from credence.asking.ladder import standings_of
from credence.flow import Judging
from credence.ledger import Known, Ledger, open_ledger
from credence.model.finding import Finding
from credence.model.period import Period

ROOT = Path(__file__).parents[2]
ASKED = "2024-09-01"
DAY = dt.date.fromisoformat(ASKED)
THEN = {"ae", "cn", "kg", "kz", "pk", "ru", "tm", "tr"}
"""States that had accepted envoys of the Taliban on that day, as known on that day."""
LATER = {"ir", "my"}
"""Those that had, and were reported only later."""
TAKEN_BACK = {"kg"}
"""Those of which it was reported, and taken back later."""


@pytest.fixture(scope="module")
def ledger(example_ledger: Path) -> Ledger:
    return open_ledger(str(example_ledger), create=False)


def accepted(ledger: Ledger, known: Known) -> dict[str, list[Finding]]:
    """Give what is recorded of envoys of the Taliban accepted by a day, by host, without mere plans."""
    found: dict[str, list[Finding]] = {}
    for finding in ask(ledger, kind="envoy.accept", parties=["taliban"], day=ASKED, known=known):
        roles = dict(finding.proposition.roles)
        begun = finding.begins.date is not None and Period.parse(finding.begins.date).latest
        if roles["sender"] == "taliban" and finding.proposition.mood == "actual" and begun and begun <= DAY:
            found.setdefault(str(roles["host"]), []).append(finding)
    return found


def supported(found: dict[str, list[Finding]]) -> set[str]:
    """Give the hosts of which it stands."""
    return {host for host, each in found.items() if any(f.status == "supported" and f.origins_for for f in each)}


def test_it_is_sound(ledger: Ledger) -> None:
    assert ledger.verify(Judging()) == ()


def test_it_is_the_same_to_the_byte_whatever_the_hash_seed(example_ledger: Path, tmp_path: Path) -> None:
    again = tmp_path / "again.ledger"
    program = f"import example, pathlib; example.build(pathlib.Path({str(again)!r}))"
    environment = {
        **os.environ,
        "PYTHONHASHSEED": "4711",
        "PYTHONPATH": os.pathsep.join((str(ROOT / "src"), str(ROOT / "tools"))),
    }
    subprocess.run([sys.executable, "-c", program], env=environment, check=True)  # noqa: S603 - our own program
    assert again.read_bytes() == example_ledger.read_bytes()


def test_every_text_is_in_the_manifest_and_read_once() -> None:
    texts = sorted(path.name for path in (example.WORLD / "texts").iterdir())
    read = [file for entry in example.history() for file in entry.get("read", ())]
    assert sorted(example.manifest()) == texts
    assert sorted(read) == texts


def test_every_document_says_when_and_by_whom_it_was_published(ledger: Ledger) -> None:
    for document in ledger.documents():
        assert document.published
        assert document.publisher
        assert ".example.org/" in (document.url or "")


def test_every_document_makes_a_claim(ledger: Ledger) -> None:
    assert {claim.doc for claim in ledger.claims()} == {document.id for document in ledger.documents()}


def test_nothing_is_recorded_before_it_was_published() -> None:
    for entry in example.history():
        for file in entry.get("read", ()):
            for document in example.documents(file):
                assert document.published is not None
                assert document.published <= entry["moment"][:10], document.id
    moments = [entry["moment"] for entry in example.history()]
    assert moments == sorted(moments)


def test_who_had_accepted_envoys_of_the_taliban_as_known_on_the_day(ledger: Ledger) -> None:
    assert supported(accepted(ledger, ASKED)) == THEN


def test_some_were_reported_only_later_and_one_report_was_taken_back(ledger: Ledger) -> None:
    assert supported(accepted(ledger, None)) == (THEN | LATER) - TAKEN_BACK


def test_one_was_contested_and_who_denies_it_is_known(ledger: Ledger) -> None:
    (tajikistan,) = accepted(ledger, ASKED)["tj"]
    assert tajikistan.status == "contested"
    assert [origin.name for origin in tajikistan.origins_for] == ["Zabihullah Mujahid"]
    assert [origin.party for origin in tajikistan.origins_against] == ["tj"]


def test_a_correction_is_the_version_that_counts_and_the_first_can_be_asked_for(ledger: Ledger) -> None:
    before, after = (accepted(ledger, known)["my"][0] for known in ("2024-10-03", None))
    assert (dict(before.details)["rank"], dict(after.details)["rank"]) == (("ambassador",), ("charge",))


def test_a_rejection_was_undone_and_stays_on_record(ledger: Ledger) -> None:
    oman = [
        ask(ledger, kind="envoy.accept", parties=["om"], known=known)[0] for known in ("2024-09-30", "2024-10-03", None)
    ]
    assert [finding.status for finding in oman] == ["supported", "refuted", "supported"]
    assert len(ledger.decided()) == len(ledger.decisions()) + 2


def test_three_papers_with_one_text_are_one_origin(ledger: Ledger) -> None:
    (china,) = [each for each in accepted(ledger, ASKED)["cn"] if each.proposition.step == "credentials"]
    assert [origin.name for origin in china.origins_for] == ["Liao River News"]
    assert china.documents == 3


def test_the_39_missions_are_one_voice_in_four_papers(ledger: Ledger) -> None:
    (counted,) = [
        finding
        for finding in ask(ledger, kind="mission.count", parties=["taliban"])
        if dict(finding.proposition.roles)["value"] == "39"
    ]
    (origin,) = counted.origins_for  # though two spell his name otherwise
    assert (origin.party, origin.interested, counted.documents) == ("taliban", True, 4)


@pytest.mark.parametrize(
    ("authority", "state", "day", "step"),
    [
        ("taliban", "cn", "2024-09-01", "envoy-ambassador"),
        ("taliban", "ru", "2024-09-01", "envoy-charge"),
        ("taliban", "ru", "2025-08-01", "recognised"),
        ("tw", "hn", "2024-01-01", "severed"),
        ("tw", "nr", "2024-02-01", "severed"),
        ("tw", "py", "2024-03-01", "recognised"),
        ("xk", "il", "2022-01-01", "recognised"),
        ("ps", "no", "2024-06-01", "recognised"),
        ("mm-nug", "us", "2023-03-01", "mission-tolerated"),
        ("ve-guaido", "us", "2019-06-01", "recognised"),
        ("ve-guaido", "us", "2023-02-01", "none"),
        ("eh", "gh", "2025-02-01", "severed"),
        ("somaliland", "il", "2026-01-01", "recognised"),
        ("syrian-opposition", "fr", "2013-01-01", "recognised"),
    ],
)
def test_the_ladder_shows_how_far_each_authority_came(
    ledger: Ledger, authority: str, state: str, day: str, step: str
) -> None:
    (standing,) = standings_of(ledger, authority, dt.date.fromisoformat(day), state=state)
    assert standing.step == step


def test_whose_words_it_rests_on_is_told_for_each(ledger: Ledger) -> None:
    for host, findings in accepted(ledger, ASKED).items():
        for finding in findings:
            assert finding.origins_for or finding.origins_against, host
            assert all(claim.claim.quote.text for claim in finding.claims)
