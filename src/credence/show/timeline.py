"""Findings over time as SVG: a bar each, whose ends look as certain as they are.

What is known is drawn full, with a stroke at each end that is known. Hatched is the time within which something began
or ended. An end that nobody recorded fades out: that is neither "ended" nor "ongoing".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from credence.model.finding import End, Finding
from credence.model.period import Period
from credence.show import markup
from credence.show.axis import Axis, axis_over
from credence.show.chart import WIDTH, Caption, chart, fill, textures
from credence.show.markup import attributes, element
from credence.show.words import day as said

_LEFT, _RIGHT = 12.0, WIDTH - 12.0
_TOP, _ROW, _BAR = 30.0, 44.0, 12.0
_LETTERS = 96  # of a label there is room for
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Bar:
    """A finding in the chart.

    Attributes:
        finding: The finding.
        says: It in words.
        note: When it held and how far it may be believed, in words.
        href: Where it leads; None for nowhere.
    """

    finding: Finding
    says: str
    note: str
    href: str | None = None


@dataclass(frozen=True, slots=True)
class Span:
    """When something held, in days: each limit None where nobody said.

    Attributes:
        first: The earliest day on which it may have begun.
        begun: The latest day on which it may have begun.
        ended: The earliest day on which it may have ended.
        last: The latest.
    """

    first: date | None
    begun: date | None
    ended: date | None
    last: date | None

    @property
    def days(self) -> tuple[date, ...]:
        """The limits that are known."""
        return tuple(each for each in (self.first, self.begun, self.ended, self.last) if each)


def span_of(finding: Finding) -> Span:
    """Give the days between which a finding began and ended."""
    (first, begun), (ended, last) = _limits(finding.begins), _limits(finding.ends)
    return Span(first, begun, ended, last)


def timeline(bars: Sequence[Bar], caption: Caption, *, on: date, until: date) -> str:
    """Draw findings, in their order, one below the other.

    Args:
        bars: The findings; those of which no day is known are drawn as a question mark.
        caption: What the chart is called.
        on: The day that is asked about.
        until: The last day shown, at least.

    Raises:
        WrongUse: A bar leads neither to a page of ours nor to an address.
    """
    spans = [span_of(each.finding) for each in bars]
    axis = axis_over([day for each in spans for day in each.days] + [on, until], _LEFT, _RIGHT)
    bottom = _TOP + _ROW * len(bars)
    rows = (
        _row(bar, span, axis, _TOP + _ROW * number, caption.prefix)
        for number, (bar, span) in enumerate(zip(bars, spans, strict=True))
    )
    parts = [
        textures(caption.prefix),
        axis.drawn(_TOP, bottom),
        axis.marker(on, said(on.isoformat()), _TOP, bottom),
        *rows,
    ]
    return chart(caption, parts, bottom + 26, linked=any(each.href for each in bars))


def _row(bar: Bar, span: Span, axis: Axis, top: float, prefix: str) -> str:
    label = element("text", _cut(bar.says), class_="chart-label", x=f"{_LEFT}", y=f"{top + 16}")
    drawn = "".join(_bar(span, axis, top + 22, prefix))
    inner = element("title", f"{bar.says} {bar.note}") + label + drawn
    if bar.href:
        # The table beside has the same links: once is enough for the tabulator key.
        link = attributes(href=markup.checked_link(bar.href), aria_label=f"{bar.says} {bar.note}", tabindex="-1")
        inner = f"<a{link}>{inner}</a>"
    return f"<g{attributes(class_=f'chart-bar chart-{bar.finding.status}')}>{inner}</g>"


def _bar(span: Span, axis: Axis, y: float, prefix: str) -> Iterator[str]:
    """Draw what is settled, what is not, and the ends."""
    if not span.days:
        yield element("text", "? no day is known", class_="chart-unsaid", x=f"{_LEFT + 8}", y=f"{y + 10}")
        return
    begun = span.begun or span.first or min(span.days)
    yield from _beginning(span, axis, y, prefix)
    until = span.ended or span.last
    if until is None:
        yield _box(axis.at(begun), axis.right, y, fill(prefix, "open"), "chart-unended")
        return
    if until >= begun:
        yield _box(axis.at(begun), _after(axis, until), y, None, "chart-settled")
    if span.ended is None:  # over by some day: how long before, nobody says
        yield _stroke(_after(axis, until), y)
    elif span.last is None:
        yield _box(_after(axis, until), axis.right, y, fill(prefix, "open"), "chart-unended")
    elif span.last > span.ended:
        yield _box(
            axis.at(max(begun, span.ended)), _after(axis, span.last), y, fill(prefix, "within"), "chart-unsettled"
        )
    else:
        yield _stroke(_after(axis, until), y)


def _beginning(span: Span, axis: Axis, y: float, prefix: str) -> Iterator[str]:
    if span.begun is None and span.first is None:  # only an end is known
        yield _box(axis.left, axis.at(min(span.days)), y, fill(prefix, "before"), "chart-unended")
    elif span.first is None and span.begun:
        left = max(axis.left, axis.at(span.begun) - 70)
        yield _box(left, axis.at(span.begun), y, fill(prefix, "before"), "chart-unended")
    elif span.first and span.begun and span.first < span.begun:
        yield _box(axis.at(span.first), axis.at(span.begun), y, fill(prefix, "within"), "chart-unsettled")
    else:
        yield _stroke(axis.at(span.begun or min(span.days)), y)


def _after(axis: Axis, day: date) -> float:
    """Give the end of a day."""
    return axis.at(day + _DAY if day < date.max else day)


def _box(left: float, right: float, y: float, filled: str | None, how: str) -> str:
    wide = max(right - left, 3.0)
    where = attributes(class_=how, x=f"{left:.1f}", y=f"{y:.1f}", width=f"{wide:.1f}", height=f"{_BAR}", fill=filled)
    return f"<rect{where}/>"


def _stroke(x: float, y: float) -> str:
    return f'<path class="chart-end" d="M{x:.1f} {y - 3:.1f}V{y + _BAR + 3:.1f}"/>'


def _limits(end: End) -> tuple[date | None, date | None]:
    period = Period.parse(end.date) if end.date else None
    return (period.earliest, period.latest) if period else (None, None)


def _cut(text: str) -> str:
    return text if len(text) <= _LETTERS else f"{text[: _LETTERS - 1].rstrip()}…"
