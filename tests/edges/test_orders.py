"""Related documents read in one order or another come to the same findings, word for word."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from click.testing import CliRunner

from credence.cli import main

GOLDEN = Path(__file__).parents[1] / "golden"
TEXTS = (
    "example/missions-example",
    "news/taliban-russia-wire",
    "news/taliban-russia-regional",
    "news/pakistan-upgrade-2025",
    "news/uae-credentials-paper",
    "news/khorog-consulate",
)
"""Texts about the missions and envoys of one authority; several tell of the same acts."""


def credence(*arguments: str) -> str:
    done = CliRunner().invoke(main, list(arguments))
    assert done.exit_code == 0, done.output
    return done.stdout


def findings(ledger: Path, order: Sequence[str]) -> str:
    for name in order:
        about = json.loads((GOLDEN / f"{name}.json").read_text(encoding="utf-8"))
        given = ["--published", about["published"], "--publisher", about["publisher"]]
        credence("read", str(GOLDEN / f"{name}.txt"), *given, "--ledger", str(ledger), "--format", "jsonl")
    return credence("findings", "--ledger", str(ledger), "--format", "json")


def test_the_order_of_reading_changes_no_finding(tmp_path: Path) -> None:
    first = findings(tmp_path / "first.db", TEXTS)
    other = findings(tmp_path / "other.db", TEXTS[3:] + TEXTS[2::-1])
    assert first == other
    found = json.loads(first)
    assert len({claim["doc"] for finding in found for claim in finding["claims"]}) == len(TEXTS)
    assert any(finding["documents"] > 1 for finding in found)
    for name in ("first.db", "other.db"):
        credence("verify", "--ledger", str(tmp_path / name))
