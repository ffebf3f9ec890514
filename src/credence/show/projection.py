"""From latitude and longitude to a place on the map: the Equal Earth projection.

Areas keep their size, so that no state looks larger for lying far north, and parallels stay straight lines. Source:
B. Šavrič, T. Patterson, B. Jenny, "The Equal Earth map projection", International Journal of Geographical Information
Science 33:3 (2019), equations 1 and 2, on a sphere.
"""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt

_A = (1.340264, -0.081106, 0.000893, 0.003796)
_M = sqrt(3) / 2
_EAST = 2.706629983  # x of 180° east on the equator
_NORTH = 1.317362759  # y of the pole

WIDTH = 4000
"""Units from 180° west to 180° east, on the equator."""
_SCALE = WIDTH / 2 / _EAST
TOP, BOTTOM = 83.7, -56.0
"""Latitudes at which the map ends: north of Greenland, and south of all land but Antarctica."""


def project(latitude: float, longitude: float) -> tuple[float, float]:
    """Give the place of a point on the map.

    Args:
        latitude: Degrees north, from -90 to 90.
        longitude: Degrees east, from -180 to 180.

    Returns:
        Units to the right of the map's left edge, and down from its upper edge.
    """
    x, y = _plane(latitude, longitude)
    return (x + _EAST) * _SCALE, (_plane(TOP, 0)[1] - y) * _SCALE


def height() -> int:
    """Give the height of the map in units, between the latitudes at which it ends."""
    return round(project(BOTTOM, 0)[1])


def _plane(latitude: float, longitude: float) -> tuple[float, float]:
    """Project onto a plane with the sphere's radius as its unit."""
    theta = asin(_M * sin(radians(latitude)))
    square = theta * theta
    a1, a2, a3, a4 = _A
    slope = a1 + square * (3 * a2 + square**2 * (7 * a3 + 9 * a4 * square))
    x = 2 * sqrt(3) * radians(longitude) * cos(theta) / (3 * slope)
    return x, theta * (a1 + square * (a2 + square**2 * (a3 + a4 * square)))
