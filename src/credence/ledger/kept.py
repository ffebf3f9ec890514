"""Findings as rows, and back as far as rows go: without their claims, origins and reasons."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import chain, combinations
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, Self, cast

from credence.ledger.canonical import roles_from_text, roles_text
from credence.ledger.keys import finding_number, finding_of, hash_number, key_of, pair_number
from credence.model.claim import values_of
from credence.model.finding import End, Finding, Proposition
from credence.model.origin import Origin
from credence.model.period import Period
from credence.model.sighting import Mood

if TYPE_CHECKING:
    from credence.ledger.bulk import Values

_FEW = 8
"""Names that a finding is about, up to which it is looked up by two of them; of more, there would be too many pairs."""

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
    return finding_number(judged.id), about.kind, about.mood, about.step, about.spell, roles_text(about.roles)


def pair_rows(judged: Finding) -> list[Values]:
    """Give the rows by which a finding is looked up by two names."""
    id_ = finding_number(judged.id)
    return [(number, id_) for number in sorted(pair_number(*two) for two in combinations(_paired(judged), 2))]


def names_of(judged: Finding) -> dict[str, bool]:
    """Give what a finding is looked up by, each with whether it stands in pairs with every other that does."""
    paired = _paired(judged)
    return {key: key in paired for key in map(key_of, judged.names)}


def _paired(judged: Finding) -> frozenset[str]:
    names = frozenset(map(key_of, values_of(judged.proposition.roles)))
    return names if len(names) <= _FEW else frozenset()


def finding_row(judged: Finding, digest: int, since: int, until: int) -> Values:
    """Give a finding's row: its id, when it stood, the days it may hold, and the rest of its outline."""
    first = _period(judged.begins, earliest=True) or date.min
    last = _period(judged.ends, earliest=False) or date.max
    id_, *rest = Outline.of(judged)
    return (finding_number(id_), since, until, first.toordinal(), last.toordinal(), digest, *rest)


def days_of(day: str) -> tuple[int, int]:
    """Give the first and last day that a date may mean, as ``first`` and ``last`` are counted.

    Raises:
        BadPeriod: If it is not EDTF.
    """
    asked = Period.parse(day)
    return (asked.earliest or date.min).toordinal(), (asked.latest or date.max).toordinal()


def finding_digest(judged: Finding) -> int:
    """Give the hash of all that is judged about a finding, by which two versions of it are told apart."""
    origins = chain(judged.origins_for, judged.origins_against, (traced.origin for traced in judged.claims))
    parts = [
        judged.id,
        judged.details,
        (judged.begins.state, judged.begins.date),
        (judged.ends.state, judged.ends.date),
        judged.credence,
        judged.status,
        [origin.id for origin in judged.origins_for],
        [origin.id for origin in judged.origins_against],
        list(dict.fromkeys(map(_written, origins))),
        judged.documents,
        [(each.claim.id, each.claim.when, each.origin.id, each.origin.doc, each.edge) for each in judged.claims],
        judged.reasons,
    ]
    return hash_number(json.dumps(parts).encode("ascii"))


def _written(origin: Origin) -> tuple[object, ...]:
    """Give all of an origin: whose words they are and where they stand may change, and its id stay."""
    return origin.id, origin.name, origin.party, origin.doc, origin.interested, origin.against_interest, origin.known


def outlines_of(findings: Iterable[Finding]) -> tuple[Outline, ...]:
    """Leave the evidence of findings out."""
    return tuple(map(Outline.of, findings))


def _period(end: End, *, earliest: bool) -> date | None:
    if end.date is None:
        return None
    period = Period.parse(end.date)
    return period.earliest if earliest else period.latest
