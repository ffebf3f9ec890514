"""The world map: ``data/map``. Shapes of states, what is disputed between them, and what is not drawn and why.

The map shows who holds what as its source has it, and takes no side: what two parties claim is an area of its own.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from credence.catalog.load import load_text, load_toml
from credence.catalog.parties import load_parties
from credence.errors import BadKnowledge

_AREAS, _DISPUTED, _ABSENT = ("data/map/areas.tsv", "data/map/disputed.toml", "data/map/absent.toml")
_MADE = "make the file anew with tools/build_map.py"


@dataclass(frozen=True, slots=True)
class Dispute:
    """Why an area is no one's on the map.

    Attributes:
        label: A neutral name.
        claimed: Ids of the parties that claim it, sorted.
        held: Ids of those that hold it or a part of it, sorted.
        says: What is disputed, in a sentence or two.
        source: A paper in which that can be read.
    """

    label: str
    claimed: tuple[str, ...]
    held: tuple[str, ...]
    says: str
    source: str


@dataclass(frozen=True, slots=True)
class Area:
    """An area of the map.

    Attributes:
        id: Party id of the state or authority; a name of its own where it is disputed and no party.
        latitude: Degrees north of a point in it.
        longitude: Degrees east.
        outline: SVG path data, in the units of ``show.projection``; empty where it is too small and drawn as a dot.
        box: Left, upper, right and lower edge of the outline, in the same units; None without one.
        dispute: What is disputed; None where nothing is.
    """

    id: str
    latitude: float
    longitude: float
    outline: str
    box: tuple[int, int, int, int] | None = None
    dispute: Dispute | None = None


@dataclass(frozen=True, slots=True)
class View:
    """A part of the world that a map can show alone.

    Attributes:
        id: Its name for addresses.
        label: Its name for people.
        bounds: South, west, north and east, in degrees.
    """

    id: str
    label: str
    bounds: tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Atlas:
    """The map.

    Attributes:
        areas: Areas by id, sorted by it.
        absent: Reasons by the id of each state or territory that is not drawn.
        style: How it looks, as CSS.
        views: Parts of it that can be shown alone; the first is the whole.
    """

    areas: Mapping[str, Area]
    absent: Mapping[str, str]
    style: str = ""
    views: tuple[View, ...] = ()


@cache
def load_atlas() -> Atlas:
    """Load the map of the package.

    Raises:
        BadKnowledge: As ``parse_atlas``.
    """
    parties = load_parties()
    states = [party.id for party in parties if party.cls == "state"]
    tables = load_toml("map/disputed.toml")["area"], load_toml("map/absent.toml")
    atlas = parse_atlas(load_text("map/areas.tsv"), *tables, [party.id for party in parties], states)
    views = [View(row["id"], row["label"], tuple(row["bounds"])) for row in load_toml("map/views.toml")["view"]]
    return replace(atlas, style=load_text("map/map.css"), views=tuple(views))


def parse_atlas(
    lines: str,
    disputed: Collection[Mapping[str, Any]],
    absent: Mapping[str, str],
    parties: Collection[str],
    states: Collection[str],
) -> Atlas:
    """Read the map, and check it against itself and the parties.

    Args:
        lines: The areas, a line each.
        disputed: What is disputed, a table each.
        absent: Reasons for what is not drawn.
        parties: Ids of all parties.
        states: Ids of those that are states or territories.

    Raises:
        BadKnowledge: Something is missing or there twice, a party is not known, a state is neither drawn nor absent, or
            is both, or an area is neither a party nor disputed.
    """
    disputes = {row["id"]: _dispute(row, parties) for row in disputed}
    areas = {area.id: area for area in _areas(lines, disputes)}
    for row in disputed:
        if ("at" in row) == (row["id"] in areas):
            raise BadKnowledge(_DISPUTED, f"{row['id']} has no place, or two", "give “at” where areas.tsv has none")
        if "at" in row:
            latitude, longitude = row["at"]
            areas[row["id"]] = Area(row["id"], latitude, longitude, "", dispute=disputes[row["id"]])
    if strangers := sorted(areas.keys() - set(parties) - disputes.keys()):
        raise BadKnowledge(_AREAS, f"{', '.join(strangers)}: neither a party nor disputed", _MADE)
    if wrong := sorted(id_ for id_ in states if (id_ in areas) == (id_ in absent)):
        raise BadKnowledge(_ABSENT, f"{', '.join(wrong)}: drawn and absent, or neither", "draw it, or say why not")
    return Atlas({id_: areas[id_] for id_ in sorted(areas)}, absent)


def _areas(lines: str, disputes: Mapping[str, Dispute]) -> Iterator[Area]:
    for number, line in enumerate(lines.splitlines(), start=1):
        if line.startswith("#"):
            continue
        try:
            id_, latitude, longitude, edges, outline = line.split("\t")
            box = _box(edges) if edges else None
            yield Area(id_, float(latitude), float(longitude), outline, box, disputes.get(id_))
        except ValueError as error:
            raise BadKnowledge(f"{_AREAS}, line {number}", str(error), _MADE) from error


def _box(edges: str) -> tuple[int, int, int, int]:
    left, top, right, bottom = map(int, edges.split(","))
    return left, top, right, bottom


def _dispute(row: Mapping[str, Any], parties: Collection[str]) -> Dispute:
    claimed, held = tuple(row["claimed"]), tuple(row["held"])
    unknown = {*claimed, *held} - set(parties)
    if unknown or len(claimed) < 2 or list(claimed) != sorted(claimed) or list(held) != sorted(held):
        cause = f"{row['id']}: claimed or held by {', '.join(sorted(unknown)) or 'too few, or not in order'}"
        raise BadKnowledge(_DISPUTED, cause, "name two parties or more by their ids, sorted")
    return Dispute(row["label"], claimed, held, row["says"], row["source"])
