"""Claims without indexes that nothing is looked up by; of derived tables, one more, and ids as numbers."""

from __future__ import annotations

from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Drop the indexes, and let the one of ids ask for equality alone."""
    for name in ("ix_claim_document", "ix_claim_recorded", "ix_claim_id"):
        op.drop_index(name, "claim")
    op.create_index("ix_claim_id", "claim", ["id"], postgresql_using="hash")
