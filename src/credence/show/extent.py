"""The part of the map that is shown."""

from __future__ import annotations

from dataclasses import dataclass

from credence.show.projection import BOTTOM, TOP, project

DRAWN = 2000
"""Width that signs and words are drawn for; they grow and shrink with the width that is shown."""


@dataclass(frozen=True, slots=True)
class Extent:
    """A rectangle of the map, in its units.

    Attributes:
        left: Its left edge.
        top: Its upper edge; units run down.
        right: Its right edge.
        bottom: Its lower edge.
    """

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """From edge to edge."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From edge to edge."""
        return self.bottom - self.top

    @property
    def scale(self) -> float:
        """How large signs and words are drawn."""
        return round(self.width / DRAWN, 3)

    def meets(self, left: float, top: float, right: float, bottom: float) -> bool:
        """Tell whether another rectangle, or a point given as one, lies in it in part."""
        return left <= self.right and right >= self.left and top <= self.bottom and bottom >= self.top


def extent_of(south: float, west: float, north: float, east: float) -> Extent:
    """Give the rectangle that holds all between two parallels and two meridians, in degrees."""
    widest = min(max(0.0, south), north)  # meridians are farthest apart at the parallel that is nearest to the equator
    narrowest = south if abs(south) > abs(north) else north
    corners = [project(latitude, longitude) for latitude in (widest, narrowest) for longitude in (west, east)]
    across = [x for x, _ in corners]
    return Extent(min(across), project(north, west)[1], max(across), project(south, west)[1])


WORLD = extent_of(BOTTOM, -180, TOP, 180)
"""All of it."""
