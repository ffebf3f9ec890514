"""With whom others broke before somebody does alike: "Peru left Chad. Mali recalled its ambassador"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from credence.resolve.roles.deeds import BREAKS, Act

_NEAR = 8  # sentences
_LEAVES = {"ties.sever", "ties.lower", "envoy.recall"}


def spurned(acts: Iterable[Act], doers: frozenset[str], sentence: int) -> str | None:
    """Give with whom others broke not long before several do alike; None if that was not one alone.

    Args:
        acts: What was told so far.
        doers: Those who do alike.
        sentence: Number of the sentence that tells it.
    """
    return _broken_with([act for act in acts if 0 <= sentence - act.sentence <= _NEAR and act.kind in BREAKS], doers)


def forsaken(acts: Iterable[Act], doers: frozenset[str], sentence: int) -> str | None:
    """Give whom others left in the sentence before, if it tells of nothing else; arguments as in ``spurned``."""
    near = [act for act in acts if act.sentence == sentence - 1]
    return _broken_with(near, doers) if all(act.kind in _LEAVES for act in near) else None


def _broken_with(acts: Sequence[Act], doers: frozenset[str]) -> str | None:
    """Give upon whom alone acts were done in which those who do alike had no part."""
    upon = {act.upon for act in acts if act.upon and not doers & {act.upon, *act.doers}}
    return upon.pop() if len(upon) == 1 else None
