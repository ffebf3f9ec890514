"""What a ledger keeps of findings: touched as little as needed, never behind, the same when made again."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from itertools import combinations
from pathlib import Path

import pytest

from credence.asking.findings import ask
from credence.errors import LedgerTrouble
from credence.flow import Judging
from credence.ledger import Ledger, Recording, open_ledger, outlines_of
from credence.ledger.keys import finding_number
from credence.ledger.sql import recalled
from credence.model.claim import Claim, Quote
from credence.model.decision import Adjudication, Decision, Erasure, Identity, Retraction
from credence.model.document import Document
from postgres_server import Server

TEXT = "Oman opened or closed a mission, {0} says, though {0} does not say which, or where {0} has it from."
META = {"moment": "2024-09-01T10:00:00Z", "author": "Ana", "tool": "test"}
JUDGE = Judging()


def recording(doc: str, kind: str, host: str = "td", when: str = "2023", city: str | None = None) -> Recording:
    document = Document(doc, TEXT.format(doc), published="2024-01-02", publisher="Lima Post")
    roles = {"host": host, "operator": "om"} | ({"city": city} if city else {})
    quote = Quote(0, 4, "Oman")
    claim = Claim(
        doc, document.sha256, kind, tuple(sorted(roles.items())), "affirmed", "actual", when, None, (), quote, "p"
    )
    return Recording(document, (claim,))


def meeting(doc: str, parties: list[str], city: str) -> Recording:
    document = Document(doc, TEXT, published="2024-01-02", publisher="Lima Post")
    roles = (("city", city), ("parties", tuple(sorted(parties))))
    claim = Claim(
        doc, document.sha256, "meeting.hold", roles, "affirmed", "actual", "2023", None, (), Quote(0, 4, "Oman"), "p"
    )
    return Recording(document, (claim,))


@pytest.fixture(params=["sqlite", "postgresql"])
def kept(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Ledger]:
    """A ledger in each kind of database."""
    if request.param == "sqlite":
        address = str(tmp_path / "l.db")
    else:
        server: Server = request.getfixturevalue("postgres")
        address = server.empty()
    with open_ledger(address) as ledger:
        yield ledger


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "l.db"


def record(ledger: Ledger, *recordings: Recording) -> None:
    ledger.record(recordings, **META)
    ledger.bring_up(JUDGE)


def decide(ledger: Ledger, decision: Decision) -> None:
    ledger.decide([decision], **META)
    ledger.bring_up(JUDGE)


def rows(path: Path, query: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as raw:
        return raw.execute(query).fetchall()


def test_a_document_touches_its_own_findings_and_those_they_end_alone(path: Path) -> None:
    with open_ledger(str(path)) as ledger:
        record(ledger, recording("a", "mission.open"), recording("b", "mission.open", host="pe"))
        record(ledger, recording("c", "mission.close", when="2024"))
        (opened, other) = sorted(ask(ledger, kind="mission.open"), key=lambda finding: finding.ends.state)
    assert (opened.ends.date, other.ends.state) == ("2024", "unknown")
    versions = rows(path, "SELECT id, since FROM finding WHERE kind = 'mission.open'")
    expected = [(finding_number(each.id), since) for each, since in ((opened, 1), (opened, 2), (other, 1))]
    assert sorted(versions) == sorted(expected)


def test_recording_again_or_elsewhere_makes_no_version_of_what_stays_as_it_was(path: Path) -> None:
    with open_ledger(str(path)) as ledger:
        record(ledger, recording("a", "mission.open"))
        before = rows(path, "SELECT * FROM finding")
        record(ledger, recording("a", "mission.open"))
        record(ledger, recording("b", "mission.open", host="pe"))
    assert [row for row in rows(path, "SELECT * FROM finding") if row in before] == before
    assert len(rows(path, "SELECT * FROM finding")) == len(before) + 1


def test_a_name_too_long_for_an_index_is_followed_too(path: Path) -> None:
    long = "the republic of " + "x" * 600
    with open_ledger(str(path)) as ledger, open_ledger("memory:") as plain:
        for each in (ledger, plain):
            record(each, recording("a", "mission.open"), recording("b", "mission.open", host=long))
            each.bring_up(JUDGE)
            decide(each, Identity("party", "td", long, "same", "its own name"))
        (one,) = ask(ledger, parties=["om"], kind="mission")
        assert ask(plain) == (one,)
        assert one.documents == 2
        assert ledger.verify(JUDGE) == ()


def test_a_name_that_came_in_by_a_correction_is_followed_when_it_means_another(path: Path) -> None:
    with open_ledger(str(path)) as ledger, open_ledger("memory:") as plain:
        for each in (ledger, plain):
            record(each, recording("a", "mission.open"), recording("b", "mission.open", host="br"))
            claim = each.claims(doc="a")[0].id
            decide(each, Adjudication(claim, "correct", "it says Brazil", (("roles.host", "Brasil"),)))
            decide(each, Identity("party", "br", "Brasil", "same", "its own name"))
        (one,) = ask(ledger, parties=["om"], kind="mission")
        assert ask(plain) == (one,)
        assert one.documents == 2
        assert ledger.verify(JUDGE) == ()


def test_a_name_that_means_another_by_way_of_a_third_is_followed_too(path: Path) -> None:
    with open_ledger(str(path)) as ledger, open_ledger("memory:") as plain:
        for each in (ledger, plain):
            record(each, recording("a", "mission.open"), recording("b", "mission.open", host="x"))
            decide(each, Identity("party", "td", "x", "same", "its own name"))
            decide(each, Identity("party", "x", "a", "same", "its own name"))
        (one,) = ask(ledger, parties=["om"], kind="mission")
        assert ask(plain) == (one,)
        assert one.documents == 2


def test_spells_in_power_stay_apart_and_what_is_corrected_moves_from_one_to_another(path: Path) -> None:
    with open_ledger(str(path)) as ledger, open_ledger("memory:") as plain:
        for each in (ledger, plain):
            made = [recording(when[:4], "mission.open", host="taliban", when=when) for when in ("1997", "1998", "2023")]
            record(each, *made, recording("c", "mission.close", host="taliban", when="2001-10"))
            claim = each.claims(doc="1998")[0].id
            decide(each, Adjudication(claim, "correct", "a slip", (("when", "2024"),)))
        found = ask(ledger, parties=["om"], kind="mission.open")
        assert ask(plain, kind="mission.open") == found
        stand = {each.proposition.spell: (each.begins.date, each.ends.date) for each in found}
        assert stand == {"1996-09-27/2001-11-13": ("1997", "2001-10"), None: ("2023/2024", None)}
        kept = ledger.outlines(JUDGE.basis, parties=["om"], kind="mission.open")
        assert kept == outlines_of(found)
        assert {each.proposition for each in kept} == {each.proposition for each in found}
        assert ledger.verify(JUDGE) == ()


def test_a_party_that_only_some_claims_name_brings_the_whole_finding(path: Path) -> None:
    with open_ledger(str(path)) as ledger:
        record(ledger, recording("a", "mission.open"), recording("b", "mission.open", city="Oslo"))
        assert [finding.documents for finding in ask(ledger, parties=["Oslo"])] == [2]


@pytest.mark.parametrize("met", [2, 9])
def test_findings_of_several_names_are_those_in_which_all_stand_in_whatever_roles(kept: Ledger, met: int) -> None:
    names = ["om", "td", "Oslo", "party 0", "party 1", "x" * 600, "nobody"]
    with open_ledger("memory:") as plain:
        for each in (kept, plain):
            record(each, recording("a", "mission.open"), recording("b", "mission.open", city="Oslo"))
            record(
                each,
                meeting("c", ["td", *(f"party {n}" for n in range(met))], city="Lima"),
                meeting("d", ["td", "x" * 600], city="om"),
            )
            decide(each, Retraction("b", "invented"))
            record(each, meeting("e", ["td", "x" * 600], city="Oslo"), recording("f", "mission.close", host="pe"))
        for known in (1, 2, 3, 4):
            for parties in [
                *combinations(names, 2),
                *combinations(names[:5], 3),
                ("td", "td"),
                ("om", "x" * 600, "td"),
            ]:
                expected = outlines_of(ask(plain, parties=parties, known=known))
                assert kept.outlines(JUDGE.basis, parties=parties, known=known) == expected
                of_kind = tuple(each for each in expected if each.kind == "meeting.hold")
                assert kept.outlines(JUDGE.basis, parties=parties, kind="meeting", known=known) == of_kind
        assert kept.verify(JUDGE) == ()


def test_findings_fall_behind_until_they_are_brought_up_and_are_never_asked_before(path: Path) -> None:
    with open_ledger(str(path)) as ledger:
        record(ledger, recording("a", "mission.open"))
        ledger.record([recording("b", "mission.open", host="pe")], **META)
        assert len(ask(ledger, kind="mission")) == 2
        assert len(rows(path, "SELECT * FROM finding")) == 1
        assert ledger.bring_up(JUDGE) == 1
        assert ledger.bring_up(JUDGE) == 0
        assert len(rows(path, "SELECT * FROM finding")) == 2


def test_more_than_is_remembered_is_looked_up_again(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recalled, "_KEPT", 2)
    with open_ledger(str(path)) as ledger, open_ledger("memory:") as plain:
        for number in range(5):
            for each in (ledger, plain):
                record(each, recording(f"d{number}", "mission.open"))
            assert ask(ledger) == ask(plain)
            assert len(ask(ledger)[0].claims) == number + 1


def test_rows_made_on_another_basis_are_made_again(path: Path) -> None:
    with open_ledger(str(path)) as ledger:
        record(ledger, recording("a", "mission.open"))
        kept = rows(path, "SELECT * FROM finding")
        (credence,) = (finding.credence for finding in ask(ledger))
        _change(path, "UPDATE derived SET basis = 'older'")
        _change(path, "UPDATE finding SET credence = 0.5")
        assert ask(ledger, kind="mission.open")[0].credence == credence
        assert ledger.bring_up(JUDGE) == 1
    assert rows(path, "SELECT * FROM finding") == kept


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE finding SET credence = 0.5",
        "DELETE FROM finding_party",
        "UPDATE evidence SET until = 1",
        "DELETE FROM reach",
        "DELETE FROM claim_party WHERE party = 'om'",
        "UPDATE finding SET ends = '2024' WHERE until = 2",
        'UPDATE finding SET details = \'{"city": ["Oslo"]}\' WHERE until = 2',
        "UPDATE proposition SET mood = 'planned' WHERE kind = 'mission.open'",
    ],
)
def test_verify_makes_findings_again_and_finds_any_difference_and_rebuild_mends_it(path: Path, change: str) -> None:
    with open_ledger(str(path)) as ledger:
        record(ledger, recording("a", "mission.open"))
        record(ledger, recording("c", "mission.close", when="2024"))
        decide(ledger, Retraction("c", "invented"))
        sound = [rows(path, f"SELECT * FROM {table}") for table in ("finding", "evidence", "reach")]  # noqa: S608 - ours
        assert ledger.verify(JUDGE) == ()
        _change(path, change)
        broken = [rows(path, f"SELECT * FROM {table}") for table in ("finding", "evidence", "reach")]  # noqa: S608 - ours
        assert ledger.verify() == ()
        assert len(ledger.verify(JUDGE)) == 1
        assert broken == [rows(path, f"SELECT * FROM {table}") for table in ("finding", "evidence", "reach")]  # noqa: S608
        assert ledger.rebuild(JUDGE) == 3
        assert ledger.verify(JUDGE) == ()
    assert [rows(path, f"SELECT * FROM {table}") for table in ("finding", "evidence", "reach")] == sound  # noqa: S608


def test_a_ledger_that_may_not_be_written_to_answers_all_the_same(path: Path) -> None:
    with open_ledger(str(path)) as ledger:
        record(ledger, recording("a", "mission.open"))
        ledger.record([recording("b", "mission.open", host="pe")], **META)
    with open_ledger(f"sqlite:///file:{path}?mode=ro&uri=true") as protected:
        with pytest.raises(LedgerTrouble, match="may not be written to"):
            protected.bring_up(JUDGE)
        assert len(ask(protected, parties=["om"])) == 2


def _change(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute(statement)


@pytest.mark.parametrize("table", ["claim", "document"])
def test_evidence_of_which_something_is_gone_is_damage_and_no_traceback(path: Path, table: str) -> None:
    with open_ledger(str(path)) as ledger:
        record(ledger, recording("a", "mission.open"), recording("b", "mission.open", host="pe"))
    _change(path, f"DELETE FROM {table} WHERE number = 2")  # noqa: S608 - ours
    with open_ledger(str(path)) as ledger:
        assert ask(ledger, parties=["td"], kind="mission.open")
        with pytest.raises(LedgerTrouble, match="2 is damaged: it is not there"):
            ask(ledger, parties=["pe"], kind="mission.open")
        assert ledger.verify()


def test_the_world_is_the_same_however_one_comes_to_a_moment(path: Path) -> None:
    with open_ledger(str(path)) as ledger:
        record(ledger, recording("a", "mission.open"), recording("b", "mission.open", host="pe"))
        record(ledger, recording("c", "mission.close", when="2024"))
        decide(ledger, Retraction("b", "invented"))
        way = [(known, day) for known in (3, 1, None, 2, 0, 3, 2, 1) for day in (None, "2023-06-01", "2025-01-01")]
        met = [ledger.outlines(JUDGE.basis, known=known, day=day) for known, day in way]
        ledger.decide([Erasure("a", "asked for")], **META)
        assert ledger.outlines(JUDGE.basis) is None
        ledger.bring_up(JUDGE)
        assert [each.kind for each in ledger.outlines(JUDGE.basis, known=1) or ()] == ["mission.open"]
    with open_ledger("memory:") as plain:
        record(plain, recording("a", "mission.open"), recording("b", "mission.open", host="pe"))
        record(plain, recording("c", "mission.close", when="2024"))
        decide(plain, Retraction("b", "invented"))
        assert met == [outlines_of(ask(plain, known=known, day=day)) for known, day in way]
    assert len(set(map(repr, met))) > 5
