"""Choosing of whom a view tells: by name, or the one of whom most is told."""

from __future__ import annotations

import json
from dataclasses import dataclass

from credence.asking.authorities import authorities_of
from credence.asking.names import label
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
