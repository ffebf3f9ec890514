"""Bringing the tables of an older ledger up to date, with Alembic.

What was recorded goes through the steps under ``migrations/versions``; derived tables are made anew, empty, and filled
when the ledger is next asked.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from sqlalchemy import Column, Connection, String, Text, inspect

from credence.ledger.sql import postgres
from credence.ledger.sql.schema import DERIVED, indexed, metadata

_STEPS = Path(__file__).parent / "migrations"
_FIRST = "0001"


def create_tables(connection: Connection) -> None:
    """Make those of today's tables that are not there."""
    if connection.dialect.name == "postgresql":
        postgres.create_tables(connection)
    else:
        metadata.create_all(connection)


def begin(connection: Connection) -> None:
    """Make all tables in an empty database, and note that no step is left to take."""
    from alembic import command  # noqa: PLC0415 - takes a while to load, and is needed once in a ledger's life

    create_tables(connection)
    command.stamp(_config(connection), "head")


def upgrade(connection: Connection) -> None:
    """Make the derived tables anew, empty, and take the steps that are left.

    Args:
        connection: In a transaction that nobody else can write beside; on any error, nothing is changed.
    """
    from alembic import command  # noqa: PLC0415 - as above

    metadata.drop_all(connection, tables=[*DERIVED, indexed])
    config = _config(connection)
    if not inspect(connection).has_table("alembic_version"):
        command.stamp(config, _FIRST)
    command.upgrade(config, "head")
    create_tables(connection)


def in_bytes(connection: Connection, columns: Iterable[Column[Any]]) -> list[Column[Any]]:
    """Give columns whose words PostgreSQL compares byte by byte, as in ``postgres.create_tables``."""
    made = list(columns)
    for column in made if connection.dialect.name == "postgresql" else ():
        if isinstance(column.type, String):
            column.type = (Text if isinstance(column.type, Text) else String)(collation="C")
    return made


def _config(connection: Connection) -> Any:  # noqa: ANN401 - Alembic is loaded late
    from alembic.config import Config  # noqa: PLC0415 - as above

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(_STEPS).replace("%", "%%"))
    return config
