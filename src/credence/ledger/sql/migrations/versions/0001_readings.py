"""The first tables: transactions, documents, claims, readings. Ledgers that name no step have these."""

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Do nothing: what has these tables was made with them."""
