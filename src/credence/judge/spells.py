"""Which spell in power a claim is of, where an authority ruled more than once.

Who recognised the Emirate in 1997 and who did in 2025 did two things, though both name the same authority. So what is
dated in a spell that is over is told apart from all the rest. Only the date that a claim states decides, so that its
finding can be told from the claim alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from credence.model.claim import RoleValue, members_of
from credence.model.party import Spells
from credence.model.period import Period

NO_SPELLS: Spells = MappingProxyType({})


def by_one_name(spells: Spells, same: Mapping[str, str]) -> Spells:
    """Give spells by the one name that stands for all that mean the same.

    Args:
        spells: Spells by authority.
        same: Name → the one that stands for it, as in ``Rulings``.
    """
    if not same:
        return spells
    named: dict[str, tuple[Period, ...]] = {}
    for authority, had in spells.items():
        one = same.get(authority, authority)
        named[one] = tuple(sorted({*named.get(one, ()), *had}, key=lambda spell: spell.sort_key))
    return named


def rulers(roles: Iterable[tuple[str, RoleValue]], spells: Spells) -> list[str]:
    """Give those in some roles, members of sets included, who ruled more than once; sorted."""
    return sorted({value for _, held in roles for value in members_of(held) if value in spells})


def spell_of(when: Period, authorities: Iterable[str], spells: Spells) -> str | None:
    """Give the spell that something dated so is of, as EDTF; None if of none that is over, or of more than one.

    Where two authorities had such spells, the one that began first tells as much.
    """
    found = (_only([spell for spell in spells[each] if _lies_in(when, spell)]) for each in authorities)
    over = [spell for spell in found if spell and spell.latest]
    return min(over, key=lambda spell: spell.sort_key).text if over else None


def _only(found: list[Period]) -> Period | None:
    return found[0] if len(found) == 1 else None


def _lies_in(when: Period, spell: Period) -> bool:
    """Tell whether every end that is stated may lie in a spell, as precise as it is: "from 1996 to 2001" does.

    What went on from some day on ("since 1996") is of no one spell.
    """
    first, _, last = when.text.rpartition("/")
    return last != ".." and all(Period.parse(end).overlaps(spell) for end in {first, last} - {"", ".."})
