"""Make ``src/credence/data/map/areas.tsv``: the shapes of states on the world map, and dots for small ones.

Run ``python tools/build_map.py FOLDER`` after a change of the source: Natural Earth (public domain) at 1:50 million, in
the npm package world-atlas 2, unpacked into FOLDER. Shapes are simplified together, so that neighbours still touch;
what is too small to be seen is a dot, and what the source does not have, a dot at its capital.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pycountry
import shapely
from shapely.geometry import MultiPolygon, Polygon, box

from credence.catalog.load import load_toml
from credence.catalog.parties import load_parties
from credence.catalog.places import load_places
from credence.show.projection import project

TARGET = Path(__file__).parent.parent / "src" / "credence" / "data" / "map" / "areas.tsv"
HEADER = """\
# Areas of the world map: Natural Earth (https://www.naturalearthdata.com), public domain, through world-atlas 2.0.2.
# Made by tools/build_map.py. Columns: party or disputed area, latitude and longitude of a point in it, edges of
# its outline (left, upper, right, lower), and the outline as SVG path data, on the grid of credence.show.projection;
# without one, it is drawn as a dot.
"""
# The source has no codes for these.
NAMED = {
    "Kosovo": "xk",
    "N. Cyprus": "northern-cyprus",
    "Siachen Glacier": "siachen",
    "Somaliland": "somaliland",
}
# What the source files under a state, and we keep apart: the state, the area, and a box that holds it or a part of it
# (west, south, east, north, in degrees).
APART = (
    ("ru", "crimea", (32, 44, 37, 46.3)),  # held by the one and claimed by the other: its own area
    ("fr", "gf", (-55, 2, -51, 6)),  # this and all below have codes of their own in ISO 3166-1
    ("fr", "gp", (-62, 15.7, -60.9, 16.6)),
    ("fr", "mq", (-61.4, 14.3, -60.7, 15)),
    ("fr", "re", (55, -22, 56, -20)),
    ("fr", "yt", (44.9, -13.2, 45.4, -12.5)),
    ("no", "sj", (10, 76, 35, 82)),
    ("no", "sj", (18, 74, 20, 75)),
    ("no", "sj", (-10, 70, -7, 72)),
)
# Neither in the source nor with a capital among the cities: Kralendijk, and the middle of three atolls.
PLACED = {"bq": (12.15, -68.27), "tk": (-9.17, -171.83)}
LONGEST = 3.0  # degrees: on the map a meridian is curved, so that longer edges are cut in parts
COARSE = 1.6  # units of the map: corners whose triangle is smaller than this squared are left out
SMALLEST = 12.0  # square units: smaller parts are left out
WHOLE = {"ps"}  # but not of these: Gaza is small, and to leave it out would say something

Shapes = dict[str, MultiPolygon]
Ring = list[tuple[int, int]]


def main(folder: Path) -> None:
    """Write the file."""
    absent = load_toml("map/absent.toml")
    shapes = kept_apart(read(folder / "countries-50m.json"))
    shapes = {id_: areas for id_, areas in sorted(shapes.items()) if id_ not in absent}
    rings = drawn(shapes)
    rows = {id_: row(id_, point(areas), rings[id_]) for id_, areas in shapes.items()}
    states = {party.id for party in load_parties() if party.cls == "state"}
    for id_ in sorted(states - rows.keys() - absent.keys()):
        capital = load_places().capital_of(id_)
        if where := PLACED.get(id_) or (capital.position if capital else None):
            rows[id_] = row(id_, where, [])
        else:
            print(f"neither shape nor capital: {id_}")
    TARGET.write_text(HEADER + "".join(rows[id_] for id_ in sorted(rows)), encoding="utf-8")
    print(f"{len(rows)} areas, {sum(map(bool, rings.values()))} with an outline, {TARGET.stat().st_size} bytes")


def read(path: Path) -> Shapes:
    """Give the shapes of a file in TopoJSON by party, in degrees, cut where the map is."""
    topology = json.loads(path.read_text(encoding="utf-8"))
    arcs = [list(unpacked(arc, topology["transform"])) for arc in topology["arcs"]]
    codes = {country.numeric: country.alpha_2.lower() for country in pycountry.countries}
    found: Shapes = {}
    for geometry in topology["objects"]["countries"]["geometries"]:
        name = geometry["properties"]["name"]
        id_ = NAMED.get(name) or codes.get(geometry.get("id"))
        if id_ is None:
            print(f"left out, without a code: {name}")
            continue
        parts = cut(polygons(geometry, arcs))
        found[id_] = (
            MultiPolygon([*found[id_].geoms, *parts.geoms]) if id_ in found else parts
        )  # islands may stand apart
    return found


def unpacked(arc: list[list[int]], how: dict[str, list[float]]) -> Iterator[tuple[float, float]]:
    """Give the points of an arc, each of which is stored as steps from the one before."""
    x = y = 0
    for dx, dy in arc:
        x, y = x + dx, y + dy
        yield x * how["scale"][0] + how["translate"][0], y * how["scale"][1] + how["translate"][1]


def polygons(geometry: dict[str, Any], arcs: list[list[tuple[float, float]]]) -> list[list[list[tuple[float, float]]]]:
    """Give the polygons of a geometry, each as its rings."""
    several = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
    return [[ring(numbers, arcs) for numbers in polygon] for polygon in several]


def ring(numbers: list[int], arcs: list[list[tuple[float, float]]]) -> list[tuple[float, float]]:
    """Join arcs to a ring; a number's complement stands for an arc run backwards. Longitude goes on beyond 180°."""
    points: list[tuple[float, float]] = []
    for number in numbers:
        points += arcs[number] if number >= 0 else reversed(arcs[~number])
    turned = [points[0]]
    for x, y in points[1:]:
        turned.append((x + 360 * round((turned[-1][0] - x) / 360), y))
    return turned


