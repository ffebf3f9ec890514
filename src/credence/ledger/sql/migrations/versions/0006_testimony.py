"""Of derived tables, what each claim contributes to its finding: made with all that is derived."""

from __future__ import annotations

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Do nothing: derived tables are made anew with each step."""
