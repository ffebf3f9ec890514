"""Whose deed is judged where its own words do not say who did it."""

from __future__ import annotations

import pytest

from credence.flow import read_document
from credence.model.document import Document


def stances(text: str) -> set[tuple[str, str, str]]:
    claims = read_document(Document("trial", text, published="2024-09-20")).claims
    told = [(claim.kind.removeprefix("stance."), dict(claim.roles)) for claim in claims if "stance" in claim.kind]
    return {(kind, str(roles["holder"]), str(roles["target"])) for kind, roles in told}


@pytest.mark.parametrize(
    "text",
    [
        "Norway condemned the jailing of opposition leaders in Chad.",
        "Norway deplored the shooting of demonstrators in Chad.",
        "Norway recalled its ambassador from Chad and denounced what it called an act of vandalism.",
        "Peru broke off relations with Chad on Monday. Norway voiced criticism of the offensive in Mali.",
        "Two officials of the Chadian consulate tore down posters. Norway condemned the conduct of the officials.",
        "A coup in Chad shook the region. Norway has condemned the coup.",
        "To the dismay of Norway, Chad received a delegation of the Taliban.",
    ],
)
def test_who_did_a_deed_is_told_by_the_text_around_it(text: str) -> None:
    assert ("condemn", "no", "td") in stances(text)


@pytest.mark.parametrize(
    "text",
    [
        "Norway condemned the killing of tourists in Chad.",
        "Norway condemned the conduct of the officials.",
        "Norway deplored the offensive in Mali.",
        "Nobody has a good word for Chad.",
        "Norway has protested to the United Nations.",
        "Norway wants its own bases closed.",
    ],
)
def test_nobody_is_blamed_or_asked_where_the_text_does_not_decide_it(text: str) -> None:
    assert not stances(text)


@pytest.mark.parametrize(
    "text",
    [
        "Norway wants the Chadian bases closed.",
        "Chad keeps 500 soldiers in the valley. Norway has asked for their removal.",
        "Norway called Chad's step hostile and demanded an explanation.",
    ],
)
def test_of_whom_something_is_asked_is_told_by_what_is_his(text: str) -> None:
    assert ("demand", "no", "td") in stances(text)
