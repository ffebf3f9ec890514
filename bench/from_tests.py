"""Imported first, lets a script here import what it shares with tests, from wherever it is called."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1] / "tests" / "support"))
