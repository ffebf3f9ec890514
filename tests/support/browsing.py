"""A browser that keeps account of what pages do: Chromium as Debian has it, driven by Playwright."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Literal

import pytest
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

Ground = Literal["light", "dark"]

INSTALL = "install Chromium (Debian, Ubuntu: apt-get install chromium)"
_NAMES = ("chromium", "google-chrome")
_HERE = ("data:", "blob:", "about:")  # addresses that no host is asked for
_PATIENCE = 60_000  # milliseconds, on a machine that does much else


def chromium() -> str | None:
    """Find the browser on PATH."""
    return next(filter(None, map(shutil.which, _NAMES)), None)


@contextmanager
def running_browser() -> Iterator[Browser]:
    """Give a running browser; skip the test where there is none to start, but fail it in CI."""
    where = chromium()
    if where is None:
        if os.environ.get("CI"):
            pytest.fail(f"Chromium is not installed, and in CI nothing is skipped: {INSTALL}")
        pytest.skip(f"Chromium is not installed: {INSTALL}")
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
        complaints: What the browser complained of: errors, warnings, broken rules of the page's own, missing files.
        elsewhere: Addresses of other hosts that were asked.
        dialogs: What was said in dialogs.
    """

    home: str
    complaints: list[str] = field(default_factory=list)
    elsewhere: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)

    def follow(self, context: BrowserContext) -> None:
        """Keep account of every page of a context."""
        context.on("console", self._console)
        context.on("weberror", lambda error: self.complaints.append(str(error.error)))
        context.on("request", self._request)
        context.on("response", self._response)
        context.on("dialog", self._dialog)

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning", "assert"):
            self.complaints.append(f"{message.type}: {message.text}")

    def _request(self, request: Request) -> None:
        if not request.url.startswith((f"{self.home}/", *_HERE)):
            self.elsewhere.append(request.url)

    def _response(self, response: Response) -> None:
        if response.status >= 400:
            self.complaints.append(f"{response.status}: {response.url}")

    def _dialog(self, dialog: Dialog) -> None:
        self.dialogs.append(dialog.message)
        dialog.dismiss()


@contextmanager
def window(
    browser: Browser, home: str, width: int, *, ground: Ground = "light", scripts: bool = True
) -> Iterator[tuple[Page, Watch]]:
    """Open a window of a reader who was never here before.

    Args:
        browser: The browser.
        home: The address of the server; addresses without a host are its.
        width: Of the window, in CSS pixels.
        ground: What the reader likes words to stand on.
        scripts: Whether scripts may run.
    """
    context = browser.new_context(
        base_url=home, viewport={"width": width, "height": 800}, java_script_enabled=scripts, color_scheme=ground
    )
    try:
        context.set_default_timeout(_PATIENCE)
        watch = Watch(home)
        watch.follow(context)
        yield context.new_page(), watch
    finally:
        context.close()
