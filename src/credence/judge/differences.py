"""What differs between two states of knowledge, and why: findings that appeared, ended, changed or vanished."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from credence.model.claim import values_of
from credence.model.decision import Adjudication, Decided, Identity, Retraction
from credence.model.difference import Difference, What
from credence.model.finding import Finding

_MEMBERS = ("details", "begins", "ends", "credence", "status", "origins_for", "origins_against", "documents")
_DONE = {"accept": "accepted", "reject": "rejected", "correct": "corrected"}


def differences(
    before: Iterable[Finding],
    after: Iterable[Finding],
    decided: Iterable[Decided] = (),
    revoked: Iterable[Decided] = (),
) -> tuple[Difference, ...]:
    """Compare two states of knowledge.

    Args:
        before: Findings as known earlier.
        after: Findings as known later.
        decided: Decisions that stand later and did not earlier.
        revoked: Decisions that stood earlier and do not later.

    Returns:
        A difference for each finding that is not the same in both, sorted by id.
    """
    earlier, later = ({finding.id: finding for finding in side} for side in (before, after))
    made, unmade = tuple(decided), tuple(revoked)
    found = (
        _difference(earlier.get(id_), later.get(id_), made, unmade)
        for id_ in sorted(earlier.keys() | later.keys())
        if _known(earlier.get(id_)) != _known(later.get(id_))
    )
    return tuple(found)


def _known(finding: Finding | None) -> tuple[object, ...] | None:
    """Give what makes a finding another one; the wording of reasons does not."""
    if finding is None:
        return None
    return (*(getattr(finding, member) for member in _MEMBERS), finding.claims)


def _difference(
    before: Finding | None, after: Finding | None, decided: Sequence[Decided], revoked: Sequence[Decided]
) -> Difference:
    if before is None or after is None:
        what: What = "appeared" if before is None else "vanished"
        members: tuple[str, ...] = ()
    else:
        members = tuple(member for member in _MEMBERS if getattr(before, member) != getattr(after, member))
        what = "ended" if before.ends.state == "unknown" != after.ends.state else "changed"
    return Difference(what, before, after, members, tuple(_why(before, after, decided, revoked)))


def _why(
    before: Finding | None, after: Finding | None, decided: Sequence[Decided], revoked: Sequence[Decided]
) -> Iterator[str]:
    """Say what brought a difference about: claims that came and went, and decisions about them."""
    had, has = _claims(before), _claims(after)
    gained = sorted({doc for id_, doc in has.items() if id_ not in had})
    lost = {id_: doc for id_, doc in had.items() if id_ not in has}
    if gained:
        yield f"claims of {', '.join(gained)}"
    told = {doc: each for each in decided if isinstance(each.decision, Retraction) for doc in [each.decision.doc]}
    for doc in sorted(set(lost.values())):
        yield f"withdrawn: {doc}, {_signed(told[doc])}" if doc in told else f"read anew: {doc}"
    for each in decided:
        yield from _spoken(each, before, after, had.keys() | has.keys())
    for each in revoked:
        yield from (f"no longer {line}" for line in _spoken(each, before, after, had.keys() | has.keys()))
    if not gained and not lost and before and after and before.ends != after.ends:
        yield "another finding begins or ends it, or does so no longer"


def _spoken(decided: Decided, before: Finding | None, after: Finding | None, claims: Iterable[str]) -> Iterator[str]:
    """Say a decision that speaks of a finding, of one of its claims or of a name in it."""
    made, ids = decided.decision, {finding.id for finding in (before, after) if finding}
    if isinstance(made, Adjudication) and made.target in {*claims, *ids}:
        yield f"{_DONE[made.verdict]}: {made.target}, {_signed(decided)}"
    elif isinstance(made, Identity) and {made.left, made.right} & _names(before, after):
        yield f"{made.verdict}: {made.left} and {made.right}, {_signed(decided)}"


def _claims(finding: Finding | None) -> Mapping[str, str]:
    return {traced.claim.id: traced.claim.doc for traced in finding.claims} if finding else {}


def _names(*findings: Finding | None) -> frozenset[str]:
    claims = [traced.claim for finding in findings if finding for traced in finding.claims]
    return values_of(role for claim in claims for role in claim.roles)


def _signed(decided: Decided) -> str:
    return f"by {decided.author} (decision {decided.number}): {decided.decision.reason}"
