"""What two do to each other, and envoys and missions named by less than their names."""

from __future__ import annotations

import pytest

from credence.flow import read_document
from credence.model.document import Document


def said(text: str, kind: str) -> set[tuple[str, str, str]]:
    """Who acts, where, and how the text means it, for each claim of a kind."""
    found = read_document(Document(id="x", text=text, published="2024-09-20", publisher="Test")).claims
    rows = ((dict(c.roles), c.polarity if c.polarity == "denied" else c.mood) for c in found if c.kind == kind)
    keys = ("sender", "operator", "to")
    return {(next(str(r[k]) for k in keys if k in r), str(r["host"]), how) for r, how in rows}


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("Ghana and Peru keep embassies in each other's capitals.", "mission.operate",
         {("gh", "pe", "actual"), ("pe", "gh", "actual")}),
        ("Ghana and Peru have had no ambassadors in each other's capitals since 2008.", "envoy.appoint",
         {("gh", "pe", "denied"), ("pe", "gh", "denied")}),
        ("Ghana and Peru elevated their representation in each other's capitals.", "mission.raise",
         {("gh", "pe", "actual"), ("pe", "gh", "actual")}),
        ("Ghana and Peru put their embassies back into service.", "mission.open",
         {("gh", "pe", "actual"), ("pe", "gh", "actual")}),
        ("Ghana, Peru and Chad keep embassies in each other's capitals.", "mission.operate", set()),
        ("Ghana keeps an embassy in the Peruvian capital.", "mission.operate", {("gh", "pe", "actual")}),
    ],
)  # fmt: skip
def test_what_two_do_to_each_other_goes_both_ways(text: str, kind: str, expected: set[tuple[str, str, str]]) -> None:
    assert said(text, kind) == expected, "two sides, each with the other: see resolve/phrases/mutual.py"


@pytest.mark.parametrize(
    ("text", "kind", "count"),
    [
        ("Ghana and Peru restored relations on Monday. Ambassadors shall be exchanged soon.", "envoy.appoint", 2),
        ("Ghana and Peru restored relations on Monday. Embassies will be reopened in May.", "mission.open", 2),
        ("Embassies will be reopened in May.", "mission.open", 0),
        ("Ghana and Peru restored relations on Monday. Two ambassadors were exchanged for spies.", "envoy.appoint", 0),
    ],
)
def test_two_unnamed_sides_are_those_just_spoken_of(text: str, kind: str, count: int) -> None:
    assert len(said(text, kind)) == count, "unsaid() takes the pair the sentence before is about, or nobody"


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("Ghana recalled its ambassador to Peru and named Omar Varga in his place.", "envoy.appoint",
         {("gh", "pe", "actual")}),
        ("Ghana called its ambassador in Lima home and required Peru's to leave.", "envoy.expel",
         {("pe", "gh", "actual")}),
        ("Ghana let Peru post a consul in Accra.", "envoy.accept", {("pe", "gh", "actual")}),
        ("Ghana refused to let Peru post a consul in Accra.", "envoy.refuse", {("pe", "gh", "actual")}),
        ("Ghana insisted that the Peruvian ambassador leave.", "envoy.expel", {("pe", "gh", "actual")}),
        ("The Peruvian ambassador to Ghana was to have handed over his letters.", "envoy.accept", set()),
        ("The Ghanaian foreign ministry took custody of the building of the Afghan embassy.", "mission.transfer",
         {("gh", "gh", "actual")}),
        ("Qatar has hosted the Taliban's political office since 2013.", "mission.operate",
         {("taliban", "qa", "actual")}),
    ],
)  # fmt: skip
def test_envoys_and_missions_are_found_by_the_words_beside(
    text: str, kind: str, expected: set[tuple[str, str, str]]
) -> None:
    assert said(text, kind) == expected


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("Ghana will reopen its embassy in Lima, shut since 2014, and a consulate in Cusco.", "mission.close",
         {("gh", "pe", "actual")}),
        ("Omar Varga, appointed ambassador to Peru by Ghana in May 2018, gave a speech.", "envoy.appoint",
         {("gh", "pe", "actual")}),
        ("Ghana and the Emirates, which both host Peruvian ambassadors, kept silent.", "envoy.accept",
         {("pe", "gh", "actual"), ("pe", "ae", "actual")}),
        ("Ghana left Lima in 2014, returned in 2016 and reopened its embassy in Lima.", "mission.close", set()),
    ],
)  # fmt: skip
def test_clauses_hang_on_the_nouns_they_describe(text: str, kind: str, expected: set[tuple[str, str, str]]) -> None:
    assert said(text, kind) == expected, "see reduce_again() and _of_all() in read/trees/{reduced,mended}.py"
