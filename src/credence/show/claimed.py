"""Numbers claimed beside what is located, as SVG: a mark for each number, a bar for what can be located."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from credence.model.counts import Counted, Located, Stands
from credence.show.chart import WIDTH, Caption, chart, fill, textures
from credence.show.markup import attributes, element

_LEFT, _RIGHT = 12.0, WIDTH - 64.0
_TOP, _ROW, _BAR = 12.0, 40.0, 14.0
_LETTERS = 92  # of a label there is room for
_PARTS: tuple[tuple[Stands, str], ...] = (
    ("certain", "chart-settled"),
    ("open", "chart-begun"),
    ("unsettled", "chart-unsettled"),
)


@dataclass(frozen=True, slots=True)
class _Scale:
    """Numbers laid on a line, from nothing to the largest."""

    most: int

    def at(self, number: int) -> float:
        return _LEFT + (_RIGHT - _LEFT) * number / max(self.most, 1)


def claimed_chart(
    claimed: Sequence[tuple[Counted, str]], located: Sequence[Located], caption: Caption, *, says: str
) -> str:
    """Draw numbers and what is located.

    Args:
        claimed: Each number, with it and who claims it in words.
        located: What stands, or may stand, on the day.
        caption: What the chart is called.
        says: What is located, in words.
    """
    ends = [end for number, _ in claimed for end in (number.least, number.most) if end is not None]
    largest = max([len(located), *ends, 1])
    # What is more than a number needs room for its arrow.
    scale = _Scale(largest + largest // 8 + 1 if any(number.most is None for number, _ in claimed) else largest)
    rows = [_labelled(says, _bar(located, scale, caption.prefix), _TOP)]
    rows += [
        _labelled(words, _mark(number, scale), _TOP + _ROW * place)
        for place, (number, words) in enumerate(claimed, start=1)
    ]
    bottom = _TOP + _ROW * (len(claimed) + 1)
    return chart(caption, [textures(caption.prefix), *rows], bottom + 4)


def _labelled(says: str, drawn: Iterator[str], top: float) -> str:
    text = says if len(says) <= _LETTERS else f"{says[: _LETTERS - 1].rstrip()}…"
    label = element("text", text, class_="chart-label", x=f"{_LEFT}", y=f"{top + 10}")
    moved = attributes(transform=f"translate(0 {top + 16:.0f})")
    return f"<g>{element('title', says)}{label}<g{moved}>{''.join(drawn)}</g></g>"


def _bar(located: Sequence[Located], scale: _Scale, prefix: str) -> Iterator[str]:
    """Draw what is located in parts: what is certain, what has an end unknown, what is not settled."""
    start = 0
    for stands, how in _PARTS:
        number = sum(each.stands == stands for each in located)
        left, right = scale.at(start), scale.at(start + number)
        if number:
            filled = fill(prefix, "within") if stands == "unsettled" else None
            where = attributes(
                class_=how, x=f"{left:.1f}", y="0", width=f"{right - left:.1f}", height=f"{_BAR}", fill=filled
            )
            yield f"<rect{where}/>"
        start += number
    sure = sum(each.stands != "unsettled" for each in located)
    number_said = str(sure) if sure == start else f"{sure} to {start}"
    yield element("text", number_said, class_="chart-value", x=f"{scale.at(start) + 6:.1f}", y="12")


def _mark(number: Counted, scale: _Scale) -> Iterator[str]:
    """Draw a number: a diamond, a stretch between two, or an arrow where one side is open."""
    yield f'<path class="chart-rung" d="M{_LEFT} 7H{_RIGHT}"/>'
    least, most = number.least, number.most
    if least is None and most is None:
        yield element("text", "?", class_="chart-value", x=f"{_LEFT}", y="12")
        return
    left = scale.at(least) if least is not None else _LEFT
    right = scale.at(most) if most is not None else _RIGHT
    if left != right:
        yield f'<path class="chart-stretch" d="M{left:.1f} 7H{right:.1f}"/>'
    if most is None:
        yield f'<path class="chart-arrow" d="M{right - 7:.1f} 1l7 6-7 6"/>'
    if least is None:
        yield f'<path class="chart-arrow" d="M{left + 7:.1f} 1l-7 6 7 6"/>'
    for end in dict.fromkeys(each for each in (least, most) if each is not None):
        yield f'<path class="chart-number" d="M{scale.at(end):.1f} 0l7 7-7 7-7-7z"/>'
        yield element("text", str(end), class_="chart-value", x=f"{scale.at(end) + 11:.1f}", y="12")
