"""What every ledger promises, and what the SQLite one says when it cannot keep a promise."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Engine, event

from credence.errors import LedgerTrouble, Unreadable, WrongUse
from credence.flow import Judging
from credence.ledger import Ledger, Mark, Recorded, Recording, open_ledger
from credence.model.claim import Claim, Quote, RoleValue, Voice
from credence.model.decision import Erasure
from credence.model.document import Document

Said = tuple[str, Mapping[str, RoleValue], str]
TEXT = "Oman accepted an envoy of the Emirate. Oman and Chad held talks in Muscat. No state recognised it."
ACCEPTS: Said = ("envoy.accept", {"host": "om", "sender": "taliban", "rank": "diplomat"}, "Oman accepted an envoy")
TALKS: Said = ("meeting.hold", {"parties": ("om", "td"), "city": "Muscat"}, "Oman and Chad held talks")
NOBODY: Said = ("recognition.grant", {"recognizer": "*", "recognized": "taliban"}, "No state recognised it")


def claim(document: Document, said: Said, when: str | None = None) -> Claim:
    kind, roles, words = said
    start = document.text.index(words)
    return Claim(
        doc=document.id,
        version=document.sha256,
        kind=kind,
        roles=tuple(sorted(roles.items())),
        polarity="denied" if words.startswith("No") else "affirmed",
        mood="actual",
        when=when,
        step="credentials" if kind.startswith("envoy") else None,
        voices=(Voice("A. Speaker", "om", '"acting" minister'), Voice("Example News")),
        quote=Quote(start, start + len(words), words),
        pattern="p1",
    )


def recording(document: Document, *said: Said, when: str | None = None) -> Recording:
    return Recording(document, tuple(claim(document, each, when) for each in said))


def record(ledger: Ledger, *recordings: Recording, day: int = 1) -> Recorded:
    return ledger.record(recordings, moment=f"2024-09-{day:02}T10:00:00+00:00", author="tester", tool="credence 0")


ARTICLE = Document("article", TEXT, "A title", "2024-09-20", "Example News", "https://example.org/1", "en")


@pytest.fixture
def ledger(everywhere: str) -> Iterator[Ledger]:
    with open_ledger(everywhere) as opened:
        yield opened


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A SQLite ledger that holds one article."""
    path = tmp_path / "credence.db"
    with open_ledger(str(path)) as opened:
        record(opened, recording(ARTICLE, ACCEPTS, TALKS))
    return path


def test_claims_and_documents_come_back_as_they_were_recorded(ledger: Ledger) -> None:
    given = recording(ARTICLE, ACCEPTS, TALKS, NOBODY, when="2024-09")
    recorded = record(ledger, given)
    assert ledger.claims() == tuple(sorted(given.claims, key=lambda each: each.id))
    assert ledger.document("article") == ARTICLE
    assert (recorded.documents, recorded.claims, recorded.known_documents) == (1, 3, 0)
    assert ledger.transactions() == (recorded.transaction,)


def test_an_empty_ledger_answers_with_nothing(ledger: Ledger) -> None:
    assert [ledger.claims(), ledger.documents(), ledger.transactions(), ledger.verify()] == [()] * 4
    assert ledger.claims(known=3) == ledger.claims(known="2024-09-01") == ()
    assert ledger.document("article") is None


def test_recording_again_records_nothing(ledger: Ledger) -> None:
    record(ledger, recording(ARTICLE, ACCEPTS))
    assert record(ledger, recording(ARTICLE, ACCEPTS)) == Recorded(None, 0, 0, 1)
    assert record(ledger) == Recorded(None, 0, 0, 0)
    assert len(ledger.transactions()) == 1


