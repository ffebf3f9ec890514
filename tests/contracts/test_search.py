"""What every ledger promises about searching: the same words are met in the same places, then and now."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from credence.errors import Unreadable
from credence.flow import Judging
from credence.ledger import Ledger, Met, Recording, open_ledger, parse_query
from credence.model.claim import Claim, Quote
from credence.model.decision import Decision, Erasure, Retraction, Revocation
from credence.model.document import Document
from postgres_server import Server

OMAN = "Oman accepted an envoy of Chad. The envoy, O’Neill, came by train."
PERU = (
    "In Perú nobody accepted an envoy. Éamon Ó Néill stayed vis-à-vis the café; co-operation 100% AND/OR none_at_all."
)
LONG = "ü" * 3000  # longer than any database takes a word to be
ODD = f"北京大学的学生 met الدُّوَل العربيّة in दिल्ली 🎉🇹🇩. {LONG} 'quoted' \"quoted\" (bracketed) & | ! : * ^ \\ ;--"

MET = {  # words → documents, each with the number of places
    "envoy": {"oman": 3, "peru": 1},
    "ENVOY accepted": {"oman": 4, "peru": 2},
    "envoy envoy": {"oman": 3, "peru": 1},
    "envoy train": {"oman": 4},
    "envoy -train": {"peru": 1},
    "env*": {"oman": 3, "peru": 1},
    "accept": {},
    "accept*": {"oman": 1, "peru": 1},
    '"accepted an envoy"': {"oman": 1, "peru": 1},
    '"accepted an envoy of"': {"oman": 1},
    '"envoy accepted"': {},
    '"accepted an env*"': {"oman": 1, "peru": 1},
    '"accepted an envoy"*': {"oman": 1, "peru": 1},
    'envoy -"an envoy of"': {"peru": 1},
    "“an envoy of”": {"oman": 1},
    "O'Neill": {"oman": 1, "peru": 1},
    "o neill": {"oman": 2, "peru": 2},
    "peru": {"peru": 1},
    "PERU\u0301": {"peru": 1},
    "cafe vis-a-vis": {"peru": 2},
    "co‐operation": {"peru": 1},
    "cooperation": {},
    "100%": {"peru": 1},
    "and or": {"peru": 2},
    "AND": {"peru": 1},
    "NEAR(envoy, 2)": {},
    "none_at_all": {"peru": 1},
    "n_ne": {},
    "'envoy'": {"oman": 3, "peru": 1},
    "(envoy": {"oman": 3, "peru": 1},
    "words:envoy": {},
    "envoy; DROP TABLE document; --": {},
    "quoted & bracketed": {"odd": 3},
    "京": {"odd": 1},
    "大学": {"odd": 1},
    "学大": {},
    "北京*": {"odd": 1},
    "الدول العربية": {"odd": 2},
    "दिल्ली": {"odd": 1},
    "दिल": {},
    LONG: {"odd": 1},
    "u" * 3000: {"odd": 1},
    "ü" * 2999: {},
    f"{'ü' * 2999}*": {"odd": 1},
    "ü" * 64: {},
    "ü*": {"odd": 1},
    "🎉 met": {"odd": 1},
    "envoy \0": {"oman": 3, "peru": 1},
    "news": {"oman": 1},
    '"the envoy"': {"oman": 2},
    '"envoy oman"': {},
    "zebra": {},
}


def recording(doc: str, text: str, *quotes: str, title: str | None = None) -> Recording:
    document = Document(doc, text, title=title, published="2024-09-20")
    claims = []
    for words in quotes:
        start = text.index(words)
        quote = Quote(start, start + len(words), words)
        roles = (("host", "om"), ("sender", "td"))
        claims.append(
            Claim(doc, document.sha256, "envoy.accept", roles, "affirmed", "actual", None, None, (), quote, "p")
        )
    return Recording(document, tuple(claims))


def record(ledger: Ledger, *recordings: Recording) -> None:
    ledger.record(recordings, moment="2024-09-21T10:00:00Z", author="Ana", tool="test")


def decide(ledger: Ledger, decision: Decision) -> None:
    ledger.decide([decision], moment="2024-09-22T10:00:00Z", author="Ana", tool="test")


@pytest.fixture(params=["index", "no index yet"])
def ledger(everywhere: str, request: pytest.FixtureRequest) -> Iterator[Ledger]:
    with open_ledger(everywhere) as opened:
        record(opened, recording("oman", OMAN, "Oman accepted an envoy of Chad", title="News of the envoy"))
        record(opened, recording("peru", PERU, "In Perú nobody accepted an envoy"), recording("odd", ODD))
        if request.param == "index":
            opened.bring_up(Judging())
        yield opened


def found(ledger: Ledger, words: str, known: int | str | None = None) -> dict[str, int]:
    return {met.doc: met.places for met in ledger.search(parse_query(words), known=known) if met.places}


def test_the_same_words_are_met_in_every_ledger(ledger: Ledger) -> None:
    assert {words: found(ledger, words) for words in MET} == MET


def test_most_places_come_first_then_ids_in_the_order_of_characters(ledger: Ledger) -> None:
    record(ledger, recording("Z", "Oman, Oman."), recording("é", "Oman, Oman."), recording("a", "Oman, Oman."))
    assert list(found(ledger, "oman")) == ["Z", "a", "é", "oman"]


def test_claims_answer_by_the_words_wholly_within_their_quote(ledger: Ledger) -> None:
    record(ledger, recording("cut", "Lima, Limassol and Lima.", "Lima, Lima", "Limassol", "and"))
    by_quote = {claim.quote.text: claim.id for claim in ledger.claims(doc="cut")}
    (met,) = ledger.search(parse_query("lima"))
    assert met == Met("cut", 2, {by_quote["Lima, Lima"]: 1, by_quote["Limassol"]: 0, by_quote["and"]: 0})


def test_a_claim_answers_though_an_excluded_word_stands_elsewhere_in_its_document(ledger: Ledger) -> None:
    (met,) = ledger.search(parse_query("envoy chad -train"))
    (claim,) = ledger.claims(doc="oman")
    assert met == Met("oman", 0, {claim.id: 2})
    assert ledger.search(parse_query("news -train")) == ()


def test_a_title_that_the_text_begins_with_counts_once(ledger: Ledger) -> None:
    record(ledger, recording("t", "Zebra in Lima\nIt ate.", title="Zebra in Lima"))
    assert found(ledger, "zebra") == {"t": 1}


def test_what_was_known_then_is_met_then(ledger: Ledger) -> None:
    assert found(ledger, "envoy", 1) == found(ledger, "envoy", "1") == {"oman": 3}
    assert found(ledger, "envoy", "2024-09-20") == {}
    record(ledger, recording("oman", "Oman accepted no minister."))
    assert found(ledger, "envoy") == {"peru": 1}
    assert found(ledger, "minister") == {"oman": 1}
    assert found(ledger, "envoy", 2) == {"oman": 3, "peru": 1}
    decide(ledger, Retraction("peru", "invented"))
    assert found(ledger, "envoy") == {}
    decide(ledger, Revocation(1, "it was not"))
    assert found(ledger, "envoy") == {"peru": 1}
    assert found(ledger, "envoy", 4) == {}
    assert ledger.bring_up(Judging()) >= 0
    assert (found(ledger, "envoy"), found(ledger, "envoy", 4), found(ledger, "envoy", 1)) == (
        {"peru": 1},
        {},
        {"oman": 3},
    )
    assert ledger.verify(Judging()) == ()


def test_claims_of_the_last_reading_alone_are_met(ledger: Ledger) -> None:
    record(ledger, recording("peru", PERU))
    assert [met.claims for met in ledger.search(parse_query("envoy peru"))] == [{}]
    assert [len(met.claims) for met in ledger.search(parse_query("envoy peru"), known=2)] == [1]


def test_what_is_erased_is_met_at_no_time(ledger: Ledger) -> None:
    decide(ledger, Erasure("oman", "as asked"))
    for _ in range(2):
        assert found(ledger, "envoy") == found(ledger, "envoy", 2) == {"peru": 1}
        assert found(ledger, "envoy", 1) == {}
        ledger.bring_up(Judging())
    assert ledger.verify(Judging()) == ()


def test_an_index_made_again_is_the_same(ledger: Ledger) -> None:
    before = [found(ledger, words) for words in ("envoy", "ü*", "京")]
    ledger.rebuild(Judging())
    assert [found(ledger, words) for words in ("envoy", "ü*", "京")] == before
    assert ledger.verify(Judging()) == ()


def test_a_text_of_more_words_than_an_index_takes_is_met(everywhere: str) -> None:
    many = " ".join(f"word{number:06}" for number in range(105_000))
    with open_ledger(everywhere) as opened:
        record(opened, recording("many", many), recording("few", "word000007"))
        opened.bring_up(Judging())
        assert found(opened, "word104999") == {"many": 1}
        assert found(opened, "word000007") == {"few": 1, "many": 1}
        assert found(opened, "word104999 zebra") == {}
        assert opened.verify(Judging()) == ()


def test_nul_and_halves_of_characters_are_refused_when_recorded_and_harmless_when_asked(ledger: Ledger) -> None:
    for bad in ("\0", "\ud800"):
        with pytest.raises(Unreadable):
            record(ledger, recording("bad", f"Oman {bad}"))
        assert found(ledger, f"train{bad}") == {"oman": 1}


def test_claims_are_given_by_id(ledger: Ledger) -> None:
    (claim,) = ledger.claims(doc="oman")
    assert ledger.claims(ids=[claim.id, "c0", "\0"]) in ((claim,), ())
    assert ledger.claims(ids=[claim.id, "c0"]) == (claim,)
    assert ledger.claims(ids=[]) == ()


def on_file(path: Path, change: str) -> tuple[str, ...]:
    with open_ledger(str(path)) as opened:
        record(opened, recording("oman", OMAN), recording("odd", ODD))
        opened.bring_up(Judging())
        assert opened.verify(Judging()) == ()
    with closing(sqlite3.connect(path)) as raw:
        raw.execute(change)
        raw.commit()
    with open_ledger(str(path)) as opened:
        lines = opened.verify(Judging())
        opened.rebuild(Judging())
        assert opened.verify(Judging()) == ()
        assert found(opened, "envoy") == {"oman": 2}
    return lines


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ("INSERT INTO word_index (rowid, words) VALUES (3, 'more')", "document 3, which it does not know"),
        ("INSERT INTO word_index (rowid, words) VALUES (1, 'more')", "document 1 (oman)"),
        ("INSERT INTO word_index (word_index) VALUES ('delete-all')", "2 documents"),
        ("DELETE FROM word_index_data", "damaged"),
    ],
)
def test_verify_finds_an_index_that_was_changed_and_rebuild_mends_it(tmp_path: Path, change: str, told: str) -> None:
    (line,) = on_file(tmp_path / "l.db", change)
    assert line.startswith("word_index: ")
    assert told in line


def test_verify_finds_an_index_changed_on_a_server(postgres: Server) -> None:
    address = postgres.emptied()
    with open_ledger(address) as opened:
        record(opened, recording("oman", OMAN))
        opened.bring_up(Judging())
        postgres.execute("UPDATE word_index SET words = ts_delete(words, 'envoy')", address=address)
        (line,) = opened.verify(Judging())
        assert "document 1 (oman)" in line
        opened.rebuild(Judging())
        assert opened.verify(Judging()) == ()


def test_an_index_by_other_rules_is_not_asked_and_made_again(tmp_path: Path) -> None:
    path = tmp_path / "l.db"
    with open_ledger(str(path)) as opened:
        record(opened, recording("oman", OMAN))
        opened.bring_up(Judging())
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("INSERT INTO word_index (word_index) VALUES ('delete-all')")
        raw.execute("UPDATE indexed SET basis = 'older'")
        raw.commit()
    with open_ledger(str(path)) as opened:
        assert found(opened, "envoy") == {"oman": 2}
        opened.bring_up(Judging())
        assert found(opened, "envoy") == {"oman": 2}
        assert opened.verify(Judging()) == ()


def test_the_index_is_asked(tmp_path: Path) -> None:
    path = tmp_path / "l.db"
    with open_ledger(str(path)) as opened:
        record(opened, recording("oman", OMAN))
        opened.bring_up(Judging())
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("INSERT INTO word_index (word_index) VALUES ('delete-all')")
        raw.commit()
    with open_ledger(str(path)) as opened:
        assert found(opened, "envoy") == {}


def test_a_sqlite_without_full_text_looks_through_all_texts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("credence.ledger.sql.sqlite.can_index", lambda _connection: False)
    with open_ledger(str(tmp_path / "l.db")) as opened:
        record(opened, recording("oman", OMAN))
        opened.bring_up(Judging())
        assert found(opened, "envoy") == {"oman": 2}
        decide(opened, Erasure("oman", "as asked"))
        assert opened.verify(Judging()) == ()


def test_erased_words_are_not_in_the_file_of_the_index(tmp_path: Path) -> None:
    path = tmp_path / "l.db"
    with open_ledger(str(path)) as opened:
        record(opened, recording("oman", f"{OMAN} Zanzibar quagga."), recording("peru", PERU))
        opened.bring_up(Judging())
        assert b"quagga" in b"".join(each.read_bytes() for each in tmp_path.iterdir())
        decide(opened, Erasure("oman", "as asked"))
        opened.bring_up(Judging())
    assert not [each for each in tmp_path.iterdir() if b"quagga" in each.read_bytes()]
