"""Findings as rows: their outlines, and what they are looked up and told apart by."""

from __future__ import annotations

import json
from datetime import date
from itertools import chain, combinations

from credence.ledger.canonical import roles_text
from credence.ledger.keys import finding_number, hash_number, key_of, pair_number
from credence.ledger.outline import Outline
from credence.ledger.sql.bulk import Values
from credence.model.claim import values_of
from credence.model.finding import End, Finding
from credence.model.origin import Origin
from credence.model.period import Period

_FEW = 8
"""Names that a finding is about, up to which it is looked up by two of them; of more, there would be too many pairs."""


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


def _period(end: End, *, earliest: bool) -> date | None:
    if end.date is None:
        return None
    period = Period.parse(end.date)
    return period.earliest if earliest else period.latest
