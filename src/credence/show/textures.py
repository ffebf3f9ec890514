"""Textures of a map's steps, so that they can be told apart without colour."""

from __future__ import annotations

_TILE = 14
_DOTS = '<circle cx="3.5" cy="3.5" r="{0}"/><circle cx="10.5" cy="10.5" r="{0}"/>'
_RISING = '<path d="M-2,2 2-2M0,14 14,0M12,16 16,12"/>'
_FALLING = '<path d="M-2,12 2,16M0,0 14,14M12-2 16,2"/>'
_DISPUTED = '<path d="M-2,5 5-2M-2,12 12-2M2,16 16,2M9,16 16,9"/>'

TEXTURES = (
    "",  # the palest shade of all
    _DOTS.format("1.1"),
    _DOTS.format("2.2"),
    _RISING,
    '<path d="M0,3.5H14M0,10.5H14"/>',
    _RISING + _FALLING,
    "",  # the strongest
    '<path d="M3.5,0V14M10.5,0V14"/>',
)
"""What is drawn over the shade of each step, in the order of steps."""


def pattern(prefix: str, number: int, scale: float = 1.0) -> str:
    """Give the fill of a step by its number from 1; 0 is for what is disputed and has none.

    Args:
        prefix: What its id begins with.
        number: The number.
        scale: How large it is drawn.
    """
    texture = TEXTURES[number - 1] if number else _DISPUTED
    drawn = f'<g class="map-texture-{number}">{texture}</g>' if texture else ""
    turned = f' patternTransform="scale({scale:.3f})"' if scale != 1 else ""  # as large as the signs beside it
    size = f'width="{_TILE}" height="{_TILE}"'
    return (
        f'<pattern id="{prefix}-fill-{number}" patternUnits="userSpaceOnUse" {size}{turned}>'
        f'<rect class="map-base-{number}" {size}/>{drawn}</pattern>'
    )
