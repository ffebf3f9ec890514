"""What the environment decides."""

from __future__ import annotations

import pytest

from credence.settings import ledger_address


@pytest.mark.parametrize(
    ("environment", "address"),
    [
        ({}, "credence.db"),
        ({"CREDENCE_LEDGER": ""}, "credence.db"),
        ({"CREDENCE_LEDGER": "memory:", "LEDGER": "x"}, "memory:"),
    ],
)
def test_the_ledgers_address(environment: dict[str, str], address: str) -> None:
    assert ledger_address(environment) == address
