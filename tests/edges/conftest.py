"""What tests of the server share: the small ledger of ``served``, and a server over it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from served import filled, served


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Give a ledger that the tests of a module share."""
    return filled(tmp_path_factory.mktemp("served") / "credence.db")


@pytest.fixture(scope="module")
def client(address: str) -> Iterator[TestClient]:
    """Ask a server over that ledger."""
    with served(address) as client:
        yield client


@pytest.fixture
def own(tmp_path: Path) -> str:
    """Give a ledger that a test may write to."""
    return filled(tmp_path / "credence.db")
