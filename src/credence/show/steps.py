"""A ladder over time as SVG: which step was reached from which day on, and which may have been."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from credence.catalog.ladder import NONE, Step
from credence.errors import WrongUse
from credence.model.finding import Stood
from credence.model.ladder import Standing
from credence.show.axis import Axis, axis_over
from credence.show.chart import WIDTH, Caption, chart
from credence.show.markup import element
from credence.show.words import day as said

_LEFT, _RIGHT = 196.0, WIDTH - 12.0
_TOP, _ROW = 34.0, 27.0
_SHORT = 31 * 6  # days from one change to the next below which two dates would run into each other


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A time over which nothing changed.

    Attributes:
        step: The step.
        may_be: A higher one that may have been reached; None if none may.
        first: Its first day.
        last: The day on which it changed, or the chart ends.
    """

    step: str
    may_be: str | None
    first: date
    last: date


def steps_chart(
    turns: Sequence[Standing[Stood]], steps: Sequence[Step], caption: Caption, *, on: date, until: date
) -> str:
    """Draw the ladder between an authority and a state.

    Args:
        turns: The standings of the days on which the step changed, the oldest first.
        steps: All steps, from the lowest to the highest, severed relations last.
        caption: What it is called.
        on: The day that is asked about.
        until: The last day shown; what is drawn ends there, or on the day asked about if that is later.

    Raises:
        WrongUse: A standing names a step that is not among them.
    """
    order = [*steps[-1:], *steps[:-1]]  # what was broken off lies below nothing
    heights = {step.id: number for number, step in enumerate(reversed(order))}
    if strange := sorted({each.step for each in turns} - heights.keys()):
        raise WrongUse("ladder", f"no such step: {', '.join(strange)}", "hand over every step that a standing names")
    bottom = _TOP + _ROW * len(order)
    axis = axis_over([each.day for each in turns] + [on, until], _LEFT, _RIGHT)
    found = list(_stretches(turns, axis))
    parts = [
        axis.drawn(_TOP, bottom),
        "".join(_names(order, heights)),
        axis.marker(on, said(on.isoformat()), _TOP, bottom),
        f'<g class="chart-steps">{"".join(_drawn(found, axis, heights))}</g>',
    ]
    return chart(caption, parts, bottom + 26)


def _stretches(turns: Sequence[Standing[Stood]], axis: Axis) -> Iterator[_Stretch]:
    """Give the times between changes; before the first nothing is recorded."""
    days = [axis.first, *(each.day for each in turns), axis.last]
    standings: list[tuple[str, str | None]] = [(NONE, None), *((each.step, each.may_be) for each in turns)]
    for (step, may_be), first, last in zip(standings, days[:-1], days[1:], strict=True):
        yield _Stretch(step, may_be, first, last)


def _names(order: Sequence[Step], heights: dict[str, int]) -> Iterator[str]:
    """Write the steps at the left, each on a line of its own."""
    for step in order:
        y = _middle(heights[step.id])
        yield f'<path class="chart-rung" d="M{_LEFT} {y}H{_RIGHT}"/>'
        yield element("text", step.says, class_="chart-name", x=f"{_LEFT - 10}", y=f"{y + 4}", text_anchor="end")


def _drawn(stretches: Sequence[_Stretch], axis: Axis, heights: dict[str, int]) -> Iterator[str]:
    before: _Stretch | None = None
    dated: date | None = None
    for each in stretches:
        left, right, y = axis.at(each.first), axis.at(each.last), _middle(heights[each.step])
        if before:
            yield f'<path class="chart-riser" d="M{left:.1f} {_middle(heights[before.step])}V{y}"/>'
        how = "chart-nothing" if each.step == NONE else "chart-step"
        yield f'<path class="{how}" d="M{left:.1f} {y}H{right:.1f}"/>'
        if each.may_be:
            higher = _middle(heights[each.may_be])
            yield f'<path class="chart-may-be" d="M{left:.1f} {higher}H{right:.1f}"/>'
        if before:
            yield f'<circle class="chart-turn" cx="{left:.1f}" cy="{y}" r="4"/>'
            if dated is None or (each.first - dated).days > _SHORT:
                yield element("text", each.first.isoformat(), class_="chart-date", x=f"{left + 6:.1f}", y=f"{y - 7}")
                dated = each.first
        before = each


def _middle(row: int) -> float:
    return _TOP + _ROW * row + _ROW / 2
