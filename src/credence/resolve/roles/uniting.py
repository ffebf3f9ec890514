"""One claim of those that say the same."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from credence.model.claim import Claim, RoleValue
from credence.model.document import Span
from credence.model.kind import Kind
from credence.model.sighting import Reading
from credence.resolve.roles.successors import UNSPECIFIED, is_another_envoy, is_another_time, newer
from credence.resolve.times.ordered import latest

_OCCASIONS = {"agreement.sign", "meeting.hold"}  # what is signed or held on another day is another one


def headline_of(reading: Reading) -> Span | None:
    """Give where the headline stands, if the text begins with it."""
    title, text = reading.document.title, reading.document.text
    return reading.sentences[0] if title and reading.sentences and text.lstrip().startswith(title.strip()) else None


def unite(claims: Iterable[Claim], kinds: Mapping[str, Kind], headline: Span | None = None) -> tuple[Claim, ...]:
    """Make one claim of those that are the same by the codebook: kind, deciding roles, polarity and mood.

    The first saying stays with its words; later ones add the roles, the date and the step that it lacks. What a
    headline says is in the body's words where the body says it: there it is told who says so. Of envoys who followed
    each other, and of what was signed or held one after the other, the last is told of, with its own date.

    Args:
        claims: Claims of one document, in the order of the text.
        kinds: All kinds by id.
        headline: Where the headline stands; None if the text has none.
    """
    first: dict[tuple[object, ...], Claim] = {}
    for claim in claims:
        roles = dict(claim.roles)
        key = (claim.kind, claim.polarity, claim.mood, *(roles.get(role) for role in kinds[claim.kind].deciding))
        known = first.get(key)
        if known is not None and headline is not None and headline.covers(known.quote.span):
            known, claim = claim, known  # noqa: PLW2901 - the body's words come first
        first[key] = claim if known is None else _add(known, claim)
    return tuple(first.values())


def _add(known: Claim, later: Claim) -> Claim:
    when = latest(known.when, later.when)
    if known.kind.startswith("envoy."):
        if is_another_envoy(known, later):
            return newer(known, later)
        told = later if when != known.when and later.step is not None else known
        return replace(known, roles=_of_one(known, later, when), when=when, step=told.step or later.step)
    if known.kind in _OCCASIONS and is_another_time(known, later):
        return newer(known, later)
    roles = tuple(sorted({**dict(later.roles), **dict(known.roles)}.items()))
    return replace(known, roles=roles, when=when, step=known.step or later.step)


def _of_one(known: Claim, later: Claim, when: str | None) -> tuple[tuple[str, RoleValue], ...]:
    """The roles of two claims about one envoy; his rank is the one that stands with his name, or with his date."""
    first, second = dict(known.roles), dict(later.roles)
    named = ("person" in second and "person" not in first) or when != known.when or first.get("rank") in UNSPECIFIED
    rank = {"rank": second["rank"]} if named and second.get("rank") not in {None, *UNSPECIFIED} else {}
    return tuple(sorted({**second, **first, **rank}.items()))
