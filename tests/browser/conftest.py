"""What walks through the page share: the example ledger served, and a browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from browsing import running_browser
from process import beside
from views import Site


@pytest.fixture(scope="session")
def site(example_ledger: Path) -> Iterator[Site]:
    """Give the example ledger, served."""
    with beside(str(example_ledger)) as client:
        yield Site(str(client.base_url).rstrip("/"), client)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Give a browser. It lives for one module: while it runs, its thread can run no other loop of asyncio."""
    with running_browser() as browser:
        yield browser
