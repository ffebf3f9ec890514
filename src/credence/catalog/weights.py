"""Weights: how far each class of voice may be relied on, from ``data/weights.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast, get_args

from credence.catalog.load import load_text
from credence.errors import BadKnowledge
from credence.model.sighting import Mood

VoiceClass = Literal["document", "official", "named", "unnamed", "interested"]

_PLACE = "data/weights.toml"
_CHECKED_BY_TESTS = {"example", "near_miss"}


@dataclass(frozen=True, slots=True)
class Weight:
    """A number with its reason.

    Attributes:
        value: For a voice, the share of its claims expected to be right, 0.5 to below 1; for a mood, the share of the
            distance from 0.5 that is left, 0 to 1.
        reason: Why this much, in a sentence.
    """

    value: float
    reason: str


@dataclass(frozen=True, slots=True)
class Weights:
    """All weights.

    Attributes:
        voices: Weight by class of voice.
        moods: Weight by mood.
    """

    voices: Mapping[VoiceClass, Weight]
    moods: Mapping[Mood, Weight]

    def right(self, voice: VoiceClass, mood: Mood) -> float:
        """Give the share of claims expected to be right of this class of voice in this mood, 0.5 to below 1."""
        return 0.5 + (self.voices[voice].value - 0.5) * self.moods[mood].value


@cache
def load_weights() -> Weights:
    """Load the weights of the package.

    Raises:
        BadKnowledge: A class or mood is missing or unknown, or a number is out of its range or without a reason.
    """
    return parse_weights(load_text("weights.toml"))


def parse_weights(text: str) -> Weights:
    """Read weights from TOML.

    Raises:
        BadKnowledge: As for ``load_weights``, or the text is no TOML.
    """
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadKnowledge(_PLACE, str(error), "write it as TOML") from error
    if set(tables) != {"voice", "mood"}:
        raise BadKnowledge(_PLACE, f"it holds {sorted(tables)}", "give it the tables voice and mood, and no other")
    voices = _weights(tables["voice"], "voice", get_args(VoiceClass), "right")
    moods = _weights(tables["mood"], "mood", get_args(Mood), "keeps")
    for name, weight in voices.items():
        # Below 0.5 a further voice in favour would count against; at 1 no denial could ever be weighed.
        if not 0.5 <= weight.value < 1:
            raise BadKnowledge(f"{_PLACE}, voice.{name}", f"right is {weight.value}", "keep it from 0.5 to below 1")
    return Weights(cast("Mapping[VoiceClass, Weight]", voices), cast("Mapping[Mood, Weight]", moods))


def _weights(table: object, family: str, names: tuple[str, ...], number: str) -> dict[str, Weight]:
    """Read one family of weights, all of whose names must be there."""
    if not isinstance(table, dict) or set(table) != set(names):
        raise BadKnowledge(f"{_PLACE}, {family}", "names are missing or unknown", f"give each of {', '.join(names)}")
    return {name: _weight(table[name], f"{_PLACE}, {family}.{name}", number) for name in names}


def _weight(entry: object, place: str, number: str) -> Weight:
    """Read one weight, and refuse it without a number in [0, 1] and a reason."""
    if not isinstance(entry, dict) or set(entry) - _CHECKED_BY_TESTS != {number, "reason"}:
        raise BadKnowledge(place, "its keys are others than expected", f"give it {number} and reason")
    value, reason = entry[number], entry["reason"]
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
        raise BadKnowledge(place, f"{number} is {value!r}", "give a number from 0 to 1")
    if not isinstance(reason, str) or not reason.strip():
        raise BadKnowledge(place, "it has no reason", "say in a sentence why it is this much")
    return Weight(float(value), reason)
