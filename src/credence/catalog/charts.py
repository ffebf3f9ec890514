"""How charts look: ``data/charts``."""

from __future__ import annotations

from functools import cache

from credence.catalog.load import load_text


@cache
def load_chart_style() -> str:
    """Load the stylesheet of charts.

    Raises:
        BadKnowledge: If it is not there.
    """
    return load_text("charts/charts.css")