def test_transactions_are_numbered_and_each_continues_from_the_one_before(ledger: Ledger) -> None:
    for day in (1, 2, 3):
        record(ledger, recording(Document(f"d{day}", TEXT), ACCEPTS), day=day)
    first, second, third = ledger.transactions()
    assert (first.number, second.number, third.number) == (1, 2, 3)
    assert (first.before, second.before, third.before) == ("0" * 64, first.hash, second.hash)
    assert (first.moment, first.author, first.tool) == ("2024-09-01T10:00:00Z", "tester", "credence 0")
    assert ledger.verify() == ()


def test_the_hash_of_a_recording_is_the_same_in_every_ledger_and_version(ledger: Ledger) -> None:
    recorded = record(ledger, recording(ARTICLE, ACCEPTS, TALKS, NOBODY), recording(Document("other", TEXT), TALKS))
    assert recorded.transaction is not None
    assert recorded.transaction.hash == "f4e5ddc31ec38b98f04160ffcf9dc96bd7e5f32aba8f610d4e3cbe6ceca3abd1"


def test_the_last_reading_of_a_document_stands_and_earlier_ones_stay_known(ledger: Ledger) -> None:
    record(ledger, recording(ARTICLE, ACCEPTS, TALKS), day=1)
    recorded = record(ledger, recording(ARTICLE, TALKS, NOBODY), day=2)
    assert (recorded.documents, recorded.claims, recorded.known_documents) == (0, 1, 1)
    assert {each.kind for each in ledger.claims()} == {"meeting.hold", "recognition.grant"}
    assert {each.kind for each in ledger.claims(known=1)} == {"envoy.accept", "meeting.hold"}
    assert record(ledger, recording(ARTICLE, ACCEPTS, TALKS), day=3).claims == 0
    assert {each.kind for each in ledger.claims()} == {"envoy.accept", "meeting.hold"}
    assert ledger.verify() == ()


def test_a_reading_that_finds_nothing_any_more_stands_too(ledger: Ledger) -> None:
    record(ledger, recording(ARTICLE, ACCEPTS))
    record(ledger, recording(ARTICLE))
    assert ledger.claims() == ()
    assert len(ledger.claims(known=1)) == 1
    assert ledger.verify() == ()


def test_a_claim_of_the_same_id_with_another_date_is_recorded_beside_the_first(ledger: Ledger) -> None:
    record(ledger, recording(ARTICLE, ACCEPTS, when="2024"))
    record(ledger, recording(ARTICLE, ACCEPTS, when="2024-09"))
    assert [each.when for each in ledger.claims()] == ["2024-09"]
    assert [each.when for each in ledger.claims(known=1)] == ["2024"]


def test_only_the_newest_version_of_a_document_counts(ledger: Ledger) -> None:
    corrected = Document("article", TEXT.replace("Chad", "Mali"), published="2024-09-21")
    record(ledger, recording(ARTICLE, ACCEPTS, TALKS), day=1)
    record(ledger, recording(corrected, ACCEPTS), day=2)
    assert {each.version for each in ledger.claims()} == {corrected.sha256}
    assert {each.version for each in ledger.claims(known=1)} == {ARTICLE.sha256}
    assert ledger.documents() == (corrected,)
    assert ledger.documents(known=1) == (ARTICLE,)
    assert ledger.document("article") == corrected
    assert ledger.document("article", ARTICLE.sha256) == ARTICLE
    assert ledger.document("article", "0" * 64) is None


def test_new_particulars_make_a_new_version_that_shares_its_claims(ledger: Ledger) -> None:
    dated = Document("article", TEXT, published="2024-09-21")
    record(ledger, recording(ARTICLE, ACCEPTS))
    recorded = record(ledger, recording(dated, ACCEPTS, TALKS))
    assert (recorded.documents, recorded.claims) == (1, 1)
    assert len(ledger.claims()) == 2
    assert ledger.document("article", ARTICLE.sha256) == dated
    assert record(ledger, recording(ARTICLE, ACCEPTS)).transaction is None
    assert ledger.verify() == ()


