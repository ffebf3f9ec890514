"""What people do on the page beside looking: have a text read, record it, judge, take a judgement back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from browsing import WINDOWS, Watch, faults, log_in, overhang, turned, window
from credence.serve.tokens import Tokens
from keyboard import walked
from process import beside
from served import filled

TEXT = "Chad accepted a Taliban ambassador on 3 August 2025. China accepted no Taliban ambassador, a paper said."


@pytest.fixture(scope="module")
def logged_in(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Page, Watch]]:
    """Give the window of an editor of a small ledger."""
    ledger = filled(tmp_path_factory.mktemp("editor") / "credence.db")
    secret = Tokens(Path(f"{ledger}.tokens")).add("Edith", "editor", "2026-01-01")
    with (
        beside(ledger) as client,
        window(browser, str(client.base_url).rstrip("/"), WINDOWS[0][0]) as (page, watch),
    ):
        log_in(page, secret)
        yield page, watch


@pytest.fixture(params=WINDOWS, ids=lambda param: str(param[0]))
def editor(request: pytest.FixtureRequest, logged_in: tuple[Page, Watch]) -> Iterator[Page]:
    """Give that window, wide or narrow."""
    yield from turned(logged_in, request.param)


def sound(page: Page) -> None:
    """See to it that the page on show fits, shuts nobody out, and can be gone through by keyboard."""
    assert faults(page) == []
    assert overhang(page) <= 0
    assert walked(page) == ([], [])


def test_a_text_is_read_and_recorded(editor: Page) -> None:
    page = editor
    page.goto("/read")
    page.get_by_label("Text", exact=True).fill(TEXT)
    page.get_by_label("Published on").fill("2025-08-04")
    page.get_by_role("button", name="Read and check").click()
    assert page.locator("mark").count() == 2
    sound(page)
    name = f"chad-{page.evaluate('innerWidth')}"
    page.locator("form.record [name=id]").fill(name)
    page.get_by_role("button", name="Record it").click()
    page.wait_for_url(f"**/document/{name}**")
    assert page.locator("mark").count() == 2


def test_a_finding_is_judged_by_keyboard_and_the_judgement_taken_back(editor: Page) -> None:
    page = editor
    page.goto("/review")
    sound(page)
    first = page.locator(".queue > li").first
    says = first.locator("h3").inner_text()
    first.focus()
    page.keyboard.press("a")
    page.keyboard.type("It is on record.")
    first.get_by_role("button", name="Accept").press("Enter")
    decided = page.locator("section", has=page.get_by_role("heading", name="Decided last"))
    decided.get_by_text("by Edith: It is on record.").wait_for()
    assert says not in page.locator(".queue").inner_text()
    undo = decided.locator("form", has=page.get_by_role("button", name="Undo"))
    undo.get_by_label("Why").fill("I misread it.")
    undo.get_by_role("button", name="Undo").click()
    decided.get_by_text("by Edith").wait_for(state="detached")
    assert says in page.locator(".queue").inner_text()


def test_a_claim_is_corrected_by_keyboard_and_that_is_undone(editor: Page) -> None:
    page = editor
    page.goto("/review")
    first = page.locator(".queue > li").first
    assert "China accepts an envoy of Taliban (rank: ambassador)" in first.inner_text()
    first.locator("summary", has_text="Correct a claim of it").press("Enter")
    form = first.locator("form.judge", has=page.get_by_role("button", name="Correct"))
    sound(page)
    form.get_by_label("What").focus()
    page.keyboard.type("rank")
    form.get_by_label("Is, or empty for nothing").fill("charge")
    form.get_by_label("Why").fill("The letter says so.")
    page.keyboard.press("Enter")
    decided = page.locator("section", has=page.get_by_role("heading", name="Decided last"))
    decided.get_by_text("rank: charge by Edith: The letter says so.").wait_for()
    page.goto("/findings?party=cn&kind=envoy.accept")
    assert page.get_by_role("link", name="China accepts an envoy of Taliban (rank: charge).").count() == 1
    page.goto("/review")
    undo = decided.locator("form", has=page.get_by_role("button", name="Undo")).first
    undo.get_by_label("Why").fill("It says another thing.")
    page.keyboard.press("Enter")
    decided.get_by_text("The letter says so.").wait_for(state="detached")
    page.goto("/findings?party=cn&kind=envoy.accept")
    assert page.get_by_role("link", name="China accepts an envoy of Taliban (rank: ambassador).").count() == 1


def test_who_is_done_logs_out(logged_in: tuple[Page, Watch]) -> None:
    page, _ = logged_in
    page.goto("/review")
    page.get_by_role("button", name="Log out").click()
    page.get_by_role("link", name="Log in").wait_for()
