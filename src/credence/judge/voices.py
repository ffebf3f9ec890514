"""Voices: claims on one side of a matter come down to those who stand behind them, each counted once.

Voices, not documents and not even origins: a speaker met in five documents, or five officials of one interested party,
is one voice, and the best placed of its claims speaks for it.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass

from credence.catalog.weights import Told, Weights
from credence.judge.case import Case, Said
from credence.model.sighting import Mood
from credence.model.testimony import VoiceClass


@dataclass(frozen=True, slots=True)
class Voice:
    """One independent voice on one side.

    Attributes:
        cls: Its class.
        told: Whether it spoke while it was news or long after.
        right: How often the like is right, 0.5 to below 1.
        known: Whether it is known to be a root of its own.
        party: Party it speaks for; None if none.
        names: All that it is called, sorted.
    """

    cls: VoiceClass
    told: Told
    right: float
    known: bool
    party: str | None
    names: tuple[str, ...]

    @property
    def log_odds(self) -> float:
        """What it weighs: the logarithm of right against wrong, from 0 on."""
        return math.log(self.right / (1 - self.right))

    @property
    def called(self) -> str:
        """Its names, for reading."""
        return _written(self.names)


@dataclass(frozen=True, slots=True)
class Heard:
    """The voices on both sides.

    Attributes:
        affirm: Those that affirm, strongest first.
        deny: Those that deny, strongest first.
    """

    affirm: tuple[Voice, ...]
    deny: tuple[Voice, ...]


def hear(case: Case, weights: Weights) -> Heard:
    """Gather claims into voices; one that says both counts for neither side.

    Args:
        case: The claims that it is so, and that it is not so.
        weights: How far each class of voice may be relied on.
    """
    affirm: list[Voice] = []
    deny: list[Voice] = []
    for one in by_voice([*case.affirmed, *case.denied]):
        sides = {each.testimony.polarity for each in one}
        if len(sides) == 1:
            (affirm if "affirmed" in sides else deny).append(_voice(one, case.proposition.mood, weights))
    return Heard(_strongest_first(affirm), _strongest_first(deny))


def by_voice(said: Iterable[Said]) -> list[list[Said]]:
    """Group claims by voice: what shares an origin or a speaker is one's."""
    stands_for: dict[Hashable, Hashable] = {}

    def first(key: Hashable) -> Hashable:
        while (above := stands_for.setdefault(key, key)) != key:
            stands_for[key] = key = stands_for[above]  # the way is half as long for who comes next
        return key

    ordered = list(said)
    if len(ordered) < 2:
        return [ordered] if ordered else []
    for each in ordered:
        stands_for[first(each.testimony.speaker)] = first(each.testimony.origin)
    groups: defaultdict[Hashable, list[Said]] = defaultdict(list)
    for each in ordered:
        groups[first(each.testimony.origin)].append(each)
    return list(groups.values())


def _voice(claims: Sequence[Said], mood: Mood, weights: Weights) -> Voice:
    """Make one voice of its claims on one side: the best placed of them speaks for it."""
    told: Told = "then" if any(_told(each, weights) == "then" for each in claims) else "later"
    own = [each.testimony for each in claims]
    right, cls = max(  # of equals, the last by name
        (weights.right(cls, mood, own[0].polarity, told), cls) for cls in {each.cls for each in own}
    )
    return Voice(
        cls,
        told,
        right,
        any(each.known for each in own),
        min((each.party for each in own if each.party), default=None),
        _names(claims),
    )


def called(claims: Iterable[Said]) -> str:
    """Give the names of the voice of some claims, for reading."""
    return _written(_names(claims))


def _written(names: Iterable[str]) -> str:
    return " / ".join(name or "unnamed source" for name in names)


def _names(claims: Iterable[Said]) -> tuple[str, ...]:
    return tuple(sorted({each.name for each in claims}))


def _told(said: Said, weights: Weights) -> Told:
    """Tell whether something was told while it was news; what is not dated is taken to be."""
    done, told = said.when and said.when.latest, said.told and said.told.earliest
    return "later" if done and told and (told - done).days > weights.late else "then"


def _strongest_first(voices: Iterable[Voice]) -> tuple[Voice, ...]:
    return tuple(sorted(voices, key=lambda voice: (-voice.right, voice.cls, voice.names, voice.party or "")))
