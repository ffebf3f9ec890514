"""Claims as JSON Lines: one claim a line, with the codebook's fields (``claim/1``)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from credence.errors import Unreadable
from credence.model.claim import Claim
from credence.model.plain import claim_from_plain, claim_to_plain


def lines_of(claims: Iterable[Claim]) -> Iterator[str]:
    """Give each claim as a line of JSON, without the line's end, members always in the same order."""
    for claim in claims:
        line = json.dumps(claim_to_plain(claim), ensure_ascii=False)
        # Half a surrogate pair cannot be written as UTF-8; backslashreplace makes it the escape JSON has for it.
        yield line.encode("utf-8", "backslashreplace").decode("utf-8")


def claims_in(lines: Iterable[str], name: str) -> Iterator[Claim]:
    """Give the claims that lines hold, in their order; empty lines count but hold none.

    Args:
        lines: Lines as ``lines_of`` gives them.
        name: Name of the file or stream, for messages.

    Raises:
        BadInput: At the first line that holds no claim, with its number.
    """
    for number, line in enumerate(lines, start=1):
        if line.strip():
            place = f"{name}, line {number}"
            yield claim_from_plain(_object(line, place), place)


def _object(line: str, place: str) -> dict[str, object]:
    try:
        value = json.loads(line)
    except (json.JSONDecodeError, RecursionError) as error:
        raise Unreadable(place, f"no JSON: {error}", "each line must hold one whole JSON object") from error
    if not isinstance(value, dict):
        raise Unreadable(place, "JSON, but no object", "each line must hold one whole JSON object")
    return value
