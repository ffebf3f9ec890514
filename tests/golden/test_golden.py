"""The golden texts are sound, those held back are the ones listed, and the development sets stay above their floors."""

from __future__ import annotations

import json
import tomllib
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

import reading
from credence.catalog.kinds import load_kinds

HERE = Path(__file__).parent
FILES = sorted(HERE.rglob("*.json"))
MOODS = {"actual", "planned", "sought", "possible", "conditional"}


def faults(about: dict[str, Any], text: str) -> list[str]:
    kinds = load_kinds()
    found = [] if text.splitlines()[0].strip() == about["title"].strip() else ["line 1 is not the title"]
    for number, claim in enumerate(about["claims"]):
        missing = [r for r in kinds[claim["kind"]].deciding if claim["roles"].get(r) in (None, "", [])]
        if missing or claim["mood"] not in MOODS or claim["quote"] not in text:
            found.append(f"claim {number}: {missing or claim['mood']}")
    return found


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_gold_file_is_sound(path: Path) -> None:
    about = json.loads(path.read_text(encoding="utf-8"))
    assert about["doc"] == path.stem
    assert faults(about, path.with_suffix(".txt").read_text(encoding="utf-8")) == []


def test_held_back_texts_are_the_listed_ones() -> None:
    lines = (HERE / "held.txt").read_text(encoding="utf-8").splitlines()
    listed = {line for line in lines if line and not line.startswith("#")}
    assert {path.stem for path in (HERE / "held").rglob("*.json")} == listed


@pytest.mark.parametrize("name", reading.DEVELOPMENT)
def test_development_set_stays_above_its_floors(name: str) -> None:
    score = reading.scored(name, defaultdict(set))
    assert list(reading.below(name, score)) == []


def test_every_set_has_floors() -> None:
    floors = tomllib.loads((HERE.parents[1] / "bench" / "floors.toml").read_text(encoding="utf-8"))
    assert set(reading.DEVELOPMENT) == set(floors)
