"""Charts as pictures: told without sight, escaped, ends drawn as certain as they are, the same each time."""

from __future__ import annotations

from datetime import date
from xml.etree import ElementTree as ET

import pytest

from credence.catalog.charts import load_chart_style
from credence.catalog.ladder import load_ladder
from credence.errors import WrongUse
from credence.model.counts import Counted, Located, Stands
from credence.model.finding import End, Finding, Proposition
from credence.model.ladder import Standing
from credence.show.axis import Axis, axis_over
from credence.show.chart import WIDTH, Caption
from credence.show.claimed import claimed_chart
from credence.show.steps import steps_chart
from credence.show.timeline import Bar, Span, span_of, timeline

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = "<script>alert(1)</script>\"'&]]>\x00\x1b\ud800"
CAPTION = Caption("c", "A chart", "What it shows.")
ON, UNTIL = date(2024, 9, 1), date(2025, 1, 1)
STEPS = load_ladder().steps
UNKNOWN = End("unknown")


def finding(begins: End, ends: End = UNKNOWN) -> Finding:
    about = Proposition("envoy.accept", (("host", "cn"), ("sender", "taliban")), "actual")
    return Finding("f1", about, (), begins, ends, 0.9, "supported", (), (), 3, (), ())


def turn(day: str, step: str, may_be: str | None = None) -> Standing[Finding]:
    return Standing("taliban", "cn", date.fromisoformat(day), step, may_be, ())


def parsed(svg: str) -> ET.Element:
    return ET.fromstring(svg)  # noqa: S314 - our own output


def classes(tree: ET.Element) -> list[str]:
    return [each.get("class") or "" for each in tree.iter() if each.get("class")]


def boxes(begins: End, ends: End = UNKNOWN) -> list[tuple[str, float, float]]:
    """Give the parts of a bar: how each is drawn, from where to where."""
    tree = parsed(timeline([Bar(finding(begins, ends), "It stands.", "")], CAPTION, on=ON, until=UNTIL))
    rects = [each for each in tree.iter(f"{SVG}rect") if (each.get("class") or "").startswith("chart-un")]
    rects += [each for each in tree.iter(f"{SVG}rect") if each.get("class") == "chart-settled"]
    found = [(each, float(each.get("x") or 0), float(each.get("width") or 0)) for each in rects]
    return sorted((each.get("class") or "", x, x + wide) for each, x, wide in found)


def strokes(begins: End, ends: End = UNKNOWN) -> int:
    return timeline([Bar(finding(begins, ends), "It stands.", "")], CAPTION, on=ON, until=UNTIL).count('"chart-end"')


def test_days_lie_on_a_line_and_years_are_written_where_there_is_room() -> None:
    axis = Axis(date(2020, 1, 1), date(2024, 1, 1), 100, 500)
    assert (axis.at(date(2020, 1, 1)), axis.at(date(2030, 1, 1))) == (100, 500)
    assert axis.at(date(2022, 1, 1)) == pytest.approx(300, abs=0.5)
    assert [year for year in range(2018, 2026) if f">{year}<" in axis.drawn(0, 10)] == [2020, 2021, 2022, 2023, 2024]
    wide = axis_over([date(1919, 1, 1), date(2024, 1, 1)], 0, 700)
    years = [year for year in range(1900, 2030) if f">{year}<" in wide.drawn(0, 10)]
    assert years
    assert all(year % 10 == 0 for year in years)


def test_days_at_the_ends_of_the_calendar_have_a_place() -> None:
    axis = axis_over([date.min, date.max], 0, 700)
    assert (axis.at(date.min), axis.at(date.max)) == (0, 700)
    assert axis.drawn(0, 10)


def test_a_known_end_has_a_stroke_and_an_unknown_one_fades() -> None:
    begun, over = End("known", "2022-03-01"), End("known", "2023-06-01")
    assert [how for how, *_ in boxes(begun)] == ["chart-unended"]
    assert strokes(begun) == 1
    assert [how for how, *_ in boxes(begun, over)] == ["chart-settled"]
    assert strokes(begun, over) == 2


def test_what_is_within_bounds_is_hatched_there_and_full_between() -> None:
    begun, over = End("bounded", "2021-01-01/2022-01-01"), End("bounded", "2023-01-01/2024-01-01")
    (settled, left, right), *unsettled = boxes(begun, over)
    assert (settled, [how for how, *_ in unsettled]) == ("chart-settled", ["chart-unsettled", "chart-unsettled"])
    assert unsettled[0][2] == pytest.approx(left, abs=0.2)
    assert unsettled[1][1] == pytest.approx(right, abs=0.6)
    assert strokes(begun, over) == 0


def test_what_is_only_known_to_have_begun_by_a_day_fades_towards_the_past() -> None:
    assert [how for how, *_ in boxes(End("bounded", "../2023-12-06"))] == ["chart-unended", "chart-unended"]
    assert strokes(End("bounded", "../2023-12-06")) == 0


def test_without_any_day_it_is_said_so() -> None:
    svg = timeline([Bar(finding(UNKNOWN), "It stands.", "")], CAPTION, on=ON, until=UNTIL)
    assert "no day is known" in svg


