"""Signs that a party is the other side of a relation, with their weights, from ``data/focus.toml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from credence.catalog.load import load_toml
from credence.errors import BadKnowledge

_PLACE = "data/focus.toml"
_SIGNS = {"main", "second", "two", "before", "same", "near", "opposite", "told", "upon", "alike", "again", "along"}
_SIGNS |= {"answered"}


@dataclass(frozen=True, slots=True)
class FocusWeights:
    """How the other side of a relation is weighed.

    Attributes:
        signs: Weight of each sign; what it sees is from 0 to 1.
        nobody: The sum that nobody has: the chances of all candidates are weighed against it.
        least: Chance, from 0 to 1, that a candidate must have to be taken.
        lead: How many times the next one's chance it must be.
        bound: How much less nobody weighs for acts that are always towards somebody.
    """

    signs: Mapping[str, float]
    nobody: float
    least: float
    lead: float
    bound: float = 0.0


@cache
def load_focus() -> FocusWeights:
    """Load the weights of the package.

    Raises:
        BadKnowledge: A sign is missing or unknown, or a weight is no number.
    """
    table = load_toml("focus.toml")
    try:
        signs = {name: float(row["weight"]) for name, row in table["sign"].items()}
        weights = FocusWeights(
            signs, float(table["nobody"]), float(table["least"]), float(table["lead"]), float(table["bound"])
        )
    except (KeyError, TypeError, ValueError) as error:
        raise BadKnowledge(_PLACE, f"is not as expected: {error}", "see the head of the file") from error
    if set(signs) != _SIGNS:
        unknown = ", ".join(sorted(set(signs) ^ _SIGNS))
        raise BadKnowledge(_PLACE, f"signs missing or unknown: {unknown}", "name each sign of the module once")
    return weights
