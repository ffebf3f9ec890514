"""What was measured of this program by committed scripts: calibration and floors (``data/measured.toml``)."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from credence.catalog.load import load_text
from credence.errors import BadKnowledge

_PLACE = "data/measured.toml"


@dataclass(frozen=True, slots=True)
class Bin:
    """Matters whose credence lies between two numbers.

    Attributes:
        least: The lower number.
        most: The higher.
        matters: How many there are.
        believed: Their mean credence.
        so: The share of them that is so.
    """

    least: float
    most: float
    matters: int
    believed: float
    so: float


@dataclass(frozen=True, slots=True)
class Measured:
    """What was measured.

    Attributes:
        command: The command that measured how well credences keep their word.
        day: The day on which it ran, ISO.
        on: What on.
        bins: What it found, from the lowest credence to the highest.
        floors: Set of texts → what is measured of reading → the least that is let pass.
    """

    command: str
    day: str
    on: str
    bins: tuple[Bin, ...]
    floors: Mapping[str, Mapping[str, float]]


@cache
def load_measured() -> Measured:
    """Load what was measured.

    Raises:
        BadKnowledge: Something is missing, or no share.
    """
    return parse_measured(load_text("measured.toml"))


def parse_measured(text: str) -> Measured:
    """Read what was measured from TOML.

    Raises:
        BadKnowledge: As for ``load_measured``, or the text is no TOML.
    """
    try:
        table = tomllib.loads(text)
        found = table["calibration"]
        bins = tuple(Bin(*row) for row in found["bins"])
        measured = Measured(found["command"], found["day"], found["on"], bins, table["floors"])
    except (tomllib.TOMLDecodeError, LookupError, TypeError, ValueError) as error:
        raise BadKnowledge(_PLACE, f"it cannot be read: {error}", "copy it from what the script printed") from error
    if not all(0 <= number <= 1 for number in _shares(measured)):
        raise BadKnowledge(_PLACE, "a share is not from 0 to 1", "copy it from what the script printed")
    return measured


def _shares(measured: Measured) -> list[Any]:
    shares = [share for each in measured.bins for share in (each.least, each.most, each.believed, each.so)]
    return [*shares, *(least for floors in measured.floors.values() for least in floors.values())]
