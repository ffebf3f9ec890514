"""The measure of quality measures what it says."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import quality
from credence.catalog.kinds import load_kinds

ROOT = Path(__file__).parents[2]


def claim(host: str, *, optional: bool = False) -> quality.Wire:
    roles = {"host": host, "sender": "taliban"}
    return {"kind": "envoy.accept", "polarity": "affirmed", "roles": roles, "optional": optional}


def test_what_was_found_missed_and_made_up_is_counted() -> None:
    result = quality.score(
        [claim("cn"), claim("om"), claim("ir"), claim("tr")], [claim("cn"), claim("om"), claim("fr")]
    )
    assert (result.right, len(result.missed), len(result.wrong)) == (2, 2, 1)
    assert (result.precision, result.recall) == (2 / 3, 1 / 2)


def test_a_golden_claim_is_taken_once() -> None:
    assert quality.score([claim("cn")], [claim("cn"), claim("cn")]).precision == 1 / 2


def test_an_optional_claim_costs_nothing() -> None:
    golden = [claim("cn"), claim("om", optional=True)]
    assert quality.score(golden, [claim("cn")]).f1 == 1
    assert quality.score(golden, [claim("cn"), claim("om")]).f1 == 1


def test_a_denial_is_not_the_affirmation() -> None:
    assert quality.score([claim("cn")], [claim("cn") | {"polarity": "denied"}]).right == 0


def test_details_do_not_count() -> None:
    detailed = claim("cn")
    detailed["roles"] = detailed["roles"] | {"rank": "ambassador"}
    assert quality.score([claim("cn")], [detailed]).f1 == 1


def test_any_value_of_a_golden_list_is_right() -> None:
    golden = claim("cn")
    golden["roles"] = {"host": ["cn", "hk"], "sender": "taliban"}
    assert quality.score([golden], [claim("hk")]).f1 == 1


def test_nothing_made_is_no_quality() -> None:
    assert quality.score([claim("cn")], []).f1 == 0


def test_every_golden_text_has_a_floor() -> None:
    floors = tomllib.loads((ROOT / "bench" / "floors.toml").read_text(encoding="utf-8"))
    assert set(floors) == {path.stem for path in (ROOT / "tests" / "golden").rglob("*.json")}


def test_golden_claims_are_of_known_kinds_unless_optional() -> None:
    for path in (ROOT / "tests" / "golden").rglob("*.json"):
        claims = json.loads(path.read_text(encoding="utf-8"))["claims"]
        known = load_kinds()
        assert not [gold["kind"] for gold in claims if not gold.get("optional") and gold["kind"] not in known]
