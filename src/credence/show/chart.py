"""What charts have in common: an SVG that is told to those who do not see it, and stands alone if it has its style."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from credence.show.markup import attributes, element

WIDTH = 760
"""Units a chart is wide."""


@dataclass(frozen=True, slots=True)
class Caption:
    """What a chart is called.

    Attributes:
        prefix: What its ids begin with; another one for each chart of a page.
        title: Its name.
        description: What it shows, in a sentence or two, for those who do not see it.
        style: Its stylesheet, for a chart that stands alone; empty in a page that has it already.
    """

    prefix: str
    title: str
    description: str
    style: str = ""


def chart(caption: Caption, parts: Iterable[str], height: float, *, linked: bool = False) -> str:
    """Put a chart together.

    Args:
        caption: What it is called.
        parts: Its parts, as markup with everything escaped.
        height: Units it is high.
        linked: Whether it holds links; a picture has no parts for those who do not see it, so it is none then.
    """
    ids = f"{caption.prefix}-title {caption.prefix}-description"
    names = attributes(
        viewBox=f"0 0 {WIDTH} {height:.0f}",
        width=str(WIDTH),
        height=f"{height:.0f}",
        role="group" if linked else "img",
        aria_labelledby=ids,
    )
    head = [
        element("title", caption.title, id=f"{caption.prefix}-title"),
        element("desc", caption.description, id=f"{caption.prefix}-description"),
        f"<style>{caption.style}</style>" if caption.style else "",
    ]
    return f'<svg xmlns="http://www.w3.org/2000/svg" class="chart"{names}>{"".join([*head, *parts])}</svg>\n'


def fill(prefix: str, name: str) -> str:
    """Refer to one of ``textures`` of a chart."""
    return f"url(#{prefix}-{name})"


def textures(prefix: str) -> str:
    """Give what bars are filled with: hatches for what is not settled, and a fading for an end nobody recorded."""
    hatch = attributes(id=f"{prefix}-within", patternUnits="userSpaceOnUse", width="6", height="6")
    fade = attributes(id=f"{prefix}-open")
    back = attributes(id=f"{prefix}-before", x1="1", x2="0")
    stops = '<stop offset="0" class="chart-full"/><stop offset="1" class="chart-gone"/>'
    return (
        f'<defs><pattern{hatch}><path class="chart-hatch" d="M-1 1 1-1M0 6 6 0M5 7 7 5"/></pattern>'
        f"<linearGradient{fade}>{stops}</linearGradient><linearGradient{back}>{stops}</linearGradient></defs>"
    )
