"""Derived figures: "more than 40 missions", by nobody, is 39 that somebody counted and a few that were added since.

A figure that is called approximate, for which a paper names no source, is taken from the nearest exact figure that
somebody is known to have given for the same thing within the year before it. It is then no second origin.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta

from credence.model.claim import Claim
from credence.model.kind import Kind
from credence.model.origin import TracedClaim
from credence.model.particulars import Particulars
from credence.trace.dates import last_day
from credence.trace.occasions import is_unsourced
from credence.trace.utterances import thing

_LASTS = timedelta(days=366)
_NEAR = 0.1  # of the exact figure, how far the other may lie from it
_VAGUE = re.compile(r"~(\d+)|(\d+)\.\.|\.\.(\d+)")


def derive(
    traced: Iterable[TracedClaim], papers: Mapping[str, Particulars], kinds: Mapping[str, Kind]
) -> tuple[TracedClaim, ...]:
    """Lead derived figures back to the origin of the figure that they are made of.

    Args:
        traced: The claims; for each thing that is counted, all claims about it.
        papers: What is known of their documents.
        kinds: Kinds by id, for the roles that decide.

    Returns:
        The claims in the same order, those with derived figures with that origin and the edge "derived".
    """
    every = tuple(traced)
    exact: defaultdict[Hashable, list[tuple[date, int, TracedClaim]]] = defaultdict(list)
    for each in every:
        day, value = _told(each, papers), each.claim.role("value")
        if day and isinstance(value, str) and value.isdigit() and each.origin.known:
            exact[thing(each.claim, kinds)].append((day, int(value), each))
    return tuple(_derived(each, papers, exact[thing(each.claim, kinds)]) if _is_vague(each) else each for each in every)


def _derived(
    each: TracedClaim, papers: Mapping[str, Particulars], exact: Iterable[tuple[date, int, TracedClaim]]
) -> TracedClaim:
    """Lead a vague figure back to the nearest exact one before it; of equals, to the latest."""
    day, about = _told(each, papers), _vague(each.claim)
    if day is None or about is None:
        return each
    near = [
        (-abs(about - value), told, base.claim.id, base)
        for told, value, base in exact
        if timedelta(0) <= day - told <= _LASTS and abs(about - value) <= max(1, _NEAR * value)
    ]
    if not near:
        return each
    origin = max(near, key=lambda one: one[:3])[3].origin
    return replace(each, origin=origin, edge="derived")


def _is_vague(each: TracedClaim) -> bool:
    return is_unsourced(each) and _vague(each.claim) is not None


def _vague(claim: Claim) -> int | None:
    value = claim.role("value")
    match = _VAGUE.fullmatch(value) if isinstance(value, str) else None
    return int(match[match.lastindex or 0]) if match else None


def _told(each: TracedClaim, papers: Mapping[str, Particulars]) -> date | None:
    paper = papers.get(each.claim.doc)
    return last_day(paper.published) if paper else None
