"""A browser that keeps account of what pages do: Chromium as Debian has it, driven by Playwright."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Literal

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Dialog,
    Page,
    Request,
    Response,
    sync_playwright,
)

from needed import lacking

Ground = Literal["light", "dark"]

WINDOWS: tuple[tuple[int, Ground], ...] = ((360, "dark"), (1440, "light"))
"""How wide, and on which ground: colours do not depend on the width, so that two of four will do."""

INSTALL = "install Chromium (Debian, Ubuntu: apt-get install chromium)"
_NAMES = ("chromium", "google-chrome")
_HERE = ("data:", "blob:", "about:")  # addresses that no host is asked for
HEIGHT = 800
"""How high windows are, in CSS pixels."""
_PATIENCE = 60_000  # milliseconds, on a machine that does much else

# Contrast, which takes longest by far, is measured once of words that stand alike: under tags of the same classes.
# Nothing is loaded for it: that is for styles of other hosts and for sound, and there is neither.
_FAULTS = """async () => {
  const told = {resultTypes: ["violations"], preload: false};
  const kind = (each) => ["class", "aria-current"].map((name) => each.getAttribute(name)).join();
  const way = (each) => each === document.body ? "" : `${way(each.parentElement)}>${each.tagName}.${kind(each)}`;
  const speaks = (each) => [...each.childNodes].some(({nodeType, data}) => nodeType === Node.TEXT_NODE && data.trim());
  const alike = new Map([...document.body.querySelectorAll("*")].filter(speaks).map((each) => [way(each), each]));
  const contrast = await axe.run({include: [...alike.values()]}, {...told, runOnly: ["color-contrast"]});
  const others = await axe.run({...told, rules: {"color-contrast": {enabled: false}}});
  return [...contrast.violations, ...others.violations].map(
    ({id, impact, nodes}) => `${id} (${impact}): ${nodes[0].html.slice(0, 200)}`);
}"""


def chromium() -> str | None:
    """Find the browser on PATH."""
    return next(filter(None, map(shutil.which, _NAMES)), None)


@contextmanager
def running_browser() -> Iterator[Browser]:
    """Give a running browser; skip the test where there is none to start, but fail it in CI."""
    where = chromium()
    if where is None:
        lacking("Chromium", INSTALL)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=where)
        try:
            yield browser
        finally:
            browser.close()


@dataclass  # without slots: Playwright leaves marks on whose methods it calls
class Watch:
    """What pages did that they should not.

    Attributes:
        home: The address of the server.
        complaints: What the browser complained of: errors, warnings, broken rules of the page's own.
        missing: What was asked for and not given.
        elsewhere: Addresses of other hosts that were asked.
        dialogs: What was said in dialogs.
    """

    home: str
    complaints: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    elsewhere: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)

    def follow(self, context: BrowserContext) -> None:
        """Keep account of every page of a context."""
        context.on("console", self._console)
        context.on("weberror", lambda error: self.complaints.append(str(error.error)))
        context.on("request", self._request)
        context.on("response", self._response)
        context.on("dialog", self._dialog)

    def amiss(self) -> list[str]:
        """Give all of that since it was last asked for, and begin anew."""
        kept = (self.complaints, self.missing, self.elsewhere, self.dialogs)
        found = [each for part in kept for each in part]
        for part in kept:
            part.clear()
        return found

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning", "assert") and not message.text.startswith("Failed to load resource"):
            self.complaints.append(f"{message.type}: {message.text}")

    def _request(self, request: Request) -> None:
        if not request.url.startswith((f"{self.home}/", *_HERE)):
            self.elsewhere.append(request.url)

    def _response(self, response: Response) -> None:
        if response.status >= 400:
            self.missing.append(f"{response.status}: {response.url}")

    def _dialog(self, dialog: Dialog) -> None:
        self.dialogs.append(dialog.message)
        dialog.dismiss()


@contextmanager
def window(  # noqa: PLR0913 - what readers differ in
    browser: Browser, home: str, width: int, *, ground: Ground = "light", scripts: bool = True, rules: bool = True
) -> Iterator[tuple[Page, Watch]]:
    """Open a window of a reader who was never here before.

    Args:
        browser: The browser.
        home: The address of the server; addresses without a host are its.
        width: Of the window, in CSS pixels.
        ground: What the reader likes words to stand on.
        scripts: Whether scripts may run.
        rules: Whether the browser heeds what the page says of what may run and be loaded.
    """
    context = browser.new_context(
        base_url=home,
        viewport={"width": width, "height": HEIGHT},
        color_scheme=ground,
        java_script_enabled=scripts,
        bypass_csp=not rules,
    )
    try:
        context.set_default_timeout(_PATIENCE)
        watch = Watch(home)
        watch.follow(context)
        yield context.new_page(), watch
    finally:
        context.close()


@dataclass(frozen=True, slots=True)
class FirstView:
    """What a reader who was never here before waits for.

    Attributes:
        sizes: Bytes that came over the line, heads and all, by address.
        usable: Milliseconds from asking until the page was there and its scripts had run.
        amiss: What it did that it should not.
    """

    sizes: dict[str, int]
    usable: float
    amiss: list[str]


def first_view(browser: Browser, home: str, address: str) -> FirstView:
    """See an address for the first time."""
    asked, sizes = dict[str, str](), dict[str, int]()
    with window(browser, home, 1440) as (page, watch):
        line = page.context.new_cdp_session(page)
        line.on("Network.requestWillBeSent", lambda each: asked.update({each["requestId"]: each["request"]["url"]}))
        line.on(
            "Network.loadingFinished", lambda each: sizes.update({asked[each["requestId"]]: each["encodedDataLength"]})
        )
        line.send("Network.enable")
        page.goto(address, wait_until="networkidle")
        usable = page.evaluate("() => performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd")
        return FirstView(sizes, usable, watch.amiss())


def turn(page: Page, width: int, ground: Ground) -> None:
    """Make a window wider or narrower, and have it show words on another ground."""
    page.set_viewport_size({"width": width, "height": HEIGHT})
    page.emulate_media(color_scheme=ground)


def faults(page: Page) -> list[str]:
    """Look with axe-core for what shuts people out: each rule that is broken, how badly, and where first."""
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(Axe().axe_script)
    return list(page.evaluate(_FAULTS))


def overhang(page: Page) -> int:
    """Give how many pixels a page is wider than its window."""
    return int(page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth"))


def log_in(page: Page, secret: str) -> None:
    """Log in with a token."""
    page.goto("/login")
    page.get_by_label("Token").fill(secret)
    page.get_by_role("button", name="Log in").click()
    page.get_by_role("button", name="Log out").wait_for()


def turned(opened: tuple[Page, Watch], to: tuple[int, Ground]) -> Iterator[Page]:
    """Give an open window, turned; once it was used, see to it that nothing was amiss."""
    page, watch = opened
    turn(page, *to)
    yield page
    assert watch.amiss() == []
