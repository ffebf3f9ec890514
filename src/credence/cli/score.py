"""``credence score``: what the reader finds in annotated texts, and what of it is right."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import click

from credence.catalog.kinds import load_kinds
from credence.cli.common import answering, format_option, print_json
from credence.flow import read_document
from credence.score import Miss, Score, load_gold, score_document
from credence.score.tally import precision_recall_f1


@click.command()
@click.argument("folder", metavar="GOLD_DIR", type=click.Path(path_type=Path))
@click.option("--misses", is_flag=True, help="List every claim missed and every wrong one.")
@click.option("--floor", type=click.FloatRange(0, 1), help="Exit with 1 if F1 is below this.")
@format_option("table", "json")
@answering
def score(folder: Path, misses: bool, floor: float | None, form: str) -> None:  # noqa: FBT001 - click's flag
    """Read the texts of GOLD_DIR and compare the claims with those annotated there."""
    total, reasons = Score(), Counter[str]()
    for gold in load_gold(folder):
        done = read_document(gold.document)
        total.add(score_document(gold, done.claims, load_kinds()))
        reasons.update(passed.reason for passed in done.passed_over)
    if form == "json":
        print_json(_plain(total, reasons, misses=misses))
    else:
        click.echo("\n".join(_lines(total, reasons, misses=misses)))
    if floor is not None and precision_recall_f1(total.total())[2] < floor:
        raise SystemExit(1)


def _lines(total: Score, reasons: Counter[str], *, misses: bool) -> list[str]:
    lines = [_miss(miss) for miss in total.misses] if misses else []
    lines += [f"{kind:22} {_figures(total.kinds[kind])}" for kind in sorted(total.kinds)]
    lines += [f"passed over {count:4}  {reason}" for reason, count in sorted(reasons.items())]
    shares = (f"{name} {_share(counts)} ({counts['stated']})" for name, counts in total.shares.items())
    return [*lines, "  ".join(shares), f"{'claims':22} {_figures(total.total(), digits=3)}"]


def _figures(counts: Counter[str], digits: int = 2) -> str:
    p, r, f1 = precision_recall_f1(counts)
    counted = f"right {counts['right']:4} wrong {counts['wrong']:4} missed {counts['missed']:4}"
    return f"P {p:.{digits}f}  R {r:.{digits}f}  F1 {f1:.{digits}f}  {counted}"


def _share(counts: Counter[str]) -> str:
    return f"{counts['right'] / counts['stated']:.2f}" if counts["stated"] else "-"


def _miss(miss: Miss) -> str:
    roles = json.dumps(miss.roles, ensure_ascii=False)
    return f"{miss.fault:6} {miss.doc} {miss.kind} {roles} | {miss.words[:110]}"


def _plain(total: Score, reasons: Counter[str], *, misses: bool) -> dict[str, object]:
    def figures(counts: Counter[str]) -> dict[str, float]:
        p, r, f1 = precision_recall_f1(counts)
        counted = {name: counts[name] for name in ("right", "wrong", "missed")}
        return {"precision": round(p, 4), "recall": round(r, 4), "f1": round(f1, 4), **counted}

    plain: dict[str, object] = {
        "claims": figures(total.total()),
        "kinds": {kind: figures(total.kinds[kind]) for kind in sorted(total.kinds)},
        "shares": {name: dict(counts) for name, counts in total.shares.items()},
        "passed_over": dict(sorted(reasons.items())),
    }
    if misses:
        plain["misses"] = [
            {"doc": m.doc, "fault": m.fault, "kind": m.kind, "roles": dict(m.roles), "quote": m.words}
            for m in total.misses
        ]
    return plain
