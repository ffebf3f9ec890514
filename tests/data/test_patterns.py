"""Every pattern proves itself: examples give their claims, near misses none, and no pattern is without an example."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import Any

import pytest

from credence.catalog.kinds import load_kinds
from credence.catalog.patterns import Pattern, Trial, load_patterns, load_trials
from credence.flow import read_document
from credence.model.claim import Claim
from credence.model.document import Document

TRIALS = load_trials()
EXAMPLES = [trial for trial in TRIALS if trial.gives]
NEAR_MISSES = [trial for trial in TRIALS if not trial.gives]


@cache  # each example is asked of twice: for itself and for its kind
def claims_in(text: str, published: str) -> tuple[Claim, ...]:
    return read_document(Document("trial", text, published=published)).claims


def claims_of(trial: Trial) -> tuple[Claim, ...]:
    found = claims_in(trial.text, trial.published or "2024-09-20")
    return tuple(claim for claim in found if claim.kind == trial.kind)


def agrees(claim: Claim, given: dict[str, Any]) -> bool:
    said = {"polarity": "affirmed", "mood": "actual"} | given
    found: dict[str, object] = {
        **dict(claim.roles),
        "polarity": claim.polarity,
        "mood": claim.mood,
        "when": claim.when,
        "step": claim.step,
    }
    return all(found.get(name) == (tuple(v) if isinstance(v, list) else v) for name, v in said.items())


@pytest.mark.parametrize("trial", EXAMPLES, ids=lambda t: f"{t.file}: {t.text[:60]}")
def test_example_gives_its_claims_and_no_other_of_the_kind(trial: Trial) -> None:
    claims = claims_of(trial)
    for given in trial.gives:
        assert any(agrees(claim, given) for claim in claims), (
            f"no claim {given} among {[(dict(c.roles), c.polarity, c.mood, c.when, c.step) for c in claims]}: "
            "add a way of saying to the file, or mend the example"
        )
    assert len(claims) == len(trial.gives), [(c.pattern, dict(c.roles)) for c in claims]


@pytest.mark.parametrize("trial", NEAR_MISSES, ids=lambda t: f"{t.file}: {t.text[:60]}")
def test_near_miss_gives_no_claim_of_the_kind(trial: Trial) -> None:
    claims = claims_of(trial)
    assert not claims, f"{[(c.pattern, dict(c.roles)) for c in claims]}, though: {trial.why}"
    assert trial.why


@pytest.mark.parametrize("kind", load_kinds())
def test_every_pattern_meets_an_example_of_its_kind(kind: str) -> None:
    met = {claim.pattern for trial in EXAMPLES if trial.kind == kind for claim in claims_of(trial)}
    # Of several patterns that meet one example only the first gives the claim, so a pattern needs one of its own.
    unmet = [pattern.id for pattern in load_patterns() if pattern.kind == kind and pattern.id not in met]
    assert not unmet, f"no example is met by {unmet}: write one, or take the pattern out"


def test_every_kind_has_patterns_examples_and_near_misses() -> None:
    patterns: dict[str, list[Pattern]] = defaultdict(list)
    for pattern in load_patterns():
        patterns[pattern.kind].append(pattern)
    for kind in load_kinds():
        assert patterns[kind], f"{kind}: no pattern"
        assert any(t.kind == kind for t in EXAMPLES), f"{kind}: no example"
        assert any(t.kind == kind for t in NEAR_MISSES), f"{kind}: no near miss"


def test_every_pattern_is_of_a_kind_and_fills_its_deciding_roles() -> None:
    kinds = load_kinds()
    structures = {"envoy", "mission", "missions", "list", "money", "force", "terrorists", "group", "person", "as"}
    structures |= {"pair", "other", "summit"}
    for pattern in load_patterns():
        names = {role.name for role in kinds[pattern.kind].roles}
        assert {slot.role for slot in pattern.slots} <= names | structures, pattern.id
        assert {role for role, _ in pattern.fixed} <= names, pattern.id
