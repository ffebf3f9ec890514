"""Parties as plain JSON values."""

from __future__ import annotations

from credence.model.party import Party, PartyName
from credence.model.period import Period
from credence.model.plain import Plain


def party_to_plain(party: Party, day: str | None = None) -> Plain:
    """Give a party as values that JSON can hold, members always in the same order.

    Args:
        party: The party.
        day: Only names that were, or may have been, in use on that day, EDTF; None for all.
    """
    return {"id": party.id, "label": party.label, "cls": party.cls, "of": party.of, "names": names_on(party, day)}


def names_on(party: Party, day: str | None = None) -> list[str]:
    """Give what a party is called; with a day, EDTF, only what it was, or may have been, called then."""
    return [name.text for name in party.names if day is None or _may_be_used(name, day)]


def _may_be_used(name: PartyName, day: str) -> bool:
    since, until = name.since or "..", name.until or ".."
    return since == until == ".." or Period.parse(f"{since}/{until}").overlaps(Period.parse(day))
