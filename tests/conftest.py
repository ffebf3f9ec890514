"""What tests share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from spacy.language import Language

from credence.english import load_english
from postgres_server import Server, running_server


@pytest.fixture(scope="session")
def english() -> Language:
    """Give the packaged English pipeline, loaded once."""
    return load_english()


@pytest.fixture(scope="session")
def postgres() -> Iterator[Server]:
    """Give a PostgreSQL server, started once."""
    with running_server() as server:
        yield server
