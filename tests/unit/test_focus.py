"""Whom a text is about decides who is on the other side, where it does decide it."""

from __future__ import annotations

import pytest

from credence.catalog.focus import load_focus
from credence.flow import read_document
from credence.model.document import Document

SEVERED = "Peru severed diplomatic relations with Chad on Monday. "


def claims(text: str) -> set[tuple[object, ...]]:
    """Kind and deciding roles of what is read in a text."""
    document = Document(id="d", text=text, published="2024-09-20", publisher="Harbour Gazette")
    wanted = ("sender", "host", "operator", "parties")
    return {(c.kind, *(c.role(role) for role in wanted if c.role(role))) for c in read_document(document).claims}


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (SEVERED + "Chad recalled its ambassador.", ("envoy.recall", "td", "pe")),
        (SEVERED + "Relations were restored on Tuesday.", ("ties.restore", ("pe", "td"))),
        (SEVERED + "Chad's embassy was closed the next day.", ("mission.close", "pe", "td")),
    ],
)
def test_the_other_side_is_whom_the_text_is_about(text: str, claim: tuple[object, ...]) -> None:
    assert claim in claims(text)


@pytest.mark.parametrize(
    "text",
    [
        "Chad recalled its ambassador.",  # nobody else is named
        SEVERED + "It rained for days. Kenya recalled its ambassador.",  # either of two; see test_spurned.py
        "Peru, Chad, Kenya and Norway met in Geneva. Norway recalled its ambassador.",  # any of three
        SEVERED + "Our embassy for the islands was closed.",  # it is said whose it is
        SEVERED + "Chad closed 14 embassies.",  # in many places
        SEVERED + "The two of them and the stranger broke off relations.",  # it is said who did
    ],
)
def test_nobody_is_taken_where_the_text_does_not_decide_it(text: str) -> None:
    told = claims(SEVERED) if text.startswith(SEVERED) else {c for c in claims(text) if c[0] == "meeting.hold"}
    assert claims(text) == told


def test_every_sign_has_its_meaning() -> None:
    weights = load_focus()
    assert 0 < weights.least < 1
    assert all(weight > 0 for weight in weights.signs.values())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway recognised Kosovo on Thursday. Serbia answered by calling home its ambassador.", {("rs", "no")}),
        (
            "Chad's reply was to lower its relations with Mali to the level of chargés and to recall its ambassador.",
            {("td", "ml")},
        ),
        ("Chad recalled its ambassador; Mali, Niger and Togo did not say what they would do.", set()),
    ],
)
def test_an_envoy_is_recalled_from_who_is_answered_or_struck(text: str, expected: set[tuple[str, str]]) -> None:
    document = Document(id="x", text=f"Kosovo on the way\n\n{text}", title="Kosovo on the way", published="2024-09-20")
    found = [c for c in read_document(document).claims if c.kind == "envoy.recall" and c.polarity == "affirmed"]
    assert {(str(c.role("sender")), str(c.role("host"))) for c in found} == expected
