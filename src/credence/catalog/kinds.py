"""Kinds of relation, one file a kind under ``data/kinds/``."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from credence.catalog.load import load_folder
from credence.errors import BadKnowledge
from credence.model.kind import Kind, Role


@cache
def load_kinds() -> Mapping[str, Kind]:
    """Load all kinds by id.

    Raises:
        BadKnowledge: If a file's name is not its kind, or a kind initiates or terminates an unknown one.
    """
    kinds = {name: _kind(name, table) for name, table in load_folder("kinds").items()}
    for kind in kinds.values():
        for other in (*kind.initiates, *kind.terminates):
            if other not in kinds:
                raise BadKnowledge(f"data/kinds/{kind.id}.toml", f"no kind “{other}”", "name a kind that has a file")
    return MappingProxyType(kinds)


def _kind(name: str, table: dict[str, object]) -> Kind:
    if table.get("kind") != name:
        raise BadKnowledge(f"data/kinds/{name}.toml", f"kind is “{table.get('kind')}”", "name the file after its kind")
    roles = table["roles"]
    assert isinstance(roles, list)  # noqa: S101 - the data tests hold every file to its form
    return Kind(
        id=name,
        reads=str(table["reads"]),
        meaning=str(table["meaning"]),
        authority=str(table["authority"]),
        contrast=str(table["contrast"]),
        roles=tuple(_role(row) for row in roles),
        nature=str(table["nature"]),
        initiates=tuple(_strings(table.get("initiates"))),
        terminates=tuple(_strings(table.get("terminates"))),
        steps=tuple(_strings(table.get("steps"))),
        defaults=tuple((role, source) for role, _, source in _defaults(table)),
    )


def _role(row: Mapping[str, object]) -> Role:
    return Role(
        name=str(row["name"]),
        type=str(row["type"]),
        deciding=bool(row.get("deciding", False)),
        joint=bool(row.get("joint", False)),
        apart=tuple(_strings(row.get("apart"))),
    )


def _defaults(table: dict[str, object]) -> list[tuple[str, str, str]]:
    return [entry.partition(" from ") for entry in _strings(table.get("defaults"))]


def _strings(value: object) -> list[str]:
    return [str(item) for item in value] if isinstance(value, list) else []
