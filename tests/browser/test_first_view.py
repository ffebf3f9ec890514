"""What comes over the line until who never was here sees the first view: little, and from this host alone."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from browsing import first_view
from views import VIEWS, Site, View

MOST = 300_000
"""Bytes, heads and all, as they come over the line."""


@pytest.mark.parametrize("view", [View("start", "/"), *VIEWS[:3]], ids=lambda view: view.name)
def test_little_comes_over_the_line(site: Site, browser: Browser, view: View) -> None:
    seen = first_view(browser, site.home, site.address(view))
    assert len(seen.sizes) >= 4  # the page, how it looks, what moves it
    assert sum(seen.sizes.values()) <= MOST, seen.sizes
    assert seen.amiss == []