def test_a_month_is_a_bound_of_its_days() -> None:
    assert span_of(finding(End("known", "2023-12"))) == Span(date(2023, 12, 1), date(2023, 12, 31), None, None)


def test_a_timeline_leads_to_findings_and_escapes_what_it_is_told() -> None:
    bar = Bar(finding(End("known", "2022")), HOSTILE, HOSTILE, "/finding/f1?on=2024")
    tree = parsed(timeline([bar], Caption("t", HOSTILE, HOSTILE), on=ON, until=UNTIL))
    assert [each.get("href") for each in tree.iter(f"{SVG}a")] == ["/finding/f1?on=2024"]
    assert tree.get("role") == "group"
    assert not list(tree.iter(f"{SVG}script"))
    with pytest.raises(WrongUse, match="leads neither"):
        timeline([Bar(bar.finding, "a", "b", "javascript:alert(1)")], CAPTION, on=ON, until=UNTIL)


def test_a_chart_is_told_to_those_who_do_not_see_it_and_stands_alone_with_its_style() -> None:
    tree = parsed(steps_chart([], STEPS, CAPTION, on=ON, until=UNTIL))
    names = [each.text for each in tree if each.get("id") in (tree.get("aria-labelledby") or "").split()]
    assert (names, tree.get("role")) == (["A chart", "What it shows."], "img")
    assert tree.get("viewBox", "").split()[2] == str(WIDTH)
    assert not list(tree.iter(f"{SVG}style"))
    alone = parsed(steps_chart([], STEPS, Caption("c", "A", "B", load_chart_style()), on=ON, until=UNTIL))
    assert [each.text for each in alone.iter(f"{SVG}style")] == [load_chart_style()]


def test_a_ladder_rises_and_falls_with_its_turns() -> None:
    turns = [turn("2022-01-01", "contact"), turn("2023-01-01", "recognised"), turn("2024-01-01", "severed")]
    tree = parsed(steps_chart(turns, STEPS, CAPTION, on=ON, until=UNTIL))
    assert classes(tree).count("chart-turn") == 3
    heights = [float(each.get("cy") or 0) for each in tree.iter(f"{SVG}circle")]
    assert heights[1] < heights[0] < heights[2]  # up is less
    assert classes(tree).count("chart-nothing") == 1
    assert [each.text for each in tree.iter(f"{SVG}text") if each.get("class") == "chart-name"] == [
        step.says for step in (STEPS[-1], *STEPS[:-1])
    ]


def test_what_may_have_been_reached_is_dashed_above() -> None:
    tree = parsed(steps_chart([turn("2023-01-01", "contact", "visit")], STEPS, CAPTION, on=ON, until=UNTIL))
    assert classes(tree).count("chart-may-be") == 1


def test_a_step_that_is_not_there_is_refused() -> None:
    with pytest.raises(WrongUse, match="no such step: friendship"):
        steps_chart([turn("2023-01-01", "friendship")], STEPS, CAPTION, on=ON, until=UNTIL)


def test_charts_are_the_same_each_time() -> None:
    bars = [Bar(finding(End("known", "2022")), "a", "b")]
    assert timeline(bars, CAPTION, on=ON, until=UNTIL) == timeline(bars, CAPTION, on=ON, until=UNTIL)


# --- numbers ---


def number(value: str, least: int | None, most: int | None) -> Counted:
    return Counted(
        value, least, most, None, ("A",), None, False, "affirmed", "actual", (), 1, 1, finding(UNKNOWN)  # noqa: FBT003 - as its fields are
    )  # fmt: skip


def located(*stands: Stands) -> list[Located]:
    return [Located("cn", None, (), each, (finding(UNKNOWN),)) for each in stands]


def test_what_is_located_is_drawn_in_parts_as_certain_as_they_are() -> None:
    svg = claimed_chart([], located("certain", "open", "open", "unsettled"), CAPTION, says="four")
    widths = {each.get("class"): float(each.get("width") or 0) for each in parsed(svg).iter(f"{SVG}rect")}
    assert widths["chart-begun"] == pytest.approx(2 * widths["chart-settled"], abs=0.2)
    assert widths["chart-unsettled"] == pytest.approx(widths["chart-settled"], abs=0.2)
    assert ">3 to 4<" in svg


@pytest.mark.parametrize(
    ("value", "least", "most", "drawn"),
    [
        ("39", 39, 39, ["chart-number"]),
        ("40..", 40, None, ["chart-stretch", "chart-arrow", "chart-number"]),
        ("..40", None, 40, ["chart-stretch", "chart-arrow", "chart-number"]),
        ("11..14", 11, 14, ["chart-stretch", "chart-number", "chart-number"]),
        ("some", None, None, []),
    ],
)
def test_a_number_is_drawn_as_it_is_claimed(value: str, least: int | None, most: int | None, drawn: list[str]) -> None:
    tree = parsed(claimed_chart([(number(value, least, most), HOSTILE)], [], CAPTION, says=HOSTILE))
    marks = ("chart-number", "chart-stretch", "chart-arrow")
    assert [each for each in classes(tree) if each in marks] == drawn
    assert not list(tree.iter(f"{SVG}script"))
