"""Every cue of polarity and mood has an example of its effect, and every example comes out as it says."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from credence.catalog.cues import load_cues
from credence.catalog.load import load_toml
from credence.read.clauses.clauses import clauses
from credence.read.moods.mood import polarity_and_mood
from credence.read.words.tree import Doc

TABLE = load_toml("moods/en.toml")


@pytest.mark.parametrize("example", TABLE["example"], ids=lambda e: e["text"])
def test_cue_example(example: dict[str, Any], english: Callable[[str], Doc]) -> None:
    cues = load_cues()
    found = [c for c in clauses(english(example["text"]), cues) if c.predicate == example["of"]]
    assert found, f"no clause of “{example['of']}”"
    polarity, mood = polarity_and_mood(found[0], cues)
    assert {"polarity": polarity, "mood": mood} == example["gives"]


def test_every_effect_has_an_example() -> None:
    effects = {row["effect"] for name in ("governor", "modal", "adverb", "preposition") for row in TABLE[name]}
    moods = {example["gives"]["mood"] for example in TABLE["example"]}
    polarities = {example["gives"]["polarity"] for example in TABLE["example"]}
    assert effects - {"plain", "reports"} <= moods | polarities
