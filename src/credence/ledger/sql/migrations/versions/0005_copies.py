"""Derived tables of what is known of documents, and of which go back to which: made with all that is derived."""

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Do nothing: derived tables are made anew with each step."""
