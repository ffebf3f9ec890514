"""Claims without foreign keys, whose checks take longer than writing; the values they are found by are derived now."""

from __future__ import annotations

from alembic import op

revision = "0003"
down_revision = "0002"

_NAMED = {"fk": "%(table_name)s_%(column_0_name)s_fkey"}  # as PostgreSQL does; SQLite names none


def upgrade() -> None:
    """Take the foreign keys away; what has them is copied on SQLite, each before what it points to."""
    _loosen("reading_claim", "claim", "reading", sqlite_with_rowid=False)
    _loosen("claim", "document", "recorded")


def _loosen(name: str, *columns: str, **options: bool) -> None:
    with op.batch_alter_table(name, naming_convention=_NAMED, table_kwargs=options) as table:
        for column in columns:
            table.drop_constraint(f"{name}_{column}_fkey", type_="foreignkey")
