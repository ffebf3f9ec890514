"""Every view, wide and narrow, for those who see it in light, in dark, on paper or not at all."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from browsing import WINDOWS, Watch, faults, overhang, turn, window
from keyboard import walked
from views import VIEWS, Site, View, served_pages

NO_VIEWS = {"/drawn.css", "/changes.atom"}  # asked for by pages and programs, and by no reader
SERVED = {path: form for path, form in served_pages().items() if path not in NO_VIEWS}


@pytest.fixture(scope="module")
def opened(site: Site, browser: Browser) -> Iterator[tuple[Page, Watch]]:
    """Give a window in which one view after the other is looked at."""
    with window(browser, site.home, WINDOWS[0][0]) as (page, watch):
        yield page, watch


def test_every_page_is_among_the_views() -> None:
    assert not [path for path, form in SERVED.items() if not any(form.match(view.path) for view in VIEWS)]


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.name)
def test_it_is_there_for_everybody(opened: tuple[Page, Watch], site: Site, view: View) -> None:
    page, watch = opened
    answer = page.goto(site.address(view))
    assert answer is not None
    assert answer.status == 200
    assert page.locator("h1").count() == 1
    skips_to_the_content(page)
    for width, ground in WINDOWS:
        turn(page, width, ground)
        assert overhang(page) <= 0, width
        assert faults(page) == [], (width, ground)
        assert walked(page) == ([], []), width
    is_good_on_paper(page)
    assert watch.amiss() == []


def skips_to_the_content(page: Page) -> None:
    """See to it that the first key shows a link that leads past what every page begins with."""
    page.keyboard.press("Tab")
    assert page.locator(".skip").is_visible()
    page.keyboard.press("Enter")
    assert page.evaluate("() => document.activeElement.id") == "main"


def is_good_on_paper(page: Page) -> None:
    """See to it that what can be read is printed in black on white, and nothing to press, wherever the focus is."""
    page.locator(".skip").focus()
    page.emulate_media(media="print")
    try:
        assert page.locator("h1").is_visible()
        assert page.locator("button:visible, nav:visible, .skip:visible").count() == 0
        ground = page.evaluate("() => getComputedStyle(document.body).backgroundColor")
        assert ground == "rgb(255, 255, 255)"
    finally:
        page.emulate_media(media="screen")