def test_the_same_document_twice_in_a_batch_is_one_and_its_last_reading_counts(ledger: Ledger) -> None:
    batch = (recording(ARTICLE, ACCEPTS), recording(Document("other", TEXT)), recording(ARTICLE, TALKS))
    recorded = record(ledger, *batch)
    assert (recorded.documents, recorded.claims) == (2, 1)
    assert [each.kind for each in ledger.claims()] == ["meeting.hold"]
    assert record(ledger, *batch).transaction is None


def test_the_same_claim_twice_in_a_reading_is_one(ledger: Ledger) -> None:
    assert record(ledger, recording(ARTICLE, ACCEPTS, ACCEPTS)).claims == 1
    assert len(ledger.claims()) == 1


def test_claims_are_found_by_kind_document_and_all_parties_at_once(ledger: Ledger) -> None:
    record(ledger, recording(ARTICLE, ACCEPTS, TALKS, NOBODY), recording(Document("other", TEXT), TALKS))

    def kinds(*parties: str) -> set[str]:
        return {each.kind for each in ledger.claims(parties=parties)}

    assert kinds("om") == {"envoy.accept", "meeting.hold"}
    assert kinds("taliban", "om") == {"envoy.accept"}
    assert kinds("om", "td") == {"meeting.hold"}
    assert kinds("om", "om") == kinds("om")
    assert kinds("*") == {"recognition.grant"}
    assert kinds("fr") == kinds("om", "fr") == set()
    assert len(ledger.claims(kind="meeting.hold")) == 2
    assert [each.doc for each in ledger.claims(kind="meeting.hold", doc="other")] == ["other"]


def test_known_takes_in_the_whole_day_month_or_moment_it_names(ledger: Ledger) -> None:
    for day in (1, 15):
        record(ledger, recording(Document(f"d{day}", TEXT), ACCEPTS), day=day)
    expected = {
        "2024-08": 0,
        "2024-08-31": 0,
        "2024-09-01T09:59:59Z": 0,
        "2024-09-01T10:00:00": 1,
        "2024-09-01T09:00:00-02:00": 1,
        "2024-09-01": 1,
        "2024-09": 2,
        "0": 0,
        "1": 1,
        "2": 2,
        "2024": 2,
    }
    assert {known: len(ledger.claims(known=known)) for known in expected} == expected
    assert len(ledger.claims(known=-1)) == 0
    assert len(ledger.claims(known=10**30)) == 2


def test_a_clock_set_back_lets_nothing_slip_into_what_was_known_before(ledger: Ledger) -> None:
    record(ledger, recording(Document("late", TEXT), ACCEPTS), day=9)
    before = ledger.claims(known="2024-09-05")
    record(ledger, recording(Document("early", TEXT), ACCEPTS), day=3)
    assert ledger.claims(known="2024-09-05") == before == ()
    assert len(ledger.claims(known="2024-09-09")) == 2


@pytest.mark.parametrize(
    "known", ["", "yesterday", "2024-13", "2024-09-31", "2024-W38-1", "2024-09-01T25:00", "9" * 5000]
)
def test_a_known_that_is_no_date_is_refused(ledger: Ledger, known: str) -> None:
    with pytest.raises(WrongUse, match="neither a transaction nor a date"):
        ledger.claims(known=known)


@pytest.mark.parametrize("moment", ["", "2024-09-01T10:00:00", "now"])
def test_a_moment_that_is_none_is_refused(ledger: Ledger, moment: str) -> None:
    with pytest.raises(WrongUse, match="moment"):
        ledger.record([recording(ARTICLE)], moment=moment, author="a", tool="t")
    assert ledger.transactions() == ()


