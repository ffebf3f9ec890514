"""What articles are checked by proves itself: each entry's example and near miss come to the verdicts they name."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from credence.catalog.check import load_check, parse_check
from credence.catalog.kinds import load_kinds
from credence.catalog.load import load_toml
from credence.errors import BadKnowledge
from credence.judge import check
from credence.model.claim import Claim
from tables import changed
from told import evidence, told

TABLE = load_toml("check.toml")
BOOK = load_check()
PARTS = ("detail", "alike", "undoes", "exclusive")
ENTRIES = [(part, number, row) for part in PARTS for number, row in enumerate(TABLE[part])]
ARTICLE = "2024-09-21"


def claim_of(row: Mapping[str, Any], doc: str) -> Claim:
    """Make a claim as the data writes it; sets are lists there."""
    roles = {name: tuple(sorted(value)) if isinstance(value, list) else value for name, value in row["roles"].items()}
    more = {name: row[name] for name in ("polarity", "mood", "when", "step") if name in row}
    return told(row["kind"], doc=doc, **more, **{f"{name}_": value for name, value in roles.items()})


def verdict(row: Mapping[str, Any]) -> str:
    held = [claim_of(each, f"d{number}") for number, each in enumerate(row["held"])]
    article = evidence([claim_of(row["claim"], "article")]).traced
    found = check(article, ARTICLE, evidence(held, {each.doc: "2024-09-10" for each in held}), date(2024, 9, 21), BOOK)
    return found[0].verdict


@pytest.mark.parametrize(("part", "number", "row"), ENTRIES, ids=lambda value: value if isinstance(value, str) else "")
def test_an_entry_proves_itself(part: str, number: int, row: Mapping[str, Any]) -> None:
    assert verdict(row["example"]) == row["example"]["verdict"], (part, number)
    assert verdict(row["near_miss"]) == row["near_miss"]["verdict"], (part, number)
    assert row["near_miss"]["verdict"] != row["example"]["verdict"]
    assert row["near_miss"]["why"].endswith(".")
    assert row["reason"].endswith(".")
