"""Steps of the ladder as plain JSON values."""

from __future__ import annotations

from credence.exchange.counts import part_to_plain, short_part_to_plain
from credence.exchange.findings import Plain
from credence.model.finding import Finding, Part, Stood
from credence.model.ladder import Ground, Standing


def standing_to_plain(standing: Standing[Finding]) -> Plain:
    """Give where an authority stands with a state, members always in the same order."""
    return stated_to_plain(standing) | {"grounds": list(map(ground_to_plain, standing.grounds))}


def stated_to_plain(standing: Standing[Stood]) -> Plain:
    """Give the same without the last member: what it rests on."""
    return {
        "authority": standing.authority,
        "state": standing.state,
        "day": standing.day.isoformat(),
        "step": standing.step,
        "may_be": standing.may_be,
    }


def ground_to_plain(ground: Ground[Finding]) -> Plain:
    """Give what a standing rests on: a finding that a rule speaks of."""
    return _does_to_plain(ground) | {"finding": part_to_plain(ground.finding)}


def short_ground_to_plain(ground: Ground[Stood], part: Part) -> Plain:
    """Give the same, with what came to stand as a part that names its first claims."""
    return _does_to_plain(ground) | {"finding": short_part_to_plain(part)}


def _does_to_plain(ground: Ground[Stood]) -> Plain:
    return {"rule": ground.rule, "step": ground.step, "bearing": ground.bearing, "stands": ground.stands}
