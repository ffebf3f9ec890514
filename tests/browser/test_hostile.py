"""Whatever stands in texts, in what is said about them, and in addresses is shown as words: nothing of it is done."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page

from browsing import Watch, log_in, window
from credence.serve.tokens import Tokens
from hostile import VECTORS, hostile_ledger
from process import running
from views import Site

TIMES = "on=2024-03-05&known=2024-03-05"
PLACES = (
    f"/?of=taliban&{TIMES}",
    f"/dossier/taliban/cn?{TIMES}",
    f"/party/taliban?{TIMES}",
    f"/counts/taliban?{TIMES}",
    f"/compare?a=taliban&b=us&{TIMES}",
    f"/findings?{TIMES}",
    f"/findings?page=2&{TIMES}",
    f"/search?q=accepted&{TIMES}",
    "/changes?since=0",
    "/review",
    "/about",
)
ASKED = ("/findings?party={}", "/findings?status={}", "/?of={}", "/?on={}", "/?known={}", "/changes?since={}", "/{}")

# What words have become that are no words any more, after everything that listens for a hand or an eye was told of one.
_MADE = """() => {
  for (const each of document.querySelectorAll("main *"))
    for (const name of ["pointerenter", "mouseover", "focusin", "toggle"])
      each.dispatchEvent(new Event(name, {bubbles: true}));
  const all = [...document.querySelectorAll("*")];
  const none = "iframe, object, embed, base, meta[http-equiv], style, math, noscript, svg script, animate, main script";
  const ours = (each) => new URL(each, location.href).origin === location.origin;
  const link = (each) => ["http:", "https:"].includes(each.protocol ?? "http:")
    && (each.href.baseVal !== undefined || ours(each.href) || each.rel.includes("noopener"));
  return [
    ...document.querySelectorAll(none),
    ...all.filter((each) => [...each.attributes].some(({name}) => name.startsWith("on"))),
    ...[...document.querySelectorAll("a[href]")].filter((each) => !link(each)),
    ...[...document.querySelectorAll("form, [src]")].filter((each) => !ours(each.src ?? each.action)),
    ...[...document.querySelectorAll("#main")].slice(1),
  ].map((each) => each.outerHTML.slice(0, 120));
}"""


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> str:
    return hostile_ledger(tmp_path_factory.mktemp("hostile") / "hostile.ledger")


@pytest.fixture(scope="module")
def secret(ledger: str) -> str:
    return Tokens(Path(f"{ledger}.tokens")).add("Editor", "editor", "2026-01-01")


@pytest.fixture(scope="module")
def hostile(ledger: str, secret: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    assert secret
    with running(ledger, tmp_path_factory.mktemp("site") / "log") as (client, _):
        yield Site(str(client.base_url).rstrip("/"), client)


@pytest.fixture(scope="module")
def opened(hostile: Site, secret: str, browser: Browser) -> Iterator[tuple[Page, Watch]]:
    """Give the window of an editor, in which the rules of the page are off: what is let through would be done."""
    with window(browser, hostile.home, 1440, rules=False) as (page, watch):
        log_in(page, secret)
        yield page, watch


def untouched(opened: tuple[Page, Watch], *addresses: str) -> list[str]:
    """Go to addresses; give what was done there that words alone do not do."""
    page, watch = opened
    done: list[str] = []
    for address in addresses:
        page.goto(address)
        done += [f"{address}: {each}" for each in page.evaluate(_MADE)]
    done += watch.dialogs + watch.elsewhere + watch.complaints
    for kept in (watch.dialogs, watch.elsewhere, watch.complaints):
        kept.clear()
    return done


def test_what_would_be_done_would_be_seen(opened: tuple[Page, Watch]) -> None:
    page, watch = opened
    page.goto("/about")
    page.evaluate("(words) => { document.querySelector('main').innerHTML = words; }", "<img src=x onerror=alert(1)>")
    page.wait_for_timeout(200)
    assert page.evaluate(_MADE)
    assert watch.dialogs == ["1"]
    watch.dialogs.clear()
    watch.missing.clear()


@pytest.mark.parametrize("place", PLACES)
def test_views(opened: tuple[Page, Watch], place: str) -> None:
    assert untouched(opened, place) == []
    assert opened[1].missing == []


def test_documents(opened: tuple[Page, Watch], hostile: Site) -> None:
    names = {each["doc"] for each in hostile.client.get("/api/v1/claims?party=taliban&limit=200").json()["items"]}
    assert len(names) == len(VECTORS)
    assert untouched(opened, *(f"/document/{quote(name, safe='')}" for name in sorted(names))) == []


def test_findings(opened: tuple[Page, Watch], hostile: Site) -> None:
    found = hostile.client.get("/api/v1/findings?kind=listing.add&limit=200").json()["items"]
    assert len(found) == len(VECTORS)
    assert untouched(opened, *(f"/finding/{each['id']}" for each in found)) == []


def test_what_is_searched_for(opened: tuple[Page, Watch]) -> None:
    assert untouched(opened, *(f"/search?q={quote(vector)}" for vector in VECTORS)) == []


def test_what_is_asked(opened: tuple[Page, Watch]) -> None:
    places = (form.format(quote(vector, safe="")) for form, vector in zip(cycle(ASKED), VECTORS, strict=False))
    assert untouched(opened, *places) == []


def test_what_is_handed_in(opened: tuple[Page, Watch]) -> None:
    page, _ = opened
    page.goto("/read")
    page.locator("textarea").fill("\n\n".join(f"China accepted a Taliban ambassador, {each} said." for each in VECTORS))
    page.get_by_label("By", exact=True).fill(VECTORS[0])
    page.get_by_role("button", name="Read and check").click()
    page.locator("mark").first.wait_for()
    assert page.evaluate(_MADE) == []
    assert untouched(opened) == []