def cut(rings: list[list[list[tuple[float, float]]]]) -> MultiPolygon:
    """Cut polygons at 180°, and bring what lies beyond back onto the map."""
    parts: list[Polygon] = []
    for outer, *holes in rings:
        if abs(outer[0][0] - outer[-1][0]) > 1:
            continue  # a ring around the pole: Antarctica
        whole = shapely.make_valid(Polygon(outer, holes))
        for turn in (-360, 0, 360):
            piece = whole.intersection(box(turn - 180, -90, turn + 180, 90))
            parts += flat(shapely.transform(piece, lambda points, turn=turn: points - (turn, 0)))
    return MultiPolygon(parts)


def flat(geometry: Any) -> list[Polygon]:  # noqa: ANN401 - whatever cutting left
    """Give the polygons of a geometry."""
    return [part for part in shapely.get_parts(geometry) if isinstance(part, Polygon) and part.area]


def kept_apart(shapes: Shapes) -> Shapes:
    """Take out of the shapes of states what is an area of its own."""
    found = dict(shapes)
    for state, area, bounds in APART:
        inside = [part for part in found[state].geoms if box(*bounds).contains(part)]
        if not inside:
            raise ValueError(f"{area}: nothing of {state} lies in {bounds}")
        found[state] = MultiPolygon([part for part in found[state].geoms if part not in inside])
        found[area] = MultiPolygon([*(found[area].geoms if area in found else ()), *inside])
    return found


def point(areas: MultiPolygon) -> tuple[float, float]:
    """Give the latitude and longitude of a point within the largest part."""
    within = max(areas.geoms, key=lambda part: part.area).representative_point()
    return within.y, within.x


def drawn(shapes: Shapes) -> dict[str, list[Ring]]:
    """Project all shapes and simplify them together; of what is too small nothing is left."""
    fine = [shapely.transform(shapely.segmentize(areas, LONGEST), projected) for areas in shapes.values()]
    coarse = shapely.coverage_simplify(fine, COARSE)
    least = {id_: 0.0 if id_ in WHOLE else SMALLEST for id_ in shapes}
    return {id_: list(on_grid(areas, least[id_])) for id_, areas in zip(shapes, coarse, strict=True)}


def projected(points: Any) -> Any:  # noqa: ANN401 - arrays, longitude first
    """Project many points."""
    return [project(latitude, longitude) for longitude, latitude in points]


def on_grid(areas: Any, least: float) -> Iterator[Ring]:  # noqa: ANN401 - whatever simplifying left
    """Give the rings of the parts of an area of some size, in whole units and without standing still."""
    for part in flat(areas):
        for line in (part.exterior, *part.interiors) if part.area >= least else ():
            grid = [(round(x), round(y)) for x, y in line.coords]
            turns = [at for number, at in enumerate(grid) if number == 0 or at != grid[number - 1]]
            if len(set(turns)) >= 3:
                yield turns


def path(turns: Ring) -> str:
    """Write a ring as path data, in steps from point to point."""
    x, y = turns[0]
    steps = " ".join(f"{to_x - x},{to_y - y}" for (x, y), (to_x, to_y) in pairwise(turns[:-1]))
    return f"M{x},{y}l{steps}z".replace(",-", "-").replace(" -", "-")


def row(id_: str, where: tuple[float, float], rings: list[Ring]) -> str:
    """Write one area as a line."""
    across, down = ([at[axis] for ring in rings for at in ring] for axis in (0, 1))
    edges = f"{min(across)},{min(down)},{max(across)},{max(down)}" if rings else ""
    return f"{id_}\t{where[0]:.2f}\t{where[1]:.2f}\t{edges}\t{''.join(map(path, rings))}\n"


if __name__ == "__main__":
    main(Path(sys.argv[1]))
