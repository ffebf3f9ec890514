"""An envoy whom a text has introduced is known by name, by pronoun and by post in the sentences after it."""

from __future__ import annotations

import pytest

from credence.flow import read_document
from credence.model.document import Document

PERU_KENYA = {"sender": "pe", "host": "ke"}


def roles_of(text: str, kind: str, publisher: str | None = None) -> list[dict[str, object]]:
    document = Document(id="t", text=text, published="2024-09-20", publisher=publisher)
    return [dict(claim.roles) for claim in read_document(document).claims if claim.kind == kind]


@pytest.mark.parametrize(
    "introduced",
    [
        "Peru's ambassador to Kenya, Ana Rojas, gave a speech.",
        "Ana Rojas, the Peruvian ambassador to Kenya, gave a speech.",
        "Ana Rojas, ambassador of Peru to Kenya, gave a speech.",
    ],
)
def test_a_name_said_later_stands_for_the_envoy(introduced: str) -> None:
    (roles,) = roles_of(f"{introduced} In May Peru recalled Rojas.", "envoy.recall")
    assert roles == {**PERU_KENYA, "rank": "ambassador", "person": "Ana Rojas"}


def test_a_pronoun_stands_for_the_last_envoy() -> None:
    (roles,) = roles_of("Peru named Ana Rojas as ambassador to Kenya. A year later Peru dismissed her.", "envoy.recall")
    assert roles == {**PERU_KENYA, "rank": "ambassador", "person": "Ana Rojas"}


def test_a_definite_envoy_belongs_to_the_two_states_of_the_title() -> None:
    (roles,) = roles_of("Peru and Kenya quarrel over tea\n\nPeru recalled its ambassador on Monday.", "envoy.recall")
    assert roles == {**PERU_KENYA, "rank": "ambassador"}


def test_a_title_with_three_states_does_not_decide_it() -> None:
    assert not roles_of("Peru, Chad and Kenya quarrel\n\nPeru recalled its ambassador.", "envoy.recall")


def test_a_name_that_nobody_introduced_is_no_envoy() -> None:
    assert not roles_of("Peru and Kenya quarrel over tea\n\nPeru recalled Rojas from Kenya.", "envoy.recall")
    assert not roles_of("Peru withdrew them from Kenya.", "envoy.recall")


def test_a_new_appointment_is_not_to_the_post_held_before() -> None:
    text = "Ana Rojas, Peru's ambassador to Kenya, gave a speech. Peru named Rojas as ambassador to Chad."
    (roles,) = roles_of(text, "envoy.appoint")
    assert roles["host"] == "td"


def test_a_dateline_is_nobody_that_acts() -> None:
    (roles,) = roles_of("NICOSIA - Peru, Chad and Mali have expelled two Kenyan diplomats.", "envoy.expel")[:1]
    hosts = {str(r["host"]) for r in roles_of("NICOSIA - Peru and Chad expelled two Kenyan diplomats.", "envoy.expel")}
    assert roles["sender"] == "ke"
    assert hosts == {"pe", "td"}


def test_a_pronoun_stands_for_an_envoy_without_a_name() -> None:
    (roles,) = roles_of("Kenya summoned the Peruvian ambassador. On Friday Kenya told her to leave.", "envoy.expel")
    assert roles == {**PERU_KENYA, "rank": "ambassador"}


def test_a_pronoun_is_nobody_s_where_another_is_named() -> None:
    text = "Luis Soto, a singer, met the Peruvian ambassador. Kenya told him to leave."
    assert not roles_of(text, "envoy.expel")


def test_an_answer_in_kind_turns_the_sides_round() -> None:
    found = roles_of("Kenya expelled two Peruvian diplomats. Peru replied in kind.", "envoy.expel")
    assert [(roles["host"], roles["sender"]) for roles in found] == [("ke", "pe"), ("pe", "ke")]


def test_a_decree_appoints_nobody() -> None:
    (roles,) = roles_of("By decree, Ana Rojas was appointed ambassador of Peru to Kenya.", "envoy.appoint")
    assert roles == {**PERU_KENYA, "rank": "ambassador", "person": "Ana Rojas"}
