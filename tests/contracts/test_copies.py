"""Copies in a ledger: one text is one origin, whatever it is called, whenever it comes, and whoever withdraws it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import ColumnElement, update

from credence.asking.findings import ask
from credence.flow import Judging
from credence.ledger import Ledger, Recording, open_ledger
from credence.ledger.sharing import MOST
from credence.ledger.sql.ledger import SqlLedger
from credence.ledger.sql.schema import gram
from credence.model.claim import Claim, Quote, Voice
from credence.model.decision import Decision, Erasure, Retraction, Revocation
from credence.model.document import Document
from credence.model.finding import Finding

META: dict[str, Any] = {"moment": "2024-09-01T10:00:00Z", "author": "Ana", "tool": "test"}
JUDGE = Judging()
SAID = "Tuvalu runs a consulate in Suva."
BODY = (
    f"{SAID} It is to close at the end of June, the island's foreign secretary told the house on Tuesday, citing the "
    "cost of rent. The two officers there are to move to the high commission. Fiji was told a week earlier and raised "
    "no objection, the secretary added. The consulate had opened in 1998 and issued some four hundred visas a year."
)
OTHER = (
    "Samoa has named a new ambassador to Tokyo, who takes up the post in September after three years in Canberra. "
    "The cabinet approved the choice on Monday without a vote, and the host gave its agreement within a fortnight. "
)
ASIDE = f"Elsewhere in the islands a treaty on fishing was put off for a third time this spring. {SAID}"


@pytest.fixture
def ledger(everywhere: str) -> Iterator[Ledger]:
    with open_ledger(everywhere) as opened:
        yield opened


def reading(
    doc: str, body: str = BODY, published: str | None = "2024-05-03", publisher: str | None = None, voice: str = ""
) -> Recording:
    text = f"Headline of {doc}\n\n{body}"
    document = Document(doc, text, f"Headline of {doc}", published, publisher or f"The {doc} Post")
    start = text.index(SAID)
    roles = (("host", "fj"), ("operator", "tv"))
    voices = (Voice(voice),) if voice else ()
    quote = Quote(start, start + len(SAID), SAID)
    claim = Claim(doc, document.sha256, "mission.operate", roles, "affirmed", "actual", None, None, voices, quote, "p")
    return Recording(document, (claim,))


def record(ledger: Ledger, *readings: Recording) -> None:
    ledger.record(readings, **META)
    ledger.bring_up(JUDGE)


def decide(ledger: Ledger, decision: Decision) -> int:
    made = ledger.decide([decision], **META)
    ledger.bring_up(JUDGE)
    return made[0].number


def one(ledger: Ledger, known: int | None = None) -> Finding:
    (found,) = ask(ledger, kind="mission", parties=["tv"], known=known)
    assert ask(ledger, known=known) == (found,)
    return found


def roots(found: Finding) -> dict[str, tuple[str, str]]:
    """Give by document the one its claim goes back to, and how."""
    return {each.claim.doc: (each.origin.doc, each.edge) for each in found.claims}


def test_copies_are_one_origin_whatever_they_are_called(ledger: Ledger) -> None:
    record(ledger, reading("b"))
    before = one(ledger)
    record(ledger, *(reading(f"c{number}", published="2024-05-04") for number in range(5)))
    after = one(ledger)
    assert (after.origins_for, after.credence) == (before.origins_for, before.credence)
    assert (before.documents, after.documents) == (1, 6)
    assert set(roots(after).values()) == {("b", "states"), ("b", "copy")}
    assert ledger.verify(JUDGE) == ()


def test_more_copies_than_are_looked_at_are_one_origin_in_any_order(ledger: Ledger) -> None:
    days = [f"2024-{month:02}-{day:02}" for month in (5, 6) for day in range(1, 21)]
    assert len(days) > 2 * MOST
    for day in (*days[1::2], *reversed(days[::2])):
        ledger.record([reading(f"d{day}", published=day)], **META)
    ledger.bring_up(JUDGE)
    assert {origin for origin, _ in roots(one(ledger)).values()} == {"d2024-05-01"}
    assert ledger.verify(JUDGE) == ()


def test_a_late_document_that_is_earlier_becomes_the_root_and_what_was_known_stays(ledger: Ledger) -> None:
    record(ledger, reading("b", published="2024-05-05"))
    record(ledger, reading("c", published="2024-05-04"))
    record(ledger, reading("d", published="2024-05-03"))
    assert [roots(one(ledger, known))["b"][0] for known in (1, 2, 3)] == ["b", "c", "d"]
    assert roots(one(ledger)) == {"b": ("d", "copy"), "c": ("d", "copy"), "d": ("d", "states")}


def test_who_credits_an_agency_leads_the_others_to_it(ledger: Ledger) -> None:
    record(ledger, reading("b"))
    record(ledger, reading("c", f"{BODY}\n\n(Reuters)", published="2024-05-09"))
    (origin,) = one(ledger).origins_for
    assert (origin.name, origin.doc) == ("Reuters", "c")


def test_the_copy_of_a_text_that_is_withdrawn_goes_back_to_the_next_and_back_again(ledger: Ledger) -> None:
    record(ledger, reading("b"), reading("c", published="2024-05-04"), reading("d", published="2024-05-05"))
    before = one(ledger)
    decision = decide(ledger, Retraction("b", "a hoax"))
    assert roots(one(ledger)) == {"c": ("c", "states"), "d": ("c", "copy")}
    decide(ledger, Revocation(decision, "no hoax"))
    assert one(ledger) == before
    assert one(ledger, 1) == before


def test_what_is_erased_leaves_no_trace(ledger: Ledger) -> None:
    record(ledger, reading("b"), reading("c", published="2024-05-04"))
    decide(ledger, Erasure("b", "as asked"))
    assert roots(one(ledger, 1)) == roots(one(ledger)) == {"c": ("c", "states")}


def test_another_version_of_the_root_is_gone_back_to_under_its_own_date(ledger: Ledger) -> None:
    record(ledger, reading("b"), reading("c", published="2024-05-04"))
    record(ledger, reading("b", published="2024-05-09"))
    assert roots(one(ledger)) == {"b": ("c", "copy"), "c": ("c", "states")}
    assert roots(one(ledger, 1)) == {"b": ("b", "states"), "c": ("b", "copy")}


def test_only_what_stands_in_a_lifted_passage_is_the_other_texts(ledger: Ledger) -> None:
    cut = BODY.index(" Fiji")
    record(ledger, reading("b"))
    record(ledger, reading("c", f"{OTHER}{BODY[:cut]}", published="2024-05-04"))
    record(
        ledger,
        reading(
            "d",
            f"{ASIDE} Some who had come a long way went home early.{BODY[cut:]}",
            published="2024-05-04",
        ),
    )
    assert roots(one(ledger)) == {"b": ("b", "states"), "c": ("b", "rewrite"), "d": ("d", "states")}


def test_a_copy_of_a_copy_is_led_to_where_that_one_is_led(ledger: Ledger) -> None:
    def part(first: int, last: int) -> str:
        return " ".join(f"word{number}" for number in range(first, last))

    record(ledger, reading("z", f"{part(40, 100)} {SAID} {part(100, 120)}", "2024-05-06"))
    record(ledger, reading("y", f"{part(20, 100)} {SAID}", "2024-05-05"))
    before = roots(one(ledger))
    record(ledger, reading("x", f"{SAID} {part(0, 80)}", "2024-05-04"))
    after = roots(one(ledger))
    assert (before["y"], before["z"]) == (("y", "states"), ("y", "copy"))
    assert (after["y"], after["z"]) == (("x", "copy"), ("x", "copy"))
    assert ledger.verify(JUDGE) == ()


def test_grounds_are_the_same_whether_or_not_they_are_kept(ledger: Ledger) -> None:
    ledger.record([reading("b"), reading("c", published="2024-05-04"), reading("d", OTHER + SAID)], **META)
    told = ledger.grounds(JUDGE).sources
    ledger.bring_up(JUDGE)
    assert ledger.grounds(JUDGE).sources == told
    assert [each.of for each in told["c"].copies] == ["b"]
    assert all(each.fingerprint is None for each in told.values())


@pytest.mark.parametrize("off", [{"rank": gram.c.rank + 1}, {"rank": gram.c.rank + 2**40}, {"key": gram.c.key + 2**40}])
def test_keys_that_are_not_as_they_would_be_made_are_told(ledger: Ledger, off: dict[str, ColumnElement[int]]) -> None:
    record(ledger, reading("b"), reading("c", published="2024-05-04"))
    if isinstance(ledger, SqlLedger):
        with ledger._begun(ledger._writer) as connection:  # noqa: SLF001 - no program does so
            connection.execute(update(gram).where(gram.c.document == 2).values(**off))
        (line,) = ledger.verify(JUDGE)
        assert line.startswith("gram: 1 rows are not as they would be made")
        ledger.rebuild(JUDGE)
    assert ledger.verify(JUDGE) == ()
