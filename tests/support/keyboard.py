"""Going through a page with the Tab key alone."""

from __future__ import annotations

from playwright.sync_api import Page

# What can be acted on, and whether it was reached. What was reached before the window was turned needs no second time:
# Tab goes through a page in the order in which it is written, however wide it is. Of radio buttons, Tab reaches one a
# group; a link that Tab passes by (those of the map, of which there are too many) must have another beside it that
# leads to the same.
_PREPARE = """() => {
  const target = (each) => each.getAttribute("href");
  const all = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']";
  const past = (each) => each.getAttribute("tabindex") === "-1";
  const led = new Set([...document.querySelectorAll("a[href]")].filter((each) => !past(each)).map(target));
  const spared = (each) => (past(each) && led.has(target(each))) || (each.type === "radio" && !each.checked);
  const can = (each) => !spared(each) && !each.disabled && each.checkVisibility({visibilityProperty: true});
  window.reached ??= new Set();
  window.waiting = new Set([...document.querySelectorAll(all)].filter((each) => can(each) && !reached.has(each)));
  window.unmarked = [];
  document.addEventListener("focusin", ({target: here}) => {
    waiting.delete(here);
    reached.add(here);
    const style = getComputedStyle(here);
    const marked = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
    if (!marked && here.id !== "main") unmarked.push(here.outerHTML.slice(0, 120));
  });
  document.activeElement?.blur();
  return waiting.size;
}"""
_REPORT = "() => [[...waiting].map((each) => each.outerHTML.slice(0, 120)), unmarked]"
_PARTS = 6  # stops of Tab within a field for a date
_AT_ONCE = 25  # strokes between two looks at what is left


def walked(page: Page) -> tuple[list[str], list[str]]:
    """Press Tab until all that can be acted on was reached, or ought to have been.

    Returns:
        What was never reached, and what did not show that it was.
    """
    count = page.evaluate(_PREPARE)
    dates = page.locator("input[type=date]").count()
    for _ in range(0, count + _PARTS * dates + 2 * _AT_ONCE, _AT_ONCE):
        for _ in range(_AT_ONCE):
            page.keyboard.down("Tab")  # held down: as many strokes, and half as much to say
        page.keyboard.up("Tab")
        left, unmarked = page.evaluate(_REPORT)
        if not left:
            break
    return left, unmarked
