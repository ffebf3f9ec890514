"""Steps of the ladder as plain JSON values."""

from __future__ import annotations

from credence.exchange.counts import part_to_plain
from credence.exchange.findings import Plain
from credence.model.ladder import Ground, Standing


def standing_to_plain(standing: Standing) -> Plain:
    """Give where an authority stands with a state, members always in the same order."""
    return {
        "authority": standing.authority,
        "state": standing.state,
        "day": standing.day.isoformat(),
        "step": standing.step,
        "may_be": standing.may_be,
        "grounds": [_ground(each) for each in standing.grounds],
    }


def _ground(ground: Ground) -> Plain:
    return {
        "rule": ground.rule,
        "step": ground.step,
        "bearing": ground.bearing,
        "stands": ground.stands,
        "finding": part_to_plain(ground.finding),
    }
