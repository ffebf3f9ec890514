"""Programs that tests need and a machine may lack."""

from __future__ import annotations

import os
from typing import NoReturn

import pytest


def lacking(what: str, install: str) -> NoReturn:
    """Skip the test for want of a program, but fail it in CI.

    Args:
        what: The program.
        install: How to come by it.
    """
    if os.environ.get("CI"):
        pytest.fail(f"{what} is not installed, and in CI nothing is skipped: {install}")
    pytest.skip(f"{what} is not installed: {install}")
