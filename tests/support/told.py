"""Claims and evidence in a line, for tests of what is derived from them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from credence.flow import evidence_of
from credence.judge import NOTHING_DECIDED, Evidence, Rulings
from credence.model.claim import Claim, Quote, RoleValue, Voice
from credence.model.particulars import Particulars
from credence.model.sighting import Mood, Polarity


def told(  # noqa: PLR0913 - every part of a claim that matters here
    kind: str,
    *,
    doc: str = "a",
    when: str | None = None,
    by: Voice | None = None,
    polarity: Polarity = "affirmed",
    mood: Mood = "actual",
    step: str | None = None,
    pattern: str = "p",
    **roles: RoleValue,
) -> Claim:
    """Make a claim; ``from_`` stands for the role "from"."""
    named = sorted((name.rstrip("_"), value) for name, value in roles.items())
    voices = (by,) if by else ()
    return Claim(doc, "v", kind, tuple(named), polarity, mood, when, step, voices, Quote(0, 1, "x"), pattern)


def evidence(
    claims: Iterable[Claim], published: Mapping[str, str] | None = None, decided: Rulings = NOTHING_DECIDED
) -> Evidence:
    """Trace claims of documents that were published on some days."""
    sources = {doc: Particulars(doc, None, day) for doc, day in (published or {}).items()}
    return evidence_of(claims, sources, decided)
