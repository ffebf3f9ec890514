"""What people decided: identities, adjudications, retractions, erasures, and what revokes them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from alembic import op
from sqlalchemy import Column, ForeignKey, Integer, String, Text

from credence.ledger.sql.upgrading import in_bytes

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the tables of decisions."""
    _create("identity", _words("about", "left", "right", "verdict"), looked_up=("left", "right"))
    _create("adjudication", [*_words("target", "verdict"), Column("changes", Text, nullable=False)], ("target",))
    _create("retraction", _words("doc"), looked_up=("doc",))
    _create("erasure", _words("doc"), looked_up=("doc",))
    op.drop_index("ix_claim_kind", "claim")  # findings are looked up by kind instead
    _create("revocation", [Column("revokes", Integer, nullable=False)])


def _create(name: str, columns: Iterable[Column[Any]], looked_up: Sequence[str] = ()) -> None:
    decision = (
        Column("number", Integer, primary_key=True, autoincrement=False),
        *_words("digest"),
        Column("reason", Text, nullable=False),
        Column("recorded", Integer, ForeignKey("transaction.number"), nullable=False, index=True),
    )
    op.create_table(name, *in_bytes(op.get_bind(), [*decision, *columns]))
    for column in looked_up:  # values may be longer than other kinds of index take
        op.create_index(f"ix_{name}_{column}", name, [column], postgresql_using="hash")


def _words(*names: str) -> list[Column[Any]]:
    return [Column(name, String, nullable=False) for name in names]
