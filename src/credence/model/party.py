"""Parties: states, rival authorities, organisations, groups."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from credence.model.period import Period

PartyClass = Literal["state", "authority", "organisation", "group"]
NameUse = Literal["name", "adjective", "demonym", "capital", "metonym", "leader"]


@dataclass(frozen=True, slots=True)
class PartyName:
    """One way to call a party.

    Attributes:
        text: The words, as written ("Islamic Emirate", "Chinese", "Beijing").
        use: "name", "adjective", "demonym" (people), "capital" (a place, too), "metonym" (a building or organ: "the
            Kremlin"), or "leader" (a person who speaks for it).
        since: First day it is used so, EDTF; None for always.
        until: Last day, EDTF; None for no end.
        short: Whether it means the party only where a text names it in full as well: "Sardinia".
    """

    text: str
    use: NameUse
    since: str | None = None
    until: str | None = None
    short: bool = False


@dataclass(frozen=True, slots=True)
class Party:
    """Anybody who can stand in a role.

    Attributes:
        id: ISO 3166-1 alpha-2 in lower case where there is one, a slug otherwise (codebook, section 2).
        label: English short name, for showing.
        cls: "state", "authority" (claims to govern a state), "organisation" (of states), "group".
        of: For an authority, the state whose government it claims; None otherwise.
        names: How it is called.
        nouns: Common nouns that can stand for it once it was named: "group", "kingdom", "bloc", "movement".
        source: Where the names come from.
        spells: Times an authority held power, as EDTF intervals; empty where it does not apply.
    """

    id: str
    label: str
    cls: PartyClass
    of: str | None
    names: tuple[PartyName, ...]
    nouns: tuple[str, ...]
    source: str
    spells: tuple[str, ...] = ()


Spells = Mapping[str, tuple[Period, ...]]
"""Authority → its spells in power, one after the other."""
