"""Whose "we" an official paper is in."""

from __future__ import annotations

import pytest

from credence.flow import read_document
from credence.model.document import Document
from credence.resolve.parties.house import is_opinion

_TEXT = (
    "Statement on Chad\n\nNorway has followed the talks with Chad. Norway closed its embassy in Lima in 2010. "
    "We do not recognise Kosovo."
)


def _recognizers(publisher: str) -> list[object]:
    document = Document(id="x", text=_TEXT, published="2024-09-20", publisher=publisher)
    claims = read_document(document).claims
    return [dict(claim.roles)["recognizer"] for claim in claims if claim.kind == "recognition.grant"]


def test_organ_speaks_for_who_acts_in_its_paper() -> None:
    assert _recognizers("Office of the Spokesperson") == ["no"]


def test_newspaper_does_not_say_we() -> None:
    assert _recognizers("Daily Herald") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lima has sold its vote. Of course it has. Let us not pretend otherwise.", True),
        ("Lima should stop bidding. It ought to know better.", True),
        ("I have been there. I have seen it.", True),
        ('"I have been there," he said. "I should go again, of course."', False),
        ("What is recognition?\nIt is what states grant.\nWho grants it?\nStates do.", False),
        ("Lima should stop bidding, Chile said.", False),
    ],
)
def test_an_opinion_shows_by_how_it_speaks(text: str, expected: bool) -> None:  # noqa: FBT001
    assert is_opinion(text, []) == expected
