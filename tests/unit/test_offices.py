"""Titles of envoys in several words, and plain words that stand for them."""

from __future__ import annotations

import pytest

from credence.read.words.offices import glued, ranks, said


@pytest.mark.parametrize(
    ("sentence", "rank"),
    [
        ("Envoy Extraordinary and Minister Plenipotentiary Ana Rojas came.", "minister-plenipotentiary"),
        ("Ambassador Extraordinary and Plenipotentiary Ana Rojas came.", "ambassador"),
        ("Minister Resident and Consul General Ana Rojas came.", "minister-plenipotentiary"),
        ("Chargé d'Affaires ad interim Ana Rojas came.", "chargé"),
        ("Agent and Consul General Ana Rojas came.", "consul-general"),
    ],
)
def test_a_title_is_one_word_of_the_same_length(sentence: str, rank: str) -> None:
    assert ranks(sentence) == {0: rank}
    assert len(glued(sentence)) == len(sentence)
    assert len(glued(sentence).split()) == 4


def test_several_of_a_title_keep_their_plural() -> None:
    assert glued("Ministers Plenipotentiary Rojas and Soto").split()[0].endswith("dors")


@pytest.mark.parametrize("sentence", ["He was appointed Minister to Peru.", "U.S. Minister Ana Rojas left."])
def test_a_minister_may_be_an_envoy(sentence: str) -> None:
    assert set(ranks(sentence).values()) == {"minister-plenipotentiary"}
    assert said(sentence) != sentence


@pytest.mark.parametrize(
    "sentence",
    [
        "The Prime Minister to the last said no.",
        "Foreign Minister to visit Peru",
        "Minister to the President's office",
        "The minister spoke.",
        "U.S. Minister of Fun",
    ],
)
def test_other_ministers_are_none(sentence: str) -> None:
    assert not ranks(sentence)
    assert said(sentence) == sentence
