"""How articles are checked, from ``data/check.toml``: what tells claims apart, comes to the same, and excludes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from typing import Any, Literal, cast, get_args

from credence.catalog.acts import Act, read_act
from credence.catalog.kinds import load_kinds
from credence.catalog.load import load_toml
from credence.catalog.parties import load_parties
from credence.errors import BadKnowledge
from credence.model.kind import Kind

_PLACE = "data/check.toml"

Among = Literal["rivals", "others"]


@dataclass(frozen=True, slots=True)
class Detail:
    """A role that tells two things apart where both claims state it.

    Attributes:
        role: The role.
        general: Its values that state nothing.
        where: Whether it says which of several in one host is meant.
        must: Whether what overtakes a claim must state it if the claim does.
    """

    role: str
    general: frozenset[str]
    where: bool
    must: bool


@dataclass(frozen=True, slots=True)
class Alike:
    """Acts by which one and the same thing stands and ends.

    Attributes:
        id: Its name.
        stands: Acts by which it stands.
        ends: Acts by which it ends.
    """

    id: str
    stands: tuple[Act, ...]
    ends: tuple[Act, ...]


@dataclass(frozen=True, slots=True)
class Exclusive:
    """Values that cannot stand at once.

    Attributes:
        kind: The kind.
        role: The role that differs.
        same: Roles that must agree, and be stated.
        among: Which values exclude each other.
        pairs: Values that do beside the authorities of one state.
    """

    kind: str
    role: str
    same: tuple[str, ...]
    among: Among
    pairs: frozenset[frozenset[str]]


@dataclass(frozen=True, slots=True)
class CheckBook:
    """All that is said of checking.

    Attributes:
        occasion: Within how long what is over when done is told of one occasion.
        again: After how long something may have begun anew.
        number: Within how long numbers are compared.
        about: By which part a number may be off that is called approximate, 0 to 1.
        details: Roles that tell things apart.
        alike: What stands in several ways.
        undoes: Kind → kinds it can only follow on.
        exclusive: What cannot be so at once.
        of: Authority → the state whose government it claims.
    """

    occasion: timedelta
    again: timedelta
    number: timedelta
    about: float
    details: tuple[Detail, ...]
    alike: tuple[Alike, ...]
    undoes: Mapping[str, frozenset[str]]
    exclusive: tuple[Exclusive, ...]
    of: Mapping[str, str]

    def exclude(self, entry: Exclusive, one: str, other: str) -> bool:
        """Tell whether two values of an entry's role exclude each other."""
        states = self.of.get(one), self.of.get(other)
        if one == other or "*" in (one, other):
            return False
        if entry.among == "others":
            return states[0] != other and states[1] != one
        return (states[0] is not None and states[0] == states[1]) or frozenset({one, other}) in entry.pairs


@cache
def load_check() -> CheckBook:
    """Load what the package says of checking.

    Raises:
        BadKnowledge: As ``parse_check``.
    """
    of = {party.id: party.of for party in load_parties() if party.of}
    return parse_check(load_toml("check.toml"), load_kinds(), of)


def parse_check(table: Mapping[str, Any], kinds: Mapping[str, Kind], of: Mapping[str, str]) -> CheckBook:
    """Read it, and check it against the kinds.

    Args:
        table: The data.
        kinds: Kinds by id.
        of: Authority → the state whose government it claims.

    Raises:
        BadKnowledge: Something is missing, has no reason, or names a kind or role that is not there.
    """
    try:
        for name in ("detail", "alike", "undoes", "exclusive"):
            _require_reasons(name, table[name])
        return CheckBook(
            occasion=timedelta(days=table["occasion"]),
            again=timedelta(days=table["again"]),
            number=timedelta(days=table["number"]),
            about=float(table["about"]),
            details=tuple(_detail(row, kinds) for row in table["detail"]),
            alike=tuple(_alike(row, kinds) for row in table["alike"]),
            undoes={row["kind"]: _undone(row, kinds) for row in table["undoes"]},
            exclusive=tuple(_exclusive(row, kinds) for row in table["exclusive"]),
            of=of,
        )
    except (KeyError, TypeError) as error:
        raise BadKnowledge(_PLACE, f"lacks {error}", "see the head of the file") from error


def _require_reasons(name: str, rows: list[Mapping[str, Any]]) -> None:
    for number, row in enumerate(rows, start=1):
        if not str(row.get("reason", "")).strip():
            raise BadKnowledge(f"{_PLACE}, {name} {number}", "it has no reason", "say in a sentence why it is so")


def _detail(row: Mapping[str, Any], kinds: Mapping[str, Kind]) -> Detail:
    if not any(role.name == row["role"] for kind in kinds.values() for role in kind.roles):
        raise BadKnowledge(f"{_PLACE}, detail", f"no kind has a role “{row['role']}”", "name a role of a kind")
    return Detail(
        row["role"], frozenset(row.get("general", ())), bool(row.get("where", False)), bool(row.get("must", False))
    )


def _alike(row: Mapping[str, Any], kinds: Mapping[str, Kind]) -> Alike:
    place = f"{_PLACE}, alike “{row['id']}”"
    stands, ends = (tuple(read_act(act, kinds, place) for act in row[side]) for side in ("stands", "ends"))
    return Alike(row["id"], stands, ends)


def _undone(row: Mapping[str, Any], kinds: Mapping[str, Kind]) -> frozenset[str]:
    for kind in (row["kind"], *row["of"]):
        _require_kind(kind, kinds, "undoes")
    return frozenset(row["of"])


def _exclusive(row: Mapping[str, Any], kinds: Mapping[str, Kind]) -> Exclusive:
    _require_kind(row["kind"], kinds, "exclusive")
    place, known = f"{_PLACE}, exclusive {row['kind']}", {role.name for role in kinds[row["kind"]].roles}
    for role in (row["role"], *row["same"]):
        if role not in known:
            raise BadKnowledge(place, f"no role “{role}”", f"one of: {', '.join(sorted(known))}")
    if row["among"] not in get_args(Among):
        raise BadKnowledge(place, f"among is “{row['among']}”", f"one of: {', '.join(get_args(Among))}")
    pairs = frozenset(frozenset(pair) for pair in row.get("pairs", ()))
    return Exclusive(row["kind"], row["role"], tuple(row["same"]), cast("Among", row["among"]), pairs)


def _require_kind(kind: str, kinds: Mapping[str, Kind], name: str) -> None:
    if kind not in kinds:
        raise BadKnowledge(f"{_PLACE}, {name}", f"no kind “{kind}”", "name a kind that has a file")
