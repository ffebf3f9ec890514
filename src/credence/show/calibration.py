"""How well credences keep their word, as a picture: what was believed against what was so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import sqrt

from credence.catalog.measured import Bin
from credence.show.chart import Caption, chart
from credence.show.markup import attributes, element

_LEFT, _TOP, _SIDE = 70.0, 16.0, 320.0
_LARGEST = 13.0  # units, radius of the bin with most matters
_LEAST = 3.0
_TENTHS = (0, 2, 4, 6, 8, 10)


def calibration_plot(bins: Sequence[Bin], caption: Caption) -> str:
    """Draw the mean credence of each bin against the share of it that is so; on the diagonal the two are one.

    Args:
        bins: The bins.
        caption: What the picture is called.
    """
    parts = [*_grid(), f'<path class="chart-nothing" d="M{_x(0)} {_y(0)}L{_x(1)} {_y(1)}"/>', *_dots(bins)]
    words = (
        "On the dotted line, credences keep their word.",
        "Above it, more is so than was believed;",
        "below it, less. Larger dots are more matters.",
    )
    for at, line in enumerate(words):
        place = {"x": f"{_LEFT + _SIDE + 24:.1f}", "y": f"{_TOP + 14 + 20 * at:.1f}"}
        parts.append(element("text", line, class_="chart-name", **place))
    return chart(caption, parts, _TOP + _SIDE + 52)


def _grid() -> Iterator[str]:
    for tenth in _TENTHS:
        at = tenth / 10
        yield f'<path class="chart-rung" d="M{_x(at)} {_y(0)}V{_y(1)}M{_x(0)} {_y(at)}H{_x(1)}"/>'
        yield element("text", f"{at:.1f}", x=_x(at), y=f"{_TOP + _SIDE + 18:.1f}", text_anchor="middle",
                      class_="chart-name")  # fmt: skip
        yield element("text", f"{at:.1f}", x=f"{_LEFT - 8:.1f}", y=f"{float(_y(at)) + 4:.1f}", text_anchor="end",
                      class_="chart-name")  # fmt: skip
    yield element("text", "credence", x=_x(0.5), y=f"{_TOP + _SIDE + 38:.1f}", text_anchor="middle")
    middle = f"18 {_y(0.5)}"
    yield element(
        "text", "share that is so", x="18", y=_y(0.5), text_anchor="middle", transform=f"rotate(-90 {middle})"
    )


def _dots(bins: Sequence[Bin]) -> Iterator[str]:
    most = max((each.matters for each in bins), default=1)
    for each in bins:
        radius = max(_LEAST, _LARGEST * sqrt(each.matters / most))
        place = attributes(cx=_x(each.believed), cy=_y(each.so), r=f"{radius:.1f}")
        says = f"{each.matters} matters: {each.believed:.3f} believed, {each.so:.3f} so"
        yield f'<g>{element("title", says)}<circle class="chart-settled"{place}/></g>'


def _x(share: float) -> str:
    return f"{_LEFT + _SIDE * share:.1f}"


def _y(share: float) -> str:
    return f"{_TOP + _SIDE * (1 - share):.1f}"
