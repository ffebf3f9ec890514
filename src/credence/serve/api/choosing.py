"""Query parameters that several routes choose by."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query

from credence.asking.names import party_id, require_kind

_LONG = 200

Party = Annotated[
    str | None,
    Query(max_length=_LONG, description="Only about this party: an id, or an English name.", examples=["taliban"]),
]
With = Annotated[
    str | None, Query(alias="with", max_length=_LONG, description="Only about this party, too.", examples=["cn"])
]
Kind = Annotated[
    str | None,
    Query(max_length=_LONG, description="Only of this kind (envoy.accept) or family (envoy).", examples=["envoy"]),
]
OfParty = Annotated[
    str, Query(max_length=_LONG, description="The party: an id, or an English name.", examples=["taliban"])
]
OnDay = Annotated[
    str, Query(alias="on", max_length=60, description="The day that is asked about.", examples=["2024-09-01"])
]


def parties_of(*names: str | None) -> tuple[str, ...]:
    """Give the ids of the parties that are named.

    Raises:
        WrongUse: If nobody, or more than one party, is called so.
    """
    return tuple(party_id(name) for name in names if name is not None)


def kind_of(kind: str | None) -> str | None:
    """Give a kind or family as it is.

    Raises:
        WrongUse: If there is none of this name.
    """
    if kind is not None:
        require_kind(kind)
    return kind
