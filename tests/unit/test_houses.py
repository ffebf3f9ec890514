"""What was closed, where only the sentence before says what it is: the mission, and nothing else that may be closed."""

from __future__ import annotations

import pytest

from credence.flow import read_document
from credence.model.document import Document


def missions(text: str, kind: str = "mission.close") -> set[tuple[str, str]]:
    claims = read_document(Document(id="d", text=f"News\n\n{text}", title="News", published="2024-09-20")).claims
    return {(str(c.role("operator")), str(c.role("host"))) for c in claims if c.kind == kind}


@pytest.mark.parametrize(
    "first", ["Norway has an embassy in Mali.", "Norway's embassy in Mali was attacked on Monday."]
)
@pytest.mark.parametrize(
    "then",
    ["Norway closed it in May.", "Oslo shut the post in May.", "The post was closed in May.", "It was closed in May."],
)
def test_the_mission_is_meant(first: str, then: str) -> None:
    assert missions(f"{first} {then}") == {("no", "ml")}


@pytest.mark.parametrize(
    "text",
    [
        "Norway has an embassy and a school in Mali. Norway closed it in May.",
        "Norway's embassy in Mali was attacked. Chad closed its border in May and shut it again in June.",
        "Norway has an embassy in Mali. The Post was closed in May.",
        "Norway has an embassy in Mali. Ana Rojas left the post in May.",
    ],
)
def test_something_else_is_meant(text: str) -> None:
    assert missions(text) == set()


@pytest.mark.parametrize("answer", ["Mali did the same.", "Mali followed suit.", "Mali closed its own on Tuesday."])
def test_who_answers_does_so_with_the_other_side(answer: str) -> None:
    assert missions(f"Norway closed its embassy in Mali on Monday. {answer}") == {("no", "ml"), ("ml", "no")}
