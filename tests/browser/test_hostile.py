"""Whatever stands in texts, in what is said about them, and in addresses is shown as words: nothing of it is done."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page

from browsing import Watch, log_in, window
from credence.serve.tokens import Tokens
from hostile import ADDRESSES, VECTORS, hostile_ledger, name_of
from process import beside
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
ASKED = (
    ("/search?q={}", 1000),
    ("/findings?party={}", 200),
    ("/findings?status={}", 200),
    ("/?of={}", 200),
    ("/?on={}", 60),
    ("/?known={}", 60),
    ("/changes?since={}", 60),
    ("/{}", 2000),
)
"""Where readers may ask for words, and how long these may be."""

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
def hostile(ledger: str, secret: str) -> Iterator[Site]:
    assert secret
    with beside(ledger) as client:
        yield Site(str(client.base_url).rstrip("/"), client)


@pytest.fixture(scope="module")
def opened(hostile: Site, secret: str, browser: Browser) -> Iterator[tuple[Page, Watch]]:
    """Give the window of an editor, in which the rules of the page are off: what is let through would be done."""
    with window(browser, hostile.home, 1440, rules=False) as (page, watch):
        log_in(page, secret)
        yield page, watch


def untouched(opened: tuple[Page, Watch], *addresses: str, there: bool = True) -> list[str]:
    """Go to addresses, where something is there to be had or not; give what was done that words alone do not do."""
    page, watch = opened
    done: list[str] = []
    for address in addresses:
        page.goto(address)
        done += [f"{address}: {each}" for each in page.evaluate(_MADE)]
    if not there:
        watch.missing.clear()
    return done + watch.amiss()


def test_what_would_be_done_would_be_seen(opened: tuple[Page, Watch]) -> None:
    page, watch = opened
    page.goto("/about")
    with page.expect_event("dialog"):
        page.evaluate("(words) => { document.querySelector('main').innerHTML = words; }", VECTORS[11])
    assert page.evaluate(_MADE)
    assert watch.dialogs == ["1"]
    watch.amiss()


def test_views(opened: tuple[Page, Watch]) -> None:
    page, _ = opened
    shown = ""
    for place in PLACES:
        assert untouched(opened, place) == []
        shown += page.locator("main").inner_text()
    assert [each for each in VECTORS if plain(each) not in plain(shown)] == []


def plain(words: str) -> str:
    """Give words without the white space that a browser may add and drop."""
    return "".join(words.split())


def test_documents(opened: tuple[Page, Watch]) -> None:
    names = [name_of(11 * number % 40) for number in range(len(ADDRESSES))]  # one from each address, of either name
    assert untouched(opened, *(f"/document/{quote(name, safe='')}" for name in names)) == []


def test_findings(opened: tuple[Page, Watch], hostile: Site) -> None:
    found = hostile.client.get("/api/v1/findings?kind=listing.add&limit=200").json()["items"]
    assert len(found) == len(VECTORS)
    assert untouched(opened, *(f"/finding/{each['id']}" for each in found[::11])) == []


def test_what_is_asked(opened: tuple[Page, Watch]) -> None:
    """Several at a time: one that becomes more than words is seen among others as well as alone."""
    for number, (form, most) in enumerate(ASKED):
        words = together(most)
        places = (form.format(quote(each, safe="")) for each in words[number % len(words) :: 1 + len(words) // 3])
        assert untouched(opened, *places, there=False) == []


def together(most: int) -> list[str]:
    """Put the vectors together to words of at most a length; those that are longer alone stay out."""
    words = [""]
    for vector in VECTORS:
        if len(words[-1]) + len(vector) < most:
            words[-1] += f" {vector}"
        else:
            words.append(vector)
    return [each for each in words if len(each) <= most]


def test_what_is_handed_in(opened: tuple[Page, Watch]) -> None:
    page, _ = opened
    page.goto("/read")
    page.locator("textarea").fill("\n\n".join(f"China accepted a Taliban ambassador, {each} said." for each in VECTORS))
    page.get_by_label("By", exact=True).fill(VECTORS[0])
    page.get_by_role("button", name="Read and check").click()
    page.locator("mark").first.wait_for()
    assert page.evaluate(_MADE) == []
    assert untouched(opened) == []
