"""What tests share."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import example
from credence.english import load_parser
from credence.read.words.tree import Doc
from once import once
from postgres_server import Server, running_server


@pytest.fixture(scope="session")
def english() -> Callable[[str], Doc]:
    """Give what makes a tree of an English sentence, loaded once."""
    parse = load_parser()
    return lambda sentence: next(parse([sentence]))


@pytest.fixture(params=["memory:", "sqlite", "postgresql"])
def everywhere(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Give the address of a ledger that holds nothing, of every kind there is."""
    if request.param == "sqlite":
        return str(tmp_path / "credence.db")
    if request.param == "postgresql":
        server: Server = request.getfixturevalue("postgres")
        return server.emptied()
    return str(request.param)


@pytest.fixture(scope="session")
def postgres() -> Iterator[Server]:
    """Give a PostgreSQL server, started once."""
    with running_server() as server:
        yield server


@pytest.fixture(scope="session")
def example_ledger(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """Give the file of the example ledger, built once, however many processes run tests."""
    shared = tmp_path_factory.getbasetemp()
    if worker_id != "master":  # processes have a folder each within one that they share
        shared = shared.parent
    return once(shared / "example", lambda folder: example.build(folder / "example.ledger")) / "example.ledger"
