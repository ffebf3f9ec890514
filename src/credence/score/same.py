"""When a claim is the one annotated: kind, deciding roles and polarity; names compared with case and accents folded."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import Any

from credence.model.claim import Claim
from credence.model.kind import Kind
from credence.score.gold import GoldClaim

_WORDS = {"group", "of", "target"}
"""Roles that may hold words of the text: it is enough that one value is a word of the other."""


def plain(value: object) -> str:
    """Fold case, accents, hyphens and a leading article away."""
    text = unicodedata.normalize("NFKD", str(value)).encode("ascii", "ignore").decode() or str(value)
    text = re.sub(r"[^a-z0-9*~.]+", " ", text.lower()).strip()
    return re.sub(r"^(the|a|an) ", "", text)


def options(value: object) -> frozenset[str]:
    """Give every acceptable form of a gold value."""
    return frozenset(plain(v) for v in value) if isinstance(value, list) else frozenset({plain(value)})


def same_claim(gold: GoldClaim, claim: Claim, kind: Kind) -> bool:
    """Tell whether a claim is the one annotated."""
    if gold.kind != claim.kind or gold.polarity != claim.polarity:
        return False
    return all(_same_role(role, gold.roles.get(role), claim.role(role)) for role in kind.deciding)


def same_when(gold: str | Sequence[str] | None, found: str | None) -> bool:
    """Tell whether a date is right: it starts with, or is the start of, an acceptable one, to the month at least."""
    if found is None or gold is None:
        return False
    wanted = [gold] if isinstance(gold, str) else [str(date) for date in gold]
    return any(
        want == found or (len(found) >= 7 and want.startswith(found)) or (len(want) >= 7 and found.startswith(want))
        for want in wanted
    )


def same_detail(gold: object, found: object) -> bool:
    """Tell whether a detail is right; of names the last word is enough."""
    if found is None:
        return False
    values = gold if isinstance(gold, list) else [gold]
    return plain(found) in options(gold) or surname(found) in {surname(value) for value in values}


def surname(name: object) -> str:
    """Give the last word of a name, folded."""
    words = plain(name).split()
    return words[-1] if words else ""


def _same_role(role: str, gold: Any, found: object) -> bool:  # noqa: ANN401 - gold files nest values in lists
    if gold is None or found is None:
        return False
    if role == "parties":
        members = [options(member) for member in gold]
        got = frozenset(plain(member) for member in found) if isinstance(found, tuple) else options(found)
        return len(got) == len(members) and all(member & got for member in members)
    if role in _WORDS:
        got_words = plain(found)
        return any(
            want == got_words or want in got_words.split() or got_words in want.split() for want in options(gold)
        )
    return plain(found) in options(gold)
