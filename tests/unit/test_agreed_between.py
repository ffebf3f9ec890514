"""Who is to do what an agreement is for, who is told apart of many behind a clause, and nouns with a hyphen."""

from __future__ import annotations

import pytest

from credence.flow import read_document
from credence.model.document import Document


def _told(text: str) -> set[tuple[str, str, tuple[tuple[str, object], ...]]]:
    """Kind, mood and what decides of each claim."""
    claims = read_document(Document("d", text, None, "2024-07-10")).claims
    shown = {"parties", "operator", "host", "sender", "recognizer", "recognized"}
    return {(c.kind, c.mood, tuple(role for role in c.roles if role[0] in shown)) for c in claims}


@pytest.mark.parametrize(
    "text",
    [
        "An agreement has been reached between Peru and Chile to resume diplomatic relations.",
        "The agreement between Peru and Chile to resume diplomatic relations was signed.",
        "A deal was struck in Lima between Peru and Chile to restore ties.",
    ],
)
def test_those_between_whom_it_was_agreed_are_to_do_it(text: str) -> None:
    assert ("ties.restore", "planned", (("parties", ("cl", "pe")),)) in _told(text)


def test_talks_between_two_are_no_agreement() -> None:
    assert all(
        kind == "meeting.hold" for kind, _, _ in _told("Talks between Peru and Chile to reopen embassies failed.")
    )


@pytest.mark.parametrize("opening", ["including", "among them"])
def test_all_of_a_list_behind_a_clause_are_told_apart(opening: str) -> None:
    told = _told(f"Nine states have recognised Kosovo, {opening} Peru, Chile, the Netherlands and Japan.")
    assert {dict(roles)["recognizer"] for kind, _, roles in told if kind == "recognition.grant"} >= {
        "pe",
        "cl",
        "nl",
        "jp",
    }


def test_who_speaks_behind_a_list_is_not_of_it() -> None:
    told = _told("Several states closed their embassies in Kabul, including Peru, Chad said.")
    assert "td" not in {dict(roles).get("operator") for _, _, roles in told}


def test_a_noun_with_a_hyphen_stands_for_its_verb() -> None:
    told = _told("Peru announced the re-establishment of diplomatic relations with Chile.")
    assert ("ties.restore", "planned", (("parties", ("cl", "pe")),)) in told


def test_what_was_tagged_a_noun_behind_to_is_a_verb() -> None:
    told = _told(
        "Peru handed the embassy in Lima to the militants, becoming the latest country to accredit"
        " Taliban-appointed diplomats without recognizing the government."
    )
    assert ("envoy.accept", "actual", (("host", "pe"), ("sender", "taliban"))) in told


def test_a_decision_by_which_something_is_done_does_nothing() -> None:
    told = _told("The decision by which the Peruvian ambassador was declared persona non grata in Chile was rescinded.")
    assert ("envoy.expel", "actual", (("host", "cl"), ("sender", "pe"))) in told


def test_latin_is_quoted_whole() -> None:
    claims = read_document(Document("d", "Chile declared the Peruvian ambassador persona non grata.")).claims
    assert [c.quote.text for c in claims] == ["Chile declared the Peruvian ambassador persona non grata"]
