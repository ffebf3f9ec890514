"""Whose deed it is, and of whom something is asked, where only the whole text shows it."""

from __future__ import annotations

import pytest

from credence.flow import read_document
from credence.model.document import Document

ABOUT_CHAD = "Chad in turmoil\n\nChad has been in the news for weeks. In Chad the markets are shut. "


def stances(text: str) -> set[tuple[str, str, str]]:
    document = Document(id="d", text=text, published="2025-03-01", publisher=None)
    roles = ((claim.kind, dict(claim.roles)) for claim in read_document(document).claims)
    return {(kind, str(r["holder"]), str(r["target"])) for kind, r in roles if kind.startswith("stance.")}


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("Norway denounced the coup.", ("stance.condemn", "no", "td")),
        ("Chad jailed two editors on Monday. Norway insisted that they be set free.", ("stance.demand", "no", "td")),
        ("Chad closed a crossing. Norway's minister said that it must be reopened.", ("stance.demand", "no", "td")),
        ("Norway condemned the Chadian about-turn.", ("stance.condemn", "no", "td")),
    ],
)
def test_the_whole_text_shows_who_is_meant(told: str, expected: tuple[str, str, str]) -> None:
    assert expected in stances(ABOUT_CHAD + told)


@pytest.mark.parametrize(
    "told",
    [
        "Norway condemned an act of piracy.",  # anybody's
        "Norway condemned the raid.",  # who attacked is told, or nobody knows it
        "A reader denounced the decree.",  # his reasons are his own
    ],
)
def test_nobody_is_taken_for_the_doer_of_what_may_be_anybodys(told: str) -> None:
    assert stances(ABOUT_CHAD + told) == set()


def test_what_several_did_is_held_against_none_of_them_alone() -> None:
    assert stances("Chile met Peru in Lima. Serbia condemned the move.") == set()
