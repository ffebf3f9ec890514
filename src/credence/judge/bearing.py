"""What a ledger holds that bears on a claim, judged: that it is so, that it is over, that something excludes it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from credence.catalog.check import CheckBook
from credence.judge.compare import proposition_of
from credence.judge.likeness import Likeness
from credence.judge.parts import Evidence, Heard, is_believed, outcome
from credence.judge.spells import by_one_name
from credence.judge.telling import parsed
from credence.model.claim import Claim, RoleValue
from credence.model.counts import Stands
from credence.model.finding import Finding
from credence.model.kind import Kind
from credence.model.origin import TracedClaim
from credence.model.period import Period


@dataclass(frozen=True, slots=True)
class Asked:
    """A claim that is checked.

    Attributes:
        traced: The claim as it counts, with its origin.
        kind: Its kind.
        day: The day for which the ledger is asked.
        when: When it says that it was so; None if it does not.
        told: That, or else when the article was published; None if neither is known.
        spell: Spell in power, now over, that it is of; None if of none.
        again: After how long something may have begun anew.
        told_beside: What else the article tells as done. Whoever tells of a plan and of its coming true, or of an
            embassy and of its closing, is not behind; and "no state but one" is not about that one.
    """

    traced: TracedClaim
    kind: Kind
    day: date
    when: Period | None
    told: Period | None
    spell: str | None
    again: timedelta
    told_beside: tuple[Claim, ...] = ()

    @property
    def claim(self) -> Claim:
        """The claim."""
        return self.traced.claim

    @property
    def is_open(self) -> bool:
        """Whether it is told as standing: with no date, or with one whose end is open."""
        return self.when is None or self.when.latest is None


@dataclass(frozen=True, slots=True)
class Held:
    """What bears on a claim; each finding is judged from the claims that do.

    Attributes:
        same: That the same, or what stands alike, is so or not so.
        covering: The same, from claims at least as precise.
        ends: What ends it, as far as it is believed.
        undoing: Of that, what can only follow on it.
        stated: The same in the claim's own mood, where it is not told as done.
        every: What is said of every party, where the claim names one.
        single: What is said of single parties, where the claim speaks of every one.
        excluding: What cannot stand beside it.
        told_over: Whether the article itself tells of its end.
        day: The day for which the ledger is asked.
        evidence: What all that was judged from.
        tellings: Id of each claim that may bear on it → when it says that it was so, or else when it counts as told, as
            EDTF; None where neither is known.
    """

    same: tuple[Finding, ...]
    covering: tuple[Finding, ...]
    ends: tuple[Finding, ...]
    undoing: tuple[Finding, ...]
    stated: tuple[Finding, ...]
    every: tuple[Finding, ...]
    single: tuple[Finding, ...]
    excluding: tuple[Finding, ...]
    told_over: bool
    day: date
    evidence: Evidence
    tellings: Mapping[str, str | None]

    def stands(self, finding: Finding) -> Stands:
        """Tell whether what the claim is about stands on the day by a finding, given what ends it."""
        return outcome([finding], self.ends, self.day, self.evidence.kinds)


def asked_of(traced: TracedClaim, evidence: Evidence, day: date, published: str | None, book: CheckBook) -> Asked:
    """Make a claim of an article ready to be checked.

    Args:
        traced: The claim.
        evidence: What it is checked against, with what people decided.
        day: The day for which the ledger is asked.
        published: When the article was published, as EDTF.
        book: How it is checked.
    """
    counted = replace(traced, claim=evidence.decided.counted(traced.claim))
    claim = counted.claim
    when, told = (parsed(date_) if date_ else None for date_ in (claim.when, claim.when or published))
    spells = by_one_name(evidence.spells, evidence.decided.same)
    spell = proposition_of(claim, evidence.kinds, spells).spell
    return Asked(counted, evidence.kinds[claim.kind], day, when, told, spell, book.again)


def held(asked: Asked, heard: Sequence[Heard], evidence: Evidence, book: CheckBook) -> Held:
    """Judge what bears on a claim.

    Args:
        asked: The claim.
        heard: The ledger's claims as they count, the article's own left out.
        evidence: Their evidence.
        book: How it is checked.
    """
    like = Likeness(asked.claim, evidence.kinds, book)
    near = [each for each in heard if like.agrees(each.claim) and _on_one_occasion(asked, each, book)]
    done = [each for each in near if each.claim.mood == "actual"]
    same, ends = ([each for each in done if is_(each.claim)] for is_ in (like.is_same, like.is_end))
    reaching = [each for each in ends if each not in same and like.is_reached(each.claim)]
    own = [each for each in asked.told_beside if like.agrees(each)]
    covered = [each for each in same if like.is_covered(each.claim)] if not any(map(like.is_same, own)) else []
    excluding = [each for each in done if like.excludes(each.claim)] if not any(map(like.excludes, own)) else []
    excepted = [each.roles for each in own if like.is_narrower(each)]

    def judged(part: Sequence[Heard], over: Sequence[Heard] = ()) -> tuple[Finding, ...]:
        return _judged(asked, evidence, part, over)

    ending = tuple(each for each in judged(reaching) if is_believed(each))
    return Held(
        same=judged(same, reaching),
        covering=judged(covered, reaching),
        ends=ending,
        undoing=tuple(e for e in ending if asked.claim.kind in book.undoes.get(e.proposition.kind, ())),
        stated=judged([e for e in near if e.claim.mood == asked.claim.mood != "actual" and like.is_same(e.claim)]),
        every=judged([each for each in done if like.is_wider(each.claim)]),
        single=judged([e for e in done if like.is_narrower(e.claim) and not _share(e.claim, excepted, asked.kind)]),
        excluding=judged(excluding),
        told_over=any(like.is_end(each) and like.is_reached(each) for each in own),
        day=asked.day,
        evidence=evidence,
        tellings={each.traced.claim.id: each.told for each in heard},
    )


def _share(claim: Claim, roles: Iterable[tuple[tuple[str, RoleValue], ...]], kind: Kind) -> bool:
    """Tell whether a claim has the deciding roles of one of some others."""
    own = [role for role in claim.roles if role[0] in kind.deciding]
    return any(own == [role for role in each if role[0] in kind.deciding] for each in roles)


def _judged(asked: Asked, evidence: Evidence, part: Sequence[Heard], over: Sequence[Heard]) -> tuple[Finding, ...]:
    """Judge some claims with what ends them; give the findings about the former that are of the claim's spell."""
    mine = {each.traced.claim.id for each in part}
    found = evidence.judged([*part, *(each for each in over if each.traced.claim.id not in mine)])
    about = (each for each in found if any(traced.claim.id in mine for traced in each.claims))
    return tuple(each for each in about if each.proposition.spell == asked.spell)


def _on_one_occasion(asked: Asked, each: Heard, book: CheckBook) -> bool:
    """Tell whether a claim may be of the same occasion: what is over when done may be done again."""
    if not asked.kind.over or asked.told is None or each.told is None:
        return not asked.kind.over
    one, other = asked.told, parsed(each.told)
    starts = max(one.earliest or date.min, other.earliest or date.min)
    ends = min(one.latest or date.max, other.latest or date.max)
    return starts - ends <= book.occasion
