"""What real papers write otherwise than our own texts: agreements between two, rosters, datelines, dates, counts."""

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


@pytest.mark.parametrize(
    "line", ["Bangkok, Sep 17 (EFE).- ", "Bangkok, 17 September: ", "Bangkok, EFE – ", "Bangkok (EFE) – "]
)
def test_the_city_of_a_dateline_acts_not(line: str) -> None:
    told = _told(f"An office in Seoul\n{line}The National Unity Government of Myanmar has opened an office in Seoul.")
    assert {roles for kind, _, roles in told if kind == "mission.open"} == {(("host", "kr"), ("operator", "mm-nug"))}


def test_an_exiled_government_is_the_one_named_before() -> None:
    told = _told("The National Unity Government of Myanmar met Peru. No country has recognized the exiled government.")
    assert ("recognition.grant", "actual", (("recognized", "mm-nug"), ("recognizer", "*"))) in told


def test_money_that_is_made_available_is_paid() -> None:
    told = _told("Norway has made available $30 million in assistance to Peru.")
    assert {kind for kind, _, _ in told} == {"transfer.pay"}


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Peru was told to close its embassy in Chile and leave before Dec. 23.", "2024-12-23"),
        ("Peru failed to close its embassy in Chile and leave on 3 March.", "2024-03-03"),
    ],
)
def test_a_second_verb_lies_where_the_first_does(text: str, when: str) -> None:
    claims = read_document(Document("d", text, None, "2024-07-10")).claims
    assert {c.when for c in claims if c.kind == "mission.close"} == {when}


def test_a_country_that_announced_what_it_will_do() -> None:
    told = _told(
        "Talks with the Dominican Republic were held. The Caribbean country announced that it would establish"
        " diplomatic ties with China."
    )
    assert ("ties.establish", "planned", (("parties", ("cn", "do")),)) in told


@pytest.mark.parametrize("whole", ["46 out of a total of 193 United Nations member states", "46 out of 193 UN members"])
def test_states_out_of_all_are_counted(whole: str) -> None:
    claims = read_document(Document("d", f"Kosovo is recognized by {whole}.")).claims
    assert [(c.kind, c.role("value")) for c in claims] == [("recognition.count", "46")]


def test_an_acronym_that_speaks_stays_as_written() -> None:
    text = "MOFA has said that the ties of Taiwan with the Dominican Republic would be terminated."
    assert {v.name for c in read_document(Document("d", text)).claims for v in c.voices} == {"MOFA"}


def test_plans_on_a_day_are_whose_they_were_announced() -> None:
    told = _told("Norway announced plans on Wednesday to recognise a Palestinian state.")
    assert ("recognition.grant", "planned", (("recognized", "ps"), ("recognizer", "no"))) in told


@pytest.mark.parametrize(
    ("text", "mood"),
    [
        ("Saudi Arabia said they'd already reopened its embassy in Damascus.", "actual"),
        ("Peru said it'd close its embassy in Chad.", "planned"),
    ],
)
def test_had_and_would_are_told_apart(text: str, mood: str) -> None:
    claims = read_document(Document("d", text, None, "2024-07-10")).claims
    assert {c.mood for c in claims if c.kind.startswith("mission.")} == {mood}
