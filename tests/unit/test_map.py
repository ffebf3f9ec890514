"""The map as a picture: whole, escaped, told apart without colour, the same each time."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import pytest

from credence.catalog.atlas import load_atlas
from credence.catalog.ladder import load_ladder
from credence.errors import WrongUse
from credence.show.extent import WORLD, extent_of
from credence.show.map import AreaMark, MapFrame, PointMark, world_map
from credence.show.projection import WIDTH, height, project
from credence.show.textures import TEXTURES, pattern

ATLAS = load_atlas()
STEPS = [("none", "nothing recorded"), ("envoy", "an envoy"), ("recognised", "recognised")]
SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = "<script>alert(1)</script>\"'&]]>\x00\x1b\ud800"


def drawn(
    areas: dict[str, AreaMark] | None = None, points: tuple[PointMark, ...] = (), frame: MapFrame | None = None
) -> str:
    return world_map(
        ATLAS,
        areas or {},
        points,
        STEPS,
        title="Envoys",
        description="Who accepted whom.",
        label=str.upper,
        frame=frame or MapFrame(),
    )


def parsed(svg: str) -> ET.Element:
    return ET.fromstring(svg)  # noqa: S314 - our own output


def by_id(tree: ET.Element, id_: str) -> ET.Element:
    (found,) = [each for each in tree.iter() if each.get("id") == id_]
    return found


@pytest.mark.parametrize(
    ("latitude", "longitude", "x", "y"),  # of PROJ's eqearth, on a sphere of radius 1
    [
        (0, 0, 0, 0),
        (0, 180, 2.706629983, 0),
        (90, 0, 0, 1.317362759),
        (45, 90, 1.159854, 0.860231),
        (-30, -120, -1.687801, -0.592935),
    ],
)
def test_the_projection_is_equal_earth(latitude: float, longitude: float, x: float, y: float) -> None:
    scale = WIDTH / 2 / 2.706629983
    origin = project(0, 0)
    there = project(latitude, longitude)
    assert (there[0] - origin[0]) / scale == pytest.approx(x, abs=1e-4)
    assert (origin[1] - there[1]) / scale == pytest.approx(y, abs=1e-4)


def test_every_area_is_drawn_once_under_an_id_of_its_own() -> None:
    tree = parsed(drawn())
    ids = [each.get("id") for each in tree.iter() if each.get("id")]
    assert len(ids) == len(set(ids))
    assert {f"map-{id_}" for id_ in ATLAS.areas} <= set(ids)


def test_it_is_told_to_those_who_do_not_see_it() -> None:
    tree = parsed(drawn({"cn": AreaMark("envoy", "an envoy since 2024", "/dossier/taliban/cn")}))
    names = [by_id(tree, id_).text for id_ in (tree.get("aria-labelledby") or "").split()]
    assert names == ["Envoys", "Who accepted whom."]
    link = by_id(tree, "map-cn").find(f"{SVG}a")
    assert link is not None
    assert (link.get("href"), link.get("aria-label")) == ("/dossier/taliban/cn", "CN: an envoy since 2024")
    assert by_id(tree, "map-fr").get("aria-hidden") == "true"


def test_a_map_without_links_is_one_picture() -> None:
    assert parsed(drawn()).get("role") == "img"
    assert parsed(drawn({"cn": AreaMark("envoy", "x", "/x")})).get("role") == "group"


def test_a_step_is_a_class_and_a_fill() -> None:
    china = by_id(parsed(drawn({"cn": AreaMark("envoy", "an envoy")})), "map-cn")
    assert china.get("class") == "map-area map-step-envoy"
    (shape,) = china.iter(f"{SVG}path")
    assert shape.get("fill") == "url(#map-fill-2)"


def test_what_is_disputed_is_drawn_so_whether_or_not_it_has_a_step() -> None:
    tree = parsed(drawn({"xk": AreaMark("recognised", "recognised")}))
    kosovo, crimea = by_id(tree, "map-xk"), by_id(tree, "map-crimea")
    assert kosovo.get("class") == "map-area map-step-recognised map-disputed"
    assert crimea.get("class") == "map-area map-unmarked map-disputed"
    says = next(kosovo.iter(f"{SVG}title")).text or ""
    assert says.startswith("Kosovo: recognised. Disputed: ")


def test_a_state_within_another_is_not_painted_over() -> None:
    assert ATLAS.areas["za"].outline.count("M") > 1  # Lesotho is cut out of it
    (areas,) = [each for each in parsed(drawn()).iter(f"{SVG}g") if each.get("class") == "map-areas"]
    assert areas.get("fill-rule") == "evenodd"


def test_small_states_are_dots() -> None:
    nauru = by_id(parsed(drawn({"nr": AreaMark("envoy", "an envoy", "/nr")})), "map-nr")
    assert next(nauru.iter(f"{SVG}circle")).get("fill") == "url(#map-fill-2)"


def test_points_lie_where_they_are_and_are_hollow_if_not_certain() -> None:
    tree = parsed(
        drawn(
            points=(PointMark(39.91, 116.4, "Embassy in Beijing", "/m/1"), PointMark(25.29, 51.53, "Doha", open=True))
        )
    )
    first, second = [
        each
        for each in tree.iter()
        if (each.get("class") or "").startswith("map-point ") or each.get("class") == "map-point"
    ][:2]
    x, y = project(39.91, 116.4)
    assert first.get("transform") == f"translate({x:.1f} {y:.1f}) scale({WORLD.scale:.3f})"
    assert second.get("class") == "map-point map-open"


def test_every_text_is_escaped() -> None:
    marks = {"cn": AreaMark("envoy", HOSTILE, "/x?a=1&b=\"'<>")}
    svg = world_map(
        ATLAS,
        marks,
        [PointMark(0, 0, HOSTILE)],
        [("envoy", HOSTILE)],
        title=HOSTILE,
        description=HOSTILE,
        label=lambda _: HOSTILE,
    )
    tree = parsed(svg)
    assert "<script" not in svg
    assert not [each for each in tree.iter() if each.tag.endswith("script")]
    assert not [name for each in tree.iter() for name in each.attrib if name.startswith("on")]
    assert "<script>alert(1)</script>" in (by_id(tree, "map-title").text or "")


@pytest.mark.parametrize(
    "href", ["javascript:alert(1)", " javascript:alert(1)", "data:text/html,x", "//host/x", "vbscript:x", ""]
)
def test_a_link_that_runs_something_is_refused(href: str) -> None:
    with pytest.raises(WrongUse, match="leads neither"):
        drawn({"cn": AreaMark("envoy", "x", href)})


def test_a_step_that_is_not_told_is_refused() -> None:
    with pytest.raises(WrongUse, match="no such step: visit"):
        drawn({"cn": AreaMark("visit", "x")})


def test_more_steps_than_can_be_told_apart_are_refused() -> None:
    steps = [(str(number), "x") for number in range(len(TEXTURES) + 1)]
    with pytest.raises(WrongUse, match="told apart"):
        world_map(ATLAS, {}, [], steps, title="T", description="D", label=str)


def test_the_ladder_can_be_drawn() -> None:
    assert len(load_ladder().steps) <= len(TEXTURES)


def test_steps_differ_without_colour() -> None:
    textured = [texture for texture in TEXTURES if texture]
    assert len(set(textured)) == len(textured) == len(TEXTURES) - 2  # the palest and the strongest shade are plain
    assert pattern("m", 0) != pattern("m", 1)


def contrast(one: str, other: str) -> float:
    """Give the ratio of two colours as WCAG 2.2 defines it."""

    def luminance(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))

    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_signs_and_words_stand_out_by_day_and_by_night() -> None:
    palettes = re.findall(r"\.world-map \{(\s+--_[^}]*)\}", ATLAS.style)
    assert len(palettes) == 4
    assert palettes[0].split() == palettes[2].split() != palettes[1].split() == palettes[3].split()
    for palette in palettes[:2]:
        colours = dict(re.findall(r"--_([\w-]+): var\(--map-[\w-]+, (#\w+)\);", palette))
        assert contrast(colours["ink"], colours["sea"]) >= 4.5
        assert contrast(colours["point"], colours["sea"]) >= 3
        assert contrast(colours["line"], colours["sea"]) >= 3
        for number in range(2, len(TEXTURES) + 1):
            if TEXTURES[number - 1]:
                assert contrast(colours[f"{number}-ink"], colours[str(number)]) >= 3, number


def test_a_page_may_have_several_each_with_ids_of_its_own() -> None:
    one, other = drawn(), drawn(frame=MapFrame(prefix="second", styled=False, legend=False))
    ids = [set(re.findall(r' id="([^"]+)"', svg)) for svg in (one, other)]
    assert not ids[0] & ids[1]
    for svg in (other, drawn(frame=MapFrame(part=extent_of(34, -12, 71, 45)))):
        assert set(re.findall(r"url\(#([^)]+)\)", svg)) <= set(re.findall(r' id="([^"]+)"', svg))
    assert "<style" not in other


def test_a_part_of_the_world_shows_what_lies_in_it_and_nothing_else() -> None:
    europe = extent_of(34, -12, 71, 45)
    tree = parsed(
        drawn(points=(PointMark(48.85, 2.35, "Paris"), PointMark(39.91, 116.4, "Beijing")), frame=MapFrame(part=europe))
    )
    ids = {each.get("id") for each in tree.iter()}
    assert {"map-fr", "map-mt", "map-xk", "map-ru"} <= ids
    assert not {"map-cn", "map-nr", "map-br"} & ids
    says = [each.text for each in tree.iter(f"{SVG}title")]
    assert "Paris" in says
    assert "Beijing" not in says
    left, top, wide, _ = map(float, (tree.get("viewBox") or "").split())
    assert (left, top) < (europe.left, europe.top)
    assert europe.width < wide < WIDTH / 3


def test_its_links_can_be_left_out_of_the_order_of_stops() -> None:
    marks = {"cn": AreaMark("envoy", "x", "/x")}
    assert ' tabindex="-1"' in drawn(marks, frame=MapFrame(tabs=False))
    assert " tabindex" not in drawn(marks)


def test_nothing_is_loaded_and_nothing_runs() -> None:
    svg = drawn({"cn": AreaMark("envoy", "x", "/x")}, (PointMark(1, 2, "x"),))
    assert not re.findall(r"@import|<script|<image|<use|xlink|url\((?!#map-(?:(?:legend-)?fill-|part\)))", svg)


def test_it_is_small_and_the_same_each_time() -> None:
    marks = {id_: AreaMark("envoy", "x", f"/dossier/{id_}") for id_ in ATLAS.areas}
    svg = drawn(marks)
    assert svg == drawn(dict(reversed(marks.items())))
    assert len(svg) < 200_000
    assert height() < WIDTH
