"""What is one utterance, in however many documents it is told."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

from credence.catalog.credits import load_credits
from credence.catalog.interests import load_interests
from credence.catalog.kinds import load_kinds
from credence.catalog.voices import load_voices
from credence.model.claim import Claim, Quote, Voice
from credence.model.document import Document
from credence.model.particulars import Copy, Particulars
from credence.trace import Tracing, trace
from credence.trace.copies import fingerprint
from credence.trace.utterances import Utterance, utterances

KNOWN = Tracing(load_voices(), load_interests(), load_credits())
MINISTER = Voice("Amir Khan Muttaqi", "taliban", "foreign minister")
AUDITOR = Voice("Ida Sorel", None, "auditor")
DAYS = {"a": "2024-09-19", "b": "2024-09-20", "c": "2024-09-21", "late": "2025-02-10", "undated": None}
PAPERS = {doc: Particulars(doc, f"Paper {doc}", day) for doc, day in DAYS.items()}


def count(doc: str, value: str, *voices: Voice, when: str | None = None) -> Claim:
    roles = (("operator", "taliban"), ("value", value))
    quote = Quote(0, 10, "ten words.")
    return Claim(doc, "v", "mission.count", roles, "affirmed", "actual", when, None, voices, quote, "p")


def told(*claims: Claim, papers: dict[str, Particulars] | None = None) -> tuple[Utterance, ...]:
    known = papers or PAPERS
    return utterances(trace(claims, known, KNOWN), known, load_kinds())


def docs(found: tuple[Utterance, ...]) -> list[list[str]]:
    return sorted(sorted(each.claim.doc for each in one.claims) for one in found)


def test_reports_of_one_press_conference_are_one_utterance() -> None:
    found = told(count("a", "39", MINISTER), count("b", "39", Voice("Mottaqi", "taliban")), count("c", "39", MINISTER))
    assert docs(found) == [["a", "b", "c"]]
    assert found[0].bounds == (1, 1)


def test_a_slip_does_not_split_it_and_another_figure_does() -> None:
    assert docs(told(count("a", "11", MINISTER), count("b", "14", MINISTER))) == [["a", "b"]]
    assert docs(told(count("a", "39", MINISTER), count("b", "17", MINISTER))) == [["a"], ["b"]]


def test_rounding_does_not_split_it() -> None:
    assert docs(told(count("a", "39", MINISTER), count("b", "~40", MINISTER))) == [["a", "b"]]
    assert docs(told(count("a", "39", MINISTER), count("b", "40..", MINISTER))) == [["a", "b"]]


def test_figures_that_one_document_tells_apart_are_two() -> None:
    found = told(count("a", "39", MINISTER), count("a", "38", MINISTER), count("b", "38", MINISTER))
    assert docs(found) == [["a"], ["a", "b"]]


def test_what_is_said_again_months_later_is_another_utterance_of_one_origin() -> None:
    found = told(count("a", "39", MINISTER), count("late", "39", MINISTER))
    assert docs(found) == [["a"], ["late"]]
    assert len({origin.id for one in found for origin in one.origins}) == 1


def test_a_copy_of_any_date_neither_joins_two_occasions_nor_parts_one() -> None:
    whole = (Copy("a", "copy", 1.0, whole=True),)
    papers = {doc: replace(PAPERS[doc], recorded=1) for doc in ("a", "b", "late")}
    first = [count(doc, "39", MINISTER) for doc in ("a", "b", "late")]
    assert docs(told(*first, papers=papers)) == [["a", "b"], ["late"]]
    reprint = Particulars("z", "Paper z", DAYS["late"], copies=whole, recorded=2)
    assert docs(told(*first, count("z", "39", MINISTER), papers=papers | {"z": reprint})) == [["a", "b", "z"], ["late"]]
    misdated = Particulars("z", "Paper z", "2019-01-01", recorded=2)  # which ranks first
    led = papers | {"a": replace(papers["a"], copies=(Copy("z", "copy", 1.0, whole=True),)), "z": misdated}
    assert docs(told(*first, count("z", "39", MINISTER), papers=led)) == [["a", "b", "z"], ["late"]]


def test_a_quotation_that_is_repeated_later_is_of_the_first_occasion() -> None:
    text = "“We now answer for thirty-nine of our missions abroad,” he said."
    papers = {
        doc: Particulars(doc, None, DAYS[doc], fingerprint=fingerprint(Document(doc, f"{lead} {text}")))
        for doc, lead in (("a", "On Thursday he spoke."), ("late", "It is months ago."))
    }
    assert docs(told(count("a", "39", MINISTER), count("late", "39", MINISTER), papers=papers)) == [["a", "late"]]


def test_a_copy_with_a_wrong_date_does_not_move_the_occasion() -> None:
    text = (Copy("late", "copy", 1.0, whole=True),)
    papers = PAPERS | {"a": Particulars("a", "Paper a", DAYS["a"], copies=text)}
    found = told(count("a", "39", MINISTER), count("late", "39", MINISTER), count("b", "39", MINISTER), papers=papers)
    assert docs(found) == [["a", "b", "late"]]


def test_who_cites_an_outlet_or_uses_its_text_tells_what_that_wrote() -> None:
    cited = told(count("a", "39", MINISTER), count("b", "39", AUDITOR), count("c", "39", Voice("Paper a News")))
    assert docs(cited) == [["a"], ["b"], ["c"]]
    papers = PAPERS | {"a": Particulars("a", "Reuters", DAYS["a"], agency="Reuters")}
    used = papers | {"c": Particulars("c", "Paper c", DAYS["c"], agency="Reuters")}
    claims = count("a", "39", MINISTER), count("b", "39", AUDITOR)
    assert docs(told(*claims, count("c", "39", Voice("Reuters")), papers=papers)) == [["a", "c"], ["b"]]
    assert docs(told(*claims, count("c", "39"), papers=used)) == [["a", "c"], ["b"]]


def test_two_speakers_are_two_utterances() -> None:
    assert docs(told(count("a", "39", MINISTER), count("b", "39", AUDITOR))) == [["a"], ["b"]]


def test_papers_that_name_no_source_tell_one_occasion_within_bounds() -> None:
    (one,) = told(count("a", "39"), count("b", "39"), count("c", "39"))
    assert one.bounds == (1, 3)


def test_papers_that_name_no_source_tell_what_the_only_speaker_said() -> None:
    (one,) = told(count("a", "39", MINISTER), count("b", "39"))
    assert one.bounds == (1, 2)


def test_of_two_speakers_neither_is_lent_to_others() -> None:
    found = told(count("a", "39", MINISTER), count("b", "39", AUDITOR), count("c", "39"))
    assert docs(found) == [["a"], ["b"], ["c"]]


def test_what_was_at_another_time_is_another_thing() -> None:
    found = told(count("a", "39", MINISTER, when="2024-09"), count("b", "39", MINISTER, when="2024-02"))
    assert docs(found) == [["a"], ["b"]]


def test_without_a_date_nothing_shows_that_it_is_one_occasion() -> None:
    assert docs(told(count("a", "39", MINISTER), count("undated", "39", MINISTER))) == [["a"], ["undated"]]


def test_the_order_does_not_matter() -> None:
    claims = [count("a", "11", MINISTER), count("b", "14", MINISTER), count("c", "11"), count("late", "11", AUDITOR)]
    assert len({told(*order) for order in permutations(claims)}) == 1
