"""Units of claimed numbers, and the lists they are compared with, from ``data/counts.toml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, cast

from credence.catalog.acts import Act, Topic, read_act
from credence.catalog.kinds import load_kinds
from credence.catalog.load import load_toml
from credence.errors import BadKnowledge
from credence.model.claim import Claim, members_of
from credence.model.kind import Kind

_PLACE = "data/counts.toml"
_COUNT = ".count"

By = Literal["place", "other"]


@dataclass(frozen=True, slots=True)
class Listing:
    """What can be listed one by one.

    Attributes:
        id: Name of the list.
        stands: Acts by which one of them stands.
        ends: Acts by which it ends.
        detail: Role that tells one sort of them from another.
        general: Values of it that do not.
        never: Values of it that are not listed.
        own: Role for whose one of them is, whoever runs it; "" where there is none.
    """

    id: str
    stands: tuple[Act, ...]
    ends: tuple[Act, ...]
    detail: str
    general: frozenset[str]
    never: frozenset[str]
    own: str = ""

    @property
    def acts(self) -> tuple[Act, ...]:
        """All acts it is made of."""
        return (*self.stands, *self.ends)

    @property
    def topic(self) -> Topic:
        """Which claims are asked for."""
        return Topic.of(self.acts)

    @property
    def kinds(self) -> frozenset[str]:
        """Their kinds."""
        return frozenset(act.kind for act in self.acts)


@dataclass(frozen=True, slots=True)
class Unit:
    """What a claimed number counts.

    Attributes:
        id: Name of the unit.
        says: The unit in words, in the plural.
        kind: Kind of the claims that count in it.
        party: Their role for whose number it is.
        patterns: Patterns that count in it; empty where any does.
        only: Values of the list's detail that are counted; empty where all are.
        listing: The list it is compared with; None where nothing can be listed.
        by: Whether places are counted in it, or those on the other side.
    """

    id: str
    says: str
    kind: str
    party: str
    patterns: frozenset[str]
    only: frozenset[str]
    listing: Listing | None
    by: By

    def takes(self, claim: Claim) -> bool:
        """Tell whether a claim fits; the first unit that it fits is the one it is counted in."""
        if claim.kind != self.kind or (self.patterns and claim.pattern not in self.patterns):
            return False
        said = members_of(claim.role(self.listing.detail)) if self.listing else ()
        return not self.only or (bool(said) and self.only.issuperset(said))


@dataclass(frozen=True, slots=True)
class CountBook:
    """All units, in the order in which they are tried and shown."""

    units: tuple[Unit, ...]

    def unit_of(self, claim: Claim) -> Unit | None:
        """Give the unit a claim is counted in; None where it claims no number."""
        return next((unit for unit in self.units if unit.takes(claim)), None)

    @property
    def topic(self) -> Topic:
        """Which claims are asked for: numbers, what can be listed, and what is one's own and run by others."""
        listings = [unit.listing for unit in self.units if unit.listing]
        acts = [act for listing in listings for act in listing.acts]
        owned = [(act.kind, listing.own) for listing in listings if listing.own for act in listing.acts]
        return Topic.of(acts, *((unit.kind, unit.party) for unit in self.units), *owned)


@cache
def load_counts() -> CountBook:
    """Load the units of the package.

    Raises:
        BadKnowledge: As ``parse_counts``.
    """
    return parse_counts(load_toml("counts.toml"), load_kinds())


def parse_counts(table: Mapping[str, Any], kinds: Mapping[str, Kind]) -> CountBook:
    """Read units and lists, and check them against kinds. Patterns take long to load: a test looks at those named.

    Args:
        table: The data.
        kinds: Kinds by id.

    Raises:
        BadKnowledge: Something is missing, names what is not there, or leaves a number without a unit.
    """
    try:
        lists = {name: read_listing(name, row, kinds, f"{_PLACE}, list.{name}") for name, row in table["list"].items()}
        units = tuple(_unit(row, lists, kinds) for row in table["unit"])
    except (KeyError, TypeError) as error:
        raise BadKnowledge(_PLACE, f"lacks {error}", "see the head of the file") from error
    whole = {unit.kind for unit in units if not unit.patterns and not unit.only}
    for name in kinds:
        if name.endswith(_COUNT) and name not in whole:
            raise BadKnowledge(_PLACE, f"some claims of {name} are in no unit", "end its units with one that takes all")
    return CountBook(units)


def read_listing(name: str, row: Mapping[str, Any], kinds: Mapping[str, Kind], place: str) -> Listing:
    """Read what can be listed.

    Raises:
        BadKnowledge: It lacks something, or kinds that end it are left out: what is judged without them would stand.
    """
    stands, ends = (tuple(read_act(act, kinds, place) for act in row.get(side, ())) for side in ("stands", "ends"))
    if not str(row.get("reason", "")).strip() or not stands:
        raise BadKnowledge(place, "it has no reason or no act", "say by what it stands, and why")
    general, never = (frozenset(row.get(key, ())) for key in ("general", "never"))
    listing = Listing(name, stands, ends, row["detail"], general, never, row.get("own", ""))
    begun = {act.kind for act in stands}
    left_out = {kind.id for kind in kinds.values() if begun.intersection(kind.terminates)} - listing.kinds
    if left_out:
        cause = f"{', '.join(sorted(left_out))} ends what it stands by, and is left out"
        raise BadKnowledge(place, cause, "add it to “ends”")
    return listing


def _unit(row: Mapping[str, Any], lists: Mapping[str, Listing], kinds: Mapping[str, Kind]) -> Unit:
    place = f"{_PLACE}, unit “{row['id']}”"
    if not str(row.get("reason", "")).strip():
        raise BadKnowledge(place, "it has no reason", "say in a sentence why it is so")
    kind = row["kind"]
    if kind not in kinds or row["party"] not in kinds[kind].deciding:
        raise BadKnowledge(place, f"no kind {kind} with a deciding role “{row['party']}”", "name one that has a file")
    name = row.get("lists")
    if (name is not None and name not in lists) or ("only" in row and name is None):
        raise BadKnowledge(place, f"no list “{name}”", f"one of: {', '.join(lists)}")
    if row.get("by", "place") not in ("place", "other"):
        raise BadKnowledge(place, f"by is “{row['by']}”", "count by place or by other")
    return Unit(
        id=row["id"],
        says=row["says"],
        kind=kind,
        party=row["party"],
        patterns=frozenset(row.get("patterns", ())),
        only=frozenset(row.get("only", ())),
        listing=lists[name] if name else None,
        by=cast("By", row.get("by", "place")),
    )
