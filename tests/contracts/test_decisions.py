"""What every ledger promises about decisions: retractions, adjudications, identities, and their revocation."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from credence.errors import LedgerTrouble, Unreadable, WrongUse
from credence.ledger import Ledger, Recorded, Recording, open_ledger
from credence.model.claim import Claim, Quote
from credence.model.decision import Adjudication, Decided, Decision, Erasure, Identity, Retraction, Revocation
from credence.model.document import Document

TEXT = "Oman accepted an envoy of Chad."


def document(name: str, published: str | None = None) -> Document:
    return Document(name, TEXT, published=published)


def recording(made: Document) -> Recording:
    quote = Quote(0, len(TEXT) - 1, TEXT[:-1])
    roles = (("host", "om"), ("sender", "td"))
    claim = Claim(
        made.id, made.sha256, "envoy.accept", roles, "affirmed", "actual", None, "credentials", (), quote, "p1"
    )
    return Recording(made, (claim,))


def record(ledger: Ledger, *documents: Document, day: int = 1) -> Recorded:
    moment = f"2024-09-{day:02}T10:00:00Z"
    return ledger.record([recording(each) for each in documents], moment=moment, author="tester", tool="credence 0")


def decide(ledger: Ledger, *decisions: Decision, author: str = "Ana", day: int = 2) -> tuple[Decided, ...]:
    return ledger.decide(decisions, moment=f"2024-09-{day:02}T10:00:00Z", author=author, tool="credence 0")


def docs(ledger: Ledger, known: int | str | None = None) -> set[str]:
    return {claim.doc for claim in ledger.claims(known=known)}


@pytest.fixture
def ledger(everywhere: str) -> Iterator[Ledger]:
    with open_ledger(everywhere) as opened:
        record(opened, document("one"), document("two"))
        yield opened


def claim_id(ledger: Ledger, doc: str) -> str:
    return next(claim.id for claim in ledger.claims(doc=doc))


def test_decisions_come_back_as_they_were_made(ledger: Ledger) -> None:
    correct = Adjudication(claim_id(ledger, "one"), "correct", "misread", (("roles.host", None), ("when", "2024-09")))
    same = Identity("person", "Zoë O'Neill", "Z. O'Neill\x01", "same", "the same “signature”")
    made = decide(ledger, correct, same, Retraction("two", "the paper withdrew it"))
    assert [(each.number, each.transaction, each.author) for each in made] == [
        (1, 2, "Ana"),
        (2, 2, "Ana"),
        (3, 2, "Ana"),
    ]
    assert ledger.decisions() == ledger.decided() == made
    assert made[1].decision == replace(same, left="Z. O'Neill\x01", right="Zoë O'Neill")
    assert ledger.transactions()[-1].author == "Ana"
    assert ledger.verify() == ()


def test_a_withdrawn_document_is_left_out_as_known_since_and_stays_known_before(ledger: Ledger) -> None:
    decide(ledger, Retraction("one", "invented"))
    assert docs(ledger) == {"two"}
    assert [each.id for each in ledger.documents()] == ["two"]
    assert docs(ledger, 1) == docs(ledger, "2024-09-01") == {"one", "two"}
    assert [each.id for each in ledger.documents(known=1)] == ["one", "two"]
    assert ledger.document("one") == document("one")


def test_recording_a_withdrawn_document_again_does_not_bring_it_back_and_a_new_version_stands(ledger: Ledger) -> None:
    decide(ledger, Retraction("one", "wrong in all points"))
    assert record(ledger, document("one"), day=3).transaction is None
    assert docs(ledger) == {"two"}
    record(ledger, document("one", "2024-09-20"), day=4)
    assert docs(ledger) == {"one", "two"}
    assert len(decide(ledger, Retraction("one", "wrong in all points"), day=5)) == 1
    assert docs(ledger) == {"two"}
    assert decide(ledger, Retraction("one", "wrong in all points"), day=6) == ()


def test_what_is_revoked_stands_no_more_and_can_be_taken_up_again(ledger: Ledger) -> None:
    decide(ledger, Retraction("one", "a mistake of ours"))
    decide(ledger, Revocation(1, "it was the other paper"), author="Ben", day=3)
    assert docs(ledger) == {"one", "two"}
    assert docs(ledger, 2) == {"two"}
    assert ledger.decisions() == ()
    assert [each.author for each in ledger.decided()] == ["Ana", "Ben"]
    decide(ledger, Revocation(2, "it was this one after all"), day=4)
    assert docs(ledger) == {"two"}
    assert [each.number for each in ledger.decisions()] == [1]


def test_what_the_same_author_decided_and_still_stands_is_not_recorded_again(ledger: Ledger) -> None:
    apart = Identity("party", "td", "om", "different", "two states")
    assert len(decide(ledger, apart, apart)) == 1
    assert decide(ledger, Identity("party", "om", "td", "different", "two states")) == ()
    assert len(ledger.transactions()) == 2
    assert len(decide(ledger, apart, author="Ben")) == 1
    decide(ledger, Revocation(1, "to try it"))
    assert len(decide(ledger, apart)) == 1


def test_hashes_are_the_same_in_every_ledger_and_cover_decisions(ledger: Ledger) -> None:
    decide(ledger, Retraction("one", "invented"))
    decide(ledger, Adjudication("f0", "reject", "no such envoy"))
    last = ledger.transactions()[-1]
    assert last.hash == "607eb54742b34976e7e43dafc8b3167540e2ab82d338e6ebf5615e9204ce7adf"
    assert ledger.verify() == ()


@pytest.mark.parametrize(
    ("decision", "cause"),
    [
        (Retraction("three", "why not"), "never recorded"),
        (Retraction("one", " "), "gives no reason"),
        (Identity("party", "om", "om", "same", "of course"), "two names"),
        (Adjudication("c000000000000000", "accept", "I saw it"), "no claim of this id"),
        (Adjudication("envoy", "accept", "I saw it"), "neither a claim nor a finding"),
        (Adjudication("f0", "correct", "no", (("when", "2024"),)), "nothing to correct"),
        (Adjudication("f0", "reject", "no", (("when", "2024"),)), "changes nothing"),
        (Revocation(1, "to try"), "no such decision stands"),
    ],
)
def test_a_decision_about_nothing_is_refused_and_nothing_is_recorded(
    ledger: Ledger, decision: Decision, cause: str
) -> None:
    with pytest.raises(WrongUse, match=cause):
        decide(ledger, Identity("party", "om", "td", "different", "two states"), decision)
    assert ledger.decided() == ()
    with pytest.raises(WrongUse, match="who decides"):
        decide(ledger, Identity("party", "om", "td", "different", "two states"), author=" ")


@pytest.mark.parametrize(
    "change", [("polarity", "maybe"), ("mood", None), ("roles.", "om"), ("quote", "x"), ("when", ("a",))]
)
def test_a_correction_of_what_no_claim_has_is_refused(ledger: Ledger, change: tuple[str, str]) -> None:
    with pytest.raises(WrongUse, match="cannot be"):
        decide(ledger, Adjudication(claim_id(ledger, "one"), "correct", "misread", (change,)))


@pytest.mark.parametrize("bad", ["\ud800", "\0"])
def test_words_that_not_every_database_holds_are_refused(ledger: Ledger, bad: str) -> None:
    decisions: list[Decision] = [
        Retraction("one", f"Why{bad}"),
        Retraction(bad, "Why."),
        Identity("person", "Zoë", f"Zoë{bad}", "same", "Why."),
        Adjudication(f"f{bad}", "reject", "Why."),
        Adjudication(claim_id(ledger, "one"), "correct", "Why.", (("roles.parties", ("om", bad)),)),
    ]
    for decision in decisions:
        with pytest.raises(Unreadable, match=r"decision: .*at character"):
            decide(ledger, decision)
    with pytest.raises(Unreadable, match=r"author and tool: .*at character"):
        decide(ledger, Retraction("one", "Why."), author=f"Ana{bad}")
    assert ledger.decided() == ()


def test_names_in_decisions_may_be_long(ledger: Ledger) -> None:
    long = "".join(chr(0x4E00 + number % 20000) for number in range(30000))  # of which a database's index takes none
    record(ledger, document(long))
    made = decide(ledger, Retraction(long, long), Identity("person", long, "Zoë", "same", long))
    assert ledger.decided() == made
    assert docs(ledger) == {"one", "two"}


def test_a_ledger_of_the_first_tables_takes_decisions_when_it_is_opened(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    with open_ledger(str(path)) as opened:
        record(opened, document("one"))
    raw = sqlite3.connect(path)
    for table in ("identity", "adjudication", "retraction", "revocation"):
        raw.execute(f"DROP TABLE {table}")
    raw.execute('UPDATE meta SET "schema" = 1')
    raw.commit()
    raw.close()
    with open_ledger(str(path)) as again:
        assert docs(again) == {"one"}
        decide(again, Retraction("one", "invented"))
        assert docs(again) == set()
        assert again.verify() == ()


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ("UPDATE retraction SET doc = 'two'", "decision 1: not as it was recorded"),
        ("UPDATE adjudication SET changes = '['", "damaged"),
        ("DELETE FROM retraction", "do not run on from 1"),
        ("UPDATE retraction SET recorded = 1", "hash does not fit"),
        ("UPDATE revocation SET revokes = 'x'", "of another type"),
    ],
)
def test_verify_finds_decisions_changed_behind_the_ledgers_back(tmp_path: Path, change: str, found: str) -> None:
    path = tmp_path / "credence.db"
    with open_ledger(str(path)) as opened:
        record(opened, document("one"), document("two"))
        decide(opened, Retraction("one", "invented"), Adjudication("f0", "reject", "no such envoy"))
        decide(opened, Revocation(2, "there was one"))
    raw = sqlite3.connect(path)
    raw.execute(change)
    raw.commit()
    raw.close()
    with open_ledger(str(path)) as damaged:
        assert any(found in line for line in damaged.verify())
    if "damaged" in found:
        with open_ledger(str(path)) as damaged, pytest.raises(LedgerTrouble, match="damaged"):
            damaged.decided()


def test_what_is_erased_is_gone_at_all_times_and_the_chain_holds(ledger: Ledger) -> None:
    record(ledger, document("one", "2024-09-20"), day=2)
    erased = claim_id(ledger, "one")
    decide(ledger, Erasure("one", "the author asked"), day=3)
    assert docs(ledger) == docs(ledger, 1) == docs(ledger, 2) == {"two"}
    assert [each.id for each in ledger.documents(known=1)] == ["two"]
    assert ledger.document("one") is None
    assert ledger.claims(parties=["om"], doc="one") == ()
    assert ledger.verify() == ()
    assert [each.decision for each in ledger.decisions()] == [Erasure("one", "the author asked")]
    with pytest.raises(WrongUse, match="no claim of this id"):
        decide(ledger, Adjudication(erased, "accept", "I have it still"))


def test_what_is_erased_does_not_come_back_and_another_text_may_come(ledger: Ledger) -> None:
    decide(ledger, Erasure("one", "the author asked"))
    assert record(ledger, document("one"), document("one", "2024-09-20"), day=3) == Recorded(None, 0, 0, 2)
    with pytest.raises(WrongUse, match="gone"):
        decide(ledger, Revocation(1, "a slip"))
    assert decide(ledger, Erasure("one", "the author asked")) == ()
    other = replace(document("one"), text=f"{TEXT} It was the first.")
    quote = Quote(0, len(TEXT) - 1, TEXT[:-1])
    claim = replace(recording(document("one")).claims[0], version=other.sha256, quote=quote)
    ledger.record([Recording(other, (claim,))], moment="2024-09-04T10:00:00Z", author="tester", tool="credence 0")
    assert docs(ledger) == {"one", "two"}
    assert docs(ledger, 2) == {"two"}
    assert ledger.verify() == ()
    assert len(decide(ledger, Erasure("one", "the author asked"), day=5)) == 1
    assert docs(ledger) == {"two"}


def test_erased_words_are_not_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / "credence.db"
    secret = replace(document("one"), text=f"{TEXT} {'Zanzibar ' * 2000}", title="Zanzibar")
    with open_ledger(str(path)) as opened:
        opened.record([Recording(secret, ())], moment="2024-09-01T10:00:00Z", author="a", tool="t")
        record(opened, document("two"))
        decide(opened, Erasure("one", "the author asked"))
        assert opened.verify() == ()
    assert not [each.name for each in tmp_path.iterdir() if b"Zanzibar" in each.read_bytes()]
    raw = sqlite3.connect(path)
    raw.execute("UPDATE document SET text = 'Zanzibar' WHERE id = 'one'")
    raw.commit()
    raw.close()
    with open_ledger(str(path)) as opened:
        assert any("erased, and still there" in line for line in opened.verify())
