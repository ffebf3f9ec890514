"""The world map: every state is on it or absent for a reason, what is disputed is nobody's, and it stays small."""

from __future__ import annotations

import re
from importlib import resources
from typing import Any

import pytest

from credence.catalog.atlas import Area, load_atlas, parse_atlas
from credence.catalog.load import load_text, load_toml
from credence.catalog.parties import load_parties
from credence.catalog.places import load_places
from credence.errors import BadKnowledge
from credence.show.extent import WORLD, extent_of
from credence.show.projection import WIDTH, height, project

ATLAS = load_atlas()
DISPUTED = [area for area in ATLAS.areas.values() if area.dispute]
MOST_BYTES = 250_000
LINES = "aa\t1.0\t2.0\t0,0,1,1\tM0,0l1,0 0,1z\nbb\t1.0\t2.0\t\t\n"


def corners(area: Area) -> list[list[tuple[int, int]]]:
    """Give the rings of an outline, in the units of the map."""
    rings = []
    for start, steps in re.findall(
        r"M(-?\d+,-?\d+)l([^z]*)z",
        area.outline.replace("-", ",-").replace("M,", "M").replace("l,", "l").replace(" ,", " "),
    ):
        numbers = [int(number) for number in re.split(r"[ ,]+", f"{start} {steps}".strip())]
        x = y = 0
        ring = []
        for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
            x, y = x + dx, y + dy
            ring.append((x, y))
        rings.append(ring)
    return rings


def test_every_state_is_drawn_or_absent_for_a_reason() -> None:
    states = {party.id for party in load_parties() if party.cls == "state"}
    assert states <= ATLAS.areas.keys() | ATLAS.absent.keys()
    assert not ATLAS.areas.keys() & ATLAS.absent.keys()
    assert all(len(reason) > 20 for reason in ATLAS.absent.values())


def test_no_state_with_people_of_its_own_is_absent() -> None:
    inhabited = {city.country for city in load_places()}
    assert not ATLAS.absent.keys() & inhabited - {"aq", "gs", "tf", "um", "hm", "bv"}


def test_the_data_stay_small() -> None:
    folder = resources.files("credence").joinpath("data", "map")
    assert sum(len(entry.read_bytes()) for entry in folder.iterdir()) < MOST_BYTES


@pytest.mark.parametrize("area", [area for area in ATLAS.areas.values() if area.outline], ids=lambda area: area.id)
def test_an_outline_stays_on_the_map_and_never_runs_across_it(area: Area) -> None:
    for ring in corners(area):
        assert len(set(ring)) >= 3
        assert all(-1 <= x <= WIDTH + 1 and -2 <= y <= height() + 2 for x, y in ring)
        edges = zip(ring, [*ring[1:], ring[0]], strict=True)
        assert max(abs(x - x2) for (x, _), (x2, _) in edges) < WIDTH / 8


def test_a_state_at_180_degrees_has_parts_on_both_sides() -> None:
    middles = [sum(x for x, _ in ring) / len(ring) for ring in corners(ATLAS.areas["ru"])]
    assert min(middles) < WIDTH / 4 < WIDTH * 3 / 4 < max(middles)


@pytest.mark.parametrize("area", [area for area in ATLAS.areas.values() if area.outline], ids=lambda area: area.id)
def test_the_point_of_an_area_lies_in_it(area: Area) -> None:
    x, y = project(area.latitude, area.longitude)
    rings = corners(area)
    assert any(min(a for a, _ in ring) - 2 <= x <= max(a for a, _ in ring) + 2 for ring in rings)
    assert any(min(b for _, b in ring) - 2 <= y <= max(b for _, b in ring) + 2 for ring in rings)


@pytest.mark.parametrize("state", ["cn", "us", "af", "no", "ps", "nr", "va"])
def test_a_capital_lies_where_its_state_does(state: str) -> None:
    capital = load_places().capital_of(state)
    assert capital is not None
    assert capital.position is not None
    x, y = project(*capital.position)
    area = ATLAS.areas[state]
    if area.outline:
        xs, ys = ([corner[axis] for ring in corners(area) for corner in ring] for axis in (0, 1))
        assert min(xs) - 3 <= x <= max(xs) + 3
        assert min(ys) - 3 <= y <= max(ys) + 3
    else:
        there = project(area.latitude, area.longitude)
        assert abs(x - there[0]) + abs(y - there[1]) < 8


