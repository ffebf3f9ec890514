"""Findings as rows, and back as far as rows go: without their claims, origins and reasons."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from datetime import date
from typing import Literal, NamedTuple, Self, cast

from credence.ledger.bulk import Values
from credence.ledger.canonical import roles_from_text, roles_text
from credence.model.finding import End, Finding, Proposition
from credence.model.period import Period
from credence.model.sighting import Mood

Details = tuple[tuple[str, tuple[str, ...]], ...]


class Outline(NamedTuple):
    """A finding without its evidence: what it says, and what it came to.

    A row as it is stored, for a question about the whole world gives very many: what is made of words in it is made
    when it is asked for.

    Attributes:
        id: The finding's.
        kind: ``family.act``.
        mood: Mood of the proposition.
        step: Step of accreditation it is about; None if none is said.
        spell: Spell in power it is of, as EDTF; None if of none.
        roles_text: Deciding roles, as JSON.
        details_text: Other roles, as JSON.
        begins_state: How far the begin is known.
        begins_date: When, as EDTF.
        ends_state: How far the end is known.
        ends_date: When, as EDTF.
        credence: How far it may be believed.
        status: What it comes to.
        documents: How many documents carry it.
        origins: How many distinct origins it has, for and against.
    """

    id: str
    kind: str
    mood: Mood
    step: str | None
    spell: str | None
    roles_text: str
    details_text: str
    begins_state: Literal["known", "bounded", "unknown"]
    begins_date: str | None
    ends_state: Literal["known", "bounded", "unknown"]
    ends_date: str | None
    credence: float
    status: Literal["supported", "contested", "refuted", "unknown"]
    documents: int
    origins: int

    @classmethod
    def of(cls, judged: Finding) -> Self:
        """Leave a finding's evidence out."""
        begins, ends, about = judged.begins, judged.ends, judged.proposition
        return cls(
            judged.id,
            about.kind,
            about.mood,
            about.step,
            about.spell,
            roles_text(about.roles),
            roles_text(judged.details),
            begins.state,
            begins.date,
            ends.state,
            ends.date,
            judged.credence,
            judged.status,
            judged.documents,
            judged.origins,
        )

    @property
    def proposition(self) -> Proposition:
        """What it is about."""
        return Proposition(self.kind, roles_from_text(self.roles_text), self.mood, self.step, self.spell)

    @property
    def details(self) -> Details:
        """Roles beside the deciding ones, with every value claimed."""
        return cast("Details", roles_from_text(self.details_text))

    @property
    def begins(self) -> End:
        """Start of the interval over which it holds."""
        return End(self.begins_state, self.begins_date)

    @property
    def ends(self) -> End:
        """End of it."""
        return End(self.ends_state, self.ends_date)


def proposition_row(judged: Finding) -> Values:
    """Give the row of what a finding is about."""
    about = judged.proposition
    return judged.id, about.kind, about.mood, about.step, about.spell, roles_text(about.roles)


def finding_row(judged: Finding, digest: str, since: int, until: int) -> Values:
    """Give a finding's row: its id, when it stood, the days it may hold, and the rest of its outline."""
    first = _period(judged.begins, earliest=True) or date.min
    last = _period(judged.ends, earliest=False) or date.max
    id_, *rest = Outline.of(judged)
    return (id_, since, until, digest, first.isoformat(), last.isoformat(), *rest)


def days_of(day: str) -> tuple[str, str]:
    """Give the first and last day that a date may mean, as ``first`` and ``last`` are written.

    Raises:
        BadPeriod: If it is not EDTF.
    """
    asked = Period.parse(day)
    return (asked.earliest or date.min).isoformat(), (asked.latest or date.max).isoformat()


def finding_digest(judged: Finding) -> str:
    """Give the hash of all that is judged about a finding, by which two versions of it are told apart."""
    parts = [
        judged.id,
        judged.details,
        (judged.begins.state, judged.begins.date),
        (judged.ends.state, judged.ends.date),
        judged.credence,
        judged.status,
        [origin.id for origin in judged.origins_for],
        [origin.id for origin in judged.origins_against],
        judged.documents,
        [(traced.claim.id, traced.claim.when, traced.origin.id, traced.edge) for traced in judged.claims],
        judged.reasons,
    ]
    return hashlib.sha256(json.dumps(parts).encode("ascii")).hexdigest()[:32]


def outlines_of(findings: Iterable[Finding]) -> tuple[Outline, ...]:
    """Leave the evidence of findings out."""
    return tuple(map(Outline.of, findings))


def _period(end: End, *, earliest: bool) -> date | None:
    if end.date is None:
        return None
    period = Period.parse(end.date)
    return period.earliest if earliest else period.latest
