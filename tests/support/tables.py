"""Data files in tests: with one thing in them changed, and claims as they write them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import deepcopy
from typing import Any

from credence.model.claim import Claim, Quote


def changed(table: Mapping[str, Any], path: Sequence[Any], value: object) -> dict[str, Any]:
    """Give a table's data with the value at a path changed."""
    made = dict(deepcopy(table))
    spot: Any = made
    for part in path[:-1]:
        spot = spot[part]
    spot[path[-1]] = value
    return made


def claim_of(row: Mapping[str, Any], number: int = 0) -> Claim:
    """Make a claim as data files write it; sets are lists there."""
    roles = {name: tuple(sorted(value)) if isinstance(value, list) else value for name, value in row["roles"].items()}
    return Claim(
        doc=row.get("doc", f"d{number}"),
        version="v",
        kind=row["kind"],
        roles=tuple(sorted(roles.items())),
        polarity=row.get("polarity", "affirmed"),
        mood=row.get("mood", "actual"),
        when=row.get("when"),
        step=row.get("step"),
        voices=(),
        quote=Quote(0, 1, "x"),
        pattern=row.get("pattern", "p"),
    )
