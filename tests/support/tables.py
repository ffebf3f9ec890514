"""Data files with one thing in them changed, for tests of what refuses them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import deepcopy
from typing import Any


def changed(table: Mapping[str, Any], path: Sequence[Any], value: object) -> dict[str, Any]:
    """Give a table's data with the value at a path changed."""
    made = dict(deepcopy(table))
    spot: Any = made
    for part in path[:-1]:
        spot = spot[part]
    spot[path[-1]] = value
    return made
