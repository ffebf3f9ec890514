"""Imported first, lets a script here import what it shares with tests and tools, from wherever it is called."""

from __future__ import annotations

import sys
from pathlib import Path

_ROOT = Path(__file__).resolve().parents[1]
sys.path += [str(_ROOT / "tests" / "support"), str(_ROOT / "tools")]
