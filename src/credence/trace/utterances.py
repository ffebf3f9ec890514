"""Utterances: what one speaker said on one occasion, in however many documents and whatever words it is told.

Two claims are of one utterance if their origin is one, they are about the same thing, and the occasion is the same:
published within days of each other, or sharing a longer quotation. What differs only as reports of one press conference
do, "11 countries" and "14", does not split it. What is said again months later is another utterance of the same origin.

Papers that name no source tell one occasion together, if they tell the same thing within days: nothing shows that any
of them saw it. If just one speaker is known to have said it then, they are taken to tell that. How many roots there can
be is said by the bounds.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from credence.model.claim import Claim
from credence.model.kind import Kind
from credence.model.origin import Origin, TracedClaim, bounds
from credence.model.particulars import Particulars
from credence.trace.copies import places
from credence.trace.occasions import Occasions, is_unsourced


@dataclass(frozen=True, slots=True)
class Utterance:
    """What one speaker said on one occasion about one thing.

    Attributes:
        id: Made of the ids of its claims.
        origins: Whom it may go back to, sorted by id; several only where papers name no source.
        claims: Its claims, sorted by id.
        bounds: Between which numbers the number of independent roots lies.
    """

    id: str
    origins: tuple[Origin, ...]
    claims: tuple[TracedClaim, ...]
    bounds: tuple[int, int]


def utterances(
    traced: Iterable[TracedClaim], papers: Mapping[str, Particulars], kinds: Mapping[str, Kind]
) -> tuple[Utterance, ...]:
    """Gather claims into utterances, in whatever order they come.

    Args:
        traced: The claims, each once; for each thing, all claims about it.
        papers: What is known of their documents.
        kinds: Kinds by id, for the roles that decide.

    Returns:
        The utterances, sorted by id; each claim is in one.
    """
    about: defaultdict[Hashable, list[TracedClaim]] = defaultdict(list)
    for each in sorted(set(traced), key=lambda each: each.claim.id):
        about[thing(each.claim, kinds)].append(each)
    recorded = places(papers)
    found = (
        _utterance(group)
        for claims in about.values()
        for group in _gathered(claims, Occasions(claims, papers, recorded))
    )
    return tuple(sorted(found, key=lambda utterance: utterance.id))


def thing(claim: Claim, kinds: Mapping[str, Kind]) -> Hashable:
    """Give what a claim is about: its proposition, but for how many."""
    deciding = {role.name for role in kinds[claim.kind].roles if role.deciding and role.type != "count"}
    return claim.kind, tuple(role for role in claim.roles if role[0] in deciding), claim.polarity, claim.mood


def _gathered(claims: Sequence[TracedClaim], occasions: Occasions) -> Iterator[list[TracedClaim]]:
    """Split the claims about one thing into utterances."""
    groups = _Groups(claims)
    for one, other in combinations(claims, 2):
        if occasions.one_telling(one, other):
            groups.join(one, other)
    _lend_speakers(groups, occasions)
    yield from groups


def _lend_speakers(groups: _Groups, occasions: Occasions) -> None:
    """Take papers that name no source to tell the words of the one speaker of the occasion, if there is just one."""
    parts = list(groups)
    unsourced = [part for part in parts if all(is_unsourced(each) for each in part)]
    sourced = [part for part in parts if part not in unsourced]
    for part in unsourced:
        near = [other for other in sourced if occasions.meet(part, other)]
        if len({each.origin.id for other in near for each in other if not is_unsourced(each)}) == 1:
            groups.join(part[0], near[0][0])


class _Groups:
    """Claims in groups that can be joined."""

    def __init__(self, claims: Sequence[TracedClaim]) -> None:
        self._parent = {each.claim.id: each.claim.id for each in claims}
        self._claims = claims

    def join(self, one: TracedClaim, other: TracedClaim) -> None:
        """Make the groups of two claims one."""
        first, second = sorted((self._find(one.claim.id), self._find(other.claim.id)))
        self._parent[second] = first

    def __iter__(self) -> Iterator[list[TracedClaim]]:
        groups: defaultdict[str, list[TracedClaim]] = defaultdict(list)
        for each in self._claims:
            groups[self._find(each.claim.id)].append(each)
        return iter(list(groups.values()))

    def _find(self, id_: str) -> str:
        while self._parent[id_] != id_:
            id_ = self._parent[id_]
        return id_


def _utterance(claims: Sequence[TracedClaim]) -> Utterance:
    by_id: dict[str, Origin] = {}
    for each in claims:
        by_id.setdefault(each.origin.id, each.origin)
    digest = hashlib.sha256(" ".join(each.claim.id for each in claims).encode()).hexdigest()
    origins = tuple(by_id[id_] for id_ in sorted(by_id))
    return Utterance("u" + digest[:15], origins, tuple(claims), bounds(origins))
