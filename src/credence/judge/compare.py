"""Which claims speak of the same thing: claims are gathered by proposition."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache

from credence.errors import BadKnowledge
from credence.judge.rulings import Rulings
from credence.judge.spells import by_one_name, rulers, spell_of
from credence.judge.telling import read_date
from credence.model.claim import Claim, RoleValue
from credence.model.finding import Proposition
from credence.model.kind import Kind
from credence.model.origin import TracedClaim
from credence.model.party import Spells


@lru_cache(maxsize=1 << 16)
def finding_id(proposition: Proposition) -> str:
    """Make the id of a finding: from kind, deciding roles, mood, step and spell, and nothing else."""
    parts: list[object] = [proposition.kind, proposition.roles, proposition.mood]
    parts += [proposition.step] if proposition.step else []
    parts += [{"spell": proposition.spell}] if proposition.spell else []
    text = json.dumps(parts, ensure_ascii=False).encode("utf-8", "surrogatepass")
    return "f" + hashlib.sha256(text).hexdigest()[:15]


Told = tuple[TracedClaim, Claim]
"""A claim as it was recorded and traced, and as it counts."""


About = Callable[[Claim], tuple[Claim, Proposition]]
"""Gives a claim as it counts, and what it speaks of."""


def about_of(kinds: Mapping[str, Kind], decided: Rulings, spells: Spells) -> About:
    """Tell of claims what they speak of.

    Args:
        kinds: Kinds by id.
        decided: What people decided.
        spells: Spells of authorities that ruled more than once.

    Returns:
        What tells it; it raises ``BadKnowledge`` where a claim is of a kind that is not among ``kinds``, and
        ``BadPeriod`` where one is dated by what is not EDTF, and the date decides.
    """
    named = by_one_name(spells, decided.same)

    def about(claim: Claim) -> tuple[Claim, Proposition]:
        counted = decided.counted(claim)
        return counted, proposition_of(counted, kinds, named)

    return about


def grouped(traced: Iterable[TracedClaim], about: About) -> dict[Proposition, list[Told]]:
    """Group claims by what they speak of, whatever their order and however often the same one is handed in.

    Args:
        traced: The claims.
        about: Tells what each speaks of.

    Returns:
        By proposition, its claims sorted by id.
    """
    groups: defaultdict[Proposition, list[Told]] = defaultdict(list)
    for each in in_order(set(traced)):
        claim, proposition = about(each.claim)
        groups[proposition].append((each, claim))
    return groups


def in_order(traced: Iterable[TracedClaim]) -> list[TracedClaim]:
    """Sort claims by their ids.

    Equal ids do not make equal claims where a caller mixes versions: there, the representation settles the order.
    """
    given = list(traced)
    by_ids = {_ids(each): each for each in given}
    if len(by_ids) < len(given):
        return sorted(given, key=lambda each: (*_ids(each), repr(each)))
    return [by_ids[ids] for ids in sorted(by_ids)]


def _ids(traced: TracedClaim) -> tuple[str, str]:
    return traced.claim.id, traced.origin.id


def proposition_of(claim: Claim, kinds: Mapping[str, Kind], spells: Spells) -> Proposition:
    """Keep of a claim what decides which proposition it is about.

    Raises:
        BadKnowledge: The claim's kind is not among ``kinds``.
        BadPeriod: It is dated by what is not EDTF, and the date decides.
    """
    if claim.kind not in kinds:
        raise BadKnowledge(f"claim {claim.id}", f"{claim.kind} is not among the kinds", "add the kind to data/kinds")
    kind = kinds[claim.kind]
    step = claim.step if claim.step in kind.steps else None
    roles = tuple(role for role in claim.roles if role[0] in kind.deciding)
    return Proposition(claim.kind, roles, claim.mood, step, _spell(claim, kind, roles, spells))


def _spell(claim: Claim, kind: Kind, roles: tuple[tuple[str, RoleValue], ...], spells: Spells) -> str | None:
    """Give the spell in power that a claim is of; its date is not read where nobody in its roles had several."""
    authorities = [] if claim.when is None or kind.outlasts else rulers(roles, spells)
    when = read_date(claim.when, "claim", claim.id, "when") if authorities else None
    return spell_of(when, authorities, spells) if when else None


def alike(own: Proposition, kind: Kind) -> list[Proposition]:
    """Give the actual propositions of a kind with the roles and spell of another one: for each step, and without."""
    roles = tuple(role for role in own.roles if role[0] in kind.deciding)
    return [Proposition(kind.id, roles, "actual", step, own.spell) for step in (None, *kind.steps)]
