"""Settings that come from the environment: an edge, read once by the command line and handed on as arguments."""

from __future__ import annotations

import os
from collections.abc import Mapping

DEFAULT_LEDGER = "credence.db"
"""The ledger in the current folder that is used where none is named."""


def ledger_address(environment: Mapping[str, str] = os.environ) -> str:
    """Give the ledger's address: ``CREDENCE_LEDGER``, or ``credence.db`` where that is unset or empty."""
    return environment.get("CREDENCE_LEDGER") or DEFAULT_LEDGER
