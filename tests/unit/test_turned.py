"""Who is host and who is sent away where the words name neither as such: resolve/turned.py."""

from __future__ import annotations

import pytest

from credence.flow import read_document
from credence.model.document import Document


def roles(text: str, kind: str, *names: str) -> set[tuple[str, ...]]:
    """The values of some roles for each claim of a kind."""
    found = read_document(Document(id="x", text=text, published="2024-09-20", publisher="Test")).claims
    return {tuple(str(dict(c.roles).get(name)) for name in names) for c in found if c.kind == kind}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru expelled Chad's ambassador on Monday and shut the consulate in Arequipa.", {("td", "pe")}),
        ("Peru expelled Chad's ambassador on Monday and shut its consulate in Moundou.", {("pe", "td")}),
        ("Peru shut the consulate in Arequipa.", set()),
    ],
)
def test_who_shuts_a_mission_on_its_own_soil_is_host(text: str, expected: set[tuple[str, ...]]) -> None:
    assert roles(text, "mission.close", "operator", "host") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ambassador was called in. Peru expelled 12 Chadians on Friday.", {("pe", "td", "diplomat")}),
        ("The boats were seized. Peru expelled 12 Chadians on Friday.", set()),
        ("The ambassador was called in. Peru expelled 12 Salesians on Friday.", set()),
    ],
)
def test_nationals_expelled_by_number_are_diplomats_among_diplomats(text: str, expected: set[tuple[str, ...]]) -> None:
    assert roles(text, "envoy.expel", "host", "sender", "rank") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru and Chad agreed to raise their missions to the level of embassies.", {("pe", "td"), ("td", "pe")}),
        (
            "Peru and Chad agreed to raise their missions in Oslo to the level of embassies.",
            {("pe", "no"), ("td", "no")},
        ),
    ],
)
def test_missions_of_two_that_are_raised_are_each_with_the_other(text: str, expected: set[tuple[str, ...]]) -> None:
    assert roles(text, "mission.raise", "operator", "host") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Kuwait recalled its ambassador from Iran on Tuesday. Bahrain and Sudan had cut ties the day before.",
            {("('bh', 'ir')",), ("('ir', 'sd')",)},
        ),
        ("Bahrain and Sudan cut ties on Tuesday.", {("('bh', 'sd')",)}),
        (
            "Bahrain recalled its ambassador from Iran on Tuesday. Bahrain and Sudan cut ties the day before.",
            {("('bh', 'sd')",)},
        ),
    ],
)
def test_two_who_cut_ties_do_so_with_a_third_just_named(text: str, expected: set[tuple[str, ...]]) -> None:
    assert roles(text, "ties.sever", "parties") == expected


def test_who_lifts_sanctions_was_not_under_them() -> None:
    text = "Syria welcomed the lifting of sanctions by the United States and the European Union."
    assert not {("us", "eu"), ("eu", "us")} & roles(text, "listing.remove", "lister", "target")


def test_a_mission_told_with_its_city_and_without_is_one() -> None:
    text = "Peru reopened its embassy in the Norwegian capital. The mission will be led by Martin Hudak."
    assert roles(text, "envoy.appoint", "sender", "host", "person") == {("pe", "no", "Martin Hudak")}
