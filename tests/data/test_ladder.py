"""The ladder's rules prove themselves: each example reaches the step by that rule, no near miss does."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from credence import judge
from credence.catalog.kinds import load_kinds
from credence.catalog.ladder import load_ladder, parse_ladder
from credence.catalog.load import load_toml
from credence.errors import BadKnowledge
from credence.flow import evidence_of
from credence.model.finding import Finding
from credence.model.ladder import Standing
from tables import changed, claim_of

TABLE = load_toml("ladder.toml")
BOOK = load_ladder()
EXAMPLES = [(rule["id"], rule["step"], row) for rule in TABLE["rule"] for row in rule["example"]]
NEAR_MISSES = [(rule["id"], rule["step"], row) for rule in TABLE["rule"] for row in rule["near_miss"]]


def standing(row: Mapping[str, Any], rule: Mapping[str, Any]) -> Standing[Finding]:
    """Judge a row of the data: the authority and the state are those of its first claim."""
    claims = [claim_of(each, number) for number, each in enumerate(row["claims"])]
    evidence = evidence_of(claims, {})
    authority, state = sides(row["claims"][0], rule)
    (found,) = judge.dealings(evidence, authority, BOOK, [state])
    return judge.standing(found, date.fromisoformat(row["on"]), BOOK)


def sides(claim: Mapping[str, Any], rule: Mapping[str, Any]) -> tuple[str, str]:
    """Give authority and state of a claim, by the rule's own acts; of a set, the second is the authority."""
    act = next((act for act in rule["stands"] if act["kind"] == claim["kind"]), None)
    if act is None:
        acts = [act for each in TABLE["rule"] for act in each["stands"] if act["kind"] == claim["kind"]]
        act = acts[0] if acts else {"party": list(claim["roles"])[-1], "other": next(iter(claim["roles"]))}
    party, other = claim["roles"][act["party"]], claim["roles"][act["other"]]
    return (party[1], other[0]) if isinstance(party, list) else (party, other)


@pytest.mark.parametrize(("id_", "step", "row"), EXAMPLES, ids=lambda value: value if isinstance(value, str) else "")
def test_an_example_reaches_its_step_by_its_rule(id_: str, step: str, row: Mapping[str, Any]) -> None:
    rule = next(each for each in TABLE["rule"] if each["id"] == id_)
    found = standing(row, rule)
    assert found.step == step
    assert id_ in {ground.rule for ground in found.reasons}


@pytest.mark.parametrize(("id_", "step", "row"), NEAR_MISSES, ids=lambda value: value if isinstance(value, str) else "")
def test_a_near_miss_reaches_another_step_and_says_why(id_: str, step: str, row: Mapping[str, Any]) -> None:
    rule = next(each for each in TABLE["rule"] if each["id"] == id_)
    found = standing(row, rule)
    assert row["why"].endswith(".")
    assert found.step == row["is"]
    assert id_ not in {ground.rule for ground in found.grounds if ground.bearing == "reached" and found.step == step}


@pytest.mark.parametrize("row", [*TABLE["step"], *TABLE["rule"]], ids=lambda row: row["id"])
def test_steps_and_rules_have_reasons(row: Mapping[str, Any]) -> None:
    assert row["reason"].endswith(".")


@pytest.mark.parametrize(
    ("path", "value", "cause"),
    [
        (("rule", 0, "reason"), " ", "no reason"),
        (("rule", 0, "stands"), [{"kind": "mission.run", "party": "a", "other": "b"}], "no kind “mission.run”"),
        (("rule", 0, "stands", 0, "party"), "guest", "no role “guest”"),
        (("rule", 0, "years"), 2, "over when done"),
        (("rule", 1, "steps"), ["sworn"], "step of accreditation"),
        (("rule", 0, "step"), "contact", "do not fit: recognised"),
        (("step", 0, "id"), "nothing", "begin with none"),
        (("step", 7, "yields_to"), ["peace"], "yields to one that is not there"),
    ],
)
def test_a_ladder_that_does_not_fit_is_refused(path: tuple[Any, ...], value: object, cause: str) -> None:
    with pytest.raises(BadKnowledge, match=cause):
        parse_ladder(changed(TABLE, path, value), load_kinds())
