"""The map of the world page: states marked by their steps, missions as points."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from credence.asking.names import label
from credence.catalog.atlas import Atlas, View, load_atlas
from credence.catalog.ladder import SEVERED, load_ladder
from credence.catalog.parties import load_parties
from credence.catalog.places import load_places
from credence.errors import WrongUse
from credence.model.counts import BEGUN, Located
from credence.model.finding import Stood
from credence.model.ladder import Standing
from credence.serve.page.frame import Frame
from credence.serve.page.parts import place_of, posts_of
from credence.show.extent import extent_of
from credence.show.map import AreaMark, MapFrame, PointMark, world_map
from credence.show.words import day as said

IN_PAGE = MapFrame(styled=False, legend=False, tabs=False)
"""In a page the table beside it has the same links, and stylesheet and legend are the page's."""
STANDING_ALONE = MapFrame()


def parts() -> tuple[View, ...]:
    """Give the parts of the world that can be shown alone; the first is the whole."""
    return load_atlas().views


def framed(part: str, how: MapFrame) -> MapFrame:
    """Say that only a part is shown.

    Raises:
        WrongUse: If there is no such part.
    """
    for each in parts():
        if each.id == part:
            return replace(how, part=extent_of(*each.bounds))
    names = ", ".join(each.id for each in parts())
    raise WrongUse(f"part “{part}”", "there is none of this name", f"one of: {names}")


def drawn(  # noqa: PLR0913 - what a map tells, and where its places lead
    authority: str,
    standings: Sequence[Standing[Stood]],
    missions: Sequence[Located],
    day: date,
    frame: Frame,
    how: MapFrame,
) -> str:
    """Draw the map.

    Args:
        authority: The authority.
        standings: Its step with each state.
        missions: Its missions that stand, or may stand.
        day: The day.
        frame: For addresses.
        how: How it is drawn.
    """
    atlas, book = load_atlas(), load_ladder()
    on = said(day.isoformat())
    return world_map(
        atlas,
        _areas(atlas, authority, standings, frame),
        list(_points(atlas, authority, missions, frame)),
        [(step.id, step.says) for step in book.steps],
        title=f"{label(authority)} and the states of the world on {on}",
        description="Each state by the step of the ladder that it had reached, missions as points; the table beside "
        "says the same.",
        label=label,
        frame=how,
    )


def _areas(atlas: Atlas, authority: str, standings: Sequence[Standing[Stood]], frame: Frame) -> dict[str, AreaMark]:
    """Give the mark of each area: where two parties stand for one, that of the higher step, with both told."""
    book = load_ladder()
    found: dict[str, list[Standing[Stood]]] = {}
    for each in standings:
        area = _area(atlas, each.state)
        if area:
            found.setdefault(area, []).append(each)
    marks = {}
    for area, group in found.items():
        group.sort(key=lambda each: (each.step == SEVERED, -book.height(each.step)))
        told = [
            book.step(each.step).says if each.state == area else f"{label(each.state)}, {book.step(each.step).says}"
            for each in group
        ]
        marks[area] = AreaMark(group[0].step, "; ".join(told), frame.dossier(authority, group[0].state))
    return marks


def _area(atlas: Atlas, party: str) -> str | None:
    """Find the area of a party: its own, or that of the state whose government it claims."""
    if party in atlas.areas:
        return party
    known = load_parties().get(party)
    return known.of if known and known.of in atlas.areas else None


def _points(atlas: Atlas, authority: str, missions: Sequence[Located], frame: Frame) -> Iterator[PointMark]:
    for each in missions:
        where = _position(atlas, each)
        if where is None or each.where is None:
            continue
        sure = each.stands in BEGUN
        says = f"{posts_of(each, 'mission')} in {place_of(each)}{'' if sure else ', not certain on this day'}"
        yield PointMark(*where, says, frame.dossier(authority, each.where), open=not sure)


def _position(atlas: Atlas, mission: Located) -> tuple[float, float] | None:
    """Find where a mission stands: its city, or a point in its host; None where neither is known."""
    city = load_places().city(mission.city, mission.where) if mission.city else None
    if city and city.country == mission.where and city.position:
        return city.position
    area = atlas.areas.get(mission.where or "")
    return (area.latitude, area.longitude) if area else None
