"""Speakers who are set beside a quotation, and sentences that only look so."""

from __future__ import annotations

import pytest

from credence.flow import read_document
from credence.model.document import Document


def voices(text: str) -> list[str]:
    claims = read_document(Document(id="d", text=f"News\n\n{text}", title="News", published="2024-09-20")).claims
    return [voice.name for claim in claims for voice in claim.voices]


@pytest.mark.parametrize(
    "text",
    [
        "Ana Rojas: “Norway has recognised Kosovo.”",
        "It was a long day. Ana Rojas, the minister: “Norway has recognised Kosovo.”",
        "“Norway has recognised Kosovo.” Those were the words of Ana Rojas.",
        "“Peru,” said Ana Rojas, “has recognised Kosovo.”",
        "It was Ana Rojas who said that Norway had recognised Kosovo.",
        "Ana Rojas went on to say that Norway had recognised Kosovo.",
        "Ana Rojas made it clear that Norway had recognised Kosovo.",
    ],
)
def test_who_stands_beside_it_speaks(text: str) -> None:
    assert voices(text) == ["Ana Rojas"]


def test_an_official_who_is_not_named_speaks() -> None:
    assert voices("An official who asked not to be named said Norway had recognised Kosovo.") == ["An official"]


@pytest.mark.parametrize(
    "text",
    [
        "Two Things Happened: Norway has recognised Kosovo.",
        "Norway did “what it could”. Those were the words. It has recognised Kosovo.",
    ],
)
def test_who_does_not_does_not(text: str) -> None:
    assert voices(text) == []
