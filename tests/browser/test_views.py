"""Every view, wide and narrow, for those who see it in light, in dark, on paper or not at all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from itertools import product
from pkgutil import iter_modules

import pytest
from fastapi.routing import APIRoute
from playwright.sync_api import Browser, Page, Response

from browsing import WINDOWS, Watch, faults, overhang, window
from credence.serve import page
from keyboard import walked
from views import VIEWS, Site

NO_VIEWS = {"/drawn.css", "/changes.atom"}  # asked for by pages and programs, and by no reader


@dataclass(frozen=True, slots=True)
class Opened:
    """A view in a window.

    Attributes:
        page: The page.
        watch: What it did that it should not.
        answer: What the server answered.
    """

    page: Page
    watch: Watch
    answer: Response


def pages() -> dict[str, re.Pattern[str]]:
    """Give the pages that are served: their paths, and the form of each."""
    modules = [import_module(f"{page.__name__}.{each.name}") for each in iter_modules(page.__path__)]
    routers = [module.router for module in modules if hasattr(module, "router")]
    routes = [each for router in routers for each in router.routes if isinstance(each, APIRoute)]
    shown = [each for each in routes if "GET" in (each.methods or ()) and each.path not in NO_VIEWS]
    return {each.path: each.path_regex for each in shown}


SERVED = pages()


@pytest.fixture(
    scope="module",
    params=product(VIEWS, WINDOWS),
    ids=lambda param: f"{param[0].name}-{param[1][0]}",
)
def opened(request: pytest.FixtureRequest, site: Site, browser: Browser) -> Iterator[Opened]:
    """Give each view in each window, which is its own."""
    view, (width, ground) = request.param
    with window(browser, site.home, width, ground=ground) as (page, watch):
        answer = page.goto(site.address(view))
        assert answer is not None
        yield Opened(page, watch, answer)


def test_every_page_is_among_the_views() -> None:
    assert not [path for path, form in SERVED.items() if not any(form.match(view.path) for view in VIEWS)]


def test_it_is_there_and_nothing_is_amiss(opened: Opened) -> None:
    assert opened.answer.status == 200
    assert opened.page.locator("h1").count() == 1
    assert opened.watch.complaints == []
    assert opened.watch.missing == []
    assert opened.watch.dialogs == []


def test_no_other_host_is_asked(opened: Opened) -> None:
    assert opened.watch.elsewhere == []


def test_it_fits_the_width(opened: Opened) -> None:
    assert overhang(opened.page) <= 0


def test_nobody_is_shut_out(opened: Opened) -> None:
    assert faults(opened.page) == []


def test_paper_shows_what_can_be_read_and_nothing_to_press(opened: Opened) -> None:
    opened.page.emulate_media(media="print")
    try:
        assert opened.page.locator("h1").is_visible()
        assert opened.page.locator("button:visible, nav:visible, .skip:visible").count() == 0
        ground = opened.page.evaluate("() => getComputedStyle(document.body).backgroundColor")
        assert ground == "rgb(255, 255, 255)"
    finally:
        opened.page.emulate_media(media="screen")


def test_the_first_key_skips_to_the_content(opened: Opened) -> None:
    opened.page.keyboard.press("Tab")
    assert opened.page.locator(".skip").is_visible()
    opened.page.keyboard.press("Enter")
    assert opened.page.evaluate("() => document.activeElement.id") == "main"


def test_the_keyboard_reaches_everything_and_shows_where_it_is(opened: Opened) -> None:
    unreached, unmarked = walked(opened.page)
    assert unreached == []
    assert unmarked == []
