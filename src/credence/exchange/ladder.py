"""Steps of the ladder as plain JSON values."""

from __future__ import annotations

from credence.exchange.counts import part_to_plain
from credence.exchange.findings import Plain
from credence.model.finding import Finding
from credence.model.ladder import Ground, Standing


def standing_to_plain(standing: Standing[Finding], *, grounds: bool = True) -> Plain:
    """Give where an authority stands with a state, members always in the same order.

    Args:
        standing: Where it stands.
        grounds: Whether the last member, what that rests on, is given, too.
    """
    plain: Plain = {
        "authority": standing.authority,
        "state": standing.state,
        "day": standing.day.isoformat(),
        "step": standing.step,
        "may_be": standing.may_be,
    }
    return plain | {"grounds": list(map(ground_to_plain, standing.grounds))} if grounds else plain


def ground_to_plain(ground: Ground[Finding], *, finding: bool = True) -> Plain:
    """Give what a standing rests on.

    Args:
        ground: A finding that a rule speaks of.
        finding: Whether the last member, the finding itself, is given, too.
    """
    plain: Plain = {"rule": ground.rule, "step": ground.step, "bearing": ground.bearing, "stands": ground.stands}
    return plain | {"finding": part_to_plain(ground.finding)} if finding else plain
