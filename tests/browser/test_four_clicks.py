"""Who never was here finds what they came for, in at most four clicks."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Locator, Page

from browsing import window
from views import Site

DAY = "2024-09-01"
THEN = {"China", "Kazakhstan", "Kyrgyzstan", "Pakistan", "Russia", "Turkey", "Turkmenistan", "United Arab Emirates"}
"""States that had accepted envoys of the Taliban on that day, as known on that day."""
_BY_STEP = """(rows) => rows.map((each) =>
  [each.className === "step", each.querySelector("th").innerText, each.querySelector("a")?.innerText])"""


class Hand:
    """A hand on a mouse, which counts."""

    def __init__(self) -> None:
        """Begin with no click."""
        self.clicks = 0

    def click(self, what: Locator) -> None:
        """Click once."""
        what.click()
        self.clicks += 1


def states(page: Page, word: str) -> set[str]:
    """Read from the table which states stand under the steps whose name holds a word."""
    found, under = set(), False
    for heads, words, state in page.locator("table.ladder tbody tr").evaluate_all(_BY_STEP):
        if heads:
            under = word in words.lower()
        elif under:
            found.add(state)
    return found


@pytest.mark.parametrize("width", [360, 1440])
@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_who_had_accepted_envoys_of_the_taliban_and_on_whose_words(
    site: Site, browser: Browser, *, width: int, scripts: bool
) -> None:
    hand = Hand()
    with window(browser, site.home, width, scripts=scripts) as (page, watch):
        page.goto("/")
        for label in ("Held on", "As known on"):
            field = page.locator("label", has_text=label).locator("input")
            hand.click(field)
            field.fill(DAY)
        with page.expect_event("load"):  # the address may be the new one before: the script follows the fields
            hand.click(page.get_by_role("button", name="Show"))
        assert f"on={DAY}&known={DAY}" in page.url
        assert states(page, "envoy") | states(page, "ambassador") == THEN
        for state in THEN:  # on whose words stands beside each; one click more shows the words
            row = page.locator("table.ladder tr", has=page.get_by_role("link", name=state, exact=True))
            assert row.locator(".name").first.is_visible()
            assert row.locator("summary").is_visible()
        kept = page.locator("table.ladder tr", has=page.get_by_role("link", name="China", exact=True))
        hand.click(kept.locator("summary"))
        assert kept.locator("blockquote").first.is_visible()
        assert "China" in kept.locator("blockquote").first.inner_text()
        assert hand.clicks <= 4
        assert watch.complaints == []
