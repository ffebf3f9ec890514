"""Agreement: how far each voice of a side counts, given that some may have one root.

The strongest voice of a circle counts whole. Each further one adds something only if it shares its root with none
before it; where two share one with a chance ``s``, the next counts for ``1 - s`` of its weight, the one after for
``(1 - s)²``, and so on: however many there are, a circle weighs no more than ``1 / s`` of its strongest voice. Circles
are those who speak for one party, and those who are not known to be roots of their own: papers that name no source and
sources that are not named.

What the unknown say may also come from the strongest of those who are known. So the lesser of the two, the strongest
known voice or all unknown ones together, counts for ``1 - s``.

One more voice never makes a side weigh less: the weights in order of strength are each at least what they were.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence

from credence.catalog.weights import Shared
from credence.judge.voices import Voice


def counts(voices: Sequence[Voice], shared: Mapping[Shared, float]) -> tuple[float, ...]:
    """Say how far each voice of a side counts.

    Args:
        voices: The voices, strongest first.
        shared: Circle → the chance that two of its voices have one root.

    Returns:
        A share of its weight for each, above 0 (0 where the chance is 1) and up to 1.
    """
    before: Counter[tuple[Shared, str]] = Counter()
    found = []
    for voice in voices:
        circle = circle_of(voice)
        found.append((1 - shared[circle[0]]) ** before[circle] if circle else 1.0)
        if circle:
            before[circle] += 1
    return _beside_the_known(voices, found, 1 - shared["unknown"])


def circle_of(voice: Voice) -> tuple[Shared, str] | None:
    """Give the circle of voices with which one may share its root; None if it shares it with nobody."""
    if not voice.known:
        return "unknown", ""
    return ("party", voice.party) if voice.party else None


def weight(voices: Sequence[Voice], far: Sequence[float]) -> float:
    """Add up what the voices of a side weigh, each as far as it counts."""
    return math.fsum(voice.log_odds * share for voice, share in zip(voices, far, strict=True))


def _beside_the_known(voices: Sequence[Voice], far: Sequence[float], apart: float) -> tuple[float, ...]:
    """Let the lesser of the strongest known voice and of all unknown ones count for less."""
    strongest = next((place for place, voice in enumerate(voices) if voice.known), None)
    unknown = math.fsum(voice.log_odds * share for voice, share in zip(voices, far, strict=True) if not voice.known)
    if strongest is None or not unknown:
        return tuple(far)
    if unknown <= voices[strongest].log_odds:
        return tuple(share if voice.known else share * apart for voice, share in zip(voices, far, strict=True))
    return tuple(share * apart if place == strongest else share for place, share in enumerate(far))
