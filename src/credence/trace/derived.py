"""Derived figures: "more than 40 missions", by nobody, is 39 that somebody counted and a few that were added since.

A figure that is called approximate, for which a paper names no source, is taken from the nearest exact figure that
somebody is known to have given for the same thing within the year before it. It is then no second origin.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from credence.model.claim import Claim
from credence.model.kind import Kind
from credence.model.origin import Place, TracedClaim, dated_by
from credence.model.particulars import Particulars
from credence.trace.copies import places
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
    about: defaultdict[Hashable, list[TracedClaim]] = defaultdict(list)
    for each in every:
        about[thing(each.claim, kinds)].append(each)
    recorded = places(papers)
    led = {each: found for claims in about.values() for each, found in _led(claims, papers, recorded)}
    return tuple(led.get(each, each) for each in every)


def _led(
    claims: Sequence[TracedClaim], papers: Mapping[str, Particulars], recorded: Mapping[str, Place]
) -> Iterator[tuple[TracedClaim, TracedClaim]]:
    """Give the vague figures among claims about one thing, each beside itself as it is led back."""
    vague = [each for each in claims if _is_vague(each)]
    if not vague:
        return
    by = dated_by(((each.origin.doc, each.claim.doc) for each in claims), recorded).items()
    days = {text: last_day(papers[doc].published) if doc in papers else None for text, doc in by}
    exact = [each for each in claims if _exact(each.claim) is not None and each.origin.known]
    for each in vague:
        if base := _base(each, exact, days):
            yield each, replace(each, origin=base.origin, edge="derived")


def _base(each: TracedClaim, exact: Iterable[TracedClaim], days: Mapping[str, date | None]) -> TracedClaim | None:
    """Give the nearest exact figure told before a vague one; of equals, the latest."""
    day, about = days[each.origin.doc], _vague(each.claim)
    near: list[tuple[int, date, str, TracedClaim]] = []
    for base in exact:
        told, value = days[base.origin.doc], _exact(base.claim)
        if day is None or told is None or about is None or value is None:
            continue
        if timedelta(0) <= day - told <= _LASTS and abs(about - value) <= max(1, _NEAR * value):
            near.append((-abs(about - value), told, base.claim.id, base))
    return max(near, key=lambda one: one[:3])[3] if near else None


def _is_vague(each: TracedClaim) -> bool:
    return is_unsourced(each) and _vague(each.claim) is not None


def _vague(claim: Claim) -> int | None:
    value = claim.role("value")
    match = _VAGUE.fullmatch(value) if isinstance(value, str) else None
    return int(match[match.lastindex or 0]) if match else None


def _exact(claim: Claim) -> int | None:
    value = claim.role("value")
    return int(value) if isinstance(value, str) and value.isdigit() else None
