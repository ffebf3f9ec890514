"""A world map as SVG, of states by how far they go, with missions as points: a picture that needs nothing beside it.

Steps differ in shade and in texture, so that they can be told apart without colour. It can stand alone or in a page
that sets the colours (``data/map/map.css`` says how). No script, and nothing is loaded.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from credence.catalog.atlas import Area, Atlas
from credence.show import markup
from credence.show.extent import DRAWN, WORLD, Extent
from credence.show.markup import attributes, element
from credence.show.projection import BOTTOM, TOP, project
from credence.show.textures import TEXTURES, pattern

_DOT = 6.0
_POINT = '<path d="M0-10 10 0 0 10-10 0z"/>'
_COLUMNS, _ROW = 4, 46
_MARGIN = 6


@dataclass(frozen=True, slots=True)
class AreaMark:
    """What is said of an area.

    Attributes:
        step: Id of its step, one of those handed over with the map.
        says: The same in words, and whatever else should be told of it.
        href: Where it leads: a path, query or fragment of the page's own, or an address; None for nowhere.
    """

    step: str
    says: str
    href: str | None = None


@dataclass(frozen=True, slots=True)
class PointMark:
    """What is at a place.

    Attributes:
        latitude: Degrees north.
        longitude: Degrees east.
        says: What it is, in words.
        href: Where it leads, as for areas.
        open: Whether it is drawn hollow: what is not certain.
    """

    latitude: float
    longitude: float
    says: str
    href: str | None = None
    open: bool = False


@dataclass(frozen=True, slots=True)
class MapFrame:
    """How a map is drawn.

    Attributes:
        prefix: What its ids begin with; another one for each map of a page.
        styled: Whether its stylesheet is within it. A page that has ``Atlas.style`` among its own leaves it out.
        legend: Whether steps and signs are explained below it.
        tabs: Whether its links are stops for the tabulator key. A page with a table of the same links leaves them out.
        part: The part of the world that is shown; signs and words are as large as on the whole.
    """

    prefix: str = "map"
    styled: bool = True
    legend: bool = True
    tabs: bool = True
    part: Extent = WORLD


STANDING_ALONE = MapFrame()


def world_map(  # noqa: PLR0913 - what a map shows, and its names
    atlas: Atlas,
    areas: Mapping[str, AreaMark],
    points: Sequence[PointMark],
    steps: Sequence[tuple[str, str]],
    *,
    title: str,
    description: str,
    label: Callable[[str], str],
    frame: MapFrame = STANDING_ALONE,
) -> str:
    """Draw the map.

    Args:
        atlas: Its shapes.
        areas: Marks by id of area. Areas without one are drawn as if nothing was known; marks without an area are not
            drawn, so whoever has those must tell them otherwise.
        points: Points, drawn in this order.
        steps: Id and words of each step, from the lowest to the highest.
        title: What it is called.
        description: What it shows, in a sentence or two, for those who do not see it.
        label: Gives the name of a party.
        frame: How it is drawn.

    Raises:
        WrongUse: A mark names a step that is not among them, there are more steps than textures, or a link leads
            neither to a page's own place nor to an address.
    """
    markup.require_steps(steps, {mark.step for mark in areas.values()}, len(TEXTURES))
    drawing = _Drawing(atlas, areas, {id_: number for number, (id_, _) in enumerate(steps, start=1)}, label, frame)
    linked = any(mark.href for marks in (areas.values(), points) for mark in marks)
    ids = f"{frame.prefix}-title {frame.prefix}-description"
    parts = [
        element("title", title, id=f"{frame.prefix}-title"),
        element("desc", description, id=f"{frame.prefix}-description"),
        f"<style>{atlas.style}</style>" if frame.styled else "",
        f"<defs>{drawing.definitions()}</defs>",
        f'<g clip-path="url(#{frame.prefix}-part)"><path class="map-sea" d="{_sea()}"/>',
        f'<g class="map-areas" fill-rule="evenodd">{"".join(drawing.areas())}</g>',
        f'<g class="map-points">{"".join(filter(None, map(drawing.point, points)))}</g></g>',
        drawing.legend(steps) if frame.legend else "",
    ]
    # A picture has no parts for those who do not see it; what holds links must not be one.
    names = attributes(viewBox=drawing.box(steps), role="group" if linked else "img", aria_labelledby=ids)
    return f'<svg xmlns="http://www.w3.org/2000/svg" class="world-map"{names}>{"".join(filter(None, parts))}</svg>\n'


@dataclass(frozen=True, slots=True)
class _Drawing:
    """What the parts of one map share."""

    atlas: Atlas
    marks: Mapping[str, AreaMark]
    numbers: Mapping[str, int]
    label: Callable[[str], str]
    frame: MapFrame

    @property
    def part(self) -> Extent:
        return self.frame.part

    def box(self, steps: Sequence[tuple[str, str]]) -> str:
        """Give what is seen: the part, a margin, and the legend below it."""
        scale, part = self.part.scale, self.part
        margin = _MARGIN * scale
        tall = part.height + (_legend_height(steps) * scale if self.frame.legend else 0)
        seen = (part.left - margin, part.top - margin, part.width + 2 * margin, tall + 2 * margin)
        return " ".join(f"{edge:.1f}" for edge in seen)

    def definitions(self) -> str:
        """Give what is referred to: the fills, and the part that is shown, outside of which nothing is drawn."""
        part, margin = self.part, _MARGIN * self.part.scale
        seen = attributes(
            x=f"{part.left - margin:.1f}",
            y=f"{part.top - margin:.1f}",
            width=f"{part.width + 2 * margin:.1f}",
            height=f"{part.height + 2 * margin:.1f}",
        )
        numbers = range(len(self.numbers) + 1)
        fills = [pattern(self.frame.prefix, number, part.scale) for number in numbers]
        if self.frame.legend:  # it is scaled as a whole, its fills with it
            fills += [pattern(f"{self.frame.prefix}-legend", number) for number in numbers]
        return f'<clipPath id="{self.frame.prefix}-part"><rect{seen}/></clipPath>{"".join(fills)}'

    def areas(self) -> Iterator[str]:
        """Give the areas in sight: those with an outline first, then those that lie on them."""
        areas = self.atlas.areas.values()
        for area in sorted(areas, key=lambda area: (not area.outline, area.dispute is not None, area.id)):
            x, y = project(area.latitude, area.longitude)
            if self.part.meets(*(area.box or (x, y, x, y))):
                yield self.area(area)

    def area(self, area: Area) -> str:
        mark = self.marks.get(area.id)
        name = area.dispute.label if area.dispute else self.label(area.id)
        says = f"{name}: {mark.says}" if mark else name
        if area.dispute:
            says += f". Disputed: {area.dispute.says}"
        classes = ["map-area", f"map-step-{mark.step}" if mark else "map-unmarked"]
        if area.dispute:
            classes.append("map-disputed")
        number = self.numbers[mark.step] if mark else 0 if area.dispute else None
        fill = f"url(#{self.frame.prefix}-fill-{number})" if number is not None else None
        names = attributes(id=f"{self.frame.prefix}-{area.id}", class_=" ".join(classes))
        hidden = "" if mark else ' aria-hidden="true"'
        shape = self._shape(area, fill)
        return f"<g{names}{hidden}>{self._linked(shape, says, mark.href if mark else None)}</g>"

    def point(self, mark: PointMark) -> str | None:
        """Give a point; None if it is out of sight."""
        x, y = project(mark.latitude, mark.longitude)
        if not self.part.meets(x, y, x, y):
            return None
        place = f"translate({x:.1f} {y:.1f}) scale({self.part.scale:.3f})"
        how = attributes(class_="map-point map-open" if mark.open else "map-point", transform=place)
        return f"<g{how}>{self._linked(_POINT, mark.says, mark.href)}</g>"

    def legend(self, steps: Sequence[tuple[str, str]]) -> str:
        """Explain steps and signs in rows of a few."""
        point = f'<g class="map-point{{}}" transform="translate(22 14)">{_POINT}</g>'
        signs = [(self._swatch(number), says) for number, (_, says) in enumerate(steps, start=1)]
        signs += [
            (f'<g class="map-disputed">{self._swatch(0)}</g>', "disputed"),
            (f'<circle class="map-swatch" cx="22" cy="14" r="{_DOT}"/>', "small state or territory"),
            (point.format(""), "mission"),
            (point.format(" map-open"), "mission, not certain"),
        ]
        rows = "".join(
            f'<g transform="translate({at % _COLUMNS * (DRAWN // _COLUMNS)} {at // _COLUMNS * _ROW})">'
            f"{sign}{element('text', says, x='58', y='23')}</g>"
            for at, (sign, says) in enumerate(signs)
        )
        part = self.part
        place = f"translate({part.left:.1f} {part.bottom + _ROW / 2 * part.scale:.1f}) scale({part.scale:.3f})"
        return f'<g class="map-legend" transform="{place}">{rows}</g>'

    def _swatch(self, number: int) -> str:
        fill = f"url(#{self.frame.prefix}-legend-fill-{number})"
        return f"<rect{attributes(class_='map-swatch', width='44', height='28', fill=fill)}/>"

    def _shape(self, area: Area, fill: str | None) -> str:
        if area.outline:
            return f"<path{attributes(d=area.outline, fill=fill)}/>"
        x, y = project(area.latitude, area.longitude)
        return f"<circle{attributes(cx=f'{x:.1f}', cy=f'{y:.1f}', r=f'{_DOT * self.part.scale:.1f}', fill=fill)}/>"

    def _linked(self, shape: str, says: str, href: str | None) -> str:
        inner = element("title", says) + shape
        if href is None:
            return inner
        stop = None if self.frame.tabs else "-1"
        return f"<a{attributes(href=markup.checked_link(href), aria_label=says, tabindex=stop)}>{inner}</a>"


def _legend_height(steps: Sequence[tuple[str, str]]) -> int:
    return _ROW // 2 + _ROW * -(-(len(steps) + 4) // _COLUMNS)


def _sea() -> str:
    """Give the outline of the map: meridians are curved."""
    degrees = [TOP + (BOTTOM - TOP) * part / 40 for part in range(41)]
    edge = [project(at, 180) for at in degrees] + [project(at, -180) for at in reversed(degrees)]
    return f"M{'L'.join(f'{x:.0f},{y:.0f}' for x, y in edge)}z"
