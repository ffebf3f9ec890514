"""Everybody of a list does what its verb says, wherever the list stands."""

from __future__ import annotations

import pytest

from credence.flow import read_document
from credence.model.document import Document


def recognizers(text: str) -> dict[str, str]:
    claims = read_document(Document(id="d", text=f"News\n\n{text}", title="News", published="2024-09-20")).claims
    return {str(c.role("recognizer")): f"{c.polarity} {c.mood}" for c in claims if c.kind == "recognition.grant"}


@pytest.mark.parametrize(
    ("text", "how"),
    [
        ("On Monday, Norway, Chile and Mali recognised Kosovo.", "affirmed actual"),
        ("Norway, Chile, and Mali recognised Kosovo.", "affirmed actual"),
        ("Norway, Chile and Mali plan to recognise Kosovo.", "affirmed planned"),
        ("Neither Norway, Chile nor Mali recognised Kosovo.", "denied actual"),
        ("Norway recognised Kosovo, followed by Chile and Mali.", "affirmed actual"),
        ("Norway, Chile and Mali have each recognised Kosovo.", "affirmed actual"),
    ],
)
def test_everybody_does_it(text: str, how: str) -> None:
    assert recognizers(text) == {"no": how, "cl": how, "ml": how}


@pytest.mark.parametrize(
    "text",
    [
        "On Monday, after talks with Chile and Mali, Norway recognised Kosovo.",
        "Norway, a friend of Chile and Mali, recognised Kosovo.",
        "In Chile, and Mali, too, people cheered when Norway recognised Kosovo.",
    ],
)
def test_nobody_else_does(text: str) -> None:
    assert recognizers(text) == {"no": "affirmed actual"}
