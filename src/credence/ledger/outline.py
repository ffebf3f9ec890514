"""Findings without their evidence: what they say, and what they came to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Literal, NamedTuple, Self, cast

from credence.ledger.canonical import roles_from_text, roles_text
from credence.ledger.keys import finding_of
from credence.model.finding import End, Finding, Gist, Proposition
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
    def kept(cls, row: Sequence[Any]) -> Self:
        """Take a row as the driver gives it."""
        return cls(finding_of(row[0]), *row[1:])

    @classmethod
    def of(cls, judged: Finding | Gist) -> Self:
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


def outlines_of(findings: Iterable[Finding]) -> tuple[Outline, ...]:
    """Leave the evidence of findings out."""
    return tuple(map(Outline.of, findings))
