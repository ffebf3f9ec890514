"""Mangled texts are read without an exception, and every quote stands where it says. Thousands: bench/robust.py."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from credence.flow import read_document
from credence.model.document import Document

TEXT = (Path(__file__).parents[2] / "examples" / "thirty-nine-missions.txt").read_text(encoding="utf-8")
ODD = "\x00\x07\u200b\u202e\ufeff\u0301𝔄漢字العربية\u2028"


def _shuffled(text: str, draw: random.Random) -> str:
    words = text.split(" ")
    draw.shuffle(words)
    return " ".join(words)


WAYS: tuple[Callable[[str, random.Random], str], ...] = (
    _shuffled,
    lambda text, draw: text[draw.randrange(len(text)) :],
    lambda text, draw: "".join(c + draw.choice(ODD) if draw.random() < 0.03 else c for c in text),
    lambda text, _: text.replace("\n", " ") * 2,
    lambda text, _: text.upper(),
    lambda text, _: text.replace(" ", ""),
    lambda text, _: "\n".join(text.split(" ")),
    lambda text, _: text.replace(" ", "- "),
)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("seed", [1, 2])
def test_a_mangled_text_is_read_and_its_quotes_are_exact(way: Callable[[str, random.Random], str], seed: int) -> None:
    text = way(TEXT, random.Random(seed))  # noqa: S311 - the same mangling every time, no secret
    read = read_document(Document(id="mangled", text=text, published="2024-09-20", publisher="Harbour Gazette"))
    assert all(claim.quote.text == text[claim.quote.start : claim.quote.end] for claim in read.claims)
    assert all(passed.reason for passed in read.passed_over)


@pytest.mark.parametrize(
    "text",
    [
        "General Omar Al- Varga Abdul- said that Peru had closed its embassy.",
        "It closed theirs, its own of it, one of its own, which is its own, and it is theirs.",
        "THE EMBASSY OF PERU AND THE MISSION OF CHAD AND THE CONSULATE OF KENYA WERE CLOSED " * 60,
    ],
)
def test_names_that_are_cut_words_that_stand_for_each_other_and_lines_in_capitals(text: str) -> None:
    assert read_document(Document(id="odd", text=text, published="2024-09-20")).sentences
