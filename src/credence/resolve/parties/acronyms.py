"""Short forms that a text gives of a name it has in full: "the Harbour Fund for Chad (HFC)", later "HFC"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from credence.catalog.parties import PartyHit

_SHORT = re.compile(r" \((?:the )?([A-Z][A-Za-z]{1,7})\)")
_INITIAL = re.compile(r"(?<![\w’'])[A-Z]")
_FEWEST = 3  # letters: two may stand for anything


def with_acronyms(text: str, hits: Sequence[PartyHit]) -> tuple[PartyHit, ...]:
    """Give the names with those of their short forms that are no names known by themselves, in order.

    Args:
        text: The document's text.
        hits: Names found in it, in order.
    """
    known = {text[hit.start : hit.end] for hit in hits}
    short: dict[str, PartyHit] = {}
    for hit in hits:
        found = _SHORT.match(text, hit.end)
        if found is not None and found[1] not in known and _is_short_for(found[1], text[hit.start : hit.end]):
            short.setdefault(found[1], hit)
    if not short:
        return tuple(hits)
    return tuple(sorted((*hits, *_uses(text, short)), key=lambda hit: hit.start))


def _is_short_for(acronym: str, name: str) -> bool:
    letters = [letter for letter in acronym if letter.isupper()]
    return len(letters) >= _FEWEST and letters == _INITIAL.findall(name)


def _uses(text: str, short: dict[str, PartyHit]) -> Iterator[PartyHit]:
    for acronym, hit in short.items():
        for found in re.finditer(rf"(?<!\()\b{acronym}\b", text[hit.end :]):
            yield PartyHit(hit.end + found.start(), hit.end + found.end(), hit.candidates)
