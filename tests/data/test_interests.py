"""Whom a claim serves and harms proves itself: every example gives its bearing, no near miss gives one."""

from __future__ import annotations

from typing import Any

import pytest

from credence.catalog.interests import bearing, load_interests
from credence.catalog.kinds import load_kinds
from credence.catalog.load import load_toml
from credence.model.claim import Claim, Quote
from credence.model.sighting import Polarity

TABLE = load_toml("interests.toml")


def bears(row: dict[str, Any]) -> str | None:
    roles = tuple(
        sorted((name, value if isinstance(value, str) else tuple(value)) for name, value in row["roles"].items())
    )
    polarity: Polarity = "denied" if row.get("polarity") == "denied" else "affirmed"
    claim = Claim("d", "v", row["kind"], roles, polarity, "actual", None, None, (), Quote(0, 1, "x"), "p")
    return bearing(claim, row["speaker"], load_interests())


@pytest.mark.parametrize("row", TABLE["example"], ids=lambda row: f"{row['kind']} {row['speaker']}")
def test_example_gives_its_bearing(row: dict[str, Any]) -> None:
    assert bears(row) == row["gives"]


@pytest.mark.parametrize("row", TABLE["near_miss"], ids=lambda row: f"{row['kind']} {row['speaker']}")
def test_near_miss_bears_neither_way(row: dict[str, Any]) -> None:
    assert row["why"]
    assert bears(row) is None


def test_roles_are_those_of_the_kinds_and_each_has_its_reason() -> None:
    kinds = load_kinds()
    for row in TABLE["kind"]:
        assert row["why"]
        assert row.get("serves") or row.get("harms")
        for id_ in row["ids"]:
            assert {*row.get("serves", ()), *row.get("harms", ())} <= {role.name for role in kinds[id_].roles}


def test_nobody_has_no_interest() -> None:
    claim = Claim(
        "d", "v", "mission.count", (("operator", "va"),), "affirmed", "actual", None, None, (), Quote(0, 1, "x"), "p"
    )
    assert bearing(claim, None, load_interests()) is None
