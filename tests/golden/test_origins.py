"""Claims of our own groups of texts are led back to their origins, better than by counting articles or like texts."""

from __future__ import annotations

import tomllib
from pathlib import Path

from origins import Score, bcubed, clusterings, own_told

FOLDER = Path(__file__).parent / "origins"


def test_bcubed_counts_what_is_put_together_and_what_belongs_together() -> None:
    gold = {"a": 1, "b": 1, "c": 1, "d": 2}
    assert bcubed(gold, gold) == Score(1.0, 1.0)
    alone = bcubed({item: item for item in gold}, gold)
    assert (alone.precision, alone.recall) == (1.0, 0.5)
    heap = bcubed(dict.fromkeys(gold, 0), gold)
    assert (heap.precision, heap.recall) == ((3 * 0.75 + 0.25) / 4, 1.0)


def test_origins_of_our_own_groups() -> None:
    gold, found = clusterings(list(own_told(FOLDER, held=False)))
    scores = {name: bcubed(clusters, gold).f1 for name, clusters in found.items()}
    assert len(gold) >= 20
    assert scores["utterances"] >= 0.88
    assert all(scores["utterances"] > f1 for name, f1 in scores.items() if name != "utterances")


def test_every_text_has_its_group() -> None:
    rows = tomllib.loads((FOLDER / "groups.toml").read_text(encoding="utf-8"))["document"]
    assert sorted(f"{row['doc']}.txt" for row in rows) == sorted(path.name for path in FOLDER.glob("*.txt"))
    assert len(rows) >= 25
    assert len({row["group"] for row in rows if row.get("held")}) >= 2
