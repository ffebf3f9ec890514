"""Which claims speak of the same thing: claims are gathered into cases, one a proposition."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from credence.errors import BadKnowledge
from credence.judge.rulings import Rulings
from credence.judge.speakers import speaker_of
from credence.judge.spells import by_one_name, rulers, spell_of
from credence.judge.telling import Dates, published_on, read_date, told_on
from credence.model.claim import Claim, RoleValue, members_of
from credence.model.finding import Proposition
from credence.model.kind import Kind
from credence.model.origin import TracedClaim
from credence.model.party import Spells
from credence.model.period import Period


@dataclass(frozen=True, slots=True)
class Said:
    """A traced claim with its dates read.

    Attributes:
        traced: The claim as recorded, and its origin.
        claim: The claim as it counts: corrected, if somebody corrected it.
        when: When it happened or holds, as the claim states it; None if it does not.
        published: By when its words were out; None if not known.
        told: When they count as told, whatever dates copies have; None if not known.
        speaker: What makes its origin one voice with others.
    """

    traced: TracedClaim
    claim: Claim
    when: Period | None
    published: Period | None
    told: Period | None
    speaker: tuple[str, ...]

    def __hash__(self) -> int:
        """Go by the claim's id, as traced claims do."""
        return hash(self.claim.id)

    @property
    def speaks_of(self) -> Period | None:
        """The time it speaks of: what it states, else the day it was told, else None."""
        return self.when or self.told


@dataclass(frozen=True, slots=True)
class Case:
    """Everything that was said about one proposition.

    Attributes:
        proposition: What it is about.
        kind: Its kind.
        affirmed: Claims that it is so, sorted by claim id.
        denied: Claims that it is not so and that bear on it, sorted by claim id.
        set_aside: Claims that it was not so before it is affirmed to have begun: no contradiction. Sorted by claim id.
        left_out: Claims that somebody rejected as misread, sorted by claim id.
        superseded: Claims whose own voice said the contrary later, sorted by claim id within each side.
        turned: Who spoke on both sides, by what they are called, with what they did; sorted.
    """

    proposition: Proposition
    kind: Kind
    affirmed: tuple[Said, ...]
    denied: tuple[Said, ...]
    set_aside: tuple[Said, ...]
    left_out: tuple[Said, ...] = ()
    superseded: tuple[Said, ...] = ()
    turned: tuple[tuple[str, str], ...] = ()

    @property
    def ground(self) -> tuple[Said, ...]:
        """Claims that dates and details are taken from: those that affirm or, if there are none, those that deny."""
        return self.affirmed or self.denied

    @property
    def details(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Roles beside the deciding ones, with every value claimed, both sorted."""
        values: defaultdict[str, set[str]] = defaultdict(set)
        for said in self.ground:
            for name, value in said.claim.roles:
                if name not in self.kind.deciding:
                    values[name].update(members_of(value))
        return tuple((name, tuple(sorted(values[name]))) for name in sorted(values))


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


def _read(every: Sequence[Told], dates: Dates) -> list[Said]:
    """Read the dates of the claims about one thing, each given as it was recorded and as it counts."""
    told = told_on((each for each, _ in every), dates)
    found = []
    for each, claim in every:
        when = read_date(claim.when, "claim", claim.id, "when")
        found.append(Said(each, claim, when, published_on(each, dates), told[each.origin.doc], speaker_of(each)))
    return found


def case_of(proposition: Proposition, every: Sequence[Told], kind: Kind, dates: Dates, decided: Rulings) -> Case:
    """Split what was said about one proposition by side, and set aside denials of an earlier time.

    "Not in 2020" leaves "in 2024" untouched. Only stated dates set a denial aside, and only for what is done: the
    dates of a plan are those it is planned for.

    Args:
        proposition: What the claims are about.
        every: All claims about it, sorted by id.
        kind: Its kind.
        dates: Of their documents.
        decided: What people decided.

    Raises:
        BadPeriod: A date is not EDTF.
    """
    read = _read(every, dates)
    left_out = tuple(each for each in read if decided.word(each.traced.claim.id) == "reject")
    said = [each for each in read if each not in left_out]
    affirmed = tuple(each for each in said if each.claim.polarity == "affirmed")
    denied = [each for each in said if each.claim.polarity == "denied"]
    starts = [each.when for each in affirmed if each.when and proposition.mood == "actual"]
    newest = max(starts, key=lambda start: start.sort_key, default=None)
    early = {each for each in denied if newest and each.speaks_of and each.speaks_of.before(newest)}
    return Case(
        proposition,
        kind,
        affirmed,
        tuple(each for each in denied if each not in early),
        tuple(each for each in denied if each in early),
        left_out,
    )
