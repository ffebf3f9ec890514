"""Findings as rows: their outlines, and what they are looked up and told apart by."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from itertools import combinations

from sqlalchemy import Connection, bindparam, select

from credence.ledger.canonical import roles_from_text, roles_text
from credence.ledger.keys import finding_number, finding_of, key_of, pair_number
from credence.ledger.outline import Outline
from credence.ledger.sql.bulk import Values, asked_of
from credence.ledger.sql.schema import proposition
from credence.model.claim import values_of
from credence.model.finding import End, Gist, Proposition
from credence.model.period import Period

_FEW = 8
"""Names that a finding is about, up to which it is looked up by two of them; of more, there would be too many pairs."""


def proposition_row(judged: Gist) -> Values:
    """Give the row of what a finding is about."""
    about = judged.proposition
    return finding_number(judged.id), about.kind, about.mood, about.step, about.spell, roles_text(about.roles)


def propositions(connection: Connection, ids: Collection[str]) -> dict[str, Proposition]:
    """Give what findings are about, as far as that was put down, by their ids."""
    found = {}
    for id_, *about, roles in asked_of(connection, _PROPOSITIONS, ids):
        kind, mood, step, spell = about
        found[finding_of(id_)] = Proposition(kind, roles_from_text(roles), mood, step, spell)
    return found


_PROPOSITIONS = select(proposition).where(proposition.c.id.in_(bindparam("values", expanding=True)))


def pair_rows(judged: Gist) -> list[Values]:
    """Give the rows by which a finding is looked up by two names."""
    id_ = finding_number(judged.id)
    return [(number, id_) for number in sorted(pair_number(*two) for two in combinations(_paired(judged), 2))]


def names_of(judged: Gist) -> dict[str, bool]:
    """Give what a finding is looked up by, each with whether it stands in pairs with every other that does."""
    paired = _paired(judged)
    return {key: key in paired for key in map(key_of, judged.names)}


def _paired(judged: Gist) -> frozenset[str]:
    names = frozenset(map(key_of, values_of(judged.proposition.roles)))
    return names if len(names) <= _FEW else frozenset()


def finding_row(judged: Gist, since: int, until: int) -> Values:
    """Give a finding's row: its id, when it stood, the days it may hold, and the rest of its outline."""
    first = _period(judged.begins, earliest=True) or date.min
    last = _period(judged.ends, earliest=False) or date.max
    id_, *rest = Outline.of(judged)
    return (finding_number(id_), since, until, first.toordinal(), last.toordinal(), judged.digest, *rest)


def days_of(day: str) -> tuple[int, int]:
    """Give the first and last day that a date may mean, as ``first`` and ``last`` are counted.

    Raises:
        BadPeriod: If it is not EDTF.
    """
    asked = Period.parse(day)
    return (asked.earliest or date.min).toordinal(), (asked.latest or date.max).toordinal()


def _period(end: End, *, earliest: bool) -> date | None:
    if end.date is None:
        return None
    period = Period.parse(end.date)
    return period.earliest if earliest else period.latest
