"""Stances: whom "it" judges, whose judgement an epithet is, who reacts, and who asks for what must be done."""

from __future__ import annotations

import pytest

from credence.flow import read_document
from credence.model.document import Document


def stances(text: str, publisher: str | None = None) -> set[tuple[str, str, str]]:
    document = Document(id="d", text=text, published="2025-03-01", publisher=publisher)
    roles = ((claim.kind, dict(claim.roles)) for claim in read_document(document).claims)
    return {(kind, str(r["holder"]), str(r["target"])) for kind, r in roles if kind.startswith("stance.")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru recognised Kosovo in May. Serbia's president called it a blunder.", ("stance.condemn", "rs", "pe")),
        ("Peru recognised Kosovo in May. Serbia condemned this.", ("stance.condemn", "rs", "pe")),
        ("Chad shut its embassy in Lima. Peru fumed.", ("stance.condemn", "pe", "td")),
        ("Chad shut its embassy in Lima. Norway cheered.", ("stance.praise", "no", "td")),
        ("Peru named Chad's veto a slap in the face.", ("stance.condemn", "pe", "td")),
        ("According to Peru, Chad's illegal war goes on.", ("stance.condemn", "pe", "td")),
        ("According to Peru, Chad must free the men.", ("stance.demand", "pe", "td")),
        ("Peru said that the vote changed nothing and thanked Chad.", ("stance.praise", "pe", "td")),
        ("Peru said that Chad had not asked it, and accused it of haste.", ("stance.condemn", "pe", "td")),
        ("Peru thanks Chad, which has freed the men.", ("stance.praise", "pe", "td")),
        ("Chad jailed a Peruvian in May. Peru demanded that the man be freed.", ("stance.demand", "pe", "td")),
        ("Chad still holds Peruvian sailors. Peru called for their release.", ("stance.demand", "pe", "td")),
        ("Peru deplored the curbs on women imposed by Chad.", ("stance.condemn", "pe", "td")),
        ("Families of the victims criticised Chad.", ("stance.condemn", "families", "td")),
        ("It's over. Peru's asked Chad to leave the league.", ("stance.demand", "pe", "td")),
    ],
)
def test_a_stance_is_found(text: str, expected: tuple[str, str, str]) -> None:
    assert stances(text) == {expected}


@pytest.mark.parametrize(
    "text",
    [
        "Chad shut its embassy in Lima. Women protested.",  # for reasons of their own
        "Chad runs an embassy in Lima. Peru protested.",  # nothing was done
        "According to Peru, Chad's largest war goes on.",
        "According to Peru, they must meet.",
        "According to Peru, should Chad leave the league it will pay.",
        "According to Peru, Chad's veto is no mistake.",
        "Peru asked Chad to the summit.",
        "Peru demanded that the books be returned.",
        "Peru sent its thanks the day before Chad did.",
        "Chad must free the men.",
    ],
)
def test_nothing_is_held_against_anybody(text: str) -> None:
    assert stances(text) == set()


def test_an_official_paper_judges_in_its_own_name() -> None:
    text = "On Monday Peru recalled its envoy. Peru regrets nothing. Chad must end its unprovoked war."
    found = stances(text, "Ministry of Foreign Affairs of Peru")
    assert found == {("stance.demand", "pe", "td"), ("stance.condemn", "pe", "td")}


def test_a_writer_who_says_i_judges_as_the_narrator() -> None:
    own = "I have seen wars. I know what they cost. Chad's senseless war must end."
    assert stances(own) == {("stance.demand", "narrator", "td"), ("stance.condemn", "narrator", "td")}
    assert stances("Wars cost much. Chad's senseless war must end.") == set()
