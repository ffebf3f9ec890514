"""Releases of a ministry: whose words they are, who "they" are after two met, and who signs together."""

from __future__ import annotations

import pytest

from credence.flow import read_document
from credence.model.claim import Claim
from credence.model.document import Document

_HEAD = (
    "Minister Rojas's Call with Norwegian Foreign Minister Berg\n\nOffice of the Spokesperson\n\n"
    "The below is attributable to Spokesperson Omar Varga:\n\n"
    "Peruvian Foreign Minister Ana Rojas spoke today with Norwegian Foreign Minister Ola Berg about the border. "
)


def _read(text: str) -> tuple[Claim, ...]:
    document = Document(id="x", text=text, published="2024-09-20", publisher="Peruvian Ministry of Foreign Affairs")
    return read_document(document).claims


def _said(text: str, kind: str) -> set[tuple[str, ...]]:
    return {tuple(str(v) for k, v in c.roles if k != "content") for c in _read(text) if c.kind == kind}


def test_a_paper_is_in_the_words_of_whom_it_is_attributed_to() -> None:
    for claim in _read(_HEAD + "The Minister condemned Chad's decision."):
        assert [(v.name, v.party) for v in claim.voices][-1] == ("Omar Varga", "pe")


def test_a_line_about_something_else_attributes_nothing() -> None:
    text = "Peru and Chad\n\nThe fall in trade is attributable to the closed border.\n\nPeru condemned Chad's decision."
    assert [c.voices for c in _read(text)] == [()]


@pytest.mark.parametrize(
    ("text", "holders"),
    [
        ("They condemned Chad's decision.", {"pe", "no"}),
        ("The Minister spoke of trade. They condemned Chad's decision.", {"pe", "no"}),
        ("Chilean soldiers crossed the river. They condemned Chad's decision.", {"cl"}),
        ("The rebels fled. They condemned Chad's decision.", {"rebels"}),
    ],
)
def test_they_are_two_who_met(text: str, holders: set[str]) -> None:
    assert {holder for holder, _ in _said(_HEAD + text, "stance.condemn")} == holders


def test_those_who_released_a_statement_say_we() -> None:
    text = (
        "Statement on the Vote in Chad\n\nThe text of the following statement was released by the Governments of Peru, "
        "Chile and Norway on the occasion of the vote.\n\nWe call on Chad to count all votes."
    )
    assert _said(text, "stance.demand") == {("pe", "td"), ("cl", "td"), ("no", "td")}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Deputy Minister Ana Rojas met her staff.", "Ana Rojas"),
        ("Deputy Minister Ana Rojas met Deputy Minister Ola Berg.", "The Deputy Minister"),
    ],
)
def test_an_office_means_who_was_named_in_it(text: str, name: str) -> None:
    said = f"A call\n\n{text} The Deputy Minister said that Peru had recalled its envoy to Chad."
    (claim,) = (c for c in _read(said) if c.kind == "envoy.recall")
    assert claim.voices[0].name == name


def test_a_name_ends_at_and() -> None:
    text = (
        "Minister Ana Rojas And Norwegian Foreign Minister Ola Berg Before Their Meeting\n\n"
        "MINISTER ROJAS: Welcome.\n\nFOREIGN MINISTER BERG: We have condemned Chad's decision.\n\nMINISTER ROJAS: Yes."
    )
    (claim,) = (c for c in _read(text) if c.kind == "stance.condemn")
    assert (dict(claim.roles)["holder"], claim.voices[0].name) == ("no", "Ola Berg")


def test_whoever_is_held_accountable_said_nothing() -> None:
    text = "The talks\n\nChile's plan was set out while holding Chad accountable for its unprovoked war."
    assert all("plan" not in v.name for c in _read(text) for v in c.voices)


@pytest.mark.parametrize(
    ("text", "authorities"),
    [
        ("Norway called on Chad to end its ban on women.", {("td", "women")}),
        ("Norway, which praised Mali, urged Chad to lift its ban on women.", {("td", "women")}),
    ],
)
def test_what_somebody_is_asked_to_end_is_his_own(text: str, authorities: set[tuple[str, str]]) -> None:
    assert _said("A vote\n\n" + text, "rights.restore") == authorities


@pytest.mark.parametrize(
    ("text", "stances"),
    [
        # who began the sentence before acts on
        (
            "The Secretary spoke of Peru's Ana Rojas. She condemned Chad's decision.",
            {("us", "td")},
        ),
        # a guest's minister is the guest's
        ("The Minister condemned Chad's decision.", {("no", "td")}),
        # an office has the article of the one before it
        ("The Secretary and Foreign Minister condemned Chad's decision.", {("us", "td"), ("no", "td")}),
        # what is joined to somebody's own is that one's, too
        ("The Secretary condemned Chad's war against Mali and its brutal attacks.", {("us", "td")}),
        # where the writer judges, nobody else has acted
        ("We condemn the attack in Lima, Peru, which killed three. This was a horrific attack.", set()),
    ],
)
def test_who_judges_whom(text: str, stances: set[tuple[str, str]]) -> None:
    head = (
        "Secretary Ruiz's Call with Norwegian Foreign Minister Berg\n\nOffice of the Spokesperson\n\n"
        "Secretary of State Ana Ruiz spoke today with Norwegian Foreign Minister Ola Berg. "
    )
    document = Document(id="x", text=head + text, published="2024-09-20", publisher="US Department of State")
    claims = [dict(c.roles) for c in read_document(document).claims if c.kind == "stance.condemn"]
    assert {(str(roles["holder"]), str(roles["target"])) for roles in claims} == stances


def test_those_who_sign_together_do_not_commend_each_other() -> None:
    text = (
        "Statement on Chad\n\nThe following statement was released by the Governments of Peru, Chile and Norway.\n\n"
        "We reaffirmed our support for the unity of Chad and our commitment to the fight against crime. "
        "We express our solidarity with the people of Mali and our sympathy with the victims and their families."
    )
    assert _said(text, "stance.praise") <= {("pe", "ml"), ("cl", "ml"), ("no", "ml")}
