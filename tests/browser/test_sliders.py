"""The day and "as known on" are moved by keyboard, and played: map, table, words and address go along."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from browsing import WINDOWS, Watch, turned, window
from views import Site

_BY_STEP = """(rows) => {
  const found = {};
  let step = "";
  for (const row of rows) {
    const head = row.querySelector("th");
    if (row.className === "step") step = head.childNodes[1].textContent.trim().toLowerCase();
    else if (step) found[head.querySelector("a").innerText] = step;
  }
  return found;
}"""
_ON_MAP = """(areas) => Object.fromEntries(areas.map((each) => each.getAttribute("aria-label").split(": ")))"""


@pytest.fixture(scope="module")
def opened(site: Site, browser: Browser) -> Iterator[tuple[Page, Watch]]:
    """Give a window."""
    with window(browser, site.home, WINDOWS[0][0]) as (page, watch):
        yield page, watch


@pytest.fixture(params=WINDOWS, ids=lambda param: str(param[0]))
def world(request: pytest.FixtureRequest, opened: tuple[Page, Watch]) -> Iterator[Page]:
    """Give that window, wide or narrow."""
    yield from turned(opened, request.param)


def by_step(page: Page) -> dict[str, str]:
    """Give the states and the step of each, of which map and table say the same."""
    table: dict[str, str] = page.locator("table.ladder tbody tr").evaluate_all(_BY_STEP)
    areas: dict[str, str] = page.locator(".map-area[class*=map-step-]:not(.map-step-none) a").evaluate_all(_ON_MAP)
    assert table == areas
    return table


def is_as_served(page: Page) -> None:
    """See to it that what was taken over is what the server shows at the address that stands there now."""
    look = "() => document.body.innerText.replace(/[▶❚].*/u, '')"
    shown, title, told = page.evaluate(look), page.title(), page.locator("#told").inner_text()
    page.goto(page.url)
    assert (page.evaluate(look), page.title(), page.locator("#told").inner_text()) == (shown, title, told)


def moved(page: Page, name: str, key: str, times: int) -> None:
    """Move a slider by keyboard."""
    slider = page.get_by_role("slider", name=name)
    slider.focus()
    for _ in range(times):
        page.keyboard.press(key)
    expect(slider).to_be_focused()


def test_the_day_is_moved_by_keyboard(world: Page) -> None:
    world.goto("/?of=taliban&on=2024-08-23&known=2024-11-01")
    assert by_step(world)["United Arab Emirates"] == "ambassador"
    moved(world, "Held on", "ArrowLeft", 3)
    world.wait_for_url("**on=2024-08-20&known=2024-11-01*")
    expect(world.locator("h1")).to_contain_text("on 20 August 2024")
    assert world.get_by_label("Held on").first.input_value() == "2024-08-20"
    assert world.get_by_role("slider", name="Held on").get_attribute("aria-valuetext") == "20 August 2024"
    assert "United Arab Emirates" not in by_step(world)
    assert world.get_by_role("link", name="Counts", exact=True).get_attribute("href") == (
        "/counts?on=2024-08-20&known=2024-11-01"
    )
    is_as_served(world)


def test_as_known_on_is_moved_by_keyboard(world: Page) -> None:
    world.goto("/?of=taliban&on=2024-09-01&known=2024-10-23")
    later = by_step(world)
    assert "Kyrgyzstan" not in later  # the report was taken back on 21 October
    assert "Malaysia" in later  # it was first reported in October
    moved(world, "As known on", "ArrowLeft", 52)
    world.wait_for_url("**on=2024-09-01&known=2024-09-01*")
    expect(world.locator(".lead")).to_contain_text("as known on 1 September 2024")
    assert world.get_by_role("slider", name="As known on").get_attribute("aria-valuetext") == "1 September 2024"
    then = by_step(world)
    assert "Kyrgyzstan" in then
    assert "Malaysia" not in then
    is_as_served(world)


def test_it_plays_from_day_to_day_and_stops(world: Page) -> None:
    world.goto("/?of=taliban&on=2024-08-31&known=2024-11-01")
    days = (world.locator(".track").first.get_attribute("data-days") or "").split()
    play = world.locator(".play")
    expect(play).to_have_text("▶ Play")
    play.press("Enter")
    for day in (each for each in days if each > "2024-08-31"):
        world.wait_for_url(f"**on={day}&known=2024-11-01*")
        expect(play).to_have_text("❚❚ Pause")
    expect(play).to_have_text("▶ Play")  # nothing changes after the last day
    by_step(world)
    is_as_served(world)


def test_playing_begins_anew_and_is_stopped(world: Page) -> None:
    world.goto("/?of=taliban&on=2024-12-31&known=2024-11-01")
    first, *_ = (world.locator(".track").first.get_attribute("data-days") or "").split()
    play = world.locator(".play")
    play.press("Enter")
    world.wait_for_url(f"**on={first}&known=2024-11-01*")
    play.press("Enter")
    expect(play).to_have_text("▶ Play")
    stopped = world.url
    world.wait_for_timeout(1500)  # longer than a day is shown
    assert world.url == stopped
