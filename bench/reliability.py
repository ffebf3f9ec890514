"""How well credences keep what they promise: of what is believed by 0.7, seven in ten should be so."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

Judged = tuple[float, bool]
"""A credence, and whether it is so."""

_BINS = 10


@dataclass(frozen=True, slots=True)
class Bin:
    """Credences of one tenth of the scale.

    Attributes:
        count: How many.
        believed: Their mean.
        so: Share of them that is so.
    """

    count: int
    believed: float
    so: float


def bins(judged: Sequence[Judged]) -> tuple[Bin, ...]:
    """Put credences into tenths of the scale; empty ones are left out."""
    groups: dict[int, list[Judged]] = {}
    for credence, so in judged:
        groups.setdefault(min(int(credence * _BINS), _BINS - 1), []).append((credence, so))
    return tuple(
        Bin(len(group), math.fsum(c for c, _ in group) / len(group), sum(so for _, so in group) / len(group))
        for _, group in sorted(groups.items())
    )


def expected_error(judged: Sequence[Judged]) -> float:
    """Give the expected calibration error: the mean distance of credence and share, over tenths of the scale."""
    return math.fsum(each.count * abs(each.believed - each.so) for each in bins(judged)) / len(judged)


def brier(judged: Sequence[Judged]) -> float:
    """Give the mean squared distance of credence and what is so (G. W. Brier, Monthly Weather Review 78, 1950)."""
    return math.fsum((credence - so) ** 2 for credence, so in judged) / len(judged)


def log_loss(judged: Sequence[Judged]) -> float:
    """Give the mean surprise at what is so, in nats; credences are kept off 0 and 1 by a millionth."""
    kept = [(min(max(credence, 1e-6), 1 - 1e-6), so) for credence, so in judged]
    return -math.fsum(math.log(credence if so else 1 - credence) for credence, so in kept) / len(kept)


def accuracy(judged: Sequence[Judged]) -> float:
    """Give the share on the right side of one half; one half itself is half right."""
    right = (0.5 if credence == 0.5 else float((credence > 0.5) == so) for credence, so in judged)
    return math.fsum(right) / len(judged)
