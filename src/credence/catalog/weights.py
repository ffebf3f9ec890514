"""Weights: how far voices may be relied on, what takes from that, and when two may be one (``data/weights.toml``)."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, get_args

from credence.catalog.interests import Interest, load_interests
from credence.catalog.load import load_text
from credence.errors import BadKnowledge
from credence.model.sighting import Mood, Polarity
from credence.model.testimony import VoiceClass

Told = Literal["then", "later"]
"""Whether something was told while it was news, or long after."""
Shared = Literal["party", "unknown"]
"""Circles of voices that may have one root: those of one party, and those not known to be roots of their own."""
Prior = Literal["any", "rare", "common"]
Bound = Literal["least", "most"]

_PLACE = "data/weights.toml"
_CHECKED_BY_TESTS = {"example", "near_miss"}
_FAMILIES: dict[str, tuple[str, tuple[str, ...]]] = {
    "voice": ("right", get_args(VoiceClass)),
    "mood": ("keeps", get_args(Mood)),
    "polarity": ("keeps", get_args(Polarity)),
    "told": ("keeps", get_args(Told)),
    "shared": ("chance", get_args(Shared)),
    "prior": ("share", get_args(Prior)),
    "bounds": ("credence", get_args(Bound)),
}


@dataclass(frozen=True, slots=True)
class Weight:
    """A number with its reason.

    Attributes:
        value: From 0 to 1; what it is a share of, the head of the data file says.
        reason: Why this much, in a sentence.
        learnt: Whether a committed fit wrote it.
    """

    value: float
    reason: str
    learnt: bool = False


@dataclass(frozen=True, slots=True)
class Weights:
    """All weights.

    Attributes:
        voices: By class of voice, the share of its claims expected to be right, 0.5 to below 1.
        moods: By mood, the share of a voice's distance from 0.5 that is left.
        polarities: The same by polarity.
        told: The same by how long after it is told.
        shared: By circle, the chance that two of its voices have one root.
        priors: How far a thing is believed before anybody is weighed, by how common it is; above 0 and below 1.
        bounds: The least and the most that anything is believed; above 0 and below 1.
        late: Days after which something is told later.
        how_common: Kind → how common it is; all others are "any".
        interests: Kind → whom its claims serve and harm.
    """

    voices: Mapping[VoiceClass, Weight]
    moods: Mapping[Mood, Weight]
    polarities: Mapping[Polarity, Weight]
    told: Mapping[Told, Weight]
    shared: Mapping[Shared, Weight]
    priors: Mapping[Prior, Weight]
    bounds: Mapping[Bound, Weight]
    late: int
    how_common: Mapping[str, Prior]
    interests: Mapping[str, Interest]

    def right(self, voice: VoiceClass, mood: Mood, polarity: Polarity = "affirmed", told: Told = "then") -> float:
        """Give the share of such claims expected to be right, 0.5 to below 1."""
        keeps = self.moods[mood].value * self.polarities[polarity].value * self.told[told].value
        return 0.5 + (self.voices[voice].value - 0.5) * keeps

    def prior(self, kind: str) -> Weight:
        """Give how far a thing of a kind is believed before anybody is weighed."""
        return self.priors[self.how_common.get(kind, "any")]


@cache
def load_weights() -> Weights:
    """Load the weights of the package.

    Raises:
        BadKnowledge: A name is missing or unknown, or a number is out of its range or without a reason.
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
    if set(tables) != set(_FAMILIES):
        raise BadKnowledge(_PLACE, f"it holds {sorted(tables)}", f"give it the tables {', '.join(_FAMILIES)}")
    for family, (_, names) in _FAMILIES.items():
        if not isinstance(tables[family], dict) or set(tables[family]) != set(names):
            cause = "names are missing or unknown"
            raise BadKnowledge(f"{_PLACE}, {family}", cause, f"give each of {', '.join(names)}")
    late, how_common = _late(tables["told"]), _how_common(tables["prior"])
    found: dict[str, Any] = {family: _weights(family, tables[family]) for family in _FAMILIES}
    return Weights(
        voices=found["voice"],
        moods=found["mood"],
        polarities=found["polarity"],
        told=found["told"],
        shared=found["shared"],
        priors=found["prior"],
        bounds=found["bounds"],
        late=late,
        how_common=how_common,
        interests=load_interests(),
    )


def _weights(family: str, table: Mapping[str, Any]) -> dict[str, Weight]:
    """Read one family of weights."""
    number, names = _FAMILIES[family]
    weights = {name: _weight(table[name], f"{_PLACE}, {family}.{name}", number) for name in names}
    for name, weight in weights.items():
        place, is_ = f"{_PLACE}, {family}.{name}", f"{number} is {weight.value}"
        # Below 0.5 a further voice in favour would count against; at 1 no denial could ever be weighed.
        if family == "voice" and not 0.5 <= weight.value < 1:
            raise BadKnowledge(place, is_, "keep it from 0.5 to below 1")
        if family in {"prior", "bounds"} and not 0 < weight.value < 1:
            raise BadKnowledge(place, is_, "keep it above 0 and below 1: nothing said could change it")
    return weights


def _weight(entry: object, place: str, number: str) -> Weight:
    """Read one weight, and refuse it without a number in [0, 1] and a reason."""
    if not isinstance(entry, dict) or set(entry) - _CHECKED_BY_TESTS - {"learnt"} != {number, "reason"}:
        raise BadKnowledge(place, "its keys are others than expected", f"give it {number} and reason")
    value, reason, learnt = entry[number], entry["reason"], entry.get("learnt", False)
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
        raise BadKnowledge(place, f"{number} is {value!r}", "give a number from 0 to 1")
    if not isinstance(reason, str) or not reason.strip():
        raise BadKnowledge(place, "it has no reason", "say in a sentence why it is this much")
    if not isinstance(learnt, bool):
        raise BadKnowledge(place, f"learnt is {learnt!r}", "write true, or leave it out")
    return Weight(float(value), reason, learnt)


def _late(told: Mapping[str, Any]) -> int:
    """Take out from how many days on something is told later."""
    days = told["later"].pop("days", None) if isinstance(told["later"], dict) else None
    if not isinstance(days, int) or isinstance(days, bool) or days < 0:
        raise BadKnowledge(f"{_PLACE}, told.later", f"days is {days!r}", "give a number of days")
    return days


def _how_common(priors: Mapping[str, Any]) -> dict[str, Prior]:
    """Take out which kinds are rare and which are common."""
    found: dict[str, Prior] = {}
    names: tuple[Prior, ...] = ("rare", "common")
    for name in names:
        kinds = priors[name].pop("kinds", None) if isinstance(priors[name], dict) else None
        if not isinstance(kinds, list) or not all(isinstance(kind, str) for kind in kinds):
            raise BadKnowledge(f"{_PLACE}, prior.{name}", f"kinds is {kinds!r}", "list the kinds it is of")
        for kind in kinds:
            if kind in found:
                raise BadKnowledge(f"{_PLACE}, prior.{name}", f"{kind} stands there twice", "keep one")
            found[kind] = name
    return found
