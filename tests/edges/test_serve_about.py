"""The page about the numbers: every weight with its reason, and what was measured, as it stands where it was."""

from __future__ import annotations

import csv
import io
import re
import tomllib
from html import unescape
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from fastapi.testclient import TestClient

from credence.catalog.measured import load_measured, parse_measured
from credence.catalog.weights import load_weights
from credence.errors import BadKnowledge
from credence.show.calibration import calibration_plot
from credence.show.chart import Caption

ROOT = Path(__file__).parents[2]
SVG = "{http://www.w3.org/2000/svg}"


def test_what_is_shown_is_what_was_measured() -> None:
    measured = load_measured()
    pages = (ROOT / "docs" / "concepts" / "credence.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (0\.\d) to (\d\.\d) \| (\d+) \| ([\d.]+) \| ([\d.]+) \|$", pages, re.MULTILINE)
    shown = [(each.least, each.most, float(each.matters), each.believed, each.so) for each in measured.bins]
    assert shown == [tuple(map(float, row)) for row in rows]
    assert f"`{measured.command}`, {measured.day}" in pages
    floors = tomllib.loads((ROOT / "bench" / "floors.toml").read_text(encoding="utf-8"))
    assert measured.floors == floors


@pytest.mark.parametrize(
    "text",
    [
        "",
        "calibration = 1\n[floors]",
        '[calibration]\ncommand = "a"\nday = "b"\non = "c"\nbins = [[0.0, 0.1, 3, 0.5, 1.5]]\n[floors]',
        '[calibration]\ncommand = "a"\nday = "b"\non = "c"\nbins = [[0.0, 0.1]]\n[floors]',
    ],
)
def test_what_is_no_measurement_is_refused(text: str) -> None:
    with pytest.raises(BadKnowledge):
        parse_measured(text)


def test_every_weight_is_told_with_its_reason(client: TestClient) -> None:
    answer = client.get("/about?on=2024-09-01&known=2024-09-30", headers={"Accept": "text/html"})
    assert answer.status_code == 200
    told = unescape(answer.text)
    weights = load_weights()
    for family in (weights.voices, weights.moods, weights.polarities, weights.told, weights.shared, weights.priors):
        assert all(each.reason in told for each in family.values())
    assert "learnt" in told
    assert 'href="/changes?on=2024-09-01&known=2024-09-30"' in told
    assert not re.search(r"<style|<script(?![^>]*src=)| style=", answer.text)


def test_the_picture_has_a_dot_for_each_row_of_the_table() -> None:
    bins = load_measured().bins
    tree = ET.fromstring(calibration_plot(bins, Caption("c", "A", "B")))  # noqa: S314 - our own output
    dots = list(tree.iter(f"{SVG}circle"))
    assert len(dots) == len(bins)
    heights = [float(each.get("cy") or 0) for each in dots]
    assert heights[0] == max(heights)
    rises = [float(each.get("cx") or 0) for each in dots]
    assert rises == sorted(rises)


def test_it_can_be_kept(client: TestClient) -> None:
    rows = list(csv.DictReader(io.StringIO(client.get("/about?format=csv").text)))
    assert {row["number"] for row in rows if row["name"] == "witness"} == {str(load_weights().voices["witness"].value)}
    told = client.get("/about?format=json").json()
    assert len(told["calibration"]["bins"]) == len(load_measured().bins)
    assert ET.fromstring(client.get("/about?format=svg").content).find(f"{SVG}style") is not None  # noqa: S314 - ours
