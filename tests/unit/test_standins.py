"""Headlines whose verb the parser takes for a noun."""

from __future__ import annotations

import pytest

from credence.flow import read_document
from credence.model.document import Document


def _kinds(text: str) -> list[tuple[str, dict[str, object]]]:
    document = Document(id="x", text=text, published="2024-09-20", publisher="Test")
    return [(claim.kind, dict(claim.roles)) for claim in read_document(document).claims]


@pytest.mark.parametrize(
    ("headline", "kind"),
    [
        ("Bolivia severs ties with Norway over fishing", "ties.sever"),
        ("Chad expels German ambassador", "envoy.expel"),
        ("Kenya shutters embassy in Lima", "mission.close"),
    ],
)
def test_headline_verb_is_found(headline: str, kind: str) -> None:
    assert kind in [found for found, _ in _kinds(f"{headline}\n\nNothing else is known.")]


@pytest.mark.parametrize("headline", ["US sanctions on Syria bite hard", "Chad ties with Norway in doubt"])
def test_noun_stays_noun(headline: str) -> None:
    assert _kinds(headline) == []


def test_headline_of_several_states() -> None:
    found = _kinds("Spain, Ireland, Norway recognise Palestinian state")
    assert [roles["recognizer"] for _, roles in found] == ["es", "ie", "no"]


def test_pronoun_for_ties() -> None:
    kinds = [kind for kind, _ in _kinds("Norway severed ties with Chad in 2010 and later restored them.")]
    assert kinds == ["ties.sever", "ties.restore"]


def test_two_who_act_are_no_number() -> None:
    first = "Norway and Chad have quarrelled over fish for years."
    assert [kind for kind, _ in _kinds(f"{first} The two severed ties in May.")] == ["ties.sever"]
    assert _kinds(f"{first} The two severed ties were missed in May.") == []
