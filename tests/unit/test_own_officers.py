"""Officers in papers of their own department, and days as such papers write them."""

from __future__ import annotations

import pytest

from credence.flow import read_document
from credence.model.document import Document
from credence.resolve.parties.officers import own_officers


def told(text: str, kind: str = "meeting.hold") -> set[tuple[object, str, str | None]]:
    """Parties or target, mood and day of each claim of a kind that a release of the State Department makes."""
    text = f"Release\n\nOffice of the Spokesperson\n\n{text}"
    document = Document(id="x", text=text, published="2022-05-20", publisher="US Department of State")
    claims = ((dict(c.roles), c) for c in read_document(document).claims if c.kind == kind)
    return {(roles.get("parties") or roles.get("target") or roles["recognized"], c.mood, c.when) for roles, c in claims}


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Under Secretary for Trade, Mining, and Human Rights (J) Ana Rojas met with Chilean Minister Omar Varga.",
         {("cl", "us")}),
        ("Special Envoy for the Lake Region David Moor met with Chilean President Omar Varga.", {("cl", "us")}),
        ("Special Representative for Chad Ambassador Ana Rojas met with Chilean Minister Omar Varga.", {("cl", "us")}),
        ("Chile's president met with UN Special Envoy Omar Varga. Special Envoy Varga then met with Peru's minister.",
         {("cl", "un"), ("pe", "un")}),
        ("Peru's Deputy Secretary Omar Varga met with Chilean Minister Ana Rojas.", {("cl", "pe")}),
    ],
)  # fmt: skip
def test_an_officer_without_a_land_is_the_houses(text: str, parties: set[tuple[str, str]]) -> None:
    assert {found for found, _, _ in told(text)} == parties, "see own_officers() and read/words/cuts.py"


def test_own_officers_are_named_without_a_land_before_them() -> None:
    text = "UN Special Envoy Omar Varga, Chad’s Special Envoy Pavel Nori and Deputy Assistant Secretary Ana Rojas met "
    text += "the Bureau of Mines Senior Bureau Official (SBO) Petra Moor."
    assert list(own_officers(text)) == ["Ana Rojas", "Petra Moor"]


def test_initials_in_brackets_cut_no_list() -> None:
    text = (
        "Under Secretary Rojas will travel to the Republic of Peru (ROP), the Philippines, and Laos from June 5 to 14."
    )
    days = "2022-06-05/2022-06-14"
    assert told(text) == {(pair, "planned", days) for pair in (("pe", "us"), ("ph", "us"), ("la", "us"))}


@pytest.mark.parametrize(
    ("text", "mood", "when"),
    [
        ("Under Secretary Rojas will travel to Peru from May 19 to June 2.", "planned", "2022-05-19/2022-06-02"),
        ("Under Secretary Rojas is traveling to Lima, Peru, May 20–23.", "actual", "2022-05-20/2022-05-23"),
        ("Under Secretary Rojas will travel May 23 to Peru.", "planned", "2022-05-23"),
        ("Under Secretary Rojas travels to Peru on May 23.", "planned", "2022-05-23"),
        ("Under Secretary Rojas is visiting Peru May 18-22.", "actual", "2022-05-18/2022-05-22"),
        ("Under Secretary Rojas visited Peru May 8-12.", "actual", "2022-05-08/2022-05-12"),
        ("Under Secretary Rojas traveled to Peru from April 29 to May 2.", "actual", "2022-04-29/2022-05-02"),
    ],
)
def test_days_of_a_journey_are_those_around_the_paper(text: str, mood: str, when: str) -> None:
    assert told(text) == {(("pe", "us"), mood, when)}, "see across() and lies_ahead()"


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("The Department of State designated Omar Varga pursuant to Executive Order 14024.", {"Omar Varga"}),
        ("OFAC has designated two Chadian officials, Omar Varga and Ana Rojas, pursuant to Section 7031(c).",
         {"Omar Varga", "Ana Rojas"}),
        ("Omar Varga is being designated for being a leader of a gang.", {"Omar Varga"}),
        ("We are designating the Chadian Border Police (Police de Chad, PC).", {"Chadian Border Police"}),
        ("The Department is imposing visa restrictions on five Chadian officials.", {"five chadian officials"}),
    ],
)  # fmt: skip
def test_who_is_designated_by_an_order(text: str, targets: set[str]) -> None:
    assert {target for target, _, _ in told(text, "listing.add")} == targets


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Deputy Secretary Rojas met with Chilean President Omar Varga. During his visit to Peru, Rojas spoke.",
         {("cl", "us"), ("pe", "us")}),
        ("Peruvian President Omar Varga met with Ana Rojas, the Chilean minister. He then flew to Chad.",
         {("cl", "pe"), ("pe", "td")}),
    ],
)  # fmt: skip
def test_his_ahead_of_the_subject_is_the_subjects(text: str, parties: set[tuple[str, str]]) -> None:
    assert {found for found, _, _ in told(text)} == parties, "see _acting_ahead()"


def test_the_organ_of_others_is_not_the_houses() -> None:
    assert not told("Russia recognized the independence of the republics in Omarabad and Norstad.", "recognition.grant")