def test_claims_that_do_not_fit_their_document_are_refused_and_nothing_is_recorded(ledger: Ledger) -> None:
    shifted = Document("article", "x" + TEXT)
    foreign = Recording(shifted, recording(ARTICLE, ACCEPTS).claims)
    misquoted = replace(claim(ARTICLE, ACCEPTS), quote=Quote(1, 5, "Oman"))
    twofold = Recording(ARTICLE, (claim(ARTICLE, ACCEPTS, "2023"), claim(ARTICLE, ACCEPTS, "2024")))
    for wrong in (foreign, Recording(ARTICLE, (misquoted,)), twofold):
        with pytest.raises(WrongUse, match="article, claim c"):
            record(ledger, recording(Document("good", TEXT), TALKS), wrong)
    assert ledger.documents() == ()


@pytest.mark.parametrize("bad", ["\ud800", "\0"], ids=["half a surrogate pair", "NUL"])
def test_characters_that_not_every_database_holds_are_refused_with_their_place(ledger: Ledger, bad: str) -> None:
    with pytest.raises(Unreadable, match="character 4"):
        record(ledger, recording(Document("torn", f"Oman{bad}")))
    with pytest.raises(Unreadable, match=r"document 'torn'.*character 0"):
        record(ledger, recording(Document("torn", "Oman", published=bad)))
    for kind, value in (("envoy.accept", f"Zoë{bad}"), (f"envoy{bad}", "Zoë")):
        with pytest.raises(Unreadable, match=r"torn, claim c.*character"):
            record(ledger, recording(Document("torn", TEXT), (kind, {"person": value}, "Oman accepted")))
    with pytest.raises(Unreadable, match=r"author and tool: .*character 1"):
        ledger.record([recording(ARTICLE)], moment="2024-09-01T10:00:00Z", author=f"A{bad}", tool="t")
    assert ledger.transactions() == ()


@pytest.mark.parametrize("bad", ["\ud800", "\0"])
def test_nothing_stands_under_words_that_no_ledger_holds(ledger: Ledger, bad: str) -> None:
    record(ledger, recording(ARTICLE, ACCEPTS))
    assert ledger.claims(parties=["om", bad]) == ledger.claims(kind=bad) == ledger.claims(doc=bad) == ()
    assert ledger.document(bad) is ledger.document("article", bad) is None


def test_unusual_characters_are_kept(ledger: Ledger) -> None:
    text = "\ufeff\x01\x1a\x1e\x1f\\N\\.\t“Côte d’Ivoire”\u2028\ufffe\x85🇴🇲 accepted\r\n\\.\n"
    odd = Document("o'd\"d; --", text, title="", publisher="北京", url="\\N")
    record(ledger, recording(odd, ("envoy.accept", {"host": "ci", "person": "Zoë\t"}, "🇴🇲 accepted")))
    assert ledger.documents() == (odd,)
    assert ledger.document(odd.id) == odd
    assert [each.quote.text for each in ledger.claims(parties=["Zoë\t"])] == ["🇴🇲 accepted"]
    assert ledger.claims(parties=["Zoe\t"]) == ledger.claims(parties=["ZOË\t"]) == ()
    assert ledger.verify() == ()


def test_what_is_looked_up_may_be_long(ledger: Ledger) -> None:
    long = "".join(chr(0x4E00 + number % 20000) for number in range(30000))  # of which a database's index takes none
    document = Document(long, TEXT, url=long)
    record(ledger, recording(document, ("envoy.accept", {"host": "ci", "person": long}, "Oman accepted")))
    assert ledger.document(long) == document
    assert len(ledger.claims(parties=["ci", long])) == len(ledger.claims(doc=long)) == 1
    assert ledger.claims(parties=[long[:-1]]) == ()
    assert ledger.verify() == ()


# From here on: SQLite alone.


def test_a_ledger_opened_again_holds_what_was_recorded_and_takes_more(path: Path) -> None:
    with open_ledger(f"sqlite:///{path}", create=False) as again:
        assert len(again.claims()) == 2
        record(again, recording(ARTICLE, ACCEPTS, NOBODY))
        assert [each.number for each in again.transactions()] == [1, 2]
    with sqlite3.connect(path) as raw:
        assert raw.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    raw.close()


