"""The pictures that the documentation shows are of the pages as they are: made here, and kept where that is asked for.

CREDENCE_PICTURES=docs/pictures .venv/bin/python -m pytest -n 0 tests/browser/test_pictures.py
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from browsing import Ground, window
from views import Site

TIMES = "on=2024-09-01&known=2024-11-01"


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture.

    Attributes:
        name: The file.
        address: The page.
        heading: What stands above it.
        ground: What words stand on.
        height: How much of it is seen, in pixels.
    """

    name: str
    address: str
    heading: str
    ground: Ground
    height: int


PICTURES = (
    Picture("world.png", f"/?of=taliban&{TIMES}", "Taliban and the world on 1 September 2024", "light", 680),
    Picture("dossier.png", f"/dossier/taliban/tj?{TIMES}", "Taliban and Tajikistan", "dark", 880),
)
WIDTH = 1200
MOST = 200_000
"""Bytes of a picture."""


@pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: picture.name)
def test_a_picture_is_made(site: Site, browser: Browser, picture: Picture) -> None:
    with window(browser, site.home, WIDTH, ground=picture.ground) as (page, watch):
        page.set_viewport_size({"width": WIDTH, "height": picture.height})
        page.goto(picture.address, wait_until="networkidle")
        assert page.get_by_role("heading", level=1, name=picture.heading).is_visible()
        made = page.screenshot(animations="disabled", caret="hide")
        assert watch.amiss() == []
    assert made.startswith(b"\x89PNG")
    if folder := os.environ.get("CREDENCE_PICTURES"):
        assert len(made) <= MOST
        (Path(folder) / picture.name).write_bytes(made)
