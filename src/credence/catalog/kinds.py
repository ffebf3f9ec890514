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
        BadKnowledge: If a file's name is not its kind, or kinds do not fit each other.
    """
    kinds = {name: _kind(name, table) for name, table in load_folder("kinds").items()}
    check(kinds)
    return MappingProxyType(kinds)


def check(kinds: Mapping[str, Kind]) -> None:
    """Check that each kind says whether something stands from it on, and that what begins or ends another exists.

    Raises:
        BadKnowledge: A kind does not fit itself or another.
    """
    for kind in kinds.values():
        _check_lasting(kind)
        for name in (*kind.initiates, *kind.terminates):
            if name not in kinds:
                raise BadKnowledge(_file(kind), f"no kind “{name}”", "name a kind that has a file")
            _check_link(kind, kinds[name])


def _check_link(kind: Kind, other: Kind) -> None:
    """Refuse a kind that begins or ends another which it could never meet, or which has no end of its own.

    What is over when done has no end to be brought about, and brings none about: that one is ended would stand.
    """
    for each in (kind, other):
        if each.over:
            cause = f"it is over when done, and {kind.id} begins or ends {other.id}"
            raise BadKnowledge(_file(each), cause, "say what “stands” instead of “over”, or take the link out")
    if bool(kind.outlasts) != bool(other.outlasts):
        cause = f"it begins or ends {other.id}, and only one of the two “outlasts” a spell in power"
        raise BadKnowledge(_file(kind), cause, "say of both why they outlast it, or of neither")


def _check_lasting(kind: Kind) -> None:
    """Refuse a kind that says neither or both of what stands from it on and why it is over, and a state that is."""
    if bool(kind.stands) == bool(kind.over):
        cause = f"it has {'both' if kind.over else 'neither'} “stands” {'and' if kind.over else 'nor'} “over”"
        raise BadKnowledge(_file(kind), cause, "say what stands from it on, or else why it is over when done")
    if kind.over and kind.nature == "state":
        raise BadKnowledge(_file(kind), "a state is “over” when done", "say what “stands”, or call it an event")


def _file(kind: Kind) -> str:
    return f"data/kinds/{kind.id}.toml"


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
        stands=str(table.get("stands", "")),
        over=str(table.get("over", "")),
        outlasts=str(table.get("outlasts", "")),
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
