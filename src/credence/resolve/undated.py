"""Words that say when something was without naming a date: how long it has been so, that it was decided, "since"."""

from __future__ import annotations

import re
from datetime import date

from credence.catalog.dates import DateKnowledge
from credence.model.sighting import Sighting
from credence.resolve.dates import apart

_FOR = re.compile(r"\b(?:has|have)\b[^.;:()]*?\bfor ((?:\w+ ){1,3}(?:years|decades|months))\b")
_HAS_SINCE = re.compile(r"\b(?:has|have) since(?: \w+)? $")
_DECIDED = re.compile(r"\b(?:decided|resolved) to\b")


def lasting(text: str, sighting: Sighting, end: int, published: date | None, knowledge: DateKnowledge) -> str | None:
    """Since when what is so has been so: "has stood empty for almost six years".

    Args:
        text: The document's.
        sighting: What is so.
        end: Where its sentence ends.
        published: The document's day, from which the years are counted; None if it is not known.
        knowledge: How the language writes stretches of time.
    """
    found = _FOR.search(text, sighting.quote.start, end)
    if found is None or found.start() > sighting.anchor.start or published is None:
        return None
    begun = apart(found[1], published.isoformat(), "before", knowledge)
    return f"{begun.rstrip('~')}/.." if begun else None


def has_since(text: str, sighting: Sighting) -> bool:
    """Whether something has been done "since" what was told before: "has since restored ties"."""
    return _HAS_SINCE.search(text, sighting.quote.start, sighting.anchor.start) is not None


def is_decided(text: str, sighting: Sighting, start: int) -> bool:
    """Whether its sentence, which begins at a place, says that it was decided: "have decided to resume relations"."""
    return sighting.mood == "planned" and _DECIDED.search(text, start, sighting.anchor.start) is not None
