"""A time axis: where a day lies in a chart, and the years written below it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from credence.show.markup import attributes, element

_YEARS = (1, 2, 5, 10, 20, 50, 100, 200, 500)
_ROOM = 64.0  # units that a written year needs
_HALF = 18.0  # units that half of it is wide


@dataclass(frozen=True, slots=True)
class Axis:
    """Days laid on a line.

    Attributes:
        first: The day at its left end.
        last: The day at its right end; later than the first.
        left: Units from the chart's left edge to the first day.
        right: Units to the last.
    """

    first: date
    last: date
    left: float
    right: float

    def at(self, day: date) -> float:
        """Give the place of a day in units; days beyond an end lie on it."""
        days = (min(max(day, self.first), self.last) - self.first).days
        return self.left + (self.right - self.left) * days / (self.last - self.first).days

    def drawn(self, top: float, bottom: float) -> str:
        """Draw a line for each year, and the years below: as many as there is room for.

        Args:
            top: Units down to the upper end of the lines.
            bottom: Units down to their lower end.
        """
        return f'<g class="chart-axis" aria-hidden="true">{"".join(self._years(top, bottom))}</g>'

    def marker(self, day: date, says: str, top: float, bottom: float) -> str:
        """Draw a line through a day, with words at its upper end that keep within the chart."""
        x = self.at(day)
        anchor = "start" if x < self.left + _ROOM else "end" if x > self.right - _ROOM else "middle"
        words = element("text", says, x=f"{x:.1f}", y=f"{top - 6:.1f}", text_anchor=anchor)
        return f'<g class="chart-day"><path d="M{x:.1f} {top:.1f}V{bottom:.1f}"/>{words}</g>'

    def _years(self, top: float, bottom: float) -> Iterator[str]:
        step = self._step()
        for year in range(self.first.year - self.first.year % step, self.last.year + 1, step):
            if year < 1 or date(year, 1, 1) < self.first:
                continue
            x = f"{self.at(date(year, 1, 1)):.1f}"
            anchor = "start" if self.at(date(year, 1, 1)) < self.left + _HALF else "middle"
            yield f'<path d="M{x} {top:.1f}V{bottom:.1f}"/>'
            yield f"<text{attributes(x=x, y=f'{bottom + 16:.1f}', text_anchor=anchor)}>{year}</text>"

    def _step(self) -> int:
        """Give how many years lie between two that are written."""
        a_year = (self.right - self.left) / ((self.last - self.first).days / 365.25)
        return next((years for years in _YEARS if years * a_year >= _ROOM), _YEARS[-1])


def axis_over(days: list[date], left: float, right: float) -> Axis:
    """Make an axis over some days, with a little room before and behind.

    Args:
        days: The days, in any order; at least one.
        left: As for ``Axis``.
        right: As for ``Axis``.
    """
    first, last = min(days), max(days)
    room = max(60, (last - first).days // 25)
    earliest = max(first.toordinal() - room, date.min.toordinal())
    latest = min(last.toordinal() + room, date.max.toordinal())
    return Axis(date.fromordinal(earliest), date.fromordinal(latest), left, right)
