"""Choosing of whom a view tells: by name, or the one of whom most is told."""

from __future__ import annotations

import json
from dataclasses import dataclass

from credence.asking.authorities import authorities_of
from credence.asking.names import label, party_id
from credence.catalog.parties import load_parties
from credence.errors import NotThere, WrongUse
from credence.model.party import Party
from credence.serve.answers import written
from credence.serve.page.question import PageQuestion


@dataclass(frozen=True, slots=True)
class Choice:
    """A party in a list to choose from.

    Attributes:
        id: Its id.
        name: Its name.
        chosen: Whether it is the one shown.
    """

    id: str
    name: str
    chosen: bool


def authorities(asked: PageQuestion) -> tuple[str, ...]:
    """Give the parties about whose recognition something is told, as known then; looked up once a transaction."""

    def found() -> bytes:
        return written(authorities_of(asked.ledger, known=asked.moment.known))

    return tuple(json.loads(asked.desk.answers.give(asked.moment.tag, "authorities", found)))


def choices(asked: PageQuestion, chosen: str) -> tuple[Choice, ...]:
    """Give the list with one of it chosen; who is not in it is put in front."""
    ids = authorities(asked)
    return tuple(Choice(id_, label(id_), id_ == chosen) for id_ in (ids if chosen in ids else (chosen, *ids)))


def party_at(name: str) -> str:
    """Give the party that a path names.

    Raises:
        NotThere: If nobody, or more than one party, is called so, or everybody is.
    """
    try:
        found = party_id(name)
    except WrongUse as error:
        raise NotThere(error.place, error.cause, error.remedy) from error
    if found == "*":
        raise NotThere(f"party “{name}”", "it stands for every state", "name one")
    return found


def party_of(id_: str) -> Party:
    """Give the party of an id.

    Raises:
        NotThere: If there is none.
    """
    found = load_parties().get(id_)
    if found is None:
        raise NotThere(f"party “{id_}”", "there is none of this id", "see /api/v1/parties")
    return found
