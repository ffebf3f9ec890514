"""Verbs that were taken for adjectives are verbs again; adjectives stay what they are."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from credence.catalog.cues import load_cues
from credence.read.trees.mended import mended
from credence.read.words.tree import Doc


@pytest.mark.parametrize(
    ("text", "verb", "object_"),
    [
        ("Peru's decision to close its embassy in Chad angered Kenya.", "angered", "Kenya"),
        ("Peru's recognition of Kosovo angered Kenya.", "angered", "Kenya"),
        ("The visit to Chad worried Kenya's government.", "worried", "government"),
        ("Peru is mulling severing diplomatic relations with Chad.", "severing", "relations"),
    ],
)
def test_a_verb_has_its_object(text: str, verb: str, object_: str, english: Callable[[str], Doc]) -> None:
    doc = mended(english(text), load_cues().governors)
    found = next(token for token in doc if token.text == verb)
    assert found.pos_ == "VERB"
    assert object_ in {child.text for child in found.children if child.dep_ == "dobj"}


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Peru is discussing existing agreements with Chad.", "existing"),
        ("Peru's embassy in Chad was closed.", "closed"),
        ("Peru spoke of the planned visit to Chad.", "planned"),
    ],
)
def test_an_adjective_has_none(text: str, word: str, english: Callable[[str], Doc]) -> None:
    doc = mended(english(text), load_cues().governors)
    found = next(token for token in doc if token.text == word)
    assert not [child for child in found.children if child.dep_ == "dobj"]