def test_reading_where_there_is_no_ledger_makes_none(tmp_path: Path) -> None:
    (tmp_path / "empty.db").touch()
    for name in ("none.db", "empty.db"):
        with pytest.raises(LedgerTrouble, match=r"no ledger here \(record something first: credence read FILE"):
            open_ledger(str(tmp_path / name), create=False)
    assert [each.name for each in tmp_path.iterdir()] == ["empty.db"]


def test_addresses_that_lead_nowhere_are_told_with_their_remedy(tmp_path: Path) -> None:
    with pytest.raises(LedgerTrouble, match=r"folder .* does not exist \(make it"):
        open_ledger(str(tmp_path / "none" / "credence.db"))
    with pytest.raises(LedgerTrouble, match="this is a folder"):
        open_ledger(str(tmp_path))
    for address in ("", "sqlite://", "nosuch://host/db", "://"):
        with pytest.raises(WrongUse):
            open_ledger(address)


def test_a_file_that_is_no_database_is_told_and_left_alone(tmp_path: Path) -> None:
    notes = tmp_path / "notes.txt"
    notes.write_text("These are notes and no database at all. " * 40)
    before = notes.read_bytes()
    with pytest.raises(LedgerTrouble, match=r"notes\.txt: the file is no ledger"):
        open_ledger(str(notes))
    assert notes.read_bytes() == before


@pytest.mark.parametrize("table", ["CREATE TABLE recipe (name)", "CREATE TABLE meta (application, schema)"])
def test_another_programs_database_is_told_and_left_alone(tmp_path: Path, table: str) -> None:
    other = tmp_path / "other.db"
    _change(other, table)
    before = other.read_bytes()
    with pytest.raises(LedgerTrouble, match="another program's database"):
        open_ledger(str(other))
    assert other.read_bytes() == before


def test_a_newer_ledger_asks_for_a_newer_program(path: Path) -> None:
    _change(path, 'UPDATE meta SET "schema" = 99')
    with pytest.raises(LedgerTrouble, match=r"newer Credence .*\(update Credence"):
        open_ledger(str(path))


def test_a_ledger_another_program_writes_to_can_be_read_but_not_written(path: Path) -> None:
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with open_ledger(str(path), patience=0.05) as waiting:
        assert len(waiting.claims()) == 2
        with pytest.raises(LedgerTrouble, match=r"another program is writing to it \(wait"):
            record(waiting, recording(ARTICLE, NOBODY))
        other.execute("ROLLBACK")
        assert record(waiting, recording(ARTICLE, NOBODY)).claims == 1
    other.close()


def test_a_ledger_that_may_not_be_written_to_can_be_read(path: Path) -> None:
    with open_ledger(f"sqlite:///file:{path}?mode=ro&uri=true") as protected:
        assert len(protected.claims()) == 2
        with pytest.raises(LedgerTrouble, match="may not be written to"):
            record(protected, recording(ARTICLE, NOBODY))


def test_a_full_disk_is_told_and_the_ledger_stays_as_it_was(path: Path) -> None:
    def leave_no_room(connection: sqlite3.Connection, _record: object) -> None:
        connection.execute("PRAGMA max_page_count = 1")  # SQLite raises it to the pages there are

    event.listen(Engine, "connect", leave_no_room)
    try:
        with open_ledger(str(path)) as full:
            with pytest.raises(LedgerTrouble, match="disk is full"):
                record(full, recording(Document("long", TEXT * 1000)))
            assert len(full.claims()) == 2
            assert full.verify() == ()
    finally:
        event.remove(Engine, "connect", leave_no_room)


