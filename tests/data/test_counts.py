"""Units of claimed numbers prove themselves: each takes its example, and its near miss is another one's."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from credence.catalog.counts import load_counts, parse_counts
from credence.catalog.kinds import load_kinds
from credence.catalog.load import load_toml
from credence.catalog.patterns import load_patterns
from credence.errors import BadKnowledge
from credence.flow import read_document
from credence.model.claim import Claim, Quote
from credence.model.document import Document
from tables import changed

TABLE = load_toml("counts.toml")
BOOK = load_counts()


def unit_of(row: Mapping[str, Any], kind: str) -> str | None:
    roles = tuple(sorted(row["roles"].items()))
    pattern = row.get("pattern", "p")
    quote = Quote(0, 1, "x")
    claim = Claim("a", "v", row.get("kind", kind), roles, "affirmed", "actual", None, None, (), quote, pattern)
    unit = BOOK.unit_of(claim)
    return unit.id if unit else None


@pytest.mark.parametrize("row", TABLE["unit"], ids=lambda row: row["id"])
def test_a_unit_takes_its_example_and_leaves_its_near_miss_to_another(row: Mapping[str, Any]) -> None:
    assert unit_of(row["example"], row["kind"]) == row["id"]
    miss = row["near_miss"]
    assert unit_of(miss, row["kind"]) == miss["is"] != row["id"]
    assert miss["why"].endswith(".")
    assert row["reason"].endswith(".")


def test_the_patterns_of_units_are_the_readers_own() -> None:
    kinds = {pattern.id: pattern.kind for pattern in load_patterns()}
    for unit in BOOK.units:
        assert {kinds.get(pattern) for pattern in unit.patterns} <= {unit.kind}


def test_every_pattern_that_counts_envoys_says_what_it_counts() -> None:
    told = {pattern for unit in BOOK.units for pattern in unit.patterns}
    assert {pattern.id for pattern in load_patterns() if pattern.kind == "envoy.count"} <= told


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("The Taliban now control 39 Afghan embassies and consulates in other countries.", "missions"),
        ("The Taliban now operate 27 embassies, consulates and offices.", "missions"),
        ("The Taliban now operate 27 embassies.", "embassies"),
        ("Iceland has embassies in 18 countries.", "countries-with-embassies"),
        ("The Taliban has sent envoys to at least 14 countries.", "countries-with-envoys"),
        ("Kosovo now has ambassadors in 30 countries.", "countries-with-ambassadors"),
        ("147 countries recognise Palestine.", "recognitions"),
    ],
)
def test_what_the_reader_reads_is_counted_in_its_unit(text: str, unit: str) -> None:
    units = {BOOK.unit_of(claim) for claim in read_document(Document("x", text)).claims}
    assert [each.id for each in units if each] == [unit]


@pytest.mark.parametrize(
    ("path", "value", "cause"),
    [
        (("unit", 0, "reason"), "", "no reason"),
        (("unit", 0, "kind"), "mission.tally", "no kind mission.tally"),
        (("unit", 0, "party"), "value_of", "deciding role “value_of”"),
        (("unit", 0, "lists"), "ministers", "no list “ministers”"),
        (("unit", 0, "by"), "weight", "by is “weight”"),
        (("unit", 6, "only"), ["mission"], "some claims of mission.count are in no unit"),
        (("list", "missions", "ends"), [], "mission.close ends what it stands by"),
        (("list", "missions", "stands", 0, "kind"), "mission.run", "no kind “mission.run”"),
        (("list", "envoys", "stands", 0), {"kind": "envoy.accept"}, "an act lacks 'party'"),
        (("list", "envoys", "reason"), "", "no reason"),
        (("list",), {}, "no list “missions”"),
        (("unit", 0), {"id": "x", "reason": "y."}, "lacks 'kind'"),
    ],
)
def test_what_does_not_fit_is_refused(path: tuple[Any, ...], value: object, cause: str) -> None:
    with pytest.raises(BadKnowledge, match=cause):
        parse_counts(changed(TABLE, path, value), load_kinds())
