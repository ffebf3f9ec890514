"""Who is host and who is sent away where the words name neither as such: resolve/roles/turned.py."""

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
        ("The ambassador was called in. Peru expelled 34 French on Friday.", {("pe", "fr", "diplomat")}),
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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ambassadors of Peru and Kenya were withdrawn from Chad.", {("pe", "td"), ("ke", "td")}),
        ("The ambassadors of Peru, Kenya and Mali were flown in for the day.", set()),
    ],
)
def test_whose_ambassadors_are_recalled_are_no_hosts(text: str, expected: set[tuple[str, ...]]) -> None:
    assert roles(text, "envoy.recall", "sender", "host") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Chile and Peru resumed ties on Monday. Embassies are to be set up in each capital.",
            {("cl", "pe"), ("pe", "cl")},
        ),
        ("Chile and Peru resumed ties on Monday. France has embassies in both capitals.", set()),
        ("Chile opened an embassy in Oslo and has others in London.", {("cl", "no"), ("cl", "gb")}),
        ("Chile has an embassy in Oslo. Three people were hurt there and others in Bergen.", {("cl", "no")}),
        ("The embassy in Oslo has answered to nobody for three years.", set()),
    ],
)
def test_missions_of_each_of_two_and_others(text: str, expected: set[tuple[str, ...]]) -> None:
    found = roles(text, "mission.open", "operator", "host") | roles(text, "mission.operate", "operator", "host")
    assert found == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Niger followed Mali in recognising Kosovo.", {("ne", "xk"), ("ml", "xk")}),
        ("Niger may follow Mali in recognising Kosovo.", {("ne", "xk")}),
        ("Tbilisi recognises Kosovo three days later and asks Switzerland for help.", {("ge", "xk")}),
    ],
)
def test_whom_somebody_follows_did_it_first(text: str, expected: set[tuple[str, ...]]) -> None:
    assert roles(text, "recognition.grant", "recognizer", "recognized") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Omar Varga, the Greek minister, left when he saw Ana Rojas, the Libyan minister. He flew on to Cairo.",
            {("eg", "gr")},
        ),
        (
            "The security chiefs of Chile and Peru spoke on Friday. The presidents are due to sign a treaty.",
            {("cl", "pe")},
        ),
    ],
)
def test_he_and_the_presidents(text: str, expected: set[tuple[str, ...]]) -> None:
    found = read_document(Document(id="x", text=text, published="2024-09-20", publisher="Test")).claims
    pairs = {c.role("parties") for c in found}
    assert expected <= pairs