def test_what_is_disputed_is_an_area_of_its_own() -> None:
    assert {area.id for area in DISPUTED} >= {
        "crimea",
        "eh",
        "golan",
        "jammu-and-kashmir",
        "ps",
        "somaliland",
        "tw",
        "xk",
    }


@pytest.mark.parametrize("area", DISPUTED, ids=lambda area: area.id)
def test_a_dispute_names_both_sides_and_a_source(area: Area) -> None:
    assert area.dispute is not None
    assert len(area.dispute.claimed) >= 2
    assert area.dispute.held
    assert area.dispute.says.endswith(".")
    assert area.dispute.source


@pytest.mark.parametrize(
    ("lines", "disputed", "absent", "cause"),
    [
        ("aa\t1.0\t2.0\n", [], {"bb": "gone"}, "line 1"),
        ("aa\tnorth\t2.0\t\t\n", [], {"bb": "gone"}, "line 1"),
        (LINES, [], {"bb": "gone"}, "drawn and absent"),
        ("aa\t1.0\t2.0\t1,2,3\t\n", [], {"bb": "gone"}, "line 1"),
        ("aa\t1.0\t2.0\t\t\n", [], {}, "drawn and absent, or neither"),
        (LINES + "cc\t1.0\t2.0\t\t\n", [], {}, "neither a party nor disputed"),
        (LINES, [{"id": "dd", "claimed": ["aa", "bb"]}], {}, "has no place, or two"),
        (LINES, [{"id": "aa", "claimed": ["aa", "bb"], "at": [1, 2]}], {}, "has no place, or two"),
        (LINES, [{"id": "aa", "claimed": ["aa"]}], {}, "too few"),
        (LINES, [{"id": "aa", "claimed": ["bb", "aa"]}], {}, "not in order"),
        (LINES, [{"id": "aa", "claimed": ["aa", "zz"]}], {}, "zz"),
    ],
)
def test_a_map_that_contradicts_itself_is_refused(
    lines: str, disputed: list[dict[str, Any]], absent: dict[str, str], cause: str
) -> None:
    rows = [{"label": "L", "held": ["aa"], "says": "S.", "source": "S", **row} for row in disputed]
    with pytest.raises(BadKnowledge, match=cause):
        parse_atlas(lines, rows, absent, ["aa", "bb"], ["aa", "bb"])


def test_a_map_that_does_not_is_read() -> None:
    row = {"id": "dd", "label": "L", "claimed": ["aa", "bb"], "held": ["aa"], "at": [3, 4], "says": "S.", "source": "S"}
    atlas = parse_atlas(f"# head\n{LINES}", [row], {}, ["aa", "bb"], ["aa", "bb"])
    assert list(atlas.areas) == ["aa", "bb", "dd"]
    assert (atlas.areas["dd"].latitude, atlas.areas["dd"].outline) == (3, "")


def test_the_edges_of_an_outline_are_told() -> None:
    for area in ATLAS.areas.values():
        points = [corner for ring in corners(area) for corner in ring]
        if not points:
            assert area.box is None
            continue
        (left, right), (top, bottom) = ((min(at), max(at)) for at in zip(*points, strict=True))
        assert area.box == (left, top, right, bottom)


def test_parts_of_the_world_can_be_shown_and_the_first_is_the_whole() -> None:
    assert ATLAS.views[0].id == "world"
    assert extent_of(*ATLAS.views[0].bounds) == WORLD
    assert len({view.id for view in ATLAS.views}) == len(ATLAS.views)
    for view in ATLAS.views[1:]:
        south, west, north, east = view.bounds
        assert south < north
        assert west < east
        assert extent_of(*view.bounds).scale < WORLD.scale * 0.6


def test_the_sources_are_told() -> None:
    for source in load_toml("map/source.toml").values():
        assert source["name"]
        assert source["through"]
    assert "public domain" in load_text("map/areas.tsv").splitlines()[0]
