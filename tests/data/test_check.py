"""What articles are checked by proves itself: each entry's example and near miss come to the verdicts they name."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from credence.catalog.check import load_check, parse_check
from credence.catalog.counts import load_counts
from credence.catalog.kinds import load_kinds
from credence.catalog.load import load_toml
from credence.errors import BadKnowledge
from credence.judge import check
from credence.model.check import Article
from tables import changed, claim_of
from told import evidence

TABLE = load_toml("check.toml")
BOOK = load_check()
PARTS = ("detail", "alike", "undoes", "exclusive")
ENTRIES = [(part, number, row) for part in PARTS for number, row in enumerate(TABLE[part])]
ARTICLE = "2024-09-21"


def verdict(row: Mapping[str, Any]) -> str:
    held = [claim_of(each, number) for number, each in enumerate(row["held"])]
    article = evidence([claim_of(row["claim"] | {"doc": "article"})]).traced
    days = {each.doc: "2024-09-10" for each in held}
    found = check(Article(article, ARTICLE), evidence(held, days), date(2024, 9, 21), BOOK, load_counts())
    return found[0].verdict


@pytest.mark.parametrize(("part", "number", "row"), ENTRIES, ids=lambda value: value if isinstance(value, str) else "")
def test_an_entry_proves_itself(part: str, number: int, row: Mapping[str, Any]) -> None:
    assert verdict(row["example"]) == row["example"]["verdict"], (part, number)
    assert verdict(row["near_miss"]) == row["near_miss"]["verdict"], (part, number)
    assert row["near_miss"]["verdict"] != row["example"]["verdict"]
    assert row["near_miss"]["why"].endswith(".")
    assert row["reason"].endswith(".")


@pytest.mark.parametrize(
    ("path", "value", "cause"),
    [
        (("occasion",), "three", "unsupported type"),
        (("about",), [], "float"),
        (("detail", 0, "role"), "colour", "no kind has a role “colour”"),
        (("detail", 0, "reason"), " ", "no reason"),
        (("alike", 0, "stands", 0, "kind"), "mission.run", "no kind “mission.run”"),
        (("alike", 0, "ends", 0, "party"), "guest", "no role “guest”"),
        (("undoes", 0, "kind"), "listing.forget", "no kind “listing.forget”"),
        (("undoes", 0, "of"), ["listing.forget"], "no kind “listing.forget”"),
        (("exclusive", 0, "role"), "guest", "no role “guest”"),
        (("exclusive", 0, "same"), ["city"], "no role “city”"),
        (("exclusive", 0, "among"), "friends", "among is “friends”"),
        (("exclusive", 0), {"kind": "control.take", "reason": "x."}, "lacks 'role'"),
    ],
)
def test_what_does_not_fit_is_refused(path: tuple[Any, ...], value: object, cause: str) -> None:
    with pytest.raises(BadKnowledge, match=cause):
        parse_check(changed(TABLE, path, value), load_kinds(), {})


def test_what_bears_on_a_claim_is_of_its_family() -> None:
    pairs = [(kind.id, other) for kind in load_kinds().values() for other in kind.terminates]
    pairs += [(kind, other) for kind, undone in BOOK.undoes.items() for other in undone]
    pairs += [(act.kind, each.stands[0].kind) for each in BOOK.alike for act in (*each.stands, *each.ends)]
    assert all(one.partition(".")[0] == other.partition(".")[0] for one, other in pairs)


def test_only_kinds_that_end_another_undo_it() -> None:
    kinds, alike = load_kinds(), {act.kind for each in BOOK.alike for act in each.ends}
    for kind, undone in BOOK.undoes.items():
        assert kind in alike or undone <= set(kinds[kind].terminates)