STRAY_CLAIM = """
    INSERT INTO claim SELECT 9, 'new', id, document, pattern, kind, roles, polarity, mood, "when", step, voices,
    quote_start, quote_end, quote_text, recorded FROM claim WHERE number = 1
"""


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ("UPDATE document SET text = replace(text, 'Chad', 'Mali')", "not as it was recorded"),
        ("UPDATE document SET publisher = NULL", "not as it was recorded"),
        ("UPDATE claim SET polarity = 'denied'", "is not that of the claim's content"),
        ("UPDATE claim SET \"when\" = '2020'", "not as it was recorded"),
        ("UPDATE claim SET roles = '{'", "is damaged"),
        ("UPDATE claim SET kind = x'00'", "kind is of another type"),
        ("UPDATE claim SET digest = x'07' WHERE number = 1", "digest is of another type"),
        ("DELETE FROM reading_claim", "hash does not fit"),
        (STRAY_CLAIM, "belong to no reading"),
        ("INSERT INTO reading VALUES (2, 1, 1)", "hash does not fit"),
        ("UPDATE \"transaction\" SET author = 'nobody'", "hash does not fit"),
        ('UPDATE "transaction" SET before = hash', "does not continue"),
        ('DELETE FROM "transaction"', "belong to no transaction"),
    ],
)
def test_verify_finds_what_was_changed_behind_the_ledgers_back(path: Path, change: str, found: str) -> None:
    _change(path, change)
    with open_ledger(str(path)) as damaged:
        assert any(found in line for line in damaged.verify())


@pytest.mark.parametrize("words", ["Chad", claim(ARTICLE, TALKS).id])
def test_verify_finds_every_wrong_bit_in_what_is_stored_twice(path: Path, words: str) -> None:
    whole = path.read_bytes()
    places = [place for place in range(len(whole)) if whole.startswith(words.encode(), place)]
    assert len(places) == 2  # in the text and in the quote; in the claim and in its index
    for place in places:
        for byte in (whole[place] ^ 1, whole[place] ^ 0x80):  # another letter, and no letter at all
            path.write_bytes(whole[:place] + bytes([byte]) + whole[place + 1 :])
            with open_ledger(str(path)) as damaged:
                assert damaged.verify()


def test_damage_to_a_row_is_told_when_it_is_read(path: Path) -> None:
    _change(path, "UPDATE claim SET voices = '['")
    with open_ledger(str(path)) as damaged, pytest.raises(LedgerTrouble, match=r"damaged.*restore"):
        damaged.claims()
    _change(path, "UPDATE document SET title = CAST(x'ff' AS TEXT)")
    with open_ledger(str(path)) as damaged, pytest.raises(LedgerTrouble, match="no UTF-8"):
        damaged.documents()


def _change(path: Path, statement: str) -> None:
    raw = sqlite3.connect(path)
    raw.execute(statement)
    raw.commit()
    raw.close()


def test_a_mark_says_how_far_a_ledger_has_come(ledger: Ledger) -> None:
    assert ledger.mark("b").number == ledger.mark("b").erased == 0
    record(ledger, recording(ARTICLE, ACCEPTS), day=1)
    record(ledger, recording(replace(ARTICLE, id="other"), TALKS), day=3)
    assert [ledger.mark("b", known=known).number for known in (None, 1, 7, "2024-09-02", "2024-08")] == [2, 1, 2, 1, 0]
    assert ledger.mark("b").kept is None


def test_a_mark_knows_what_is_kept_and_what_was_erased(path: Path) -> None:
    judge = Judging()
    with open_ledger(str(path)) as reader, open_ledger(str(path)) as writer:
        assert reader.mark(judge.basis) == Mark(1, None, 0)
        writer.bring_up(judge)
        assert reader.mark(judge.basis) == Mark(1, 1, 0)
        assert reader.mark("another basis").kept is None
        writer.decide([Erasure("article", "asked to")], moment="2024-09-05T10:00:00Z", author="x", tool="t")
        assert (reader.mark(judge.basis).number, reader.mark(judge.basis).erased) == (2, 2)
