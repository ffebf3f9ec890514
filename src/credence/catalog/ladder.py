"""Steps of the ladder and the rules that lead to them, from ``data/ladder.toml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from credence.catalog.acts import Topic
from credence.catalog.counts import Listing, read_listing
from credence.catalog.kinds import load_kinds
from credence.catalog.load import load_toml
from credence.errors import BadKnowledge
from credence.model.claim import Spoken
from credence.model.kind import Kind

_PLACE = "data/ladder.toml"
NONE, SEVERED = "none", "severed"
"""Steps that stand for nothing recorded, and beside the others."""


@dataclass(frozen=True, slots=True)
class Step:
    """A step.

    Attributes:
        id: Its name.
        says: It in words.
        reason: What it means.
        yields_to: Steps that, begun later, show that this one is over.
    """

    id: str
    says: str
    reason: str
    yields_to: frozenset[str]


@dataclass(frozen=True, slots=True)
class Rule:
    """What leads to a step.

    Attributes:
        id: Its name.
        step: The step.
        listing: By which kinds it stands and ends.
        only: Values of the listing's detail that count; empty where all do.
        steps: Steps of accreditation that count, "" where none is said; empty where all do.
        years: For what is over when done, how long it counts; None for what lasts.
        reason: Why.
    """

    id: str
    step: str
    listing: Listing
    only: frozenset[str]
    steps: frozenset[str]
    years: int | None
    reason: str

    def takes(self, claim: Spoken) -> bool:
        """Tell whether a claim is of a step of accreditation that counts, if it is of one that begins the rule."""
        if not self.steps or (claim.step or "") in self.steps:
            return True
        return all(act.kind != claim.kind for act in self.listing.stands)


@dataclass(frozen=True, slots=True)
class LadderBook:
    """The ladder.

    Attributes:
        steps: All steps, from the lowest to the highest, ``severed`` last.
        rules: All rules.
    """

    steps: tuple[Step, ...]
    rules: tuple[Rule, ...]
    _heights: Mapping[str, int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Number the steps, once: whoever looks for the highest of many asks for each."""
        object.__setattr__(self, "_heights", {each.id: height for height, each in enumerate(self.steps)})

    @property
    def topic(self) -> Topic:
        """Which claims are asked for."""
        return Topic.of(act for rule in self.rules for act in rule.listing.acts)

    def height(self, step: str) -> int:
        """Give the place of a step, to sort by."""
        return self._heights[step]

    def step(self, id_: str) -> Step:
        """Give a step by its name."""
        return self.steps[self.height(id_)]

    def rule(self, id_: str) -> Rule:
        """Give a rule by its name."""
        return next(rule for rule in self.rules if rule.id == id_)


@cache
def load_ladder() -> LadderBook:
    """Load the ladder of the package.

    Raises:
        BadKnowledge: As ``parse_ladder``.
    """
    return parse_ladder(load_toml("ladder.toml"), load_kinds())


def parse_ladder(table: Mapping[str, Any], kinds: Mapping[str, Kind]) -> LadderBook:
    """Read the ladder, and check it against the kinds.

    Raises:
        BadKnowledge: Something is missing, names what is not there, or a step is reached by no rule.
    """
    try:
        steps = tuple(
            Step(row["id"], row["says"], row["reason"], frozenset(row.get("yields_to", ()))) for row in table["step"]
        )
        rules = tuple(_rule(row, kinds) for row in table["rule"])
    except (KeyError, TypeError) as error:
        raise BadKnowledge(_PLACE, f"lacks {error}", "see the head of the file") from error
    names = [step.id for step in steps]
    if names[:1] != [NONE] or names[-1:] != [SEVERED]:
        raise BadKnowledge(_PLACE, f"steps are {', '.join(names)}", f"begin with {NONE} and end with {SEVERED}")
    reached = {rule.step for rule in rules}
    if reached != set(names[1:]):
        differing = ", ".join(sorted(reached ^ set(names[1:])))
        raise BadKnowledge(_PLACE, f"rules and steps do not fit: {differing}", "let a rule lead to each step")
    if not all(step.yields_to <= set(names) for step in steps):
        raise BadKnowledge(_PLACE, "a step yields to one that is not there", "name steps of the file")
    return LadderBook(steps, rules)


def _rule(row: Mapping[str, Any], kinds: Mapping[str, Kind]) -> Rule:
    place = f"{_PLACE}, rule “{row['id']}”"
    listing, years = read_listing(row["id"], row, kinds, place), row.get("years")
    if any(bool(kinds[act.kind].over) != (years is not None) for act in listing.stands):
        raise BadKnowledge(place, "what is over when done needs years, and nothing else may have them", "see the kinds")
    known = {step for act in listing.stands for step in kinds[act.kind].steps}
    if not {*row.get("steps", ())} <= {*known, ""}:
        raise BadKnowledge(place, "a step of accreditation is not known", f"one of: {', '.join(sorted(known))}")
    return Rule(
        id=row["id"],
        step=row["step"],
        listing=listing,
        only=frozenset(row.get("only", ())),
        steps=frozenset(row.get("steps", ())),
        years=years,
        reason=row["reason"],
    )
